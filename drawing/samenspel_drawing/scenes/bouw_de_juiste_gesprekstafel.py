"""Bouw de juiste gesprekstafel: all four legs are sawn to the child's height; now she speaks."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod, school
from samenspel_drawing.regions import area_of, ellipse, union

_ATTENTIVE: Final = Expression((-12, -10), (-12, 10), "dot", "flat")
_WON: Final = Expression((2, 8), (-10, 4), "half", "smirk")
_FLOOR: Final = 868.0
_TOP: Final = 704.0
"""The table's front edge."""


def _idea(scene: Scene) -> None:
    """Draw the child's bubble with its plan."""
    rim = spline([(330, 190), (352, 66), (540, 34), (740, 66), (766, 190), (740, 292), (540, 320),
                  (356, 292)], True)  # fmt: skip
    tail = loop((430, 300, "c"), (432, 360), (456, 420), (530, 486, "c"), (486, 420), (482, 360),
                (490, 300, "c"))  # fmt: skip
    scene.shape(union(area_of(rim), area_of(tail)), "white", 8)
    school(scene, 510, 282, 1.24)
    x, y = 674, 120
    scene.shape(ellipse(x, y, 25), "mustard", 6.5)
    for degrees in range(0, 360, 45):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 36 * c, y + 36 * s), (x + 52 * c, y + 52 * s)), 5.5, (0.8, 0.5))
    scene.shape(box_points(656, 242, 670, 282), "brown", 5.5)
    scene.shape(ellipse(663, 228, 30, 32), "leaf", 6.5)
    scene.line(curve((404, 284), (480, 281), (600, 284), (706, 281)), 6)


def _small_chair(scene: Scene, x: float, face: float) -> None:
    """Draw a chair from the infants' class, its seat's middle at x, its back to the outside."""
    at = Placement((x, _FLOOR), 1.0, face)
    for foot in (-52, 44):
        rod(scene, at.point(foot * 0.9, -54), at.point(foot, -2), 14, "mustard", 6.5)
    rod(scene, at.point(-52, -56), at.point(-66, -176), 16, "mustard", 6.5)


def _seat(scene: Scene, x: float, face: float) -> None:
    at = Placement((x, _FLOOR), 1.0, face)
    rod(scene, at.point(-66, -62), at.point(44, -62), 30, "mustard", 7)


def _table(scene: Scene) -> None:
    for x in (430, 664):
        scene.shape(box_points(x - 15, _TOP, x + 15, _FLOOR - 36), "brown", 7.5)
    for x in (318, 700):
        scene.shape(box_points(x - 19, _TOP + 20, x + 19, _FLOOR), "brown", 8)
    top = loop((300, _TOP - 54, "c"), (700, _TOP - 54, "c"), (776, _TOP, "c"), (224, _TOP, "c"))
    scene.shape(top, "mist", 8)
    scene.shape(box_points(236, _TOP + 20, 764, _TOP + 62), "brown", 8)
    scene.shape(box_points(218, _TOP, 782, _TOP + 26), "brown", 8.5)
    for x, y in ((430, _FLOOR - 36), (664, _FLOOR - 36), (318, _FLOOR), (700, _FLOOR)):
        half = 15 if y < _FLOOR else 19
        scene.shape(box_points(x - half, y - 15, x + half, y), "sand", 6)  # the fresh cut
        for dx, dy in ((-46, 0), (-28, -3), (30, -2), (49, 0)):
            scene.shape(ellipse(x + dx, y + dy, 9, 7), "mustard", 4.6, halo=0)


def _listener(scene: Scene) -> Figure:
    """Draw the one behind the table; the fist under his chin is still to come."""
    look = CAST["rob"].dressed(top_colour="mustard", tie="coral")
    who = Figure(scene, look, (336, 756), (346, 596), 1.02, 1, -6, head_at=(10, -62))
    who.leg("far", (362, _FLOOR - 30), straight=True)
    who.leg("near", (300, _FLOOR - 30), straight=True)
    who.torso()
    who.neck()
    who.head("surprise", 8, mouth="flat", gaze=(1, -0.2))
    return who


def _child(scene: Scene) -> Figure:
    """Draw the child behind the table; the arms are still to come."""
    who = Figure(scene, CAST["pip"], (566, 752), (566, 622), 1.0, 1, head_at=(0, -56), front=0)
    who.leg("near", (544, _FLOOR - 30), straight=True)
    who.leg("far", (588, _FLOOR - 30), straight=True)
    who.torso()
    who.neck()
    who.head("talk", 0, view="front", mouth="grin")
    return who


def _folded(scene: Scene, name: str, x: float, face: float, lean: float, mood: Expression,
            colour: str, trousers: str) -> Figure:  # fmt: skip
    """Draw a big one folded up on a small chair, without the near arm."""
    look = CAST[name].dressed(top_colour=colour, leg_colour=trousers)
    who = Figure(scene, look, (x, _FLOOR - 88), (x + lean * face, _FLOOR - 262), 1.16, face,
                 6 * face)  # fmt: skip
    who.arm("far", (x + 176 * face, _TOP - 22), "flat", 0 if face > 0 else 180, face,
            elbow=(x + 112 * face, _TOP - 30))  # fmt: skip
    who.leg("far", (x + 124 * face, _FLOOR), knee=(x + 132 * face, _FLOOR - 226))
    who.leg("near", (x + 96 * face, _FLOOR + 6), knee=(x + 104 * face, _FLOOR - 212))
    who.torso()
    who.neck()
    who.head(mood, 6 * face)
    return who


def _pieces(scene: Scene) -> None:
    """Draw what was sawn off all four legs, and the saw."""
    for x, y in ((214, 966), (346, 966), (478, 966), (282, 928)):
        rod(scene, (x, y), (x + 104, y - 2), 37, "brown", 7.5)
        scene.shape(ellipse(x + 108, y - 2, 11, 19), "sand", 6.5)
    at = Placement((780, 944), 1.05, 1, -6)
    teeth: list[Knot] = []
    for i in range(11):
        tooth = 66.0 - 20 * i
        teeth += [(tooth, 22 - 1.0 * i, "c"), (tooth - 10, 6 - 0.6 * i, "c")]
    blade = at.spline([(-156, -20, "c"), (70, -26, "c"), *teeth], True)
    scene.shape(blade, "shine", 6.5, wobble=0.4)
    scene.shape(at.loop((62, -34), (112, -34), (124, -4), (106, 20), (66, 18)), "coral", 7)
    scene.shape(at.loop((82, -16), (102, -16), (106, -2), (98, 6), (82, 4)), "white", 5.5, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=81)
    scene.backdrop(
        [(40, 640), (60, 320), (240, 110), (600, 60), (900, 130), (976, 460), (950, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    ground(scene, 30, 970, _FLOOR + 6)
    _idea(scene)
    rob = _listener(scene)
    pip = _child(scene)
    _table(scene)
    rob.arm("near", (362, 640), "fist", -100, elbow=(310, 690))
    pip.arm("near", (494, 668), "relax", 176, elbow=(516, 648))
    pip.arm("far", (648, 580), "open", -60, -1, elbow=(634, 652))
    _small_chair(scene, 140, 1)
    _small_chair(scene, 860, -1)
    otis = _folded(scene, "otis", 132, 1, 18, _ATTENTIVE, "navy", "grey")
    dewi = _folded(scene, "dewi", 870, -1, 6, _WON, "teal", "brown")
    _seat(scene, 140, 1)
    _seat(scene, 860, -1)
    otis.arm("near", (238, 672), "relax", 14)
    dewi.arm("near", (770, 672), "relax", 166, -1)
    mug(scene, 434, 672, 0.9)
    _pieces(scene)
    bird(scene, 560, 946, 0.8)
    return scene
