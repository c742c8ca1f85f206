"""What a template does is counted, for it may do much and print nothing.

A loop counts the parts inside it for each of its items before it begins; a filter counts the items
or characters that it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from contextvars import ContextVar
from functools import wraps
from typing import Any

from jinja2 import nodes

from samenspel.bounds import STEPS

LOOP = "steps of a loop"
"""The filter round what a loop runs through; no template can write its name."""

_LEFT: ContextVar[int] = ContextVar("steps", default=STEPS)


class TooManyStepsError(Exception):
    """A template does more than it may."""


def begin() -> None:
    """Count from nothing."""
    _LEFT.set(STEPS)


def _take(count: int) -> None:
    left = _LEFT.get() - count
    if left < 0:
        raise TooManyStepsError
    _LEFT.set(left)


def counting(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that counts what it is given."""

    @wraps(function)
    def counted(*arguments: Any, **named: Any) -> Any:
        _take(1 + sum(len(one) for one in arguments if isinstance(one, (str, tuple, list))))
        return function(*arguments, **named)

    return counted


def looped(items: Any, parts: int) -> Any:
    """What a loop of so many parts runs through; strings and lists, and what else there is."""
    _take(parts * (len(items) if isinstance(items, Sized) else 1))
    return items


def with_counted_loops(tree: nodes.Template) -> nodes.Template:
    """The template, whose loops count their steps."""
    for loop in tree.find_all(nodes.For):
        parts = sum(1 for _ in loop.find_all(nodes.Node))
        arguments: list[nodes.Expr] = [nodes.Const(parts)]
        loop.iter = nodes.Filter(loop.iter, LOOP, arguments, [], None, None, lineno=loop.lineno)
        if loop.environment is not None:
            loop.iter.set_environment(loop.environment)
    return tree
