"""Bouw de juiste gesprekstafel: sawn down to an infant stool's height; the big ones fold up."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod, school
from samenspel_drawing.regions import area_of, ellipse, tube, union

_ATTENTIVE: Final = Expression((-12, -10), (-12, 10), "dot", "grin")
_TELLS: Final = Expression((-2, -4), (-6, 8), "dot", "talk")
_DONE: Final = Expression((-8, -6), (-10, 8), "dot", "smile")
_FLOOR: Final = 934.0
_WALL: Final = 868.0
"""Where the floor meets the wall, behind everybody."""
_TOP: Final = 772.0
"""The table's front edge."""
_BEAM: Final = 54.0
"""How thick the table's legs are where they were cut, and so the ends that came off."""
_WOOD: Final = "brown"
"""What table, legs and the ends that came off are made of."""
_LEGS: Final = (342.0, 658.0)
"""Where the two front legs are."""
_SEAT: Final = 838.0
"""How high the infants' stools are."""


def _idea(scene: Scene) -> None:
    """Draw the student's bubble with her plan: a bus that stops at the school."""
    rim = loop((252, 250), (268, 112), (460, 84), (668, 108), (688, 236), (664, 352), (460, 374),
               (272, 354))  # fmt: skip
    tail = loop((446, 356, "c"), (456, 400), (488, 440, "c"), (508, 400), (512, 350, "c"))
    scene.shape(union(area_of(rim), area_of(tail)), "white", 8)
    school(scene, 360, 330, 0.98)
    bus = loop((440, 226, "c"), (452, 206), (616, 204), (636, 222), (650, 274), (650, 312, "c"),
               (440, 312, "c"))  # fmt: skip
    scene.shape(bus, "mustard", 7.5)
    for left in (458, 506, 554):
        scene.shape(box_points(left, 226, left + 34, 262), "mist", 5.5)
    scene.shape(loop((604, 226, "c"), (622, 226, "c"), (636, 262, "c"), (604, 262, "c")), "mist",
                5.5)  # fmt: skip
    for x in (484, 606):
        scene.shape(ellipse(x, 312, 22), "navy", 6.5)
        scene.shape(ellipse(x, 312, 8), "white", 5, halo=0)


def _leg_end(scene: Scene, x: float, y: float, turn: float, long: float = 130) -> None:
    """Draw an end that came off a leg, lying on the floor, its square fresh cut towards us."""
    at = Placement((x, y), 1.0, 1, turn)
    half = _BEAM / 2
    scene.shape(at.points(box_points(0, -half, long, half)), _WOOD, 8)
    lid = at.loop((0, -half, "c"), (24, -half - 20, "c"), (long + 24, -half - 20, "c"),
                  (long, -half, "c"))  # fmt: skip
    scene.shape(lid, _WOOD, 8)
    cut = at.loop((long, -half, "c"), (long + 24, -half - 20, "c"), (long + 24, half - 20, "c"),
                  (long, half, "c"))  # fmt: skip
    scene.shape(cut, "mustard", 8)
    for y, a, b in ((-8, 16, 74), (10, 44, long - 16)):
        scene.line(at.spline([(a, y), (b, y + 1)]), 5.5, (0.7, 0.4))


def _stool(scene: Scene, x: float) -> None:
    """Draw an infants' stool, its middle at x."""
    for way in (-1, 1):
        rod(scene, (x + 44 * way, _SEAT + 14), (x + 62 * way, _FLOOR - 8), 20, "teal", 7)
    scene.shape(box_points(x - 76, _SEAT, x + 76, _SEAT + 26), "teal", 8)


def _sawdust(scene: Scene, x: float) -> None:
    """Draw sawdust round the cut of the leg at x."""
    heap = loop((x - 58, _FLOOR + 8, "c"), (x - 34, _FLOOR - 8), (x, _FLOOR - 2),
                (x + 34, _FLOOR - 8), (x + 58, _FLOOR + 8, "c"))  # fmt: skip
    scene.shape(heap, "mustard", 6.5)
    for dx, dy in ((-70, 6), (72, 6)):
        scene.dot(x + dx, _FLOOR + dy, 4.6)


def _table(scene: Scene) -> None:
    half = _BEAM / 2
    for x in _LEGS:
        scene.shape(box_points(x - half, _TOP + 30, x + half, _FLOOR), _WOOD, 8)
        _sawdust(scene, x)
    top = loop((344, _TOP - 50, "c"), (656, _TOP - 50, "c"), (734, _TOP, "c"), (266, _TOP, "c"))
    scene.shape(top, "coral", 8)
    scene.shape(box_points(286, _TOP + 24, 714, _TOP + 58), _WOOD, 8)
    scene.shape(box_points(258, _TOP, 742, _TOP + 28), "coral", 8.5)


def _student(scene: Scene) -> Figure:
    """Draw the student behind the table, backpack on; the arms are still to come."""
    _stool(scene, 484)
    pack = loop((404, 800), (398, 690), (424, 634), (480, 624), (536, 634), (562, 690), (558, 800),
                (480, 820))  # fmt: skip
    scene.shape(pack, "mustard", 8.5)
    who = Figure(scene, CAST["isa"], (482, 812), (480, 640), 1.06, 1, 4, head_at=(6, -72))
    who.leg("near", (446, _FLOOR - 4), straight=True)
    who.leg("far", (522, _FLOOR - 4), straight=True)
    who.torso()
    for v in (-0.62, 0.62):
        strap = tube(who.across((0.92, v * 0.8), (0.6, v), (0.1, v * 1.02)), [20, 20, 20])
        scene.shape(strap.region, "mustard", 6)
    who.neck()
    head = who.head(_TELLS, -4, gaze=(0.6, 0))
    for x, y in ((-26, 10), (-14, 2), (-8, 14), (44, 16)):
        dot = head.placement.point(x, y)
        scene.fill(ellipse(float(dot[0]), float(dot[1]), 4.2), "brown")  # freckles
    return who


def _folded(scene: Scene, name: str, x: float, face: float, mood: Expression, colour: str,
            trousers: str) -> Figure:  # fmt: skip
    """Draw a big one folded up on an infants' stool; the near arm is still to come."""
    look = CAST[name].dressed(top_colour=colour, leg_colour=trousers)
    seat = _SEAT + 4
    who = Figure(scene, look, (x, seat - 34), (x - 6 * face, seat - 232), 1.24, face, -10 * face)
    knee = (x + 124 * face, seat - 168)
    who.leg("far", (x + 112 * face, _FLOOR + 4), knee=(knee[0] + 22 * face, knee[1] + 2),
            hip=-0.3 * face)  # fmt: skip
    who.arm("far", (knee[0] - 2 * face, knee[1] - 18), "relax", 30 if face > 0 else 150, face,
            elbow=(x + 84 * face, seat - 128), soft=0.42)  # fmt: skip
    who.torso()
    who.neck()
    who.leg("near", (x + 82 * face, _FLOOR + 6), knee=knee, over=True)
    who.head(mood, 6 * face)
    return who


def _saw(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw the saw, put down: its grip at (x, y), the blade along `turn`."""
    at = Placement((x, y), 0.92, 1, turn)
    teeth: list[Knot] = []
    for i in range(10):
        tooth = 30.0 + 24 * i
        teeth += [(tooth, 38 - 2.2 * i, "c"), (tooth + 12, 22 - 2.0 * i, "c")]
    back: list[Knot] = [(20, -36, "c"), (276, -22, "c"), (276, 14, "c")]
    scene.shape(at.spline([*back, *teeth[::-1]], True), "shine", 7, wobble=0.4)
    scene.shape(at.loop((36, -46, "c"), (44, 0), (34, 44), (-14, 40), (-40, 8), (-30, -34)),
                "mustard", 8)  # fmt: skip
    scene.shape(at.loop((14, -24), (18, 0), (12, 22), (-10, 18), (-18, 2), (-12, -20)), "white",
                6, halo=0)  # fmt: skip


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=81, view=(-16, 66, 1032))
    scene.backdrop(
        [(40, 640), (60, 320), (240, 180), (600, 120), (900, 200), (954, 460), (936, 944),
         (500, 1084), (52, 1000)], "sand",
    )  # fmt: skip
    ground(scene, 24, 984, _WALL)
    _idea(scene)
    student = _student(scene)
    _table(scene)
    student.arm("near", (386, 742), "relax", 168, elbow=(432, 760), soft=0.42)
    student.arm("far", (612, 650), "open", -50, -1, elbow=(556, 742), soft=0.42)
    _stool(scene, 128)
    _stool(scene, 872)
    otis = _folded(scene, "otis", 140, 1, _ATTENTIVE, "navy", "navy")
    knee = (264.0, 674.0)
    otis.arm("near", (knee[0] - 22, knee[1] - 4), "relax", 24, 1, elbow=(150, 742), soft=0.42)
    dewi = _folded(scene, "dewi", 866, -1, _DONE, "leaf", "navy")
    dewi.arm("near", (760, 668), "relax", 150, -1, elbow=(850, 742), soft=0.42)
    for x, y, turn in ((36, 1018, -4), (238, 1034, 3), (434, 1012, -3)):
        _leg_end(scene, x, y, turn)
    _saw(scene, 900, 1010, 180)
    mug(scene, 560, 738, 1.1, steam=False)
    bird(scene, 136, 398, 0.8)
    return scene
