"""Three vignettes for the how-to card: a quarter of an hour, an hour, half a day.

They print at 14 to 18 mm, so they are drawn on a sheet of 300 x 300 u that becomes the canvas.
"""

import math
from typing import Final

from samenspel_drawing.geometry import Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug
from samenspel_drawing.regions import ellipse, tube

_MAIN, _FINE = 5.4, 4.4
"""Lines as heavy beside their drawing as a cartoon's, and as thin as still prints."""
_LIGHT: Final = 0.74
"""What the props' lines are thinned by."""

_TINTS = ("mustard", "coral", "teal", "navy", "leaf")


def _sheet(seed: int) -> Scene:
    return Scene(seed=seed, offset=(2.2, 2.4), halo=2.2, view=(0, 0, 300))


def _card(scene: Scene, x: float, y: float, degrees: float, tint: str, scale: float = 1) -> None:
    """Draw a card round its middle: a tinted panel above, lines of text below."""
    at = Placement((x, y), scale, 1, degrees)
    rim = at.loop((-40, -52, "c"), (-34, -58), (34, -58), (40, -52, "c"), (40, 52, "c"), (34, 58),
                  (-34, 58), (-40, 52, "c"))  # fmt: skip
    card = scene.shape(rim, "white", _MAIN)
    panel = at.loop((-44, -62, "c"), (44, -62, "c"), (44, 4, "c"), (0, 10), (-44, 2, "c"))
    scene.fill(panel, tint, clip=card)
    for y0, right in ((24, 24), (40, 8)):
        scene.line(at.spline([(-24, y0), (right, y0)]), _FINE, (0.8, 0.7), wobble=0.4)


def _sun(scene: Scene, x: float, y: float, radius: float) -> None:
    scene.shape(ellipse(x, y, radius), "mustard", _MAIN)
    for k in range(8):
        c, s = math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)
        near, far = radius + 12, radius + 27
        ray = curve((x + near * c, y + near * s), (x + far * c, y + far * s))
        scene.line(ray, _MAIN, (0.8, 0.6))


def kwartier() -> Scene:
    """Draw a mug that still steams, with one card."""
    scene = _sheet(71)
    scene.backdrop([(20, 190), (60, 70), (170, 30), (270, 90), (284, 200), (220, 262), (80, 266)],
                   "mist")  # fmt: skip
    scene.line(curve((18, 268), (150, 271), (282, 267)), _MAIN, (0.3, 0.3))
    _card(scene, 200, 166, 10, "coral", 1.5)
    scene.patch(loop((130, 266, "c"), (282, 264, "c"), (282, 296, "c"), (130, 296, "c")), "white")
    scene.line(curve((18, 268), (150, 271), (282, 267)), _MAIN, (0.3, 0.3))
    cup = mug(scene, 100, 204, 2.55, steam=False, weight=_LIGHT)
    for dx in (-10, 10):
        wisp = cup.spline([(dx, -32), (dx + 6, -42), (dx - 3, -52), (dx + 4, -66)])
        scene.line(wisp, _FINE, (0.4, 0.3))
    return scene


def _held(scene: Scene, x: float, y: float, degrees: float, tint: str, sleeve: str) -> None:
    """Draw a card that somebody behind the table holds up: a sleeve, the card, a thumb."""
    at = Placement((x, y), 0.86, 1, degrees)
    arm = tube(at.spline([(0, 30), (0, 90)]), [46, 52], start_cap=False, end_cap=False)
    scene.shape(arm.region, sleeve, _MAIN)
    _card(scene, x, y, degrees, tint, 0.86)
    thumb = at.region(ellipse(0, 58, 13, 17))
    scene.shape(thumb, {"navy": "skin1", "leaf": "skin3", "coral": "skin2"}[sleeve], _FINE, halo=0)


def uur() -> Scene:
    """Draw a table at which three each hold up a card; the bird looks on."""
    scene = _sheet(72)
    scene.backdrop([(20, 170), (60, 66), (160, 30), (256, 80), (282, 180), (220, 262), (80, 262)],
                   "mist")  # fmt: skip
    scene.line(curve((20, 276), (150, 279), (282, 275)), _MAIN, (0.3, 0.3))
    for x, foot in ((52, 42), (248, 258)):
        leg = loop((x - 10, 186, "c"), (x + 10, 186, "c"), (foot + 8, 275, "c"),
                   (foot - 8, 275, "c"))  # fmt: skip
        scene.shape(leg, "brown", _MAIN)
    for x, y, degrees, tint, sleeve in ((56, 92, -10, "mustard", "navy"),
                                        (150, 82, 3, "coral", "leaf"),
                                        (244, 92, 10, "teal", "coral")):  # fmt: skip
        _held(scene, x, y, degrees, tint, sleeve)
    top = loop((12, 164, "c"), (288, 162, "c"), (289, 192, "c"), (11, 194, "c"))
    scene.shape(top, "sand", _MAIN)
    bird(scene, 150, 275, 0.95, 1, weight=_LIGHT)
    return scene


def dagdeel() -> Scene:
    """Draw the sun, a fan of five cards and an apple."""
    scene = _sheet(73)
    scene.backdrop([(20, 190), (50, 80), (160, 26), (258, 80), (282, 190), (226, 266), (74, 266)],
                   "mist")  # fmt: skip
    _sun(scene, 58, 60, 24)
    for i, tint in enumerate(_TINTS):
        degrees = -32 + 17 * i
        a = math.radians(degrees - 90)
        _card(scene, 152 + 150 * math.cos(a), 308 + 150 * math.sin(a), degrees, tint, 0.84)
    at = Placement((152, 259), 0.88)
    apple = at.loop((0, -22), (-20, -30), (-37, -12), (-32, 16), (-14, 32), (0, 27), (14, 32),
                    (32, 16), (37, -12), (20, -30))  # fmt: skip
    scene.shape(apple, "leaf", _MAIN)
    scene.line(at.spline([(0, -20), (2, -34), (9, -44)]), _MAIN, (0.8, 0.8))
    return scene
