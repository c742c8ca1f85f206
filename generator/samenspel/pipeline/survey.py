"""Pages laid out and judged, without drawing: what a build goes on with, and a check reports."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.impose import plan
from samenspel.layout import (
    Desk,
    TextFit,
    poster_format,
    sheet_furniture,
    survey_cards,
    survey_poster,
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
    """The pages of one product in one format; ``problems`` stop a build, ``waived`` would have."""

    product: str
    shape: Format
    frames: list[Frame]
    fits: tuple[TextFit, ...]
    problems: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...] = ()

    def accepted(self) -> list[Frame]:
        """The pages. Raises ContentError with all that is wrong with them."""
        if self.problems:
            raise ContentError(self.problems)
        return self.frames


def cards_surveyed(edition: Edition, shape: Format) -> Survey:
    """The cards in a format that is fitted to the press."""
    desk = edition.desk(shape)
    return _survey("cards", edition, desk, *survey_cards(desk))


def poster_surveyed(edition: Edition) -> Survey:
    """The poster."""
    shape = edition.build.fitted(poster_format())
    desk = edition.desk(shape)
    return _survey("poster", edition, desk, *survey_poster(desk))


def _survey(
    product: str, edition: Edition, desk: Desk, frames: list[Frame], problems: list[Diagnostic]
) -> Survey:
    brand, waived = brand_mistakes(edition, frames)
    fits = tuple(dict.fromkeys(desk.fits))
    told = at_their_source(edition.deck, problems)
    return Survey(product, desk.format, frames, fits, (*told, *brand), waived)


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
    problems = at_their_source(edition.deck, (one for frame in frames for one in verify(frame)))
    return sheets, Survey("sheets", shape, frames, (), problems)
