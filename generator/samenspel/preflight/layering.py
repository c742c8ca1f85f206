"""What lies on top of what: marks come in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.pdf.colours import SPOTS
from samenspel.pdf.geometry import Box, contains, inside
from samenspel.preflight.marks import FILL, IMAGE, SHADING, Mark

GROUNDS = (FILL, IMAGE, SHADING)
OPAQUE = ("Normal", "Compatible")
ROUND = 0.85
"""Share of its box from which a shape is a disc or fuller: its middle is painted."""
RIM = 0.15
"""So much of a disc's box, at each side, may lie outside it."""
MAX_LAYERS = 2000
"""Grounds of a page that are looked at; a drawing with more is no stack of panels."""


def hides(mark: Mark) -> bool:
    """True when nothing below the mark shows through it."""
    look = mark.look
    solid = look.alpha == 1 and look.blend in OPAQUE and not look.soft_mask and not look.overprint
    return mark.kind in GROUNDS and solid and mark.cover >= ROUND


def covers(mark: Mark, box: Box) -> bool:
    """True when the mark paints all of a box."""
    if mark.cover == 1:
        return inside(box, mark.extent, 0)
    left, bottom, right, top = mark.extent
    across, up = RIM * (right - left), RIM * (top - bottom)
    return inside(box, (left + across, bottom + up, right - across, top - up), 0)


def below(marks: Sequence[Mark], place: int) -> Iterator[Mark]:
    """The grounds under the middle of a mark, the uppermost first, down to one that hides all."""
    left, bottom, right, top = marks[place].box
    middle = (left + right) / 2, (bottom + top) / 2
    for mark in marks[place - 1 :: -1] if place else ():
        if mark.kind in GROUNDS and contains(mark.extent, middle):
            yield mark
            if hides(mark):
                return


def on_colour(marks: Sequence[Mark], place: int) -> bool:
    """True when a mark lies on anything but paper and black."""
    return any(_coloured(mark) for mark in below(marks, place))


def _coloured(mark: Mark) -> bool:
    paint = mark.look.paint
    if paint.white:
        return False
    inks = {ink for ink, _ in paint.inks}
    return bool(inks - {"Black"}) if paint.known or paint.space.family in SPOTS else True
