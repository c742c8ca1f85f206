"""Black strokes in drawings overprint, as text does: nothing white shows beside them when a plate
is a little off. Only those so thick that they are shapes knock out.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from samenspel.draw.content import OVERPRINT
from samenspel.units import POINTS_PER_MM

THICKEST = 6.0
"""Points: a stroke that is thicker is a shape, whose edges a press can hold."""

STROKES, KNOCKS_OUT = OVERPRINT[True, False], OVERPRINT[False, False]
"""The names of the graphics states: strokes overprint and fills do not; nothing does."""

_LINE = re.compile(rb"^(?:([-\d. ]+) (K|w|cm)|/H\d+ (SCN)|(q|Q|S|f\*?|B\*?))$", re.MULTILINE)
"""The operators of prepared art that matter here; each ends a line."""

_PATH_STEP = re.compile(rb" (?:m|l|c|re)$|^h$")


@lru_cache(maxsize=64)
def overprinted(operators: bytes, scale: float) -> bytes:
    """A drawing's operators with its black strokes in a state that overprints.

    ``scale`` is the largest number of mm to a unit at which it is printed. The operators are those
    that art is prepared as; they stay the same object when no stroke in them is.
    """
    if b"0 0 0 1 K" not in operators:
        return operators
    out: list[bytes] = []
    kept = 0
    for start, end in _thin_strokes(operators, scale * POINTS_PER_MM):
        out += [operators[kept:start], _state(STROKES), operators[start:end], _state(KNOCKS_OUT)]
        kept = end
    return b"".join([*out, operators[kept:]]) if out else operators


def _state(name: str) -> bytes:
    return f"/{name} gs\n".encode("ascii")


def _thin_strokes(operators: bytes, scale: float) -> list[tuple[int, int]]:
    """Where paths begin that are stroked in black, and where the line after them begins;
    ``scale`` is points a unit.
    """
    found: list[tuple[int, int]] = []
    black, width = False, 1.0
    stack: list[tuple[float, bool, float]] = []
    since = 0
    for match in _LINE.finditer(operators):
        numbers, setting, gradient, word = match.groups()
        if setting == b"K":
            black = numbers.split() == [b"0", b"0", b"0", b"1"]
        elif setting == b"w":
            width = float(numbers)
        elif setting == b"cm":
            a, b, c, d, *_ = map(float, numbers.split())
            scale *= math.sqrt(abs(a * d - b * c))
        elif gradient:
            black = False
        elif word == b"q":
            stack.append((scale, black, width))
        elif word == b"Q":
            scale, black, width = stack.pop()
        elif word[:1] in b"SB" and black and width * scale < THICKEST:
            found.append((_path_start(operators, since, match.start()), match.end() + 1))
        since = match.end() + 1
    return found


def _path_start(operators: bytes, since: int, end: int) -> int:
    """Where the path begins that ends before ``end``: behind the last line that builds none."""
    place = end
    while place > since:
        line = operators.rfind(b"\n", since, place - 1) + 1 or since
        if not _PATH_STEP.search(operators[line : place - 1]):
            break
        place = line
    return place
