"""Colour spaces and paints as preflight judges them: by family, colorants and tints."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
COMPONENTS = {"DeviceCMYK": 4, "DeviceGray": 1, "CalGray": 1}
PRESS_FAMILIES = frozenset({"DeviceCMYK", "DeviceGray", "Separation", "DeviceN"})
"""Families that say themselves what the plates print. All others need a conversion."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``base`` is what stands behind: an alternate, or an Indexed space's base."""

    family: str
    base: str = ""
    colorants: tuple[str, ...] = ()

    @property
    def press_colour(self) -> bool:
        """True when nothing in it has to be converted before printing."""
        if self.family in ("Separation", "DeviceN"):
            return self.base in ("DeviceCMYK", "DeviceGray")
        if self.family in ("Indexed", "Pattern"):
            return self.base in PRESS_FAMILIES or not self.base
        return self.family in ("DeviceCMYK", "DeviceGray")

    def __str__(self) -> str:
        """For messages: family, colorants and alternate."""
        inside = "/".join((*self.colorants, *((self.base,) if self.base else ())))
        return f"{self.family}({inside})" if inside else self.family


GRAY, RGB, CMYK = Space("DeviceGray"), Space("DeviceRGB"), Space("DeviceCMYK")
PATTERN = Space("Pattern")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour that something is painted with; ``tints`` as the file gives them, 0 to 1."""

    space: Space
    tints: tuple[float, ...] = ()

    @property
    def inks(self) -> tuple[tuple[str, float], ...]:
        """What each plate prints, in percent; plates with nothing on them are left out."""
        if self.space.family == "DeviceCMYK":
            pairs = zip(PROCESS, self.tints, strict=False)
        elif self.space.family == "DeviceGray":
            pairs = zip(("Black",), (1 - t for t in self.tints), strict=False)
        elif self.space.family in ("Separation", "DeviceN"):
            pairs = zip(self.space.colorants, self.tints, strict=False)
        else:
            return ()
        return tuple((ink, tint * 100) for ink, tint in pairs if tint > 0)

    @property
    def total(self) -> float:
        """The sum of all tints in percent."""
        return sum(tint for _, tint in self.inks)

    @property
    def known(self) -> bool:
        """True when the tints are the plates' own."""
        return self.space.family in PRESS_FAMILIES and bool(self.tints)

    @property
    def black_only(self) -> bool:
        """True for DeviceCMYK that prints on the black plate alone."""
        return self.space == CMYK and [ink for ink, _ in self.inks] == ["Black"]

    @property
    def white(self) -> bool:
        """True when no plate prints: paper shows."""
        return self.known and not self.inks

    def __str__(self) -> str:
        """For messages: space and tints."""
        tints = " ".join(f"{tint:g}" for tint in self.tints)
        return f"{self.space} {tints}".strip()


BLACK = Paint(GRAY, (0.0,))
"""The initial colour of a page (ISO 32000-1, table 52)."""


def initial(space: Space) -> Paint:
    """The colour that choosing a space sets (8.6.8): black, or full tint of a spot."""
    if space == CMYK:
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    if space.family in ("Separation", "DeviceN"):
        return Paint(space, (1.0,) * len(space.colorants))
    return Paint(space, (0.0,) if space == GRAY else ())


def space_of(value: pikepdf.Object | str, resources: pikepdf.Object | None) -> Space:
    """A colour space from its name or array; a name that is no device's is looked up."""
    if isinstance(value, (str, pikepdf.Name)):
        short = str(value).lstrip("/")
        short = SHORT.get(short, short)
        spaces = resources.get("/ColorSpace") if resources is not None else None
        if spaces is not None and f"/{short}" in spaces:
            return space_of(spaces[f"/{short}"], None)
        return Space(short)
    family = str(value[0])[1:]
    family = SHORT.get(family, family)
    if family == "Separation":
        return Space(family, _family(value[2]), (str(value[1])[1:],))
    if family == "DeviceN":
        return Space(family, _family(value[2]), tuple(str(item)[1:] for item in value[1]))
    if family in ("Indexed", "Pattern"):
        return Space(family, _family(value[1]) if len(value) > 1 else "")
    return Space(family)


def _family(value: pikepdf.Object) -> str:
    return space_of(value, None).family
