"""CSS's transforms, made plain before painting: one matrix for each element that has any.

``translate``, ``rotate``, ``scale`` and ``transform`` in their order, around ``transform-origin``
(CSS Transforms 1 and 2). What needs the size of something that is not known here is refused.
"""

from __future__ import annotations

import math
import re

from samenspel.draw.svg.curves import extent
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.safety import SHAPES
from samenspel.draw.svg.shapes import Viewport, mistaken, shape_path
from samenspel.draw.svg.style import node_transform
from samenspel.draw.svg.values import IDENTITY, Matrix, length, multiply, plain_number, turn
from samenspel.draw.svg.viewport import canvas_size, fit, view_box
from samenspel.saying import say

_OWN = ("translate", "rotate", "scale")
_SETTLED = frozenset({*_OWN, "transform-origin", "transform-box"})
_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_ACROSS, _DOWN = ("left", "right"), ("top", "bottom")
_NOTHING = ("", "none", "initial", "unset")
_SPACES = re.compile(r"[\s,]+")


def settle_transforms(root: Node) -> None:
    """Give every element with CSS transforms one ``transform`` of a matrix, and nothing else.

    Raises Mistake ``svg-bad-value`` and ``svg-unsupported``.
    """
    inner, viewport = fit(root, *canvas_size(root))
    stack: list[tuple[Node, Viewport | None]] = [(root, viewport)]
    while stack:
        node, around = stack.pop()
        _settle(node, around)
        inside = around
        if node.tag in ("svg", "symbol") and node is not root:
            box = view_box(node)
            inside = (box[2], box[3]) if box else None
        stack.extend((child, inside) for child in node.children)
    _refuse_on_root(root, inner)


def _refuse_on_root(root: Node, inner: Matrix) -> None:
    """What browsers count in the page's units and other programs in the drawing's."""
    whole = node_transform(root) != IDENTITY
    parts = () if inner == IDENTITY else ("clip-path", "mask", "filter")
    found = ["transform"] if whole else []
    found += [name for name in parts if root.style.get(name, "none").strip() not in _NOTHING]
    if found:
        raise Mistake(
            "svg-unsupported",
            say("its outermost <svg> has a {name}, which programs show differently", name=found[0]),
            "put all that is in the drawing in one group, and give the group that instead",
            root.line,
        )


def _settle(node: Node, viewport: Viewport | None) -> None:
    style = node.style
    if _SETTLED.isdisjoint(style):
        return
    origin = style.pop("transform-origin", "").lower()
    box = style.pop("transform-box", "view-box").lower()
    own = [style.pop(name, "none").lower() for name in _OWN]
    for name in _SETTLED:  # which a renderer would follow once more
        node.attributes.pop(name, None)
    if box != "view-box":
        origin = origin or "0 0"
    if own == ["none"] * 3 and not origin:
        return
    matrix = multiply(_from_properties(node, own), node_transform(node))
    if origin and matrix != IDENTITY:
        x, y = _origin(node, origin, box, viewport)
        matrix = multiply(multiply((1, 0, 0, 1, x, y), matrix), (1, 0, 0, 1, -x, -y))
    node.style["transform"] = "matrix(" + " ".join(f"{value:.12g}" for value in matrix) + ")"


def _from_properties(node: Node, values: list[str]) -> Matrix:
    """``translate``, then ``rotate``, then ``scale``."""
    moved, turned, scaled = values
    result = IDENTITY
    try:
        if moved != "none":
            x, y, *more = [*(length(part, math.nan) for part in _SPACES.split(moved)), 0.0]
            if len(more) > 1 or not math.isfinite(x + y):
                raise ValueError(moved)
            result = multiply(result, (1, 0, 0, 1, x, y))
        if turned != "none":
            angle = math.radians(turn(turned.removeprefix("z ").strip()))
            cos, sin = math.cos(angle), math.sin(angle)
            result = multiply(result, (cos, sin, -sin, cos, 0, 0))
        if scaled != "none":
            factors = [_factor(part) for part in _SPACES.split(scaled)]
            if len(factors) > 2:
                raise ValueError(scaled)
            result = multiply(result, (factors[0], 0, 0, factors[-1], 0, 0))
    except ValueError as error:
        shown = " ".join(value for value in values if value != "none")
        raise mistaken(node, "translate, rotate or scale", shown) from error
    return result


def _factor(text: str) -> float:
    return plain_number(text[:-1]) / 100 if text.endswith("%") else plain_number(text)


def _origin(node: Node, text: str, box: str, viewport: Viewport | None) -> tuple[float, float]:
    parts = _SPACES.split(text.strip())[:3]
    if len(parts) == 1:
        parts = ["center", parts[0]] if parts[0] in _DOWN else [parts[0], "center"]
    if parts[0] in _DOWN or parts[1] in _ACROSS:
        parts[:2] = parts[1], parts[0]
    try:
        left, top, width, height = _reference(node, box, viewport, " ".join(parts[:2]))
        x, y = (
            length(part, whole) if part not in _SHARES else _SHARES[part] * whole
            for part, whole in zip(parts, (width, height), strict=False)
        )
    except ValueError as error:
        raise mistaken(node, "transform-origin", text) from error
    return left + x, top + y


def _reference(
    node: Node, box: str, viewport: Viewport | None, parts: str
) -> tuple[float, float, float, float]:
    """The box that an origin is counted in; its size matters to shares alone."""
    relative = "%" in parts or any(name in parts for name in _SHARES)
    if box == "view-box" and not relative:
        return 0, 0, 0, 0
    if box == "view-box" and viewport is not None:
        return 0, 0, *viewport
    if box in ("fill-box", "content-box") and node.tag in SHAPES:
        path = shape_path(node, viewport or (0, 0))
        if path:
            left, top, right, bottom = extent(path)
            return left, top, right - left, bottom - top
    raise Mistake(
        "svg-unsupported",
        say("<{tag}> turns around a point that is counted in its {box}", tag=node.tag, box=box),
        "apply the transformation in the drawing program, or group it with numbers alone",
        node.line,
    )
