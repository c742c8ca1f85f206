"""Bold and italic letters of a cell, and the markup that says the same in a deck's files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from samenspel.cells.workbooks import opened_workbook
from samenspel.markup import Run, paragraphs, unread

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


def marked_up(data: bytes) -> dict[tuple[str, str], str]:
    """The texts of a workbook that have bold or italic letters, by sheet and cell (``nl``, ``E5``).

    Only cells that are there are looked at: a sheet may say that it reaches to the last column.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = (name for name in archive.namelist() if name.endswith(".xml"))
        if not any(STYLED in archive.read(name) for name in parts):
            return {}
    with opened_workbook(data, styled=True) as book:
        return {
            (sheet.title, cell.coordinate): typed(value)
            for sheet in book.worksheets
            for cell in sheet._cells.values()
            if isinstance(value := cell.value, CellRichText) and _is_styled(value)
        }


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
