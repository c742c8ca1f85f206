"""Iedereen kan iets brengen: the cook bows deep to the bird that brings one pea."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop, normals, spline, vec
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug, rod
from samenspel_drawing.regions import capsule, ellipse, tube

_FLOOR: Final = 930.0
_RIM: Final = (500.0, 560.0)
"""The middle of the pan's opening."""
_RX, _RY = 424.0, 30.0
_BIRD: Final = (428.0, 532.0)


def _pan(scene: Scene) -> None:
    x, y = _RIM
    for way in (-1, 1):
        ear = [(x + way * (_RX - 14), y + 96), (x + way * (_RX + 34), y + 96),
               (x + way * (_RX + 36), y + 150), (x + way * (_RX - 18), y + 152)]  # fmt: skip
        scene.shape(tube(spline(ear), [18, 18, 18]).region, "navy", 7)
    body = loop((x - _RX, y, "c"), (x - _RX + 4, y + 180), (x - _RX + 16, y + 310),
                (x - _RX + 56, _FLOOR - 8), (x - _RX + 110, _FLOOR, "c"),
                (x + _RX - 110, _FLOOR, "c"), (x + _RX - 56, _FLOOR - 8),
                (x + _RX - 16, y + 310), (x + _RX - 4, y + 180), (x + _RX, y, "c"),
                (x, y - _RY))  # fmt: skip
    pan = scene.shape(body, "teal", 8.5)
    shade = loop((x + 330, y), (x + 340, y + 200), (x + 290, _FLOOR), (x + 520, _FLOOR + 10),
                 (x + 520, y - 10))  # fmt: skip
    scene.fill(shade, "navy", clip=pan)
    gleam = tube(curve((x - 384, y + 90), (x - 380, y + 190), (x - 364, y + 280)), [10, 18, 10])
    scene.fill(gleam.region, "mist", clip=pan)
    scene.shape(ellipse(x, y, _RX + 14, _RY + 10), "navy", 8)
    scene.shape(ellipse(x, y - 1, _RX - 10, _RY - 7), "mustard", 7, halo=0)
    drip = loop((x - 302, y + 26, "c"), (x - 296, y + 54), (x - 296, y + 92), (x - 284, y + 106),
                (x - 272, y + 92), (x - 268, y + 56), (x - 258, y + 30, "c"))  # fmt: skip
    scene.shape(drip, "mustard", 6.5)
    for dx, dy, colour in ((-250, 2, "leaf"), (-170, -8, "sand"), (60, 9, "sand"),
                           (130, -7, "leaf"), (220, 5, "coral"), (310, -4, "sand"),
                           (-330, -2, "sand")):  # fmt: skip
        scene.shape(ellipse(x + dx, y + dy, 20, 7.5), colour, 5, halo=0)


def _steam(scene: Scene) -> None:
    """Lay pale wisps above the soup, to both sides of the pea."""
    for knots, wide in (
        (((352, 400), (330, 356), (338, 300), (372, 250), (386, 204), (370, 160), (382, 118)),
         (4, 26, 32, 24, 4)),
        (((560, 420), (540, 366), (550, 304), (584, 248), (598, 196), (582, 148), (594, 100)),
         (4, 24, 30, 22, 4)),
    ):  # fmt: skip
        scene.fill(tube(spline(knots), wide).region, "white")


def _glow(scene: Scene, x: float, y: float) -> None:
    """Lay light round the pea."""
    scene.fill(ellipse(x, y, 46), "white")
    for i in range(9):
        degrees = -170 + 30 * i
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        near, far = (62, 98) if i % 2 else (62, 82)
        scene.line(curve((x + c * near, y + s * near), (x + c * far, y + s * far)), 5.5, (0.7, 0.3))


def _pea_bearer(scene: Scene) -> None:
    """Draw the bird on the rim, its beak up; the pea is a third of its head."""
    place = bird(scene, *_BIRD, 1.2, degrees=-24)
    x, y = (float(n) for n in place.point(51, -45))
    scene.shape(ellipse(x, y, 11), "leaf", 5.5, halo=0)


def _leaves(scene: Scene, neck: Array) -> None:
    """Draw the leek's plume of leaves from its neck, the long ones last."""
    for knots in (
        ((84, 300), (52, 240), (50, 150)),
        ((150, 290), (204, 226), (262, 222)),
        ((96, 270), (92, 160), (76, 60)),
        ((134, 280), (180, 180), (262, 110)),
        ((114, 280), (146, 150), (178, 40)),
    ):
        line = spline([neck, *knots])
        scene.shape(tube(line, [56, 64, 48, 6]).region, "leaf", 7.5)
        scene.line(line[10:-8], 4.6, (0.5, 0.4))


def _leek(scene: Scene) -> None:
    """Draw the enormous leek, its white end in the pan."""
    foot, neck = vec(138, 590), vec(112, 340)
    _leaves(scene, neck)
    trunk = tube(np.vstack([foot, (foot + neck) / 2, neck]), [62, 56, 64])
    shaft = scene.shape(trunk.region, "white", 8)
    scene.fill(ellipse(float(neck[0]), float(neck[1]) - 10, 48, 120), "leaf", clip=shaft)
    for shift in (-12, 10):
        along = normals(trunk.centre, closed=False)[0] * shift + trunk.centre
        scene.line(along[(20 if shift > 0 else 10) : -6], 4.6, (0.4, 0.4))


def _proud(scene: Scene) -> None:
    """Draw Otis with the leek."""
    otis = Figure(scene, CAST["otis"], (262, 600), (268, 440), 1.02, 1, 4)
    otis.torso()
    otis.neck()
    otis.head("happy", -8, eye="closed")
    _leek(scene)
    for y in (470, 486, 502):  # the fingers that come round from behind
        scene.shape(capsule((94, y), (114, y + 1), 16, 15), "skin3", 6, halo=0)
    otis.arm("near", (174, 500), "flat", 186, -1, elbow=(232, 540))


def _ladle(scene: Scene, foot: Array, top: Array) -> None:
    """Draw the ladle, its handle upright from `foot` to `top`, the bowl to the right."""
    rod(scene, top + vec(2, 20), foot, 17, "grey", 6.5)
    at = Placement(top, 1.15, 1, -6)
    bowl = at.loop((-8, 0, "c"), (96, -2, "c"), (88, 40), (44, 62), (2, 42))
    scene.shape(bowl, "grey", 8)
    scene.shape(at.region(ellipse(44, 0, 53, 13)), "shine", 7)


def _with_ladle(scene: Scene) -> None:
    """Draw Mei with her ladle and her coffee."""
    mei = Figure(scene, CAST["mei"].dressed(top_colour="navy"), (676, 610), (676, 458), 0.96, -1)
    mei.torso()
    mei.neck()
    mei.head("surprise", 4, gaze=(1, 0.8))
    _ladle(scene, vec(772, 600), vec(756, 120))
    mei.grip("near", (766, 440), 88, elbow=(724, 540))
    mug(scene, 584, 474, 0.95, flip=-1)
    mei.arm("far", (626, 480), "fist", 186, -1, elbow=(646, 540))


def _with_carrot(scene: Scene) -> None:
    """Draw Noor, whose chin just clears the rim."""
    noor = Figure(scene, CAST["noor"], (862, 620), (862, 516), 0.92, -1, head_at=(-4, -48))
    noor.torso()
    noor.neck()
    noor.head("happy", -4)
    at = Placement((934, 380), 1.1, 1, 196)
    for tip in ((-22, -66), (4, -76), (26, -60)):
        frond = tube(at.spline([(0, -20), (tip[0] * 0.6, -44), tip]), [10, 18, 8])
        scene.shape(frond.region, "leaf", 5.5)
    root = at.loop((-18, -26), (0, -34), (18, -26), (12, 14), (0, 60), (-10, 20))
    scene.shape(root, "coral", 7)
    noor.arm("near", (934, 470), "fist", -90, elbow=(950, 540))


def _toque(scene: Scene, at: Placement) -> None:
    """Draw a cook's hat; the placement's origin is the middle of its band."""
    puff = at.loop((-46, -8, "c"), (-74, -34), (-66, -70), (-34, -76), (-10, -98), (22, -84),
                   (48, -84), (72, -52), (62, -22), (46, -8, "c"))  # fmt: skip
    scene.shape(puff, "white", 7.5)
    for knots in (((-26, -16), (-30, -40)), ((2, -16), (4, -46)), ((28, -18), (34, -38))):
        scene.line(at.spline(knots), 4.6)
    scene.shape(at.loop((-48, -12, "c"), (48, -12, "c"), (46, 26, "c"), (-46, 26, "c")), "white", 7)


def _cook(scene: Scene) -> None:
    """Draw Bram in front of the pan, bowed so deep that he looks up to a bird."""
    look = CAST["bram"].dressed(
        top="plain", top_colour="white", stripes=None, leg_colour="brown"
    )
    cook = Figure(scene, look, (770, 750), (610, 700), 1.14, -1, 26, head_at=(-66, 14))
    cook.arm("far", (842, 668), "fist", 20, elbow=(760, 626))
    cook.leg("far", (770, _FLOOR), straight=True)
    cook.leg("near", (820, _FLOOR), straight=True)
    cook.torso()
    cook.neck()
    cook.head("bliss", 22, view="profile")
    _toque(scene, Placement((486, 846), 0.94, 1, -104))
    cook.arm("near", (560, 836), "grip", 166, elbow=(650, 838))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(0, 0, 1000))
    scene.backdrop(
        [(60, 620), (110, 300), (330, 120), (640, 60), (900, 130), (960, 420), (960, 760),
         (600, 860), (120, 840)], "mist",
    )  # fmt: skip
    _steam(scene)
    _glow(scene, _BIRD[0] + 29, _BIRD[1] - 79)
    ground(scene, 30, 970, _FLOOR + 2)
    _proud(scene)
    _with_ladle(scene)
    _with_carrot(scene)
    _pan(scene)
    _pea_bearer(scene)
    _cook(scene)
    return scene
