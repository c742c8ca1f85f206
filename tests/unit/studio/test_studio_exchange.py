"""Texts out to a spreadsheet and back, and what a region changes, in the studio."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from tests.projects import change
from tests.unit.studio.test_studio_look import sent
from tests.visiting import Visitor

SHEET, DIFF = "/sheet/noordkust/nl/a6", "/diff/noordkust/nl/a6"
REGION = "cards/regions/noordkust.yaml"


def edited(data: bytes, old: str, new: str) -> bytes:
    """A workbook with one text in it changed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row
             if cell.value == old and not cell.protection.locked]  # fmt: skip
    assert len(cells) == 1
    cells[0].value = new
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_workbook_goes_out_and_its_changes_come_back_once_they_are_seen(
    studio: Visitor, deck: Path
) -> None:
    assert "Werkboek downloaden" in studio.ask(SHEET).text
    answer = studio.ask(f"{SHEET}/teksten.xlsx")
    assert answer.status == 200 and "attachment" in answer.headers["content-disposition"]
    before = (deck / REGION).read_text()
    data = edited(answer.body, "Wat hoor jij?", "Wat hoor jij nu?")
    page = sent(studio, f"{SHEET}/in", "x/teksten.xlsx", data).text
    assert "Dit zou veranderen" in page and "<ins>" in page and "nu?" in page
    assert (deck / REGION).read_text() == before
    token = re.findall(r'name="token" value="(\w+)"', page)[0]
    assert studio.send(f"{SHEET}/take", token="0" * 16).status == 404
    assert studio.send(f"{SHEET}/take", token=token).status == 303
    assert "Wat hoor jij nu?" in (deck / REGION).read_text()
    assert studio.send(f"{SHEET}/take", token=token).status == 404  # taken is taken


def test_a_text_that_changed_meanwhile_is_told_and_stays(studio: Visitor, deck: Path) -> None:
    data = studio.ask(f"{SHEET}/teksten.xlsx").body
    data = edited(data, "Wat horen wij {{ regio.plek }}?", "Wat horen ze?")
    change(deck, REGION, "Wat horen wij {{ regio.plek }}?", "Wat horen wij daar?")
    page = sent(studio, f"{SHEET}/in", "teksten.xlsx", data).text
    assert 'role="alert"' in page
    assert "Wat horen wij daar?" in (deck / REGION).read_text()


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"PK\x03\x04rommel"), ("a.exe", b"x"), ("a.csv", b"a;b\n1;2\n"),
                       ("a.xlsx", b"")],
)  # fmt: skip
def test_what_is_no_table_of_texts_is_told(
    studio: Visitor, deck: Path, name: str, data: bytes
) -> None:
    before = (deck / REGION).read_bytes()
    answer = sent(studio, f"{SHEET}/in", name, data)
    assert answer.status == 409 and 'role="alert"' in answer.text
    assert (deck / REGION).read_bytes() == before


def test_differences_are_shown_in_words_and_pictures(studio: Visitor) -> None:
    page = studio.ask(DIFF).text
    assert "Wat horen <del>wij?</del>" in page and "<ins>wij {{ regio.plek }}?</ins>" in page
    assert "Vraag 2" in page and "Klein dek" in page
    assert len(re.findall(r"/picture/small/[0-9a-f]{32}\.jpg", page)) >= 8
    assert "bouwt op geen ander dek voort" in studio.ask("/diff/basis/nl/a6").text
