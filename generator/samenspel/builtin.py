"""Where the built-in deck stands, and which folders are decks. No other module knows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.errors import ContentError, FileAccessError
from samenspel.saying import listed, say

MARK = Path("cards", "deck.yaml")
"""A folder that holds this file is a deck project."""


def is_project(folder: Path) -> bool:
    """True when ``folder`` is a deck project."""
    return (folder / MARK).is_file()


_SPELLED = ("cards", "Cards", "CARDS")
"""What a maker may call the folder of cards; where case does not count, the first is found."""
_LIKE_DECK = re.compile(r"(?i)(.*[^a-z])?(decks?|dek)([^a-z].*|ya?ml.*)?")
_YAML = re.compile(r"(?i).+\.ya?ml(\.(txt|rtf|bak|orig|old|docx?)|[^a-z.].*)?")
_PLAIN = ("", ".txt", ".rtf")
"""How the name of a deck's file may end when no YAML is in it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)*")


def misnamed(folder: Path) -> list[Path] | None:
    """What the deck's own file may be in a deck that lacks it: at most four, or none at all.

    ``None`` for a deck project, and for a folder that is no deck at all.
    """
    return None if is_project(folder) else _found(folder)


def refuse_misnamed(folder: Path) -> None:
    """Raise ContentError (``file-name``) for a deck whose own file is missing or misnamed.

    Such a folder is somebody's deck: making another deck in its place would be a surprise. A folder
    that is a deck project, or no deck at all, is left alone.
    """
    found = misnamed(folder)
    if found is None:
        return
    mark = MARK.as_posix()
    if not found:
        raise ContentError.of(
            "file-name",
            say("the files of a deck are here, but not {mark}, which says what deck it is",
                mark=mark),
            Location(str(folder / MARK)),
            remedy="put it back, or copy it from a deck made with: samenspel new FOLDER",
        )  # fmt: skip
    named = listed((shlex.quote(str(path)) for path in found), say(" or "))
    raise ContentError.of(
        "file-name",
        say("a deck's own file is called {mark}, and by another name it is not read", mark=mark),
        Location(str(found[0])),
        remedy=say("call it {mark}", mark=mark)
        if len(found) == 1
        else say("call the right one {mark}: {named}", mark=mark, named=named),
    )


def _found(folder: Path) -> list[Path] | None:
    """The files that look like the deck's own; none for cards without; ``None``: no deck at all."""
    cards = next((place for name in _SPELLED if (place := folder / name).is_dir()), None)
    if cards is None:
        return None
    inside = _entries(cards)
    own = [path for path in inside if path.is_file() and _is_like_deck(path)]
    if own:
        return own[:4]
    beside = [path for path in _entries(folder) if _YAML.fullmatch(path.name) and path.is_file()]
    own = [path for path in beside if _is_like_deck(path)]
    texts = (path for place in inside if _holds_texts(place) for path in _entries(place))
    if own or any(_YAML.fullmatch(path.name) for path in (*inside, *texts)):
        return own[:4]
    return None


def _is_like_deck(path: Path) -> bool:
    ends = path.suffix.lower() in _PLAIN or _YAML.fullmatch(path.name)
    return bool(ends and _LIKE_DECK.fullmatch(path.name))


def _holds_texts(place: Path) -> bool:
    """True for the folders of regions and of languages."""
    named = place.name == "regions" or _LANGUAGE.fullmatch(place.name)
    return bool(named) and place.is_dir()


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name[:1] not in (".", "~"))
    except OSError:
        return []


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
