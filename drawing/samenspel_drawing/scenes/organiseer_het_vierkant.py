"""Organiseer het vierkant: three hold a corner, the fourth has walked off; a child comes down."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug
from samenspel_drawing.regions import ribbon

_FLOOR: Final = 952.0
_BACK: Final = ((322.0, 560.0), (674.0, 560.0))
_FRONT: Final = (236.0, 762.0)
_DROPPED: Final = (716.0, 934.0)
"""The fourth corner, on the floor."""


def _cloth(scene: Scene) -> None:
    """Draw the square cloth: taut between three, in folds towards the corner nobody holds."""
    (ax, ay), (bx, by) = _BACK
    edge = loop((ax, ay, "c"), (500, 574), (bx, by, "c"), (688, 650), (716, 740), (706, 830),
                (748, 890), (*_DROPPED, "c"), (684, 922), (648, 944), (620, 910), (560, 856),
                (400, 800), (*_FRONT, "c"), (284, 668))  # fmt: skip
    cloth = scene.shape(edge, "mustard", 9)
    band = curve((ax + 24, ay + 26), (500, 600), (bx - 24, by + 26), (664, 660), (688, 750),
                 (662, 840), (690, 886), (650, 904), (586, 838), (410, 772), (_FRONT[0] + 42, 740),
                 (314, 668), (ax + 24, ay + 26))  # fmt: skip
    scene.fill(ribbon(band, 17), "white", clip=cloth)
    for fold in (
        ((708, 926), (664, 870), (620, 790)),
        ((700, 836), (664, 796), (628, 740)),
        ((714, 742), (676, 712), (640, 680)),
        ((632, 918), (600, 850), (560, 800)),
    ):
        scene.line(curve(*fold), 6, (0.9, 0.15), clip=cloth)


def _leaders(scene: Scene) -> None:
    """Draw the two directors at the back corners, who see the child come and hold on."""
    samira = CAST["samira"].dressed(build="bean", leg_colour="brown", hand_size=1.1)
    karim = CAST["karim"].dressed(top="plain", leg_colour="brown", hand_size=1.1)
    for person, (cx, cy), face, mood, mouth in (
        (samira, _BACK[0], 1, "worried", "flat"),
        (karim, _BACK[1], -1, "alarm", "wobble"),
    ):
        x = cx - 58 * face
        who = Figure(scene, person, (x, 640), (x + 2 * face, 452), 1.08, face, 4,
                     head_at=(4 * face, -68))  # fmt: skip
        who.leg("far", (x + 28 * face, 806), straight=True)
        who.leg("near", (x - 30 * face, 808), straight=True)
        who.torso()
        who.neck()
        who.head(mood, -10 * face, eye="big", mouth=mouth, gaze=(0.6, -1))
        who.arm("near", (cx - 12 * face, cy + 4), "grip", 10 if face > 0 else 170, face,
                elbow=(x - 24 * face, 590))  # fmt: skip


def _hauls(scene: Scene) -> None:
    """Draw her people, who hang on the front corner with all their weight."""
    look = CAST["ineke"].dressed(top_colour="leaf")
    ineke = Figure(scene, look, (152, 826), (84, 700), 1.0, 1, 6, head_at=(6, -66))
    ineke.leg("far", (236, _FLOOR), -10, knee=(206, 874))
    ineke.leg("near", (190, _FLOOR + 4), -10, knee=(168, 884))
    ineke.torso()
    ineke.neck()
    ineke.head("strain", -14)
    ineke.arm("far", (_FRONT[0] - 24, _FRONT[1] - 8), "fist", 0, bend=1)
    ineke.arm("near", (_FRONT[0] - 54, _FRONT[1] + 4), "fist", 0, bend=1)


def _child(scene: Scene) -> None:
    """Draw the child on the way down, who has just seen what is missing below."""
    look = CAST["mees"].dressed(top_colour="coral", leg_colour="navy")
    who = Figure(scene, look, (508, 324), (502, 220), 1.1, 1, 4, head_at=(8, -64))
    who.arm("far", (604, 170), "open", -50, -1, elbow=(574, 230))
    who.leg("far", (584, 382), -30, knee=(566, 328))
    who.leg("near", (506, 418), -10, knee=(522, 362))
    who.torso()
    who.head("alarm", 8, gaze=(0.7, 1))
    who.arm("near", (400, 166), "open", -130, 1, elbow=(430, 232))
    for x, top in ((424, 22), (504, 6), (584, 22)):
        scene.line(curve((x, top), (x + 1, top + 50)), 7, (0.3, 0.9), wobble=0.4)


def _phone(scene: Scene, x: float, y: float, degrees: float) -> None:
    at = Placement((x, y), 1.0, 1, degrees)
    case = at.loop((-17, -34, "c"), (17, -34, "c"), (17, 34, "c"), (-17, 34, "c"))
    scene.shape(case, "navy", 6.5)


def _leaves(scene: Scene) -> None:
    """Draw the one of the fourth corner, who strolls out of the picture with phone and coffee."""
    k = 1.05
    look = CAST["rob"].dressed(top_colour="navy", leg_colour="navy", hand_size=1.1)
    who = Figure(scene, look, (838, _FLOOR - 148 * k), (844, _FLOOR - 306 * k), k, 1, 4,
                 head_at=(8, -66))  # fmt: skip
    who.arm("far", (902, 730), "fist", -4, elbow=(890, 756), soft=0.4)
    mug(scene, 970, 718, 1.25)
    who.leg("far", (900, _FLOOR), straight=True)
    who.leg("near", (786, _FLOOR - 10), 28, straight=True)
    who.torso()
    who.neck()
    who.head("calm", 4, eye="closed", mouth="smirk")
    _phone(scene, 802, 562, 8)
    who.arm("near", (794, 612), "fist", -80, elbow=(744, 706), soft=0.45)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=62, view=(-16, -16, 1030))
    scene.backdrop(
        [(20, 700), (40, 360), (200, 120), (500, 40), (860, 140), (970, 440), (950, 860),
         (500, 960), (60, 910)], "mist",
    )  # fmt: skip
    ground(scene, 20, 984, _FLOOR + 6)
    _leaders(scene)
    _cloth(scene)
    _hauls(scene)
    _child(scene)
    _leaves(scene)
    bird(scene, 560, _FLOOR + 4, 1.0, 1, eye="open")
    return scene
