"""How far colours are apart, for every kind of sight, and the nearest that passes a test.

Colours are inks as a press prints them. Distances are CIEDE2000; colour blindness is simulated by
coloraide's filters at full strength.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product

from coloraide import Color

from samenspel.draw import ColourSpace
from samenspel.model.ink import Ink

SIGHTS = ("normal", "protan", "deutan", "tritan")
"""Normal sight, and without the receptors for long, middle and short waves."""

REACH, STEP, FINE = 56, 8, 2
"""How far a proposal may be from the wish in percent of each ink, and the steps of the search."""

Lab = tuple[float, float, float]


def seen(lab: Lab, sight: str) -> Color:
    """A colour as it is seen; for the filters, what a screen cannot show is clipped first."""
    colour = Color("lab", list(lab))
    return colour if sight == "normal" else colour.convert("srgb").clip().filter(sight)


@lru_cache(maxsize=20_000)
def distance(first: Lab, second: Lab, sight: str = "normal") -> float:
    """CIEDE2000 between two colours in one kind of sight; about 2.3 is just noticed."""
    return float(seen(first, sight).delta_e(seen(second, sight), method="2000", space="lab"))


def from_screen(rgb: tuple[int, int, int]) -> Lab:
    """An 8-bit sRGB colour as CIE L*a*b* under D50."""
    light, a, b = Color("srgb", [channel / 255 for channel in rgb]).convert("lab").coords()
    return float(light), float(a), float(b)


def nearest_passing(
    wish: Ink, passes: Callable[[Ink], bool], colours: ColourSpace, limit: float
) -> Ink | None:
    """The colour nearest to ``wish`` that passes, in whole percents and at most ``limit`` ink.

    Coarse steps around the wish first, finer ones around what is found; the same wish always finds
    the same. None when nothing within reach passes.
    """
    (target,) = colours.labs([wish])
    found = _first(_around(wish, REACH, STEP, limit), target, passes, colours)
    if found is None:
        return None
    return _first(_around(found, STEP, FINE, limit), target, passes, colours) or found


def _first(
    candidates: Iterable[Ink], target: Lab, passes: Callable[[Ink], bool], colours: ColourSpace
) -> Ink | None:
    inks = list(candidates)
    far = [_plain(lab, target) for lab in colours.labs(inks)]
    return next((ink for _, ink in sorted(zip(far, inks, strict=True)) if passes(ink)), None)


def _plain(first: Lab, second: Lab) -> float:
    """CIE 1976: quick, and good enough to put near before far."""
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)))


def _around(centre: Ink, reach: int, step: int, limit: float) -> Iterator[Ink]:
    """The builds around a colour on a grid, itself included, rounded to whole percents."""
    grid = range(-reach, reach + 1, step)
    middle = (centre.c, centre.m, centre.y, centre.k)
    rows = [sorted({min(100, max(0, round(tint) + offset)) for offset in grid}) for tint in middle]
    return (Ink(*tints) for tints in product(*rows) if sum(tints) <= limit)
