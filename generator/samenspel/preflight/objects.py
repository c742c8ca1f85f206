"""What a person sees as the objects of a page: texts, pictures, shapes, and drawings as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.pdf.geometry import Box, Side, distances, intersect, union
from samenspel.preflight.marks import TEXT, Mark
from samenspel.preflight.page import PageView
from samenspel.units import to_mm


@dataclass(frozen=True, slots=True)
class PageObject:
    """``box`` in points. A drawing is all that a form paints but its texts."""

    kind: str
    name: str
    box: Box


def page_objects(page: PageView) -> Iterator[PageObject]:
    """Everything that lies at least partly inside the trim, but white shapes.

    A form that holds the whole page is a wrapper, and what is in it counts by itself.
    """
    drawings: dict[int, Box] = {}
    wrapped = len({mark.art for mark in page.marks}) == 1
    for mark in page.marks:
        if mark.look.paint.white and mark.kind != TEXT:
            continue
        if mark.kind == TEXT or not mark.art or (wrapped and mark.sure):
            if intersect(mark.extent, page.trim) is not None:
                yield PageObject(mark.kind, mark.name, mark.extent)
        else:
            drawings[mark.art] = _joined(drawings.get(mark.art), mark)
    for box in drawings.values():
        if intersect(box, page.trim) is not None:
            yield PageObject("drawing", "", box)


def _joined(box: Box | None, mark: Mark) -> Box:
    return mark.extent if box is None else union(box, mark.extent)


def margins(item: PageObject, page: PageView) -> dict[Side, float]:
    """How far it stays from the cut at each side, in mm; negative beyond it."""
    return {side: to_mm(far) for side, far in distances(item.box, page.trim).items()}
