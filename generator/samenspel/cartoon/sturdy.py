"""Nothing thinner than a press can hold: tapers and slivers grow until they print.

A stroke tapers at its ends, and a shape that cuts into a line can leave next to nothing of it.
What is thinner than a hair is taken away; what is thicker but would still print too thin grows on
both sides until it does. Everything else stays exactly as it was drawn.
All lengths are canvas units (20 u = 1 mm in print).
"""

import math
from typing import Final

import shapely
from shapely.geometry import MultiPolygon

from samenspel.cartoon.regions import Region, on_grid, polygons, union_of

THINNEST: Final = 5.4
"""0.27 mm on a cartoon 50 mm wide, and still 0.20 on the poster, where it is 39 mm wide."""

HAIR: Final = 1.0
"""0.05 mm: a part thinner than this was not meant to be seen."""

_STEP = 0.5  # how much a thin part grows on both sides in one round
_FINE = 0.03  # detail that growing leaves behind and nobody sees (0.001 mm)
_SLACK = 0.1  # by how much opening may miss a curve that is wide enough


def mended(region: Region) -> Region:
    """Return a region that moving or simplifying may have bruised as valid polygons."""
    return MultiPolygon(polygons(on_grid(region if region.is_valid else region.buffer(0))))


def _opened(region: Region, width: float) -> Region:
    """Return the parts of a region that a disc of this width can fill."""
    return region.buffer(-width / 2, quad_segs=4).buffer(width / 2 + _SLACK, quad_segs=4)


def _extent(part: Region) -> float:
    left, top, right, bottom = part.bounds
    return float(max(right - left, bottom - top))


def thin_parts(region: Region, width: float, longest: float) -> list[Region]:
    """Return the parts that are thinner than `width` over more than `longest` (tips are less)."""
    lost = polygons(region.difference(_opened(region, width)))
    return [part for part in lost if _extent(part) > longest]


def sturdy(region: Region, thinnest: float = THINNEST) -> Region:
    """Return a region without hairs, whose thin parts have grown to the width `thinnest`.

    A tip may still be thinner over a length of `thinnest`.
    """
    region = mended(region)
    thin = thin_parts(region, thinnest, thinnest)
    if not thin:
        return region
    boxes = [shapely.box(*part.buffer(thinnest).bounds) for part in thin]
    near = union_of(boxes)
    around = region.intersection(union_of(shapely.buffer(boxes, thinnest, join_style="mitre")))
    hairs = [part for part in thin_parts(around, HAIR, thinnest) if part.intersects(near)]
    if hairs:
        wiped = union_of(shapely.buffer(hairs, 2 * _SLACK, quad_segs=2))
        region, around = mended(region.difference(wiped)), mended(around.difference(wiped))
    for _ in range(math.ceil(thinnest / _STEP)):
        growing = [part for part in thin_parts(around, thinnest, thinnest) if part.intersects(near)]
        if not growing:
            break
        grown = union_of(shapely.buffer(growing, _STEP, quad_segs=2))
        around = mended(around.union(grown).simplify(_FINE))
    return mended(region.union(around.intersection(near)))
