"""Formats, themes and presses: the presets that a deck is made with, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel.model.ink import Ink


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's type in points: the size it is designed at, the least it may shrink to, and leading.

    ``leading`` is the distance of baselines as a multiple of the size.
    """

    design: float
    minimum: float
    leading: float = 1.25


@dataclass(frozen=True, slots=True)
class Format:
    """A card's size in mm and the type that goes with it.

    ``drop`` names the parts that this format leaves out (``text``: the running text on a
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
class Theme:
    """Colours and fonts. ``palette`` names inks by the screen colour they stand for in SVG art."""

    name: str
    paper_tint: Ink
    accent: Ink
    conditions: Mapping[str, ConditionStyle]
    palette: Mapping[str, Ink]
    screen: Mapping[str, str]
    fonts: Mapping[str, str]
    features: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Override:
    """Where a shop asks for something else than the rule: what, why, and where it says so."""

    value: float | str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Press:
    """A printing condition: the profile that all colour is made for, and the limits that hold.

    ``output_condition`` is the characterisation's name in the ICC registry (``FOGRA39``);
    ``ink_limit`` is total area coverage in percent; ``bleed`` and ``safe`` override the format's
    when the shop asks for more. ``overrides`` are thresholds of preflight that this press sets
    otherwise, by the threshold's name (``text_minimum``), or a check's severity by its id.
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
    overrides: Mapping[str, Override] = field(default_factory=dict)
