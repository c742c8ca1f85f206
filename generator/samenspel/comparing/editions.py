"""Two editions of a deck held against each other: in folders, in zip files, or as installed.

What a maker has at hand is a folder, the zip file of a release, or the number of an edition that
the installation carries. A zip file is unpacked into a temporary folder, within limits.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.comparing.unpacking import deck_in, unpack
from samenspel.comparing.words import DECK, Comparison, Difference, differences, fields
from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.layers.applying import base_stack, deck_node
from samenspel.layers.overlay import Stack
from samenspel.loading import open_project
from samenspel.project import Project
from samenspel.project.bases import editions
from samenspel.project.edition import NAME
from samenspel.saying import say
from samenspel.yaml.nodes import Node

LEFT_OUT = ("cards", "locks", "base", "edition", "products", "formats")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition that is held against another."""

    project: Project
    """Its files."""
    name: str
    """What messages call it."""


def compare_editions(old: Edition, new: Edition, language: str) -> Comparison:
    """What ``new`` says otherwise than ``old`` in a language, card by card, region or no region."""
    below, above = (_listed(base_stack(one.project.sources, language)) for one in (old, new))
    decks = (deck_node(one.project.sources, language) for one in (old, new))
    before, after = (node.without(*LEFT_OUT) for node in decks)
    found: list[Difference] = [*fields(DECK, before, after)]
    labels = (one.project.sources.labels.get(language) for one in (old, new))
    before, after = (node or Node({}, Location("")) for node in labels)
    found += fields(DECK, before, after)
    found += differences(below, above)
    return Comparison(new.name, language, new.name, old.name, (), tuple(found))


def _listed(stack: Stack) -> Stack:
    """The row without cards that have a file and are not in the deck."""
    return replace(stack, cards={name: stack.cards[name] for name in stack.order})


def shared_languages(old: Edition, new: Edition) -> list[str]:
    """The languages that both editions have, in the order of the new one."""
    return [name for name in new.project.languages if name in old.project.languages]


@contextmanager
def opened_editions(old: str, new: str, builtin: Path) -> Iterator[tuple[Edition, Edition]]:
    """Both editions, read and checked.

    Raises UsageError (``edition-unknown``) for what is neither a deck nor the number of an
    installed edition, and ContentError for a deck with mistakes or a zip file that cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="samenspel-") as place:
        found = []
        for number, named in enumerate((old, new)):
            project = open_project(_folder(named, Path(place, str(number)), builtin), builtin)
            found.append(Edition(project, f"{project.title} {project.edition} ({named})"))
        yield found[0], found[1]


def _folder(named: str, place: Path, builtin: Path) -> Path:
    """The folder of the deck that somebody means."""
    path, carried = Path(named), editions(builtin)
    if path.is_dir():
        root: Path | None = deck_in(path)
    elif path.is_file():
        unpack(path, str(path), place)
        root = deck_in(place)
    else:
        root = carried.get(named.removeprefix(NAME).strip())
    if root is not None:
        return root
    what = "there is no deck in it" if path.exists() else "there is no such file or folder"
    raise UsageError.of(
        "edition-unknown",
        what,
        Location(named),
        remedy=say("name the folder or the zip file of a deck, or an edition that is installed: "
                   "{names}", names=", ".join(carried)),
    )  # fmt: skip
