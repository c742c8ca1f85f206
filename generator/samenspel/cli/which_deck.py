"""Which deck a command works on: a folder that is named, the one here, or samenspel's own."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from samenspel.builtin import is_project, misnamed, refuse_misnamed
from samenspel.cli.show import show_text
from samenspel.cli.tongue import speak_as_project
from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.saying import listed, say
from samenspel.staging import finish_abandoned

Command = TypeVar("Command", bound=Callable[..., Any])


def presets_folder() -> Path | None:
    """The project whose presets serve where somebody stands; ``None`` for samenspel's alone.

    Raises ContentError (``file-name``) in a deck whose own file is missing or misnamed.
    """
    refuse_misnamed(Path())
    return Path() if is_project(Path()) else None


BUILT_IN = "samenspel.built-in"
"""Where a command line keeps that the built-in deck was asked for."""


ABOVE = 3
"""So many folders up a deck project is looked for, and one down."""


def project_folder(folder: Path | None) -> Path | None:
    """The deck project to work on; ``None`` stands for the built-in deck.

    A folder that is named must be a project, and so must the folder where somebody stands when
    there is a project near: UsageError (``project-not-found``) names those just above and below.
    The built-in deck is taken when ``--built-in`` asks for it, or, saying so, when none is near.
    A deck whose own file is missing or misnamed is one too: ContentError (``file-name``).
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(BUILT_IN):
        return None
    here = folder or Path()
    finish_abandoned(here)
    if is_project(here):
        speak_as_project(here)
        return here
    for path in (misnamed(here) or [])[:1]:
        speak_as_project(here, path.relative_to(here))
    refuse_misnamed(here)
    near = near_projects(here)
    takes = context is None or _has_built_in(context.command)
    if folder is None and not near and takes:
        show_text(
            say("There is no deck project here: this is samenspel's built-in deck."), error=True
        )
        return None
    missing = "there is no such folder" if not here.exists() else "this is not a deck project"
    named = listed((shlex.quote(str(path)) for path in near[:4]), say(" or "))
    beside = say("name the deck's folder: {named}", named=named)
    if context is not None and _has_built_in(context.command):
        beside = say(
            "name the deck's folder: {named} (or give --built-in for samenspel's own deck)",
            named=named,
        )
    raise UsageError.of(
        "project-not-found",
        say("{missing}: it has no cards/deck.yaml", missing=missing),
        Location(str(here.resolve() if folder is None else here)),
        remedy=beside
        if near
        else "name a folder that has one, or make one with: samenspel new FOLDER",
    )


def near_projects(here: Path) -> list[Path]:
    """The deck projects just below a folder and just above it, as one names them from there.

    Of a folder that does not exist: those beside it.
    """
    stands = here if here.is_dir() else here.parent
    below = [path for path in _folders(stands) if _is_deck(path)]
    above = [path for path in list(here.resolve().parents)[:ABOVE] if _is_deck(path)]
    return [*below, *map(_relative, above)]


def _is_deck(path: Path) -> bool:
    """True also for a deck that must be mended first: it is the one that was meant."""
    return is_project(path) or misnamed(path) is not None


def _folders(path: Path) -> list[Path]:
    try:
        return sorted(one for one in path.iterdir() if one.is_dir() and one.name[:1] != ".")
    except OSError:
        return []


def _relative(path: Path) -> Path:
    return Path(os.path.relpath(path))


def cache_folder() -> Path | None:
    """Where art made ready for the press is kept between builds; ``SAMENSPEL_CACHE`` sets it.

    An empty ``SAMENSPEL_CACHE`` keeps nothing.
    """
    named = os.environ.get("SAMENSPEL_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        home = str(Path("~/Library/Caches").expanduser())
    else:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(home, "samenspel") if home and Path(home).is_absolute() else None


def own_folder_argument(command: Command) -> Command:
    """``[FOLDER]``: the deck project, for a command that writes in it."""
    return click.argument("folder", required=False, type=click.Path(path_type=Path))(command)


def folder_argument(command: Command) -> Command:
    """``[FOLDER]``: the deck project; ``--built-in`` for samenspel's own."""
    return own_folder_argument(built_in_option(command))


def built_in_option(command: Command) -> Command:
    """``--built-in``: samenspel's own deck, which ``project_folder`` then takes."""
    return click.option(
        "--built-in", is_flag=True, expose_value=False, is_eager=True, callback=_note_built_in,
        help="Take the deck that comes with samenspel, whatever stands in this folder.",
    )(command)  # fmt: skip


def _has_built_in(command: click.Command) -> bool:
    return any("--built-in" in param.opts for param in command.params)


def _note_built_in(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    ctx.meta[BUILT_IN] = value
