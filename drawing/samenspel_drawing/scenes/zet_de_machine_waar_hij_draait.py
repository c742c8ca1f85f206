"""Zet de machine waar hij draait: a drill kept like a museum piece; outside, holes by hand."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, arc, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import ellipse, tube

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


def _trestle(scene: Scene) -> None:
    """Draw the plank on its trestle, a hole to show for all the sweat."""
    for x, way in ((704, -1), (836, 1)):
        rod(scene, (x, 836), (x + 26 * way, _FLOOR - 6), 24, "brown", 7.5)
    plank = scene.shape(box_points(670, 796, 898, 842), "mustard", 8.5)
    for y, left in ((810, 690), (829, 712)):
        scene.line(curve((left, y), (left + 90, y + 3), (left + 178, y - 2)), 5, (0.7, 0.5),
                   clip=plank)  # fmt: skip
    for x, y, turn in ((744, 782, 0), (812, 784, 1)):  # shavings
        scene.line(curve((x - 14, y + 10), (x - 16, y - 6), (x, y - 10), (x + 8, y + 2),
                         (x - 2 - 4 * turn, y + 6)), 6, (0.8, 0.6))  # fmt: skip


def _brace(scene: Scene) -> None:
    """Draw the hand drill, a brace that one cranks round, its bit in the plank."""
    x = 776.0
    rod(scene, (x, 770), (x, 800), 10, "shine", 6)
    scene.shape(loop((x - 17, 722, "c"), (x + 17, 722, "c"), (x + 10, 774, "c"),
                     (x - 10, 774, "c")), "shine", 7)  # fmt: skip
    crank = curve((x, 722), (x - 8, 712), (x - 50, 706), (x - 56, 690), (x - 56, 640),
                  (x - 50, 624), (x - 8, 618), (x, 606))  # fmt: skip
    scene.shape(tube(crank, [14] * 8).region, "shine", 6.5)
    scene.shape(loop((x - 34, 604), (x - 22, 580), (x + 22, 580), (x + 34, 604),
                     (x + 14, 612), (x - 14, 612)), "brown", 7.5)  # fmt: skip
    for y, start in ((668, 128), (668, -52)):
        scene.line(arc(x - 4, y, 104, start, start + 46, 12), 6, (0.4, 0.4))


def _student(scene: Scene) -> None:
    """Draw the student who drills by hand outside the rope, and the bird that watches."""
    _trestle(scene)
    look = CAST["yara"].dressed(top_colour="leaf")
    who = Figure(scene, look, (972, _FLOOR - 164), (930, _FLOOR - 312), 1.06, -1, 6,
                 head_at=(-22, -70))  # fmt: skip
    who.leg("far", (906, _FLOOR), straight=True)
    who.leg("near", (1012, _FLOOR), straight=True)
    who.arm("far", (806, 590), "relax", 176, -1, elbow=(862, 660), soft=0.42)
    _brace(scene)
    who.torso()
    who.neck()
    who.head("grit", 4)
    for x, y, turn in ((852, 452, -34), (800, 494, -62), (930, 428, 10)):
        drop = Placement((x, y), 1.1, 1, turn)
        scene.shape(drop.loop((0, -20, "c"), (11, 2), (0, 14), (-11, 2)), "white", 6.5)
    who.grip("near", (720, 664), 90, elbow=(870, 742), soft=0.42)
    bird(scene, 852, 796, 0.85, -1, eye="open")


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=151, view=(-2, -66, 1080))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 60), (840, 180), (976, 480), (950, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    ground(scene, 24, 984, _FLOOR)
    _machine(scene)
    _web(scene)
    _student(scene)
    _keeper(scene)
    _rope(scene)
    mug(scene, 372, 534, 0.9, steam=False)
    return scene
