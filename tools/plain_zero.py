"""Give the text fonts a zero without a slash: a card number is no part number.

    python tools/plain_zero.py FOLDER

FOLDER holds Atkinson Hyperlegible Next as its makers released it. The fonts have no plain zero, so
its counter is drawn whole again: its upper right quarter, which the slash leaves alone, is mirrored
to the other three. An italic gets the upright's, slanted. Width and outline stay as they are. The
Open Font License allows such a version; no name is reserved.
"""

from __future__ import annotations

import math
import sys
from array import array
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

HERE = Path(__file__).resolve().parent.parent / "assets" / "fonts"
UPRIGHTS = {"Italic": "Regular", "BoldItalic": "Bold"}
"""The upright of each italic."""
NOTE = "; zero without a slash, made for samenspel"

Point = tuple[float, float]
Quarter = list[tuple[Point, bool]]
"""Points from the right to the top, each with whether it lies on the curve."""


def contours(font: TTFont) -> list[list[tuple[Point, bool]]]:
    """The contours of the zero."""
    glyph = font["glyf"]["zero"]
    points, ends, flags = glyph.getCoordinates(font["glyf"])
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [
        [(tuple(points[at]), bool(flags[at] & 1)) for at in range(start, end + 1)]
        for start, end in zip(starts, ends, strict=True)
    ]


def width(contour: list[tuple[Point, bool]]) -> float:
    """How wide a contour is."""
    xs = [x for (x, _), _ in contour]
    return max(xs) - min(xs)


def quarter(font: TTFont) -> tuple[Quarter, Point]:
    """The counter's upper right quarter, and the middle of the zero."""
    outer, *inner = sorted(contours(font), key=width, reverse=True)
    xs, ys = [x for (x, _), _ in outer], [y for (_, y), _ in outer]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    for contour in inner:
        on = [at for at, (_, is_on) in enumerate(contour) if is_on]
        right = max(on, key=lambda at, of=contour: of[at][0][0])
        top = max(on, key=lambda at, of=contour: of[at][0][1])
        row = [contour[(right + step) % len(contour)] for step in range(len(contour))]
        found = row[: (top - right) % len(contour) + 1]
        mirrored = abs(found[-1][0][0] - middle[0]) < 2 and abs(found[0][0][1] - middle[1]) < 2
        if mirrored:
            return found, middle
    raise SystemExit("this zero has no quarter that the slash leaves alone")


def counter(part: Quarter, middle: Point) -> Quarter:
    """The whole counter, from its right over its top."""
    (cx, cy), corners = middle, []
    for x, y, reverse in ((1, 1, False), (-1, 1, True), (-1, -1, False), (1, -1, True)):
        turned = [((cx + x * (px - cx), cy + y * (py - cy)), on) for (px, py), on in part]
        corners += (turned[::-1] if reverse else turned)[:-1]
    return corners


def drawn(font: TTFont, upright: TTFont) -> None:
    """Replace the counter of a font's zero."""
    part, middle = quarter(upright)
    outer = max(contours(font), key=width)
    slant = math.tan(math.radians(-font["post"].italicAngle))
    shift = (
        min(x for (x, _), _ in outer)
        - min(x + slant * y for (x, y), _ in max(contours(upright), key=width))
        if slant
        else 0.0
    )
    inner = [((x + slant * y + shift, y), on) for (x, y), on in counter(part, middle)]
    glyph = font["glyf"]["zero"]
    rings = [outer, inner]
    glyph.coordinates = GlyphCoordinates(
        [(round(x), round(y)) for ring in rings for (x, y), _ in ring]
    )
    glyph.flags = array("B", [int(on) for ring in rings for _, on in ring])
    glyph.endPtsOfContours = [len(outer) - 1, len(outer) + len(inner) - 1]
    glyph.numberOfContours = 2
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    glyph.recalcBounds(font["glyf"])
    for record in font["name"].names:
        if record.nameID == 5 and NOTE not in str(record):
            record.string = str(record) + NOTE


if __name__ == "__main__":
    for path in sorted(Path(sys.argv[1]).glob("AtkinsonHyperlegibleNext-*.ttf")):
        style = path.stem.partition("-")[2]
        made = TTFont(path, recalcTimestamp=False)
        drawn(made, TTFont(path.with_name(path.name.replace(style, UPRIGHTS.get(style, style)))))
        made.save(HERE / path.name)
