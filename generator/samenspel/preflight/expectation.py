"""What a finished file should be: the numbers that preflight holds it against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Expectation:
    """A profile's numbers: lengths in mm, type and lines in points, resolutions in pixels an inch.

    ``pages`` and ``trim`` (width, height) are ``None`` where any will do; ``bleed`` is the least
    distance of trim and bleed boxes, ``safe`` how far from the cut text and logos stay, ``radius``
    that of the card's corners: 0 asks nothing. ``duplex`` says that pages are fronts and backs in
    turn. ``standard`` is the one that the file must claim (empty: any PDF will do), ``version`` the
    newest PDF version (empty: the standard's). ``die_line`` is the name of the spot that must hold
    the die line; other ``spots`` are allowed. ``waived`` maps a check's id to the written reason
    for which its findings are only told, not counted (they become INFO). ``severities`` says how
    bad a check's findings are (``None``: it is left out), ``reasons`` why a threshold or severity
    is not the rule's own. Defaults: GWG 2022 where it has a rule, else the deck's own.
    """

    pages: int | None = None
    trim: tuple[float, float] | None = None
    bleed: float = 0.0
    safe: float = 0.0
    radius: float = 0.0
    duplex: bool = False
    standard: str = "PDF/X-4"
    version: str = ""
    output_condition: str = ""
    ink_limit: float = 300.0
    ink_mean_limit: float = 320.0
    transparency: bool = False
    spots: frozenset[str] = frozenset()
    die_line: str = ""
    text_minimum: float = 7.0
    multi_ink_minimum: float = 8.0
    white_text_minimum: float = 8.0
    overprint_below: float = 12.0
    line_overprint_below: float = 2.0
    line_minimum: float = 0.25
    resolution_error: float = 150.0
    resolution_warning: float = 225.0
    bitmap_error: float = 550.0
    bitmap_warning: float = 800.0
    waived: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
