"""A deck for one region in one language: its cards, its region, its furniture words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from samenspel.diagnostics import Location
from samenspel.model.backs import Backs
from samenspel.model.cards import Card
from samenspel.model.kind import ChoiceSet, ConditionModel
from samenspel.model.places import TextPath, field_key
from samenspel.model.region import RegionInfo
from samenspel.model.waiving import Waiver

__all__ = ["Deck", "TextPath", "Translation"]


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a deck in another language than its source's is translated.

    ``source`` is the source language, ``draft`` says that a native speaker has not read it yet;
    ``untranslated`` are the printed texts that are still in the source language (of a list, the
    last). Of a draft's card that has such a text, the whole card is in the source language.
    """

    source: str
    """The language that it was written in."""
    draft: bool = False
    """Whether a native speaker has not read it yet."""
    untranslated: frozenset[TextPath] = frozenset()
    """The printed texts that are still in the source language (of a list, the last one)."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck for one region in one language: what later stages work on.

    Paths of texts outside the cards begin with ``@deck``, ``@labels`` or ``@region``.
    """

    title: str
    """The deck's title."""
    subtitle: str
    """The line below it."""
    edition: str
    """As its maker counts them: ``2026.1``."""
    edition_code: str
    """As it is printed; its name alone (``2026.1-waddenrand-nl``) until it is known with what."""
    language: str
    """The language of its texts."""
    source: str
    """The book or paper that the deck builds on, as it is printed."""
    licence: str
    """The licence of its content, as it is printed."""
    makers: str
    """Who made it, as it is printed."""
    region: RegionInfo
    """The region that it is for."""
    cards: tuple[Card, ...]
    """In order; a card that stands several times in the deck (a blank) is listed as often."""
    labels: Mapping[str, str]
    """The furniture words, by key."""
    extras: tuple[Card, ...] = ()
    """What is printed beside the cards: pages of the leaflet and of what lies on the table."""
    sources: Mapping[TextPath, Location] = field(default_factory=dict)
    """Where each text comes from, by its path; shorter paths stand for a field or a card."""
    line_starts: Mapping[TextPath, tuple[int, ...]] = field(default_factory=dict)
    """For texts over several source lines, the offset at which each line begins."""
    moved: Mapping[TextPath, TextPath] = field(default_factory=dict)
    """The paths in the maker's file of texts that moved up, where one above them was empty."""
    waivers: tuple[Waiver, ...] = ()
    """What its maker lets stand."""
    translation: Translation | None = None
    """``None`` for a deck in its source language."""
    sets: Mapping[str, ChoiceSet] = field(default_factory=dict)
    """The sets that its kinds choose from, by name."""
    model: ConditionModel | None = None
    """The model that it is about; ``None`` for a deck without one."""
    content: str = ""
    """SHA-256 in hex of all that its files say: with all else that it is printed with, what its
    edition code is taken of."""
    backs: Backs = "own"
    """What the backs of its cards tell."""
    pairs: bool = False
    """Whether each reminder is two cards, in the format that it is printed in."""
    stand_ins: Deck | None = None
    """The same deck in its source language, of which cards stand in a draft that lacks them."""

    @property
    def every(self) -> tuple[Card, ...]:
        """All that has texts of its own: the cards, and what is printed beside them."""
        return (*self.cards, *self.extras)

    def made_of(self, made: Callable[[Card], Card]) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
        """The cards and the extras, each as ``made`` of it."""
        return tuple(map(made, self.cards)), tuple(map(made, self.extras))

    def printed_in(self, format_name: str) -> tuple[Card, ...]:
        """The cards as one counts them on a table: one that is printed as a pair stands twice."""
        return tuple(
            card for card in self.cards for _ in card.printed(format_name, self.backs)
        )

    @property
    def standing(self) -> frozenset[str]:
        """The ids of the cards that come from ``stand_ins``."""
        if self.stand_ins is None or self.translation is None:
            return frozenset()
        return frozenset(str(path[0]) for path in self.translation.untranslated)

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
        """Where the text at a path of a maker's file stands now; ``None`` where it was empty.

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
        return field_key(self.written(path))

    def where(self, *path: str | int) -> Location | None:
        """The place in a maker's file of the text at ``path``, or of the nearest whole above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.sources:
                return self.sources[path[:length]]
        return None
