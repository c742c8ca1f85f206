"""Blijf balanceren: three grown people on one side of a plank, and a tiny bird tips it."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, arc, curve, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, hatch, mug
from samenspel_drawing.regions import ellipse

_CENTRE: Final = (506.0, 668.0)
_DEGREES: Final = 17.0
_HALF: Final = 470.0
_TOP: Final = 14.0
_BALL: Final = 116.0
_SCALE: Final = 1.16


def _on(along: float, above: float = 0.0) -> tuple[float, float]:
    """Return a place on the plank: units from its middle, and above its centre-line."""
    above -= along**2 / _HALF**2 * 12  # the plank sags a little at its ends
    c, s = math.cos(math.radians(_DEGREES)), math.sin(math.radians(_DEGREES))
    return _CENTRE[0] + along * c + above * s, _CENTRE[1] + along * s - above * c


def _ball(scene: Scene) -> None:
    x, y = _CENTRE[0] + 4, _CENTRE[1] + _TOP + _BALL
    disc = scene.shape(arc(x, y, _BALL, 0, 358, 180), "white", 8.5)
    pole = (x - 36, y - 30)
    ends = [-75, -10, 52, 110, 165, 222]
    seams = []
    for end in ends:
        ex = x + (_BALL + 4) * math.cos(math.radians(end))
        ey = y + (_BALL + 4) * math.sin(math.radians(end))
        bulge = ((pole[0] + ex) / 2 - (ey - pole[1]) * 0.13,
                 (pole[1] + ey) / 2 + (ex - pole[0]) * 0.13)  # fmt: skip
        seams.append(curve(pole, bulge, (ex, ey)))
    for i in (0, 2, 4):
        first, last = ends[i], ends[(i + 1) % 6]
        edge = arc(x, y, _BALL + 6, first, last if last > first else last + 360, 20)
        scene.fill(np.vstack([seams[i], edge, seams[(i + 1) % 6][::-1]]), "mustard", clip=disc)
    for seam in seams:
        scene.line(seam, 5.5, (0.8, 0.9), clip=disc)
    scene.shape(ellipse(*pole, 10, 8), "white", 5.5, halo=0)
    for start in (-28, 152):  # it rolls
        for out in (24, 44):
            scene.line(arc(x, y, _BALL + out, start, start + 66 - out, 12), 5.5, (0.4, 0.4))
    ground(scene, 210, 890, y + _BALL + 2)
    hatch(scene, x + 46, x + 190, y + _BALL + 2, 6)


def _plank(scene: Scene) -> None:
    knots: list[Knot] = []
    for above, places in (
        (_TOP, np.linspace(-_HALF, _HALF, 7)),
        (-_TOP, np.linspace(_HALF, -_HALF, 7)),
    ):
        edge = [_on(float(t), above) for t in places]
        knots += [(*edge[0], "c"), *edge[1:-1], (*edge[-1], "c")]
    scene.shape(spline(knots, True), "sand", 8)
    for a, b in ((-300, -220), (-90, 10), (150, 240), (300, 380)):
        scene.line(curve(_on(a, 2), _on((a + b) / 2, -2), _on(b, 1)), 4.4)


def _landing(scene: Scene) -> None:
    """Draw the way that the bird came, and how the end of the plank gives way under it."""
    end = _on(_HALF - 24, 62)
    way = curve((706, 46), (780, 104), (842, 104), (868, 62), (832, 32), (796, 66), (850, 156),
                (950, 300), (992, 470), (984, 640), (end[0] + 8, end[1] - 44))  # fmt: skip
    for i in range(0, len(way) - 9, 17):
        scene.line(way[i : i + 9], 5, (0.7, 0.7), wobble=0)
    for below, length in ((-38, 62), (-58, 40)):
        dip = curve(_on(_HALF - 10 - length, below), _on(_HALF - 6, below - 4))
        scene.line(dip, 5, (0.2, 0.6))
    for below, length in ((-38, 62), (-58, 40)):
        lift = curve(_on(-_HALF + 6, below), _on(-_HALF + 10 + length, below - 4))
        scene.line(lift, 5, (0.6, 0.2))
    for degrees in (-16, 26):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        x, y = _on(_HALF + 8, 0)
        scene.line(curve((x + 16 * c, y + 16 * s), (x + 46 * c, y + 46 * s)), 6, (0.8, 0.3))


def _astride(scene: Scene, behind: bool) -> None:
    """Draw Ruben, astride the upper end; first the leg that is behind the plank."""
    person = CAST["ruben"].dressed(top="cardigan", top_colour="mustard", leg_colour="brown")
    hip, neck = _on(-385, 52), _on(-470, 196)
    ruben = Figure(scene, person, hip, neck, _SCALE, 1, -6, head_at=(14, -72))
    if behind:
        ruben.leg("far", _on(-262, -96), -8, knee=_on(-280, 22), hip=0.3)
        return
    ruben.torso()
    ruben.neck()
    ruben.head("alarm", 6, gaze=(1, 0.7), mouth="wobble")
    ruben.leg("near", _on(-352, -118), -4, knee=_on(-302, 40), over=True)
    ruben.grip("near", _on(-270, 8), _DEGREES, elbow=_on(-392, 88), soft=0.4)


def _steps_up(scene: Scene) -> None:
    """Draw Bram, who corrects: one great step uphill, flat on his soles."""
    look = CAST["bram"].styled(nose="bulb").dressed(top="jacket", top_colour="teal", stripes=None)
    f = np.array(_on(-128, _TOP))
    bram = Figure(scene, look, (f[0] + 6, f[1] - 156), (f[0] - 40, f[1] - 320), _SCALE, -1, -10,
                  head_at=(-10, -74))  # fmt: skip
    bram.arm("far", (f[0] - 122, f[1] - 462), "open", -110, 1, elbow=(f[0] - 124, f[1] - 352))
    bram.leg("far", _on(-196, _TOP), 17, knee=(f[0] - 66, f[1] - 92))
    bram.leg("near", _on(-78, _TOP), 17, straight=True)
    bram.torso()
    bram.neck()
    bram.head("focus", -8, gaze=(-0.6, 0))
    bram.arm("near", (f[0] + 96, f[1] - 346), "open", -64, 1, elbow=(f[0] + 78, f[1] - 250))


def _sipping(scene: Scene) -> None:
    """Draw Samira, upright above the ball, with her coffee."""
    f = np.array(_on(94, _TOP))
    hip = (f[0], f[1] - 148 * _SCALE)
    samira = Figure(scene, CAST["samira"].dressed(leg_colour="brown"), hip,
                    (hip[0] + 2, hip[1] - 150 * _SCALE), _SCALE, 1)  # fmt: skip
    samira.leg("far", _on(124, _TOP), 17, straight=True)
    samira.leg("near", _on(66, _TOP), 17, straight=True)
    samira.torso()
    samira.neck()
    samira.head("calm", 4, eye="half", mouth="flat", gaze=(1, 0.6))
    mug(scene, f[0] + 112, f[1] - 270, 1.25)
    samira.arm("near", (f[0] + 54, f[1] - 262), "fist", -4)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=11, view=(-12, -12, 1056))
    scene.backdrop(
        [(110, 560), (150, 250), (420, 90), (760, 130), (930, 400), (880, 700), (700, 830),
         (300, 820)], "mist",
    )  # fmt: skip
    _ball(scene)
    _astride(scene, behind=True)
    _plank(scene)
    _landing(scene)
    bird(scene, *_on(_HALF - 24, _TOP), 1.3, -1, degrees=_DEGREES)
    _astride(scene, behind=False)
    _steps_up(scene)
    _sipping(scene)
    return scene
