"""Bold and italic letters of a cell, and the markup that says the same in a deck's files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from samenspel.markup import Run, paragraphs, unread

if TYPE_CHECKING:
    from openpyxl import Workbook

STYLED = b"<rPr"
"""Stands in a workbook's XML where letters of a cell have a look of their own."""


def as_rich(text: str, face: str, size: float) -> CellRichText | None:
    """A text with its markup as a cell shows it; ``None`` where a cell cannot show it whole."""
    if "*" not in text:
        return None
    lines = text.split("\n")
    found = [_runs(line) for line in lines]
    if not any(run.bold or run.italic for runs in found for run in runs):
        return None
    if any(unread(runs) != line for runs, line in zip(found, lines, strict=True)):
        return None
    made: list[str | TextBlock] = []
    for number, runs in enumerate(found):
        made += ["\n"] if number else []
        made += [_block(run, face, size) for run in runs]
    return CellRichText(made)


def _runs(line: str) -> tuple[Run, ...]:
    return tuple(run for one in paragraphs(line) for run in one.runs)


def _block(run: Run, face: str, size: float) -> TextBlock:
    font = InlineFont(rFont=face, sz=size, b=run.bold or None, i=run.italic or None)
    return TextBlock(font, run.text)


def typed(value: CellRichText) -> str:
    """What stands in a cell as a deck's files say it."""
    lines: list[list[Run]] = [[]]
    for run in _of_cell(value):
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.bold, run.italic))
        lines += [[Run(text, run.bold, run.italic)] for text in others]
    return "\n".join(unread(_merged(runs)) for runs in lines)


def with_markup(book: Workbook, styled: Workbook, rows: int) -> None:
    """Write the markup of a workbook's cells into the same workbook as it is read without looks.

    No more than so many ``rows`` of a sheet are looked at.
    """
    for sheet in styled.worksheets:
        for row in sheet.iter_rows(max_row=min(sheet.max_row, rows)):
            for cell in row:
                value: object = cell.value
                if isinstance(value, CellRichText) and _is_styled(value):
                    plain = book[sheet.title][cell.coordinate]
                    plain.value = typed(value)
                    plain.data_type = "s"  # also when it begins as a formula does


def _is_styled(value: CellRichText) -> bool:
    return any(isinstance(part, TextBlock) for part in value)


def _of_cell(value: CellRichText) -> Iterator[Run]:
    for part in value:
        if isinstance(part, TextBlock):
            yield Run(str(part.text), bool(part.font.b), bool(part.font.i))
        else:
            yield Run(str(part))


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one look together: an editor cuts a bold word in as many parts as it likes."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if last is not None and (last.bold, last.italic) == (run.bold, run.italic):
            made[-1] = Run(last.text + run.text, run.bold, run.italic)
        elif run.text:
            made.append(run)
    return made
