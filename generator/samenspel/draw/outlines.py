"""Text as outlines: each glyph once as a filled path, for a file without fonts.

A glyph is a form XObject in ems (1 × 1), which a page scales and calls in the colour and overprint
state that are set (ISO 32000-1, 8.10.1). What is lost: such text cannot be searched, copied or read
aloud, and small sizes are not hinted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from samenspel.draw.fontfiles import face_of
from samenspel.units import number

DIGITS = 5
"""Decimals of an em: a hundredth of a font unit."""

Box = tuple[float, float, float, float]


@lru_cache(maxsize=4096)
def outline(data: bytes, gid: int) -> tuple[bytes, Box] | None:
    """A glyph's filled path in ems, and the box around it; None for a glyph without ink."""
    face = face_of(data)
    pen = _Pen(1 / face.upem)
    _font(data).draw_glyph(gid, _FUNCTIONS, pen)
    if not pen.operators:
        return None
    xs, ys = pen.points[0::2], pen.points[1::2]
    return "\n".join([*pen.operators, "f"]).encode("ascii"), (min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=16)
def _font(data: bytes) -> hb.Font:
    return hb.Font(face_of(data))


class _Pen:
    """Gathers a path's operators and all its points."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.operators: list[str] = []
        self.points: list[float] = []
        self.here = (0.0, 0.0)

    def put(self, operator: str, *numbers: float) -> None:
        ems = [value * self.scale for value in numbers]
        self.points += ems
        self.operators.append(" ".join([*(number(em, DIGITS) for em in ems), operator]))
        if numbers:
            self.here = numbers[-2], numbers[-1]


def _move(x: float, y: float, pen: Any) -> None:
    pen.put("m", x, y)


def _line(x: float, y: float, pen: Any) -> None:
    pen.put("l", x, y)


def _quadratic(x1: float, y1: float, x: float, y: float, pen: Any) -> None:
    """TrueType's curve as a cubic one: handles at two thirds towards its control point."""
    x0, y0 = pen.here
    first = x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3
    second = x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3
    pen.put("c", *first, *second, x, y)


def _cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, pen: Any) -> None:
    pen.put("c", x1, y1, x2, y2, x, y)


def _close(pen: Any) -> None:
    pen.put("h")


_FUNCTIONS = hb.DrawFuncs()
_FUNCTIONS.set_move_to_func(_move)
_FUNCTIONS.set_line_to_func(_line)
_FUNCTIONS.set_quadratic_to_func(_quadratic)
_FUNCTIONS.set_cubic_to_func(_cubic)
_FUNCTIONS.set_close_path_func(_close)
