"""Noses, expressions, mouths: the tables behind a face.

Local head units (20 u = 1 mm at scale 1), face to +x, for the three-quarter view; `heads`
shifts them for the other views.
"""

from dataclasses import dataclass
from typing import Final, Literal

from samenspel_drawing.hair import Loop, Strand

Eye = Literal["dot", "wide", "big", "half", "closed", "smile", "squeeze"]
Mouth = Literal[
    "smile", "smirk", "flat", "frown", "wobble", "tongue", "grin", "talk", "o", "shout", "teeth",
    "whistle", "none",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expression:
    """Brows as (lift, angle) for the near and the far one, the eyes and the mouth."""

    near_brow: tuple[float, float]
    far_brow: tuple[float, float]
    eye: Eye
    mouth: Mouth


EXPRESSIONS: Final[dict[str, Expression]] = {
    "calm": Expression((0, -4), (0, 4), "dot", "smile"),
    "happy": Expression((-5, -10), (-5, 10), "dot", "grin"),
    "bliss": Expression((-4, -8), (-4, 8), "closed", "smile"),
    "worried": Expression((-3, -24), (-3, 24), "dot", "wobble"),
    "alarm": Expression((-13, -18), (-13, 18), "wide", "o"),
    "stern": Expression((5, 16), (5, -16), "dot", "frown"),
    "sceptic": Expression((5, 12), (-10, 6), "half", "flat"),
    "talk": Expression((-6, -6), (-6, 8), "dot", "talk"),
    "shout": Expression((3, 14), (3, -14), "smile", "shout"),
    "grit": Expression((4, 14), (4, -14), "squeeze", "teeth"),
    "surprise": Expression((-14, -8), (-14, 8), "dot", "o"),
    "smirk": Expression((0, 4), (-8, 4), "half", "smirk"),
    "focus": Expression((4, 10), (4, -10), "dot", "tongue"),
    "sleepy": Expression((0, -8), (0, 8), "closed", "flat"),
    "strain": Expression((4, 14), (4, -14), "squeeze", "wobble"),
    "blow": Expression((-4, -8), (-4, 8), "closed", "whistle"),
}

# fmt: off
HEAD_SHAPES: Final[dict[str, Loop]] = {
    "egg": ((2, -72), (-34, -62), (-54, -24), (-50, 18), (-30, 54), (4, 70), (36, 58), (50, 24),
            (52, -16), (38, -56)),
    "long": ((0, -84), (-30, -72), (-45, -30), (-42, 24), (-30, 66), (4, 86), (32, 72), (42, 28),
             (45, -26), (33, -70)),
    "round": ((0, -64), (-42, -54), (-63, -14), (-59, 28), (-34, 58), (4, 66), (40, 56), (59, 24),
              (61, -14), (42, -52)),
    "square": ((0, -70), (-40, -63), (-52, -30), (-52, 20), (-45, 54), (-14, 71), (22, 71),
               (46, 54), (52, 20), (52, -30), (38, -63)),
    "pear": ((2, -72), (-27, -62), (-41, -24), (-55, 16), (-54, 48), (-26, 70), (14, 72),
             (48, 54), (56, 20), (45, -22), (31, -60)),
    "kid": ((0, -58), (-42, -50), (-62, -12), (-58, 26), (-30, 50), (4, 56), (38, 48), (56, 22),
            (60, -12), (42, -48)),
}

NOSES: Final[dict[str, Strand]] = {
    "bulb": ((20, -6), (41, -4), (62, 4), (67, 19), (52, 30), (29, 25)),
    "long": ((20, -8), (48, -3), (82, 9), (87, 22), (68, 30), (30, 23)),
    "point": ((20, -8), (48, -1), (77, 13), (74, 21), (53, 23), (30, 23)),
    "droop": ((20, -8), (43, -5), (59, 11), (62, 33), (48, 43), (34, 31), (27, 16)),
    "button": ((28, 2), (43, -3), (52, 7), (45, 19), (30, 18)),
    "ski": ((20, -10), (37, -1), (60, -6), (70, 4), (61, 17), (30, 21)),
    "ball": ((27, 0), (38, -8), (56, -10), (68, 6), (60, 23), (42, 27), (28, 18)),
    "snub": ((26, -2), (38, 4), (52, -7), (62, -4), (61, 10), (46, 20), (29, 19)),
    "broad": ((30, -4), (46, 2), (61, 14), (60, 29), (38, 34), (14, 32), (12, 20)),
    "roman": ((14, -24), (42, -22), (56, -4), (62, 24), (54, 34), (40, 28), (28, 27)),
    "tip": ((31, -3), (44, 8), (52, 19), (42, 25), (28, 22)),
}

FRONT_NOSES: Final[dict[str, Strand]] = {
    "bulb": ((-9, -10), (-18, 10), (-10, 27), (8, 28), (19, 12), (10, -8)),
    "long": ((-8, -14), (-15, 14), (-11, 36), (6, 38), (15, 18), (9, -12)),
    "point": ((-7, -14), (-13, 10), (-8, 27), (4, 29), (14, 12), (8, -12)),
    "droop": ((-8, -18), (-14, 12), (-8, 36), (5, 40), (15, 18), (9, -14)),
    "button": ((-11, 2), (-13, 13), (-2, 20), (11, 14), (11, 3)),
    "ski": ((-8, -12), (-16, 6), (-10, 19), (8, 20), (17, 7), (9, -10)),
    "ball": ((-14, -8), (-25, 10), (-13, 30), (11, 31), (25, 12), (15, -7)),
    "snub": ((-8, -4), (-15, 8), (-6, 18), (8, 18), (15, 8), (9, -3)),
    "broad": ((-9, -6), (-25, 18), (-14, 31), (12, 32), (25, 19), (10, -5)),
    "roman": ((-10, -24), (-15, 6), (-11, 32), (6, 36), (16, 12), (11, -22)),
    "tip": ((-5, -4), (-11, 16), (-2, 24), (9, 18), (6, -4)),
}

LINE_MOUTHS: Final[dict[str, Strand]] = {  # y counts from the mouth's height
    "smile": ((-8, -5), (8, 6), (28, 6), (42, -3)),
    "smirk": ((6, 5), (24, 5), (42, -5), (46, -9)),
    "flat": ((4, 3), (22, 2), (40, 4)),
    "frown": ((2, 10), (14, 2), (30, 1), (42, 8)),
    "wobble": ((-2, 6), (8, 1), (18, 7), (28, 2), (40, 7)),
    "tongue": ((-4, 4), (16, 7), (44, -2)),
}

OPEN_MOUTHS: Final[dict[str, Loop]] = {
    "grin": ((-10, -6, "c"), (12, -1), (44, -6, "c"), (38, 14), (16, 22), (-4, 10)),
    "talk": ((3, -2), (22, -6), (41, -1), (38, 14), (21, 21), (4, 13)),
    "o": ((22, -6), (35, 4), (32, 17), (20, 22), (8, 15), (9, 0)),
    "shout": ((0, -6), (22, -10), (44, -4), (46, 16), (26, 30), (2, 20)),
    "teeth": ((-7, -6), (16, -3), (41, -6), (44, 11), (18, 16), (-8, 11)),
    "whistle": ((22, 0), (31, 5), (28, 13), (20, 12), (17, 5)),
}
# fmt: on
