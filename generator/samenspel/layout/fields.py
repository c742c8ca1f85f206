"""The poster's geometry: five fields around one centre, in mm on an A3 that lies on its side."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.model.frame import Box, Path, Segment

FOOT = 36.0
"""Height of the strip with title, logo and source."""
CENTRE = (203.5, 150.0)
"""A little left of the middle: the longest name, Organisatie, stands right of it at full size."""


@dataclass(frozen=True, slots=True)
class Field:
    """A condition's field: its coloured area, and where its texts and its reminders stand."""

    area: Path
    text: Box
    question: Box
    reminders: Box


PLACES: dict[str, tuple[Box, Box, Box]] = {
    "ambitie": (Box(10, 13, 118, 42), Box(10, 57.5, 116, 28), Box(10, 88, 126, 52)),
    "belangen": (Box(138, 13, 133, 42), Box(138, 57.5, 80, 33), Box(222, 55.5, 46, 46)),
    "relatie": (Box(280, 13, 130, 42), Box(280, 57.5, 130, 28), Box(280, 88, 130, 52)),
    "organisatie": (Box(253, 166, 157, 42), Box(253, 210.5, 62, 46), Box(318, 209, 92, 49)),
    "proces": (Box(10, 166, 140, 42), Box(10, 210.5, 100, 46), Box(114, 209, 92, 49)),
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
    a, b = 132.5, 274.5  # where the upper borders reach the top
    end: Segment = ("Z", ())
    to_first: Segment = ("C", (a - 8, 100, 137, 125, cx, cy))
    from_first: Segment = ("C", (137, 125, a - 8, 100, a, top))
    to_second: Segment = ("C", (b + 8, 100, 270, 125, cx, cy))
    from_second: Segment = ("C", (270, 125, b + 8, 100, b, top))
    to_left: Segment = ("C", (150, cy - 12, 70, cy + 12, left, cy + 4))
    from_left: Segment = ("C", (70, cy + 12, 150, cy - 12, cx, cy))
    to_right: Segment = ("C", (270, cy - 12, 350, cy + 12, right, cy + 4))
    from_right: Segment = ("C", (350, cy + 12, 270, cy - 12, cx, cy))
    foot = cx + 26  # the lower border leans right, where Organisatie leaves room
    down: Segment = ("C", (cx + 1, cy + 42, foot - 8, floor - 44, foot, floor))
    up: Segment = ("C", (foot - 8, floor - 44, cx + 1, cy + 42, cx, cy))
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
        (("M", (right, cy + 4)), ("L", (right, floor)), ("L", (foot, floor)), up, to_right, end),
        (("M", (left, cy + 4)), from_left, down, ("L", (left, floor)), end),
    )
