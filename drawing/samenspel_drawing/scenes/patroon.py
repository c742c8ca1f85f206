"""A repeating pattern for the box: birds, mugs, cards, pencils and kites, loosely strewn.

The tile is the whole canvas. What leaves it on one side comes in on the other, and every path
is cut at the canvas's edge, so that tiles laid side by side join without a seam.
"""

from collections.abc import Callable
from typing import Final

from shapely import affinity
from shapely.geometry import box

from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.plates import CANVAS, Layer, Scene
from samenspel_drawing.props import bird
from samenspel_drawing.regions import ellipse, union_of

Motif = Callable[[Scene, Placement, str], None]


class Tile(Scene):
    """A scene that wraps round: what sticks out on one side comes in on the other."""

    def layers(self) -> list[Layer]:
        """Return the finished tile, wrapped and cut at the canvas's edges."""
        edge = box(0, 0, CANVAS, CANVAS)
        wrapped = []
        for region, name in super().layers():
            shifted = (
                affinity.translate(region, dx, dy)
                for dx in (-CANVAS, 0, CANVAS)
                for dy in (-CANVAS, 0, CANVAS)
            )
            wrapped.append((union_of(part.intersection(edge) for part in shifted), name))
        return wrapped


def _bird(scene: Scene, at: Placement, colour: str) -> None:
    foot = at.point(0, 56)
    degrees = 8.0 if at.flip > 0 else -8.0
    bird(scene, float(foot[0]), float(foot[1]), at.scale * 1.35, at.flip, colour, degrees=degrees)


def _mug(scene: Scene, at: Placement, colour: str) -> None:
    ear = ellipse(-34, 8, 24).difference(ellipse(-34, 8, 12))
    scene.shape(at.region(ear), colour, 7, halo=0)
    scene.contour(at.points(loop((-46, 8), (-34, -4), (-22, 8), (-34, 20))), 5.5)
    body = scene.shape(at.loop((-34, -28, "c"), (34, -28, "c"), (29, 44), (22, 54, "c"),
                               (-22, 54, "c"), (-29, 44)), colour, 7.5)  # fmt: skip
    band = at.loop((-50, 4, "c"), (50, 4, "c"), (50, 22, "c"), (-50, 22, "c"))
    scene.fill(band, "white", clip=body)
    for dx in (-12, 14):
        wisp = [(dx, -42), (dx + 7, -54), (dx - 3, -66), (dx + 5, -80)]
        scene.line(at.spline(wisp), 5.4, (0.4, 0.3))


def _card(scene: Scene, at: Placement, colour: str) -> None:
    rim = at.loop((-42, -54, "c"), (-35, -61), (35, -61), (42, -54, "c"), (42, 54, "c"), (35, 61),
                  (-35, 61), (-42, 54, "c"))  # fmt: skip
    card = scene.shape(rim, "white", 7.5)
    panel = at.loop((-46, -66, "c"), (46, -66, "c"), (46, 4, "c"), (0, 11), (-46, 3, "c"))
    scene.fill(panel, colour, clip=card)
    for y, right in ((26, 25), (42, 8)):
        scene.line(at.spline([(-24, y), (right, y)]), 5.5, (0.8, 0.7), wobble=0.4)


def _pencil(scene: Scene, at: Placement, colour: str) -> None:
    shaft = at.loop((-15, -66, "c"), (15, -66, "c"), (15, 44, "c"), (-15, 44, "c"))
    scene.shape(at.loop((-15, 44, "c"), (15, 44, "c"), (0, 84, "c")), "sand", 7)
    scene.solid(at.loop((-5, 71, "c"), (5, 71, "c"), (0, 84, "c")))
    scene.shape(shaft, colour, 7.5, halo=0)
    rubber = at.loop((-15, -84, "c"), (15, -84, "c"), (15, -62, "c"), (-15, -62, "c"))
    scene.shape(rubber, "pink", 7, halo=0)


def _kite(scene: Scene, at: Placement, colour: str) -> None:
    tail = at.spline([(0, 66), (-16, 92), (10, 112), (-6, 140)])
    scene.line(tail, 6, (0.6, 0.5))
    for x, y, degrees in ((-10, 90, 62), (6, 118, 100)):
        bow = at.inner(x, y, 0.55, 1, degrees)
        for side in (-1, 1):
            wing = bow.loop((0, -6, "c"), (side * 46, -30), (side * 48, 30), (0, 6, "c"))
            scene.shape(wing, colour, 5.5)
    knots: list[Knot] = [(0, -74, "c"), (52, -18, "c"), (0, 66, "c"), (-52, -18, "c")]
    sail = scene.shape(at.spline(knots, True), "mustard", 7.5)
    for a, b in (((0, -74), (-52, -18)), ((0, 66), (52, -18))):
        panel = at.points(spline([(*a, "c"), (*b, "c"), (0, -18, "c")], True))
        scene.fill(panel, colour, clip=sail)
    for a, b in (((0, -74), (0, 66)), ((-52, -18), (52, -18))):
        scene.line(at.points(curve(a, b)), 6, (0.9, 0.9), clip=sail)


_STREWN: Final[tuple[tuple[Motif, float, float, float, float, float, str], ...]] = (
    # motif, x, y, scale, flip, degrees, colour; places may lie near or over an edge
    (_bird, 128, 120, 1.20, 1, 0, "coral"),
    (_card, 372, 96, 1.14, 1, -14, "teal"),
    (_pencil, 590, 140, 1.08, 1, 38, "mustard"),
    (_mug, 800, 108, 1.20, 1, 8, "navy"),
    (_kite, 1000, 258, 1.08, 1, 20, "leaf"),
    (_mug, 246, 330, 1.14, -1, -8, "mustard"),
    (_kite, 470, 318, 1.10, -1, -22, "teal"),
    (_bird, 716, 330, 1.20, -1, 0, "coral"),
    (_pencil, 96, 506, 1.08, 1, -42, "teal"),
    (_card, 318, 566, 1.14, 1, 12, "mustard"),
    (_mug, 582, 596, 1.14, 1, -10, "leaf"),
    (_card, 824, 520, 1.14, 1, 16, "coral"),
    (_bird, 130, 752, 1.20, -1, 0, "coral"),
    (_kite, 712, 706, 1.10, 1, 24, "navy"),
    (_pencil, 424, 778, 1.08, 1, 56, "coral"),
    (_mug, 962, 768, 1.14, -1, 8, "teal"),
    (_card, 236, 962, 1.14, 1, -10, "navy"),
    (_bird, 560, 942, 1.20, 1, 0, "coral"),
    (_pencil, 790, 902, 1.08, 1, -30, "leaf"),
)

_DOTS: Final = (
    (248, 214), (484, 176), (694, 218), (900, 366), (116, 368), (366, 436), (592, 424), (706, 560),
    (196, 636), (452, 660), (566, 760), (846, 660), (296, 836), (664, 858), (414, 920), (1000, 610),
    (60, 908), (930, 918), (952, 60),
)  # fmt: skip


def draw() -> Scene:
    """Draw the tile."""
    scene = Tile(seed=91, offset=(4.0, 4.4))
    for motif, x, y, scale, flip, degrees, colour in _STREWN:
        motif(scene, Placement((x, y), scale, flip, degrees), colour)
    for i, (x, y) in enumerate(_DOTS):
        colour = ("mist", "mustard", "pink", "leaf")[i % 4]
        scene.fill(ellipse(x, y, 9), colour)
    return scene
