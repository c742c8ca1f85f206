"""Start bij jezelf: what the preacher shouts into his megaphone comes out at his own ear."""

from typing import Any, Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import arc, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug
from samenspel_drawing.regions import area_of, ellipse, tube

_WHO_SHOUTS: Final = Expression((6, 22), (6, -22), "squeeze", "shout")
_FLOOR: Final = 930.0
_DESK: Final = 770.0
_BIG: Final = 1.62
_HEAD: Final = (486.0, 452.0)
_BELL: Final = (262.0, 470.0)
_HORN: Final = curve(
    (650, 552), (710, 556), (790, 540), (872, 470), (902, 350), (868, 222), (760, 128), (600, 88),
    (420, 84), (250, 122), (124, 226), (92, 350), (132, 438), (196, 470), (262, 472),
)  # fmt: skip
_WIDTHS: Final = ((0.0, 44.0), (0.2, 60.0), (0.45, 84.0), (0.7, 110.0), (0.82, 134.0),
                  (0.92, 190.0), (1.0, 254.0))  # fmt: skip


def _horn(scene: Scene) -> None:
    """Draw the megaphone's long bent cone, and the bell that it ends in."""
    horn = tube(_HORN, _WIDTHS)
    outline = area_of(np.vstack([horn.left, horn.right[::-1]])).buffer(40).buffer(-40)
    body = scene.shape(outline, "teal", 8.5)
    for place, length in ((0.17, 9), (0.5, 11), (0.8, 14)):
        i = int(len(horn.centre) * place)
        edges = []
        for j in (i, i + length):
            ahead = (horn.centre[j + 4] - horn.centre[j]) * 0.7
            edges.append(curve(horn.left[j], (horn.left[j] + horn.right[j]) / 2 + ahead,
                               horn.right[j]))  # fmt: skip
        scene.fill(np.vstack([edges[0], edges[1][::-1]]), "mustard", clip=body)
        for edge in edges:
            scene.line(edge, 6, (0.9, 0.9), clip=body)
    x, y = _BELL
    scene.shape(ellipse(x, y, 46, 146), "mustard", 8)
    scene.shape(ellipse(x + 7, y, 32, 121), "navy", 6, halo=0)


def _shout(scene: Scene) -> None:
    """Draw what comes out of the bell: waves of sound that close in on the ear."""
    for radius, reach in ((126, 36), (150, 24), (172, 13)):
        wave = arc(204, 464, radius, -reach, reach, 24)
        scene.shape(tube(wave, [13, 17, 13]).region, "coral", 5.5, halo=0)


def _gusts(scene: Scene) -> None:
    for knots in (
        ((400, 270), (470, 222), (560, 208), (650, 220)),
        ((470, 250), (540, 238), (620, 250)),
    ):
        scene.line(spline(knots), 6, (0.15, 0.3))


def _hair(head: Head) -> None:
    """Comb the preacher's hair sideways: the blast comes from the left."""
    at, scene = head.placement, head.scene
    scene.solid(at.loop(
        (-53, 2, "c"), (-60, -34), (-48, -72), (-10, -88), (30, -98), (66, -116), (112, -116, "c"),
        (84, -102), (76, -92, "c"), (104, -96), (140, -88, "c"), (104, -78), (84, -68, "c"),
        (108, -68), (132, -56, "c"), (96, -52), (64, -50), (40, -44), (0, -44),
        (-30, -46), (-42, -22), (-44, 0, "c"),
    ))  # fmt: skip
    for strand in (((-40, -48), (0, -72), (60, -84)), ((-20, -56), (20, -64), (78, -74))):
        scene.cut_in(tube(at.spline(strand), [3, 6, 3]).region, "shine")


def _preacher(scene: Scene) -> None:
    person = CAST["rob"].dressed(tie=None)
    x, y = _HEAD
    rob = Figure(scene, person, (x - 20, y + 380), (x - 10, y + 118), _BIG, 1, -10,
                 head_at=(10, -118), width=9)  # fmt: skip
    rob.arm("far", (728, 700), "open", -24, -1, elbow=(624, 724))
    rob.torso()
    rob.neck()
    head = Head(scene, person.styled(hair="none").head, rob.head_middle, scale=_BIG, tilt=-2,
                expression=_WHO_SHOUTS, gaze=(-1, 0.1), width=9).draw()  # fmt: skip
    _hair(head)
    scene.shape(head.region(ellipse(-50, 6, 17, 22, -10)), "coral", 8, halo=0)
    head.line([(-46, -6), (-56, 2), (-49, 16)], 5.5)
    _mouthpiece(scene)
    rob.grip("near", (696, 632), 80, elbow=(512, 748), soft=0.4)


def _mouthpiece(scene: Scene) -> None:
    """Draw the cup at the lips, the cone's first part and the pistol grip below it."""
    grip = loop((668, 570, "c"), (720, 574, "c"), (730, 684, "c"), (688, 688, "c"))
    scene.shape(grip, "navy", 7.5)
    start = tube(_HORN[: len(_HORN) // 7], [44, 54])
    scene.patch(np.vstack([start.left, start.right[::-1]]), "teal")
    for side in (start.left, start.right):
        scene.line(side, 8.5, (0.9, 0.9))
    cup = loop((602, 470, "c"), (632, 504), (668, 526, "c"), (668, 578, "c"), (632, 600),
               (594, 640, "c"))  # fmt: skip
    scene.shape(cup, "mustard", 8)
    scene.shape(ellipse(598, 555, 21, 86, 3), "mustard", 7.5)
    scene.shape(ellipse(598, 555, 11, 64, 3), "navy", 5.5, halo=0)


def _desk(scene: Scene) -> None:
    scene.shape(box_points(382, _DESK + 30, 700, _FLOOR), "brown", 8)
    for y in (850, 892):
        scene.line(curve((386, y), (540, y + 3), (696, y - 1)), 5, (0.9, 0.9))
    for x in (402, 680):
        for y in (826, 871, 912):
            scene.dot(x, y, 3.6)
    scene.shape(box_points(370, _DESK, 728, _DESK + 34), "brown", 8)


def _colleague(
    scene: Scene, person: Person, x: float, size: float, face: float, *,
    sips: bool = False, **options: Any,
) -> None:  # fmt: skip
    """Draw somebody who stands with a mug, or who just `sips` from it."""
    hip, neck = (x, _FLOOR - 148 * size), (x, _FLOOR - 298 * size)
    who = Figure(scene, person, hip, neck, size, face)
    who.leg("far", (x + 22 * size * face, _FLOOR), straight=True)
    who.leg("near", (x - 26 * size * face, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(**options)
    if sips:
        cup = (x + 108 * size * face, _FLOOR - 304 * size)
        mug(scene, cup[0], cup[1], 1.0, degrees=-26 * face, steam=False, flip=-face)
        hand, elbow = (cup[0] - 8 * face, cup[1] + 44), (x + 30 * face, _FLOOR - 176 * size)
        who.arm("near", hand, "grip", -90 + 12 * face, elbow=elbow)
        return
    hand = (x + 46 * size * face, _FLOOR - 206 * size)
    mug(scene, hand[0] + 40 * face, hand[1] - 6, 0.9, flip=face)
    who.arm("near", hand, "fist", -8 if face > 0 else 188, face)


def _colleagues(scene: Scene) -> None:
    otis = CAST["otis"]
    _colleague(scene, otis, 98, 0.69, 1, sips=True, expression="bliss", view="profile")
    ineke = CAST["ineke"].dressed(top_colour="leaf")
    _colleague(scene, ineke, 250, 0.66, 1, expression="sceptic", eye="dot")
    _colleague(
        scene,
        CAST["fleur"].dressed(top_colour="mustard", skirt=False),
        916,
        0.73,
        -1,
        expression="sleepy",
    )


def _deaf_bird(scene: Scene) -> None:
    """Draw the bird with its earmuffs, on the horn."""
    at = bird(scene, 812, 128, 1.3, -1, eye="open", degrees=24)
    band = curve(at.point(0, -54), at.point(2, -72), at.point(17, -80), at.point(31, -70),
                 at.point(31, -60))  # fmt: skip
    scene.line(band, 11, (0.9, 0.9))
    scene.shape(at.region(ellipse(2, -52, 15, 18)), "navy", 6)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=41, view=(0, 0, 1000))
    scene.backdrop(
        [(60, 600), (110, 260), (330, 120), (660, 120), (900, 260), (950, 600), (840, 850),
         (180, 850)], "sand",
    )  # fmt: skip
    ground(scene, 40, 960, _FLOOR + 2)
    _horn(scene)
    _gusts(scene)
    _shout(scene)
    _preacher(scene)
    _desk(scene)
    _colleagues(scene)
    _deaf_bird(scene)
    return scene
