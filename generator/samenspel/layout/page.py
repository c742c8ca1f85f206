"""One page in the making: a list of items in painting order, and what was found on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic
from samenspel.layout.blocks import Align, Block, Copy
from samenspel.layout.fitting import Entry, Fit
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid, PrintedPicture
from samenspel.layout.mistakes import missing_glyphs, too_long
from samenspel.layout.page_boxes import PageBoxes
from samenspel.layout.placing import centred, kept, reach, turned
from samenspel.layout.record import TextFit, record
from samenspel.layout.roles import FREE
from samenspel.layout.veils import seen_through
from samenspel.layout.wording import Wording
from samenspel.model.frame import (
    Box,
    Frame,
    Item,
    Path,
    Placement,
    Shape,
    Turn,
    Veil,
)
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import bounds, mirrored, rectangle
from samenspel.model.places import TextPath
from samenspel.units import MM_PER_INCH


class Page(PageBoxes):
    """A page in the making. A design makes one, fills it, and hands on what ``laid`` returns."""

    def __init__(self, layout: FormatLayout, card: str, side: str) -> None:
        super().__init__(layout.format)
        self.layout = layout
        self.card, self.side = card, side
        self._items: list[Item] = []
        self._fits: list[TextFit] = []
        self._too_long: list[Diagnostic] = []
        self._pictures: list[PrintedPicture] = []
        self._copies: dict[tuple[object, str], Copy] = {}

    def ground(self, ink: Ink) -> None:
        """Cover the page and its bleed."""
        self.paint(rectangle(self.full), ink, role="ground")

    def paint(
        self, path: Path, ink: Ink, role: str = "shape", *, even_odd: bool = False
    ) -> None:
        """Fill a path; with ``even_odd`` a part within a part is a hole, whichever way it runs."""
        self._items.append(Shape(self._path(path), fill=ink, role=role, even_odd=even_odd))

    def veil(self, path: Path, ink: Ink, share: float, role: str = "panel") -> list[str]:
        """Lay a layer over a path through which all that is painted so far is still seen.

        ``share`` (0 to 1) is how much of what is seen there is the layer's. Returns the art below
        it whose colours cannot be mixed: pages of PDFs.
        """
        veil = Veil(self._path(path), ink, share)
        seen = list(seen_through(self._items, veil))
        self._items += [Shape(veil.path, fill=ink.tint(share), role=role), *seen]
        arts = dict.fromkeys(item.art for item in seen if isinstance(item, Placement))
        return [name for name in arts if self.layout.art[name].placed]

    def stroke(
        self, path: Path, ink: Ink, width: float, dash: tuple[float, ...] = (), role: str = "line"
    ) -> None:
        """Stroke a path with a line of ``width`` mm."""
        path = self._path(path)
        self._items.append(Shape(path, stroke=ink, line_width=width, dash=dash, role=role))

    def fit(
        self,
        entries: Sequence[Entry],
        height: float,
        max_lines: int | None = None,
        card: str | None = None,
    ) -> Fit:
        """Fit the texts of a stack that will stand on this page, and record how they fit.

        What is too long becomes a problem that names card, field and words. ``card`` is whose texts
        they are, where that is not the page's. To try a size, ask ``FormatLayout.fit``.
        """
        result = self.layout.fit(entries, height, max_lines)
        self.record(entries, result, height, max_lines, card)
        return result

    def record(
        self,
        entries: Sequence[Entry],
        fit: Fit,
        height: float,
        max_lines: int | None = None,
        card: str | None = None,
    ) -> None:
        """Record texts of this page that were fitted elsewhere, as ``fit`` does."""
        layout, owner = self.layout, card or self.card
        self._fits += record(owner, self.side, entries, fit, height, max_lines)
        for excess in fit.excess:
            self._too_long.append(
                too_long(
                    layout.deck, layout.format.name, layout.face(excess.copy.face), owner, excess
                )
            )
        for entry in entries:
            self._note(entry.copy)

    def single(
        self, entry: Entry, height: float, max_lines: int | None = None, card: str | None = None
    ) -> Block:
        """One text fitted in ``height`` mm."""
        return self.fit([entry], height, max_lines, card).blocks[0]

    def text(self, block: Block, x: float, y: float) -> float:
        """Place a block; returns the y of its bottom in mm."""
        self._note(block.copy)
        self._items += block.at(self._left(x, block.measure), y)
        return y + block.height

    def stack(self, entries: Sequence[Entry], blocks: Sequence[Block], x: float, y: float) -> float:
        """Place blocks under each other with their gaps; returns where the last one ends."""
        for place, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
            y = self.text(block, x, y + (entry.gap if place else 0))
        return y

    def word(
        self,
        text: Wording,
        size: float,
        x: float,
        baseline: float,
        *,
        align: Align = "left",
        face: str = "text-semibold",
        ink: Ink = BLACK,
    ) -> float:
        """One line of furniture with its baseline at ``baseline``; returns its width in mm."""
        block = self.layout.word(text, size, face, ink)
        self._note(block.copy)
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        left = self._left(x - block.width * shift, block.measure)
        self._items += block.at(left, baseline - block.cap)
        return block.width

    def art(
        self,
        name: str,
        box: Box,
        *,
        ground: Ink = PAPER,
        role: str = "art",
        alt: str = "",
        clip: Path | None = None,
        source: TextPath = (),
    ) -> Box:
        """Place art as large as it fits in ``box``, centred; returns where it stands.

        Art without ``clip`` that is to stand within the trim keeps all that is seen of it in the
        safe zone: a drawing that fills its canvas moves inwards, or becomes smaller. ``source`` is
        the path of the field that names it, where that is not found by the art's name.
        """
        size = self.layout.art[name]
        scale = min(box.width / size.width, box.height / size.height)
        place = centred(size, scale, box)
        if clip is None and role not in FREE and self.trim.contains(place):
            place = kept(size, place, self.safe)
        placed = Placement(name, place, clip, ground, role, alt)
        self._place(placed, source)
        return placed.box

    def cover(
        self,
        name: str,
        clip: Path,
        *,
        role: str = "art",
        alt: str = "",
        focus: tuple[float, ...] | None = None,
        source: TextPath = (),
    ) -> None:
        """Fill ``clip`` with a photograph, cut at its edges.

        ``focus`` is the point of the picture that is kept in sight, from 0 to 1 each way. Without
        one it is the middle, and what is lost beside it is recorded, to be reported.
        """
        size, box = self.layout.art[name], bounds(clip)
        scale = max(box.width / size.width, box.height / size.height)
        width, height = size.width * scale, size.height * scale
        lost = 0.0 if focus else 1 - box.width * box.height / (width * height)
        across, down = focus or (0.5, 0.5)
        x, y = box.x + (box.width - width) * across, box.y + (box.height - height) * down
        placed = Placement(name, Box(x, y, width, height), clip, PAPER, role, alt)
        self._place(placed, source, cut=True, lost=lost)

    # A language that runs from right to left has its pages designed as all others; what is put
    # on them is mirrored here. Pictures move to the other side, but are not turned round.

    def _left(self, x: float, width: float) -> float:
        """Where something that stands at ``x`` and is this wide has its left edge."""
        return self.width - x - width if self.layout.setter.rtl else x

    def _path(self, path: Path) -> Path:
        return mirrored(path, self.width) if self.layout.setter.rtl else path

    def _place(
        self, placed: Placement, source: TextPath, cut: bool = False, lost: float = 0.0
    ) -> None:
        size, source = self.layout.art[placed.art], source or self._source_of(placed.art)
        box = replace(placed.box, x=self._left(placed.box.x, placed.box.width))
        clip = self._path(placed.clip) if placed.clip else None
        seen = reach(size, box)
        self._items.append(replace(placed, box=box, clip=clip, seen=seen, source=source))
        if size.pixels is not None:
            printed = PrintedPicture(
                art=placed.art,
                card=self.card,
                format=self.layout.format.name,
                width=placed.box.width,
                height=placed.box.height,
                ppi=size.pixels / (placed.box.width / MM_PER_INCH),
                cut=cut,
                place=self.layout.deck.where(*source),
                key=self.layout.deck.key(*source),
                lost=lost,
                source=source,
            )
            self._pictures.append(printed)

    @property
    def count(self) -> int:
        """How many items stand on the page so far."""
        return len(self._items)

    def turn_from(self, first: int, turn: Turn, about: tuple[float, float]) -> None:
        """Turn the items from a place on about a point."""
        x, y = about
        middle = (self.width - x, y) if self.layout.setter.rtl else about
        self._items[first:] = [turned(item, turn, middle) for item in self._items[first:]]

    def _note(self, copy: Copy) -> None:
        """Remember a text whose letters have to be in its fonts: the whole of it, not what fits."""
        self._copies.setdefault((copy.wording.parts or copy.text, copy.role), copy)

    def _source_of(self, art: str) -> TextPath:
        """The field that names a picture: of the region, of this card, or of another's."""
        deck = self.layout.deck
        if art == deck.region.logo:
            return ("@region", "logo")
        named = self.layout.pictured.get(art, ())
        own = (path for path in named if path[0] == self.card)
        return next(own, named[0] if named else (self.card,))

    def laid(self, *problems: Diagnostic) -> Laid:
        """The finished page; ``problems`` are what the design itself refuses."""
        layout = self.layout
        unseen = [
            one
            for copy in self._copies.values()
            for one in missing_glyphs(layout.deck, layout.face(copy.face), copy)
        ]
        frame = Frame(
            name=f"{self.card}-{self.side}",
            width=self.width,
            height=self.height,
            bleed=layout.format.bleed,
            safe=layout.format.safe,
            items=tuple(self._items),
            card=self.card,
            side=self.side,
        )
        found = (*self._too_long, *unseen, *problems)
        return Laid(frame, tuple(self._fits), found, tuple(self._pictures))
