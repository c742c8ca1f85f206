"""What people see: mistakes, tables, progress. rich is loaded for a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import click

from samenspel.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from samenspel.pipeline import Progress


def coloured(stream: IO[str]) -> bool:
    """True on a terminal, unless the user asked for no colour (no-color.org) or it cannot."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def show_text(text: str, *, error: bool = False) -> None:
    """One text on standard output, or on standard error."""
    click.echo(text, err=error, color=coloured(sys.stderr if error else sys.stdout))


def show_diagnostics(
    diagnostics: Iterable[Diagnostic], outcome: str = "nothing was written"
) -> None:
    """All messages in one block on standard error, then how many there are and where to read on."""
    items = list(diagnostics)
    lines = [_line(item) for item in items]
    errors = [item for item in items if item.severity is Severity.ERROR]
    if errors:
        count = "1 mistake" if len(errors) == 1 else f"{len(errors)} mistakes"
        if any(item.code == "rejected-kept" for item in items):
            outcome = "only rejected files were kept"
        lines += ["", f"{count}; {outcome}. More: samenspel explain {errors[0].code}"]
    show_text("\n".join(lines), error=True)


def _line(item: Diagnostic) -> str:
    """``file:line: key: message; remedy [code]``, the place in bold and the code dimmed."""
    text = str(item)
    place = f"{item.location}: " if item.location else ""
    code = f" [{item.code}]"
    body = text.removeprefix(place).removesuffix(code)
    kind = "" if item.severity is Severity.ERROR else f"{item.severity.value}: "
    return click.style(place, bold=True) + kind + body + click.style(code, dim=True)


def show_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[str] = ()
) -> None:
    """A table. On a terminal with rules and colours, elsewhere plain aligned columns.

    The columns named in ``right`` are set flush right.
    """
    if sys.stdout.isatty():
        _rich_table(headings, rows, right)
        return
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in (headings, *rows):
        cells = [
            cell.rjust(width) if heading in right else cell.ljust(width)
            for heading, cell, width in zip(headings, row, widths, strict=True)
        ]
        show_text("  ".join(cells).rstrip())


def _rich_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[str]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in right else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(no_color=not coloured(sys.stdout), highlight=False).print(table)


@contextmanager
def progress() -> Iterator[Callable[[Progress], None] | None]:
    """What a build tells its progress to: a bar on a terminal's standard error, else nobody."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, no_color=not coloured(sys.stderr))
    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading the deck", total=None)

        def tell(state: Progress) -> None:
            bar.update(task, total=state.total, completed=state.done, description=state.doing)

        yield tell
