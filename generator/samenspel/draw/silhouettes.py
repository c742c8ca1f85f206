"""What a drawing fills, as outlines: to cut panels by, and to judge where art reaches."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.model.art import Art, VectorArt
from samenspel.model.frame import Path, Segment
from samenspel.pdf.geometry import IDENTITY, Matrix, apply, multiply

FILLS = ("f", "f*", "B", "B*")
"""The operators that fill what was drawn; the last two draw a line along it too."""
PATH_STEPS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


LINES = ("S", "B", "B*")
"""The operators that draw a line along it."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """All that a drawing paints, where outlines say it whole."""

    fills: tuple[Path, ...]
    """In shares of the canvas, from its upper left corner."""
    lined: bool
    """Whether lines are drawn too, which reach beyond."""


def silhouette(art: Art) -> Path | None:
    """The outline in shares of the canvas, from its upper left corner; a line along it is left out.

    ``None`` for what is not one filled shape: several shapes, a clip, pixels, a page of a PDF.
    """
    painted = _painted(art)
    return painted.fills[0] if painted and len(painted.fills) == 1 and painted.fills[0] else None


def filled_outlines(art: Art) -> tuple[Path, ...] | None:
    """All that a drawing paints, in shares of the canvas from its upper left corner.

    ``None`` where fills alone do not say it: lines, a clip, pixels, a page of a PDF.
    """
    painted = _painted(art)
    return painted.fills if painted and painted.fills and not painted.lined else None


def _painted(art: Art) -> _Painted | None:
    """What a drawing fills; ``None`` for a clip, pixels and a page of a PDF."""
    if not isinstance(art, VectorArt) or art.insets:
        return None
    lined = False
    filled: list[Path] = []
    path: list[Segment] = []
    matrix, saved = IDENTITY, list[Matrix]()
    for line in art.operators.decode("ascii").splitlines():
        *operands, operator = line.split()
        lined = lined or operator in LINES
        if operator == "q":
            saved.append(matrix)
        elif operator == "Q":
            matrix = saved.pop()
        elif operator == "cm":
            matrix = multiply(_matrix(operands), matrix)
        elif operator in PATH_STEPS:
            path.append((PATH_STEPS[operator], _through(matrix, operands)))
        elif operator in FILLS:
            filled.append(tuple(path))
            path = []
        elif operator == "n" and operands:  # ``W n``: a clip
            return None
        elif operator in ("S", "n"):
            path = []
    return _Painted(tuple(_in_shares(one, art) for one in filled), lined)


def _matrix(operands: list[str]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _through(matrix: Matrix, operands: list[str]) -> tuple[float, ...]:
    numbers = [float(one) for one in operands]
    points = zip(numbers[0::2], numbers[1::2], strict=True)
    return tuple(value for x, y in points for value in apply(x, y, matrix))


def _in_shares(path: Path, art: VectorArt) -> Path:
    """From art units upwards to shares downwards."""
    return tuple(
        (
            step,
            tuple(
                1 - one / art.height if place % 2 else one / art.width
                for place, one in enumerate(numbers)
            ),
        )
        for step, numbers in path
    )
