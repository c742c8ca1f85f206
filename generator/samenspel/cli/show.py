"""What people see: mistakes, tables, progress. rich is loaded for a terminal only."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import wrap
from typing import IO, TYPE_CHECKING, Literal

import click

from samenspel.bounds import LINE, SHOWN
from samenspel.cli.tongue import here
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import ExitCode
from samenspel.printable import printable
from samenspel.saying import Said, counted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from samenspel.pipeline import Progress, Stopped


def coloured(stream: IO[str]) -> bool:
    """True on a terminal, unless the user asked for no colour (no-color.org) or it cannot."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


_FIRST = 0xF0000 + int.from_bytes(os.urandom(2)) % 0xFF00
"""The first of the marks, other ones each time: no text of a stranger's can hold them."""
PLAIN = (chr(_FIRST), "\x1b[0m")
STYLES = {
    name: (chr(_FIRST + number), f"\x1b[{code}m")
    for number, (name, code) in enumerate(
        {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}.items(),
        start=1,
    )
}
"""Each style's mark inside a text (for private use in Unicode) and what a terminal takes for it."""
_CODES = dict((*STYLES.values(), PLAIN))
_MARK = re.compile(f"([{''.join(_CODES)}])")
YES = ("j", "ja", "y", "yes")
NO = ("n", "nee", "nein", "no")
NOTHING = say("nothing was written")
ONLY_REJECTED = say("only rejected files were kept")
KINDS = {Severity.WARNING: "warning: ", Severity.INFO: "info: "}
"""What stands before a message that stops no build."""


def in_tongue(text: str) -> str:
    """What samenspel said (``say``), in the reader's language; anybody else's text as it is."""
    return here(text) if isinstance(text, Said) else text


def styled(text: str, *, bold: bool = False, dim: bool = False, fg: str | None = None) -> str:
    """The text with marks for its style, which ``show_text`` makes into a terminal's own."""
    names = [name for name, wanted in (("bold", bold), ("dim", dim)) if wanted]
    marks = "".join(STYLES[name][0] for name in (*names, *([fg] if fg else ())))
    return f"{marks}{in_tongue(text)}{PLAIN[0]}" if text else ""


def show_text(text: str, *, error: bool = False) -> None:
    """One text on standard output, or on standard error; long lines break between words.

    What was made with ``say`` is said in the reader's language. Nothing in it reaches a terminal as
    anything but text (``printable``), whoever wrote it.
    """
    stream = sys.stderr if error else sys.stdout
    text = in_tongue(text)
    if stream.isatty():
        import shutil

        width = shutil.get_terminal_size().columns
        text = "\n".join(_wrapped(line, width) for line in text.split("\n"))
    in_colour = coloured(stream)
    parts = (
        (_CODES[part] if in_colour else "") if part in _CODES else printable(part)
        for part in _MARK.split(text)
    )
    click.echo("".join(parts), file=stream, color=in_colour)


def agreed(question: str, *, default: bool = False) -> bool:
    """Ask somebody at a terminal; ``j``, ``ja``, ``y`` and ``yes`` are yes."""
    while True:
        answer = click.prompt(
            f"{printable(here(question))} [{'J/n' if default else 'j/N'}]",
            default="",
            show_default=False,
        )
        said = answer.strip().lower()
        if said in ("", *YES, *NO):
            return default if not said else said in YES
        show_text(say("j or n, please (ja of nee)"))


def ask(question: str, *, default: str = "", show_default: bool = True) -> str:
    """What somebody at a terminal answers; an empty answer takes ``default``."""
    answer: str = click.prompt(here(question), default=default, show_default=show_default)
    return answer


def show_data(text: str) -> None:
    """Data for another program on standard output, as it is."""
    click.echo(text)


def _wrapped(line: str, width: int) -> str:
    """A line broken between words, what follows two deeper than it began."""
    if _length(line) <= width:
        return line
    plain = _MARK.sub("", line)
    indent = " " * min(len(plain) - len(plain.lstrip(" ")), width // 4)
    rows, row = [], ""
    for word in line.replace(indent, "", 1).split(" "):
        if not row:
            row = indent + word
        elif _length(row) + 1 + _length(word) <= width:
            row += f" {word}"
        else:
            rows.append(row)
            row = f"{indent}  {word}"
    return "\n".join([*rows, row])


def _length(text: str) -> int:
    return len(_MARK.sub("", text))


def show_diagnostics(diagnostics: Iterable[Diagnostic], outcome: str = NOTHING) -> None:
    """All messages in one block on standard error, then how many there are and where to read on."""
    items = list(diagnostics)
    lines = [one_line(item) for item in items[:SHOWN]]
    if len(items) > SHOWN:
        lines.append(here(say("… and {count} more; mend these first", count=len(items) - SHOWN)))
    errors = [item for item in items if item.severity is Severity.ERROR]
    if errors:
        count = counted("1 mistake", "{count} mistakes", count=len(errors))
        if outcome == NOTHING and any(item.code == "rejected-kept" for item in items):
            outcome = ONLY_REJECTED
        more = say(
            "{mistakes}; {outcome}. More: samenspel explain {code}",
            mistakes=count, outcome=outcome, code=errors[0].code,
        )  # fmt: skip
        lines += ["", here(more)]
    show_text("\n".join(lines), error=True)


def show_kept(kept: Diagnostic) -> None:
    """Tell at once that a file that stood in the way was moved aside."""
    show_diagnostics([kept])


def show_pictures(count: int, output: Path, presses: Sequence[str]) -> None:
    """How many pictures were made and where; those of a deck are for a press, and say for which."""
    if presses:
        names = ", ".join(presses)
        text = say("{count} pictures made in {output}, for {presses}",
                   count=count, output=output, presses=names)  # fmt: skip
    else:
        text = say("{count} pictures made in {output}", count=count, output=output)
    show_text(text)


def show_stopped(stopped: Sequence[Stopped]) -> int:
    """The mistakes of regions that stopped no other one. Returns the exit code for them."""
    from samenspel.pipeline.request import stopped_error

    if not stopped:
        return ExitCode.DONE
    error = stopped_error(stopped)
    names = ", ".join(one.region for one in stopped)
    show_diagnostics(
        error.diagnostics,
        say("nothing was written for {regions}; the others were made", regions=names),
    )
    return error.exit_code


def one_line(item: Diagnostic) -> str:
    """``file:line: key: message; remedy [code]``, the place in bold and the code dimmed."""
    place = styled(_shortened(f"{item.location}: " if item.location else ""), bold=True)
    key = f"{in_tongue(item.key)}: " if item.key else ""
    remedy = f"; {here(item.remedy)}" if item.remedy else ""
    kind = "" if item.severity is Severity.ERROR else here(KINDS[item.severity])
    code = styled(f" [{item.code}]", dim=True)
    return place + kind + _shortened(key + here(item.message) + remedy) + code


def _shortened(text: str) -> str:
    """The text; of one that is far too long the beginning and the end."""
    return text if len(text) <= LINE else f"{text[: LINE - 200]} … {text[-190:]}"


def show_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[str] = ()
) -> None:
    """A table. On a terminal with rules and colours, elsewhere plain aligned columns.

    The columns named in ``right`` are set flush right.
    """
    right = [here(name) for name in right]
    headings = [here(name) for name in headings]
    rows = [[in_tongue(cell) for cell in row] for row in rows]
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


WIDEST = 10_000
"""Characters; a terminal on which every table has room."""


def _rich_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[str]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        # a name that is too long for its column goes on below, and is never cut
        justify: Literal["right", "left"] = "right" if heading in right else "left"
        table.add_column(heading, justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(no_color=not coloured(sys.stdout), highlight=False)
    wide = console.options.update(max_width=WIDEST)
    if Measurement.get(console, wide, table).minimum > console.width:  # words would break
        _show_blocks(headings, rows, console.width)
        return
    console.print(table)


def _show_blocks(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
    """Rows below each other, where beside each other words would break: a line for each cell."""
    for row in rows:
        show_text(styled(printable(row[0]), bold=True))
        for heading, cell in zip(headings[1:], row[1:], strict=True):
            if cell:
                lines = wrap(f"{heading}: {printable(cell)}", width, initial_indent="  ",
                             subsequent_indent="    ", break_long_words=False,
                             break_on_hyphens=False)  # fmt: skip
                show_text("\n".join(lines))


@contextmanager
def progress() -> Iterator[Callable[[Progress], None] | None]:
    """What a build reports its progress to: a bar on a terminal's standard error, else nobody."""
    with bar() as show:
        yield (lambda state: show(state.done, state.total, state.doing)) if show else None


@contextmanager
def bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on a terminal's standard error, with how much is done of how much; else nobody.

    It has no thread of its own, so that processes may be forked beside it.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, no_color=not coloured(sys.stderr))
    columns = (BarColumn(bar_width=30), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True, auto_refresh=False) as shown:
        task = shown.add_task(here("reading the deck"), total=None)

        def tell(done: int, total: int, doing: str) -> None:
            said = in_tongue(doing)
            shown.update(task, total=total, completed=done, description=said, refresh=True)

        yield tell
