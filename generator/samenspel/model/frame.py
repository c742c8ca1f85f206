"""A Frame is a finished page as data: what stands where, in millimetres and press colours.

Coordinates: millimetres, origin at the top left corner of the **trim**, x to the right, y down;
what bleeds has negative coordinates or lies beyond the trim's width and height. Items are painted
in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.places import TextPath

Segment = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""

Path = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres; ``x, y`` is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box made smaller (or, with negative values, larger) on each side."""
        return Box(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def contains(self, other: Box, slack: float = 1e-6) -> bool:
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

    def overlaps(self, other: Box, slack: float = 1e-6) -> bool:
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
    dx, dy = x - about[0], y - about[1]
    across, down = {0: (dx, dy), 90: (-dy, dx), 180: (-dx, -dy), 270: (dy, -dx)}[turn]
    return about[0] + across, about[1] + down


def turned_box(box: Box, turn: Turn, about: tuple[float, float]) -> Box:
    """A box turned about a point."""
    if not turn:
        return box
    x1, y1 = turned_point(box.x, box.y, turn, about)
    x2, y2 = turned_point(box.right, box.bottom, turn, about)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph.

    ``gid`` is the glyph index in the font; ``x`` and ``y`` its place in millimetres from the run's
    origin (y up is positive, as in the font); ``text`` the characters that it stands for (empty for
    the second and later glyphs of a cluster).
    """

    gid: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class TextRun:
    """Shaped glyphs in one font and size on one baseline. ``width`` in mm, ``size`` in pt.

    ``source`` is the path of the field that the text comes from, or begins with.
    """

    font: str
    size: float
    x: float
    y: float
    width: float
    text: str
    glyphs: tuple[Glyph, ...]
    ink: Ink = BLACK
    role: str = "text"
    source: TextPath = ()
    turn: Turn = 0
    """About its own origin: the beginning of its baseline."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled and/or stroked path. ``line_width`` in mm. Strokes have round caps and joins.

    With ``spot`` the stroke prints on the plate of that name, overprinting all else; ``stroke`` is
    then what stands for it where there is no such plate.
    """

    path: Path
    fill: Ink | None = None
    stroke: Ink | None = None
    line_width: float = 0.0
    even_odd: bool = False
    dash: tuple[float, ...] = ()
    role: str = "shape"
    spot: str = ""
    layer: str = ""
    """The layer (optional content) that it is on, where the press's standard knows layers."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Art placed in a box, its whole canvas scaled to it; ``clip`` cuts it, ``ground`` lies below.

    ``art`` is the asset's name (``cartoons/blijf-balanceren.svg``); ``ground`` is what shows
    through transparent pixels, so that nothing transparent reaches the press.
    """

    art: str
    box: Box
    clip: Path | None = None
    ground: Ink = PAPER
    role: str = "art"
    alt: str = ""
    seen: Box | None = None
    """How far the art reaches in its box, where that is known; ``None`` for all of it."""
    source: TextPath = ()
    """The path of the field that names the art."""
    turn: Turn = 0
    """The art in its box, which stays where it is."""

    @property
    def visible(self) -> Box:
        """Where something of it can be seen: its reach, within its clip."""
        box = self.seen or self.box
        return box.shared(bounds_of(self.clip)) if self.clip else box


Item = TextRun | Shape | Placement


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished page. ``width`` and ``height`` are the trim size, ``bleed`` and ``safe`` in mm."""

    name: str
    width: float
    height: float
    bleed: float
    safe: float
    items: tuple[Item, ...]
    card: str = ""
    side: str = ""

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
