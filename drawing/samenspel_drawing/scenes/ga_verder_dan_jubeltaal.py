"""Ga verder dan jubeltaal: fanfare for one brick, while a child waits with the second."""

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
from samenspel_drawing.regions import area_of, capsule, ellipse, ribbon, ring_points, tube, union

_FLOOR: Final = 926.0
_BRICK: Final = (418.0, 600.0)
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
    x, y = _BRICK[0] + 10, _BRICK[1] - 84
    for degrees in range(-118, -32, 21):
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        ray = curve((x + 160 * c, y + 112 * s), (x + 212 * c, y + 158 * s))
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
    scene.shape(box_points(x - 112, _FLOOR - 40, x + 112, _FLOOR), "white", 8)
    scene.shape(box_points(x - 74, top + 66, x + 74, _FLOOR - 40), "white", 8)
    for dx in (-36, 0, 36):
        scene.line(curve((x + dx, top + 84), (x + dx, _FLOOR - 56)), 5, (0.6, 0.6))
    scene.shape(box_points(x - 104, top + 40, x + 104, top + 66), "white", 8)
    cushion = loop((x - 108, top + 46, "c"), (x - 98, top + 26), (x - 104, top + 2, "c"),
                   (x - 60, top - 2), (x + 60, top - 2), (x + 104, top + 2, "c"),
                   (x + 98, top + 26), (x + 108, top + 46, "c"), (x, top + 38))  # fmt: skip
    scene.shape(cushion, "teal", 8)


def _trumpeter(scene: Scene) -> None:
    k = 1.1
    hip, neck = (136, _FLOOR - 148 * k), (116, _FLOOR - 296 * k)
    who = Figure(scene, CAST["henk"].styled(nose="bulb"), hip, neck, k, 1, -8, head_at=(6, -66))
    who.leg("far", (182, _FLOOR), straight=True)
    who.leg("near", (106, _FLOOR), straight=True)
    head = who.plan_head("blow", -32, view="profile", mouth="none")
    at = Placement(head.placement.point(43, 47), 1, 1, -43)
    flare = at.loop((60, -8, "c"), (134, -9), (170, -22), (202, -60, "c"), (210, 0),
                    (202, 60, "c"), (170, 22), (134, 9), (60, 8, "c"))  # fmt: skip
    scene.shape(flare, "mustard", 8)
    scene.shape(at.region(ellipse(203, 0, 17, 62)), "brown", 7, halo=0)
    hand = at.point(100, 0)
    who.grip("far", (hand[0], hand[1]), -43, elbow=(226, 616))
    who.torso()
    who.neck()
    head.draw()
    pipe = at.loop((-4, -10, "c"), (14, -13), (26, -7), (68, -8, "c"), (68, 8, "c"), (26, 7),
                   (14, 13), (-4, 10, "c"))  # fmt: skip
    scene.shape(pipe, "mustard", 7.5)
    mug(scene, 228, 736, 1.15)
    who.arm("near", (170, 746), "fist", -6, elbow=(90, 766))


def _ribbon(scene: Scene) -> None:
    x = 266  # the other post is behind the one who cuts
    post = tube(curve((x, 770), (x, 860), (x, _FLOOR - 4)), [14, 14, 14])
    scene.shape(post.region, "mustard", 6.5)
    scene.shape(ellipse(x, _FLOOR - 4, 30, 9), "mustard", 6.5)
    scene.shape(ellipse(x, 764, 15), "mustard", 6.5)
    band = ribbon(curve((272, 792), (330, 824), (440, 840), (560, 828), (670, 792)), 30)
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
    k = 1.06
    who = Figure(
        scene,
        CAST["samira"].dressed(leg_colour="brown", build="pear"),
        (672, _FLOOR - 148 * k),
        (652, _FLOOR - 294 * k),
        k,
        -1,
        8,
    )
    who.leg("far", (628, _FLOOR), straight=True)
    who.leg("near", (678, _FLOOR), straight=True)
    who.arm("far", (598, 744), "stump", 166, 1, elbow=(606, 690))
    who.torso()
    _scissors(scene, Placement((470, 806), 1.05, 1, -4))
    draw_hand(who, vec(598, 744), "fist", 166, 1)  # the far hand closes round its ring
    who.arm("near", (604, 826), "fist", 190, -1, elbow=(672, 776))
    who.head("happy", -4)


def _helmet(head: Head) -> None:
    at, scene = head.placement.inner(0, -20), head.scene
    dome = at.loop((-62, -14, "c"), (-58, -50), (-26, -74), (12, -76), (50, -54), (58, -14, "c"),
                   (0, -20))  # fmt: skip
    scene.shape(dome, "mustard", 7.5)
    ridge = at.loop((-10, -82, "c"), (14, -82, "c"), (20, -22, "c"), (-6, -22, "c"))
    scene.shape(ridge, "mustard", 6, halo=0)
    brim = at.loop((-66, -16), (-40, -24), (40, -24), (86, -12), (82, 0), (40, -10), (-40, -8))
    scene.shape(brim, "mustard", 7)


def _child(scene: Scene) -> None:
    k = 1.12
    sem = CAST["sem"].dressed(
        top="hoodie", top_colour="leaf", leg_colour="navy", shoe_colour="brown"
    )
    gloves = replace(sem.dressed(hand_size=1.3), skin="mustard")
    hip, neck = (872, _FLOOR - 100 * k), (870, _FLOOR - 200 * k)
    who = Figure(scene, sem, hip, neck, k, -1, head_at=(-6, -60))
    hands = Figure(scene, gloves, hip, neck, k, -1)
    who.leg("far", (820, _FLOOR - 13), 30, straight=True, shoe="boot")
    who.leg("near", (898, _FLOOR), straight=True, shoe="boot")
    who.torso()
    hands.arm("far", (814, 800), "stump", 180, elbow=(826, 770))
    who.neck()
    head = who.head("sceptic", 2, gaze=(1, -0.4))
    _helmet(head)
    _brick(scene, Placement((832, 802), 0.92), 7.5)
    mitt = union(*(capsule((x, 810), (x, 824), 26) for x in (790, 814, 838)))
    scene.shape(mitt.buffer(-4).buffer(4), "mustard", 7)
    for x in (802, 826):
        scene.line(curve((x, 804), (x, 820)), 5)
    hands.arm("near", (928, 806), "relax", 190, -1, elbow=(944, 782))
    sleeve = curve((892, 700), (875, 716), (873, 742), (888, 768), (910, 786))
    scene.line(sleeve, 7.5, (0.3, 0.6))  # the sleeve's edge before the brick
    for radius in (62, 80):
        scene.line(arc(822, _FLOOR - 16, radius, 176, 206, 10), 5.5, (0.3, 0.3))
    place = head.on_top(30, 6)
    bird(scene, float(place.origin[0]), float(place.origin[1]), 1.15, -1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51)
    scene.backdrop(
        [(50, 600), (110, 260), (300, 100), (620, 70), (880, 220), (950, 560), (860, 840),
         (160, 850)], "sand",
    )  # fmt: skip
    ground(scene, 36, 965, _FLOOR + 2)
    _confetti(scene)
    _bunting(scene)
    _rays(scene)
    _pedestal(scene, _BRICK[0], _BRICK[1] - 4)
    at = Placement(_BRICK, 1.22)
    _brick(scene, at)
    _bow(scene, at)
    _trumpeter(scene)
    _ribbon(scene)
    _cutter(scene)
    _child(scene)
    return scene
