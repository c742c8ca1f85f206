"""``samenspel personal``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.completing import (
    complete_cards,
    complete_formats,
    complete_languages,
    complete_regions,
)
from samenspel.cli.options import output_option, presses_option, split
from samenspel.cli.show import progress, show_diagnostics, show_table, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.diagnostics import Diagnostic
    from samenspel.personal import PersonalFile

EPILOG = """\b
Examples:
  samenspel personal mijn-dek --card welkom --rows gasten.csv
  samenspel personal mijn-dek --card welkom --rows gasten.xlsx --each --format a6
"""
SHOWN = 20
"""Of more files only the first are shown."""


@click.command(epilog=EPILOG, short_help="Make one card for each row of a table.")
@folder_argument
@click.option(
    "--rows", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="A table (.csv or .xlsx): a row a person, the first row names texts of the card.",
)
@click.option(
    "--card", "-c", required=True, metavar="ID", shell_complete=complete_cards,
    help="The card that each gets, by its id, such as welkom.",
)
@click.option("--each", is_flag=True, help="A file for each row, instead of one for all.")
@click.option(
    "--region", "-r", "regions", multiple=True, metavar="NAME", shell_complete=complete_regions,
    callback=split, help="A region to make it for.  [default: the region that the deck is for]",
)
@click.option(
    "--language", "-l", "languages", multiple=True, callback=split, metavar="NAME",
    shell_complete=complete_languages,
    help="A language, such as nl.  [default: all of the region's]",
)
@click.option(
    "--format", "-f", "formats", multiple=True, metavar="NAME", callback=split,
    shell_complete=complete_formats,
    help="The size of the cards.  [default: what the deck names, else a6]",
)
@presses_option
@click.option(
    "--clean", is_flag=True,
    help="Remove files of rows that are no more; without it they are only named.",
)
@output_option("The folder to put the files in; it is made when it is not there.")
def personal(
    folder: Path | None,
    output: Path,
    rows: Path,
    card: str,
    each: bool,
    regions: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    presses: tuple[str, ...],
    clean: bool,
) -> None:
    """Make one card for each row of a table: with a name, a role, a question of one's own.

    A column is called as a text of the card is, by its key or its name; what stands in a cell takes
    the place of that text, and an empty cell leaves it. What all cards share is stored once, so
    ten thousand of them take no more memory than a hundred. Each passes preflight; when
    one text does not fit, its cell is named and nothing is written.
    """
    from samenspel.personal import PersonalRequest, make_personal
    from samenspel.pipeline import BuildRequest

    request = BuildRequest(
        output=output, project=project_folder(folder), cache=cache_folder(), regions=regions,
        languages=languages, formats=formats, presses=presses, cards=(card,), clean=clean,
    )  # fmt: skip
    with progress() as on_progress:
        kept: list[Diagnostic] = []
        removed: list[Path] = []
        made = make_personal(
            PersonalRequest(request, rows, each), on_progress, kept.append, removed.append
        )
    _show(made)
    for path in removed:
        show_text(say("removed: {path}", path=path))
    if kept:
        show_diagnostics(kept)


def _show(made: list[PersonalFile]) -> None:
    rows = [(str(one.path), str(one.pages), f"{one.bytes / 1e6:.1f} MB") for one in made[:SHOWN]]
    show_table(("file", "pages", "size"), rows, right=("pages", "size"))
    if len(made) > SHOWN:
        show_text(say("and {count} more", count=len(made) - SHOWN))
    show_text(say("{files} files made", files=len(made)))
