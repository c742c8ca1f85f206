"""Colour spaces of a placed PDF: ink values stay, what is tagged loses its profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.draw.placed.found import Found
from samenspel.pdf.limits import MAX_SPACES
from samenspel.pdf.spaces import SHORT
from samenspel.pdf.values import Resources, entry, name_of, numbers, whole
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.draw.placed.copying import Copier

PROCESS_NAMES = ("Cyan", "Magenta", "Yellow", "Black", "All", "None")
DEVICE = {1: Name.DeviceGray, 4: Name.DeviceCMYK}
OWN_PROFILE = "has its own CMYK profile: its ink values are printed as they are"
PRESS = (Name.DeviceGray, Name.DeviceCMYK, Name.Pattern)


class Spaces:
    """Cleans colour spaces; ``copier`` takes functions along."""

    def __init__(self, copier: Copier, found: Found) -> None:
        self._copier, self._found = copier, found

    def clean(self, space: Any, resources: Resources, what: str, depth: int = 0) -> Any:
        """The space in the press's own colours; ``what`` says for messages what is painted in it.

        What is not in the press's colours is noted in ``Found.foreign`` and comes back as grey.
        """
        if depth > MAX_SPACES or space is None:
            return self._foreign(what, "an unknown colour space")
        if isinstance(space, Name):
            return self._named(space, resources, what, depth)
        if not isinstance(space, Array) or not len(space):
            return self._foreign(what, "an unknown colour space")
        family = name_of(space[0])
        family = SHORT.get(family, family)
        if len(space) == 1:
            return self._named(Name("/" + family), resources, what, depth)
        if family == "ICCBased":
            return self._tagged(space[1], what)
        if family == "CalGray":
            self._found.notes["has calibrated greys: they are printed as they are"] = None
            return Name.DeviceGray
        if family == "Indexed":
            table = space[3]
            data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
            base = self.clean(space[1], resources, what, depth + 1)
            return Array([Name.Indexed, base, int(space[2]), pikepdf.String(data)])
        if family == "Pattern":
            return Array([Name.Pattern, self.clean(space[1], resources, what, depth + 1)])
        if family == "Separation":
            return self._spot(space, resources, what, depth)
        if family == "DeviceN":
            return self._spots(space, resources, what, depth)
        return self._foreign(what, family)

    def _named(self, space: Name, resources: Resources, what: str, depth: int) -> Any:
        name = name_of(space)
        own = entry(entry(resources, "/ColorSpace"), f"/{name}")
        long = SHORT.get(name, name)
        if own is not None and own != space and name not in ("DeviceGray", "DeviceCMYK"):
            return self.clean(own, resources, what, depth + 1)
        device = Name("/" + long)
        if device in PRESS:
            return device
        return self._foreign(what, long)

    def _tagged(self, profile: Any, what: str) -> Any:
        count = whole(profile, "/N", 0)
        if count not in DEVICE:
            return self._foreign(what, "RGB" if count == 3 else "an unknown ICC colour")
        if count == 4:
            self._found.notes[OWN_PROFILE] = None
        return DEVICE[count]

    def _spot(self, space: Any, resources: Resources, what: str, depth: int) -> Any:
        name = name_of(space[1])
        alternate, function = space[2], space[3]
        look = _solid_lab(alternate, function)
        if look is not None:
            inks = self._copier.inks_of_lab(look)
            cleaned: Any = Name.DeviceCMYK
            tint: Any = Dictionary(
                FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(inks), N=1
            )
        else:
            cleaned = self.clean(alternate, resources, what, depth + 1)
            tint = self._copier.function(function)
        if name not in PROCESS_NAMES:
            self._found.spot(name, Array([cleaned, tint]).unparse(resolved=True))
        return Array([Name.Separation, space[1], cleaned, tint])

    def _spots(self, space: Any, resources: Resources, what: str, depth: int) -> Any:
        cleaned = self.clean(space[2], resources, what, depth + 1)
        tint = self._copier.function(space[3])
        for one in list(space[1]):
            name = name_of(one)
            if name not in PROCESS_NAMES:
                self._found.spot(name, b"")
        return Array([Name.DeviceN, Array(list(space[1])), cleaned, tint])

    def _foreign(self, what: str, space: str) -> Any:
        self._found.foreign[say("{what} in {space}", what=what, space=space)] = None
        return Name.DeviceGray


def _solid_lab(alternate: Any, function: Any) -> tuple[float, float, float] | None:
    """The full tint of a spot that is described in Lab, where that is plain to see."""
    if not isinstance(alternate, Array) or name_of(alternate[0]) != "Lab":
        return None
    found: list[float] = []
    kind = whole(function, "/FunctionType", -1)
    if kind == 2:
        found = numbers(entry(function, "/C1"))
    elif kind == 0 and whole(function, "/BitsPerSample", 0) == 8:
        samples = function.read_bytes()[-3:]
        ranges = numbers(entry(function, "/Decode")) or numbers(entry(function, "/Range"))
        if len(ranges) == 6 and len(samples) == 3:
            pairs = zip(samples, ranges[::2], ranges[1::2], strict=True)
            found = [low + byte / 255 * (high - low) for byte, low, high in pairs]
    return (found[0], found[1], found[2]) if len(found) == 3 else None
