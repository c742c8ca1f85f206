"""A deck that somebody sent as a zip file, unpacked beside the other decks once it can be read."""

from __future__ import annotations

import io
import tempfile
from itertools import count
from pathlib import Path, PurePosixPath

from samenspel.builtin import builtin_deck
from samenspel.comparing.unpacking import UNPACKED, deck_in, unpack
from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError, UsageError, reason_of
from samenspel.loading import open_project
from samenspel.printable import plain_word
from samenspel.saying import say
from samenspel.upkeep.reviews import FOLDER

FOLDERS = (*UNPACKED, FOLDER)
"""What of a zip is a deck's; anything else in it stays there."""


def unpacked(data: bytes, name: str, place: Path) -> Path:
    """A new folder below ``place`` with the deck of a zip file; ``name`` is the file's own.

    Raises UsageError (``edition-unknown``), ContentError for a zip or a deck that cannot be read,
    and FileAccessError; then nothing is left.
    """
    stem = PurePosixPath(name.replace("\\", "/")).stem
    try:
        with tempfile.TemporaryDirectory(prefix=".samenspel-", dir=place) as made:
            unpack(io.BytesIO(data), stem, Path(made, "zip"), FOLDERS)
            root = deck_in(Path(made, "zip"))
            if root is None:
                raise UsageError.of(
                    "edition-unknown",
                    "there is no deck in it",
                    Location(stem),
                    remedy="zip the whole folder of the deck, with cards/deck.yaml in it",
                )
            open_project(root, builtin_deck())
            return root.rename(_free(place, plain_word(stem) or "dek"))
    except OSError as error:
        raise FileAccessError.of(
            "file-access",
            say("cannot use this file or folder ({reason})", reason=reason_of(error)),
            Location(str(place)),
            remedy="check that it is there and that you may use it",
        ) from error


def _free(place: Path, name: str) -> Path:
    """A folder that is not there yet."""
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(place / one for one in names if not (place / one).exists())
