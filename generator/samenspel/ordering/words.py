"""The words of order papers, by language: ``words/<language>.yaml``, for a translator to edit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.yaml.documents import read_document

Words = Mapping[str, str]

FOLDER = Path(__file__).parent / "words"
FALLBACK = "en"


def languages() -> tuple[str, ...]:
    """The languages that order papers come in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def words_in(language: str) -> Words:
    """The words of a language (``de-AT`` takes those of ``de``); English for one without words."""
    name = language.partition("-")[0]
    known = name if name in languages() else FALLBACK
    problems: list[Diagnostic] = []
    node = read_document(FOLDER, f"{known}.yaml", problems)
    if node is None or problems:
        raise ContentError(problems)
    return {key: value.text for key, value in node.entries.items()}
