"""From a project's regions to digital editions: one file a region, with all its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from samenspel.diagnostics import Diagnostic, in_order
from samenspel.digital.looks import jpeg_address, looks_of, recoloured, slide_look, svg_address
from samenspel.digital.page import html_of
from samenspel.digital.reading import ReadCard, Side, read_cards
from samenspel.digital.slides import slides_of
from samenspel.digital.website import Tongue, Website
from samenspel.digital.words import words_in
from samenspel.draw import draw
from samenspel.errors import ContentError
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame, Placement
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import Stopped, stopped_error
from samenspel.pipeline.survey import Survey, surveys
from samenspel.proofing.lettering import jpeg
from samenspel.proofing.trimmed import page_picture
from samenspel.staging import Staging
from samenspel.units import MM_PER_INCH

PHOTO_DPI = 220
"""How fine photographs are cut out of the printed page."""


@dataclass(frozen=True, slots=True)
class WebEdition:
    """One file that was made."""

    path: Path
    """Where it stands."""
    region: str
    """The id of its region."""
    languages: tuple[str, ...]
    """The first is what readers see first."""
    size: int
    """In bytes."""
    notes: tuple[Diagnostic, ...] = ()
    """What a maker should know of its texts and pictures although it stops nothing."""


class ScreenReport(NamedTuple):
    """All that was made for screens."""

    editions: tuple[WebEdition, ...]
    """The files."""
    stopped: tuple[Stopped, ...]
    """The regions of which nothing was made, beside those that were."""


def screen_editions(request: BuildRequest, products: Sequence[str]) -> ScreenReport:
    """Write what is made for screens of each region asked for, each whole or not at all.

    ``web`` is ``<output>/<region>/<region>.html`` with all languages, ``slides`` a
    ``<region>-<language>.pptx`` beside it for each.

    A mistake in one region stops that region. When none can be made, it raises ContentError with
    the mistakes of all (what does not fit a card is reported as by a build); also UsageError and
    FileAccessError. Then nothing was written.
    """
    build = open_build(_of_cards(request))
    stopped = [Stopped(name, ContentError(found)) for name, found in build.broken.items()]
    made: list[tuple[WebEdition, bytes]] = []
    for region in dict.fromkeys(name.region for name in build.editions):
        try:
            made += _of_region(request, build, region, products)
        except ContentError as error:
            stopped.append(Stopped(region, error))
    if stopped and not made:
        raise stopped_error(stopped)
    kept: list[Diagnostic] = []
    with Staging(request.output, kept=kept.append) as staging:
        for one, data in made:
            staging.write(f"{one.region}/{one.path.name}", data)
        staging.commit()
    first, *others = [one for one, _ in made]
    editions = (replace(first, notes=(*first.notes, *kept)), *others)
    return ScreenReport(editions, tuple(stopped))


def _of_region(
    request: BuildRequest, build: Build, region: str, products: Sequence[str]
) -> list[tuple[WebEdition, bytes]]:
    editions = [prepared(build, name) for name in build.editions if name.region == region]
    return [
        (
            WebEdition(
                path=request.output / region / name,
                region=region,
                languages=tuple(edition.deck.language for edition in those),
                size=len(data),
                notes=in_order(note for edition in those for note in edition.notes),
            ),
            data,
        )
        for product in products
        for name, those, data in MAKERS[product](region, editions)
    ]


Part = tuple[str, Sequence[Edition], bytes]
"""A file's name, the editions that it is made of, and its bytes."""


def _web(region: str, editions: Sequence[Edition]) -> Iterator[Part]:
    yield f"{region}.html", editions, web_page(editions)


def _slides(region: str, editions: Sequence[Edition]) -> Iterator[Part]:
    for edition in editions:
        survey = next(iter(surveys(edition)))
        deck = edition.in_format(survey.piece.shape).deck
        cards = read_cards(deck, _pages(survey))
        names = dict.fromkeys(art for card in cards for art in _arts(card))
        logo = deck.region.logo or ""
        pictures = dict(_photos(edition, survey, [*names, logo]))
        look = slide_look(edition, pictures.pop(logo, b""))
        name = f"{region}-{deck.language}.pptx"
        yield name, [edition], slides_of(cards, pictures, edition.title, look, edition.build.moment)


MAKERS: Mapping[str, Callable[[str, Sequence[Edition]], Iterator[Part]]] = {
    "web": _web,
    "slides": _slides,
}
"""What makes each of ``samenspel.products.SCREEN``."""


def _of_cards(request: BuildRequest) -> BuildRequest:
    """Cards in one size only: the texts are the same in all, and in this one they are whole."""
    return replace(
        request,
        products=("cards",),
        formats=request.formats[:1] or ("a6",),
        languages=request.languages or ("all",),
    )


def web_page(editions: Sequence[Edition]) -> bytes:
    """The digital edition of one region, of its deck in each language."""
    laid = [next(iter(surveys(edition))) for edition in editions]
    decks = [
        edition.in_format(one.piece.shape).deck
        for edition, one in zip(editions, laid, strict=True)
    ]
    frames = [_pages(one) for one in laid]
    tongues = [_tongue(deck, pages) for deck, pages in zip(decks, frames, strict=True)]
    first = editions[0]
    names_of = dict.fromkeys(art for one in tongues for card in one.cards for art in _arts(card))
    drawings = {name: _drawing(first, name) for name in names_of if name.endswith(".svg")}
    others = [name for name in names_of if name not in drawings]
    photos = {name: jpeg_address(data) for name, data in _photos(first, laid[0], others)}
    return html_of(
        Website(
            region=decks[0].region.name,
            source_language=first.build.project.source_language,
            tongues=tongues,
            looks=looks_of(first, _letters(tongues)),
            logo=_logo(first, decks[0]),
            pictures=drawings | photos,
        )
    )


def _pages(survey: Survey) -> Sequence[Frame]:
    """Each page once. Raises ContentError with all that is wrong with them."""
    accepted = survey.accepted()
    return survey.laid.different or accepted


def _tongue(deck: Deck, frames: Sequence[Frame]) -> Tongue:
    conditions = deck.model.conditions if deck.model else {}
    return Tongue(
        language=deck.language,
        title=deck.title,
        subtitle=deck.subtitle,
        cards=read_cards(deck, frames),
        conditions={name: choice.name for name, choice in conditions.items()},
        colophon=tuple(
            line for line in (deck.source, deck.licence, deck.makers, deck.edition_code) if line
        ),
    )


def _arts(card: ReadCard) -> Iterator[str]:
    for side in (card.front, card.back):
        yield from (picture.art for picture in side.pictures)


def _drawing(edition: Edition, name: str) -> str:
    text = edition.build.project.asset(name).decode("utf-8", "replace")
    return svg_address(recoloured(text, edition))


def _logo(edition: Edition, deck: Deck) -> str:
    """The region's logo; one that is no drawing is left to the cards."""
    name = deck.region.logo or ""
    return _drawing(edition, name) if name.endswith(".svg") else ""


def _photos(edition: Edition, survey: Survey, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Pictures as JPEG files, as a press would print them, without what lies over them."""
    build = edition.build
    for frame in survey.laid.frames:
        for item in frame.items:
            if isinstance(item, Placement) and item.art in names:
                alone = replace(frame, items=(replace(item, clip=None, veils=()),))
                colours = build.colour_space(edition.theme)
                pdf = draw([alone], fonts={}, arts=edition.arts, press=build.press, colours=colours)
                with pypdfium2.PdfDocument(pdf) as document:
                    page = page_picture(document, 0, frame.bleed, PHOTO_DPI / MM_PER_INCH)
                    yield item.art, jpeg(_cropped(page, item.box), PHOTO_DPI)


def _cropped(page: Image.Image, box: Box) -> Image.Image:
    """What of a page's picture lies in a box of the page, in mm, as far as it is not cut off."""
    scale = PHOTO_DPI / MM_PER_INCH
    left, top = max(0, round(box.x * scale)), max(0, round(box.y * scale))
    right, bottom = round(box.right * scale), round(box.bottom * scale)
    return page.crop((left, top, min(page.width, right), min(page.height, bottom)))


def _letters(tongues: Sequence[Tongue]) -> Iterator[str]:
    """All texts that are shown, for the letters in them."""
    for one in tongues:
        yield from words_in(one.language).values()
        yield from (one.title, one.subtitle, *one.conditions.values(), *one.colophon)
        for card in one.cards:
            yield from (card.name, *card.labels)
            yield from _texts_of_side(card.front)
            yield from _texts_of_side(card.back)
    yield "0123456789:–·…"


def _texts_of_side(side: Side) -> Iterator[str]:
    for block in side.blocks:
        yield from (block.title, block.label, *block.texts)
