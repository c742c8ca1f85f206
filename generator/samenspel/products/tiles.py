"""The poster in tiles, for whoever has a small printer, a knife and glue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samenspel.errors import UsageError
from samenspel.impose.tiling import OVERLAP, tiled, window
from samenspel.layout import known_sheets, verify
from samenspel.layout.tile_marks import tile_furniture
from samenspel.model.style import Press
from samenspel.products import poster
from samenspel.products.product import Choices, Material, Pages, Piece, PrintFile, Product
from samenspel.saying import say


def _pieces(product: Product, choices: Choices) -> Iterator[Piece]:
    for page in poster.PRODUCT.pieces(poster.PRODUCT, choices):
        for name in choices.papers_of(product):
            paper = choices.paper(name)
            yield replace(page, product=product, paper=paper, made_of=page)


def _laid_out(material: Material, piece: Piece) -> Pages:
    """What stands on the tiles beside the poster. Raises UsageError when the paper is too small."""
    shape, paper, deck = piece.shape, piece.paper, material.deck
    assert paper is not None  # every piece of this product has one
    plan = tiled(shape.trim, paper)
    if plan is None:
        raise UsageError.of(
            "impose-too-large",
            say("{paper} is too small for tiles", paper=paper.name),
            remedy="choose a larger paper",
        )
    windows = [window(side) for side in plan.sides]
    frames = tile_furniture(
        plan, windows, OVERLAP, material.face, material.slug, deck.labels
    )
    problems = [problem for frame in frames for problem in verify(frame, deck)]
    return Pages(frames, problems, plan=plan)


def _files(piece: Piece, pages: Pages, faces: Pages | None, press: Press) -> Iterator[PrintFile]:
    assert faces is not None and pages.plan is not None  # every piece is made of a poster
    note = say(
        "tiles: {columns} × {rows} of {paper}, {overlap:g} mm over each other",
        columns=pages.plan.columns,
        rows=pages.plan.rows,
        paper=pages.plan.paper,
        overlap=OVERLAP,
    )
    tiles = known_sheets(pages.frames, pages.plan, faces.frames)
    for name in _file_names(piece, press):
        yield PrintFile(name, tiles, plan=pages.plan, faces=faces.frames, note=note)


def _file_names(piece: Piece, press: Press) -> Iterator[str]:
    del press
    assert piece.paper is not None
    yield f"{piece.shape.name}-tiles-{piece.paper.name}.pdf"


PRODUCT = Product(
    name="tiles",
    order=7,
    summary="the poster in tiles on small paper, to cut and glue",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=_file_names,
    lacking=poster.PRODUCT.lacking,
    previewed=False,
    papers=("a4",),
    sizes=poster.PRODUCT.sizes,
)
