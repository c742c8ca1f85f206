"""Gradients in their places on the canvas: axial and radial shadings of PDF.

What PDF does not know (see-through stops, a focus at the rim) or what is given in a way that
renderers read differently stays with the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from samenspel.draw.colour import ColourSpace
from samenspel.draw.ramps import Steps, ramp
from samenspel.draw.svg.curves import extent
from samenspel.draw.svg.gradients import Gradient, Stop
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.shapes import Viewport, measure, shape_path
from samenspel.draw.svg.values import Matrix, apply, determinant, inverse, multiply, transform
from samenspel.draw.tones import RGB
from samenspel.model.art import Shading

OPAQUE = 0.998
"""From this opacity on (half an 8-bit step from 1) a thing counts as solid."""

MAX_SHADINGS = 2000
"""Gradients in a drawing, each place of one counted."""

_MOST_PERIODS = 8
"""So often a gradient may repeat on a shape: some viewers show no more than 256 colours of one."""

_RIM = 0.99
"""A focus that lies so far out of its circle is at the rim, where readers differ."""

_FLAT = 1e-12
"""A transform that leaves less than this share of an area has no inverse to trust."""

_POINT = 1e-9
"""A gradient's line shorter than this, in user units, has no direction."""

_UNITS = ("userSpaceOnUse", "objectBoundingBox")
_SPREADS = ("pad", "reflect", "repeat")

Points = list[tuple[float, float]]


class BeyondShadings(Exception):
    """The gradient is one that only a picture can show; ``reason`` is what makes it so."""

    def __init__(self, reason: str = "gradients") -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Painted:
    """What a gradient is to paint: a shape on the canvas, as far as ``reach`` around it."""

    node: Node
    viewport: Viewport
    matrix: Matrix
    reach: float = 0.0


@dataclass(slots=True)
class Blends:
    """The gradients of a drawing, each once for every place that it has on the canvas."""

    colours: ColourSpace
    names: dict[Shading, str] = field(default_factory=dict)
    _ramps: dict[tuple[Stop, ...], Steps] = field(default_factory=dict)

    def name(self, gradient: Gradient, painted: Painted) -> str:
        """What operators call a gradient in its place. Raises BeyondShadings."""
        try:
            shading = self._shading(gradient, painted)
        except (Mistake, ValueError, ZeroDivisionError, OverflowError) as error:
            raise BeyondShadings from error
        if shading not in self.names and len(self.names) >= MAX_SHADINGS:
            raise BeyondShadings
        return self.names.setdefault(shading, f"H{len(self.names)}")

    def _shading(self, gradient: Gradient, painted: Painted) -> Shading:
        node = gradient.node
        if not node.style.keys().isdisjoint(("transform", "transform-origin")):
            raise BeyondShadings
        steps = self._steps(gradient.stops)
        units = node.attributes.get("gradientUnits", "objectBoundingBox").strip()
        spread = node.attributes.get("spreadMethod", "pad").strip()
        if units not in _UNITS or spread not in _SPREADS:
            raise BeyondShadings
        left, top, right, bottom = extent(shape_path(painted.node, painted.viewport))
        own = transform(node.attributes.get("gradientTransform", ""))
        whole = painted.viewport
        if units == "objectBoundingBox":
            own = multiply((right - left, 0, 0, bottom - top, left, top), own)
            whole = 1.0, 1.0
        if abs(determinant(own)) < _FLAT:
            raise BeyondShadings
        coords = _line(node, whole) if node.tag == "linearGradient" else _circles(node, whole)
        if spread != "pad":
            edge, back = painted.reach, inverse(own)
            sides = (left - edge, right + edge), (top - edge, bottom + edge)
            corners = [apply(back, x, y) for x in sides[0] for y in sides[1]]
            periods = _periods(coords, corners)
            if periods[1] - periods[0] > _MOST_PERIODS:
                raise BeyondShadings
            coords = _widened(coords, *periods)
            steps = _repeated(steps, *periods, turning=spread == "reflect")
        return Shading(multiply(painted.matrix, own), coords, steps)

    def _steps(self, stops: tuple[Stop, ...]) -> Steps:
        if stops not in self._ramps:
            read: list[tuple[float, RGB]] = []
            for stop in stops:
                rgb, opacity = stop.rgb()
                if opacity < OPAQUE:
                    raise BeyondShadings("transparency")
                read.append((stop.place, rgb))
            self._ramps[stops] = ramp(read, self.colours)
        return self._ramps[stops]


def _line(node: Node, whole: Viewport) -> tuple[float, ...]:
    """Both ends of a gradient along a line."""
    defaults = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"}
    x1, y1, x2, y2 = (measure(node, name, whole, plain) for name, plain in defaults.items())
    if math.hypot(x2 - x1, y2 - y1) < _POINT:
        raise BeyondShadings
    return x1, y1, x2, y2


def _circles(node: Node, whole: Viewport) -> tuple[float, ...]:
    """The focal circle and the outer one, as PDF wants them."""
    cx, cy, r = (measure(node, name, whole, "50%") for name in ("cx", "cy", "r"))
    given = node.attributes
    fx = measure(node, "fx", whole) if given.get("fx", "").strip() else cx
    fy = measure(node, "fy", whole) if given.get("fy", "").strip() else cy
    fr = measure(node, "fr", whole, "0%")
    if r <= 0 or fr < 0 or math.hypot(fx - cx, fy - cy) + fr > _RIM * r:
        raise BeyondShadings
    return fx, fy, fr, cx, cy, r


def _periods(coords: tuple[float, ...], corners: Points) -> tuple[int, int]:
    """From which repetition to before which one a gradient is seen on a shape."""
    if len(coords) == 4:
        x1, y1, x2, y2 = coords
        dx, dy = x2 - x1, y2 - y1
        places = [((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy) for x, y in corners]
        low = math.floor(min(places))
        return low, max(low + 1, math.ceil(max(places)))
    fx, fy, fr, cx, cy, r = coords
    if fr:
        raise BeyondShadings
    nearest = r - math.hypot(fx - cx, fy - cy)
    return 0, max(1, math.ceil(max(math.hypot(x - fx, y - fy) for x, y in corners) / nearest))


def _widened(coords: tuple[float, ...], low: int, high: int) -> tuple[float, ...]:
    """The ends of a gradient that holds its repetitions."""
    half = len(coords) // 2
    first, second = coords[:half], coords[half:]
    return tuple(
        one + (other - one) * place
        for place in (low, high)
        for one, other in zip(first, second, strict=True)
    )


def _repeated(steps: Steps, low: int, high: int, *, turning: bool) -> Steps:
    """A gradient's steps again and again; every other time backwards when it is ``turning``."""
    found = []
    for period in range(low, high):
        back = turning and period % 2
        for place, ink in reversed(steps) if back else steps:
            at = period + (1 - place if back else place)
            found.append(((at - low) / (high - low), ink))
    return tuple(found)
