"""Who approved which edition: a table that whoever collects signatures writes, one row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samenspel.cells import CellTable, read_cells
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError
from samenspel.ordering.columns import columns
from samenspel.ordering.jobs import Job
from samenspel.saying import say
from samenspel.upkeep.reviews import Answer

HEADS: Mapping[str, str] = {
    "edition": "edition", "uitgave": "edition", "ausgabe": "edition", "code": "edition",
    "name": "name", "naam": "name",
    "date": "date", "datum": "date",
}  # fmt: skip
"""Heads of columns as people write them."""
NEEDED = ("edition", "name", "date")


@dataclass(frozen=True, slots=True)
class Approval:
    """One person's yes to the pages of one edition."""

    edition: str
    """The edition's code, as the proof has it."""
    name: str
    """Who said yes."""
    date: str
    """The day, as 2026-03-01."""
    place: Location
    """The row."""


def read_approvals(path: Path | None) -> tuple[Approval, ...]:
    """All rows of a CSV or XLSX file.

    Raises ContentError (``order-approval``) with all mistakes.
    """
    if path is None:
        return ()
    problems: list[Diagnostic] = []
    cells = read_cells(path.parent, path.name, problems)
    found = tuple(_rows(cells, problems)) if cells else ()
    if problems:
        raise ContentError(problems)
    return found


def of_reviews(found: Iterable[Answer], jobs: Sequence[Job]) -> Iterator[Approval]:
    """The yeses on review pages of what is ordered; of a deck that changed since, the last one."""
    given = [one for one in found if one.approved]
    for job in {one.deck.edition_code: one for one in jobs}.values():
        deck, shape = job.deck, job.first.format
        about = (deck.region.id, deck.language, shape)
        mine = [one for one in given if (one.region, one.language, one.format) == about]
        same = [one for one in mine if one.edition == deck.edition_code]
        for one in same or mine[-1:]:
            yield Approval(one.edition, one.name, one.date, Location(one.file))


def of_other_editions(
    approvals: Sequence[Approval], editions: Sequence[str]
) -> Iterator[Diagnostic]:
    """A warning for each approval of what is not ordered: texts changed, or it is another deck."""
    for one in approvals:
        if one.edition not in editions:
            yield Diagnostic(
                "order-approval",
                say(
                    "{name} approved {edition}, which is no edition of this order",
                    name=one.name,
                    edition=one.edition,
                ),
                one.place,
                remedy="something changed since; let them look at the new proof",
                severity=Severity.WARNING,
            )


def _rows(table: CellTable, problems: list[Diagnostic]) -> Iterator[Approval]:
    heads = columns(
        table, HEADS, NEEDED, problems,
        code="order-approval",
        remedy="name the columns edition, name and date (or uitgave, naam and datum)",
    )  # fmt: skip
    for row in () if problems else table.rows:
        said = {name: cell.text.strip() for name, cell in zip(heads, row.cells, strict=False)}
        edition, name, day = (said.get(head, "") for head in NEEDED)
        if not edition or not name or not _is_day(day):
            problems.append(
                Diagnostic(
                    "order-approval",
                    "an approval needs an edition, a name and a day",
                    row.place,
                    remedy="write the day as 2026-03-01",
                )
            )
        else:
            yield Approval(edition, name, day, row.place)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
