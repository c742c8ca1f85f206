"""Canvases: sizes, ``viewBox`` and ``preserveAspectRatio`` (SVG 2, chapter 8)."""

from __future__ import annotations

import re

from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.shapes import Viewport, measure, mistaken
from samenspel.draw.svg.values import Matrix, length, plain_number
from samenspel.saying import say

ViewBox = tuple[float, float, float, float]
_ALIGN = re.compile(r"(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\Z")
LEAST_SIDE = 0.001
"""CSS pixels that a canvas measures at least on either side."""

_SHARE = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def view_box(node: Node) -> ViewBox | None:
    """The ``viewBox`` when there is one; a flat one is a mistake here, for nothing would show."""
    text = node.attributes.get("viewBox", "").strip()
    if not text:
        return None
    try:
        x, y, width, height = (plain_number(part) for part in re.split(r"[\s,]+", text))
    except ValueError as error:
        raise mistaken(node, "viewBox", text) from error
    if width <= 0 or height <= 0:
        raise mistaken(node, "viewBox", text)
    return x, y, width, height


def canvas_size(root: Node) -> Viewport:
    """Width and height of the whole drawing in CSS pixels.

    A missing or relative side follows from the viewBox. Raises ``svg-no-size`` without either.
    """
    box = view_box(root)
    width, height = _side(root, "width"), _side(root, "height")
    if width is None and height is None and box:
        width, height = box[2], box[3]
    elif width is None and height and box:
        width = height * box[2] / box[3]
    elif height is None and width and box:
        height = width * box[3] / box[2]
    if width and height and min(width, height) < LEAST_SIDE:
        raise Mistake(
            "svg-no-size",
            say(
                "the drawing's canvas is {width:.3g} × {height:.3g} px: next to nothing",
                width=width,
                height=height,
            ),
            "give it a larger viewBox: scale the drawing up in its program and save it again",
            root.line,
        )
    if not width or not height:
        raise Mistake(
            "svg-no-size",
            "the drawing does not say how large its canvas is",
            'give the outermost <svg> a viewBox="0 0 width height"',
            root.line,
        )
    return width, height


def _side(root: Node, name: str) -> float | None:
    text = root.attributes.get(name, "").strip()
    if text in ("", "auto") or text.endswith("%"):
        return None
    try:
        value = length(text, 0)
    except ValueError as error:
        raise mistaken(root, name, text) from error
    if value <= 0:
        raise mistaken(root, name, text)
    return value


def fit(node: Node, width: float, height: float) -> tuple[Matrix, Viewport]:
    """The matrix from a node's inner coordinates to its viewport, and the inner viewport's size."""
    box = view_box(node)
    if box is None:
        return (1, 0, 0, 1, 0, 0), (width, height)
    x, y, inner_width, inner_height = box
    text = node.attributes.get("preserveAspectRatio", "xMidYMid meet").strip()
    match = _ALIGN.match(text)
    if not match:
        raise mistaken(node, "preserveAspectRatio", text)
    sx, sy = width / inner_width, height / inner_height
    if match.group(1) == "none":
        return (sx, 0, 0, sy, -x * sx, -y * sy), (inner_width, inner_height)
    scale = max(sx, sy) if match.group(4) == "slice" else min(sx, sy)
    shift_x = (width - inner_width * scale) * _SHARE[match.group(2)] - x * scale
    shift_y = (height - inner_height * scale) * _SHARE[match.group(3)] - y * scale
    return (scale, 0, 0, scale, shift_x, shift_y), (inner_width, inner_height)


def inner_size(node: Node, viewport: Viewport, used: Node | None) -> Viewport:
    """The size of a nested ``svg`` or ``symbol``; the ``use`` that places it may override it."""
    sizes: list[float] = []
    for name in ("width", "height"):
        source = used if used is not None and used.attributes.get(name, "").strip() else node
        sizes.append(measure(source, name, viewport, "100%"))
    if min(sizes) < 0:
        raise mistaken(node, "a size", str(min(sizes)))
    return sizes[0], sizes[1]
