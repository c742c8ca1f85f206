"""Looks through a whole SVG for what is refused, and reports all of it at once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from samenspel.draw.headers import MAX_PIXELS, header_size
from samenspel.draw.svg.declarations import external
from samenspel.draw.svg.images import broken_image, embedded
from samenspel.draw.svg.reading import ASIDE, Mistake, Node
from samenspel.saying import say

ANIMATION = frozenset(
    {"animate", "animateColor", "animateMotion", "animateTransform", "discard", "mpath", "set"}
)
TEXT = frozenset({"text", "tspan", "textPath", "tref", "altGlyph", "flowRoot", "flowPara"})
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GROUPS = frozenset({"svg", "g", "a", "switch", "use", "symbol"})
SERVERS = frozenset({"linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask"})
EFFECTS = frozenset({"marker", "filter", "image"})
SILENT = frozenset({"defs", "style", "view"}) | ASIDE
_KNOWN = SHAPES | GROUPS | SERVERS | EFFECTS | SILENT
_CONDITIONS = ("requiredFeatures", "requiredExtensions", "systemLanguage")
_FILTER_PARTS = re.compile(r"fe[A-Z]\w+")

_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp)((?:;[\w=.+-]+)*),", re.IGNORECASE)
_LOCAL = re.compile(r"#\S+\Z")


def mistakes(root: Node) -> list[Mistake]:
    """Everything in the tree that is refused, in document order."""
    found: list[Mistake] = []
    _inspect(root, found)
    return found


def _inspect(node: Node, found: list[Mistake]) -> None:
    problem = _element(node)
    if problem is not None:
        found.append(problem)
        return
    if " " in node.tag or node.tag in ASIDE:
        found.extend(_scripts_below(node))
        return
    found.extend(_attributes(node))
    if node.tag == "switch":
        # what asks for an extension is for the program that wrote it (Illustrator's own data)
        node.children = [child for child in node.children if not _extended(child)]
    for child in node.children:
        _inspect(child, found)


def _extended(node: Node) -> bool:
    return bool(node.attributes.get("requiredExtensions", "").strip())


def _scripts_below(node: Node) -> list[Mistake]:
    """Scripts among what is never drawn (an editor's own data, titles, metadata)."""
    below = (_element(part) for part in node.walk() if _is_script(part))
    return [problem for problem in below if problem is not None]


def _is_script(node: Node) -> bool:
    return node.tag.rpartition(" ")[2].lower() == "script"


def _element(node: Node) -> Mistake | None:
    """The mistake that an element is by its mere presence."""
    name = node.tag.rpartition(" ")[2]
    if _is_script(node):
        return _script(node, "a <script>")
    if " " in node.tag:
        return None
    if name == "foreignObject":
        return Mistake(
            "svg-foreign-object",
            "<foreignObject> holds a piece of web page, which has no place in print",
            "in the drawing program, turn that part into paths (or, in Illustrator, save as "
            "SVG without “preserve editing capabilities”)",
            node.line,
        )
    if name in ANIMATION:
        return Mistake(
            "svg-animation",
            say("<{name}> animates the drawing; paper stands still", name=name),
            "save a still version of the drawing",
            node.line,
        )
    if name in TEXT or name in _KNOWN or _FILTER_PARTS.fullmatch(name):
        return None
    return Mistake(
        "svg-unknown-element",
        say("<{name}> is nothing that can be drawn here", name=name),
        "turn that part into paths, or delete it, and save again as plain SVG",
        node.line,
    )


def text_mistakes(root: Node) -> list[Mistake]:
    """Live text that would show. What is hidden is emptied: nothing of it reaches a renderer.

    Styles must have been applied, or all text is taken to show.
    """
    found: list[Mistake] = []
    named = _referred_to(root)
    stack: list[tuple[Node, str, bool]] = [(root, "visible", True)]
    while stack:
        node, visibility, shows = stack.pop()
        visibility = node.style.get("visibility", visibility).strip().lower()
        hidden = node.style.get("display", "").strip().lower() == "none"
        shows = shows and node.tag not in _ASIDE
        shows = (shows or node.attributes.get("id") in named) and not hidden
        if node.tag in TEXT:
            problem = _text(node) if shows and visibility in ("visible", "inherit") else None
            if problem is None:
                node.children.clear()
                node.text = ""
            else:
                found.append(problem)
        else:
            stack.extend((child, visibility, shows) for child in reversed(node.children))
    return found


_ASIDE = frozenset({"defs", "symbol", "clipPath", "mask", "marker", "pattern"})
"""What is painted only where something refers to it or to a part of it."""


def _referred_to(root: Node) -> set[str]:
    """The ids that anything in the drawing refers to."""
    found: set[str] = set()
    for node in root.walk():
        link = node.attributes.get("href", "").strip()
        if link.startswith("#"):
            found.add(link[1:])
        for value in (*node.attributes.values(), *node.style.values()):
            if "url(" in value.lower():
                found.update(part.strip().lstrip("#") for part in _URL.findall(value))
    return found


def _text(node: Node) -> Mistake | None:
    words = " ".join("".join(part.text for part in node.walk()).split())
    if not words and not any(part.tag == "tref" for part in node.walk()):
        return None
    shown = words if len(words) <= 30 else words[:29] + "…"
    return Mistake(
        "svg-text",
        say(
            "the drawing has live text (“{shown}”), whose font may be missing elsewhere",
            shown=shown,
        ),
        "convert text to outlines (Inkscape: Path › Object to Path; Illustrator: Type › Create "
        "Outlines) and save again",
        node.line,
    )


def _script(node: Node, what: str) -> Mistake:
    return Mistake(
        "svg-script",
        say("the drawing has {what}; drawings may not run programs", what=what),
        "delete it, or save again as plain SVG",
        node.line,
    )


def _attributes(node: Node) -> Iterator[Mistake]:
    for name, value in node.attributes.items():
        if name.lower().startswith("on"):
            yield _script(node, say("an event handler ({name})", name=name))
        elif name in _CONDITIONS:
            yield _conditional(node, name)
        elif name in ("href", "src"):
            yield from _reference(node, value.strip())
        elif name not in ("d", "points"):
            yield from _css_references(node, value)
            if name == "style" and "\\" in value:
                yield _backslash(node)


def _css_references(node: Node, css: str) -> Iterator[Mistake]:
    for target in _URL.findall(css):
        if not _LOCAL.match(target.strip()):
            yield external(node, target.strip())


def _conditional(node: Node, name: str) -> Mistake:
    return Mistake(
        "svg-unsupported",
        say("<{tag}> is shown to some readers only ({name})", tag=node.tag, name=name),
        "delete the parts that are not to be printed, and the attribute from the others",
        node.line,
    )


def _backslash(node: Node) -> Mistake:
    return Mistake(
        "svg-unsupported",
        "its styles use backslash escapes, which can hide what they say",
        "save again as plain SVG",
        node.line,
    )


def _reference(node: Node, target: str) -> Iterator[Mistake]:
    """A link may point at #id; an image may also hold its own data."""
    if _LOCAL.match(target) or (node.tag == "image" and not target):
        return
    data = _DATA.match(target) if node.tag in ("image", "feImage") else None
    if target.lower().startswith("data:image/svg") and node.tag in ("image", "feImage"):
        yield broken_image(node, "it is another drawing (SVG)")
    elif data is None:
        yield external(node, target)
    elif "base64" not in data.group(2).lower():
        yield broken_image(node, "it is not base64")
    else:
        problem = _image_problem(target)
        if problem:
            yield broken_image(node, problem)


def _image_problem(target: str) -> str:
    """Why an embedded picture may not be decoded, judged by its header; empty when all is well."""
    try:
        size = header_size(embedded(target))
    except ValueError as error:
        return str(error)
    if size is None:
        return "it is no PNG, JPEG, GIF or WebP"
    if math.prod(size) > MAX_PIXELS:
        return say(
            "it measures {width} × {height} pixels, more than {max_pixels} million",
            width=size[0],
            height=size[1],
            max_pixels=MAX_PIXELS // 10**6,
        )
    return ""
