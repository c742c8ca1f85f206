"""What a finished file should be: the numbers that preflight holds it against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Expectation:
    """A profile's numbers. Defaults: GWG 2022 where it has a rule, else the deck's own.

    Lengths are in mm, type and lines in points, resolutions in pixels an inch, ink in percent.
    """

    pages: int | None = None
    """How many pages; ``None`` where any number will do."""
    trim: tuple[float, float] | None = None
    """Width and height; ``None`` where any size will do."""
    bleed: float = 0.0
    """The least distance of trim and bleed boxes; 0 asks nothing."""
    safe: float = 0.0
    """How far from the cut text and logos stay; 0 asks nothing."""
    radius: float = 0.0
    """That of the card's corners; 0 asks nothing."""
    duplex: bool = False
    """Pages are fronts and backs in turn."""
    page_order: str = ""
    """``front-back``, ``back-front`` or ``separate``, as presses have it; empty asks nothing."""
    standard: str = "PDF/X-4"
    """The one that the file must claim; empty where any PDF will do."""
    version: str = ""
    """The newest PDF version; empty for the standard's."""
    output_condition: str = ""
    """The characterisation that it must name; empty for any."""
    ink_limit: float = 300.0
    """At a point."""
    ink_mean_limit: float = 320.0
    """As the mean of a large area."""
    transparency: bool = False
    """Whether it may be there."""
    spots: frozenset[str] = frozenset()
    """Spot colours that are allowed."""
    die_line: str = ""
    """The spot that must hold the die line."""
    marks: bool = False
    """The pages are sheets with marks on all plates beside the cards."""
    tagged: bool = False
    """Whether a screen reader must be able to read it (PDF/UA-1)."""
    text_minimum: float = 7.0
    """The least size of text."""
    multi_ink_minimum: float = 8.0
    """The least size of text in several inks."""
    white_text_minimum: float = 8.0
    """The least size of text in white."""
    light_text_minimum: float = 9.0
    """Of text in a tint of less than a half."""
    overprint_below: float = 12.0
    """Black text smaller than this must overprint."""
    line_overprint_below: float = 2.0
    """Black lines thinner than this must overprint."""
    line_minimum: float = 0.25
    """The thinnest line."""
    resolution_error: float = 150.0
    """A picture with fewer pixels an inch is an error."""
    resolution_warning: float = 225.0
    """A picture with fewer pixels an inch is a warning."""
    bitmap_error: float = 550.0
    """The same for pictures of one bit a pixel."""
    bitmap_warning: float = 800.0
    """The same for pictures of one bit a pixel."""
    waived: Mapping[str, str] = field(default_factory=dict)
    """Checks with the written reason for which their findings are not counted: they become INFO."""
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """How bad a check's findings are; ``None`` leaves it out."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why a threshold or severity is not the rule's own."""
