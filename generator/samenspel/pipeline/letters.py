"""Characters that no font has, told where they were written: a region's name is on every card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from samenspel.diagnostics import Diagnostic
from samenspel.model.deck import Deck, TextPath
from samenspel.model.waiving import REGION

_CODE = re.compile(r"\(U\+([0-9A-F]{4,6})\)")
_NO_TEXTS = ("id", "logo", "languages", "accents")


def at_their_source(deck: Deck, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems; those with characters of the region's own values once, in the region's file."""
    values = list(_texts((), deck.region.model_dump(exclude=set(_NO_TEXTS))))
    found: dict[Diagnostic, None] = {}
    for problem in problems:
        if problem.code == "glyph-missing":
            characters = [chr(int(code, 16)) for code in _CODE.findall(problem.message)]
            places = [_places(deck, values, character) for character in characters]
            if places and all(places):
                found |= dict.fromkeys(one for several in places for one in several)
                continue
        found[problem] = None
    return tuple(found)


def _places(
    deck: Deck, values: Iterable[tuple[TextPath, str]], character: str
) -> list[Diagnostic]:
    """The mistake at each of a region's values that holds the character."""
    return [
        Diagnostic(
            "glyph-missing",
            f"no font of this deck has {character} (U+{ord(character):04X})",
            deck.where(REGION, *path),
            ".".join(str(part) for part in path if isinstance(part, str)),
            "write it with other characters, or name a font that has them under fonts: in "
            f"cards/{deck.language}/deck.yaml",
        )
        for path, text in values
        if character in text
    ]


def _texts(path: TextPath, value: object) -> Iterator[tuple[TextPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts((*path, str(key)), part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts((*path, index), part)
