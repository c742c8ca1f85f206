"""``samenspel undo``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from samenspel.cli.show import agreed, show_table, show_text
from samenspel.cli.which_deck import own_folder_argument, project_folder
from samenspel.errors import UsageError
from samenspel.saying import say

EPILOG = """\b
Examples:
  samenspel undo
  samenspel undo mijn-dek --list
"""


@click.command(epilog=EPILOG, short_help="Take back the last import, accept or new.")
@own_folder_argument
@click.option("--list", "list_", is_flag=True, help="Show what can be taken back; change nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
def undo(folder: Path | None, list_: bool, yes: bool) -> None:
    """Take back the last change that samenspel made to FOLDER's own files.

    That is an import of texts, an accepted change of the base, or a new project. A file that you
    changed yourself since then is named, and nothing is touched. Call it again to go further back.
    """
    from samenspel.upkeep.history import NOTE, steps, to_undo
    from samenspel.upkeep.history import undo as take_back

    root = project_folder(folder)
    if root is None:
        raise UsageError.of(
            "project-not-found",
            "there is no deck project here",
            remedy="name its folder: samenspel undo FOLDER",
        )
    if list_:
        asked = [step for step in reversed(steps(root)) if step.command != NOTE]
        rows = [(step.when, step.command, str(len(step.after))) for step in asked]
        show_table(("when", "what", "files"), rows, right=("files",))
        return
    taken = to_undo(root)
    if taken and not yes and sys.stdin.isatty():
        last = taken[0]
        for name in dict.fromkeys(name for step in taken for name in step.after):
            show_text(f"  {name}")
        if not agreed(
            say("Take back the {command} of {when}?", command=last.command, when=last.when),
            default=True,
        ):
            show_text(say("Nothing was changed."))
            return
    step, names = take_back(root)
    for name in names:
        show_text(say("as it was: {name}", name=name))
    show_text(say("taken back: {command} of {when}", command=step.command, when=step.when))
