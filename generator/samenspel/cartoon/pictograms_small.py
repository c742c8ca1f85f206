"""The five conditions' small pictograms: one colour, for discs of 5 mm.

Each is one region on the canvas of 1000 x 1000 u, with real holes. At 5 mm a unit is 0.005 mm:
no line is thinner than 50 u (0.25 mm) and no gap narrower than 40 u (0.2 mm).
"""

import numpy as np

from samenspel.cartoon.geometry import Array, Knot, Placement, arc, curve, loop
from samenspel.cartoon.regions import Region, area_of, capsule, ellipse, tube, union, union_of

_LINE = 58.0
_GAP = 46.0


def _soft(region: Region, radius: float = 10.0) -> Region:
    """Return the region with its sharp corners and notches rounded."""
    return region.buffer(-radius).buffer(2 * radius).buffer(-radius)


def _band(points: Array, width: float = _LINE) -> Region:
    """Return a line of even width with round ends."""
    return tube(points, [width, width]).region


def ambitie() -> Region:
    """Return one kite on three strings, each with somebody at its end."""
    sail = area_of(loop((560, 20, "c"), (775, 285, "c"), (505, 640, "c"), (255, 250, "c")))
    cross = union(
        _band(curve((565, 0), (505, 660)), _GAP), _band(curve((235, 248), (800, 286)), _GAP)
    )
    parts = [_soft(sail.difference(cross), 7)]
    for x, y in ((215, 900), (500, 930), (785, 900)):
        parts += [_band(curve((506, 640), (x, y)), 50), ellipse(x, y, 66)]
    return union_of(parts)


def belangen() -> Region:
    """Return a halved orange: a straw for the juice, a curl of peel for who wants the peel."""
    x, y, radius = 455.0, 590.0, 330.0
    rind = ellipse(x, y, radius).difference(ellipse(x, y, radius - 62))
    flesh = ellipse(x, y, radius - 62 - 44)
    for degrees in range(30, 210, 60):
        a = np.radians(degrees)
        way = np.array([np.cos(a), np.sin(a)]) * 400
        flesh = flesh.difference(_band(np.array([(x, y) - way, (x, y) + way]), 44))
    straw = _band(loop((520, 470, "c"), (640, 110, "c"), (830, 60, "c"))[:-40], 76)
    straw = _band(curve((500, 500), (650, 110), (655, 100)), 78)
    return union(rind, _soft(flesh, 8), straw)


def relatie() -> Region:
    """Return two mugs that clink."""
    parts = []
    for side in (-1, 1):
        at = Placement((500 + side * 235, 575), 1, -side, 17)
        body = at.loop((-165, -215, "c"), (175, -215, "c"), (160, 190), (120, 235, "c"),
                       (-110, 235, "c"), (-150, 190))  # fmt: skip
        ear = ellipse(-170, -10, 120, 128).difference(ellipse(-170, -10, 58, 66))
        parts += [area_of(body), at.region(ear)]
    return union_of(parts)


def organisatie() -> Region:
    """Return a light tent, its flap open."""
    return union(capsule((100, 900), (560, 100), _LINE), capsule((900, 900), (440, 100), _LINE))


def proces() -> Region:
    """Return a trail of four steps."""
    stones = ((400, 850, 250, 110), (640, 600, 200, 86), (430, 390, 150, 64), (590, 225, 110, 48))
    return union_of(ellipse(*stone) for stone in stones)


def trail() -> Array:
    """Return the line the steps follow."""
    return arc(500, 500, 300, 0, 180)


_KNOT: Knot = (0, 0)
