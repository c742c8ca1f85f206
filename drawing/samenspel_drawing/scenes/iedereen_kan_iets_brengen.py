"""Iedereen kan iets brengen: an enormous leek, one carrot; the cook has eyes for one pea."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop, spline, vec
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod, toque
from samenspel_drawing.regions import ellipse, tube

_FLOOR: Final = 930.0
_PAN: Final = (658.0, 650.0)
"""The middle of the pan's opening."""
_RX, _RY = 110.0, 30.0
_PEA: Final = (706.0, 436.0)
_GENEROUS: Final = Expression((-8, -10), (-8, 10), "dot", "grin")
_TOUCHED: Final = Expression((-14, -6), (-14, 6), "dot", "grin")
_PROUD: Final = Expression((-8, -8), (-8, 8), "dot", "grin")


def _pan(scene: Scene) -> None:
    """Draw the pan on its stove."""
    x, y = _PAN
    low = y + 126
    for way in (-1, 1):
        ear = [(x + way * (_RX - 8), y + 40), (x + way * (_RX + 28), y + 40),
               (x + way * (_RX + 28), y + 78), (x + way * (_RX - 10), y + 80)]  # fmt: skip
        scene.shape(tube(spline(ear), [16, 16, 16]).region, "navy", 7)
    body = loop((x - _RX, y, "c"), (x - _RX + 6, low - 24), (x - _RX + 34, low, "c"),
                (x + _RX - 34, low, "c"), (x + _RX - 6, low - 24), (x + _RX, y, "c"),
                (x, y - _RY))  # fmt: skip
    pan = scene.shape(body, "teal", 8.5)
    gleam = tube(curve((x - 98, y + 40), (x - 98, y + 70), (x - 90, y + 104)), [9, 16, 9])
    scene.fill(gleam.region, "mist", clip=pan)
    scene.shape(ellipse(x, y, _RX + 12, _RY + 9), "navy", 8)
    soup = scene.shape(ellipse(x, y - 1, _RX - 4, _RY), "mustard", 7, halo=0)
    for dx, colour in ((-66, "coral"), (-24, "leaf"), (38, "coral"), (74, "leaf")):
        bit = ellipse(x + dx, y + (2 if colour == "coral" else 8), 17, 11).intersection(soup)
        scene.shape(bit, colour, 5, halo=0)
    _stove(scene, x, low)


def _stove(scene: Scene, x: float, top: float) -> None:
    scene.shape(box_points(x - 118, top + 24, x + 118, _FLOOR), "sand", 8.5)
    oven = scene.shape(box_points(x - 84, top + 52, x + 84, _FLOOR - 26), "navy", 7.5)
    foot = _FLOOR - 26
    for dx, high, wide, lean in ((-46, 58, 25, -6), (4, 72, 28, 6), (52, 52, 23, -4)):
        flame = loop((x + dx - wide * 0.6, foot, "c"), (x + dx - wide, foot - high * 0.34),
                     (x + dx - wide * 0.4, foot - high * 0.7), (x + dx + lean, foot - high, "c"),
                     (x + dx + wide * 0.7, foot - high * 0.62), (x + dx + wide, foot - high * 0.3),
                     (x + dx + wide * 0.6, foot, "c"))  # fmt: skip
        scene.fill(flame, "mustard", clip=oven)
        heart = loop((x + dx - wide * 0.3, foot, "c"), (x + dx - wide * 0.4, foot - high * 0.22),
                     (x + dx, foot - high * 0.5, "c"), (x + dx + wide * 0.4, foot - high * 0.2),
                     (x + dx + wide * 0.3, foot, "c"))  # fmt: skip
        scene.fill(heart, "coral", clip=oven)
    scene.shape(box_points(x - 130, top + 2, x + 130, top + 28), "grey", 8)


def _pea_bearer(scene: Scene) -> None:
    """Draw the bird that flies up over the pan, one pea in its beak."""
    x, y = _PEA
    scene.patch(ellipse(x + 2, y, 92), "white")
    for degrees in (-112, -78, -44, -10, 24):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 42 * c, y + 42 * s), (x + 76 * c, y + 76 * s)), 6.5, (0.9, 0.4))
    at = Placement((x - 94, y + 80), 1.72, 1, -4)
    far = at.loop((2, -62, "c"), (-6, -94), (4, -124, "c"), (18, -98), (18, -62, "c"))
    scene.shape(far, "coral", 7.5)
    bird(scene, x - 94, y + 80, 1.72, 1, eye="open", degrees=-4)
    near = at.loop((-26, -42, "c"), (-52, -74), (-64, -112, "c"), (-38, -104), (-30, -94, "c"),
                   (-14, -84), (-8, -70, "c"), (0, -52), (-10, -38))  # fmt: skip
    scene.shape(near, "coral", 8)
    scene.shape(ellipse(x, y, 23), "leaf", 8)


def _leek(scene: Scene, root: Array, neck: Array) -> None:
    """Draw the enormous leek, its leaves in a wide fan; the roots are out of sight."""
    along = (neck - root) / float(np.hypot(*(neck - root)))
    turn = math.degrees(math.atan2(along[1], along[0]))
    at = Placement(neck, 1.36, 1, turn)
    trunk = tube(np.vstack([root, (root + neck) / 2, neck]), [62, 62, 74])
    shaft = scene.shape(trunk.region, "white", 8)
    scene.fill(at.region(ellipse(20, 0, 112, 70)), "leaf", clip=shaft)
    for bend, tip, wide in (((84, -84), (130, -168), 42), ((62, 78), (64, 146), 42),
                            ((132, -62), (206, -112), 46), ((132, 62), (202, 112), 46),
                            ((140, -22), (262, -62), 50), ((130, 18), (244, 52), 48)):  # fmt: skip
        leaf = tube(at.spline([(-70, bend[1] * 0.1), (20, bend[1] * 0.42), bend, tip]),
                    [wide * 0.7, wide, wide * 0.8, 8])  # fmt: skip
        scene.shape(leaf.region, "leaf", 7)
    for low in (-116, -84):  # where one leaf wraps the next
        scene.line(at.spline([(low + 44, -34), (low, 0, "c"), (low + 44, 34)]), 5.5, (0.8, 0.8),
                   clip=shaft)  # fmt: skip


def _wheelchair(scene: Scene, x: float, behind: bool) -> None:
    """Draw a wheelchair facing right, its big wheel's hub at x; first what is behind its sitter."""
    hub = _FLOOR - 92
    if behind:
        rod(scene, (x - 66, hub - 156), (x - 50, hub + 20), 15, "navy", 6.5)
        rod(scene, (x - 100, hub - 160), (x - 60, hub - 154), 17, "navy", 6.5)
        return
    rod(scene, (x + 40, hub - 20), (x + 112, hub + 44), 14, "navy", 6.5)
    rod(scene, (x + 112, hub + 44), (x + 166, hub + 70), 14, "navy", 6.5)
    scene.shape(ellipse(x + 100, _FLOOR - 24, 23), "white", 8)
    scene.dot(x + 100, _FLOOR - 24, 5)
    scene.shape(ellipse(x, hub, 90), "navy", 7)
    scene.shape(ellipse(x, hub, 74), "white", 6, halo=0)
    scene.shape(ellipse(x, hub, 60), None, 5, halo=0, knock=False)
    for degrees in range(15, 375, 45):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        scene.line(curve((x + 12 * c, hub + 12 * s), (x + 70 * c, hub + 70 * s)), 4.8, (1, 1),
                   wobble=0)  # fmt: skip
    scene.shape(ellipse(x, hub, 15), "grey", 6, halo=0)


def _with_leek(scene: Scene) -> None:
    """Draw Mei in her wheelchair, both hands round the leek that stands on her lap."""
    look = CAST["mei"].dressed(top_colour="mustard", leg_colour="brown")
    mei = Figure(scene, look, (116, 812), (108, 648), 1.06, 1, -4)
    _wheelchair(scene, 124, behind=True)
    mei.leg("far", (276, _FLOOR - 22), knee=(246, 800))
    mei.torso()
    mei.neck()
    mei.head(_GENEROUS, -4, gaze=(0.9, -0.3))
    mei.leg("near", (262, _FLOOR - 18), knee=(232, 806), over=True)
    _leek(scene, vec(212, 788), vec(268, 500))
    _wheelchair(scene, 124, behind=False)
    mei.grip("far", (246, 638), -78, elbow=(172, 712), soft=0.4)
    mei.grip("near", (226, 722), -78, elbow=(104, 770), soft=0.4)


def _with_carrot(scene: Scene) -> None:
    """Draw Noor, who holds up one carrot."""
    noor = Figure(scene, CAST["noor"], (396, 828), (388, 726), 0.92, 1, head_at=(-2, -50))
    noor.arm("far", (476, 668), "fist", -78, 1, elbow=(462, 750))
    _carrot(scene, Placement((480, 592), 0.95, 1, 8))
    noor.leg("far", (416, _FLOOR), straight=True)
    noor.leg("near", (374, _FLOOR), straight=True)
    noor.torso()
    noor.neck()
    noor.head(_PROUD, -8, gaze=(0.9, -0.9))
    noor.arm("near", (354, 806), "relax", 92, elbow=(336, 758))


def _carrot(scene: Scene, at: Placement) -> None:
    for tip in ((-22, -70), (4, -82), (28, -64)):
        frond = tube(at.spline([(0, -20), (tip[0] * 0.6, -44), tip]), [10, 18, 8])
        scene.shape(frond.region, "leaf", 5.5)
    root = at.loop((-20, -26), (0, -34), (20, -26), (13, 20), (0, 74), (-10, 26))
    scene.shape(root, "coral", 7)


def _cook(scene: Scene) -> None:
    """Draw Bram, who beams at the pea, a hand on his heart."""
    look = CAST["bram"].dressed(top="plain", top_colour="white", stripes=None, leg_colour="navy")
    cook = Figure(scene, look, (926, 758), (906, 604), 1.06, -1, -3, head_at=(-22, -66))
    cook.leg("far", (896, _FLOOR), straight=True)
    cook.leg("near", (962, _FLOOR), straight=True)
    cook.torso()
    for u in (0.66, 0.46, 0.26):
        for v in (-0.52, -0.06):
            x, y = cook.at(u, v)
            scene.dot(float(x), float(y), 5)
    cook.neck()
    head = cook.head(_TOUCHED, 6, gaze=(0.9, -0.6))
    toque(scene, head.placement.inner(4, -74, 0.98, degrees=4))
    _ladle(scene)
    cook.grip("far", (822, 646), 68, elbow=(850, 726), soft=0.4)
    cook.arm("near", (918, 690), "flat", 196, 1, elbow=(976, 752), soft=0.45)
    mug(scene, 816, 904, 1.0, "navy", steam=False, flip=-1)


def _ladle(scene: Scene) -> None:
    """Draw the ladle, held up below the pea."""
    x, y = _PEA
    rod(scene, (x + 44, y + 84), (x + 124, y + 286), 18, "brown", 7)
    bowl = loop((x - 66, y + 42, "c"), (x + 66, y + 42, "c"), (x + 56, y + 86), (x + 2, y + 106),
                (x - 52, y + 86))  # fmt: skip
    scene.shape(bowl, "shine", 8)
    scene.line(curve((x - 42, y + 60), (x - 34, y + 78), (x - 16, y + 90)), 6, (0.6, 0.6))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(0, -26, 1024))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 120), (520, 80), (840, 120), (976, 420), (960, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    ground(scene, 20, 990, _FLOOR)
    _with_leek(scene)
    _with_carrot(scene)
    _pan(scene)
    _pea_bearer(scene)
    _cook(scene)
    return scene
