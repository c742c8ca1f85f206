"""Card faces, one a page: what a print shop wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samenspel.draw import die_lined
from samenspel.layout import laid_cards, traced
from samenspel.model.frame import Frame, one_back
from samenspel.model.ordering import OneBack
from samenspel.model.style import PageOrder, Press
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

FRONT, BACK = "front", "back"
ONCE: tuple[OneBack, ...] = ("last-page", "own-file")
"""How shops take a back that is not behind every front."""
WHITE_PAGES = "white-pages"
"""Of a shop that counts cards beyond the deck as pages of the file."""
SPARE = "spare"
"""What such a page is called."""


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for shape in choices.formats:
        yield Piece(
            product, shape, folder=shape.name, cards=choices.cards, making=choices.making
        )


def _laid_out(material: Material, piece: Piece) -> Pages:
    if why := no_cards(material.deck, piece):
        return refused(piece, material.deck, why)
    layout = material.layout(piece.shape)
    laid = traced(laid_cards(layout, piece.cards), layout, material.digests)
    different = [page.frame for page in laid.pages]
    places = {card.id: place for place, card in reversed([*enumerate(material.deck.cards, 1)])}
    return Pages(
        laid.frames, laid.problems, laid.fits, laid.pictures, places=places, different=different
    )


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    """In the order, by side and with the die line that the press asks for.

    With a die line corners have at least the radius that the shop can cut. Cards that were asked
    for by themselves have a file each. A back that all cards share is there once, for a shop that
    takes it so.
    """
    del faces
    once = press.order.one_back in ONCE and one_back(pages.frames)
    spares = piece.making.spares if press.order.spares == WHITE_PAGES and not piece.cards else 0
    for card in piece.cards or ("",):
        frames = [frame for frame in pages.frames if not card or frame.card == card]
        frames += white_cards(frames[0], spares) if frames else []
        files = backed_once(frames, press.order.one_back) if once else ordered(frames, press.pages)
        for name, sides in files.items() if frames else ():
            stem = name.replace("cards", f"card-{card}") if card else name
            made = _with_die_line(piece.shape.radius, stem, sides, press)
            yield from (
                replace(one, card=card, place=pages.places.get(card, 1), one_back=once)
                for one in made
            )


def white_cards(like: Frame, count: int) -> list[Frame]:
    """Both sides of so many cards on which nothing is printed, as large as ``like``."""
    return [
        replace(like, name=f"{SPARE}-{number}-{side}", items=(), card=SPARE, side=side, code="")
        for number in range(1, count + 1)
        for side in (FRONT, BACK)
    ]


def _with_die_line(
    radius: float, name: str, frames: list[Frame], press: Press
) -> Iterator[PrintFile]:
    line = press.die_line
    if line is None:
        yield PrintFile(f"{name}.pdf", frames, radius)
    else:
        cut = max(radius, line.radius)
        yield PrintFile(f"{name}.pdf", frames, cut)
        lined = [die_lined(frame, line, cut) for frame in frames]
        yield PrintFile(f"{name}-dieline.pdf", lined, cut, line.name)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    for card in piece.cards or ("",):
        for name in ordered([], press.pages):
            stem = name.replace("cards", f"card-{card}") if card else name
            yield f"{stem}.pdf"
            if press.die_line is not None:
                yield f"{stem}-dieline.pdf"


def ordered(frames: list[Frame], order: PageOrder) -> dict[str, list[Frame]]:
    """Files by name, with their pages. Raises ValueError (a bug) when a face has no other side."""
    fronts = [frame for frame in frames if frame.side == FRONT]
    backs = [frame for frame in frames if frame.side == BACK]
    if len(fronts) != len(backs) or len(frames) != 2 * len(fronts):
        raise ValueError(f"{len(fronts)} fronts and {len(backs)} backs on {len(frames)} pages")
    if order == "separate":
        return {"cards-fronts": fronts, "cards-backs": backs}
    pairs = zip(fronts, backs, strict=True)
    if order == "back-front":
        return {"cards": [face for front, back in pairs for face in (back, front)]}
    return {"cards": [face for front, back in pairs for face in (front, back)]}


def backed_once(frames: list[Frame], wish: OneBack) -> dict[str, list[Frame]]:
    """Files by name, with all fronts, and once the back: as the last page, or in its own file."""
    fronts = [frame for frame in frames if frame.side == FRONT]
    back = [frame for frame in frames if frame.side == BACK][:1]
    if wish == "last-page":
        return {"cards": fronts + back}
    return {"cards-fronts": fronts, "cards-back": back}


PRODUCT = Product(
    name="cards",
    order=1,
    summary="one card face a page, for a print shop",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=no_cards,
    paired=True,
    sides="two",
    single=True,
    thumbnail=190,
)
