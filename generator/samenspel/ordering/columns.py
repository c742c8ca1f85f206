"""The columns of a table that comes with an order, by their heads as people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspel.cells import CellTable
from samenspel.diagnostics import Diagnostic
from samenspel.saying import say


def columns(
    table: CellTable,
    known: Mapping[str, str],
    needed: Sequence[str],
    problems: list[Diagnostic],
    *,
    code: str,
    remedy: str,
) -> list[str]:
    """Which column each head is, empty for one that is none of the ``known``.

    A column that is ``needed`` and not there is a problem with this ``code`` and ``remedy``.
    """
    heads = [known.get(cell.text.strip().lower(), "") for cell in table.heads]
    problems.extend(
        Diagnostic(
            code,
            say('there is no column "{needed}"', needed=name),
            table.heads[0].place,
            remedy=remedy,
        )
        for name in needed
        if name not in heads
    )
    return heads
