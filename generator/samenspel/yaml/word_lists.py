"""Words that our own code prints, by language: a folder of ``<language>.yaml`` for translators."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.yaml.documents import read_document

Words = Mapping[str, str]

FALLBACK = "en"


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that a folder has words in."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def words_in(folder: Path, language: str) -> Words:
    """The words of a language (``de-AT`` takes those of ``de``); English for one without words."""
    name = language.partition("-")[0]
    known = name if name in languages(folder) else FALLBACK
    problems: list[Diagnostic] = []
    node = read_document(folder, f"{known}.yaml", problems)
    if node is None or problems:
        raise ContentError(problems)
    return {key: value.text for key, value in node.entries.items()}
