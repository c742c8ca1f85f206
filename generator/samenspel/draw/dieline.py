"""The die line: where a card is stamped out, on a plate of its own."""

from __future__ import annotations

from dataclasses import replace

from samenspel.model.frame import Frame, Shape
from samenspel.model.paths import rounded
from samenspel.model.style import DieLine

ROLE = "die-line"


def die_lined(frame: Frame, line: DieLine, radius: float) -> Frame:
    """The page with the line along its trim on top of all, its corners rounded by ``radius`` mm."""
    contour = Shape(
        rounded(frame.trim, radius),
        stroke=line.ink,
        line_width=line.width,
        role=ROLE,
        spot=line.name,
    )
    return replace(frame, items=(*frame.items, contour))
