"""Ga verder dan jubeltaal: fanfare for one brick, while a worker waits with the second."""

import math
from dataclasses import replace
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, arc, curve, loop, vec
from samenspel_drawing.heads import Head
from samenspel_drawing.limbs import draw_hand
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug
from samenspel_drawing.regions import area_of, ellipse, ribbon, ring_points, tube

_FLOOR: Final = 926.0
_BRICK: Final = (480.0, 596.0)
_POSTS: Final = (272.0, 706.0)
_CONFETTI: Final = ("mustard", "teal", "pink", "leaf", "navy")


def _confetti(scene: Scene) -> None:
    """Strew flakes over the upper half, but leave the brick its air."""
    dice = np.random.default_rng(12)
    placed: list[Array] = []
    for _ in range(900):
        spot = np.array([float(dice.uniform(50, 955)), float(dice.uniform(190, 520))])
        behind = spot[1] < 250 - 0.16 * abs(spot[0] - 500) or (spot[0] > 580 and spot[1] > 420)
        crowded = behind or any(np.hypot(*(spot - other)) < 66 for other in placed)
        if crowded or np.hypot(spot[0] - _BRICK[0], spot[1] - _BRICK[1] + 80) < 215:
            continue
        placed.append(spot)
        at = Placement(spot, float(dice.uniform(0.95, 1.35)), 1, float(dice.uniform(0, 180)))
        flake = at.loop((-13, -7, "c"), (13, -8, "c"), (12, 7, "c"), (-12, 8, "c"))
        scene.fill(area_of(flake), _CONFETTI[len(placed) % len(_CONFETTI)])


def _rays(scene: Scene) -> None:
    """Draw the brick's gleam."""
    x, y = _BRICK[0] + 10, _BRICK[1] - 70
    for degrees in range(-142, -76, 21):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray = curve((x + 120 * c, y + 112 * s), (x + 160 * c, y + 166 * s))
        scene.line(ray, 6.5, (0.7, 0.2))


def _brick(scene: Scene, at: Placement, width: float = 8, holes: float = -46) -> None:
    """Draw a brick with its holes; the local origin is the middle of its base."""
    top = scene.shape(at.loop((-80, -46, "c"), (-46, -84, "c"), (108, -84, "c"), (74, -46, "c")),
                      "pink", width)  # fmt: skip
    for i in range(4):
        scene.solid(at.region(ellipse(holes + 40 * i, -65, 11, 7.5)).intersection(top))
    scene.shape(at.loop((74, -46, "c"), (108, -84, "c"), (108, -36, "c"), (74, 4, "c")),
                "brown", width)  # fmt: skip
    front = at.loop((-80, -46, "c"), (74, -46, "c"), (74, 4, "c"), (-80, 4, "c"))
    scene.shape(front, "coral", width)
    for x, y in ((-66, -28), (-52, -10), (-16, -30), (-4, -12), (56, -14)):
        scene.line(at.spline([(x, y), (x + 8, y)]), 4.6, (0.9, 0.9))


def _bow(scene: Scene, at: Placement) -> None:
    """Draw the bow on the brick, right of the middle."""
    for flip in (1, -1):
        half = Placement(at.point(46, -76), at.scale, flip)
        wing = half.loop((0, -2, "c"), (18, -34), (46, -44), (54, -20), (42, 2), (18, 6))
        scene.shape(wing, "mustard", 7)
        scene.line(half.spline([(8, -6), (20, -17), (32, -22)]), 5)
    for flip in (1, -1):
        half = Placement(at.point(46, -72), at.scale, flip)
        tail = half.loop((0, 0, "c"), (16, 10), (26, 30, "c"), (16, 28), (10, 38, "c"), (2, 16))
        scene.shape(tail, "mustard", 6, halo=0)
    scene.shape(at.region(ellipse(46, -76, 11, 10)), "mustard", 6.5, halo=0)


def _bunting(scene: Scene) -> None:
    """Hang a string of flags across the top."""
    rope = curve((46, 66), (260, 148), (500, 164), (740, 140), (952, 58))
    steps = np.linspace(20, len(rope) - 46, 10).astype(int)
    for n, i in enumerate(steps):
        a, b = rope[i], rope[i + 19]
        tip = (a + b) / 2 + np.array([-(b - a)[1], (b - a)[0]]) * 1.25
        flag = loop((*a, "c"), (*b, "c"), (*tip, "c"))
        scene.shape(flag, ("teal", "mustard", "navy", "leaf")[n % 4], 6.5)
    scene.line(rope, 6.5, (0.7, 0.7))


def _pedestal(scene: Scene, x: float, top: float) -> None:
    scene.shape(box_points(x - 100, _FLOOR - 40, x + 100, _FLOOR), "white", 8)
    scene.shape(box_points(x - 62, top + 66, x + 62, _FLOOR - 40), "white", 8)
    for dx in (-30, 0, 30):
        scene.line(curve((x + dx, top + 84), (x + dx, _FLOOR - 56)), 5, (0.6, 0.6))
    scene.shape(box_points(x - 88, top + 40, x + 88, top + 66), "white", 8)
    cushion = loop((x - 92, top + 46, "c"), (x - 84, top + 26), (x - 90, top + 2, "c"),
                   (x - 50, top - 2), (x + 50, top - 2), (x + 90, top + 2, "c"),
                   (x + 84, top + 26), (x + 92, top + 46, "c"), (x, top + 38))  # fmt: skip
    scene.shape(cushion, "teal", 8)


def _trumpeter(scene: Scene) -> None:
    """Draw Naomi behind the others, who blows over their heads with her eyes shut."""
    foot, k = _FLOOR - 100, 0.98
    scene.shape(box_points(228, foot, 362, _FLOOR), "sand", 8)
    who = Figure(scene, CAST["naomi"], (292, foot - 148 * k), (290, foot - 300 * k), k, -1, 4,
                 head_at=(-6, -62))  # fmt: skip
    who.leg("far", (270, foot), straight=True)
    who.leg("near", (316, foot), straight=True)
    head = who.plan_head("blow", 30, view="profile", mouth="none")
    at = Placement(head.placement.point(43, 47), 1, 1, 228)
    flare = at.loop((60, -8, "c"), (124, -9), (156, -22), (184, -58, "c"), (192, 0),
                    (184, 58, "c"), (156, 22), (124, 9), (60, 8, "c"))  # fmt: skip
    scene.shape(flare, "mustard", 8)
    scene.shape(at.region(ellipse(185, 0, 16, 60)), "brown", 7, halo=0)
    hand = at.point(104, 0)
    who.grip("far", (hand[0], hand[1]), 48, elbow=(196, 560))
    who.torso()
    who.neck()
    head.draw()
    pipe = at.loop((-4, -10, "c"), (14, -13), (26, -7), (68, -8, "c"), (68, 8, "c"), (26, 7),
                   (14, 13), (-4, 10, "c"))  # fmt: skip
    scene.shape(pipe, "mustard", 7.5)
    low = at.point(60, 2)
    who.grip("near", (low[0], low[1]), 48, flip=-1, elbow=(254, 606))


def _posts(scene: Scene) -> None:
    for x in _POSTS:
        post = tube(curve((x, 770), (x, 860), (x, _FLOOR - 4)), [15, 15, 15])
        scene.shape(post.region, "brown", 6.5)
        scene.shape(ellipse(x, _FLOOR - 4, 32, 9), "brown", 6.5)
        scene.shape(ellipse(x, 762, 16), "mustard", 6.5)


def _ribbon(scene: Scene) -> None:
    """Hang the ribbon from post to post, before the pedestal."""
    left, right = _POSTS
    band = ribbon(curve((left, 788), (380, 826), (480, 838), (590, 824), (right, 788)), 34)
    scene.shape(band, "teal", 7)


def _scissors(scene: Scene, at: Placement) -> None:
    """Draw the giant scissors, open; the origin is their pivot, the blades point left."""
    for flip in (1, -1):
        half = Placement(at.origin, at.scale)
        half.matrix = at.matrix @ np.diag([1.0, flip])
        blade = half.loop((16, 12, "c"), (-10, 14), (-160, -36, "c"), (-110, -42), (10, -12, "c"))
        scene.shape(blade, "grey", 6.5)
        shank = half.loop((0, -8, "c"), (44, 20), (58, 24, "c"), (50, 40, "c"), (-8, 10, "c"))
        scene.shape(shank, "grey", 6.5)
        ring = half.region(ellipse(88, 42, 40, 27, 8))
        hole = half.region(ellipse(88, 42, 25, 14, 8))
        scene.shape(ring, "navy", 6.5)
        scene.patch(hole, "sand")
        scene.contour(ring_points(hole), 5)
    scene.shape(at.region(ellipse(0, 0, 9)), "white", 5, halo=0)


def _cutter(scene: Scene) -> None:
    """Draw Henk, chin up, who holds the giant scissors upright over the ribbon."""
    k = 1.06
    henk = Figure(scene, CAST["henk"], (118, _FLOOR - 148 * k), (120, _FLOOR - 292 * k), k, 1, -10,
                  head_at=(2, -68))  # fmt: skip
    henk.leg("far", (166, _FLOOR), straight=True)
    henk.leg("near", (88, _FLOOR), straight=True)
    pivot = Placement((322, 722), 1.1, 1, 206)
    high, low = pivot.point(88, 42), pivot.point(88, -42)
    henk.arm("far", (low[0] - 34, low[1] - 6), "stump", 0, elbow=(186, 660))
    henk.torso()
    henk.neck()
    henk.head("bliss", -14)
    _scissors(scene, pivot)
    draw_hand(henk, vec(low[0] - 34, low[1] - 6), "fist", 10, 1)
    henk.arm("near", (high[0] - 36, high[1] + 4), "fist", 4, elbow=(112, 774))


def _thrower(scene: Scene) -> None:
    """Draw Samira, who throws confetti with both hands."""
    k = 0.98
    who = Figure(scene, CAST["samira"].dressed(build="pear"), (676, _FLOOR - 148 * k),
                 (672, _FLOOR - 296 * k), k, -1, 4)  # fmt: skip
    who.leg("far", (650, _FLOOR - 4), straight=True)
    who.leg("near", (696, _FLOOR - 4), straight=True)
    who.arm("far", (618, 436), "open", -106, 1, elbow=(604, 560))
    who.torso()
    who.neck()
    who.head("happy", -6)
    who.arm("near", (764, 444), "open", -70, -1, elbow=(778, 560), shoulder=(708, 672))


def _helmet(head: Head) -> None:
    at, scene = head.placement.inner(0, -20), head.scene
    dome = at.loop((-62, -14, "c"), (-58, -50), (-26, -74), (12, -76), (50, -54), (58, -14, "c"),
                   (0, -20))  # fmt: skip
    scene.shape(dome, "mustard", 7.5)
    ridge = at.loop((-10, -82, "c"), (14, -82, "c"), (20, -22, "c"), (-6, -22, "c"))
    scene.shape(ridge, "mustard", 6, halo=0)
    brim = at.loop((-66, -16), (-40, -24), (40, -24), (86, -12), (82, 0), (40, -10), (-40, -8))
    scene.shape(brim, "mustard", 7)


def _worker(scene: Scene) -> None:
    """Draw the one who comes with the second brick and waits until the feast is over."""
    k = 1.0
    lotte = CAST["lotte"].dressed(
        top_colour="white", stripes="navy", leg_colour="brown", shoe_colour="brown"
    )
    gloves = replace(lotte.dressed(hand_size=1.3), skin="mustard")
    hip, neck = (870, _FLOOR - 148 * k), (872, _FLOOR - 298 * k)
    who = Figure(scene, lotte, hip, neck, k, -1, head_at=(-8, -62))
    hands = Figure(scene, gloves, hip, neck, k, -1)
    who.leg("far", (826, _FLOOR - 14), 30, straight=True, shoe="boot")
    who.leg("near", (896, _FLOOR), straight=True, shoe="boot")
    who.torso()
    who.neck()
    head = who.head("sceptic", 2, gaze=(1, -0.4))
    _helmet(head)
    _brick(scene, Placement((832, 744), 0.9), 7.5)
    hands.arm("near", (880, 756), "fist", 186, -1, elbow=(936, 722))
    for radius in (62, 80):
        scene.line(arc(826, _FLOOR - 16, radius, 176, 206, 10), 5.5, (0.3, 0.3))
    place = head.on_top(28, 6)
    bird(scene, float(place.origin[0]), float(place.origin[1]), 1.0, -1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(-4, 0, 1016))
    scene.backdrop(
        [(50, 600), (110, 260), (300, 100), (620, 70), (880, 220), (950, 560), (860, 840),
         (160, 850)], "sand",
    )  # fmt: skip
    ground(scene, 36, 965, _FLOOR + 2)
    _confetti(scene)
    _bunting(scene)
    _rays(scene)
    _trumpeter(scene)
    _thrower(scene)
    _pedestal(scene, _BRICK[0], _BRICK[1] - 4)
    at = Placement(_BRICK, 0.94)
    _brick(scene, at)
    _bow(scene, at)
    _posts(scene)
    _ribbon(scene)
    mug(scene, 552, _FLOOR - 66, 1.0, steam=False, flip=-1)
    _cutter(scene)
    _worker(scene)
    return scene
