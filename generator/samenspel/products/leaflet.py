"""The booklet that goes with the cards: A6, stapled in its spine.

One file has its pages in the order of reading, each with its bleed; the other has them two by two
on sheets, as they are printed, folded and stapled, inner pages moved to the spine (creep).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samenspel.impose import plan
from samenspel.layout import (
    extras_of,
    fingerprinted,
    known_sheets,
    laid_extras,
    sheet_furniture,
    verify,
)
from samenspel.layout.extra_formats import LEAFLET_FORMAT
from samenspel.model.deck import Deck
from samenspel.model.style import Press
from samenspel.products.product import (
    Choices,
    Material,
    Pages,
    Piece,
    PrintFile,
    Product,
    lacks_pages,
    refused,
)
from samenspel.units import Size

SCHEME = "booklet"
SHEET = 4
"""A folded sheet has so many pages."""


def boxed(deck: Deck, trim: Size) -> bool:
    """Whether a deck has a leaflet that goes into the box of cards of a size in mm."""
    across, up = sorted((LEAFLET_FORMAT.width, LEAFLET_FORMAT.height))
    fits = across <= min(trim) and up <= max(trim)
    return fits and bool(extras_of(deck, "leaflet"))


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    reading = Piece(product, choices.fitted(LEAFLET_FORMAT))
    yield reading
    folded = replace(choices.imposing, scheme=SCHEME, copies=None, gutter=None)
    for name in choices.papers_of(product):
        paper = choices.paper(name)
        yield replace(reading, paper=paper, made_of=reading, imposing=folded)


def _laid_out(material: Material, piece: Piece) -> Pages:
    """The pages, or what stands on the sheets beside them.

    Raises UsageError when the paper is too small for two pages side by side.
    """
    shape, deck = piece.shape, material.deck
    why = _lacking(deck, piece)
    if why:
        return refused(piece, deck, why)
    layout = material.layout(shape)
    laid = fingerprinted(laid_extras(layout, "leaflet", SHEET), layout, material.digests)
    if piece.paper is None:
        return Pages(laid.frames, laid.problems, laid.fits, laid.pictures)
    made = plan(
        len(laid.pages) // 2,
        trim=shape.trim,
        bleed=shape.bleed,
        gutter=None,
        paper=piece.paper,
        imposing=piece.imposing.read_in(deck.language),
    )
    frames = sheet_furniture(
        made, material.face, material.slug, deck.labels, shape.bleed
    )
    return Pages(frames, [one for frame in frames for one in verify(frame, deck)], plan=made)


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    for name in _file_names(piece, press):
        if pages.plan is None or faces is None:
            yield PrintFile(name, pages.frames)
        else:
            sheets = known_sheets(pages.frames, pages.plan, faces.frames)
            yield PrintFile(name, sheets, plan=pages.plan, faces=faces.frames)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    yield f"leaflet-{piece.paper.name}.pdf" if piece.paper else "leaflet.pdf"


def _lacking(deck: Deck, piece: Piece) -> str:
    del piece
    return lacks_pages(deck, "leaflet")


PRODUCT = Product(
    name="leaflet",
    order=5,
    summary="the booklet that goes with the cards, to read and to fold",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=_lacking,
    previewed=False,
    papers=("a4",),
    sides="booklet",
)
