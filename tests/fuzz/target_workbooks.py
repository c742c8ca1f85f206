"""Damaged workbooks: bytes of the archive, words of the parts in it, and odd texts in its cells."""

from __future__ import annotations

import io
from datetime import date
from random import Random

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from tests.fuzz import target_csv as csv
from tests.fuzz.damage import BYTES, damaged, repacked
from tests.fuzz.harness import Target


def sound() -> bytes:
    """A workbook as it is."""
    return csv.exported()[1]


def made(number: int, seed: int) -> bytes:
    """A damaged workbook: a third as bytes, a third in one part of the archive, a third edited."""
    dice = Random(f"{seed}/{number}")
    book = csv.exported()[1]
    return dice.choice((_bytes, repacked, _edited))(book, dice)


def _bytes(book: bytes, dice: Random) -> bytes:
    return damaged([book], dice, BYTES)


def _edited(book: bytes, dice: Random) -> bytes:
    """Some texts are odd, or no texts but what a workbook may hold in their place."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    sheet = opened["nl"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Tekst")
    for number in dice.sample(range(2, sheet.max_row + 1), dice.choice((1, 1, 3))):
        cell = sheet.cell(number, column)
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
