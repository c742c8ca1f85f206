"""The small markup: what it reads, what it leaves as it was typed, and that cells bring it back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from tests.decks import FONT_BYTES
from tests.projects import tiny_project, write

from samenspel import BuildRequest, build_deck, export_texts, import_texts
from samenspel.cells.rich_cells import as_rich, typed
from samenspel.layout.blocks import Copy, Typesetter, indent_at
from samenspel.layout.faces import load_faces
from samenspel.layout.rich import marked, unmarked, with_rich
from samenspel.layout.wording import written
from samenspel.markup import Run, paragraphs

FACES = with_rich(load_faces(FONT_BYTES, {}, "nl"), FONT_BYTES)
SETTER = Typesetter(FACES, "nl")


def read(text: str) -> list[tuple[str, str]]:
    """Labels and texts, with bold in brackets and italic in braces."""
    shown = {(False, False): "{}", (True, False): "[{}]", (False, True): "({})"}
    return [
        (
            one.label,
            "".join(
                shown.get((run.bold, run.italic), "<{}>").format(run.text) for run in one.runs
            ),
        )
        for one in paragraphs(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gewoon", [("", "gewoon")]),
        ("een **vet** woord", [("", "een [vet] woord")]),
        ("een *schuin* woord", [("", "een (schuin) woord")]),
        ("**twee woorden** en *nog twee*", [("", "[twee woorden] en (nog twee)")]),
        ("***beide***", [("", "<beide>")]),
        ("half**vet**woord", [("", "half[vet]woord")]),
        ("(**vet**),", [("", "([vet]),")]),
        ("3 * 4 * 5", [("", "3 * 4 * 5")]),
        ("een losse * ster", [("", "een losse * ster")]),
        ("** niets **", [("", "** niets **")]),
        (r"een \*gewone\* ster", [("", "een *gewone* ster")]),
        ("nooit _onderstreept_ of __zo__", [("", "nooit _onderstreept_ of __zo__")]),
        ("# geen kop", [("", "# geen kop")]),
        ("[geen](link) en `geen code`", [("", "[geen](link) en `geen code`")]),
        ("a\n\nb\nc", [("", "a"), ("", "b"), ("", "c")]),
        ("Dit:\n- een\n• twee\n* drie", [("", "Dit:"), ("•", "een"), ("•", "twee"), ("•", "drie")]),
        ("1. een\n2) twee", [("1.", "een"), ("2.", "twee")]),
        ("1990. Een jaar\nnog iets", [("", "1990. Een jaar"), ("", "nog iets")]),
        ("Dit:\n+ een\n▪ twee\n(3) drie\n4) vier",
         [("", "Dit:"), ("•", "een"), ("•", "twee"), ("3.", "drie"), ("4.", "vier")]),
        ("- een zin die zo begint", [("", "- een zin die zo begint")]),
        ("-niets\n1.5 liter", [("", "-niets"), ("", "1.5 liter")]),
        ("- **vet** in een lijst\n- *", [("•", "[vet] in een lijst"), ("•", "*")]),
    ],
)
def test_what_the_markup_reads(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


LINE = st.text(alphabet="ab *\\-.1", max_size=20)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINE, max_size=4).map("\n".join))
def test_no_letter_is_lost_whatever_is_typed(text: str) -> None:
    def letters(one: str) -> str:
        return re.sub(r"[^ab]", "", one)

    assert letters("".join(one.text for one in paragraphs(text))) == letters(text)
    assert letters(unmarked(marked(text))) == letters(text)


@settings(deadline=None, max_examples=60)
@given(st.floats(30, 90), st.floats(7, 12))
def test_paragraphs_and_items_stand_under_each_other(measure: float, size: float) -> None:
    text = marked("Een **eerste** alinea met woorden.\nNog een.\n- een punt dat lang is\n- twee")
    copy = Copy(written(text, "kaart", "text"), "rich-text")
    block = SETTER.set(copy, size, measure)
    assert block is not None
    runs = block.at(0, 0)
    assert {run.text for run in runs} >= {"•", "eerste"}
    heights = [run.y for run in runs]
    assert heights == sorted(heights)
    assert max(heights) + block.drop == pytest.approx(block.height)
    assert all(run.x + run.width <= measure + 0.01 for run in runs)
    labels = [run for run in runs if run.text == "•"]
    assert [run.x for run in labels] == [0, 0]
    lined = [run for run in runs if run.y in {one.y for one in labels} and run.text != "•"]
    assert {round(run.x, 3) for run in lined} >= {round(indent_at(size), 3)}
    assert {run.source for run in runs} == {("kaart", "text")}


@pytest.mark.parametrize(
    "text",
    [
        "een **vet** woord", "*schuin* en **vet**", "a **b**\nc *d*", "***alles***", "**a**b",
        "_x_ **y**",
    ],
)  # fmt: skip
def test_a_cell_shows_it_and_brings_it_back(text: str) -> None:
    rich = as_rich(text, "Calibri", 11)
    assert rich is not None and "*" not in str(rich)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = rich
    stream = io.BytesIO()
    book.save(stream)
    read_back = load_workbook(io.BytesIO(stream.getvalue()), rich_text=True).active
    assert read_back is not None
    assert typed(read_back["A1"].value) == text


@pytest.mark.parametrize("text", ["gewoon", "3 * 4", r"\*x\*", "** los **"])
def test_what_a_cell_cannot_show_stays_as_it_is_typed(text: str) -> None:
    assert as_rich(text, "Calibri", 11) is None


def test_what_an_editor_makes_bold_in_parts_is_one_word() -> None:
    bold = InlineFont(b=True)
    cell = CellRichText(["Een ", TextBlock(bold, "sa"), TextBlock(bold, "men "), "woord\ntwee"])
    assert typed(cell) == "Een **samen** woord\ntwee"
    assert paragraphs("Een **samen** woord")[0].runs[1] == Run("samen", bold=True)


def test_bold_and_lines_go_out_to_a_workbook_and_come_back(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck")
    card = "cards/nl/01-luister-eerst.yaml"
    text = (deck / card).read_text(encoding="utf-8")
    start, end = text.index("text:"), text.index("conditions:")
    write(deck, card, text[:start] + 'text: "Een **vet** begin.\\n- punt"\n' + text[end:])
    request = BuildRequest(tmp_path, deck, regions=("basis",), formats=("a6",))
    (tmp_path / "deck.xlsx").write_bytes(export_texts(request).workbook)
    assert not import_texts(tmp_path / "deck.xlsx", deck).changes
    book = load_workbook(tmp_path / "deck.xlsx", rich_text=True)
    [cell] = [
        cell for row in book["nl"].iter_rows() for cell in row if "vet begin" in str(cell.value)
    ]
    assert str(cell.value) == "Een vet begin.\n- punt"
    cell.value = CellRichText(
        ["Een gewoon ", TextBlock(InlineFont(i=True), "schuin"), " begin.\n- punt\n- nog een"]
    )
    book.save(tmp_path / "deck.xlsx")
    found = import_texts(tmp_path / "deck.xlsx", deck)
    assert [one.after for one in found.changes] == ["Een gewoon *schuin* begin.\n- punt\n- nog een"]
    found.write()
    assert not import_texts(tmp_path / "deck.xlsx", deck).changes
    assert build_deck(BuildRequest(tmp_path / "out", deck, regions=("basis",), products=("cards",)))
