"""Texts and questions as content: word limits, questions that open, reading level, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from samenspel.checking.questions import (
    MOST_WORDS,
    count_words,
    ends_as_question,
    is_closed,
    is_double,
)
from samenspel.checking.reading import HARD, reading_ease
from samenspel.checking.tongues import Tongue, tongue_of
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.cards import Background, Card, Condition, Reminder
from samenspel.model.deck import Deck
from samenspel.model.waiving import Told

LEEWAY = 1.15
"""A translation may be this much longer than the measure of the source's language, or shorter."""
SOURCE = "nl"
"""The language that the measures were set for."""


class Fault(NamedTuple):
    """What is wrong with a question, and how to mend it."""

    code: str
    message: str
    remedy: str


class Measure(NamedTuple):
    """From how many to how many words a field has."""

    least: int
    most: int


MEASURES: Mapping[tuple[str, str], Measure] = {
    ("reminder", "core"): Measure(1, 20),
    ("reminder", "text"): Measure(40, 60),
    ("reminder", "short"): Measure(15, 30),
    ("condition", "core"): Measure(1, 20),
    ("condition", "text"): Measure(1, 40),
    ("condition", "short"): Measure(15, 30),
    ("cover", "core"): Measure(1, 20),
    ("cover", "text"): Measure(1, 60),
    ("howto", "core"): Measure(1, 20),
    ("model", "core"): Measure(1, 20),
    ("agreement", "core"): Measure(1, 20),
    ("blank", "core"): Measure(1, 20),
    ("background", "text"): Measure(1, 110),
}
"""The measure of each kind of card's fields, as the files themselves tell makers."""

Place = tuple[str | int, ...]


def content_findings(deck: Deck, avoided: Mapping[str, str]) -> Iterator[Told]:
    """All that a good editor would say of a deck's final texts. Nothing here stops a build."""
    tongue = tongue_of(deck.language)
    pattern = _pattern(avoided)
    for card in {card.id: card for card in deck.cards}.values():
        for told in _card(deck, card, tongue):
            yield card.id, told
        for told in _avoided(deck, card, avoided, pattern):
            yield card.id, told


def _card(deck: Deck, card: Card, tongue: Tongue | None) -> Iterator[Diagnostic]:
    yield from _lengths(deck, card)
    if isinstance(card, Reminder | Condition):
        yield from _short(deck, card)
        for place, question in enumerate(card.questions):
            if _is_foreign(deck, (card.id, "questions", place)):
                continue  # it bears the name of its language, in which it is judged
            for code, message, remedy in _question(question, tongue):
                yield _told(deck, card, code, ("questions", place), message, remedy)
    if tongue is not None:
        yield from _level(deck, card, tongue)


def _is_foreign(deck: Deck, path: Place) -> bool:
    """True for a text that has no translation and is printed in the source language."""
    return deck.translation is not None and path in deck.translation.untranslated


def _told(deck: Deck, card: Card, code: str, path: Place, message: str, remedy: str) -> Diagnostic:
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return Diagnostic(
        code, message, deck.where(card.id, *path), key.lstrip("."), remedy, Severity.WARNING
    )


def _lengths(deck: Deck, card: Card) -> Iterator[Diagnostic]:
    leeway = 1.0 if deck.language.split("-")[0] == SOURCE else LEEWAY
    for (kind, name), measure in MEASURES.items():
        if kind != card.kind:
            continue
        value = getattr(card, name)
        if value is None:
            continue
        count = count_words(value if isinstance(value, str) else " ".join(value))
        least, most = round(measure.least / leeway), round(measure.most * leeway)
        if count > most:
            message = f"{count} words; the measure is {most} at most"
            yield _told(
                deck, card, "words-too-many", (name,), message, f"leave out {count - most}"
            )
        if count < least:
            message = f"{count} words; the measure is {least} at least"
            remedy = "tell a moment that someone recognises"
            yield _told(deck, card, "words-too-few", (name,), message, remedy)


def _short(deck: Deck, card: Reminder | Condition) -> Iterator[Diagnostic]:
    """A short version that a layer left as it was when it wrote the text anew."""
    text, short = (deck.where(card.id, name) for name in ("text", "short"))
    if card.short is None or text is None or short is None or text.file == short.file:
        return
    if _is_foreign(deck, (card.id, "text")) or _is_foreign(deck, (card.id, "short")):
        return
    message = f"the text was written anew, and small cards still print the short one of {short}"
    remedy = f"write short: beside it in {text.file}, in 15 to 30 words, or take it away: short: ''"
    yield _told(deck, card, "short-behind", ("text",), message, remedy)


def _question(question: str, tongue: Tongue | None) -> Iterator[Fault]:
    """All that is wrong with a question."""
    if not ends_as_question(question):
        yield Fault("question-mark", "does not end with a question mark", "ask it")
    count = count_words(question)
    if count > MOST_WORDS:
        message = f"{count} words; who hears it read out forgets how it began"
        yield Fault("question-too-long", message, f"leave out {count - MOST_WORDS}")
    if tongue is not None and is_closed(question, tongue):
        remedy = "begin with what, which, how or who"
        yield Fault("question-yes-no", "can be answered with yes or no", remedy)
    if tongue is not None and is_double(question, tongue):
        remedy = "keep the one that matters"
        yield Fault("question-double", "asks two things at once", remedy)


def _level(deck: Deck, card: Card, tongue: Tongue) -> Iterator[Diagnostic]:
    """Reading ease of a card's running text as a whole: single sentences are too short for it."""
    text = getattr(card, "text", None)
    if text is None:
        return
    parts = list(text) if isinstance(card, Background) else [getattr(card, "core", ""), text]
    parts += getattr(card, "questions", [])
    ease = reading_ease(" ".join(parts), deck.language, tongue)
    if ease is not None and ease < HARD:
        message = f"hard to read: {ease:.0f} on Flesch's scale, and at least {HARD:.0f} is good"
        yield _told(
            deck, card, "reading-level", ("text",), message, "write shorter sentences and words"
        )


def _pattern(avoided: Mapping[str, str]) -> re.Pattern[str] | None:
    if not avoided:
        return None
    words = sorted(avoided, key=len, reverse=True)
    parts = (re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _avoided(
    deck: Deck, card: Card, avoided: Mapping[str, str], pattern: re.Pattern[str] | None
) -> Iterator[Diagnostic]:
    for path, text in texts_of(card):
        for word in dict.fromkeys(pattern.findall(text) if pattern else ()):
            instead = avoided[_entry(word.lower(), avoided)]
            yield _told(
                deck,
                card,
                "word-avoided",
                path,
                f"“{word}” is a word that this deck avoids",
                f"write instead: {instead}",
            )


def _entry(word: str, avoided: Mapping[str, str]) -> str:
    """The entry of the list that a word was found by."""
    if word in avoided:
        return word
    starts = (entry for entry in avoided if entry.endswith("*") and word.startswith(entry[:-1]))
    return max(starts, key=len)


SILENT = frozenset({"id", "kind", "condition", "conditions", "cartoon", "alt", "picture", "waive"})
"""Fields that are not printed."""


def texts_of(card: Card) -> Iterator[tuple[Place, str]]:
    """Every printed text of a card with its path."""
    yield from _texts(card.model_dump(exclude=set(SILENT)), ())


def _texts(value: object, path: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in SILENT:
                yield from _texts(part, (*path, name))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _texts(part, (*path, place))
