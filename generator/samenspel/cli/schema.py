"""``samenspel schema``."""

from __future__ import annotations

from pathlib import Path

import click

from samenspel.cli.show import show_text
from samenspel.cli.which_deck import own_folder_argument, project_folder


@click.command(
    epilog="\b\nExample:\n  samenspel schema mijn-dek",
    short_help="Renew the help for editors in a deck.",
)
@own_folder_argument
def schema(folder: Path | None) -> None:
    """Write the JSON schemas into a deck project again.

    With them an editor completes and checks the cards' files while you type. 'samenspel new' puts
    them there already; write them again after an update of samenspel.
    """
    from samenspel.starter import renew_schemas

    written = renew_schemas(project_folder(folder or Path()) or Path())
    for path in written:
        show_text(str(path))
