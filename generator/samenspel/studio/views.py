"""What templates are given of cards and their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.model.frame import Frame, TextRun
from samenspel.offer import EditionName
from samenspel.project import Project
from samenspel.saying import counted
from samenspel.studio.engine import SIZES, Shown, name_of
from samenspel.studio.fields import Spot, TextField, spots
from samenspel.texts.naming import field_name
from samenspel.units import MM_PER_INCH
from samenspel.upkeep.passages import is_own, stack_of
from samenspel.upkeep.pictures import FOCUS, SHOW


@dataclass(frozen=True, slots=True)
class Face:
    """One page of a card. Lengths are in mm."""

    picture: str
    """The name by which its picture is asked for."""
    side: str
    """``front`` or ``back``."""
    width: float
    """Of the trim."""
    height: float
    """Of the trim."""
    safe: float
    """How far inside the trim nothing important stands."""
    pixels: tuple[int, int]
    """Of the picture, so that its room is kept while it loads."""
    alt: str = ""
    """What is read on it."""
    spots: Sequence[Spot] = ()
    """Where the texts stand that may be changed."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with its pages, and what stands in its way."""

    id: str
    """The card's id."""
    name: str
    """Its title, or its id."""
    number: int
    """Its place in the deck, from 1."""
    faces: Sequence[Face]
    """Its pages, front and back in turn."""
    problems: Sequence[Diagnostic]
    """What stands in its way."""

    @property
    def flag(self) -> str:
        """How much stands in its way."""
        return counted("1 thing to mend", "{count} things to mend", count=len(self.problems))


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture on a card, with what may be said of it."""

    name: str
    """The field that names it."""
    label: str
    now: str
    """The file or drawing that is named; empty for none."""
    own: bool
    """Whether the edition's own file names it."""
    has_alt: bool
    focus: str
    """What stays in sight of a photograph; empty for the middle."""
    focuses: Sequence[str]
    """What may be said of that; nothing where its kind does not ask."""
    show: str
    """``fill`` or ``whole``; empty for what a photograph or a drawing does by itself."""
    shows: Sequence[str]
    """What may be said of that."""


def pictures_of_card(project: Project, edition: EditionName, part: str) -> list[PictureView]:
    """The pictures of a card; none of the region."""
    card = stack_of(project.sources, edition.region, edition.language).cards.get(part)
    kind = project.sources.kind_of(card) if card else None
    if card is None or kind is None:
        return []
    asked = kind.fields.get(FOCUS)
    focus, show, ways = card.get(FOCUS), card.get(SHOW), kind.fields.get(SHOW)
    found = []
    for one in kind.pictures:
        node = card.get(one.name)
        own = node is not None and is_own(project.sources, edition.region, edition.language, node)
        found.append(
            PictureView(
                one.name, field_name((one.name,), one), node.text if node else "", own,
                bool(one.alt), focus.text if focus else "", asked.choices if asked else (),
                show.text if show else "", ways.choices if ways else (),
            )
        )  # fmt: skip
    return found


def card_view(
    part: str,
    name: str,
    number: int,
    shown: Shown | None,
    size: str,
    fields: Sequence[TextField] = (),
) -> CardView:
    """A card as a page of the studio shows it, with pictures of a size; without pages, none."""
    if shown is None:
        return CardView(part, name, number, (), ())
    frames = shown.survey.frames
    faces = [face_of(frame, size, spots(frame, fields, shown.deck)) for frame in frames]
    return CardView(part, name, number, faces, shown.survey.problems)


def face_of(frame: Frame, size: str, places: Sequence[Spot] = ()) -> Face:
    """A page as it is shown, with the places of texts on it."""
    dots = SIZES[size] / MM_PER_INCH
    pixels = round(frame.width * dots), round(frame.height * dots)
    read = " ".join(item.text for item in frame.items if isinstance(item, TextRun))
    return Face(
        name_of(frame), frame.side, frame.width, frame.height, frame.safe, pixels,
        " ".join(read.split()), places,
    )  # fmt: skip
