"""Texts and questions as content: word limits, questions that open, reading level, plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenspel.checking.reading import HARD, reading_ease
from samenspel.coaching.avoiding import Avoided
from samenspel.coaching.likeness import alike
from samenspel.coaching.questions import count_words
from samenspel.coaching.remarks import remarks_on
from samenspel.coaching.tongues import Tongue, tongue_of
from samenspel.diagnostics import Diagnostic, Severity, near_match
from samenspel.layout import icons_of
from samenspel.markup import ICON, plain
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.places import key_of
from samenspel.model.tongues import Tongues
from samenspel.model.waiving import OwnedMessage
from samenspel.saying import counted, say

LEEWAY = 1.15
"""A translation may be this much longer than the measure of the source's language, or shorter."""
SOURCE = "nl"
"""The language that the measures were set for."""


def content_findings(deck: Deck, avoided: Mapping[str, str]) -> Iterator[OwnedMessage]:
    """All that a good editor would say of a deck's final texts. Nothing here stops a build."""
    tongue = tongue_of(deck.language)
    words = Avoided(avoided)
    yield from _alike(deck)
    for card in {card.id: card for card in deck.every}.values():
        for finding in _card(deck, card, tongue):
            yield card.id, finding
        for finding in _avoided(deck, card, words):
            yield card.id, finding


def _card(deck: Deck, card: Card, tongue: Tongue | None) -> Iterator[Diagnostic]:
    yield from _lengths(deck, card)
    yield from _short(deck, card)
    yield from _icons(deck, card)
    for path, field, question in card.leaves():
        if field.type != "question" or _is_foreign(deck, (card.id, *path)):
            continue  # a foreign one bears the name of its language, in which it is judged
        for one in remarks_on(question, deck.language):
            yield _warning(deck, card, one.code, path, one.message, one.remedy)
    if tongue is not None:
        yield from _level(deck, card, tongue)


def _is_foreign(deck: Deck, path: TextPath) -> bool:
    """True for a text that is printed in another language than the deck's."""
    return bool(Tongues(deck).other(path))


def _warning(
    deck: Deck, card: Card, code: str, path: TextPath, message: str, remedy: str
) -> Diagnostic:
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return Diagnostic(
        code, message, deck.where(card.id, *path), key.lstrip("."), remedy, Severity.WARNING
    )


def _lengths(deck: Deck, card: Card) -> Iterator[Diagnostic]:
    leeway = 1.0 if deck.language.split("-")[0] == SOURCE else LEEWAY
    for name, field in card.spec.fields.items():
        measure, value = field.words, card.values.get(name)
        if measure is None or not value or not field.spoken:
            continue
        count = count_words(value if isinstance(value, str) else " ".join(value))
        least, most = round(measure.least / leeway), round(measure.most * leeway)
        if count > most:
            message = say("{count} words; the measure is {most} at most", count=count, most=most)
            yield _warning(
                deck,
                card,
                "words-too-many",
                (name,),
                message,
                say("leave out {count}", count=count - most),
            )
        if count < least:
            message = counted(
                "{count} word; the measure is {least} at least",
                "{count} words; the measure is {least} at least",
                count=count,
                least=least,
            )
            remedy = "tell a moment that someone recognises"
            yield _warning(deck, card, "words-too-few", (name,), message, remedy)


MARKUP = frozenset({
    "a", "b", "br", "code", "div", "em", "font", "i", "li", "ol", "p", "s", "small", "span",
    "strong", "sub", "sup", "u", "ul",
})  # fmt: skip
"""Names of HTML, of which ``text-html`` speaks: nobody looks for a drawing by them."""


def _icons(deck: Deck, card: Card) -> Iterator[Diagnostic]:
    """Drawings that a text names and that its kind has not."""
    known = icons_of(card.spec, deck.sets)
    for path, text in card.texts() if known else ():
        for name in dict.fromkeys(ICON.findall(text)):
            if name not in known and name not in MARKUP:
                message = say(
                    "there is no drawing <{name}> for texts: it is printed as it stands", name=name
                )
                remedy = near_match(name, known)
                yield _warning(deck, card, "text-icon-unknown", path, message, remedy)


def _short(deck: Deck, card: Card) -> Iterator[Diagnostic]:
    """A short version that a layer left as it was when it wrote the text anew."""
    text, short = (deck.where(card.id, name) for name in ("text", "short"))
    if not card.values.get("short") or text is None or short is None or text.file == short.file:
        return
    if _is_foreign(deck, (card.id, "text")) or _is_foreign(deck, (card.id, "short")):
        return
    message = say(
        "the text was written anew, and small cards still print the short one of {short}",
        short=short,
    )
    remedy = say(
        "write short: beside it in {file}, in 15 to 30 words, or leave nothing behind it",
        file=text.file,
    )
    yield _warning(deck, card, "short-behind", ("text",), message, remedy)


def _alike(deck: Deck) -> Iterator[OwnedMessage]:
    """Questions that ask nearly the same as one of another card before them."""
    asked: dict[str, str] = {}
    for card in {card.id: card for card in deck.cards}.values():
        own = [(path, text) for path, field, text in card.leaves() if field.type == "question"
               and not _is_foreign(deck, (card.id, *path))]  # fmt: skip
        for path, text in own:
            other = alike(text, asked)
            if other is not None:
                message = say("asks nearly the same as “{other}”", other=asked[other])
                remedy = "ask something else, or leave one of the two out"
                yield card.id, _warning(deck, card, "question-alike", path, message, remedy)
        asked |= {f"{card.id}.{key_of(path)}": text for path, text in own}


def _level(deck: Deck, card: Card, tongue: Tongue) -> Iterator[Diagnostic]:
    """Reading ease of a card's running text as a whole: single sentences are too short for it."""
    running = {"text", "core"} | {f.name for f in card.spec.fields.values() if f.type == "question"}
    if not card.values.get("text"):
        return
    parts = [text for path, text in card.texts()
             if path[0] in running and not _is_foreign(deck, (card.id, *path))]  # fmt: skip
    ease = reading_ease(" ".join(parts), deck.language, tongue)
    if ease is not None and ease < HARD:
        message = say(
            "hard to read: {ease:.0f} on Flesch's scale, and at least {hard:.0f} is good",
            ease=ease,
            hard=HARD,
        )
        yield _warning(
            deck, card, "reading-level", ("text",), message, "write shorter sentences and words"
        )


def _avoided(deck: Deck, card: Card, words: Avoided) -> Iterator[Diagnostic]:
    for path, text in card.texts():
        for word, instead in words.found(plain(text)):
            yield _warning(
                deck,
                card,
                "word-avoided",
                path,
                say("“{word}” is a word that this deck avoids", word=word),
                say("write instead: {instead}", instead=instead),
            )
