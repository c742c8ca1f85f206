"""Organiseer het vierkant: four directors hold a square blanket taut; a child bounces above it."""

from samenspel.cartoon.cast import CAST
from samenspel.cartoon.figures import Figure
from samenspel.cartoon.geometry import Placement, curve, loop, vec
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.props import bird, ground, hatch, motion, mug
from samenspel.cartoon.regions import area_of, ellipse

_BACK_LEFT, _BACK_RIGHT = (330.0, 590.0), (674.0, 590.0)
_FRONT_LEFT, _FRONT_RIGHT = (228.0, 744.0), (776.0, 744.0)


def _blanket(scene: Scene) -> None:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _BACK_LEFT, _BACK_RIGHT, _FRONT_RIGHT, _FRONT_LEFT
    edge = loop((ax, ay, "c"), ((ax + bx) / 2, ay + 12), (bx, by, "c"),
                ((bx + cx) / 2 - 8, (by + cy) / 2), (cx, cy, "c"), ((cx + dx) / 2, cy + 24),
                (dx, dy, "c"), ((ax + dx) / 2 + 8, (ay + dy) / 2))  # fmt: skip
    cloth = scene.shape(edge, "teal", 8.5)

    def at(u: float, v: float) -> tuple[float, float]:
        """Return a place on the blanket: u from left to right, v from back to front."""
        left, right = ax + (dx - ax) * v, bx + (cx - bx) * v
        return left + (right - left) * u, ay + (dy - ay) * v + 18 * (1 - (2 * u - 1) ** 2)

    for u in (0.16, 0.39, 0.61, 0.84):
        w = 0.045
        band = area_of([at(u - w, -0.2), at(u + w, -0.2), at(u + w, 1.2), at(u - w, 1.2)])
        scene.fill(band, "mist", clip=cloth)
    for v in (0.2, 0.72):
        top = [at(u / 10, v) for u in range(-1, 12)]
        low = [at(u / 10, v + 0.1) for u in range(11, -2, -1)]
        scene.fill(area_of([*top, *low]), "mist", clip=cloth)
    scene.fill(ellipse(502, 690, 92, 24), "navy", clip=cloth)


def _back_pair(scene: Scene) -> None:
    naomi = Figure(scene, CAST["naomi"], (226, 680), (196, 566), 0.76, 1, 4)
    naomi.leg("far", (262, 790))
    naomi.leg("near", (222, 794), straight=True)
    naomi.torso()
    naomi.neck()
    naomi.head("happy", -14)
    gerrit = Figure(scene, CAST["henk"], (778, 680), (806, 566), 0.76, -1, -4)
    gerrit.leg("far", (742, 790))
    gerrit.leg("near", (782, 794), straight=True)
    gerrit.torso()
    gerrit.neck()
    gerrit.head("grit", 14)
    naomi.arm("far", _BACK_LEFT, "fist", 10)
    naomi.arm("near", (_BACK_LEFT[0] - 24, _BACK_LEFT[1] + 16), "fist", 10)
    gerrit.arm("far", _BACK_RIGHT, "fist", 170)
    gerrit.arm("near", (_BACK_RIGHT[0] + 24, _BACK_RIGHT[1] + 16), "fist", 170)


def _front_left(scene: Scene) -> None:
    lotte = Figure(scene, CAST["lotte"], (134, 800), (84, 672), 0.9, 1, 6, head_at=(-6, -64))
    lotte.arm("far", (_FRONT_LEFT[0] - 6, _FRONT_LEFT[1] - 10), "fist", 0)
    lotte.leg("far", (232, 916), knee=(206, 840))
    lotte.leg("near", (170, 926), knee=(160, 860))
    lotte.torso()
    lotte.neck()
    lotte.head("grit", -18, view="profile")
    lotte.arm("near", (_FRONT_LEFT[0] - 40, _FRONT_LEFT[1] + 6), "fist", 0)


def _front_right(scene: Scene) -> None:
    rob = Figure(scene, CAST["rob"], (868, 800), (918, 672), 0.9, -1, -6, head_at=(6, -64))
    rob.arm("far", (_FRONT_RIGHT[0] + 6, _FRONT_RIGHT[1] - 10), "fist", 180)
    rob.leg("far", (772, 916), knee=(798, 840))
    rob.leg("near", (834, 926), knee=(842, 860))
    rob.torso()
    rob.neck()
    rob.head("alarm", 18)
    rob.arm("near", (_FRONT_RIGHT[0] + 40, _FRONT_RIGHT[1] + 6), "fist", 180)


def _child(scene: Scene) -> None:
    zoe = Figure(scene, CAST["zoe"], (498, 366), (508, 262), 1.0, 1, head_at=(6, -56))
    bag = Placement((470, 300), 1, 1, -10)
    scene.shape(bag.loop((-56, -50), (20, -56), (30, 40), (-50, 50)), "mustard", 8)
    zoe.arm("far", (620, 200), "open", -40)
    zoe.leg("far", (590, 420), -30, knee=(560, 380))
    zoe.leg("near", (420, 430), 30, knee=(440, 390), toe=-1)
    zoe.torso()
    zoe.neck()
    zoe.head("bliss", 6)
    zoe.arm("near", (392, 196), "open", -130)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=61, view=(-6, 0, 1014))
    scene.backdrop(
        [(70, 560), (150, 260), (380, 60), (660, 50), (880, 220), (950, 560), (880, 800),
         (500, 860), (150, 820)], "mist",
    )  # fmt: skip
    ground(scene, 40, 965, 930)
    _back_pair(scene)
    _blanket(scene)
    _front_left(scene)
    _front_right(scene)
    _child(scene)
    bird(scene, 720, 250, 1.2, -1)
    mug(scene, 500, 900, 0.9)
    return scene
