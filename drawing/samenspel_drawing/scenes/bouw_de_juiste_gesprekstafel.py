"""Bouw de juiste gesprekstafel: sawn down to the child's height; the big ones fold up."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod, school, waves
from samenspel_drawing.regions import area_of, ellipse, tube, union

_ATTENTIVE: Final = Expression((-12, -10), (-12, 10), "dot", "grin")
_TELLS: Final = Expression((3, -6), (3, 6), "dot", "grin")
_WON: Final = Expression((2, 8), (-10, 4), "half", "smirk")
_FLOOR: Final = 926.0
_TOP: Final = 736.0
"""The table's front edge."""
_BEAM: Final = 46.0
"""How thick the table's legs are where they were cut, and so the ends that came off."""
_WOOD: Final = "brown"
"""What table, legs and the ends that came off are made of."""
_SEAT: Final = 838.0
"""How high the infants' stools are."""


def _idea(scene: Scene) -> None:
    """Draw the child's bubble with its plan: a school with a slide from the roof into a pool."""
    rim = spline([(262, 190), (284, 62), (520, 30), (772, 62), (800, 190), (774, 300), (520, 332),
                  (288, 300)], True)  # fmt: skip
    tail = loop((398, 310, "c"), (404, 372), (430, 416), (486, 446, "c"), (456, 410), (452, 372),
                (462, 310, "c"))  # fmt: skip
    scene.shape(union(area_of(rim), area_of(tail)), "white", 8)
    school(scene, 424, 286, 1.24)
    for x in (572, 632):
        scene.line(curve((x, 176 + (x - 540) * 0.86), (x, 284)), 6, (1, 1))
    slide = tube(curve((452, 166), (510, 160), (590, 232), (640, 262), (676, 262)),
                 [25, 25, 25, 24])  # fmt: skip
    scene.shape(slide.region, "mustard", 7)
    pool = loop((654, 272, "c"), (778, 272, "c"), (764, 300), (736, 306), (676, 304), (658, 296))
    scene.shape(pool, "mist", 6.5)
    waves(scene, 672, 766, 286, 3, 5)
    for dx, dy in ((-22, -26), (4, -38), (26, -20)):
        drop = Placement((714 + dx, 262 + dy), 1.0)
        scene.shape(drop.loop((0, -13, "c"), (8, 3), (0, 10), (-8, 3)), "teal", 4.6, halo=0)
    scene.line(curve((330, 288), (420, 286), (560, 288), (656, 286)), 6)


def _leg_end(scene: Scene, x: float, y: float, way: float, degrees: float = 0) -> None:
    """Draw the end of a table's leg, lying: (x, y) is below its middle.

    Turned and tapering to a brass shoe and its castor at `way` (1 right); the fresh cut is pale.
    """
    at, half = Placement((x, y - _BEAM / 2), 1.1, way, degrees), _BEAM / 2
    scene.shape(at.region(ellipse(150, 4, 20)), "shine", 7)
    scene.solid(at.region(ellipse(150, 4, 6)))
    scene.shape(at.loop((104, -15, "c"), (146, -10, "c"), (146, 10, "c"), (104, 15, "c")),
                "mustard", 6.5)  # fmt: skip
    body = at.loop((-110, -half, "c"), (-60, -half), (40, -15), (74, -13, "c"), (74, -22, "c"),
                   (104, -22, "c"), (104, 22, "c"), (74, 22, "c"), (74, 13, "c"), (40, 15),
                   (-60, half), (-110, half, "c"))  # fmt: skip
    scene.shape(body, _WOOD, 8)
    scene.line(at.spline([(74, -19), (74, 19)]), 5.5, (1, 1))
    scene.shape(at.region(ellipse(-110, 0, 12, half)), "sand", 7, halo=0)


def _leg_ends(scene: Scene) -> None:
    """Draw the ends that came off, one before each of the big ones, the cuts facing each other."""
    for way in (-1.0, 1.0):
        _leg_end(scene, 500 + 268 * way, 1004, way, -4 * way)


def _stool(scene: Scene, x: float) -> None:
    """Draw an infants' stool, its middle at x."""
    for way in (-1, 1):
        rod(scene, (x + 44 * way, _SEAT + 14), (x + 62 * way, _FLOOR - 8), 20, "leaf", 7)
    scene.shape(box_points(x - 76, _SEAT, x + 76, _SEAT + 26), "leaf", 8)


def _sawdust(scene: Scene, x: float) -> None:
    """Draw a heap of sawdust beside a leg."""
    heap = loop((x - 58, _FLOOR + 4, "c"), (x - 28, _FLOOR - 12), (x - 4, _FLOOR - 25),
                (x + 22, _FLOOR - 14), (x + 58, _FLOOR + 4, "c"))  # fmt: skip
    scene.shape(heap, "mustard", 6)
    for dx, dy in ((-16, -5), (6, -11), (26, -3), (-74, 2), (78, 4)):
        scene.dot(x + dx, _FLOOR + dy, 4.2)


def _table(scene: Scene) -> None:
    half = _BEAM / 2
    for x in (404, 600):
        scene.shape(box_points(x - 16, _TOP + 30, x + 16, _FLOOR - 16), _WOOD, 7.5)
    for x in (338, 662):
        scene.shape(box_points(x - half, _TOP + 30, x + half, _FLOOR), _WOOD, 8)
        scene.shape(box_points(x - half - 7, _TOP + 84, x + half + 7, _TOP + 108), _WOOD, 6.5)
        scene.shape(box_points(x - half, _FLOOR - 18, x + half, _FLOOR), "sand", 6.5)
    for x in (392, 608):
        _sawdust(scene, x)
    top = loop((344, _TOP - 46, "c"), (656, _TOP - 46, "c"), (722, _TOP, "c"), (278, _TOP, "c"))
    scene.shape(top, "mist", 8)
    scene.shape(box_points(292, _TOP + 22, 708, _TOP + 58), _WOOD, 8)
    scene.shape(box_points(272, _TOP, 728, _TOP + 26), _WOOD, 8.5)


def _child(scene: Scene) -> Figure:
    """Draw the child behind the table; the arms are still to come."""
    look = (
        CAST["pip"]
        .styled(hair_colour="brown")
        .dressed(build="bean", top_colour="coral", stripes=None, arm_width=0.86, hand_size=1.1)
    )
    who = Figure(scene, look, (500, 800), (500, 606), 1.16, 1, head_at=(0, -68), front=0)
    who.leg("near", (478, _FLOOR - 4), straight=True)
    who.leg("far", (524, _FLOOR - 4), straight=True)
    who.torso()
    who.neck()
    who.head(_TELLS, 0, view="front")
    return who


def _folded(scene: Scene, name: str, x: float, face: float, mood: Expression, colour: str,
            trousers: str) -> None:  # fmt: skip
    """Draw a big one folded up on an infants' stool, hands on the knees."""
    look = CAST[name].dressed(top_colour=colour, leg_colour=trousers)
    seat = _SEAT + 4
    who = Figure(scene, look, (x, seat - 34), (x - 4 * face, seat - 206), 1.14, face, -8 * face)
    knee = (x + 128 * face, seat - 136)
    who.leg("far", (x + 118 * face, _FLOOR), knee=(knee[0] + 20 * face, knee[1] + 2),
            hip=-0.3 * face)  # fmt: skip
    who.arm("far", (knee[0] - 6 * face, knee[1] - 14), "relax", 30 if face > 0 else 150, face,
            elbow=(x + 84 * face, seat - 104), soft=0.4)  # fmt: skip
    who.torso()
    who.neck()
    who.leg("near", (x + 88 * face, _FLOOR + 2), knee=knee, over=True)
    who.head(mood, 6 * face)
    who.arm("near", (knee[0] - 22 * face, knee[1] - 2), "relax", 24 if face > 0 else 156, face,
            elbow=(x + 16 * face, seat - 92), soft=0.42)  # fmt: skip


def _saw(scene: Scene) -> None:
    """Draw the saw, leaning against the table."""
    at = Placement((566, 838), 0.98, 1, -62)
    teeth: list[Knot] = []
    for i in range(9):
        tooth = 66.0 - 22 * i
        teeth += [(tooth, 22 - 1.0 * i, "c"), (tooth - 11, 6 - 0.6 * i, "c")]
    scene.shape(at.spline([(-134, -14, "c"), (70, -26, "c"), *teeth], True), "shine", 6.5,
                wobble=0.4)  # fmt: skip
    scene.shape(at.loop((62, -34), (112, -34), (124, -4), (106, 20), (66, 18)), "mustard", 7)
    scene.shape(at.loop((82, -16), (102, -16), (106, -2), (98, 6), (82, 4)), "white", 5.5, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=81, view=(-16, 4, 1032))
    scene.backdrop(
        [(40, 640), (60, 320), (240, 110), (600, 60), (900, 130), (976, 460), (950, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    ground(scene, 24, 976, _FLOOR)
    _idea(scene)
    pip = _child(scene)
    _table(scene)
    pip.arm("near", (410, 704), "relax", 160, elbow=(440, 706), soft=0.4)
    pip.arm("far", (652, 560), "open", -70, -1, elbow=(612, 672), soft=0.42)
    _stool(scene, 130)
    _stool(scene, 870)
    _folded(scene, "otis", 146, 1, _ATTENTIVE, "navy", "mustard")
    _folded(scene, "dewi", 856, -1, _WON, "teal", "navy")
    _saw(scene)
    _leg_ends(scene)
    mug(scene, 560, 702, 1.1, steam=False)
    bird(scene, 140, 446, 0.8)
    return scene
