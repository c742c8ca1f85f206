"""What preflight is to expect of a file: what the press asks for, and what it was drawn to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from samenspel.diagnostics import Severity
from samenspel.model.frame import Frame
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.made import Made
from samenspel.pipeline.placed import is_transparent, spots_of
from samenspel.products.cards import SPARE
from samenspel.units import Size

if TYPE_CHECKING:
    from samenspel.preflight.expectation import Expectation

COPIES: dict[str, Severity | None] = {"page-twice": None}
"""What is not asked of a file in which a card is meant to be several times."""
WHITE: dict[str, Severity | None] = {"page-twice": None, "page-empty": None}
"""What is not asked of a file with white cards beyond the deck."""


def expected_of(edition: Edition, made: Made) -> Expectation:
    """What the press asks for, and what the file was drawn to be."""
    from samenspel.preflight import profile_for  # its many checks take a while to load
    from samenspel.preflight.profiles import HOUSE

    frames = made.file.frames
    first = frames[0]
    usual = profile_for(edition.build.press, HOUSE).expected
    return replace(
        usual,
        severities={**usual.severities, **_meant(frames)},
        pages=len(frames),
        trim=Size(first.width, first.height),
        bleed=first.bleed,
        safe=first.safe,
        radius=made.file.radius,
        duplex=_alternate(frames),
        page_order="",  # it is the one that this build was asked for
        die_line=made.file.die_line,
        marks=made.file.plan is not None or bool(made.file.lines),
        spots=usual.spots | set(made.file.lines) | spots_of(edition.arts),
        transparency=is_transparent(edition.arts),
    )


def _meant(frames: Sequence[Frame]) -> dict[str, Severity | None]:
    """What looks like a mistake, and is not."""
    if any(frame.card == SPARE for frame in frames):
        return WHITE
    return {} if len({frame.name for frame in frames}) == len(frames) else COPIES


def _alternate(frames: Sequence[Frame]) -> bool:
    """True when pages are fronts and backs in turn."""
    sides = [frame.side for frame in frames]
    return sides == ["front", "back"] * (len(frames) // 2)
