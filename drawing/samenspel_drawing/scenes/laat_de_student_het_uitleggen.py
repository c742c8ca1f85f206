"""Laat de student het uitleggen: she teaches, the bosses are back in small school desks."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, curve, loop
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import Region, ellipse, ribbon, union_of

_FLOOR: Final = 946.0
_DESK: Final = 790.0
"""The top of a school desk."""
_HOUSE: Final = (330.0, 372.0)
_WHEEL: Final = (862.0, 326.0)


def _wheel(x: float, y: float) -> Region:
    teeth = [
        ellipse(x + 42 * math.cos(a), y + 42 * math.sin(a), 13)
        for a in np.radians(np.arange(0, 360, 45))
    ]
    return union_of([ellipse(x, y, 40), *teeth]).difference(ellipse(x, y, 16))


def _house(x: float, y: float) -> Array:
    return loop(
        (x - 34, y, "c"),
        (x - 34, y - 46, "c"),
        (x - 48, y - 46, "c"),
        (x, y - 90, "c"),
        (x + 48, y - 46, "c"),
        (x + 34, y - 46, "c"),
        (x + 34, y, "c"),
    )


def _board(scene: Scene) -> None:
    """Draw the board: the bosses' tangle from house to wheel, and below it her one arrow."""
    scene.shape(box_points(40, 46, 966, 452), "brown", 9)
    scene.shape(box_points(62, 68, 944, 430), "navy", 7)
    scene.fill(_house(*_HOUSE), "white")
    scene.fill(_wheel(*_WHEEL), "white")
    tangle = curve(
        (328, 272),
        (240, 230),
        (130, 270),
        (116, 150),
        (240, 100),
        (420, 140),
        (470, 240),
        (370, 262),
        (330, 170),
        (440, 96),
        (600, 116),
        (650, 220),
        (550, 262),
        (480, 190),
        (580, 104),
        (740, 106),
        (780, 206),
        (690, 256),
        (610, 180),
        (720, 110),
        (850, 130),
        (850, 226),
        (760, 240),
        (780, 160),
        (890, 170),
        (874, 262),
    )
    scene.fill(ribbon(tangle, 9), "white")
    x, y = _WHEEL[0] - 74, _WHEEL[1] + 10
    arrow = loop(
        (392, y - 11, "c"),
        (x - 46, y - 11, "c"),
        (x - 46, y - 36, "c"),
        (x, y, "c"),
        (x - 46, y + 36, "c"),
        (x - 46, y + 11, "c"),
        (392, y + 11, "c"),
    )
    scene.fill(arrow, "coral")


def _student(scene: Scene) -> None:
    """Draw the student, who points at her arrow and speaks to the class."""
    who = Figure(scene, CAST["yara"], (190, 762), (196, 574), 1.24, 1, 4, head_at=(6, -78))
    rod(scene, (352, 560), (520, 358), 12, "mustard", 6)
    who.leg("far", (226, _FLOOR), straight=True)
    who.leg("near", (152, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head("talk", 4, mouth="grin")
    who.grip("far", (352, 560), -50, elbow=(306, 668))
    who.arm("near", (150, 756), "relax", 84, elbow=(106, 672))


def _desk(scene: Scene, x: float) -> None:
    for foot in (x - 142, x - 40):
        rod(scene, (foot, _DESK + 16), (foot, _FLOOR - 4), 13, "mustard", 6)
    scene.shape(
        loop(
            (x - 168, _DESK, "c"),
            (x - 20, _DESK, "c"),
            (x - 24, _DESK + 24, "c"),
            (x - 164, _DESK + 24, "c"),
        ),
        "brown",
        7.5,
    )


def _chair(scene: Scene, x: float) -> None:
    for foot in (x - 34, x + 48):
        rod(scene, (foot, 880), (foot, _FLOOR - 4), 13, "mustard", 6)
    rod(scene, (x + 50, 874), (x + 66, 770), 15, "mustard", 6.5)
    rod(scene, (x - 44, 876), (x + 56, 876), 18, "mustard", 6.5)


def _pupil(scene: Scene, person: Person, x: float, k: float, lean: float) -> Figure:
    """Draw a boss in a school desk, knees against the top, up to the neck."""
    _chair(scene, x)
    who = Figure(
        scene,
        person,
        (x, 856),
        (x - lean, 856 - 150 * k),
        k,
        -1,
        6,
        head_at=(-6 - lean * 0.4, -64 * k),
    )
    who.leg("far", (x - 104, _FLOOR), knee=(x - 92, 822))
    who.leg("near", (x - 72, _FLOOR), knee=(x - 66, 826))
    who.torso()
    who.neck()
    return who


def _class(scene: Scene) -> None:
    """Draw the bosses from the back row to the front one."""
    bram = _pupil(scene, CAST["bram"].dressed(top_colour="leaf", stripes=None), 916, 0.96, 4)
    bram.head("surprise", 2, gaze=(0.6, -0.8))
    _desk(scene, 916)
    bram.arm("near", (838, 778), "flat", 178, -1, bend=-1)
    gloria = _pupil(scene, CAST["gloria"].dressed(top_colour="teal"), 742, 0.92, 14)
    gloria.head("calm", -4, gaze=(0.6, -0.8))
    _desk(scene, 742)
    gloria.arm("near", (690, 742), "fist", -104, elbow=(672, 792))
    rob = _pupil(scene, CAST["rob"].dressed(top_colour="mustard", tie="navy"), 566, 0.94, 2)
    rob.arm("far", (508, 566), "open", -98, 1, elbow=(494, 672))
    rob.head("happy", -6, gaze=(0.6, -0.6))
    _desk(scene, 566)
    rob.arm("near", (484, 780), "flat", 178, -1, bend=-1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=141, view=(-8, -30, 1030))
    scene.backdrop(
        [
            (40, 640),
            (60, 420),
            (220, 260),
            (520, 220),
            (840, 260),
            (976, 480),
            (960, 860),
            (500, 950),
            (70, 880),
        ],
        "sand",
    )
    _board(scene)
    ground(scene, 24, 984, _FLOOR)
    _class(scene)
    _student(scene)
    mug(scene, 418, 764, 1)
    bird(scene, 900, 50, 0.8, -1, eye="open")
    return scene
