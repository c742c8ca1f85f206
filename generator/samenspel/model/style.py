"""Formats, themes and presses: the presets that a deck is made with, as frozen data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from samenspel.diagnostics import Location
from samenspel.model.ink import Ink, guessed
from samenspel.model.ordering import Terms

MAGENTA = Ink(0, 100, 0, 0)

StandardName = Literal["PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"]
"""What a press file can be built to; ``finish/standards`` says what each asks."""

TextAs = Literal["live", "outlined"]
"""Text as text in embedded fonts, or as filled paths without any font."""

PageOrder = Literal["front-back", "back-front", "separate"]
"""How card faces follow each other; ``separate`` makes one file of fronts and one of backs."""


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's type in points: the size it is designed at, the least it may shrink to, and leading.

    ``leading`` is the distance of baselines as a multiple of the size.
    """

    design: float
    minimum: float
    leading: float = 1.25

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
    title: str
    width: float
    height: float
    bleed: float
    safe: float
    radius: float
    margin: float
    type: Mapping[str, TypeSize]
    drop: frozenset[str] = frozenset()
    gutter: float | None = None


@dataclass(frozen=True, slots=True)
class ConditionStyle:
    """The press colours and the pictogram of one of the five conditions.

    ``strong`` is the colour itself, ``tint`` a ground for art, ``deep`` a darker build for large
    lettering; ``on_strong`` says whether text on ``strong`` is black (K) or paper.
    """

    strong: Ink
    tint: Ink
    deep: Ink
    on_strong: Ink


@dataclass(frozen=True, slots=True)
class NamedFont:
    """A font file under ``assets/fonts``, and where a maker's file names it."""

    file: str
    location: Location | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and fonts. ``palette`` names inks by the screen colour they stand for in SVG art.

    ``fonts`` are a chain for each role: what the first lacks is taken from the next. ``fallback``
    comes after all chains.
    """

    name: str
    paper_tint: Ink
    accent: Ink
    conditions: Mapping[str, ConditionStyle]
    palette: Mapping[str, Ink]
    screen: Mapping[str, str]
    fonts: Mapping[str, tuple[NamedFont, ...]]
    features: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    fallback: tuple[NamedFont, ...] = ()
    printed: Callable[[str], Ink] = field(default=guessed, compare=False, repr=False)
    """What a screen's ``#rrggbb`` prints as on the press that pages are made for."""


@dataclass(frozen=True, slots=True)
class Override:
    """Where a shop asks for something else than the rule: what, why, and where it says so."""

    value: float | str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Overridable:
    """The names that a press may override: numbers of preflight, and ids of its checks."""

    thresholds: frozenset[str]
    checks: frozenset[str]


@dataclass(frozen=True, slots=True)
class RichBlack:
    """What prints large black areas: ``ink`` instead of black alone, from ``least`` mm across.

    Across is twice the area divided by the outline's length: the width of a bar, half the side of a
    square. So the long black contours of a drawing stay black alone, however long they are.
    """

    ink: Ink
    least: float = 4.0


@dataclass(frozen=True, slots=True)
class DieLine:
    """The line that a card is stamped along, on a plate of its own.

    ``name`` is the spot colour as the shop spells it, ``ink`` what stands for it on screen,
    ``width`` the line in mm, ``radius`` the least radius in mm of a corner that the shop can cut.
    """

    name: str = "CutContour"
    ink: Ink = MAGENTA
    width: float = 0.1
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition and a shop's wishes: the profile for all colour, and what files must be.

    ``output_condition`` is the characterisation's name in the ICC registry (``FOGRA39``);
    ``ink_limit`` is total area coverage in percent; ``bleed`` and ``safe`` override the format's
    when the shop asks for more. ``overprint`` is False for a shop that wants none, black text
    included. ``source`` and ``read`` say where the shop states this, and when it was read (year and
    month). ``overrides`` are thresholds of preflight that this press sets otherwise, by the
    threshold's name (``text_minimum``), or a check's severity by its id.
    """

    name: str
    title: str
    profile: str
    output_condition: str
    registry: str
    condition_info: str
    ink_limit: float
    bleed: float | None = None
    safe: float | None = None
    source: str = ""
    read: str = ""
    standard: StandardName = "PDF/X-4"
    text: TextAs = "live"
    pages: PageOrder = "front-back"
    overprint: bool = True
    rich_black: RichBlack | None = None
    die_line: DieLine | None = None
    overrides: Mapping[str, Override] = field(default_factory=dict)
    order: Terms = field(default_factory=Terms)
    """What the shop says of orders."""
