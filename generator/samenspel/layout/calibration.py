"""A sheet on which one reads how far a printer's back lies beside its front, to a tenth of a mm.

Pairs of lines, one on each side, of which only one pair runs on when the sheet is held against the
light. Each next pair is designed a tenth of a millimetre further apart, so its number says how far
the back is off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenspel.layout.faces import Face
from samenspel.layout.sheet_words import calibration_words
from samenspel.model.frame import Frame, Item, Shape, TextRun
from samenspel.model.ink import BLACK
from samenspel.model.paths import line
from samenspel.model.sheet import Flip, Paper
from samenspel.units import MM_PER_POINT

TENTHS = 42
"""The largest offset that can be read, in tenths of a mm; office printers are 3 to 4 mm off."""
PITCH = 9.0
"""Between pairs, in mm: more than twice the largest offset, so that no line meets another's."""
STROKE = 6.0
"""Length of each of the two lines of a pair, in mm."""
BAND = 17.0
"""From one row of pairs to the next, in mm."""
WIDTH = 0.12
LABEL, TEXT = 6.0, 9.0
"""Sizes of type in points."""
HEAD = 33.0
"""Room for the words above the pairs, in mm."""
EDGE = 12.0
"""What stands on the sheet stays so far inside the paper, in mm, but for ladders at its edges."""
STEPS, STEP_PITCH, STEP_LENGTH = 8, 6.0, 4.0
"""Lines of a ladder, each a mm further from the edge; their distance and length in mm."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines that meet when the back is ``offset`` mm off; ``place`` is the front's (mm)."""

    offset: float
    along: float
    across: float


def calibration_sheet(
    paper: Paper, landscape: bool, flip: Flip, face: Face, labels: Mapping[str, str]
) -> list[Frame]:
    """Front and back of the test sheet, on a paper of A4 or Letter or larger."""
    size = (paper.height, paper.width) if landscape else (paper.width, paper.height)
    width, height = size
    about_vertical = (flip == "long-edge") == (height >= width)
    front = [*_text_runs(face, calibration_words(labels, flip, landscape), width),
             *_ruler(size, face), *_ladders(size, face)]  # fmt: skip
    back: list[Item] = []
    for axis in (0, 1):
        for pair in _pairs(axis, size):
            front += [_stroke(axis, pair.along, pair.across), *_label(axis, pair, face)]
            back.append(_behind(axis, pair, size, about_vertical))
    return [
        Frame(f"printer-{side}", width, height, 0.0, 0.0, tuple(items), "printer", side)
        for side, items in (("front", front), ("back", back))
    ]


def _pairs(axis: int, size: tuple[float, float]) -> Iterator[Pair]:
    """All pairs for one direction: rows across the sheet's head, columns below them."""
    width, height = size
    offsets = [tenth / 10 for tenth in range(-TENTHS, TENTHS + 1)]
    top = EDGE + HEAD
    a_row = int((width - 2 * EDGE) / PITCH)
    below = top + math.ceil(len(offsets) / a_row) * BAND + PITCH / 2
    a_column = int((height - EDGE - PITCH - below) / PITCH) + 1
    columns = math.ceil(len(offsets) / a_column)
    for count, offset in enumerate(offsets):
        if axis == 0:
            row, place = divmod(count, a_row)
            left = (width - (a_row - 1) * PITCH) / 2
            yield Pair(offset, left + place * PITCH, top + row * BAND)
        else:
            column, place = divmod(count, a_column)
            room = (width - 2 * EDGE) / columns
            yield Pair(offset, below + place * PITCH, EDGE + PITCH + column * room)


def _stroke(axis: int, along: float, across: float) -> Shape:
    """A line of ``STROKE`` mm: upright for the first direction, lying for the second."""
    ends = (along, across, along, across + STROKE)
    if axis == 1:
        ends = (across, along, across + STROKE, along)
    return Shape(line(*ends), stroke=BLACK, line_width=WIDTH, role="gauge")


def _behind(axis: int, pair: Pair, size: tuple[float, float], about_vertical: bool) -> Shape:
    """The second line of a pair, on the back: where the first one ends, but for the offset."""
    along, across = pair.along, pair.across + STROKE
    mirrored_axis = 0 if about_vertical else 1  # the direction that turning the sheet mirrors
    if axis == mirrored_axis:
        along = size[axis] - along
    else:
        across = size[1 - axis] - across - STROKE
    return _stroke(axis, along - pair.offset, across)


def _label(axis: int, pair: Pair, face: Face) -> list[TextRun]:
    text = f"{pair.offset:+.1f}" if pair.offset else "0"
    text = f"\u200e{text}" if face.rtl else text  # its sign stands before it, as in the command
    width = face.width(text, LABEL)
    if axis == 0:
        return _runs(face, text, LABEL, pair.along - width / 2, pair.across - 1.0)
    high = face.cap_height * LABEL * MM_PER_POINT
    return _runs(face, text, LABEL, pair.across - width - 1.0, pair.along + high / 2)


def _text_runs(face: Face, lines: tuple[str, ...], width: float) -> Iterator[TextRun]:
    """The lines, each where its writing begins: on the right for one from right to left."""
    for count, text in enumerate(lines):
        x = width - EDGE - face.width(text, TEXT) if face.rtl else EDGE
        yield from _runs(face, text, TEXT, x, EDGE + 4 + count * 5.0)


def _ruler(size: tuple[float, float], face: Face) -> Iterator[Item]:
    """A line of 100 mm, to see that the sheet was printed at its size."""
    _, height = size
    y = height - EDGE - 2
    yield Shape(line(EDGE, y, EDGE + 100, y), stroke=BLACK, line_width=WIDTH, role="gauge")
    for x in (EDGE, EDGE + 100):
        yield Shape(line(x, y - 2, x, y + 2), stroke=BLACK, line_width=WIDTH, role="gauge")
    yield from _runs(face, "100 mm", LABEL, EDGE + 102, y + 1)


def _ladders(size: tuple[float, float], face: Face) -> Iterator[Item]:
    """At each edge lines of 1 to 8 mm from it: the first one printed tells what is out of reach."""
    high = face.cap_height * LABEL * MM_PER_POINT
    for axis in (0, 1):
        along, across = size[axis], size[1 - axis]
        first = (along - (STEPS - 1) * STEP_PITCH) / 2
        for number in range(1, STEPS + 1):
            at = first + (number - 1) * STEP_PITCH
            wide = face.width(str(number), LABEL)
            for far in (False, True):
                y = across - number if far else float(number)
                ends = (at - STEP_LENGTH / 2, y, at + STEP_LENGTH / 2, y)
                ends = ends if axis == 0 else (y, ends[0], y, ends[2])
                yield Shape(line(*ends), stroke=BLACK, line_width=WIDTH, role="gauge")
                inner = across - EDGE + 2 if far else EDGE - 2
                x, base = (at - wide / 2, inner + high / 2) if axis == 0 else (
                    inner - wide / 2, at + high / 2)  # fmt: skip
                yield from _runs(face, str(number), LABEL, x, base)


def _runs(face: Face, text: str, size: float, x: float, y: float) -> list[TextRun]:
    """The text in the fonts that have its characters, beginning at ``x`` on the baseline ``y``."""
    return [
        TextRun(span.font, size, x + span.x, y, span.width, span.text, span.glyphs, role="gauge")
        for span in face.line(text, size).spans
    ]
