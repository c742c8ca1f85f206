"""The layout desk: everything a design needs to make pages, and the page it is making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.blocks import Align, Block, Copy, Typesetter
from samenspel.layout.fitting import Entry, Fit, fit_stack
from samenspel.layout.mistakes import missing_glyphs, too_long
from samenspel.layout.record import TextFit, record
from samenspel.model.art import ArtSize
from samenspel.model.cards import CardBase, Condition, Reminder
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame, Item, Path, Placement, Shape
from samenspel.model.ink import BLACK, PAPER, Ink, readable_on
from samenspel.model.paths import bounds, mirrored, rectangle
from samenspel.model.style import ConditionStyle, Format, Theme, TypeSize
from samenspel.units import MM_PER_INCH

CENTRE_PICTURE = "cartoons/poster-midden.svg"
"""What stands for the whole: the poster's centre, and the emblem by the colophon."""
PICTOGRAM = "pictograms/{}.svg"
SMALL_PICTOGRAM = "pictograms/{}-klein.svg"
REVERSED_PICTOGRAM = "pictograms/{}-klein-wit.svg"


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture of pixels as it is printed: all of it ``width`` x ``height`` mm.

    ``cut`` tells that only a part shows, as a photograph that fills a panel; ``place`` is the line
    that names the picture, under ``key``.
    """

    art: str
    card: str
    format: str
    width: float
    height: float
    ppi: float
    cut: bool
    place: Location | None
    key: str


@dataclass(slots=True)
class Desk:
    """What does not change from card to card, and what was found and printed so far.

    ``problems`` stop a build; ``fits`` tells how each text came to fit, on the ``side`` in hand;
    ``printed`` is each picture at the size at which it stands on a page.
    """

    deck: Deck
    format: Format
    theme: Theme
    setter: Typesetter
    art: Mapping[str, ArtSize]
    cartoons: Mapping[str, str]
    problems: list[Diagnostic] = field(default_factory=list)
    fits: list[TextFit] = field(default_factory=list)
    side: str = "front"
    printed: list[PrintedPicture] = field(default_factory=list)

    def style(self, condition: str) -> ConditionStyle:
        """Colours of a condition."""
        return self.theme.conditions[condition]

    @property
    def accent(self) -> Ink:
        """The region's accent, for cards that belong to no condition.

        At half its strength: whatever colour a region chooses, black text stands well on it, and
        the five full colours stay those of the conditions.
        """
        return self.theme.accent.tint(0.5)

    @property
    def on_accent(self) -> Ink:
        """The ink of text on the accent."""
        return readable_on(self.accent)

    @property
    def accent_tint(self) -> Ink:
        """A light ground in the region's accent."""
        return self.theme.accent.tint(0.22)

    def label(self, key: str) -> str:
        """A furniture word in the deck's language."""
        return self.deck.labels[key]

    @property
    def reminders(self) -> list[Reminder]:
        """The reminders in deck order."""
        return [card for card in self.deck.cards if isinstance(card, Reminder)]

    def conditions(self) -> list[Condition]:
        """The condition cards in deck order."""
        return [card for card in self.deck.cards if isinstance(card, Condition)]

    def condition_title(self, name: str) -> str:
        """The condition's name as its card spells it."""
        for card in self.conditions():
            if card.condition == name:
                return card.title
        return name.capitalize()

    def number_of(self, card: CardBase) -> int:
        """A reminder's or condition's number among its kind, from 1."""
        same = [other.id for other in self.deck.cards if isinstance(other, type(card))]
        return same.index(card.id) + 1

    def type(self, role: str) -> TypeSize:
        """The format's type for a role."""
        return self.format.type[role]

    def fit(
        self,
        card: CardBase,
        entries: Sequence[Entry],
        height: float,
        max_lines: int | None = None,
    ) -> Fit:
        """Fit a stack; what is too long becomes a problem that names card, field and words."""
        result = fit_stack(self.setter, entries, height, max_lines)
        self.fits += record(card.id, self.side, entries, result, height, max_lines)
        for excess in result.excess:
            face = self.setter.faces[excess.copy.face]
            found = too_long(self.deck, self.format.name, face, card, excess.copy, excess.words)
            self.problems.append(found)
        for entry in entries:
            face = self.setter.faces[entry.copy.face]
            self.problems += missing_glyphs(self.deck, face, card, entry.copy)
        return result

    def single(
        self, card: CardBase, copy: Copy, size: TypeSize, box: Box, max_lines: int | None = None
    ) -> Block:
        """One text fitted into a box."""
        return self.fit(card, [Entry(copy, size, box.width)], box.height, max_lines).blocks[0]

    def word(self, text: str, size: float, face: str = "text-semibold", ink: Ink = BLACK) -> Block:
        """Furniture: a short text on one line at a fixed size, as wide as it is."""
        width = self.setter.faces[face].width(text, size)
        copy = Copy(text, face, ink, hyphenate=False, role="furniture")
        block = self.setter.set(copy, size, width + 0.01)
        if block is None:  # a measure of its own width always holds a line
            raise AssertionError(text)
        return block

    def note_picture(self, card: str, name: str, width: float, height: float, cut: bool) -> None:
        """Remember at what size a picture of pixels, or a drawing with some, is printed."""
        size = self.art[name]
        if size.pixels is None:
            return
        path = ("@region", "logo") if name == self.deck.region.logo else (card, "cartoon")
        ppi = size.pixels / (width / MM_PER_INCH)
        place = self.deck.where(*path)
        self.printed.append(
            PrintedPicture(name, card, self.format.name, width, height, ppi, cut, place, path[1])
        )


class Page:
    """One page in the making: a list of items in painting order."""

    def __init__(self, desk: Desk, card: str, side: str) -> None:
        self.desk = desk
        self.card, self.side = card, side
        self.width, self.height = desk.format.width, desk.format.height
        self.bleed = desk.format.bleed
        self.margin = desk.format.margin
        self.items: list[Item] = []

    @property
    def inner(self) -> Box:
        """The trim less the format's margin on all sides."""
        m = self.margin
        return Box(m, m, self.width - 2 * m, self.height - 2 * m)

    @property
    def full(self) -> Box:
        """The trim and its bleed."""
        b = self.bleed
        return Box(-b, -b, self.width + 2 * b, self.height + 2 * b)

    def ground(self, ink: Ink) -> None:
        """Cover the page and its bleed."""
        self.paint(rectangle(self.full), ink, role="ground")

    def paint(self, path: Path, ink: Ink, role: str = "shape") -> None:
        """Fill a path."""
        self.items.append(Shape(self._path(path), fill=ink, role=role))

    def stroke(
        self, path: Path, ink: Ink, width: float, dash: tuple[float, ...] = (), role: str = "line"
    ) -> None:
        """Stroke a path with a line of ``width`` mm."""
        path = self._path(path)
        self.items.append(Shape(path, stroke=ink, line_width=width, dash=dash, role=role))

    def text(self, block: Block, x: float, y: float) -> float:
        """Place a block; returns the y of its bottom in mm."""
        self.items += block.at(self._left(x, block.measure), y)
        return y + block.height

    def word(
        self,
        text: str,
        size: float,
        x: float,
        baseline: float,
        *,
        align: Align = "left",
        face: str = "text-semibold",
        ink: Ink = BLACK,
    ) -> float:
        """One line of furniture with its baseline at ``baseline``; returns its width in mm."""
        block = self.desk.word(text, size, face, ink)
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        left = self._left(x - block.width * shift, block.measure)
        self.items += block.at(left, baseline - block.cap)
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
    ) -> Box:
        """Place art as large as it fits in ``box``, centred; returns where it stands."""
        size = self.desk.art[name]
        scale = min(box.width / size.width, box.height / size.height)
        width, height = size.width * scale, size.height * scale
        self.desk.note_picture(self.card, name, width, height, cut=False)
        place = Box(
            box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height
        )
        self._place(Placement(name, place, clip, ground, role, alt))
        return place

    def cover(self, name: str, clip: Path, *, role: str = "art", alt: str = "") -> None:
        """Fill ``clip`` with opaque art, cut at its edges, as a photograph wants to stand."""
        size, box = self.desk.art[name], bounds(clip)
        scale = max(box.width / size.width, box.height / size.height)
        width, height = size.width * scale, size.height * scale
        self.desk.note_picture(self.card, name, width, height, cut=True)
        place = Box(
            box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height
        )
        self._place(Placement(name, place, clip, PAPER, role, alt))

    # A language that runs from right to left has its pages designed as all others; what is put
    # on them is mirrored here. Pictures move to the other side, but are not turned round.

    def _left(self, x: float, width: float) -> float:
        """Where something that stands at ``x`` and is this wide has its left edge."""
        return self.width - x - width if self.desk.setter.rtl else x

    def _path(self, path: Path) -> Path:
        return mirrored(path, self.width) if self.desk.setter.rtl else path

    def _place(self, placed: Placement) -> None:
        box = replace(placed.box, x=self._left(placed.box.x, placed.box.width))
        clip = self._path(placed.clip) if placed.clip else None
        self.items.append(replace(placed, box=box, clip=clip))

    def frame(self) -> Frame:
        """The finished page."""
        shape = self.desk.format
        return Frame(
            name=f"{self.card}-{self.side}",
            width=self.width,
            height=self.height,
            bleed=shape.bleed,
            safe=shape.safe,
            items=tuple(self.items),
            card=self.card,
            side=self.side,
        )
