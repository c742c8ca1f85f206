"""A whole copy of the built-in deck, to change at will; and what both kinds of project need."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Location, cannot_read
from samenspel.errors import FileAccessError, UsageError, reason_of
from samenspel.staging import access_error
from samenspel.upkeep.history import change_files

if TYPE_CHECKING:
    from samenspel.model.kind import Kind

COPIED = ("cards", "assets/cartoons", "assets/pictograms", "assets/logos", "assets/photos")
"""What a maker changes. Fonts and colour profiles are found in the built-in deck."""

DECK = "cards/deck.yaml"
SCHEMAS = "cards/schema"
"""Where the cards' first lines point their editor to."""

README = """\
# Je eigen kaartendek

Deze map is een volledige kopie van het dek van *samenspel*: alles mag anders. Nieuwe uitgaven
van het gewone dek komen er niet vanzelf in. Maken doe je zo, in deze map:

    samenspel build --region basis

De pdf's komen in `output/`. Eerst even kijken kan ook:
`samenspel preview --region basis`. `basis` is het dek zonder regio; elke regio heeft een naam.

## Waar staat wat

- `cards/nl/`: de kaarten, één bestand per kaart. Open ze in een gewone teksteditor; bovenaan
  staat hoe het werkt.
- `cards/regions/`: regio's. Kopieer er een, geef het bestand de naam van je eigen regio en vul
  hem in.
- `cards/deck.yaml`: welke kaarten meedoen, en in welke volgorde.
- `cards/schema/`: hulp voor je editor, daar hoef je niets mee.
- `assets/cartoons/`, `assets/pictograms/`, `assets/logos/`, `assets/photos/`: de tekeningen en
  foto's (svg, jpg, png of tif).

Letters en kleurprofielen komen uit *samenspel* zelf. Wil je andere, zet ze dan in `assets/fonts/`
of `assets/icc/`.

## Handig

    samenspel list regions
    samenspel build --region waddenrand --format groot
    samenspel explain text-too-long

Gaat er iets mis, dan zegt *samenspel* in welk bestand en op welke regel, en er wordt niets
geschreven.

De teksten en tekeningen van het meegeleverde dek vallen onder CC BY 4.0: gebruiken en aanpassen
mag, met naamsvermelding.
"""


def copy_project(folder: Path, ui: str = "") -> list[Path]:
    """Write a copy of the built-in deck into ``folder``; returns its files, sorted.

    It follows no later edition of the built-in deck: all of it is the maker's own. ``ui`` is as for
    ``speaking``. Raises UsageError (``folder-not-empty``) and FileAccessError; then nothing was
    written.
    """
    check_empty(folder)
    source = builtin_deck()
    files = speaking({name: read(source / name) for name in _names(source)}, ui)
    return change_files(folder, "new", {**files, **schema_files(), "LEESMIJ.md": README.encode()})


def speaking(files: dict[str, bytes], ui: str) -> dict[str, bytes]:
    """A new project's files, by name; its deck says in which language messages are (``ui: nl``).

    It does so at its top, behind a first line that is a comment: that may be an editor's. An empty
    ``ui`` leaves all as it is.
    """
    if not ui:
        return files
    lines = files[DECK].splitlines(keepends=True)
    lines.insert(int(lines[0].startswith(b"#")), f"ui: {ui}    # de taal van meldingen\n".encode())
    return files | {DECK: b"".join(lines)}


def renew_schemas(project: Path) -> list[Path]:
    """Write the JSON schemas of this version into a project; returns their paths.

    Raises FileAccessError.
    """
    from samenspel.kinds import Library

    return change_files(project, "schema", schema_files(Library((project,)).kinds))


def schema_files(kinds: Iterable[Kind] = ()) -> dict[str, bytes]:
    """The schemas that editors read, by name below a project whose cards are of these kinds."""
    from samenspel.upkeep.schemas import json_schemas, schema_text

    return {
        f"{SCHEMAS}/{name}.schema.json": schema_text(schema).encode()
        for name, schema in json_schemas(kinds).items()
    }


def own_schemas() -> dict[str, bytes]:
    """The schemas for samenspel's own kinds of cards, as they come with the built-in deck."""
    source = builtin_deck()
    found = sorted((source / SCHEMAS).glob("*.schema.json"))
    return {path.relative_to(source).as_posix(): read(path) for path in found}


def check_empty(folder: Path) -> None:
    """Raise UsageError (``folder-not-empty``) or FileAccessError for a folder that is in use."""
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        if any(folder.iterdir()):
            raise UsageError.of(
                "folder-not-empty",
                "this folder is not empty",
                Location(str(folder)),
                remedy="give the name of a new folder",
            )
    except OSError as error:
        raise access_error(error, folder) from error


def _names(source: Path) -> Iterator[str]:
    """The files to copy, relative to the built-in deck."""
    from samenspel.upkeep.translated import RECORD

    for part in COPIED:
        for path in sorted((source / part).rglob("*")):
            name = path.relative_to(source).as_posix()
            hidden = path.name.startswith(".") and path.name != RECORD
            if path.is_file() and not hidden and not name.startswith(SCHEMAS):
                yield name


def read(path: Path) -> bytes:
    """A file's bytes. Raises FileAccessError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(cannot_read(Location(str(path)), reason_of(error))) from error
