"""A Frame is a finished page as data: what stands where, in millimetres and press colours.

Coordinates: millimetres, origin at the top left corner of the **trim**, x to the right, y down;
what bleeds has negative coordinates or lies beyond the trim's width and height. Items are painted
in order.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel.model.box import Box, Path, Segment, Turn, bounds_of, turned_box, turned_point
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.places import TextPath

__all__ = [
    "Box",
    "Frame",
    "Glyph",
    "Item",
    "Path",
    "Placement",
    "Segment",
    "Shape",
    "TextRun",
    "Turn",
    "Veil",
    "bounds_of",
    "one_back",
    "turned_box",
    "turned_point",
]


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
