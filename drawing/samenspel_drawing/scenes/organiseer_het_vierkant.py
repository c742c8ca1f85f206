"""Organiseer het vierkant: two shake hands; behind one of them nobody holds the fourth corner."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure, Side
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug
from samenspel_drawing.regions import capsule, ellipse, ribbon, tube

_FLOOR: Final = 956.0
_BEHIND: Final = 560.0
"""Where they stand who are far behind."""

_BACK_LEFT: Final = (296.0, 424.0)
_FRONT_LEFT: Final = (104.0, 716.0)
_FRONT_RIGHT: Final = (676.0, 716.0)
_SLACK: Final = (818.0, 690.0)
"""The fourth corner, on the ground."""


def _blanket(scene: Scene) -> None:
    """Draw the blanket: three corners up, the fourth down in folds."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _BACK_LEFT, _SLACK, _FRONT_RIGHT, _FRONT_LEFT
    edge = loop((ax, ay, "c"), (420, 438), (540, 462), (640, 510), (700, 580), (738, 640),
                (776, 660), (bx, by, "c"), (786, 700), (762, 694), (734, 712), (712, 700),
                (cx, cy, "c"), (560, 738), (400, 744), (240, 738), (dx, dy, "c"),
                (192, 570))  # fmt: skip
    cloth = scene.shape(edge, "mustard", 8.5)
    band = curve((ax + 6, ay + 26), (420, 466), (520, 486), (606, 530), (664, 600), (700, 650),
                 (684, 682), (560, 706), (400, 712), (250, 706), (160, 692), (216, 590),
                 (ax + 6, ay + 26))  # fmt: skip
    scene.fill(ribbon(band, 15), "white", clip=cloth)
    for fold in (((812, 688), (766, 680), (722, 664)), ((806, 694), (760, 696), (716, 686)),
                 ((700, 584), (660, 556), (610, 540)), ((738, 642), (700, 612), (640, 592)),
                 ((690, 712), (640, 690), (590, 684)), ((722, 706), (690, 678), (650, 660)),
                 ):  # fmt: skip
        scene.line(curve(*fold), 5.5, (0.9, 0.2))
    scene.line(curve((126, 704), (180, 664), (230, 640)), 5, (0.8, 0.2))
    scene.line(curve((300, 436), (326, 480), (370, 516)), 5, (0.8, 0.2))


def _rope(scene: Scene, *knots: tuple[float, float]) -> None:
    line = curve(*knots)
    scene.shape(tube(line, [11, 11]).region, "sand", 5)


def _hauls(scene: Scene, name: str, x: float, hold: tuple[float, float], mood: str) -> None:
    """Draw somebody who hangs back on the rope, the hip at x."""
    k = 0.6
    hip = (x, _BEHIND - 64)
    who = Figure(scene, CAST[name], hip, (x - 42, hip[1] - 80), k, 1, 5, head_at=(-4, -42))
    hx, hy = hold
    who.arm("far", (hx + 2, hy - 2), "fist", 4, bend=1)
    who.leg("far", (x + 70, _BEHIND), -8, knee=(x + 40, _BEHIND - 40))
    who.leg("near", (x + 38, _BEHIND + 4), -8, knee=(x + 16, _BEHIND - 34))
    who.torso()
    who.neck()
    who.head(mood, -18)
    who.arm("near", (hx - 32, hy + 2), "fist", 4, bend=1)


def _crowd_that_hauls(scene: Scene) -> None:
    for name, x, hold, mood in (("samira", 84, (138, 440), "shout"),
                                ("tim", 158, (206, 438), "grit"),
                                ("ineke", 236, (276, 434), "strain")):  # fmt: skip
        _hauls(scene, name, x, hold, mood)
        _rope(scene, (hold[0] - 20, hold[1] + 4), (hold[0] + 20, hold[1]))


def _away(scene: Scene, person: Person, x: float, face: float, tilt: float) -> Figure:
    """Draw somebody who stands with the back to it all; the arms are folded in front."""
    k, y = 0.6, _BEHIND - 14
    who = Figure(scene, person, (x, y - 144 * k), (x + 2, y - 288 * k), k, face,
                 head_at=(4 * face, -60 * k))  # fmt: skip
    sides: tuple[tuple[Side, float], ...] = (("near", -face), ("far", face))
    for side, way in sides:
        who.arm(side, (x + 4 * way, y - 196 * k), "stump", bend=-way,
                elbow=(x + 62 * k * way, y - 176 * k))  # fmt: skip
    who.leg("far", (x + 24 * k * face, y), straight=True)
    who.leg("near", (x - 24 * k * face, y), straight=True)
    who.torso(back=True)
    who.neck()
    who.head("calm", tilt, view="back")
    return who


def _crowd_that_looks_away(scene: Scene) -> None:
    _away(scene, CAST["otis"].dressed(top_colour="teal", leg_colour="brown"), 806, 1, 8)
    _away(scene, CAST["ruben"], 958, -1, -8)
    fleur = CAST["fleur"].dressed(build="bean", skirt=False, top_colour="navy")
    _away(scene, fleur, 884, 1, 4)


def _child(scene: Scene) -> Head:
    """Draw the child at the end of a bounce, about to land."""
    look = CAST["mees"].dressed(top_colour="coral", leg_colour="navy")
    who = Figure(scene, look, (622, 382), (592, 278), 1.0, 1, -6, head_at=(16, -62))
    bag = Placement((548, 328), 1, 1, -12)
    who.arm("far", (726, 222), "open", -40, elbow=(668, 276))
    who.leg("far", (728, 424), -14, knee=(690, 364))
    who.leg("near", (676, 470), 4, knee=(682, 404))
    scene.shape(bag.loop((-46, -46), (-30, -58), (34, -58), (48, -46), (50, 44), (36, 56),
                         (-36, 56), (-50, 44)), "teal", 8)  # fmt: skip
    scene.line(bag.spline([(-46, -6), (-20, 6), (20, 2)]), 6)
    who.torso()
    head = who.head("happy", 8, eye="smile")
    who.arm("near", (476, 222), "open", -140, elbow=(530, 282))
    for way in (
        curve((300, 604), (312, 420), (356, 250), (430, 130), (520, 78), (610, 90), (660, 140)),
        curve((716, 486), (744, 532), (762, 580), (772, 626)),
    ):
        for i in range(0, len(way) - 8, 15):
            scene.line(way[i : i + 8], 6, (0.8, 0.8), wobble=0)
    return head


def _directors(scene: Scene) -> None:
    """Draw the two in front; each has a corner in one hand and the other's hand in the other."""
    k = 0.9
    gloria_look = CAST["gloria"].dressed(top_colour="teal", hand_size=1.2)
    gloria = Figure(scene, gloria_look, (244, 824), (258, 696), k, 1, -4)
    gerrit_look = CAST["gerrit"].dressed(top="jacket", top_colour="navy", tie="coral",
                                         leg_colour="brown", hand_size=1.2)  # fmt: skip
    gerrit = Figure(scene, gerrit_look, (560, 824), (542, 690), k, -1, 4)
    gerrit.arm("far", (452, 800), "flat", 184, -1, elbow=(496, 816))
    gerrit.leg("far", (530, _FLOOR), straight=True)
    gerrit.leg("near", (586, _FLOOR), straight=True)
    gerrit.torso()
    gerrit.neck()
    gerrit.head("calm", 0, eye="smile", mouth="grin")
    gerrit.arm("near", (662, 736), "grip", -50, bend=-1)
    gloria.leg("far", (272, _FLOOR), straight=True)
    gloria.leg("near", (216, _FLOOR), straight=True)
    gloria.torso()
    gloria.neck()
    gloria.head("happy", 4)
    gloria.arm("far", (364, 800), "grip", -12, -1, elbow=(316, 816))
    for i in range(3):  # his fingers close round her hand
        x = 394 + 13 * i
        scene.shape(capsule((x + 4, 815), (x - 3, 788), 14, 13), gerrit.person.skin, 5.5, halo=0)
    gloria.arm("near", (122, 738), "grip", -130, bend=1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=62, view=(-16, -8, 1020))
    scene.backdrop(
        [(40, 560), (70, 280), (300, 70), (660, 40), (920, 190), (970, 520), (930, 860), (500, 930),
         (90, 870)], "mist",
    )  # fmt: skip
    ground(scene, 40, 300, _BEHIND + 6, 5)
    ground(scene, 690, 976, _BEHIND - 14, 5)
    ground(scene, 60, 940, _FLOOR)
    _rope(scene, (34, 452), (160, 442), (250, 436), (_BACK_LEFT[0] + 6, _BACK_LEFT[1] + 10))
    _crowd_that_hauls(scene)
    _crowd_that_looks_away(scene)
    _blanket(scene)
    _rope(scene, _SLACK, (846, 704), (880, 690), (906, 678))
    bird(scene, 940, 708, 0.74, -1)
    for x, y in (_BACK_LEFT, _SLACK, (_FRONT_LEFT[0] + 16, _FRONT_LEFT[1] - 2), _FRONT_RIGHT):
        scene.shape(ellipse(x, y, 17), "coral", 6.5)
    mug(scene, 800, 926, 1)
    _child(scene)
    _directors(scene)
    return scene
