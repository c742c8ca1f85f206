"""Small pictures of the cards for a check's report, drawn from the pages that were judged."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.checking.report import PageName
from samenspel.draw import draw
from samenspel.offer import EditionName
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.proofing.thumbnails import thumbnails


def pictures_of(
    edition: Edition, name: EditionName, surveys: Sequence[Survey]
) -> dict[PageName, bytes]:
    """Each product's pages in its first size; in the others those with a tight or failing text.

    A text that is too long is shown shortened, as far as it fits. What is made of other pages
    (sheets) shows nothing new.
    """
    found: dict[PageName, bytes] = {}
    shown: set[str] = set()
    for survey in surveys:
        piece = survey.piece
        if piece.made_of is not None:
            continue
        short = {fit.card for fit in survey.fits if fit.cut or fit.tight}
        first = piece.product.name not in shown
        shown.add(piece.product.name)
        frames = {frame.name: frame for frame in survey.pages if first or frame.card in short}
        if frames:
            fonts = edition.build.fonts(edition.deck.language)
            colours = edition.build.colour_space(edition.theme)
            pdf = draw(list(frames.values()), fonts=fonts, arts=edition.arts, colours=colours)
            made = thumbnails(pdf, piece.shape.bleed, piece.product.thumbnail)
            for page, picture in zip(frames, made, strict=True):
                found[PageName(name, piece.shape.name, page)] = picture
    return found
