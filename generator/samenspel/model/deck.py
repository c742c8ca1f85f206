"""A deck for one region in one language: its cards, its region, its furniture words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from samenspel.diagnostics import Location
from samenspel.model.cards import Card
from samenspel.model.kind import ChoiceSet, ConditionModel
from samenspel.model.places import TextPath, key_of
from samenspel.model.region import RegionInfo
from samenspel.model.waiving import Waiver

__all__ = ["Deck", "TextPath", "Translation"]


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a deck in another language than its source's is translated.

    ``source`` is the source language, ``draft`` says that a native speaker has not read it yet;
    ``untranslated`` are the printed texts that are still in the source language (of a list, the
    last).
    """

    source: str
    draft: bool = False
    untranslated: frozenset[TextPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck for one region in one language: what later stages work on.

    ``labels`` are the furniture words. ``sources`` says where each text comes from, by its path
    (``("blijf-balanceren", "questions", 1)``); shorter paths stand for the whole field or card.
    Texts outside the cards have ``@deck``, ``@labels`` or ``@region`` in place of a card's id.
    ``line_starts`` holds, for texts over several source lines, the offset where each line begins.
    ``translation`` is ``None`` for a deck in its source language. A card that stands several times
    in the deck (a blank) is listed as often.
    """

    title: str
    subtitle: str
    edition: str
    edition_code: str
    language: str
    source: str
    licence: str
    makers: str
    region: RegionInfo
    cards: tuple[Card, ...]
    labels: Mapping[str, str]
    sources: Mapping[TextPath, Location] = field(default_factory=dict)
    line_starts: Mapping[TextPath, tuple[int, ...]] = field(default_factory=dict)
    moved: Mapping[TextPath, TextPath] = field(default_factory=dict)
    """The paths in the maker's file of texts that moved up, where one above them came out empty."""
    waivers: tuple[Waiver, ...] = ()
    translation: Translation | None = None
    sets: Mapping[str, ChoiceSet] = field(default_factory=dict)
    """The sets that its kinds choose from, by name."""
    model: ConditionModel | None = None
    """The model that it is about; ``None`` for a deck without one."""

    def line_of(self, path: TextPath, offset: int) -> Location | None:
        """The source line of the character at ``offset`` in the text at ``path``."""
        place = self.where(*path)
        starts = self.line_starts.get(path, ())
        if place is None or not starts:
            return place
        return Location(place.file, place.line + bisect_right(starts, offset) - 1)

    def written(self, path: TextPath) -> TextPath:
        """The path in the maker's file of the text at ``path``."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.moved:
                return (*self.moved[path[:length]], *path[length:])
        return path

    def moved_to(self, path: TextPath) -> TextPath | None:
        """Where the text at a path of a maker's file stands now; ``None`` where it came out empty.

        It undoes ``written``.
        """
        now = {old: new for new, old in self.moved.items()}
        for length in range(len(path), 0, -1):
            if path[:length] in now:
                return (*now[path[:length]], *path[length:])
            if path[:length] in self.moved:  # another text moved up to where this one stood
                return None
        return path

    def key(self, *path: str | int) -> str:
        """The key in the maker's file of the text at ``path``, as people count."""
        return key_of(self.written(path))

    def where(self, *path: str | int) -> Location | None:
        """The place in a maker's file of the text at ``path``, or of the nearest whole above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.sources:
                return self.sources[path[:length]]
        return None
