"""Blijf onbevangen: one sails in a cardboard box; the inspector has taken off a shoe already."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, waves
from samenspel_drawing.regions import ribbon

_TEMPTED: Final = Expression((-12, -8), (-8, 8), "dot", "smirk")
_FLOOR: Final = 938.0


def _box_behind(scene: Scene) -> None:
    inside = loop((96, 604, "c"), (588, 590, "c"), (560, 690, "c"), (140, 700, "c"))
    scene.shape(inside, "brown", 8.5)


def _box_before(scene: Scene) -> None:
    front = loop((96, 612, "c"), (588, 598, "c"), (556, 880, "c"), (146, 890, "c"))
    face = scene.shape(front, "mustard", 9)
    scene.fill(loop((300, 600, "c"), (372, 598, "c"), (372, 892, "c"), (304, 894, "c")), "sand",
               clip=face)  # fmt: skip
    left = loop((100, 610, "c"), (30, 566, "c"), (58, 520, "c"), (130, 586, "c"))
    scene.shape(left, "mustard", 8.5)
    bow = loop((584, 604, "c"), (672, 548, "c"), (646, 496, "c"), (556, 584, "c"))
    scene.shape(bow, "mustard", 8.5)
    at = Placement((474, 716), 1.15, 1, -2)
    for x in (-30, 30):
        scene.line(at.spline([(x, 46), (x, -40)]), 8, (1, 1), wobble=0.4)
        scene.line(at.spline([(x - 20, -18), (x, -44, "c"), (x + 20, -18)]), 8, (0.8, 0.8))
    scene.line(at.spline([(-54, 58), (54, 58)]), 8, (0.8, 0.8), wobble=0.4)


def _rug(scene: Scene) -> None:
    """Draw the rug that is the sea: woven waves, and a fringe at both ends."""
    for x, way in ((96, -1), (690, 1)):
        for i in range(7):
            y = 848 + i * 15
            edge = x + (-6 * i if way < 0 else 4 + 10 * i)
            scene.line(curve((edge, y), (edge + 30 * way, y + 4)), 6, (1, 0.8), wobble=0.4)
    rug = loop((96, 838, "c"), (690, 838, "c"), (762, 946, "c"), (48, 946, "c"))
    sea = scene.shape(rug, "teal", 8.5)
    for x, low in ((96, 48), (690, 762)):
        band = loop((x - 22, 830, "c"), (x + 22, 830, "c"), (low + 26, 952, "c"),
                    (low - 26, 952, "c"))  # fmt: skip
        scene.fill(band, "mustard", clip=sea)
    for left, right, y, count in ((60, 180, 884, 3), (590, 690, 872, 3), (90, 330, 922, 5),
                                  (420, 700, 920, 6)):  # fmt: skip
        waves(scene, left, right, y, count, 9, 5.5)


def _paper_hat(head: Head) -> None:
    at = head.placement.inner(-8, -54, degrees=-6)
    head.scene.shape(at.loop((-48, -6, "c"), (0, -84, "c"), (50, -6, "c")), "white", 8)
    brim = at.loop((-86, 22, "c"), (-70, -16, "c"), (0, -34, "c"), (72, -16, "c"), (86, 22, "c"),
                   (0, 8))  # fmt: skip
    head.scene.shape(brim, "white", 8)
    head.scene.line(at.spline([(0, -32), (2, 6)]), 5.5, (0.8, 0.4))


def _ruler(scene: Scene, top: tuple[float, float], low: tuple[float, float]) -> None:
    """Draw the ruler that is a paddle."""
    line = curve(top, low)
    blade = scene.shape(ribbon(line, 46), "white", 8)
    for i in range(8, len(line) - 6, 9):
        x, y = (float(v) for v in line[i])
        dx, dy = (float(v) for v in line[i + 1] - line[i])
        size = (dx * dx + dy * dy) ** 0.5
        nx, ny = dy / size, -dx / size
        deep = 4 if (i // 9) % 3 else -6
        scene.line(curve((x + nx * 23, y + ny * 23), (x + nx * deep, y + ny * deep)), 5.5, (1, 1),
                   clip=blade, wobble=0)  # fmt: skip


def _sailor(scene: Scene) -> None:
    person = CAST["ineke"].dressed(top_colour="coral")
    who = Figure(scene, person, (336, 720), (338, 500), 1.4, 1, -4, head_at=(10, -92))
    who.arm("far", (500, 520), "fist", -36, bend=-1)
    mug(scene, 540, 480, 1.3)
    who.torso()
    who.neck()
    head = who.head("bliss", -6)
    _paper_hat(head)
    _box_before(scene)
    _ruler(scene, (176, 440), (66, 892))
    who.grip("near", (140, 586), 104, elbow=(216, 630))


def _stamp(scene: Scene, x: float, y: float) -> None:
    """Draw the stamp that hangs from a hand at (x, y): a broad block on a short stem."""
    at = Placement((x, y), 1.15, 1, 6)
    stem = at.loop((-11, -6, "c"), (11, -6, "c"), (12, 30), (30, 48, "c"), (-30, 48, "c"),
                   (-12, 30))  # fmt: skip
    scene.shape(stem, "brown", 7)
    scene.shape(at.loop((-38, 46, "c"), (38, 46, "c"), (38, 92, "c"), (-38, 92, "c")), "brown", 7)
    scene.shape(at.loop((-42, 91, "c"), (42, 91, "c"), (42, 106, "c"), (-42, 106, "c")), "coral", 6)


def _inspector(scene: Scene) -> None:
    """Draw the inspector, who bends over the edge of the box, one foot on the rug already."""
    look = CAST["ruben"].dressed(top="jacket", top_colour="navy", tie="mustard", leg_colour="grey",
                                 shoe_colour="brown")  # fmt: skip
    who = Figure(scene, look, (868, 620), (800, 420), 1.34, -1, 12, head_at=(-30, -92))
    who.arm("far", (616, 600), "flat", 170, -1, elbow=(720, 590))
    who.leg("far", (730, 908), -8, knee=(776, 768), shoe="sock")
    who.leg("near", (914, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_TEMPTED, -8, gaze=(0.8, 0.8))
    _stamp(scene, 936, 716)
    who.arm("near", (930, 668), "fist", 84, elbow=(918, 560))


def _loose_shoe(scene: Scene) -> None:
    at = Placement((826, 996), 1.35, -1, 0)
    scene.shape(at.loop((-24, -36, "c"), (-26, -3), (-20, 2, "c"), (36, 2, "c"), (44, -4),
                        (38, -14), (16, -20), (4, -34, "c"), (-10, -28)), "brown", 7.5)  # fmt: skip
    scene.line(at.spline([(-24, -5), (10, -6), (42, -6)]), 5.5)
    scene.line(at.spline([(0, -26), (16, -38), (28, -30)]), 5, (0.8, 0.4))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=91, view=(8, 20, 1000))
    scene.backdrop(
        [(40, 640), (60, 320), (240, 110), (600, 60), (900, 130), (976, 460), (950, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    scene.line(curve((24, _FLOOR), (400, _FLOOR + 2), (978, _FLOOR - 2)), 8, (0.2, 0.2))
    _rug(scene)
    _box_behind(scene)
    _sailor(scene)
    _inspector(scene)
    _loose_shoe(scene)
    bird(scene, 648, 502, 0.8)
    return scene
