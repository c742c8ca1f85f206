"""How many of each deck: one number for all, or a table by region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.cells import CellRow, CellTable, read_cells
from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError, UsageError
from samenspel.ordering.columns import columns
from samenspel.ordering.request import OrderRequest
from samenspel.saying import say

MOST = 1_000_000
HEADS: Mapping[str, str] = {
    "region": "region", "regio": "region",
    "language": "language", "taal": "language", "sprache": "language",
    "product": "product", "produkt": "product",
    "copies": "copies", "oplage": "copies", "aantal": "copies", "auflage": "copies",
}  # fmt: skip
"""Heads of columns as people write them."""

_WHOLE = re.compile(r"[0-9]{1,9}|[0-9]{1,3}([. \u00a0][0-9]{3}){1,2}")
"""A whole number, as it is or with its thousands apart: 2.5 is none, for it is not 25 either."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Copies by region, language and product; an empty name stands for every one."""

    table: Mapping[Key, int]
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each region stands in the table."""

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that the table names."""
        return tuple(self.places)

    def check(self, known: Sequence[str]) -> None:
        """Raise ContentError for regions of the table that the deck does not have."""
        unknown = [name for name in self.places if name not in known]
        if unknown:
            raise ContentError(
                Diagnostic(
                    "order-table",
                    say('there is no region "{name}"', name=name),
                    self.places[name],
                    remedy=near_match(name, known),
                )
                for name in unknown
            )

    def copies_of(self, region: str, language: str, product: str) -> int:
        """The copies of one job: what is said most closely counts.

        Raises UsageError (``order-copies``) when nothing is said of it.
        """
        for key in (
            (region, language, product), (region, language, ""), (region, "", product),
            (region, "", ""), ("", "", product), ("", "", ""),
        ):  # fmt: skip
            if key in self.table:
                return self.table[key]
        raise UsageError.of(
            "order-copies",
            say(
                "nothing says how many copies {region}/{language} {product} is to have",
                region=region,
                language=language,
                product=product,
            ),
            remedy="give --copies NUMBER for all, or a row for it in the table of --quantities",
        )


def read_amounts(request: OrderRequest) -> Amounts:
    """What the request says. Raises UsageError, and ContentError with all mistakes in a table."""
    table: dict[Key, int] = {}
    places: dict[str, Location] = {}
    if request.copies is not None:
        table["", "", ""] = request.copies
    if request.quantities is not None:
        problems: list[Diagnostic] = []
        path = request.quantities
        cells = read_cells(path.parent, path.name, problems)
        for key, copies, place in _rows(cells, problems) if cells else ():
            table[key] = copies
            region, _, _ = key
            if region:
                places.setdefault(region, place)
        if problems:
            raise ContentError(problems)
    if not table:
        raise UsageError.of(
            "order-copies",
            "an order needs a number of copies",
            remedy="give --copies 250, or --quantities with a table of regions and copies",
        )
    return Amounts(table, places)


def _rows(table: CellTable, problems: list[Diagnostic]) -> Iterator[tuple[Key, int, Location]]:
    heads = columns(
        table, HEADS, ("region", "copies"), problems,
        code="order-table", remedy="name the columns region and copies (or regio and aantal)",
    )  # fmt: skip
    if problems:
        return
    seen: set[Key] = set()
    for row in table.rows:
        said = {name: cell.text.strip() for name, cell in zip(heads, row.cells, strict=False)}
        key = said.get("region", ""), said.get("language", ""), said.get("product", "")
        copies = _copies(row, said.get("copies", ""), problems)
        if key in seen:
            message = say("{key} stands here a second time", key=" ".join(filter(None, key)))
            problems.append(Diagnostic("order-table", message, row.place,
                                       remedy="keep one of the two rows"))  # fmt: skip
        seen.add(key)
        yield key, copies, row.place


def _copies(row: CellRow, text: str, problems: list[Diagnostic]) -> int:
    if _WHOLE.fullmatch(text):
        copies = int(re.sub(r"\D", "", text))
        if 1 <= copies <= MOST:
            return copies
    message = say('"{text}" is no number of copies', text=text)
    remedy = say("write a whole number from 1 to {most}", most=MOST)
    problems.append(Diagnostic("order-table", message, row.place, remedy=remedy))
    return 1
