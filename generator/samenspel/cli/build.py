"""``samenspel build``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.making import board_options, taken_making
from samenspel.cli.options import (
    output_option,
    paper_option,
    press_options,
    screen_options,
    sheet_options,
)
from samenspel.cli.recording import record_new
from samenspel.cli.show import progress, show_diagnostics, show_stopped, show_table, show_text
from samenspel.cli.web import made_for_screens
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.products import SCREEN
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.pipeline import BuildReport, BuildRequest, BuiltFile

EPILOG = """\b
Examples:
  samenspel build
  samenspel build mijn-dek --region all
  samenspel build -r waddenrand -r stroomdal -f groot -f poker
  samenspel build --product sheets --paper sra3 --scheme cut-and-stack
  samenspel build --product sheets --printer kantoor
  samenspel build --press meinspiel
  samenspel build --press meinspiel --press printsimple
  samenspel build --product box --box two-piece
  samenspel build --product poster --size a1 --size a2
  samenspel build mijn-dek --product cards --watch
  samenspel build --product cards --standard PDF/X-1a:2003 --text outlined
"""


@click.command(epilog=EPILOG)
@folder_argument
@screen_options
@paper_option
@press_options
@sheet_options
@board_options
@click.option(
    "--thorough",
    is_flag=True,
    help="Let preflight draw every page and measure the ink on it; takes some seconds more.",
)
@click.option(
    "--keep-rejected",
    is_flag=True,
    help="Keep a file that does not pass preflight as NAME.rejected.pdf, to look at it.",
)
@click.option(
    "--clean", is_flag=True,
    help="Remove files of earlier builds that are of another edition or for another press; without "
    "it they are only named.",
)  # fmt: skip
@click.option(
    "--watch", "watching", is_flag=True,
    help="Stay, and build again whenever a file of the deck changes, until Ctrl-C.",
)  # fmt: skip
@output_option("The folder to put the files in; it is made when it is not there.")
def build(folder: Path | None, output: Path, watching: bool, **wanted: Any) -> int:
    """Make the PDF files of a deck.

    FOLDER is a deck project: a folder with cards/deck.yaml in it. Without it, the folder where you
    are is built, or, when that is no deck project, the built-in deck.

    The files come in output/REGION/LANGUAGE/FORMAT/, and with several presses in a folder for each
    press before that. Other files that stand there stay. When anything is wrong with a region, all
    its mistakes are listed and nothing of it is written; the other regions are made. Every file
    passes preflight first: what a print shop would refuse is a mistake too, reported with the card
    and the file of yours that it comes from.
    """
    from samenspel.pipeline import BuildRequest
    from samenspel.printers import printer_named

    screens = [one for one in wanted["products"] if one in SCREEN]
    wanted["products"] = tuple(one for one in wanted["products"] if one not in SCREEN)
    name = wanted.pop("printer")
    making = taken_making(wanted)
    request = BuildRequest(
        project=project_folder(folder), output=output, cache=cache_folder(),
        printer=printer_named(name) if name else None, making=making, **wanted,
    )  # fmt: skip
    make = partial(_made_both, screens=screens)
    if watching:
        from samenspel.cli.watching import watch

        return watch(request, make)
    return make(request)


def _made_both(request: BuildRequest, screens: Sequence[str]) -> int:
    """What is made for screens, and the print files, unless only screens were asked for."""
    made = made_for_screens(request, screens) if screens else 0
    return (_made(request) or made) if request.products or not screens else made


def _made(request: BuildRequest) -> int:
    """Build, or know that nothing has changed, and show what there is."""
    from samenspel.pipeline.records import remembered

    report = remembered(request)
    if report is None:
        report = _built(request)
    _show(report)
    return show_stopped(report.stopped)


def _built(request: BuildRequest) -> BuildReport:
    """What is made now; the stages are imported for it."""
    from samenspel.pipeline import build_deck

    record_new(request)
    with progress() as on_progress:
        return build_deck(request, on_progress)


def _show(report: BuildReport) -> None:
    headings = ("file", "product", "pages", "trim in mm", "size")
    rows = [_row(file) for file in report.files]
    show_table(headings, rows, right=("pages", "trim in mm", "size"))
    if report.warnings:
        show_diagnostics(report.warnings)
    for note in dict.fromkeys(file.note for file in report.files if file.note):
        show_text(note)
    if report.replaced:
        names = ", ".join(one.name for one in report.replaced)
        show_text(say("used in the place of samenspel's own: {names}", names=names))
    for path in report.removed:
        show_text(say("removed: {path}", path=path))
    files = len(report.files) + len(report.manifests)
    if report.unchanged:
        show_text(
            say(
                "nothing has changed: {files} files in {output} are what they would be",
                files=files,
                output=report.output,
            )
        )
    else:
        show_text(say("{files} files made in {output}", files=files, output=report.output))


def _row(file: BuiltFile) -> tuple[str, ...]:
    trim = f"{file.trim[0]:g} × {file.trim[1]:g}"
    return str(file.path), file.product, str(file.pages), trim, _size(file.bytes)


def _size(count: int) -> str:
    return (
        say("{count:.1f} MB", count=count / 1000000.0)
        if count >= 1e6
        else say("{count:.0f} kB", count=count / 1000.0)
    )
