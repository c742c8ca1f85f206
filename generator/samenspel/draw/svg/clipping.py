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
from samenspel.draw.svg.shapes import Viewport, measure, mistaken, shape_path
from samenspel.draw.svg.style import Style, node_transform
from samenspel.draw.svg.values import IDENTITY, Matrix, determinant, multiply
from samenspel.model.frame import Path

_INITIAL = {"clip-rule": "nonzero", "visibility": "visible"}
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
    above = _inherited_above(clip, references)
    for child in clip.children:
        _collect(child, base, above, references, viewport, pieces)
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
    parent: Style,
    references: References,
    viewport: Viewport,
    pieces: list[_Piece],
) -> None:
    """Add a clip's shape, directly or by way of ``use``; ``parent`` is what it inherits from."""
    if child.style.get("display", "").lower() == "none":
        return
    if clip_target(child, references) is not None:
        raise TooIntricate
    matrix = multiply(base, node_transform(child))
    if child.tag == "use":
        target = references.get(child.attributes.get("href", "").strip().removeprefix("#"), child)
        if target.tag not in SHAPES:
            raise TooIntricate
        place = measure(child, "x", viewport), measure(child, "y", viewport)
        moved = multiply(matrix, (1, 0, 0, 1, *place))
        own = _inherited(child, parent)
        _collect(target, moved, own, references, viewport, pieces)
    elif child.tag in SHAPES:
        own = _inherited(child, parent)
        if own["visibility"] != "visible":
            return
        path = shape_path(child, viewport)
        if path and determinant(matrix):
            plain = child.tag in _OVALS and determinant(matrix) > 0
            even_odd = own["clip-rule"] == "evenodd"
            pieces.append(_Piece(through(path, matrix), even_odd, plain))


def _inherited(node: Node, parent: Style) -> Style:
    """``clip-rule`` and ``visibility`` at a node."""
    found = dict(parent)
    for name, initial in _INITIAL.items():
        value = node.style.get(name, "inherit").strip().lower()
        if value not in ("inherit", "unset"):
            found[name] = initial if value == "initial" else value
    return found


def _inherited_above(clip: Node, references: References) -> Style:
    """What a ``clipPath`` inherits from where it stands in the document, its own included."""
    found = dict(_INITIAL)
    for node in references.line_of(clip):
        found = _inherited(node, found)
    return found


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
