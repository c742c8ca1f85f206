"""The poster's geometry: five fields around one centre, in mm on an A3 that lies on its side."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.model.frame import Box, Path, Segment

FOOT = 36.0
"""Height of the strip with title, logo and source."""
CENTRE = (210.0, 150.0)


@dataclass(frozen=True, slots=True)
class Field:
    """A condition's field: its coloured area, and where its texts and its reminders stand."""

    area: Path
    text: Box
    question: Box
    reminders: Box


PLACES: dict[str, tuple[Box, Box, Box]] = {
    "ambitie": (Box(12, 13, 122, 42), Box(12, 59.5, 122, 27), Box(12, 90, 126, 48)),
    "belangen": (Box(147, 13, 127, 42), Box(147, 59.5, 74, 32), Box(222, 55, 44, 44)),
    "relatie": (Box(293, 13, 115, 42), Box(293, 59.5, 115, 27), Box(278, 90, 130, 48)),
    "organisatie": (Box(264, 164, 145, 42), Box(264, 211, 60, 46), Box(327, 210, 82, 48)),
    "proces": (Box(12, 164, 140, 42), Box(12, 211, 90, 46), Box(110, 210, 92, 48)),
}
"""Name and core, question, and small cartoons of each condition, clockwise from the top left."""


def poster_fields(width: float, height: float, bleed: float) -> dict[str, Field]:
    """The five fields by condition, on a poster of this trim and bleed."""
    areas = _areas(-bleed, -bleed, width + bleed, height - FOOT)
    return {
        name: Field(area, *places)
        for (name, places), area in zip(PLACES.items(), areas, strict=True)
    }


def _areas(left: float, top: float, right: float, floor: float) -> tuple[Path, ...]:
    """Five areas that meet in the centre; their borders are slow curves, as if cut by hand."""
    cx, cy = CENTRE
    a, b = 137.0, 283.0  # where the upper borders reach the top
    end: Segment = ("Z", ())
    to_first: Segment = ("C", (a - 4, 84, 152, 112, cx, cy))
    from_first: Segment = ("C", (152, 112, a - 4, 84, a, top))
    to_second: Segment = ("C", (b + 4, 84, 268, 112, cx, cy))
    from_second: Segment = ("C", (268, 112, b + 4, 84, b, top))
    to_left: Segment = ("C", (150, cy - 12, 70, cy + 12, left, cy + 4))
    from_left: Segment = ("C", (70, cy + 12, 150, cy - 12, cx, cy))
    to_right: Segment = ("C", (270, cy - 12, 350, cy + 12, right, cy + 4))
    from_right: Segment = ("C", (350, cy + 12, 270, cy - 12, cx, cy))
    down: Segment = ("C", (cx - 6, cy + 40, cx + 6, floor - 24, cx, floor))
    up: Segment = ("C", (cx + 6, floor - 24, cx - 6, cy + 40, cx, cy))
    return (
        (("M", (left, top)), ("L", (a, top)), to_first, to_left, end),
        (("M", (a, top)), ("L", (b, top)), to_second, from_first, end),
        (
            ("M", (b, top)),
            ("L", (right, top)),
            ("L", (right, cy + 4)),
            from_right,
            from_second,
            end,
        ),
        (("M", (right, cy + 4)), ("L", (right, floor)), ("L", (cx, floor)), up, to_right, end),
        (("M", (left, cy + 4)), from_left, down, ("L", (left, floor)), end),
    )
