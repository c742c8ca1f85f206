"""Bouw de juiste gesprekstafel: sawn down to the child's height; the big ones fold up."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod, school
from samenspel_drawing.regions import area_of, ellipse, tube, union

_ATTENTIVE: Final = Expression((-12, -10), (-12, 10), "dot", "grin")
_TELLS: Final = Expression((3, -6), (3, 6), "dot", "grin")
_WON: Final = Expression((2, 8), (-10, 4), "half", "smirk")
_FLOOR: Final = 926.0
_WALL: Final = 866.0
"""Where the floor meets the wall, behind everybody."""
_TOP: Final = 736.0
"""The table's front edge."""
_BEAM: Final = 46.0
"""How thick the table's legs are where they were cut, and so the ends that came off."""
_WOOD: Final = "brown"
"""What table, legs and the ends that came off are made of."""
_LEGS: Final = (322.0, 440.0, 560.0, 678.0)
"""Where the four legs are."""
_SEAT: Final = 838.0
"""How high the infants' stools are."""


def _idea(scene: Scene) -> None:
    """Draw the child's small bubble with its plan: a school with a slide into a pool."""
    at = Placement((180, 168), 0.64)
    rim = at.loop((262, 190), (284, 62), (520, 30), (772, 62), (800, 190), (774, 300), (520, 332),
                  (288, 300))  # fmt: skip
    tail = at.loop((398, 310, "c"), (404, 372), (430, 416), (486, 446, "c"), (456, 410), (452, 372),
                   (462, 310, "c"))  # fmt: skip
    scene.shape(union(area_of(rim), area_of(tail)), "white", 8)
    x, y = at.point(420, 286)
    school(scene, float(x), float(y), 0.76)
    slide = tube(at.spline([(452, 166), (510, 160), (590, 232), (640, 262), (676, 262)]),
                 [19, 19, 19, 18])  # fmt: skip
    scene.shape(slide.region, "mustard", 6.5)
    pool = at.loop((640, 266, "c"), (786, 266, "c"), (768, 302), (736, 310), (680, 308), (654, 300))
    scene.shape(pool, "teal", 6.5)
    scene.line(at.spline([(330, 288), (420, 286), (560, 288), (640, 286)]), 6)


def _cut(scene: Scene, x: float, y: float) -> None:
    """Draw a fresh cut, pale with a ring, across a leg."""
    scene.shape(ellipse(x, y, _BEAM / 2 + 2, 9), "mustard", 6.5)


def _leg_end(scene: Scene, x: float) -> None:
    """Draw the end that came off the leg at x, upright on the floor in front, on its castor."""
    half, foot = _BEAM / 2, _FLOOR + 112
    scene.shape(ellipse(x, foot - 14, 15), "shine", 6.5)
    scene.shape(box_points(x - half - 4, foot - 34, x + half + 4, foot - 18), "mustard", 6.5)
    scene.shape(box_points(x - half, foot - 88, x + half, foot - 32), _WOOD, 7.5)
    _cut(scene, x, foot - 88)


def _leg_ends(scene: Scene) -> None:
    """Draw the four ends that came off, each before its leg."""
    for x in _LEGS:
        _leg_end(scene, x)


def _stool(scene: Scene, x: float) -> None:
    """Draw an infants' stool, its middle at x."""
    for way in (-1, 1):
        rod(scene, (x + 44 * way, _SEAT + 14), (x + 62 * way, _FLOOR - 8), 20, "leaf", 7)
    scene.shape(box_points(x - 76, _SEAT, x + 76, _SEAT + 26), "leaf", 8)


def _sawdust(scene: Scene, x: float) -> None:
    """Draw sawdust round the cut of the leg at x."""
    heap = loop((x - 50, _FLOOR + 6, "c"), (x - 30, _FLOOR - 6), (x, _FLOOR - 1),
                (x + 30, _FLOOR - 6), (x + 50, _FLOOR + 6, "c"))  # fmt: skip
    scene.shape(heap, "mustard", 6)
    for dx, dy in ((-60, 4), (62, 4), (-20, 16), (18, 18)):
        scene.dot(x + dx, _FLOOR + dy, 4.2)


def _table(scene: Scene) -> None:
    half = _BEAM / 2
    for x in _LEGS:
        scene.shape(box_points(x - half, _TOP + 30, x + half, _FLOOR - 6), _WOOD, 8)
        _cut(scene, x, _FLOOR - 4)
        _sawdust(scene, x)
    top = loop((344, _TOP - 46, "c"), (656, _TOP - 46, "c"), (722, _TOP, "c"), (278, _TOP, "c"))
    scene.shape(top, "coral", 8)
    scene.shape(box_points(292, _TOP + 22, 708, _TOP + 58), _WOOD, 8)
    scene.shape(box_points(272, _TOP, 728, _TOP + 26), _WOOD, 8.5)


def _child(scene: Scene) -> Figure:
    """Draw the child behind the table; the arms are still to come."""
    look = (
        CAST["pip"]
        .styled(hair_colour="brown")
        .dressed(build="bean", top_colour="teal", stripes=None, arm_width=0.86, hand_size=1.1)
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
    """Draw the saw on the floor beside the ends."""
    at = Placement((186, 1000), 0.98, 1, 4)
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
    scene = Scene(seed=81, view=(10, 92, 980))
    scene.backdrop(
        [(40, 640), (60, 320), (240, 210), (600, 160), (900, 220), (954, 460), (926, 944),
         (500, 1052), (52, 984)], "sand",
    )  # fmt: skip
    ground(scene, 24, 976, _WALL)
    _idea(scene)
    pip = _child(scene)
    _table(scene)
    pip.arm("near", (410, 704), "relax", 160, elbow=(440, 706), soft=0.4)
    pip.arm("far", (652, 560), "open", -70, -1, elbow=(612, 672), soft=0.42)
    _stool(scene, 130)
    _stool(scene, 870)
    _folded(scene, "otis", 146, 1, _ATTENTIVE, "navy", "mustard")
    _folded(scene, "dewi", 856, -1, _WON, "leaf", "navy")
    _saw(scene)
    _leg_ends(scene)
    mug(scene, 560, 702, 1.1, steam=False)
    bird(scene, 140, 446, 0.8)
    return scene
