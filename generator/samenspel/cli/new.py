"""``samenspel new``."""

from __future__ import annotations

from pathlib import Path

import click

from samenspel.cli.show import show_text


@click.command(
    epilog="\b\nExample:\n  samenspel new mijn-dek", short_help="Make a deck of your own."
)
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a deck project of your own in FOLDER.

    It starts as a copy of the built-in deck and can be built at once. FOLDER must be new or empty.
    """
    from samenspel.starter import new_project

    files = new_project(folder)
    show_text(f"{len(files)} files made in {folder}. Read {folder / 'LEESMIJ.md'}, then:\n")
    show_text(f"  samenspel build {folder}")
