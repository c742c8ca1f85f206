"""``samenspel texts export`` and ``samenspel texts import``."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.completing import complete_formats, complete_languages, complete_regions
from samenspel.cli.show import agreed, show_diagnostics, show_stopped, show_text, styled
from samenspel.cli.which_deck import (
    cache_folder,
    folder_argument,
    own_folder_argument,
    project_folder,
)
from samenspel.errors import UsageError
from samenspel.saying import counted, say

if TYPE_CHECKING:
    from samenspel.texts import Change

EPILOG = """\b
Examples:
  samenspel texts export deck.xlsx mijn-dek
  samenspel texts export deck.xlsx mijn-dek --region oost --language de
  samenspel texts import deck.xlsx mijn-dek --dry-run
  samenspel texts import deck.xlsx mijn-dek
"""


@click.group(epilog=EPILOG, short_help="Edit all texts in a spreadsheet.")
def texts() -> None:
    """Take a deck's texts to a spreadsheet and back, for editors and translators.

    The workbook has a sheet a language. It shows how many characters each text may have, and only
    its texts can be changed. What comes back goes into the deck's own files; comments and order
    stay as they are.
    """


@texts.command("export", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.xlsx")
@folder_argument
@click.option(
    "--region",
    "-r",
    "regions",
    multiple=True,
    default=("all",),
    metavar="NAME",
    shell_complete=complete_regions,
    help="A region; 'basis' is the deck without one. May be given several times. A region by "
    "itself comes with all of its texts, also those of the base.  [default: all]",
)
@click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_languages,
    help="A language, or 'all'. May be given several times.  [default: all of the region's; for "
    "'basis' the one that the deck was written in]",
)
@click.option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    default=("deck",),
    metavar="NAME",
    shell_complete=complete_formats,
    help="A size of the cards that the texts must fit. May be given several times.  [default: all]",
)
@click.option(
    "--csv", "csv_folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Also write a CSV file a language (UTF-8, semicolons) into this folder.",
)  # fmt: skip
def export(
    file: Path,
    folder: Path | None,
    regions: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    csv_folder: Path | None,
) -> int:
    """Write all texts of FOLDER's deck to the workbook FILE.xlsx."""
    from samenspel.pipeline import BuildRequest
    from samenspel.texts import csv_files, export_texts

    request = BuildRequest(
        output=Path("output"), project=project_folder(folder), cache=cache_folder(),
        regions=regions, languages=languages, formats=formats,
    )  # fmt: skip
    if file.suffix.lower() != ".xlsx":
        named = shlex.quote(f"{file.stem}.xlsx")
        raise UsageError.of(
            "texts-file-name",
            say('"{file}" does not end in .xlsx', file=file),
            remedy=say("call it {named}", named=named),
        )
    made = export_texts(request, file.name)
    if made.warnings:
        show_diagnostics(made.warnings)
    for path, data in csv_files(made, csv_folder).items() if csv_folder else ():
        _write(path, data)
    _write(file, made.workbook)
    for table in made.tables:
        show_text(
            say("  {language}: {count} texts", language=table.language, count=len(table.rows))
        )
    return show_stopped(made.stopped)


def _write(path: Path, data: bytes) -> None:
    """Write an export; a file that somebody edited stays, and the new one gets another name."""
    from samenspel.staging import write_whole
    from samenspel.texts import free_name

    place = free_name(path)
    if place != path:
        show_text(say("{path} holds edits, so it stays as it is", path=path), error=True)
    write_whole(place, data)
    show_text(say("written: {place}", place=place))


@texts.command("import", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@own_folder_argument
@click.option("--yes", "-y", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def import_(file: Path, folder: Path | None, yes: bool, dry_run: bool) -> None:
    """Bring the edits in FILE back into FOLDER's deck.

    FILE is a workbook or CSV file made by 'samenspel texts export', or a folder of such CSV files.
    You see each text as it is and as it becomes, and are asked before anything is written. A text
    that was changed in the deck too since the export stays as it is there, and you are told; for
    any other mistake nothing is written. Take an import back with 'samenspel undo'.
    """
    from samenspel.texts import import_texts

    project = project_folder(folder)
    if project is None:
        raise UsageError.of(
            "project-not-found",
            "the built-in deck cannot be changed, and there is no deck project here",
            remedy="make one with: samenspel new FOLDER, and export its texts",
        )
    found = import_texts(file, project)
    if found.warnings:
        show_diagnostics(found.warnings)
    for change in found.changes:
        _show(change)
    if not found.changes:
        show_text(say("No text is different."))
        return
    count = counted("1 text", "{count} texts", count=len(found.changes))
    if dry_run:
        show_text(say("{texts} would change; nothing was written.", texts=count))
        return
    if not yes and not _agreed(count):
        show_text(say("Nothing was written."))
        return
    for path in found.write():
        show_text(say("written: {path}", path=path))
    where = f" {shlex.quote(str(folder))}" if folder else ""
    show_text(say("To take this back: samenspel undo{where}", where=where))
    show_text(
        say(
            "{texts} changed. See whether all fits: samenspel check{where}",
            texts=count,
            where=where,
        )
    )


def _agreed(count: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError.of(
            "texts-unconfirmed",
            say("{texts} would change, and nobody is there to be asked", texts=count),
            remedy="look at them with --dry-run, then give --yes",
        )
    return agreed(say("Change {texts}?", texts=count))


def _show(change: Change) -> None:
    show_text(f"{change.wording.name}  ({change.wording.place})")
    show_text(styled(f"  - {change.before or '(nothing yet)'}", fg="red"))
    show_text(styled(f"  + {change.after or '(nothing any more)'}", fg="green"))
    show_text(styled(say("  in {file}", file=change.file), dim=True))
