"""Iedereen kan iets brengen: the cook bows deep to the bird that brings one pea."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop, normals, spline, vec
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import capsule, ellipse, tube

_FLOOR: Final = 936.0
_RIM: Final = (428.0, 512.0)
"""The middle of the pan's opening."""
_RX, _RY = 166.0, 22.0
_BIRD: Final = (312.0, 490.0)


def _pan(scene: Scene) -> None:
    """Draw the pan on its stove."""
    x, y = _RIM
    low = y + 204
    for way in (-1, 1):
        ear = [(x + way * (_RX - 8), y + 66), (x + way * (_RX + 30), y + 66),
               (x + way * (_RX + 32), y + 110), (x + way * (_RX - 10), y + 112)]  # fmt: skip
        scene.shape(tube(spline(ear), [17, 17, 17]).region, "navy", 7)
    body = loop((x - _RX, y, "c"), (x - _RX + 2, y + 90), (x - _RX + 8, low - 24),
                (x - _RX + 44, low, "c"), (x + _RX - 44, low, "c"), (x + _RX - 8, low - 24),
                (x + _RX - 2, y + 90), (x + _RX, y, "c"), (x, y - _RY))  # fmt: skip
    pan = scene.shape(body, "teal", 8.5)
    gleam = tube(curve((x - 138, y + 60), (x - 136, y + 110), (x - 128, y + 160)), [9, 16, 9])
    scene.fill(gleam.region, "mist", clip=pan)
    scene.shape(ellipse(x, y, _RX + 14, _RY + 10), "navy", 8)
    scene.shape(ellipse(x, y - 1, _RX - 8, _RY - 6), "mustard", 7, halo=0)
    drip = loop((x + 62, y + 24, "c"), (x + 66, y + 50), (x + 66, y + 86), (x + 77, y + 99),
                (x + 88, y + 86), (x + 90, y + 50), (x + 98, y + 20, "c"))  # fmt: skip
    scene.shape(drip, "mustard", 6.5)
    _stove(scene, x, low)


def _stove(scene: Scene, x: float, top: float) -> None:
    for way in (-1, 1):
        scene.shape(box_points(x + way * 150 - 13, _FLOOR - 40, x + way * 150 + 13, _FLOOR), "navy",
                    7)  # fmt: skip
    scene.shape(box_points(x - 178, top + 26, x + 178, _FLOOR - 22), "sand", 8.5)
    door = box_points(x - 110, top + 62, x + 110, _FLOOR - 48)
    oven = scene.shape(door, "navy", 7.5)
    for dx, high in ((-70, 62), (-14, 84), (44, 66), (88, 48)):
        flame = loop((x + dx - 30, _FLOOR - 40, "c"), (x + dx - 22, _FLOOR - 58),
                     (x + dx + 4, _FLOOR - 48 - high, "c"), (x + dx + 24, _FLOOR - 66),
                     (x + dx + 30, _FLOOR - 40, "c"))  # fmt: skip
        scene.fill(flame, "mustard", clip=oven)
    scene.shape(box_points(x - 192, top + 2, x + 192, top + 30), "grey", 8)


def _steam(scene: Scene) -> None:
    """Lay pale wisps above the soup, clear of the pea."""
    for dx, lift in ((410, 0), (496, -34)):
        knots = [(dx + a, b + lift) for a, b in ((0, 440), (-22, 380), (-12, 310), (20, 250),
                                                 (30, 180), (12, 120), (24, 60))]  # fmt: skip
        scene.fill(tube(spline(knots), (4, 24, 30, 22, 4)).region, "white")


def _glow(scene: Scene, x: float, y: float) -> None:
    """Lay light round the pea."""
    scene.fill(ellipse(x, y, 46), "white")
    for i in range(5):
        degrees = -184 + 30 * i
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        near, far = (62, 98) if i % 2 else (62, 82)
        scene.line(curve((x + c * near, y + s * near), (x + c * far, y + s * far)), 5.5, (0.7, 0.3))


def _pea_bearer(scene: Scene) -> None:
    """Draw the bird on the rim, its beak up; the pea is a third of its head."""
    place = bird(scene, *_BIRD, 1.2, -1, degrees=20)
    x, y = (float(n) for n in place.point(51, -45))
    scene.shape(ellipse(x, y, 11), "leaf", 5.5, halo=0)


def _leek(scene: Scene, root: Array, neck: Array) -> None:
    """Draw the enormous leek from the roots at its white end to the leaves that fan out."""
    along = (neck - root) / float(np.hypot(*(neck - root)))
    turn = math.degrees(math.atan2(along[1], along[0]))
    at = Placement(neck, 1.0, 1, turn)
    for tip, bow, wide in (((196, -96), -52, 44), ((206, 70), 46, 44), ((262, -34), -26, 50),
                           ((240, 22), 16, 46)):  # fmt: skip
        leaf = tube(at.spline([(-46, bow * 0.2), (70, bow), tip]), [wide * 0.8, wide, 6])
        scene.shape(leaf.region, "leaf", 7)
    trunk = tube(np.vstack([root, (root + neck) / 2, neck]), [58, 54, 62])
    shaft = scene.shape(trunk.region, "white", 8)
    scene.fill(at.region(ellipse(0, 0, 150, 60)), "leaf", clip=shaft)
    sides = normals(trunk.centre, closed=False)[0]
    for shift in (-12, 10):
        scene.line((trunk.centre + sides * shift)[14:-6], 4.6, (0.4, 0.4))
    end = Placement(root, 1.0, 1, turn)
    for hair in (-44, -24, -6, 12, 30, 48):
        scene.line(end.spline([(-12, hair * 0.4), (-38, hair * 0.8), (-60, hair * 1.2 + 6)]), 5.5,
                   (1, 0.7))  # fmt: skip
    scene.shape(end.region(ellipse(-10, 0, 18, 34)), "sand", 7)


def _proud(scene: Scene) -> None:
    """Draw Otis, who carries the leek in both arms as one carries a child."""
    otis = Figure(scene, CAST["otis"].dressed(top_colour="mustard", tie="navy"), (802, 772),
                  (790, 606), 1.04, -1, 4)  # fmt: skip
    otis.leg("far", (772, _FLOOR), straight=True)
    otis.leg("near", (842, _FLOOR), straight=True)
    otis.torso()
    otis.neck()
    otis.head("happy", -6, eye="closed")
    _leek(scene, vec(714, 706), vec(884, 590))
    for i in range(3):  # the fingers that come round from behind
        x, y = 734 + 13 * i, 672 - 10 * i
        scene.shape(capsule((x, y), (x + 12, y + 20), 16, 15), "skin3", 6, halo=0)
    otis.arm("near", (836, 682), "grip", 212, elbow=(872, 736))


def _ladle(scene: Scene, foot: Array, top: Array) -> None:
    """Draw the ladle, its handle over a shoulder from `foot` to `top`, the bowl to the right."""
    rod(scene, top + vec(2, 20), foot, 17, "grey", 6.5)
    at = Placement(top, 1.15, 1, -6)
    bowl = at.loop((-8, 0, "c"), (96, -2, "c"), (88, 40), (44, 62), (2, 42))
    scene.shape(bowl, "grey", 8)
    scene.shape(at.region(ellipse(44, 0, 53, 13)), "shine", 7)


def _with_ladle(scene: Scene) -> None:
    """Draw Mei, behind, with a ladle taller than herself."""
    look = CAST["mei"].dressed(top_colour="sand", leg_colour="teal")
    mei = Figure(scene, look, (672, 690), (676, 540), 0.94, -1)
    mei.leg("far", (656, _FLOOR - 44), straight=True)
    mei.leg("near", (694, _FLOOR - 44), straight=True)
    mei.torso()
    _ladle(scene, vec(654, 690), vec(764, 70))
    mei.neck()
    mei.head("surprise", -4, gaze=(1, 0.8))
    mei.grip("near", (664, 634), 100, elbow=(726, 664))


def _with_carrot(scene: Scene) -> None:
    """Draw Noor, the smallest, who brings one carrot."""
    noor = Figure(scene, CAST["noor"], (958, 826), (952, 724), 0.98, -1, head_at=(-4, -50))
    noor.leg("far", (936, _FLOOR + 16), straight=True)
    noor.leg("near", (978, _FLOOR + 16), straight=True)
    noor.torso()
    noor.neck()
    noor.head("happy", -4)
    at = Placement((884, 800), 1.0, 1, 8)
    for tip in ((-22, -66), (4, -76), (26, -60)):
        frond = tube(at.spline([(0, -20), (tip[0] * 0.6, -44), tip]), [10, 18, 8])
        scene.shape(frond.region, "leaf", 5.5)
    root = at.loop((-18, -26), (0, -34), (18, -26), (12, 14), (0, 60), (-10, 20))
    scene.shape(root, "coral", 7)
    noor.arm("near", (910, 812), "fist", 190, -1, elbow=(946, 836))


def _toque(scene: Scene, at: Placement) -> None:
    """Draw a cook's hat; the placement's origin is the middle of its band."""
    puff = at.loop((-46, -8, "c"), (-74, -34), (-66, -70), (-34, -76), (-10, -98), (22, -84),
                   (48, -84), (72, -52), (62, -22), (46, -8, "c"))  # fmt: skip
    scene.shape(puff, "white", 7.5)
    for knots in (((-26, -16), (-30, -40)), ((2, -16), (4, -46)), ((28, -18), (34, -38))):
        scene.line(at.spline(knots), 4.6)
    scene.shape(at.loop((-48, -12, "c"), (48, -12, "c"), (46, 26, "c"), (-46, 26, "c")), "white", 7)


def _cook(scene: Scene) -> None:
    """Draw Bram beside the stove, bowed so deep that he looks up to a bird."""
    look = CAST["bram"].dressed(top="plain", top_colour="white", stripes=None, leg_colour="brown")
    cook = Figure(scene, look, (66, 712), (152, 596), 1.1, 1, -18, head_at=(50, -28))
    cook.arm("far", (232, 720), "grip", 60, elbow=(206, 676))
    cook.leg("far", (96, _FLOOR), straight=True)
    cook.leg("near", (46, _FLOOR), straight=True)
    cook.torso()
    cook.neck()
    cook.head("bliss", 18, view="profile")
    _toque(scene, Placement((214, 800), 0.8, 1, 170))
    cook.arm("near", (196, 752), "grip", 70, elbow=(120, 700))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(-10, -80, 1118))
    scene.backdrop(
        [(50, 620), (90, 280), (330, 60), (640, 0), (920, 90), (1000, 420), (990, 760),
         (600, 860), (110, 840)], "mist",
    )  # fmt: skip
    _steam(scene)
    _glow(scene, _BIRD[0] - 30, _BIRD[1] - 79)
    ground(scene, 10, 1024, _FLOOR + 2)
    _with_ladle(scene)
    _proud(scene)
    _with_carrot(scene)
    _pan(scene)
    _pea_bearer(scene)
    _cook(scene)
    mug(scene, 556, 690, 0.9)
    return scene
