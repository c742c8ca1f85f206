"""The kinds of cards, and what each holds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samenspel.model.content import Content, Text, Waive

CONDITIONS = ("ambitie", "belangen", "relatie", "organisatie", "proces")
"""The five conditions of the model, in the source's order."""

SHORT = "Dezelfde tekst in 15 tot 30 woorden, voor kaarten die te klein zijn voor de hele."
"""What an editor shows for ``short``, which stands beside a card's ``text``."""

ConditionName = Literal["ambitie", "belangen", "relatie", "organisatie", "proces"]


class CardBase(Content):
    """What every card has. ``id`` comes from the file's name."""

    id: Text
    title: Text = Field(description="Titel van de kaart.")
    waive: Waive = Field(default={})


class Reminder(CardBase):
    """One of the reminders: a cartoon in front, text and three questions behind."""

    kind: Literal["reminder"]
    core: Text = Field(description="De kern in één zin, hoogstens 20 woorden.")
    text: Text = Field(description="De tekst op de achterkant, 40 tot 60 woorden.")
    short: Text | None = Field(default=None, description=SHORT)
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
    short: Text | None = Field(default=None, description=SHORT)
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
