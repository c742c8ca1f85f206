"""Things that recur: bird, mug, cap, bubble, ground, and other small props.

Sizes are canvas units (20 u = 1 mm in print) at scale 1.
"""

from itertools import pairwise
from typing import Final

import numpy as np

from samenspel_drawing.geometry import Array, Knot, Placement, arc, curve, spline, vec
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import Region, ellipse, tube

_SMALL_EAR: Final = 1.4
"""A smaller mug's ear is one line: two would clot."""


def ground(scene: Scene, left: float, right: float, y: float, width: float = 6) -> None:
    """Draw a slightly uneven ground line."""
    third = (right - left) / 3
    line = curve((left, y), (left + third, y + 2), (right - third, y - 2), (right, y))
    scene.line(line, width, (0.15, 0.15))


def hatch(
    scene: Scene, left: float, right: float, y: float, count: int = 6, dx: float = 16,
    height: float = 14, width: float = 4.4,
) -> None:  # fmt: skip
    """Draw little diagonal strokes of shadow below the ground line."""
    for x in np.linspace(left, right, count):
        stroke = curve((float(x), y + 2), (float(x) - dx * 0.6, y + height))
        scene.line(stroke, width, (0.7, 0.2), wobble=0.5)


def mug(
    scene: Scene, x: float, y: float, scale: float = 1, colour: str = "white",
    degrees: float = 0, steam: bool = True, flip: float = 1, weight: float = 1,
) -> Placement:  # fmt: skip
    """Draw a coffee mug round its middle; the ear is on the left (`flip` -1: right).

    `weight` is a factor on its lines.
    """
    place = Placement((x, y), scale, flip, degrees)
    if scale > _SMALL_EAR:
        scene.shape(place.region(ellipse(-19, -4, 12)), colour, 6.5 * weight, halo=0)
        scene.shape(place.region(ellipse(-19, -4, 5.5)), None, 5 * weight, halo=0, knock=False)
    else:
        ear = place.region(ellipse(-21, -2, 14, 14.5))
        scene.shape(ear, None, 6 * weight, halo=0, knock=False)
    scene.shape(
        place.loop((-18, -22, "c"), (18, -22, "c"), (15, 20), (12, 24, "c"), (-12, 24, "c"),
                   (-15, 20)), colour, 7 * weight,
    )  # fmt: skip
    if steam:
        up = Placement((x, y), scale)
        for dx in (-7, 8):
            wisp = up.spline([(dx, -34), (dx + 6, -46), (dx - 3, -58), (dx + 4, -72)])
            scene.line(wisp, 4.4, (0.3, 0.2))
    return place


def bird(
    scene: Scene, x: float, y: float, scale: float = 1, flip: float = 1, colour: str = "coral",
    eye: str = "shut", beak: str = "mustard", degrees: float = 0, weight: float = 1,
) -> Placement:  # fmt: skip
    """Draw the small bird, its feet at (x, y), looking right (`flip` -1: left).

    `eye` is "shut" (smug) or "open"; `weight` is a factor on its lines. The beak's tip is at
    local (42, -47).
    """
    place = Placement((x, y), scale, flip, degrees)
    scene.line(place.spline([(-5, -18), (-6, -1), (2, 0)]), 4.5 * weight)
    scene.line(place.spline([(8, -18), (8, -1), (16, 0)]), 4.5 * weight)
    scene.shape(place.loop((26, -52), (42, -47), (27, -40)), beak, 4.5 * weight, halo=0)
    body = place.loop((-52, -48, "c"), (-30, -34), (-10, -48), (0, -66), (18, -70), (32, -56),
                      (30, -34), (16, -16), (-8, -14), (-28, -24))  # fmt: skip
    scene.shape(body, colour, 7 * weight)
    scene.line(place.spline([(-20, -34), (-6, -24), (10, -32), (6, -40)]), 5 * weight)
    if eye == "shut":
        lid = [(8, -56), (11, -52.5), (15, -51), (19, -52.5), (22, -56)]
        scene.line(place.spline(lid), 4.4 * weight, wobble=0.3)
    else:
        scene.solid(place.region(ellipse(16, -54, 3.4, 4)))
    return place


def motion(
    scene: Scene, x: float, y: float, radius: float, start: float, end: float, width: float = 4.5
) -> None:
    """Draw one arc of movement round (x, y), from `start` to `end` degrees."""
    scene.line(arc(x, y, radius, start, end, 12), width, (0.25, 0.2))


def rod(scene: Scene, a: Knot, b: Knot, thick: float, colour: str, width: float = 6) -> Region:
    """Draw a straight bar of even thickness from `a` to `b` (handles, poles, rails)."""
    start, end = vec(float(a[0]), float(a[1])), vec(float(b[0]), float(b[1]))
    bar = tube(np.vstack([start, (start + end) / 2, end]), [thick, thick, thick])
    return scene.shape(bar.region, colour, width)


def box_points(left: float, top: float, right: float, bottom: float, drop: float = 0) -> Array:
    """Return a box with sharp corners, its right side lower by `drop`."""
    return spline(
        [(left, top, "c"), (right, top + drop, "c"), (right, bottom + drop, "c"),
         (left, bottom, "c")], True,
    )  # fmt: skip


def waves(
    scene: Scene, left: float, right: float, y: float, count: int, height: float = 6,
    width: float = 4.8,
) -> None:  # fmt: skip
    """Draw one row of scalloped ripples."""
    xs = np.linspace(left, right, count + 1)
    knots: list[Knot] = [(float(xs[0]), y)]
    for a, b in pairwise(xs):
        knots += [(float(a + b) / 2, y + height), (float(b), y - height * 0.3, "c")]
    scene.line(spline(knots), width, (0.2, 0.2))


def duck(
    scene: Scene, x: float, y: float, scale: float, flip: float = 1, colour: str = "white"
) -> None:
    """Draw a duck afloat, its water-line at (x, y)."""
    place = Placement((x, y), scale, flip)
    scene.shape(place.loop((34, -56), (54, -52), (36, -44)), "coral", 5, halo=0)
    body = place.loop((-50, -34, "c"), (-30, -18), (-4, -26), (8, -40), (6, -62), (22, -74),
                      (38, -64), (36, -44), (34, -24), (24, 0, "c"), (-26, 0, "c"),
                      (-44, -12))  # fmt: skip
    scene.shape(body, colour, 6.5)
    scene.solid(place.region(ellipse(25, -60, 3.2 / scale**0.5, 3.8 / scale**0.5)))
    if scale > 0.7:
        scene.line(place.spline([(-20, -20), (0, -9), (14, -20)]), 4.5)


def cap(scene: Scene, place: Placement, colour: str, face: float = 1, width: float = 8) -> None:
    """Draw a peaked cap; the placement's origin is the middle of its brim (head 110 wide).

    `face` is the side of the peak, whatever the placement's own mirroring.
    """
    at = Placement(place.origin)
    at.matrix = place.matrix @ np.diag([face, 1.0])
    peak = at.loop((22, -6, "c"), (58, -8), (98, 10), (94, 18), (56, 8), (20, 6, "c"))
    scene.shape(peak, colour, width * 0.9)
    crown = scene.shape(
        at.loop((-58, 4, "c"), (-66, -26), (-44, -50), (0, -58), (44, -50), (62, -24),
                (56, 4, "c"), (0, -3)), colour, width,
    )  # fmt: skip
    scene.line(at.spline([(-60, -12), (0, -20), (58, -13)]), width * 0.6, clip=crown)
    scene.shape(at.region(ellipse(0, -59, 8, 5)), colour, width * 0.7, halo=0)


def cap_on(
    head: Head, colour: str, up: float = 50, face: float = 1, degrees: float = 0, width: float = 7
) -> Placement:
    """Put a cap on a head, `up` units above its middle; return the cap's placement."""
    place = head.placement.inner(0, -up * head.stretch_y, degrees=degrees)
    cap(head.scene, place, colour, face, width)
    return place


def toque(scene: Scene, at: Placement) -> None:
    """Draw a cook's pleated hat; the placement's origin is the middle of its band."""
    puff = at.loop((-52, -20, "c"), (-84, -70), (-74, -112), (-40, -122), (0, -140), (40, -122),
                   (76, -112), (84, -70), (52, -20, "c"))  # fmt: skip
    scene.shape(puff, "white", 8)
    for x, high in ((-34, 84), (-12, 96), (12, 96), (34, 84)):
        scene.line(at.spline([(x, -26), (x * 1.25, -high)]), 5, (1, 0.4))
    band = at.loop((-54, -32, "c"), (0, -24), (54, -32, "c"), (52, 16, "c"), (0, 24),
                   (-52, 16, "c"))  # fmt: skip
    scene.shape(band, "white", 8)


def school(
    scene: Scene, x: float, y: float, scale: float = 1, wall: str = "white", roof: str = "coral",
    flag: str = "mustard",
) -> None:  # fmt: skip
    """Draw a little school standing at (x, y), about 110 wide and 130 high."""
    at = Placement((x, y), scale)
    scene.line(at.spline([(0, -122), (0, -178)]), 5)
    cloth = at.loop((-2, -178, "c"), (-20, -172), (-42, -178, "c"), (-40, -152, "c"), (-20, -147),
                    (-2, -152, "c"))  # fmt: skip
    scene.shape(cloth, flag, 5, halo=0)
    scene.shape(at.points(box_points(-50, -74, 50, 0)), wall, 6.5)
    scene.shape(at.loop((-62, -72, "c"), (0, -124, "c"), (62, -72, "c")), roof, 6.5)
    scene.shape(at.region(ellipse(0, -88, 12)), "white", 4.5, halo=0)
    scene.line(at.spline([(0, -95), (0, -88), (5, -86)]), 4.4, (1, 1))
    door = at.loop((-12, 0, "c"), (-12, -30), (0, -40), (12, -30), (12, 0, "c"))
    scene.shape(door, "brown", 5, halo=0)
    for dx in (-34, 34):
        window = at.points(box_points(dx - 9, -54, dx + 9, -34))
        scene.shape(window, "mist", 4.6, halo=0)
