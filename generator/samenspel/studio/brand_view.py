"""A region's colours as the studio shows them: what each prints as, and the nearest that passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.checking.brand import Brand
from samenspel.errors import UsageError
from samenspel.model.ink import Ink
from samenspel.pipeline.brand import accent_name
from samenspel.saying import say
from samenspel.starter import accent_of
from samenspel.studio.engine import Bench

ACCENTS = ("teal", "coral", "mustard", "navy")
ABOUT = {
    "teal": say("Green in the drawings"),
    "coral": say("Red in the drawings"),
    "mustard": say("Yellow in the drawings"),
    "navy": say("Dark blue in the drawings"),
}


@dataclass(frozen=True, slots=True)
class Colour:
    """One ink."""

    hex: str
    """As a screen shows it: ``#rrggbb``."""
    inks: str
    """In words, in percent."""
    value: str
    """As a form sends it: a hex, or four percents with commas."""


@dataclass(frozen=True, slots=True)
class Accent:
    """One colour that a region may choose."""

    name: str
    about: str
    """What it colours."""
    now: Colour
    own: bool
    """Whether the region's own file says it."""
    on_cards: bool
    """Whether texts stand on it; the others are in drawings alone."""
    passes: bool
    nearest: Colour | None
    """The nearest that passes, where this one does not and there is one."""


def colour_of(bench: Bench, ink: Ink) -> Colour:
    """An ink with what a screen shows of it."""
    shown = "#" + "".join(f"{part:02x}" for part in bench.build.colours.on_screen(ink))
    value = ink.screen or ",".join(f"{tint:g}" for tint in ink.tints)
    inks = say("{c:g} % cyan, {m:g} % magenta, {y:g} % yellow, {k:g} % black",
               c=ink.c, m=ink.m, y=ink.y, k=ink.k)  # fmt: skip
    return Colour(ink.screen or shown, inks, value)


def accents_of(bench: Bench, own: Sequence[str]) -> list[Accent]:
    """The colours of the edition that is open; none while a mistake keeps it from being made."""
    if bench.edition is None:
        return []
    brand = Brand(bench.build, bench.edition.deck)
    names = [name for name in ACCENTS if name in brand.theme.palette]
    return [_accent(bench, brand, name, brand.theme.palette[name], name in own) for name in names]


def tried(bench: Bench, name: str, text: str) -> Accent:
    """A colour that somebody points at, before it stands in any file. Raises UsageError."""
    assert bench.edition is not None
    brand = Brand(bench.build, bench.edition.deck)
    if name not in brand.theme.palette:
        raise UsageError.of("accent-invalid", say('there is no colour "{name}"', name=name))
    return _accent(bench, brand, name, accent_of(text), True)


def _accent(bench: Bench, brand: Brand, name: str, ink: Ink, own: bool) -> Accent:
    on_cards = name == accent_name(brand.theme)
    limit = bench.build.press.ink_limit
    passes = brand.accent_passes(ink) if on_cards else ink.total <= limit
    near = None if passes else brand.nearest(ink, on_cards=on_cards)
    about = (
        say("The title card and the bands, and green in the drawings") if on_cards else ABOUT[name]
    )
    return Accent(name, about, colour_of(bench, ink), own, on_cards, passes,
                  colour_of(bench, near) if near else None)  # fmt: skip
