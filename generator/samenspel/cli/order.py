"""``samenspel order``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.making import making_options, taken_making
from samenspel.cli.options import order_options, ordered_paper_option, output_option
from samenspel.cli.show import progress, show_diagnostics, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.ordering import OrderReport

EPILOG = """\b
Examples:
  samenspel order --press meinspiel --copies 250
  samenspel order mijn-dek --press printsimple --region waddenrand --copies 100 --zip
  samenspel order --press coated --quantities oplage.csv --product cards --product poster
  samenspel order --press longpack --copies 50 --core black --box two-piece
"""


@click.command(epilog=EPILOG, short_help="Put all that a print shop needs into one folder.")
@folder_argument
@order_options
@ordered_paper_option
@click.option(
    "--copies",
    type=click.IntRange(1, 1_000_000),
    metavar="NUMBER",
    help="How many decks (and posters) each region gets.",
)
@click.option(
    "--quantities",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV or XLSX file with the columns region and copies, and language and product if you "
    "like. It goes before --copies.",
)
@click.option(
    "--approvals",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV or XLSX file with the columns edition, name and date: who approved what.",
)
@making_options
@click.option("--reference", default="", metavar="TEXT", help="How you call this order.")
@click.option("--contact", default="", metavar="TEXT", help="Whom the shop may ask.")
@click.option("--delivery", default="", metavar="TEXT", help="Where and when to deliver.")
@click.option(
    "--words",
    default="",
    metavar="LANGUAGE",
    help="The language of the papers: nl, en or de.  [default: the deck's own]",
)
@click.option("--zip", "zipped", is_flag=True, help="One zip for each press instead of a folder.")
@output_option("Where the folder order/PRESS comes.")
def order(folder: Path | None, output: Path, **wanted: Any) -> None:
    """Put all that a print shop needs into one folder a press: order/PRESS in the output folder.

    It holds the press files under names that say what they are, a proof with a page to sign, a job
    ticket to read and one for machines (XJDF), the preflight report, checksums, and a mail that
    asks for a price. What preflight refuses is not ordered.
    """
    from samenspel.ordering import OrderRequest
    from samenspel.ordering import order as make

    making = taken_making(wanted)
    request = OrderRequest(
        output, project_folder(folder), making=making, cache=cache_folder(), **wanted
    )
    with progress() as on_progress:
        report = make(request, on_progress)
    _show(report)


def _show(report: OrderReport) -> None:
    if report.warnings:
        show_diagnostics(report.warnings)
    for place in report.places:
        inside = [path for path in report.files if place in path.parents]
        count = say(": {count} files", count=len(inside)) if inside else ""
        show_text(say("ready to send: {place}{count}", place=place, count=count))
