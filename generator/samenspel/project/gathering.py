"""Reading a project's folders into located data; mistakes are collected, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError
from samenspel.gate import file_exists, folder_names
from samenspel.kinds import Library
from samenspel.layers.overlay import merge
from samenspel.layers.shapes import (
    DECK,
    LANGUAGE_KEYS,
    REGIONS,
    TRANSLATABLE,
)
from samenspel.layers.sources import Sources, items_of, source_language
from samenspel.project.bases import base_folder, deck_over, laid_over, relocated, row_over
from samenspel.project.furniture_words import labels_of, unknown_key
from samenspel.project.reserved import EXAMPLE, TAKEN_NAMES
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"^\d+-")
TABLES = ("csv", "xlsx")
"""How the names of tables of cards end."""
_OTHER_FILES = ("deck.yaml", "labels.yaml", "avoid.yaml", "words.yaml")
_LIKE_REGIONS = ("regions", "region", "regios", "regio", "regio's")
"""What a maker may call the folder of regions."""


def gather(root: Path, builtin: Path, problems: list[Diagnostic]) -> Sources:
    """All files below ``root/cards``; furniture words that it lacks come from ``builtin``.

    What the deck names as its ``base`` lies below all of it. Raises ContentError for a base that
    is not there: nothing more can be said of such a project.
    """
    deck = read_document(root, DECK, problems) or Node({}, Location(DECK, 1))
    line = deck.get("base")
    if line is None:
        return _own_sources(root, builtin, deck, None, problems)
    folder = base_folder(line, builtin)
    base = relocated(gather(folder, builtin, problems), line.text.replace(" ", "-"))
    own = _own_sources(root, folder, deck_over(base.deck, deck, problems), base, problems)
    cards = own.cards.get(own.source_language, {})
    row = row_over(base, deck.get("cards"), cards, problems)
    whole = merge(own.deck, Node({"cards": row}, row.location))
    return laid_over(base, replace(own, deck=whole), problems)


def _own_sources(
    root: Path, builtin: Path, deck: Node, base: Sources | None, problems: list[Diagnostic]
) -> Sources:
    """A project's own files, in the languages of ``deck``; those of ``base`` need no folder."""
    source = source_language(deck)
    named = dict.fromkeys([source, *(node.text for node in items_of(deck, "languages"))])
    below = base.cards if base else {}
    library = Library((root, *base.library.roots) if base else (root,))
    languages = [n for n in named if n in below or _has_folder(root, deck, n, problems)]
    tables = {name: _tables(root, name, library, problems) for name in languages}
    rows = {name: list(found) for name, found in tables.get(source, {}).items()}
    below_tables = base.tables if base else {}
    regions, unread = _regions(root, problems)
    _astray(root, problems)
    return Sources(
        deck,
        {name: _deck_texts(root, name, problems) for name in languages},
        {name: _cards(root, name, tables[name], problems) for name in languages},
        {
            name: labels_of(root, builtin, name, source, library.words, problems)
            for name in languages
        },
        regions,
        tables={**below_tables, **{name: tuple(ids) for name, ids in rows.items()}},
        library=library,
        unread=unread,
    )


def _has_folder(root: Path, deck: Node, language: str, problems: list[Diagnostic]) -> bool:
    folders = _names(root, "cards", problems)
    if _SLUG.fullmatch(language) and language in folders:
        return True
    named = [n for n in (*items_of(deck, "languages"), deck.get("source_language")) if n]
    node = next((n for n in named if n.text == language), deck)
    known = [f for f in folders if "." not in f and f not in ("regions", "schema")]
    message = say(
        'there is no folder cards/{language} for the language "{language}"', language=language
    )
    remedy = near_match(language, known)
    problems.append(Diagnostic("language-missing", message, node.location, "languages", remedy))
    return False


def _names(root: Path, folder: str, problems: list[Diagnostic]) -> list[str]:
    try:
        return folder_names(root, folder)
    except ContentError as error:
        problems.extend(error.diagnostics)
        return []


def _yaml_files(folder: str, names: Iterable[str], problems: list[Diagnostic]) -> dict[str, str]:
    """Stem to path of the YAML files among those in a folder; other endings are left alone."""
    files: dict[str, str] = {}
    for name in names:
        path, (stem, dot, ending) = f"{folder}/{name}", name.rpartition(".")
        if ending.lower() in ("yml", "yaml") and ending != "yaml":
            _misnamed(
                path,
                say("ends in {dot}{ending}", dot=dot, ending=ending),
                "let the name end in .yaml",
                problems,
            )
        elif name.lower().endswith((".yaml.txt", ".yml.txt")) and path != EXAMPLE:
            _misnamed(path, "ends in .txt, which hides it", "take .txt off its name", problems)
        elif ending == "yaml" and name not in _OTHER_FILES:
            files[stem] = path
    return files


def _misnamed(path: str, what: str, remedy: str, problems: list[Diagnostic]) -> None:
    problems.append(
        Diagnostic(
            "file-name", say("the file's name {what}", what=what), Location(path), "", remedy
        )
    )


def _astray(root: Path, problems: list[Diagnostic]) -> None:
    """Files of a deck beside the folders that are read: the deck would be made without them."""
    for name in _names(root, "cards", problems):
        stem, _, ending = name.lower().rpartition(".")
        if stem and ending in ("yaml", "yml") and name != PurePosixPath(DECK).name:
            remedy = "move a region to cards/regions, and a card to the folder of its language"
            message = "nothing is read here but deck.yaml"
            problems.append(Diagnostic("file-name", message, Location(f"cards/{name}"), "", remedy))
        elif name.lower() in _LIKE_REGIONS and name != PurePosixPath(REGIONS).name:
            message = "nothing is read in a folder of this name"
            remedy = say("call it {name}", name=REGIONS)
            problems.append(Diagnostic("file-name", message, Location(f"cards/{name}"), "", remedy))


def _tables(
    root: Path, language: str, library: Library, problems: list[Diagnostic]
) -> dict[str, dict[str, Node]]:
    """The cards in the tables of a language, by the table's name and the card's id."""
    found: dict[str, dict[str, Node]] = {}
    for name in _names(root, f"cards/{language}", problems):
        path = f"cards/{language}/{name}"
        stem, _, ending = name.rpartition(".")
        if ending.lower() not in TABLES or name.startswith((".", "~")):
            continue
        stem = _NUMBER.sub("", stem)
        if not _SLUG.fullmatch(stem):
            remedy = "use small letters, digits and single dashes, as in 30-my-cards.csv"
            _misnamed(path, "cannot be the name of a table of cards", remedy, problems)
            continue
        from samenspel.cells import read_cells  # few decks have tables
        from samenspel.kinds.tables import cards_of

        table = read_cells(root, path, problems)
        found[stem] = cards_of(table, stem, library, problems) if table else {}
    return found


def _cards(
    root: Path, language: str, tables: dict[str, dict[str, Node]], problems: list[Diagnostic]
) -> dict[str, Node | None]:
    cards: dict[str, Node | None] = {
        name: node for table in tables.values() for name, node in table.items()
    }
    paths = {name: node.location.file for name, node in cards.items() if node}
    folder = f"cards/{language}"
    for stem, path in _yaml_files(folder, _names(root, folder, problems), problems).items():
        name = _NUMBER.sub("", stem)
        if not _SLUG.fullmatch(name):
            remedy = "use small letters, digits and single dashes, as in 07-my-card.yaml"
            _misnamed(path, "cannot be a card's id", remedy, problems)
            continue
        if name in paths:
            message = say('the card "{name}" is already in {paths}', name=name, paths=paths[name])
            remedy = "give one of the two files another name"
            problems.append(Diagnostic("card-id-duplicate", message, Location(path), "", remedy))
            continue
        paths[name] = path
        cards[name] = read_document(root, path, problems)
    return cards


def _regions(
    root: Path, problems: list[Diagnostic]
) -> tuple[dict[str, Node | None], dict[str, tuple[Diagnostic, ...]]]:
    """The files of regions, and by region why one could not be read: that is its own matter."""
    regions: dict[str, Node | None] = {}
    unread: dict[str, tuple[Diagnostic, ...]] = {}
    misnamed: list[Diagnostic] = []
    names = _names(root, REGIONS, problems)
    for stem, path in _yaml_files(REGIONS, names, misnamed).items():
        taken = TAKEN_NAMES.get(stem)
        if taken or not _SLUG.fullmatch(stem):
            what = taken or "cannot be a region's id"
            remedy = "use small letters, digits and single dashes, as in my-region.yaml"
            _misnamed(path, what, remedy, misnamed)
            continue
        found: list[Diagnostic] = []
        regions[stem] = read_document(root, path, found)
        unread |= {stem: tuple(found)} if found else {}
    for one in misnamed:
        file = PurePosixPath(one.location.file).name if one.location else ""
        stem = file.partition(".")[0]
        name = file if stem in TAKEN_NAMES or not stem else stem
        unread[name] = (*unread.get(name, ()), one)
    return regions, unread


def _deck_texts(root: Path, language: str, problems: list[Diagnostic]) -> Node:
    """``cards/<language>/deck.yaml``: the deck's own texts in another language."""
    name = f"cards/{language}/deck.yaml"
    nothing = Node({}, Location(name))
    node = read_document(root, name, problems) if file_exists(root, name) else nothing
    node = node or nothing
    known = (*TRANSLATABLE, *LANGUAGE_KEYS)
    unknown = [key for key in node.entries if key not in known]
    problems.extend(unknown_key(node, key, known) for key in unknown)
    return node.without(*unknown)
