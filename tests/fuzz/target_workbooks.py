"""Damaged workbooks: bytes of the archive, and words of the parts in it."""

from __future__ import annotations

from random import Random

from tests.fuzz import target_csv as csv
from tests.fuzz.damage import BYTES, damaged, repacked
from tests.fuzz.harness import Target


def made(number: int, seed: int) -> bytes:
    """A damaged workbook; two of three are whole archives with one damaged part."""
    dice = Random(f"{seed}/{number}")
    book = csv.exported()[1]
    return damaged([book], dice, BYTES) if dice.random() < 0.33 else repacked(book, dice)


def judged(data: bytes) -> str:
    """As for CSV."""
    return csv.judged(data, ".xlsx")


TARGET = Target("workbooks", ".xlsx", made, judged)
