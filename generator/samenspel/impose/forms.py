"""Where a page's form lies on a sheet, and what of it shows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.model.sheet import Slot
from samenspel.pdf.drawing import Leaf
from samenspel.units import number, to_points

Matrix = tuple[float, float, float, float, float, float]

PLACEMENT = b"q %s re W n %s cm /Card%%d Do Q EMC\n"
"""Clip, matrix, and then the number of the card on its side; the end of a marked sequence, which
begins before it."""

SIZE_SLACK = 0.02
"""Points that a page may differ from trim plus bleed (writers round boxes to 0.0001 to 0.01 pt)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a reader sees it: turned upright (a, b, c, d) and scaled; lengths in points."""

    turn: tuple[float, float, float, float]
    """The matrix that sets it upright, without its scale: whole quarters."""
    scale: float
    """By which its lengths are multiplied when it is shown."""
    width: float
    """From left to right as a reader sees it, turned and scaled."""
    height: float
    """From top to bottom, likewise."""
    box: tuple[float, float, float, float]
    """What is seen of it in its own space, not turned or scaled: left, bottom, right, top."""


class Placements:
    """The operators that put pages in slots; those of one place are written once."""

    def __init__(self, pages: Sequence[Leaf], height: float, bleed: float) -> None:
        """``height`` is the paper's and ``bleed`` what a page shows beyond its trim, in mm."""
        self._pages = pages
        self._height, self._bleed = height, bleed
        self._known: dict[tuple[object, ...], bytes] = {}

    def operators_for(self, slot: Slot, left: float, bottom: float) -> bytes:
        """The operators that paint the page, seen through trim plus bleed.

        ``left`` and ``bottom`` are the sheet's own corner in points.
        """
        if not 0 <= slot.page < len(self._pages):
            raise ValueError(
                f"the plan asks for page {slot.page} of {len(self._pages)} pages of cards"
            )
        leaf = self._pages[slot.page]
        origin = left, bottom
        key = slot.box, slot.bleed, slot.turned, leaf.box, leaf.turns, leaf.scale, origin
        if key not in self._known:
            matrix = " ".join(number(value, 6) for value in self._matrix(slot, leaf, origin))
            clip = " ".join(number(value) for value in self._clip(slot, origin))
            self._known[key] = PLACEMENT % (clip.encode("ascii"), matrix.encode("ascii"))
        return self._known[key]

    def _clip(self, slot: Slot, origin: tuple[float, float]) -> Sequence[float]:
        left, top, right, bottom = slot.bleed
        shown = slot.box.inset(-left, -top, -right, -bottom)
        across = origin[0] + to_points(shown.x)
        up = origin[1] + to_points(self._height - shown.bottom)
        return across, up, to_points(shown.width), to_points(shown.height)

    def _matrix(self, slot: Slot, leaf: Leaf, origin: tuple[float, float]) -> Matrix:
        """From the page's space to the paper's."""
        shown = _seen(leaf)
        self._check_size(slot, shown)
        a, b, c, d = shown.turn
        sign = -shown.scale if slot.turned else shown.scale
        a, b, c, d = a * sign, b * sign, c * sign, d * sign
        # The middle of the page's box comes to the middle of the slot.
        x, y = (shown.box[0] + shown.box[2]) / 2, (shown.box[1] + shown.box[3]) / 2
        centre = slot.box.centre
        across = origin[0] + to_points(centre.x)
        up = origin[1] + to_points(self._height - centre.y)
        return a, b, c, d, across - (a * x + c * y), up - (b * x + d * y)

    def _check_size(self, slot: Slot, shown: Seen) -> None:
        width = to_points(slot.box.width) + 2 * to_points(self._bleed)
        height = to_points(slot.box.height) + 2 * to_points(self._bleed)
        if max(abs(shown.width - width), abs(shown.height - height)) > SIZE_SLACK:
            raise ValueError(
                f"page {slot.page} measures {shown.width:.3f} x {shown.height:.3f} points and not "
                f"trim plus bleed, {width:.3f} x {height:.3f}"
            )


def _seen(leaf: Leaf) -> Seen:
    box = leaf.box
    cos, sin = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[leaf.turns]
    width, height = (box[2] - box[0]) * leaf.scale, (box[3] - box[1]) * leaf.scale
    if leaf.turns % 2:
        width, height = height, width
    return Seen((cos, -sin, sin, cos), leaf.scale, width, height, box)
