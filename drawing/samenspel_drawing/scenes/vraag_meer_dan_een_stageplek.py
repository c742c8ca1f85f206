"""Vraag meer dan een stageplek: offered a whole tool chest, he is happy with one nut."""

import math
from itertools import pairwise
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, cap_on, ground, mug, rod
from samenspel_drawing.regions import capsule, ellipse, union

_FLOOR: Final = 930.0
_GLAD: Final = Expression((-8, -14), (-8, 14), "closed", "smile")
_PLEADS: Final = Expression((-13, -16), (-13, 16), "dot", "talk")
_LEFT, _RIGHT, _RIM = 356.0, 724.0, 610.0
"""The chest's sides and its open top."""
_NUT: Final = (304.0, 448.0)
"""What he takes of it all."""


def _lid(scene: Scene) -> None:
    """Draw the chest's lid, thrown open behind what it holds."""
    lid = loop((_LEFT + 6, _RIM + 6, "c"), (_LEFT + 40, _RIM - 150, "c"),
               (_RIGHT - 40, _RIM - 150, "c"), (_RIGHT - 6, _RIM + 6, "c"))  # fmt: skip
    scene.shape(lid, "navy", 9)


def _tools(scene: Scene) -> None:
    """Draw all that stands in the chest, far higher than its rim."""
    rod(scene, (484, _RIM), (458, 330), 30, "brown", 8)
    hammer = Placement((456, 322), 1.0, 1, -6)
    scene.shape(hammer.loop((-64, -34, "c"), (58, -34, "c"), (58, 26, "c"), (-30, 26, "c"),
                            (-84, -2, "c")), "shine", 8.5)  # fmt: skip
    _rule(scene)
    _cog(scene, 590, 426, 92, 10, "teal")
    _spanner(scene, Placement((520, 530), 1.5, 1, -62))
    _bulb(scene, 668, 566, 24)
    rod(scene, (404, _RIM), (392, 500), 22, "mustard", 7.5)
    brush = loop((360, 502, "c"), (420, 494, "c"), (424, 420), (384, 402), (354, 430))
    scene.shape(brush, "leaf", 8)
    band = loop((356, 512, "c"), (424, 502, "c"), (422, 474, "c"), (354, 484, "c"))
    scene.shape(band, "shine", 7)


def _rule(scene: Scene) -> None:
    """Draw a folding rule that zigzags up."""
    knots = ((650, _RIM), (690, 388), (600, 262), (716, 176))
    for a, b in pairwise(knots):
        rod(scene, a, b, 30, "mustard", 7.5)
    for x, y in knots[1:-1]:
        scene.dot(x, y, 5)


def _chest(scene: Scene) -> None:
    """Draw the chest's front over what stands in it."""
    scene.shape(box_points(_LEFT, _RIM, _RIGHT, _FLOOR), "coral", 9.5)
    scene.shape(box_points(_LEFT - 16, _RIM - 6, _RIGHT + 16, _RIM + 34), "coral", 9)
    for x in (_LEFT + 74, _RIGHT - 74):
        scene.shape(box_points(x - 24, _RIM + 18, x + 24, _RIM + 84), "shine", 7.5, halo=0)
    rod(scene, (484, 770), (596, 770), 26, "navy", 8)


def _cog(scene: Scene, x: float, y: float, radius: float, turn: float, colour: str) -> None:
    """Draw a cog-wheel of eight teeth."""
    teeth = []
    for i in range(8):
        a = math.radians(turn + 45 * i)
        c, s = math.cos(a), math.sin(a)
        tip = ((x + 0.7 * radius * c, y + 0.7 * radius * s), (x + radius * c, y + radius * s))
        teeth.append(capsule(*tip, 0.42 * radius, 0.34 * radius))
    wheel = union(ellipse(x, y, radius * 0.8), *teeth).buffer(-1.5).buffer(3).buffer(-1.5)
    scene.shape(wheel, colour, 7)
    scene.shape(ellipse(x, y, radius * 0.3), "white", 6, halo=0)


def _bulb(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw a light bulb, its glass up when `turn` is 0."""
    at = Placement((x, y), 1.5, 1, turn)
    scene.shape(at.points(box_points(-11, 16, 11, 42)), "shine", 6)
    scene.shape(at.loop((-12, 20, "c"), (-16, 6), (-29, -10), (-22, -34), (0, -43), (22, -34),
                        (29, -10), (16, 6), (12, 20, "c")), "mustard", 7)  # fmt: skip
    scene.line(at.spline([(-13, -14), (-5, -4), (0, -14), (5, -4), (13, -14)]), 5, (0.9, 0.9))


def _spanner(scene: Scene, at: Placement) -> None:
    """Draw an open-ended spanner, its middle at the placement's origin."""
    jaw = union(ellipse(50, 0, 26), ellipse(-50, 0, 24), capsule((-50, 0), (50, 0), 22))
    gaps = union(capsule((54, 0), (90, 0), 20), capsule((-54, 0), (-90, 0), 18))
    scene.shape(at.region(jaw.difference(gaps)), "shine", 7.5)


def _taken(scene: Scene) -> None:
    """Draw the one nut in his tweezers, and how it shines to him."""
    x, y = _NUT
    for dy in (-9, 9):
        scene.line(curve((x - 66, y + 172), (x - 38 + dy, y + 96), (x + dy * 2, y + 22)), 10,
                   (1, 0.8))  # fmt: skip
    nut = [(x + 30 * math.cos(math.radians(a)), y + 30 * math.sin(math.radians(a)), "c")
           for a in range(0, 360, 60)]  # fmt: skip
    scene.shape(loop(*nut), "mustard", 7)
    scene.shape(ellipse(x, y, 12), "white", 6, halo=0)
    for degrees in (-160, -120, -80, -40):
        c, si = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 46 * c, y + 46 * si), (x + 68 * c, y + 68 * si)), 6, (0.9, 0.6))


def _visitor(scene: Scene) -> None:
    """Draw the visitor, blissful behind his one nut."""
    look = CAST["willem"].dressed(top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (112, 742), (124, 548), 1.18, 1, -4, head_at=(14, -74))
    who.leg("far", (146, _FLOOR), straight=True)
    who.leg("near", (76, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_GLAD, 2)
    _taken(scene)
    x, y = _NUT
    who.grip("near", (x - 62, y + 158), -62, elbow=(150, 726), soft=0.42)


def _owner(scene: Scene) -> None:
    """Draw the owner, who shoves the whole chest towards his visitor."""
    look = CAST["joris"].dressed(top="plain", top_colour="leaf", leg_colour="navy")
    who = Figure(scene, look, (872, 742), (822, 580), 1.16, -1, 8, head_at=(-24, -66))
    who.leg("far", (846, _FLOOR), knee=(810, 838))
    who.leg("near", (950, _FLOOR), straight=True)
    who.arm("far", (736, 660), "flat", 180, -1, elbow=(790, 680), soft=0.42)
    who.torso()
    who.neck()
    head = who.head(_PLEADS, -4, gaze=(1, 0))
    cap_on(head, "navy", 46)
    who.arm("near", (738, 752), "flat", 180, 1, elbow=(820, 760), soft=0.42)


def _drags(scene: Scene) -> None:
    """Draw the bird, which drags off a spanner larger than itself."""
    _spanner(scene, Placement((306, 912), 0.9, 1, 3))
    scene.line(curve((176, 884), (206, 902), (258, 906)), 5, (1, 1))
    bird(scene, 216, 928, 0.9, -1, eye="open")


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=131, view=(-6, 12, 1000))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 120), (520, 60), (840, 120), (948, 420), (938, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    ground(scene, 12, 984, _FLOOR)
    _lid(scene)
    _tools(scene)
    _chest(scene)
    _visitor(scene)
    _owner(scene)
    _drags(scene)
    mug(scene, 786, 902, 1.0, steam=False)
    return scene
