"""What templates are given of cards and their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.model.cards import Card
from samenspel.model.frame import Frame, TextRun
from samenspel.pipeline.survey import Survey
from samenspel.saying import counted
from samenspel.studio.engine import SIZES, name_of
from samenspel.units import MM_PER_INCH


@dataclass(frozen=True, slots=True)
class Face:
    """One page of a card. Lengths are in mm."""

    picture: str
    side: str
    width: float
    height: float
    safe: float
    pixels: tuple[int, int]
    """Of the picture, so that its room is kept while it loads."""
    alt: str = ""
    """What is read on it."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with its pages, and what stands in its way."""

    id: str
    name: str
    number: int
    faces: Sequence[Face]
    problems: Sequence[Diagnostic]

    @property
    def flag(self) -> str:
        """How much stands in its way."""
        return counted("1 thing to mend", "{count} things to mend", count=len(self.problems))


def card_view(card: Card, number: int, survey: Survey, size: str) -> CardView:
    """A card as a page of the studio shows it, with pictures of a size."""
    faces = [face_of(frame, size) for frame in survey.frames]
    return CardView(card.id, card.name, number, faces, survey.problems)


def face_of(frame: Frame, size: str) -> Face:
    """A page as it is shown."""
    dots = SIZES[size] / MM_PER_INCH
    pixels = round(frame.width * dots), round(frame.height * dots)
    read = " ".join(item.text for item in frame.items if isinstance(item, TextRun))
    return Face(
        name_of(frame), frame.side, frame.width, frame.height, frame.safe, pixels,
        " ".join(read.split()),
    )  # fmt: skip
