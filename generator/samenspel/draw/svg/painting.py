"""Walks an SVG tree and paints it as PDF operators in DeviceCMYK."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.clipping import TooIntricate, clip_operators, clip_target
from samenspel.draw.svg.extent import Extent
from samenspel.draw.svg.paths import fast_operators, operators, short
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.references import References
from samenspel.draw.svg.relative import relative_operators
from samenspel.draw.svg.safety import SHAPES
from samenspel.draw.svg.shapes import Viewport, measure, shape_path
from samenspel.draw.svg.style import (
    INITIAL,
    OPAQUE,
    Paints,
    Stroke,
    Style,
    choice,
    inherit,
    node_transform,
    shown,
)
from samenspel.draw.svg.values import IDENTITY, Matrix, determinant, multiply, scale_of
from samenspel.draw.svg.viewport import canvas_size, fit, inner_size
from samenspel.draw.tones import RGB
from samenspel.model.ink import Ink

MAX_OPERATORS = 60_000_000
"""Bytes of operators that a drawing may come to."""

DRAWN = SHAPES | {"g", "a", "svg", "switch", "use", "image"}
_MARKED = frozenset({"path", "line", "polyline", "polygon"})


class Painter:
    """Paints one drawing. ``reasons`` tells what in it can only be shown as a picture."""

    def __init__(self, root: Node, colours: ColourSpace, references: References) -> None:
        self.root = root
        self.references = references
        self.paints = Paints(colours, references)
        self.width, self.height = canvas_size(root)
        self.painted = 0
        self.extent = Extent()
        self._out: list[str] = []
        self._size = 0
        self._state: dict[str, str] = {}

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the vectors leave out."""
        return tuple(self.paints.reasons)

    @property
    def flats(self) -> tuple[RGB, ...]:
        """The even colours in the drawing, in their order."""
        return tuple(self.paints.flats)

    def run(self) -> bytes:
        """The whole drawing as operators on a canvas with its origin at the lower left."""
        inner, viewport = fit(self.root, self.width, self.height)
        matrix = multiply((1, 0, 0, -1, 0, self.height), inner)
        with self._saved(matrix):
            self._element(self.root, INITIAL, matrix, viewport)
        return "\n".join(self._out).encode("ascii")

    # -- elements -----------------------------------------------------------------------------

    def _element(self, node: Node, parent: Style, matrix: Matrix, viewport: Viewport) -> None:
        """Paint a node and what is in it. ``matrix`` leads from its parent's user units to the
        canvas.
        """
        if node.style.get("display", "").lower() == "none":
            return
        if node.tag not in DRAWN or self._invisible(node):
            return
        own = node_transform(node)
        if not determinant(own):
            return
        here = multiply(matrix, own)
        cuts = self._cuts(node, viewport, here)
        if cuts is None:
            return
        style = inherit(node, parent)
        if own == IDENTITY and not cuts:
            self._content(node, style, here, viewport)
        else:
            with self._saved(own):
                self._put(*cuts)
                self._content(node, style, here, viewport)

    def _invisible(self, node: Node) -> bool:
        """Note effects that need a picture; True when the node is fully transparent."""
        needs = self.paints.needs_picture
        style = node.style
        opacity = self.paints.opacity(node, style, "opacity")
        if opacity < OPAQUE:
            needs("transparency")
        if style.get("mask", "none") != "none":
            needs("masks")
        if style.get("filter", "none") != "none":
            needs("filters")
        if style.get("mix-blend-mode", "normal") != "normal":
            needs("blend modes")
        if "transform-origin" in style and node_transform(node) != IDENTITY:
            needs("a transform-origin")
        return opacity <= 0

    def _cuts(self, node: Node, viewport: Viewport, matrix: Matrix) -> list[str] | None:
        """The node's clip; None when it cuts all away."""
        clip = clip_target(node, self.references)
        if clip is None:
            return []
        try:
            return clip_operators(clip, node, self.references, viewport, self._digits(matrix))
        except TooIntricate:
            self.paints.needs_picture("intricate clipping")
            return []

    def _content(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        if node.tag in SHAPES:
            self._shape(node, style, matrix, viewport)
        elif node.tag == "use":
            self._use(node, style, matrix, viewport)
        elif node.tag == "image":
            if node.attributes.get("href", "").strip():
                self.paints.needs_picture("embedded pictures")
        elif node.tag == "svg" and node is not self.root:
            x, y = measure(node, "x", viewport), measure(node, "y", viewport)
            with self._moved(x, y, matrix) as moved:
                self._nested(node, style, moved, viewport, None)
        else:
            self._children(node, style, matrix, viewport)

    def _children(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        """Paint what is inside; of a ``switch`` the first only (conditions are refused before)."""
        own = [child for child in node.children if " " not in child.tag]
        for child in own[:1] if node.tag == "switch" else own:
            self._element(child, style, matrix, viewport)

    def _use(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        link = node.attributes.get("href", "").strip()
        if not link:
            return
        target = self.references.get(link.removeprefix("#"), node)
        x, y = measure(node, "x", viewport), measure(node, "y", viewport)
        with self._moved(x, y, matrix) as moved:
            if target.tag in ("symbol", "svg"):
                self._nested(target, inherit(target, style), moved, viewport, node)
            else:
                self._element(target, style, moved, viewport)

    def _nested(
        self, node: Node, style: Style, matrix: Matrix, viewport: Viewport, used: Node | None
    ) -> None:
        """A symbol, or an SVG in an SVG: a viewport of its own, which cuts unless it overflows."""
        width, height = inner_size(node, viewport, used)
        if not width or not height:
            return
        inner, inside = fit(node, width, height)
        digits = self._digits(matrix)
        with self._saved(IDENTITY):
            if node.style.get("overflow", "hidden").lower() not in ("visible", "auto"):
                self._put(f"0 0 {short(width, digits)} {short(height, digits)} re W n")
            self._put(_cm(inner))
            self._children(node, style, multiply(matrix, inner), inside)

    # -- shapes -------------------------------------------------------------------------------

    def _shape(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        outline = self._outline(node, viewport, self._digits(matrix))
        fill = self.paints.fill(node, style) if node.tag != "line" else None
        stroke = self.paints.stroke(node, style, viewport, matrix)
        marks = (style[f"marker-{place}"] != "none" for place in ("start", "mid", "end"))
        if node.tag in _MARKED and any(marks):
            self.paints.needs_picture("markers")
        if not outline or not shown(node, style) or (fill is None and stroke is None):
            return
        self.painted += 1
        rule = choice(node, style, "fill-rule", ("nonzero", "evenodd"))
        self.extent.add(outline, matrix, float(stroke.settings["w"]) if stroke else 0.0)
        self._paint(outline, fill, stroke, rule, style["paint-order"].lower())

    def _outline(self, node: Node, viewport: Viewport, digits: int) -> str:
        data = node.attributes.get("d", "") if node.tag == "path" else ""
        if data and (digits <= 2 or "Q" not in data):
            fast = fast_operators(data)
            if fast is not None:
                return fast
        if data and (quick := relative_operators(data, digits)) is not None:
            return quick
        return operators(shape_path(node, viewport), digits)

    def _paint(
        self, outline: str, fill: Ink | None, stroke: Stroke | None, rule: str, order: str
    ) -> None:
        star = "*" if rule == "evenodd" else ""
        if fill is not None:
            self._set("k", _tints(fill))
        if stroke is not None:
            self._set("K", _tints(stroke.ink))
            for name, value in stroke.settings.items():
                self._set(name, value)
        if fill is None:
            self._put(outline, "S")
        elif stroke is None:
            self._put(outline, "f" + star)
        elif order.replace("markers", "").split()[:1] == ["stroke"]:
            self._put(outline, "S", outline, "f" + star)
        else:
            self._put(outline, "B" + star)

    # -- output -------------------------------------------------------------------------------

    def _put(self, *lines: str) -> None:
        self._out.extend(lines)
        self._size += sum(map(len, lines))
        if self._size > MAX_OPERATORS:
            raise Mistake(
                "svg-too-complex",
                f"it comes to more than {MAX_OPERATORS // 10**6} MB of print operators",
                "simplify the drawing",
            )

    def _set(self, operator: str, operands: str) -> None:
        """A graphics state operator, unless the state is so already."""
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self._put(f"{operands} {operator}")

    @contextmanager
    def _saved(self, matrix: Matrix) -> Iterator[None]:
        before = dict(self._state)
        self._put("q")
        if matrix != IDENTITY:
            self._put(_cm(matrix))
        yield
        self._put("Q")
        self._state = before

    @contextmanager
    def _moved(self, x: float, y: float, matrix: Matrix) -> Iterator[Matrix]:
        if x == y == 0:
            yield matrix
            return
        step: Matrix = (1, 0, 0, 1, x, y)
        with self._saved(step):
            yield multiply(matrix, step)

    def _digits(self, matrix: Matrix) -> int:
        """Decimals that keep points within a hundred-thousandth of the canvas."""
        unit = max(scale_of(matrix) / max(self.width, self.height), 1e-12)
        return min(max(math.ceil(math.log10(unit) + 4.99), 0), 8)


def _tints(ink: Ink) -> str:
    return " ".join(short(tint / 100, 4) for tint in (ink.c, ink.m, ink.y, ink.k))


def _cm(matrix: Matrix) -> str:
    return " ".join(_precise(value) for value in matrix) + " cm"


def _precise(value: float) -> str:
    """A matrix entry with seven significant digits, in fixed point as PDF wants it."""
    if value == 0:
        return "0"
    return short(value, min(max(7 - math.floor(math.log10(abs(value))), 1), 15))
