"""``samenspel reprint``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.options import output_option, paper_option, split
from samenspel.cli.show import progress, show_diagnostics, show_table, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.tracing import Reprint

EPILOG = """\b
Examples:
  samenspel reprint --since printed/waddenrand/nl/a6/manifest.json
  samenspel reprint mijn-dek --since oud/manifest.json --product sheets --paper a4
"""


@click.command(epilog=EPILOG, short_help="Make only the cards that changed since a build.")
@folder_argument
@click.option(
    "--since", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="The manifest.json of the build that was printed, or its folder.",
)
@click.option(
    "--product", "-p", "products", multiple=True, callback=split, metavar="NAME",
    help="cards, sheets, or both.  [default: both]",
)
@click.option(
    "--press", default="", metavar="NAME", help="Another press than that of the earlier build.",
)
@paper_option
@output_option("The folder to put the files in; it is made when it is not there.")
def reprint(
    folder: Path | None, output: Path, products: tuple[str, ...], **wanted: Any
) -> None:
    """Make only the cards that are not as they were printed, and a list of what to swap.

    Each face is compared by its fingerprint in the earlier build's manifest, so a card on which
    nothing is seen to differ is not printed again. What comes out has the region, language, format,
    backs and press of that build.
    """
    from samenspel.tracing import ReprintRequest
    from samenspel.tracing import reprint as make

    if products:
        wanted["products"] = products
    request = ReprintRequest(
        output=output, project=project_folder(folder), cache=cache_folder(), **wanted
    )
    with progress() as on_progress:
        made = make(request, on_progress)
    _show(made)


def _show(made: Reprint) -> None:
    if not made.swaps and not made.pages:
        show_text("Every card is as it was printed: nothing to make.")
        return
    rows = [(one.title, one.old or "(new)", one.new or "(goes)") for one in made.swaps]
    if rows:
        show_table(("card", "printed", "now"), rows)
    for one in made.pages:
        pages = ", ".join(map(str, one.pages))
        show_text(say("no longer as printed: {file}, page {pages}", file=one.file, pages=pages))
    if made.report is not None:
        show_diagnostics(made.report.warnings)
        for file in made.report.files:
            show_text(f"made: {file.path}")
    if made.warnings:
        show_diagnostics(made.warnings)
    show_text(f"what to swap: {made.list}")
