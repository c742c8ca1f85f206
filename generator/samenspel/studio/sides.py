"""The texts of a part of the deck in all its languages, side by side, with what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samenspel.layers.applying import NO_TEXTS
from samenspel.layers.shapes import BASE
from samenspel.model.waiving import REGION
from samenspel.offer import languages_of
from samenspel.project import Project
from samenspel.saying import counted
from samenspel.studio.fields import TextField, fields_of, over_base
from samenspel.studio.saving import record_key
from samenspel.texts.naming import PARTS
from samenspel.upkeep.overrides import Outdated, outdated_overrides
from samenspel.upkeep.passages import Passage, passages
from samenspel.upkeep.translated import outdated_translations

State = Literal["missing", "outdated", "changed", ""]
"""Not translated, translated from another wording, or written over another base; else nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One text in one language."""

    language: str
    """Its language."""
    field: TextField
    """The text with its lock, and what the base says."""
    state: State
    """What is to be done with it."""
    changed: Outdated | None = None
    """What became of the base under it."""

    @property
    def id(self) -> str:
        """In the page: ``en-f3``."""
        return f"{self.language}-{self.field.id}"

    @property
    def shown(self) -> object:
        """What somebody sees who chooses what becomes of it."""
        base = (self.changed.was, self.changed.now) if self.changed else ()
        return [self.field.text, self.state, base]

    @property
    def can_take(self) -> bool:
        """Whether the base's text can come in the place of this one."""
        return self.changed is not None and bool(self.changed.theirs)


@dataclass(frozen=True, slots=True)
class Row:
    """One text in all languages; ``None`` where one has no such text."""

    name: str
    note: str
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class PartOfDeck:
    """A card, the region, the deck itself or its small words, with what is to be done there."""

    id: str
    name: str
    counts: Sequence[Mapping[State, int]]
    """By language, in the order of the languages."""

    def to_do(self, place: int) -> Sequence[str]:
        """What is to be done in a language, in words."""
        found = self.counts[place]
        return [
            words
            for count, words in (
                (found["missing"], counted("1 missing", "{count} missing", count=found["missing"])),
                (found["outdated"],
                 counted("1 outdated", "{count} outdated", count=found["outdated"])),
                (found["changed"],
                 counted("1 with a new base", "{count} with a new base", count=found["changed"])),
            )
            if count
        ]  # fmt: skip


class Sides:
    """All texts of a region (or of the deck without one), as they stand in the files now."""

    def __init__(self, project: Project, region: str) -> None:
        self.languages: Sequence[str] = sorted(
            languages_of(project, region), key=lambda one: one != project.source_language
        )
        self._all = {one: passages(project, region, one) for one in self.languages}
        self._base = {
            one: passages(project, BASE, one) if region != BASE else () for one in self.languages
        }
        self._outdated = {
            one: outdated_translations(project, one) if one != project.source_language else ()
            for one in self.languages
        }
        self._region = region
        self._changed = {
            (one.known[1], one.known[2]): one
            for one in outdated_overrides(project, region)
            if region == BASE or one.known[0] == region
        }

    def parts(self) -> Iterator[PartOfDeck]:
        """Every part of the deck, in order."""
        first = self._all[self.languages[0]]
        titles = {one.part: one.text for one in first if one.field == ("title",)}
        for part in dict.fromkeys(one.part for one in first):
            counts = [self._counts(part, language) for language in self.languages]
            yield PartOfDeck(part, PARTS.get(part) or titles.get(part) or _spelt(part), counts)

    def _counts(self, part: str, language: str) -> Mapping[State, int]:
        states = [self._cell(language, one).state for one in self._fields(part, language)]
        return {state: states.count(state) for state in ("missing", "outdated", "changed")}

    def rows(self, part: str) -> Iterator[Row]:
        """The texts of one part, in the order of the first language."""
        known: dict[object, dict[str, TextField]] = {}
        for language in self.languages:
            for one in self._fields(part, language):
                known.setdefault(one.passage.field, {})[language] = one
        for found in known.values():
            first = next(iter(found.values()))
            cells = [
                self._cell(language, found[language]) if language in found else None
                for language in self.languages
            ]
            yield Row(first.name, first.note, cells)

    def cell(self, part: str, language: str, key: str) -> Cell | None:
        """One text by its key."""
        if language not in self.languages:
            return None
        found = (one for one in self._fields(part, language) if one.key == key)
        return next((self._cell(language, one) for one in found), None)

    def _fields(self, part: str, language: str) -> list[TextField]:
        return over_base(fields_of(part, self._all[language], None), self._base[language])

    def _cell(self, language: str, field: TextField) -> Cell:
        passage = field.passage
        changed = self._changed_under(language, passage)
        name = passage.part == REGION and not NO_TEXTS.isdisjoint(map(str, passage.field))
        if not passage.text.strip() and passage.source and not name:
            return Cell(language, field, "missing")
        if changed is not None:
            return Cell(language, field, "changed", changed)
        base = passage.region == BASE or not passage.own
        mine = self._outdated[language]
        if base and mine and record_key(self._all[language], passage) in mine:
            return Cell(language, field, "outdated")
        return Cell(language, field, "")

    def _changed_under(self, language: str, passage: Passage) -> Outdated | None:
        if not passage.own and passage.region != BASE:
            return None
        dotted = ".".join(map(str, passage.field))
        paths = (f"{passage.part}.{dotted}", f"{passage.part}.{passage.field[0]}")
        found = (self._changed.get((language, path)) for path in paths)
        return next((one for one in found if one), None)


def _spelt(part: str) -> str:
    """The id of a page without a title, as a name: ``boekje-colofon`` is Boekje: colofon."""
    return part[:1].upper() + part[1:].replace("-", ": ", 1).replace("-", " ")
