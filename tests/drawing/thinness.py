"""How thin a printed region is: what a disc of a given width cannot fill, but for points.

The disc's way (a morphological opening) is the press's own: a plate or a drop holds a spot when it
is wide enough in every direction. What the opening loses is judged by where it lies:

- a **point** stays within `POINT_MM` of what the disc fills, on one side of it: a corner, or the
  end of a stroke that tapers. At worst it prints that much shorter, and nothing is missing.
- anything else is **too thin**: a hair, a sliver, a needle (a point sharper than 29 degrees), a
  neck between two wider parts, a loose piece that holds no disc at all.
"""

from __future__ import annotations

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

POINT_MM = 0.3
"""How far a point may reach beyond the last place that is wide enough."""

_CURVE_MM = 0.005  # what a disc of straight pieces misses of a rounded edge
_ASIDE_MM = 0.0005  # GEOS 3.14 sometimes drops most of a region at one width, never beside it
_TOUCH_MM = 0.0005  # how near a lost part lies to what it was cut from
_CRUMB_MM2 = 0.0004  # lost area (0.02 x 0.02 mm) that is rounding, not a part


def too_thin(region: BaseGeometry, width_mm: float, mm: float) -> list[Polygon]:
    """The parts of `region` that are thinner than `width_mm`; `mm` is its unit's size in print."""
    pieces = [piece for piece in shapely.get_parts(region) if piece.geom_type == "Polygon"]
    radius, aside = width_mm / 2 / mm, (width_mm / 2 - _ASIDE_MM) / mm
    return [
        part
        for piece in pieces
        if _too_thin(piece, radius, mm)
        for part in _too_thin(piece, aside, mm)
    ]


def _too_thin(piece: Polygon, radius: float, mm: float) -> list[Polygon]:
    slack = _CURVE_MM / mm
    filled = piece.buffer(-radius, quad_segs=8).buffer(radius + slack, quad_segs=8)
    lost = shapely.get_parts(piece.difference(filled))
    parts = [part for part in lost if part.area * mm * mm > _CRUMB_MM2]
    return [part for part in parts if not _is_point(part, filled, POINT_MM / mm, slack)]


def _is_point(part: Polygon, filled: BaseGeometry, reach: float, slack: float) -> bool:
    left, top, right, bottom = part.buffer(2 * reach).bounds
    near = shapely.clip_by_rect(filled, left, top, right, bottom)
    beside = near.intersection(part.buffer(_TOUCH_MM / _CURVE_MM * slack))
    if beside.is_empty or len(shapely.get_parts(beside.buffer(slack))) > 1:
        return False
    corners = shapely.points(shapely.get_coordinates(part))
    return float(shapely.distance(corners, near).max()) <= reach
