"""The logo that a new project begins with."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Location, did_you_mean, files_meant, stem_of
from samenspel.errors import UsageError
from samenspel.layers.names import DECK
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say
from samenspel.starter.copying import read

FOLDERS, LOOKED_AT, DEPTH = 300, 5000, 2
"""Folders that are looked in near a logo that is not there, files that are seen, and how deep."""


def logo_bytes(logo: Path) -> bytes:
    """A logo's bytes, once it is known that it can be printed.

    Raises UsageError (``logo-unusable``, with the file near it that may be meant), ContentError for
    what cannot be printed, and FileAccessError.
    """
    ending = logo.suffix.lower()
    if ending not in ART_ENDINGS or not _is_file(logo):
        what = (
            say("is not a file")
            if ending in ART_ENDINGS
            else say("ends in {ending}", ending=ending or say("nothing"))
        )
        raise UsageError.of(
            "logo-unusable",
            say("this logo {what}", what=what),
            Location(str(logo)),
            remedy=did_you_mean(_beside(logo) or _near(logo))
            or say("name an SVG or PDF, or a JPEG, PNG or TIFF, with --logo"),
        )
    from samenspel.draw import ColourSpace, prepare_art
    from samenspel.loading import open_presets
    from samenspel.presets import press_named

    data, builtin = read(logo), builtin_deck()
    shelf = open_presets(builtin, builtin)
    profile = shelf.asset(f"icc/{press_named(shelf, 'coated').profile}")
    prepare_art(f"logo{ending}", data, colour=ColourSpace(profile), location=Location(str(logo)))
    return data


def _beside(logo: Path) -> list[str]:
    """The art in a logo's folder that may be meant, each as it is to be typed."""
    try:
        files = [path.name for path in logo.parent.iterdir() if path.is_file()]
    except (OSError, ValueError):  # a folder that is not there, or that no folder can be called
        return []
    art = sorted(name for name in files if name.lower().endswith(ART_ENDINGS))
    return [str(logo.with_name(name)) for name in files_meant(logo.name, art)]


def _near(logo: Path) -> list[str]:
    """Art of the same name in folders near to where a logo is sought, as it is to be typed.

    Those are the folders below the first one on the way there that exists, and those beside it.
    What lies in a deck is a region's own and never proposed.
    """
    try:
        home = next(folder for folder in logo.parents if folder.is_dir())
        files = list(islice(_art_below({home: 0, home / "..": 1}), LOOKED_AT))
    except (OSError, ValueError, StopIteration):
        return []
    same = [file for file in files if stem_of(file.name) == stem_of(logo.name)]
    return list(dict.fromkeys(os.path.normpath(file) for file in same))[:2]


def _art_below(folders: Mapping[Path, int]) -> Iterator[Path]:
    """The art in folders and below them, nearest first; each with how deep it lies itself."""
    todo = deque(folders.items())
    for _ in range(FOLDERS):
        if not todo:
            return
        folder, depth = todo.popleft()
        hidden = folder.name.startswith(".") and folder.name != ".."
        if hidden or (folder / DECK).is_file():
            continue
        with suppress(OSError):
            for path in sorted(folder.iterdir()):
                if path.is_dir() and not path.is_symlink() and depth < DEPTH:
                    todo.append((path, depth + 1))
                elif path.suffix.lower() in ART_ENDINGS and path.is_file():
                    yield path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
