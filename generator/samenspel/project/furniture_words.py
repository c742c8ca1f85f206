"""The small fixed words of a language, from the files of a deck and the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity, near_match
from samenspel.gate import file_exists
from samenspel.layers.overlay import merge
from samenspel.layers.shapes import LABELS, SHEET_WORDS
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node, from_plain

_ENGLISH = "cards/en/labels.yaml"


def labels_of(
    root: Path,
    builtin: Path,
    language: str,
    source: str,
    words: Mapping[str, Node],
    problems: list[Diagnostic],
) -> Node:
    """A language's furniture words: its own, then the built-in ones, then the source language's.

    Lowest lie the ``words`` that kinds and sets bring, and in English those for who prints sheets.
    """
    merged = Node({**_english(builtin), **words}, Location(f"cards/{language}/labels.yaml"))
    known = {*LABELS, *SHEET_WORDS, *words}
    for tongue in dict.fromkeys((source, language)):
        for folder in dict.fromkeys((builtin, root)):
            name = f"cards/{tongue}/labels.yaml"
            if not file_exists(folder, name):
                continue
            layer = read_document(folder, name, problems)
            if layer is None:
                return from_plain(dict.fromkeys(known, "?"), merged.location)
            if folder != root:
                known |= set(layer.entries)
            merged = merge(merged, _label_texts(layer, known, problems))
    problems.extend(
        Diagnostic(
            "label-missing",
            say('the furniture word "{key}" is missing', key=key),
            merged.location,
            key,
            say("add a line {key}: with what is printed ({labels})", key=key, labels=LABELS[key]),
        )
        for key in LABELS
        if key not in merged.entries
    )
    if language == source:
        problems.extend(_in_english(merged))
    return merged


def _english(builtin: Path) -> dict[str, Node]:
    """The built-in words for who prints sheets, which every language has until it has its own."""
    layer = read_document(builtin, _ENGLISH, [])
    return {key: node for key, node in layer.entries.items() if key in SHEET_WORDS} if layer else {}


def _in_english(labels: Node) -> Iterator[Diagnostic]:
    """One warning for all words that a deck's own language lacks and sheets say in English."""
    home = labels.location.file
    lent = {key for key, node in labels.entries.items() if node.location.file == _ENGLISH}
    lacking = [key for key in SHEET_WORDS if key in lent]
    if lacking and home != _ENGLISH:
        yield Diagnostic(
            "sheet-words-english",
            say("sheets say in English how they are printed"),
            labels.location,
            lacking[0],
            say("add {lines} lines, each with what is printed: {keys}",
                lines=len(lacking), keys=", ".join(lacking)),
            Severity.WARNING,
        )  # fmt: skip


def _label_texts(layer: Node, known: set[str], problems: list[Diagnostic]) -> Node:
    """The words of one file, without what is unknown or no text."""
    unknown = [key for key in layer.entries if key not in known]
    problems.extend(unknown_key(layer, key, sorted(known)) for key in unknown)
    wrong = [key for key, node in layer.entries.items() if key in known and not node.text]
    problems.extend(
        Diagnostic("text-expected", "one text is asked for", layer.key_location(key), key,
                   "write a word after it, in double quotes when it holds a colon")
        for key in wrong
    )  # fmt: skip
    return layer.without(*unknown)


def unknown_key(node: Node, key: str, known: tuple[str, ...] | list[str]) -> Diagnostic:
    """The mistake of a key that nothing knows, with the one that it is most like."""
    return Diagnostic(
        "field-unknown",
        say('"{key}" is not a known key here', key=key),
        node.key_location(key),
        key,
        near_match(key, known),
    )
