"""Blijf onbevangen: shutters before everybody's eyes; one has thrown his open, and sees."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.features import draw_nose
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, mug
from samenspel_drawing.regions import ellipse

_TABLE: Final = 902.0
_WONDER: Final = Expression((-9, -12), (-9, 12), "big", "smile")
_KNOWS: Final = Expression((0, 0), (0, 0), "dot", "smirk")
_SURE: Final = Expression((0, 0), (0, 0), "dot", "frown")


def _shutter(
    head: Head, left: float, top: float, right: float, low: float, rise: float = 0,
    colour: str = "coral",
) -> None:  # fmt: skip
    """Draw one window shutter in the head's own coordinates, its right side higher by `rise`.

    Three slats: more would clot at the size of a card.
    """
    scene, at, width = head.scene, head.placement, head.width
    frame = at.loop((left, top, "c"), (right, top - rise, "c"), (right, low - rise, "c"),
                    (left, low, "c"))  # fmt: skip
    panel = scene.shape(frame, colour, width, wobble=0.5)
    wide, high, part = right - left, low - top, rise / (right - left)

    def place(u: float, v: float) -> tuple[float, float]:
        return left + wide * u, top + high * v - wide * u * part

    for v in (0.26, 0.5, 0.74):
        slat = at.spline([place(0.17, v), place(0.83, v)])
        scene.line(slat, width * 0.66, (0.9, 0.9), clip=panel, wobble=0.3)


def _nail(head: Head, x: float, y: float, radius: float = 4.6) -> None:
    head.scene.solid(head.region(ellipse(x, y, radius)))


def _open(head: Head) -> None:
    """Draw the shutters thrown open, hinged at the temples."""
    for side in (-1, 1):
        near, far = 59.0, 122.0
        left, right = (near, far) if side > 0 else (-far, -near)
        top, low, rise = -58.0, 22.0, 12.0
        if side < 0:
            _shutter(head, left, top - rise, right, low - rise, -rise)
        else:
            _shutter(head, left, top, right, low, rise)
        post = ((side * 54, -68, "c"), (side * 63, -68, "c"), (side * 63, 30, "c"),
                (side * 54, 30, "c"))  # fmt: skip
        head.scene.shape(head.placement.loop(*post), "brown", head.width * 0.7)
        for y in (-44, 6):
            strap = ((side * 53, y - 7, "c"), (side * 72, y - 10, "c"), (side * 72, y + 4, "c"),
                     (side * 53, y + 7, "c"))  # fmt: skip
            head.scene.shape(head.placement.loop(*strap), "grey", head.width * 0.6, halo=0)
            for x in (59, 67):
                _nail(head, side * x, y - (x - 55) * 0.2, 2.0)


def _shut(head: Head, colour: str) -> None:
    """Draw a window frame with its shutters closed before both eyes; the nose sticks out below."""
    x = head.stretch_x
    frame = head.placement.loop((-56 * x, -58, "c"), (74 * x, -58, "c"), (74 * x, 14, "c"),
                                (-56 * x, 14, "c"))  # fmt: skip
    head.scene.shape(frame, "brown", head.width)
    _shutter(head, -47 * x, -49, 7 * x, 5, colour=colour)
    _shutter(head, 11 * x, -49, 65 * x, 5, colour=colour)
    for side, edge in ((-1, -53 * x), (1, 71 * x)):
        for y in (-38, -6):
            strap = ((edge, y - 7, "c"), (edge - 20 * side, y - 6, "c"),
                     (edge - 20 * side, y + 6, "c"), (edge, y + 7, "c"))  # fmt: skip
            head.scene.shape(head.placement.loop(*strap), "grey", head.width * 0.6, halo=0)
    draw_nose(head)


def _boarded(head: Head) -> None:
    """Nail a plank over closed shutters."""
    x = head.stretch_x
    plank = head.placement.loop((-64 * x, -14, "c"), (78 * x, -48, "c"), (82 * x, -28, "c"),
                                (-60 * x, 6, "c"))  # fmt: skip
    head.scene.shape(plank, "sand", head.width * 0.95)
    for px, py in ((-50 * x, -7), (68 * x, -35)):
        _nail(head, px, py)


def _locked(head: Head) -> None:
    """Hang a padlock on closed shutters."""
    at = head.placement.inner(9 * head.stretch_x, -24, 1.4)
    head.scene.contour(at.loop((-8, 4, "c"), (-9, -10), (0, -18), (9, -10), (8, 4, "c")), 7)
    head.scene.shape(at.loop((-15, 0, "c"), (15, 0, "c"), (14, 24, "c"), (-14, 24, "c")), "mustard",
                     head.width * 0.8)  # fmt: skip
    _nail(head, 9 * head.stretch_x, -7, 3.6)


def _left(scene: Scene) -> None:
    """Draw the one who knows enough behind locked shutters."""
    look = CAST["tim"].dressed(top="jacket", top_colour="navy", tie="mustard")
    look = look.styled(shape="square")
    who = Figure(scene, look, (96, 990), (104, 812), 1.6, -1, 0, head_at=(-6, -102))
    who.torso()
    who.neck()
    head = who.head(_KNOWS, 0)
    _shut(head, "leaf")
    _locked(head)


def _right(scene: Scene) -> None:
    """Draw the one who is sure of it behind boarded shutters."""
    look = CAST["bep"]
    who = Figure(scene, look, (896, 990), (888, 812), 1.56, 1, 0, head_at=(8, -102))
    who.torso()
    who.neck()
    head = who.head(_SURE, 0)
    _shut(head, "mustard")
    _boarded(head)


def _seer(scene: Scene) -> None:
    """Draw the one in the middle, who has just pushed hers open."""
    look = CAST["truus"].dressed(top="cardigan", top_colour="mustard", build="bean")
    look = look.styled(glasses=None)
    who = Figure(scene, look, (500, 990), (500, 716), 1.86, 1, 0, head_at=(0, -168), front=0.0)
    who.torso()
    who.neck()
    head = who.head(_WONDER, 0, view="front", gaze=(0.9, -0.9), scale=2.2)
    _open(head)
    who.arm("near", (266, 636), "flat", -100, -1, elbow=(318, 822), shoulder=(424, 784))
    who.arm("far", (734, 636), "flat", -80, 1, elbow=(682, 822), shoulder=(576, 784))
    place = head.placement.point(104, -70)
    x, y = float(place[0]), float(place[1])
    bird(scene, x, y, 1.7, -1, eye="open", degrees=-9)
    _twig(scene, Placement((x - 78, y - 68), 1.0, -1, -9))


def _twig(scene: Scene, at: Placement) -> None:
    """Draw the green twig that the bird brings; the placement's origin is its beak's tip."""
    scene.line(at.spline([(-6, 0), (16, -10), (40, -34)]), 5.5, (0.9, 0.6))
    for x, y, turn in ((14, -12, -96), (28, -22, 16), (42, -38, -52)):
        leaf = at.inner(x, y, 1.0, degrees=turn)
        scene.shape(leaf.loop((0, 0, "c"), (16, -11), (38, 0, "c"), (16, 11)), "leaf", 5.5)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=93, view=(-55, 7, 1112))
    scene.backdrop(
        [(30, 800), (0, 480), (200, 200), (540, 110), (860, 210), (1000, 500), (980, 880),
         (500, 1000), (60, 960)], "sand",
    )  # fmt: skip
    _left(scene)
    _right(scene)
    _seer(scene)
    scene.shape(box_points(-30, _TABLE + 30, 1030, _TABLE + 140), "brown", 9)
    mug(scene, 640, _TABLE, 1.4)
    return scene
