"""The model on an A4 to hand out: its conditions on one side, the reminders on the other."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.layout import fingerprinted, laid_extras
from samenspel.layout.extra_formats import HANDOUT_FORMAT
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


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    yield Piece(product, choices.fitted(HANDOUT_FORMAT))


def _lacking(deck: Deck, piece: Piece) -> str:
    del piece
    return lacks_pages(deck, "handout")


def _laid_out(material: Material, piece: Piece) -> Pages:
    why = _lacking(material.deck, piece)
    if why:
        return refused(piece, material.deck, why)
    layout = material.layout(piece.shape)
    laid = fingerprinted(laid_extras(layout, "handout"), layout, material.digests)
    return Pages(laid.frames, laid.problems, laid.fits, laid.pictures)


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    del faces
    for name in _file_names(piece, press):
        yield PrintFile(name, pages.frames)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del piece, press
    yield "handout.pdf"


PRODUCT = Product(
    name="handout",
    order=8,
    summary="the model on an A4, to hand out",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=_lacking,
    previewed=False,
    sides="two",
)
