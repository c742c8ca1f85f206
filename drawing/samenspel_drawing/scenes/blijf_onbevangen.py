"""Blijf onbevangen: shutters before everybody's eyes; one has thrown his open, and sees."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, mug
from samenspel_drawing.regions import area_of, ellipse

_TABLE: Final = 868.0
_WONDER: Final = Expression((-9, -12), (-9, 12), "big", "smile")
_HOLDS_FORTH: Final = Expression((0, 0), (0, 0), "dot", "shout")
_SURE: Final = Expression((0, 0), (0, 0), "dot", "frown")


def _shutter(
    head: Head, colour: str, left: float, top: float, right: float, low: float, rise: float = 0,
) -> None:  # fmt: skip
    """Draw one shutter in the head's own coordinates, its right side higher by `rise`.

    Its frame holds two fields of slats, one above the other; a small one has slats only.
    """
    scene, at, width = head.scene, head.placement, head.width
    frame = at.loop((left, top, "c"), (right, top - rise, "c"), (right, low - rise, "c"),
                    (left, low, "c"))  # fmt: skip
    scene.shape(frame, colour, width, wobble=0.5)
    inner, fields = (8.0, 2) if low - top > 75 else (7.5, 1)
    slats, part = 3, rise / (right - left)
    a, b, field = left + inner, right - inner, (low - top - (fields + 1) * inner) / fields
    for y in [top + inner + k * (inner + field) for k in range(fields)]:
        corners = [(x, y + dy - (x - left) * part, "c")
                   for x, dy in ((a, 0), (b, 0), (b, field), (a, field))]  # fmt: skip
        opening = area_of(at.loop(*corners))
        if fields > 1:
            scene.shape(opening, "sand", width * 0.55, halo=0, wobble=0.3)
        for i in range(1, slats + 1):
            z = y + field * i / (slats + 1)
            slat = at.spline([(a, z - (a - left) * part), (b, z - (b - left) * part)])
            scene.line(slat, width * 0.55, (0.9, 0.9), clip=opening, wobble=0.3)


def _nail(head: Head, x: float, y: float, radius: float = 4.6) -> None:
    head.scene.solid(head.region(ellipse(x, y, radius)))


def _open(head: Head) -> None:
    """Draw the shutters thrown open, hinged at the temples."""
    for side in (-1, 1):
        near, far = 59.0, 122.0
        left, right = (near, far) if side > 0 else (-far, -near)
        top, low, rise = -58.0, 22.0, 12.0
        if side < 0:
            _shutter(head, "coral", left, top - rise, right, low - rise, -rise)
        else:
            _shutter(head, "coral", left, top, right, low, rise)
        post = ((side * 54, -68, "c"), (side * 63, -68, "c"), (side * 63, 30, "c"),
                (side * 54, 30, "c"))  # fmt: skip
        head.scene.shape(head.placement.loop(*post), "brown", head.width * 0.7)
        for y in (-44, 6):
            strap = ((side * 53, y - 7, "c"), (side * 72, y - 10, "c"), (side * 72, y + 4, "c"),
                     (side * 53, y + 7, "c"))  # fmt: skip
            head.scene.shape(head.placement.loop(*strap), "shine", head.width * 0.6, halo=0)
            for x in (59, 67):
                _nail(head, side * x, y - (x - 55) * 0.2, 1.7)


def _shut(head: Head) -> None:
    """Draw the shutters closed before both eyes."""
    x = head.stretch_x
    _shutter(head, "coral", -46 * x, -84, 6 * x, 2)
    _shutter(head, "coral", 12 * x, -84, 62 * x, 2)
    for side, edge in ((-1, -46 * x), (1, 62 * x)):
        for y in (-64, -18):
            hinge = ((edge + 5 * side, y - 6, "c"), (edge - 9 * side, y - 5, "c"),
                     (edge - 9 * side, y + 5, "c"), (edge + 5 * side, y + 6, "c"))  # fmt: skip
            head.scene.shape(head.placement.loop(*hinge), "shine", head.width * 0.6, halo=0)


def _boarded(head: Head) -> None:
    """Nail a plank over closed shutters."""
    x = head.stretch_x
    plank = head.placement.loop((-52 * x, -24, "c"), (66 * x, -56, "c"), (70 * x, -36, "c"),
                                (-48 * x, -4, "c"))  # fmt: skip
    head.scene.shape(plank, "sand", head.width * 0.95)
    for px, py in ((-36 * x, -17), (54 * x, -42)):
        _nail(head, px, py)


def _locked(head: Head) -> None:
    """Hang a padlock on closed shutters."""
    at = head.placement.inner(9 * head.stretch_x, -34, 1.4)
    head.scene.contour(at.loop((-8, 4, "c"), (-9, -10), (0, -18), (9, -10), (8, 4, "c")), 7)
    head.scene.shape(at.loop((-15, 0, "c"), (15, 0, "c"), (14, 24, "c"), (-14, 24, "c")), "mustard",
                     head.width * 0.8)  # fmt: skip
    _nail(head, 9 * head.stretch_x, -17, 3.6)


def _left(scene: Scene) -> None:
    """Draw the one who holds forth behind locked shutters."""
    look = CAST["rob"].dressed(top_colour="navy", tie="mustard")
    who = Figure(scene, look, (118, 940), (126, 812), 1.32, -1, 0, head_at=(-4, -84))
    who.torso()
    who.neck()
    head = who.head(_HOLDS_FORTH, 10)
    _shut(head)
    _locked(head)


def _right(scene: Scene) -> None:
    """Draw the one who is sure of it behind boarded shutters."""
    look = CAST["hakan"].dressed(top_colour="leaf", tie="navy").styled(nose="bulb")
    who = Figure(scene, look, (882, 940), (875, 814), 1.3, 1, 0, head_at=(8, -84))
    who.torso()
    who.neck()
    head = who.head(_SURE, -6)
    _shut(head)
    _boarded(head)


def _seer(scene: Scene) -> None:
    """Draw the one in the middle, who has just pushed hers open."""
    look = CAST["truus"].dressed(top="cardigan", top_colour="mustard", build="bean")
    look = look.styled(glasses=None, nose="button")
    who = Figure(scene, look, (500, 960), (500, 742), 2.1, 1, 0, head_at=(0, -192), front=0.0)
    who.torso()
    who.neck()
    head = who.head(_WONDER, 0, view="front", gaze=(0.9, -0.9), scale=2.6)
    _open(head)
    who.arm("near", (226, 664), "flat", -100, -1, elbow=(318, 830), shoulder=(420, 800))
    who.arm("far", (774, 664), "flat", -80, 1, elbow=(682, 830), shoulder=(580, 800))
    place = head.placement.point(104, -70)
    bird(scene, float(place[0]), float(place[1]), 1.7, -1, eye="open", degrees=-9)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=93, view=(-8, 66, 1016))
    scene.backdrop(
        [(60, 760), (40, 420), (230, 150), (540, 90), (840, 170), (970, 460), (950, 840),
         (500, 960), (80, 920)], "sand",
    )  # fmt: skip
    _left(scene)
    _right(scene)
    _seer(scene)
    scene.shape(box_points(16, _TABLE + 30, 984, _TABLE + 128), "brown", 9)
    mug(scene, 628, _TABLE, 1.3)
    return scene
