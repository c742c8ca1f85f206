"""What a screen gets of a deck's looks: colours as they print, fonts that may travel, pictures.

Fonts go along only when their own licence says that anybody may pass them on (OFL): a licence for
print is none for the web. Pictures of pixels and pages of PDFs are cut out of the printed page, so
that they show what the card shows.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from samenspel.digital.slides import SlideLook
from samenspel.draw import ColourSpace
from samenspel.draw.fontfiles import family_of
from samenspel.draw.web_fonts import woff2
from samenspel.model.ink import Ink
from samenspel.pipeline.edition import Edition

FACES = {"display": "title", "text": "text", "text-bold": "text-bold"}
"""The roles whose fonts go along, and what the style sheet calls them."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours as ``#rrggbb`` and fonts as WOFF2."""

    accent: str
    """The region's accent."""
    paper: str
    """The tint of cards without a condition."""
    conditions: Mapping[str, tuple[str, str, str]]
    """Strong, tint and deep of each condition of the model."""
    fonts: Mapping[str, bytes]
    """By what the style sheet calls them."""


def screen_of(edition: Edition) -> Callable[[Ink], str]:
    """What shows inks as ``#rrggbb``: those of drawings as drawn, a region's own as they print."""
    build = edition.build
    space = ColourSpace(build.profile, None, build.press.ink_limit)
    drawn = {ink: edition.theme.screen[name] for name, ink in build.theme.palette.items()}

    def shown(ink: Ink) -> str:
        return drawn.get(ink) or "#" + bytes(space.on_screen(ink)).hex()

    return shown


def looks_of(edition: Edition, letters: Iterable[str]) -> Looks:
    """The looks of an edition; fonts hold no more than ``letters``."""
    shown = screen_of(edition)
    files = edition.build.fonts(edition.deck.language)
    wanted = "".join(sorted(set().union(*letters)))
    fonts = {name: woff2(files[role], wanted) for role, name in FACES.items() if role in files}
    return Looks(
        accent=shown(edition.theme.accent),
        paper=shown(edition.theme.paper_tint),
        conditions=condition_colours(edition),
        fonts={name: data for name, data in fonts.items() if data},
    )


def condition_colours(edition: Edition) -> Mapping[str, tuple[str, str, str]]:
    """Strong, tint and deep of each condition of the model, as ``#rrggbb``."""
    shown = screen_of(edition)
    return {
        name: (shown(style.strong), shown(style.tint), shown(style.deep))
        for name, style in edition.theme.conditions.items()
    }


def slide_look(edition: Edition, logo: bytes) -> SlideLook:
    """The looks of slides: the deck's colours, and its fonts by their names."""
    shown, deck = screen_of(edition), edition.deck
    files = edition.build.fonts(deck.language)
    names = {role: family_of(files[role]) if role in files else "" for role in FACES}
    return SlideLook(
        language=deck.language,
        accent=shown(edition.theme.accent),
        conditions={name: shown(style.strong) for name, style in edition.theme.conditions.items()},
        title_font=names["display"],
        text_font=names["text"],
        logo=logo,
        owner=deck.region.name,
    )


def recoloured(svg: str, edition: Edition) -> str:
    """A drawing with the screen colours of the palette in the region's own.

    Only those that the region changed: the drawing's own colours are what its maker saw.
    """
    before, now = edition.build.theme.palette, edition.theme.palette
    shown = screen_of(edition)
    others = {
        edition.theme.screen[name].lower(): shown(ink)
        for name, ink in now.items()
        if ink != before.get(name)
    }
    return re.sub(r"#[0-9a-fA-F]{6}\b", lambda found: others.get(found[0].lower(), found[0]), svg)


def svg_address(svg: str) -> str:
    """A drawing as a ``data:`` address; in plain text, which is a fifth shorter than base64."""
    body = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", svg, flags=re.DOTALL)
    body = re.sub(r">\s+<", "><", body.strip()).replace('"', "'")
    return "data:image/svg+xml," + quote(body, safe=" =:/,;+-.!()*~$@?'")


def jpeg_address(data: bytes) -> str:
    """A photograph as a ``data:`` address."""
    return "data:image/jpeg;base64," + base64.b64encode(data).decode("ascii")
