"""The poster's shared centre: five play one huge horn together, and a bird comes out of it."""

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, arc, curve, loop, spline, vec
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.heads import Head
from samenspel_drawing.palette import BLUSH_OF
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, mug
from samenspel_drawing.regions import area_of, ellipse, tube

_RING = (500.0, 612.0)
_RADIUS = 132.0
_BRASS = "mustard"


def _bell(scene: Scene) -> None:
    """Draw the stem, the bell and the bird that sings on its rim."""
    x, y, rx, ry = 500, 214, 190, 46
    scene.shape(ellipse(x, y, rx, ry), "brown", 8)
    scene.solid(ellipse(x, y - 2, rx * 0.58, ry * 0.46))
    left: list[Knot] = [(x - rx, y, "c"), (x - 148, y + 60), (x - 84, y + 122), (x - 52, y + 190),
                        (x - 46, y + 300, "c")]  # fmt: skip
    right: list[Knot] = [(x + 46, y + 300, "c"), (x + 52, y + 190), (x + 84, y + 122),
                         (x + 148, y + 60), (x + rx, y, "c")]  # fmt: skip
    around = np.radians(np.linspace(0, 180, 60))[1:-1]
    lip = np.column_stack([x + rx * np.cos(around), y + ry * np.sin(around)])
    horn = scene.shape(np.vstack([spline(left), spline(right), lip]), _BRASS, 8)
    scene.line(curve((x - 170, y + 50), (x, y + 92), (x + 170, y + 50)), 6, (0.5, 0.5), clip=horn)
    shine = curve((x - 70, y + 136), (x - 36, y + 184), (x - 20, y + 254))
    scene.fill(tube(shine, [4, 13, 4]).region, "white", clip=horn)
    bird(scene, x - 6, y + 46, 2.5, 1, eye="open")
    head = Placement((x - 6, y + 46), 2.5)
    scene.patch(head.loop((31, -56), (46, -54), (48, -42), (32, -38)), "mist")
    beak = head.loop((28, -60, "c"), (40, -61), (52, -55, "c"), (42, -50), (34, -47, "c"),
                     (41, -43), (46, -35, "c"), (36, -33), (27, -36, "c"))  # fmt: skip
    scene.shape(beak, "mustard", 6, halo=0)


def _ring(scene: Scene) -> None:
    x, y = _RING
    ring = ellipse(x, y, _RADIUS + 27).difference(ellipse(x, y, _RADIUS - 27))
    scene.patch(ring, _BRASS, halo=3)
    scene.contour(arc(x, y, _RADIUS + 27, 0, 358, 160), 8)
    scene.contour(arc(x, y, _RADIUS - 27, 0, 358, 130), 7)
    shine = arc(x, y, _RADIUS + 8, 160, 200, 24)
    scene.fill(tube(shine, [4, 12, 4]).region, "white", clip=ring)
    for side in (-1, 1):
        at = Placement((x + side * 62, y + 84), 1.3, side, side * 56)
        hand = hand_pose("fist")
        scene.shape(at.region(hand.region), "skin2", 7)
        for crease in hand.creases:
            scene.line(at.spline(crease), 5, (0.4, 0.3), wobble=0.3)


def _puff(scene: Scene, head: Head, skin: str) -> None:
    """Puff out the near cheek beside the mouthpiece."""
    cheek = head.region(ellipse(-9, 35, 26, 25))
    scene.patch(cheek, skin)
    scene.fill(head.region(ellipse(-12, 33, 15, 13)), BLUSH_OF[skin], clip=cheek)
    for start, end in ((-62, 66), (112, 196)):
        head.line(arc(-9, 35, 25, start, end), 6.5, (0.3, 0.3), 0.4)


def _blow(scene: Scene, head: Head, end: tuple[float, float], sag: float = 0) -> None:
    """Draw a mouthpiece on the head's mouth and its pipe to `end`, behind the ring."""
    k = head.placement.scale
    mouth = head.placement.point(34, 52)
    start = mouth + (vec(*end) - mouth) * (30 * k / np.hypot(*(vec(*end) - mouth)))
    middle = (start + vec(*end)) / 2 + vec(0, sag)
    limb = tube(curve(start, middle, end), [22, 26, 34])
    scene.shape(limb.region, _BRASS, 7)
    way = middle - mouth
    at = Placement(mouth, k, 1, float(np.degrees(np.arctan2(way[1], way[0]))))
    cup = at.loop((-2, -17, "c"), (9, -17, "c"), (26, -12, "c"), (38, -13, "c"), (38, 13, "c"),
                  (26, 12, "c"), (9, 17, "c"), (-2, 17, "c"))  # fmt: skip
    scene.shape(cup, _BRASS, 7)


def _stand(
    scene: Scene, who: Person, x: float, floor: float, face: float, lean: float,
    scale: float = 0.92, short: float = 0,
) -> Figure:  # fmt: skip
    """Stand somebody with straight legs, the torso drawn; the head comes later."""
    hip = floor - (148 - short) * scale
    figure = Figure(scene, who, (x, hip), (x + lean, hip - 148 * scale), scale, face, -4 * face)
    figure.leg("far", (x + 22 * face, floor), straight=True)
    figure.leg("near", (x - 22 * face, floor), straight=True)
    figure.torso()
    figure.neck()
    return figure


def _back_row(scene: Scene) -> tuple[Figure, Head, Figure, Head]:
    scene.shape(box_points(112, 668, 232, 800), "brown", 7)
    scene.line(curve((118, 732), (226, 734)), 5)
    truus = _stand(scene, CAST["truus"].dressed(top_colour="leaf"), 166, 668, 1, 14, 0.9)
    one = truus.head("strain", 2, mouth="none")
    naomi = _stand(scene, CAST["naomi"], 842, 784, -1, -12, 0.98)
    two = naomi.head("bliss", -2, mouth="none")
    return truus, one, naomi, two


def _front_row(scene: Scene) -> tuple[Figure, Head, Figure, Head]:
    samira = _stand(scene, CAST["samira"].dressed(leg_colour="teal"), 254, 898, 1, 6)
    one = samira.head("calm", 0, mouth="none", gaze=(0.6, -0.4))
    henk = _stand(scene, CAST["henk"], 756, 894, -1, 0, short=44)
    two = henk.head("alarm", 0, mouth="none", gaze=(0.9, -0.6))
    return samira, one, henk, two


def _child(scene: Scene) -> None:
    x = _RING[0]
    sem = Figure(scene, CAST["sem"].dressed(top_colour="white", stripes="navy"), (x, 800),
                 (x, 674), 1.06, 1, head_at=(0, -56))  # fmt: skip
    sem.leg("far", (x + 28, 906), straight=True)
    sem.leg("near", (x - 28, 906), straight=True, toe=-1)
    sem.torso()
    sem.neck()
    sem.head("happy", 0, view="front")


def _note(scene: Scene, x: float, y: float, scale: float, degrees: float, two: bool) -> None:
    at = Placement((x, y), scale, 1, degrees)
    scene.solid(at.region(ellipse(0, 0, 20, 15, -20)))
    scene.solid(at.region(tube(curve((16, -2), (16, -84)), [8, 8]).region))
    if two:
        scene.solid(at.region(ellipse(66, -8, 20, 15, -20)))
        scene.solid(at.region(tube(curve((82, -10), (82, -92)), [8, 8]).region))
        scene.solid(at.loop((12, -92, "c"), (86, -100, "c"), (86, -80, "c"), (12, -72, "c")))
    else:
        scene.solid(at.loop((14, -88, "c"), (30, -66), (46, -46), (40, -26, "c"), (34, -46),
                            (14, -62, "c")))  # fmt: skip


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=41, view=(-14, -8, 1028))
    disc = ellipse(495, 500.5, 484)
    floor = loop((0, 770), (260, 752), (500, 770), (760, 750), (1000, 768), (1000, 1100, "c"),
                 (0, 1100, "c"))  # fmt: skip
    scene.patch(disc, "mist")
    scene.patch(disc.intersection(area_of(floor)), "sand")
    truus, truus_head, naomi, naomi_head = _back_row(scene)
    _child(scene)
    _bell(scene)
    samira, samira_head, henk, henk_head = _front_row(scene)
    for figure, head in ((truus, truus_head), (naomi, naomi_head), (samira, samira_head),
                         (henk, henk_head)):  # fmt: skip
        _puff(scene, head, figure.person.skin)
    _blow(scene, truus_head, (414, 530), 6)
    _blow(scene, naomi_head, (590, 520), 4)
    _blow(scene, samira_head, (390, 656), 4)
    _blow(scene, henk_head, (610, 662), 4)
    _ring(scene)
    truus.grip("near", (272, 428), 34, bend=1)
    naomi.arm("near", (886, 644), "fist", -14, bend=-1)
    mug(scene, 936, 630, 1.0)
    samira.grip("near", (340, 641), 12, bend=1)
    henk.grip("near", (664, 650), -8, bend=-1)
    _note(scene, 232, 222, 0.95, -12, True)
    _note(scene, 752, 234, 1.1, 12, False)
    return scene
