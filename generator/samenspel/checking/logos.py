"""A region's logo before it is printed: its colours, its lines, and the room around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import floor

from samenspel.checking.brand import Brand
from samenspel.checking.colours import distance, from_screen
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.draw import screen_colours, thin_share
from samenspel.draw.tones import parse_hex
from samenspel.layout import LOGO_CLEAR, LogoGround, logo_grounds
from samenspel.model.art import VectorArt
from samenspel.model.ink import Ink
from samenspel.model.waiving import REGION
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.saying import say

SHIFT = 5.0
"""A logo's colour that changes by more than this (CIEDE2000) on its way to print is reported."""
THIN = 0.1
"""A logo with more than this share of its drawing in hairlines is reported."""
INK_SLACK = 0.5
"""Percent over a press's limit of ink that is none: it is shown in whole percents."""


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
    if look.most_ink > limit + INK_SLACK:
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
    if logo.space < LOGO_CLEAR * logo.box.height:
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
                clear=LOGO_CLEAR * logo.box.height,
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
