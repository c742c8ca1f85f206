"""Stylesheets, read by tinycss2: rules in their order, as paper sees them.

``@media`` is unfolded, ``@font-face`` and ``@charset`` are skipped with a note; what cannot be
followed is a problem that names it. Nothing outside the drawing is ever referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from samenspel.draw.svg.declarations import (
    Declarations,
    css_text,
    declared,
    external,
    unfollowed,
)
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.saying import say

_PAPER = frozenset({"print", "all", ""})
_ALIKE = frozenset({*_PAPER, "screen"})
_QUERY = re.compile(r"(?:only\s+)?([\w-]*)\Z")


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
            say(
                "has {skipped} in its stylesheet, skipped: drawings hold no text",
                skipped=" and ".join(self.skipped),
            ),
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
    spoken += [_types(css_text(rule.prelude)) for _, rules in parsed for rule in _medias(rules)]
    media = _PAPER if any(types and "print" in types for types in spoken) else _ALIKE
    for node, rules in parsed:
        types = _types(node.attributes.get("media", ""))
        if types is None or not types <= _ALIKE:
            sheets.problems.append(unfollowed(node, f"media={node.attributes['media']!r}"))
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
            self.sheets.problems.append(unfollowed(self.node, f"@{name} {css_text(rule.prelude)}"))

    def _media(self, rule: Any) -> None:
        query = css_text(rule.prelude)
        types = _types(query)
        if types is None or not types <= _ALIKE:
            self.sheets.problems.append(unfollowed(self.node, f"@media {query}"))
        elif types & self.media:
            self.read(_inside(rule))

    def _namespace(self, rule: Any) -> None:
        parts = [token for token in rule.prelude if token.type in ("ident", "string", "url")]
        calls = [token for token in rule.prelude if token.type == "function"]
        uri = parts.pop().value if parts and parts[-1].type != "ident" else ""
        uri = uri or (calls[0].arguments[0].value if calls and calls[0].arguments else "")
        self.namespaces[parts[0].value if parts else None] = str(uri)


def _unread(node: Node, why: str) -> Mistake:
    return Mistake(
        "svg-bad-value",
        say("its stylesheet cannot be read: {why}", why=why),
        "save again as plain SVG",
        node.line,
    )
