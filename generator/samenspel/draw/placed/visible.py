"""The instructions of a content stream that show something, or lead to what does.

Marked content goes; what lies in a layer that does not print is not painted, while the state that
it sets stays set (ISO 32000-1, 8.11.3.2). What is saved and restored without painting goes too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pikepdf import Name, Operator

from samenspel.draw.placed.found import UnplaceableError
from samenspel.pdf.layers import Layer, hides
from samenspel.pdf.values import Resources, entry, kind

Instruction = tuple[list[Any], str]

FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("B", "B*", "b", "b*", "S", "s"))
PAINTS = FILLS | STROKES
SHOWS = frozenset(("Tj", "TJ", "'", '"'))
PLACES_TEXT = frozenset(("BT", "Td", "TD", "Tm", "T*"))
COLOURS = frozenset(("g", "G", "k", "K", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN"))
CALLS = frozenset(("Do", "Tf", "gs", "sh"))
OTHERS = frozenset((
    "m", "l", "c", "v", "y", "h", "re", "W", "W*", "n", "q", "Q", "cm", "w", "J", "j", "M", "d",
    "ri", "i", "ET", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "d0", "d1",
))  # fmt: skip
IMAGE = "INLINE IMAGE"
KNOWN = PAINTS | SHOWS | PLACES_TEXT | COLOURS | CALLS | OTHERS | {IMAGE}
SHOWING = PAINTS | SHOWS | {"Do", "sh", "d0", "d1", IMAGE}
"""Instructions for whose sake others are kept."""
INVISIBLE = 3
"""The way of showing text in which nothing of it is painted (``Tr``)."""


def visible(
    instructions: Iterable[Any], resources: Resources, off: frozenset[Layer]
) -> list[Instruction]:
    """What is left of a stream's instructions. Raises UnplaceableError."""
    sieve = _Sieve(resources, off)
    for one in instructions:
        sieve.take(list(one.operands), str(one.operator))
    return sieve.finished()


def operators(instructions: Iterable[Instruction]) -> list[tuple[list[Any], Operator]]:
    """Instructions as pikepdf writes them."""
    return [(operands, Operator(word)) for operands, word in instructions]


class _Sieve:
    """Takes instructions one by one and keeps what shows."""

    def __init__(self, resources: Resources, off: frozenset[Layer]) -> None:
        self.out: list[Instruction] = []
        self._resources, self._off = resources, off
        self._contents: list[bool] = []
        self._away = 0
        self._shown = True
        self._skipped = False
        """Text was left out, and nothing has said since where text goes on."""
        self._saved: list[tuple[int, bool]] = []
        """For each ``q``, where it stands and whether text showed."""
        self._shows: list[bool] = [False]
        """For each level, whether anything has been painted in it."""

    def take(self, operands: list[Any], word: str) -> None:
        """One instruction; unknown ones are left out."""
        if word in ("BMC", "BDC"):
            self._begin(operands)
        elif word == "EMC":
            if self._contents:
                self._away -= self._contents.pop()
        elif word == "q":
            self._saved.append((len(self.out), self._shown))
            self._shows.append(False)
            self._put(operands, word)
        elif word == "Q":
            self._restore(operands)
        elif word in PAINTS and self._away:
            self._put([], "n")
        elif word in SHOWS:
            self._show(operands, word)
        elif word in ("Do", "sh", IMAGE) and self._hidden(operands, word):
            return
        elif word in KNOWN:
            self._follow(operands, word)
            self._put(operands, word)

    def finished(self) -> list[Instruction]:
        """All that was kept, with every state restored that was saved."""
        while self._saved:
            self._restore([])
        return self.out

    def _put(self, operands: list[Any], word: str) -> None:
        self.out.append((operands, word))
        if word in SHOWING:
            self._shows[-1] = True

    def _follow(self, operands: list[Any], word: str) -> None:
        if word in PLACES_TEXT:
            self._skipped = False
        elif word == "Tr":
            self._shown = not operands or int(operands[0]) != INVISIBLE

    def _begin(self, operands: list[Any]) -> None:
        away = False
        if len(operands) == 2 and operands[0] == Name.OC and isinstance(operands[1], Name):
            layer = entry(entry(self._resources, "/Properties"), str(operands[1]))
            away = hides(layer, self._off)
        self._contents.append(away)
        self._away += away

    def _restore(self, operands: list[Any]) -> None:
        if not self._saved:
            return
        start, self._shown = self._saved.pop()
        shows = self._shows.pop()
        if shows:
            self._shows[-1] = True
            self._put(operands, "Q")
        else:
            del self.out[start:]

    def _hidden(self, operands: list[Any], word: str) -> bool:
        if self._away or word != "Do":
            return bool(self._away)
        called = entry(entry(self._resources, "/XObject"), str(operands[0]))
        return called is None or kind(called) == "PS" or hides(entry(called, "/OC"), self._off)

    def _show(self, operands: list[Any], word: str) -> None:
        """Text; what does not show is left out, and nothing may go on where it ended."""
        if self._away or not self._shown:
            if word == '"':
                self._put([operands[0]], "Tw")
                self._put([operands[1]], "Tc")
            if word in ("'", '"'):
                self._put([], "T*")
            self._skipped = True
            return
        if word in ("'", '"'):
            self._skipped = False
        if self._skipped:
            raise UnplaceableError("text that shows goes on where text that does not show ends")
        self._put(operands, word)
