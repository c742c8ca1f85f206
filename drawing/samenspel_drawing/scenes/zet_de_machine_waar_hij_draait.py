"""Zet de machine waar hij draait: a drill kept like a museum piece, and those who could use it."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import ellipse, ring_points, tube

_FLOOR: Final = 940.0


def _machine(scene: Scene) -> None:
    """Draw a pillar drill on a pedestal."""
    scene.shape(box_points(40, 820, 430, _FLOOR), "sand", 8.5)
    scene.shape(box_points(24, 790, 446, 824), "sand", 8.5)
    scene.shape(loop((80, 790, "c"), (88, 752, "c"), (382, 752, "c"), (390, 790, "c")), "teal", 8.5)
    scene.shape(box_points(120, 250, 172, 754), "grey", 8)
    scene.shape(box_points(104, 560, 392, 596), "teal", 8.5)
    scene.shape(box_points(100, 540, 192, 616), "teal", 8)
    head = loop((76, 96, "c"), (300, 84, "c"), (372, 130), (384, 210), (372, 300, "c"),
                (276, 300, "c"), (262, 330, "c"), (92, 330, "c"))  # fmt: skip
    scene.shape(head, "teal", 9)
    scene.shape(loop((90, 96, "c"), (94, 46), (300, 40), (304, 90, "c")), "navy", 8.5)
    scene.shape(box_points(292, 300, 358, 356), "grey", 8)
    scene.shape(loop((306, 356, "c"), (344, 356, "c"), (338, 398, "c"), (312, 398, "c")),
                "shine", 7.5)  # fmt: skip
    scene.shape(loop((318, 398, "c"), (332, 398, "c"), (332, 470, "c"), (325, 486, "c"),
                     (318, 470, "c")), "white", 6.5)  # fmt: skip
    for y in (416, 438, 458):
        scene.line(curve((317, y + 6), (333, y - 6)), 5, (1, 1), wobble=0)
    for end in ((452, 176), (420, 306), (356, 130)):
        rod(scene, (338, 218), end, 13, "grey", 6)
        scene.shape(ellipse(*end, 17), "coral", 6.5)
    scene.shape(ellipse(338, 218, 34), "mustard", 7.5)
    for x, colour in ((140, "leaf"), (196, "coral")):
        scene.shape(ellipse(x, 210, 21), colour, 6.5)
    scene.line(curve((120, 266), (230, 262)), 6, (0.8, 0.8))


def _web(scene: Scene) -> None:
    """Draw the cobweb between the drill and its table, and who lives there."""
    hub = (268.0, 446.0)
    rim = ((184, 340), (262, 334), (312, 392), (326, 480), (318, 560), (236, 562), (176, 520),
           (172, 420))  # fmt: skip
    for x, y in rim:
        scene.line(curve(hub, (x, y)), 5, (1, 1), wobble=0.3)
    for part in (0.36, 0.66, 0.92):
        ring = [(hub[0] + (x - hub[0]) * part, hub[1] + (y - hub[1]) * part) for x, y in rim]
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            sag = (middle[0] * 0.86 + hub[0] * 0.14, middle[1] * 0.86 + hub[1] * 0.14)
            scene.line(curve(a, sag, b), 5, (1, 1), wobble=0.3)
    x, y = 244, 494  # the spider
    for s in (-1, 1):
        for dy, out in ((-12, -22), (-3, -4), (6, 12), (14, 30)):
            leg = curve((x, y + dy), (x + 20 * s, y + out - 6), (x + 34 * s, y + out + 6))
            scene.line(leg, 4.8, (1, 1), wobble=0)
    scene.solid(ellipse(x, y, 15, 19))
    scene.solid(ellipse(x, y - 22, 10, 9))


def _keeper(scene: Scene) -> None:
    """Draw the director who dusts his treasure."""
    look = CAST["willem"].dressed(top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (560, _FLOOR - 168), (548, _FLOOR - 330), 1.06, -1, 4)
    rod(scene, (484, 520), (432, 420), 13, "brown", 6)
    tufts = Placement((432, 420), 1.0, 1, -30)
    for turn, long in ((-62, 84), (62, 84), (-34, 112), (34, 112), (0, 126)):
        plume = Placement(tufts.origin, 1.0, 1, turn - 30)
        scene.shape(
            plume.loop(
                (-8, 6, "c"),
                (-26, -long * 0.5),
                (-20, -long * 0.9),
                (0, -long),
                (20, -long * 0.9),
                (26, -long * 0.5),
                (8, 6, "c"),
            ),
            "mustard",
            6.5,
        )
        scene.line(plume.spline([(0, -14), (0, -long * 0.7)]), 4.8, (0.8, 0.5))
    scene.shape(tufts.loop((-16, -6, "c"), (16, -6, "c"), (12, 24, "c"), (-12, 24, "c")), "coral",
                6.5)  # fmt: skip
    who.arm("far", (494, 558), "fist", -124, 1, elbow=(472, 656))
    who.leg("far", (532, _FLOOR - 14), -24, straight=True)
    who.leg("near", (598, _FLOOR - 14), -24, straight=True)
    who.torso()
    who.neck()
    who.head("bliss", 6, mouth="smile")
    who.arm("near", (618, 768), "relax", 96, elbow=(640, 694))


def _rope(scene: Scene) -> None:
    for x in (646, 958):
        rod(scene, (x, 690), (x, _FLOOR - 6), 16, "mustard", 7)
        scene.shape(ellipse(x, 684, 19), "mustard", 7)
        scene.shape(loop((x - 38, _FLOOR + 4, "c"), (x - 24, _FLOOR - 16), (x + 24, _FLOOR - 16),
                         (x + 38, _FLOOR + 4, "c")), "mustard", 7)  # fmt: skip
    line = curve((646, 712), (700, 780), (800, 806), (900, 782), (958, 712))
    scene.shape(tube(line, [22, 24, 22]).region, "coral", 7.5)


def _waits(scene: Scene, person: Person, x: float, k: float, mood: str,
           tilt: float) -> Figure:  # fmt: skip
    y = _FLOOR - 20
    who = Figure(scene, person, (x, y - 152 * k), (x - 4, y - 302 * k), k, -1, 3)
    who.leg("far", (x - 26 * k, y), straight=True)
    who.leg("near", (x + 28 * k, y), straight=True)
    who.torso()
    who.neck()
    who.head(mood, tilt)
    return who


def _students(scene: Scene) -> None:
    """Draw those who wait behind the rope with work in their hands."""
    jade = _waits(scene, CAST["jade"].dressed(top_colour="leaf"), 908, 1.0, "sceptic", 4)
    tim = _waits(scene, CAST["tim"].dressed(top_colour="mustard", top="sweater"), 758, 0.98,
                 "worried", -4)  # fmt: skip
    house = Placement((872, 696), 0.9)
    scene.shape(house.loop((-46, 58, "c"), (-46, -26, "c"), (46, -26, "c"), (46, 58, "c")), "sand",
                7)  # fmt: skip
    scene.shape(house.loop((-64, -20, "c"), (0, -74, "c"), (64, -20, "c")), "brown", 7)
    _to_drill(scene, 872, 708)
    jade.arm("near", (908, 742), "fist", 200, -1, elbow=(968, 716))
    plank = Placement((710, 712), 1.0, 1, -5)
    scene.shape(plank.loop((-54, -48, "c"), (38, -48, "c"), (38, 48, "c"), (-54, 48, "c")), "leaf",
                7)  # fmt: skip
    _to_drill(scene, 702, 708)
    tim.arm("near", (752, 744), "fist", 200, -1, elbow=(800, 732))


def _to_drill(scene: Scene, x: float, y: float) -> None:
    """Draw the pencilled ring and cross where a hole is still to come."""
    rim = ring_points(ellipse(x, y, 22))
    step = len(rim) // 6
    for i in range(6):
        scene.line(rim[i * step : i * step + int(step * 0.6) + 1], 5, (1, 1), wobble=0)
    scene.line(curve((x - 10, y), (x + 10, y)), 5, (1, 1), wobble=0)
    scene.line(curve((x, y - 10), (x, y + 10)), 5, (1, 1), wobble=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=151, view=(2, -34, 1016))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 60), (840, 180), (976, 480), (950, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    ground(scene, 24, 984, _FLOOR)
    _machine(scene)
    _web(scene)
    _students(scene)
    _keeper(scene)
    _rope(scene)
    mug(scene, 364, 534, 0.9, steam=False)
    bird(scene, 200, 42, 0.8)
    return scene
