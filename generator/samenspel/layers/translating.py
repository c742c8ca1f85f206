"""A card in another language, laid over the one in the source language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samenspel.layers.questions_overlay import plain_questions
from samenspel.model.kind import Kind
from samenspel.yaml.nodes import Node, Path, walk


def translated(source: Node, over: Node) -> Node:
    """A card in another language: what is translated over what is not, part by part.

    A list of parts (the ways of a how-to card) is laid over item by item when it is as long as the
    source's; an entry without a text leaves the source's text in place.
    """
    if source.entries and over.entries:
        entries = dict(source.entries)
        for key, node in over.entries.items():
            if key in entries:
                entries[key] = translated(entries[key], node)
            elif not _is_empty(node):
                entries[key] = node
        return Node(entries, source.location, source.path, {**source.keys, **over.keys})
    if _is_empty(over):
        return source
    pairs = isinstance(source.value, tuple) and isinstance(over.value, tuple)
    if pairs and len(source.items) == len(over.items):
        items = tuple(map(translated, source.items, over.items))
        return Node(items, over.location, over.path, over.keys)
    return over


def _is_empty(node: Node) -> bool:
    return node.value is None or (isinstance(node.value, str) and not node.value.strip())


def plainly(card: Node) -> Node:
    """The card with its questions as texts alone, without their ids."""
    questions = card.get("questions")
    if questions is None or not isinstance(questions.value, tuple):
        return card
    return replace(card, value={**card.entries, "questions": plain_questions(questions)})


def texts_of(card: Node, kind: Kind | None) -> Iterator[tuple[Path, Node]]:
    """The texts of a card with their paths; names, numbers and pictures are left out."""
    if kind is None:
        return
    for path, node in walk(plainly(card)):
        if isinstance(node.value, str) and kind.is_text(path):
            yield path, node
