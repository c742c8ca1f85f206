"""Sheets as a drawing: each page of the cards becomes a form XObject, placed below the furniture.

A page's operators are those of its form, as they were packed (ISO 32000-1, 8.10): nothing is
decoded, copied or compressed again, and no file is read. Crop marks are a form too, and the slug is
another, so the content of a sheet is only what lies where. Sheets with the same places share that,
and the same marks; only the slug differs on each.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from samenspel.impose.forms import Placements
from samenspel.impose.repeating import NOTHING, painted
from samenspel.model.sheet import SheetPlan
from samenspel.pdf.drawing import DEFLATED, LEVEL, Drawing, Leaf, also, numbers, stream, unmarked
from samenspel.units import to_points

SIZE_SLACK = 0.01
"""Points that two sizes may differ in, written with four decimals each."""
FURNITURE = b"Marks", b"Slug"
"""What stands on a sheet beside the cards, as its content calls it, from below."""
ARTIFACT = b"/Artifact BMC "

TOGETHER = b"/Sect BMC "
"""What is read in a form, its own marks say; the sequence around it only holds it together."""
AGAIN = b"/Figure <</MCID %d>> BDC "


def place(
    sheets: SheetPlan,
    cards: Drawing,
    furniture: Drawing,
    *,
    bleed: float,
    slugs: bool = False,
    read: Mapping[int, int] = NOTHING,
    pictured: bool = False,
    keys: int = 0,
) -> Drawing:
    """The sheets: one page a side, in the plan's order, as large as the paper.

    ``cards`` holds one page a card side of trim + ``bleed`` (mm) all around; ``furniture``, drawn
    after them, one page a side of the paper's size with what ends up above the cards. With
    ``slugs`` apart it holds as many again, which lie over these: so equal marks stay equal.
    Pages of ``read`` have a text, each in the section of that number; the second time one is a mark
    of its side (``on_sheets``). Where pages are ``pictured``, each is a mark of its side from the
    first time on.
    Keys of the cards come first in a structure tree, from ``keys`` on, then those of the furniture
    and the sides.
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

    before = keys + len(cards.pages)
    sides = zip(*levels, painted(sheets, read, pictured=pictured), strict=True)
    for key, (*over, laid) in enumerate(sides, before + len(furniture.pages)):
        leaf = over[0]
        named: list[bytes] = []
        operators: list[bytes] = []
        for count, (slot, mark) in enumerate(laid):
            placed = placements.operators_for(slot, leaf.box[0], leaf.box[1]) % count
            operators.append((TOGETHER if mark is None else AGAIN % mark) + placed)
            page, again = cards.pages[slot.page], mark is not None
            if (slot.page, again) not in forms:
                forms[slot.page, again] = form(_silent(page) if again else page)
            named.append(b"/Card%d %s" % (count, forms[slot.page, again]))
        for name, one in zip(FURNITURE, over, strict=False):
            if one not in above:
                own = one if one.key is None else replace(one, key=before + one.key)
                above[one] = form(own)
            opening = ARTIFACT if one.key is None else TOGETHER
            operators.append(b"%s/%s Do EMC\n" % (opening, name))
            named.append(b"/%s %s" % (name, above[one]))
        content = b"".join(operators)
        if content not in contents:
            contents[content] = zlib.compress(content, LEVEL)
        resources = b"<</XObject<<%s>>>>" % b"".join(named)
        again_here = any(one.mark is not None for one in laid)
        pages.append(Leaf(leaf.box, contents[content], resources, key=key if again_here else None))
    return Drawing(objects, pages)


def _form(leaf: Leaf) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox%s/Resources %s%s" % (
        numbers(leaf.box), leaf.resources, leaf.packing,
    )  # fmt: skip
    return stream(entries + also(leaf), leaf.content)


def as_figure(leaf: Leaf, key: int) -> Leaf:
    """A page of which all is one picture, its mark 0, which a structure tree finds by ``key``."""
    content = AGAIN % 0 + zlib.decompress(leaf.content) + b"\nEMC\n"
    return replace(leaf, content=zlib.compress(content, LEVEL), packing=DEFLATED, key=key)


def _silent(leaf: Leaf) -> Leaf:
    """A page that is one picture as a whole: marks in a form may be painted no more than once
    (ISO 14289-1, 7.20), so what stands in several slots is read in the first of them.
    """
    content = unmarked(zlib.decompress(leaf.content))
    return replace(leaf, content=zlib.compress(content, LEVEL), packing=DEFLATED, key=None)


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
