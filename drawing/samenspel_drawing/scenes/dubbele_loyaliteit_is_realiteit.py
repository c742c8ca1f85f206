"""Dubbele loyaliteit is realiteit: two crews row apart, she with two hats stands in both."""

import math
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, spline, vec
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, waves
from samenspel_drawing.regions import area_of, tube, union

_STRAIN: Final = Expression((-3, -26), (-3, 26), "squeeze", "wobble")
_HAUL: Final = Expression((-2, 16), (-2, -16), "squeeze", "flat")
_FEET: Final = ((284.0, 790.0), (716.0, 790.0))
_SEAM: Final = 500.0
_ROWER: Final = 0.94


def _rower(
    scene: Scene, x: float, y: float, face: float, colour: str, person: Person, mood: Expression,
) -> Figure:  # fmt: skip
    """Draw somebody who leans far back in a sweater of the boat's colour, still armless."""
    crew = person.dressed(build="bean", top="sweater", top_colour=colour, stripes=None,
                          skirt=False, upper_arm=66, forearm=62)  # fmt: skip
    neck = (x - face * 62, y - 118 * _ROWER)
    figure = Figure(scene, crew, (x, y), neck, _ROWER, face, -face * 8,
                    head_at=(-face * 12, -60 * _ROWER))  # fmt: skip
    figure.torso()
    figure.neck()
    figure.head(mood, -face * 14)
    return figure


def _oar(scene: Scene, handle: Knot, blade: Knot) -> None:
    a, b = vec(float(handle[0]), float(handle[1])), vec(float(blade[0]), float(blade[1]))
    t = (b - a) / np.hypot(*(b - a))
    n = vec(-t[1], t[0])
    shaft = tube(np.vstack([a, (a + b) / 2, b]), [13, 13, 13]).region
    leaf = spline([b - t * 8 - n * 8, b + t * 20 - n * 19, b + t * 56 - n * 17,
                   b + t * 60 + n * 15, b + t * 20 + n * 18, b - t * 8 + n * 8], True)  # fmt: skip
    scene.shape(union(shaft, area_of(leaf)), "sand", 6)


def _long_leg(scene: Scene, figure: Figure, foot: tuple[float, float], toe: int, colour: str,
              hip: float) -> None:  # fmt: skip
    """Draw a leg that grows towards us: thin at the hip, huge at the shoe."""
    start = figure.at(0.06, hip)
    shoe = Placement(foot, 1.9, toe, -toe * 4)
    ankle = shoe.point(-8, -22)
    centre = spline([start, start + (ankle - start) * 0.5 + vec(toe * -10, 0), ankle])
    split = int(len(centre) * 0.66)
    sock = tube(centre[split - 4 :], [58, 52], end_cap=False)
    scene.patch(sock.region, colour, halo=None)
    scene.line(sock.left, 8)
    scene.line(sock.right, 8)
    figure.shoe(shoe)
    trouser = tube(centre[: split + 2], [(0, 70), (0.4, 70), (1, 86)], end_cap=False)
    scene.patch(trouser.region, "brown", halo=None)
    edge = np.vstack([trouser.left[4:], trouser.right[4:][::-1]])
    scene.line(edge, 8.5, (0.8, 0.8), side=0.3)
    crease = trouser.centre[int(len(trouser.centre) * 0.3) : -8]
    scene.line(crease, 5, (0.2, 0.3), wobble=0.5)


def _hull(scene: Scene, flip: float, colour: str) -> None:
    """Draw a boat under way to the left (`flip` -1: to the right), its bow lifted."""
    at = Placement((_SEAM, 0), 1, flip)
    hull = at.loop((-486, 716, "c"), (-400, 768), (-280, 790), (-146, 806, "c"), (-160, 854),
                   (-200, 886), (-320, 882), (-420, 856), (-462, 796))  # fmt: skip
    region = scene.shape(hull, colour, 8.5)
    band = at.loop((-490, 714), (-400, 768), (-280, 790), (-142, 806), (-146, 830), (-280, 816),
                   (-404, 796), (-484, 752))  # fmt: skip
    scene.fill(area_of(band), "white", clip=region)
    scene.line(at.spline([(-478, 752), (-404, 794), (-280, 817), (-150, 831)]), 5.5, clip=region)


def _wake(scene: Scene, flip: float) -> None:
    """Draw the bow wave, and the foam that the boat leaves towards the middle."""
    at = Placement((_SEAM, 0), 1, flip)
    for knots in (
        ((-470, 880), (-494, 858), (-502, 824)),
        ((-446, 892), (-480, 884), (-510, 862)),
        ((-152, 846), (-112, 838), (-70, 846), (-34, 860)),
        ((-170, 876), (-120, 872), (-66, 886), (-20, 910)),
        ((-470, 904), (-410, 914), (-352, 904, "c"), (-296, 914), (-240, 904)),
        ((-190, 930), (-140, 920), (-104, 932)),
    ):
        scene.line(at.spline(knots), 5.5, (0.25, 0.25))


def _sweat(scene: Scene, middle: Knot) -> None:
    """Draw drops that fly off to both sides."""
    x, y = float(middle[0]), float(middle[1])
    for dx, dy, turn in ((-112, -34, -64), (-128, 20, -84), (116, -30, 62), (134, 24, 84),
                         (-108, 72, -104)):  # fmt: skip
        at = Placement((x + dx, y + dy), 1, 1, turn)
        drop = at.loop((0, -22, "c"), (11, -2), (6, 12), (-6, 12), (-11, -2))
        scene.shape(drop, "white", 5.5)


def _helmet(scene: Scene, place: Placement) -> None:
    """Draw the works' hard hat; the placement's origin is the middle of its brim."""
    crown = scene.shape(
        place.loop((-62, 2, "c"), (-62, -30), (-42, -62), (0, -74), (42, -62), (62, -30),
                   (62, 2, "c")), "navy", 8,
    )  # fmt: skip
    for x in (-20, 20):
        rib = place.spline([(x, -72), (x * 1.2, -36), (x * 1.2, 0)])
        scene.line(rib, 5.5, (0.8, 0.8), clip=crown)
    scene.shape(place.loop((-78, -4), (0, -12), (84, -4), (88, 8), (0, 6), (-80, 10)), "navy", 7.5)


def _mortarboard(scene: Scene, place: Placement) -> None:
    """Draw the school's square cap; the placement's origin is the middle of its band."""
    scene.shape(place.loop((-46, 8, "c"), (-48, -34, "c"), (48, -34, "c"), (46, 8, "c"),
                           (0, 14)), "coral", 7.5)  # fmt: skip
    scene.shape(place.loop((-96, -42, "c"), (0, -68, "c"), (96, -42, "c"), (0, -16, "c")), "coral",
                8)  # fmt: skip
    scene.line(place.spline([(0, -42), (58, -34), (76, -12), (78, 18)]), 6, (0.9, 0.9))
    scene.shape(place.loop((70, 16, "c"), (86, 16, "c"), (92, 46, "c"), (64, 46, "c")), "mustard",
                6, halo=0)  # fmt: skip


def _upper_half(scene: Scene, corrie: Figure) -> None:
    corrie.arm("near", (296, 330), "open", 190, -1, elbow=(398, 396))
    corrie.arm("far", (704, 330), "open", -10, elbow=(602, 396))
    corrie.torso()
    corrie.neck()
    head = corrie.head(_STRAIN, 0)
    _helmet(scene, head.placement.inner(0, -52, 1.0, 1, 4))
    _mortarboard(scene, head.placement.inner(-2, -132, 0.94, 1, -7))
    _sweat(scene, head.placement.origin)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=5, view=(-30, -42, 1058))
    scene.backdrop(
        [(14, 820), (160, 780), (500, 800), (840, 780), (986, 820), (976, 900), (820, 950),
         (500, 960), (180, 950), (24, 900)], "mist",
    )  # fmt: skip
    turns = np.linspace(0, math.tau, 28, endpoint=False)
    scene.backdrop([(500 + (330 + 7 * math.sin(2 * t + 1)) * math.cos(t),
                     410 + (330 + 7 * math.cos(3 * t)) * math.sin(t)) for t in turns],
                   "sand")  # fmt: skip
    crew = (
        (_rower(scene, 138, 768, 1, "coral", CAST["vera"], _HAUL), (206, 672), (82, 888), 112),
        (_rower(scene, 862, 768, -1, "navy", CAST["rob"], _HAUL), (794, 672), (918, 888), 68),
    )
    plain = CAST["corrie"].dressed(shoe_colour="brown")
    corrie = Figure(scene, plain, (500, 462), (500, 304), 1.16, 1, head_at=(2, -78))
    _long_leg(scene, corrie, _FEET[0], -1, "coral", -0.5)
    _long_leg(scene, corrie, _FEET[1], 1, "navy", 0.5)
    _hull(scene, 1, "coral")
    _hull(scene, -1, "navy")
    for figure, handle, blade, bar in crew:
        _oar(scene, handle, blade)
        figure.grip("near", handle, bar, soft=0.4)
    _upper_half(scene, corrie)
    for way in (-1, 1):  # the knees shake
        for away, half in ((128, 30), (146, 20)):
            x, lean = _SEAM + way * (away + 36), way * half * 0.5
            arc = curve((x - lean, 560 - half), (x + way * 4, 560), (x + lean, 560 + half))
            scene.line(arc, 5, (0.3, 0.3))
    mug(scene, 500, 884, 1.1, degrees=-24, steam=False)  # overboard
    bird(scene, 508, 864, 0.8, eye="open")
    waves(scene, 420, 580, 916, 3)
    for flip in (1.0, -1.0):
        _wake(scene, flip)
    return scene
