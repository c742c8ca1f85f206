"""Start bij jezelf: the preacher's huge megaphone bends round into his own ear."""

from typing import Any, Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug
from samenspel_drawing.regions import area_of, ellipse, tube

_FLOOR: Final = 926.0
_BOX: Final = 866.0
_BELL: Final = (350.0, 470.0, -2.0)
_HORN: Final = curve(
    (520, 532), (610, 548), (720, 548), (838, 498), (896, 380), (868, 226), (744, 118), (540, 84),
    (330, 98), (170, 176), (104, 312), (144, 420), (236, 470), (344, 474),
)  # fmt: skip
_WIDTHS: Final = ((0.0, 30.0), (0.1, 34.0), (0.3, 52.0), (0.6, 84.0), (0.8, 108.0), (0.88, 122.0),
           (0.93, 150.0), (0.97, 200.0), (1.0, 262.0))  # fmt: skip


def _horn(scene: Scene) -> None:
    """Draw the bent megaphone with its brass rings, and its bell."""
    horn = tube(_HORN, _WIDTHS)
    outline = area_of(np.vstack([horn.left, horn.right[::-1]])).buffer(40).buffer(-40)
    body = scene.shape(outline, "coral", 8.5)
    for place in (0.3, 0.52, 0.74):
        i = int(len(horn.centre) * place)
        edges = []
        for j in (i, i + 9):
            ahead = horn.centre[j + 4] - horn.centre[j]
            edges.append(curve(horn.left[j], (horn.left[j] + horn.right[j]) / 2 + ahead,
                               horn.right[j]))  # fmt: skip
        scene.fill(np.vstack([edges[0], edges[1][::-1]]), "mustard", clip=body)
        for edge in edges:
            scene.line(edge, 6, (0.9, 0.9), clip=body)
    x, y, turn = _BELL
    scene.shape(ellipse(x, y, 48, 138, turn), "mustard", 8)
    scene.shape(ellipse(x + 8, y, 34, 114, turn), "brown", 6, halo=0)


def _blast(scene: Scene) -> None:
    """Draw the gusts out of the bell, and the notes that they carry off."""
    for knots in (
        ((384, 356), (420, 316), (470, 294), (540, 284), (596, 272), (640, 248)),
        ((412, 372), (446, 344), (496, 332), (560, 330)),
        ((404, 316), (424, 282), (464, 254), (520, 238)),
    ):
        scene.line(spline(knots), 6, (0.15, 0.3))
    for x, y, turn, size in ((596, 208, -24, 1.0), (742, 262, 18, 1.1)):
        at = Placement((x, y), size, 1, turn)
        sheet = at.loop((-30, -36, "c"), (0, -42), (32, -34, "c"), (24, 0), (34, 40, "c"),
                        (2, 34), (-28, 40, "c"), (-36, 4))  # fmt: skip
        scene.shape(sheet, "white", 6.5)
        for dy in (-18, 0, 18):
            scene.line(at.spline([(-18, dy + 1), (0, dy - 3), (16, dy + 1)]), 4.6)


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


def _tie(scene: Scene) -> None:
    """Draw the tie, flat in the wind."""
    scene.shape(loop(
        (474, 566, "c"), (494, 582), (540, 600), (590, 588), (630, 586), (672, 604, "c"),
        (650, 634, "c"), (620, 622), (588, 626), (536, 634), (488, 610), (462, 584, "c"),
    ), "navy", 7)  # fmt: skip
    scene.shape(loop((450, 556, "c"), (480, 560, "c"), (478, 586, "c"), (456, 582, "c")),
                "navy", 6)  # fmt: skip


def _preacher(scene: Scene) -> None:
    person = CAST["rob"].dressed(tie=None)
    rob = Figure(scene, person, (404, _BOX - 152), (446, _BOX - 324), 1.08, 1, -14,
                 head_at=(8, -66))  # fmt: skip
    rob.arm("far", (668, 448), "point", -80, -1, elbow=(612, 560))
    rob.leg("far", (490, _BOX), bend=-1)
    rob.leg("near", (356, _BOX), straight=True)
    rob.torso()
    rob.neck()
    head = Head(scene, person.styled(hair="none").head, rob.head_middle, scale=1.08, tilt=-2,
                expression="stern", mouth="shout").draw()  # fmt: skip
    _hair(head)
    scene.shape(head.region(ellipse(-48, 6, 15, 20, -10)), "blush", 6.5, halo=0)
    head.line([(-44, -4), (-53, 2), (-47, 15)], 4.6)
    # the horn's first part again: it lies before the arm
    start = tube(_HORN[: len(_HORN) // 9], [30, 34])
    scene.patch(np.vstack([start.left, start.right[::-1]]), "coral")
    for side in (start.left, start.right):
        scene.line(side, 8.5, (0.8, 0.9))
    scene.shape(loop((506, 504, "c"), (536, 516), (536, 546), (504, 562, "c"), (498, 534)),
                "mustard", 6.5)  # fmt: skip
    _tie(scene)
    rob.grip("near", (594, 547), 8, elbow=(448, 664))


def _soapbox(scene: Scene) -> None:
    scene.shape(box_points(306, _BOX, 550, _FLOOR), "sand", 8)
    scene.line(curve((310, 897), (430, 899), (546, 896)), 5, (0.9, 0.9))
    for x in (328, 528):
        for y in (882, 912):
            scene.dot(x, y, 3.4)


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
        mug(scene, cup[0], cup[1], 1.15, degrees=-26, steam=False, flip=-1)
        hand, elbow = (cup[0] - 8, cup[1] + 50), (x + 30 * face, _FLOOR - 176 * size)
        who.arm("near", hand, "grip", -78, elbow=elbow)
        return
    hand = (x + 46 * size * face, _FLOOR - 206 * size)
    mug(scene, hand[0] + 46 * face, hand[1] - 6, 1.0, flip=face)
    who.arm("near", hand, "fist", -8 if face > 0 else 188, face)


def _listener(scene: Scene, x: float, size: float) -> None:
    """Draw Lotte, who has turned her back to us: she listens, and has her coffee too."""
    lotte = CAST["lotte"].dressed(top_colour="teal", leg_colour="brown")
    hip, neck = (x, _FLOOR - 148 * size), (x - 2, _FLOOR - 298 * size)
    who = Figure(scene, lotte, hip, neck, size, 1, head_at=(0, -60))
    who.leg("near", (x - 24 * size, _FLOOR), straight=True, toe=-1)
    who.leg("far", (x + 24 * size, _FLOOR), straight=True, toe=1)
    who.torso(back=True)
    who.neck()
    who.head("calm", -3, view="back")
    cup = (x - 152 * size, neck[1] + 48 * size)
    mug(scene, cup[0], cup[1], 1.0, flip=-1)
    who.arm("near", (cup[0] + 46, cup[1] + 10), "fist", 186, -1, elbow=(x - 54 * size, cup[1] + 12))
    who.arm("far", (x + 48 * size, hip[1] - 4), "relax", 96, -1, elbow=(x + 54 * size, hip[1] - 52))


def _colleagues(scene: Scene) -> None:
    gloria = CAST["gloria"].dressed(top_colour="leaf").styled(glasses=None)
    _colleague(scene, gloria, 140, 0.86, 1, sips=True, expression="bliss", view="profile")
    _listener(scene, 736, 0.74)
    truus = CAST["truus"]
    _colleague(scene, truus, 896, 0.8, -1, expression="calm", view="profile")


def _deaf_bird(scene: Scene) -> None:
    """Draw the bird with its earmuffs."""
    at = bird(scene, 634, _FLOOR, 1.45, eye="open")
    band = curve(at.point(0, -54), at.point(2, -72), at.point(17, -80), at.point(31, -70),
                 at.point(31, -60))  # fmt: skip
    scene.line(band, 9, (0.9, 0.9))
    scene.shape(at.region(ellipse(31, -56, 5, 9)), "mustard", 5.5)
    scene.shape(at.region(ellipse(-1, -51, 11, 14)), "mustard", 6.5)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=41, view=(0, 0, 1000))
    scene.backdrop(
        [(60, 560), (120, 260), (330, 130), (660, 130), (900, 260), (960, 600), (820, 850),
         (200, 850)], "mist",
    )  # fmt: skip
    ground(scene, 40, 960, _FLOOR + 2)
    _horn(scene)
    _blast(scene)
    _soapbox(scene)
    _preacher(scene)
    _colleagues(scene)
    _deaf_bird(scene)
    return scene
