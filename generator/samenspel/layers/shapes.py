"""The shapes of the files that makers write, where these differ from the deck's own types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from samenspel.layers.names import BASE as BASE
from samenspel.layers.names import DECK as DECK
from samenspel.model.backs import Backs
from samenspel.model.content import Content, Text
from samenspel.model.region import (
    KINDS_OF_REGION,
    NAMED,
    Contact,
    CoverTexts,
    Facts,
    RegionInfo,
    RegionSays,
)

REGIO_NAMES = (
    "naam", "kort", "plek", "soort", "partners", "tafels", "vraagstuk", "voorbeeld", "gebied",
    "contact",
)  # fmt: skip
"""What templates know of a region beside its counts; no count can have such a name."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Listed = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*( [x×] ?[1-9][0-9]?)?$")
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[a-z0-9]+)*$")]
FontName = Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
Product = Literal[
    "cards", "sheets", "poster", "box", "leaflet", "kit", "tiles", "handout"
]

REGIONS = "cards/regions"


class Lock(Content):
    """Fields that no layer above the deck may change."""

    fields: list[Text] = Field(
        min_length=1,
        description="Wat vastligt: een (soort) kaart, een punt en een veld, zoals reminder.title.",
    )
    by: Text = Field(description="Wie het vastlegde.")
    why: Text = Field(description="Waarom.")


class ModelFile(Content):
    """``model:`` in ``cards/deck.yaml``; the name of a set alone will do."""

    set: Text = Field(description="De condities van het model: de naam van een bestand in sets/.")
    centre: Text | None = Field(
        default=None, description="De tekening in het midden, onder assets/."
    )


SpokenFact = Literal["issue", "example", "territory", "partners", "tables"]
FactKind = Literal["noun-phrase", "name", "free"]


class DeckFile(Content):
    """``cards/deck.yaml``."""

    base: Text | None = Field(
        default=None, description="Het dek waarop dit dek voortbouwt, zoals samenspel 2026.1."
    )
    title: Text = Field(description="De naam van het dek.")
    subtitle: Text = Field(description="De regel onder de naam.")
    edition: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.]{1,20}$")] = Field(
        description="Het nummer van de uitgave: cijfers, letters en punten, zoals 2026.1."
    )
    source_language: Language = Field(description="De taal waarin het dek geschreven is.")
    languages: list[Language] = Field(min_length=1, description="De talen van het dek.")
    ui: Language | None = Field(
        default=None,
        description="De taal waarin samenspel de makers aanspreekt; anders die van hun systeem.",
    )
    cards: list[Listed] = Field(
        min_length=1,
        description="De kaarten in volgorde: bestandsnamen zonder nummer en .yaml; "
        "leeg x4 is vier keer.",
    )
    products: list[Product] = Field(min_length=1, description="Wat er gemaakt wordt.")
    source: Text = Field(description="De bron van het dek, in één regel.")
    licence: Text = Field(description="De licentie, in één regel.")
    makers: Text = Field(description="Wie het dek maakte, in één regel.")
    region: RegionInfo = Field(description="Wat er staat zolang er geen regio gekozen is.")
    backs: Backs = Field(
        default="own",
        description="De achterkanten: own is voor elke kaart een eigen, shared voor alle kaarten "
        "dezelfde om blind te trekken, suit per kleur dezelfde.",
    )
    formats: list[Text] = Field(
        default=[], description="De formaten waarin het dek gemaakt wordt; anders a6."
    )
    fallback: list[FontName] = Field(
        default=[],
        max_length=8,
        description="Lettertypen in assets/fonts voor tekens die alle andere missen.",
    )
    model: ModelFile | None = Field(
        default=None, description="Het model waar het dek over gaat, als het er een heeft."
    )
    locks: list[Lock] = Field(default=[], description="Wat regio’s niet mogen veranderen.")
    grammar: dict[SpokenFact, FactKind] = Field(
        default={},
        description="Wat een feit van een regio is in de zinnen van het dek: noun-phrase (een "
        "naamwoord met wat erbij hoort; issue, example en territory zijn het vanzelf), name (een "
        "naam) of free (het staat op zichzelf).",
    )


class Row(Content):
    """What a deck or region changes in the row of cards."""

    drop: list[Text] = Field(default=[], description="Kaarten die wegvallen.")
    only: list[Text] = Field(
        default=[], description="Alleen deze kaarten, in deze volgorde; alle andere vallen weg."
    )
    order: list[Text] = Field(
        default=[], description="Kaarten die onderling van plaats wisselen, in deze volgorde."
    )


TRANSLATABLE = ("title", "subtitle", "source", "licence", "makers", "region")
"""The keys that ``cards/<language>/deck.yaml`` may put into another language."""

LANGUAGE_KEYS = ("draft", "fonts")
"""What ``cards/<language>/deck.yaml`` says of the language itself."""


class AddedCard(BaseModel):
    """A region's own card: all fields of its kind, and the card after which it comes."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Slug = Field(description="De naam van de nieuwe kaart: kleine letters en streepjes.")
    after: Slug = Field(description="Na welke kaart hij komt.")


Changes = dict[str, dict[str, Any]]


class RegionCards(Row):
    """What a region changes in the row of cards and on the cards."""

    add: list[AddedCard] = Field(default=[], description="Eigen kaarten van deze regio.")
    change: Changes = Field(default={}, description="Per kaart de velden die anders zijn.")


class SpokenCards(Content):
    """A region's texts on cards in one of its other languages."""

    change: Changes = Field(default={}, description="Per kaart de velden in deze taal.")


class Spoken(Content):
    """A region's own texts in one of its other languages."""

    name: Text | None = Field(default=None, description=NAMED["name"])
    short: Text | None = Field(default=None, description=NAMED["short"])
    place: Text | None = Field(default=None, description=NAMED["place"])
    kind: Text | None = Field(default=None, description=NAMED["kind"])
    facts: Facts = Field(default=Facts(), description="Feiten, in deze taal gezegd.")
    words: dict[str, Text] = Field(default={}, description="Woorden in deze taal.")
    logo: Text | None = Field(default=None, description="Een logo met onderschrift in deze taal.")
    contact: Contact | None = Field(default=None, description="Functie en adres in deze taal.")
    cover: CoverTexts = Field(default=CoverTexts(), description="De titelkaart in deze taal.")
    cards: SpokenCards = Field(default=SpokenCards(), description="De kaarten in deze taal.")


class RegionFile(RegionSays):
    """``cards/regions/<id>.yaml``: a region, or a layer that regions build on."""

    extends: Slug | None = Field(
        default=None, description="Het bestand waarop dit voortbouwt, zonder .yaml."
    )
    abstract: bool = Field(
        default=False, description="true: zelf geen regio, alleen een laag waar regio’s op bouwen."
    )
    ready: bool = Field(
        default=True,
        description="false: nog niet klaar; ‘all’ slaat deze regio over, bij haar naam mag wel.",
    )
    name: Text | None = Field(default=None, description=NAMED["name"])
    short: Text | None = Field(default=None, description=NAMED["short"])
    place: Text | None = Field(default=None, description=NAMED["place"])
    kind: Text | None = Field(
        default=None, description=NAMED["kind"], examples=list(KINDS_OF_REGION)
    )
    cards: RegionCards = Field(
        default=RegionCards(), description="Wat er anders is aan de kaarten."
    )
    texts: dict[Language, Spoken] = Field(
        default={}, description="Per andere taal van deze regio: dezelfde dingen, in die taal."
    )


STRUCTURE = ("id", "extends", "abstract", "ready", "texts", "cards")
"""The keys of a region's file that say nothing about the region itself."""


LABELS = {
    "reminder": "Eén reminder.",
    "condition": "Eén conditie.",
    "conditions": "Meer condities.",
    "warning": "Het begin van de waarschuwing op een conditiekaart (Let op als).",
    "of": "Tussen twee getallen (3 van 10).",
    "sheet": "Een drukvel.",
    "front": "De voorkant van een vel.",
    "back": "De achterkant van een vel.",
    "source": "Vóór de bron.",
    "not_translated": "Bij een tekst zonder vertaling.",
    "native_check": "Bij een vertaling die nog nagelezen moet worden.",
}
"""The furniture words that a deck needs in each language, with what each is for."""

SHEET_WORDS = {
    "print_long_edge": "De keuze in het printvenster voor omslaan over de lange zijde.",
    "print_short_edge": "De keuze voor omslaan over de korte zijde.",
    "print_scale": "De keuze voor printen op ware grootte.",
    "print_cut_and_stack": "Wat je doet met vellen die als stapel worden gesneden.",
    "print_gutter_fold": "Wat je doet met vellen die je vouwt en plakt.",
    "print_work_and_turn": "Hoe je een vel omdraait als een bladzijde.",
    "print_work_and_tumble": "Hoe je een vel over de bovenkant kantelt.",
    "print_booklet": "Hoe je van vellen een boekje maakt.",
    "print_tiles": "Hoe je de tegels van een poster aan elkaar zet.",
    "test_print": "Op het testvel van een printer; de keuzes in het printvenster komen erachter.",
    "test_upright": "Op het testvel: de vraag bij de staande streepjes.",
    "test_lying": "Op het testvel: de vraag bij de liggende streepjes.",
    "test_edges": "Op het testvel: de vraag bij de randen.",
    "test_name": "In de opdracht op het testvel: waar de naam van de printer komt.",
    "test_offsets": "In de opdracht: waar de getallen van boven en onder komen, met een komma.",
    "test_edge": "In de opdracht: waar het getal van de randen komt.",
}
"""Words for who prints sheets, with what each is for. A deck that lacks them has them in English.

No card, page or box bears them, so they are no part of what an edition's code stands for.
"""
