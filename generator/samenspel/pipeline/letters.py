"""Mistakes in a region's own values, reported once, in the file where they were written.

A region's name is on every card: without this, a character that no font has, or a name that is too
long, would be reported for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.layout.mistakes import REMEDY_FOR_GLYPHS
from samenspel.model.deck import Deck, TextPath
from samenspel.model.waiving import REGION
from samenspel.questions import odd_texts
from samenspel.saying import say

LOOK_ALIKE = "text-look-alike"
LONG_NAME = 32
"""A short name of more letters is too long for the lines that it stands in."""


def at_their_source(deck: Deck, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems; those that come from the region's own values once, in the region's file."""
    own = _own_letters(deck, [_long_code(deck, one) for one in problems])
    return _long_name(deck, list(dict.fromkeys(_disguised(deck, own))))


def _disguised(deck: Deck, problems: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The problems; a letter that no font has and that only looks like a Latin one is told as that.

    Another font is no remedy for it.
    """
    missing = any(one.code == "glyph-missing" for one in problems)
    told = [one for one in odd_texts(deck) if one.code == LOOK_ALIKE] if missing else []
    for problem in problems:
        beside = [one for one in told if one.location == problem.location]
        letters = {letter for one in beside for letter in one.subject}
        if problem.code == "glyph-missing" and letters.issuperset(problem.subject):
            yield from (
                replace(one, severity=Severity.ERROR)
                for one in beside
                if set(one.subject) & set(problem.subject)
            )
        else:
            yield problem


def _long_code(deck: Deck, problem: Diagnostic) -> Diagnostic:
    """A code with too little room for a long edition code, told at the region that names it."""
    region = deck.region.id
    if problem.code != "qr-too-small" or len(region) <= LONG_NAME:
        return problem
    place = deck.where(REGION, "name")
    return replace(
        problem,
        location=Location(place.file) if place else problem.location,
        key="",
        remedy=say(
            "give this file a name of at most {long_name} letters: it is part of the edition code",
            long_name=LONG_NAME,
        ),
    )


def _long_name(deck: Deck, problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Texts that have no room because of a long short name, reported once, at that name."""
    short = deck.region.short
    if len(short) <= LONG_NAME:
        return tuple(problems)
    holding = {
        (deck.where(card.id, *path), deck.key(card.id, *path))
        for card in deck.every
        for path, text in card.texts()
        if short in text
    }
    theirs = [
        one
        for one in problems
        if one.code in ("text-too-long", "layout-outside-safe", "layout-collision")
        and (one.location, one.key) in holding
    ]
    if not theirs:
        return tuple(problems)
    warning = Diagnostic(
        "region-name-long",
        say("the short name has {count} letters, and texts with it have no room", count=len(short)),
        deck.where(REGION, "short"),
        "short",
        say(
            "set short: to a name of at most {long_name} letters; name: stays what it is",
            long_name=LONG_NAME,
        ),
    )
    return (*(one for one in problems if one not in theirs), warning)


def _own_letters(deck: Deck, problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems; those with characters of the region's own values once, in the region's file."""
    values = list(deck.region.printed_texts())
    places = {
        character: _region_mistakes(deck, values, character)
        for problem in problems
        if problem.code == "glyph-missing"
        for character in problem.subject
    }
    theirs = {
        character
        for problem in problems
        if problem.subject and all(places.get(character) for character in problem.subject)
        for character in problem.subject
    }
    rest = [one for one in problems if not (one.subject and theirs.issuperset(one.subject))]
    return (*rest, *(one for character in sorted(theirs) for one in places[character]))


def _region_mistakes(
    deck: Deck, values: Iterable[tuple[TextPath, str]], character: str
) -> list[Diagnostic]:
    """The mistake at each of a region's values that holds the character."""
    return [
        Diagnostic(
            "glyph-missing",
            say(
                "no font of this deck has {character} (U+{number:04X})",
                character=character,
                number=ord(character),
            ),
            deck.where(REGION, *path),
            ".".join(str(part) for part in path if isinstance(part, str)),
            REMEDY_FOR_GLYPHS,
            subject=character,
        )
        for path, text in values
        if character in text
    ]
