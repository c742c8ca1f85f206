"""Where the page is cut, what may be lost, and what has to stay inside."""

from __future__ import annotations

from PIL import Image, ImageDraw

from samenspel.proofing.frame import Legend, framed
from samenspel.saying import say
from samenspel.separations import PlateSet
from samenspel.speaking import ENGLISH

BLEED, TRIM, SAFE = (0, 112, 190), (214, 0, 60), (0, 140, 70)
VEIL = 120
"""How much white lies over what is cut off (of 255)."""

Pixels = tuple[float, float, float, float]


def overlay(
    picture: Image.Image, plates: PlateSet, safe: float, language: str = ENGLISH
) -> Image.Image:
    """The proof with its bleed, trim and safe lines; what is cut off is paled.

    ``safe`` is mm inside the trim; 0 draws no safe line.
    """
    trim, bleed = (_pixels(box, plates) for box in (plates.trim, plates.bleed))
    shown = picture.copy()
    veil = Image.new("L", shown.size, VEIL)
    left, top, right, bottom = map(round, trim)
    veil.paste(0, (left, top, right, bottom))
    shown.paste((255, 255, 255), (0, 0), veil)
    width = max(round(plates.scale * 0.3), 1)
    pen = ImageDraw.Draw(shown)
    lines = [("Bleed: must be filled with colour, is cut off", BLEED)] if bleed != trim else []
    if lines:
        _rectangle(pen, bleed, BLEED, width, inside=width)
    lines.append((say("Trim: the cut, {size}", size=_size(plates)), TRIM))
    _rectangle(pen, trim, TRIM, width)
    if safe:
        lines.append(
            (say("Safe zone: keep text and faces inside it ({safe:g} mm)", safe=safe), SAFE)
        )
        inset = safe * plates.scale
        box = trim[0] + inset, trim[1] + inset, trim[2] - inset, trim[3] - inset
        _dashed(pen, box, SAFE, width)
    legend = Legend([text for text, _ in lines], None, [colour for _, colour in lines])
    return framed(shown, legend, language)


def _size(plates: PlateSet) -> str:
    left, top, right, bottom = plates.trim
    return say("{right:.4g} × {bottom:.4g} mm", right=right - left, bottom=bottom - top)


def _pixels(box: Pixels, plates: PlateSet) -> Pixels:
    left, top, right, bottom = (side * plates.scale for side in box)
    return left, top, right, bottom


def _rectangle(
    pen: ImageDraw.ImageDraw, box: Pixels, colour: tuple[int, int, int], width: int, inside: int = 0
) -> None:
    left, top, right, bottom = box
    edges = left, top, right - 1 - inside // 2, bottom - 1 - inside // 2
    pen.rectangle(edges, outline=colour, width=width)


def _dashed(
    pen: ImageDraw.ImageDraw, box: Pixels, colour: tuple[int, int, int], width: int
) -> None:
    left, top, right, bottom = box
    dash = 5.0 * width
    for along in _dashes(left, right, dash):
        for y in (top, bottom):
            pen.line((along, y, min(along + dash, right), y), colour, width)
    for along in _dashes(top, bottom, dash):
        for x in (left, right):
            pen.line((x, along, x, min(along + dash, bottom)), colour, width)


def _dashes(start: float, end: float, dash: float) -> list[float]:
    count = max(int((end - start) / (2 * dash)) + 1, 1)
    return [start + index * 2 * dash for index in range(count)]
