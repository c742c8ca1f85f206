"""Blijf onbevangen: one sails in a cardboard box; the inspector has taken off a shoe already."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, waves
from samenspel_drawing.regions import area_of, ellipse, ribbon

_TEMPTED: Final = Expression((-12, -14), (-4, 14), "big", "wobble")
_QUAY: Final = 724.0
"""Where the water ends and the floor begins."""


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


def _sea(scene: Scene) -> None:
    top = curve((24, 850), (70, 836), (120, 852), (180, 838), (240, 854), (310, 838), (380, 854),
                (450, 838), (520, 852), (590, 836), (650, 852), (_QUAY, 842))  # fmt: skip
    water = [*((float(x), float(y)) for x, y in top), (_QUAY, 930.0)]
    low = curve((_QUAY, 930), (640, 956), (500, 968), (340, 964), (180, 946), (60, 900), (24, 850))
    scene.shape(area_of([*water, *((float(x), float(y)) for x, y in low)]), "teal", 0)
    scene.line(top, 8.5, (0.2, 0.6))
    for left, right, y, count in ((110, 240, 892, 3), (380, 540, 908, 3), (600, 690, 896, 2),
                                  (250, 350, 934, 2)):  # fmt: skip
        waves(scene, left, right, y, count, 8, 5.5)


def _paper_hat(head: Head) -> None:
    at = head.placement.inner(-4, -58, degrees=-6)
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
    person = CAST["gloria"].styled(glasses=None)
    who = Figure(scene, person, (336, 720), (338, 500), 1.46, 1, -4, head_at=(10, -92))
    who.arm("far", (498, 470), "fist", -50, bend=-1)
    mug(scene, 528, 424, 1.3)
    who.torso()
    who.neck()
    head = who.head("bliss", -6)
    _paper_hat(head)
    _box_before(scene)
    _ruler(scene, (176, 440), (66, 892))
    who.grip("near", (140, 586), 104, elbow=(216, 630))


def _inspector(scene: Scene) -> None:
    look = CAST["joris"].dressed(top="jacket", top_colour="navy", tie="teal", leg_colour="navy",
                                 shoe_colour="brown")  # fmt: skip
    who = Figure(scene, look, (846, 590), (806, 392), 1.34, -1, 6, head_at=(-10, -96))
    who.arm("far", (668, 262), "fist", -164, bend=1, elbow=(700, 412))
    stamp = Placement((626, 250), 1.35, 1, -8)
    scene.shape(stamp.loop((-12, -6), (-17, -34), (0, -48), (17, -34), (12, -6), (14, 16, "c"),
                           (-14, 16, "c")), "brown", 7)  # fmt: skip
    scene.shape(stamp.loop((-36, 14, "c"), (36, 14, "c"), (40, 36, "c"), (-40, 36, "c")),
                "coral", 7)  # fmt: skip
    for x in (-26, 0, 26):
        scene.line(stamp.spline([(x, 48), (x, 62)]), 5.5, (0.8, 0.3), wobble=0)
    who.leg("near", (888, 926), straight=True)
    who.leg("far", (684, 838), 16, knee=(744, 716), shoe="sock", over=True)
    who.torso()
    who.neck()
    who.head(_TEMPTED, 10, gaze=(0.7, 0.9))
    board = Placement((892, 520), 1.2, 1, 12)
    scene.shape(board.loop((-44, -60, "c"), (44, -60, "c"), (44, 60, "c"), (-44, 60, "c")), "white",
                7.5)  # fmt: skip
    for y in (-26, -4, 18):
        scene.line(board.spline([(-26, y), (26, y)]), 5.5, wobble=0.4)
    who.arm("near", (884, 566), "fist", 172, -1, elbow=(944, 520))


def _loose_shoe(scene: Scene) -> None:
    at = Placement((792, 934), 1.5, -1, 0)
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
    _box_behind(scene)
    _sailor(scene)
    _sea(scene)
    scene.line(curve((_QUAY, 842), (_QUAY - 3, 890), (_QUAY + 2, 936), (_QUAY - 2, 962)), 8)
    scene.line(curve((_QUAY, 936), (860, 938), (978, 935)), 8, (0.8, 0.2))
    _inspector(scene)
    _loose_shoe(scene)
    bird(scene, 648, 502, 0.8)
    for x, y, r in ((596, 800, 9), (576, 772, 7), (604, 762, 6)):
        scene.shape(ellipse(x, y, r, r * 1.3), "white", 5, halo=0)
    return scene
