"""Wees druk met rust: a pit stop, done by the book: a fresh pillow, a mug, and not a sound."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, cap_on, ground, mug, rod
from samenspel_drawing.regions import ellipse, tube

_FLOOR: Final = 940.0
_WHEELS: Final = ((236.0, 822.0, 118.0), (800.0, 836.0, 104.0))
"""Where the wheels' middles are, and their radii."""


def _body(scene: Scene) -> None:
    """Draw the racing car: tail, cockpit and a long nose, long and low."""
    hull = loop((64, 640, "c"), (120, 600), (260, 596), (336, 640, "c"), (560, 640, "c"),
                (610, 626), (760, 650), (900, 700), (968, 770), (950, 830), (860, 850),
                (500, 862), (160, 856), (72, 800), (52, 720))  # fmt: skip
    car = scene.shape(hull, "coral", 10)
    scene.fill(loop((40, 770, "c"), (500, 790), (990, 776, "c"), (990, 812, "c"), (500, 826),
                    (40, 806, "c")), "white", clip=car)  # fmt: skip
    scene.line(curve((890, 700), (900, 760), (896, 846)), 6, clip=car)
    for x in (748, 784, 820):
        scene.line(curve((x, 704), (x - 10, 748)), 8, (0.9, 0.9), clip=car)


def _wheel(scene: Scene, x: float, y: float, radius: float) -> None:
    scene.knock(ellipse(x, y, radius), 3, colours=True)
    scene.solid(ellipse(x, y, radius).difference(ellipse(x, y, radius * 0.62)))
    scene.shape(ellipse(x, y, radius * 0.55), "mustard", 8)
    for i in range(8):
        a = math.radians(i * 45 + 10)
        c, s = math.cos(a), math.sin(a)
        scene.line(curve((x + 20 * c, y + 20 * s), (x + radius * 0.52 * c, y + radius * 0.52 * s)),
                   5.5, (0.9, 0.9), wobble=0.3)  # fmt: skip
    scene.shape(ellipse(x, y, 17), "white", 6)


def _pillow(scene: Scene, x: float, y: float, size: float, degrees: float) -> None:
    at = Placement((x, y), size, 1, degrees)
    case = scene.shape(at.loop((-108, -60), (-96, -74), (-50, -72), (0, -78), (50, -72), (96, -74),
                        (108, -60), (104, -24), (108, 0), (104, 24), (108, 60), (96, 74), (50, 72),
                        (0, 78), (-50, 72), (-96, 74), (-108, 60), (-104, 24), (-108, 0),
                        (-104, -24)), "white", 8.5)  # fmt: skip
    for y0 in (-46, -14, 18, 50):
        stripe = at.loop((-130, y0, "c"), (130, y0, "c"), (130, y0 + 11, "c"), (-130, y0 + 11, "c"))
        scene.fill(stripe, "teal", clip=case)
    for way in (-1, 1):  # what the corners pull together
        for up in (-1, 1):
            scene.line(at.spline([(90 * way, 58 * up), (70 * way, 46 * up), (60 * way, 30 * up)]),
                       5.5, (0.9, 0.4))  # fmt: skip


def _goggles(head: Head) -> None:
    """Push a racer's goggles up over the forehead."""
    at, scene = head.placement, head.scene
    strap = at.loop((-56, -48, "c"), (-30, -60), (46, -62, "c"), (46, -44, "c"), (-30, -42),
                    (-60, -26, "c"))  # fmt: skip
    scene.shape(strap, "navy", head.width * 0.8)
    for x in (-8, 36):
        scene.shape(head.region(ellipse(x, -58, 23, 20)), "mustard", head.width * 0.9)
        scene.shape(head.region(ellipse(x, -58, 14, 12)), "white", head.width * 0.5, halo=0)


def _sleeper(scene: Scene) -> Figure:
    """Draw the racer, asleep against a pillow; the arm over the blanket is still to come."""
    look = CAST["lotte"].dressed(top="turtle", top_colour="navy")
    who = Figure(scene, look, (650, 730), (500, 584), 1.5, 1, 0, head_at=(-74, -80))
    who.torso()
    who.neck()
    head = who.head("bliss", -30)
    _goggles(head)
    return who


def _blanket(scene: Scene) -> None:
    """Draw the blanket, tucked over the edge of the cockpit."""
    cloth = scene.shape(loop((478, 690), (504, 640), (556, 596), (636, 604), (704, 646),
                             (720, 706), (700, 730), (660, 720), (616, 732), (572, 722), (530, 734),
                             (490, 724)), "teal", 9)  # fmt: skip
    for y in (0, 44):
        band = curve((450, 690 + y), (530, 634 + y), (626, 632 + y), (730, 684 + y))
        scene.fill(tube(band, [15, 15]).region, "white", clip=cloth)


def _sign(scene: Scene, x: float, y: float, low: float) -> None:
    """Draw the pit board on its pole: a moon."""
    rod(scene, (x, y), (x, low), 18, "mustard", 7.5)
    scene.shape(ellipse(x, y, 92), "navy", 9)
    moon = ellipse(x - 6, y, 62).difference(ellipse(x + 26, y - 16, 54))
    scene.fill(moon, "mustard")


def _stopwatch(scene: Scene, x: float, y: float) -> None:
    scene.shape(ellipse(x, y - 50, 12, 11), "grey", 6)
    scene.shape(ellipse(x, y, 44), "grey", 8)
    scene.shape(ellipse(x, y, 31), "white", 6, halo=0)
    scene.line(curve((x, y + 2), (x + 13, y - 15)), 7, (1, 0.7))


def _chief(scene: Scene) -> None:
    """Draw the crew chief with pit board and stopwatch, behind the nose of the car."""
    look = CAST["otis"].dressed(top="turtle", top_colour="mustard", hand_size=1.15)
    who = Figure(scene, look, (790, 700), (782, 516), 1.25, -1, 4)
    _sign(scene, 632, 214, 660)
    who.grip("far", (632, 524), 90, elbow=(716, 610), soft=0.42)
    who.torso()
    who.neck()
    who.head("calm", -6, eye="dot", gaze=(0.6, 0.4), mouth="smile")
    who.arm("near", (926, 580), "fist", -92, elbow=(878, 668), soft=0.45)
    _stopwatch(scene, 928, 498)


def _mechanic(scene: Scene) -> None:
    """Draw the one who plumps up the pillow and holds his breath; his hands come later."""
    _pillow(scene, 366, 520, 1.62, -56)
    look = CAST["tim"].dressed(top="turtle", top_colour="mustard", hand_size=1.15)
    who = Figure(scene, look, (70, 690), (100, 480), 1.16, 1, -8, head_at=(16, -76))
    who.torso()
    who.neck()
    head = who.head("surprise", 10, mouth="whistle", gaze=(0.6, 0.8))
    cap_on(head, "teal", 42, 1, -2)
    who.arm("near", (206, 560), "flat", -10, elbow=(96, 620), soft=0.4)


def _briefcase(scene: Scene, x: float) -> None:
    """Draw the parked briefcase, papers sticking out, on the ground behind the car."""
    at = Placement((x, _FLOOR - 4), 0.84, 1, -4)
    for dx, turn in ((-30, -12), (6, 6), (36, 16)):
        sheet = at.inner(dx, -84, degrees=turn)
        scene.shape(sheet.loop((-26, -40, "c"), (24, -42, "c"), (26, 30, "c"), (-26, 30, "c")),
                    "white", 6, halo=0)  # fmt: skip
    case = scene.shape(at.loop((-78, -86, "c"), (78, -86, "c"), (74, 0, "c"), (-74, 0, "c")),
                       "brown", 8)  # fmt: skip
    scene.line(at.spline([(-78, -56), (0, -46), (78, -56)]), 6, clip=case)
    scene.shape(at.loop((-11, -58, "c"), (11, -58, "c"), (11, -32, "c"), (-11, -32, "c")),
                "mustard", 5.5, halo=0)  # fmt: skip


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=101, view=(-4, 0, 1000))
    scene.backdrop(
        [(50, 700), (50, 360), (240, 110), (560, 60), (850, 150), (960, 460), (940, 840),
         (500, 950), (80, 900)], "mist",
    )  # fmt: skip
    ground(scene, 20, 980, _FLOOR)
    _chief(scene)
    _mechanic(scene)
    racer = _sleeper(scene)
    _body(scene)
    _blanket(scene)
    racer.arm("near", (628, 676), "relax", 8, elbow=(540, 716), shoulder=(478, 622), soft=0.42)
    for wheel in _WHEELS:
        _wheel(scene, *wheel)
    _briefcase(scene, 76)
    mug(scene, 918, 690, 1.2, steam=False)
    bird(scene, 640, 126, 1.35, -1)
    return scene
