"""Wees druk met rust: everybody sprints, one rests at top level, coached to the second."""

import math
from typing import Final

import numpy as np

from samenspel.cartoon.cast import CAST
from samenspel.cartoon.figures import Figure
from samenspel.cartoon.geometry import Array, Placement, curve, loop, spline
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.props import bird, ground, mug
from samenspel.cartoon.regions import area_of, ellipse, tube

_FLOOR: Final = 950.0
_BACK: Final = 428.0
"""The floor far behind, where the others run."""


def _cabinet(scene: Scene, x: float, top: float, flip: float) -> None:
    """Draw a filing cabinet that bursts; its middle at x."""
    at = Placement((x, _FLOOR), 1.0, flip)
    high = _FLOOR - top
    for turn, dx, up in ((-18, -34, 26), (10, 6, 40), (24, 40, 22)):
        _sheet(scene, x + dx * flip, top - up, turn * flip, 0.95)
    body = at.loop((-74, -high, "c"), (74, -high, "c"), (74, 0, "c"), (-74, 0, "c"))
    scene.shape(body, "navy", 8.5)
    drawer = (high - 20) / 4
    for i in range(4):
        y = -high + 12 + i * drawer
        out = (0, 20, 0, 10)[i]
        if out:
            for turn, dx in ((-14, -30), (8, 12)):
                place = at.point(dx + out, y - 8)
                _sheet(scene, float(place[0]), float(place[1]), turn * flip, 0.7)
        front = at.loop((-62 + out, y, "c"), (62 + out, y, "c"), (62 + out, y + drawer - 12, "c"),
                        (-62 + out, y + drawer - 12, "c"))  # fmt: skip
        scene.shape(front, "shine" if out else "teal", 7)
        knob = at.loop((-18 + out, y + 28), (18 + out, y + 28), (16 + out, y + 40),
                       (-16 + out, y + 40))  # fmt: skip
        scene.shape(knob, "white", 5, halo=0)


def _sheet(scene: Scene, x: float, y: float, turn: float, size: float, lines: int = 2) -> None:
    at = Placement((x, y), size, 1, turn)
    page = at.loop((-26, -34, "c"), (0, -38), (28, -32, "c"), (24, 0), (28, 36, "c"), (0, 32),
                   (-26, 36, "c"), (-30, 2))  # fmt: skip
    scene.shape(page, "white", 6)
    for i in range(lines):
        scene.line(at.spline([(-14, -14 + i * 16), (0, -17 + i * 16), (14, -13 + i * 16)]), 4.5)


def _runner(
    scene: Scene, name: str, x: float, size: float, **head: object
) -> Figure:
    """Draw somebody who sprints to the right with a pile of paper."""
    hip = (x, _BACK - 152 * size)
    who = Figure(scene, CAST[name], hip, (x + 56 * size, hip[1] - 138 * size), size, 1, -6)
    who.arm("far", (x + 150 * size, hip[1] - 70 * size), "fist", -70, bend=1)
    who.leg("far", (x + 128 * size, _BACK - 36 * size), -34, knee=(x + 92 * size, hip[1] + 26 * size))
    who.leg("near", (x - 124 * size, _BACK - 74 * size), 78, knee=(x - 22 * size, hip[1] + 86 * size))
    who.torso()
    who.neck()
    who.head(**head)  # type: ignore[arg-type]
    return who


def _runners(scene: Scene) -> None:
    for name, x, size, mood in (("rob", 190, 0.62, "alarm"), ("samira", 440, 0.6, "grit"),
                                ("joris", 700, 0.64, "shout")):
        who = _runner(scene, name, x, size, expression=mood, tilt=8)
        _sheet(scene, x + 92 * size, who.hip[1] - 66 * size, 14, 0.9)
        who.arm("near", (x + 66 * size, who.hip[1] - 44 * size), "flat", -10, bend=1)
        for i in range(3):
            y = _BACK - (160 - i * 50) * size
            scene.line(curve((x - 130 * size, y), (x - 200 * size, y + 2)), 5, (0.2, 0.3))


def _hammock() -> tuple[Array, Array]:
    back = curve((214, 500), (300, 640), (470, 716), (640, 690), (786, 520))
    front = curve((214, 508), (280, 700), (460, 800), (660, 760), (786, 528))
    return back, front


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=101, view=(0, 0, 1000))
    scene.backdrop(
        [(40, 600), (70, 260), (280, 80), (620, 60), (900, 150), (970, 480), (930, 820), (500, 900),
         (100, 860)], "mist",
    )  # fmt: skip
    _runners(scene)
    _cabinet(scene, 120, 470, 1)
    _cabinet(scene, 880, 490, -1)
    back, front = _hammock()
    scene.shape(np.vstack([back, front[::-1]]), "mustard", 8)
    who = Figure(scene, CAST["truus"].styled(glasses=None), (500, 690), (370, 640), 1.1, 1, 10, head_at=(-56, -44))
    who.torso()
    who.neck()
    who.head("bliss", -52)
    scene.shape(np.vstack([curve((240,600),(300, 690), (470, 730), (640, 710), (786, 520)), front[::-1]]), "mustard", 8)
    ground(scene, 40, 960, _FLOOR)
    mug(scene, 330, 920, 1)
    bird(scene, 520, 700, 1)
    return scene
