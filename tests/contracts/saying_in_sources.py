"""What samenspel says, as it stands in the sources: templates of ``say``, and prose beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, nodes
from tests.contracts.sources import PACKAGE, sources, walked

_PROSE = re.compile(r"[A-Za-z]{2,}[,;:)]?(?: [(\"'“]?[A-Za-z]+[,;:)]?)+")
"""Two words of plain letters with a space between them."""
_OF_A_PAGE = re.compile(r"\s*<[a-z!/]")
"""How a piece of HTML begins; a page's own words are said apart."""
_SAYS = ("say", "counted")
_OF_A_BUG = (
    "ValueError", "TypeError", "KeyError", "RuntimeError", "LookupError", "AssertionError",
    "AttributeError", "FileNotFoundError", "OSError", "compile", "fullmatch", "search", "match",
)  # fmt: skip
"""Calls whose texts are for programmers: errors of Python's own, and patterns."""


@dataclass(frozen=True)
class Text:
    """One text in the sources."""

    file: str
    line: int
    template: str
    plural: str = ""
    names: frozenset[str] | None = None
    """The values that ``say`` is given; ``None`` for a constant."""

    @property
    def room(self) -> str:
        """The room or the module at the top that it stands in."""
        return self.file.split("/")[0].removesuffix(".py")

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.template}"


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of ``say`` and ``counted`` themselves, not of methods of such names."""
    for node in walked(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in _SAYS and node.args:
            yield node


def said(file: str, tree: ast.Module) -> Iterator[Text]:
    """What is said with a template that stands there."""
    for node in calls(tree):
        forms = [one.value for one in node.args if isinstance(one, ast.Constant)]
        if len(forms) == len(node.args):
            names = frozenset(word.arg for word in node.keywords if word.arg)
            yield Text(file, node.lineno, forms[0], "".join(forms[1:]), names)


def prose(file: str, tree: ast.Module) -> Iterator[Text]:
    """Constants that read as sentences: what a message is when it has no values."""
    left_out = _documentation(tree) | _inside(calls(tree)) | _inside(_composed(tree))
    left_out |= _inside(_for_programmers(tree))
    for node in walked(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in left_out and _is_prose(node.value):
            yield Text(file, node.lineno, node.value)


def templates() -> Iterator[Text]:
    """The words of pages made by Jinja: what the filter ``w`` translates, and heads of tables."""
    for path in sorted(PACKAGE.rglob("*.html")):
        tree = Environment().parse(path.read_text(encoding="utf-8"))
        words: list[nodes.Node] = [one.node for one in tree.find_all(nodes.Filter) if one.node]
        words += [item for one in tree.find_all(nodes.List) for item in one.items]
        for word in words:
            if isinstance(word, nodes.Const) and isinstance(word.value, str):
                yield Text(path.relative_to(PACKAGE).as_posix(), word.lineno, word.value)


def composed(file: str, tree: ast.Module) -> Iterator[Text]:
    """f-strings that read as sentences, which nobody can translate."""
    left_out = _inside(calls(tree)) | _inside(_for_programmers(tree))
    for node in _composed(tree):
        if id(node) in left_out:
            continue
        fixed = [part.value for part in node.values if isinstance(part, ast.Constant)]
        if any(map(_is_prose, map(str, fixed))) and not _OF_A_PAGE.match(str(fixed[0])):
            yield Text(file, node.lineno, "…".join(map(str, fixed)))


def constants() -> set[str]:
    """Every text that stands in the sources, also as a part of what is put together."""
    in_code = {
        node.value
        for _, tree in sources()
        for node in walked(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return in_code | {one.template for one in templates()}


def wants_words(template: str) -> bool:
    """Whether anything of a template is a word: units and values are the same in all languages."""
    return bool(re.search(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}", "", template)))


def _is_prose(text: str) -> bool:
    return bool(_PROSE.search(text)) and wants_words(text) and not _OF_A_PAGE.match(text)


def _composed(tree: ast.Module) -> list[ast.JoinedStr]:
    return [node for node in walked(tree) if isinstance(node, ast.JoinedStr)]


def _for_programmers(tree: ast.Module) -> Iterator[ast.Call]:
    for node in walked(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in _OF_A_BUG:
                yield node


def _inside(nodes: Iterator[ast.Call] | list[ast.JoinedStr]) -> set[int]:
    return {id(part) for node in nodes for part in ast.walk(node)}


def _documentation(tree: ast.Module) -> set[int]:
    """Docstrings, of fields too."""
    found: set[int] = set()
    for node in walked(tree):
        body = getattr(node, "body", None)
        for part in body if isinstance(body, list) else ():
            if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant):
                found.add(id(part.value))
    return found
