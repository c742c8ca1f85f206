"""In which language somebody reads messages: what was asked for, the project's, the system's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ENGLISH = "en"
"""The language in which samenspel's own texts are written; it needs no catalogue."""
VARIABLE = "SAMENSPEL_UI"
"""The environment variable that names the language, for all commands of a session."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that samenspel speaks: English, and each for which there are catalogues."""
    folders = (entry for entry in Path(__file__).parent.iterdir() if entry.is_dir())
    named = (entry.name for entry in folders if not entry.name.startswith(("_", ".")))
    return (ENGLISH, *sorted(named))


def chosen_language(asked: str = "", project: str = "") -> str:
    """The first that samenspel speaks of: what was asked, the project's and the system's language.

    What was asked is ``--ui``, or the variable ``SAMENSPEL_UI``. English when it speaks none.
    """
    known = languages()
    wishes = (asked, os.environ.get(VARIABLE, ""), project, *system_languages(os.environ))
    for wish in wishes:
        name = language_of(wish)
        if name in known:
            return name
    return ENGLISH


def system_languages(environ: Mapping[str, str]) -> Iterator[str]:
    """The languages of the system's settings, the most wanted first; as gettext looks for them.

    ``LANGUAGE`` counts only beside a locale that is not ``C``; Windows says its language itself.
    """
    settings = map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, settings), "")
    if language_of(named) not in ("", "c", "posix"):
        yield from filter(None, environ.get("LANGUAGE", "").split(":"))
    if named:
        yield named
    elif sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        yield locale.windows_locale.get(number, "")


def language_of(name: str) -> str:
    """The language alone, in lower case: ``nl`` for ``nl_BE.UTF-8``."""
    return name.replace("-", "_").split("_")[0].split(".")[0].split("@")[0].strip().lower()
