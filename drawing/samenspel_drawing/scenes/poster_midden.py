"""The poster's shared centre, seen from above: five bring a piece, and together it is one table."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from samenspel_drawing.geometry import Placement, curve, spline
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.palette import BLUSH_OF
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird
from samenspel_drawing.regions import capsule, ellipse, tube, union_of

_CENTRE: Final = (500.0, 486.0)
_RADIUS: Final = 274.0
"""From the middle to a corner."""
_TURNS: Final = (90.0, 162.0, 234.0, 306.0, 18.0)
"""Where the five stand round the table, in degrees; the first still pushes her piece in."""
_COLOURS: Final = ("coral", "navy", "mustard", "teal", "leaf")
_OUT: Final = 68.0
"""How far the last piece is still outside."""


def _place(turn: float, far: float) -> tuple[float, float]:
    a = math.radians(turn)
    return _CENTRE[0] + far * math.cos(a), _CENTRE[1] + far * math.sin(a)


def _table(scene: Scene) -> None:
    """Draw the five pieces, each with the edge of a table top and a mug of its own."""
    for turn, colour in list(zip(_TURNS, _COLOURS, strict=True))[::-1]:
        shift = _OUT if turn == _TURNS[0] else 0.0
        for radius, paint in ((_RADIUS, "brown"), (_RADIUS - 26, colour)):
            side = _place(turn - 36, radius), _place(turn + 36, radius)
            knots = [(x, y + shift, "c") for x, y in (_CENTRE, *side)]
            scene.shape(spline(knots, True), paint, 8.5 if paint == "brown" else 6)
        x, y = _place(turn - 15, 150)
        _sheet(scene, x, y + shift, turn)
        x, y = _place(turn + 11, 111)
        _mug(scene, x, y + shift, turn)


def _mug(scene: Scene, x: float, y: float, turn: float) -> None:
    at = Placement((x, y), 0.94, 1, turn - 90)
    scene.shape(at.region(ellipse(30, 6, 12, 10)), "white", 6.5, halo=0)
    scene.shape(at.region(ellipse(0, 0, 28)), "white", 7)
    scene.shape(at.region(ellipse(0, 0, 18)), "brown", 5, halo=0)


def _sheet(scene: Scene, x: float, y: float, turn: float) -> None:
    at = Placement((x, y), 0.94, 1, turn - 82)
    scene.shape(at.loop((-24, -32, "c"), (24, -32, "c"), (24, 32, "c"), (-24, 32, "c")), "white",
                6.5)  # fmt: skip
    for line in (-12, 4):
        scene.line(at.spline([(-13, line), (13, line)]), 5, (0.9, 0.6), wobble=0)


# ---- people from above ----------------------------------------------------------------------

Crown = Callable[[Scene, Placement], None]


def _scarf(scene: Scene, at: Placement) -> None:
    scene.shape(at.loop((0, -50), (42, -38), (58, 4), (66, 50), (84, 92, "c"), (30, 104), (0, 108),
                        (-30, 104), (-84, 92, "c"), (-66, 50), (-58, 4), (-42, -38)),
                "teal", 8)  # fmt: skip
    for s in (-1, 1):
        scene.line(at.spline([(18 * s, -30), (34 * s, 10), (46 * s, 74)]), 5.5)
    scene.line(at.spline([(0, 40), (4, 66), (0, 92)]), 5.5)


def _curls(scene: Scene, at: Placement) -> None:
    around = [ellipse(46 * math.cos(a), 6 + 46 * math.sin(a), 22)
              for a in np.radians(np.arange(0, 360, 40))]  # fmt: skip
    scene.shape(at.region(union_of([ellipse(0, 6, 48), *around])), "grey", 8)
    for x, y, turn in ((-16, -16, -30), (20, 8, 70), (-18, 28, -140)):
        curl = at.inner(x, y, degrees=turn)
        scene.line(curl.spline([(-16, 6), (-4, -6), (12, 2)]), 5.5, (0.8, 0.4))


def _tail(scene: Scene, at: Placement) -> None:
    scene.shape(at.loop((-10, 44), (-24, 90), (-6, 132, "c"), (20, 116), (24, 80), (12, 44)),
                "brown", 8)  # fmt: skip
    scene.shape(at.loop((0, -42), (46, -30), (58, 10), (40, 50), (0, 62), (-40, 50), (-58, 10),
                        (-46, -30)), "brown", 8)  # fmt: skip
    for s in (-1, 0, 1):
        scene.line(at.spline([(24 * s, -34), (20 * s, 6), (6 * s, 46)]), 5)
    scene.shape(at.region(ellipse(0, 56, 15, 10)), "coral", 6, halo=0)


def _wreath(scene: Scene, at: Placement) -> None:
    tufts = [at.region(capsule((44 * math.cos(a), 10 + 44 * math.sin(a)),
                               (74 * math.cos(a), 10 + 74 * math.sin(a)), 30, 10))
             for a in np.radians(np.arange(-10, 191, 25))]  # fmt: skip
    scene.shape(union_of(tufts), "grey", 7)
    scene.shape(at.region(ellipse(0, 4, 52, 56)), "skin1", 8)
    scene.line(at.spline([(-14, -4), (0, -12), (16, -6)]), 5)


def _bob(scene: Scene, at: Placement) -> None:
    scene.solid(at.loop((0, -50), (50, -40), (64, 6), (58, 50), (0, 66), (-58, 50), (-64, 6),
                        (-50, -40)))  # fmt: skip
    scene.cut_in(at.loop((-40, -14), (-14, -34), (26, -34), (0, -20), (-26, -4)), "shine")


def _person(scene: Scene, turn: float, far: float, skin: str, cloth: str, legs: str, crown: Crown,
            k: float = 1.0) -> None:  # fmt: skip
    """Draw somebody from above who leans into a piece with both hands."""
    at = Placement(_place(turn, far), k, 1, turn - 90)
    for foot, knee, x in (((34, 124), (36, 80), 30), ((-40, 96), (-36, 66), -30)):
        scene.solid(at.region(ellipse(foot[0], foot[1] + 10, 21, 34)))
        leg = tube(at.spline([(x, 24), knee, foot]), [52 * k, 44 * k, 40 * k])
        scene.shape(leg.region, legs, 7.5)
    for s in (-1, 1):
        hand = Placement(at.point(54 * s, -108), k * 1.2, s, turn - 90 - 90 * s - 14 * s)
        pose = hand_pose("flat")
        scene.shape(hand.region(pose.region), skin, 7.5, halo=2)
        for crease in pose.creases:
            scene.line(hand.spline(crease), 5, (0.4, 0.3), wobble=0.3)
        arm = tube(at.spline([(68 * s, 26), (88 * s, -22), (72 * s, -70), (56 * s, -104)]),
                   [54 * k, 46 * k, 40 * k, 36 * k])  # fmt: skip
        scene.shape(arm.region, cloth, 8)
    scene.shape(at.loop((0, -16), (66, -6), (96, 22), (70, 58), (0, 66), (-70, 58), (-96, 22),
                        (-66, -6)), cloth, 8)  # fmt: skip
    for s in (-1, 1):
        scene.shape(at.region(ellipse(56 * s, 0, 13, 16)), skin, 7, halo=0)
    scene.shape(at.region(ellipse(0, 0, 54, 58)), skin, 8)
    scene.shape(at.region(ellipse(0, -58, 21, 27)), skin, 8)
    scene.fill(at.region(ellipse(0, -70, 13, 11)), BLUSH_OF[skin])
    crown(scene, at)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=121, view=(-22, -22, 1044))
    rim = [(500 + 468 * math.cos(a), 500 + 468 * math.sin(a))
           for a in np.radians(np.arange(0, 360, 30))]  # fmt: skip
    scene.backdrop(rim, "mist")
    _table(scene)
    bird(scene, 500, 484, 0.94, eye="open")
    for s in (-1, 1):
        for x, y in ((190, 716), (216, 744)):
            scene.line(curve((500 + x * s, y), (500 + (x + 6) * s, y + 40)), 6, (0.4, 0.3))
    _person(scene, 162, 314, "skin2", "mustard", "brown", _scarf)
    _person(scene, 234, 318, "skin3", "navy", "grey", _curls)
    _person(scene, 306, 318, "skin1", "white", "navy", _tail)
    _person(scene, 18, 318, "skin1", "brown", "teal", _wreath)
    _person(scene, 90, 358, "skin2", "white", "teal", _bob, 0.8)
    return scene
