"""Hands: a few poses as regions with crease lines.

Local units (20 u = 1 mm at scale 1): the wrist is at 0, 0, the fingers point to +x, and the
thumb is on the -y side.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from samenspel_drawing.geometry import Knot
from samenspel_drawing.regions import Region, capsule, ellipse, union_of

Crease = tuple[Knot, Knot] | tuple[Knot, Knot, Knot]


@dataclass(frozen=True, slots=True)
class HandPose:
    """A hand's region, its creases, and `hold`: where a bar or handle runs through it."""

    parts: tuple[Region, ...]
    creases: tuple[Crease, ...] = ()
    hold: tuple[float, float] = (22.0, 0.0)
    region: Region = field(init=False)

    def __post_init__(self) -> None:
        """Join the parts and soften where they meet."""
        joined = union_of(self.parts).buffer(2.4).buffer(-4.2).buffer(1.8)
        object.__setattr__(self, "region", joined)


def _open() -> HandPose:
    parts = [ellipse(16, 0, 19, 17)]
    for angle, length, y in ((-30, 29, -9), (-8, 34, -3), (14, 33, 4), (37, 27, 10)):
        r = math.radians(angle)
        tip = (20 + length * math.cos(r), y + length * math.sin(r))
        parts.append(capsule((20, y), tip, 13, 11))
    return HandPose((*parts, capsule((8, -8), (17, -35), 14, 11)))


def _closed(thumb: Crease) -> HandPose:
    parts = (
        capsule((10, 0), (20, 0), 32, 38),
        capsule((28, -12), (28, 12), 15, 14),
        capsule((10, -13), (28, -20), 14, 12),
    )
    return HandPose(parts, (((22, -4), (35, -5)), ((22, 5), (35, 5)), thumb))


def _fist() -> HandPose:
    return _closed(((11, -6), (20, -9), (29, -12)))


def _grip() -> HandPose:
    return _closed(((12, -7), (26, -12)))


def _point() -> HandPose:
    parts = (
        capsule((10, 1), (19, 2), 30, 34),
        capsule((20, -8), (60, -11), 13, 11),
        capsule((8, -10), (26, -24), 13, 11),
    )
    return HandPose(parts, (((18, 0), (33, 1)), ((18, 8), (31, 10))))


def _hush() -> HandPose:
    parts = (
        capsule((10, 1), (22, 1), 32, 37),
        capsule((20, -9), (66, -9), 15, 13),
    )
    return HandPose(parts, (((16, 6), (30, 9)), ((18, -2), (36, 0))))


def _flat() -> HandPose:
    parts = (
        ellipse(15, 0, 19, 16),
        capsule((18, -1), (44, 2), 29, 21),
        capsule((8, -9), (28, -27), 14, 11),
    )
    return HandPose(parts, (((34, -4), (52, -3)), ((33, 4), (50, 6))), hold=(34, 0))


def _relax() -> HandPose:
    parts = (
        ellipse(14, 0, 18, 15),
        capsule((18, 2), (36, 12), 27, 20),
        capsule((10, -6), (31, -10), 13, 11),
    )
    return HandPose(parts, (((31, 8), (41, 15)),), hold=(30, 4))


def _thumb() -> HandPose:
    parts = (
        capsule((10, 2), (20, 2), 32, 34),
        capsule((27, -7), (27, 13), 14, 14),
        capsule((13, -8), (19, -38), 15, 12),
    )
    return HandPose(parts, (((20, -3), (34, -4)), ((20, 5), (34, 5)), ((20, 12), (32, 13))))


def _hold() -> HandPose:
    parts = (
        ellipse(13, 0, 17, 15),
        capsule((18, -7), (39, -13), 13, 11),
        capsule((20, 3), (41, 0), 13, 11),
        capsule((17, 9), (37, 12), 13, 11),
        capsule((9, -8), (24, -27), 14, 11),
    )
    return HandPose(parts, hold=(30, 0))


def _mitten() -> HandPose:
    return HandPose((ellipse(20, 0, 27, 19), capsule((8, -8), (22, -26), 16, 14)))


def _stump() -> HandPose:
    return HandPose((ellipse(14, 0, 19, 16),))


_POSES: Final[dict[str, Callable[[], HandPose]]] = {
    "open": _open,  # spread fingers: fright, waving, balance
    "fist": _fist,  # closed, thumb across: holds a mug's ear, a stick
    "grip": _grip,  # closed, thumb along: round a bar or handle
    "point": _point,
    "hush": _hush,  # one finger up and the thumb away: before lips
    "flat": _flat,  # together and stretched: pushing, resting, saluting
    "relax": _relax,  # slightly bent: on a knee, on a table
    "thumb": _thumb,  # thumb up
    "hold": _hold,  # three fingers and thumb round a cup or pen
    "mitten": _mitten,  # fingers together, without creases: small, or seen from above
    "stump": _stump,  # hidden in something
}


def hand_pose(name: str) -> HandPose:
    """Return the hand pose called `name`."""
    try:
        return _POSES[name]()
    except KeyError:
        raise KeyError(f"no hand pose {name!r}; there are: {', '.join(_POSES)}") from None
