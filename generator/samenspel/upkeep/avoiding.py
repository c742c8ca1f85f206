"""The words that a deck avoids: ``cards/<language>/avoid.yaml``, data that makers add to."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.gate import file_exists
from samenspel.project.project import Project
from samenspel.yaml.documents import read_document


def avoided_words(project: Project, language: str) -> Mapping[str, str]:
    """Each word with what to write instead: those of samenspel, and the project's own over them.

    A word may end in ``*`` for all that begins so. A project takes a word off the list by leaving
    it without a value. Raises ContentError (``text-expected``, and whatever reading may raise).
    """
    name = f"cards/{language}/avoid.yaml"
    problems: list[Diagnostic] = []
    words: dict[str, str] = {}
    for folder in dict.fromkeys((project.builtin, project.root)):
        node = read_document(folder, name, problems) if file_exists(folder, name) else None
        for word, instead in (node.entries if node else {}).items():
            if instead.value is None:
                words.pop(word.lower(), None)
            elif instead.text.strip():
                words[word.lower()] = instead.text.strip()
            else:
                problems.append(
                    Diagnostic(
                        "text-expected",
                        "one text is asked for",
                        instead.location,
                        word,
                        "write after the colon what to say instead",
                    )
                )
    if problems:
        raise ContentError(problems)
    return words
