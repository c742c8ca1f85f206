"""Organiseer het vierkant: three hold a corner, the fourth has walked off; a child comes down."""

from typing import Any, Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, hatch, mug

_FLOOR: Final = 952.0
_BACK: Final = ((322.0, 560.0), (674.0, 560.0))
_FRONT: Final = (236.0, 762.0)
_DROPPED: Final = (790.0, 786.0)
"""The fourth corner, on the floor."""


def _cloth(scene: Scene) -> None:
    """Draw the square cloth, four fields and four equal corners: one sags to the floor."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = *_BACK, _FRONT, _DROPPED
    edge = loop((ax, ay, "c"), (420, 578), (500, 584), (580, 578), (bx, by, "c"), (696, 650),
                (730, 736), (dx, dy, "c"), (768, 870), (716, 926), (650, 914), (590, 848),
                (480, 826), (380, 808), (cx, cy, "c"), (262, 690))  # fmt: skip
    cloth = scene.shape(edge, "mustard", 9)
    middle = (492.0, 682.0)
    for field in (
        loop((300, 540, "c"), (500, 560, "c"), (500, 584, "c"), (*middle, "c"), (270, 664, "c"),
             (240, 640, "c")),
        loop((*middle, "c"), (620, 668), (722, 690, "c"), (800, 700, "c"), (800, 980, "c"),
             (500, 980, "c"), (486, 822, "c"), (496, 740)),
    ):  # fmt: skip
        scene.fill(field, "white", clip=cloth)
    for seam in (((500, 584), (500, 630), (492, 682), (488, 750), (484, 822)),
                 ((270, 662), (380, 688), (492, 682), (620, 668), (718, 690))):  # fmt: skip
        scene.line(curve(*seam), 5.5, (0.8, 0.8), clip=cloth)
    for fold in (
        ((782, 794), (736, 812), (686, 872)),
        ((778, 786), (724, 768), (668, 784)),
        ((758, 866), (724, 892), (694, 916)),
        ((346, 590), (400, 616), (440, 622)),
        ((650, 590), (600, 616), (560, 622)),
        ((268, 748), (330, 736), (380, 738)),
    ):
        scene.line(curve(*fold), 5.5, (0.9, 0.15), clip=cloth)


def _leaders(scene: Scene) -> list[Figure]:
    """Draw the two at the back corners, their arms still to come.

    One sees the child, the other shouts after the fourth.
    """
    samira = CAST["samira"].dressed(build="bean", leg_colour="brown", hand_size=1.1)
    karim = CAST["karim"].dressed(top="plain", leg_colour="brown", hand_size=1.1)
    drawn = []
    people: tuple[tuple[Person, tuple[float, float], float, dict[str, Any]], ...] = (
        (samira, _BACK[0], 1, {"expression": "worried", "eye": "big", "mouth": "flat", "tilt": -10,
                               "gaze": (0.6, -1)}),
        (karim, _BACK[1], -1, {"expression": "alarm", "eye": "wide", "face": 1,
                               "gaze": (1, 0.6)}),
    )  # fmt: skip
    for person, (cx, _), face, head in people:
        x = cx - 66 * face
        who = Figure(scene, person, (x, 640), (x + 2 * face, 452), 1.08, face, 4,
                     head_at=(4 * face, -68))  # fmt: skip
        who.leg("far", (x + 28 * face, 824), straight=True)
        who.leg("near", (x - 30 * face, 828), straight=True)
        hatch(scene, x - 70, x + 10, 832, 4)
        who.torso()
        who.neck()
        who.head(**head)
        drawn.append(who)
    return drawn


def _hold(who: Figure, corner: tuple[float, float]) -> None:
    """Close a fist round a back corner of the cloth."""
    face, (x, y) = who.face, corner
    who.arm("near", (x - 20 * face, y + 10), "grip", 8 if face > 0 else 172, face,
            elbow=(x - 84 * face, 592))  # fmt: skip


def _hauls(scene: Scene) -> None:
    """Draw her people, who hang on the front corner with all their weight."""
    look = CAST["ineke"].dressed(top_colour="leaf", top="sweater")
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
    who.head("alarm", 8, gaze=(0.7, 1), mouth="wobble")
    who.arm("near", (400, 166), "open", -130, 1, elbow=(430, 232))
    for x, top in ((424, 22), (504, 6), (584, 22)):
        scene.line(curve((x, top), (x + 1, top + 50)), 7, (0.3, 0.9), wobble=0.4)


def _phone(scene: Scene, x: float, y: float, degrees: float) -> None:
    at = Placement((x, y), 1.0, 1, degrees)
    case = at.loop((-17, -34, "c"), (17, -34, "c"), (17, 34, "c"), (-17, 34, "c"))
    scene.shape(case, "navy", 6.5)


def _leaves(scene: Scene) -> None:
    """Draw the one of the fourth corner, who strolls out of the picture with phone and coffee."""
    k = 1.0
    look = CAST["vera"].dressed(hand_size=1.1)
    who = Figure(scene, look, (868, _FLOOR - 206 * k), (872, _FLOOR - 374 * k), k, 1, 4,
                 head_at=(6, -72))  # fmt: skip
    _phone(scene, 962, 516, 14)
    who.arm("far", (946, 560), "fist", -70, elbow=(934, 664), soft=0.42)
    who.leg("far", (930, _FLOOR), straight=True)
    who.leg("near", (826, _FLOOR - 6), 22, straight=True)
    who.torso()
    who.neck()
    who.head("happy", 4, eye="closed", mouth="grin")
    who.arm("near", (808, 738), "relax", 122, elbow=(790, 660), soft=0.42)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=62, view=(-16, -24, 1046))
    scene.backdrop(
        [(20, 700), (40, 360), (200, 120), (500, 40), (860, 140), (970, 440), (950, 860),
         (500, 960), (60, 910)], "mist",
    )  # fmt: skip
    low = _FLOOR + 6
    floor = loop((20, low, "c"), (120, 786, "c"), (880, 786, "c"), (1004, low, "c"))
    scene.patch(floor, "sand")
    ground(scene, 20, 1004, _FLOOR + 6)
    leaders = _leaders(scene)
    _cloth(scene)
    for who, corner in zip(leaders, _BACK, strict=True):
        _hold(who, corner)
    _hauls(scene)
    _child(scene)
    _leaves(scene)
    mug(scene, 330, _FLOOR - 22, 1.15)
    bird(scene, 590, _FLOOR + 4, 1.0, 1, eye="open")
    return scene
