"""Nothing thinner than a press can hold: lines that taper grow, slivers of colour go.

A stroke tapers at its ends, and a shape that cuts into a line or a colour can leave next to nothing
of it. What a disc of the thinnest width cannot fill is too thin, unless it is a point: a corner, or
the end of a taper, which reaches no farther than `POINT` widths beyond what the disc fills and so
prints a little shorter, with nothing missing. What is too thin and thinner than a hair is taken
away; the rest grows on both sides until it prints. Everything else stays exactly as it was drawn.
All lengths are canvas units (20 u = 1 mm in print).

Slits that are thinner than a hair run full first: curves fitted along their two sides would leave
slivers of ink between them.
"""

import math
from typing import Final

import shapely
from shapely.geometry import MultiPolygon, Polygon

from samenspel_drawing.printed import thinnest_at
from samenspel_drawing.regions import Region, on_grid, polygons, union_of

THINNEST: Final = thinnest_at(38.8)
"""The thinnest width on a cartoon that is never printed smaller than on the poster (5.5 u)."""

HAIR: Final = 1.0
"""0.05 mm: ink thinner than this was not meant to be seen."""

SLIVER: Final = 0.6
"""Colour thinner than this part of the thinnest width is what cutting left over."""

POINT: Final = 0.9
"""How many widths a point may reach beyond the last place that is wide enough.

Under one: so it can never end in a blob that a slightly thinner disc would fill."""

_STEP = 0.5  # how much a thin part grows on both sides in one round
_FINE = 0.03  # detail that growing leaves behind and nobody sees (0.001 mm)
_SLACK = 0.1  # by how much opening may miss a curve that is wide enough
_GAPS = (1.0, 2.0)  # slits beside growing parts run full; a web across one never thickens (0.1 mm)
_TOUCH = 0.02  # how near a lost part lies to what it was cut from
_CRUMB = 0.1  # lost area that is rounding


def mended(region: Region) -> Region:
    """Return a region that moving or simplifying may have bruised as valid polygons."""
    return MultiPolygon(polygons(on_grid(region if region.is_valid else region.buffer(0))))


def _is_point(part: Polygon, filled: Region, reach: float) -> bool:
    """Tell whether a lost part hangs on one side of what is filled, and not far."""
    near = shapely.clip_by_rect(filled, *part.buffer(2 * reach).bounds)
    beside = near.intersection(part.buffer(_TOUCH, quad_segs=2))
    if beside.is_empty or len(polygons(beside.buffer(_SLACK, quad_segs=2))) > 1:
        return False
    root = union_of([side for side in polygons(near) if side.intersects(beside)])
    corners = shapely.points(shapely.get_coordinates(part))
    return float(shapely.distance(corners, root).max()) <= reach


def _lost(piece: Polygon, width: float) -> list[Polygon]:
    """Return the parts of one piece that a disc of `width` cannot fill, but for points."""
    opened: Region = piece.buffer(-width / 2, quad_segs=4).buffer(width / 2 + _SLACK, quad_segs=4)
    if not opened.is_valid:  # a buffer now and then crosses itself
        opened = mended(opened)
    lost = [part for part in polygons(piece.difference(opened)) if part.area > _CRUMB]
    return [part for part in lost if not _is_point(part, opened, POINT * width)]


def thin_parts(region: Region, width: float) -> list[Polygon]:
    """Return the parts that a disc of `width` cannot fill, but for points."""
    return [part for piece in polygons(region) for part in _lost(piece, width)]


def _closed(region: Region, gap: float) -> Region:
    """Return a region without gaps narrower than `gap`."""
    return region.buffer(gap / 2, quad_segs=4).buffer(-gap / 2, quad_segs=4)


def _without_slits(region: Region, gap: float) -> Region:
    """Return a region whose slits under `gap` run full; a notch that ends in a point stays."""
    if region.is_empty:
        return region
    paper = shapely.box(*region.buffer(2 * gap, join_style="mitre").bounds).difference(region)
    slits = thin_parts(mended(paper), gap)
    if not slits:
        return region
    return mended(region.union(union_of(shapely.buffer(slits, 2 * _SLACK, quad_segs=2))))


def _thickened(
    region: Region, thin: list[Polygon], thinnest: float, hair: float, gap: float
) -> Region:
    """Return a region whose parts `thin` are wiped out or grown, gaps beside them closed."""
    boxes = [shapely.box(*part.buffer(thinnest).bounds) for part in thin]
    near = union_of(boxes)
    around = region.intersection(union_of(shapely.buffer(boxes, thinnest, join_style="mitre")))
    hairs = [part for part in thin_parts(around, hair) if part.intersects(near)]
    if hairs:
        wiped = union_of(shapely.buffer(hairs, 2 * _SLACK, quad_segs=2))
        region, around = mended(region.difference(wiped)), mended(around.difference(wiped))
    for _ in range(math.ceil(thinnest / _STEP)):
        growing = [part for part in thin_parts(around, thinnest) if part.intersects(near)]
        if not growing:
            break
        grown = union_of(shapely.buffer(growing, _STEP, quad_segs=2))
        around = mended(_closed(around.union(grown), gap).simplify(_FINE))
    return mended(region.union(around.intersection(near)))


def sturdy(region: Region, thinnest: float = THINNEST, hair: float = HAIR) -> Region:
    """Return a region without parts under `hair`, whose thin parts have grown to `thinnest`."""
    region = _without_slits(mended(region), HAIR)
    for gap in _GAPS:
        thin = thin_parts(region, thinnest)
        if not thin:
            return region
        region = _thickened(region, thin, thinnest, hair, gap)
    return region
