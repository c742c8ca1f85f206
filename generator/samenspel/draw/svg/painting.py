"""Walks an SVG tree and paints it as PDF operators in DeviceCMYK."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.blends import OPAQUE, Blends
from samenspel.draw.svg.clipping import TooIntricate, clip_operators, clip_target
from samenspel.draw.svg.extent import Extent
from samenspel.draw.svg.images import placed_picture
from samenspel.draw.svg.marks import Canvas, check_marked, has_inside, outline_of, paint
from samenspel.draw.svg.paths import short
from samenspel.draw.svg.pruning import Run
from samenspel.draw.svg.reading import Node
from samenspel.draw.svg.references import References
from samenspel.draw.svg.safety import SHAPES
from samenspel.draw.svg.shapes import Viewport, measure
from samenspel.draw.svg.style import (
    INITIAL,
    Paints,
    Style,
    choice,
    inherit,
    node_transform,
    shown,
)
from samenspel.draw.svg.values import IDENTITY, Matrix, determinant, multiply, scale_of
from samenspel.draw.svg.viewport import canvas_size, fit, inner_size
from samenspel.draw.svg.writing import Writer, cm
from samenspel.draw.tones import RGB
from samenspel.model.art import PictureArt, Shading

DRAWN = SHAPES | {"g", "a", "svg", "switch", "use", "image"}


class Painter:
    """Paints one drawing.

    ``reasons`` says what in it can only be shown as pixels, ``needy`` which elements those are. A
    second painter that is given them (``pixels``, by ``id``) leaves them out and keeps a place for
    them in ``insets``, beside the embedded pictures that go in as they are. ``density`` is how many
    pixels its coarsest embedded picture has to a unit of the canvas.
    """

    def __init__(
        self,
        root: Node,
        colours: ColourSpace,
        references: References,
        pixels: frozenset[int] = frozenset(),
    ) -> None:
        self.root = root
        self.references = references
        self.colours = colours
        self.blends = Blends(colours)
        self.paints = Paints(colours, references, self.blends)
        self.width, self.height = canvas_size(root)
        self.canvas = Canvas(self.width, self.height)
        self.painted = 0
        self.extent = Extent()
        self.writer = Writer()
        self.insets: list[Run | PictureArt] = []
        self.density, self.finest = math.inf, 0.0
        self._pixels = pixels
        self._outer: Node | None = None
        self._waiting: list[Node] = []

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the vectors leave out."""
        return tuple(self.paints.reasons)

    @property
    def shadings(self) -> tuple[Shading, ...]:
        """The gradients that the operators call, in the order of their names."""
        return tuple(self.blends.names)

    @property
    def needy(self) -> frozenset[int]:
        """The elements that need pixels, by ``id``."""
        return frozenset(self.paints.needy)

    @property
    def flats(self) -> tuple[RGB, ...]:
        """The even colours in the drawing, in their order."""
        return tuple(self.paints.flats)

    def run(self) -> bytes:
        """The whole drawing as operators on a canvas with its origin at the lower left."""
        inner, viewport = fit(self.root, self.width, self.height)
        matrix = multiply((1, 0, 0, -1, 0, self.height), inner)
        with self.writer.saved(matrix):
            self._element(self.root, INITIAL, matrix, viewport)
            self._flush()
        return self.writer.text()

    # -- elements -----------------------------------------------------------------------------

    def _element(self, node: Node, parent: Style, matrix: Matrix, viewport: Viewport) -> None:
        """Paint a node and what is in it. ``matrix`` leads from its parent's user units to the
        canvas.
        """
        if node.style.get("display", "").lower() == "none":
            return
        if id(node) in self._pixels:
            self._waiting.append(node)
            return
        self.paints.item = self._outer or node
        if node.tag not in DRAWN or self._invisible(node):
            return
        own = node_transform(node)
        if node.tag == "use":  # part of its own transform, and so of its clip (SVG 2, 5.5)
            own = multiply(own, (1, 0, 0, 1, *self._place(node, viewport)))
        if not determinant(own):
            return
        here = multiply(matrix, own)
        nested = node.tag == "svg" and node is not self.root  # whose clip lies in what it holds
        cuts = [] if nested else self._cuts(node, viewport, here)
        if cuts is None:
            return
        style = inherit(node, parent)
        if own == IDENTITY and not cuts:
            self._content(node, style, here, viewport)
        else:
            self.canvas.digits(here, node)  # before the matrix is written
            with self.writer.saved(own):
                self.writer.prepare(*cuts)
                self._content(node, style, here, viewport)

    def _invisible(self, node: Node) -> bool:
        """Note effects that need a picture; True when the node is fully transparent."""
        needs = self.paints.needs_picture
        style = node.style
        opacity = self.paints.opacity(node, style, "opacity")
        if opacity <= 0:
            return True
        if opacity < OPAQUE:
            needs("transparency")
        if style.get("mask", "none") != "none":
            needs("masks")
        if style.get("filter", "none") != "none":
            needs("filters")
        if style.get("mix-blend-mode", "normal") != "normal":
            needs("blend modes")
        return False

    def _cuts(self, node: Node, viewport: Viewport, matrix: Matrix) -> list[str] | None:
        """The node's clip; None when it cuts all away."""
        clip = clip_target(node, self.references)
        if clip is None:
            return []
        try:
            digits = self.canvas.digits(matrix, node)
            return clip_operators(clip, node, self.references, viewport, digits)
        except TooIntricate:
            self.paints.needs_picture("intricate clipping")
            return []

    def _content(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        if node.tag in SHAPES:
            self._shape(node, style, matrix, viewport)
        elif node.tag == "use":
            self._use(node, style, matrix, viewport)
        elif node.tag == "image":
            self._image(node, style, matrix, viewport)
        elif node.tag == "svg" and node is not self.root:
            with self._moved(*self._place(node, viewport), matrix) as moved:
                self._nested(node, style, moved, viewport, None)
        else:
            self._children(node, style, matrix, viewport)

    def _children(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        """Paint what is inside; of a ``switch`` the first only (what asks for more is gone)."""
        own = [child for child in node.children if " " not in child.tag]
        for child in own[:1] if node.tag == "switch" else own:
            self._element(child, style, matrix, viewport)

    def _use(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        link = node.attributes.get("href", "").strip()
        if not link:
            return
        outer, self._outer = self._outer, self._outer or node
        self._used(node, link, style, matrix, viewport)
        self._outer = outer

    def _used(
        self, node: Node, link: str, style: Style, matrix: Matrix, viewport: Viewport
    ) -> None:
        target = self.references.get(link.removeprefix("#"), node)
        if target.tag not in ("symbol", "svg"):
            self._element(target, style, matrix, viewport)
            return
        own = node_transform(target)
        if target.style.get("display", "").lower() == "none" or not determinant(own):
            return
        if self._invisible(target):
            return
        if target.tag == "svg":
            own = multiply(own, (1, 0, 0, 1, *self._place(target, viewport)))
        inner = inherit(target, style)
        if own == IDENTITY:
            self._nested(target, inner, matrix, viewport, node)
            return
        with self.writer.saved(own):
            self._nested(target, inner, multiply(matrix, own), viewport, node)

    def _nested(
        self, node: Node, style: Style, matrix: Matrix, viewport: Viewport, used: Node | None
    ) -> None:
        """A symbol, or an SVG in an SVG: a viewport of its own, which cuts unless it overflows.

        Its ``clip-path`` is counted in the units of what it holds (SVG 2, 8.3).
        """
        width, height = inner_size(node, viewport, used)
        if not width or not height:
            return
        inner, inside = fit(node, width, height)
        here = multiply(matrix, inner)
        cuts = self._cuts(node, inside, here)
        if cuts is None:
            return
        digits = self.canvas.digits(matrix, node)
        with self.writer.saved(IDENTITY):
            if node.style.get("overflow", "hidden").lower() not in ("visible", "auto"):
                self.writer.prepare(f"0 0 {short(width, digits)} {short(height, digits)} re W n")
            self.writer.prepare(cm(inner), *cuts)
            self._children(node, style, here, inside)

    def _image(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        """An embedded picture: as it is, or, with see-through parts, with what lies below it."""
        placed = placed_picture(node, self.references, self.paints.colours, viewport)
        if placed is None or not shown(node, style):
            return
        density = placed.density / scale_of(matrix)
        self.density, self.finest = min(self.density, density), max(self.finest, density)
        if placed.picture.alpha is not None:
            self.paints.needs_picture("embedded pictures with see-through parts")
            return
        self._flush()
        self.painted += 1
        self.extent.add("0 0 1 1", multiply(matrix, placed.matrix), 0.0)
        self.insets.append(placed.picture)
        with self.writer.saved(IDENTITY):
            way = placed.operators(self.canvas.digits(matrix, node))
            self.writer.put(*way, f"/I{len(self.insets) - 1} Do")

    def _flush(self) -> None:
        """Keep a place for the elements that need pixels, behind all that was painted so far."""
        if self._waiting:
            alone = not self.painted and not self.insets
            self.writer.at_root(f"%I{len(self.insets)}")
            self.insets.append(Run(tuple(self._waiting), alone))
            self._waiting = []

    # -- shapes -------------------------------------------------------------------------------

    def _shape(self, node: Node, style: Style, matrix: Matrix, viewport: Viewport) -> None:
        outline = outline_of(node, viewport, self.canvas.digits(matrix, node))
        fill = self.paints.fill(node, style, viewport, matrix) if has_inside(outline) else None
        stroke = self.paints.stroke(node, style, viewport, matrix)
        if any(style[f"marker-{place}"] != "none" for place in ("start", "mid", "end")):
            check_marked(node)
            self.paints.needs_picture("markers")
        if not outline or not shown(node, style) or (fill is None and stroke is None):
            return
        self._flush()
        self.painted += 1
        self.extent.add(outline, matrix, 2 * stroke.reach if stroke else 0.0)
        rule = choice(node, style, "fill-rule", ("nonzero", "evenodd"))
        order = style["paint-order"].lower().replace("markers", "").split()[:1]
        paint(self.writer, outline, fill, stroke, rule == "evenodd", order == ["stroke"])

    # -- places -------------------------------------------------------------------------------

    @staticmethod
    def _place(node: Node, viewport: Viewport) -> tuple[float, float]:
        return measure(node, "x", viewport), measure(node, "y", viewport)

    @contextmanager
    def _moved(self, x: float, y: float, matrix: Matrix) -> Iterator[Matrix]:
        if x == y == 0:
            yield matrix
            return
        step: Matrix = (1, 0, 0, 1, x, y)
        with self.writer.saved(step):
            yield multiply(matrix, step)
