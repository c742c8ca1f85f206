"""Words of a deck that are spelt wrong: a card's texts at the card, a region's at the region."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.coaching.remarks import misspelt
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.markup import plain
from samenspel.model.deck import Deck, TextPath
from samenspel.model.places import key_of
from samenspel.model.waiving import REGION, OwnedMessage
from samenspel.project import Project
from samenspel.questions.look_alikes import disguised
from samenspel.saying import say
from samenspel.spelling.dictionary import dictionary_of, listed
from samenspel.spelling.words import Speller, names_in, without_breaks
from samenspel.upkeep import avoided_words, own_words
from samenspel.upkeep.vocabulary import words_file

WRITTEN = ("text", "rich", "question")
"""Types of fields whose words are judged."""


def spelling_findings(project: Project, deck: Deck) -> Iterator[OwnedMessage]:
    """Every word of a deck's final texts that no list has."""
    speller = speller_for(project, deck)
    file = words_file(deck.language)
    for card in {card.id: card for card in deck.every}.values():
        for path, field, text in card.leaves():
            if field.type in WRITTEN and not _is_foreign(deck, (card.id, *path)):
                for word in _misspelt(speller, plain(text)):
                    yield card.id, _finding(speller, word, file, deck, (card.id, *path))
    if deck.translation is None:  # in a translation a region's words may be the source's
        region = speller_for(project, deck, with_region=False)
        for path, text in deck.region.printed_texts():
            for word in _misspelt(region, text):
                yield REGION, _finding(region, word, file, deck, (REGION, *path))


def _misspelt(speller: Speller, text: str) -> Iterator[str]:
    """The words that are spelt wrong, but for those whose letters only look right."""
    told = {word for word, _ in disguised(text)}
    return (word for word in speller.misspelt(text) if word not in told)


def speller_for(project: Project, deck: Deck, *, with_region: bool = True) -> Speller:
    """Judges a deck's texts: its names are right, its own words, and those that it avoids.

    ``with_region`` takes all words of the region for right; they are judged where it says them.
    """
    known = [*own_words(project, deck.language), *avoided_words(project, deck.language)]
    texts = [text for card in deck.every for _, text in card.texts()]
    said = [text for _, text in deck.region.printed_texts()]
    names = [*names_in(texts), *names_in(said, anywhere=True)]
    return Speller(deck.language, (*known, *names, *(_plain_words(said) if with_region else ())))


def _plain_words(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (word.strip(".,;:!?()‘’“”\"'") for word in without_breaks(text).split())


def _is_foreign(deck: Deck, path: TextPath) -> bool:
    return deck.translation is not None and path in deck.translation.untranslated


def _finding(speller: Speller, word: str, file: str, deck: Deck, path: TextPath) -> Diagnostic:
    one = misspelt(word, speller.better(word), file)
    return Diagnostic(
        one.code, one.message, deck.where(*path), key_of(path[1:]), one.remedy, Severity.WARNING
    )


def spelling_absent(project: Project, language: str) -> Iterator[Diagnostic]:
    """Says that spelling was not judged, where this machine has no hunspell for it."""
    del project
    if listed(language) and dictionary_of(language) is None:
        yield Diagnostic(
            "spelling-absent",
            say("the spelling of {language} was not judged: hunspell is not on this machine",
                language=language),
            remedy="install it with: pip install chunspell", severity=Severity.INFO,
        )  # fmt: skip
