"""One page as checks see it: boxes in points, and what it paints."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import PROCESS
from samenspel.pdf.geometry import Box, intersect, transform
from samenspel.pdf.limits import TooLargeError
from samenspel.pdf.values import entry, inherited, real, rectangle
from samenspel.preflight.marks import FILL, IMAGE, SHADING, STROKE, TEXT, UNSEEN, Mark
from samenspel.preflight.problem import Problem
from samenspel.preflight.sound import Facts
from samenspel.units import Point, Size, to_mm, to_points

if TYPE_CHECKING:
    from samenspel.preflight.document import Document
    from samenspel.separations import Peak

NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
LARGEST = 200.0
"""Millimetres: a page whose shorter side is longer is a sheet or a poster, no card."""
ALL_TURNED = 0.9
"""Share of the text that stands on its head: a card with two directions has half."""
ALL_PLATES = frozenset((*PROCESS, "All"))
"""Names of inks that are no spot colour."""
FROM_TREE = ("MediaBox", "CropBox")
"""Boxes that a page takes over from the page tree."""
LEAST_TEXTS = 2
"""Texts of a page from which it has a direction."""


class Place(NamedTuple):
    """Where something stands on a page."""

    corner: Point
    """Its top left corner in mm from that of the trim, to the right and down."""
    size: Size
    """Its width and height in mm."""


class PageView:
    """One page. ``number`` counts from 1. Boxes that the page does not state are ``None``.

    Everything is measured as it prints: in true points, whatever the page's UserUnit.
    """

    def __init__(self, document: Document, number: int, page: pikepdf.Page) -> None:
        """A page of ``document``."""
        self.number, self.page, self.obj = number, page, page.obj
        self._document = document

    def box(self, name: str) -> Box | None:
        """A stated box in points: ``TrimBox``, ``BleedBox``, ``CropBox``, ``ArtBox``, MediaBox.

        Medium and crop may stand in the page tree, the others on the page alone (table 30).
        """
        found = (inherited if name in FROM_TREE else entry)(self.obj, f"/{name}")
        box = rectangle(found) if isinstance(found, pikepdf.Array) else None
        unit = self.user_unit
        return transform(box, (unit, 0.0, 0.0, unit, 0.0, 0.0)) if box and unit != 1 else box

    @cached_property
    def media(self) -> Box:
        """The MediaBox, or nothing at all when it is missing or damaged."""
        return self.box("MediaBox") or NOWHERE

    @cached_property
    def trim(self) -> Box:
        """Where the page is cut: its TrimBox, else ArtBox, CropBox or MediaBox (14.11.2.1)."""
        return self.box("TrimBox") or self.box("ArtBox") or self.box("CropBox") or self.media

    @cached_property
    def bleed(self) -> Box:
        """How far its colour runs on: its BleedBox, else the CropBox or MediaBox."""
        return self.box("BleedBox") or self.box("CropBox") or self.media

    @property
    def names_the_cut(self) -> bool:
        """True when the page says where it is cut; ``box-missing`` reports that it does not."""
        return self.box("TrimBox") is not None or self.box("ArtBox") is not None

    @property
    def rotate(self) -> int:
        """Degrees clockwise."""
        found = inherited(self.obj, "/Rotate")
        return int(found) if found is not None else 0

    @cached_property
    def user_unit(self) -> float:
        """Points a unit."""
        return real(self.obj, "/UserUnit", 1.0)

    @cached_property
    def _all(self) -> tuple[Mark, ...]:
        try:
            return self._document.interpreter.page(self.page, self.media, self.user_unit)
        except TooLargeError as error:
            self._document.excess[self.number] = error.args[0]
            return ()

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All that shows inside the MediaBox; see ``Document`` for how exact it is."""
        return tuple(mark for mark in self._all if mark.kind not in UNSEEN)

    @property
    def unseen(self) -> tuple[Mark, ...]:
        """Marks for what does not show: missing glyphs and resources, layers that are off."""
        return tuple(mark for mark in self._all if mark.kind in UNSEEN)

    @cached_property
    def facts(self) -> Facts | None:
        """What is known of a page that was found sound before; ``None`` for any other."""
        return self._document.known(self)

    @cached_property
    def print(self) -> bytes:
        """A digest of the places at which it paints."""
        if self.facts is not None:
            return self.facts.print
        places = [(mark.kind, *(round(side, 1) for side in mark.extent)) for mark in self.marks]
        return hashlib.sha256(repr((self.trim, places)).encode()).digest()

    @cached_property
    def turned(self) -> bool | None:
        """Whether nearly all text of a card's page is upside down; ``None`` for a page without any
        direction.
        """
        if self.facts is not None:
            return self.facts.turned
        if min(self.place(self.trim).size) > LARGEST:
            return None
        heights = [(mark.matrix[3], abs(mark.matrix[2])) for mark in self.of_kind(TEXT)]
        upright = [height for height, slant in heights if abs(height) > slant]
        total = math.fsum(map(abs, upright))
        if len(upright) < LEAST_TEXTS or not total:
            return None
        return math.fsum(-height for height in upright if height < 0) >= ALL_TURNED * total

    @property
    def mirrored(self) -> bool:
        """Whether nearly all text of the page is written as in a mirror."""
        areas = [one.matrix[0] * one.matrix[3] - one.matrix[1] * one.matrix[2]
                 for one in self.of_kind(TEXT)]  # fmt: skip
        if len(areas) < LEAST_TEXTS:
            return False
        turned_over = -math.fsum(one for one in areas if one < 0)
        return turned_over >= ALL_TURNED * math.fsum(map(abs, areas))

    @cached_property
    def fonts(self) -> tuple[str, ...]:
        """The names of the fonts that it shows."""
        if self.facts is not None:
            return self.facts.fonts
        return tuple(dict.fromkeys(mark.name for mark in self.marks if _in_a_font(mark)))

    def first_in(self, font: str) -> Mark | None:
        """The first mark in a font."""
        return next((one for one in self.marks if _in_a_font(one) and one.name == font), None)

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The names of the pictures that it shows."""
        if self.facts is not None:
            return self.facts.pictures
        return tuple(dict.fromkeys(mark.name for mark in self.of_kind(IMAGE)))

    def first_picture(self, name: str) -> Mark | None:
        """The first place of a picture."""
        return next((mark for mark in self.of_kind(IMAGE) if mark.name == name), None)

    @property
    def plain(self) -> bool:
        """Whether it prints in process inks alone, and nothing on it is see-through."""
        looks = {mark.look for mark in self._all}
        inks = {ink for look in looks for ink in look.paint.space.spots}
        return inks <= ALL_PLATES and not any(look.see_through for look in looks)

    @cached_property
    def _kinds(self) -> dict[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for mark in self.marks:
            found.setdefault(mark.kind, []).append(mark)
        return found

    def of_kind(self, *kinds: str) -> Iterator[Mark]:
        """Marks of the given kinds."""
        for each in kinds:
            yield from self._kinds.get(each, ())

    @property
    def lines(self) -> Iterator[Mark]:
        """Lines, and fills, gradients and stencils that stand for one."""
        yield from self.of_kind(STROKE)
        yield from (mark for mark in self.of_kind(FILL, SHADING, IMAGE) if mark.stands_for_line)

    def position(self, mark: Mark) -> Point:
        """The top left corner of a mark's first place: mm from the trim's top left corner."""
        return self.place(mark.box).corner

    def place(self, box: Box) -> Place:
        """Where a box (points) stands on the page.

        The page is taken as it is stored, before its Rotate.
        """
        left, top = self.trim[0], self.trim[3]
        corner = Point(to_mm(box[0] - left), to_mm(top - box[3]))
        return Place(corner, Size(to_mm(box[2] - box[0]), to_mm(box[3] - box[1])))

    def square(self, peak: Peak, side: float) -> Box:
        """A square of ``side`` mm around the place of a peak, in points, inside the medium."""
        half = side / 2
        left, top = self.trim[0], self.trim[3]
        around = (peak.x - half, peak.y + half, peak.x + half, peak.y - half)
        x0, y0, x1, y1 = (to_points(value) for value in around)
        box = (left + x0, top - y0, left + x1, top - y1)
        return intersect(box, self.media) or box

    def problem(
        self,
        message: str,
        at: Mark | Box | None = None,
        severity: Severity | None = None,
        subject: str = "",
        *,
        named: bool = True,
    ) -> Problem:
        """A problem of this page, at a mark's first place or in a box (points).

        ``severity`` is for a breach that is not as bad as its check says. ``named`` tells whether
        the message names the subject.
        """
        place: Point | None = None
        extent: Size | None = None
        if at is not None:
            place, extent = self.place(at.box if isinstance(at, Mark) else at)
        return Problem(message, self.number, place, severity, subject, extent, named)


def _in_a_font(mark: Mark) -> bool:
    return mark.kind in (TEXT, STROKE) and bool(mark.name)
