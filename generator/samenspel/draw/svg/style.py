"""What an element inherits, and what its paints, strokes and effects come to."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.blends import OPAQUE, BeyondShadings, Blends, Painted
from samenspel.draw.svg.gradients import Gradient, gradient_of
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.references import References, fallback, url_target
from samenspel.draw.svg.shapes import Viewport, diagonal, mistaken
from samenspel.draw.svg.values import (
    Matrix,
    colour,
    length,
    scale_of,
    share,
    transform,
)
from samenspel.draw.tones import RGB
from samenspel.model.ink import Ink
from samenspel.saying import say

Style = dict[str, str]

INITIAL: Style = {
    "clip-rule": "nonzero",
    "color": "black",
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "marker-end": "none",
    "marker-mid": "none",
    "marker-start": "none",
    "paint-order": "normal",
    "stroke": "none",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "visibility": "visible",
}
"""The inherited properties that matter here, with their initial values (SVG 2, property index)."""

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "miter-clip": 0, "arcs": 0, "round": 1, "bevel": 2}
_SERVERS = ("linearGradient", "radialGradient", "pattern")
Paint = Ink | str
"""An ink, or a gradient by its name."""


def inherit(node: Node, parent: Style) -> Style:
    """The inherited properties at a node."""
    own = {name: value for name, value in node.style.items() if name in INITIAL}
    if not own:
        return parent
    style = dict(parent)
    for name, value in own.items():
        keyword = value.lower()
        if keyword == "initial":
            style[name] = INITIAL[name]
        elif keyword not in ("inherit", "unset") and (name, keyword) != ("color", "currentcolor"):
            style[name] = value
    return style


def choice(node: Node, style: Style, name: str, known: tuple[str, ...]) -> str:
    """A keyword property, checked against the keywords that exist."""
    value = style.get(name, known[0]).lower()
    if value not in known:
        raise mistaken(node, name, value)
    return value


def shown(node: Node, style: Style) -> bool:
    """Whether ``visibility`` lets a shape be seen."""
    return choice(node, style, "visibility", ("visible", "hidden", "collapse")) == "visible"


def node_transform(node: Node) -> Matrix:
    """The node's own transform, from its style or its attribute."""
    text = node.style.get("transform", node.attributes.get("transform", ""))
    try:
        return transform(text)
    except ValueError as error:
        raise mistaken(node, "transform", text) from error


@dataclass(slots=True)
class Stroke:
    """A stroke as PDF's graphics state operators; ``reach`` is how far it may stand out."""

    paint: Paint
    settings: dict[str, str]
    reach: float


@dataclass(slots=True)
class Paints:
    """Turns style into inks and gradients; ``reasons`` collects what only a picture can show."""

    colours: ColourSpace
    references: References
    blends: Blends
    reasons: dict[str, None] = field(default_factory=dict)
    flats: dict[RGB, None] = field(default_factory=dict)
    needy: dict[int, Node] = field(default_factory=dict)
    item: Node | None = None

    def needs_picture(self, reason: str) -> None:
        """Note something that this converter leaves to resvg, in the ``item`` that is painted."""
        self.reasons[reason] = None
        if self.item is not None:
            self.needy[id(self.item)] = self.item

    def fill(self, node: Node, style: Style, viewport: Viewport, matrix: Matrix) -> Paint | None:
        """What a shape's inside is painted in; None when it has none."""
        return self._paint(Painted(node, viewport, matrix), style, "fill", style["fill"])

    def _paint(self, painted: Painted, style: Style, name: str, value: str) -> Paint | None:
        node = painted.node
        plain = value.strip().lower()
        if plain == "none":
            return None
        if plain == "currentcolor":
            return self._paint(painted, {**style, "color": "black"}, name, style["color"])
        if plain.startswith("url("):
            return self._server(painted, style, name, value)
        plain = plain.partition("icc-color(")[0].strip()
        try:
            red, green, blue, alpha = colour(plain)
        except ValueError as error:
            raise mistaken(node, name, value) from error
        alpha *= self.opacity(node, style, f"{name}-opacity")
        if alpha <= 0:
            return None
        if alpha < OPAQUE:
            self.needs_picture("transparency")
        else:
            self.flats[red, green, blue] = None
        return self.colours.ink((red, green, blue))

    def _server(self, painted: Painted, style: Style, name: str, value: str) -> Paint | None:
        """A gradient or pattern; or the fallback when its element is missing."""
        node = painted.node
        target = url_target(value)
        if target is None:
            raise mistaken(node, name, value)
        rest = fallback(value)
        if target not in self.references.ids and rest:
            return self._paint(painted, style, name, rest)
        server = self.references.get(target, node)
        if server.tag not in _SERVERS:
            raise mistaken(node, name, value)
        gradient = gradient_of(server, self.references)
        if gradient is None:
            self.needs_picture("patterns")
            return None
        flat = gradient.flat
        if rest and not gradient.stops:
            raise Mistake(
                "svg-unsupported",
                say(
                    "its gradient {target} is empty, which programs show differently", target=target
                ),
                "give the gradient its colours, or paint with the colour behind it",
                node.line,
            )
        if flat is not None:
            opacity = self.opacity(node, style, f"{name}-opacity") * flat.opacity
            plain = {**style, f"{name}-opacity": str(opacity)}
            return self._paint(painted, plain, name, flat.colour)
        return self._blend(gradient, painted, self.opacity(node, style, f"{name}-opacity"))

    def _blend(self, gradient: Gradient, painted: Painted, opacity: float) -> Paint | None:
        """A gradient by its name."""
        if opacity <= 0:
            return None
        if opacity < OPAQUE:
            self.needs_picture("transparency")
            return None
        try:
            found = self.blends.name(gradient, painted)
        except BeyondShadings as beyond:
            self.needs_picture(beyond.reason)
            return None
        self.flats.update(dict.fromkeys(stop.rgb()[0] for stop in gradient.stops))
        return found

    def opacity(self, node: Node, style: Style, name: str) -> float:
        """An opacity property between 0 and 1."""
        value = style.get(name, "1")
        try:
            return share(value)
        except ValueError as error:
            raise mistaken(node, name, value) from error

    def stroke(self, node: Node, style: Style, viewport: Viewport, matrix: Matrix) -> Stroke | None:
        """A shape's stroke; None when nothing would show."""
        if style["stroke"].strip().lower() == "none":
            return None
        width = self._width(node, style, viewport, matrix)
        limit = _number(node, style, "stroke-miterlimit", 1.0)
        painted = Painted(node, viewport, matrix, width * max(limit, 1.5) / 2)
        paint = self._paint(painted, style, "stroke", style["stroke"]) if width else None
        if paint is None:
            return None
        cap = choice(node, style, "stroke-linecap", tuple(_CAPS))
        join = choice(node, style, "stroke-linejoin", tuple(_JOINS))
        if limit < 1:
            raise mistaken(node, "stroke-miterlimit", style["stroke-miterlimit"])
        settings = {
            # beyond these bounds g writes an exponent, which PDF does not know
            "w": f"{width:.6g}" if 1e-4 <= width < 1e6 else f"{width:.10f}",
            "J": str(_CAPS[cap]),
            "j": str(_JOINS[join]),
            "M": f"{limit:.4f}",
            "d": _dashes(node, style, viewport),
        }
        if join == "miter-clip":
            self.needs_picture("clipped miters")
        return Stroke(paint, settings, width * max(limit if _JOINS[join] == 0 else 1.0, 1.5) / 2)

    def _width(self, node: Node, style: Style, viewport: Viewport, matrix: Matrix) -> float:
        width = _number(node, style, "stroke-width", diagonal(viewport))
        effect = node.style.get("vector-effect", "none").lower()
        if effect == "none":
            return width
        if effect != "non-scaling-stroke" or not _similar(matrix):
            raise Mistake(
                "svg-unsupported",
                say("it uses vector-effect {effect!r}", effect=effect),
                "turn the stroke into a path in the drawing program",
                node.line,
            )
        return width / scale_of(matrix)


UNEVEN = 1e-6
"""The share by which two sides of a matrix may differ that are the same, but for rounding."""


def _similar(matrix: Matrix) -> bool:
    """Whether a matrix only moves, turns, mirrors and scales evenly."""
    a, b, c, d, _, _ = matrix
    slack = UNEVEN * (a * a + b * b + c * c + d * d)
    return abs(a * a + b * b - c * c - d * d) <= slack and abs(a * c + b * d) <= slack


def _number(node: Node, style: Style, name: str, whole: float) -> float:
    value = style[name]
    try:
        found = length(value, whole)
        if found < 0:
            raise ValueError(value)
        return found
    except ValueError as error:
        raise mistaken(node, name, value) from error


def _dashes(node: Node, style: Style, viewport: Viewport) -> str:
    """``stroke-dasharray`` as the operands of PDF's ``d`` (which repeats odd lists as SVG does)."""
    value = style["stroke-dasharray"].strip()
    if value.lower() == "none" or not value:
        return "[] 0"
    whole = diagonal(viewport)
    try:
        parts = [length(part, whole) for part in value.replace(",", " ").split()]
        offset = length(style["stroke-dashoffset"], whole)
        if min(parts) < 0:
            raise ValueError(value)
    except ValueError as error:
        raise mistaken(node, "stroke-dasharray", value) from error
    if sum(parts) <= 0:
        return "[] 0"
    if "pathLength" in node.attributes:
        raise Mistake(
            "svg-unsupported",
            "it has dashes counted by pathLength",
            "turn the stroke into a path in the drawing program",
            node.line,
        )
    period = sum(parts) * (1 + len(parts) % 2)
    return f"[{' '.join(f'{part:.4f}' for part in parts)}] {offset % period:.4f}"
