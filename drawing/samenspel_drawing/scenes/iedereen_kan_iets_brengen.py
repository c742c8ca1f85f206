"""Iedereen kan iets brengen: a queue at a giant pan; the cook bows to the bird with one pea."""

import math

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve, loop, normals, spline, vec
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug, rod
from samenspel_drawing.regions import capsule, ellipse, tube

_FLOOR = 925.0
_RIM = (690.0, 520.0)  # the middle of the pan's opening
_RX, _RY = 196.0, 34.0


def _steam(scene: Scene) -> None:
    """Lay pale wisps above the soup."""
    for knots, wide in (
        (
            (
                (552, 350),
                (530, 318),
                (534, 276),
                (562, 238),
                (580, 200),
                (566, 160),
                (556, 128),
                (576, 84),
            ),
            (4, 30, 36, 28, 4),
        ),
        (
            (
                (662, 356),
                (640, 324),
                (644, 282),
                (672, 244),
                (688, 206),
                (674, 166),
                (664, 134),
                (684, 92),
            ),
            (4, 24, 30, 22, 4),
        ),
        (((752, 326), (734, 296), (738, 262), (762, 232), (772, 200), (758, 150)), (4, 20, 22, 4)),
    ):
        scene.fill(tube(spline(knots), wide).region, "white")


def _pan(scene: Scene) -> None:
    x, y = _RIM
    handle = [(x - _RX - 4, y + 76), (x - _RX - 50, y + 78), (x - _RX - 52, y + 124),
              (x - _RX + 4, y + 126)]  # fmt: skip
    scene.shape(tube(spline(handle), [17, 17, 17]).region, "navy", 7)
    body = loop((x - _RX, y, "c"), (x - _RX + 2, y + 200), (x - _RX + 8, y + 372),
                (x - _RX + 34, _FLOOR - 8), (x - _RX + 70, _FLOOR, "c"),
                (x + _RX - 70, _FLOOR, "c"), (x + _RX - 34, _FLOOR - 8), (x + _RX - 8, y + 372),
                (x + _RX - 2, y + 200), (x + _RX, y, "c"), (x, y - _RY))  # fmt: skip
    pan = scene.shape(body, "teal", 8.5)
    shade = loop((x + 130, y), (x + 146, y + 220), (x + 120, _FLOOR), (x + 260, _FLOOR + 10),
                 (x + 260, y - 10))  # fmt: skip
    scene.fill(shade, "navy", clip=pan)
    gleam = tube(curve((x - 168, y + 90), (x - 166, y + 200), (x - 158, y + 300)), [10, 17, 10])
    scene.fill(gleam.region, "mist", clip=pan)
    scene.shape(ellipse(x, y, _RX + 14, _RY + 10), "navy", 8)
    scene.shape(ellipse(x, y - 1, _RX - 8, _RY - 7), "mustard", 7, halo=0)
    drip = loop((x + 58, y + 38, "c"), (x + 66, y + 58), (x + 66, y + 92), (x + 78, y + 106),
                (x + 90, y + 92), (x + 92, y + 56), (x + 104, y + 34, "c"))  # fmt: skip
    scene.shape(drip, "mustard", 6.5)
    for dx, dy, colour in ((-60, 6, "leaf"), (30, 12, "sand"), (96, 2, "leaf"), (-8, -10, "sand"),
                           (-124, 0, "sand")):  # fmt: skip
        scene.shape(ellipse(x + dx, y + dy, 19, 8), colour, 5, halo=0)


def _ladder(scene: Scene) -> None:
    rails = (((898, 470), (872, _FLOOR)), ((952, 470), (972, _FLOOR)))
    for i in range(6):
        t = 0.08 + i * 0.17
        a, b = ((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in rails)
        rod(scene, a, b, 15, "sand", 6)
    for top, foot in rails:
        rod(scene, top, foot, 19, "sand", 7)


def _toque(scene: Scene, at: Placement) -> None:
    """Draw a cook's hat; the placement's origin is the middle of its band."""
    puff = at.loop((-46, -8, "c"), (-74, -34), (-66, -70), (-34, -76), (-10, -98), (22, -84),
                   (48, -84), (72, -52), (62, -22), (46, -8, "c"))  # fmt: skip
    scene.shape(puff, "white", 7.5)
    for knots in (((-26, -16), (-30, -40)), ((2, -16), (4, -46)), ((28, -18), (34, -38))):
        scene.line(at.spline(knots), 4.6)
    scene.shape(at.loop((-48, -12, "c"), (48, -12, "c"), (46, 26, "c"), (-46, 26, "c")), "white", 7)


def _cook(scene: Scene) -> None:
    look = CAST["gloria"].dressed(
        top="plain", top_colour="white", leg_colour="grey", shoe_colour="brown"
    )
    cook = Figure(scene, look.styled(glasses=None), (910, 526), (808, 412), 0.9, -1, 16,
                  head_at=(-62, -12))  # fmt: skip
    _toque(scene, Placement((892, 250), 1, 1, 12))
    cook.arm("near", (886, 312), "grip", -84, elbow=(872, 380))
    cook.leg("far", (896, 666), knee=(872, 596), toe=-1)
    cook.leg("near", (950, 666), knee=(938, 596), toe=-1)
    cook.torso()
    knot = cook.at(0.93, 0)
    cook.neck()
    cook.head("bliss", -34, view="profile")
    cook.arm("far", (868, 466), "flat", -58, elbow=(812, 506))
    at = Placement(knot - vec(4, -4), 1, 1, 42)
    scene.shape(at.loop((-2, 18), (-14, 58, "c"), (8, 52), (24, 56, "c"), (12, 20)), "mustard", 6)
    scene.shape(at.region(ellipse(0, 0, 13, 33)), "mustard", 6.5)


def _leaves(scene: Scene, neck: Array) -> None:
    """Draw the leek's plume of leaves from its neck, the long ones last."""
    for knots in (
        ((70, 320), (34, 250), (16, 150)),
        ((140, 340), (214, 296), (290, 352)),
        ((84, 290), (88, 160), (62, 40)),
        ((128, 300), (190, 190), (290, 160)),
        ((108, 300), (148, 160), (186, 26)),
    ):
        line = spline([neck, *knots])
        scene.shape(tube(line, [56, 64, 48, 6]).region, "leaf", 7.5)
        scene.line(line[10:-8], 4.6, (0.5, 0.4))


def _leek(scene: Scene) -> None:
    """Draw the enormous leek from its roots at the man's knee up to the leaves."""
    foot, neck = vec(64, 850), vec(84, 420)
    _leaves(scene, neck)
    for dx, dy in ((-26, 40), (-8, 54), (12, 54), (28, 40)):
        scene.line(curve(foot, foot + vec(dx * 0.7, dy * 0.6), foot + vec(dx * 1.2, dy)), 5)
    trunk = tube(np.vstack([foot, (foot + neck) / 2, neck]), [66, 54, 58, 66])
    shaft = scene.shape(trunk.region, "white", 8)
    scene.fill(ellipse(float(neck[0]), float(neck[1]) - 10, 48, 178), "leaf", clip=shaft)
    for shift in (-12, 10):
        along = normals(trunk.centre, closed=False)[0] * shift + trunk.centre
        scene.line(along[(40 if shift > 0 else 24) : -6], 4.6, (0.4, 0.4))


def _leek_man(scene: Scene) -> None:
    look = CAST["bram"].dressed(leg_colour="brown", top_colour="leaf", stripes=None)
    man = Figure(scene, look, (176, 792), (180, 660), 0.86, -1, 4)
    man.leg("far", (150, _FLOOR), straight=True)
    man.leg("near", (206, _FLOOR - 2), straight=True, toe=1)
    man.torso()
    man.neck()
    man.head("happy", 4, view="front", gaze=(0.9, -0.3))
    man.arm("far", (92, 712), "stump", 190, elbow=(120, 732))
    _leek(scene)
    for y in (700, 715, 730):  # the fingers that come round from behind
        scene.shape(capsule((44, y), (62, y + 1), 15, 14), "skin1", 6, halo=0)
    man.arm("near", (98, 776), "flat", 176, -1, elbow=(196, 782))


def _ladle(scene: Scene, foot: Array, top: Array) -> None:
    """Draw the ladle, its handle upright from `foot` to `top`, the bowl to the right."""
    rod(scene, top + vec(2, 20), foot, 17, "grey", 6.5)
    at = Placement(top, 1.05, 1, -6)
    bowl = at.loop((-8, 0, "c"), (96, -2, "c"), (88, 40), (44, 62), (2, 42))
    scene.shape(bowl, "grey", 8)
    scene.shape(at.region(ellipse(44, 0, 53, 13)), "shine", 7)


def _ladle_woman(scene: Scene) -> None:
    truus = Figure(
        scene, CAST["truus"].dressed(upper_arm=56, forearm=54), (314, 812), (304, 694), 0.82, 1, 2
    )
    truus.leg("far", (346, _FLOOR - 4), straight=True)
    truus.leg("near", (302, _FLOOR), straight=True)
    truus.torso()
    truus.neck()
    truus.head("calm", -12)
    _ladle(scene, vec(412, _FLOOR), vec(388, 300))
    truus.grip("far", (407, 752), 88, elbow=(366, 764))
    truus.grip("near", (409, 804), 88, elbow=(334, 802))


def _child(scene: Scene) -> None:
    look = CAST["sem"].dressed(leg_colour="navy", upper_arm=80, forearm=78)
    sem = Figure(scene, look, (502, 858), (496, 782), 0.78, 1, head_at=(2, -42))
    sem.leg("far", (520, _FLOOR + 12), straight=True)
    sem.leg("near", (484, _FLOOR + 14), straight=True)
    sem.torso()
    sem.neck()
    sem.head("happy", -16)
    at = Placement((630, 700), 1.1, 1, 24)
    for tip in ((-22, -66), (4, -76), (26, -60)):
        frond = tube(at.spline([(0, -20), (tip[0] * 0.6, -44), tip]), [10, 18, 8])
        scene.shape(frond.region, "leaf", 5.5)
    root = at.loop((-18, -26), (0, -34), (18, -26), (12, 14), (0, 60), (-10, 20))
    scene.shape(root, "mustard", 7)
    sem.arm("near", (586, 764), "fist", -40, bend=1)


def _pea_bearer(scene: Scene) -> None:
    x, y, size = 532.0, 500.0, 1.72
    place = bird(scene, x, y, size)
    pea = place.point(54, -47)
    scene.shape(ellipse(float(pea[0]), float(pea[1]), 25), "leaf", 7.5)
    scene.fill(ellipse(float(pea[0]) - 8, float(pea[1]) - 9, 6), "white")
    for degrees in (-134, -102, -70, -38):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray: Array = curve(pea + vec(c, s) * 38, pea + vec(c, s) * 60)
        scene.line(ray, 5, (0.6, 0.4))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(-24, -36, 1034))
    scene.backdrop(
        [(60, 620), (110, 300), (330, 120), (640, 60), (900, 130), (980, 420), (950, 760),
         (600, 880), (200, 860)], "mist",
    )  # fmt: skip
    _steam(scene)
    ground(scene, 30, 985, _FLOOR + 2)
    _ladder(scene)
    _cook(scene)
    _pan(scene)
    _pea_bearer(scene)
    _leek_man(scene)
    _ladle_woman(scene)
    _child(scene)
    mug(scene, 924, 785, 1.1, steam=False)
    return scene
