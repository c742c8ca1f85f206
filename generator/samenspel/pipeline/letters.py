"""Characters that no font has, reported once, in the file where they were written.

A region's name is on every card: without this, one character would be reported for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from samenspel.diagnostics import Diagnostic
from samenspel.layout.mistakes import REMEDY_FOR_GLYPHS
from samenspel.model.deck import Deck, TextPath
from samenspel.model.waiving import REGION


def at_their_source(deck: Deck, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems; those with characters of the region's own values once, in the region's file."""
    problems = list(problems)
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
            f"no font of this deck has {character} (U+{ord(character):04X})",
            deck.where(REGION, *path),
            ".".join(str(part) for part in path if isinstance(part, str)),
            REMEDY_FOR_GLYPHS,
            subject=character,
        )
        for path, text in values
        if character in text
    ]
