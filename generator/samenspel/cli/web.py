"""``samenspel web``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.completing import complete_languages, complete_regions
from samenspel.cli.options import output_option, split
from samenspel.cli.recording import record_new
from samenspel.cli.show import show_diagnostics, show_stopped, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.diagnostics import in_order
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.pipeline import BuildRequest

EPILOG = """\b
Examples:
  samenspel web
  samenspel web mijn-dek --region waddenrand
  samenspel web mijn-dek --region all --output website
"""


@click.command("web", epilog=EPILOG, short_help="Make the deck as one page for a website.")
@folder_argument
@click.option(
    "--region",
    "-r",
    "regions",
    multiple=True,
    metavar="NAME",
    callback=split,
    shell_complete=complete_regions,
    help="A region to make the page for; 'basis' is the deck without a region, 'all' makes every "
    "region that is ready. May be given several times, or with commas.  [default: the region that "
    "the deck is for]",
)
@click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    callback=split,
    metavar="NAME",
    shell_complete=complete_languages,
    help="A language that the page speaks; the first is what readers see first. May be given "
    "several times.  [default: all of the region's]",
)
@click.option(
    "--drafts",
    is_flag=True,
    help="Also languages that are drafts, which no native speaker has read yet.",
)
@output_option("The folder to put the page in; it is made when it is not there.")
def web(folder: Path | None, output: Path, **wanted: Any) -> int:
    """Make the deck as one HTML file that everybody can read: the digital edition.

    It holds all cards in all languages of the region, with their drawings in words, and works
    without a connection: mail it, or put it on a website. Readers search the cards, draw one
    blind, lay them out over the conditions and write down what they agree. FOLDER is a deck
    project, as for 'samenspel build'. The file comes in output/REGION/REGION.html.
    """
    from samenspel.pipeline import BuildRequest

    request = BuildRequest(
        project=project_folder(folder), output=output, cache=cache_folder(), **wanted
    )
    return made_for_screens(request, ["web"])


def made_for_screens(request: BuildRequest, products: Sequence[str]) -> int:
    """Make what is asked for of ``samenspel.products.SCREEN``, and show what there is."""
    from samenspel.digital import screen_editions

    record_new(request)
    editions, stopped = screen_editions(request, products)
    notes = in_order(note for one in editions for note in one.notes)
    if notes:
        show_diagnostics(notes)
    for made in editions:
        languages = ", ".join(made.languages)
        show_text(
            say(
                "{path}  {languages}  {size:.1f} MB",
                path=made.path,
                languages=languages,
                size=made.size / 1000000.0,
            )
        )
    return show_stopped(stopped)
