"""Laat de student het uitleggen: the bosses drew one straight arrow; she chalks in the gap."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop, spline
from samenspel_drawing.pen import Nib, stroke
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import ellipse, ring_points

_FLOOR: Final = 946.0
_DESK: Final = 804.0
"""The top of a school desk."""
_ROAD: Final = 302.0
"""The chalked road's height on the board."""
_OH: Final = Expression((-14, -16), (-14, 16), "big", "o")


def _chalk(scene: Scene, points: Array, width: float = 9, closed: bool = False) -> None:
    """Draw a line of chalk."""
    nib = Nib(taper=(0.9, 0.9), swell=0.1, side=0)
    scene.fill(stroke(points, width, nib, closed=closed, seed=scene.next_seed()), "white")


def _board(scene: Scene) -> None:
    """Draw the board with the bosses' arrow, and below it what she has chalked."""
    scene.shape(box_points(40, 40, 966, 452), "brown", 9)
    scene.shape(box_points(62, 62, 944, 430), "navy", 7)
    _school(scene, 150)
    _works(scene, 838)
    y = 128.0
    arrow = spline([(226, y - 14, "c"), (480, y - 17), (690, y - 14, "c"), (690, y - 48, "c"),
                    (766, y, "c"), (690, y + 48, "c"), (690, y + 14, "c"), (480, y + 12),
                    (226, y + 14, "c")], True)  # fmt: skip
    scene.shape(arrow, "coral", 7)
    _chalk(scene, spline([(98, _ROAD), (260, _ROAD + 2), (470, _ROAD, "c"), (476, 350),
                          (468, 404)]))  # fmt: skip
    _chalk(scene, spline([(640, 404), (634, 350), (642, _ROAD, "c"), (760, _ROAD + 2),
                          (918, _ROAD)]))  # fmt: skip
    for dy in (0, 26):
        waves = [(488 + 24 * i, 366 + dy + (9 if i % 2 else -5)) for i in range(7)]
        _chalk(scene, spline(waves), 8)
    _bike(scene, 440, _ROAD - 40)


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
    """Chalk a workshop with a saw-tooth roof and a smoking chimney."""
    y = _ROAD
    roof = [(x - 66, y, "c"), (x - 66, y - 96, "c"), (x - 24, y - 60, "c"), (x - 24, y - 96, "c"),
            (x + 18, y - 60, "c"), (x + 18, y - 96, "c"), (x + 60, y - 60, "c"),
            (x + 60, y, "c")]  # fmt: skip
    _chalk(scene, spline(roof))
    _chalk(scene, spline([(x + 30, y - 88, "c"), (x + 32, y - 152, "c"), (x + 56, y - 152, "c"),
                          (x + 58, y - 64, "c")]))  # fmt: skip
    _chalk(scene, spline([(x + 46, y - 166), (x + 34, y - 184), (x + 56, y - 198),
                          (x + 46, y - 218)]), 8)  # fmt: skip
    _chalk(scene, box_points(x - 42, y - 36, x - 16, y - 14), 8, closed=True)
    _chalk(scene, box_points(x + 8, y - 36, x + 34, y - 14), 8, closed=True)


def _bike(scene: Scene, x: float, y: float) -> None:
    """Chalk a bicycle with its front wheel over the edge."""
    at = Placement((x, y), 1.16, 1, 17)
    for dx in (-46, 46):
        _chalk(scene, at.points(ring_points(ellipse(dx, 0, 31))), 8, closed=True)
    _chalk(scene, at.spline([(-46, 0, "c"), (-22, -44, "c"), (30, -44, "c"), (-2, 2, "c"),
                             (-46, 0, "c")]), 8)  # fmt: skip
    _chalk(scene, at.spline([(-2, 2, "c"), (-26, -58, "c")]), 8)
    _chalk(scene, at.spline([(-40, -60, "c"), (-12, -60, "c")]), 10)
    _chalk(scene, at.spline([(46, 0, "c"), (26, -66, "c"), (44, -72, "c")]), 8)


def _student(scene: Scene) -> None:
    """Draw the student, who points at the bicycle and speaks to the class."""
    who = Figure(scene, CAST["yara"].dressed(top_colour="teal"), (174, 776), (180, 606), 1.1, 1, 4,
                 head_at=(6, -68))  # fmt: skip
    rod(scene, (330, 600), (424, 364), 13, "mustard", 6)
    who.leg("far", (208, _FLOOR), straight=True)
    who.leg("near", (138, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head("talk", 4, mouth="grin")
    who.arm("near", (134, 772), "relax", 84, elbow=(98, 694))
    who.grip("far", (328, 606), -68, elbow=(280, 700))


def _desk(scene: Scene, x: float) -> None:
    for foot in (x - 176, x - 66):
        rod(scene, (foot, _DESK + 16), (foot, _FLOOR - 4), 14, "mustard", 6)
    scene.shape(loop((x - 200, _DESK, "c"), (x - 40, _DESK, "c"), (x - 44, _DESK + 25, "c"),
                     (x - 196, _DESK + 25, "c")), "brown", 7.5)  # fmt: skip


def _chair(scene: Scene, x: float) -> None:
    for foot in (x - 34, x + 50):
        rod(scene, (foot, 892), (foot, _FLOOR - 4), 14, "mustard", 6)
    rod(scene, (x + 54, 882), (x + 70, 772), 16, "mustard", 6.5)
    rod(scene, (x - 46, 884), (x + 60, 884), 19, "mustard", 6.5)


def _pupil(scene: Scene, person: Person, x: float, k: float, lean: float) -> Figure:
    """Draw a boss on a school chair, knees against the desk, up to the neck."""
    _chair(scene, x)
    who = Figure(scene, person, (x, 862), (x - lean, 862 - 156 * k), k, -1, 6,
                 head_at=(-6 - lean * 0.4, -64 * k))  # fmt: skip
    who.leg("far", (x - 116, _FLOOR), knee=(x - 112, 838))
    who.leg("near", (x - 92, _FLOOR), knee=(x - 88, 846))
    return who


def _class(scene: Scene) -> None:
    """Draw the boss who drops his pencil, and in front the one who puts up her hand."""
    hakan = _pupil(scene, CAST["hakan"].dressed(top_colour="leaf", tie="mustard"), 866, 1.0, 2)
    hakan.arm("far", (742, 786), "flat", 182, 1, elbow=(796, 792))
    hakan.torso()
    hakan.neck()
    hakan.head(_OH, 2, gaze=(0.9, -0.7))
    _desk(scene, 866)
    rod(scene, (752, 728), (747, 710), 15, "coral", 6)  # the marker that drew the arrow
    rod(scene, (772, 796), (756, 738), 26, "white", 6.5)
    hakan.grip("near", (768, 778), 74, elbow=(862, 812))
    naomi = _pupil(scene, CAST["naomi"].dressed(top_colour="mustard", stripes=None, top="cardigan"),
                  574, 0.98, 4)  # fmt: skip
    naomi.arm("far", (462, 784), "flat", 182, 1, elbow=(512, 790))
    naomi.torso()
    naomi.neck()
    naomi.head("surprise", -4, gaze=(0.8, -0.6), mouth="smile")
    _desk(scene, 574)
    naomi.arm("near", (690, 618), "open", -78, 1, elbow=(664, 726))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=141, view=(-8, -30, 1024))
    scene.backdrop(
        [(40, 640), (60, 420), (220, 260), (520, 220), (840, 260), (976, 480), (960, 860),
         (500, 950), (70, 880)], "sand",
    )  # fmt: skip
    _board(scene)
    ground(scene, 24, 984, _FLOOR)
    _class(scene)
    _student(scene)
    mug(scene, 414, 778, 1)
    bird(scene, 590, 44, 0.9, -1, eye="open")
    return scene
