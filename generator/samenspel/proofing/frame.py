"""A picture of a page on a sheet of its own, with a legend under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from samenspel.proofing.lettering import REGULAR, font
from samenspel.speaking import ENGLISH, spoken

GROUND, LINE = (255, 255, 255), (45, 45, 45)
EDGE = (190, 190, 188)
MARGIN, TEXT, LEADING = 16, 15, 21
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Legend:
    """Lines of text, each with a swatch before it where there is one, and a scale above them."""

    lines: Sequence[str]
    scale: Image.Image | None = None
    swatches: Sequence[tuple[int, int, int]] = ()


def enlargement(picture: Image.Image) -> float:
    """How much larger than usual the legend under a large picture is."""
    return min(max(picture.width / 800, 1.0), 3.0)


def framed(picture: Image.Image, legend: Legend, language: str = ENGLISH) -> Image.Image:
    """The picture in the middle of a white sheet that is wide enough for the legend.

    The legend is in the reader's language.
    """
    lines = [spoken(line, language) for line in legend.lines]
    by = enlargement(picture)
    leading, margin = round(LEADING * by), round(MARGIN * by)
    letters = font(REGULAR, TEXT * by)
    indent = round(28 * by) if legend.swatches else 0
    widths = [round(letters.getlength(line)) + indent for line in lines]
    scale = legend.scale
    wide = max(picture.width, *widths, scale.width if scale else 0)
    high = (scale.height + round(10 * by) if scale else 0) + leading * len(lines)
    size = wide + 2 * margin, picture.height + high + 3 * margin
    sheet = Image.new("RGB", size, GROUND)
    left = (size[0] - picture.width) // 2
    sheet.paste(picture, (left, margin))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle(
        (left - 1, margin - 1, left + picture.width, margin + picture.height), outline=EDGE
    )
    y = picture.height + 2 * margin
    if scale:
        sheet.paste(scale, (margin, y))
        y += scale.height + round(10 * by)
    for index, line in enumerate(lines):
        if legend.swatches:
            middle = y + leading // 2 - 1
            pen.line(
                (margin, middle, margin + 20 * by, middle),
                legend.swatches[index],
                width=round(4 * by),
            )
        pen.text((margin + indent, y), line, LINE, font=letters)
        y += leading
    return sheet
