"""Organiseer het vierkant: four directors hold a square blanket taut; a child bounces above it."""

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, arc, curve, loop, vec
from samenspel_drawing.heads import Head
from samenspel_drawing.limbs import draw_hand
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, hatch, mug
from samenspel_drawing.regions import area_of, ellipse, tube

_BACK_LEFT, _BACK_RIGHT = (348.0, 596.0), (656.0, 596.0)
_FRONT_LEFT, _FRONT_RIGHT = (252.0, 756.0), (750.0, 756.0)


def _on_blanket(u: float, v: float) -> tuple[float, float]:
    """Return a place on the blanket: u from left to right, v from back to front."""
    left = _BACK_LEFT[0] + (_FRONT_LEFT[0] - _BACK_LEFT[0]) * v
    right = _BACK_RIGHT[0] + (_FRONT_RIGHT[0] - _BACK_RIGHT[0]) * v
    sag = 12 * (1 - (2 * u - 1) ** 2)
    return left + (right - left) * u, _BACK_LEFT[1] + (_FRONT_LEFT[1] - _BACK_LEFT[1]) * v + sag


def _blanket(scene: Scene) -> None:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _BACK_LEFT, _BACK_RIGHT, _FRONT_RIGHT, _FRONT_LEFT
    edge = loop((ax, ay, "c"), ((ax + bx) / 2, ay + 10), (bx, by, "c"),
                ((bx + cx) / 2 - 10, (by + cy) / 2), (cx, cy, "c"), ((cx + dx) / 2, cy + 14),
                (dx, dy, "c"), ((ax + dx) / 2 + 10, (ay + dy) / 2))  # fmt: skip
    cloth = scene.shape(edge, "teal", 8.5)
    for u in (0.17, 0.39, 0.61, 0.83):
        w = 0.042
        band = [_on_blanket(u - w, -0.2), _on_blanket(u + w, -0.2), _on_blanket(u + w, 1.2),
                _on_blanket(u - w, 1.2)]  # fmt: skip
        scene.fill(area_of(band), "mist", clip=cloth)
    for v in (0.18, 0.68):
        top = [_on_blanket(u / 10, v) for u in range(-1, 12)]
        low = [_on_blanket(u / 10, v + 0.12) for u in range(11, -2, -1)]
        scene.fill(area_of([*top, *low]), "mist", clip=cloth)
    for u0, v0, u1, v1 in ((0.04, 0.96, 0.22, 0.84), (0.96, 0.96, 0.78, 0.84),
                           (0.05, 0.06, 0.2, 0.2), (0.95, 0.06, 0.8, 0.2)):  # fmt: skip
        scene.line(curve(_on_blanket(u0, v0), _on_blanket(u1, v1)), 5, (0.2, 0.8))


def _back_pair(scene: Scene) -> tuple[Figure, Figure]:
    """Draw the two behind the blanket, without their near arms."""
    naomi = Figure(scene, CAST["naomi"], (246, 690), (206, 580), 0.78, 1, 4, head_at=(0, -52))
    naomi.leg("far", (304, 800), knee=(290, 740))
    naomi.leg("near", (258, 806), knee=(260, 748))
    naomi.arm("far", (_BACK_LEFT[0] - 20, _BACK_LEFT[1] - 2), "fist", 6, bend=1)
    naomi.torso()
    naomi.neck()
    naomi.head("happy", -16)
    henk_look = CAST["henk"].dressed(top_colour="mustard", tie="teal")
    henk = Figure(scene, henk_look, (758, 690), (800, 580), 0.78, -1, -4, head_at=(2, -52))
    henk.leg("far", (700, 800), knee=(716, 740))
    henk.leg("near", (746, 806), knee=(744, 748))
    henk.arm("far", (_BACK_RIGHT[0] + 20, _BACK_RIGHT[1] - 2), "fist", 174, -1, bend=-1)
    henk.torso()
    henk.neck()
    henk.head("grit", 16)
    return naomi, henk


def _back_arms(naomi: Figure, henk: Figure) -> None:
    (ax, ay), (bx, by) = _BACK_LEFT, _BACK_RIGHT
    draw_hand(naomi, vec(ax - 20, ay - 2), "fist", 6, 1)
    naomi.arm("near", (ax - 46, ay + 12), "fist", 4)
    draw_hand(henk, vec(bx + 20, by - 2), "fist", 174, -1)
    henk.arm("near", (bx + 46, by + 12), "fist", 176, -1)


def _front_left(scene: Scene) -> None:
    look = CAST["samira"].dressed(leg_colour="brown")
    samira = Figure(scene, look, (140, 818), (84, 704), 0.92, 1, 8, head_at=(-2, -60))
    samira.arm("far", (_FRONT_LEFT[0] - 18, _FRONT_LEFT[1] - 6), "fist", 6, bend=1)
    samira.leg("far", (258, 926), knee=(214, 850))
    samira.leg("near", (204, 934), knee=(166, 862))
    samira.torso()
    samira.head("happy", -22, view="profile")
    samira.arm("near", (_FRONT_LEFT[0] - 50, _FRONT_LEFT[1] + 10), "fist", 2)


def _phone_and_sandwich(scene: Scene, head: Head) -> None:
    bread = head.placement.inner(34, 52, degrees=-6)
    frill = bread.loop((-54, 10), (-38, 4), (0, 4), (40, 4), (56, 10), (44, 22), (28, 16),
                       (12, 24), (-6, 16), (-24, 24), (-40, 16))  # fmt: skip
    scene.shape(bread.loop((-50, 12, "c"), (50, 12, "c"), (38, 32), (-38, 32)), "brown", 6.5)
    scene.shape(frill, "leaf", 5)
    crust = bread.loop((-58, 6, "c"), (-48, -14), (0, -22), (48, -14), (58, 6, "c"))
    scene.shape(crust, "brown", 6.5)
    for x in (-24, 0, 24):
        scene.line(bread.spline([(x - 5, -14), (x + 4, -4)]), 4.6)


def _front_right(scene: Scene) -> None:
    look = CAST["rob"].dressed(top_colour="navy", tie="mustard", leg_colour="grey")
    rob = Figure(scene, look, (866, 818), (920, 704), 0.92, -1, -8, head_at=(4, -56))
    rob.arm("far", (_FRONT_RIGHT[0] + 18, _FRONT_RIGHT[1] - 6), "fist", 174, -1, bend=-1)
    rob.leg("far", (748, 926), knee=(792, 850))
    rob.leg("near", (802, 934), knee=(840, 862))
    rob.torso()
    rob.neck()
    head = rob.head("alarm", 26, mouth="none", gaze=(0.6, -0.8))
    at = head.placement.inner(-50, 34, degrees=-10)
    scene.shape(at.loop((-19, -44), (-14, -52), (14, -52), (19, -44), (19, 44), (14, 52),
                        (-14, 52), (-19, 44)), "mustard", 7)  # fmt: skip
    scene.shape(at.region(ellipse(-3, -34, 7)), "white", 5, halo=0)
    _phone_and_sandwich(scene, head)
    rob.arm("near", (_FRONT_RIGHT[0] + 50, _FRONT_RIGHT[1] + 10), "fist", 178, -1)


def _bag(scene: Scene) -> None:
    """Draw the schoolbag behind the child, with a pencil and an apple escaping."""
    bag = Placement((420, 300), 1.15, 1, -24)
    scene.shape(bag.loop((-58, -50), (-40, -66), (40, -66), (58, -50), (60, 50), (44, 64),
                         (-44, 64), (-60, 50)), "mustard", 8)  # fmt: skip
    scene.line(bag.spline([(-56, -6), (-20, 8), (30, 6)]), 6)
    scene.shape(bag.loop((-44, 20, "c"), (10, 20, "c"), (8, 52, "c"), (-42, 52, "c")), "sand", 6)
    pencil = Placement((240, 196), 1.1, 1, -50)
    scene.shape(pencil.loop((-12, -44, "c"), (12, -44, "c"), (12, 30, "c"), (-12, 30, "c")), "teal",
                6.5)  # fmt: skip
    scene.shape(pencil.loop((-12, 30, "c"), (12, 30, "c"), (0, 58, "c")), "sand", 6)
    apple = Placement((160, 330), 1, 1, -20)
    scene.shape(apple.loop((0, -25), (26, -31), (40, -2), (22, 31), (0, 30), (-22, 31), (-40, -2),
                           (-26, -31)), "leaf", 7)  # fmt: skip
    scene.line(apple.spline([(0, -24), (2, -38), (12, -50)]), 6)


def _child(scene: Scene) -> None:
    look = CAST["zoe"].dressed(top="plain", stripes="pink")
    zoe = Figure(scene, look, (512, 380), (520, 264), 1.16, 1, head_at=(8, -64))
    zoe.arm("far", (656, 182), "open", -40, bend=1)
    _bag(scene)
    zoe.leg("far", (636, 440), -24, knee=(590, 410))
    zoe.leg("near", (404, 462), 30, knee=(452, 424), toe=-1)
    zoe.torso()
    inside = zoe.torso_region.buffer(-1)
    for v, low in ((-0.42, -0.9), (0.34, 0.85)):
        strap = tube(zoe.across((1, v), (0.6, v), (0.32, v + (low - v) * 0.5), (0.14, low)),
                     [15, 15], start_cap=False, end_cap=False)  # fmt: skip
        scene.fill(strap.region, "mustard", clip=inside)
        for edge in (strap.left, strap.right):
            scene.line(edge, 5.5, (0.8, 0.8), clip=inside)
    zoe.neck()
    zoe.head("happy", 8, eye="closed")
    zoe.arm("near", (392, 158), "open", -128, -1, bend=-1)


def _up_lines(scene: Scene) -> None:
    for x0, x1, low, high in ((440, 432, 580, 508), (504, 508, 588, 490), (568, 584, 580, 508)):
        scene.line(curve((x0, low), ((x0 + x1) / 2, (low + high) / 2), (x1, high)), 6, (0.2, 0.8))
    for rx, ry in ((84, 20), (130, 34)):
        for start, end in ((25, 155), (200, 250), (290, 340)):
            ring = arc(0, 0, 1, start, end) * (rx, ry) + (502, 684)
            scene.line(ring, 5, (0.2, 0.2))


def _flying_bird(scene: Scene) -> None:
    """Draw the bird in the air beside the child, its wing up."""
    at = Placement((826, 276), 1.35, -1, 12)
    far = at.loop((-2, -60, "c"), (-4, -92), (14, -124, "c"), (22, -94), (16, -62, "c"))
    scene.shape(far, "coral", 6.5)
    bird(scene, 826, 276, 1.35, -1, eye="open", degrees=12)
    scene.erase_ink(at.region(ellipse(-7, -34, 17, 11)))
    wing = at.loop((-22, -44, "c"), (-44, -74), (-48, -112, "c"), (-18, -98), (-2, -70), (2, -42),
                   (-8, -32))  # fmt: skip
    scene.shape(wing, "coral", 7)
    scene.line(at.spline([(-34, -90), (-18, -74), (-14, -58)]), 4.8)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=61, view=(-33, -36, 1066))
    scene.backdrop(
        [(60, 560), (110, 240), (330, 60), (680, 40), (900, 200), (960, 560), (900, 820),
         (500, 870), (120, 830)], "mist",
    )  # fmt: skip
    ground(scene, 40, 965, 938)
    hatch(scene, 530, 610, 938, 4)
    for x in (228, 672):
        ground(scene, x, x + 112, 806, 5)
    naomi, henk = _back_pair(scene)
    _blanket(scene)
    _back_arms(naomi, henk)
    _front_left(scene)
    _front_right(scene)
    _up_lines(scene)
    _child(scene)
    _flying_bird(scene)
    mug(scene, 500, 906, 1.15)
    return scene
