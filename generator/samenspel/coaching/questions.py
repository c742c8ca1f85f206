"""Is it a question that opens a conversation? What a facilitator would ask of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samenspel.coaching.tongues import Tongue

MOST_WORDS = 30
"""The longest question, in words: it is read out once and then remembered."""

PAIR = 3
"""A second *which* after no more words than this still belongs to the first."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PART = re.compile(r"(?<=[.!?:;])\s+")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def count_words(text: str) -> int:
    """How many words a text has, as people count them: by the spaces, dashes left out."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def ends_as_question(text: str) -> bool:
    """True when a text ends with a question mark, inside or outside closing quotes."""
    return text.rstrip().rstrip("’”\"')").endswith("?")


def is_closed(question: str, tongue: Tongue) -> bool:
    """True when yes or no would be an answer. A choice (*dit of dat*) is no such question."""
    parts = [part for part in _PART.split(question.strip()) if part.rstrip("’”\"')").endswith("?")]
    return bool(parts) and _closed(parts[-1], tongue)


def _closed(clause: str, tongue: Tongue) -> bool:
    words = words_of(clause)
    while words and words[0] in tongue.fillers:
        words = words[1:]
    if not words or _asks(words, tongue):
        return False
    _, comma, rest = clause.partition(",")
    if comma and words[0] in tongue.joining and not _has_verb_first(words, tongue):
        return _closed(rest, tongue)
    if not _has_verb_first(words, tongue):
        return False
    asks_on = any(_asks(_unjoined(words_of(part), tongue), tongue) for part in rest.split(","))
    return not asks_on and not _offers_choice(words, tongue)


def _has_verb_first(words: Sequence[str], tongue: Tongue) -> bool:
    if words[0] in tongue.verbs:
        return True
    others = tongue.before | tongue.joining | tongue.asking
    return len(words) > 1 and words[1] in tongue.subjects and words[0] not in others


def _asks(words: Sequence[str], tongue: Tongue) -> bool:
    """True when a question word stands at the head, or after one word such as *aan*."""
    if not words:
        return False
    if words[0] in tongue.asking:
        return True
    return words[0] in tongue.before and len(words) > 1 and words[1] in tongue.asking


def _unjoined(words: Sequence[str], tongue: Tongue) -> Sequence[str]:
    return words[1:] if words and words[0] == tongue.both else words


def _offers_choice(words: Sequence[str], tongue: Tongue) -> bool:
    return tongue.either in words[2:-1] and words[0] not in tongue.knowing


def is_double(question: str, tongue: Tongue) -> bool:
    """True when two things are asked: two question marks, or a second question after *en*.

    Two question words that stand together (*wie en wat*, *welk doel en welk middel*) ask one thing.
    """
    if question.count("?") > 1:
        return True
    words = words_of(question)
    return any(
        word == tongue.both and _begins_another(words, place, tongue)
        for place, word in enumerate(words)
        if place
    )


def _begins_another(words: Sequence[str], place: int, tongue: Tongue) -> bool:
    """True when the *en* at ``place`` joins a second question, and not two names for one thing."""
    if words[place - 1] in tongue.asking or not _asks(words[place + 1 :], tongue):
        return False
    # welk mandaat en welk ritme: two things of a kind, before anything is said of them
    return not (place <= PAIR and words[0] in tongue.which and words[place + 1] in tongue.which)
