"""The poster's geometry: five fields around one centre, in mm on an A3 on its side or upright."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspel.model.frame import Box, Path, Segment


@dataclass(frozen=True, slots=True)
class Field:
    """A condition's field: its coloured area, and where its texts and its reminders stand."""

    area: Path
    text: Box
    question: Box
    reminders: Box


@dataclass(frozen=True, slots=True)
class PosterPlan:
    """Where everything stands on a poster of one orientation."""

    fields: dict[str, Field]
    """By condition, clockwise from the top left."""
    centre: tuple[float, float]
    foot: float
    """Height of the strip with title, logo and source."""
    title_width: float
    core_width: float
    logo_width: float
    radius: float = 48.0
    """Of the centre, in mm."""
    least_name: float | None = None
    """The smallest size of names in points; ``None`` for that of the format."""


CENTRE = (203.5, 150.0)
"""A little left of the middle: the longest name, Organisatie, stands right of it at full size."""
FOOT = 36.0
PLACES: dict[str, tuple[Box, Box, Box]] = {
    "ambitie": (Box(10, 13, 118, 42), Box(10, 57.5, 116, 28), Box(10, 88, 126, 52)),
    "belangen": (Box(138, 13, 133, 42), Box(138, 57.5, 80, 33), Box(222, 55.5, 46, 46)),
    "relatie": (Box(280, 13, 130, 42), Box(280, 57.5, 130, 28), Box(280, 88, 130, 52)),
    "organisatie": (Box(253, 166, 157, 42), Box(253, 210.5, 62, 46), Box(318, 209, 92, 49)),
    "proces": (Box(10, 166, 140, 42), Box(10, 210.5, 100, 46), Box(114, 209, 92, 49)),
}
"""Name and core, question, and small cartoons of each condition, clockwise from the top left."""


UPRIGHT_CENTRE = (148.5, 150.0)
UPRIGHT_FOOT = 42.0
UPRIGHT_PLACES: dict[str, tuple[Box, Box, Box]] = {
    "ambitie": (Box(10, 13, 130, 42), Box(10, 57.5, 128, 28), Box(10, 88, 86, 52)),
    "belangen": (Box(158, 13, 129, 42), Box(158, 57.5, 128, 28), Box(201, 88, 86, 52)),
    "relatie": (Box(161, 205, 126, 42), Box(161, 248.5, 126, 24), Box(161, 274, 126, 49)),
    "organisatie": (Box(10, 333, 140, 42), Box(158, 335.5, 58, 40), Box(219, 331, 68, 45)),
    "proces": (Box(10, 205, 126, 42), Box(10, 248.5, 126, 24), Box(10, 274, 126, 49)),
}
"""The same on an upright poster: two above the centre, two below it, one across the foot."""


def poster_plan(width: float, height: float, bleed: float) -> PosterPlan:
    """The plan of a poster of this trim and bleed, about 420 × 297 mm or 297 × 420 mm."""
    if width > height:
        areas = _areas(-bleed, -bleed, width + bleed, height - FOOT)
        return PosterPlan(_fields(PLACES, areas), CENTRE, FOOT, 270, 270, 90)
    areas = _upright_areas(-bleed, -bleed, width + bleed, height - UPRIGHT_FOOT)
    fields = _fields(UPRIGHT_PLACES, areas)
    return PosterPlan(fields, UPRIGHT_CENTRE, UPRIGHT_FOOT, 206, 160, 64)


def _fields(places: Mapping[str, tuple[Box, Box, Box]], areas: Sequence[Path]) -> dict[str, Field]:
    return {
        name: Field(area, *boxes) for (name, boxes), area in zip(places.items(), areas, strict=True)
    }


def _upright_areas(left: float, top: float, right: float, floor: float) -> tuple[Path, ...]:
    """Five areas that meet in the centre; the lowest reaches it with a narrow stem."""
    cx, cy = UPRIGHT_CENTRE
    end: Segment = ("Z", ())
    down: Segment = ("C", (cx + 4, 40, cx - 6, 100, cx, cy))
    up: Segment = ("C", (cx - 6, 100, cx + 4, 40, cx, top))
    side, sill = cy + 30, 326.0
    to_left: Segment = ("C", (cx - 50, cy + 34, 50, cy + 22, left, side))
    from_left: Segment = ("C", (50, cy + 22, cx - 50, cy + 34, cx, cy))
    to_right: Segment = ("C", (cx + 50, cy + 34, right - 53, cy + 22, right, side))
    from_right: Segment = ("C", (right - 53, cy + 22, cx + 50, cy + 34, cx, cy))
    stem: Path = (
        ("C", (cx - 2, cy + 60, cx - 6, 250, cx - 7, 296)),
        ("C", (cx - 8, 318, cx - 20, sill, cx - 40, sill)),
        ("C", (80, sill, 40, sill + 4, left, sill + 2)),
    )
    stem_back: Path = (
        ("C", (right - 43, sill + 4, right - 83, sill, cx + 40, sill)),
        ("C", (cx + 20, sill, cx + 8, 318, cx + 7, 296)),
        ("C", (cx + 6, 250, cx + 2, cy + 60, cx, cy)),
    )
    right_sill = ("L", (right, sill + 2))
    return (
        (("M", (left, top)), ("L", (cx, top)), down, to_left, end),
        (("M", (cx, top)), ("L", (right, top)), ("L", (right, side)), from_right, up, end),
        (("M", (cx, cy)), to_right, right_sill, *stem_back, end),
        (
            ("M", (cx, cy)), *stem, ("L", (left, floor)), ("L", (right, floor)), right_sill,
            *stem_back, end,
        ),
        (("M", (left, side)), from_left, *stem, end),
    )  # fmt: skip


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
