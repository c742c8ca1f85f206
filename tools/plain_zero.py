"""Give the text fonts a zero without a slash: a card number is no part number.

    python tools/plain_zero.py FOLDER

FOLDER holds Atkinson Hyperlegible Next as its makers released it. The fonts have no plain zero, so
its counter is drawn whole again: its upper right quarter, which the slash leaves alone, is mirrored
to the other three. In the extra bold the slash leaves none alone; there the quarter goes on as it
went from semi-bold to bold. An italic gets the upright's, slanted. Width and outline stay as they
are. The Open Font License allows such a version; no name is reserved.
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
UPRIGHTS = {"Italic": "Regular", "SemiBoldItalic": "SemiBold", "BoldItalic": "Bold"}
"""The upright of each italic."""
LIGHTER = {"ExtraBold": ("SemiBold", "Bold")}
"""Two weights at even steps below one whose slash leaves no quarter alone."""
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
    middle = centre(outer)
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


def beyond(lighter: tuple[TTFont, TTFont], middle: Point) -> Quarter:
    """The quarter of the weight that comes after these two, about a middle."""
    (light, at), (bold, there) = map(quarter, lighter)
    return [
        ((middle[0] + 2 * (bx - there[0]) - (lx - at[0]),
          middle[1] + 2 * (by - there[1]) - (ly - at[1])), on)
        for ((lx, ly), _), ((bx, by), on) in zip(light, bold, strict=True)
    ]  # fmt: skip


def centre(contour: list[tuple[Point, bool]]) -> Point:
    """The middle of a contour's box."""
    xs, ys = [x for (x, _), _ in contour], [y for (_, y), _ in contour]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def counter(part: Quarter, middle: Point) -> Quarter:
    """The whole counter, from its right over its top."""
    (cx, cy), corners = middle, []
    for x, y, reverse in ((1, 1, False), (-1, 1, True), (-1, -1, False), (1, -1, True)):
        turned = [((cx + x * (px - cx), cy + y * (py - cy)), on) for (px, py), on in part]
        corners += (turned[::-1] if reverse else turned)[:-1]
    return corners


def drawn(font: TTFont, upright: TTFont, lighter: tuple[TTFont, TTFont] | None = None) -> None:
    """Replace the counter of a font's zero; ``lighter`` are the two weights below it."""
    outer = max(contours(font), key=width)
    if lighter:
        middle = centre(outer)
        part = beyond(lighter, middle)
    else:
        part, middle = quarter(upright)
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
    folder = Path(sys.argv[1])
    family = "AtkinsonHyperlegibleNext"
    for path in sorted(folder.glob(f"{family}-*.ttf")):
        style = path.stem.partition("-")[2]
        made = TTFont(path, recalcTimestamp=False)
        upright = TTFont(folder / f"{family}-{UPRIGHTS.get(style, style)}.ttf")
        two = [TTFont(folder / f"{family}-{one}.ttf") for one in LIGHTER.get(style, ())]
        drawn(made, upright, (two[0], two[1]) if two else None)
        made.save(HERE / path.name)
