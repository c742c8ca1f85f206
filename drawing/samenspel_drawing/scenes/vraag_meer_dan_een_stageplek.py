"""Vraag meer dan een stageplek: out of a whole works the visitor takes one screw, delighted."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug, rod
from samenspel_drawing.regions import ellipse, ring_points

_FLOOR: Final = 920.0
_PUZZLED: Final = Expression((-6, -14), (-12, 10), "dot", "flat")


def _gear(scene: Scene, x: float, y: float, radius: float, teeth: int, colour: str,
          turn: float = 0) -> None:  # fmt: skip
    """Draw a toothed wheel."""
    knots = []
    step = 360 / teeth
    for i in range(teeth):
        for part, far in ((0.05, 1.0), (0.4, 1.0), (0.52, 0.82), (0.93, 0.82)):
            a = math.radians(turn + (i + part) * step)
            knots.append((x + radius * far * math.cos(a), y + radius * far * math.sin(a), "c"))
    scene.shape(loop(*knots), colour, 8)
    scene.shape(ellipse(x, y, radius * 0.3), "white", 7)
    if radius > 90:
        scene.contour(ring_points(ellipse(x, y, radius * 0.6)), 5.5)


def _bulb(scene: Scene, x: float, y: float) -> None:
    """Draw a light bulb that shines, its foot at (x, y)."""
    at = Placement((x, y))
    for degrees in range(-160, 0, 32):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 74 * c, y - 78 + 74 * s), (x + 100 * c, y - 78 + 100 * s)), 6.5,
                   (0.8, 0.5))  # fmt: skip
    scene.shape(at.loop((-20, -26, "c"), (-24, -44), (-48, -76), (-30, -122), (0, -132), (30, -122),
                        (48, -76), (24, -44), (20, -26, "c")), "mustard", 8)  # fmt: skip
    scene.line(at.spline([(-14, -30), (-16, -66), (0, -54), (16, -66), (14, -30)]), 5.5)
    scene.shape(at.loop((-22, -28, "c"), (22, -28, "c"), (16, 2, "c"), (-16, 2, "c")), "grey", 7)


def _screw_head(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw the head of a screw that is in its place."""
    at = Placement((x, y), 1, 1, turn)
    scene.shape(ellipse(x, y, 19), "coral", 6)
    scene.line(at.spline([(-10, 0), (10, 0)]), 6, (1, 1), wobble=0)


def _hub(scene: Scene, x: float, y: float) -> None:
    """Draw the plate with four places for a screw; the one at the upper right is a hole."""
    scene.shape(ellipse(x, y, 72), "white", 7.5)
    for dx, dy, turn in ((-32, -32, 40), (-32, 32, -30), (32, 32, 70)):
        _screw_head(scene, x + dx, y + dy, turn)
    scene.solid(ellipse(x + 32, y - 32, 18))
    way = curve((x + 78, y - 82), (x + 160, y - 150), (x + 290, y - 130), (x + 400, y - 10),
                (x + 462, y + 180), (x + 478, y + 270))  # fmt: skip
    for i in range(0, len(way) - 14, 16):
        scene.line(way[i : i + 9], 6.5, (0.9, 0.9), wobble=0)
    tip = way[-1]
    scene.line(curve((tip[0] - 20, tip[1] - 26), (tip[0], tip[1], "c"), (tip[0] + 14, tip[1] - 30)),
               6.5, (0.9, 0.9), wobble=0)  # fmt: skip


def _works(scene: Scene) -> None:
    """Draw all that the company knows, piled high."""
    rod(scene, (96, 180), (150, 880), 34, "navy", 8)
    scene.shape(loop((52, 196, "c"), (60, 120), (100, 104), (94, 152, "c"), (128, 148, "c"),
                     (128, 102), (160, 132), (148, 204), (100, 226)), "navy", 8)  # fmt: skip
    _gear(scene, 348, 262, 112, 12, "teal", 6)
    _hub(scene, 348, 262)
    _bulb(scene, 322, 164)
    _gear(scene, 196, 420, 136, 14, "mustard", 2)
    _gear(scene, 402, 470, 96, 11, "grey", 14)
    _gear(scene, 120, 664, 104, 12, "teal", 10)
    _gear(scene, 318, 690, 132, 14, "sand", 4)
    crate = loop((48, 780, "c"), (232, 780, "c"), (232, _FLOOR, "c"), (48, _FLOOR, "c"))
    scene.shape(crate, "sand", 8)
    scene.line(curve((48, 826), (232, 824)), 6, (0.8, 0.8))
    scene.line(curve((48, 872), (232, 874)), 6, (0.8, 0.8))


def _owner(scene: Scene) -> None:
    look = CAST["hakan"].dressed(top="sweater", top_colour="leaf", tie=None)
    who = Figure(scene, look, (400, 766), (406, 612), 1.06, 1, 3)
    who.arm("far", (534, 640), "open", -38, elbow=(486, 704))
    who.leg("far", (434, _FLOOR), straight=True)
    who.leg("near", (368, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_PUZZLED, 4, gaze=(0.8, 0.2))
    who.arm("near", (268, 648), "open", 214, -1, elbow=(320, 706))


def _barrow(scene: Scene) -> None:
    """Draw a huge wheelbarrow, empty but for one screw on a cushion."""
    scene.shape(ellipse(908, 862, 54), "grey", 8.5)
    scene.shape(ellipse(908, 862, 16), "white", 6.5)
    rod(scene, (790, 820), (770, _FLOOR - 6), 18, "brown", 7)
    rod(scene, (650, 742), (916, 858), 20, "brown", 7.5)
    back = loop((706, 668, "c"), (968, 640, "c"), (936, 700, "c"), (736, 720, "c"))
    scene.shape(back, "navy", 8)
    cushion = loop((782, 664), (836, 652), (890, 660), (906, 684), (884, 708), (836, 712),
                   (790, 708), (770, 686))  # fmt: skip
    scene.shape(cushion, "white", 7)
    at = Placement((832, 646), 1.15, 1, -6)
    thread = at.loop((-30, -13, "c"), (46, -13, "c"), (72, 0, "c"), (46, 13, "c"), (-30, 13, "c"))
    scene.shape(thread, "coral", 6.5)
    for x in (-14, 6, 26, 44):
        scene.line(at.spline([(x - 4, 17), (x + 5, -17)]), 5.5, (0.9, 0.9), wobble=0)
    scene.shape(at.loop((-30, -28, "c"), (-30, 28, "c"), (-50, 24), (-56, 0), (-50, -24)), "coral",
                7)  # fmt: skip
    scene.line(at.spline([(-55, 0), (-44, 0)]), 5.5, (1, 1), wobble=0)
    front = loop((700, 690, "c"), (974, 664, "c"), (922, 808, "c"), (768, 812, "c"))
    scene.shape(front, "teal", 8.5)


def _visitor(scene: Scene) -> Figure:
    """Draw the visitor, whose near hand is still to take the handle."""
    look = CAST["joris"].dressed(top="jacket", top_colour="mustard", tie="navy",
                                  leg_colour="brown")  # fmt: skip
    who = Figure(scene, look, (612, 768), (660, 632), 1.0, 1, -8, head_at=(20, -70))
    who.arm("far", (722, 742), "fist", 20, bend=-1)
    who.leg("far", (676, _FLOOR), knee=(676, 830))
    who.leg("near", (560, _FLOOR - 8), 30, knee=(590, 846))
    who.torso()
    who.neck()
    who.head("bliss", -8, mouth="grin")
    return who


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=131, view=(-4, -22, 1010))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 40), (840, 160), (976, 480), (950, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    ground(scene, 40, 980, _FLOOR)
    _works(scene)
    mug(scene, 92, 754, 1, steam=False)
    _owner(scene)
    gerrit = _visitor(scene)
    _barrow(scene)
    gerrit.grip("near", (672, 752), 24, bend=1)
    bird(scene, 944, 640, 0.8, -1, eye="open")
    return scene
