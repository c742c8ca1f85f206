"""Tables of texts as CSV: UTF-8 with a byte order mark, semicolons, as a Dutch Excel reads it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from samenspel.texts import columns as c
from samenspel.texts.rows import Table

HEADS = (
    c.LANGUAGE, c.REGION, c.CARD, c.FIELD, c.SOURCE, c.TEXT, c.BUDGET, c.TIGHTEST, c.NOTE, c.KEY,
    c.MARK,
)  # fmt: skip


def is_plain(path: Path) -> bool:
    """True for a CSV file that holds the columns of an export, and no more than these.

    It is one that ``read_tables`` reads.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file, delimiter=";")
    return heads == list(HEADS) and all(len(row) == len(HEADS) for row in rows)


def csv_table(table: Table) -> bytes:
    """One language as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    for row in table.rows:
        one = row.passage
        budget = "" if row.budget is None else str(row.budget)
        said = (
            table.language, one.region, row.card, row.name, one.source, one.text, budget,
            row.tightest, row.note, one.key, row.mark,
        )  # fmt: skip
        writer.writerow([c.guarded(text) for text in said])
    return stream.getvalue().encode("utf-8-sig", "surrogatepass")
