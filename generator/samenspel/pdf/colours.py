"""Colour spaces by the plates that they print on (ISO 32000-1, 8.6), and colours in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samenspel.saying import say

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL_PLATES, NO_PLATE = "All", "None"
"""The colorants that stand for every plate and for none (8.6.6.4)."""
SPOTS = ("Separation", "DeviceN")
LAYERED = ("Indexed", "Pattern")
"""Families whose colours are those of the space they are laid over."""
PRESS_FAMILIES = frozenset({"DeviceCMYK", "DeviceGray", "Pattern", *SPOTS})
"""Families that say themselves what the plates print. All others need a conversion."""
SOLID = 99.5
"""Percent from which a tint counts as full: files round to hundredths and to 256 steps."""
TAGGED = {1: "gray", 3: "RGB", 4: "CMYK"}
"""What a profile with so many components is for."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space."""

    family: str
    """As the standard calls it: DeviceCMYK, Separation, ICCBased …"""
    count: int = 0
    """How many components a colour has."""
    channels: tuple[str, ...] = ()
    """The plate of each component: a name, ``All`` for every plate, an empty text for none."""
    colorants: tuple[str, ...] = ()
    """The names in a Separation or DeviceN space, as the file has them."""
    base: Space | None = None
    """What an Indexed space or an uncoloured pattern is laid over."""
    alternate: Space | None = None
    """What a Separation or DeviceN space gives printers without its inks."""
    table: bytes = b""
    """The colours of an Indexed space."""

    @property
    def behind(self) -> Space | None:
        """The space that it leads to, whichever way."""
        return self.base or self.alternate

    @property
    def press_colour(self) -> bool:
        """True when nothing in it has to be converted before printing."""
        if self.behind is not None:
            return self.behind.press_colour
        return self.family in PRESS_FAMILIES

    @property
    def spots(self) -> Iterator[str]:
        """The colorants that it names, however deep."""
        yield from self.colorants
        if self.behind is not None:
            yield from self.behind.spots

    @property
    def inverted(self) -> bool:
        """True when a component is light, not ink."""
        return self.family == "DeviceGray"

    @property
    def silent(self) -> bool:
        """True for colorants named None: painting has no effect at all (8.6.6.4)."""
        return self.family in SPOTS and not any(self.channels)

    def channel(self, ink: str) -> int | None:
        """The component that an ink's plate takes, or ``None`` when the space leaves it empty."""
        for index, name in enumerate(self.channels):
            if name in (ink, ALL_PLATES):
                return index
        return None

    def tint(self, ink: str, values: Sequence[float]) -> float:
        """How much of an ink a colour asks for, 0 to 1."""
        if self.family == "Indexed" and self.base is not None:
            return self.base.tint(ink, self.looked_up(values))
        index = self.channel(ink)
        if index is None or index >= len(values):
            return 0.0
        value = min(max(values[index], 0.0), 1.0)
        return 1.0 - value if self.inverted else value

    def looked_up(self, values: Sequence[float]) -> list[float]:
        """The base space's colour for an index."""
        count = self.base.count if self.base else 0
        last = len(self.table) // count - 1 if count else 0
        index = min(max(int(values[0]) if values else 0, 0), max(last, 0))
        return [byte / 255 for byte in self.table[index * count : (index + 1) * count]]

    @property
    def plates(self) -> frozenset[str]:
        """The plates that a colour in this space may print on; spots by name."""
        if self.family in LAYERED and self.base is not None:
            return self.base.plates
        return frozenset(self.channels) - {"", ALL_PLATES}

    @property
    def painted(self) -> frozenset[str] | None:
        """The plates that overprinting in this space changes; ``None`` for all (8.6.7)."""
        if self.family in LAYERED and self.base is not None:
            return self.base.painted
        if self.family in SPOTS:
            return None if ALL_PLATES in self.channels else self.plates
        return None if self.family == "Pattern" else frozenset(PROCESS)

    @property
    def foreign(self) -> str:
        """The name of what cannot be separated in this space, or an empty text."""
        if self.base is not None:
            return self.base.foreign
        if self.channels or self.family == "Pattern":
            return ""
        if self.family == "ICCBased":
            return say(
                "{space} with an ICC profile of its own",
                space=say(TAGGED.get(self.count, "colour")),
            )
        return self.family

    def __str__(self) -> str:
        """For messages: family, colorants and what stands behind."""
        inside = "/".join((*self.colorants, *((str(self.behind),) if self.behind else ())))
        return f"{self.family}({inside})" if inside else self.family


GRAY = Space("DeviceGray", 1, ("Black",))
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4, PROCESS)
PATTERN, UNKNOWN = Space("Pattern"), Space("unknown")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour that something is painted with."""

    space: Space
    tints: tuple[float, ...] = ()
    """As the file gives them."""
    pattern: bytes = b""
    """The name of a pattern in its content's resources, where there is one."""
    changes: frozenset[str] | None = None
    """For a pattern, the plates that overprinting with it changes; ``None`` for all."""
    most: tuple[float, ...] = ()
    """Of a gradient the most of each component, wherever in it that is."""

    def __hash__(self) -> int:
        """By the tints alone; a page has few spaces."""
        return hash(self.tints)

    @property
    def inks(self) -> tuple[tuple[str, float], ...]:
        """What each plate prints, in percent; plates with nothing on them are left out."""
        return _inks(self.space.family, self.space.colorants, self.tints)

    @property
    def printing(self) -> tuple[tuple[str, float], ...]:
        """The same for a colour and for a gradient: the most that each plate prints anywhere."""
        space = self.space.base or self.space
        return _inks(space.family, space.colorants, self.most) if self.most else self.inks

    @property
    def total(self) -> float:
        """The sum of all tints in percent."""
        return sum(tint for _, tint in self.inks)

    @property
    def known(self) -> bool:
        """True when the tints are the plates' own."""
        return self.space.family in PRESS_FAMILIES and bool(self.tints)

    @property
    def solid_black(self) -> bool:
        """True for black on the black plate alone, in any way of writing it but DeviceGray."""
        inks = self.inks if self.space.family != "DeviceGray" else ()
        return len(inks) == 1 and inks[0][0] == "Black" and inks[0][1] > SOLID

    @property
    def white(self) -> bool:
        """True when no plate prints: paper shows. RGB's white becomes that in any conversion."""
        if self.space.family == "DeviceRGB":
            return set(self.tints) == {1.0}
        return self.known and not self.inks

    def tint(self, ink: str) -> float:
        """How much of an ink it asks for, 0 to 1."""
        space = self.space.base if self.space.family == "Pattern" else self.space
        return space.tint(ink, self.tints) if space else 0.0

    def touched(self, mode: int) -> frozenset[str] | None:
        """The plates that it changes when it overprints in this mode; ``None`` for all."""
        if self.pattern:
            return self.changes
        if self.space.family == "DeviceCMYK" and mode == 1:
            pairs = zip(PROCESS, self.tints, strict=False)
            return frozenset(ink for ink, tint in pairs if tint > 0)
        return self.space.painted

    def __str__(self) -> str:
        """For messages: space and tints."""
        tints = " ".join(f"{tint:g}" for tint in self.tints)
        return f"{self.space} {tints}".strip()


@lru_cache(maxsize=1000)
def _inks(
    family: str, colorants: tuple[str, ...], tints: tuple[float, ...]
) -> tuple[tuple[str, float], ...]:
    """Asked for by many checks, of few colours."""
    if family == "DeviceCMYK":
        pairs = zip(PROCESS, tints, strict=False)
    elif family == "DeviceGray":
        pairs = zip(("Black",), (1 - t for t in tints), strict=False)
    elif family in SPOTS:
        pairs = zip(colorants, tints, strict=False)
    else:
        return ()
    return tuple(
        (ink, min(tint, 1.0) * 100) for ink, tint in pairs if tint > 0 and ink != NO_PLATE
    )


BLACK = Paint(GRAY, (0.0,))
"""The initial colour of a page (ISO 32000-1, table 52)."""


def initial(space: Space) -> Paint:
    """The colour that choosing a space sets (8.6.8): black, or full tint of a spot."""
    if space.channels == PROCESS:
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    return Paint(space, ((1.0 if space.family in SPOTS else 0.0),) * space.count)
