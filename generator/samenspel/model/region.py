"""A region: its identity, its facts and what it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from samenspel.model.backs import Backs
from samenspel.model.content import Content, Percent, Text, Waive
from samenspel.model.ink import ScreenTints, screen_colour
from samenspel.model.places import TextPath


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
    def _name_alone(cls, value: Any) -> Any:
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
    def _function_alone(cls, value: Any) -> Any:
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
        default=None,
        description="Het vraagstuk dat nu brandt, als naamwoord: het lerarentekort "
        "(regio.vraagstuk).",
    )
    example: Text | None = Field(
        default=None,
        description="Een plaatselijk voorbeeld, als naamwoord: de smid die komt lassen "
        "(regio.voorbeeld).",
    )
    territory: Text | None = Field(
        default=None,
        description="Het gebied, als naamwoord: de kust en drie eilanden (regio.gebied).",
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


_WRONG = '"{text}" is no colour'


def _colour(value: Any, handler: ValidatorFunctionWrapHandler) -> list[float]:
    """Four percents of ink, or a screen's hex."""
    if isinstance(value, str) and value.strip():
        screen = screen_colour(value)
        if screen is None:
            raise PydanticCustomError("colour_wrong", _WRONG, {"text": value})
        return ScreenTints(screen)
    if isinstance(value, list) and len(value) == 3 and _channels(value):
        screen = "#" + bytes(_channels(value)).hex()
        raise PydanticCustomError("colour_rgb", "{screen}", {"screen": screen})
    tints: list[float] = handler(value)
    if 0 < max(tints) <= 1:
        percents = ", ".join(f"{tint * 100:g}" for tint in tints)
        raise PydanticCustomError("colour_shares", "{percents}", {"percents": f"[{percents}]"})
    return tints


def _channels(value: list[Any]) -> list[int]:
    """Red, green and blue of 0 to 255 each; else nothing."""
    whole = [int(one) for one in map(str, value) if one.isascii() and one.isdigit()]
    return whole if len(whole) == len(value) and max(whole) <= 255 else []


_SCREEN = (
    r"^\s*(#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[rR][gG][bB]\(.+\)|[hH][sS][lL]\(.+\)|[A-Za-z -]+)\s*$"
)
"""For editors: a hex, a function of CSS, or a name. Which names there are is told on reading."""

Tints = Annotated[
    Annotated[list[Percent], Field(min_length=4, max_length=4)],
    WrapValidator(_colour),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "array",
                    "items": {"type": "number", "minimum": 0, "maximum": 100},
                    "minItems": 4,
                    "maxItems": 4,
                },
                {"type": "string", "pattern": _SCREEN},
            ]
        }
    ),
]
"""A press colour: cyan, magenta, yellow and black in percent, or a screen's ``"#e4572e"``."""

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
    logo_white: Literal["paper", "ground"] = Field(
        default="paper",
        description="Wat er met wit in het logo gebeurt: ground neemt de kleur eronder aan.",
    )
    contact: Contact | None = Field(
        default=None, description="Functie en adres, in één regel of apart (regio.contact)."
    )
    backs: Backs | None = Field(
        default=None,
        description="Andere achterkanten dan het dek: own, shared (om blind te trekken) of suit.",
    )
    accents: dict[Literal["coral", "teal", "mustard", "navy"], Tints] = Field(
        default={},
        description="Kleuren: cyaan, magenta, geel en zwart in procenten, of een hex tussen "
        "aanhalingstekens.",
    )
    cover: CoverTexts = Field(
        default=CoverTexts(), description="Wat er anders is op de titelkaart."
    )
    waive: Waive = Field(default={})
    """Findings about the region that may stay, by code, with the reason."""


class RegionInfo(RegionSays):
    """A region's identity and facts (everything but its changes to cards)."""

    id: Text = "basis"
    name: Text = Field(description=NAMED["name"])
    short: Text = Field(description=NAMED["short"])
    place: Text = Field(description=NAMED["place"])
    kind: Text = Field(description=NAMED["kind"], examples=list(KINDS_OF_REGION))

    def printed_texts(self) -> Iterator[tuple[TextPath, str]]:
        """Every text of the region that may be printed, by its path; no names of files."""
        silent = {"id", "logo", "languages", "accents", "backs"}
        yield from _texts_in((), self.model_dump(exclude=silent))


def _texts_in(path: TextPath, value: object) -> Iterator[tuple[TextPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts_in((*path, str(key)), part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts_in((*path, index), part)
