"""Vraag meer dan een stageplek: a whole factory of cake, and he is glad of one crumb."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, curve, loop, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, toque
from samenspel_drawing.regions import area_of, ellipse

_FLOOR: Final = 930.0
_GLAD: Final = Expression((-8, -14), (-8, 14), "closed", "smile")
_OFFERS: Final = Expression((-8, -10), (-8, 10), "dot", "grin")
_LEFT, _RIGHT = 424.0, 776.0
"""The cake's sides."""
_ICING, _FOOT = 396.0, 690.0
"""Where its icing begins, and where it stands on its plate."""
_CRUMB: Final = (50.0, 62.0)
"""How wide and high the one crumb is."""
_TRAY: Final = (306.0, 640.0)
"""The middle of the visitor's tray."""


def _stand(scene: Scene) -> None:
    """Draw the cake's stand."""
    x = (_LEFT + _RIGHT) / 2
    scene.shape(loop((x - 34, _FOOT + 20, "c"), (x + 34, _FOOT + 20, "c"), (x + 26, _FLOOR - 80),
                     (x + 112, _FLOOR, "c"), (x - 112, _FLOOR, "c"), (x - 26, _FLOOR - 80)),
                "grey", 8)  # fmt: skip
    scene.shape(ellipse(x, _FOOT + 8, 232, 30), "white", 8)


def _roof(scene: Scene) -> None:
    """Draw the saw-toothed roof of wafer and its chimneys, two candles."""
    wide = (_RIGHT - _LEFT - 112) / 3
    for i in (0, 1, 2):
        x = _LEFT + wide * i
        tooth = loop((x, _ICING + 16, "c"), (x, _ICING - 128, "c"), (x + wide, _ICING + 16, "c"))
        scene.shape(tooth, "teal", 8)
        pane = loop((x + 16, _ICING - 6, "c"), (x + 16, _ICING - 74, "c"),
                    (x + 56, _ICING - 6, "c"))  # fmt: skip
        scene.shape(pane, "mustard", 6, halo=0)
    for x in (_RIGHT - 78, _RIGHT - 26):
        _chimney(scene, x)


def _chimney(scene: Scene, x: float) -> None:
    """Draw one chimney: a striped birthday candle with its flame."""
    stem = area_of(box_points(x - 17, _ICING - 150, x + 17, _ICING + 16))
    scene.shape(stem, "white", 7.5)
    for y in (-128, -82, -36):
        band = loop((x - 20, _ICING + y + 12, "c"), (x + 20, _ICING + y - 10, "c"),
                    (x + 20, _ICING + y + 10, "c"), (x - 20, _ICING + y + 32, "c"))  # fmt: skip
        scene.fill(band, "teal", clip=stem.buffer(-1))
    scene.line(curve((x, _ICING - 152), (x, _ICING - 168)), 5, (1, 1))
    scene.shape(loop((x, _ICING - 222, "c"), (x + 17, _ICING - 184), (x, _ICING - 164),
                     (x - 17, _ICING - 184)), "mustard", 6.5, halo=0)  # fmt: skip


def _cake(scene: Scene) -> None:
    """Draw the cake: two layers of sponge with cream between, icing that drips, windows, a door."""
    body = area_of(loop((_LEFT, _ICING, "c"), (_RIGHT, _ICING, "c"), (_RIGHT, _FOOT, "c"),
                        ((_LEFT + _RIGHT) / 2, _FOOT + 14), (_LEFT, _FOOT, "c")))  # fmt: skip
    notch = box_points(_LEFT - 9, 510, _LEFT + _CRUMB[0], 510 + _CRUMB[1])
    body = body.difference(area_of(notch))
    _roof(scene)
    scene.shape(body, "sand", 8.5)
    for y in (528, 620):
        cream = box_points(_LEFT - 4, y, _RIGHT + 4, y + 24)
        scene.shape(area_of(cream).intersection(body), "pink", 6, halo=0)
    knots: list[Knot] = [(_LEFT - 8, _ICING - 8, "c"), (_RIGHT + 8, _ICING - 8, "c")]
    edge, drips = _RIGHT + 8, (44, 18, 66, 22, 40, 20, 58, 18, 46)
    step = (_RIGHT - _LEFT + 16) / (len(drips) - 1)
    knots += [(edge - step * i, _ICING + 14 + low) for i, low in enumerate(drips)]
    scene.shape(spline(knots, True), "white", 7.5)
    for x in (486, 560, 714):
        scene.shape(box_points(x - 22, 562, x + 22, 604), "mustard", 6.5, halo=0)
        scene.line(curve((x, 564), (x, 602)), 5, (1, 1))
    door = loop((610, _FOOT + 8, "c"), (610, 632), (637, 606), (664, 632), (664, _FOOT + 8, "c"))
    scene.shape(door, "brown", 7, halo=0)


def _baker(scene: Scene) -> None:
    """Draw the pastry cook, both arms wide: all of this is there for the asking."""
    look = CAST["joris"].dressed(top="plain", top_colour="white", leg_colour="navy")
    who = Figure(scene, look, (884, 752), (884, 580), 1.1, -1, -2)
    who.leg("far", (850, _FLOOR), straight=True)
    who.leg("near", (922, _FLOOR), straight=True)
    who.arm("far", (790, 566), "open", 204, 1, elbow=(822, 664))
    who.torso()
    for u in (0.66, 0.46, 0.26):
        for v in (-0.52, -0.06):
            x, y = who.at(u, v)
            scene.dot(float(x), float(y), 5)
    who.neck()
    head = who.head(_OFFERS, 4, gaze=(1, 0.2))
    toque(scene, head.placement.inner(-2, -78, 0.92, degrees=-4))
    who.arm("near", (930, 614), "open", -80, -1, elbow=(958, 700))


def _crumb(scene: Scene, x: float, y: float) -> None:
    """Draw the crumb that left a notch in the cake, (x, y) below its middle."""
    half, high = _CRUMB[0] / 2, _CRUMB[1]
    piece = area_of(box_points(x - half, y - high, x + half, y))
    scene.shape(piece, "sand", 7)
    cream = area_of(box_points(x - half - 4, y - high + 18, x + half + 4, y - high + 42))
    scene.shape(cream.intersection(piece), "pink", 6, halo=0)


def _visitor(scene: Scene) -> None:
    """Draw the visitor with a tray for a whole cake, glad of the one crumb on it."""
    look = CAST["willem"].dressed(top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (112, 742), (124, 548), 1.18, 1, -4, head_at=(18, -72))
    x, y = _TRAY
    scene.patch(ellipse(x, y - 46, 100), "white")
    who.leg("far", (146, _FLOOR), straight=True)
    who.leg("near", (76, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_GLAD, 10)
    scene.shape(ellipse(x, y, 116, 20), "white", 8)
    scene.line(curve((x - 84, y + 2), (x, y + 10), (x + 84, y + 2)), 5, (0.6, 0.6))
    _crumb(scene, x, y + 4)
    for dx, dy in ((-78, -26), (-62, -70), (66, -70), (80, -26)):
        ray = curve((x + dx * 0.84, y - 30 + dy * 0.84), (x + dx * 1.16, y - 30 + dy * 1.16))
        scene.line(ray, 5.5, (0.9, 0.4))
    who.arm("near", (x - 98, y + 28), "flat", -8, elbow=(92, 730))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=131, view=(4, 24, 1000))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 120), (520, 60), (840, 120), (948, 420), (938, 840),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    ground(scene, 20, 968, _FLOOR)
    _visitor(scene)
    _stand(scene)
    _cake(scene)
    _baker(scene)
    mug(scene, 400, 904, 1.05)
    bird(scene, 512, 282, 0.95, -1, eye="open")
    return scene
