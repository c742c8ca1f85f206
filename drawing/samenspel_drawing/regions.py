"""Filled areas (shapely geometry): making, cleaning, and limbs of varying width.

All lengths are canvas units (20 u = 1 mm in print).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from samenspel_drawing.geometry import (
    GRID,
    Array,
    Knot,
    Knots,
    arc_lengths,
    normals,
    resample,
    settled,
    smooth_closed,
    vec,
)

Region = BaseGeometry
"""A filled area: a Polygon, a MultiPolygon, or an empty geometry."""

Outline = Array | Knots | Region
"""Anything a closed shape can be made of: dense points or a region."""


def polygons(region: BaseGeometry | None) -> list[Polygon]:
    """Return the polygons in `region`, without any stray lines and points."""
    if region is None or region.is_empty:
        return []
    if isinstance(region, Polygon):
        return [region]
    parts: list[Polygon] = []
    for part in getattr(region, "geoms", ()):
        parts += polygons(part)
    return parts


def clean(region: BaseGeometry) -> Region:
    """Return `region` as valid polygons only."""
    return MultiPolygon(polygons(region if region.is_valid else shapely.make_valid(region)))


def on_grid(region: BaseGeometry) -> Region:
    """Return a valid region with its corners on the grid, the same on every processor."""
    return shapely.set_precision(region, GRID)


def plain_points(knots: Knots) -> Array:
    """Return knots as an array of points, without their corner marks."""
    return np.array([[float(k[0]), float(k[1])] for k in knots])


def area_of(outline: Outline) -> Region:
    """Return the region inside closed points, or the region itself, made valid."""
    if isinstance(outline, BaseGeometry):
        shape: BaseGeometry = outline
    else:
        shape = Polygon(plain_points(outline))
    return on_grid(shape if shape.is_valid else clean(shape))


def union(*regions: BaseGeometry) -> Region:
    """Return all regions as one."""
    return shapely.union_all(list(regions))


def union_of(regions: Iterable[BaseGeometry]) -> Region:
    """Return all regions of a series as one."""
    return shapely.union_all(list(regions))


def ellipse(x: float, y: float, rx: float, ry: float | None = None, degrees: float = 0) -> Region:
    """Return an ellipse round (x, y); `ry` defaults to `rx`."""
    unit = affinity.scale(Point(0, 0).buffer(1, 24), rx, rx if ry is None else ry)
    return affinity.translate(affinity.rotate(unit, degrees), x, y)


def capsule(a: Knot, b: Knot, width_a: float, width_b: float | None = None) -> Region:
    """Return a sausage from `a` to `b`, its widths at both ends."""
    start = Point(float(a[0]), float(a[1])).buffer(width_a / 2)
    end = Point(float(b[0]), float(b[1])).buffer((width_a if width_b is None else width_b) / 2)
    return union(start, end, MultiPolygon([start, end]).convex_hull)


def ribbon(points: Array, width: float) -> Region:
    """Return a band of even `width` with flat ends along the line."""
    return LineString(points).buffer(width / 2, cap_style="flat")


def outline_points(region: BaseGeometry, sigma: float = 1.6) -> Array:
    """Return the outside of the region's largest polygon as smooth dense closed points."""
    largest = max(polygons(region), key=lambda polygon: float(polygon.area))
    ring = np.asarray(largest.exterior.coords, dtype=np.float64)[:-1, :2]
    return smooth_closed(resample(ring, 3.0, closed=True), sigma)


def ring_points(region: BaseGeometry) -> Array:
    """Return the outside of the region's largest polygon as even points, not softened."""
    largest = max(polygons(region), key=lambda polygon: float(polygon.area))
    return resample(np.asarray(largest.exterior.coords, dtype=np.float64)[:-1, :2], 3.0, True)


def closed_points(outline: Outline) -> Array:
    """Return an outline as dense closed points: points as they are, a region softened."""
    if isinstance(outline, BaseGeometry):
        return outline_points(outline)
    return plain_points(outline)


@dataclass(frozen=True, slots=True)
class Tube:
    """A limb: its region, its two long sides and its centre-line (all from start to end)."""

    region: Region
    left: Array
    right: Array
    centre: Array

    @property
    def outline(self) -> Array:
        """Both sides as one line: up the left, round the end, back down the right."""
        return np.vstack([self.left, self.right[::-1]])


Widths = Sequence[float | tuple[float, float]]
"""Widths at even places along a limb, or (place 0..1, width) pairs."""


def _width_along(places: Array, widths: Widths) -> Array:
    """Return the softened width at each place (0..1)."""
    pairs: list[tuple[float, float]] = []
    for i, item in enumerate(widths):
        if isinstance(item, tuple):
            pairs.append(item)
        else:
            pairs.append((i / max(len(widths) - 1, 1), float(item)))
    width = np.interp(places, [p for p, _ in pairs], [w for _, w in pairs])
    kernel = np.exp(-0.5 * (np.arange(-12, 13) / 5.0) ** 2)
    kernel /= kernel.sum()
    padded = np.concatenate([[width[0]] * 12, width, [width[-1]] * 12])
    return settled(np.convolve(padded, kernel, "valid"))


def tube(
    centre: Array,
    widths: Widths,
    step: float = 3.0,
    start_cap: bool = True,
    end_cap: bool = True,
) -> Tube:
    """Return a limb of varying width; a side without a cap is cut off flat."""
    line = resample(centre, step)
    along = arc_lengths(line)
    width = _width_along(along / along[-1], widths)
    normal, tangent = normals(line, closed=False)
    half = normal * width[:, None] / 2
    left, right = settled(line + half), settled(line - half)
    i = np.arange(len(line) - 1)
    quads = np.stack([left[i], left[i + 1], right[i + 1], right[i], left[i]], 1)
    sweep = shapely.union_all(shapely.convex_hull(shapely.polygons(quads)))
    discs = shapely.buffer(shapely.points(line[1:-1]), width[1:-1] / 2 * 0.995, quad_segs=6)
    parts: list[BaseGeometry] = [sweep, shapely.union_all(discs)]
    if start_cap:
        parts.append(Point(line[0]).buffer(width[0] / 2))
    if end_cap:
        parts.append(Point(line[-1]).buffer(width[-1] / 2))
    region = union_of(parts)
    far = 2 * float(width.max()) + 20
    for capped, point, outward in (
        (start_cap, line[0], -tangent[0]),
        (end_cap, line[-1], tangent[-1]),
    ):
        if not capped:
            across = vec(-outward[1], outward[0]) * far
            beyond = outward * far
            region = region.difference(
                Polygon(
                    [
                        point + across,
                        point + across + beyond,
                        point - across + beyond,
                        point - across,
                    ]
                )
            )
    return Tube(region, left, right, line)
