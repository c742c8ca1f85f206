"""Wees druk met rust: a nap timed to the second and guarded; the next hammock hangs ready."""

from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, cap_on, ground, mug, rod
from samenspel_drawing.regions import ellipse, tube

_FLOOR: Final = 956.0
_POLES: Final = (64.0, 588.0)
_LOW, _HIGH = 566.0, 150.0
"""Where the lower and the upper hammock hang on the poles."""


def _poles(scene: Scene) -> None:
    for x in _POLES:
        rod(scene, (x, 70), (x, _FLOOR - 6), 24, "brown", 8)
        scene.shape(ellipse(x, 62, 21), "mustard", 7)


def _hooks(scene: Scene, y: float) -> None:
    """Draw the rings round the poles, over the hammock's ends."""
    for x in _POLES:
        scene.shape(ellipse(x, y, 17), "mustard", 7)


def _rims(y: float, sag: float) -> tuple[Array, Array, Array]:
    """Return a hammock's far rim, near rim and bottom, each from left to right."""
    (a, b), middle = _POLES, sum(_POLES) / 2
    far = curve(
        (a, y), (190, y + sag * 0.46), (middle, y + sag * 0.62), (470, y + sag * 0.46), (b, y)
    )
    near = curve(
        (a, y + 4),
        (180, y + sag * 0.56),
        (middle, y + sag * 0.76),
        (480, y + sag * 0.56),
        (b, y + 4),
    )
    low = curve(
        (a, y + 8),
        (168, y + sag * 0.78),
        (middle, y + sag * 1.2),
        (490, y + sag * 0.78),
        (b, y + 8),
    )
    return far, near, low


def _near_side(scene: Scene, near: Array, low: Array, colour: str) -> None:
    """Draw the cloth that we see from outside, with its stripes."""
    cloth = scene.shape(np.vstack([near, low[::-1]]), colour, 8.5)
    count = min(len(near), len(low))
    for part in (0.34, 0.66):
        middle = near[:count] * (1 - part) + low[:count] * part
        scene.fill(tube(middle, [4, 15, 4]).region, "white", clip=cloth)


def _empty(scene: Scene) -> None:
    """Draw the upper hammock: it is free, but for the bird."""
    far, near, low = _rims(_HIGH, 150)
    scene.shape(np.vstack([far, low[::-1]]), "sand", 8)
    pillow = Placement((200, _HIGH + 72), 0.9, 1, 22)
    scene.shape(
        pillow.loop((-64, -34), (56, -38), (72, 0), (56, 38), (-64, 34), (-78, 0)), "white", 7
    )
    _near_side(scene, near, low, "teal")
    bird(scene, 344, _HIGH + 116, 1.0, -1)
    _hooks(scene, _HIGH + 2)


def _sock(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw a foot in a striped sports sock, toes up; the origin is the heel."""
    at = Placement((x, y), 1.35, 1, turn)
    sock = scene.shape(
        at.loop(
            (-30, 26),
            (-30, -16),
            (-26, -60),
            (-22, -84),
            (2, -92),
            (18, -78),
            (14, -44),
            (20, -10),
            (20, 34),
        ),
        "white",
        7.5,
    )
    for low in (-4, 14):
        stripe = at.loop(
            (-40, low, "c"), (30, low - 3, "c"), (30, low + 7, "c"), (-40, low + 10, "c")
        )
        scene.fill(stripe, "coral", clip=sock)


def _headband(head: Head) -> None:
    at = head.placement
    band = at.loop(
        (-46, -34, "c"),
        (-34, -54),
        (0, -66),
        (36, -56),
        (48, -36, "c"),
        (46, -18, "c"),
        (20, -36),
        (-10, -38),
        (-40, -22),
        (-50, -6, "c"),
    )
    head.scene.shape(band, "coral", head.width * 0.85)


def _sleeper(scene: Scene) -> None:
    """Draw the sleeper: head on the pillow, one arm over the rim, both feet up at the end."""
    far, near, low = _rims(_LOW, 236)
    scene.shape(np.vstack([far, low[::-1]]), "sand", 8)
    pillow = Placement((164, _LOW + 86), 1.1, 1, 38)
    scene.shape(
        pillow.loop((-70, -40), (60, -44), (76, 0), (60, 44), (-70, 40), (-84, 0)), "white", 7
    )
    _sock(scene, 512, _LOW + 50, 24)
    _sock(scene, 468, _LOW + 74, 20)
    look = CAST["henk"].dressed(top="shirt", top_colour="white", build="belly", tie=None)
    who = Figure(scene, look, (404, _LOW + 168), (262, _LOW + 96), 1.2, 1, 12, head_at=(-62, -44))
    who.torso()
    who.neck()
    head = who.head("bliss", -36, mouth="smile")
    _headband(head)
    _near_side(scene, near, low, "mustard")
    who.arm("near", (300, 872), "relax", 96, 1, elbow=(258, 780), shoulder=(276, 706))
    _hooks(scene, _LOW + 2)


def _stopwatch(scene: Scene, x: float, y: float) -> None:
    scene.shape(ellipse(x, y - 50, 12, 11), "grey", 6)
    scene.shape(ellipse(x, y, 44), "grey", 8)
    scene.shape(ellipse(x, y, 31), "white", 6, halo=0)
    scene.line(curve((x, y + 2), (x + 13, y - 15)), 7, (1, 0.7))


def _coach(scene: Scene) -> None:
    """Draw the coach between nap and queue: one hand stops all, the other holds the watch."""
    person = CAST["karim"].dressed(
        top="sweater", top_colour="leaf", leg_colour="navy", hand_size=1.25
    )
    k = 1.08
    who = Figure(
        scene, person, (752, _FLOOR - 150 * k), (752, _FLOOR - 306 * k), k, 1, -3, head_at=(8, -72)
    )
    who.arm("far", (858, 714), "open", -74, 1, elbow=(812, 748))
    who.leg("far", (780, _FLOOR), straight=True)
    who.leg("near", (720, _FLOOR), straight=True)
    who.torso()
    who.neck()
    head = who.head("stern", 0, view="profile", mouth="none", eye="dot")
    cap_on(head, "coral", 46, 1, 2)
    at = head.placement
    scene.line(curve(at.point(50, 46), at.point(24, 84), who.at(0.62, 0.1)), 5, (0.9, 0.9))
    scene.shape(
        at.loop((38, 34), (66, 32, "c"), (66, 44, "c"), (60, 46), (56, 58), (42, 58)),
        "mustard",
        6,
        halo=0,
    )
    _stopwatch(scene, 656, 628)
    who.arm("near", (666, 694), "fist", -98, elbow=(672, 792))


def _waits(scene: Scene, name: str, x: float, k: float, mood: str, colour: str) -> Figure:
    """Draw somebody on tiptoe who faces left, without the near arm."""
    person = CAST[name].dressed(top_colour=colour, stripes=None)
    y = _FLOOR
    hip = (x, y - 166 * k)
    who = Figure(
        scene, person, hip, (x - 12 * k, hip[1] - 150 * k), k, -1, 4, head_at=(-10 * k, -64 * k)
    )
    who.leg("far", (x - 24 * k, y - 22 * k), -32, straight=True)
    who.leg("near", (x + 28 * k, y - 22 * k), -32, straight=True)
    who.torso()
    who.neck()
    who.head(mood, -4)
    return who


def _pile(scene: Scene, x: float, y: float, sheets: int) -> None:
    """Draw a pile of paper, carried flat before the chest; the origin is its lower left."""
    for i in range(sheets):
        top = y - 13 * i
        shift = (0, 7, -4, 5)[i % 4]
        scene.shape(box_points(x + shift, top - 13, x + 84 + shift, top), "white", 5.5, halo=0)


def _queue(scene: Scene) -> None:
    """Draw the three who hold their breath, the last of them in the door."""
    scene.shape(box_points(1136, 470, 1254, _FLOOR), "white", 8)
    scene.shape(
        loop((1254, 470, "c"), (1300, 440, "c"), (1300, 986, "c"), (1254, _FLOOR, "c")), "brown", 8
    )
    scene.dot(1270, 720, 7)
    bram = _waits(scene, "bram", 1206, 0.80, "worried", "coral")
    _pile(scene, 1124, 806, 4)
    bram.arm("near", (1166, 812), "flat", 180, -1, bend=-1)
    dewi = _waits(scene, "dewi", 1100, 0.80, "sceptic", "navy")
    _pile(scene, 1022, 802, 2)
    dewi.arm("near", (1064, 808), "flat", 180, -1, bend=-1)
    tim = _waits(scene, "tim", 992, 0.84, "alarm", "mustard")
    at = Placement((950, 786), 0.78, 1, -6)
    scene.shape(at.loop((-58, -42, "c"), (58, -42, "c"), (58, 38, "c"), (-58, 38, "c")), "grey", 7)
    scene.fill(at.region(ellipse(0, -4, 11)), "white")
    tim.arm("near", (964, 816), "flat", 184, -1, bend=-1)


def _parked(scene: Scene) -> None:
    """Draw the shoes below the hammock, side by side."""
    for x in (396, 476):
        shoe = Placement((x, _FLOOR - 4), 1.4, 1)
        scene.shape(
            shoe.loop(
                (-24, -34, "c"),
                (-26, -3),
                (-20, 2, "c"),
                (36, 2, "c"),
                (44, -4),
                (38, -14),
                (16, -20),
                (4, -32, "c"),
                (-10, -27),
            ),
            "brown",
            7.5,
        )
        scene.line(shoe.spline([(-24, -6), (8, -6), (42, -7)]), 5)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=101, view=(6, -208, 1318))
    scene.backdrop(
        [
            (20, 620),
            (40, 240),
            (260, -40),
            (700, -20),
            (1080, 150),
            (1230, 480),
            (1210, 860),
            (640, 980),
            (70, 900),
        ],
        "mist",
    )
    ground(scene, 26, 1304, _FLOOR)
    _poles(scene)
    _empty(scene)
    _sleeper(scene)
    _parked(scene)
    mug(scene, 196, 926, 1.15)
    _queue(scene)
    _coach(scene)
    return scene
