"""The outline of a drawing that is one shape, by which a panel on a page can be cut."""

from __future__ import annotations

from samenspel.model.art import Art, VectorArt
from samenspel.model.frame import Path, Segment
from samenspel.pdf.geometry import IDENTITY, Matrix, apply, multiply

FILLS = ("f", "f*", "B", "B*")
"""The operators that fill what was drawn; the last two draw a line along it too."""
PATH_STEPS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def silhouette(art: Art) -> Path | None:
    """The outline in shares of the canvas, from its upper left corner; a line along it is left out.

    ``None`` for what is not one filled shape: several shapes, a clip, pixels, a page of a PDF.
    """
    if not isinstance(art, VectorArt) or art.insets:
        return None
    filled: list[Path] = []
    path: list[Segment] = []
    matrix, saved = IDENTITY, list[Matrix]()
    for line in art.operators.decode("ascii").splitlines():
        *operands, operator = line.split()
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
        elif operator in ("W", "W*"):
            return None
        elif operator in ("S", "n"):
            path = []
    return _in_shares(filled[0], art) if len(filled) == 1 and filled[0] else None


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
