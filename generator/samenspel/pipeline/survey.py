"""Pages laid out and judged, without drawing: what a build goes on with, and a check reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.layout import PrintedPicture, TextFit
from samenspel.model.frame import Frame
from samenspel.pipeline.brand import brand_mistakes
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.letters import at_their_source
from samenspel.products.product import Pages, Piece


@dataclass(frozen=True, slots=True)
class Survey:
    """A piece laid out and judged."""

    piece: Piece
    laid: Pages
    problems: tuple[Diagnostic, ...]
    """What stops a build."""
    waived: tuple[Diagnostic, ...] = ()
    """What would stop it if the region did not waive it."""
    faces: Pages | None = None
    """The pages that lie on this piece's sheets."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells its piece from all others."""
        return self.piece.key

    @property
    def frames(self) -> list[Frame]:
        """Its pages."""
        return self.laid.frames

    @property
    def pages(self) -> Sequence[Frame]:
        """Each page once; a card that stands in the deck twice is among ``frames`` twice."""
        return self.laid.different or self.frames

    @property
    def fits(self) -> tuple[TextFit, ...]:
        """How each text came to fit."""
        return tuple(self.laid.fits)

    @property
    def pictures(self) -> tuple[PrintedPicture, ...]:
        """Pictures of pixels at the sizes at which they are printed."""
        return tuple(self.laid.pictures)

    def accepted(self) -> list[Frame]:
        """The pages. Raises ContentError with all that is wrong with them."""
        if self.problems:
            raise ContentError(self.problems)
        return self.frames


def surveys(edition: Edition) -> Iterator[Survey]:
    """All that a build makes of an edition, each piece once, after what it is made of.

    Raises UsageError when cards do not fit a paper.
    """
    done: dict[tuple[str, ...], Survey] = {}
    for piece in edition.pieces:
        for one in (piece.made_of, piece):
            if one is not None and one.key not in done:
                source = done[one.made_of.key].laid if one.made_of else None
                done[one.key] = surveyed(edition, one, source)
                yield done[one.key]


def surveyed(edition: Edition, piece: Piece, faces: Pages | None = None) -> Survey:
    """One piece; ``faces`` are the pages of the piece that it is made of, judged already."""
    edition = edition.in_format(piece.shape)
    laid = piece.product.lay_out(edition, piece)
    survey = Survey(piece, laid, at_their_source(edition.deck, laid.problems), faces=faces)
    if faces is not None:
        return survey
    brand, waived = brand_mistakes(edition, survey.pages)
    return replace(survey, problems=(*survey.problems, *brand), waived=waived)
