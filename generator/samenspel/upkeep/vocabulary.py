"""The words that a deck spells as it likes: ``cards/<language>/words.yaml``, made by its makers."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.gate import file_exists, read_bytes
from samenspel.layers.sources import items_of
from samenspel.project.project import Project
from samenspel.upkeep.rewording import rewriting, value_at
from samenspel.yaml.documents import read_document
from samenspel.yaml.editing import plain_of
from samenspel.yaml.nodes import Node
from samenspel.yaml.rearranging import inserted

HEAD = """\
# Woorden die kloppen, al staan ze in geen woordenboek. ‘samenspel check’ meldt ze niet.
# Een * achteraan staat voor alles wat zo begint.
"""
"""How a list begins that was not there."""
WORDS = "words"
"""The key of the list."""


def words_file(language: str) -> str:
    """Where the list of a language stands."""
    return f"cards/{language}/words.yaml"


def own_words(project: Project, language: str) -> Sequence[str]:
    """Words that are right as they are: those of samenspel's own deck, and the project's.

    A word may end in ``*`` for all that begins so. Raises ContentError (``text-expected``, and
    whatever reading may raise).
    """
    name = words_file(language)
    problems: list[Diagnostic] = []
    words: list[str] = []
    for folder in dict.fromkeys((project.builtin, project.root)):
        node = read_document(folder, name, problems) if file_exists(folder, name) else None
        for key, said in (node.entries if node else {}).items():
            if key != WORDS or said.entries:
                problems.append(_unlisted(key, said))
        for place, one in enumerate(items_of(node, WORDS) if node else ()):
            if one.text.strip():
                words.append(one.text.strip())
            else:
                problems.append(_unlisted(f"{WORDS}[{place + 1}]", one))
    if problems:
        raise ContentError(problems)
    return words


def _unlisted(key: str, node: Node) -> Diagnostic:
    return Diagnostic(
        "text-expected", "one text is asked for", node.location, key,
        "write words: and below it one word behind each dash",
    )  # fmt: skip


def with_word(project: Project, language: str, word: str) -> dict[str, bytes | None]:
    """The list with a word more at its end, and every other byte as it was."""
    name = words_file(language)
    old = read_bytes(project.root, name) if file_exists(project.root, name) else HEAD.encode()

    def longer(text: str) -> str:
        listed = value_at(plain_of(text), (WORDS,)) or []
        return inserted(text, (WORDS,), len(listed), word)

    return {name: rewriting(name, old, longer)}
