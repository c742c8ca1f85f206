"""Sheets as PDF: each page of the cards file becomes a form XObject, placed on the furniture.

A page's content stream is turned **in place** into a form (ISO 32000-1, 8.10): it gets a BBox and
the page's own resources, and nothing is decoded, copied or compressed again. The cards file is
the base of the new document, so fonts and art that cards share stay shared; only the furniture is
copied in.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import combinations
from operator import attrgetter

import pikepdf
from pikepdf import Dictionary, Name

from samenspel.impose.forms import CardForms
from samenspel.model.frame import Box
from samenspel.model.sheet import SheetPlan, SheetSide, Slot
from samenspel.units import number, to_points

SIZE_SLACK = 0.01
"""Points that two sizes may differ in, written with four decimals each."""
PAGE_BOUND_KEYS = (
    "/Outlines", "/Names", "/Dests", "/PageLabels", "/OpenAction", "/AcroForm", "/StructTreeRoot",
    "/MarkInfo", "/Threads", "/PageMode",
)  # fmt: skip
"""Catalog entries that speak of pages which are no longer there. Optional content stays."""


def place(sheets: SheetPlan, cards: bytes, furniture: bytes, *, bleed: float) -> bytes:
    """The imposed document: one page a side, in the plan's order, its MediaBox the paper.

    ``cards`` holds one page a card side of trim + ``bleed`` (mm) all around; ``furniture`` one
    page a side of the paper's size with crop marks and slug, which end up above the cards. The
    same input gives the same bytes. ``ValueError`` (a bug in the caller) when page counts or
    sizes do not agree.
    """
    with (
        pikepdf.open(io.BytesIO(cards)) as document,
        pikepdf.open(io.BytesIO(furniture)) as below,
    ):
        _check_furniture(sheets, below)
        forms = CardForms(document, bleed)
        pages = [_copied(page, below, document) for page in below.pages]
        for page, side in zip(pages, sheets.sides, strict=True):
            _fill(document, page, side, sheets.height, forms)
        _replace_pages(document, pages)
        for key in PAGE_BOUND_KEYS:
            if key in document.Root:
                del document.Root[key]
        out = io.BytesIO()
        document.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True
        )
        return out.getvalue()


def _copied(page: pikepdf.Page, source: pikepdf.Pdf, document: pikepdf.Pdf) -> pikepdf.Page:
    """A page of marks in the new document, not yet among its pages."""
    own = Dictionary(Type=Name.Page, MediaBox=pikepdf.Array(list(map(float, page.mediabox))))
    for key in ("/Contents", "/Resources", "/Group"):
        if key in page.obj:
            part = page.obj[key]
            indirect = part if part.is_indirect else source.make_indirect(part)
            own[key] = document.copy_foreign(indirect)
    return pikepdf.Page(document.make_indirect(own))


def _replace_pages(document: pikepdf.Pdf, pages: Sequence[pikepdf.Page]) -> None:
    """These pages instead of all that there were, as one flat tree.

    To remove page by page takes time that grows with the square of their number.
    """
    kids = [page.obj for page in pages]
    tree = document.make_indirect(
        Dictionary(Type=Name.Pages, Kids=pikepdf.Array(kids), Count=len(kids))
    )
    for page in kids:
        page.Parent = tree
    document.Root.Pages = tree


def _check_furniture(sheets: SheetPlan, furniture: pikepdf.Pdf) -> None:
    if len(furniture.pages) != len(sheets.sides):
        raise ValueError(
            f"{len(furniture.pages)} pages of furniture for {len(sheets.sides)} sides of sheets"
        )
    for page in furniture.pages:
        left, bottom, right, top = (float(value) for value in page.mediabox)
        size = right - left, top - bottom
        paper = to_points(sheets.width), to_points(sheets.height)
        if max(abs(size[0] - paper[0]), abs(size[1] - paper[1])) > SIZE_SLACK:
            raise ValueError(f"furniture of {size} points for a paper of {paper} points")


def _fill(
    document: pikepdf.Pdf, page: pikepdf.Page, side: SheetSide, height: float, forms: CardForms
) -> None:
    """Put the slots below what the furniture page already paints."""
    left, bottom = float(page.mediabox[0]), float(page.mediabox[1])
    resources = _entries(page.obj, "/Resources")
    objects = _entries(resources, "/XObject")
    operators: list[str] = []
    for count, slot in enumerate(_in_order(side.slots)):
        name = _free_name(count, objects)
        objects[name] = forms.form(slot)
        matrix = forms.matrix(slot, height, left, bottom)
        operators.append(_placement(slot, name, matrix, height, (left, bottom)))
    resources.XObject = objects
    page.obj.Resources = resources
    page.contents_coalesce()
    own = page.obj.Contents.read_bytes() if "/Contents" in page.obj else b""
    page.obj.Contents = document.make_stream("".join(operators).encode("ascii") + own)


def _in_order(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Slots in the order of the cards, in which they are read, unless bleed lies over bleed."""
    shown = [_shown(slot) for slot in slots]
    if any(one.overlaps(other) for one, other in combinations(shown, 2)):
        return slots
    return sorted(slots, key=attrgetter("page"))


def _shown(slot: Slot) -> Box:
    """What is seen of the page: its trim plus bleed, in mm on the paper."""
    left, top, right, bottom = slot.bleed
    return slot.box.inset(-left, -top, -right, -bottom)


def _entries(holder: pikepdf.Object, key: str) -> Dictionary:
    """The side's own copy of a dictionary that ``holder`` may share with others."""
    own = Dictionary()
    for name, value in holder[key].items() if key in holder else ():
        own[name] = value
    return own


def _free_name(count: int, objects: pikepdf.Object) -> Name:
    name = f"/Card{count}"
    while name in objects:
        name += "x"
    return Name(name)


def _placement(
    slot: Slot,
    name: Name,
    matrix: Sequence[float],
    height: float,
    origin: tuple[float, float],
) -> str:
    """``q <clip> re W n <matrix> cm /Name Do Q``: the page, seen through trim plus bleed.

    What is read in it, the form's own marks say; the sequence around it only holds it together.
    """
    shown = _shown(slot)
    clip = (
        origin[0] + to_points(shown.x),
        origin[1] + to_points(height - shown.bottom),
        to_points(shown.width),
        to_points(shown.height),
    )
    numbers = " ".join(number(value) for value in clip)
    placed = " ".join(number(value, 6) for value in matrix)
    return f"/Sect BMC q {numbers} re W n {placed} cm {name} Do Q EMC\n"
