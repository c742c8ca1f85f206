"""Stylesheets, read by tinycss2: rules in their order, as paper sees them.

``@media`` is unfolded, ``@font-face`` and ``@charset`` are skipped with a note; what cannot be
followed is a problem that names it. Nothing outside the drawing is ever referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from samenspel.draw.svg.reading import Mistake, Node

GEOMETRY = frozenset(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d"])

_PAPER = frozenset({"print", "all", ""})
_ALIKE = frozenset({*_PAPER, "screen"})
_SIMPLE = re.compile(r"[\w\s:;.#,%()+-]*\Z")
_CALL = re.compile(r"(?<!url)\(", re.IGNORECASE)
_QUERY = re.compile(r"(?:only\s+)?([\w-]*)\Z")


class Declaration(NamedTuple):
    """A property's value as text, and whether it is ``!important``."""

    value: str
    important: bool


Declarations = dict[str, Declaration]
"""By property, in lower case but for custom properties (``--Name``)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule: its selectors as tinycss2's tokens, and the ``<style>`` that it stands in."""

    selectors: list[Any]
    declarations: Declarations
    node: Node
    namespaces: dict[str | None, str]


@dataclass(slots=True)
class Sheets:
    """All stylesheets of a drawing; ``skipped`` names what was passed over."""

    rules: list[Rule] = field(default_factory=list)
    problems: list[Mistake] = field(default_factory=list)
    skipped: dict[str, None] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a maker should know of them."""
        if not self.skipped:
            return ()
        return (
            f"has {' and '.join(self.skipped)} in its stylesheet, skipped: drawings hold no text",
        )


def read_sheets(root: Node) -> Sheets:
    """The stylesheets in a drawing that are CSS and for paper.

    What is only for screens counts too, unless a sheet or an ``@media`` speaks of print.
    """
    nodes = [node for node in root.walk() if node.tag == "style" and _is_css(node)]
    sheets = Sheets()
    if not nodes:
        return sheets
    parsed = [(node, _parsed(node, sheets)) for node in nodes]
    spoken = [_types(node.attributes.get("media", "")) for node in nodes]
    spoken += [_types(_text(rule.prelude)) for _, rules in parsed for rule in _medias(rules)]
    media = _PAPER if any(types and "print" in types for types in spoken) else _ALIKE
    for node, rules in parsed:
        types = _types(node.attributes.get("media", ""))
        if types is None or not types <= _ALIKE:
            sheets.problems.append(_unfollowed(node, f"media={node.attributes['media']!r}"))
        elif types & media:
            _Reading(sheets, node, media).read(rules)
    return sheets


def _is_css(node: Node) -> bool:
    return node.attributes.get("type", "").strip().lower() in ("", "text/css")


def _parsed(node: Node, sheets: Sheets) -> list[Any]:
    """The top rules of a stylesheet; a bracket or comment that is left open is a problem.

    A } added at the end stays unmatched only when all that was opened is closed.
    """
    import tinycss2

    tokens = tinycss2.parse_component_value_list(node.text + "\n}", skip_comments=True)
    if not tokens or (tokens[-1].type, getattr(tokens[-1], "kind", "")) != ("error", "}"):
        sheets.problems.append(
            Mistake(
                "svg-bad-value",
                "a block of its stylesheet is not closed: a } is missing",
                "save again as plain SVG",
                node.line,
            )
        )
        return []
    rules: list[Any] = tinycss2.parse_stylesheet(
        tokens[:-1], skip_comments=True, skip_whitespace=True
    )
    return rules


def _medias(rules: Iterable[Any]) -> Iterator[Any]:
    """All ``@media`` rules, also those in others."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield rule
            yield from _medias(_inside(rule))


def _inside(rule: Any) -> list[Any]:
    import tinycss2

    found: list[Any] = tinycss2.parse_rule_list(
        rule.content, skip_comments=True, skip_whitespace=True
    )
    return found


def _types(query: str) -> frozenset[str] | None:
    """The media types in a list of queries; None when one asks for more than a type."""
    parts = [_QUERY.match(part.strip().lower()) for part in query.strip().split(",")]
    known = [part.group(1) for part in parts if part]
    return frozenset(known) if len(known) == len(parts) else None


@dataclass(slots=True)
class _Reading:
    """Takes the rules out of one stylesheet."""

    sheets: Sheets
    node: Node
    media: frozenset[str]
    namespaces: dict[str | None, str] = field(default_factory=dict)

    def read(self, rules: Iterable[Any]) -> None:
        for rule in rules:
            if rule.type == "qualified-rule":
                self._rule(rule)
            elif rule.type == "at-rule":
                self._at_rule(rule)
            else:
                self.sheets.problems.append(_unread(self.node, rule.message))

    def _rule(self, rule: Any) -> None:
        try:
            found = declared(rule.content, self.node)
        except Mistake as mistake:
            self.sheets.problems.append(mistake)
            return
        self.sheets.rules.append(Rule(rule.prelude, found, self.node, self.namespaces))

    def _at_rule(self, rule: Any) -> None:
        name = rule.lower_at_keyword
        if name == "charset" or (name == "font-face" and rule.content is not None):
            self.sheets.skipped["@" + name] = None
        elif name == "media" and rule.content is not None:
            self._media(rule)
        elif name == "namespace" and rule.content is None:
            self._namespace(rule)
        elif name == "import":
            self.sheets.problems.append(external(self.node, "@import"))
        else:
            self.sheets.problems.append(_unfollowed(self.node, f"@{name} {_text(rule.prelude)}"))

    def _media(self, rule: Any) -> None:
        query = _text(rule.prelude)
        types = _types(query)
        if types is None or not types <= _ALIKE:
            self.sheets.problems.append(_unfollowed(self.node, f"@media {query}"))
        elif types & self.media:
            self.read(_inside(rule))

    def _namespace(self, rule: Any) -> None:
        parts = [token for token in rule.prelude if token.type in ("ident", "string", "url")]
        calls = [token for token in rule.prelude if token.type == "function"]
        uri = parts.pop().value if parts and parts[-1].type != "ident" else ""
        uri = uri or (calls[0].arguments[0].value if calls and calls[0].arguments else "")
        self.namespaces[parts[0].value if parts else None] = str(uri)


# -- declarations ----------------------------------------------------------------------------


def declared(source: str | Sequence[Any], node: Node) -> Declarations:
    """``fill: red; stroke: none !important`` by property; what is no declaration is left out, as
    CSS asks.

    Raises Mistake ``svg-unsupported`` and ``svg-external``.
    """
    quick = _plainly(source) if isinstance(source, str) else None
    found = _by_tokens(source, node) if quick is None else quick
    for name in GEOMETRY.intersection(found):
        raise Mistake(
            "svg-unsupported",
            f"it sets {name} in a style; not every program reads that",
            f'write it as an attribute ({name}="…")',
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
            raise _unfollowed(node, f"{_text(one.prelude)} {{ … }} inside another rule")
        if one.type != "declaration":
            continue
        for target in _targets(one.value):
            if not target.startswith("#"):
                raise external(node, target)
        name = one.name if one.name.startswith("--") else one.lower_name
        value = _text(one.value)
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
                yield _text(token.arguments).strip("\"'").strip()
            yield from _targets(token.arguments)
        elif hasattr(token, "content"):
            yield from _targets(token.content or ())


def _text(tokens: Iterable[Any]) -> str:
    import tinycss2

    return str(tinycss2.serialize(tokens)).replace("/**/", "").strip()


def shown(tokens: Iterable[Any]) -> str:
    """Tokens as messages show them."""
    text = " ".join(_text(tokens).split())
    return text if len(text) <= 40 else text[:39] + "…"


# -- mistakes --------------------------------------------------------------------------------


def external(node: Node, target: str) -> Mistake:
    """Something that is not in the drawing itself."""
    brief = target if len(target) <= 60 else target[:59] + "…"
    return Mistake(
        "svg-external",
        f"<{node.tag}> points outside the drawing ({brief})",
        "embed the picture in the drawing, or delete the link",
        node.line,
    )


def _unfollowed(node: Node, what: str) -> Mistake:
    return Mistake(
        "svg-unsupported",
        f"its stylesheet has a rule that cannot be followed ({what.strip()[:40]})",
        "save with plain style attributes (“presentation attributes” in most programs)",
        node.line,
    )


def _unread(node: Node, why: str) -> Mistake:
    return Mistake(
        "svg-bad-value",
        f"its stylesheet cannot be read: {why}",
        "save again as plain SVG",
        node.line,
    )
