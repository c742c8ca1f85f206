"""What a person looks like, apart from any pose: head, body, clothes and skin."""

from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from samenspel_drawing.heads import HeadLook

Top = Literal["plain", "jacket", "cardigan", "shirt", "turtle", "sweater", "dress", "hoodie"]
Sleeve = Literal["long", "short"]

BUILDS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "pear": ((0, 128), (0.28, 134), (0.6, 110), (0.84, 84), (0.95, 58), (1, 40)),
    "bean": ((0, 96), (0.3, 104), (0.6, 100), (0.84, 92), (0.95, 62), (1, 40)),
    "slim": ((0, 84), (0.3, 84), (0.6, 84), (0.84, 82), (0.95, 54), (1, 36)),
    "vee": ((0, 92), (0.3, 104), (0.6, 120), (0.82, 122), (0.94, 78), (1, 44)),
    "belly": ((0, 120), (0.3, 154), (0.55, 142), (0.82, 98), (0.95, 62), (1, 42)),
    "barrel": ((0, 128), (0.3, 166), (0.58, 168), (0.82, 132), (0.95, 78), (1, 44)),
    "kid": ((0, 76), (0.3, 78), (0.6, 72), (0.84, 62), (0.95, 44), (1, 30)),
    "gown": ((0, 176), (0.3, 130), (0.6, 100), (0.84, 80), (0.95, 54), (1, 38)),
}
"""Torso widths as (place from hip 0 to neck 1, width in units at scale 1)."""


@dataclass(frozen=True, slots=True)
class BodyLook:
    """Build and clothes. Lengths in units at scale 1 (20 u = 1 mm).

    `skirt`: bare legs below the torso (use the build "gown"). `upper_arm` and `forearm`,
    `thigh` and `shin` are bone lengths; `arm_width`, `leg_width`, `hand_size` are factors.
    """

    build: str = "pear"
    top: Top = "sweater"
    top_colour: str = "teal"
    stripes: str | None = None
    tie: str | None = None
    sleeve: Sleeve = "long"
    skirt: bool = False
    leg_colour: str = "navy"
    shoe_colour: str = "ink"
    upper_arm: float = 80
    forearm: float = 76
    thigh: float = 74
    shin: float = 72
    arm_width: float = 1.0
    leg_width: float = 1.0
    hand_size: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: a skin, a head and a body."""

    skin: str = "skin1"
    head: HeadLook = field(default_factory=HeadLook)
    body: BodyLook = field(default_factory=BodyLook)

    def dressed(self, **changes: Any) -> "Person":
        """Return the same person with other values in the body's look."""
        return replace(self, body=replace(self.body, **changes))

    def styled(self, **changes: Any) -> "Person":
        """Return the same person with other values in the head's look."""
        return replace(self, head=replace(self.head, **changes))
