"""Nothing thinner than a press can hold: tapers and slivers grow until they print.

A stroke tapers at its ends, and a shape that cuts into a line can leave next to nothing of it.
What is thinner than a hair is taken away; what is thicker but would still print too thin grows on
both sides until it does. Everything else stays exactly as it was drawn.
All lengths are canvas units (20 u = 1 mm in print).
"""

from typing import Final

import shapely

from samenspel.cartoon.regions import Region, clean, polygons, union_of

THINNEST: Final = 4.4
"""0.22 mm: a little more than 0.20, for the curve fitting and for cards smaller than 50 mm."""

HAIR: Final = 1.0
"""0.05 mm: a part thinner than this was not meant to be seen."""

_STEP = 0.3  # how much a thin part grows on both sides in one round
_ROUNDS = 10
_SLACK = 0.05  # by how much opening may miss a curve that is wide enough


def _opened(region: Region, width: float) -> Region:
    """Return the parts of a region that a disc of this width can fill."""
    return region.buffer(-width / 2, quad_segs=6).buffer(width / 2 + _SLACK, quad_segs=6)


def _extent(part: Region) -> float:
    left, top, right, bottom = part.bounds
    return float(max(right - left, bottom - top))


def thin_parts(region: Region, width: float, longest: float) -> list[Region]:
    """Return the parts that are thinner than `width` over more than `longest` (tips are less)."""
    lost = polygons(region.difference(_opened(region, width)))
    return [part for part in lost if _extent(part) > longest]


def _without_hairs(region: Region) -> Region:
    hairs = thin_parts(region, HAIR, 2 * HAIR)
    if not hairs:
        return region
    return clean(region.difference(union_of(shapely.buffer(hairs, 2 * _SLACK))))


def sturdy(region: Region, thinnest: float = THINNEST) -> Region:
    """Return a region without hairs, whose thin parts have grown to the width `thinnest`.

    A tip may still be thinner over a length of `thinnest`.
    """
    region = _without_hairs(clean(region))
    thin = thin_parts(region, thinnest, thinnest)
    if not thin:
        return region
    near = union_of(shapely.buffer(thin, thinnest))
    around = region.intersection(near.buffer(2 * thinnest))
    for _ in range(_ROUNDS):
        growing = [p for p in thin_parts(around, thinnest, thinnest) if p.intersects(near)]
        if not growing:
            break
        around = around.union(union_of(shapely.buffer(growing, _STEP)))
    return clean(region.union(around.intersection(near)))
