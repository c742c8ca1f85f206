"""Inputs by chance that are the same at every run and with every Python: golden texts in bulk.

A test makes some hundreds of inputs out of parts, and holds what each becomes by a short digest.
Such a digest says only that something changed; what it was for is made again by its number.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests import goldens

T = TypeVar("T")


class Chance:
    """Picks by ``random()`` alone, whose numbers no version of Python changes."""

    def __init__(self, number: int) -> None:
        self._next = random.Random(number).random

    def of(self, several: Sequence[T]) -> T:
        """One of several."""
        return several[int(self._next() * len(several))]

    def number(self, low: float, high: float, digits: int = 0) -> float:
        """A number between two others; whole ones, or with so many digits."""
        found = round(low + self._next() * (high - low), digits)
        return found if digits else int(found)

    def maybe(self, share: float) -> bool:
        """True as often as ``share`` says."""
        return self._next() < share


def digest(text: str) -> str:
    """So much of a text's SHA-256 that no two inputs have the same."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def hold(name: str, title: str, count: int, made: Callable[[Chance], str]) -> None:
    """Holds what each of so many inputs becomes against a section of a golden text.

    A digest and the first words of it stand there for each.
    """
    lines = []
    for number in range(count):
        text = made(Chance(number))
        lines.append(f"{number:3} {digest(text)} {' '.join(text.split())[:60]}")
    goldens.section(name, title, "\n".join(lines) + "\n")
