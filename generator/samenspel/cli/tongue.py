"""The language in which this run of samenspel speaks, and everything said in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path

from samenspel.bounds import FIELD
from samenspel.speaking import ENGLISH, chosen_language

OPTION = "--ui"
"""The option that asks for a language, before or after a command's name."""

_language = ContextVar("language", default=ENGLISH)
_asked = ContextVar("asked", default="")
_UI_LINE = re.compile(rb"^ui: *[\"']?([A-Za-z-]+)", re.MULTILINE)


def here(text: str) -> str:
    """A text of samenspel in the language of this run."""
    if _language.get() == ENGLISH:  # which needs no catalogue, and none of what reads one
        return text
    from samenspel.speaking import spoken

    return spoken(text, _language.get())


def language() -> str:
    """The language of this run: ``nl``."""
    return _language.get()


def asked_language() -> str:
    """The language that ``--ui`` asked for; empty where it asked for none."""
    return language() if _asked.get() else ""


def speak(name: str, asked: str = "") -> None:
    """From here on, speak this language; ``asked`` is what ``--ui`` says, if it says anything."""
    _language.set(name)
    _asked.set(asked)


def language_for(arguments: Sequence[str]) -> str:
    """What a command line, the environment and the system ask for."""
    return chosen_language(asked_in(arguments))


def speak_as_project(folder: Path, deck: Path = Path("cards", "deck.yaml")) -> None:
    """From here on, speak the language that a project's own file names (``ui: nl``).

    ``--ui`` and the environment go before it. Only this one line is looked for, without reading
    the file as YAML, so that what is wrong with the rest can be said in the project's language.
    """
    try:
        with (folder / deck).open("rb") as file:
            found = _UI_LINE.search(file.read(FIELD))
    except OSError:
        return
    if found:
        _language.set(chosen_language(_asked.get(), found[1].decode()))


def asked_in(arguments: Sequence[str]) -> str:
    """What ``--ui`` asks for on a command line, wherever it stands; empty without it.

    Looked for before the line is parsed, since the answer to a mistake in it is in that language.
    """
    for place, argument in enumerate(arguments):
        if argument == "--":
            return ""
        if argument == OPTION:
            return "".join(arguments[place + 1 : place + 2])
        if argument.startswith(f"{OPTION}="):
            return argument.removeprefix(f"{OPTION}=")
    return ""
