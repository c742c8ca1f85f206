"""``samenspel review``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from samenspel.builtin import builtin_deck
from samenspel.cli.options import deck_options, output_option
from samenspel.cli.show import show_diagnostics, show_table, show_text
from samenspel.cli.tongue import language
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.saying import say

EPILOG = """\b
Examples:
  samenspel review mijn-dek
  samenspel review mijn-dek --take antwoord-duinvoet-nl-jan.json
  samenspel review mijn-dek --answers
  samenspel review mijn-dek --reopen duinvoet --by "Jan Tak" --why "een nieuwe partner"
"""


@click.command(epilog=EPILOG, short_help="Have a deck looked at, and take the yes back in.")
@folder_argument
@deck_options
@click.option(
    "--take", type=click.Path(path_type=Path, dir_okay=False), multiple=True, metavar="FILE",
    help="An answer that came back; may be given several times.",
)
@click.option("--answers", "listed", is_flag=True, help="List the answers that came back.")
@click.option(
    "--reopen", metavar="REGION", default="",
    help="Let a region that was approved change again; give --by and --why.",
)
@click.option("--by", default="", metavar="NAME", help="Who lets it change again.")
@click.option("--why", default="", metavar="TEXT", help="Why it changes again.")
@output_option("Where the folder review/ comes.")
def review(
    folder: Path | None, output: Path, take: tuple[Path, ...], listed: bool, reopen: str,
    by: str, why: str, **wanted: Any,
) -> None:  # fmt: skip
    """Make a page to send: pictures of all cards, room for remarks, and one yes with name and date.

    Whoever gets it opens it in any browser and sends back the file that it saves. Take that in
    with --take: what was approved is frozen until --reopen, and an order says who approved it.
    """
    root = project_folder(folder)
    if reopen:
        from samenspel.reviewing import open_again

        today = date.today().isoformat()
        for one in open_again(root or builtin_deck(), reopen, by, today, why):
            show_text(say("may change again: {region} ({language})",
                          region=one.region, language=one.language))  # fmt: skip
    elif take:
        _take(root or builtin_deck(), take)
    elif listed:
        _list(root or builtin_deck())
    else:
        from samenspel.pipeline import BuildRequest

        wanted["products"] = ("cards",)
        _make(BuildRequest(output=output, project=root, cache=cache_folder(), **wanted))


def _make(request: Any) -> None:
    from samenspel.reviewing import review_pages
    from samenspel.staging import Staging

    pages = {f"review/{one.name}": one.html for one in review_pages(request, language())}
    with Staging(request.output, kept=lambda one: show_diagnostics([one])) as staging:
        for name, data in pages.items():
            staging.write(name, data)
        for path in staging.commit():
            show_text(say("to send: {path}", path=path))


def _take(root: Path, files: tuple[Path, ...]) -> None:
    from samenspel.gate import read_bytes
    from samenspel.loading import open_project
    from samenspel.reviewing import take_answer
    from samenspel.upkeep.reviews import ANSWER

    project = open_project(root, builtin_deck())
    for file in files:
        said = take_answer(project, read_bytes(file.parent, file.name, ANSWER), file.name)
        show_text(
            say("{name} approved {region} ({language}): it is frozen now",
                name=said.name, region=said.region, language=said.language)
            if said.approved
            else say("{name} did not approve {region} ({language}) yet",
                     name=said.name, region=said.region, language=said.language)
        )  # fmt: skip
        for card, text in said.remarks:
            show_text(say("  {card}: {text}", card=card, text=text))


def _list(root: Path) -> None:
    from samenspel.upkeep.reviews import answers

    rows = [
        (one.date, one.name, one.region, one.language, one.format, one.edition,
         _state(one.approved, one.reopened), str(len(one.remarks)))
        for one in answers(root)
    ]  # fmt: skip
    heads = ("date", "name", "region", "language", "format", "edition", "answer", "remarks")
    show_table(heads, rows, right=("remarks",))


def _state(approved: bool, reopened: Any) -> str:
    if not approved:
        return say("not yet")
    return say("yes, opened again by {by}: {why}", by=reopened[0], why=reopened[2]) \
        if reopened else say("yes, frozen")  # fmt: skip
