"""The five conditions' small pictograms: one colour, for discs of 5 mm.

Each is one region on the canvas of 1000 x 1000 u, with real holes. At 5 mm a unit is 0.005 mm:
no line is thinner than 50 u (0.25 mm) and no gap narrower than 40 u (0.2 mm).
"""

from samenspel_drawing.geometry import Array, Placement, curve, loop
from samenspel_drawing.regions import Region, area_of, ellipse, tube, union, union_of

_GAP = 44.0


def _soft(region: Region, radius: float = 10.0) -> Region:
    """Return the region with its sharp corners and notches rounded."""
    return region.buffer(-radius).buffer(2 * radius).buffer(-radius)


def _band(points: Array, width: float) -> Region:
    """Return a line of even width with round ends."""
    return tube(points, [width, width]).region


def ambitie() -> Region:
    """Return a kite: a long diamond with its cross, and a tail with a bow."""
    top, right, low, left = (740, 20), (985, 330), (330, 750), (390, 110)
    sail = area_of(loop((*top, "c"), (*right, "c"), (*low, "c"), (*left, "c")))
    spine = _band(curve((770, -30), (300, 802)), _GAP)
    bar = _band(curve((330, 88), (1045, 352)), _GAP)
    parts: list[Region] = [_soft(sail.difference(union(spine, bar)), 20)]
    parts.append(_band(curve((296, 772), (236, 800), (176, 822), (96, 882)), 56))
    bow = Placement((178, 822), 1.0, 1, 148)
    for side in (-1, 1):
        wing = bow.loop((0, 0, "c"), (-72, 124 * side, "c"), (72, 124 * side, "c"))
        parts.append(_soft(area_of(wing), 8))
    return union_of(parts)


def belangen() -> Region:
    """Return an iceberg: a tall peak, the water's level line, and a larger jagged mass below."""
    tip = area_of(loop((286, 330, "c"), (420, 150, "c"), (490, 214, "c"), (610, 30, "c"),
                       (752, 330, "c")))  # fmt: skip
    sea = _band(curve((40, 420), (120, 398), (230, 406), (500, 406), (770, 406), (880, 398),
                      (960, 420)), 62)  # fmt: skip
    mass = area_of(loop((176, 486, "c"), (836, 486, "c"), (916, 612, "c"), (752, 706, "c"),
                        (706, 862, "c"), (540, 976, "c"), (404, 836, "c"), (226, 760, "c"),
                        (96, 610, "c")))  # fmt: skip
    facet = _band(curve((390, 430), (486, 660), (420, 900)), _GAP)
    return union_of([_soft(tip, 8), sea, _soft(mass.difference(facet), 12)])


def relatie() -> Region:
    """Return two mugs that clink."""
    parts: list[Region] = []
    for side in (-1, 1):
        at = Placement((500 + side * 224, 600), 0.98, -side, -side * 15)
        body = at.loop((-160, -215, "c"), (160, -215, "c"), (146, 190), (116, 225, "c"),
                       (-116, 225, "c"), (-146, 190))  # fmt: skip
        ear = ellipse(-160, -5, 118, 122).difference(ellipse(-160, -5, 58, 62))
        parts += [_soft(area_of(body), 14), at.region(ear)]
    for x, y, x2, y2 in ((500, 270, 500, 110), (350, 250, 270, 120), (650, 250, 730, 120)):
        parts.append(_band(curve((x, y), (x2, y2)), 62))
    return union_of(parts)


def organisatie() -> Region:
    """Return a light tent, its flap open."""
    front = area_of(loop((325, 150, "c"), (420, 500), (600, 860, "c"), (60, 860, "c"), (230, 500)))
    door = area_of(loop((300, 474, "c"), (344, 474, "c"), (380, 670), (455, 900, "c"),
                        (205, 900, "c"), (276, 670)))  # fmt: skip
    roof = area_of(loop((388, 150, "c"), (550, 168), (720, 145, "c"), (800, 500), (940, 860, "c"),
                        (662, 860, "c"), (480, 500)))  # fmt: skip
    return union(_soft(front.difference(door), 8), _soft(roof, 10))


def shoe_print(at: Placement) -> Region:
    """Return one shoe print, about 200 x 390 units, its toes up."""
    sole = at.loop((-10, -195), (80, -165), (104, -60), (66, 36, "c"), (-66, 36, "c"), (-84, -90))
    heel = at.loop((-62, 86, "c"), (64, 86, "c"), (60, 150), (0, 190), (-58, 150))
    return union(area_of(sole), area_of(heel))


def proces() -> Region:
    """Return two shoe prints, one step on: large enough for an index in a card's corner."""
    steps = ((290, 640, 14, 1.72, -1), (720, 370, 18, 1.72, 1))
    return union_of(
        shoe_print(Placement((x, y), scale, flip, degrees)) for x, y, degrees, scale, flip in steps
    )
