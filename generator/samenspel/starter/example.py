"""A deck of another kind to begin with: a copy of one of the example decks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samenspel.builtin import builtin_deck, is_project
from samenspel.diagnostics import near_match
from samenspel.errors import UsageError
from samenspel.saying import say
from samenspel.starter.copying import check_empty, read, schema_files, speaking
from samenspel.upkeep.history import change_files

EXAMPLES = "examples"
"""Where the example decks stand, beside the built-in deck's own folders."""

README = """\
# {title}

Dit dek begon als kopie van een voorbeeld. Alles erin mag anders. Maken doe je zo, in deze map:

    samenspel build

- `kinds/`: de soorten kaarten. Eén bestand zegt welke velden een kaart heeft en hoe haar voorkant
  en achterkant eruitzien.
- `sets/`: de keuzes met hun kleuren en plaatjes, als het dek die heeft.
- `cards/nl/`: de kaarten zelf, als bestanden of als rekenblad.
- `cards/deck.yaml`: welke kaarten meedoen, en in welke volgorde.

`samenspel check` leest alles na. Gaat er iets mis, dan zegt samenspel in welk bestand, op welke
regel of in welke cel.
"""


def example_names() -> tuple[str, ...]:
    """The names of the example decks."""
    folder = builtin_deck() / EXAMPLES
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(path.name for path in found if is_project(path))


def copy_example(folder: Path, name: str, ui: str = "") -> list[Path]:
    """Write a copy of an example deck into ``folder``; returns its files, sorted.

    ``ui`` is as for ``speaking``. Raises UsageError (``example-unknown``, ``folder-not-empty``) and
    FileAccessError; then nothing was written.
    """
    known = example_names()
    if name not in known:
        message = say('there is no example deck "{name}"', name=name)
        raise UsageError.of("example-unknown", message, remedy=near_match(name, known))
    from samenspel.kinds import Library

    check_empty(folder)
    source = builtin_deck() / EXAMPLES / name
    files = speaking({file: read(source / file) for file in _files(source)}, ui)
    title = name.replace("-", " ").capitalize()
    leaflet = {"LEESMIJ.md": README.format(title=title).encode()}
    schemas = schema_files(Library((source,)).kinds)
    return change_files(folder, "new", {**files, **schemas, **leaflet})


def _files(source: Path) -> Iterator[str]:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if path.is_file() and not hidden and not name.startswith("cards/schema"):
            yield name
