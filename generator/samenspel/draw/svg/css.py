"""Style: presentation attributes, ``<style>`` with simple selectors, and ``style`` attributes.

Selectors of one element (type, ``.class``, ``#id`` and their combinations, lists with commas) are
done here; a stylesheet with more than that makes the drawing a picture, for resvg to render.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspel.draw.svg.reading import Mistake, Node

PROPERTIES = frozenset({
    "clip-path", "clip-rule", "color", "display", "fill", "fill-opacity", "fill-rule", "filter",
    "isolation", "marker", "marker-end", "marker-mid", "marker-start", "mask", "mix-blend-mode",
    "opacity", "overflow", "paint-order", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
    "transform", "transform-origin", "vector-effect", "visibility",
})  # fmt: skip
NO_ATTRIBUTE = frozenset({"isolation", "mix-blend-mode", "transform", "marker"})
"""Properties that are CSS only, or that the code reads from the attribute itself."""

GEOMETRY = frozenset(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d"])

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMPOUND = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)\Z")

Specificity = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations: ``property -> (value, important)``."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    declarations: dict[str, tuple[str, bool]]
    specificity: Specificity

    def matches(self, node: Node, classes: frozenset[str]) -> bool:
        """Whether the selector is about this node."""
        return (
            self.tag in ("", "*", node.tag)
            and self.classes <= classes
            and self.ids <= {node.attributes.get("id", "")}
        )


def apply_styles(root: Node) -> bool:
    """Fill every node's ``style``; False when a selector is beyond us (the rest is applied).

    Raises Mistake ``svg-unsupported`` and ``svg-bad-value``.
    """
    rules: list[Rule] = []
    simple = True
    for node in root.walk():
        if node.tag == "style":
            simple = _parse_sheet(node, rules) and simple
    rules.sort(key=lambda rule: rule.specificity)
    for node in root.walk():
        node.style = _cascade(node, rules)
    return simple


def _parse_sheet(node: Node, rules: list[Rule]) -> bool:
    css = plain_css(node.text)
    at_rule = re.search(r"@[^;{}]*", css)
    if at_rule:
        raise Mistake(
            "svg-unsupported",
            f"its stylesheet has a rule that cannot be followed ({at_rule.group().strip()[:40]})",
            "save with plain style attributes (“presentation attributes” in most programs)",
            node.line,
        )
    simple = True
    rest = RULE.sub("", css)
    if rest.strip():
        raise Mistake(
            "svg-bad-value",
            f"its stylesheet cannot be read near “{rest.strip()[:30]}”",
            "save again as plain SVG",
            node.line,
        )
    for selectors, body in RULE.findall(css):
        declarations = parse_declarations(body, node)
        for selector in selectors.split(","):
            simple = _add_rule(selector.strip(), declarations, rules) and simple
    return simple


def _add_rule(selector: str, declarations: dict[str, tuple[str, bool]], rules: list[Rule]) -> bool:
    match = _COMPOUND.match(selector)
    if not match or not selector:
        return False
    parts = re.findall(r"[.#][\w-]+", match.group(2))
    classes = frozenset(part[1:] for part in parts if part[0] == ".")
    ids = frozenset(part[1:] for part in parts if part[0] == "#")
    tag = match.group(1) or ""
    weight = (len(ids), len(classes), int(tag not in ("", "*")), len(rules))
    rules.append(Rule(tag, classes, ids, declarations, weight))
    return True


def plain_css(text: str) -> str:
    """A stylesheet without its comments, CSS's own and those of HTML."""
    return COMMENT.sub(" ", text).replace("<!--", " ").replace("-->", " ")


def parse_declarations(body: str, node: Node) -> dict[str, tuple[str, bool]]:
    """``fill: red; stroke: none !important`` as properties; unknown properties are left out."""
    found: dict[str, tuple[str, bool]] = {}
    for declaration in COMMENT.sub(" ", body).split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon or not value:
            continue
        if name in GEOMETRY:
            raise _geometry(name, node)
        if name in PROPERTIES:
            plain = re.sub(r"\s*!\s*important\Z", "", value, flags=re.IGNORECASE)
            if not found.get(name, ("", False))[1] or plain != value:
                found[name] = (plain, plain != value)
    return found


def tidy_declarations(body: str) -> str:
    """Declarations without comments, empty ones and what is none."""
    parts = (part.strip() for part in COMMENT.sub(" ", body).split(";"))
    return ";".join(part for part in parts if ":" in part)


def tidy_sheet(text: str) -> str:
    """A stylesheet with nothing but its rules."""
    rules = RULE.findall(plain_css(text))
    return " ".join(f"{head.strip()}{{{tidy_declarations(body)}}}" for head, body in rules)


def _geometry(name: str, node: Node) -> Mistake:
    return Mistake(
        "svg-unsupported",
        f"it sets {name} in a style; not every program reads that",
        f'write it as an attribute ({name}="…")',
        node.line,
    )


def _cascade(node: Node, rules: list[Rule]) -> dict[str, str]:
    """Attributes, then rules by weight, then the style attribute, then what is !important."""
    attributes = node.attributes
    style = {
        name: attributes[name].strip()
        for name in PROPERTIES.intersection(attributes)
        if name not in NO_ATTRIBUTE
    }
    layers: list[dict[str, tuple[str, bool]]] = []
    if rules:
        classes = frozenset(attributes.get("class", "").split())
        layers = [rule.declarations for rule in rules if rule.matches(node, classes)]
    if "style" in attributes:
        layers.append(parse_declarations(attributes["style"], node))
    for important in (False, True):
        for layer in layers:
            style.update({name: value for name, (value, top) in layer.items() if top is important})
    if "marker" in style:
        for place in ("marker-start", "marker-mid", "marker-end"):
            style.setdefault(place, style["marker"])
    return style
