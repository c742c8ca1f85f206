"""The deck in a zip file, or in a folder below what somebody gives: within limits, and no links."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import IO

from samenspel.diagnostics import Location
from samenspel.errors import ContentError

MARK = "cards/deck.yaml"
UNPACKED = ("cards", "kinds", "sets", "presets", "assets")
MOST_FILES, MOST_BYTES = 5000, 300_000_000
"""Far more than any deck holds."""
MOST_GROWN, FREE_BYTES = 20, 20_000_000
"""What it may unpack to beyond some bytes: so many times what is packed. Texts grow 5 times and
pictures hardly; what grows 1,000 times is there to fill a disk."""
DEEPEST = 4
"""So many folders down a deck is looked for in what somebody gives."""


def deck_in(folder: Path) -> Path | None:
    """The deck in a folder, or the one that lies least deep below it."""
    here = [folder]
    for _ in range(DEEPEST + 1):
        found = next((one for one in here if (one / MARK).is_file()), None)
        if found is not None:
            return found
        here = [below for one in here for below in _folders(one)]
        if len(here) > MOST_FILES:
            return None
    return None


def _folders(folder: Path) -> list[Path]:
    """The folders in one, sorted; a link is none, for it may lead anywhere, also back here."""
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(one) for one in entries if one.is_dir(follow_symlinks=False))
    except OSError:
        return []


def unpack(
    archive: Path | IO[bytes], named: str, place: Path, folders: Collection[str] = UNPACKED
) -> None:
    """The files of a deck out of a zip file into ``place``, which need not exist.

    ``named`` is what messages call it. Names that lead elsewhere, links, and what stands in none of
    ``folders`` are left out. Raises ContentError (``edition-unreadable``).
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            wanted = [one for one in opened.infolist() if _is_wanted(one, folders)]
            size = sum(one.file_size for one in wanted)
            packed = min(sum(one.compress_size for one in wanted), opened.start_dir)
            most = min(MOST_BYTES, FREE_BYTES + MOST_GROWN * packed)
            if len(wanted) > MOST_FILES or size > most:
                raise _unreadable(named, "it holds more than a deck ever does")
            for one in wanted:
                target = place / PurePosixPath(one.filename)
                target.parent.mkdir(parents=True, exist_ok=True)
                with opened.open(one) as source, target.open("wb") as made:
                    made.write(source.read(one.file_size + 1))
    except ContentError:
        raise
    except Exception as error:  # zipfile raises whatever a broken part leads to
        raise _unreadable(named, "it is no zip file that can be read") from error
    place.mkdir(exist_ok=True)


def _is_wanted(one: zipfile.ZipInfo, folders: Collection[str]) -> bool:
    parts = PurePosixPath(one.filename.replace("\\", "/")).parts
    plain = not one.is_dir() and not stat.S_ISLNK(one.external_attr >> 16)
    inside = bool(parts) and ".." not in parts and not one.filename.startswith(("/", "\\"))
    first = parts[: DEEPEST + 1]
    return plain and inside and ":" not in parts[0] and any(name in first for name in folders)


def _unreadable(named: str, why: str) -> Exception:
    return ContentError.of(
        "edition-unreadable", why, Location(named), remedy="unpack it, and name the folder"
    )
