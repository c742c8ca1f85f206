"""Small pictures of the cards for a check's report, drawn from the pages that were judged."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.checking.report import PageName
from samenspel.draw import draw
from samenspel.offer import EditionName
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.proofing import thumbnails

WIDTH, POSTER_WIDTH = 190, 480
"""Widths in pixels."""


def pictures_of(
    edition: Edition, name: EditionName, surveys: Sequence[Survey]
) -> dict[PageName, bytes]:
    """All cards in the first format, in the others those with a tight or failing text.

    A text that is too long is shown shortened, as far as it fits.
    """
    found: dict[PageName, bytes] = {}
    first = next((survey for survey in surveys if survey.product == "cards"), None)
    for survey in surveys:
        if survey.product == "sheets":
            continue
        wanted = {fit.card for fit in survey.fits if fit.cut or fit.tight}
        frames = {
            frame.name: frame
            for frame in survey.pages
            if survey is first or survey.product == "poster" or frame.card in wanted
        }
        if frames:
            fonts = edition.build.fonts(edition.deck.language)
            colours = edition.build.colour_space(edition.theme)
            pdf = draw(list(frames.values()), fonts=fonts, arts=edition.arts, colours=colours)
            width = POSTER_WIDTH if survey.product == "poster" else WIDTH
            made = thumbnails(pdf, survey.shape.bleed, width)
            for page, picture in zip(frames, made, strict=True):
                found[PageName(name, survey.shape.name, page)] = picture
    return found
