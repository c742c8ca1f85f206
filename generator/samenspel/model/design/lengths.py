"""Lengths in a kind's file: ``12``, ``12mm``, ``58%``, ``panel.bottom + 3``, ``max(40%, 60mm)``.

A bare number is millimetres on an A6 card and grows with the format; ``mm`` does not grow; ``%`` is
of the page's width or height. ``safe`` and ``margin`` are those of the format, ``width`` and
``height`` the page's, ``lines(title, 2)`` the height of two lines of a role of type, ``0.5 * …`` a
share of one of these. An area that was named above has ``top``, ``bottom``, ``left``, ``right``,
``middle``, ``centre``, ``width`` and ``height``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from samenspel.saying import say

Axis = Literal["x", "y"]
EDGES = ("top", "bottom", "left", "right", "middle", "centre", "width", "height")
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)\s*(mm|%)?|([A-Za-z][\w-]*(?:\.[a-z]+)?)|([-+*(),]))")


class LengthError(ValueError):
    """A length that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a length: a number with a unit, a name, or a choice between lengths."""

    kind: Literal["number", "mm", "%", "name", "edge", "lines", "max", "min", "times"]
    """What it is: a number with a unit, a name, a line count, or a choice between lengths."""
    amount: float = 0.0
    """The number before it."""
    name: str = ""
    """What it refers to: an area, or a length that the format has."""
    edge: str = ""
    """Which edge of that area."""
    inner: tuple[Length, ...] = ()
    """The lengths that ``max`` and ``min`` choose from."""


@dataclass(frozen=True, slots=True)
class Length:
    """A sum of pieces."""

    source: str
    """What the file says."""
    parts: tuple[tuple[float, Part], ...]
    """Each piece with its sign."""

    @property
    def areas(self) -> frozenset[str]:
        """The areas that it asks for."""
        own = {part.name for _, part in self.parts if part.kind == "edge"}
        return frozenset(own).union(*(one.areas for _, p in self.parts for one in p.inner))

    @property
    def names(self) -> frozenset[str]:
        """The plain names that it asks for: ``margin``, or a field with a number."""
        own = {part.name for _, part in self.parts if part.kind == "name"}
        return frozenset(own).union(*(one.names for _, p in self.parts for one in p.inner))


def length(source: str) -> Length:
    """Read a length. Raises LengthError."""
    tokens = _Tokens(source)
    found = _sum(tokens)
    if tokens.next is not None:
        raise LengthError(say('"{source}" is no length', source=source))
    return found


class _Tokens:
    """The pieces of a text, one after another."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._rest = self._split(source)
        self.next: re.Match[str] | None = next(self._rest, None)

    @staticmethod
    def _split(source: str) -> Iterator[re.Match[str]]:
        at = 0
        text = source.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise LengthError(say('"{source}" is no length', source=source))
            yield found
            at = found.end()

    def take(self) -> re.Match[str]:
        found = self.next
        if found is None:
            raise LengthError(say('"{source}" is no length', source=self.source))
        self.next = next(self._rest, None)
        return found

    def takes(self, sign: str) -> bool:
        if self.next is not None and self.next[4] == sign:
            self.take()
            return True
        return False


def _sum(tokens: _Tokens) -> Length:
    parts: list[tuple[float, Part]] = []
    sign = -1.0 if tokens.takes("-") else 1.0
    while True:
        parts.append((sign, _piece(tokens)))
        if tokens.takes("+"):
            sign = 1.0
        elif tokens.takes("-"):
            sign = -1.0
        else:
            return Length(tokens.source, tuple(parts))


def _piece(tokens: _Tokens) -> Part:
    token = tokens.take()
    if token[1]:
        if not token[2] and tokens.takes("*"):
            piece = Length(tokens.source, ((1.0, _piece(tokens)),))
            return Part("times", float(token[1]), inner=(piece,))
        unit = token[2] or "number"
        return Part(unit, float(token[1]))  # type: ignore[arg-type]
    if not token[3]:
        raise LengthError(say('"{source}" is no length', source=tokens.source))
    name, dot, edge = token[3].partition(".")
    if dot:
        if edge not in EDGES:
            raise LengthError(
                say('an area has no "{edge}"; it has {edges}', edge=edge, edges=", ".join(EDGES))
            )
        return Part("edge", name=name, edge=edge)
    if tokens.takes("("):
        return _called(tokens, name)
    return Part("name", name=name)


def _called(tokens: _Tokens, name: str) -> Part:
    if name == "lines":
        role = tokens.take()[3] or ""
        count = float(tokens.take()[1] or 0) if tokens.takes(",") else 1.0
        made = Part("lines", count, role)
    elif name in ("max", "min"):
        inner = [_sum(tokens)]
        while tokens.takes(","):
            inner.append(_sum(tokens))
        made = Part(name, inner=tuple(inner))  # type: ignore[arg-type]
    else:
        raise LengthError(say('there is no "{name}(…)"; there are max, min and lines', name=name))
    if not tokens.takes(")"):
        raise LengthError(say('"{source}" lacks a closing bracket', source=tokens.source))
    return made


def measured(one: Length, value: Callable[[Part], float]) -> float:
    """The length in mm, where ``value`` knows the pieces that are no choice between lengths."""
    total = 0.0
    for sign, part in one.parts:
        if part.kind in ("max", "min"):
            sizes = [measured(inner, value) for inner in part.inner]
            total += sign * (max(sizes) if part.kind == "max" else min(sizes))
        elif part.kind == "times":
            total += sign * part.amount * measured(part.inner[0], value)
        else:
            total += sign * value(part)
    return total
