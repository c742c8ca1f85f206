"""What a finished file should be: the numbers that preflight holds it against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expectation:
    """A profile: lengths in mm, type and lines in points, resolutions in pixels an inch.

    ``pages`` and ``trim`` (width, height) are ``None`` where any will do; ``bleed`` is the least
    distance of trim and bleed boxes, 0 for sheets.
    ``waived`` maps a check's id to the written reason for which its findings are only told, not
    counted (they become INFO). Defaults: GWG 2022 where it has a rule, else the deck's own.
    """

    pages: int | None = None
    trim: tuple[float, float] | None = None
    bleed: float = 0.0
    output_condition: str = ""
    ink_limit: float = 300.0
    version: str = "1.6"
    transparency: bool = False
    spots: frozenset[str] = frozenset()
    text_minimum: float = 7.0
    multi_ink_minimum: float = 8.0
    overprint_below: float = 12.0
    line_minimum: float = 0.25
    resolution_error: float = 150.0
    resolution_warning: float = 225.0
    bitmap_error: float = 550.0
    bitmap_warning: float = 800.0
    waived: Mapping[str, str] = field(default_factory=dict)
