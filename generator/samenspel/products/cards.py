"""Card faces, one a page: what a print shop wants."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.draw import die_lined
from samenspel.layout import laid_cards
from samenspel.model.frame import Frame
from samenspel.model.style import PageOrder, Press
from samenspel.products.product import Choices, Material, Pages, Piece, PrintFile, Product

FRONT, BACK = "front", "back"


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for shape in choices.formats:
        yield Piece(product, shape, folder=shape.name)


def _laid_out(material: Material, piece: Piece) -> Pages:
    laid = laid_cards(material.layout(piece.shape))
    different = [page.frame for page in laid.pages]
    return Pages(laid.frames, laid.problems, laid.fits, laid.pictures, different=different)


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    """In the order, by side and with the die line that the press asks for.

    With a die line corners have at least the radius that the shop can cut.
    """
    del faces
    line = press.die_line
    radius = piece.shape.radius
    for name, frames in ordered(pages.frames, press.pages).items():
        if line is None:
            yield PrintFile(f"{name}.pdf", frames, radius)
        else:
            cut = max(radius, line.radius)
            yield PrintFile(f"{name}.pdf", frames, cut)
            lined = [die_lined(frame, line, cut) for frame in frames]
            yield PrintFile(f"{name}-dieline.pdf", lined, cut, line.name)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del piece
    for name in ordered([], press.pages):
        yield f"{name}.pdf"
        if press.die_line is not None:
            yield f"{name}-dieline.pdf"


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


PRODUCT = Product(
    name="cards",
    order=1,
    summary="one card face a page, for a print shop",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    paired=True,
    thumbnail=190,
)
