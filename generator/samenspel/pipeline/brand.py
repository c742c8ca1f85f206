"""A region's colours and logo on the pages as laid out: what must not go to print by accident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.layout import LogoGround, TextGround, logo_grounds, text_grounds
from samenspel.model.art import PictureArt
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.model.ink import Ink
from samenspel.model.style import Theme
from samenspel.model.waiving import REGION, waived
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.resolution import LEAST_PPI
from samenspel.saying import say
from samenspel.units import MM_PER_INCH

TEXT_CONTRAST, LARGE_CONTRAST = 4.5, 3.0
"""The least contrast of text and of large text (WCAG 2.2, 1.4.3)."""
LOGO_CONTRAST = 3.0
"""The least contrast of a drawing that has to be understood (WCAG 2.2, 1.4.11)."""
LOGO_PPI = 300
"""A logo has edges like type, which show their pixels sooner than a photograph does."""
LARGE, LARGE_BOLD = 18.0, 14.0
BOLD = ("display", "heading", "text-bold", "text-extrabold", "text-bold-italic")

WAIVE = 'or let it stand with a reason, under "waive:" in the region\'s file'


@dataclass(frozen=True, slots=True)
class FaintText:
    """The worst pair of inks of a page's texts that stands out too little."""

    pair: TextGround
    contrast: float
    needed: float


def check_accents(build: Build, deck: Deck) -> None:
    """Raise ContentError when a region's accents are more ink than the press can take."""
    limit = build.press.ink_limit
    problems = [
        Diagnostic(
            "accent-too-much-ink",
            say(
                "{name} is {sum:g} % ink; the press {press_name} takes at most {limit:g} %",
                name=name,
                sum=sum(tints),
                press_name=build.press.name,
                limit=limit,
            ),
            deck.where(REGION, "accents", name),
            f"accents.{name}",
            say("lower its four numbers until they add up to {limit:g} or less", limit=limit),
        )
        for name, tints in deck.region.accents.items()
        if sum(tints) > limit
    ]
    if problems:
        raise ContentError(problems)


def brand_mistakes(
    edition: Edition, pages: Sequence[Frame]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What stops a build, and what would if the region did not waive it."""
    found = dict.fromkeys([*_faint_texts(edition, pages), *_logos(edition, pages)])
    waivers = edition.deck.waivers
    excused = tuple(one for one in found if waived(waivers, REGION, one.code))
    return tuple(one for one in found if one not in excused), excused


def needed_contrast(size: float, font: str) -> float:
    """The least contrast of text of a size in points."""
    large = size >= (LARGE_BOLD if font in BOLD else LARGE)
    return LARGE_CONTRAST if large else TEXT_CONTRAST


def faint_texts(edition: Edition, frames: Iterable[Frame]) -> list[FaintText]:
    """Each pair of inks once that stands out too little somewhere, where it does so most."""
    worst: dict[tuple[Ink, Ink], FaintText] = {}
    for frame in frames:
        for pair in text_grounds(frame):
            contrast = edition.build.colours.contrast(pair.ink, pair.ground)
            needed = needed_contrast(pair.size, pair.font)
            known = worst.get((pair.ink, pair.ground))
            if contrast < needed and (known is None or known.needed < needed):
                worst[pair.ink, pair.ground] = FaintText(pair, contrast, needed)
    return list(worst.values())


def accent_name(theme: Theme) -> str:
    """The drawings' colour that also colours the cards without a condition."""
    return next((name for name, ink in theme.palette.items() if ink == theme.accent), "teal")


def _faint_texts(edition: Edition, frames: Iterable[Frame]) -> Iterator[Diagnostic]:
    found = faint_texts(edition, frames)
    if not found:
        return
    name = accent_name(edition.theme)
    layout = edition.layout(edition.build.formats[0])
    accents = (edition.theme.accent, layout.accent, layout.accent_tint)
    for faint in found:
        message = say(
            "text in {ink} on {ground} has a contrast of {contrast:.1f} : 1 (page {page}); "
            "it needs {needed:g} : 1",
            ink=faint.pair.ink,
            ground=faint.pair.ground,
            contrast=faint.contrast,
            page=faint.pair.page,
            needed=faint.needed,
        )
        if faint.pair.ground in accents:
            place, key = edition.deck.where(REGION, "accents", name), f"accents.{name}"
            remedy = "choose another colour ('samenspel check' proposes one)"
        else:
            source = faint.pair.source
            place, key = edition.deck.where(*source), edition.deck.key(*source)
            remedy = say(
                "change the colour in its set, or in the theme {name}", name=edition.theme.name
            )
        mended = say("{remedy}, {waive}", remedy=remedy, waive=WAIVE)
        yield Diagnostic("brand-contrast", message, place, key, mended)


def _logos(edition: Edition, frames: Sequence[Frame]) -> Iterator[Diagnostic]:
    logos = [logo for frame in frames for logo in logo_grounds(frame)]
    if logos:
        yield from _faint_logo(edition, logos)
        yield from _coarse_logo(edition, max(logos, key=lambda logo: logo.box.width))


def _faint_logo(edition: Edition, logos: Sequence[LogoGround]) -> Iterator[Diagnostic]:
    """The logo on the ground from which it stands out least."""
    looks = {logo.ground: edition.logo_look(logo.name, logo.ground) for logo in logos}
    ground = min(sorted(looks), key=lambda one: looks[one].contrast)
    if looks[ground].contrast < LOGO_CONTRAST:
        yield Diagnostic(
            "brand-contrast",
            say(
                "{name} stands out from its ground {ground} by {contrast:.1f} : 1; it needs "
                "{logo_contrast:g} : 1 to be seen",
                name=logos[0].name,
                ground=ground,
                contrast=looks[ground].contrast,
                logo_contrast=LOGO_CONTRAST,
            ),
            edition.deck.where(REGION, "logo"),
            "logo",
            say("ask for the version of the logo for light grounds, {waive}", waive=WAIVE),
        )


def _coarse_logo(edition: Edition, logo: LogoGround) -> Iterator[Diagnostic]:
    art = edition.arts[logo.name]
    if not isinstance(art, PictureArt):
        return
    ppi = art.width / (logo.box.width / MM_PER_INCH)
    if LEAST_PPI <= ppi < LOGO_PPI:  # under that it is refused and no waiver helps
        yield Diagnostic(
            "brand-logo-coarse",
            say(
                "{name} has {ppi:.0f} pixels per inch, {width:.0f} mm wide on page {page}; a "
                "logo needs {logo_ppi}",
                name=logo.name,
                ppi=ppi,
                width=logo.box.width,
                page=logo.page,
                logo_ppi=LOGO_PPI,
            ),
            edition.deck.where(REGION, "logo"),
            "logo",
            say("ask for the logo as SVG, {waive}", waive=WAIVE),
        )
