"""Vraag meer dan een stageplek: he asks a full vat for a thimble; the student brought a tub."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import area_of, ellipse, tube

_FLOOR: Final = 930.0
_IS_THAT_ALL: Final = Expression((-14, -6), (-14, 8), "dot", "smile")
_MODEST: Final = Expression((-8, -16), (-8, 16), "dot", "smile")
_TAP: Final = (426.0, 452.0)
"""Where the tap's pipe turns down."""


def _vat(scene: Scene) -> None:
    """Draw the vat that fills the workshop, with the glass that shows how full it is."""
    for x in (560, 868):
        scene.shape(box_points(x - 24, 790, x + 24, _FLOOR), "grey", 8)
    scene.shape(box_points(690, 66, 748, 150), "grey", 8)
    scene.shape(loop((668, 70, "c"), (719, 18, "c"), (770, 70, "c")), "grey", 8)
    scene.shape(box_points(674, 122, 764, 154), "grey", 8)
    body = loop((508, 240, "c"), (520, 176), (600, 148), (830, 148), (916, 176), (930, 240, "c"),
                (930, 770, "c"), (916, 814), (850, 830), (590, 830), (522, 814),
                (508, 770, "c"))  # fmt: skip
    vat = scene.shape(body, "teal", 9)
    for y in (262, 752):
        scene.line(curve((510, y), (640, y + 10), (800, y + 10), (928, y)), 7, (1, 1), wobble=0.5)
        for x in range(544, 920, 54):
            scene.dot(x, y - 22 if y < 500 else y + 34, 6)
    scene.fill(tube(curve((540, 320), (536, 500), (540, 690)), [8, 18, 8]).region, "mist", clip=vat)
    scene.shape(box_points(806, 300, 884, 716), "white", 7)
    scene.shape(box_points(817, 326, 873, 706), "teal", 5.5)
    for y in range(380, 700, 52):
        scene.line(curve((817, y), (842, y)), 5.5, (1, 1), wobble=0)
    _dial(scene, 690, 342)


def _dial(scene: Scene, x: float, y: float) -> None:
    """Draw a dial whose hand points to full."""
    scene.shape(ellipse(x, y, 60), "white", 8)
    for degrees in range(-200, 21, 44):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 38 * c, y + 38 * s), (x + 49 * c, y + 49 * s)), 6, (1, 1), wobble=0)
    scene.line(curve((x - 10, y + 4), (x + 40, y - 14)), 8, (1, 0.5), wobble=0)
    scene.dot(x, y, 8)


def _tap(scene: Scene) -> None:
    """Draw the large tap, one drop at its mouth."""
    x, y = _TAP
    scene.shape(box_points(484, y - 50, 514, y + 50), "grey", 7.5)
    pipe = tube(spline([(494, y), (x + 34, y), (x, y + 28), (x - 2, y + 76)]), [54, 54, 50, 46])
    scene.shape(pipe.region, "grey", 7.5)
    rod(scene, (x + 46, y - 22), (x + 46, y - 104), 20, "navy", 6.5)
    rod(scene, (x + 4, y - 108), (x + 92, y - 108), 26, "navy", 6.5)
    drop = loop((x - 2, y + 84, "c"), (x + 11, y + 104), (x - 2, y + 117), (x - 15, y + 104))
    scene.shape(drop, "teal", 5.5, halo=0)


def _owner(scene: Scene) -> None:
    """Draw the owner in overalls, her hand on the tap's handle; she raises one brow."""
    look = CAST["gloria"].dressed(top="sweater", top_colour="mustard", leg_colour="navy")
    who = Figure(scene, look, (668, 752), (650, 584), 1.14, -1, -3)
    who.grip("far", (_TAP[0] + 74, _TAP[1] - 108), 0, elbow=(548, 512))
    who.leg("far", (628, _FLOOR), straight=True)
    who.leg("near", (702, _FLOOR), straight=True)
    who.torso()
    bib: list[Knot] = [(*who.at(u, v), "c") for u, v in
                       ((0, -1.1), (0.5, -1.1), (0.5, -0.62), (0.74, -0.56), (0.74, 0.30),
                        (0.5, 0.36), (0.5, 1.1), (0, 1.1))]  # fmt: skip
    scene.shape(area_of(spline(bib, True)).intersection(who.torso_region), "navy", 6.5, halo=0)
    for v in (-0.46, 0.2):
        strap = who.across((0.72, v), (0.86, v * 0.9), (0.97, v * 0.9))
        scene.shape(tube(strap, [18, 18, 18]).region, "navy", 5.5, halo=0)
    who.neck()
    who.head(_IS_THAT_ALL, -4, gaze=(1, 1))
    who.arm("near", (778, 566), "open", -58, elbow=(764, 688))


def _visitor(scene: Scene) -> None:
    """Draw the visitor, who holds the smallest of cups below the tap."""
    look = CAST["joris"].dressed(top="jacket", top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (136, 752), (150, 580), 1.12, 1, -4)
    who.leg("far", (170, _FLOOR), straight=True)
    who.leg("near", (96, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_MODEST, -3, gaze=(0.8, 0.2))
    who.arm("near", (78, 778), "relax", 84, elbow=(66, 690))
    who.arm("far", (_TAP[0] - 64, _TAP[1] + 170), "flat", 4, elbow=(276, 636))
    mug(scene, _TAP[0] - 4, _TAP[1] + 158, 0.86, "coral", steam=False)


def _tub(scene: Scene, x: float, y: float) -> None:
    """Draw the empty tub, upright and open, its bottom's middle at (x, y)."""
    at = Placement((x, y), 1)
    scene.shape(at.loop((-122, -150, "c"), (122, -150, "c"), (98, -4, "c"), (0, 6),
                        (-98, -4, "c")), "coral", 8.5)  # fmt: skip
    scene.shape(at.region(ellipse(0, -150, 128, 44)), "coral", 8)
    scene.shape(at.region(ellipse(0, -149, 108, 30)), "brown", 6, halo=0)
    scene.line(at.spline([(-107, -70), (0, -54), (107, -70)]), 5.5, (1, 1))


def _student(scene: Scene) -> None:
    """Draw the student in front, who pushes the tub right under the tap."""
    look = CAST["tim"].dressed(top="hoodie", top_colour="leaf", leg_colour="teal")
    who = Figure(scene, look, (146, 852), (232, 750), 0.98, 1, -10, head_at=(26, -58))
    who.leg("far", (232, _FLOOR + 58))
    who.leg("near", (112, _FLOOR + 62))
    who.torso()
    who.neck()
    who.head("happy", -4, gaze=(1, -0.6))
    _tub(scene, _TAP[0] + 12, 924)
    who.arm("near", (360, 866), "flat", -14, elbow=(270, 866))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=131, view=(-26, 2, 1014))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 40), (840, 100), (948, 420), (938, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    scene.fill(ellipse(420, 598, 76), "white")  # light on the smallest thing
    ground(scene, 20, 968, _FLOOR)
    _vat(scene)
    _tap(scene)
    _owner(scene)
    _visitor(scene)
    _student(scene)
    bird(scene, 452, 343 - 13, 0.8, -1, eye="open")
    return scene
