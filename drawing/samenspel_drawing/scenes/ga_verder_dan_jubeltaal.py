"""Ga verder dan jubeltaal: a palace on the billboard, a feast for one brick, and no second yet."""

import math
from dataclasses import replace
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, arc, curve, loop, vec
from samenspel_drawing.heads import Head
from samenspel_drawing.limbs import draw_hand
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, ground, mug
from samenspel_drawing.regions import ellipse, ribbon, ring_points, tube

_FLOOR: Final = 926.0
_BRICK: Final = (540.0, 640.0)
_POSTS: Final = (268.0, 712.0)


def _palace(scene: Scene, x: float, y: float) -> None:
    """Draw the school of the billboard: towers, flags and domes; (x, y) is its foot's middle."""
    towers = ((-176, 40, 150), (176, 40, 150), (-92, 46, 186), (92, 46, 186), (0, 62, 214))
    for dx, half, high in towers:
        left, right, top = x + dx - half, x + dx + half, y - high
        scene.line(curve((x + dx, top - half * 1.2), (x + dx, top - half * 1.2 - 44)), 5.5, (1, 1))
        tip = top - half * 1.2 - 44
        flag = loop((x + dx, tip, "c"), (x + dx + 30, tip + 10, "c"), (x + dx, tip + 21, "c"))
        scene.shape(flag, "mustard", 5, halo=0)
        scene.shape(box_points(left, top, right, y), "white", 6)
        roof = "teal" if abs(dx) != 92 else "navy"
        cone = loop((left - 12, top + 4, "c"), (x + dx, top - half * 1.3, "c"),
                    (right + 12, top + 4, "c"))  # fmt: skip
        scene.shape(cone, roof, 6)
        if abs(dx) != 92:
            cx, cy = x + dx, top + 48
            scene.shape(box_points(cx - 9, cy - 14, cx + 9, cy + 14), "mist", 5, halo=0)
    door = loop((x - 28, y, "c"), (x - 28, y - 62), (x, y - 92), (x + 28, y - 62), (x + 28, y, "c"))
    scene.shape(door, "brown", 6.5)


def _billboard(scene: Scene) -> None:
    """Draw the billboard that promises it all, on two posts."""
    for x in (226, 800):
        scene.shape(box_points(x - 15, 440, x + 15, _FLOOR), "grey", 7.5)
    scene.shape(box_points(138, 30, 888, 476), "brown", 9)
    panel = scene.shape(box_points(158, 50, 868, 456), "sand", 7)
    for i in range(9):  # the rays of a rising sun
        a, b = (math.radians(d) for d in (-180 + 20 * i, -170 + 20 * i))
        ray = loop((513, 440, "c"), (513 + 600 * math.cos(a), 440 + 600 * math.sin(a), "c"),
                   (513 + 600 * math.cos(b), 440 + 600 * math.sin(b), "c"))  # fmt: skip
        scene.fill(ray, "white", clip=panel)
    scene.fill(box_points(150, 424, 880, 470), "leaf", clip=panel)
    _palace(scene, 513, 436)


def _brick(scene: Scene, at: Placement, width: float = 8) -> None:
    """Draw a rough brick with three holes; the local origin is the middle of its base."""
    scene.shape(at.loop((-80, -46, "c"), (-46, -84, "c"), (108, -84, "c"), (74, -46, "c")),
                "blush", width)  # fmt: skip
    for x in (-24, 14, 52):  # the holes that make it a brick
        scene.solid(at.region(ellipse(x, -65, 14, 7)))
    scene.shape(at.loop((74, -46, "c"), (108, -84, "c"), (108, -36, "c"), (74, 4, "c")),
                "brown", width)  # fmt: skip
    front = at.loop((-80, -46, "c"), (74, -46, "c"), (74, 4, "c"), (-80, 4, "c"))
    scene.shape(front, "coral", width)
    for knots in (
        ((-80, -18), (-66, -16), (-58, -6), (-62, 3)),
        ((-52, -32), (-36, -34)),
        ((-28, -12), (-14, -14)),
        ((8, -34), (22, -32)),
        ((44, -14), (58, -16)),
        ((22, -6), (32, -8)),
    ):
        scene.line(at.spline(knots), 4.6, (0.9, 0.6))


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


def _posts(scene: Scene) -> None:
    for x in _POSTS:
        post = tube(curve((x, 806), (x, 870), (x, _FLOOR - 4)), [15, 15, 15])
        scene.shape(post.region, "brown", 6.5)
        scene.shape(ellipse(x, _FLOOR - 4, 32, 9), "brown", 6.5)
        scene.shape(ellipse(x, 800, 16), "mustard", 6.5)


def _ribbon(scene: Scene) -> None:
    """Hang the ribbon from post to post, before the pedestal."""
    left, right = _POSTS
    band = ribbon(curve((left, 826), (400, 858), (520, 868), (640, 856), (right, 826)), 34)
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
    """Draw Henk, chin up, who holds the giant scissors over the ribbon."""
    k = 1.26
    henk = Figure(scene, CAST["henk"], (124, _FLOOR - 148 * k), (130, _FLOOR - 296 * k), k, 1, -12,
                  head_at=(2, -80))  # fmt: skip
    henk.leg("far", (180, _FLOOR), straight=True)
    henk.leg("near", (92, _FLOOR), straight=True)
    pivot = Placement((312, 800), 0.95, 1, 200)
    high, low = pivot.point(88, 42), pivot.point(88, -42)
    henk.arm("far", (low[0] - 40, low[1] - 6), "stump", 0, elbow=(176, 700))
    henk.torso()
    henk.neck()
    henk.head("bliss", -14)
    _scissors(scene, pivot)
    draw_hand(henk, vec(low[0] - 40, low[1] - 6), "fist", 10, 1)
    henk.arm("near", (high[0] - 42, high[1] + 4), "fist", 4, elbow=(104, 778))


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
    k = 1.26
    lotte = CAST["lotte"].dressed(
        top_colour="white", stripes="navy", leg_colour="brown", shoe_colour="brown"
    )
    gloves = replace(lotte.dressed(hand_size=1.2), skin="mustard")
    hip, neck = (846, _FLOOR - 148 * k), (850, _FLOOR - 300 * k)
    who = Figure(scene, lotte, hip, neck, k, -1, head_at=(-8, -78))
    hands = Figure(scene, gloves, hip, neck, k, -1)
    who.leg("far", (790, _FLOOR - 16), 30, straight=True, shoe="boot")
    who.leg("near", (878, _FLOOR), straight=True, shoe="boot")
    who.torso()
    who.neck()
    head = who.head("sceptic", 2, gaze=(1, -0.4))
    _helmet(head)
    _brick(scene, Placement((798, 700), 1.06), 8)
    hands.arm("near", (862, 716), "fist", 186, -1, elbow=(926, 668))
    for radius in (70, 92):
        scene.line(arc(790, _FLOOR - 18, radius, 176, 206, 10), 6, (0.3, 0.3))
    place = head.on_top(26, 6)
    bird(scene, float(place.origin[0]), float(place.origin[1]), 1.1, -1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=51, view=(-4, -4, 1010))
    scene.backdrop(
        [(50, 660), (90, 420), (300, 300), (620, 280), (900, 400), (960, 660), (900, 900),
         (500, 940), (100, 900)], "sand",
    )  # fmt: skip
    ground(scene, 24, 982, _FLOOR + 2)
    _billboard(scene)
    _pedestal(scene, _BRICK[0], _BRICK[1] - 4)
    at = Placement(_BRICK, 1.06)
    _brick(scene, at)
    _bow(scene, at)
    _posts(scene)
    _ribbon(scene)
    mug(scene, 666, _FLOOR - 26, 1.0, steam=False, flip=-1)
    _cutter(scene)
    _worker(scene)
    return scene
