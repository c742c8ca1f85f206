"""Formats, themes and presses: the presets that a deck is made with, as frozen data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from samenspel.diagnostics import Location
from samenspel.model.ink import Ink, guessed
from samenspel.model.ordering import Terms
from samenspel.units import Size

MAGENTA = Ink(0, 100, 0, 0)

StandardName = Literal["PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"]
"""What a press file can be built to; ``finish/standards`` says what each asks."""

TextAs = Literal["live", "outlined"]
"""Text as text in embedded fonts, or as filled paths without any font."""

PageOrder = Literal["front-back", "back-front", "separate"]
"""How card faces follow each other; ``separate`` makes one file of fronts and one of backs."""


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's type in points."""

    design: float
    """The size that it is designed at."""
    minimum: float
    """The least that it may shrink to."""
    leading: float = 1.25
    """The distance of baselines, as a multiple of the size."""

    def larger(self, factor: float) -> TypeSize:
        """Designed larger (or, under 1, smaller); what it may shrink to stays."""
        return replace(self, design=self.design * factor)

    def led(self, leading: float) -> TypeSize:
        """The same sizes with another distance of baselines."""
        return replace(self, leading=leading)


@dataclass(frozen=True, slots=True)
class Format:
    """A card's size in mm and the type that goes with it.

    ``drop`` names the parts that this format leaves out or says in short (``text``: the text on a
    reminder's back); ``gutter`` is the space between trims on a sheet: ``None`` asks for twice the
    bleed, 0 for shared cuts.
    """

    name: str
    """By which it is asked for: ``a6``."""
    title: str
    """What people call it."""
    width: float
    """Of the trim."""
    height: float
    """Of the trim."""
    bleed: float
    """How far pages are painted beyond the trim."""
    safe: float
    """How far inside the trim nothing important stands."""
    radius: float
    """Of the corners."""
    margin: float
    """From the trim to the texts."""
    type: Mapping[str, TypeSize]
    """By role."""
    drop: frozenset[str] = frozenset()
    """Parts that this format leaves out or says in short (``text``: that of a reminder's back)."""
    gutter: float | None = None
    """The space between trims on a sheet; ``None`` for twice the bleed, 0 for shared cuts."""

    @property
    def trim(self) -> Size:
        """Width and height of what is left after cutting."""
        return Size(self.width, self.height)


@dataclass(frozen=True, slots=True)
class ConditionStyle:
    """The press colours of one condition."""

    strong: Ink
    """The colour itself."""
    tint: Ink
    """A ground for art."""
    deep: Ink
    """A darker build for large lettering."""
    on_strong: Ink
    """The ink of text on ``strong``: black (K) or paper."""


@dataclass(frozen=True, slots=True)
class NamedFont:
    """A font file, and where a maker's file names it."""

    file: str
    """Its name under ``assets/fonts``."""
    location: Location | None = None
    """The line that names it."""
    key: str = ""
    """The key that names it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and fonts."""

    name: str
    """By which it is asked for."""
    paper_tint: Ink
    """A light ground beside the paper's white."""
    accent: Ink
    """The colour of what belongs to no condition."""
    conditions: Mapping[str, ConditionStyle]
    """The colours of each condition, by its id."""
    palette: Mapping[str, Ink]
    """Inks by their name in the palette: ``coral``."""
    screen: Mapping[str, str]
    """The screen colours that stand for them in SVG art, by the same names."""
    fonts: Mapping[str, tuple[NamedFont, ...]]
    """A chain for each role: what the first file lacks is taken from the next."""
    features: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """OpenType features by role."""
    fallback: tuple[NamedFont, ...] = ()
    """Comes after all chains."""
    printed: Callable[[str], Ink] = field(default=guessed, compare=False, repr=False)
    """What a screen's ``#rrggbb`` prints as on the press that pages are made for."""


@dataclass(frozen=True, slots=True)
class Override:
    """Where a shop asks for something else than the rule."""

    value: float | str
    """The number, or the severity of a check."""
    reason: str
    """Why."""
    source: str
    """Where the shop says so."""


@dataclass(frozen=True, slots=True)
class Overridable:
    """What a press may set otherwise."""

    thresholds: frozenset[str]
    """The names of preflight's numbers."""
    checks: frozenset[str]
    """The ids of its checks."""


@dataclass(frozen=True, slots=True)
class RichBlack:
    """What prints large black areas: ``ink`` instead of black alone, from ``least`` mm across.

    Across is twice the area divided by the outline's length: the width of a bar, half the side of a
    square. So the long black contours of a drawing stay black alone, however long they are.
    """

    ink: Ink
    """What is printed instead of black alone."""
    least: float = 4.0
    """How far across an area must be, in mm."""


@dataclass(frozen=True, slots=True)
class DieLine:
    """The line that a card is stamped along, on a plate of its own."""

    name: str = "CutContour"
    """The spot colour, as the shop spells it."""
    ink: Ink = MAGENTA
    """What stands for it on a screen."""
    width: float = 0.1
    """Of the line, in mm."""
    radius: float = 0.0
    """The least radius in mm of a corner that the shop can cut."""


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition and a shop's wishes: the colour profile, and what files must be."""

    name: str
    """By which it is asked for: ``coated``."""
    title: str
    """What people call it."""
    profile: str
    """The ICC profile: a file below ``assets/icc/``."""
    output_condition: str
    """The characterisation's name in the ICC registry: ``FOGRA39``."""
    registry: str
    """The registry's address."""
    condition_info: str
    """The condition in words."""
    ink_limit: float
    """Total area coverage in percent."""
    bleed: float | None = None
    """In mm, where the shop asks for another than the format's."""
    safe: float | None = None
    """In mm, where the shop asks for another than the format's."""
    source: str = ""
    """Where the shop states this."""
    read: str = ""
    """When that was read: year and month."""
    standard: StandardName = "PDF/X-4"
    """What files are built to."""
    text: TextAs = "live"
    """Text in fonts, or as outlines."""
    pages: PageOrder = "front-back"
    """How the cards' faces follow each other."""
    overprint: bool = True
    """False for a shop that wants none, black text included."""
    transparency: bool = True
    """False for a shop that wants nothing see-through, also where the standard allows it."""
    rich_black: RichBlack | None = None
    """What prints large black areas; ``None`` for black alone."""
    die_line: DieLine | None = None
    """The line to stamp along; ``None`` for a shop that wants none."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """Thresholds and severities that this press sets otherwise, by name or check id."""
    order: Terms = field(default_factory=Terms)
    """What the shop says of orders."""

    @property
    def uncoated(self) -> bool:
        """Whether it is for paper without a coating, as its condition says in words."""
        return "uncoated" in self.condition_info.lower()
