"""Hair styles in three-quarter view, as data; `hair_views` has the other views.

Local head units (20 u = 1 mm at scale 1): the head's middle is at 0, 0, the face looks to +x,
the shapes fit an egg-shaped head and are stretched with other head shapes.
"""

import math
from dataclasses import dataclass
from typing import Final

from samenspel_drawing.geometry import Knot

Loop = tuple[Knot, ...]
Strand = tuple[Knot, ...]
Circle = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Fluff:
    """A cloud of circles (x, y, radius) that melt into one piece."""

    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Spikes:
    """Pointed tufts: (angle, length) round a middle, joined to a round mass."""

    tufts: tuple[tuple[float, float], ...]


Piece = Loop | Fluff | Spikes


@dataclass(frozen=True, slots=True)
class Tie:
    """A band or bead in the hair: an ellipse with a colour."""

    x: float
    y: float
    rx: float
    ry: float
    colour: str = "coral"


@dataclass(frozen=True, slots=True)
class Hair:
    """A style: what lies behind the head, what lies over it, and the drawn strands.

    Strands are left out of black hair, which may `shine` instead. `wires` are drawn always.
    A `veil` is an (outer, face opening) pair that covers the ears (a hijab).
    """

    back: tuple[Piece, ...] = ()
    back_strands: tuple[Strand, ...] = ()
    front: tuple[Piece, ...] = ()
    strands: tuple[Strand, ...] = ()
    wires: tuple[Strand, ...] = ()
    ties: tuple[Tie, ...] = ()
    veil: tuple[Loop, Loop | None] | None = None
    shine: bool = False


def cloud(x: float, y: float, radius: float, bumps: int = 8) -> tuple[Circle, ...]:
    """Return circles that make one round bumpy cloud."""
    steps = [5.5 * i / (bumps - 1) for i in range(bumps)]
    ring = [
        (x + radius * 0.62 * math.cos(a), y + radius * 0.62 * math.sin(a), radius * 0.52)
        for a in steps
    ]
    return (*ring, (x, y, radius * 0.7))


_PULLED_BACK: Final[Loop] = (
    (53, -22, "c"), (54, -56), (34, -80), (-6, -88), (-46, -76), (-64, -36), (-58, 6),
    (-46, 12, "c"), (-44, -10), (-20, -46), (14, -54), (40, -46),
)  # fmt: skip


def _pulled_to(x: float, y: float) -> tuple[Strand, ...]:
    """Return the strands of hair drawn back to a knot at (x, y)."""
    return (
        ((-14, -50), ((-14 + x) / 2 - 6, (-50 + y) / 2 - 8), (x, y)),
        ((20, -56), (-10, -72), (x + 10, y - 12)),
        ((42, -56), (20, -72), (-10, -80)),
    )


# fmt: off
THREE_QUARTER: Final[dict[str, Hair]] = {
    "none": Hair(),
    "short": Hair(  # cropped, with a tufted fringe
        front=(((48, -38, "c"), (58, -62), (40, -80), (34, -92, "c"), (20, -86), (0, -92),
                (-14, -98, "c"), (-28, -86), (-54, -66), (-66, -30), (-60, 4), (-46, 12, "c"),
                (-44, -6), (-38, -24, "c"), (-24, -34), (-20, -46, "c"), (-4, -40),
                (4, -50, "c"), (18, -42), (26, -52, "c"), (38, -42)),),
        strands=(((-50, -18), (-44, -46), (-26, -64)), ((-20, -58), (-2, -70), (16, -72))),
        shine=True,
    ),
    "side": Hair(  # a side parting
        front=(((51, -30, "c"), (63, -50), (58, -72, "c"), (44, -82), (16, -92), (-12, -88),
                (-24, -78, "c"), (-44, -72), (-63, -42), (-61, -4), (-54, 4, "c"), (-45, -6),
                (-44, -26), (-26, -58, "c"), (-6, -46), (20, -42), (42, -48, "c")),),
        strands=(((-24, -78), (-27, -68), (-26, -59)), ((-14, -66), (14, -74), (46, -66))),
        shine=True,
    ),
    "quiff": Hair(
        front=(((46, -40, "c"), (62, -58), (72, -84), (60, -92, "c"), (56, -106), (26, -110),
                (-14, -98), (-50, -76), (-64, -36), (-58, 4), (-46, 12, "c"), (-42, -14),
                (-34, -38), (-14, -50), (14, -52)),),
        strands=(((-40, -46), (-10, -76), (40, -92)), ((-20, -52), (10, -68), (50, -78))),
        shine=True,
    ),
    "crop": Hair(front=(Fluff((
        (44, -54, 15), (38, -62, 18), (18, -76, 21), (-10, -82, 22), (-36, -70, 20),
        (-54, -46, 18), (-61, -18, 15), (-10, -60, 26), (-34, -48, 22), (20, -60, 18))),)),
    "bob": Hair(
        back=(((0, -88), (-50, -78), (-74, -30), (-78, 20), (-74, 62, "c"), (-40, 58), (0, 58),
               (40, 54), (62, 44, "c"), (66, -4), (54, -62)),),
        front=(((10, -54, "c"), (32, -58), (50, -44), (57, -18, "c"), (62, -50), (42, -82),
                (0, -92), (-50, -80), (-76, -30), (-79, 24), (-76, 64, "c"), (-52, 60),
                (-26, 62, "c"), (-40, 36), (-42, -2), (-28, -34)),),
        strands=(((6, -60), (-32, -50), (-54, -8), (-56, 44)),
                 ((0, -74), (-44, -58), (-64, -20)), ((20, -66), (40, -58), (50, -44))),
        shine=True,
    ),
    "long": Hair(
        back=(((-4, -88), (-50, -76), (-74, -30), (-80, 30), (-96, 92), (-70, 104),
               (-62, 96, "c"), (-40, 116), (0, 104), (40, 84), (66, 52, "c"), (62, 0),
               (52, -60)),),
        front=(((10, -54, "c"), (32, -58), (50, -44), (57, -18, "c"), (62, -50), (42, -82),
                (0, -92), (-50, -80), (-76, -30), (-82, 30), (-98, 92), (-72, 102),
                (-64, 92, "c"), (-46, 100), (-34, 86, "c"), (-46, 60), (-44, 0), (-28, -34)),),
        strands=(((6, -60), (-34, -48), (-56, 0), (-62, 70)),
                 ((0, -76), (-48, -56), (-68, -10)), ((20, -66), (40, -58), (50, -44))),
        shine=True,
    ),
    "bun": Hair(
        back=(Fluff(((-40, -96, 26), (-36, -98, 25))),),
        back_strands=(((-60, -104), (-42, -110), (-28, -96), (-38, -86)),),
        front=(_PULLED_BACK,), strands=_pulled_to(-52, -66), shine=True,
    ),
    "lowbun": Hair(
        back=(Fluff(((-70, 14, 24), (-70, 20, 24))),),
        front=(_PULLED_BACK,), strands=_pulled_to(-62, -6), shine=True,
    ),
    "pony": Hair(
        back=(((-40, -56), (-74, -72), (-104, -52), (-112, -10), (-104, 26), (-118, 54, "c"),
               (-92, 44), (-88, 52, "c"), (-74, 24), (-72, -10), (-58, -30)),),
        front=(_PULLED_BACK,), strands=_pulled_to(-62, -6),
        ties=(Tie(-56, -58, 10, 9),), shine=True,
    ),
    "pigtails": Hair(
        back=(((-54, 0), (-78, -8), (-96, 18), (-94, 48), (-104, 70, "c"), (-82, 62),
               (-76, 72, "c"), (-66, 44), (-56, 20)),
              ((54, -4), (76, -14), (92, 10), (92, 38), (104, 58, "c"), (82, 54),
               (74, 62, "c"), (66, 36), (56, 14))),
        front=(((58, -10, "c"), (56, -48), (30, -74), (0, -80), (-42, -68), (-66, -30), (-62, 4),
                (-50, 0, "c"), (-46, -22), (-34, -20, "c"), (-26, -36), (-14, -26, "c"),
                (-4, -40), (8, -28, "c"), (18, -42), (30, -30, "c"), (44, -36)),),
        strands=(((-6, -78), (-10, -60), (-8, -44)),),
        ties=(Tie(-60, 0, 9, 9), Tie(58, -6, 9, 9)), shine=True,
    ),
    "puffs": Hair(
        back=(Fluff(cloud(-46, -58, 29)), Fluff(cloud(36, -64, 26))),
        front=(((56, -14, "c"), (52, -46), (30, -66), (0, -71), (-38, -62), (-62, -28), (-60, 2),
                (-50, 2, "c"), (-44, -22), (-24, -40), (-2, -46, "c"), (22, -46), (44, -34)),),
        ties=(Tie(-42, -46, 10, 8, "mustard"), Tie(32, -52, 10, 8, "mustard")),
    ),
    "afro": Hair(
        back=(Fluff(((-62, -26, 34), (-52, -66, 35), (-14, -92, 37), (28, -84, 33),
                     (54, -52, 24), (-66, 14, 28), (-10, -40, 56))),),
        front=(Fluff(((42, -56, 15), (20, -66, 20), (-8, -66, 22), (-32, -54, 20),
                      (-48, -30, 16), (-54, -4, 12))),),
    ),
    "fringe": Hair(front=(Fluff(  # bald, with a wreath of hair
        ((-46, -30, 12), (-57, -16, 15), (-62, 4, 15), (-56, 22, 13), (-47, 30, 9))),)),
    "comb": Hair(  # combed over
        front=(Fluff(((-46, -34, 12), (-57, -18, 15), (-62, 4, 15), (-56, 22, 13))),),
        wires=tuple(((-50, -38 - i * 7), (-34, -66 - i * 7), (2, -84 - i * 2), (30, -76 + i * 7),
                     (40, -64 + i * 8)) for i in range(3)),
    ),
    "strands": Hair(wires=(((-14, -70), (-22, -92), (-30, -104)), ((-2, -70), (-1, -92), (0, -108)),
                           ((10, -70), (20, -92), (30, -102)))),
    "wild": Hair(
        back=(Fluff(((-62, 10, 24), (-78, -20, 24), (-72, -54, 26), (-46, -82, 26), (-10, -94, 26),
                     (26, -86, 24), (50, -60, 18))),),
        front=(((50, -36, "c"), (44, -62), (8, -76), (-40, -64), (-60, -20), (-54, 12),
                (-46, 14, "c"), (-42, -8), (-28, -18, "c"), (-26, -34), (-8, -32, "c"), (0, -46),
                (18, -40, "c"), (28, -50)),),
    ),
    "hijab": Hair(
        veil=(((4, -92), (-46, -80), (-72, -34), (-70, 20), (-62, 64), (-66, 96), (-20, 112),
               (36, 106), (48, 74), (56, 40), (62, -14), (46, -70)),
              ((10, -58), (-22, -48), (-37, -14), (-34, 24), (-14, 54), (14, 60), (38, 50),
               (50, 18), (52, -18), (41, -42))),
        wires=(((-30, 52), (-42, 74), (-44, 96)), ((-4, 68), (-14, 84), (-12, 102)),
               ((-40, -62), (-58, -30), (-58, 4))),
    ),
}
# fmt: on
