"""Files of several presses in one folder: a command for one loses none of another's.

Both would be called the same. The one that stands there makes room under a name with its press.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from samenspel.model.style import Press
from samenspel.ours import Ours, is_there, kept_name
from samenspel.pipeline.leftovers import Entry, Kept, as_built, entries_of

DEFAULT_PRESS = "coated"
"""The press of whoever names none."""


def folder_for(kind: str, press: str, *, apart: bool) -> str:
    """The folder of what goes with a press's files: ``preview``, or ``preview-meinspiel``.

    What two presses get would be called the same, and one would take the other's place. ``apart``:
    each press has a folder of its own already.
    """
    return kind if apart or press == DEFAULT_PRESS else f"{kind}-{press}"


def moved_aside(folder: Path, made: Collection[str], press: Press) -> dict[str, Entry]:
    """The manifest's entries of files of another press, in whose place new ones come.

    By the file's name; each entry says the name that the file has from now on.
    """
    ours = Ours()
    return {
        entry["name"]: {
            **{key: value for key, value in entry.items() if key != "picture"},
            "name": _free(_pressed(entry["name"], entry["press"]), folder),
        }
        for entry in entries_of(folder)
        if entry["name"] in made
        and entry["press"] != press.name
        and as_built(folder, entry)
        and ours.is_ours(folder.resolve() / entry["name"])
    }


def made_again(earlier: Kept, made: Collection[str], press: Press) -> set[str]:
    """The files that made room for another press before, and now come again in their place."""
    again = {_pressed(name, press.name) for name in made}
    return {
        one["name"]
        for one in earlier.entries
        if one["name"] in again and one["press"] == press.name
    }


def _pressed(name: str, press: str) -> str:
    """What a file is called that makes room: ``cards-meinspiel.pdf``."""
    path = Path(name)
    return f"{path.stem}-{press}{path.suffix}"


def _free(name: str, folder: Path) -> str:
    """The name, or one like it where somebody has a file of that name already."""
    return str(kept_name(PurePosixPath(name), folder)) if is_there(folder / name) else name
