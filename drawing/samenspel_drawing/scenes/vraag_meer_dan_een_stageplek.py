"""Vraag meer dan een stageplek: a factory pours out all it has; he holds a teaspoon under it."""

import math
from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, cap_on, ground, mug, rod
from samenspel_drawing.regions import area_of, capsule, ellipse, union

_FLOOR: Final = 930.0
_GLAD: Final = Expression((-8, -14), (-8, 14), "closed", "smile")
_PLEADS: Final = Expression((-13, -16), (-13, 16), "dot", "talk")
_WALL: Final = 560.0
"""The factory's side from which the tap sticks out."""
_STREAM: Final = 418.0
"""The middle of what pours from the tap."""
_SPOON: Final = (352.0, 600.0)
"""The middle of the teaspoon's bowl."""


def _factory(scene: Scene) -> None:
    """Draw the factory: a saw-toothed roof, a chimney, lit windows."""
    top, right = 300.0, 968.0
    scene.shape(box_points(884, 96, 934, 320), "brown", 8)
    scene.shape(box_points(874, 84, 944, 116), "brown", 7.5)
    wide = (right - _WALL - 102) / 2
    for i in (0, 1):
        x = _WALL + wide * i
        tooth = loop((x, top + 10, "c"), (x, top - 132, "c"), (x + wide, top + 10, "c"))
        scene.shape(tooth, "teal", 8)
        pane = loop((x + 24, top - 12, "c"), (x + 24, top - 76, "c"), (x + 92, top - 12, "c"))
        scene.shape(pane, "mustard", 6.5, halo=0)
    scene.shape(box_points(_WALL, top, right, _FLOOR), "white", 8.5)
    for x, y in ((592, 460), (640, 486), (912, 880), (894, 340), (600, 342)):
        scene.line(curve((x, y), (x + 34, y)), 5.5, (0.9, 0.6))  # bricks
    for x in (650, 762, 874):
        scene.shape(box_points(x - 36, 356, x + 36, 424), "mustard", 7, halo=0)
        scene.line(curve((x, 358), (x, 422)), 5.5, (1, 1))


def _tap(scene: Scene) -> None:
    """Draw the brass tap, as large as a man, wide open."""
    x = _STREAM
    rod(scene, (x + 26, 316), (x + 26, 236), 26, "shine", 7)
    scene.shape(ellipse(x + 26, 226, 86, 22), "coral", 8)
    scene.shape(ellipse(x + 26, 220, 18, 10), "mustard", 6, halo=0)
    pipe = loop((_WALL, 322, "c"), (x + 70, 322), (x + 58, 302, "c"), (x - 6, 302, "c"),
                (x - 16, 322), (x - 76, 352), (x - 90, 448, "c"), (x + 90, 448, "c"),
                (x + 84, 420), (x + 110, 408), (_WALL, 408, "c"))  # fmt: skip
    scene.shape(pipe, "mustard", 9)
    scene.line(curve((x - 54, 378), (x - 66, 400), (x - 68, 424)), 6, (0.7, 0.5))
    scene.shape(box_points(x - 104, 436, x + 104, 466), "mustard", 8)
    scene.shape(box_points(_WALL - 24, 300, _WALL + 6, 430), "shine", 8)


def _stream(scene: Scene) -> None:
    """Draw the water that gushes down and away over the floor."""
    x = _STREAM
    fall = loop((x - 66, 456, "c"), (x + 66, 456, "c"), (x + 58, 530), (x + 74, 600),
                (x + 64, 680), (x + 84, 760), (x + 92, 880), (x + 40, 920, "c"),
                (x - 40, 920, "c"), (x - 96, 880), (x - 82, 770), (x - 62, 690), (x - 76, 610),
                (x - 56, 530))  # fmt: skip
    pool = loop((x - 112, 900), (x + 112, 900), (x + 190, _FLOOR + 6), (x + 210, _FLOOR + 42),
                (x, _FLOOR + 62), (x - 230, _FLOOR + 44), (x - 210, _FLOOR + 8))  # fmt: skip
    puff = union(*(ellipse(x + dx, y, r) for dx, y, r in
                   ((-104, 902, 44), (-44, 916, 50), (30, 920, 50), (100, 904, 46))))  # fmt: skip
    scene.shape(pool, "mist", 8.5)
    scene.fill(fall, "mist")  # no outline: a glass tube has one
    for dx, top, low in ((50, 480, 560), (56, 650, 740), (-58, 640, 740)):
        middle = (top + low) / 2
        scene.line(curve((x + dx, top), (x + dx + 7, (top + middle) / 2), (x + dx - 3, middle),
                         (x + dx + 8, low)), 6, (0.3, 0.3))  # fmt: skip
    _cog(scene, x - 30, 524, 40, 10, "coral")
    _bulb(scene, x + 42, 612, 24)
    _spanner(scene, x - 30, 700, 62)
    _cog(scene, x + 34, 804, 44, 0, "navy")
    _bulb(scene, x - 52, 818, -150)
    scene.shape(puff, "white", 8)
    _cog(scene, x - 150, 954, 32, 6, "mustard")
    for dx, dy, turn in ((-168, 842, -40), (-196, 902, -70)):
        drop = Placement((x + dx, dy), 1.1, 1, turn)
        scene.shape(drop.loop((0, -22, "c"), (12, 2), (0, 15), (-12, 2)), "white", 6.5)


def _cog(scene: Scene, x: float, y: float, radius: float, turn: float, colour: str) -> None:
    """Draw a cog-wheel of eight teeth."""
    teeth = []
    for i in range(8):
        a = math.radians(turn + 45 * i)
        c, s = math.cos(a), math.sin(a)
        tip = ((x + 0.7 * radius * c, y + 0.7 * radius * s), (x + radius * c, y + radius * s))
        teeth.append(capsule(*tip, 0.42 * radius, 0.34 * radius))
    wheel = union(ellipse(x, y, radius * 0.8), *teeth).buffer(-1.5).buffer(3).buffer(-1.5)
    scene.shape(wheel, colour, 7)
    scene.shape(ellipse(x, y, radius * 0.3), "white", 6, halo=0)


def _bulb(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw a light bulb, its glass up when `turn` is 0."""
    at = Placement((x, y), 1.15, 1, turn)
    scene.shape(at.points(box_points(-11, 16, 11, 42)), "shine", 6)
    scene.shape(at.loop((-12, 20, "c"), (-16, 6), (-29, -10), (-22, -34), (0, -43), (22, -34),
                        (29, -10), (16, 6), (12, 20, "c")), "mustard", 7)  # fmt: skip
    scene.line(at.spline([(-13, -14), (-5, -4), (0, -14), (5, -4), (13, -14)]), 5, (0.9, 0.9))


def _spanner(scene: Scene, x: float, y: float, turn: float) -> None:
    """Draw an open-ended spanner."""
    at = Placement((x, y), 1.0, 1, turn)
    jaw = union(ellipse(50, 0, 26), ellipse(-50, 0, 24), capsule((-50, 0), (50, 0), 22))
    gaps = union(capsule((54, 0), (90, 0), 20), capsule((-54, 0), (-90, 0), 18))
    scene.shape(at.region(jaw.difference(gaps)), "shine", 7)


def _spoon(scene: Scene) -> None:
    """Draw the teaspoon under the fall, brimful already."""
    x, y = _SPOON
    rod(scene, (x - 138, y + 10), (x - 34, y), 12, "shine", 6.5)
    bowl = loop((x - 40, y - 8, "c"), (x + 44, y - 10, "c"), (x + 34, y + 18), (x, y + 28),
                (x - 30, y + 18))  # fmt: skip
    scene.shape(ellipse(x + 2, y - 8, 36, 17), "white", 7)
    for dx, dy, turn in ((-66, -26, -64), (-52, -62, -40), (-22, -66, -14)):
        drop = Placement((x + dx, y + dy), 1.0, 1, turn)
        scene.shape(drop.loop((0, -20, "c"), (11, 2), (0, 14), (-11, 2)), "white", 6.5)
    scene.shape(bowl, "shine", 8)


def _visitor(scene: Scene) -> None:
    """Draw the visitor, blissful behind his teaspoon."""
    look = CAST["willem"].dressed(top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (112, 742), (124, 548), 1.18, 1, -4, head_at=(14, -74))
    who.leg("far", (146, _FLOOR), straight=True)
    who.leg("near", (76, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_GLAD, 2)
    _spoon(scene)
    x, y = _SPOON
    who.grip("near", (x - 126, y + 8), -8, elbow=(96, 726), soft=0.42)


def _owner(scene: Scene) -> None:
    """Draw the one who owns the works and thrusts a bucket at his visitor with both arms."""
    look = CAST["joris"].dressed(top="plain", top_colour="leaf", leg_colour="navy")
    who = Figure(scene, look, (822, 748), (766, 588), 1.16, -1, 3, head_at=(-24, -66))
    who.leg("far", (752, _FLOOR), knee=(766, 838))
    who.leg("near", (898, _FLOOR), straight=True)
    who.torso()
    who.neck()
    head = who.head(_PLEADS, -4, gaze=(1, 0))
    cap_on(head, "navy", 46)
    who.arm("far", (640, 642), "fist", 170, -1, elbow=(716, 668), soft=0.42)
    _bucket(scene, Placement((566, 652), 1.0, 1, -14))
    who.arm("near", (656, 742), "flat", 176, 1, elbow=(744, 744), soft=0.42)


def _bucket(scene: Scene, at: Placement) -> None:
    """Draw an empty bucket; the placement's origin is the middle of its rim."""
    body = at.loop((-88, 0, "c"), (88, 0, "c"), (64, 146, "c"), (0, 158), (-64, 146, "c"))
    pail = scene.shape(area_of(body), "coral", 9)
    band = at.points(box_points(-90, 66, 90, 92))
    scene.fill(area_of(band), "white", clip=pail.buffer(-2))
    scene.shape(at.region(ellipse(0, 0, 90, 26)), "white", 8)
    scene.shape(at.region(ellipse(0, 4, 72, 16)), "grey", 6, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=131, view=(-6, 12, 1000))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 120), (520, 60), (840, 120), (948, 420), (938, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    ground(scene, 12, 984, _FLOOR)
    _factory(scene)
    _stream(scene)
    _tap(scene)
    _visitor(scene)
    _owner(scene)
    mug(scene, 654, 902, 1.05, steam=False)
    bird(scene, 444, 214, 0.95, -1, eye="open")
    return scene
