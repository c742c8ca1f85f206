"""What is to be said of a question, the most important first, with two that do better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel.coaching.manners import is_abstract, is_blaming, is_suggestive, manners_of
from samenspel.coaching.questions import (
    MOST_WORDS,
    count_words,
    ends_as_question,
    is_closed,
    is_double,
)
from samenspel.coaching.tongues import tongue_of
from samenspel.markup import plain
from samenspel.saying import say


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say of a question."""

    code: str
    """As ``samenspel explain`` knows it."""
    message: str
    """What is wrong."""
    remedy: str
    """What to do."""
    word: str = ""
    """A word of the text for which others can be written."""
    instead: tuple[str, ...] = ()
    """Words to write in its place, the likeliest first, where that is all there is to do."""


def misspelt(word: str, better: Sequence[str], file: str) -> Remark:
    """What is to be said of a word that no list has; ``file`` holds the deck's own words."""
    if better:
        remedy = say("did you mean {better}? if it is right as it is, add it to {file}",
                     better=", ".join(better), file=file)  # fmt: skip
    else:
        remedy = say("look whether it is right; if it is, add it to {file}", file=file)
    message = say("“{word}” is in no list of words", word=word)
    return Remark("word-misspelt", message, remedy, word, tuple(better))


def remarks_on(question: str, language: str) -> tuple[Remark, ...]:
    """All that is to be said of a question as it is printed; the first matters most."""
    return tuple(_remarks(plain(question), language))


def _remarks(question: str, language: str) -> Iterator[Remark]:
    tongue, manners = tongue_of(language), manners_of(language)
    if not ends_as_question(question):
        yield Remark("question-mark", "does not end with a question mark", "ask it")
    if manners is not None and is_blaming(question, manners):
        yield Remark(
            "question-blaming", "tells somebody off", "ask what it takes to do it another way"
        )
    steers = manners is not None and is_suggestive(question, manners)
    if steers:
        yield Remark(
            "question-suggestive", "has the answer in it already",
            "leave out what you think of it yourself",
        )  # fmt: skip
    count = count_words(question)
    if count > MOST_WORDS:
        yield Remark(
            "question-too-long",
            say("{count} words; who hears it read out forgets how it began", count=count),
            say("leave out {count}", count=count - MOST_WORDS),
        )
    if tongue is not None and is_double(question, tongue):
        yield Remark("question-double", "asks two things at once", "keep the one that matters")
    if tongue is not None and not steers and is_closed(question, tongue):
        yield Remark(
            "question-yes-no", "can be answered with yes or no",
            "begin with what, which, how or who",
        )  # fmt: skip
    if manners is not None and is_abstract(question, manners):
        yield Remark(
            "question-abstract", "speaks of nothing that can be seen or heard",
            "name somebody, a place or a moment",
        )  # fmt: skip
