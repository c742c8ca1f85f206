"""What a facilitator lays on the table: a canvas for the cards, plans, sheets, dots and tents.

The canvas has places as large as the cards, so each format has its own; all else is the same for
every format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from samenspel.layout import (
    FormatLayout,
    Laid,
    LaidPages,
    canvas_plan,
    fingerprinted,
    laid_canvas,
    laid_dots,
    laid_extras,
    whole_model,
)
from samenspel.layout.extra_formats import (
    AGREEMENTS_FORMAT,
    CANVAS_FORMAT,
    CANVAS_SIZES,
    DOTS_FORMAT,
    PLANS_FORMAT,
    TENTS_FORMAT,
)
from samenspel.layout.packaging import CREASE, CUT, lined
from samenspel.model.deck import Deck
from samenspel.model.kind import PagesOf
from samenspel.model.paths import line
from samenspel.model.style import Press
from samenspel.products.product import (
    NO_MODEL,
    Choices,
    Material,
    Pages,
    Piece,
    PrintFile,
    Product,
    lacks_pages,
    refused,
)
from samenspel.saying import say

CANVAS = CANVAS_FORMAT.name
FORMATS = (PLANS_FORMAT, AGREEMENTS_FORMAT, TENTS_FORMAT, DOTS_FORMAT)
"""What is the same beside cards of every format."""
OF_PAGES: Mapping[str, PagesOf] = {
    PLANS_FORMAT.name: "plans", AGREEMENTS_FORMAT.name: "agreements", TENTS_FORMAT.name: "tents",
}  # fmt: skip
"""What consists of pages that the deck has."""
OF_THE_MODEL = (CANVAS, TENTS_FORMAT.name, DOTS_FORMAT.name)
LINES = {TENTS_FORMAT.name: (CREASE,), DOTS_FORMAT.name: (CUT,)}
"""The plates with lines for a die maker."""


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for shape in FORMATS:
        yield Piece(product, choices.fitted(shape), part=shape.name)
    for card in choices.formats:
        canvas = replace(choices.fitted(CANVAS_FORMAT), name=f"{CANVAS}-{card.name}")
        yield Piece(product, canvas, folder=card.name, part=CANVAS, card=card)


def _lacking(deck: Deck, piece: Piece) -> str:
    if piece.part in OF_THE_MODEL:
        if deck.model is None:
            return NO_MODEL
        if not whole_model(deck):
            return say("its model lacks cards")
    what = OF_PAGES.get(piece.part)
    return lacks_pages(deck, what) if what else ""


def _laid_out(material: Material, piece: Piece) -> Pages:
    why = _lacking(material.deck, piece)
    if why:
        return refused(piece, material.deck, why)
    return _LAID[piece.part](material, piece)


def _canvas(material: Material, piece: Piece) -> Pages:
    """On A3, or on A2 where the places need it."""
    deck, card = material.deck, piece.card
    assert card is not None  # every canvas is for cards of a format
    assert deck.model is not None  # a deck without one is refused
    for width, height in CANVAS_SIZES:
        shape = replace(piece.shape, width=width, height=height)
        plan = canvas_plan(len(deck.model.conditions), card.trim, shape)
        if plan is not None:
            layout = material.layout(shape)
            return _one(material, layout, laid_canvas(layout, plan))
    return refused(piece, deck, say("so many cards of that size do not fit an A2"))


def _dots(material: Material, piece: Piece) -> Pages:
    layout = material.layout(piece.shape)
    return _one(material, layout, laid_dots(layout))


def _one(material: Material, layout: FormatLayout, laid: Laid) -> Pages:
    return _judged(material, layout, LaidPages((laid,), (0,), material.deck))


def _of_pages(material: Material, piece: Piece) -> Pages:
    layout = material.layout(piece.shape)
    return _judged(material, layout, laid_extras(layout, OF_PAGES[piece.part]))


def _tents(material: Material, piece: Piece) -> Pages:
    """The pages with the line on which they are folded."""
    pages = _of_pages(material, piece)
    middle = piece.shape.height / 2
    crease = line(0, middle, piece.shape.width, middle)
    return replace(pages, frames=[lined(one, creases=[crease]) for one in pages.frames])


def _judged(material: Material, layout: FormatLayout, pages: LaidPages) -> Pages:
    laid = fingerprinted(pages, layout, material.digests)
    return Pages(laid.frames, laid.problems, laid.fits, laid.pictures)


_LAID: Mapping[str, Callable[[Material, Piece], Pages]] = {
    CANVAS: _canvas,
    PLANS_FORMAT.name: _of_pages,
    AGREEMENTS_FORMAT.name: _of_pages,
    TENTS_FORMAT.name: _tents,
    DOTS_FORMAT.name: _dots,
}


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    del faces
    for name in _file_names(piece, press):
        yield PrintFile(name, pages.frames, lines=LINES.get(piece.part, ()))


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    yield f"kit-{piece.part}.pdf"


PRODUCT = Product(
    name="kit",
    order=6,
    summary="for whoever leads the talk: canvas, plans, sheets, tents and dots",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=_lacking,
    previewed=False,
)
