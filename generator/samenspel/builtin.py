"""Where the built-in deck stands. No other module knows."""

from __future__ import annotations

from pathlib import Path

from samenspel.errors import FileAccessError

MARK = Path("cards", "deck.yaml")
"""A folder that holds this file is a deck project."""


def is_project(folder: Path) -> bool:
    """True when ``folder`` is a deck project."""
    return (folder / MARK).is_file()


PACKAGE = Path(__file__).resolve().parent


def builtin_deck(package: Path = PACKAGE) -> Path:
    """The built-in deck's folder: inside an installed package, else the root of the checkout.

    Raises FileAccessError (``builtin-missing``) when neither holds a deck.
    """
    for folder in (package / "_builtin", package.parent.parent):
        if is_project(folder):
            return folder
    raise FileAccessError.of(
        "builtin-missing",
        "the built-in deck is missing from this installation",
        remedy="install samenspel again",
    )
