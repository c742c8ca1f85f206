"""Iedereen kan iets brengen: a queue at a giant soup pan; the bird brings one pea, the cook bows."""

import math

import numpy as np

from samenspel.cartoon.cast import CAST
from samenspel.cartoon.figures import Figure
from samenspel.cartoon.geometry import Array, Knot, Placement, curve, loop, normals, spline, vec
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.props import bird, ground, mug, rod
from samenspel.cartoon.regions import area_of, ellipse, tube, union

_FLOOR = 925.0
_RIM = (676.0, 512.0)  # the middle of the pan's opening
_RX, _RY = 212.0, 36.0


def _steam(scene: Scene) -> None:
    """Lay pale wisps above the soup."""
    for knots, wide in (
        (((640, 480), (600, 380), (690, 300), (640, 200), (690, 110)), (8, 30, 34, 26, 4)),
        (((740, 480), (780, 400), (720, 320), (770, 250), (750, 190)), (8, 20, 24, 18, 4)),
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
    rim = scene.shape(ellipse(x, y, _RX + 14, _RY + 10), "navy", 8)
    scene.shape(ellipse(x, y - 1, _RX - 8, _RY - 7), "mustard", 7, halo=0)
    del rim
    for dx, dy, colour in ((-60, 6, "leaf"), (30, 12, "sand"), (96, 2, "leaf"), (-8, -10, "sand"),
                           (-124, 0, "sand")):  # fmt: skip
        scene.shape(ellipse(x + dx, y + dy, 19, 8), colour, 5, halo=0)


def _ladder(scene: Scene) -> None:
    rails = (((902, 470), (872, _FLOOR)), ((962, 470), (988, _FLOOR)))
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
    look = CAST["gloria"].dressed(top="plain", top_colour="white", leg_colour="grey")
    cook = Figure(scene, look, (900, 520), (802, 414), 0.84, -1, 14, head_at=(-58, -8))
    cook.arm("near", (940, 330), "grip", -70, elbow=(896, 392))
    cook.leg("far", (905, 660), knee=(880, 590))
    cook.leg("near", (946, 660), knee=(930, 590))
    cook.torso()
    cook.neck()
    cook.head("bliss", -38)
    cook.arm("far", (800, 470), "flat", 190, elbow=(800, 500))
    _toque(scene, Placement((930, 250), 1, 1, 20))


def _leek(scene: Scene) -> None:
    """Draw the enormous leek from its roots at the man's belt up to the leaves."""
    foot, neck = vec(212, 806), vec(92, 420)
    leaves: tuple[tuple[tuple[float, float], ...], ...] = (
        ((92, 420), (60, 320), (30, 240), (16, 150)),
        ((92, 420), (150, 330), (230, 300), (300, 350)),
        ((92, 420), (80, 290), (90, 170), (60, 70)),
        ((92, 420), (130, 300), (190, 190), (280, 150)),
        ((92, 420), (100, 300), (140, 160), (170, 60)),
    )
    for knots in leaves:
        blade = tube(spline(knots), [56, 62, 46, 6]).region
        scene.shape(blade, "leaf", 7.5)
        scene.line(spline(knots)[8:-8], 4.6, (0.5, 0.4))
    for dx, dy in ((-20, 34), (-4, 44), (12, 42), (28, 34)):
        scene.line(curve(foot, foot + vec(dx * 0.6, dy * 0.5), foot + vec(dx, dy)), 5)
    trunk = tube(np.vstack([foot, (foot + neck) / 2, neck]), [62, 50, 56, 66])
    shaft = scene.shape(trunk.region, "white", 8)
    top = ellipse(float(neck[0]), float(neck[1]), 160, 150)
    scene.fill(top, "leaf", clip=shaft)
    for shift in (-12, 8):
        along = normals(trunk.centre, closed=False)[0] * shift + trunk.centre
        scene.line(along[12:-6], 4.6, (0.4, 0.4))


def _leek_man(scene: Scene) -> None:
    look = CAST["bram"].dressed(leg_colour="brown")
    man = Figure(scene, look, (152, 792), (168, 660), 0.86, 1, 4)
    man.arm("far", (262, 720), "open", -60)
    man.leg("far", (190, _FLOOR - 4), straight=True)
    man.leg("near", (126, _FLOOR), straight=True)
    man.torso()
    _leek(scene)
    man.neck()
    man.head("happy", -6)
    man.arm("near", (206, 764), "fist", 0, bend=1)


def _ladle(scene: Scene, x: float, top: float) -> None:
    rod(scene, (x, top + 20), (x - 4, _FLOOR - 2), 17, "grey", 6.5)
    bowl = loop((x - 8, top, "c"), (x + 96, top - 2, "c"), (x + 88, top + 40), (x + 44, top + 62),
                (x + 2, top + 42))  # fmt: skip
    scene.shape(bowl, "grey", 8)
    scene.shape(ellipse(x + 44, top, 53, 13), "shine", 7)


def _ladle_woman(scene: Scene) -> None:
    truus = Figure(scene, CAST["truus"], (312, 816), (308, 706), 0.74, 1, 2)
    truus.leg("far", (336, _FLOOR - 4), straight=True)
    truus.leg("near", (292, _FLOOR), straight=True)
    truus.torso()
    truus.neck()
    _ladle(scene, 372, 380)
    truus.head("calm", -10)
    truus.grip("far", (370, 690), 90, bend=-1)
    truus.grip("near", (368, 770), 90, bend=1)


def _child(scene: Scene) -> None:
    sem = Figure(scene, CAST["sem"].dressed(top_colour="mustard", leg_colour="navy"), (456, 854),
                 (456, 782), 0.74, 1, head_at=(4, -40))  # fmt: skip
    sem.leg("far", (474, _FLOOR + 12), straight=True)
    sem.leg("near", (438, _FLOOR + 14), straight=True)
    sem.torso()
    sem.neck()
    sem.head("happy", -14)
    at = Placement((536, 690), 1, 1, 20)
    for tip in ((-22, -66), (4, -76), (26, -60)):
        frond = tube(at.spline([(0, -20), (tip[0] * 0.6, -44), tip]), [10, 18, 8])
        scene.shape(frond.region, "leaf", 5.5)
    scene.shape(at.loop((-18, -26), (0, -34), (18, -26), (12, 14), (0, 60), (-10, 20)), "mustard", 7)
    sem.arm("near", (508, 742), "fist", -40, bend=1)


def _pea_bearer(scene: Scene) -> None:
    x, y, size = 520.0, 492.0, 1.65
    place = bird(scene, x, y, size)
    pea = place.point(50, -47)
    scene.shape(ellipse(float(pea[0]), float(pea[1]), 17), "leaf", 6.5)
    for degrees in (-100, -60, -20, 20):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray: Array = curve(pea + vec(c, s) * 30, pea + vec(c, s) * 46)
        scene.line(ray, 5, (0.6, 0.4))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(-4, 10, 1010))
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
    mug(scene, 900, 700, 0.8)
    return scene
