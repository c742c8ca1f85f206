"""A region's brand before it is printed: accents told apart, the logo's colours, lines and room.

What stops a build is found by the build itself (``build.brand``); here the rest is added, and for
colours that fail the nearest that passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import floor

from samenspel.checking.colours import SIGHTS, distance, nearest_passing
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.deck import Deck
from samenspel.model.ink import BLACK, Ink, readable_on
from samenspel.model.style import Theme
from samenspel.model.waiving import REGION
from samenspel.pipeline.brand import LOGO_CONTRAST, TEXT_CONTRAST, accent_name
from samenspel.pipeline.build import Build
from samenspel.presets import deck_theme
from samenspel.saying import say

NEAR = {"normal": 6.0, "protan": 3.0, "deutan": 3.0, "tritan": 3.0}
"""The least distance (CIEDE2000) of the accent from a condition's colour, by kind of sight."""
BAND, TINT = 0.5, 0.22
"""The shares of its strength at which the accent lies on cards: bands, and grounds."""


@dataclass(frozen=True, slots=True)
class AccentDistance:
    """How near an accent comes to the nearest condition in one kind of sight (CIEDE2000)."""

    accent: str
    ink: Ink
    used: str
    sight: str
    condition: str
    distance: float


@dataclass(frozen=True, slots=True)
class Brand:
    """The colours of one region on one press."""

    build: Build
    deck: Deck

    @property
    def theme(self) -> Theme:
        """The theme with the region's accents."""
        return deck_theme(self.build.theme, self.deck)

    def distances(self) -> list[AccentDistance]:
        """For each accent and kind of sight the condition that it comes nearest to.

        The accent that colours cards is measured as it lies there, in bands at half its strength;
        the others are in drawings only.
        """
        theme = self.theme
        if not theme.conditions:
            return []
        name = accent_name(theme)
        rows = [
            self._nearest(accent, theme.palette[accent], "drawings", sight)
            for accent in ("coral", "mustard", "teal", "navy")
            if accent in theme.palette and accent != name
            for sight in SIGHTS
        ]
        return [self._nearest(name, theme.accent, "cards", sight) for sight in SIGHTS] + rows

    def _nearest(self, accent: str, ink: Ink, used: str, sight: str) -> AccentDistance:
        shown = ink.tint(BAND) if used == "cards" else ink
        (lab,) = self.build.colours.labs([shown])
        far, condition = min(
            (distance(lab, self.build.colours.labs([style.strong])[0], sight), condition)
            for condition, style in self.theme.conditions.items()
        )
        return AccentDistance(accent, ink, used, sight, condition, far)

    def accent_passes(self, ink: Ink) -> bool:
        """True when cards may carry this accent: readable, and not like a condition."""
        band = ink.tint(BAND)
        contrast = self.build.colours.contrast
        return (
            ink.total <= self.build.press.ink_limit
            and contrast(readable_on(band), band) >= TEXT_CONTRAST
            and contrast(BLACK, ink.tint(TINT)) >= TEXT_CONTRAST
            and all(
                self._nearest("", ink, "cards", sight).distance >= NEAR[sight]
                for sight in (SIGHTS if self.theme.conditions else ())
            )
        )

    def proposal(self, accent: str) -> Ink | None:
        """The colour nearest to an accent that passes: for one in drawings, that has less ink."""
        return self.nearest(self.theme.palette[accent], on_cards=accent == accent_name(self.theme))

    def nearest(self, wish: Ink, *, on_cards: bool) -> Ink | None:
        """The colour nearest to a wish that passes on cards, or as a colour in drawings."""
        limit = self.build.press.ink_limit
        colours = self.build.colours
        if on_cards:
            return nearest_passing(wish, self.accent_passes, colours, limit)
        return nearest_passing(wish, lambda ink: ink.total <= limit, colours, limit)

    def logo_proposal(self, logo: Ink, ground: Ink) -> Ink | None:
        """The colour nearest to a logo's own that stands out from its ground."""
        colours = self.build.colours
        return nearest_passing(
            logo,
            lambda ink: colours.contrast(ink, ground) >= LOGO_CONTRAST,
            colours,
            self.build.press.ink_limit,
        )

    def with_proposals(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The messages about accents, each with the nearest colour that passes."""
        for one in found:
            accent = one.key.removeprefix("accents.")
            if accent != one.key and accent in self.theme.palette:
                yield replace(one, remedy=self.accent_remedy(accent, one.remedy))
            else:
                yield one

    def accent_remedy(self, accent: str, otherwise: str) -> str:
        """The nearest colour that passes, to write in the file; without one, ``otherwise``."""
        ink = self.proposal(accent)
        if ink is None:
            return otherwise
        numbers = ", ".join(f"{tint:g}" for tint in (ink.c, ink.m, ink.y, ink.k))
        return say(
            "the nearest colour that passes is {accent}: [{numbers}]",
            accent=accent,
            numbers=numbers,
        )


def accent_findings(brand: Brand) -> Iterator[Diagnostic]:
    """The accent that colours cards, where it looks like one of the five conditions."""
    near = [one for one in brand.distances() if one.used == "cards"]
    wrong = [one for one in near if one.distance < NEAR[one.sight]]
    if not wrong:
        return
    worst = min(wrong, key=lambda one: one.distance / NEAR[one.sight])
    shown = floor(worst.distance * 10) / 10  # never rounded up to what is asked for
    seen = (
        "" if worst.sight == "normal" else say(" for {sight} colour-blind eyes", sight=worst.sight)
    )
    yield Diagnostic(
        "brand-accent-near",
        say(
            "{accent} on cards looks like {condition}{seen}: {shown:.1f} apart (CIEDE2000), "
            "and {near:g} is asked for",
            accent=worst.accent,
            condition=worst.condition,
            seen=seen,
            shown=shown,
            near=NEAR[worst.sight],
        ),
        brand.deck.where(REGION, "accents", worst.accent),
        f"accents.{worst.accent}",
        brand.accent_remedy(worst.accent, "choose a colour further off"),
        Severity.WARNING,
    )
