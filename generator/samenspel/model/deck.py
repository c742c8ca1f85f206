"""The deck's content: cards, region, labels. Frozen, validated types without any I/O.

The same types describe a deck before and after its templates are rendered: rendering replaces texts
by texts. Field descriptions feed the JSON Schema that editors show to deck makers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from samenspel.diagnostics import Location
from samenspel.model.waiving import Waiver

CONDITIONS = ("ambitie", "belangen", "relatie", "organisatie", "proces")
"""The five conditions of the model, in the source's order."""

ConditionName = Literal["ambitie", "belangen", "relatie", "organisatie", "proces"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Waive = Annotated[
    dict[str, str],
    Field(exclude=True, description="Meldingen die mogen blijven: de code, dan de reden."),
]
"""Waivers are no content: they are not printed and do not change the edition code."""
Percent = Annotated[float, Field(ge=0, le=100)]


class Content(BaseModel):
    """Base of all content: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CardBase(Content):
    """What every card has. ``id`` comes from the file's name."""

    id: Text
    title: Text = Field(description="Titel van de kaart.")
    waive: Waive = {}


class Reminder(CardBase):
    """One of the reminders: a cartoon in front, text and three questions behind."""

    kind: Literal["reminder"]
    core: Text = Field(description="De kern in één zin, hoogstens 20 woorden.")
    text: Text = Field(description="De tekst op de achterkant, 40 tot 60 woorden.")
    conditions: list[ConditionName] = Field(
        min_length=1, max_length=2, description="Een of twee condities; de eerste geeft de kleur."
    )
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
    condition: ConditionName = Field(description="Welke van de vijf condities; geeft de kleur.")
    core: Text = Field(description="De kern in één zin; staat ook op de poster.")
    text: Text = Field(description="De tekst, hoogstens 40 woorden.")
    questions: list[Text] = Field(
        min_length=2, max_length=2, description="Twee vragen; de eerste staat ook op de poster."
    )
    warning: Text = Field(
        description="Het sein dat deze conditie ontbreekt; volgt op ‘Let op als’."
    )


class Cover(CardBase):
    """The title card."""

    kind: Literal["cover"]
    subtitle: Text = Field(description="De regel onder de titel.")
    core: Text = Field(description="De zin daaronder.")
    text: Text = Field(description="Het welkom op de achterkant, hoogstens 60 woorden.")
    cartoon: Text | None = Field(
        default=None, description="Naam of pad van de tekening onder assets/."
    )
    alt: Text | None = Field(
        default=None, description="De tekening in woorden, voor wie niet ziet."
    )


class Way(Content):
    """One way to use the deck in a meeting."""

    title: Text = Field(description="Hoe lang deze manier duurt.")
    subtitle: Text | None = Field(default=None, description="Wanneer deze manier past.")
    steps: list[Text] = Field(min_length=1, max_length=4, description="Twee tot vier korte zinnen.")
    picture: Text | None = Field(
        default=None, description="Een klein plaatje: pad onder assets/, met .svg erbij."
    )


class Step(Content):
    """One beat of the rhythm with which a card is used."""

    title: Text = Field(description="Eén woord.")
    text: Text = Field(description="Wat er in deze tel gebeurt.")


class HowTo(CardBase):
    """How to use the deck."""

    kind: Literal["howto"]
    core: Text = Field(description="De zin bovenaan.")
    ways: list[Way] = Field(min_length=3, max_length=3, description="Drie manieren om te spelen.")
    rhythm_title: Text = Field(description="De kop boven de tellen.")
    rhythm: list[Step] = Field(
        min_length=2, max_length=5, description="De tellen waarin een kaart besproken wordt."
    )
    tip: Text = Field(description="Een laatste raad.")


class Model(CardBase):
    """The model at a glance; the poster takes its title and core from here too."""

    kind: Literal["model"]
    core: Text = Field(description="De kern in één zin.")
    centre: Text = Field(description="Het woord in het midden van de tekening.")
    poster_title: Text = Field(description="De titel van de poster.")
    poster_core: Text = Field(description="De zin op de poster.")


class WriteLine(Content):
    """A label with empty lines to write on."""

    label: Text = Field(description="Het woord bij de lijn.")
    lines: int = Field(default=1, ge=1, le=6, description="Hoeveel lijnen.")


class Agreement(CardBase):
    """The card on which the table writes down one agreement."""

    kind: Literal["agreement"]
    core: Text = Field(description="De zin bovenaan.")
    fields: list[WriteLine] = Field(
        min_length=1, max_length=5, description="Wat er in te vullen is."
    )
    tip: Text = Field(description="De raad onderaan.")


class Background(CardBase):
    """Where the deck comes from, its source and its colophon."""

    kind: Literal["background"]
    text: list[Text] = Field(
        min_length=1,
        max_length=4,
        description="Een tot vier alinea’s, samen hoogstens 110 woorden.",
    )
    source: Text = Field(description="Het boek waar het model uit komt.")
    colophon: list[Text] = Field(
        min_length=1,
        max_length=8,
        description="De regels onderaan; {{ editie }} wordt de code van de uitgave.",
    )


class Blank(CardBase):
    """A card to write one's own reminder on."""

    kind: Literal["blank"]
    core: Text = Field(description="De zin die de schrijver op gang zet.")
    hint: Text = Field(description="Een raad.")
    fields: list[WriteLine] = Field(
        min_length=1, max_length=4, description="De lijnen op de voorkant."
    )
    questions_hint: list[Text] = Field(
        min_length=3, max_length=3, description="Drie korte beginnetjes voor de vragen."
    )


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

    value: int = Field(ge=0, description="Het getal, in cijfers zonder punt.")
    counted: date | None = Field(default=None, alias="date", description="Peildatum.")
    source: Text | None = Field(default=None, description="Waar het getal vandaan komt.")


CountName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
KINDS_OF_REGION = (
    "onderwijsregio",
    "regionaal platform onderwijsarbeidsmarkt",
    "samenwerkingsverband passend onderwijs",
    "techniekregio",
    "arbeidsmarktregio",
    "scholengemeenschap",
    "eiland",
)
"""Usual kinds of networks, as an editor offers them; any other words are as good."""

ROLES = (
    "po", "so", "vo", "mbo", "ho", "lerarenopleiding", "kinderopvang", "gemeente", "bedrijf",
    "zorg", "ouders", "leerlingen", "personeel",
)  # fmt: skip
"""Usual roles of partners, as an editor offers them; any other word is as good."""


class Partner(Content):
    """One partner. A plain text is a partner of which only the name is given."""

    name: Text = Field(description="De naam van de partner.")
    role: Text | None = Field(
        default=None, description="Wat voor partner het is.", examples=list(ROLES)
    )

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Table(Content):
    """A table at which the network meets, and who sits there: names or roles of partners."""

    name: Text = Field(description="Hoe de tafel heet, zoals bestuurlijke tafel.")
    seats: list[Text] = Field(min_length=1, description="Wie er zit: rollen of namen.")
    about: Text | None = Field(default=None, description="Waar het aan die tafel over gaat.")


class Contact(Content):
    """Whom to write to: a function and an address, never a person. A plain text is both in one."""

    function: Text = Field(description="De functie, zoals regiocoördinator. Geen persoon.")
    address: Text | None = Field(default=None, description="Het adres of mailadres.")

    @model_validator(mode="before")
    @classmethod
    def _in_one(cls, value: Any) -> Any:
        return {"function": value} if isinstance(value, str) else value

    @property
    def line(self) -> str:
        """Function and address as one line of print."""
        return f"{self.function}, {self.address}" if self.address else self.function


class Facts(Content):
    """What is true of a region; templates read it as ``regio.…``."""

    partners: list[Partner] = Field(
        default=[], description="De partners: een naam, of een naam met een rol (regio.partners)."
    )
    tables: list[Table] = Field(
        default=[], description="De overlegtafels en wie er zit (regio.tafels)."
    )
    issue: Text | None = Field(
        default=None, description="Het vraagstuk dat nu brandt (regio.vraagstuk)."
    )
    example: Text | None = Field(
        default=None, description="Een plaatselijk voorbeeld, in weinig woorden (regio.voorbeeld)."
    )
    territory: Text | None = Field(
        default=None, description="Het gebied, als er een is (regio.gebied)."
    )
    schools: Count | None = Field(default=None, description="Hoeveel scholen (regio.scholen).")
    boards: Count | None = Field(default=None, description="Hoeveel besturen (regio.besturen).")
    students: Count | None = Field(
        default=None, description="Hoeveel leerlingen (regio.leerlingen)."
    )
    companies: Count | None = Field(
        default=None, description="Hoeveel bedrijven (regio.bedrijven)."
    )
    counts: dict[CountName, Count] = Field(
        default={}, description="Andere aantallen, elk met een eigen naam: regio.<naam>."
    )


class CoverTexts(Content):
    """What a region changes on the cover."""

    title: Text | None = Field(default=None, description="De titel.")
    subtitle: Text | None = Field(default=None, description="De regel onder de titel.")
    core: Text | None = Field(default=None, description="De zin daaronder.")


Tints = Annotated[list[Percent], Field(min_length=4, max_length=4)]

NAMED = {
    "name": "De volle naam (regio.naam).",
    "short": "De korte naam, voor midden in een zin (regio.kort).",
    "place": "Hoe je ‘in …’ zegt (regio.plek).",
    "kind": "Wat voor samenwerking het is (regio.soort).",
}
"""The names that every region has, from its own file or from a layer below it."""


class RegionSays(Content):
    """What a region, or a layer below one, may say of itself beside its names."""

    languages: list[Text] = Field(
        default=["nl"], description="De talen waarin deze regio het dek maakt."
    )
    facts: Facts = Field(default=Facts(), description="Feiten over de regio.")
    words: dict[str, Text] = Field(
        default={},
        description="Alleen de woorden die anders zijn: het gewone woord, dan dat van de regio.",
    )
    logo: Text | None = Field(
        default=None, description="Pad van het logo onder assets/, zoals logos/mijn-regio.svg."
    )
    contact: Contact | None = Field(
        default=None, description="Functie en adres, in één regel of apart (regio.contact)."
    )
    accents: dict[Literal["coral", "teal", "mustard", "navy"], Tints] = Field(
        default={}, description="Drukkleuren in procenten: cyaan, magenta, geel, zwart."
    )
    cover: CoverTexts = Field(
        default=CoverTexts(), description="Wat er anders is op de titelkaart."
    )
    waive: Waive = {}


class RegionInfo(RegionSays):
    """A region's identity and facts (everything but its changes to cards)."""

    id: Text = "basis"
    name: Text = Field(description=NAMED["name"])
    short: Text = Field(description=NAMED["short"])
    place: Text = Field(description=NAMED["place"])
    kind: Text = Field(description=NAMED["kind"], examples=list(KINDS_OF_REGION))


TextPath = tuple[str | int, ...]
"""Where a text stands: the card's id, then fields and positions (from 0)."""


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a deck in another language than its source's is translated.

    ``source`` is the source language, ``draft`` says that a native speaker has not read it yet;
    ``untranslated`` are the printed texts that are still in the source language (of a list, the
    last).
    """

    source: str
    draft: bool = False
    untranslated: frozenset[TextPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck for one region in one language: what later stages work on.

    ``labels`` are the furniture words. ``sources`` says where each text comes from, by its path
    (``("blijf-balanceren", "questions", 1)``); shorter paths stand for the whole field or card.
    Texts outside the cards have ``@deck``, ``@labels`` or ``@region`` in place of a card's id.
    ``line_starts`` holds, for texts over several source lines, the offset where each line begins.
    ``translation`` is ``None`` for a deck in its source language. A card that stands several times
    in the deck (a blank) is listed as often.
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
    waivers: tuple[Waiver, ...] = ()
    translation: Translation | None = None

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
