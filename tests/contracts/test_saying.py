"""Nobody adds a message without its Dutch: sources against catalogues, and these themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from tests.contracts.saying_in_sources import (
    Text,
    calls,
    composed,
    constants,
    prose,
    said,
    templates,
    wants_words,
)
from tests.contracts.sources import PACKAGE, sources

from samenspel.cli.completing import scheme_names
from samenspel.cli.helping import texts_of
from samenspel.cli.main import app
from samenspel.products import product_names
from samenspel.speaking import ENGLISH, catalogue, languages
from samenspel.speaking.catalogues import parts

TRANSLATED = tuple(name for name in languages() if name != ENGLISH)

MAKERS = {"Diagnostic": (1, 4), "of": (1, 4), "Oddity": (1, 2), "Problem": (1,)}
"""What makes messages, and where among its arguments these and their remedies are."""

NO_MESSAGES = {
    "coaching/tongues.py": "words of languages, by which questions are judged",
    "coaching/manners.py": "patterns of languages, by which questions are judged",
    "coaching/neighbours.py": "good questions, in the deck's language",
    "digital/page.py": "a page in the deck's languages",
    "digital/views.py": "a page in the deck's languages",
    "cli": "epilogs and help, which are held against the commands themselves below",
    "studio/field_words.py": "names of fields in Dutch, with the English for each",
    "studio/kind_words.py": "what the own kinds say in Dutch, with the English for each",
    "draw/content.py": "what is written in a PDF",
    "draw/svg/colours.py": "CSS's own names of colours",
    "draw/svg/names.py": "names of SVG's own",
    "draw/svg/painting.py": "what is written in a PDF",
    "finish/metadata.py": "XMP",
    "impose/placing.py": "what is written in a PDF",
    "kinds/fields.py": "the descriptions of a schema, which are Dutch",
    "kinds/names.py": "the names of fields in a workbook, which are Dutch",
    "kinds/reading.py": "the descriptions of a schema, which are Dutch",
    "kinds/samples.py": "words to try a page with",
    "kinds/sets.py": "the descriptions of a schema, which are Dutch",
    "layers/phrases.py": "patterns of clauses",
    "layers/shapes.py": "the descriptions of a schema, which are Dutch",
    "layout/poster/formats.py": "titles in a file's metadata",
    "layout/sheet_words.py": "a command of samenspel, on the test sheet of a printer",
    "model": "what the files of a deck hold, described for editors",
    "pdf/cmaps.py": "codes of Adobe's own",
    "questions/tongues.py": "words of languages",
    "questions/typography.py": "words of languages",
    "texts/naming.py": "what a workbook says of fields, which is Dutch",
    "texts/columns.py": "the heads of a workbook, which are Dutch",
    "texts/readme_sheet.py": "the first sheet of a workbook, which is Dutch",
    "texts/rows.py": "notes in a workbook, which are Dutch",
    "texts/workbook.py": "what a workbook says, which is Dutch",
    "ordering/xjdf.py": "XJDF's own words",
    "separations/shadings.py": "what is written in a PDF",
    "starter/copying.py": "files of a new project, which are Dutch",
    "starter/example.py": "files of a new project, which are Dutch",
    "starter/leaflets.py": "files of a new project, which are Dutch",
    "upkeep/kind_schemas.py": "the descriptions of a schema, which are Dutch",
    "upkeep/schemas.py": "the descriptions of a schema, which are Dutch",
}
"""Files and rooms in which constants are no messages, and what they are; ``say`` still counts."""

NO_MESSAGE = {
    "version https://git-lfs", "maximum nesting depth", "block sequence entries are not allowed",
    "expected comment or line break", "mapping keys are not allowed",
    "mapping values are not allowed", "scanning a quoted scalar", "scanning an alias",
    "scanning an anchor", "cannot start any token", "flow sequence", "flow mapping",
    "could not find expected ':'", "block mapping", "block collection", "block sequence",
    "block scalar", "simple key", "mapping values",  # what libyaml complains of, to be recognised
    "did you mean ", "by kind", "top left", "steps of a loop", "A3 poster of the",
    "Moet een moedertaalspreker dit nog lezen?", "onze regio", "~/Library/Application Support",
    "file is damaged", "can't find startxref", "Attempting to reconstruct cross-reference table",
    "unable to find ",  # what qpdf complains of, to be recognised
    "no glyph", "other width",  # what a code is told apart by
    "xMidYMid meet", "broken PNG file", "image file is truncated", "INLINE IMAGE",
    "iso coated", "pso ", "iso web coated", "web coated", "japan color",  # names of profiles
    "A font file, or several", "What it is called in lists.", "One side in mm.",
    "The other side in mm.", "ISO 15930", "%!PS-Adobe", "/CIDInit", "# ", "\n# ",
}  # fmt: skip
"""How single constants begin that nobody is told: of formats, of other programs, of schemas."""


@cache
def texts_told() -> tuple[tuple[str, Text], ...]:
    """Every text that somebody is told, with what kind it is."""
    return tuple(_told())


def _told() -> Iterator[tuple[str, Text]]:
    yield from (("said", one) for one in templates() if wants_words(one.template))
    for file, tree in sources():
        room = file.split("/")[0].removesuffix(".py")
        yield from (("said", one) for one in said(file, tree) if wants_words(one.template))
        if file in NO_MESSAGES or room in NO_MESSAGES:
            continue
        for one in prose(file, tree):
            if not one.template.startswith(tuple(NO_MESSAGE)):
                yield "prose", one
        yield from (("composed", one) for one in composed(file, tree))


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_has_its_translation(language: str) -> None:
    known = catalogue(language).entries
    missing = [str(one) for kind, one in texts_told() if kind != "composed"
               if one.template not in known]  # fmt: skip
    assert not missing, "add these to speaking/nl/<room>.po:\n" + "\n".join(missing)


def test_no_message_is_put_together_where_nobody_can_translate_it() -> None:
    found = [str(one) for kind, one in texts_told() if kind == "composed"]
    assert not found, "write these with say(…):\n" + "\n".join(found)


def test_every_value_is_used_and_every_name_has_its_value() -> None:
    wrong = []
    for file, tree in sources():
        for one in said(file, tree):
            used = names_in(one.template) | names_in(one.plural)
            given = set(one.names or ())
            counts = {"count"} if one.plural else set()
            if used - given or given - used - counts:
                wrong.append(f"{one}: {sorted(used ^ given)}")
    assert not wrong, "\n".join(wrong)


def test_every_call_of_say_can_be_read_from_the_sources() -> None:
    """A template, or the name of something (``say(kind)``) that the catalogue has by itself."""
    computed = [
        f"{file}:{call.lineno}"
        for file, tree in sources()
        for call in calls(tree)
        if call.keywords and not said_literally(call.args)
    ]
    assert not computed


def said_literally(arguments: object) -> bool:
    assert isinstance(arguments, list)
    return all(isinstance(one, ast.Constant) for one in arguments)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_the_values_of_its_template(language: str) -> None:
    for file, part in parts(language).items():
        for message in part:
            if not message.id:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            forms = [message.string] if isinstance(message.string, str) else list(message.string)
            assert all(forms), f"{file}: nothing is said for {ids[0]}"
            if not is_template(ids):
                continue
            allowed = set().union(*map(names_in, ids))
            for form in forms:
                named = names_in(form)
                assert named <= allowed, f"{file}: {form}: {named - allowed}"
            assert names_in(forms[-1]) == names_in(ids[-1]), f"{file}: {forms[-1]}"


def is_template(ids: list[str]) -> bool:
    """Whether a text is filled in; a constant with braces of Jinja's in it is not."""
    try:
        return all(name.isidentifier() for one in ids for name in names_in(one))
    except ValueError:
        return False


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_of_a_text_that_nobody_says_any_more(language: str) -> None:
    known = constants() | set(texts_of(app)) | set(titles_of_presets())
    known |= {one.upper() for one in known}
    words_of_click = parts(language)["click.po"]
    left_over = [
        f"{catalogue(language).homes[text]}: {text}"
        for text in catalogue(language).entries
        if text not in known and text not in words_of_click
    ]
    assert not left_over, "\n".join(left_over)


def titles_of_presets() -> list[str]:
    """The titles of samenspel's own formats, papers and presses, as lists show them."""
    found = []
    for folder in ("formats", "papers", "presses"):
        for path in sorted((PACKAGE / "presets" / folder).glob("*.yaml")):
            line = next(one for one in path.read_text().split("\n") if one.startswith("title:"))
            found.append(line.removeprefix("title:").strip().strip('"'))
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_titles_of_presets_are_translated(language: str) -> None:
    """All but the names of print shops, which are names."""
    said = [text for text in titles_of_presets() if "," in text or "×" in text]
    known = catalogue(language).entries
    assert said and not [text for text in said if text not in known]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_help_of_every_command_is_translated(language: str) -> None:
    known = catalogue(language).entries
    assert not [text for text in texts_of(app) if text not in known]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_help_in_another_language_lists_the_same_names(language: str) -> None:
    """A product or scheme that is added to the English list alone would be hidden from a reader."""
    known = catalogue(language).entries
    asked = 0
    for names in (set(product_names()), set(scheme_names())):
        for text in (one for one in texts_of(app) if names <= listed_in(one)):
            asked += 1
            missing = names - listed_in(str(known[text]))
            assert not missing, f"speaking/{language}/commands.po, {text[:40]}…: add {missing}"
    assert asked == 4, "the help of --product (of build, others, order) and of --scheme"


def listed_in(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+(?:-[a-z]+)*", text))


@pytest.mark.parametrize("language", TRANSLATED)
def test_click_s_own_words_are_known(language: str) -> None:
    """The words of click's that a maker meets: usage, mistakes in options, prompts."""
    known = catalogue(language).entries
    words = {
        "Usage:", "Options", "Commands", "Error: {message}", "Show this message and exit.",
        "default: {default}", "No such option {name!r}.", "No such command {name!r}.",
    }  # fmt: skip
    assert words <= set(known)


def test_no_message_is_put_together_without_its_template() -> None:
    """An f-string forgets the texts that it is made of: it is said in English everywhere."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "id", getattr(node.func, "attr", ""))]
        for place, one in enumerate(node.args)
        if place in MAKERS.get(name, ()) and isinstance(one, ast.JoinedStr)
    ]
    assert found == []
