"""The shapes of the files that makers write, where these differ from the deck's own types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from samenspel.model.deck import Content, RegionInfo, Text

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[a-z0-9]+)*$")]
Product = Literal["cards", "sheets", "poster"]

DECK = "cards/deck.yaml"
REGIONS = "cards/regions"
BASE = "basis"
"""The name of the deck without a region."""


class DeckFile(Content):
    """``cards/deck.yaml``."""

    title: Text = Field(description="De naam van het dek.")
    subtitle: Text = Field(description="De regel onder de naam.")
    edition: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.]{1,20}$")] = Field(
        description="Het nummer van de uitgave: cijfers, letters en punten, zoals 2026.1."
    )
    source_language: Language = Field(description="De taal waarin het dek geschreven is.")
    languages: list[Language] = Field(min_length=1, description="De talen van het dek.")
    cards: list[Slug] = Field(
        min_length=1, description="De kaarten in volgorde: bestandsnamen zonder nummer en .yaml."
    )
    products: list[Product] = Field(min_length=1, description="Wat er gemaakt wordt.")
    source: Text = Field(description="De bron van het dek, in één regel.")
    licence: Text = Field(description="De licentie, in één regel.")
    makers: Text = Field(description="Wie het dek maakte, in één regel.")
    region: RegionInfo = Field(description="Wat er staat zolang er geen regio gekozen is.")


TRANSLATABLE = ("title", "subtitle", "source", "licence", "makers", "region")
"""The keys that ``cards/<language>/deck.yaml`` may put into another language."""

LANGUAGE_KEYS = ("draft", "fonts")
"""What ``cards/<language>/deck.yaml`` says of the language itself."""


class AddedCard(BaseModel):
    """A region's own card: all fields of its kind, and the card after which it comes."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Slug = Field(description="De naam van de nieuwe kaart: kleine letters en streepjes.")
    after: Slug = Field(description="Na welke kaart hij komt.")


class RegionCards(Content):
    """What a region changes in the row of cards."""

    drop: list[Text] = Field(default=[], description="Kaarten die deze regio weglaat.")
    order: list[Text] = Field(
        default=[], description="Kaarten die onderling van plaats wisselen, in deze volgorde."
    )
    add: list[AddedCard] = Field(default=[], description="Eigen kaarten van deze regio.")
    change: dict[str, dict[str, Any]] = Field(
        default={}, description="Per kaart de velden die anders zijn."
    )


class RegionFile(RegionInfo):
    """``cards/regions/<id>.yaml``."""

    cards: RegionCards = Field(
        default=RegionCards(), description="Wat er anders is aan de kaarten."
    )


LABELS = {
    "reminder": "Eén reminder.",
    "reminders": "Meer reminders.",
    "condition": "Eén conditie.",
    "conditions": "Meer condities.",
    "warning": "Het begin van de waarschuwing op een conditiekaart (Let op als).",
    "question": "Eén vraag.",
    "questions": "Meer vragen.",
    "of": "Tussen twee getallen (3 van 10).",
    "card": "Eén kaart.",
    "cards": "Meer kaarten.",
    "sheet": "Een drukvel.",
    "front": "De voorkant van een vel.",
    "back": "De achterkant van een vel.",
    "source": "Vóór de bron.",
    "edition": "Vóór het nummer van de uitgave.",
    "contact": "Vóór het contactadres.",
    "region": "Vóór de naam van de regio.",
    "counted": "Vóór een peildatum.",
    "tip": "Vóór een raad.",
    "poster": "De poster.",
    "signals": "De waarschuwingen bij elkaar.",
    "not_translated": "Bij een tekst zonder vertaling.",
    "native_check": "Bij een vertaling die nog nagelezen moet worden.",
}
"""The furniture words that a deck needs in each language, with what each is for."""
