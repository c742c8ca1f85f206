"""Cards that nobody wrote: a kind filled with texts of a length that its fields allow.

They show what a kind's pages hold before there are cards. Words are borrowed from the deck's own
texts, so that letters, hyphens and long words are those of its language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any, Literal

from samenspel.markup import paragraphs
from samenspel.model.cards import Card, Values
from samenspel.model.design import every_item
from samenspel.model.design.parts.shapes import Picture
from samenspel.model.kind import ChoiceSet, Field, FieldPath, Kind

Length = Literal["shortest", "typical", "longest"]
"""Of all texts of a sample; the shortest leaves out what a card may do without."""

GUESSED = {"title": (1, 3, 6), "question": (4, 9, 16)}
"""Words of a field without a measure of which the deck has no texts, by its name or its type."""
GUESSED_ELSE = (2, 8, 20)
GUESSED_COUNT = 5
"""So many items the longest list has, where its field does not say."""
LEAST_WORDS = 20
"""With fewer words than these of its own, a deck borrows others."""
OTHERS = (
    "wie samen werkt aan iets dat er nog niet is heeft verbeeldingskracht nodig en een afspraak "
    "over de volgende stap waarin iedereen zijn verantwoordelijkheid herkent"
)
LINK = "https://voorbeeld.nl/een/bladzijde"
"""A link of usual length."""
PHOTO, DRAWING = "a-photograph.jpg", "a-drawing.svg"
"""Stand for pictures; there are no such files."""
MIDDLE = "centre"
"""What stays in sight of a picture whose card would say so."""

_PLAIN = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Stock:
    """What samples are filled with."""

    cards: Sequence[Card]
    """The deck's own cards, whose lengths tell what is usual."""
    sets: Mapping[str, ChoiceSet]
    """The sets that kinds choose from."""

    def words(self) -> list[str]:
        """Words in the order of the deck's texts, each as often as it is there."""
        texts = [text for card in self.cards for _, text in card.texts()]
        plain = (one.text for text in texts for one in paragraphs(text))
        found = [word for text in plain for word in text.split() if _PLAIN.fullmatch(word)]
        return found if len(found) >= LEAST_WORDS else [*found, *OTHERS.split()]


def sample(kind: Kind, length: Length, stock: Stock) -> Card:
    """A card of a kind whose texts are as long as its fields, or the deck's own cards, ask for.

    Its id is the kind's name with the length: ``casus-longest``.
    """
    filler = _Filler(kind, length, stock)
    values = {name: filler.value(one, (name,)) for name, one in kind.fields.items()}
    return Card(f"{kind.name}-{length}", kind, Values(values))


class _Filler:
    """Fills the fields of one sample."""

    def __init__(self, kind: Kind, length: Length, stock: Stock) -> None:
        self.kind, self.length, self.stock = kind, length, stock
        self.words = cycle(stock.words())
        self.like = [card for card in stock.cards if card.spec is kind]
        self.focusing = _focus_fields(kind)

    def value(self, one: Field, path: FieldPath) -> Any:
        """What a field holds: as many values as its length asks for; ``None`` for none."""
        if one.optional and (self.length == "shortest" or self._never_used(one)):
            return [] if one.count else None
        own = self._of_the_deck(one)
        if own is not None:
            return own
        if one.count is None:
            return self._single(one, path)
        return [self._single(one, (*path, place)) for place in range(self._count(one))]

    def _never_used(self, one: Field) -> bool:
        """True for a field that none of the deck's own cards of this kind has."""
        return bool(self.like) and not any(card.values.get(one.name) for card in self.like)

    def _of_the_deck(self, one: Field) -> Any:
        """Texts without a measure as one of the deck's own cards has them; ``None`` without any."""
        if not (one.spoken or one.type == "rows") or _measured(one):
            return None
        known = (card.values.get(one.name) for card in self.like)
        own = sorted((value for value in known if value), key=_long)
        last = len(own) - 1
        return own[self._between(0, last // 2, last)] if own else None

    def _count(self, one: Field) -> int:
        assert one.count is not None
        most = one.count.most or max(one.count.least, GUESSED_COUNT)
        if one.set:  # no choice twice
            most = min(most, len(self.stock.sets[one.set].choices))
        return self._between(one.count.least, (one.count.least + most) // 2, most)

    def _between(self, least: int, typical: int, most: int) -> int:
        return {"shortest": least, "typical": typical, "longest": most}[self.length]

    def _single(self, one: Field, path: FieldPath) -> Any:
        match one.type:
            case "rows":
                return {name: self.value(column, (*path, name))
                        for name, column in one.columns.items()}  # fmt: skip
            case "number" | "decimal":
                return self._number(one)
            case "choice":
                return self._choice(one, path)
            case "picture":
                return DRAWING if self.length == "longest" else PHOTO
            case "link":
                return LINK
            case "ink":
                return "accent"
        return MIDDLE if one.name in self.focusing else self._text(one)

    def _number(self, one: Field) -> float:
        if one.default is not None:  # what stands there mostly; the most is a limit
            return one.default
        least = one.least if one.least is not None else 1
        most = one.most if one.most is not None else max(least, 99)
        found = {"shortest": least, "typical": (least + most) // 2, "longest": most}[self.length]
        return int(found) if one.type == "number" else float(found)

    def _choice(self, one: Field, path: FieldPath) -> str:
        """Of a list each choice in turn; alone the first, or that with the longest name."""
        place = path[-1]
        if isinstance(place, int):
            return one.choices[place % len(one.choices)]
        if self.length != "longest":
            return one.choices[0]
        known = self.stock.sets[one.set].choices if one.set else {}
        return max(one.choices, key=lambda key: len(known[key].name if key in known else key))

    def _text(self, one: Field) -> str:
        words = [next(self.words) for _ in range(self._length(one))]
        words[0] = words[0][:1].upper() + words[0][1:]
        end = "?" if one.type == "question" else "." if len(words) > GUESSED["title"][2] else ""
        return " ".join(words) + end

    def _length(self, one: Field) -> int:
        """How many words a text has: as its field says, else a guess."""
        if one.words is not None:
            least, most = one.words.least, one.words.most
            return self._between(least, (least + most) // 2, most)
        return self._between(*GUESSED.get(one.name, GUESSED.get(one.type, GUESSED_ELSE)))


def _measured(one: Field) -> bool:
    """Whether a field, or a column of its rows, says how many words it has."""
    return one.words is not None or any(_measured(column) for column in one.columns.values())


def _long(value: Any) -> int:
    """How much a value says, in letters."""
    if isinstance(value, Mapping):
        return sum(_long(part) for part in value.values())
    return sum(map(_long, value)) if isinstance(value, list) else len(str(value or ""))


def _focus_fields(kind: Kind) -> set[str]:
    """The fields that say what stays in sight of a picture."""
    assert kind.design is not None
    (pages,) = kind.design.printed("")
    parts = [item.part for side in (pages.front, pages.back) for item in every_item(side)]
    focuses = (part.focus for part in parts if isinstance(part, Picture) and part.focus)
    return {name for focus in focuses for name in focus.names}
