"""Pages of the cards file as form XObjects, made when first asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.model.sheet import Slot
from samenspel.units import to_points

Matrix = tuple[float, float, float, float, float, float]

SIZE_SLACK = 0.02
"""Points that a page may differ from trim plus bleed (writers round boxes to 0.0001 to 0.01 pt)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a reader sees it: turned upright (a, b, c, d) and scaled; lengths in points."""

    turn: tuple[float, float, float, float]
    scale: float
    width: float
    height: float
    box: tuple[float, float, float, float]


class CardForms:
    """The cards' pages as forms."""

    def __init__(self, document: pikepdf.Pdf, bleed: float) -> None:
        """``bleed`` in mm is what each page shows beyond its trim."""
        self._document = document
        self._pages = list(document.pages)
        self._bleed = to_points(bleed)
        self._forms: dict[int, pikepdf.Object] = {}
        self._taken: set[tuple[int, int]] = set()
        self._read: set[int] = set()
        self._silent: dict[tuple[int, int], pikepdf.Object] = {}
        self.count = len(self._pages)

    def form(self, slot: Slot) -> pikepdf.Object:
        """The form of the slot's page. Used in several slots, it is stored once.

        Of marked pages it is there twice: marks in a form may be painted no more than once
        (ISO 14289-1, 7.20), so what stands in several slots is read in the first of them.
        """
        if not 0 <= slot.page < self.count:
            raise ValueError(f"the plan asks for page {slot.page} of {self.count} pages of cards")
        if slot.page not in self._forms:
            self._forms[slot.page] = self._make(self._pages[slot.page])
        form = self._forms[slot.page]
        if "/StructParents" not in form or slot.page not in self._read:
            self._read.add(slot.page)
            return form
        if form.objgen not in self._silent:
            self._silent[form.objgen] = unread(self._document, form)
        return self._silent[form.objgen]

    def matrix(self, slot: Slot, height: float, left: float, bottom: float) -> Matrix:
        """From the page's space to the paper's; ``height`` of the paper in mm, else points."""
        shown = _seen(self._pages[slot.page])
        self._check_size(slot, shown)
        a, b, c, d = shown.turn
        sign = -shown.scale if slot.turned else shown.scale
        a, b, c, d = a * sign, b * sign, c * sign, d * sign
        # The middle of the page's box comes to the middle of the slot.
        x, y = (shown.box[0] + shown.box[2]) / 2, (shown.box[1] + shown.box[3]) / 2
        centre = slot.box.centre
        across, up = left + to_points(centre[0]), bottom + to_points(height - centre[1])
        return a, b, c, d, across - (a * x + c * y), up - (b * x + d * y)

    def _check_size(self, slot: Slot, shown: Seen) -> None:
        width = to_points(slot.box.width) + 2 * self._bleed
        height = to_points(slot.box.height) + 2 * self._bleed
        if max(abs(shown.width - width), abs(shown.height - height)) > SIZE_SLACK:
            raise ValueError(
                f"page {slot.page} measures {shown.width:.3f} x {shown.height:.3f} points and not "
                f"trim plus bleed, {width:.3f} x {height:.3f}"
            )

    def _make(self, page: pikepdf.Page) -> pikepdf.Object:
        stream = self._content(page)
        stream.Type = Name.XObject
        stream.Subtype = Name.Form
        stream.BBox = Array(list(_bleed_box(page)))
        stream.Resources = page.obj["/Resources"] if "/Resources" in page.obj else Dictionary()
        for key in ("/Group", "/StructParents"):
            if key in page.obj:
                stream[key] = page.obj[key]
        return stream

    def _content(self, page: pikepdf.Page) -> pikepdf.Object:
        """The page's single content stream, of which no other page makes a form as well."""
        if "/Contents" not in page.obj:
            return self._document.make_stream(b"")
        page.contents_coalesce()
        stream = page.obj.Contents
        if stream.objgen in self._taken:
            copy = self._document.make_stream(stream.read_raw_bytes())
            for key in ("/Filter", "/DecodeParms"):
                if key in stream:
                    copy[key] = stream[key]
            stream = copy
        self._taken.add(stream.objgen)
        return stream


def unread(document: pikepdf.Pdf, form: pikepdf.Object) -> pikepdf.Object:
    """A copy of a marked form, in which all is an artifact."""
    content = _MARK.sub(b"/Artifact BMC", form.read_bytes())
    copy = document.make_stream(content)
    for key, value in form.items():
        if key not in ("/Length", "/Filter", "/DecodeParms", "/StructParents"):
            copy[key] = value
    return copy


_MARK = re.compile(rb"/\w+ <</MCID \d+>> BDC")
"""As drawing writes it."""


def _bleed_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """The page's BleedBox, or, as our own pages have none, its MediaBox. In points."""
    box = page.obj.get("/BleedBox", page.mediabox)
    left, bottom, right, top = (round(float(value), 5) for value in box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _seen(page: pikepdf.Page) -> Seen:
    """``/Rotate`` turns clockwise (ISO 32000-1, table 30); ``/UserUnit`` multiplies all lengths."""
    box = _bleed_box(page)
    scale = float(page.obj.get("/UserUnit", 1))
    turns = int(page.obj.get("/Rotate", 0)) // 90 % 4
    cos, sin = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[turns]
    width, height = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
    if turns % 2:
        width, height = height, width
    return Seen((cos, -sin, sin, cos), scale, width, height, box)
