"""Bouw de juiste gesprekstafel: sawn down to an infant stool's height; the big ones fold up."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import tube

_ATTENTIVE: Final = Expression((-12, -10), (-12, 10), "dot", "smile")
_TELLS: Final = Expression((-2, -4), (-6, 8), "dot", "talk")
_DONE: Final = Expression((-8, -6), (-10, 8), "dot", "smile")
_FLOOR: Final = 934.0
_WALL: Final = 868.0
"""Where the floor meets the wall, behind everybody."""
_TOP: Final = 772.0
"""The table's front edge."""
_BEAM: Final = 40.0
"""How thick the table's front legs are, and so the ends that came off."""
_LONG: Final = 128.0
"""How long the ends are that came off the front legs."""
_WOOD: Final = "brown"
"""What table, legs and the ends that came off are made of."""
_FRESH: Final = "mustard"
"""The wood where it was cut just now."""
_LEGS: Final = (342.0, 658.0)
"""Where the two front legs are."""
_BACK_LEGS: Final = (398.0, 602.0)
_BACK: Final = 896.0
"""Where the floor is under the two back legs."""
_FAR: Final = 0.72
"""How large the back legs look beside the front ones."""
_SEAT: Final = 838.0
"""How high the infants' stools are."""


def _light(scene: Scene) -> None:
    """Lay the lamp's light, which falls on the pupil and the table."""
    scene.fill(loop((404, 322, "c"), (566, 322, "c"), (716, 800, "c"), (254, 800, "c")), "white")


def _lamp(scene: Scene) -> None:
    """Draw the lamp, let down with the table."""
    scene.line(curve((476, 30), (482, 130), (485, 236)), 9, (1, 1))
    scene.shape(box_points(464, 232, 506, 262), "mustard", 7.5)
    shade = loop((446, 262, "c"), (524, 262, "c"), (582, 330, "c"), (388, 330, "c"))
    scene.shape(shade, "teal", 8.5)
    scene.line(curve((434, 288), (416, 312)), 6, (0.6, 0.6))


def _end(scene: Scene, at: Placement) -> None:
    """Draw a leg's end that came off, lying down: its fresh cut at the origin, its foot to +x."""
    half = _BEAM / 2
    beam = scene.shape(at.points(box_points(0, -half, _LONG, half)), _WOOD, 8)
    for y, left, right in ((-7, 24, _LONG - 34), (7, 52, _LONG - 12)):
        scene.line(at.spline([(left, y), (right, y)]), 5, (0.8, 0.6), clip=beam)
    cut = at.loop((-12, -half + 6, "c"), (6, -half, "c"), (6, half, "c"), (-12, half - 4, "c"))
    scene.shape(cut, _FRESH, 7.5)


def _stool(scene: Scene, x: float) -> None:
    """Draw an infants' stool, its middle at x."""
    for way in (-1, 1):
        rod(scene, (x + 44 * way, _SEAT + 14), (x + 62 * way, _FLOOR - 8), 20, "teal", 7)
    scene.shape(box_points(x - 76, _SEAT, x + 76, _SEAT + 26), "teal", 8)


def _leg(scene: Scene, x: float, floor: float, size: float = 1) -> None:
    """Draw a leg of the table, cut off straight."""
    half = _BEAM / 2 * size
    scene.shape(box_points(x - half, _TOP + 30, x + half, floor), _WOOD, 8 * size)


def _table(scene: Scene) -> None:
    """Draw the table on what is left of its legs."""
    for x in _BACK_LEGS:
        _leg(scene, x, _BACK, _FAR)
    for x in _LEGS:
        _leg(scene, x, _FLOOR)
    top = loop((344, _TOP - 50, "c"), (656, _TOP - 50, "c"), (734, _TOP, "c"), (266, _TOP, "c"))
    scene.shape(top, "coral", 8)
    scene.shape(box_points(286, _TOP + 24, 714, _TOP + 58), _WOOD, 8)
    scene.shape(box_points(258, _TOP, 742, _TOP + 28), "coral", 8.5)


def _ends(scene: Scene) -> None:
    """Draw the ends that came off the two front legs, on the floor before the table."""
    _end(scene, Placement((322, 996), 1.1, 1, -7))
    _end(scene, Placement((664, 1002), 1.1, -1, -4))


def _student(scene: Scene) -> Figure:
    """Draw the student behind the table, backpack on; arms, hood and head are still to come."""
    scene.shape(box_points(420, _SEAT, 548, _SEAT + 26), "teal", 8)  # own legs hide the stool's
    pack = loop((404, 800), (398, 690), (424, 634), (480, 624), (536, 634), (562, 690), (558, 800),
                (480, 820))  # fmt: skip
    scene.shape(pack, "mustard", 8.5)
    who = Figure(scene, CAST["isa"], (482, 812), (480, 628), 1.1, 1, 4, head_at=(6, -84))
    who.leg("near", (456, _FLOOR - 4), straight=True)
    who.leg("far", (512, _FLOOR - 4), straight=True)
    who.torso()
    for v in (-0.62, 0.62):
        strap = tube(who.across((0.82, v * 1.1), (0.5, v * 1.1), (0.1, v * 1.02)), [20, 20, 20])
        scene.shape(strap.region, "mustard", 6)
    who.neck()
    return who


def _top_of(scene: Scene, who: Figure) -> None:
    """Draw the pupil's hood, which lies over the shoulders, and the head."""
    hood = who.across((1.04, -0.9), (0.95, -0.5), (0.88, 0.06), (0.95, 0.56), (1.04, 0.9))
    scene.shape(tube(hood, [16, 28, 24, 28, 16]).region, "teal", 7)
    for v in (-0.16, 0.3):
        scene.line(who.across((0.8, v), (0.62, v * 1.1)), 5, (1, 1))
    who.head(_TELLS, -4, gaze=(0.6, 0))


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


def _saw(scene: Scene, at: Placement) -> None:
    """Draw the saw, its grip at the placement's origin and the blade to +x, teeth to +y."""
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
    scene = Scene(seed=81, view=(-16, 24, 1032))
    scene.backdrop(
        [(40, 640), (60, 320), (240, 180), (600, 120), (900, 200), (954, 460), (936, 924),
         (500, 1040), (52, 970)], "sand",
    )  # fmt: skip
    ground(scene, 24, 958, _WALL)
    _light(scene)
    _lamp(scene)
    student = _student(scene)
    _table(scene)
    student.arm("near", (386, 742), "relax", 168, elbow=(432, 760), soft=0.42)
    student.arm("far", (612, 650), "open", -50, -1, elbow=(556, 742), soft=0.42)
    _top_of(scene, student)
    _stool(scene, 128)
    _stool(scene, 872)
    otis = _folded(scene, "otis", 140, 1, _ATTENTIVE, "navy", "navy")
    knee = (264.0, 674.0)
    otis.arm("near", (knee[0] - 22, knee[1] - 4), "relax", 24, 1, elbow=(150, 742), soft=0.42)
    dewi = _folded(scene, "dewi", 866, -1, _DONE, "leaf", "navy")
    saw = Placement((956, 786), 0.72, -1, -86)
    _saw(scene, saw)
    dewi.grip("near", saw.point(-28, 4), 4, elbow=(946, 700), soft=0.42)
    _ends(scene)
    mug(scene, 560, 738, 1.1, steam=False)
    bird(scene, 136, 398, 0.8)
    return scene
