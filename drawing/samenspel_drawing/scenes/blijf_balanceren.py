"""Blijf balanceren: a tiny bird lifts a heavy man; she stands like a heron."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, arc, curve, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug
from samenspel_drawing.regions import ellipse

_CENTRE: Final = (506.0, 668.0)
_DEGREES: Final = 11.5
_HALF: Final = 470.0
_TOP: Final = 14.0
_BALL: Final = 116.0
_SCALE: Final = 1.16


def _on(along: float, above: float = 0.0) -> tuple[float, float]:
    """Return a place on the plank: units from its middle, and above its centre-line."""
    above -= along**2 / _HALF**2 * (36 if along > 0 else 10)  # it gives way under the bird
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
    for below, length in ((-38, 84), (-58, 62), (-78, 40)):
        dip = curve(_on(_HALF - 10 - length, below), _on(_HALF - 6, below - 4))
        scene.line(dip, 5, (0.2, 0.6))
    for below, length in ((-38, 62), (-58, 40)):
        lift = curve(_on(-_HALF + 6, below), _on(-_HALF + 10 + length, below - 4))
        scene.line(lift, 5, (0.6, 0.2))


def _teeters(scene: Scene) -> None:
    """Draw Henk, whom the bird lifts: on one leg, the other and both arms flung out."""
    f = np.array(_on(-298, _TOP))
    look = CAST["henk"].dressed(tie=None)
    who = Figure(scene, look, (f[0] + 2, f[1] - 150), (f[0] + 50, f[1] - 318), _SCALE, 1, 10,
                 head_at=(22, -66))  # fmt: skip
    who.arm("far", (f[0] + 158, f[1] - 380), "open", -74, 1, elbow=(f[0] + 146, f[1] - 270))
    who.leg("far", _on(-308, _TOP), _DEGREES, straight=True)
    who.leg("near", (f[0] - 184, f[1] - 96), 74, knee=(f[0] - 72, f[1] - 66))
    who.torso()
    x, y = (float(c) for c in who.at(0.9, 0.3))
    at = Placement((x, y), 1.0, 1, 34)
    scene.shape(at.loop((-2, -9, "c"), (66, -24, "c"), (128, -8), (156, -16, "c"), (130, 18, "c"),
                        (66, 16), (-2, 9, "c")), "mustard", 6.5)  # fmt: skip
    scene.shape(at.loop((-14, -12, "c"), (12, -14, "c"), (12, 14, "c"), (-14, 12, "c")), "mustard",
                6.5)  # fmt: skip
    who.neck()
    who.head("alarm", 10, gaze=(1, 1))
    who.arm("near", (f[0] - 116, f[1] - 366), "open", -126, -1, elbow=(f[0] - 62, f[1] - 262))


def _heron(scene: Scene) -> None:
    """Draw Naomi, still as a heron above the ball, leaning uphill: cup and saucer stay level."""
    f = np.array(_on(76, _TOP))
    lean = f[0] - 18
    look = CAST["naomi"].dressed(top="cardigan", top_colour="leaf", stripes=None, build="slim",
                                  leg_colour="mustard", thigh=104, shin=100)
    who = Figure(scene, look, (f[0] - 10, f[1] - 224), (lean, f[1] - 386), 1.1, 1,
                 head_at=(14, -80))  # fmt: skip
    saucer = (lean + 122, f[1] - 330)
    who.arm("far", (saucer[0] - 34, saucer[1] + 14), "flat", -6, elbow=(lean + 56, f[1] - 252))
    scene.shape(ellipse(*saucer, 46, 10), "white", 6.5)
    who.leg("far", (f[0] + 44, f[1] - 92), 40, knee=(f[0] + 112, f[1] - 206), shoe="pump")
    who.leg("near", _on(72, _TOP), _DEGREES, knee=(f[0] + 22, f[1] - 122), shoe="pump")
    who.torso()
    who.neck()
    who.head("calm", 0, eye="closed", mouth="smile")
    mug(scene, lean + 116, f[1] - 410, 1.2)
    who.arm("near", (lean + 62, f[1] - 404), "fist", -8, elbow=(lean - 38, f[1] - 286))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=11, view=(-12, -12, 1056))
    scene.backdrop(
        [(110, 560), (150, 250), (420, 90), (760, 130), (930, 400), (880, 700), (700, 830),
         (300, 820)], "mist",
    )  # fmt: skip
    _ball(scene)
    _plank(scene)
    _landing(scene)
    bird(scene, *_on(_HALF - 34, _TOP), 1.5, -1, degrees=_DEGREES)
    _teeters(scene)
    _heron(scene)
    return scene
