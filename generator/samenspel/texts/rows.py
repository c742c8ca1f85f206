"""The rows of a table of texts: what an editor sees of each, and the marks that an import needs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from samenspel.layers.shapes import BASE, REGIONS
from samenspel.model.deck import Deck, TextPath
from samenspel.project import Project
from samenspel.texts.budget import Budgets, printed
from samenspel.texts.naming import PARTS, advice, field_name
from samenspel.upkeep.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class Row:
    """One text. ``budget`` is about how many characters fit where ``tightest`` names the format.

    ``shown`` is the text as the deck prints it, when that differs. ``mark`` holds the row's number,
    and fingerprints of its key and of the text as it was exported.
    """

    passage: Passage
    card: str
    name: str
    note: str
    mark: str = ""
    budget: int | None = None
    tightest: str = ""
    shown: str = ""

    @property
    def templated(self) -> bool:
        """True for a text in which variables may stand."""
        return not self.passage.part.startswith("@") and not self.passage.choices


@dataclass(frozen=True, slots=True)
class Table:
    """All rows in one language."""

    language: str
    rows: tuple[Row, ...]
    is_source: bool


Editions = Mapping[tuple[str, str], tuple[Budgets, Deck]]


def tables(
    project: Project, wanted: Sequence[tuple[str, str]], known: Editions
) -> tuple[Table, ...]:
    """A table a language, in the project's order.

    With ``basis`` in a table, a region's rows are only those in which it differs: every text stands
    there once.
    """
    made = []
    for language in project.languages:
        regions = [region for region, one in wanted if one == language]
        rows = [
            _row(passage, known.get((region, language)), titles)
            for region in regions
            for titles in [_titles(project, region)]
            for passage in passages(project, region, language)
            if region == BASE or BASE not in regions or passage.file.startswith(f"{REGIONS}/")
        ]
        if rows:
            is_source = language == project.source_language
            made.append(Table(language, tuple(_marked(rows)), is_source))
    return tuple(made)


def _titles(project: Project, region: str) -> dict[str, str]:
    return {
        one.part: one.text
        for one in passages(project, region, project.source_language)
        if one.field == ("title",) and not one.part.startswith("@")
    }


def _row(
    passage: Passage, edition: tuple[Budgets, Deck] | None, titles: Mapping[str, str]
) -> Row:
    card = PARTS.get(passage.part) or titles.get(passage.part, passage.part)
    row = Row(passage, card, field_name(passage.field, passage.declared), _note(passage))
    text = passage.text or passage.source  # what is printed while there is no translation
    if edition is None or not text or not row.templated:
        return row
    budgets, deck = edition
    path = model_path(passage, deck)
    shown = printed(deck, passage.part, path)
    found = budgets.get((passage.part, path))
    budget = found.characters + len(text) - len(shown) if found else None
    return replace(
        row,
        budget=budget,
        tightest=found.format if found else "",
        shown=shown if "{" in passage.text else "",
    )


def model_path(passage: Passage, deck: Deck) -> TextPath:
    """The field with a question by its place instead of its id, found by its source."""
    if passage.field[0] != "questions" or len(passage.field) != 2:
        return passage.field
    for place in range(len(deck.sources)):
        where = deck.sources.get((passage.part, "questions", place))
        if where is None:
            break
        if (where.file, where.line) == (passage.file, passage.line):
            return ("questions", place)
    return passage.field


def _note(passage: Passage) -> str:
    lock = passage.lock
    if lock is not None:
        return f"Ligt vast ({lock.by}): {lock.why}."
    parts = [advice(passage)]
    if passage.region != BASE and not passage.own:
        below = PurePosixPath(passage.file)
        layer = f"‘{below.stem}’" if passage.file.startswith(REGIONS) else "het gewone dek"
        parts.append(f"Uit {layer}; jouw tekst geldt alleen hier.")
    return " ".join(part for part in parts if part)


def _marked(rows: Iterable[Row]) -> Iterable[Row]:
    listed = list(rows)
    for number, row in enumerate(listed, 1):
        mark = mark_of(number, len(listed), row.passage.key, row.passage.text)
        yield replace(row, mark=mark)


def mark_of(number: int, total: int, key: str, text: str) -> str:
    """``14/210 3fa9c1 9bc0d1e2f3a4``: place, fingerprint of the key, fingerprint of the text."""
    return f"{number}/{total} {fingerprint(key)[:6]} {fingerprint(text)}"


def fingerprint(text: str) -> str:
    """Twelve hex digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
