"""A YAML file inside a folder, as located data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.gate import read_bytes, text_of
from samenspel.yaml.nodes import Node
from samenspel.yaml.text import parse


def read_document(root: Path, name: str, problems: list[Diagnostic]) -> Node | None:
    """One YAML file as nodes; ``None``, with the reasons in ``problems``, when it cannot be."""
    try:
        data = read_bytes(root, name)
        if data[:4] == b"PK\x03\x04":  # no text at all, and reported as such
            return parse("PK\x03\x04", name, problems)
        node, wrong = _parsed(text_of(data, name), name)
    except ContentError as error:
        problems.extend(error.diagnostics)
        return None
    problems.extend(wrong)
    return node


@lru_cache(maxsize=512)
def _parsed(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """A text as nodes, which nobody changes: a command that reads a file twice parses it once."""
    problems: list[Diagnostic] = []
    return parse(text, file, problems), tuple(problems)
