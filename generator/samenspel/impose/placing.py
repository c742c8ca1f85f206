"""Sheets as a drawing: each page of the cards becomes a form XObject, placed below the furniture.

A page's operators are those of its form, as they were packed (ISO 32000-1, 8.10): nothing is
decoded, copied or compressed again, and no file is read. Crop marks are a form too, and the slug is
another, so the content of a sheet is only what lies where. Sheets with the same places share that,
and the same marks; only the slug differs on each.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter

from samenspel.impose.forms import Placements
from samenspel.model.sheet import SheetPlan, Slot
from samenspel.pdf.drawing import Drawing, Leaf, also, numbers, stream
from samenspel.units import to_points

SIZE_SLACK = 0.01
"""Points that two sizes may differ in, written with four decimals each."""
LEVEL = 6
FURNITURE = b"Marks", b"Slug"
"""What stands on a sheet beside the cards, as its content calls it, from below."""

_READ = re.compile(rb"/\w+ <</MCID \d+>> BDC")
"""As drawing writes it."""


def place(
    sheets: SheetPlan, cards: Drawing, furniture: Drawing, *, bleed: float, slugs: bool = False
) -> Drawing:
    """The sheets: one page a side, in the plan's order, as large as the paper.

    ``cards`` holds one page a card side of trim + ``bleed`` (mm) all around; ``furniture``, drawn
    after them, one page a side of the paper's size with what ends up above the cards. With
    ``slugs`` apart it holds as many again, which lie over these: so equal marks stay equal.
    ``ValueError`` (a bug in the caller) when page counts or sizes do not agree.
    """
    levels = _levels(sheets, furniture.pages, 2 if slugs else 1)
    placements = Placements(cards.pages, sheets.height, bleed)
    objects = list(furniture.objects)
    forms: dict[tuple[int, bool], bytes] = {}
    above: dict[Leaf, bytes] = {}
    contents: dict[bytes, bytes] = {}
    pages: list[Leaf] = []

    def form(leaf: Leaf) -> bytes:
        objects.append(_form(leaf))
        return b"%d 0 R" % len(objects)

    for *over, side in zip(*levels, sheets.sides, strict=True):
        leaf = over[0]
        named: list[bytes] = []
        placed: list[bytes] = []
        for count, slot in enumerate(_in_order(side.slots)):
            placed.append(placements.of(slot, leaf.box[0], leaf.box[1]) % count)
            page = cards.pages[slot.page]
            again = page.key is not None and (slot.page, False) in forms
            if (slot.page, again) not in forms:
                forms[slot.page, again] = form(_unread(page) if again else page)
            named.append(b"/Card%d %s" % (count, forms[slot.page, again]))
        for name, one in zip(FURNITURE, over, strict=False):
            if one not in above:
                above[one] = form(one)
            placed.append(b"/Artifact BMC /%s Do EMC\n" % name)
            named.append(b"/%s %s" % (name, above[one]))
        operators = b"".join(placed)
        if operators not in contents:
            contents[operators] = zlib.compress(operators, LEVEL)
        pages.append(Leaf(leaf.box, contents[operators], b"<</XObject<<%s>>>>" % b"".join(named)))
    return Drawing(objects, pages)


def _form(leaf: Leaf) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox%s/Resources %s%s" % (
        numbers(leaf.box), leaf.resources, leaf.packing,
    )  # fmt: skip
    return stream(entries + also(leaf), leaf.content)


def _unread(leaf: Leaf) -> Leaf:
    """A marked page once more: marks in a form may be painted no more than once (ISO 14289-1,
    7.20), so what stands in several slots is read in the first of them.
    """
    content = _READ.sub(b"/Artifact BMC", zlib.decompress(leaf.content))
    return replace(leaf, content=zlib.compress(content, LEVEL), key=None)


def _in_order(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Slots in the order of the cards, in which they are read, unless bleed lies over bleed."""
    shown = [slot.box.inset(*(-side for side in slot.bleed)) for slot in slots]
    if any(one.overlaps(other) for one, other in combinations(shown, 2)):
        return slots
    return sorted(slots, key=attrgetter("page"))


def _levels(sheets: SheetPlan, furniture: Sequence[Leaf], count: int) -> list[Sequence[Leaf]]:
    """The pages that lie above the cards, level by level: one a side on each."""
    sides = len(sheets.sides)
    if len(furniture) != sides * count:
        raise ValueError(f"{len(furniture)} pages of furniture for {sides} sides")
    paper = to_points(sheets.width), to_points(sheets.height)
    for leaf in furniture:
        left, bottom, right, top = leaf.box
        size = right - left, top - bottom
        if max(abs(size[0] - paper[0]), abs(size[1] - paper[1])) > SIZE_SLACK:
            raise ValueError(f"furniture of {size} points for a paper of {paper} points")
    return [furniture[start : start + sides] for start in range(0, len(furniture), sides)]
