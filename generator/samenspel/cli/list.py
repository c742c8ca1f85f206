"""``samenspel list``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.completing import complete_presses
from samenspel.cli.show import show_data, show_table, show_text, styled
from samenspel.cli.tongue import here
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.printable import json_text
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.cli.tables import Row

OWN_WORDS = ("ready", "what", "wanted", "by default", "two-sided", "text", "pages")
"""The columns whose cells are words of samenspel's own."""
ENTITLED = ("formats", "papers", "presses")
"""The tables in which titles are those of samenspel's own presets."""

FOLDER = "samenspel.list.folder"
"""Where the context has a folder that stands in the place of a kind."""
KEPT = "list"
"""The kind of entry in the store that tables are."""

EPILOG = """\b
Examples:
  samenspel list
  samenspel list regions mijn-dek
  samenspel list colours mijn-dek               as written and as printed
  samenspel list formats --json
  samenspel list presses meinspiel              all that one shop wants
"""


class _KindOrFolder(click.Choice[str]):
    """What to list; a folder in its place is the deck of which all is listed."""

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The kind; empty for a folder, which the context then has. Raises BadParameter."""
        if ctx is not None and value not in self.choices and Path(value).is_dir():
            ctx.meta[FOLDER] = Path(value)
            return ""
        return super().convert(value, param, ctx)


@click.command("list", epilog=EPILOG, short_help="Show what there is to choose from.")
@click.argument(
    "what",
    required=False,
    type=_KindOrFolder(
        [
            "cards",
            "kinds",
            "regions",
            "colours",
            "formats",
            "presses",
            "products",
            "papers",
            "schemes",
        ]
    ),
)
@folder_argument
@click.option(
    "--press",
    metavar="NAME",
    shell_complete=complete_presses,
    help="All that this press wants, with the place where it says so; 'list presses NAME' does "
    "the same.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs to read.")
def list_(what: str | None, folder: Path | None, press: str | None, as_json: bool) -> None:
    """Show the cards, kinds of cards, regions, formats, presses and so on to choose from.

    FOLDER is a deck project, as for 'samenspel build'. Without a kind, all are shown but
    colours.
    """
    what = what or None
    folder = folder or click.get_current_context().meta.get(FOLDER)
    if what == "presses" and folder is not None and not folder.exists():
        press, folder = str(folder), None  # list presses NAME
    what = "presses" if press is not None else what
    tables = _tables(project_folder(folder), what, press)
    if as_json:
        data = tables[what] if what else tables
        show_data(json_text(data, 2))
        return
    for kind, rows in tables.items():
        if not what:
            show_text(styled(say(kind.upper()), bold=True))
        headings = list(rows[0]) if rows else []
        show_table(headings, [[_said(kind, name, row[name]) for name in headings] for row in rows])
        if not what:
            show_text("")


def _tables(folder: Path | None, what: str | None, press: str | None) -> dict[str, list[Row]]:
    """The tables that are asked for; those of a project that is as it was come from the store."""
    from samenspel.builtin import builtin_deck
    from samenspel.cli.tables import made_tables
    from samenspel.store import Store, digest_of

    builtin = builtin_deck()
    roots = (folder or builtin, builtin)
    store = Store(cache_folder())
    key = digest_of(roots, repr((what, press))) if store.folder else ""
    entry = store.get(KEPT, key) if key else None
    if entry is None:
        entry = json.dumps(made_tables(*roots, what, press)).encode()
        if key:
            store.put(KEPT, key, entry)
    tables: dict[str, list[Row]] = json.loads(entry)
    return tables


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _said(kind: str, column: str, value: object) -> str:
    """A cell; of the columns in which samenspel itself says something, in the reader's language."""
    own = column in OWN_WORDS or (column == "title" and kind in ENTITLED)
    return here(_cell(value)) if own else _cell(value)
