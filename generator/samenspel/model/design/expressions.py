"""Expressions in a kind's file: ``rank in ['J', 'Q']``, ``conditions[0].large``, ``not photo``.

A small language of its own, not Python: names, parts of them, comparisons, ``and``, ``or``, ``not``
and lists. It is read once, and knows which names it asks for, so that a wrong one is met when the
kind is read. Nothing in it can call anything.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

from samenspel.saying import say

MOST_CHARACTERS = 500
"""A longer expression is a mistake, or an attack."""

_HOLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class ExpressionError(ValueError):
    """An expression that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an expression gives."""

    value: Any
    """A text, a number, a list …; ``None`` for nothing."""
    path: tuple[str | int, ...] = ()
    """The field that it comes from, when it is one."""


@runtime_checkable
class Whole(Protocol):
    """A value that knows its own parts, and where each comes from."""

    def part(self, name: str) -> Found:
        """One of its parts by name; ``None`` for what it has not."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was read."""

    source: str
    """What the file says."""
    tree: ast.expr = field(compare=False, repr=False)
    """The same, parsed."""
    names: frozenset[str] = field(default=frozenset(), repr=False)
    """The names that it asks for."""

    @property
    def texts(self) -> frozenset[str]:
        """The fixed texts in it."""
        found = (node.value for node in ast.walk(self.tree) if isinstance(node, ast.Constant))
        return frozenset(one for one in found if isinstance(one, str))

    @property
    def attributes(self) -> frozenset[tuple[str, str]]:
        """The parts of names that it asks for: ``suit`` and ``small`` of ``suit.small``."""
        found = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                whole = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(whole, ast.Name):
                    found.add((whole.id, node.attr))
        return frozenset(found)

    def find(self, known: Mapping[str, Found]) -> Found:
        """What it gives where these names are known; ``None`` for what is not there."""
        return _find(self.tree, known)

    def value(self, known: Mapping[str, Found]) -> Any:
        """What it gives, without where it comes from."""
        return _find(self.tree, known).value


@dataclass(frozen=True, slots=True)
class Template:
    """Words with expressions between ``{{`` and ``}}``."""

    source: str
    """What the file says."""
    parts: tuple[str | Expression, ...]
    """Words and expressions in turn."""

    @property
    def names(self) -> frozenset[str]:
        """What its expressions ask for."""
        found = (part.names for part in self.parts if isinstance(part, Expression))
        return frozenset().union(*found)

    @property
    def attributes(self) -> frozenset[tuple[str, str]]:
        """The parts of names that its expressions ask for."""
        found = (part.attributes for part in self.parts if isinstance(part, Expression))
        return frozenset().union(*found)


@lru_cache(maxsize=4096)
def expression(source: str) -> Expression:
    """Read an expression, once: kinds share most of theirs. Raises ExpressionError."""
    text = source.strip()
    if not text or len(text) > MOST_CHARACTERS:
        raise ExpressionError("an expression has 1 to 500 characters")
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(say('"{text}" is no expression', text=text)) from error
    for node in ast.walk(tree):
        if not isinstance(node, _ALLOWED):
            raise ExpressionError(say('"{text}" holds what an expression cannot do', text=text))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return Expression(text, tree, frozenset(names))


def template(source: str) -> Template:
    """Read words with expressions in them. Raises ExpressionError."""
    parts: list[str | Expression] = []
    for place, piece in enumerate(_HOLE.split(source)):
        if place % 2:
            parts.append(expression(piece))
        elif piece:
            if "{{" in piece or "}}" in piece:
                raise ExpressionError("{{ and }} do not go together")
            parts.append(piece)
    return Template(source, tuple(parts))


_ALLOWED = (
    ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.List, ast.Tuple, ast.Compare,
    ast.BoolOp, ast.UnaryOp, ast.And, ast.Or, ast.Not, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt,
    ast.GtE, ast.In, ast.NotIn, ast.Load, ast.USub,
)  # fmt: skip


def _find(node: ast.expr, known: Mapping[str, Found]) -> Found:
    match node:
        case ast.Name(id=name):
            return known.get(name, Found(None))
        case ast.Constant(value=value):
            return Found(value)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return Found([_find(item, known).value for item in items])
        case ast.Attribute(value=whole, attr=name):
            return _part(_find(whole, known), name)
        case ast.Subscript(value=whole, slice=at):
            return _part(_find(whole, known), _find(at, known).value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Found(not _find(operand, known).value)
        case ast.UnaryOp(operand=operand):
            number = _find(operand, known).value
            return Found(-number if isinstance(number, (int, float)) else None)
        case ast.BoolOp(op=ast.And(), values=values):
            return _first(values, known, until=False)
        case ast.BoolOp(values=values):
            return _first(values, known, until=True)
        case ast.Compare(left=left, ops=ops, comparators=others):
            return Found(_compared(left, ops, others, known))
    raise AssertionError(node)  # ``expression`` lets nothing else through


def _first(values: list[ast.expr], known: Mapping[str, Found], *, until: bool) -> Found:
    found = Found(None)
    for one in values:
        found = _find(one, known)
        if bool(found.value) == until:
            return found
    return found


def _part(whole: Found, name: Any) -> Found:
    """A part of a value: of a list by its place, of all else by its name; ``None`` without one."""
    value = whole.value
    if isinstance(value, Whole):
        return value.part(str(name))
    path = (*whole.path, name) if whole.path else ()
    if isinstance(value, (list, tuple)):
        inside = isinstance(name, int) and -len(value) <= name < len(value)
        return Found(value[name] if inside else None, path)
    if isinstance(value, Mapping):
        return Found(value.get(name), path)
    return Found(None)


def _compared(
    left: ast.expr, ops: list[ast.cmpop], others: list[ast.expr], known: Mapping[str, Found]
) -> bool:
    first = _find(left, known).value
    for op, other in zip(ops, others, strict=True):
        second = _find(other, known).value
        if not _holds(op, first, second):
            return False
        first = second
    return True


def _holds(op: ast.cmpop, first: Any, second: Any) -> bool:
    match op:
        case ast.Eq():
            return _same(first, second)
        case ast.NotEq():
            return not _same(first, second)
        case ast.In():
            return _among(first, second)
        case ast.NotIn():
            return not _among(first, second)
    if not isinstance(first, (int, float)) or not isinstance(second, (int, float)):
        return False
    compare = {ast.Lt: first < second, ast.LtE: first <= second, ast.Gt: first > second}
    return bool(compare.get(type(op), first >= second))


def _same(first: Any, second: Any) -> bool:
    """A choice is the same as its id."""
    return bool(getattr(first, "id", first) == getattr(second, "id", second))


def _among(first: Any, second: Any) -> bool:
    if isinstance(second, str):
        return isinstance(first, str) and first in second
    return isinstance(second, (list, tuple)) and any(_same(first, one) for one in second)
