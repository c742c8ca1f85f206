"""Which rules of a stylesheet are about which elements, by way of cssselect2.

cssselect2 walks ElementTree's elements, so a drawing with stylesheets is mirrored as such a tree.
Pseudo-classes of a pointer or a player (``:hover``) never match on paper, nor do pseudo-elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import cssselect2

from samenspel.draw.svg.declarations import Declarations, shown
from samenspel.draw.svg.reading import SVG, XML, Mistake, Node
from samenspel.draw.svg.sheets import Rule
from samenspel.saying import say

MAX_SELECTORS = 10_000
"""Selectors in all stylesheets of a drawing together."""

_LANG = f"{{{XML}}}lang"

MAX_TESTS = 20_000_000
"""Selectors that no class, id or type narrows down, times elements."""


def matches(root: Node, rules: Sequence[Rule]) -> Iterator[tuple[Node, list[Declarations]]]:
    """Every node with the declarations that are about it, the weightiest last.

    Raises Mistake ``svg-unsupported`` with the selector that cannot be followed, and
    ``svg-too-complex``.
    """
    matcher = cssselect2.Matcher()
    count = 0
    for rule in rules:
        for selector in _compiled(rule):
            count += 1
            if selector.pseudo_element is None:
                matcher.add_selector(selector, rule.declarations)
    nodes = list(root.walk())
    if count > MAX_SELECTORS or len(matcher.other_selectors) * len(nodes) > MAX_TESTS:
        raise Mistake(
            "svg-too-complex",
            say(
                "its stylesheets hold {count} selectors for {nodes} elements",
                count=count,
                nodes=len(nodes),
            ),
            "save with plain style attributes (“presentation attributes” in most programs)",
            root.line,
        )
    elements = cssselect2.ElementWrapper.from_xml_root(_mirror(root)).iter_subtree()
    for node, element in zip(nodes, elements, strict=True):
        yield node, [found for *_, found in matcher.match(element)]


def _compiled(rule: Rule) -> Sequence[Any]:
    try:
        return list(cssselect2.compile_selector_list(rule.selectors, rule.namespaces))
    except (cssselect2.SelectorError, NotImplementedError, SyntaxError, RecursionError) as error:
        # the last two for what its parser lets through and its compiler cannot write
        raise Mistake(
            "svg-unsupported",
            say(
                "its stylesheet has a selector that cannot be followed ({shown})",
                shown=shown(rule.selectors),
            ),
            "save with plain style attributes (“presentation attributes” in most programs)",
            rule.node.line,
        ) from error


def _mirror(root: Node) -> Element:
    """The drawing as ElementTree holds one, with the same elements in the same order."""
    top = Element(_name(root), _attributes(root))
    stack = [(root, top)]
    while stack:
        node, element = stack.pop()
        for child in node.children:
            below = SubElement(element, _name(child), _attributes(child))
            below.text = child.text
            stack.append((child, below))
    return top


def _attributes(node: Node) -> dict[str, str]:
    """A node's attributes, with its language where ``:lang()`` looks."""
    language = node.attributes.get("lang")
    return node.attributes if language is None else {**node.attributes, _LANG: language}


def _name(node: Node) -> str:
    uri, _, name = node.tag.rpartition(" ")
    return f"{{{uri or SVG}}}{name}"
