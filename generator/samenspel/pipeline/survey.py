"""Pages laid out and judged, without drawing: what a build goes on with, and a check reports."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.impose import plan
from samenspel.layout import (
    LaidPages,
    PrintedPicture,
    TextFit,
    laid_cards,
    laid_poster,
    poster_format,
    sheet_furniture,
    verify,
)
from samenspel.model.frame import Frame
from samenspel.model.sheet import Flip, SheetPlan
from samenspel.model.style import Format
from samenspel.pipeline.brand import brand_mistakes
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.letters import at_their_source


@dataclass(frozen=True, slots=True)
class Survey:
    """The pages of one product in one format."""

    product: str
    shape: Format
    frames: list[Frame]
    """All pages in the order of printing; a card that stands in the deck twice is here twice."""
    pages: tuple[Frame, ...]
    """Each page once."""
    fits: tuple[TextFit, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    """What stops a build."""
    waived: tuple[Diagnostic, ...] = ()
    """What would stop it if the region did not waive it."""
    pictures: tuple[PrintedPicture, ...] = ()

    def accepted(self) -> list[Frame]:
        """The pages. Raises ContentError with all that is wrong with them."""
        if self.problems:
            raise ContentError(self.problems)
        return self.frames


def cards_surveyed(edition: Edition, shape: Format) -> Survey:
    """The cards in a format that is fitted to the press."""
    return _survey("cards", edition, shape, laid_cards(edition.layout(shape)))


def poster_surveyed(edition: Edition) -> Survey:
    """The poster."""
    shape = edition.build.fitted(poster_format())
    return _survey("poster", edition, shape, laid_poster(edition.layout(shape)))


def _survey(product: str, edition: Edition, shape: Format, laid: LaidPages) -> Survey:
    pages = tuple(page.frame for page in laid.pages)
    brand, waived = brand_mistakes(edition, pages)
    return Survey(
        product,
        shape,
        laid.frames,
        pages,
        laid.fits,
        (*at_their_source(edition.deck, laid.problems), *brand),
        waived,
        laid.pictures,
    )


def sheets_surveyed(
    edition: Edition, shape: Format, paper: str, flip: Flip
) -> tuple[SheetPlan, Survey]:
    """What lies where on the sheets of one paper, and the pages of marks and slug.

    Raises UsageError when the paper cannot hold the format.
    """
    sheets = plan(
        len(edition.deck.cards),
        trim=(shape.width, shape.height),
        bleed=shape.bleed,
        gutter=shape.gutter,
        paper=paper,
        flip=flip,
        filler=edition.blanks,
    )
    frames = sheet_furniture(sheets, edition.face, edition.slug, edition.deck.labels, shape.bleed)
    found = (one for frame in frames for one in verify(frame, edition.deck))
    problems = at_their_source(edition.deck, found)
    return sheets, Survey("sheets", shape, frames, tuple(frames), problems=problems)
