"""Blijf balanceren: four directors on a plank on a ball, and a tiny bird lands on one end."""

import math

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Knot, arc, curve, spline, vec
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, hatch, motion, mug
from samenspel_drawing.regions import ellipse

_CENTRE = (492.0, 722.0)
_TILT = math.radians(-8)
_SCALE = 0.92


def _on(along: float, above: float = 0.0) -> tuple[float, float]:
    """Return a place on the plank: units from its middle, and above its centre-line."""
    above -= along**2 / 440**2 * 16  # the plank sags a little at its ends
    c, s = math.cos(_TILT), math.sin(_TILT)
    return _CENTRE[0] + along * c + above * s, _CENTRE[1] + along * s - above * c


def _ball(scene: Scene) -> None:
    radius, x, y = 136.0, _CENTRE[0] + 6, _CENTRE[1] + 14 + 136
    rim = arc(x, y, radius, 0, 358, 180)
    disc = scene.shape(rim, "white", 8.5)
    pole = (x - 42, y - 36)
    ends = [-75, -10, 52, 110, 165, 222]
    seams = []
    for end in ends:
        ex = x + (radius + 4) * math.cos(math.radians(end))
        ey = y + (radius + 4) * math.sin(math.radians(end))
        bulge = ((pole[0] + ex) / 2 - (ey - pole[1]) * 0.13,
                 (pole[1] + ey) / 2 + (ex - pole[0]) * 0.13)  # fmt: skip
        seams.append(curve(pole, bulge, (ex, ey)))
    for i in (0, 2, 4):
        first, last = ends[i], ends[(i + 1) % 6]
        edge = arc(x, y, radius + 6, first, last if last > first else last + 360, 20)
        panel = np.vstack([seams[i], edge, seams[(i + 1) % 6][::-1]])
        scene.fill(panel, "mustard", clip=disc)
    for seam in seams:
        scene.line(seam, 5.5, (0.8, 0.9), clip=disc)
    scene.shape(ellipse(*pole, 11, 9), "white", 5.5, halo=0)
    ground(scene, 150, 850, y + radius + 2)
    hatch(scene, x + 50, x + 210, y + radius + 2, 7)
    motion(scene, x, y, radius + 26, 150, 178)
    motion(scene, x, y, radius + 44, 155, 172)


def _plank(scene: Scene) -> None:
    knots: list[Knot] = []
    for above, places in ((14, np.linspace(-440, 440, 7)), (-13, np.linspace(440, -440, 7))):
        edge = [_on(float(t), above) for t in places]
        knots += [(*edge[0], "c"), *edge[1:-1], (*edge[-1], "c")]
    scene.shape(spline(knots, True), "sand", 8)
    for a, b in ((-390, -310), (-150, -60), (120, 230), (300, 390)):
        scene.line(curve(_on(a, 2), _on((a + b) / 2, -2), _on(b, 1)), 4.4)
    for above, length in ((-34, 34), (-50, 20)):
        swish = curve(_on(-440 + length * 0.2, above - 8), _on(-425 + length, above))
        scene.line(swish, 4.6, (0.3, 0.3))
    for above, length in ((34, 34), (50, 20)):
        swish = curve(_on(425 - length, above), _on(440 - length * 0.2, above - 6))
        scene.line(swish, 4.6, (0.3, 0.3))


def _stand(
    scene: Scene, name: str, along: float, lean: float, face: float, bow: float = 0, *,
    shift: float = 0, crouch: float = 0, tall: float = 150,
    head_at: tuple[float, float] | None = None,
) -> tuple[Array, Figure]:  # fmt: skip
    """Return the foot point on the plank and a figure of the cast above it."""
    foot = np.array(_on(along, 14))
    hip = (foot[0] + shift, foot[1] - (148 - crouch) * _SCALE)
    neck = (hip[0] + lean, hip[1] - tall * _SCALE)
    person = CAST[name]
    if name == "joris":  # seen from the front his long nose would hang over his mouth
        person = person.styled(nose="bulb")
    return foot, Figure(scene, person, hip, neck, _SCALE, face, bow, head_at=head_at)


def _clinging(scene: Scene, naomi: Figure) -> None:
    """Draw Henk, who crouches and holds on to Naomi's waist."""
    f, henk = _stand(scene, "henk", -26, 30, -1, shift=-4, crouch=46, tall=130, head_at=(-14, -60))
    henk.leg("far", (f[0] - 60, f[1] + 8), knee=(f[0] - 84, f[1] - 70))
    henk.leg("near", (f[0] + 46, f[1] - 7), knee=(f[0] + 78, f[1] - 76), toe=1)
    scene.erase_ink(ellipse(526, 641, 9, 10, 40))  # the crook of the near knee would clot
    henk.torso()
    henk.neck()
    henk.head("worried", -4, gaze=(1, 0.4))
    waist = naomi.at(0.4, 0.1)
    henk.arm("near", waist - vec(26, -6), "flat", -2, elbow=(f[0] + 104, f[1] - 138))


def _flight(scene: Scene) -> None:
    """Draw the way that the bird came, with its loop."""
    way = curve((262, 132), (206, 204), (150, 214), (116, 176), (136, 128), (186, 122), (206, 166),
                (176, 240), (116, 320), (88, 410), (92, 490), (112, 546))  # fmt: skip
    for i in range(0, len(way) - 9, 17):
        scene.line(way[i : i + 9], 5, (0.7, 0.7), wobble=0)


def _crowd(scene: Scene) -> None:
    # Truus throws up her arms: the bird sits on her end
    f, truus = _stand(scene, "truus", -208, 44, -1, -16, shift=8)
    truus.arm("near", (f[0] + 142, f[1] - 336), "open", -66, elbow=(f[0] + 122, f[1] - 236))
    truus.arm("far", (f[0] - 108, f[1] - 262), "open", -150, -1, bend=1)
    truus.leg("far", (f[0] - 36, f[1] + 5))
    truus.leg("near", (f[0] + 24, f[1] - 4), straight=True)
    truus.torso()
    truus.neck()
    truus.head("alarm", 8, gaze=(0.7, 0.9))
    # Naomi stands; Henk clings to her, and she has her coffee
    f, naomi = _stand(scene, "naomi", 146, 6, 1, head_at=(6, -66))
    naomi.leg("far", (f[0] + 24, f[1] - 3), straight=True)
    naomi.leg("near", (f[0] - 22, f[1] + 3), straight=True)
    naomi.torso()
    naomi.neck()
    naomi.head("bliss", -7)
    _clinging(scene, naomi)
    mug(scene, f[0] + 108, f[1] - 222, 1.1)
    naomi.arm("near", (f[0] + 54, f[1] - 214), "fist", -8, bend=-1)
    # Joris is almost off
    f, joris = _stand(scene, "joris", 316, 54, 1, -14, shift=2, head_at=(4, -90))
    joris.arm("far", (f[0] + 124, f[1] - 330), "open", -50, bend=-1, shoulder=joris.at(0.86, 0.3))
    joris.leg("far", (f[0] + 118, f[1] - 92), -40, knee=(f[0] + 70, f[1] - 118))
    joris.leg("near", (f[0] - 4, f[1]))
    joris.torso()
    joris.neck()
    joris.arm("near", (f[0] - 48, f[1] - 362), "open", -106, -1, bend=1)
    joris.head("alarm", 8, view="front", gaze=(-0.7, 0.9))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=11, view=(-27, 40, 1044))
    scene.backdrop(
        [(120, 520), (190, 250), (440, 110), (760, 120), (945, 330), (930, 660), (720, 800),
         (300, 790)], "mist",
    )  # fmt: skip
    _ball(scene)
    _plank(scene)
    _flight(scene)
    bird(scene, *_on(-372, 14), 2.25)
    _crowd(scene)
    return scene
