"""A region's brand before it is printed: accents told apart, the logo's colours, lines and room.

What stops a build is found by the build itself (``build.brand``); here the rest is added, and for
colours that fail the nearest that passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor

from samenspel.checking.colours import SIGHTS, distance, from_screen, nearest_passing
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.draw import screen_colours, thin_share
from samenspel.draw.tones import parse_hex
from samenspel.layout import LogoGround, logo_grounds
from samenspel.model.art import VectorArt
from samenspel.model.deck import Deck
from samenspel.model.ink import BLACK, Ink, readable_on
from samenspel.model.style import Theme
from samenspel.model.waiving import REGION
from samenspel.pipeline.brand import LOGO_CONTRAST, TEXT_CONTRAST, accent_name
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.presets import deck_theme
from samenspel.saying import say

NEAR = {"normal": 6.0, "protan": 3.0, "deutan": 3.0, "tritan": 3.0}
"""The least distance (CIEDE2000) of the accent from a condition's colour, by kind of sight."""
SHIFT = 5.0
"""A logo's colour that changes by more than this (CIEDE2000) on its way to print is reported."""
CLEAR = 0.2
"""Room around a logo, as a share of its height."""
THIN = 0.1
"""A logo with more than this share of its drawing in hairlines is reported."""
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
        wish = self.theme.palette[accent]
        limit = self.build.press.ink_limit
        colours = self.build.colours
        if accent == accent_name(self.theme):
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


def logo_findings(edition: Edition, surveys: Sequence[Survey]) -> Iterator[Diagnostic]:
    """What is weak about a region's logo as it is printed in all formats."""
    logos = [logo for survey in surveys for page in survey.pages for logo in logo_grounds(page)]
    if not logos:
        return
    yield from _screen_colours(edition, logos[0].name)
    yield from _thin(edition, min(logos, key=lambda logo: logo.box.width))
    yield from _crowded(edition, min(logos, key=lambda logo: logo.space / logo.box.height))
    look = edition.logo_look(logos[0].name, logos[0].ground)
    yield from _white_box(edition, logos)
    limit = edition.build.press.ink_limit
    if look.most_ink > limit + 0.5:
        message = say(
            "{name} has {most_ink:.0f} % ink; the press takes {limit:g} %",
            name=logos[0].name,
            most_ink=look.most_ink,
            limit=limit,
        )
        remedy = "ask for it with less ink in its dark parts"
        yield _logo(edition, "brand-logo-ink", message, remedy)


def _logo(edition: Edition, code: str, message: str, remedy: str) -> Diagnostic:
    place = edition.deck.where(REGION, "logo")
    return Diagnostic(code, message, place, "logo", remedy, Severity.WARNING)


def _screen_colours(edition: Edition, name: str) -> Iterator[Diagnostic]:
    """RGB in the logo: what each colour becomes. An SVG is reported only where it visibly changes.

    Palette colours are names of inks, and no colours of a screen.
    """
    space = edition.build.colour_space(edition.theme)
    named = {parse_hex(screen) for screen in edition.theme.screen.values()}
    changes = []
    for rgb in screen_colours(edition.build.project.asset(name)):
        if rgb in named:
            continue
        ink = space.ink(rgb)
        shift = distance(from_screen(rgb), space.labs([ink])[0])
        if shift > SHIFT or not isinstance(edition.arts[name], VectorArt):
            screen = "#" + "".join(f"{channel:02x}" for channel in rgb)
            whole = Ink(*(round(tint) for tint in (ink.c, ink.m, ink.y, ink.k)))
            changes.append(
                say(
                    "{screen} becomes {whole} ({shift:.0f} away)",
                    screen=screen,
                    whole=whole,
                    shift=shift,
                )
            )
    if changes:
        yield _logo(
            edition,
            "brand-logo-rgb",
            say("{name} is made for screens; in print ", name=name) + ", ".join(changes),
            "ask for the logo for print, in CMYK",
        )


def _thin(edition: Edition, logo: LogoGround) -> Iterator[Diagnostic]:
    share = thin_share(edition.arts[logo.name], logo.ground, logo.box.width, edition.build.colours)
    if share > THIN:
        yield _logo(
            edition,
            "brand-logo-thin",
            say(
                "{share:.0%} of {name} is thinner than a quarter of a point where it is "
                "smallest, {width:.0f} mm wide on page {page}",
                share=share,
                name=logo.name,
                width=logo.box.width,
                page=logo.page,
            ),
            "ask for the version of the logo for small sizes, or for one without its small print",
        )


def _crowded(edition: Edition, logo: LogoGround) -> Iterator[Diagnostic]:
    if logo.space < CLEAR * logo.box.height:
        shown = floor(logo.space * 10) / 10  # never rounded up to what is asked for
        yield _logo(
            edition,
            "brand-logo-space",
            say(
                "{name} has {shown:.1f} mm of room around it on page {page}, and {clear:.1f} "
                "mm is asked for",
                name=logo.name,
                shown=shown,
                page=logo.page,
                clear=CLEAR * logo.box.height,
            ),
            "shorten the text beside it, or use a logo that is less wide",
        )


def _white_box(edition: Edition, logos: Sequence[LogoGround]) -> Iterator[Diagnostic]:
    """The logo's own white ground on the first coloured one that it lies on."""
    boxed = (one for one in logos if edition.logo_look(one.name, one.ground).white_box)
    first = next(boxed, None)
    if first is not None:
        yield _logo(
            edition,
            "brand-logo-white",
            say(
                "{name} stands in a white box on {ground} (page {page})",
                name=first.name,
                ground=first.ground,
                page=first.page,
            ),
            "write logo_white: ground under the logo, and white takes the colour it lies on, or "
            "ask for the logo without a ground",
        )


def logo_remedies(edition: Edition, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The messages about a faint logo, each with the nearest colour that would be seen."""
    for one in found:
        if (one.code, one.key) == ("brand-contrast", "logo"):
            one = replace(one, remedy=_logo_remedy(edition) + one.remedy)
        yield one


def _logo_remedy(edition: Edition) -> str:
    (_, ground), look = min(edition.looks.items(), key=lambda item: item[1].contrast)
    ink = Brand(edition.build, edition.deck).logo_proposal(look.ink, ground) if look.ink else None
    return (
        say("the nearest to its {ink} that is seen is {seen}; or ", ink=look.ink, seen=ink)
        if ink
        else ""
    )
