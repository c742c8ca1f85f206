"""``samenspel store``."""

from __future__ import annotations

import click

from samenspel.cli.show import show_data, show_table, show_text
from samenspel.cli.which_deck import cache_folder
from samenspel.printable import json_text
from samenspel.saying import say


@click.command(
    epilog="\b\nExamples:\n  samenspel store\n  samenspel store clear",
    short_help="Show or clear what is kept between builds.",
)
@click.argument("what", required=False, type=click.Choice(["show", "clear"]), default="show")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs to read.")
def store(what: str, as_json: bool) -> None:
    """Show or clear the store: what samenspel keeps so as not to make it twice.

    It holds drawings made ready for the press, cards as they were laid out, and of each build what
    it was made with and what it wrote. It never grows beyond a gigabyte, and you may clear or
    delete it at any moment: files are the same to the byte with it and without it. SAMENSPEL_CACHE
    names its folder; when that is empty, nothing is kept.
    """
    from samenspel.store import Store

    kept = Store(cache_folder())
    if kept.folder is None:
        show_text(say("Nothing is kept: SAMENSPEL_CACHE is empty."))
        return
    if what == "clear":
        gone = kept.clear()
        show_text(
            say(
                "{entries} entries cleared from {folder} ({size:.1f} MB)",
                entries=gone.entries,
                folder=kept.folder,
                size=gone.size / 1000000.0,
            )
        )
        return
    rows = [
        {"kind": one.kind, "entries": one.entries, "bytes": one.size} for one in kept.contents()
    ]
    if as_json:
        show_data(json_text({"folder": str(kept.folder), "kinds": rows}, 2))
        return
    show_table(("kind", "entries", "bytes"), [[str(v) for v in row.values()] for row in rows],
               right=("entries", "bytes"))  # fmt: skip
    show_text(say("kept in {folder}", folder=kept.folder))
