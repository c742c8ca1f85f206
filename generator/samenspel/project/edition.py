"""Which edition a deck is, and what a project writes to build on it."""

from __future__ import annotations

from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.gate import read_text
from samenspel.layers.names import DECK
from samenspel.yaml.nodes import Node
from samenspel.yaml.text import parse

NAME = "samenspel"
"""What a base is called, before its edition."""


def base_line(builtin: Path) -> str:
    """What a project writes behind ``base:`` to build on the built-in deck as it is now."""
    return f"{NAME} {edition_of(builtin)}"


def edition_of(folder: Path) -> str:
    """The edition of the deck in a folder; empty when there is none."""
    found = said_of(folder).get("edition")
    return found.text if found else ""


def languages_of(folder: Path) -> tuple[str, tuple[str, ...]]:
    """The source language of the deck in a folder, and all of its languages."""
    said = said_of(folder)
    source, named = said.get("source_language"), said.get("languages")
    return source.text if source else "", tuple(one.text for one in named.items) if named else ()


def said_of(folder: Path) -> Node:
    """What the deck's own file says; nothing when there is none. Nothing in it is checked."""
    nothing = Node({}, Location(DECK))
    if not (folder / DECK).is_file():
        return nothing
    return parse(read_text(folder, DECK), DECK, []) or nothing
