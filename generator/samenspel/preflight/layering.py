"""What lies on top of what: marks come in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.pdf.colours import SPOTS
from samenspel.pdf.geometry import Box, contains, intersect
from samenspel.preflight.marks import FILL, IMAGE, OPAQUE, SHADING, Mark

GROUNDS = (FILL, IMAGE, SHADING)
ACROSS, UP = 12, 3
"""Places of a text that are looked at in each direction."""
MAX_LAYERS = 2000
"""Grounds of a page that are looked at; a drawing with more is no stack of panels."""


def hides(mark: Mark) -> bool:
    """True when nothing below the mark shows through it."""
    look = mark.look
    solid = look.alpha == 1 and look.blend in OPAQUE and not look.soft_mask and not look.overprint
    return solid and mark.core is not None and not mark.tiled


def hidden(box: Box, over: Sequence[Mark]) -> Mark | None:
    """The first of the marks over a box that together leave nothing of it to be seen, or ``None``.

    Looked at is a grid of places; a gap between two shapes may pass, a letter does not.
    """
    near = [mark for mark in over if intersect(mark.extent, box) is not None]
    if not near:
        return None
    if not all(any(_covers(mark, place) for mark in near) for place in _grid(box)):
        return None
    return near[0]


def _grid(box: Box) -> Iterator[tuple[float, float]]:
    """A grid that begins and ends in the corners."""
    left, bottom, right, top = box
    for n in range(ACROSS + 1):
        for m in range(UP + 1):
            yield left + (right - left) * n / ACROSS, bottom + (top - bottom) * m / UP


def _covers(mark: Mark, place: tuple[float, float]) -> bool:
    return mark.core is not None and contains(mark.core, place)


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
