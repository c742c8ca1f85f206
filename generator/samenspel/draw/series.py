"""Pages of one design in a long row: what they share is drawn once, then each by itself.

All letters and drawings have to be known first, so frames are looked at one after another
(``Needs.see``) and drawn one after another later; none has to be held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samenspel.draw.artwork import put_art
from samenspel.draw.colour import ColourSpace
from samenspel.draw.content import Names, write_frame
from samenspel.draw.inks import put_layers, put_overprint, put_spots
from samenspel.draw.lettering import put_fonts, put_outlines
from samenspel.draw.manner import manner_of
from samenspel.draw.objects import Objects
from samenspel.draw.richblack import enriched
from samenspel.model.art import Art
from samenspel.model.frame import Frame, Glyph, Item, Placement, Shape, TextRun
from samenspel.model.style import Press
from samenspel.pdf.drawing import Drawing
from samenspel.units import to_points


class Needs:
    """The letters and drawings of a row of pages, as one page that has each of them once."""

    def __init__(self) -> None:
        """Start with none; what is kept grows with what differs, and not with the pages."""
        self._runs: dict[str, TextRun] = {}
        self._glyphs: dict[str, dict[tuple[int, str], Glyph]] = {}
        self._others: dict[object, Item] = {}
        self._first: Frame | None = None

    def see(self, frame: Frame) -> None:
        """Take in what a page needs."""
        self._first = self._first or frame
        for item in frame.items:
            if isinstance(item, TextRun):
                self._runs.setdefault(item.font, item)
                known = self._glyphs.setdefault(item.font, {})
                for glyph in item.glyphs:
                    known.setdefault((glyph.gid, glyph.text), glyph)
            elif isinstance(item, Placement):
                box = item.box
                size = round(box.width, 3), round(box.height, 3), item.turn
                self._others.setdefault((item.look, size), item)
            elif isinstance(item, Shape) and (item.spot or item.layer):
                self._others.setdefault((item.spot, item.layer), item)

    @property
    def page(self) -> Frame:
        """A page with all of it. ``ValueError`` (a bug) when no page was seen."""
        if self._first is None:
            raise ValueError("no page was seen")
        runs = [
            replace(run, glyphs=tuple(known[key] for key in sorted(known)))
            for run, known in ((run, self._glyphs[font]) for font, run in self._runs.items())
        ]
        return replace(self._first, items=(*runs, *self._others.values()))


class Series:
    """Draws pages that share letters and drawings."""

    def __init__(
        self,
        needs: Needs,
        *,
        fonts: Mapping[str, bytes],
        arts: Mapping[str, Art],
        press: Press,
        colours: ColourSpace,
    ) -> None:
        """``needs`` has seen every page that is to be drawn."""
        self._manner = manner_of(press)
        page = self._enriched(needs.page)
        self._objects = objects = Objects()
        put_overprint(objects)
        self._names = Names(
            {} if self._manner.outlined else put_fonts(objects, [page], fonts),
            put_art(objects, [page], arts, self._manner, colours),
            put_outlines(objects, [page], fonts) if self._manner.outlined else {},
            put_spots(objects, [page]),
            put_layers(objects, [page]) if self._manner.layers else {},
            self._manner.overprint,
        )

    def shared(self, frame: Frame) -> Drawing:
        """All that pages share, with one page of a frame's size that names all of it."""
        box = frame.bleed_box
        size = round(to_points(box.width), 4), round(to_points(box.height), 4)
        self._objects.page(size, b"", self._objects.names)
        return self._objects.drawing()

    def content(self, frame: Frame) -> bytes:
        """A page's operators, not packed; the names in them are those of ``shared``."""
        return write_frame(self._enriched(frame), self._names)[0]

    def _enriched(self, frame: Frame) -> Frame:
        rich = self._manner.rich_black
        return enriched(frame, rich) if rich else frame
