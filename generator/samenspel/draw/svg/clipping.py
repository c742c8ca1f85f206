"""``clip-path``: shapes that cut, as PDF's clipping operators.

PDF cuts along one path. Several shapes side by side, or plain boxes and ovals over each other,
still come to one; what does not is left to the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.draw.svg.curves import extent
from samenspel.draw.svg.paths import operators, through
from samenspel.draw.svg.reading import Node
from samenspel.draw.svg.references import References, url_target
from samenspel.draw.svg.safety import SHAPES
from samenspel.draw.svg.shapes import Viewport, mistaken, shape_path
from samenspel.draw.svg.style import node_transform
from samenspel.draw.svg.values import IDENTITY, Matrix, determinant, multiply
from samenspel.model.frame import Path

_OVALS = frozenset({"rect", "circle", "ellipse"})


class TooIntricate(Exception):
    """The clip cannot be written as one path."""


@dataclass(frozen=True, slots=True)
class _Piece:
    path: Path
    even_odd: bool
    plain: bool


def clip_target(node: Node, references: References) -> Node | None:
    """The ``clipPath`` element that a node asks for."""
    value = node.style.get("clip-path", "none").strip()
    if value.lower() in ("none", "initial", "unset", ""):
        return None
    name = url_target(value)
    target = references.get(name, node) if name else None
    if target is None or target.tag != "clipPath":
        raise mistaken(node, "clip-path", value)
    return target


def clip_operators(
    clip: Node, owner: Node, references: References, viewport: Viewport, digits: int
) -> list[str] | None:
    """The operators that cut to ``clip`` in the owner's coordinates; None when nothing is left.

    Raises TooIntricate.
    """
    found: list[str] = []
    outer = clip_target(clip, references)
    if outer is not None:
        inner = clip_operators(outer, owner, references, viewport, digits)
        if inner is None:
            return None
        found.extend(inner)
    base = multiply(node_transform(clip), _units(clip, owner, viewport))
    pieces: list[_Piece] = []
    for child in clip.children:
        _collect(child, base, clip, references, viewport, pieces)
    if not pieces:
        return None
    found.append(_union(pieces, digits))
    return found


def _units(clip: Node, owner: Node, viewport: Viewport) -> Matrix:
    units = clip.attributes.get("clipPathUnits", "userSpaceOnUse")
    if units == "userSpaceOnUse":
        return IDENTITY
    if units != "objectBoundingBox":
        raise mistaken(clip, "clipPathUnits", units)
    path = shape_path(owner, viewport) if owner.tag in SHAPES else ()
    if not path:
        raise TooIntricate
    left, top, right, bottom = extent(path)
    return right - left, 0.0, 0.0, bottom - top, left, top


def _collect(
    child: Node,
    base: Matrix,
    parent: Node,
    references: References,
    viewport: Viewport,
    pieces: list[_Piece],
) -> None:
    """Add a clip's shape, directly or by way of ``use``."""
    if child.style.get("display", "").lower() == "none":
        return
    if clip_target(child, references) is not None:
        raise TooIntricate
    matrix = multiply(base, node_transform(child))
    if child.tag == "use":
        target = references.get(child.attributes.get("href", "").strip().removeprefix("#"), child)
        x, y = (child.attributes.get(name, "0") for name in ("x", "y"))
        if target.tag not in SHAPES or (x.strip(), y.strip()) != ("0", "0"):
            raise TooIntricate
        _collect(target, matrix, child, references, viewport, pieces)
    elif child.tag in SHAPES:
        if _property("visibility", child, parent, "visible") != "visible":
            return
        path = shape_path(child, viewport)
        if path and determinant(matrix):
            rule = _property("clip-rule", child, parent, "nonzero")
            plain = child.tag in _OVALS and determinant(matrix) > 0
            pieces.append(_Piece(through(path, matrix), rule == "evenodd", plain))


def _property(name: str, child: Node, parent: Node, default: str) -> str:
    value = child.style.get(name, "inherit").lower()
    if value == "inherit":
        value = parent.style.get(name, default).lower()
    return default if value == "inherit" else value


def _union(pieces: list[_Piece], digits: int) -> str:
    """All pieces as one clip; they must share a rule, and not touch or be plain outlines."""
    rules = {piece.even_odd for piece in pieces}
    if len(pieces) > 1:
        apart = len(rules) == 1 and len(pieces) <= 200 and _apart(pieces)
        if not (apart or all(piece.plain for piece in pieces)):
            raise TooIntricate
        if not apart:
            rules = {False}
    outline = "\n".join(operators(piece.path, digits) for piece in pieces)
    return f"{outline}\n{'W*' if rules == {True} else 'W'} n"


def _apart(pieces: list[_Piece]) -> bool:
    boxes = [extent(piece.path) for piece in pieces]
    return not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for place, a in enumerate(boxes)
        for b in boxes[:place]
    )
