"""PostScript calculator functions (ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

Stack = list[Any]
Code = tuple[Any, ...]
"""Numbers, names of operators and, for what stands in braces, more of the same."""

MOST_STACKED, MOST_STEPS = 400, 20_000
_TOKEN = re.compile(rb"%[^\r\n]*|[{}]|[^\s{}%]+")


def calculated(source: bytes, inputs: Sequence[float]) -> list[float]:
    """What the code leaves when it begins with the inputs. Raises one of ``BAD``."""
    stack: Stack = list(inputs)
    _run(_code(source), stack, [MOST_STEPS])
    return [float(one) for one in stack]


@lru_cache(maxsize=64)
def _code(source: bytes) -> Code:
    tokens = (word for word in _TOKEN.findall(source) if word[:1] != b"%")
    if next(tokens, b"") != b"{":
        raise ValueError("a calculator function does not begin with a brace")
    return _block(tokens, 0)


def _block(tokens: Iterator[bytes], depth: int) -> Code:
    """What stands up to the closing brace."""
    if depth > MOST_STACKED // 10:
        raise ValueError("braces lie too deep in each other")
    found: list[Any] = []
    for word in tokens:
        if word == b"}":
            return tuple(found)
        if word == b"{":
            found.append(_block(tokens, depth + 1))
        elif word.decode("latin-1") in _OPERATORS or word in (b"if", b"ifelse"):
            found.append(word.decode("latin-1"))
        else:
            found.append(float(word) if b"." in word or b"e" in word.lower() else int(word))
    raise ValueError("a calculator function ends within braces")


def _run(code: Code, stack: Stack, steps: list[int]) -> None:
    for one in code:
        steps[0] -= 1
        if steps[0] < 0 or len(stack) > MOST_STACKED:
            raise ValueError("a calculator function is longer than one may be")
        if one == "if":
            then = stack.pop()
            if stack.pop():
                _run(then, stack, steps)
        elif one == "ifelse":
            otherwise, then = stack.pop(), stack.pop()
            _run(then if stack.pop() else otherwise, stack, steps)
        elif isinstance(one, str):
            _OPERATORS[one](stack)
        else:
            stack.append(one)


def _one(act: Callable[[Any], Any]) -> Callable[[Stack], None]:
    return lambda stack: stack.append(act(stack.pop()))


def _two(act: Callable[[Any, Any], Any]) -> Callable[[Stack], None]:
    def run(stack: Stack) -> None:
        last, first = stack.pop(), stack.pop()
        stack.append(act(first, last))

    return run


def _copy(stack: Stack) -> None:
    count = int(stack.pop())
    if 0 < count <= len(stack):
        stack += stack[-count:]


def _index(stack: Stack) -> None:
    stack.append(stack[-1 - int(stack.pop())])


def _roll(stack: Stack) -> None:
    turns, count = int(stack.pop()), int(stack.pop())
    if 0 < count <= len(stack):
        turns %= count
        part = stack[-count:]
        stack[-count:] = part[count - turns :] + part[: count - turns]


def _drop(stack: Stack) -> None:
    stack.pop()


def _exchange(stack: Stack) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


def _shifted(number: int, by: int) -> int:
    return number << min(by, 32) if by >= 0 else number >> min(-by, 32)


_OPERATORS: dict[str, Callable[[Stack], None]] = {
    "abs": _one(abs), "neg": _one(lambda x: -x), "ceiling": _one(math.ceil),
    "floor": _one(math.floor), "round": _one(lambda x: math.floor(x + 0.5)),
    "truncate": _one(math.trunc), "cvi": _one(int), "cvr": _one(float),
    "sqrt": _one(math.sqrt), "ln": _one(math.log), "log": _one(math.log10),
    "sin": _one(lambda x: math.sin(math.radians(x))),
    "cos": _one(lambda x: math.cos(math.radians(x))),
    "not": _one(lambda x: not x if isinstance(x, bool) else ~x),
    "add": _two(lambda x, y: x + y), "sub": _two(lambda x, y: x - y),
    "mul": _two(lambda x, y: x * y), "div": _two(lambda x, y: x / y),
    "idiv": _two(lambda x, y: int(x / y)), "mod": _two(lambda x, y: int(math.fmod(x, y))),
    "exp": _two(lambda x, y: x**y),
    "atan": _two(lambda x, y: math.degrees(math.atan2(x, y)) % 360),
    "bitshift": _two(_shifted),
    "and": _two(lambda x, y: x & y), "or": _two(lambda x, y: x | y),
    "xor": _two(lambda x, y: x ^ y),
    "eq": _two(lambda x, y: x == y), "ne": _two(lambda x, y: x != y),
    "gt": _two(lambda x, y: x > y), "ge": _two(lambda x, y: x >= y),
    "lt": _two(lambda x, y: x < y), "le": _two(lambda x, y: x <= y),
    "true": lambda stack: stack.append(True), "false": lambda stack: stack.append(False),
    "pop": _drop, "exch": _exchange,
    "dup": lambda stack: stack.append(stack[-1]), "copy": _copy, "index": _index, "roll": _roll,
}  # fmt: skip
