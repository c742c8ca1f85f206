"""What holds for every drawing; judged for a few in each test run and for all in the proof.

Lengths are canvas units unless their name says mm; the canvas is 1000 units wide.
"""

from __future__ import annotations

import re

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, box
from tests.drawing.svgfiles import FILES, Drawing, filled, region, rings, text_of
from tests.drawing.thinness import too_thin

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.palette import PALETTE
from samenspel_drawing.plates import Scene
from samenspel_drawing.printed import PICTOGRAM_MM, SMALL_PICTOGRAM_MM, THINNEST_MM, smallest_mm
from samenspel_drawing.regions import area_of, polygons
from samenspel_drawing.svg import printable

CANVAS = 1000

FARTHEST_MM = 0.02
"""How far the curves may run from the polygons that the kit drew."""

ROUNDING = 0.01
"""Area beyond that rim, in square units, which adding up coordinates may leave."""

NAMES = {colour.screen: name for name, colour in PALETTE.items()}


def painted(name: str) -> list[tuple[str, MultiPolygon]]:
    """The regions of a committed picture in painting order, with their colours' names."""
    return [(NAMES[fill], region(data)) for fill, data in filled(text_of(FILES[name]))]


def printed_mm(name: str) -> float:
    """The smallest width at which the kit believes that a picture is printed."""
    folder, _, slug = name.partition("/")
    if folder == "cartoons":
        return smallest_mm(slug)
    return SMALL_PICTOGRAM_MM if "-klein" in slug else PICTOGRAM_MM


def farthest(part: shapely.Geometry) -> float:
    """The distance from the canvas's middle to a region's farthest point."""
    middle = np.array([CANVAS / 2, CANVAS / 2])
    return max(
        float(np.hypot(*(np.asarray(piece.exterior.coords) - middle).T).max())
        for piece in polygons(part)
    )


def lightness(screen: str) -> float:
    """CIE L* of a screen colour."""
    channels = [int(screen[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def judge_bytes(name: str, drawing: Drawing) -> None:
    """The committed file is one drawing, this another: so the same bytes on every run, too."""
    assert drawing.layers[-1][1] == "ink"
    assert drawing.svg == text_of(FILES[name])


def judge_canvas(drawing: Drawing) -> None:
    """No polygon leaves the canvas."""
    for part, _ in drawing.layers:
        left, top, right, bottom = part.bounds
        assert min(left, top) >= 0 and max(right, bottom) <= CANVAS


def judge_committed_canvas(name: str) -> None:
    """No curve of a committed file leaves its canvas, which has 20 units to the millimetre."""
    text = text_of(FILES[name])
    box = re.search(r'width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
    assert box
    width_mm, height_mm, width, height = map(float, box.groups())
    assert (width, height) == (width_mm * 20, height_mm * 20)
    if not name.startswith("logos/"):
        assert width == height == 1000
    points = np.vstack([ring for _, data in filled(text) for ring in rings(data)])
    assert points.min() >= -0.001
    assert points[:, 0].max() <= width + 0.001 and points[:, 1].max() <= height + 0.001


def judge_curves(name: str, drawing: Drawing) -> None:
    """Only a rim of 0.02 mm along the polygons' edges may differ, at 50 mm wide."""
    shapes = [(shape, colour) for part, colour in drawing.layers if (shape := printable(part)).area]
    rim = FARTHEST_MM * 20
    for (shape, colour), (committed, curves) in zip(shapes, painted(name), strict=True):
        assert colour == committed
        assert curves.difference(shape.buffer(rim, quad_segs=4)).area < ROUNDING
        assert shape.buffer(-rim, quad_segs=4).difference(curves).area < ROUNDING


def plates(name: str) -> list[tuple[str, MultiPolygon]]:
    """Each colour with what a path of it fills; a tile with its eight neighbours' edges.

    Two paths of one colour are not joined: where both are thick enough, so are they together, but
    two that touch would seem to have a neck.
    """
    found = painted(name)
    return [(c, _tiled(s)) for c, s in found] if name == "cartoons/patroon" else found


def _tiled(shape: MultiPolygon) -> MultiPolygon:
    steps = [(dx, dy) for dx in (-1000, 0, 1000) for dy in (-1000, 0, 1000)]
    around = [affinity.translate(shape, *step).buffer(0.01) for step in steps]
    return shapely.union_all(around).intersection(box(-60, -60, 1060, 1060))


def thin_places(name: str) -> list[str]:
    """Where a committed picture is printed thinner than 0.20 mm, in words."""
    canvas, unit_mm = box(0, 0, CANVAS, CANVAS), printed_mm(name) / CANVAS
    return [
        f"{colour} at {tuple(round(n) for n in part.bounds)}"
        for colour, shape in plates(name)
        for part in too_thin(shape, THINNEST_MM, unit_mm)
        if part.centroid.within(canvas)
    ]


def inked_area(name: str, view: str) -> float:
    """How much ink somebody of the cast takes, drawn to the waist; in square units."""
    scene = Scene()
    figure = Figure(scene, CAST[name], (500, 600), (500, 450))
    figure.torso()
    figure.neck()
    figure.head("happy", view=view)
    return area_of(scene.inked()).area
