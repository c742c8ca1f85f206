"""Colour spaces and paints as preflight judges them: by family, colorants and tints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pikepdf

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
SPOTS = ("Separation", "DeviceN")
PRESS_FAMILIES = frozenset({"DeviceCMYK", "DeviceGray", "Pattern", *SPOTS})
"""Families that say themselves what the plates print. All others need a conversion."""
DIE_LINE = re.compile(
    r"(cut|thru|kiss)[-_ ]?(contour|cut|line)|die[-_ ]?(line|cut)?|stans\w*|stanz\w*|snij\w*",
    re.IGNORECASE,
)
"""Names that print shops use for the line of the cut."""
MAX_DEPTH = 8
"""Spaces inside spaces; what lies deeper is unknown."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``base`` is what stands behind: an alternate, or an Indexed space's base."""

    family: str
    base: Space | None = None
    colorants: tuple[str, ...] = ()

    @property
    def press_colour(self) -> bool:
        """True when nothing in it has to be converted before printing."""
        if self.base is not None:
            return self.base.press_colour
        return self.family in PRESS_FAMILIES

    @property
    def spots(self) -> Iterator[str]:
        """The colorants that it names, however deep."""
        yield from self.colorants
        if self.base is not None:
            yield from self.base.spots

    def __str__(self) -> str:
        """For messages: family, colorants and what stands behind."""
        inside = "/".join((*self.colorants, *((str(self.base),) if self.base else ())))
        return f"{self.family}({inside})" if inside else self.family


GRAY, RGB, CMYK = Space("DeviceGray"), Space("DeviceRGB"), Space("DeviceCMYK")
PATTERN, UNKNOWN = Space("Pattern"), Space("unknown")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour that something is painted with; ``tints`` as the file gives them, 0 to 1."""

    space: Space
    tints: tuple[float, ...] = ()

    def __hash__(self) -> int:
        """By the tints alone; a page has few spaces."""
        return hash(self.tints)

    @property
    def inks(self) -> tuple[tuple[str, float], ...]:
        """What each plate prints, in percent; plates with nothing on them are left out."""
        return _inks(self)

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
        return len(inks) == 1 and inks[0][0] == "Black" and inks[0][1] > 99.5

    @property
    def white(self) -> bool:
        """True when no plate prints: paper shows. RGB's white becomes that in any conversion."""
        return (self.known and not self.inks) or (self.space == RGB and set(self.tints) == {1.0})

    def __str__(self) -> str:
        """For messages: space and tints."""
        tints = " ".join(f"{tint:g}" for tint in self.tints)
        return f"{self.space} {tints}".strip()


@lru_cache(maxsize=1000)
def _inks(paint: Paint) -> tuple[tuple[str, float], ...]:
    """Asked for by many checks, of few paints."""
    if paint.space.family == "DeviceCMYK":
        pairs = zip(PROCESS, paint.tints, strict=False)
    elif paint.space.family == "DeviceGray":
        pairs = zip(("Black",), (1 - t for t in paint.tints), strict=False)
    elif paint.space.family in SPOTS:
        pairs = zip(paint.space.colorants, paint.tints, strict=False)
    else:
        return ()
    return tuple((ink, tint * 100) for ink, tint in pairs if tint > 0 and ink != "None")


BLACK = Paint(GRAY, (0.0,))
"""The initial colour of a page (ISO 32000-1, table 52)."""


def initial(space: Space) -> Paint:
    """The colour that choosing a space sets (8.6.8): black, or full tint of a spot."""
    if space == CMYK:
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    if space.family in SPOTS:
        return Paint(space, (1.0,) * len(space.colorants))
    return Paint(space, (0.0,) if space == GRAY else ())


def space_of(
    value: pikepdf.Object | str, resources: pikepdf.Object | None, depth: int = 0
) -> Space:
    """A colour space from its name or array; a name that is no device's is looked up."""
    if depth > MAX_DEPTH:
        return UNKNOWN
    if isinstance(value, (str, pikepdf.Name)):
        name = str(value).lstrip("/")
        spaces = resources.get("/ColorSpace") if resources is not None else None
        for known in (name, SHORT.get(name, name)):  # a resource may well be called G
            if isinstance(spaces, pikepdf.Dictionary) and f"/{known}" in spaces:
                return space_of(spaces[f"/{known}"], None, depth + 1)
        return Space(SHORT.get(name, name))
    family = str(value[0])[1:]
    family = SHORT.get(family, family)
    if family == "Separation":
        return Space(family, space_of(value[2], resources, depth + 1), (str(value[1])[1:],))
    if family == "DeviceN":
        names = tuple(str(item)[1:] for item in value[1])
        return Space(family, space_of(value[2], resources, depth + 1), names)
    if family in ("Indexed", "Pattern") and len(value) > 1:
        return Space(family, space_of(value[1], resources, depth + 1))
    return Space(family)


def is_die_line(name: str, asked: str = "") -> bool:
    """True for the name that was asked for, and for those in use at print shops."""
    return name == asked or DIE_LINE.fullmatch(name.strip()) is not None
