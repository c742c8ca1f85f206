"""Pages that lie on sheets more than once: each is read in its first place (ISO 14289-1, 7.20)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, count
from operator import attrgetter
from typing import NamedTuple

from samenspel.model.frame import Box
from samenspel.model.sheet import SheetPlan, Slot
from samenspel.tagging import Element, Outline

NOTHING: Mapping[int, int] = {}


class Laid(NamedTuple):
    """A page in its slot."""

    slot: Slot
    """Where it lies."""
    mark: int | None
    """The number of its marked sequence on the side, from 0, when it has been read before."""


def painted(
    sheets: SheetPlan, read: Mapping[int, int] = NOTHING, *, pictured: bool = False
) -> Iterator[list[Laid]]:
    """For each side its pages in the order of painting.

    ``read`` holds the pages with a text, and the number of the section that each belongs to: those
    of a section are painted together, pictures of what was read before last, as a tree has them.
    Where all are ``pictured`` each has a mark.
    """
    seen: set[int] = set()
    for side in sheets.sides:
        found: list[tuple[Slot, bool]] = []
        for slot in _in_order(side.slots):
            found.append((slot, pictured or slot.page in seen))
            if slot.page in read:
                seen.add(slot.page)
        if not _touching(side.slots):
            found.sort(key=lambda one: (read.get(one[0].page, -1), one[1]))
        marks = count()
        yield [Laid(slot, next(marks) if again else None) for slot, again in found]


def on_sheets(
    outline: Outline, sheets: SheetPlan, first: int, called: Callable[[int], str]
) -> Outline:
    """What is read of pages that lie on sheets, with a picture for each that has been read before.

    A side is known by what a structure tree finds it by: ``first`` and its place among the sides;
    ``called`` says what a sheet of that number is called.
    """
    places: dict[int, Slot] = {}
    again: dict[int, list[Laid]] = {}
    for key, laid in enumerate(painted(sheets, outline.owners), first):
        for one in laid:
            places.setdefault(one.slot.page, one.slot)
        again[key] = [one for one in laid if one.mark is not None]
    made = []
    for section in outline.sections:
        pages = [(page, tuple(_moved(one, places[page]) for one in row))
                 for page, row in section.pages]  # fmt: skip
        for (key, laid), side in zip(again.items(), sheets.sides, strict=True):
            own = [one for one in laid if one.slot.page in section.places]
            if own:
                pages.append((key, (_picture(own, f"{section.name} · {called(side.number)}"),)))
        made.append(replace(section, pages=tuple(pages)))
    return Outline(tuple(made))


def _picture(laid: Sequence[Laid], alt: str) -> Element:
    marks = tuple(one.mark for one in laid if one.mark is not None)
    seen = [one.slot.box.inset(*(-side for side in one.slot.bleed)) for one in laid]
    left, top = min(box.x for box in seen), min(box.y for box in seen)
    right, bottom = max(box.right for box in seen), max(box.bottom for box in seen)
    return Element("Figure", marks, alt=alt, box=Box(left, top, right - left, bottom - top))


def _moved(element: Element, slot: Slot) -> Element:
    """An element of a page where that lies."""
    children = tuple(_moved(one, slot) for one in element.children)
    box = element.box
    if box is not None and slot.turned:
        x, y = slot.box.right - box.right, slot.box.bottom - box.bottom
        box = Box(x, y, box.width, box.height)
    elif box is not None:
        box = Box(slot.box.x + box.x, slot.box.y + box.y, box.width, box.height)
    return replace(element, children=children, box=box) if box or children else element


def _in_order(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Slots in the order of the cards, in which they are read, unless bleed lies over bleed."""
    return slots if _touching(slots) else sorted(slots, key=attrgetter("page"))


def _touching(slots: Sequence[Slot]) -> bool:
    """Whether what is seen of one lies over another, so that their order matters."""
    shown = [slot.box.inset(*(-side for side in slot.bleed)) for slot in slots]
    return any(one.overlaps(other) for one, other in combinations(shown, 2))
