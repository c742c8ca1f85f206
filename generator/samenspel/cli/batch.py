"""``samenspel batch``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.making import board_options, taken_making
from samenspel.cli.options import batch_options, output_option, paper_option, sheet_options
from samenspel.cli.recording import record_new
from samenspel.cli.show import bar, show_data, show_diagnostics, show_table, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.printable import json_text
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.batch import BatchProgress, BatchReport

EPILOG = """\b
Examples:
  samenspel batch
  samenspel batch mijn-dek --press meinspiel --press printsimple
  samenspel batch --format a6 --product cards --jobs 4
  samenspel batch --json > batch.json
"""


@click.command(epilog=EPILOG, short_help="Make all editions of a deck, on all cores.")
@folder_argument
@batch_options
@paper_option
@sheet_options
@board_options
@click.option(
    "--jobs", "-j", "workers", type=click.IntRange(1, 512), metavar="NUMBER",
    help="How many are made at the same time.  [default: as many as there are cores]",
)  # fmt: skip
@click.option(
    "--scheduler", metavar="ADDRESS", default="",
    help="A Dask cluster that makes it, such as tcp://192.168.1.5:8786; needs samenspel[cluster].",
)  # fmt: skip
@click.option(
    "--thorough",
    is_flag=True,
    help="Let preflight draw every page and measure the ink on it; takes some seconds more.",
)
@click.option(
    "--clean", is_flag=True,
    help="Remove files of earlier builds that are of another edition or for another press; without "
    "it they are only named.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True,
              help="Print the report as JSON, for other programs to read.")  # fmt: skip
@output_option("The folder to put the files in; it is made when it is not there.")
def batch(
    folder: Path | None,
    output: Path,
    workers: int | None,
    scheduler: str,
    as_json: bool,
    **wanted: Any,
) -> int:
    """Make every region of a deck in every language and format, for each press, on all cores.

    FOLDER is a deck project, as for 'samenspel build', and the files come in the same places. A
    mistake in one edition does not stop the others. What was made before and has not changed is
    left alone, so that a batch that was stopped goes on where it was: with Ctrl-C, or killed, each
    folder is whole or as it was. It ends with 0 when all is there, and otherwise as a build of the
    edition that went wrong would (see 'samenspel explain exit-3').
    """
    from samenspel.batch import as_data, batch_deck
    from samenspel.pipeline import BuildRequest
    from samenspel.printers import printer_named

    name = wanted.pop("printer")
    making = taken_making(wanted)
    request = BuildRequest(
        project=project_folder(folder), output=output, cache=cache_folder(),
        printer=printer_named(name) if name else None, making=making, **wanted,
    )  # fmt: skip
    record_new(request, quiet=as_json)
    with _progress() as tell:
        report = batch_deck(request, tell, workers=workers, scheduler=scheduler)
    if as_json:
        show_data(json_text(as_data(report), 2))
    else:
        _show(report)
    return report.exit_code


@contextmanager
def _progress() -> Iterator[Callable[[BatchProgress], None] | None]:
    """A bar with the time that is left on a terminal, elsewhere a line for each tenth."""
    with bar() as tell:
        yield (lambda state: tell(state.done, state.total, _doing(state))) if tell else _Lines()


class _Lines:
    """Progress in a log: a line each time that another tenth is done."""

    def __init__(self) -> None:
        self._tenth = 0

    def __call__(self, state: BatchProgress) -> None:
        tenth = state.done * 10 // max(state.total, 1)
        if tenth > self._tenth:
            self._tenth = tenth


def _doing(state: BatchProgress) -> str:
    return (
        say("{left}  {last}", left=_left(state.left), last=state.last)
        if state.last
        else say("reading the deck")
    )


def _left(seconds: float | None) -> str:
    """``about 2 min left``."""
    if seconds is None:
        return ""
    if seconds < 1:
        return say("done")
    return (
        say("about {seconds:.0f} s left", seconds=seconds)
        if seconds < 90
        else say("about {minutes:.0f} min left", minutes=seconds / 60)
    )


STATES = {"made": say("made"), "unchanged": say("unchanged"), "stopped": say("stopped")}
"""What became of an edition, as a reader is told."""


def _show(report: BatchReport) -> None:
    rows = []
    for one in report.outcomes:
        files = one.report.files if one.report else ()
        size = say("{size:.1f} MB", size=sum(file.bytes for file in files) / 1e6) if files else ""
        rows.append((one.job.press, one.job.region, one.job.language, STATES[one.state],
                     str(len(files)), size))  # fmt: skip
    show_table(("press", "region", "language", "state", "files", "size"), rows,
               right=("files", "size"))  # fmt: skip
    if report.warnings:
        show_diagnostics(report.warnings)
    if report.mistakes:
        show_diagnostics(report.mistakes, "the other editions are not touched by these")
    for region, _ in report.broken:
        show_text(say("{region}: nothing was made, its files have mistakes", region=region))
    for path in report.removed:
        show_text(say("removed: {path}", path=path))
    made, same, stopped = (report.count(one) for one in ("made", "unchanged", "stopped"))
    show_text(
        say(
            "{made} editions made, {same} unchanged, {stopped} stopped, in {output} ({workers} "
            "at a time)",
            made=made,
            same=same,
            stopped=stopped,
            output=report.output,
            workers=report.workers,
        )
    )
