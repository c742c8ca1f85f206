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
from samenspel.pipeline.letters import at_their_source
from samenspel.pipeline.workshop import Bench


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


def cards_surveyed(bench: Bench, shape: Format) -> Survey:
    """The cards in a format that is fitted to the press."""
    desk = bench.desk(shape)
    return _survey("cards", bench, desk, *survey_cards(desk))


def poster_surveyed(bench: Bench) -> Survey:
    """The poster."""
    shape = bench.shop.fitted(poster_format())
    desk = bench.desk(shape)
    return _survey("poster", bench, desk, *survey_poster(desk))


def _survey(
    product: str, bench: Bench, desk: Desk, frames: list[Frame], problems: list[Diagnostic]
) -> Survey:
    brand, waived = brand_mistakes(bench, frames)
    fits = tuple(dict.fromkeys(desk.fits))
    told = at_their_source(bench.deck, problems)
    return Survey(product, desk.format, frames, fits, (*told, *brand), waived)


def sheets_surveyed(
    bench: Bench, shape: Format, paper: str, flip: Flip
) -> tuple[SheetPlan, Survey]:
    """What lies where on the sheets of one paper, and the pages of marks and slug.

    Raises UsageError when the paper cannot hold the format.
    """
    sheets = plan(
        len(bench.deck.cards),
        trim=(shape.width, shape.height),
        bleed=shape.bleed,
        gutter=shape.gutter,
        paper=paper,
        flip=flip,
        filler=bench.blanks,
    )
    frames = sheet_furniture(sheets, bench.face, bench.slug, bench.deck.labels, shape.bleed)
    problems = at_their_source(bench.deck, (one for frame in frames for one in verify(frame)))
    return sheets, Survey("sheets", shape, frames, (), problems)
