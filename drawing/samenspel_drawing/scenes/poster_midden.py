"""The poster's shared centre: five people in one enormous jumper; the bird has its loose thread."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from shapely.geometry import LineString

from samenspel_drawing import limbs
from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import (
    Knot,
    Knots,
    Placement,
    arc_lengths,
    curve,
    loop,
    normals,
    spline,
    vec,
)
from samenspel_drawing.hair_views import View
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug
from samenspel_drawing.regions import ellipse, tube

_STRIPES: Final = ("mustard", "teal", "leaf", "navy", "coral")
"""From the collars down; the last is the hem, and so the thread's colour."""

_FLOOR: Final = 918.0
_HEM: Final = 770.0
_FRAYED: Final = 640.0
"""Right of here the hem is gone: the bird has it."""

_LAUGHS: Final = Expression((-8, -10), (-8, 10), "smile", "grin")
_SQUEEZED: Final = Expression((-12, -18), (-12, 18), "wide", "o")
_PROUD: Final = Expression((-10, -6), (-10, 6), "closed", "smile")
_ITCHES: Final = Expression((-10, -18), (-10, 18), "squeeze", "wobble")
_RESOLUTE: Final = Expression((4, 14), (4, -14), "dot", "flat")


@dataclass(frozen=True, slots=True)
class _One:
    """One of the five: who, the collar's middle, the head's middle, its size and its turn."""

    person: Person
    collar: tuple[float, float]
    head: tuple[float, float]
    scale: float
    face: float
    mood: Expression
    trousers: str
    tilt: float = 0
    gaze: tuple[float, float] = (0, 0)
    view: View = "three-quarter"


_FIVE: Final = (
    _One(CAST["naomi"], (196, 512), (180, 404), 1.34, -1, _LAUGHS, "brown", 6),
    _One(CAST["mees"], (345, 536), (344, 452), 1.16, 1, _SQUEEZED, "teal", 0, (0.8, -0.9)),
    _One(CAST["willem"].styled(glasses=None), (494, 398), (484, 272), 1.42, 1, _ITCHES, "navy", -8),
    _One(CAST["karim"], (664, 476), (666, 368), 1.3, 1, _PROUD, "brown", 5, view="front"),
    _One(CAST["ineke"], (822, 524), (828, 424), 1.3, 1, _RESOLUTE, "teal", -6, (1, -0.7)),
)


def _legs(scene: Scene) -> None:
    """Draw the ten legs, no two pairs in step."""
    steps = ((236, -34, 8), (372, -26, 26), (500, -30, 30), (618, -20, 30), (744, -16, 44))
    for one, (x, left, right) in zip(_FIVE, steps, strict=True):
        who = Figure(scene, one.person, (x, 740), (x, 600), 1.3)
        for dx, aside, toe in ((left, -14, -1), (right, 14, 1)):
            foot = Placement((x + dx + aside, _FLOOR), 1.2, toe)
            who.shoe(foot)
            leg = tube(curve((x + dx * 0.8, 720), (x + dx + aside * 0.4, 930)), [58, 44])
            scene.shape(leg.region.difference(foot.region(ellipse(0, 20, 90, 24))),
                        one.trousers, 7.5)  # fmt: skip


def _sleeve(scene: Scene, person: Person, knots: Knots, pose: str, flip: float) -> None:
    """Draw one of the two sleeves with the hand that found it."""
    centre = spline(knots)
    who = Figure(scene, person, (500, 800), (500, 600), 1.5)
    way = centre[-1] - centre[-6]
    limbs.draw_hand(who, centre[-1], pose, float(np.degrees(np.arctan2(way[1], way[0]))), flip)
    limb = tube(centre, [136, 112, 88, 78], end_cap=False)
    cloth = scene.shape(limb.outline, _STRIPES[0], 9)
    along, (across, _) = arc_lengths(limb.centre), normals(limb.centre, closed=False)
    wide = along[-1] / len(_STRIPES)
    for i, colour in enumerate(_STRIPES):
        here = (along >= wide * i - 4) & (along <= wide * (i + 1) + 4)
        band = LineString(limb.centre[here]).buffer(90, cap_style="flat")
        scene.fill(band, colour, clip=cloth)
    for i in range(1, len(_STRIPES)):
        k = int(np.searchsorted(along, wide * i))
        seam = spline([limb.centre[k] - across[k] * 80, limb.centre[k] + across[k] * 80])
        scene.line(seam, 6, (1, 1), clip=cloth)


def _jumper(scene: Scene) -> None:
    """Draw the jumper's body: five stripes, the hem gone at the right."""
    neck: list[Knot] = [(110, 590), (128, 540), (196, 508), (270, 532), (345, 536), (410, 470),
                        (500, 398), (586, 436), (662, 468), (736, 502), (812, 516), (872, 546),
                        (892, 596)]  # fmt: skip
    low: list[Knot] = [(904, 680), (876, _HEM - 20, "c"), (500, _HEM + 4), (124, _HEM - 20, "c"),
                       (96, 680)]  # fmt: skip
    body = scene.shape(spline([*neck, *low], True), _STRIPES[0], 9)
    for top, colour in ((556.0, "teal"), (628.0, "leaf"), (700.0, "navy")):
        edge = curve((60, top - 20), (500, top + 4), (940, top - 20))
        scene.fill(np.vstack([edge, [[940, 900], [60, 900]]]), colour, clip=body)
    for top in (556.0, 628.0, 700.0):
        edge = curve((60, top - 20), (500, top + 4), (940, top - 20))
        scene.line(edge, 6, (1, 1), clip=body.buffer(-2))
    _hem(scene)


def _hem(scene: Scene) -> None:
    """Draw the ribbed hem up to where it has come undone, and stitches left without it."""
    hem = loop((126, _HEM - 24, "c"), (380, _HEM - 4), (_FRAYED, _HEM - 2, "c"),
               (_FRAYED - 6, _HEM + 52, "c"), (380, _HEM + 50), (134, _HEM + 30, "c"))  # fmt: skip
    rib = scene.shape(hem, _STRIPES[-1], 9)
    for x in range(170, int(_FRAYED) - 20, 44):
        scene.line(curve((x, _HEM - 30), (x + 2, _HEM + 56)), 6, (1, 1), clip=rib)
    for x in range(int(_FRAYED) + 22, 870, 40):  # the row of stitches from which it came
        y = _HEM - 2 - (x - _FRAYED) * 0.07
        scene.shape(ellipse(x, y + 10, 14, 19), _STRIPES[3], 7)
        scene.shape(ellipse(x, y + 12, 4, 8), "white", 4.8, halo=0)


def _thread(scene: Scene, end: tuple[float, float]) -> None:
    """Draw the thread from the hem to the bird, still crimped by its stitches."""
    way = spline([(_FRAYED - 8, _HEM + 38), (720, 838), (840, 826), (950, 760), (1024, 640),
                  (1040, 500), (1030, 380), (1006, 270), end])  # fmt: skip
    along, (across, _) = arc_lengths(way), normals(way, closed=False)
    fade = np.minimum(1, (along[-1] - along) / 260)
    crimped = way + across * (15 * fade * np.sin(along / 13))[:, None]
    scene.shape(tube(crimped, [15, 15], step=2).region, _STRIPES[-1], 6, halo=4, wobble=0)


def _collar(scene: Scene, one: _One) -> None:
    """Draw one collar with the neck in it."""
    k, (x, y) = one.scale, one.collar
    at = Placement((x, y), k)
    scene.shape(at.region(ellipse(0, -14, 44, 17)), "brown", 7)
    neck = tube(curve((x, y + 4), one.head), [40 * k, 40 * k])
    scene.shape(neck.region, one.person.skin, 7)
    front = at.loop((-45, -18, "c"), (-20, -4), (20, -4), (45, -18, "c"), (52, 16, "c"),
                    (22, 32), (-22, 32), (-52, 16, "c"))  # fmt: skip
    roll = scene.shape(front, _STRIPES[0], 8)
    for dx in (-26, 0, 26):
        scene.line(at.spline([(dx, -12), (dx * 1.14, 36)]), 5.5, (1, 1), clip=roll)


def _faces(scene: Scene) -> None:
    for i in (2, 0, 4, 3, 1):
        one = _FIVE[i]
        _collar(scene, one)
        Head(scene, one.person.head, vec(*one.head), skin=one.person.skin, scale=one.scale,
             face=one.face, tilt=one.tilt, expression=one.mood, gaze=one.gaze,
             view=one.view).draw()  # fmt: skip


def _thief(scene: Scene, x: float, y: float) -> None:
    """Draw the bird that flies off, the thread in its beak."""
    at = Placement((x, y), 2.0, 1, -24)
    far = at.loop((2, -62, "c"), (-6, -94), (4, -124, "c"), (18, -98), (18, -62, "c"))
    scene.shape(far, "coral", 7.5)
    tip = at.point(38, -46)
    _thread(scene, (float(tip[0]), float(tip[1])))
    bird(scene, x, y, 2.0, 1, eye="open", degrees=-24)
    near = at.loop((-26, -42, "c"), (-52, -74), (-64, -112, "c"), (-38, -104), (-30, -94, "c"),
                   (-14, -84), (-8, -70, "c"), (0, -52), (-10, -38))  # fmt: skip
    scene.shape(near, "coral", 8)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=121, view=(-116, -96, 1232))
    rim = np.radians(np.arange(0, 360, 30))
    scene.backdrop([(500 + 508 * float(np.cos(a)), 484 + 508 * float(np.sin(a))) for a in rim],
                   "mist")  # fmt: skip
    _legs(scene)
    _sleeve(scene, CAST["naomi"], [(190, 650), (78, 570), (24, 450), (38, 310)], "open", 1)
    _sleeve(scene, CAST["ineke"], [(800, 664), (914, 622), (964, 530), (966, 420)], "open", -1)
    _jumper(scene)
    _faces(scene)
    mug(scene, 104, 868, 1.6, steam=False, flip=-1)
    _thief(scene, 826, 214)
    return scene
