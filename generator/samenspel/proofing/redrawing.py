"""Pages drawn again while somebody types: of a page that is nearly the last one, what differs.

Most letters change a line or two. Of the page only what reaches their rows of pixels is put in a
PDF, PDFium draws these rows, and only they go through the press's profile; the rest is the last
picture's. What comes of it is what the whole page drawn at once would be, but for a level of 255 in
a few pixels, where PDFium cuts a curve at the first row.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from PIL import Image

from samenspel.model.art import Art
from samenspel.model.frame import Frame, Item, Placement
from samenspel.proofing.live import PressView, Rows
from samenspel.tagging.arranging import reach
from samenspel.units import MM_PER_INCH

HELD = 6
"""Pictures of pages that are held, of some 2 MB each: two faces in two sizes, and some."""
SPREAD = 2
"""Pixels beyond an item that it may still colour."""

Key = tuple[str, str, float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Last:
    """A page as it was drawn last."""

    frame: Frame
    arts: Mapping[str, Art]
    picture: Image.Image
    """With its bleed."""


class Redrawing:
    """The pages of one edition that were drawn last."""

    def __init__(self, view: PressView) -> None:
        """``view`` shows them as the press prints them."""
        self._view = view
        self._last: OrderedDict[Key, _Last] = OrderedDict()

    def picture(
        self, frame: Frame, arts: Mapping[str, Art], dpi: float, drawn: Callable[[Frame], bytes]
    ) -> Image.Image:
        """A page with its bleed; ``drawn`` makes the PDF of it, with that art."""
        key = frame.card, frame.side, frame.width, frame.height, frame.bleed, dpi
        last = self._last.pop(key, None)
        if last is None or last.arts is not arts:
            made = self._view.picture(drawn(frame), dpi)
        else:
            made = last.picture
            rows = changed_rows(last.frame, frame, dpi, made.height)
            if rows is not None:
                part = self._view.picture(drawn(within(frame, rows, dpi)), dpi, rows)
                made = made.copy()
                made.paste(part, (0, rows[0]))
        self._last[key] = _Last(frame, arts, made)
        while len(self._last) > HELD:
            self._last.popitem(last=False)
        return made


def changed_rows(before: Frame, after: Frame, dpi: float, height: int) -> Rows | None:
    """The rows of pixels in which two pages of one size may differ; ``None`` for none.

    ``height`` is that of the picture with its bleed.
    """
    reached = [reach(item) for item in _different(before.items, after.items)]
    if not reached:
        return None
    sharp = dpi / MM_PER_INCH
    top = (min(one[1] for one in reached) + after.bleed) * sharp - SPREAD
    end = (max(one[3] for one in reached) + after.bleed) * sharp + SPREAD
    first, last = max(math.floor(top), 0), min(math.ceil(end), height)
    return (first, last) if first < last else None


def within(frame: Frame, rows: Rows, dpi: float) -> Frame:
    """The page with what may colour these rows of pixels alone.

    Art of which one piece does stays wherever it stands: all its sizes together decide how it is
    drawn.
    """
    reached = [item for item in frame.items if _meets(item, frame, rows, dpi)]
    arts = {item.art for item in reached if isinstance(item, Placement)}
    kept = set(map(id, reached))
    items = (
        item
        for item in frame.items
        if id(item) in kept or (isinstance(item, Placement) and item.art in arts)
    )
    return replace(frame, items=tuple(items))


def _meets(item: Item, frame: Frame, rows: Rows, dpi: float) -> bool:
    _, top, _, end = reach(item)
    sharp = dpi / MM_PER_INCH
    begins, ends = (top + frame.bleed) * sharp - SPREAD, (end + frame.bleed) * sharp + SPREAD
    return begins < rows[1] and ends > rows[0]


def _different(before: tuple[Item, ...], after: tuple[Item, ...]) -> Iterator[Item]:
    """The items of both between those at the beginning and the end that are the same."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    most -= start
    end = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    for items in (before, after):
        yield from items[start : len(items) - end]
