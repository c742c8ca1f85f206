"""Declarations of CSS (``fill: red``), read by tinycss2 when they are not quite plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from samenspel.draw.svg.reading import Mistake, Node
from samenspel.saying import say

GEOMETRY = frozenset(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d"])

_SIMPLE = re.compile(r"[\w\s:;.#,%()+-]*\Z")
_CALL = re.compile(r"(?<!url)\(", re.IGNORECASE)


class Declaration(NamedTuple):
    """A property's value as text, and whether it is ``!important``."""

    value: str
    important: bool


Declarations = dict[str, Declaration]
"""By property, in lower case but for custom properties (``--Name``)."""


# -- declarations ----------------------------------------------------------------------------


def declared(source: str | Sequence[Any], node: Node) -> Declarations:
    """``fill: red; stroke: none !important`` by property; what is no declaration is left out, as
    CSS asks.

    Raises Mistake ``svg-unsupported`` and ``svg-external``.
    """
    quick = _plainly(source) if isinstance(source, str) else None
    found = _by_tokens(source, node) if quick is None else quick
    name = next((one for one in found if one in GEOMETRY), None)
    if name is not None:
        raise Mistake(
            "svg-unsupported",
            say("it sets {name} in a style; not every program reads that", name=name),
            say('write it as an attribute ({name}="…")', name=name),
            node.line,
        )
    return found


def _plainly(body: str) -> Declarations | None:
    """Declarations without anything but words, numbers and ``url(#id)``, as programs write them;
    None for all others.
    """
    if not _SIMPLE.match(body) or _CALL.search(body):
        return None
    found: Declarations = {}
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if "url(" in value.lower() and "url(#" not in value:
            return None
        if colon and value and ":" not in value:
            found[name if name.startswith("--") else name.lower()] = Declaration(value, False)
    return found


def _by_tokens(source: str | Sequence[Any], node: Node) -> Declarations:
    import tinycss2

    found: Declarations = {}
    for one in tinycss2.parse_blocks_contents(source, skip_comments=True, skip_whitespace=True):
        if one.type == "qualified-rule" or one.type == "at-rule":
            raise unfollowed(
                node, say("{css_text} {{ … }} inside another rule", css_text=css_text(one.prelude))
            )
        if one.type != "declaration":
            continue
        for target in _targets(one.value):
            if not target.startswith("#"):
                raise external(node, target)
        name = one.name if one.name.startswith("--") else one.lower_name
        value = css_text(one.value)
        if value and (one.important or not found.get(name, Declaration("", False)).important):
            found[name] = Declaration(value, one.important)
    return found


def _targets(tokens: Iterable[Any]) -> Iterator[str]:
    """What the values refer to, wherever ``url()`` stands in them."""
    for token in tokens:
        if token.type == "url":
            yield token.value.strip()
        elif token.type == "function":
            if token.lower_name in ("url", "src", "image", "image-set"):
                yield css_text(token.arguments).strip("\"'").strip()
            yield from _targets(token.arguments)
        elif hasattr(token, "content"):
            yield from _targets(token.content or ())


def css_text(tokens: Iterable[Any]) -> str:
    """tinycss2's tokens as CSS again, without what only keeps them apart."""
    import tinycss2

    return str(tinycss2.serialize(tokens)).replace("/**/", "").strip()


def shown(tokens: Iterable[Any]) -> str:
    """Tokens as messages show them."""
    text = " ".join(css_text(tokens).split())
    return text if len(text) <= 40 else text[:39] + "…"


# -- mistakes --------------------------------------------------------------------------------


def external(node: Node, target: str) -> Mistake:
    """Something that is not in the drawing itself."""
    brief = target if len(target) <= 60 else target[:59] + "…"
    return Mistake(
        "svg-external",
        say("<{tag}> points outside the drawing ({brief})", tag=node.tag, brief=brief),
        "embed the picture in the drawing, or delete the link",
        node.line,
    )


def unfollowed(node: Node, what: str) -> Mistake:
    """A rule that is understood by some programs, and not here."""
    return Mistake(
        "svg-unsupported",
        say("its stylesheet has a rule that cannot be followed ({what})", what=what.strip()[:40]),
        "save with plain style attributes (“presentation attributes” in most programs)",
        node.line,
    )
