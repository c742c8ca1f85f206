"""Sheets as a drawing: each page of the cards becomes a form XObject, placed below the furniture.

A page's operators are those of its form, as they were packed (ISO 32000-1, 8.10): nothing is
decoded, copied or compressed again, and no file is read. Crop marks and slug are a form too, so the
content of a sheet is only what lies where; sheets with the same places share it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from samenspel.impose.forms import Placements
from samenspel.model.sheet import SheetPlan
from samenspel.pdf.drawing import Drawing, Leaf, numbers, stream
from samenspel.units import to_points

SIZE_SLACK = 0.01
"""Points that two sizes may differ in, written with four decimals each."""
LEVEL = 6
MARKS = b"/Marks"


def place(sheets: SheetPlan, cards: Drawing, furniture: Drawing, *, bleed: float) -> Drawing:
    """The sheets: one page a side, in the plan's order, as large as the paper.

    ``cards`` holds one page a card side of trim + ``bleed`` (mm) all around; ``furniture``, drawn
    after them, one page a side of the paper's size with crop marks and slug, which end up above the
    cards. ``ValueError`` (a bug in the caller) when page counts or sizes do not agree.
    """
    _check_furniture(sheets, furniture.pages)
    placements = Placements(cards.pages, sheets.height, bleed)
    objects = list(furniture.objects)
    forms: dict[int, bytes] = {}
    contents: dict[bytes, bytes] = {}
    pages: list[Leaf] = []

    def form(leaf: Leaf) -> bytes:
        objects.append(_form(leaf))
        return b"%d 0 R" % len(objects)

    for leaf, side in zip(furniture.pages, sheets.sides, strict=True):
        named: list[bytes] = []
        placed: list[bytes] = []
        for count, slot in enumerate(side.slots):
            placed.append(placements.of(slot, leaf.box[0], leaf.box[1]) % count)
            if slot.page not in forms:
                forms[slot.page] = form(cards.pages[slot.page])
            named.append(b"/Card%d %s" % (count, forms[slot.page]))
        operators = b"".join([*placed, MARKS, b" Do\n"])
        if operators not in contents:
            contents[operators] = zlib.compress(operators, LEVEL)
        named.append(b"%s %s" % (MARKS, form(leaf)))
        pages.append(Leaf(leaf.box, contents[operators], b"<</XObject<<%s>>>>" % b"".join(named)))
    return Drawing(objects, pages)


def _form(leaf: Leaf) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox%s/Resources %s%s" % (
        numbers(leaf.box), leaf.resources, leaf.packing,
    )  # fmt: skip
    return stream(entries + b"/Group %s" % leaf.group if leaf.group else entries, leaf.content)


def _check_furniture(sheets: SheetPlan, furniture: Sequence[Leaf]) -> None:
    if len(furniture) != len(sheets.sides):
        raise ValueError(f"{len(furniture)} pages of furniture for {len(sheets.sides)} sides")
    paper = to_points(sheets.width), to_points(sheets.height)
    for leaf in furniture:
        left, bottom, right, top = leaf.box
        size = right - left, top - bottom
        if max(abs(size[0] - paper[0]), abs(size[1] - paper[1])) > SIZE_SLACK:
            raise ValueError(f"furniture of {size} points for a paper of {paper} points")
