"""Colour spaces by the plates that they print on (ISO 32000-1, 8.6), and colours in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

Resources = pikepdf.Object | None

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

GRAY, CMYK, SPOTS, INDEXED, PATTERN, FOREIGN = (
    "gray", "cmyk", "spots", "indexed", "pattern", "foreign",
)  # fmt: skip

ALL_PLATES = "All"
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
DEFAULTS = {
    "DeviceGray": "/DefaultGray",
    "DeviceCMYK": "/DefaultCMYK",
    "DeviceRGB": "/DefaultRGB",
}
COUNTS = {"DeviceRGB": 3, "CalRGB": 3, "CalGray": 1, "Lab": 3}
MAX_DEPTH = 4
"""Spaces inside spaces: a pattern over an index over a spot."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space.

    ``colorants`` names the plate of each component, with ``All`` for every plate and an empty text
    for none; ``base`` is what an Indexed space or an uncoloured pattern is made of. A FOREIGN space
    does not say what the plates print: RGB, Lab, or what carries a profile of its own.
    """

    kind: str
    name: str
    count: int = 0
    colorants: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""
    direct: bool = False
    """DeviceCMYK itself, for which overprint mode 1 counts."""

    @property
    def inverted(self) -> bool:
        """True when a component is light, not ink."""
        return self.kind == GRAY

    @property
    def silent(self) -> bool:
        """True for colorants named None: painting has no effect at all (8.6.6.4)."""
        return self.kind == SPOTS and not any(self.colorants)

    def channel(self, ink: str) -> int | None:
        """The component that an ink's plate takes, or ``None`` when the space leaves it empty."""
        for index, name in enumerate(self.colorants):
            if name in (ink, ALL_PLATES):
                return index
        return None

    def tint(self, ink: str, values: Sequence[float]) -> float:
        """How much of an ink a colour asks for, 0 to 1."""
        if self.kind == INDEXED and self.base is not None:
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
        if self.kind in (INDEXED, PATTERN) and self.base is not None:
            return self.base.plates
        return frozenset(self.colorants) - {"", ALL_PLATES}

    @property
    def painted(self) -> frozenset[str] | None:
        """The plates that overprinting in this space changes; ``None`` for all (8.6.7)."""
        if self.kind in (INDEXED, PATTERN) and self.base is not None:
            return self.base.painted
        if self.kind == SPOTS:
            return None if ALL_PLATES in self.colorants else self.plates
        return None if self.kind == PATTERN else frozenset(PROCESS)

    @property
    def foreign(self) -> str:
        """The name of what cannot be separated in this space, or an empty text."""
        if self.kind == FOREIGN:
            return self.name
        return self.base.foreign if self.base is not None else ""


DEVICE_GRAY = Space(GRAY, "DeviceGray", 1, ("Black",))
DEVICE_CMYK = Space(CMYK, "DeviceCMYK", 4, PROCESS, direct=True)
ANY_PATTERN = Space(PATTERN, "Pattern")
UNKNOWN = Space(FOREIGN, "unknown")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour to paint with: values in a space, and a pattern's name where there is one."""

    space: Space
    values: tuple[float, ...] = ()
    pattern: bytes = b""
    changes: frozenset[str] | None = None
    """For a pattern, the plates that overprinting with it changes; ``None`` for all."""

    def tint(self, ink: str) -> float:
        """How much of an ink it asks for, 0 to 1."""
        space = self.space.base if self.space.kind == PATTERN else self.space
        return space.tint(ink, self.values) if space else 0.0

    def touched(self, mode: int) -> frozenset[str] | None:
        """The plates that it changes when it overprints in this mode; ``None`` for all."""
        if self.pattern:
            return self.changes
        if self.space.direct and mode == 1:
            pairs = zip(PROCESS, self.values, strict=False)
            return frozenset(ink for ink, value in pairs if value > 0)
        return self.space.painted


BLACK = Paint(DEVICE_GRAY, (0.0,))
"""The initial colour of a page (table 52)."""


def entry(holder: Resources, key: str) -> Resources:
    """What a dictionary or a stream has under ``key``, or ``None``."""
    if not isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        return None
    return holder.get(key)


def initial(space: Space) -> Paint:
    """The colour that choosing a space sets (8.6.8)."""
    if space.kind == CMYK:
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    return Paint(space, ((1.0 if space.kind == SPOTS else 0.0),) * space.count)


class Spaces:
    """Finds colour spaces; knows the profile that the file is made for."""

    def __init__(self, intent: pikepdf.Object | None) -> None:
        """``intent`` is the output intent's profile stream. CMYK tagged with it is the press's."""
        self._intent = intent
        self._known: dict[tuple[int, int], Space] = {}
        self.spots: dict[str, tuple[pikepdf.Object, int]] = {}
        """Where each spot met so far is defined: a colour space, and its component there."""

    def find(
        self,
        value: pikepdf.Object | str,
        resources: pikepdf.Object | None,
        depth: int = 0,
    ) -> Space:
        """The space of a name or an array; ``resources`` hold named spaces and defaults."""
        if depth > MAX_DEPTH:
            return UNKNOWN
        if isinstance(value, (str, pikepdf.Name)):
            return self._named(str(value).lstrip("/"), resources, depth)
        if not isinstance(value, pikepdf.Array) or not len(value):
            return UNKNOWN
        if not value.is_indirect:
            return self._array(value, resources, depth)
        if value.objgen not in self._known:
            self._known[value.objgen] = self._array(value, resources, depth)
        return self._known[value.objgen]

    def _named(self, name: str, resources: pikepdf.Object | None, depth: int) -> Space:
        name = SHORT.get(name, name)
        spaces = resources.get("/ColorSpace") if resources is not None else None
        key = DEFAULTS.get(name, f"/{name}")
        if isinstance(spaces, pikepdf.Dictionary) and key in spaces:
            found = spaces[key]
            if str(found).lstrip("/") != name:
                return self.find(found, resources if name not in DEFAULTS else None, depth + 1)
        if name == "DeviceGray":
            return DEVICE_GRAY
        if name == "DeviceCMYK":
            return DEVICE_CMYK
        return ANY_PATTERN if name == "Pattern" else Space(FOREIGN, name, COUNTS.get(name, 0))

    def _array(self, value: pikepdf.Object, resources: pikepdf.Object | None, depth: int) -> Space:
        family = str(value[0])[1:]
        family = SHORT.get(family, family)
        if len(value) == 1:
            return self._named(family, resources, depth)
        if family == "Separation":
            self.spots[str(value[1])[1:]] = value, 0
            return _spots(family, [str(value[1])[1:]])
        if family == "DeviceN":
            names = [str(name)[1:] for name in list(value[1])]
            for index, name in enumerate(names):
                self.spots.setdefault(name, (value, index))
            return _spots(family, names)
        if family == "ICCBased":
            return self._tagged(value[1])
        base = (
            self.find(value[1], resources, depth + 1) if family in ("Indexed", "Pattern") else None
        )
        if family == "Pattern":
            return Space(PATTERN, family, base=base)
        if base is not None and len(value) > 3:
            table = (
                value[3].read_bytes() if isinstance(value[3], pikepdf.Stream) else bytes(value[3])
            )
            return Space(INDEXED, f"Indexed {base.name}", 1, base=base, table=table)
        return Space(FOREIGN, family, COUNTS.get(family, 0))

    def _tagged(self, profile: pikepdf.Object) -> Space:
        """CMYK with the very profile of the output intent is taken as it is."""
        count = int(profile.get("/N", 0))
        if count == 4 and self._intent is not None and _same(profile, self._intent):
            return Space(CMYK, "ICCBased CMYK", 4, PROCESS)
        kind = {1: "gray", 3: "RGB", 4: "CMYK"}.get(count, "colour")
        return Space(FOREIGN, f"{kind} with an ICC profile of its own", count)


def _same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    if one.objgen == other.objgen:
        return True
    return bool(one.read_raw_bytes() == other.read_raw_bytes()) or (
        one.read_bytes() == other.read_bytes()
    )


def _spots(family: str, names: list[str]) -> Space:
    colorants = tuple("" if name == "None" else name for name in names)
    return Space(SPOTS, f"{family} {'/'.join(names)}", len(names), colorants)
