"""Several cards on a sheet, backs behind fronts, with crop marks: to print and cut yourself."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.impose import explained, plan
from samenspel.impose.schemes import DEFAULT
from samenspel.layout import known_sheets, sheet_furniture, verify
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.style import Press
from samenspel.products import cards
from samenspel.products.product import (
    Choices,
    Material,
    Pages,
    Piece,
    PrintFile,
    Product,
    no_cards,
    refused,
)


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for faces in cards.PRODUCT.pieces(cards.PRODUCT, choices):
        for name in choices.papers_of(product):
            yield Piece(
                product,
                faces.shape,
                folder=faces.folder,
                paper=choices.paper(name),
                made_of=faces,
                imposing=choices.imposing,
            )


def _laid_out(material: Material, piece: Piece) -> Pages:
    """What stands on the sheets beside the cards. Raises UsageError when the paper is too small."""
    shape, paper, deck = piece.shape, piece.paper, material.deck
    assert paper is not None  # every piece of this product has one
    if why := no_cards(deck, piece):
        return refused(piece, deck, why)
    cards = _on_sheets(deck, piece)
    made = plan(
        len(cards),
        trim=shape.trim,
        bleed=shape.bleed,
        gutter=shape.gutter,
        paper=paper,
        imposing=piece.imposing.read_in(deck.language),
        filler=[place for place, card in enumerate(cards) if card.spec.fills],
    )
    frames = sheet_furniture(
        made, material.face, material.slug, deck.labels, shape.bleed
    )
    problems = [problem for frame in frames for problem in verify(frame, deck)]
    return Pages(frames, problems, plan=made)


def _on_sheets(deck: Deck, piece: Piece) -> list[Card]:
    """The cards that lie on the sheets; of those that were asked for each once."""
    asked = piece.made_of.cards if piece.made_of else ()
    row = {card.id: card for card in deck.cards if card.id in asked}.values() or deck.cards
    return [card for card in row for _ in card.printed(piece.shape.name, deck.backs)]


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    assert faces is not None and pages.plan is not None  # every piece is made of cards
    sheets = known_sheets(pages.frames, pages.plan, faces.frames)
    for name in _file_names(piece, press):
        note = explained(pages.plan)
        yield PrintFile(name, sheets, plan=pages.plan, faces=faces.frames, note=note)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    assert piece.paper is not None
    scheme = piece.imposing.scheme
    named = "" if scheme == DEFAULT else f"-{scheme}"
    chosen = "-chosen" if piece.made_of and piece.made_of.cards else ""
    yield f"sheets-{piece.paper.name}{named}{chosen}.pdf"


PRODUCT = Product(
    name="sheets",
    order=2,
    summary="several cards on a sheet, to cut yourself",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=no_cards,
    single=True,
    previewed=False,
    papers=("a4", "a3"),
    schemed=True,
)
