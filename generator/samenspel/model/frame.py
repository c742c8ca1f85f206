"""A Frame is a finished page as data: what stands where, in millimetres and press colours.

Coordinates: millimetres, origin at the top left corner of the **trim**, x to the right, y down;
what bleeds has negative coordinates or lies beyond the trim's width and height. Items are painted
in order.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.places import TextPath
from samenspel.units import ROUNDING, Point

Segment = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""

Path = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    x: float
    """Of its top left corner, from the page's left."""
    y: float
    """Of its top left corner, from the page's top, downwards."""
    width: float
    """To the right."""
    height: float
    """Downwards."""

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle point."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box made smaller (or, with negative values, larger) on each side."""
        return Box(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def contains(self, other: Box, slack: float = ROUNDING) -> bool:
        """True when ``other`` lies wholly inside."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def shared(self, other: Box) -> Box:
        """What two boxes have in common; without width or height when they are apart."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))

    def overlaps(self, other: Box, slack: float = ROUNDING) -> bool:
        """True when the two share an area."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


def bounds_of(path: Path) -> Box:
    """The box around a path's points and handles (it may be larger than the path itself)."""
    xs: list[float] = []
    ys: list[float] = []
    for _, numbers in path:
        xs.extend(numbers[0::2])
        ys.extend(numbers[1::2])
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


Turn = Literal[0, 90, 180, 270]
"""How far something is turned, in degrees clockwise as one sees it."""


def turned_point(x: float, y: float, turn: Turn, about: tuple[float, float]) -> tuple[float, float]:
    """A point turned about another one."""
    centre_x, centre_y = about
    dx, dy = x - centre_x, y - centre_y
    across, down = {0: (dx, dy), 90: (-dy, dx), 180: (-dx, -dy), 270: (dy, -dx)}[turn]
    return centre_x + across, centre_y + down


def turned_box(box: Box, turn: Turn, about: tuple[float, float]) -> Box:
    """A box turned about a point."""
    if not turn:
        return box
    x1, y1 = turned_point(box.x, box.y, turn, about)
    x2, y2 = turned_point(box.right, box.bottom, turn, about)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph. Places are in mm from the run's origin, y up, as in the font."""

    gid: int
    """The glyph's index in the font."""
    x: float
    """To the right."""
    y: float
    """Up."""
    text: str
    """The characters it stands for; empty for the second and later glyphs of a cluster."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Shaped glyphs in one font and size on one baseline."""

    font: str
    """The font's name in the theme."""
    size: float
    """In points."""
    x: float
    """Where the baseline begins, in mm."""
    y: float
    """The baseline, in mm from the trim's top."""
    width: float
    """In mm."""
    text: str
    """The characters, in reading order."""
    glyphs: tuple[Glyph, ...]
    """In the order in which they are drawn."""
    ink: Ink = BLACK
    """Their colour, or what stands for ``spot`` where there is no such plate."""
    role: str = "text"
    """What the text is on the page: ``title``, ``question`` …"""
    source: TextPath = ()
    """The path of the field that the text comes from, or begins with."""
    turn: Turn = 0
    """About its own origin: the beginning of its baseline."""
    others: tuple[tuple[float, TextPath], ...] = ()
    """How far from its beginning, in mm, words of other fields begin, and the paths of these."""
    spot: str = ""
    """The plate that it prints on, overprinting all else; empty for the process inks."""

    def source_at(self, along: float) -> TextPath:
        """The field that the words come from which stand ``along`` mm from the run's beginning."""
        return next((path for start, path in reversed(self.others) if start <= along), self.source)


@dataclass(frozen=True, slots=True)
class Veil:
    """A layer that what lies below is seen through, mixed with it before anything is printed."""

    path: Path
    """Where it lies, in mm."""
    ink: Ink
    """Its colour."""
    share: float
    """How much of what is seen there is the layer's, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled and/or stroked path. Strokes have round caps and joins."""

    path: Path
    """Its outline in mm."""
    fill: Ink | None = None
    """The colour inside; ``None`` for none."""
    stroke: Ink | None = None
    """The colour of the line, or what stands for ``spot`` where there is no such plate."""
    line_width: float = 0.0
    """In mm."""
    even_odd: bool = False
    """Whether overlaps are holes."""
    dash: tuple[float, ...] = ()
    """Lengths in mm of dashes and gaps in turn; empty for a whole line."""
    role: str = "shape"
    """What it is on the page: ``panel``, ``disc`` …"""
    spot: str = ""
    """The plate that the line prints on, overprinting all else; empty for the process inks."""
    layer: str = ""
    """The layer (optional content) that it is on, where the press's standard knows layers."""
    clips: tuple[Path, ...] = ()
    """What of it may be seen: what lies within all of these."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Art placed in a box, its whole canvas scaled to it."""

    art: str
    """Its file below ``assets/`` (``cartoons/blijf-balanceren.svg``)."""
    box: Box
    """Where its canvas stands."""
    clip: Path | None = None
    """What of it may be seen; ``None`` for all."""
    ground: Ink = PAPER
    """The ink behind see-through pixels, so that nothing transparent reaches the press."""
    role: str = "art"
    """What it is on the page: ``art``, ``logo`` …"""
    alt: str = ""
    """What it shows, in words."""
    seen: Box | None = None
    """How far the art reaches in its box, where that is known; ``None`` for all of it."""
    source: TextPath = ()
    """The path of the field that names the art."""
    turn: Turn = 0
    """The art in its box, which stays where it is."""
    veils: tuple[Veil, ...] = ()
    """What it is seen through, the lowest first: where they lie, and in their colours."""

    @property
    def clips(self) -> tuple[Path, ...]:
        """What of it may be seen lies within all of these."""
        return (*((self.clip,) if self.clip else ()), *(veil.path for veil in self.veils))

    @property
    def look(self) -> tuple[str, Ink, tuple[tuple[Ink, float], ...]]:
        """What decides how it is drawn, wherever it stands: art, ground, and layers over it."""
        return self.art, self.ground, tuple((veil.ink, veil.share) for veil in self.veils)

    @property
    def visible(self) -> Box:
        """Where something of it can be seen: its reach, within what it is cut to."""
        box = self.seen or self.box
        for clip in self.clips:
            box = box.shared(bounds_of(clip))
        return box


Item = TextRun | Shape | Placement


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished page."""

    name: str
    """``blijf-balanceren-front``."""
    width: float
    """Of the trim, in mm."""
    height: float
    """Of the trim, in mm."""
    bleed: float
    """How far the page is painted beyond the trim, in mm."""
    safe: float
    """How far inside the trim nothing important stands, in mm."""
    items: tuple[Item, ...]
    """In the order of painting."""
    card: str = ""
    """Whose page it is; empty for a page of no card."""
    side: str = ""
    """``front`` or ``back``; empty for a page of no card."""
    fingerprint: str = ""
    """SHA-256 in hex of all that is seen on a card's face, but its code."""
    code: str = ""
    """The code that leads a card back to its build."""

    @property
    def trim(self) -> Box:
        """The finished size."""
        return Box(0, 0, self.width, self.height)

    @property
    def bleed_box(self) -> Box:
        """The trim with its bleed."""
        return Box(
            -self.bleed, -self.bleed, self.width + 2 * self.bleed, self.height + 2 * self.bleed
        )

    @property
    def safe_box(self) -> Box:
        """Where everything important stands."""
        return self.trim.inset(self.safe, self.safe, self.safe, self.safe)


def one_back(frames: Sequence[Frame]) -> bool:
    """True when there are several backs, and all of them are drawn alike."""
    backs = [frame for frame in frames if frame.side == "back"]
    return len(backs) > 1 and all(_drawn_alike(frame, backs[0]) for frame in backs[1:])


def _drawn_alike(one: Frame, other: Frame) -> bool:
    """True when two pages differ at most in the fields that their items come from."""
    if len(one.items) != len(other.items):
        return False
    return all(map(operator.eq, map(_without_source, one.items), map(_without_source, other.items)))


def _without_source(item: Item) -> Item:
    return item if isinstance(item, Shape) else replace(item, source=())
