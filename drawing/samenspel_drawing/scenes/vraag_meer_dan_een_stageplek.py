"""Vraag meer dan een stageplek: a whole factory of cake, and he is glad of one crumb."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug, rod
from samenspel_drawing.regions import area_of, ellipse, tube, union_of

_FLOOR: Final = 930.0
_GLAD: Final = Expression((-8, -14), (-8, 14), "closed", "smile")
_OFFERS: Final = Expression((-8, -10), (-8, 10), "dot", "grin")
_ALL_THAT: Final = Expression((-13, -14), (-13, 14), "wide", "o")
_LEFT, _RIGHT = 424.0, 776.0
"""The cake's sides."""
_ICING, _FOOT = 396.0, 690.0
"""Where its icing begins, and where it stands on its plate."""
_CRUMB: Final = (280.0, 604.0)
"""The middle of the visitor's plate."""


def _stand(scene: Scene) -> None:
    """Draw the cake's stand."""
    x = (_LEFT + _RIGHT) / 2
    scene.shape(loop((x - 34, _FOOT + 20, "c"), (x + 34, _FOOT + 20, "c"), (x + 26, _FLOOR - 80),
                     (x + 112, _FLOOR, "c"), (x - 112, _FLOOR, "c"), (x - 26, _FLOOR - 80)),
                "grey", 8)  # fmt: skip
    scene.shape(ellipse(x, _FOOT + 8, 232, 30), "white", 8)


def _roof(scene: Scene) -> None:
    """Draw the saw-toothed roof of wafer and the chimney, a candle that smokes whipped cream."""
    wide = (_RIGHT - _LEFT - 92) / 3
    for i in (0, 1, 2):
        x = _LEFT + wide * i
        tooth = loop((x, _ICING + 16, "c"), (x, _ICING - 128, "c"), (x + wide, _ICING + 16, "c"))
        scene.shape(tooth, "teal", 8)
        pane = loop((x + 16, _ICING - 6, "c"), (x + 16, _ICING - 74, "c"),
                    (x + 56, _ICING - 6, "c"))  # fmt: skip
        scene.shape(pane, "mustard", 6, halo=0)
    x = _RIGHT - 48
    scene.shape(box_points(x - 27, _ICING - 190, x + 27, _ICING + 16), "white", 8)
    for y in (-168, -120, -72, -24):
        band = loop((x - 27, _ICING + y + 14, "c"), (x + 27, _ICING + y - 12, "c"),
                    (x + 27, _ICING + y + 10, "c"), (x - 27, _ICING + y + 36, "c"))  # fmt: skip
        scene.fill(band, "teal", clip=area_of(box_points(x - 26, _ICING - 188, x + 26, _ICING)))
    puffs = union_of(ellipse(x + dx, _ICING - 190 + dy, r, r * 0.86) for dx, dy, r in (
        (0, -16, 34), (36, -46, 36), (-6, -62, 34), (40, -92, 30)))  # fmt: skip
    scene.shape(puffs, "white", 7.5)


def _cake(scene: Scene) -> None:
    """Draw the cake: two layers of sponge with cream between, icing that drips, windows, a door."""
    body = area_of(loop((_LEFT, _ICING, "c"), (_RIGHT, _ICING, "c"), (_RIGHT, _FOOT, "c"),
                        ((_LEFT + _RIGHT) / 2, _FOOT + 14), (_LEFT, _FOOT, "c")))  # fmt: skip
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


def _owner(scene: Scene) -> None:
    """Draw the owner in overalls, the server in one hand, the other wide open: all this."""
    look = CAST["hanan"].dressed(top="sweater", top_colour="mustard", leg_colour="navy")
    who = Figure(scene, look, (884, 752), (880, 574), 1.14, -1, -3)
    who.leg("far", (850, _FLOOR), straight=True)
    who.leg("near", (922, _FLOOR), straight=True)
    who.torso()
    bib: list[Knot] = [(*who.at(u, v), "c") for u, v in
                       ((0, -1.1), (0.5, -1.1), (0.5, -0.62), (0.74, -0.56), (0.74, 0.30),
                        (0.5, 0.36), (0.5, 1.1), (0, 1.1))]  # fmt: skip
    scene.shape(area_of(spline(bib, True)).intersection(who.torso_region), "navy", 6.5, halo=0)
    for v in (-0.46, 0.2):
        strap = who.across((0.72, v), (0.86, v * 0.9), (0.97, v * 0.9))
        scene.shape(tube(strap, [18, 18, 18]).region, "navy", 5.5, halo=0)
    who.neck()
    who.head(_OFFERS, 4, gaze=(1, 0))
    who.arm("far", (792, 634), "open", 190, -1, elbow=(836, 696))
    _server(scene, (946, 616))
    who.grip("near", (946, 632), 80, elbow=(972, 716), soft=0.4)


def _server(scene: Scene, hand: Knot) -> None:
    """Draw a cake server, upright in a hand."""
    at = Placement(hand, 1.0, 1, -82)
    rod(scene, at.point(-46, 0), at.point(52, 0), 15, "mustard", 6.5)
    scene.shape(at.loop((46, -30, "c"), (60, -34), (128, -4), (128, 6), (60, 36), (46, 32, "c")),
                "shine", 7)  # fmt: skip


def _visitor(scene: Scene) -> None:
    """Draw the visitor, who bows his thanks for a crumb on the smallest of plates."""
    look = CAST["ruben"].dressed(top="jacket", top_colour="navy", tie="mustard", leg_colour="brown")
    who = Figure(scene, look, (112, 742), (124, 548), 1.18, 1, -4, head_at=(18, -72))
    x, y = _CRUMB
    scene.patch(ellipse(x, y - 22, 82), "white")
    who.leg("far", (146, _FLOOR), straight=True)
    who.leg("near", (76, _FLOOR), straight=True)
    who.torso()
    who.neck()
    who.head(_GLAD, 10)
    who.arm("far", (x - 62, y + 20), "flat", -8, elbow=(176, 716))
    scene.shape(ellipse(x, y, 56, 12), "white", 6.5)
    crumb = loop((x - 15, y - 5, "c"), (x - 17, y - 20), (x - 3, y - 28), (x + 13, y - 21),
                 (x + 16, y - 5, "c"))  # fmt: skip
    scene.shape(crumb, "coral", 6, halo=0)
    for dx, dy in ((-44, -34), (-26, -58), (4, -66), (34, -54), (48, -28)):
        scene.line(
            curve((x + dx * 0.86, y + dy * 0.86), (x + dx * 1.2, y + dy * 1.2)), 5, (0.9, 0.4)
        )
    who.arm("near", (66, 786), "relax", 86, elbow=(44, 676))


def _fork(scene: Scene, hand: Knot) -> None:
    """Draw a fork as long as an arm, upright in a hand."""
    at = Placement(hand, 1.0, 1, -92)
    rod(scene, at.point(-150, 0), at.point(74, 0), 15, "shine", 6.5)
    tines = at.loop((70, 0), (82, -30), (150, -32, "c"), (150, -18, "c"), (108, -16), (108, -6),
                    (150, -6, "c"), (150, 7, "c"), (108, 7), (108, 17), (150, 18, "c"),
                    (150, 32, "c"), (82, 30))  # fmt: skip
    scene.shape(tines, "shine", 6.5)


def _student(scene: Scene) -> None:
    """Draw the student, who came with a plate and a fork to match the cake."""
    look = CAST["tim"].dressed(top="hoodie", top_colour="leaf", leg_colour="teal")
    who = Figure(scene, look, (426, 850), (422, 706), 1.05, -1, -2, head_at=(-4, -62))
    who.leg("far", (400, _FLOOR + 60), straight=True)
    who.leg("near", (450, _FLOOR + 60), straight=True)
    who.torso()
    who.neck()
    who.head(_ALL_THAT, 0, gaze=(1, -0.6))
    _fork(scene, (312, 838))
    who.grip("far", (312, 838), 88, elbow=(356, 800))
    x, y = 544.0, 858.0
    scene.shape(ellipse(x, y, 108, 124), "white", 8.5)
    scene.shape(ellipse(x, y, 70, 82), None, 6, halo=0, knock=False)
    who.arm("near", (454, 880), "flat", 10, 1, elbow=(470, 800), soft=0.4)


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
    _owner(scene)
    mug(scene, 752, 904, 1.05)
    _student(scene)
    bird(scene, 514, 280, 0.95, -1, eye="open")
    return scene
