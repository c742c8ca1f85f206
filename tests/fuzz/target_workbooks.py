"""Damaged workbooks: bytes of the archive, words of the parts in it, and odd texts in its cells."""

from __future__ import annotations

import io
from csv import reader
from datetime import date
from functools import cache
from random import Random

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from tests.fuzz import target_csv as csv
from tests.fuzz.damage import BYTES, damaged, repacked
from tests.fuzz.harness import Target


@cache
def books() -> tuple[bytes, ...]:
    """A workbook for each of its doors: texts, cards, copies."""
    return csv.exported()[1], *(_book(table) for table in (csv.CARDS, csv.AMOUNTS))


def _book(table: bytes) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in reader(io.StringIO(table.decode()), delimiter=";"):
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sound() -> bytes:
    """A workbook as it is."""
    return csv.TEXTS + books()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged workbook: a third as bytes, a third in one part of the archive, a third edited."""
    dice = Random(f"{seed}/{number}")
    place = dice.choice((0, 0, 1, 2))
    book = books()[place]
    return csv.DOORS[place] + dice.choice((_bytes, repacked, _edited))(book, dice)


def _bytes(book: bytes, dice: Random) -> bytes:
    return damaged([book], dice, BYTES)


def _edited(book: bytes, dice: Random) -> bytes:
    """Some texts are odd, or no texts but what a workbook may hold in their place."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    sheet = opened.worksheets[-1]
    texts = [cell.column for cell in sheet[1] if cell.value == "Tekst"]
    for _ in range(dice.choice((1, 1, 3))):
        column = texts[0] if texts else dice.randint(1, sheet.max_column)
        cell = sheet.cell(dice.randint(2, sheet.max_row), column)
        said = csv.odd_text(str(cell.value or ""), dice)
        value = dice.choice((said, said, said, 1e300, -7, True, "=1+1", date(2026, 2, 3), None))
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def judged(data: bytes) -> str:
    """As for CSV."""
    return csv.judged(data, ".xlsx")


TARGET = Target("workbooks", ".xlsx", made, judged, sound)
