"""Custom properties (``--name``) and ``var()``, written out before anything looks at a value.

So what is checked, painted and handed to resvg is one and the same text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenspel.draw.svg.reading import MAX_BYTES, Mistake, Node
from samenspel.saying import say

MAX_VALUE = 10_000
"""Characters that a variable may come to."""

MAX_NESTING = 20
"""How deep variables may name each other."""

MAX_CALLS = 100
"""Variables that one value may name."""

Scope = Mapping[str, str]
"""Custom properties at an element: its own, and what it inherits."""

_NOTHING = ("", "initial", "inherit", "unset", "revert", "revert-layer")


def uses_variables(value: str) -> bool:
    """Whether ``var()`` stands in a value."""
    return "var(" in value.lower()


@dataclass(slots=True)
class Variables:
    """Writes ``var()`` out; ``copied`` says that the drawing has ``use`` elements.

    What ``use`` copies inherits from where it is put, and not from where it stands; then only
    variables that are the same everywhere can be written out.
    """

    everywhere: Scope
    copied: bool
    written: int = 0
    _known: dict[str, str] = field(default_factory=dict)

    def written_out(self, value: str, scope: Scope, node: Node) -> str:
        """A value without ``var()``. Raises Mistake ``svg-bad-value``, ``svg-too-complex``."""
        if scope is not self.everywhere:
            return self._text(value, scope, node, 0, MAX_BYTES)
        if value not in self._known:
            self._known[value] = self._text(value, scope, node, 0, MAX_BYTES)
        self._count(self._known[value], node)
        return self._known[value]

    def _text(self, value: str, scope: Scope, node: Node, depth: int, limit: int) -> str:
        import tinycss2

        if not uses_variables(value):
            return value
        if depth > MAX_NESTING or value.lower().count("var(") > MAX_CALLS:
            raise _endless(node)
        tokens = tinycss2.parse_component_value_list(value, skip_comments=True)
        text = "".join(self._tokens(tokens, scope, node, depth)).strip()
        self._count(text, node)
        if len(text) > limit:
            raise _endless(node)
        return text

    def _count(self, text: str, node: Node) -> None:
        self.written += len(text)
        if self.written > MAX_BYTES:
            raise _endless(node)

    def _tokens(self, tokens: Sequence[Any], scope: Scope, node: Node, depth: int) -> list[str]:
        import tinycss2

        if depth > MAX_NESTING:
            raise _endless(node)
        out: list[str] = []
        for token in tokens:
            if token.type != "function":
                out.append(tinycss2.serialize([token]))
            elif token.lower_name == "var":
                out.append(f" {self._value(token.arguments, scope, node, depth)} ")
            else:
                inner = self._tokens(token.arguments, scope, node, depth + 1)
                out.append(f"{token.name}({''.join(inner)})")
        return out

    def _value(self, arguments: Sequence[Any], scope: Scope, node: Node, depth: int) -> str:
        import tinycss2

        words = [token for token in arguments if token.type != "whitespace"]
        name = words[0].value if words and words[0].type == "ident" else ""
        spare = words[1:] if len(words) > 2 and words[1] == "," else []
        own = scope.get(name, "")
        if self.copied and own != self.everywhere.get(name, ""):
            raise _unset(node, name, "set for a part of the drawing only, which has copies (<use>)")
        if own.lower() not in _NOTHING:
            return self._text(own, scope, node, depth + 1, MAX_VALUE)
        if not spare:
            raise _unset(node, name or tinycss2.serialize(arguments), "not set")
        rest = arguments[arguments.index(spare[0]) + 1 :]
        return self._text(tinycss2.serialize(rest).strip(), scope, node, depth + 1, MAX_VALUE)


def _unset(node: Node, name: str, why: str) -> Mistake:
    return Mistake(
        "svg-bad-value",
        say(
            "<{tag}> uses the variable var({name}), which is {why}",
            tag=node.tag,
            name=name.strip()[:30],
            why=why,
        ),
        "write the value itself, or set it in a rule for :root",
        node.line,
    )


def _endless(node: Node) -> Mistake:
    return Mistake(
        "svg-too-complex",
        say(
            "the variables that <{tag}> uses name each other without end, or grow too long",
            tag=node.tag,
        ),
        "write the values themselves",
        node.line,
    )
