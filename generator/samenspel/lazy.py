"""Names of a room that are imported when they are first asked for.

A command pays for the modules that it uses. Importing a module of a room runs the room's own
``__init__`` first, so a room that offers much names it there without importing it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazily(room: str, homes: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """A ``__getattr__`` for the package ``room``: which of its modules holds which names.

    No name may be that of a module, which Python itself puts in the package's place for it.
    ``ValueError`` (a bug) when one is.
    """
    if twice := {name for names in homes.values() for name in names} & homes.keys():
        raise ValueError(f"{room}: {', '.join(sorted(twice))} is a module's name too")
    home_of = {name: home for home, names in homes.items() for name in names}

    def found(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{home_of[name]}"), name)

    return found
