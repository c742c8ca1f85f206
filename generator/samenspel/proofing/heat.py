"""Where how much ink lies, as a map with a legend."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter

from samenspel.proofing.frame import GROUND, LINE, Legend, enlargement, framed
from samenspel.proofing.lettering import REGULAR, font
from samenspel.saying import say
from samenspel.separations import Coverage, Peak, PlateSet, total_ink
from samenspel.speaking import ENGLISH

FULL = 400.0
"""Percent, at the end of the scale."""
STEPS = ((0, (255, 255, 255)), (60, (198, 226, 236)), (140, (110, 182, 199)),
         (220, (69, 135, 122)), (280, (214, 176, 60)), (400, (214, 176, 60)))  # fmt: skip
OVER = (206, 28, 44)
MARK = (20, 20, 20)
POINT, SQUARE = 1.0, 15.0


def heat_map(
    plates: PlateSet,
    found: Coverage,
    limit: float,
    without: Collection[str] = (),
    language: str = ENGLISH,
) -> Image.Image:
    """The page in colours from white (no ink) to yellow, and red above the limit.

    What is shown is the mean around each point, as ``Coverage.point`` counts it. A ring marks the
    most at a point, a square the most over 15 mm.
    """
    ink = total_ink(plates, without=without).point(lambda value: value * (255 / FULL) + 0.5)
    blurred = ink.convert("L").filter(ImageFilter.BoxBlur(max(POINT * plates.scale / 2 - 0.5, 0)))
    blurred.putpalette(
        [part for level in range(256) for part in _colour(level * FULL / 255, limit)]
    )
    picture = blurred.convert("RGB")
    _mark(picture, plates, found)
    lines = (
        say(
            "Most ink at a point: {peak_in_words}", peak_in_words=_peak_in_words(found.point, limit)
        ),
        say(
            "Most as a mean over 15 × 15 mm: {peak_in_words}",
            peak_in_words=_peak_in_words(found.square, limit),
        ),
        say("Limit {limit:g} %. Places in mm from the cut's top left corner.", limit=limit),
    )
    return framed(picture, Legend(lines, _bar(limit, enlargement(picture))), language)


def _peak_in_words(peak: Peak, limit: float) -> str:
    over = peak.percent > limit
    return say("{peak}, OVER THE LIMIT", peak=peak.text) if over else peak.text


def _colour(percent: float, limit: float) -> tuple[int, int, int]:
    if percent > limit:
        return OVER
    for (low, one), (high, other) in pairwise(STEPS):
        if percent <= high:
            share = (percent - low) / (high - low)
            red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
            return red, green, blue
    return STEPS[-1][1]


def _mark(picture: Image.Image, plates: PlateSet, found: Coverage) -> None:
    pen = ImageDraw.Draw(picture)
    width = max(round(plates.scale * 0.25), 1)
    for peak, half, round_ in ((found.square, SQUARE / 2, False), (found.point, 2 * POINT, True)):
        x, y = (peak.x + plates.trim[0]) * plates.scale, (peak.y + plates.trim[1]) * plates.scale
        reach = half * plates.scale
        for colour, extra in (((255, 255, 255), width), (MARK, 0)):
            box = (x - reach - extra, y - reach - extra, x + reach + extra, y + reach + extra)
            draw = pen.ellipse if round_ else pen.rectangle
            draw(box, outline=colour, width=width)


def _bar(limit: float, by: float) -> Image.Image:
    """The scale from 0 to 400 %, with numbers, ``by`` times its usual size."""
    width, height = round(404 * by), round(16 * by)
    bar = Image.new("RGB", (width + round(36 * by), round(38 * by)), GROUND)
    pen = ImageDraw.Draw(bar)
    letters = font(REGULAR, 13 * by)
    for x in range(width):
        pen.line((x, 0, x, height), fill=_colour(x * FULL / width, limit))
    pen.rectangle((0, 0, width, height), outline=LINE)
    for percent in (0, 100, 200, 300, 400):
        x = round(percent * width / FULL)
        pen.line((x, height, x, height + round(4 * by)), fill=LINE)
        anchor = "ma" if percent else "la"
        pen.text((x, height + round(5 * by)), f"{percent} %", LINE, font=letters, anchor=anchor)
    return bar
