"""Finds the colour spaces of a document (ISO 32000-1, 8.6)."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.colours import (
    CMYK,
    GRAY,
    LAYERED,
    NO_PLATE,
    PATTERN,
    PROCESS,
    RGB,
    UNKNOWN,
    Space,
)
from samenspel.pdf.limits import MAX_SPACES
from samenspel.pdf.values import Resources, entry, listed, name_of

SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""Names in inline images (8.9.7)."""
DEVICES = {space.family: space for space in (GRAY, RGB, CMYK, PATTERN)}
DEFAULTS = {
    "DeviceGray": "/DefaultGray",
    "DeviceCMYK": "/DefaultCMYK",
    "DeviceRGB": "/DefaultRGB",
}
COUNTS = {"CalRGB": 3, "CalGray": 1, "Lab": 3}


class Spaces:
    """The colour spaces of one document; each array is read once."""

    def __init__(self, intent: pikepdf.Object | None = None, *, defaults: bool = False) -> None:
        """``intent`` is the output intent's profile stream: CMYK tagged with it is the press's.

        ``defaults`` puts ``DefaultCMYK`` and its like in the devices' place (8.6.5.6).
        """
        self._intent, self._defaults = intent, defaults
        self._known: dict[tuple[int, int], Space] = {}
        self.spots: dict[str, tuple[pikepdf.Object, int]] = {}
        """Where each spot met so far is defined: a colour space, and its component there."""

    def find(self, value: pikepdf.Object | str, resources: Resources, depth: int = 0) -> Space:
        """The space of a name or an array; ``resources`` hold named spaces and defaults."""
        if depth > MAX_SPACES:
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

    def _named(self, name: str, resources: Resources, depth: int) -> Space:
        """A resource may well be called G, so that it is looked for before the short names."""
        long = SHORT.get(name, name)
        default = DEFAULTS.get(long, "") if self._defaults else ""
        spaces = entry(resources, "/ColorSpace")
        for key in (f"/{name}", f"/{long}", default):
            found = entry(spaces, key) if key else None
            if found is not None and str(found).lstrip("/") != long:
                inner = resources if key != default and self._defaults else None
                return self.find(found, inner, depth + 1)
        return DEVICES.get(long) or Space(long, COUNTS.get(long, 0))

    def _array(self, value: pikepdf.Object, resources: Resources, depth: int) -> Space:
        family = str(value[0])[1:]
        family = SHORT.get(family, family)
        if len(value) == 1:
            return self._named(family, resources, depth)
        if family == "Separation":
            name = name_of(value[1])
            self.spots[name] = value, 0
            return _inks(family, (name,), self.find(value[2], resources, depth + 1))
        if family == "DeviceN":
            names = tuple(name_of(name) for name in listed(value[1]))
            for index, name in enumerate(names):
                self.spots.setdefault(name, (value, index))
            return _inks(family, names, self.find(value[2], resources, depth + 1))
        if family == "ICCBased":
            return self._tagged(value[1])
        if family in LAYERED:
            return self._layered(family, value, resources, depth)
        return Space(family, COUNTS.get(family, 0))

    def _layered(
        self, family: str, value: pikepdf.Object, resources: Resources, depth: int
    ) -> Space:
        base = self.find(value[1], resources, depth + 1)
        if family == "Pattern" or len(value) < 4:
            return Space(family, base=base)
        table = value[3]
        data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        return Space(family, 1, base=base, table=data)

    def _tagged(self, profile: pikepdf.Object) -> Space:
        """CMYK with the very profile of the output intent is taken as it is."""
        count = int(profile.get("/N", 0))
        ours = count == len(PROCESS) and self._intent is not None and _same(profile, self._intent)
        return Space("ICCBased", count, PROCESS if ours else ())


def _same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    if one.objgen == other.objgen:
        return True
    return bool(one.read_raw_bytes() == other.read_raw_bytes()) or (
        one.read_bytes() == other.read_bytes()
    )


def _inks(family: str, names: tuple[str, ...], alternate: Space) -> Space:
    channels = tuple("" if name == NO_PLATE else name for name in names)
    return Space(family, len(names), channels, names, alternate=alternate)
