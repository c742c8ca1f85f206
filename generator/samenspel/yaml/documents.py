"""A YAML file inside a folder, as located data."""

from __future__ import annotations

from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.gate import read_bytes, read_text
from samenspel.yaml.nodes import Node
from samenspel.yaml.text import parse


def read_document(root: Path, name: str, problems: list[Diagnostic]) -> Node | None:
    """One YAML file as nodes; ``None``, with the reasons in ``problems``, when it cannot be."""
    try:
        if read_bytes(root, name)[:4] == b"PK\x03\x04":  # no text at all, and told as such
            return parse("PK\x03\x04", name, problems)
        return parse(read_text(root, name), name, problems)
    except ContentError as error:
        problems.extend(error.diagnostics)
        return None
