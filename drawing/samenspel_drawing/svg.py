"""The finished drawing as SVG: plain closed paths in the palette's exact screen colours."""

import math
from functools import cache
from typing import Final

import numpy as np
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

from samenspel_drawing.fit import fit_rings
from samenspel_drawing.geometry import Array
from samenspel_drawing.palette import colour
from samenspel_drawing.regions import Region, polygons

THINNEST: Final = 4.0
"""0.20 mm: a loose piece thinner than this does not print well."""

SPECK: Final = 22.0
"""A loose piece that is too thin and shorter than this is dirt; a longer one is a stroke."""

PINHOLE: Final = 10.0
"""A hole with a smaller area (in square units) is filled."""

_EDGE = 10_000  # the canvas's edge in tenths of a unit

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="50mm" viewBox="0 0 1000 1000">'
)


def is_speck(polygon: Polygon) -> bool:
    """Tell whether a loose piece is too small to print: thin as well as short."""
    left, top, right, bottom = polygon.bounds
    if math.hypot(right - left, bottom - top) >= SPECK:
        return False
    return bool(polygon.buffer(-THINNEST / 2).is_empty)


def _is_pinhole(hole: Polygon) -> bool:
    """Tell whether a hole is too small to stay open in print."""
    return hole.area < PINHOLE or bool(hole.buffer(-0.5).is_empty)


def printable(region: Region) -> Region:
    """Return the region without its specks and pinholes."""
    parts = []
    for part in polygons(region):
        if not is_speck(part):
            holes = [hole for hole in part.interiors if not _is_pinhole(Polygon(hole))]
            parts.append(Polygon(part.exterior, holes))
    return MultiPolygon(parts)


def _number(tenths: int) -> str:
    """Return a number given in tenths, as short as can be."""
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"


def _numbers(tenths: list[int]) -> str:
    """Return numbers in tenths, with spaces only where a minus sign does not separate them."""
    return "".join(map(_spaced, tenths)).lstrip(" ")


@cache
def _spaced(tenths: int) -> str:
    return _number(tenths) if tenths < 0 else f" {_number(tenths)}"


def _straight(cubics: Array) -> list[bool]:
    """Tell which curves are lines to within a tenth of a unit."""
    a, b, c, d = (cubics[:, i] for i in range(4))
    chord = d - a
    length = np.hypot(chord[:, 0], chord[:, 1])
    normal = np.column_stack([-chord[:, 1], chord[:, 0]]) / np.maximum(length, 1e-9)[:, None]
    off = [np.abs(np.sum((control - a) * normal, axis=1)) for control in (b, c)]
    flat: list[bool] = ((length < 1e-9) | (np.maximum(*off) < 0.1)).tolist()
    return flat


def _ring_path(cubics: Array) -> str:
    """Return the curves round one closed ring as path data, relative to where each begins.

    A shape cut off at the canvas's edge may bulge over it by a hair; it is held inside.
    """
    tenths = np.clip(np.rint(cubics * 10).astype(int), 0, _EDGE)
    places = (tenths[:, 1:] - tenths[:, :1]).reshape(-1, 6).tolist()
    steps = [f"M{_numbers(tenths[0, 0].tolist())}"]
    for place, straight in zip(places, _straight(cubics), strict=True):
        steps.append(f"l{_numbers(place[4:])}" if straight else f"c{_numbers(place)}")
    return "".join(steps) + "z"


def _turned(ring: Array, anticlockwise: bool) -> Array:
    """Return a ring that runs this way round by its signed area.

    Simplifying can make a ring touch itself; shapely's orientation is then a guess, and a
    hole that runs the wrong way would be filled.
    """
    following = np.roll(ring, -1, 0)
    area = float(np.sum(ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1]))
    return ring if (area > 0) == anticlockwise else ring[::-1]


def path_data(region: Region) -> str:
    """Return the SVG path data of a region, without its specks and pinholes."""
    rings: list[Array] = []
    for polygon in polygons(printable(region)):
        simple = polygon.simplify(0.05)
        if not isinstance(simple, Polygon) or simple.is_empty:
            continue
        tidy = orient(simple)
        for i, ring in enumerate((tidy.exterior, *tidy.interiors)):
            points = np.asarray(ring.coords, dtype=np.float64)[:-1, :2]
            rings.append(_turned(points, anticlockwise=i == 0))
    return "".join(_ring_path(cubics) for cubics in fit_rings(rings))


def svg_document(layers: list[tuple[Region, str]]) -> str:
    """Return an SVG document with one path for each layer, in the order given."""
    lines = [_HEAD]
    for region, name in layers:
        data = path_data(region)
        if data:
            lines.append(f'<path fill="{colour(name).screen}" d="{data}"/>')
    return "\n".join([*lines, "</svg>"]) + "\n"
