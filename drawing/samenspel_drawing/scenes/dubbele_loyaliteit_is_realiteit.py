"""Dubbele loyaliteit is realiteit: long legs in two colours straddle two boats, serenely."""

import math

import numpy as np
from shapely.geometry import LineString, box

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import (
    Knot,
    Placement,
    arc_lengths,
    curve,
    loop,
    normals,
    spline,
    vec,
)
from samenspel_drawing.heads import Head, HeadLook
from samenspel_drawing.people import BodyLook, Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, cap, cap_on, duck, mug, rod, school, waves
from samenspel_drawing.regions import area_of, outline_points, tube, union


def _rower(
    scene: Scene, x: float, y: float, scale: float, face: float, colour: str, person: Person,
    expression: str, tilt: float, arm: float = 62,
) -> tuple[Figure, Head]:  # fmt: skip
    """Draw somebody seated at (x, y) in a sweater of the boat's colour, still armless."""
    crew = person.dressed(build="bean", top="sweater", top_colour=colour, stripes=None,
                          upper_arm=arm, forearm=arm - 2)  # fmt: skip
    neck = (x - face * 10, y - 128 * scale)
    figure = Figure(scene, crew, (x, y), neck, scale, face, -face * 4)
    figure.torso()
    figure.neck()
    return figure, figure.head(expression, tilt, eye="dot")


def _oar(scene: Scene, handle: Knot, blade: Knot) -> None:
    a, b = vec(float(handle[0]), float(handle[1])), vec(float(blade[0]), float(blade[1]))
    t = (b - a) / np.hypot(*(b - a))
    n = vec(-t[1], t[0])
    shaft = tube(np.vstack([a, (a + b) / 2, b]), [9, 9, 9]).region
    leaf = spline([b - t * 8 - n * 6, b + t * 20 - n * 15, b + t * 62 - n * 13,
                   b + t * 66 + n * 11, b + t * 20 + n * 14, b - t * 8 + n * 6], True)  # fmt: skip
    scene.shape(union(shaft, area_of(leaf)), "sand", 6)


def _long_leg(
    scene: Scene, figure: Figure, foot: tuple[float, float], toe: int, colour: str, hip: float
) -> None:
    start = figure.at(0.06, hip)
    shoe = Placement(foot, 1.1, toe)
    ankle = shoe.point(-6, -20)
    centre = spline([start, start + (ankle - start) * 0.5 + vec(toe * -4, 0), ankle])
    split = int(len(centre) * 0.64)
    sock = tube(centre[split - 4 :], [34, 30], end_cap=False)
    scene.patch(sock.region, "white", halo=None)
    lower = centre[split:]
    along, normal = arc_lengths(lower), normals(lower, closed=False)[0]
    for place in np.arange(10, along[-1], 24):
        i = min(int(np.searchsorted(along, place)), len(lower) - 1)
        band = LineString([lower[i] - normal[i] * 30, lower[i] + normal[i] * 30])
        scene.fill(band.buffer(6, cap_style="flat"), colour, clip=sock.region)
    scene.line(sock.left, 7)
    scene.line(sock.right, 7)
    figure.shoe(shoe)
    trouser = tube(centre[: split + 2], [(0, 76), (0.3, 62), (0.7, 50), (1, 50)], end_cap=False)
    scene.patch(trouser.region, colour, halo=None)
    edge = np.vstack([trouser.left[4:], trouser.right[4:][::-1]])
    scene.line(edge, 8, (0.8, 0.8), side=0.3)
    crease = trouser.centre[int(len(trouser.centre) * 0.3) : -8]
    scene.line(crease, 4.6, (0.2, 0.3), wobble=0.5)


def _cloud(scene: Scene, at: Placement) -> None:
    """Draw a cloud with a flat foot, about 200 wide; the placement's origin is its middle."""
    puff = at.loop((-100, 34, "c"), (-112, 8), (-84, -10), (-70, -10, "c"), (-58, -48), (-14, -54),
                   (4, -36, "c"), (36, -50), (62, -28), (60, -10, "c"), (96, -8), (106, 18),
                   (92, 34, "c"))  # fmt: skip
    scene.shape(puff, "white", 7.5)
    for knots in (((-34, -18), (-20, -30), (-2, -26)), ((36, -10), (46, -22), (58, -20))):
        scene.line(at.spline(knots), 4.8)


def _pennant(scene: Scene, foot: tuple[float, float], top: tuple[float, float]) -> None:
    """Draw a long pennant on a pole, blown to the left."""
    x, y = top
    cloth = loop((x, y + 8, "c"), (x - 40, y + 2), (x - 84, y + 20), (x - 132, y + 22, "c"),
                 (x - 96, y + 42), (x - 50, y + 44), (x + 2, y + 62, "c"))  # fmt: skip
    scene.shape(cloth, "mustard", 6.5)
    rod(scene, foot, top, 12, "sand", 6)


def _hulls(scene: Scene) -> None:
    coral = loop((20, 772, "c"), (120, 786), (250, 776), (352, 736, "c"), (338, 800), (300, 856),
                 (190, 872), (90, 862), (44, 826))  # fmt: skip
    scene.shape(coral, "coral", 8.5)
    scene.line(curve((34, 800), (130, 816), (250, 806), (338, 776)), 5.5)
    navy = loop((648, 736, "c"), (750, 776), (880, 786), (984, 770, "c"), (972, 824), (930, 864),
                (800, 874), (700, 858), (664, 806))  # fmt: skip
    scene.shape(navy, "navy", 8.5)
    scene.line(curve((662, 776), (750, 806), (880, 816), (972, 800)), 5.5)


def _upper_half(scene: Scene, mei: Figure) -> None:
    mei.torso()
    body = area_of(outline_points(mei.torso_region, 2.2))
    scene.fill(body.intersection(box(500, 0, 1000, 1000)), "navy")
    scene.line(curve((500, 284), (503, 350), (500, 410)), 5.5)
    scene.line(mei.across((0.965, -0.62), (0.91, 0.1), (0.965, 0.62)), 5.5)
    mei.neck()
    head = mei.head("calm", -3)
    cap_on(head, "coral", 52, -1, 3, 8)
    upper = head.placement.inner(2, -98, degrees=-5)
    cap(scene, upper, "navy", 1, 8)
    mei.arm("near", (446, 404), "fist", 20, bend=1, colour="coral")
    mug(scene, 728, 314, 1.25)
    mei.arm("far", (672, 328), "fist", -12, elbow=(612, 380), colour="navy")


def _water(scene: Scene) -> None:
    duck(scene, 452, 872, 0.95, 1, "white")
    for x, y in ((540, 884), (596, 880), (650, 888)):
        duck(scene, x, y, 0.5, 1, "mustard")
    for left, right, y in ((392, 520, 882), (60, 200, 896), (230, 330, 912), (560, 690, 900),
                           (760, 930, 900), (420, 560, 930), (700, 800, 926)):  # fmt: skip
        waves(scene, left, right, y, max(2, (right - left) // 42))
    for x, y, way in ((372, 806, 1), (360, 842, 1), (628, 806, -1), (642, 844, -1)):
        ripple = curve((x, y), (x + way * 18, y - 2), (x + way * 38, y + 3))
        scene.line(ripple, 4.8, (0.3, 0.2))


def _sun() -> list[Knot]:
    turns = np.linspace(0, math.tau, 28, endpoint=False)
    return [
        (500 + (318 + 7 * math.sin(2 * t + 1)) * math.cos(t),
         372 + (310 + 7 * math.cos(3 * t)) * math.sin(t)) for t in turns
    ]  # fmt: skip


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=5, view=(-22, -6, 1044))
    scene.backdrop(
        [(40, 800), (180, 770), (500, 782), (820, 768), (962, 800), (968, 880), (800, 946),
         (500, 956), (200, 948), (36, 890)], "mist",
    )  # fmt: skip
    scene.backdrop(_sun(), "sand")
    _cloud(scene, Placement((168, 232), 1.1))
    _cloud(scene, Placement((888, 148), 0.82, -1))
    school(scene, 98, 778, 0.9)
    boy = Person("skin2", HeadLook("round", "button", "crop"), BodyLook())
    left, head = _rower(scene, 206, 772, 0.68, 1, "coral", boy, "surprise", -20)
    cap_on(head, "coral", 46, 1, -4)
    _pennant(scene, (960, 800), (918, 470))
    bird(scene, 916, 462, 1.2, -1)
    mate, head = _rower(scene, 908, 776, 0.68, -1, "navy", CAST["henk"], "sceptic", 14)
    cap_on(head, "navy", 50, 1, 4)
    girl = CAST["fleur"].styled(hair="crop", hair_colour="brown")
    right, head = _rower(scene, 786, 774, 0.66, -1, "navy", girl, "calm", 18)
    cap_on(head, "navy", 50, 1, 6)
    mei = Figure(scene, CAST["mei"], (500, 416), (500, 276))
    _long_leg(scene, mei, (312, 762), -1, "coral", -0.5)
    _long_leg(scene, mei, (688, 762), 1, "navy", 0.5)
    _hulls(scene)
    _oar(scene, (270, 724), (128, 882))
    left.grip("near", (250, 748), -52, elbow=(196, 742))
    _oar(scene, (724, 728), (846, 886))
    right.grip("near", (744, 754), 52, elbow=(800, 752))
    _oar(scene, (858, 716), (922, 880))
    mate.grip("near", (870, 748), 69, elbow=(926, 760))
    _upper_half(scene, mei)
    _water(scene)
    return scene
