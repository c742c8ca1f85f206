"""Shapes as operators: outline, fill and stroke."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from samenspel.draw.svg.paths import fast_operators, operators, short
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.relative import relative_operators
from samenspel.draw.svg.shapes import Viewport, shape_path
from samenspel.draw.svg.style import Paint, Stroke
from samenspel.draw.svg.values import Matrix, scale_of
from samenspel.draw.svg.writing import Writer
from samenspel.saying import say

_POINT = r"(-?[\d.]+ -?[\d.]+)"
_DOT = re.compile(
    rf"^{_POINT} m\n(?:(?:\1 l|\1 \1 \1 c|h)(?:\n|\Z))+(?=-?[\d.]+ -?[\d.]+ m|\Z)", re.MULTILINE
)
"""A subpath without any length: a point, with nothing but the same point after it."""

_LINES = re.compile(r"(?:\S+ \S+ m\n\S+ \S+ l(?:\nh)?(?:\n|\Z))+")
"""Straight lines between two points, which have no inside; PDF fills them a pixel wide."""

_MARKED = frozenset({"path", "line", "polyline", "polygon"})

_REACH = 1e7
"""How many times a drawing may be enlarged or made smaller within itself."""

_DECIMALS = 4.99
"""Five decimals in a drawing at its own size, also where rounding makes it a trifle larger."""

_SPECK = 1000
"""The part of a stroke's width that a subpath without length is given, so that caps have a
direction: PDF paints no square ones otherwise (ISO 32000-1, 8.5.3.2), and readers differ on round
ones.
"""


@dataclass(slots=True)
class Canvas:
    """The size of a drawing."""

    width: float
    height: float

    def digits(self, matrix: Matrix, node: Node) -> int:
        """Decimals that keep points within a hundred-thousandth of the canvas."""
        unit = scale_of(matrix) / max(self.width, self.height)
        sizes = [abs(value) for value in matrix]
        if not all(map(math.isfinite, sizes)) or unit > _REACH or max(sizes) > _REACH**2:
            raise Mistake(
                "svg-bad-value",
                say("the transforms around <{tag}> multiply to a size out of reach", tag=node.tag),
                "save the drawing again as plain SVG",
                node.line,
            )
        return min(max(math.ceil(math.log10(max(unit, 1e-12)) + _DECIMALS), 0), 8)


def outline_of(node: Node, viewport: Viewport, digits: int) -> str:
    """A shape's outline as path operators, with so many decimals."""
    data = node.attributes.get("d", "") if node.tag == "path" else ""
    if data and (digits <= 2 or "Q" not in data):
        fast = fast_operators(data)
        if fast is not None:
            return fast
    if data and (quick := relative_operators(data, digits)) is not None:
        return quick
    return operators(shape_path(node, viewport), digits)


def check_marked(node: Node) -> None:
    """Raises Mistake ``svg-unsupported`` for markers on what is no line.

    SVG 1.1 and browsers draw none there; SVG 2, resvg and Inkscape do.
    """
    if node.tag not in _MARKED:
        raise Mistake(
            "svg-unsupported",
            say("it has markers on a <{tag}>, which programs show differently", tag=node.tag),
            "turn the shape into a path in the drawing program, or take its markers away",
            node.line,
        )


def has_inside(outline: str) -> bool:
    """Whether a fill has anything to fill."""
    return not _LINES.fullmatch(outline)


def paint(
    writer: Writer,
    outline: str,
    fill: Paint | None,
    stroke: Stroke | None,
    even_odd: bool,
    stroke_first: bool,
) -> None:
    """Fill and stroke an outline."""
    star = "*" if even_odd else ""
    if fill is not None:
        writer.set("fill", colour_line(fill))
    if stroke is not None:
        writer.set("stroke", colour_line(stroke.paint, stroke=True))
        for name, value in stroke.settings.items():
            writer.set(name, f"{value} {name}")
        outline = _with_caps(outline, stroke)
    if fill is None:
        writer.put(outline, "S")
    elif stroke is None:
        writer.put(outline, "f" + star)
    elif stroke_first:
        writer.put(outline, "S", outline, "f" + star)
    else:
        writer.put(outline, "B" + star)


def _with_caps(outline: str, stroke: Stroke) -> str:
    """Subpaths without length as specks, so that their caps are painted alike everywhere."""
    if stroke.settings["J"] == "0":
        return outline
    step = float(stroke.settings["w"]) / _SPECK

    def speck(found: re.Match[str]) -> str:
        x, y = found.group(1).split()
        places = len(x.partition(".")[2])
        digits = max(places, min(8, math.ceil(-math.log10(step)) + 1)) if step else places
        end = "" if found.group().endswith("h") else "\n"
        return f"{x} {y} m\n{short(float(x) + step, digits)} {y} l{end}"

    return _DOT.sub(speck, outline)


def colour_line(paint: Paint, *, stroke: bool = False) -> str:
    """What chooses an ink, or a gradient by its name."""
    if isinstance(paint, str):
        space, choice = ("CS", "SCN") if stroke else ("cs", "scn")
        return "\n".join((f"/Pattern {space}", f"/{paint} {choice}"))
    tints = " ".join(short(tint / 100, 4) for tint in paint.tints)
    return f"{tints} {'K' if stroke else 'k'}"
