"""Bouw de juiste gesprekstafel: the table is sawn lower so that the child can join the talk."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, corner, curve, loop, spline
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, school
from samenspel_drawing.regions import area_of, ellipse, union

_FLOOR: Final = 926.0
_FRONT_LEFT: Final = (48.0, 556.0)
_FRONT_RIGHT: Final = (716.0, 616.0)  # the table tilts to the right already
_BACK_LEFT: Final = (118.0, 510.0)
_BACK_RIGHT: Final = (690.0, 562.0)
_LEG: Final = 664.0  # the middle of the leg that is sawn


def _lamp(scene: Scene) -> None:
    scene.line(curve((330, 40), (332, 84), (330, 124)), 6, (0.9, 0.9))
    shade = loop((306, 126, "c"), (354, 126, "c"), (372, 150), (420, 196, "c"), (330, 206),
                 (240, 196, "c"), (288, 150))  # fmt: skip
    scene.shape(ellipse(330, 206, 24, 20), "white", 6.5)
    scene.shape(shade, "teal", 8)
    bird(scene, 290, 150, 1.3, 1, degrees=-40)


def _bubble(scene: Scene) -> None:
    """Draw the biggest bubble; its tail bends round the hair to the child's mouth."""
    rim = spline([(590, 226), (608, 108), (772, 76), (936, 108), (954, 226), (936, 344), (772, 376),
                  (608, 344)], True)  # fmt: skip
    tail = loop((664, 350, "c"), (668, 430), (694, 500), (740, 560, "c"), (716, 490), (708, 430),
                (714, 350, "c"))  # fmt: skip
    scene.shape(union(area_of(rim), area_of(tail)), "white", 8)


def _idea(scene: Scene) -> None:
    """Draw the child's bubble with its plan."""
    _bubble(scene)
    school(scene, 740, 326, 1.32)
    x, y = 878, 158
    scene.shape(ellipse(x, y, 25), "mustard", 6.5)
    for degrees in range(0, 360, 45):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 36 * c, y + 36 * s), (x + 52 * c, y + 52 * s)), 5.5, (0.8, 0.5))
    scene.shape(area_of(loop((866, 326, "c"), (866, 290, "c"), (880, 290, "c"), (880, 326, "c"))),
                "brown", 5.5)  # fmt: skip
    scene.shape(ellipse(873, 274, 30, 32), "leaf", 6.5)
    scene.line(curve((640, 330), (700, 326), (800, 329), (918, 325)), 6)


def _behind(
    scene: Scene, person: Person, x: float, lean: float, bow: float = 0, up: float = 0
) -> Figure:
    """Return somebody of the cast behind the table, their neck `up` units higher."""
    return Figure(scene, person, (x, 572), (x + lean, 430 - up), 0.93, 1, bow)


def _directors(scene: Scene) -> tuple[Figure, Figure, Figure]:
    """Draw the three behind the table; return them, for their arms come later."""
    bram = _behind(scene, CAST["bram"].dressed(top_colour="leaf", stripes=None), 168, 2, up=34)
    bram.torso()
    bram.neck()
    bram.head("surprise", 2, gaze=(0.8, 0.2))
    samira = _behind(scene, CAST["samira"], 326, 4, up=-8)
    samira.torso()
    gerrit = _behind(scene, CAST["gerrit"], 488, 40, -8, up=14)
    gerrit.torso()
    gerrit.neck()
    gerrit.head("happy", 8)
    return bram, samira, gerrit


def _table(scene: Scene) -> None:
    x, top, foot = 170.0, 570.0, _FLOOR - 30  # the carpenter hides the other leg at the back
    leg = loop((x - 11, top, "c"), (x + 11, top, "c"), (x + 8, foot, "c"), (x - 8, foot, "c"))
    scene.shape(leg, "brown", 6.5)
    corners = (_BACK_LEFT, _BACK_RIGHT, _FRONT_RIGHT, _FRONT_LEFT)
    scene.shape(spline([corner(p) for p in corners], True), "sand", 8)
    (x0, y0), (x1, y1) = _FRONT_LEFT, _FRONT_RIGHT
    edge = loop((x0, y0, "c"), (x1, y1, "c"), (x1 - 2, y1 + 28, "c"), (x0 + 2, y0 + 28, "c"))
    scene.shape(edge, "brown", 8)
    for x, top in ((104.0, 592.0), (_LEG, 642.0)):
        leg = loop((x - 21, top - 2, "c"), (x + 21, top + 2, "c"), (x + 15, _FLOOR, "c"),
                   (x - 15, _FLOOR, "c"))  # fmt: skip
        scene.shape(leg, "brown", 8)


def _child(scene: Scene) -> None:
    for i, (colour, wide, dx) in enumerate((("teal", 158, 0), ("mustard", 138, 6),
                                            ("navy", 150, -3), ("leaf", 132, 2))):  # fmt: skip
        y, right = _FLOOR - 27 * i, 862 + dx + wide / 2
        scene.shape(box_points(862 + dx - wide / 2, y - 26, right, y), colour, 7.5)
        for inset in (20, 32):
            scene.line(curve((right - inset, y - 25), (right - inset, y - 1)), 4.8)
    top = _FLOOR - 108
    zoe = Figure(scene, CAST["zoe"].dressed(stripes="pink", shoe_colour="mustard"), (862, top - 98),
                 (850, top - 198), 1.0, -1, head_at=(-8, -54))  # fmt: skip
    zoe.arm("far", (748, 618), "flat", 176, elbow=(776, 668))
    zoe.leg("far", (838, top), straight=True)
    zoe.leg("near", (886, top), straight=True)
    zoe.torso()
    zoe.head("happy", 6)
    zoe.arm("near", (914, 722), "fist", 186, -1, elbow=(950, 676))


def _carpenter(scene: Scene) -> None:
    tim = Figure(scene, CAST["tim"], (384, 818), (482, 746), 0.88, 1, -6, head_at=(44, -24))
    tim.grip("far", (_LEG, 738), 90, bend=-1)
    tim.leg("far", (330, _FLOOR), knee=(478, _FLOOR - 20))
    scene.erase_ink(ellipse(446, 894, 12, 18))  # the crook of the far knee would clot
    tim.leg("near", (262, _FLOOR), knee=(428, _FLOOR - 18))
    tim.torso()
    tim.neck()
    head = tim.head("focus", 10)
    at = head.placement.inner(-44, -14, degrees=-24)
    stub = at.loop((-34, -7, "c"), (14, -7, "c"), (30, 0, "c"), (14, 7, "c"), (-34, 7, "c"))
    scene.shape(stub, "mustard", 5.5)
    teeth: list[Knot] = [
        (float(x), (866 if i % 2 else 853) + (764 - float(x)) / 190 * 4, "c")
        for i, x in enumerate(np.linspace(764, 576, 17))
    ]
    blade: list[Knot] = [(572, 806, "c"), (768, 832, "c"), *teeth]
    scene.shape(spline(blade, True), "grey", 6.5, wobble=0.4)
    grip = loop((532, 800), (572, 790), (592, 808), (590, 864), (568, 880), (532, 868), (522, 834))
    scene.shape(grip, "mustard", 7.5)
    tim.arm("near", (520, 842), "fist", -4, bend=1)


def _sawdust(scene: Scene) -> None:
    y = _FLOOR
    heap = loop((606, y, "c"), (630, y - 14), (664, y - 28), (700, y - 14), (730, y, "c"))
    scene.shape(heap, "mustard", 6)
    for x, up in ((630, 40), (704, 42), (690, 52), (620, 22), (716, 22)):
        scene.dot(x, y - up, 3.4)
    ground(scene, 36, 965, y + 2)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=21)
    scene.backdrop(
        [(44, 640), (80, 340), (260, 120), (600, 70), (900, 150), (965, 520), (920, 800),
         (560, 880), (180, 860)], "mist",
    )  # fmt: skip
    _lamp(scene)
    _idea(scene)
    bram, samira, gerrit = _directors(scene)
    _table(scene)
    mug(scene, 222, 512, 1.15, steam=False)
    bram.arm("near", (164, 520), "fist", -4, elbow=(102, 500), shoulder=bram.at(0.79, -0.6))
    samira.arm("near", (308, 538), "relax", 8, bend=1)
    samira.head("calm", 4, gaze=(1, 0.2))
    gerrit.arm("near", (432, 416), "flat", -62, elbow=(402, 528))
    scene.erase_ink(ellipse(422, 490, 13, 26, 28))  # the elbow's crease clots there
    gerrit.arm("far", (560, 544), "flat", 8, bend=-1)
    _child(scene)
    _carpenter(scene)
    _sawdust(scene)
    return scene
