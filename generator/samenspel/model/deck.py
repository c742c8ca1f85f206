"""The deck's content: cards, region, labels. Frozen, validated types without any I/O.

The same types describe a deck before and after its templates are rendered: rendering replaces texts
by texts. Field descriptions feed the JSON Schema that editors show to deck makers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from samenspel.diagnostics import Location

CONDITIONS = ("ambitie", "belangen", "relatie", "organisatie", "proces")
"""The five conditions of the model, in the source's order."""

ConditionName = Literal["ambitie", "belangen", "relatie", "organisatie", "proces"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Content(BaseModel):
    """Base of all content: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CardBase(Content):
    """What every card has. ``id`` comes from the file's name."""

    id: Text
    title: Text = Field(description="Titel van de kaart.")


class Reminder(CardBase):
    """One of the reminders: a cartoon in front, text and three questions behind."""

    kind: Literal["reminder"]
    core: Text = Field(description="De kern in één zin, hoogstens 20 woorden.")
    text: Text = Field(description="De tekst op de achterkant, 40 tot 60 woorden.")
    conditions: list[ConditionName] = Field(min_length=1, max_length=2)
    cartoon: Text | None = Field(
        default=None, description="Naam of pad van de tekening onder assets/ (svg, jpg, png, tif)."
    )
    alt: Text | None = Field(
        default=None, description="De tekening in woorden, voor wie niet ziet."
    )
    questions: list[Text] = Field(
        min_length=3,
        max_length=3,
        description="Precies drie vragen: over jou, ons samen, de regio.",
    )


class Condition(CardBase):
    """One of the five conditions."""

    kind: Literal["condition"]
    condition: ConditionName
    core: Text
    text: Text
    questions: list[Text] = Field(min_length=2, max_length=2)
    warning: Text


class Cover(CardBase):
    """The title card."""

    kind: Literal["cover"]
    subtitle: Text
    core: Text
    text: Text
    cartoon: Text | None = None
    alt: Text | None = None


class Way(Content):
    """One way to use the deck in a meeting."""

    title: Text
    subtitle: Text | None = None
    steps: list[Text] = Field(min_length=1, max_length=4)


class Step(Content):
    """One beat of the rhythm with which a card is used."""

    title: Text
    text: Text


class HowTo(CardBase):
    """How to use the deck."""

    kind: Literal["howto"]
    core: Text
    ways: list[Way] = Field(min_length=3, max_length=3)
    rhythm_title: Text
    rhythm: list[Step] = Field(min_length=2, max_length=5)
    tip: Text


class Model(CardBase):
    """The model at a glance; the poster takes its title and core from here too."""

    kind: Literal["model"]
    core: Text
    text: Text
    centre: Text
    poster_title: Text
    poster_core: Text


class WriteLine(Content):
    """A label with empty lines to write on."""

    label: Text
    lines: int = Field(default=1, ge=1, le=6)


class Agreement(CardBase):
    """The card on which the table writes down one agreement."""

    kind: Literal["agreement"]
    core: Text
    fields: list[WriteLine] = Field(min_length=1, max_length=5)
    tip: Text


class Background(CardBase):
    """Where the deck comes from, its source and its colophon."""

    kind: Literal["background"]
    text: list[Text] = Field(min_length=1, max_length=4)
    source: Text
    colophon: list[Text] = Field(min_length=1, max_length=8)


class Blank(CardBase):
    """A card to write one's own reminder on."""

    kind: Literal["blank"]
    core: Text
    hint: Text
    fields: list[WriteLine] = Field(min_length=1, max_length=4)
    questions_hint: list[Text] = Field(min_length=3, max_length=3)


Card = Reminder | Condition | Cover | HowTo | Model | Agreement | Background | Blank
CardKind = Literal[
    "reminder", "condition", "cover", "howto", "model", "agreement", "background", "blank"
]
CARD_TYPES: dict[str, type[CardBase]] = {
    "reminder": Reminder,
    "condition": Condition,
    "cover": Cover,
    "howto": HowTo,
    "model": Model,
    "agreement": Agreement,
    "background": Background,
    "blank": Blank,
}


class Count(Content):
    """A number about a region with the day it was counted and who counted."""

    value: int = Field(ge=0)
    counted: date | None = Field(default=None, alias="date", description="Peildatum.")
    source: Text | None = Field(default=None, description="Waar het getal vandaan komt.")


class Facts(Content):
    """What is true of a region; templates read it as ``regio.…``."""

    partners: list[Text] = []
    issue: Text | None = Field(
        default=None, description="Het vraagstuk dat nu brandt (regio.vraagstuk)."
    )
    schools: Count | None = None
    boards: Count | None = None
    students: Count | None = None
    companies: Count | None = None


class CoverTexts(Content):
    """What a region changes on the cover."""

    title: Text | None = None
    subtitle: Text | None = None
    core: Text | None = None


Tints = Annotated[list[Percent], Field(min_length=4, max_length=4)]


class RegionInfo(Content):
    """A region's identity and facts (everything but its changes to cards)."""

    id: Text = "basis"
    name: Text
    short: Text
    place: Text
    kind: Text
    languages: list[Text] = ["nl"]
    facts: Facts = Facts()
    words: dict[str, Text] = {}
    logo: Text | None = None
    contact: Text | None = None
    accents: dict[Literal["coral", "teal", "mustard", "navy"], Tints] = {}
    cover: CoverTexts = CoverTexts()


TextPath = tuple[str | int, ...]
"""Where a text stands: the card's id, then fields and positions (from 0)."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck for one region in one language: what later stages work on.

    ``labels`` are the furniture words. ``sources`` says where each text comes from, by its path
    (``("blijf-balanceren", "questions", 1)``); shorter paths stand for the whole field or card.
    Texts outside the cards have ``@deck``, ``@labels`` or ``@region`` in place of a card's id.
    ``line_starts`` holds, for texts over several source lines, the offset where each line begins.
    A card that stands several times in the deck (a blank) is listed as often.
    """

    title: str
    subtitle: str
    edition: str
    edition_code: str
    language: str
    source: str
    licence: str
    makers: str
    region: RegionInfo
    cards: tuple[Card, ...]
    labels: Mapping[str, str]
    sources: Mapping[TextPath, Location] = field(default_factory=dict)
    line_starts: Mapping[TextPath, tuple[int, ...]] = field(default_factory=dict)

    def line_of(self, path: TextPath, offset: int) -> Location | None:
        """The source line of the character at ``offset`` in the text at ``path``."""
        place = self.where(*path)
        starts = self.line_starts.get(path, ())
        if place is None or not starts:
            return place
        return Location(place.file, place.line + bisect_right(starts, offset) - 1)

    def where(self, *path: str | int) -> Location | None:
        """The place in a maker's file of the text at ``path``, or of the nearest whole above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.sources:
                return self.sources[path[:length]]
        return None
