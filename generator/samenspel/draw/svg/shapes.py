"""SVG's basic shapes as paths (SVG 2, chapter 10)."""

from __future__ import annotations

import math
import re

from samenspel.draw.svg.paths import segments
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.values import length, plain_number
from samenspel.model.frame import Path, Segment
from samenspel.model.paths import KAPPA, ellipse
from samenspel.saying import say

Viewport = tuple[float, float]
"""Width and height that percentages refer to, in user units."""


def mistaken(node: Node, name: str, value: str) -> Mistake:
    """A value that cannot be read."""
    shown = value if len(value) <= 40 else value[:39] + "…"
    return Mistake(
        "svg-bad-value",
        say(
            "<{tag}> has {name}={shown!r}, which cannot be read",
            tag=node.tag,
            name=name,
            shown=shown,
        ),
        "correct it, or save the drawing again as plain SVG",
        node.line,
    )


def diagonal(viewport: Viewport) -> float:
    """What percentages of neither width nor height refer to (SVG 2, 8.9)."""
    return math.hypot(*viewport) / math.sqrt(2)


def measure(node: Node, name: str, viewport: Viewport, default: str = "0") -> float:
    """A geometry attribute in user units; percentages go by the attribute's own direction."""
    value = node.attributes.get(name, "").strip()
    if value in ("", "auto"):
        value = default
    if name in ("x", "cx", "fx", "rx", "width", "x1", "x2"):
        whole = viewport[0]
    elif name in ("y", "cy", "fy", "ry", "height", "y1", "y2"):
        whole = viewport[1]
    else:
        whole = diagonal(viewport)
    try:
        return length(value, whole)
    except ValueError as error:
        raise mistaken(node, name, value) from error


def shape_path(node: Node, viewport: Viewport) -> Path:
    """The outline of a shape in its own coordinates; empty when SVG says it is not drawn."""
    match node.tag:
        case "path":
            return _path(node)
        case "rect":
            return _rect(node, viewport)
        case "circle":
            radius = measure(node, "r", viewport)
            return _oval(node, viewport, radius, radius)
        case "ellipse":
            rx, ry = _radii(node, viewport)
            return _oval(node, viewport, rx, ry)
        case "line":
            x1, y1, x2, y2 = (measure(node, name, viewport) for name in ("x1", "y1", "x2", "y2"))
            return (("M", (x1, y1)), ("L", (x2, y2)))
        case _:
            return _points(node)


def _path(node: Node) -> Path:
    data = node.attributes.get("d", "").strip()
    if data in ("", "none"):
        return ()
    try:
        return segments(data)
    except ValueError as error:
        raise bad_path(node, str(error)) from error


def bad_path(node: Node, where: str) -> Mistake:
    """Path data that cannot be read."""
    return Mistake(
        "svg-bad-path",
        say("a <{tag}> cannot be read {where}", tag=node.tag, where=where),
        "open the drawing in a drawing program and save it again",
        node.line,
    )


def _oval(node: Node, viewport: Viewport, rx: float, ry: float) -> Path:
    if min(rx, ry) < 0:
        raise mistaken(node, "radius", str(min(rx, ry)))
    if rx == 0 or ry == 0:
        return ()
    return ellipse(measure(node, "cx", viewport), measure(node, "cy", viewport), rx, ry)


def _radii(node: Node, viewport: Viewport) -> tuple[float, float]:
    """``rx`` and ``ry``, of which one may stand for both."""
    given = {name: node.attributes.get(name, "auto").strip() for name in ("rx", "ry")}
    rx, ry = (measure(node, name, viewport) for name in ("rx", "ry"))
    rx = ry if given["rx"] in ("", "auto") else rx
    ry = rx if given["ry"] in ("", "auto") else ry
    return rx, ry


def _rect(node: Node, viewport: Viewport) -> Path:
    x, y, width, height = (measure(node, name, viewport) for name in ("x", "y", "width", "height"))
    rx, ry = _radii(node, viewport)
    if min(width, height, rx, ry) < 0:
        raise mistaken(node, "a size", str(min(width, height, rx, ry)))
    if width == 0 or height == 0:
        return ()
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx == 0 or ry == 0:
        return _corners([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True)
    return _rounded(x, y, x + width, y + height, rx, ry)


def _rounded(x: float, y: float, right: float, bottom: float, rx: float, ry: float) -> Path:
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - kx, y, right, y + ky, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("C", (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("C", (x + kx, bottom, x, bottom - ky, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    )


def _points(node: Node) -> Path:
    text = node.attributes.get("points", "")
    parts = [part for part in re.split(r"[\s,]+|(?<=\d)(?=[-+])", text.strip()) if part]
    try:
        numbers = [plain_number(part) for part in parts]
    except ValueError as error:
        raise mistaken(node, "points", text) from error
    if len(numbers) % 2:
        raise mistaken(node, "points", text)
    pairs = list(zip(numbers[0::2], numbers[1::2], strict=True))
    return _corners(pairs, node.tag == "polygon")


def _corners(points: list[tuple[float, float]], closed: bool) -> Path:
    if not points:
        return ()
    path: list[Segment] = [("M", points[0])]
    path.extend(("L", point) for point in points[1:])
    if closed:
        path.append(("Z", ()))
    return tuple(path)
