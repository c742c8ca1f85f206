"""The edges of a page: where colour reaches the cut but does not run on through the bleed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PIL import Image

from samenspel.separations.coverage import total_ink
from samenspel.separations.plates import Box, PlateSet

BAND, STEP = 0.6, 1.0
"""Millimetres: how wide a band is looked at on both sides of the bleed, and in which steps."""
INKED, WHITE = 2.0, 0.5
"""Percent of ink: what counts as colour, and what as paper."""
LEAST = 2
"""Steps: shorter gaps are the ends of lines."""


@dataclass(frozen=True, slots=True)
class OpenEdge:
    """A stretch of white bleed beside colour."""

    side: str
    """At which side of the page."""
    box: Box
    """In mm from the trim's top left corner."""


def open_edges(plates: PlateSet) -> Iterator[OpenEdge]:
    """All open stretches of a page that has at least a band of bleed."""
    ink = total_ink(plates)
    left, top, right, bottom = plates.trim
    outer = plates.bleed
    strips = {
        "left": (outer[0], top, left, bottom),
        "right": (right, top, outer[2], bottom),
        "top": (left, outer[1], right, top),
        "bottom": (left, bottom, right, outer[3]),
    }
    for side, strip in strips.items():
        upright = side in ("left", "right")
        if min(strip[2] - strip[0], strip[3] - strip[1]) < BAND:
            continue
        within, beyond = (_profile(plates, ink, band, upright) for band in _bands(strip, side))
        for x0, y0, x1, y1 in _stretches(strip, within, beyond, upright):
            yield OpenEdge(side, (x0 - left, y0 - top, x1 - left, y1 - top))


def _bands(strip: Box, side: str) -> tuple[Box, Box]:
    """A band just inside the cut, and one at the outer edge of the bleed."""
    x0, y0, x1, y1 = strip
    return {
        "left": ((x1, y0, x1 + BAND, y1), (x0, y0, x0 + BAND, y1)),
        "right": ((x0 - BAND, y0, x0, y1), (x1 - BAND, y0, x1, y1)),
        "top": ((x0, y1, x1, y1 + BAND), (x0, y0, x1, y0 + BAND)),
        "bottom": ((x0, y0 - BAND, x1, y0), (x0, y1 - BAND, x1, y1)),
    }[side]


def _profile(plates: PlateSet, ink: Image.Image, band: Box, upright: bool) -> Sequence[float]:
    """The ink along a band, step by step."""
    length = band[3] - band[1] if upright else band[2] - band[0]
    count = max(int(length / STEP), 1)
    scaled = [side * plates.scale for side in band]
    x1, y1 = min(scaled[2], ink.width), min(scaled[3], ink.height)
    box = max(scaled[0], 0.0), max(scaled[1], 0.0), x1, y1
    size = (1, count) if upright else (count, 1)
    reduced = ink.resize(size, Image.Resampling.BOX, box=box)
    return list(memoryview(reduced.tobytes()).cast("f"))


def _stretches(
    strip: Box, within: Sequence[float], beyond: Sequence[float], upright: bool
) -> Iterator[Box]:
    x0, y0, x1, y1 = strip
    step = ((y1 - y0) if upright else (x1 - x0)) / len(within)
    bare = [inner > INKED and outer < WHITE for inner, outer in zip(within, beyond, strict=True)]
    start = 0
    for found, members in groupby(bare):
        count = len(list(members))
        if found and count >= LEAST:
            near, far = start * step, (start + count) * step
            box = (x0, y0 + near, x1, y0 + far) if upright else (x0 + near, y0, x0 + far, y1)
            yield box
        start += count
