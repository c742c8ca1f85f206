"""Region files that are broken, each in one way: each gives one message that says where and how."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import REGION, opened, tiny_project, write

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.explain import explanations
from samenspel.loading import select
from samenspel.project import missing_art
from samenspel.questions import render

PATH = "cards/regions/noordkust.yaml"
LOCK = "locks: [{fields: [reminder.title], by: de makers, why: dat hoort zo}]\nregion:\n"
EDITS = "      questions:\n        2: Wat horen wij {{ regio.plek }}?"

BROKEN = {
    # what is wrong: (what stands there, what stands there instead, code, line, key, remedy)
    "a key with a tab": ("facts:", "\tfacts:", "yaml-tab", 6, "", "spaces"),
    "a colon in a text": ("name: Regio", "name: Regio: de", "yaml-colon", 1, "", "quotes"),
    "a quote never closed": ("Noordkust\nplace", "'Noord\nplace", "yaml-quote", 2, "", "close it"),
    "a bracket never closed": ("Duin]", "Duin", "yaml-bracket", 8, "", "]"),
    "a key given twice": ("place:", "short: x\nplace:", "yaml-duplicate-key", 3, "short", "one"),
    "a key that is no key": ("facts:", "fatcs:", "field-unknown", 6, "fatcs", '"facts"'),
    "no name": ("name: Regio Noordkust\n", "", "field-missing", 1, "name", "name:"),
    "an empty name": ("name: Regio Noordkust", "name:", "field-empty", 1, "name", "a value"),
    "a list for a text": ("place: aan", "place: [aan, x]\nlogo: aan", "text-expected", 3, "place",
                          "brackets"),
    "an unknown language": ("kind:", "languages: [xx]\nkind:", "language-unknown", 4,
                            "languages[1]", "nl"),
    "a layer that is not there": ("kind:", "extends: netwerk\nkind:", "layer-unknown", 4,
                                  "extends", "none are known"),
    "itself as its layer": ("kind:", "extends: noordkust\nkind:", "layer-circle", 4, "extends",
                            "take"),
    "a layer that is neither true nor false": ("kind:", "abstract: ja\nkind:",
                                               "yes-or-no-expected", 4, "abstract", "true"),
    "a number in words": ("value: 12", "value: twaalf", "number-expected", 8,
                          "facts.schools.value", "digits"),
    "a day that is no day": ("2026-10-01", "1 oktober", "date-expected", 8, "facts.schools.date",
                             "2026-10-01"),
    "a count with a taken name": ("  schools:", "  counts: {naam: {value: 1}}\n  schools:",
                                  "count-name-taken", 8, "facts.counts.naam", "another name"),
    "a count with a capital": ("  schools:", "  counts: {Scholen: {value: 1}}\n  schools:",
                               "field-unknown", 8, "facts.counts.Scholen", ""),
    "a partner without a name": ("[Zilt,", "[{role: po},", "field-missing", 7,
                                 "facts.partners[1].name", "name:"),
    "a table where nobody sits": ("  schools:", "  tables: [{name: x, seats: []}]\n  schools:",
                                  "list-length", 8, "facts.tables[1].seats", "add"),
    "a contact without a function": ("contact: Bureau, bureau@noordkust.example",
                                     "contact: {address: x@x.example}", "field-missing", 5,
                                     "contact.function", "function:"),
    "a word the deck does not have": ("  school:", "  shool:", "word-unknown", 10, "words.shool",
                                      '"school"'),
    "a colour that is none": ("coral:", "koraal:", "field-unknown", 13, "accents.koraal", "coral"),
    "too much ink in one": ("60, 80", "60, 180", "number-range", 13, "accents.coral[3]", "change"),
    "three inks": ("[0, 60, 80, 0]", "[0, 60, 80]", "colour-form", 13, "accents.coral", "four"),
    "a card that is not there": ("luister-eerst:", "luister-erst:", "card-unknown", 18,
                                 "cards.change.luister-erst", '"luister-eerst"'),
    "a field that is not there": (EDITS, "      cor: x", "field-unknown", 19,
                                  "cards.change.luister-eerst.cor", '"core"'),
    "another kind of card": (EDITS, "      kind: blank", "field-fixed", 19,
                             "cards.change.luister-eerst.kind", "under add"),
    "a question that is not there": ("        2:", "        vier:", "question-unknown", 20,
                                     "cards.change.luister-eerst.questions.vier", "1, 2, 3"),
    "two questions left": (EDITS, "      questions: {drop: [1]}", "list-length", 19,
                           "cards.change.luister-eerst.questions", "add"),
    "a question with a name that is taken": (
        EDITS, "      questions: {add: [{id: 2, text: x}]}", "question-exists", 19,
        "cards.change.luister-eerst.questions.add[1].id", "another id"),
    "an own card that exists": ("  change:", "  add: [{id: leeg, after: titel, kind: blank}]\n"
                                "  change:", "card-exists", 17, "cards.add[1].id", "another id"),
    "an own card without a place": ("  change:", "  add: [{id: x, kind: blank}]\n  change:",
                                    "field-missing", 17, "cards.add[1].after", "after:"),
    "an order that says a card twice": ("  change:", "  order: [titel, titel]\n  change:",
                                        "order-repeats", 17, "cards.order[1]", "once"),
    "only cards that are not there": ("  change:", "  only: [titl]\n  change:", "card-unknown", 17,
                                      "cards.only[1]", '"titel"'),
    "a locked title": (EDITS, "      title: Anders", "field-locked", 19,
                       "cards.change.luister-eerst.title", "take this out"),
    "texts in a language it does not have": ("kind:", "texts: {nl-be: {place: x}}\nkind:",
                                             "language-unknown", 4, "texts.nl-be", "languages:"),
    "a fact that is a template": ("[Zilt", '["{{ dek }}"', "template-not-here", 7,
                                  "facts.partners[1].name", "write the words out"),
    "an unknown variable": ("regio.plek }}?", "regoi.plek }}?", "template-unknown-variable", 20,
                            "questions[2]", '"regio"'),
    "a logo that is not there": ("kind:", "logo: logos/x.svg\nkind:", "asset-missing", 4, "logo",
                                 "put it in assets/logos"),
    "a logo outside the project": ("kind:", "logo: ../x.svg\nkind:", "path-outside", 4, "logo",
                                   "inside the project"),
}  # fmt: skip


def mistakes(folder: Path) -> tuple[Diagnostic, ...]:
    """All that is said of a region on its way to a deck."""
    try:
        project = opened(folder)
        deck = select(project, "noordkust", "nl")
        missing = missing_art(project, deck)
        render(deck)
    except ContentError as error:
        return error.diagnostics
    return missing


@pytest.mark.parametrize("what", BROKEN)
def test_each_broken_region_gives_one_clear_message(tmp_path: Path, what: str) -> None:
    old, new, code, line, key, remedy = BROKEN[what]
    folder = tiny_project(tmp_path, deck=("region:\n", LOCK), region=(old, new))
    write(folder, "assets/logos/other.svg", "<svg/>")
    (one,) = mistakes(folder)
    assert (one.code, str(one.location), one.key) == (code, f"{PATH}:{line}", key)
    assert remedy in one.remedy and len(one.remedy) < 160 and one.message
    assert code in explanations()


def test_what_is_not_broken_gives_none(tmp_path: Path) -> None:
    assert mistakes(tiny_project(tmp_path, deck=("region:\n", LOCK))) == ()


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    for data, code in (
        (REGION.replace("aan de", "aan dé").encode("latin-1"), "file-not-utf8"),
        (b"- a\n- b\n", "yaml-not-a-mapping"),
        (b"", "yaml-not-a-mapping"),
        (REGION.encode() + b"---\nname: x\n", "yaml-several-documents"),
    ):
        write(folder, PATH, data)
        (one,) = mistakes(folder)
        assert (one.code, one.location and one.location.file) == (code, PATH)
