"""Bouw de juiste gesprekstafel: the table is sawn lower so that the child can join the talk."""

import math

import numpy as np

from samenspel.cartoon.cast import CAST
from samenspel.cartoon.figures import Figure
from samenspel.cartoon.geometry import Knot, corner, curve, loop, spline
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.props import bird, box_points, bubble, ground, mug, rod
from samenspel.cartoon.regions import ellipse

_FLOOR = 915.0
_FRONT_LEFT, _FRONT_RIGHT = (70.0, 566.0), (728.0, 618.0)  # the edge tilts to the right already
_BACK_LEFT, _BACK_RIGHT = (132.0, 526.0), (700.0, 571.0)


def _bubbles(scene: Scene) -> None:
    bubble(scene, 408, 212, 236, 122, (398, 330), width=7)
    for i, (left, right) in enumerate(((330, 486), (322, 470), (344, 440))):
        y, xs = 186 + i * 26, np.linspace(left, right, 9)
        knots: list[Knot] = [(float(x), y + (5 if j % 2 else -5)) for j, x in enumerate(xs)]
        scene.line(spline(knots), 5)
    bubble(scene, 800, 296, 292, 236, (838, 478), width=7.5)
    # the child's drawing
    scene.shape(loop((742, 300, "c"), (846, 296, "c"), (848, 362, "c"), (744, 366, "c")),
                "mustard", 6)  # fmt: skip
    scene.shape(loop((726, 304, "c"), (792, 246, "c"), (862, 298, "c")), "coral", 6)
    scene.shape(box_points(780, 324, 806, 365, -1), "brown", 5, halo=0)
    scene.shape(box_points(818, 316, 836, 334), "white", 4.5, halo=0)
    scene.shape(ellipse(884, 246, 19), "mustard", 5.5)
    for degrees in range(0, 360, 45):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray = curve((884 + 28 * c, 246 + 28 * s), (884 + 40 * c, 246 + 40 * s))
        scene.line(ray, 4.8, (0.8, 0.5))
    garden = curve((700, 376), (724, 366), (740, 376), (800, 372), (860, 374), (900, 368))
    scene.line(garden, 5.5)


def _behind(
    scene: Scene, name: str, x: float, lean: float, bow: float = 0, up: float = 0
) -> Figure:
    """Return somebody of the cast behind the table."""
    return Figure(scene, CAST[name], (x, 572), (x + lean, 444 - up), 0.86, 1, bow)


def _directors(scene: Scene) -> tuple[Figure, Figure]:
    """Draw the three behind the table; return the two whose arms come to lie on it."""
    bram = _behind(scene, "bram", 196, 6, 4)
    bram.torso()
    bram.arm("near", (84, 352), "fist", -80, bend=1, elbow=(92, 446))
    bram.neck()
    bram.head("surprise", 2, gaze=(0.6, 0.6))
    mug(scene, 126, 318, 0.95)
    samira = _behind(scene, "samira", 378, 4, up=-10)
    samira.torso()
    gerrit = _behind(scene, "gerrit", 536, 48, -10, up=-10)
    gerrit.torso()
    gerrit.neck()
    gerrit.arm("far", (694, 516), "open", 22, -1, bend=-1)
    gerrit.head("happy", 12)
    return samira, gerrit


def _table(scene: Scene) -> None:
    for x, top, foot in ((186, 570, _FLOOR - 26), (626, 620, _FLOOR - 30)):
        leg = loop((x - 11, top, "c"), (x + 11, top, "c"), (x + 8, foot, "c"), (x - 8, foot, "c"))
        scene.shape(leg, "brown", 6.5)
    corners = (_BACK_LEFT, _BACK_RIGHT, _FRONT_RIGHT, _FRONT_LEFT)
    scene.shape(spline([corner(p) for p in corners], True), "sand", 8)
    (x0, y0), (x1, y1) = _FRONT_LEFT, _FRONT_RIGHT
    edge = loop((x0, y0, "c"), (x1, y1, "c"), (x1 - 2, y1 + 26, "c"), (x0 + 2, y0 + 26, "c"))
    scene.shape(edge, "brown", 8)
    front_left = loop((100, 596, "c"), (138, 599, "c"), (132, _FLOOR, "c"), (108, _FLOOR, "c"))
    scene.shape(front_left, "brown", 8)
    front_right = loop((664, 642, "c"), (702, 645, "c"), (697, _FLOOR, "c"), (671, _FLOOR, "c"))
    scene.shape(front_right, "brown", 8)
    paper = loop((206, 543, "c"), (274, 549, "c"), (258, 572, "c"), (188, 566, "c"))
    scene.shape(paper, "white", 5.5)
    for a, b, width in (((216, 552), (256, 556), 4.4), ((208, 560), (246, 563), 4.4),
                        ((146, 547), (180, 549), 4.6), ((134, 558), (164, 560), 4.6)):  # fmt: skip
        scene.line(curve(a, b), width)


def _child(scene: Scene) -> None:
    x = 858
    for i, (colour, wide, dx) in enumerate((("teal", 150, 0), ("mustard", 130, 6),
                                            ("coral", 140, -3))):  # fmt: skip
        y, right = _FLOOR - 27 * i, x + dx + wide / 2
        scene.shape(box_points(x + dx - wide / 2, y - 26, right, y), colour, 7.5)
        for inset in (20, 32):
            scene.line(curve((right - inset, y - 25), (right - inset, y - 1)), 4.5)
    top = _FLOOR - 81
    zoe = Figure(scene, CAST["zoe"], (856, top - 96), (846, top - 196), 0.88, -1, head_at=(-8, -52))
    zoe.leg("far", (834, top), straight=True)
    zoe.leg("near", (878, top), straight=True)
    zoe.torso()
    zoe.neck()
    zoe.head("happy", 6)
    zoe.arm("near", (752, 634), "relax", 182, -1, bend=1, elbow=(816, 690))


def _carpenter(scene: Scene) -> None:
    tim = Figure(scene, CAST["tim"], (336, 818), (428, 742), 0.8, 1, -6, head_at=(34, -36))
    tim.arm("far", (636, 748), "fist", 10, bend=-1)
    tim.leg("far", (300, _FLOOR), knee=(424, _FLOOR - 20))
    tim.torso()
    for a, b in (((330, 820), (286, 752)), ((286, 752), (326, 728)), ((326, 728), (296, 680))):
        rod(scene, a, b, 15, "mustard", 5.5)
    tim.leg("near", (236, _FLOOR), knee=(376, _FLOOR - 18), over=True)
    tim.neck()
    tim.head("focus", 14)
    teeth: list[Knot] = [
        (float(x), (838 if i % 2 else 830) + (758 - float(x)) / 192 * 12, "c")
        for i, x in enumerate(np.linspace(758, 566, 25))
    ]
    blade: list[Knot] = [(560, 796, "c"), (762, 814, "c"), *teeth]
    scene.shape(spline(blade, True), "grey", 5.5, wobble=0.4)
    grip = loop((520, 792), (556, 784), (572, 800), (570, 846), (552, 858), (522, 848), (514, 820))
    scene.shape(grip, "coral", 7)
    tim.arm("near", (516, 826), "fist", 0, bend=1)


def _sawdust(scene: Scene) -> None:
    y = _FLOOR
    heap = loop((622, y, "c"), (648, y - 14), (684, y - 26), (720, y - 13), (748, y, "c"))
    scene.shape(heap, "mustard", 5.5)
    for x, up in ((648, 34), (722, 36), (706, 54), (640, 58), (730, 18)):
        scene.dot(x, y - up, 2.8)
    scene.shape(box_points(506, y - 36, 566, y), "brown", 6.5)
    scene.shape(ellipse(566, y - 18, 8, 18), "sand", 5.5)
    ground(scene, 40, 965, y + 3)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=21, view=(-8, 24, 1016))
    scene.backdrop(
        [(44, 640), (80, 380), (260, 170), (600, 96), (900, 190), (970, 520), (920, 800),
         (560, 876), (180, 850)], "mist",
    )  # fmt: skip
    _bubbles(scene)
    samira, gerrit = _directors(scene)
    _table(scene)
    samira.arm("near", (350, 544), "relax", 8, bend=1)
    samira.arm("far", (452, 538), "flat", -8, bend=-1)
    samira.head("talk", -2)
    gerrit.arm("near", (590, 566), "flat", 8, bend=1)
    _child(scene)
    _carpenter(scene)
    bird(scene, 738, 812, 0.9, -1)
    _sawdust(scene)
    return scene
