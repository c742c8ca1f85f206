"""Zet de machine waar hij draait: a drill kept like a museum piece, and those who could use it."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import capsule, ellipse, tube

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
    scene.shape(loop((300, 354, "c"), (350, 354, "c"), (344, 394, "c"), (306, 394, "c")),
                "shine", 7.5)  # fmt: skip
    scene.shape(loop((311, 394, "c"), (339, 394, "c"), (339, 494, "c"), (325, 520, "c"),
                     (311, 494, "c")), "white", 7)  # fmt: skip
    for y in (418, 448, 478):
        scene.line(curve((312, y + 10), (338, y - 10)), 7, (1, 1), wobble=0)
    for end in ((446, 168), (432, 280), (356, 122)):
        rod(scene, (338, 218), end, 13, "grey", 6)
        scene.shape(ellipse(*end, 17), "coral", 6.5)
    scene.shape(ellipse(338, 218, 34), "mustard", 7.5)
    scene.shape(box_points(118, 150, 232, 206), "white", 6.5)  # the maker's plate
    for y in (168, 188):
        scene.line(curve((134, y), (216, y)), 5, (0.9, 0.9))
    scene.shape(box_points(122, 240, 158, 290), "coral", 6.5)


def _web(scene: Scene) -> None:
    """Draw the cobweb between the drill and its table, and who lives there."""
    hub = (238.0, 448.0)
    rim = ((180, 340), (244, 336), (302, 372), (308, 452), (292, 552), (232, 558), (178, 530),
           (176, 430))  # fmt: skip
    for x, y in rim:
        scene.line(curve(hub, (x, y)), 5, (1, 1), wobble=0.3)
    for part in (0.36, 0.66, 0.92):
        ring = [(hub[0] + (x - hub[0]) * part, hub[1] + (y - hub[1]) * part) for x, y in rim]
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            sag = (middle[0] * 0.86 + hub[0] * 0.14, middle[1] * 0.86 + hub[1] * 0.14)
            scene.line(curve(a, sag, b), 5, (1, 1), wobble=0.3)
    x, y = 228, 500  # the spider
    for s in (-1, 1):
        for dy, out in ((-12, -22), (-3, -4), (6, 12), (14, 30)):
            leg = curve((x, y + dy), (x + 20 * s, y + out - 6), (x + 34 * s, y + out + 6))
            scene.line(leg, 4.8, (1, 1), wobble=0)
    scene.solid(ellipse(x, y, 15, 19))
    scene.solid(ellipse(x, y - 22, 10, 9))


def _duster(scene: Scene, grip: Knot, tip: Knot) -> None:
    """Draw a feather duster: a stick, a band and a fluffy plume at the tip."""
    rod(scene, grip, tip, 14, "brown", 6)
    (x0, y0), (x, y) = grip[:2], tip[:2]
    at = Placement((x, y), 1.0, 1, math.degrees(math.atan2(y - y0, x - x0)))
    for degrees, long in ((-64, 84), (64, 84), (-34, 108), (34, 108), (0, 122)):
        feather = at.inner(4, 0, degrees=degrees)
        scene.shape(feather.loop((0, -8), (long * 0.5, -23), (long * 0.86, -19), (long, 0, "c"),
                                 (long * 0.86, 19), (long * 0.5, 23), (0, 8)), "grey", 6,
                    halo=0)  # fmt: skip
        scene.line(feather.spline([(18, 0), (long * 0.8, 0)]), 4.8, (0.8, 0.4))
    scene.shape(at.loop((-16, -13, "c"), (14, -18, "c"), (14, 18, "c"), (-16, 13, "c")), "navy", 6)


def _keeper(scene: Scene) -> None:
    """Draw the director who dusts his treasure."""
    look = CAST["gerrit"].dressed(top_colour="navy", leg_colour="brown")
    who = Figure(scene, look, (542, _FLOOR - 168), (538, _FLOOR - 328), 1.06, -1, 4)
    grip = (410, 588)
    _duster(scene, (412, 624), (418, 474))
    who.grip("far", grip, 92, elbow=(446, 712))
    who.leg("far", (512, _FLOOR), straight=True)
    who.leg("near", (580, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head("bliss", 6)
    who.arm("near", (528, 704), "flat", 196, -1, elbow=(618, 720))


def _rope(scene: Scene) -> None:
    """Draw the museum rope round the machine and its keeper."""
    line = curve((40, 742), (150, 826), (335, 864), (518, 826), (640, 742))
    scene.shape(tube(line, [22, 24, 22]).region, "coral", 7.5)
    for x in (40, 640):
        rod(scene, (x, 722), (x, _FLOOR - 6), 16, "mustard", 7)
        scene.shape(ellipse(x, 714, 19), "mustard", 7)
        scene.shape(loop((x - 36, _FLOOR + 4, "c"), (x - 24, _FLOOR - 16), (x + 24, _FLOOR - 16),
                         (x + 36, _FLOOR + 4, "c")), "mustard", 7)  # fmt: skip


def _waits(scene: Scene, person: Person, x: float, k: float, mood: str,
           tilt: float) -> Figure:  # fmt: skip
    y = _FLOOR
    who = Figure(scene, person, (x, y - 162 * k), (x - 4, y - 314 * k), k, -1, 3)
    who.leg("far", (x - 28 * k, y), straight=True)
    who.leg("near", (x + 30 * k, y), straight=True)
    who.torso()
    who.neck()
    who.head(mood, tilt)
    return who


def _students(scene: Scene) -> None:
    """Draw those who wait outside with work in their hands, and the bird that waits with them."""
    yara = _waits(scene, CAST["yara"].dressed(top_colour="leaf"), 936, 1.0, "sceptic", 4)
    house = Placement((872, 770), 1.14)
    scene.shape(house.loop((-46, 58, "c"), (-46, -26, "c"), (46, -26, "c"), (46, 58, "c")), "sand",
                7)  # fmt: skip
    scene.shape(house.loop((-64, -20, "c"), (0, -74, "c"), (64, -20, "c")), "brown", 7)
    _to_drill(scene, 866, 772)
    _far_fingers(scene, 800, 812, "skin2")
    yara.arm("near", (948, 846), "flat", 188, -1, elbow=(1002, 776))
    bird(scene, 860, 694, 0.8, -1, eye="open")
    look = CAST["tim"].dressed(top_colour="teal", top="hoodie")
    tim = _waits(scene, look, 760, 0.94, "worried", -4)
    _plank(scene, Placement((738, 716), 1.0, 1, -5))
    _far_fingers(scene, 636, 730, "skin1")
    tim.arm("near", (820, 772), "flat", 196, -1, elbow=(846, 706), soft=0.4)


def _plank(scene: Scene, at: Placement) -> None:
    """Draw a thick pine plank with its grain and a knot, a hole marked on it."""
    scene.shape(at.loop((-104, 36, "c"), (84, 36, "c"), (84, 62, "c"), (-104, 62, "c")), "brown",
                7.5)  # fmt: skip
    scene.shape(at.loop((84, -52, "c"), (104, -66, "c"), (104, 46, "c"), (84, 62, "c")), "brown",
                7.5)  # fmt: skip
    face = scene.shape(at.points(box_points(-104, -52, 84, 38)), "mustard", 8)
    for line in (((-100, -34), (-40, -30), (20, -38), (80, -32)),
                 ((-100, 20), (-30, 26), (30, 18), (80, 24))):  # fmt: skip
        scene.line(at.spline(line), 5, (0.7, 0.5), clip=face)
    spot = at.point(-28, -6)
    ring = ellipse(float(spot[0]), float(spot[1]), 25)
    scene.shape(ring, "white", 6, halo=0)
    _to_drill(scene, float(spot[0]), float(spot[1]), 12)
    scene.shape(at.region(ellipse(50, -14, 12, 7, 10)), "brown", 5.5, halo=0)


def _far_fingers(scene: Scene, x: float, y: float, skin: str) -> None:
    """Draw the fingers of the far hand, round the left edge of what is held."""
    for dy in (-15, 0, 15):
        scene.shape(capsule((x, y + dy), (x + 22, y + dy - 1), 16, 15), skin, 5.5, halo=0)


def _to_drill(scene: Scene, x: float, y: float, size: float = 13) -> None:
    """Draw the pencilled cross where a hole is still to come."""
    for s in (-1, 1):
        scene.line(curve((x - size, y - size * s), (x + size, y + size * s)), 6.5, (1, 1), wobble=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=151, view=(0, -58, 1072))
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
    mug(scene, 372, 534, 0.9, steam=False)
    return scene
