"""Blijf balanceren: a tiny bird lands on the tip of a plank, and grown people slide."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Knot, arc, curve, spline
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, hatch, mug
from samenspel_drawing.regions import ellipse

_CENTRE: Final = (470.0, 668.0)
_DEGREES: Final = 17.0
_HALF: Final = 450.0
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
    ground(scene, 170, 850, y + _BALL + 2)
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
                (934, 300), (966, 470), (950, 610), (end[0] + 8, end[1] - 44))  # fmt: skip
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


def _figure(
    scene: Scene, person: Person, along: float, lean: float, face: float, bow: float = 0, *,
    shift: float = 0, drop: float = 0, head_at: tuple[float, float] | None = None,
) -> tuple[Array, Figure]:  # fmt: skip
    """Return the foot point on the plank and a figure above it, its neck `lean` to the right."""
    foot = np.array(_on(along, _TOP))
    hip = (foot[0] + shift, foot[1] - (148 - drop) * _SCALE)
    neck = (hip[0] + lean, hip[1] - 150 * _SCALE)
    return foot, Figure(scene, person, hip, neck, _SCALE, face, bow, head_at=head_at)


def _holding_on(scene: Scene) -> None:
    """Draw Joris, flat on his belly, who has got hold of the upper end."""
    person = CAST["joris"].styled(nose="bulb")
    hip, neck = _on(-196, 68), _on(-344, 92)
    joris = Figure(scene, person, hip, neck, _SCALE, -1, 8, head_at=(-36, -74))
    joris.leg("far", _on(-62, 50), 106, knee=_on(-132, 80), toe=1)
    joris.leg("near", _on(-40, 40), 100, knee=_on(-120, 56), toe=1)
    joris.torso()
    joris.neck()
    joris.head("alarm", -4, gaze=(-1, 0.6))
    joris.grip("near", _on(-_HALF + 24, 2), _DEGREES, elbow=_on(-372, 62))


def _tiptoe(scene: Scene) -> None:
    """Draw Bram, who leans uphill on his toes."""
    look = CAST["bram"].styled(nose="bulb").dressed(top="jacket", top_colour="teal", stripes=None)
    f, bram = _figure(scene, look, 36, -60, 1, 14, shift=-20, drop=-22)
    bram.arm("far", (f[0] + 70, f[1] - 530), "open", -64, -1, elbow=(f[0] + 62, f[1] - 404))
    bram.leg("far", (f[0] + 44, f[1] - 12), 52)
    bram.leg("near", (f[0] - 14, f[1] - 30), 52)
    bram.torso()
    bram.neck()
    bram.head("strain", -14)
    bram.arm("near", (f[0] - 216, f[1] - 470), "open", -140)


def _sipping(scene: Scene) -> None:
    """Draw Samira, upright beside the bird, with her coffee."""
    f, samira = _figure(scene, CAST["samira"].dressed(leg_colour="brown"), 250, 2, 1)
    samira.leg("far", (f[0] + 30, f[1] + 10), 17, straight=True)
    samira.leg("near", (f[0] - 26, f[1] - 8), 17, straight=True)
    samira.torso()
    samira.neck()
    samira.head("calm", 4, eye="half", mouth="flat", gaze=(1, 0.6))
    mug(scene, f[0] + 112, f[1] - 270, 1.25)
    samira.arm("near", (f[0] + 54, f[1] - 262), "fist", -4)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=11, view=(0, 0, 1000))
    scene.backdrop(
        [(110, 560), (150, 250), (420, 90), (760, 130), (930, 400), (880, 700), (700, 830),
         (300, 820)], "mist",
    )  # fmt: skip
    _ball(scene)
    _plank(scene)
    _landing(scene)
    bird(scene, *_on(_HALF - 24, _TOP), 1.12, -1, degrees=_DEGREES)
    _holding_on(scene)
    _tiptoe(scene)
    _sipping(scene)
    return scene
