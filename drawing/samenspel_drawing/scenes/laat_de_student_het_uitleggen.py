"""Laat de student het uitleggen: the bosses drew one straight arrow; she chalks in the gap."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Knot, Placement, curve, loop, spline
from samenspel_drawing.pen import Nib, stroke
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import Region, ellipse, ring_points, tube, union_of

_FLOOR: Final = 946.0
_DESK: Final = 804.0
"""The top of a school desk."""
_ROAD: Final = 302.0
"""The chalked road's height on the board."""
_BEP: Final = CAST["bep"].dressed(
    top="jacket", top_colour="brown", tie="mustard", leg_colour="brown"
)
_OH: Final = Expression((-14, -16), (-14, 16), "big", "o")


def _chalk(scene: Scene, points: Array, width: float = 9, closed: bool = False,
           colour: str = "white") -> None:  # fmt: skip
    """Draw a line of chalk."""
    nib = Nib(taper=(0.9, 0.9), swell=0.1, side=0)
    scene.fill(stroke(points, width, nib, closed=closed, seed=scene.next_seed()), colour)


def _board(scene: Scene) -> None:
    """Draw the board with the bosses' arrow, and below it what she has chalked."""
    scene.shape(box_points(214, 34, 984, 470), "brown", 9)
    scene.shape(box_points(236, 56, 962, 448), "navy", 7)
    _school(scene, 330)
    _works(scene, 872)
    y = 122.0
    arrow = spline([(392, y - 17, "c"), (560, y - 20), (730, y - 17, "c"), (730, y - 54, "c"),
                    (812, y, "c"), (730, y + 54, "c"), (730, y + 17, "c"), (560, y + 15),
                    (392, y + 17, "c")], True)  # fmt: skip
    scene.shape(arrow, "shine", 7)
    _chalk(scene, spline([(262, _ROAD), (400, _ROAD + 2), (548, _ROAD, "c"), (556, 360),
                          (548, 424)]))  # fmt: skip
    _chalk(scene, spline([(742, 424), (736, 360), (744, _ROAD, "c"), (840, _ROAD + 2),
                          (946, _ROAD)]))  # fmt: skip
    for dy in (0, 26):
        waves = [(566 + 24 * i, 390 + dy + (9 if i % 2 else -5)) for i in range(8)]
        _chalk(scene, spline(waves), 10, colour="mist")
    _bike(scene, 652, _ROAD - 16)


def _school(scene: Scene, x: float) -> None:
    y = _ROAD
    _chalk(scene, spline([(x - 42, y, "c"), (x - 42, y - 64, "c"), (x + 42, y - 64, "c"),
                          (x + 42, y, "c")]))  # fmt: skip
    _chalk(scene, spline([(x - 58, y - 62, "c"), (x, y - 112, "c"), (x + 58, y - 62, "c")]))
    _chalk(scene, spline([(x - 13, y, "c"), (x - 13, y - 34, "c"), (x + 13, y - 34, "c"),
                          (x + 13, y, "c")]), 8)  # fmt: skip
    _chalk(scene, curve((x, y - 112), (x, y - 164)), 8)
    _chalk(scene, spline([(x, y - 162, "c"), (x + 40, y - 150, "c"), (x, y - 136, "c")]), 8)


def _works(scene: Scene, x: float) -> None:
    """Chalk a workshop with a saw-tooth roof and a chimney."""
    y = _ROAD
    roof = [(x - 66, y, "c"), (x - 66, y - 96, "c"), (x - 24, y - 60, "c"), (x - 24, y - 96, "c"),
            (x + 18, y - 60, "c"), (x + 18, y - 96, "c"), (x + 60, y - 60, "c"),
            (x + 60, y, "c")]  # fmt: skip
    _chalk(scene, spline(roof))
    _chalk(scene, spline([(x + 30, y - 88, "c"), (x + 32, y - 152, "c"), (x + 56, y - 152, "c"),
                          (x + 58, y - 64, "c")]))  # fmt: skip
    _chalk(scene, box_points(x - 42, y - 36, x - 16, y - 14), 8, closed=True)
    _chalk(scene, box_points(x + 8, y - 36, x + 34, y - 14), 8, closed=True)


def _bike(scene: Scene, x: float, y: float) -> None:
    """Chalk, in yellow, a bicycle that tips over the edge, its front wheel in the water."""
    at = Placement((x, y), 1.42, 1, 48)
    rings = [at.points(ring_points(ellipse(dx, 0, 30))) for dx in (-46, 46)]
    tubes = [
        at.spline([(-46, 0, "c"), (-22, -44, "c"), (30, -44, "c"), (-2, 2, "c"), (-46, 0, "c")]),
        at.spline([(-2, 2, "c"), (-26, -58, "c")]),
        at.spline([(-40, -60, "c"), (-12, -60, "c")]),
        at.spline([(46, 0, "c"), (26, -66, "c"), (44, -72, "c")]),
    ]

    def drawn(width: float) -> Region:
        nib = Nib(taper=(0.9, 0.9), swell=0.1, side=0)
        wheels = (stroke(one, width, nib, closed=True) for one in rings)
        return union_of([*wheels, *(stroke(one, width, nib) for one in tubes)])

    chalked = drawn(13)
    scene.fill(chalked, "mustard")
    scene.solid(drawn(21).difference(chalked))  # unseen here, but seen on black alone


def _ruler(scene: Scene, grip: Knot, tip: Knot) -> None:
    """Draw the school ruler that she points with."""
    rod(scene, grip, tip, 24, "mustard", 6.5)
    (x0, y0), (x1, y1) = grip[:2], tip[:2]
    for part in (0.5, 0.62, 0.74, 0.86):
        x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        scene.line(curve((x - 6, y - 8), (x + 2, y)), 5, (0.9, 0.9), wobble=0)


def _student(scene: Scene) -> None:
    """Draw the student, her school bag on, on a crate: she is too small for the board."""
    k, floor = 1.06, _FLOOR - 92
    look = CAST["jade"].dressed(top_colour="mustard", leg_colour="teal")
    who = Figure(scene, look, (150, floor - 162 * k), (156, floor - 300 * k), k, 1, 4,
                 head_at=(6, -66))  # fmt: skip
    _ruler(scene, (306, 608), (556, 398))
    scene.shape(box_points(58, floor, 262, _FLOOR - 2), "leaf", 8)
    for x in (92, 228):
        scene.line(curve((x, floor + 4), (x, _FLOOR - 6)), 6, (0.9, 0.9))
    who.leg("far", (184, floor), straight=True)
    who.leg("near", (122, floor), straight=True)
    bag = loop((140, 548, "c"), (60, 540), (16, 580), (12, 692), (34, 726), (136, 724, "c"))
    scene.shape(bag, "coral", 8.5)
    scene.shape(loop((24, 640, "c"), (100, 644, "c"), (100, 708, "c"), (26, 706, "c")), "navy", 7)
    scene.line(curve((64, 544), (76, 512), (104, 522), (104, 544)), 8, (0.9, 0.9))
    who.torso()
    strap = who.across((0.9, -0.46), (0.66, -0.72), (0.36, -0.84), (0.24, -1.0))
    scene.shape(tube(strap, [22, 22, 22]).region, "coral", 6.5)
    who.neck()
    who.head("talk", 4, mouth="grin")
    who.arm("near", (120, 712), "relax", 84, elbow=(92, 640))
    who.grip("far", (306, 608), -42, elbow=(250, 660))


def _bench(scene: Scene, x: float, knee: float) -> None:
    """Draw a school desk for the smallest, lifted clear of the floor by two knees."""
    for foot in (x - 54, x + 40):
        rod(scene, (foot, knee), (foot - 4, knee + 82), 14, "mustard", 6)
    scene.shape(loop((x - 92, knee - 26, "c"), (x + 74, knee - 20, "c"), (x + 72, knee + 6, "c"),
                     (x - 92, knee + 2, "c")), "brown", 7.5)  # fmt: skip


def _stool(scene: Scene, x: float) -> None:
    for foot in (x - 34, x + 44):
        rod(scene, (foot, 896), (foot, _FLOOR - 4), 13, "grey", 6)
    rod(scene, (x + 50, 890), (x + 66, 806), 15, "grey", 6.5)
    rod(scene, (x - 46, 892), (x + 54, 892), 18, "grey", 6.5)


def _pupil(scene: Scene, person: Person, x: float, k: float) -> Figure:
    """Draw a boss on a child's chair, knees as high as the chest, up to the legs."""
    _stool(scene, x)
    hip = 866.0
    return Figure(scene, person, (x, hip), (x - 12, hip - 156 * k), k, -1, 8,
                  head_at=(-14, -64 * k))  # fmt: skip


def _legs(who: Figure, x: float) -> None:
    who.leg("far", (x - 122, _FLOOR), knee=(x - 124, 794))
    who.leg("near", (x - 92, _FLOOR), knee=(x - 98, 802), over=True)


def _class(scene: Scene) -> None:
    """Draw the one caught with the pencil, and in front the one with an apple for the teacher."""
    bep = _pupil(scene, _BEP, 880, 1.16)
    bep.torso()
    _legs(bep, 880)
    bep.neck()
    bep.head(_OH, 2, gaze=(0.9, -0.7))
    _bench(scene, 770, 776)
    _pencil(scene, (730, 760), (690, 610))
    bep.grip("near", (719, 726), 70, elbow=(868, 806))
    look = CAST["henk"].dressed(top_colour="navy", tie="coral")
    henk = _pupil(scene, look, 590, 1.22)
    henk.arm("far", (452, 748), "flat", 184, -1, elbow=(506, 762))
    henk.torso()
    _legs(henk, 590)
    henk.neck()
    henk.head("happy", -4, mouth="smile", gaze=(0.9, -0.4))
    _bench(scene, 480, 776)
    _apple(scene, 414, 632)
    henk.arm("near", (446, 680), "flat", 186, -1, elbow=(560, 778))


def _pencil(scene: Scene, end: Knot, point: Knot) -> None:
    """Draw the pencil that drew the arrow."""
    (x0, y0), (x, y) = end[:2], point[:2]
    long, turn = math.hypot(x - x0, y - y0), math.degrees(math.atan2(y - y0, x - x0))
    at = Placement((x, y), 1.0, 1, turn)
    scene.shape(at.loop((-long, -13, "c"), (-46, -13, "c"), (-46, 13, "c"), (-long, 13, "c")),
                "shine", 6.5)  # fmt: skip
    scene.line(at.spline([(-long, 0), (-48, 0)]), 5, (0.9, 0.9))
    scene.shape(at.loop((-46, -13, "c"), (0, 0, "c"), (-46, 13, "c")), "sand", 6.5, halo=0)
    scene.solid(at.loop((-16, -5, "c"), (2, 0, "c"), (-16, 5, "c")))


def _apple(scene: Scene, x: float, y: float) -> None:
    """Draw an apple with its leaf."""
    at = Placement((x, y), 1.0)
    scene.shape(at.loop((0, -22), (22, -32), (38, -8), (28, 26), (8, 34), (0, 30), (-8, 34),
                        (-28, 26), (-38, -8), (-22, -32)), "coral", 7.5)  # fmt: skip
    scene.line(at.spline([(0, -22), (2, -36), (8, -48)]), 6.5, (0.9, 0.9))
    scene.shape(at.loop((6, -36, "c"), (18, -54), (38, -52, "c"), (26, -36)), "leaf", 5.5, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=141, view=(-20, -38, 1036))
    scene.backdrop(
        [(40, 640), (60, 420), (220, 260), (520, 220), (840, 260), (976, 480), (960, 860),
         (500, 950), (70, 880)], "sand",
    )  # fmt: skip
    _board(scene)
    ground(scene, 24, 984, _FLOOR)
    _class(scene)
    _student(scene)
    mug(scene, 306, 918, 1.05)
    bird(scene, 590, 38, 0.9, -1, eye="open")
    return scene
