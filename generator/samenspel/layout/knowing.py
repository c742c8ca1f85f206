"""What expressions in a kind's pages know of a card: its fields, its number, the deck's words.

Each value keeps the path of the field that it comes from, so that every text on a page leads back
to its file, line and key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.wording import Wording, joined
from samenspel.model.cards import Card, Values
from samenspel.model.deck import Deck
from samenspel.model.design import Found
from samenspel.model.ink import Ink
from samenspel.model.kind import Choice, Field
from samenspel.model.style import ConditionStyle

BETWEEN = " · "
"""Stands between the items of a list that is printed on one line."""

DECK_TEXTS = ("title", "subtitle", "edition", "edition_code", "source", "licence", "makers")
"""What ``deck.…`` may name."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice of a set as a card's pages know it: name, pictures, colours, and its own card."""

    choice: Choice
    style: ConditionStyle | None
    name: Found
    card: Card | None = None

    @property
    def id(self) -> str:
        """Its key in the set."""
        return self.choice.id

    def part(self, name: str) -> Found:
        """One of its parts by name; ``None`` for what it has not."""
        if name == "name":
            return self.name
        if name == "card":
            return Found(self.card.values, (self.card.id,)) if self.card else Found(None)
        if name in ("id", "small", "large", "reversed"):
            return Found(getattr(self.choice, name) or None)
        return Found(self.ink(name))

    def ink(self, name: str) -> Ink | None:
        """One of its colours."""
        known = name in ("strong", "tint", "deep", "on_strong")
        return getattr(self.style, name) if self.style and known else None


@dataclass(frozen=True, slots=True)
class Told:
    """Another card of the deck as a page knows it: its fields, and its number among its like."""

    layout: FormatLayout
    card: Card

    def part(self, name: str) -> Found:
        """One of its fields by name, or ``n``; ``None`` for what it has not."""
        if name == "n":
            return Found(numbered_with(self.layout.deck, self.card).index(self.card.id) + 1)
        field = self.card.spec.fields.get(name)
        if field is None:
            return Found(None)
        return Found(_value(self.layout, field, self.card.values.get(name)), (self.card.id, name))


class Picture(str):
    """A picture's file, which knows whether it fills its area, as a photograph does.

    ``edged`` is a photograph that stands whole: its edges show, as those of a drawing do not.
    """

    __slots__ = ("edged", "photo")
    photo: bool
    edged: bool

    def part(self, name: str) -> Found:
        """``photo`` or ``edged``, and nothing else."""
        return Found(getattr(self, name) if name in Picture.__slots__ else None)


SHOW, FILL = "show", "fill"
"""The field with which a card says whether its picture fills its area, and what it says then."""


def _shown(found: Any, said: object) -> Any:
    """A picture as its card wants it shown; anything else as it is."""
    if not isinstance(found, Picture) or not said:
        return found
    made = Picture(found)
    made.photo = said == FILL
    made.edged = found.photo and not made.photo
    return made


def _picture(layout: FormatLayout, name: str) -> Picture:
    made = Picture(name)
    size = layout.art.get(name)
    made.photo = size is not None and size.photo
    made.edged = False
    return made


def known_of(layout: FormatLayout, card: Card) -> dict[str, Found]:
    """The names that a card's pages know."""
    deck, shape = layout.deck, layout.format
    same = numbered_with(deck, card)
    number = Found(same.index(card.id) + 1, (card.id, "kind"))
    region = {"name": deck.region.name, "short": deck.region.short, "logo": deck.region.logo,
              "letters": len(deck.region.name),
              "contact": deck.region.contact.line if deck.region.contact else None}  # fmt: skip
    texts: dict[str, Any] = {key: getattr(deck, key) for key in DECK_TEXTS}
    texts["centre"] = layout.centre
    model = deck.model.set.name if deck.model else ""
    show = card.values.get(SHOW)
    return {
        "n": number,
        "total": Found(len(same), (card.id, "kind")),
        "card": Found({"id": card.id, "kind": card.kind, "title": card.name,
                       "suit": _suit(layout, card)}, (card.id,)),
        "deck": Found(texts, ("@deck",)),
        "region": Found(region, ("@region",)),
        "label": Found(dict(deck.labels), ("@labels",)),
        "format": Found(shape.name),
        "recto": Found(True),
        "upright": Found(shape.height > shape.width),
        "width": Found(shape.width),
        "height": Found(shape.height),
        "drop": Found(sorted(shape.drop)),
        "model": Found([chosen(layout, model, one) for one in _model_row(deck)]),
        "reminders": Found([Told(layout, one) for one in layout.touching]),
        **{
            name: Found(_shown(_value(layout, field, said), show), (card.id, name))
            for name, field in card.spec.fields.items()
            for said in (card.values.get(name),)
        },
    }


def _suit(layout: FormatLayout, card: Card) -> Chosen | None:
    """The choice that gives a card its colour: of several the first."""
    field = card.spec.fields.get(card.spec.colour)
    value = _value(layout, field, card.values.get(field.name)) if field else None
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, Chosen) else None


def _model_row(deck: Deck) -> list[str]:
    """The conditions of the model in the order in which their cards stand in the deck."""
    if deck.model is None:
        return []
    named = [card.values[card.spec.stands_for] for card in deck.cards if card.spec.stands_for]
    return list(dict.fromkeys(name for name in named if name in deck.model.conditions))


def numbered_with(deck: Deck, card: Card) -> list[str]:
    """The ids of the cards among which a card is numbered, in the deck's order."""
    by = card.spec.numbered
    same = [
        other.id
        for other in deck.every
        if other.kind == card.kind and (not by or other.values[by] == card.values[by])
    ]
    return list(dict.fromkeys(same))


def _value(layout: FormatLayout, field: Field, value: Any) -> Any:
    """A field's value; a choice from a set as what is known of it."""
    if field.set and isinstance(value, list):
        return [chosen(layout, field.set, one) for one in value]
    if field.set and value is not None:
        return chosen(layout, field.set, value)
    if field.type == "picture" and isinstance(value, str):
        return _picture(layout, value)
    if field.type == "rows" and isinstance(value, list):
        return [
            Values({name: _value(layout, column, row.get(name))
                    for name, column in field.columns.items()})
            for row in value
        ]  # fmt: skip
    return value


def chosen(layout: FormatLayout, name: str, key: str) -> Chosen:
    """A choice of a set, with the colours that the theme gives a condition of the model."""
    deck = layout.deck
    choice = deck.sets[name].choices[key] if name in deck.sets else None
    if choice is None and deck.model and deck.model.set.name == name:
        choice = deck.model.conditions[key]
    assert choice is not None  # cards are checked against their sets
    is_model = deck.model is not None and deck.model.set.name == name
    style = layout.theme.conditions.get(key, choice.style) if is_model else choice.style
    own = _own_card(deck, name, key)
    if own is not None and own.values.get("title"):
        said = Found(own.title, (own.id, "title"))
    elif f"{name}.{key}" in deck.labels:
        said = Found(choice.name, ("@labels", f"{name}.{key}"))
    else:
        said = Found(choice.name)
    return Chosen(choice, style, said, own)


def _own_card(deck: Deck, name: str, key: str) -> Card | None:
    """The card that stands for a choice, when the deck has one."""
    for card in deck.cards:
        field = card.spec.fields.get(card.spec.stands_for)
        if field is not None and field.set == name and card.values[field.name] == key:
            return card
    return None


def wording_of(
    found: Found, otherwise: tuple[str | int, ...] = (), between: str = BETWEEN
) -> Wording:
    """What a value is in print, with where it comes from.

    ``otherwise`` is where a value stands that comes from no field: a choice's name, a number;
    ``between`` stands between the items of a list.
    """
    value = found.value
    if isinstance(value, list):
        items = (
            Found(one, (*found.path, place) if found.path else ())
            for place, one in enumerate(value)
        )
        return joined((wording_of(one, otherwise) for one in items), between)
    if isinstance(value, Chosen):
        return wording_of(value.name, found.path or otherwise)
    if value is None or isinstance(value, (Mapping, bool)):
        return Wording("")
    path = found.path or otherwise
    return Wording(str(value), ((0, path),) if path else ())
