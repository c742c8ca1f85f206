"""The cascade: presentation attributes, stylesheets, ``style`` attributes, what is important.

Every node's ``style`` holds the result, as plain values: nothing later looks at a stylesheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.draw.svg.declarations import Declarations, declared
from samenspel.draw.svg.reading import Node
from samenspel.draw.svg.sheets import Sheets
from samenspel.draw.svg.variables import Scope, Variables, uses_variables

PROPERTIES = frozenset({
    "background", "background-color", "clip-path", "clip-rule", "color", "color-interpolation",
    "color-interpolation-filters", "display", "enable-background", "fill", "fill-opacity",
    "fill-rule", "filter", "flood-color", "flood-opacity", "image-rendering",
    "isolation", "lighting-color", "marker", "marker-end",
    "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow",
    "paint-order", "shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity", "stroke-width", "transform", "transform-box", "transform-origin",
    "vector-effect", "visibility", "rotate", "scale", "translate",
})  # fmt: skip
NO_ATTRIBUTE = frozenset(
    {
        "background", "background-color", "isolation", "mix-blend-mode", "transform", "marker",
        "rotate", "scale", "translate",
    }
)
"""Properties that are CSS only, or that the code reads from the attribute itself."""

_ATTRIBUTES = PROPERTIES - NO_ATTRIBUTE


def apply_styles(root: Node, sheets: Sheets) -> None:
    """Fill every node's ``style``.

    Raises Mistake ``svg-unsupported``, ``svg-bad-value``, ``svg-external``, ``svg-too-complex``.
    """
    cascade = _Cascade(root)
    for node, layers in _layers(root, sheets):
        cascade.add(node, layers)
    cascade.write_out(root)


def _layers(root: Node, sheets: Sheets) -> Iterator[tuple[Node, Sequence[Declarations]]]:
    """Every node with the rules about it, parents before children."""
    if not sheets.rules:
        for node in root.walk():
            yield node, ()
        return
    from samenspel.draw.svg.selectors import matches

    yield from matches(root, sheets.rules)


class _Cascade:
    """Collects styles first, and writes variables out once all scopes are known."""

    def __init__(self, root: Node) -> None:
        self._scopes: dict[int, Scope] = {}
        self._pending: list[Node] = []
        self._parsed: dict[str, Declarations] = {}
        self._root = root

    def add(self, node: Node, layers: Sequence[Declarations]) -> None:
        own = node.attributes.items()  # in the order of the file, which no run changes
        style = {name: value.strip() for name, value in own if name in _ATTRIBUTES}
        if "style" in node.attributes:
            layers = [*layers, self._own(node)]
        custom: dict[str, str] = {}
        for important in (False, True) if layers else ():
            for layer in layers:
                for name, (value, top) in layer.items():
                    if top is important and name in PROPERTIES:
                        style[name] = value
                    elif top is important and name.startswith("--"):
                        custom[name] = value
        if "marker" in style:
            for place in ("marker-start", "marker-mid", "marker-end"):
                style.setdefault(place, style["marker"])
        node.style = style
        if custom:
            self._scopes[id(node)] = custom
        if any(uses_variables(value) for value in style.values()):
            self._pending.append(node)

    def _own(self, node: Node) -> Declarations:
        text = node.attributes["style"]
        if text not in self._parsed:
            self._parsed[text] = declared(text, node)
        return self._parsed[text]

    def write_out(self, root: Node) -> None:
        """Replace every ``var()``, with what is inherited from above."""
        if not self._pending:
            return
        everywhere = self._scopes.get(id(root), {})
        pending = {id(node) for node in self._pending}
        copied = any(node.tag == "use" for node in root.walk())
        variables = Variables(everywhere, copied)
        stack: list[tuple[Node, Scope]] = [(root, everywhere)]
        while stack:
            node, scope = stack.pop()
            own = self._scopes.get(id(node))
            if own is not None and node is not root:
                scope = {**scope, **own}
            if id(node) in pending:
                node.style = {
                    name: variables.written_out(value, scope, node)
                    for name, value in node.style.items()
                }
            stack.extend((child, scope) for child in node.children)
