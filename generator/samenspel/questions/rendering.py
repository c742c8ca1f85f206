"""All texts of a deck: filled in, cleaned up, and checked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.kind import ChoiceSet, Field
from samenspel.model.places import field_key
from samenspel.model.region import RegionInfo
from samenspel.model.shape import card_of
from samenspel.model.tongues import Tongues
from samenspel.model.writing import MARKS
from samenspel.questions.checking import Mistake
from samenspel.questions.context import OF_A_FORMAT, context_of
from samenspel.questions.filters import capitalised
from samenspel.questions.sandbox import TemplateMistakesError, fill_in
from samenspel.questions.tongues import tongue
from samenspel.questions.typography import NO_BREAK, clean, clean_lines

NAMES = frozenset({"id", "logo", "languages"})
"""What is said of a region in names, not in texts to print."""


@dataclass
class _Renderer:
    deck: Deck
    context: Mapping[str, Any]
    problems: list[Diagnostic] = field(default_factory=list)
    places: dict[TextPath, Location] = field(default_factory=dict)
    moved: dict[TextPath, TextPath] = field(default_factory=dict)
    tongues: Tongues = field(init=False)

    def __post_init__(self) -> None:
        self.tongues = Tongues(self.deck)

    def text(self, text: str, path: TextPath) -> str:
        """One final text; a mistake is kept and the text stays as it was."""
        made = self.deck.translation
        if made is not None and path in made.untranslated:
            final = self._final(text, path, made.source)
            return f"{final}{NO_BREAK}[{made.source}]" if final else final
        return self._final(text, path, self.tongues.language_at(path))

    def _final(self, text: str, path: TextPath, language: str) -> str:
        try:
            return clean_lines(fill_in(text, language, self.context), language)
        except TemplateMistakesError as error:
            self.problems.extend(self._diagnostic(text, path, one) for one in error.found)
            return text

    def _diagnostic(self, text: str, path: TextPath, mistake: Mistake) -> Diagnostic:
        place = self.deck.line_of(path, _offset(text, mistake))
        return Diagnostic(mistake.code, mistake.message, place, field_key(path), mistake.remedy)

    def value(self, one: Field, value: Any, path: TextPath, new: TextPath) -> Any:
        """A field's value with its texts final; ``new`` is its path in the deck that is made."""
        place = self.deck.where(*path)
        if place is not None:
            self.places[new] = place
        if new != path:
            self.moved[new] = path
        if isinstance(value, list) and one.count:
            return self._items(one, value, path, new)
        if isinstance(value, Mapping):
            return {
                key: self.value(column, value.get(key), (*path, key), (*new, key))
                for key, column in one.columns.items()
            }
        return (self.text(value, path) or None) if one.spoken and value else value

    def _items(self, one: Field, value: list[Any], path: TextPath, new: TextPath) -> list[Any]:
        """A list's items; one of which nothing is left (an ``if`` that is false) is left out."""
        made: list[Any] = []
        for index, part in enumerate(value):
            item = self.value(one, part, (*path, index), (*new, len(made)))
            if item is not None:
                made.append(item)
        return made

    def card(self, card: Card) -> Card:
        """One card with final texts."""
        problems = len(self.problems)
        data: dict[str, Any] = {"id": card.id, "waive": card.waive, "lang": card.lang}
        for name, one in card.spec.fields.items():
            path = (card.id, name)
            data[name] = self.value(one, card.values.get(name), path, path)
            if one.notes:
                most = one.count.most if one.count else None
                data[name] = with_notes(data[name] or [], self.deck, most)
        if len(self.problems) > problems:
            return card
        try:
            said = {key: _without_empty(part) for key, part in data.items() if part is not None}
            return replace(card_of(card.spec, said), pages=card.pages)
        except ValidationError as error:
            self.problems.extend(self._emptied(card, item["loc"]) for item in error.errors())
            return card

    def _emptied(self, card: Card, path: tuple[str | int, ...]) -> Diagnostic:
        message = "nothing is left of this text for this region"
        remedy = "give it a text for regions without that fact, with {% else %}"
        place = self.deck.where(card.id, *path)
        return Diagnostic("text-emptied", message, place, field_key((card.id, *path)), remedy)

    def region(self, region: RegionInfo) -> RegionInfo:
        """The region with clean texts; these are facts, so no templates."""
        data = region.model_dump(by_alias=True)
        self._refuse_templates(data, ("@region",))
        clean = RegionInfo.model_validate(_cleaned(data, self.deck.language))
        return clean.model_copy(update={"accents": region.accents})

    def _refuse_templates(self, value: Any, path: TextPath) -> None:
        if isinstance(value, str) and any(mark in value for mark in MARKS):
            message, remedy = "a fact of a region cannot hold a template", "write the words out"
            place = self.deck.where(*path)
            self.problems.append(
                Diagnostic("template-not-here", message, place, field_key(path), remedy)
            )
        parts = value.items() if isinstance(value, dict) else ()
        for key, part in enumerate(value) if isinstance(value, list) else parts:
            if key != "cover":  # these are on the cover card, which is filled in
                self._refuse_templates(part, (*path, key))


def render(deck: Deck) -> Deck:
    """The deck with all texts final: templates filled in and straight typing cleaned up.

    Raises ContentError with every mistake in every template, each with file, line and near match.
    """
    first = _Renderer(deck, context_of(deck))
    title = first.text(deck.title, ("@deck", "title"))
    renderer = _Renderer(deck, {**first.context, "dek": title}, first.problems)
    region = renderer.region(deck.region)
    cards = _stand_ins(deck, renderer.problems)
    own = {card.id: card for card in deck.every if card.id not in deck.standing}
    cards |= {card.id: renderer.card(card) for card in own.values()}
    subtitle, source, licence, makers = (
        renderer.text(text, ("@deck", name))
        for name, text in (
            ("subtitle", deck.subtitle),
            ("source", deck.source),
            ("licence", deck.licence),
            ("makers", deck.makers),
        )
    )
    labels = {key: renderer.text(text, ("@labels", key)) for key, text in deck.labels.items()}
    if renderer.problems:
        raise ContentError(_in_order(renderer.problems))
    made, extras = deck.made_of(lambda card: cards[card.id])
    names = choice_names(made, labels)
    sets = {name: _with_names(one, names) for name, one in deck.sets.items()}
    model = deck.model
    places = {**deck.sources, **renderer.places}
    return replace(
        deck,
        title=title,
        subtitle=subtitle,
        source=source,
        licence=licence,
        makers=makers,
        region=region,
        cards=made,
        extras=extras,
        labels=labels,
        sources=places,
        moved=renderer.moved,
        sets=sets,
        model=replace(model, set=_with_names(model.set, names)) if model else None,
    )


def differs_by_format(deck: Deck) -> bool:
    """True when a template may print the edition's code, or ask what a format makes of cards."""
    texts = [deck.title, deck.subtitle, deck.source, deck.licence, deck.makers]
    texts += [value for card in deck.every for _, _, value in card.leaves() if type(value) is str]
    every = (*texts, *deck.labels.values())
    return any(name in text for text in every for name in OF_A_FORMAT)


def choice_names(cards: Iterable[Card], labels: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The names of choices by set and id: as labels say, and above all as their own card says."""
    names = {
        (name, key): text for dotted, text in labels.items()
        for name, dot, key in [dotted.partition(".")] if dot
    }  # fmt: skip
    for card in cards:
        field = card.spec.fields.get(card.spec.stands_for)
        if field is not None and card.values.get("title"):
            names[field.set, card.values[field.name]] = card.title
    return names


def _with_names(one: ChoiceSet, names: Mapping[tuple[str, str], str]) -> ChoiceSet:
    choices = {
        key: replace(choice, name=names.get((one.name, key), choice.name))
        for key, choice in one.choices.items()
    }
    return replace(one, choices=choices)


def with_notes(lines: list[str], deck: Deck, most: int | None) -> list[str]:
    """The lines; in an unfinished language with one more that says what its marks mean.

    Where there is no room for a line more, it is added to the last.
    """
    made = deck.translation
    notes: list[str] = []
    if made is not None and made.draft:
        notes.append(capitalised(deck.labels["native_check"], tongue(deck.language)) + ".")
    if made is not None and made.untranslated and not made.draft:
        notes.append(f"[{made.source}]: {deck.labels['not_translated']}.")
    if not notes:
        return lines
    kept, last = (lines, []) if most is None or len(lines) < most else (lines[:-1], lines[-1:])
    return [*kept, " ".join([*last, *notes])]


def _stand_ins(deck: Deck, problems: list[Diagnostic]) -> dict[str, Card]:
    """The cards that a draft has in its source language, as that deck says them."""
    if deck.stand_ins is None:
        return {}
    try:
        below = render(deck.stand_ins)
    except ContentError as error:
        problems.extend(error.diagnostics)
        return {}
    return {card.id: card for card in below.every if card.id in deck.standing}


def _without_empty(value: Any) -> Any:
    """A value without the keys for which nothing is said."""
    if isinstance(value, dict):
        return {key: _without_empty(part) for key, part in value.items() if part is not None}
    return [_without_empty(part) for part in value] if isinstance(value, list) else value


def _in_order(problems: list[Diagnostic]) -> list[Diagnostic]:
    return sorted(
        dict.fromkeys(problems), key=lambda p: (p.location or Location(""), p.key, p.code)
    )


def _cleaned(value: Any, language: str) -> Any:
    if isinstance(value, str):
        return clean(value, language)
    if isinstance(value, list):
        return [_cleaned(part, language) for part in value]
    if isinstance(value, dict):
        return {k: v if k in NAMES else _cleaned(v, language) for k, v in value.items()}
    return value


def _offset(text: str, mistake: Mistake) -> int:
    """Where in the text the mistake stands, as well as it can be known."""
    start = 0
    for _ in range(mistake.line - 1):
        start = text.find("\n", start) + 1
    found = text.find(mistake.name, start) if mistake.name else -1
    if found >= 0:
        return found
    return min((at for at in (text.find(m, start) for m in MARKS) if at >= 0), default=start)
