"""What is met in a PDF while it is made ready: what stops it, and what its maker should know."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspel.saying import say


class UnplaceableError(Exception):
    """A PDF that cannot be taken at all; the message says why, in words for people."""


@dataclass(slots=True)
class Found:
    """Facts about what paints; each list holds a thing once, in the order of the page."""

    foreign: dict[str, None] = field(default_factory=dict)
    """What is painted in colours that are not the press's (``shapes or text in DeviceRGB``)."""
    unembedded: dict[str, None] = field(default_factory=dict)
    """Fonts without a program."""
    unusable: dict[str, None] = field(default_factory=dict)
    """What no press file may hold (``a JPEG 2000 picture``)."""
    fonts: dict[str, None] = field(default_factory=dict)
    """Embedded fonts that show text."""
    spots: dict[str, bytes] = field(default_factory=dict)
    """Spot colours, with what stands for them."""
    modern: dict[str, None] = field(default_factory=dict)
    """What PDF/X-1a and X-3 do not know: transparency, 16 bits."""
    notes: dict[str, None] = field(default_factory=dict)
    """What was left out or changed."""
    groups: dict[str, None] = field(default_factory=dict)
    """Spaces other than the press's that transparent groups mix in."""
    overprints: bool = False
    """Whether it sets overprint itself."""
    painted: int = 0
    """How many things are painted."""

    def spot(self, name: str, look: bytes) -> None:
        """Take in a spot colour; two looks of one name cannot be told apart on press.

        An empty look is that of a spot that is met among others only.
        """
        known = self.spots.get(name) or look
        self.spots[name] = known
        if look and look != known:
            self.unusable[say('the spot colour "{name}" in two looks', name=name)] = None

    def take(self, other: Found) -> None:
        """Take in what was met in a colour, now that something is painted in it."""
        for own, more in ((self.foreign, other.foreign), (self.notes, other.notes),
                          (self.unusable, other.unusable)):  # fmt: skip
            own.update(more)
        for name, look in other.spots.items():
            self.spot(name, look)

    @property
    def transparent(self) -> bool:
        """Whether anything in it is see-through."""
        return TRANSPARENCY in self.modern


TRANSPARENCY = "transparency"

__all__ = ["TRANSPARENCY", "Found", "UnplaceableError"]
