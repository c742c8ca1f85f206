"""Blijf onbevangen: while experts examine the cardboard box, one director sails away in it."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug, rod, waves
from samenspel_drawing.regions import ellipse, ribbon, tube

_FLOOR: Final = 946.0
_BOX: Final = Placement((470, 790), 1.0, 1, -8)
"""The box's own coordinates: origin in the middle of its bottom's front edge."""


# ---- the boat -------------------------------------------------------------------------------


def _box_back(scene: Scene) -> None:
    """Draw the inside and the flap at the bow."""
    at = _BOX
    inside = at.loop((-240, -180, "c"), (240, -180, "c"), (200, -224, "c"), (-196, -224, "c"))
    scene.shape(inside, "brown", 8)
    scene.shape(at.loop((240, -180, "c"), (200, -224, "c"), (284, -290, "c"), (328, -252, "c")),
                "mustard", 8)  # fmt: skip


def _foot(scene: Scene, x: float, y: float, turn: float, toe: bool) -> None:
    """Draw a foot in a striped sock that rests on the rim, its heel at local (x, y)."""
    place = Placement(_BOX.point(x, y), 1.5, 1, turn)
    sole = place.loop((-24, -26), (-26, -4), (-12, 4), (28, 3), (48, -6), (42, -22), (16, -24),
                      (0, -32))  # fmt: skip
    sock = scene.shape(sole, "white", 7.5)
    for dx in (0, 18):
        band = ribbon(place.spline([(dx, 20), (dx + 4, -50)]), 12)
        scene.fill(band, "navy", clip=sock)
    if toe:
        scene.shape(place.region(ellipse(38, -9, 8, 7)), "skin1", 5, halo=0)


def _box_front(scene: Scene) -> None:
    at = _BOX
    front = at.loop((-240, -180, "c"), (240, -180, "c"), (234, 20, "c"), (-234, 20, "c"))
    scene.shape(front, "mustard", 8.5)
    scene.shape(at.loop((-190, -180, "c"), (20, -180, "c"), (4, -126, "c"), (-200, -130, "c")),
                "mustard", 7)  # fmt: skip
    for x in (150, 192):  # this side up
        scene.line(at.spline([(x, -58), (x, -122)]), 8, (1, 1))
        scene.line(at.spline([(x - 15, -104), (x, -126, "c"), (x + 15, -104)]), 8, (0.8, 0.8))
    scene.line(at.spline([(130, -44), (212, -44)]), 7, (1, 1))


def _hat(scene: Scene, head: Head) -> None:
    """Draw a hat folded from a sheet of paper."""
    at = head.on_top(-14, 2)
    scene.shape(at.loop((-66, -8, "c"), (2, -104, "c"), (66, -10, "c")), "white", 7.5)
    scene.line(at.spline([(2, -98), (6, -60), (4, -34)]), 5.5)
    scene.shape(at.loop((-92, -40, "c"), (-50, -24), (0, -20), (50, -24), (92, -42, "c"),
                        (66, 10, "c"), (0, 18), (-64, 12, "c")), "white", 7.5)  # fmt: skip


def _ruler(scene: Scene, start: float) -> None:
    """Draw the ruler from `start` (0 at its top, 1 in the water)."""
    top, blade = np.array([582.0, 366.0]), np.array([448.0, 850.0])
    whole = tube(curve(top, blade), [36, 36], start_cap=False, end_cap=False)
    first = int(start * (len(whole.left) - 1))
    left, right = whole.left[first:], whole.right[first:]
    corners = [(*left[0], "c"), (*left[-1], "c"), (*right[-1], "c"), (*right[0], "c")]
    scene.shape(spline(corners, True), "sand", 7.5)
    for i, t in enumerate(np.linspace(0.04, 0.96, 20)):
        j = int(t * (len(whole.left) - 1))
        if j > first:
            edge, across = whole.left[j], whole.right[j] - whole.left[j]
            notch = curve(edge, edge + across * (0.55 if i % 4 == 0 else 0.32))
            scene.line(notch, 4.6, (1, 0.8), wobble=0)


def _sailor(scene: Scene) -> Figure:
    """Draw the blissful one; the near arm is still to come."""
    henk = CAST["henk"].dressed(top_colour="coral", top="sweater", tie=None)
    who = Figure(scene, henk, (380, 640), (396, 470), 1.2, 1, 6, head_at=(10, -80))
    _ruler(scene, 0)
    who.grip("far", (565, 428), 105, elbow=(484, 538))
    who.torso()
    who.neck()
    head = who.head("happy", -8, eye="closed")
    _hat(scene, head)
    return who


def _sea(scene: Scene) -> None:
    """Draw the swell that only the sailor sees."""
    knots: list[Knot] = [(92, _FLOOR - 4, "c"), (108, 896), (146, 858), (186, 834, "c")]
    crest = ((270, 822), (356, 800), (440, 790), (526, 776), (612, 764), (698, 754), (770, 778))
    x0, y0 = 186.0, 834.0
    for x, y in crest:
        knots += [((x0 + x) / 2, (y0 + y) / 2 + 22), (x, y, "c")]
        x0, y0 = x, y
    knots += [(836, 812), (866, 868), (884, _FLOOR - 6, "c"), (700, _FLOOR + 8), (480, _FLOOR - 2),
              (240, _FLOOR + 8)]  # fmt: skip
    scene.shape(spline(knots, True), "teal", 8)
    for left, right, y, count in ((440, 560, 862, 3), (620, 760, 838, 3), (440, 500, 916, 2),
                                  (720, 810, 900, 2)):  # fmt: skip
        waves(scene, left, right, y, count, 6, 5.4)


def _fleet(scene: Scene) -> None:
    """Draw the sailor's shoes, afloat; the mug sails in one."""
    mug(scene, 344, 858, 0.95, steam=False)
    for x, y, size in ((334, 922, 1.8), (592, 926, 1.5)):
        at = Placement((x, y), size, 1, 4)
        shoe = scene.shape(at.loop((-26, -34, "c"), (-28, -4), (-20, 3, "c"), (36, 3, "c"),
                                   (46, -6), (38, -20), (20, -26, "c"), (-2, -30)),
                           "brown", 7)  # fmt: skip
        scene.line(at.spline([(-30, -8), (10, -8), (48, -8)]), 5, clip=shoe)
    waves(scene, 262, 428, 928, 4, 6, 5.4)
    waves(scene, 534, 674, 931, 4, 6, 5.4)


# ---- the experts ----------------------------------------------------------------------------


def _sun(scene: Scene) -> None:
    x, y = 168.0, 176.0
    scene.shape(ellipse(x, y, 62), "mustard", 8)
    for degrees in range(0, 360, 30):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray = curve(
            (x + 80 * c, y + 80 * s),
            (x + (112 if degrees % 60 else 100) * c, y + (112 if degrees % 60 else 100) * s),
        )
        scene.line(ray, 6, (0.8, 0.5))


def _magnifier(scene: Scene) -> None:
    """Draw the expert with the magnifying glass."""
    k = 1.06
    who = Figure(scene, CAST["willem"], (100, _FLOOR - 148 * k), (128, _FLOOR - 292 * k), k, 1, -6,
                 head_at=(20, -62))  # fmt: skip
    who.leg("far", (124, _FLOOR), straight=True)
    who.leg("near", (72, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head("focus", 8, view="profile", mouth="flat")
    rod(scene, (226, 690), (232, 640), 15, "brown", 6)
    scene.shape(ellipse(234, 584, 52), "white", 8.5)
    scene.shape(ellipse(232, 586, 28, 30), "white", 6.5, halo=0)
    scene.solid(ellipse(240, 588, 13, 15))
    who.grip("near", (226, 690), 84, bend=1)


def _ladder(scene: Scene, x: float, top: float) -> None:
    for a, b in (((x - 36, top), (x - 58, _FLOOR - 12)), ((x + 36, top), (x + 60, _FLOOR - 12))):
        rod(scene, a, b, 16, "white", 6.5)
    for y in (612, 684, 756, 828, 900):
        t = (y - top) / (_FLOOR - top)
        rod(scene, (x - 36 - 22 * t, y), (x + 36 + 24 * t, y), 13, "white", 6)
    rod(scene, (x - 52, top), (x + 52, top), 20, "white", 7)


def _stamper(scene: Scene) -> None:
    """Draw the expert on the ladder, with the stamp."""
    top, x, k = 540.0, 884.0, 0.94
    _ladder(scene, x, top)
    foot = top - 10
    person = CAST["joris"].dressed(top_colour="navy", leg_colour="brown")
    who = Figure(scene, person, (x, foot - 148 * k), (x - 30, foot - 290 * k), k, -1, 6,
                 head_at=(-8, -72))  # fmt: skip
    who.arm("far", (752, 306), "fist", 178, elbow=(806, 318))
    _stamp(scene, 708, 304)
    who.leg("far", (x - 24, foot), straight=True)
    who.leg("near", (x + 26, foot), straight=True)
    who.torso()
    who.neck()
    who.head("stern", -8)
    scene.shape(loop((812, 338, "c"), (862, 328, "c"), (876, 402, "c"), (826, 412, "c")),
                "white", 6.5)  # fmt: skip
    who.arm("near", (866, 384), "fist", 176, bend=-1)


def _stamp(scene: Scene, x: float, y: float) -> None:
    at = Placement((x, y), 1.1, 1, 8)
    scene.shape(at.loop((-36, 34, "c"), (36, 34, "c"), (34, 58, "c"), (-34, 58, "c")), "brown", 7)
    scene.shape(at.loop((-12, 34, "c"), (-9, 8), (9, 8), (12, 34, "c")), "brown", 6.5)
    scene.shape(at.region(ellipse(0, -8, 23, 21)), "brown", 7)


def _calliper(scene: Scene) -> None:
    """Draw the expert who measures the bow with callipers."""
    k, x = 0.88, 906.0
    person = CAST["samira"].dressed(top_colour="leaf", leg_colour="brown", build="pear")
    who = Figure(scene, person, (x, _FLOOR - 148 * k), (x - 14, _FLOOR - 284 * k), k, -1, 4,
                 head_at=(4, -56))  # fmt: skip
    who.leg("far", (x - 28, _FLOOR), straight=True)
    who.leg("near", (x + 24, _FLOOR), straight=True)
    who.torso()
    for jaw in (
        curve((800, 672), (828, 612), (812, 546), (764, 512)),
        curve((800, 672), (782, 726), (738, 730), (700, 676)),
    ):
        scene.shape(tube(jaw, [32, 30, 24, 13]).region, "grey", 6.5)
    scene.shape(ellipse(800, 672, 23), "grey", 6.5)
    scene.dot(800, 672, 6)
    who.head("calm", -4, gaze=(0.6, -0.4))
    who.arm("near", (834, 728), "grip", 214, -1, elbow=(914, 796))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=91, view=(0, 18, 1000))
    scene.backdrop(
        [(50, 640), (70, 320), (240, 110), (560, 60), (860, 130), (960, 420), (930, 700),
         (860, 850), (140, 850)], "mist",
    )  # fmt: skip
    _sun(scene)
    for x, y in ((560, 128), (636, 168)):
        gull = curve(
            (x - 34, y - 4), (x - 16, y - 16), (x, y, "c"), (x + 18, y - 18), (x + 36, y - 8)
        )
        scene.line(gull, 5.5, (0.3, 0.3))
    _stamper(scene)
    _box_back(scene)
    who = _sailor(scene)
    _foot(scene, 138, -192, -92, False)
    _foot(scene, 196, -190, -72, True)
    _box_front(scene)
    _ruler(scene, 0.52)
    who.grip("near", (522, 584), 105)
    tip = _BOX.point(306, -270)
    bird(scene, float(tip[0]), float(tip[1]), 1.2)
    _sea(scene)
    _fleet(scene)
    _magnifier(scene)
    _calliper(scene)
    ground(scene, 30, 970, _FLOOR + 2)
    return scene
