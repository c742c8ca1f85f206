"""Gradients as SVG writes them: through links to each other, with their stops (SVG 2, 14.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.draw.svg.reading import Node
from samenspel.draw.svg.references import References
from samenspel.draw.svg.values import colour, share
from samenspel.draw.tones import RGB

_KINDS = ("linearGradient", "radialGradient")
_COMMON = ("gradientUnits", "gradientTransform", "spreadMethod")


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour at a place: as it is written, and how solid it is."""

    place: float
    colour: str
    opacity: float

    def rgb(self) -> tuple[RGB, float]:
        """The colour and how solid it is in all; ValueError when it cannot be read."""
        red, green, blue, alpha = colour(self.colour)
        return (red, green, blue), alpha * self.opacity


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient with what it takes from those that it links to; ``node`` holds its geometry."""

    node: Node
    stops: tuple[Stop, ...]

    @property
    def flat(self) -> Stop | None:
        """The one colour of it, as Inkscape writes swatches; None when it changes.

        A gradient without stops paints nothing (14.2.4).
        """
        looks = {(stop.colour, stop.opacity) for stop in self.stops}
        if len(looks) > 1:
            return None
        return self.stops[0] if self.stops else Stop(0.0, "none", 1.0)


def gradient_of(server: Node, references: References) -> Gradient | None:
    """The gradient that an element is; None for another kind of paint."""
    if server.tag not in _KINDS:
        return None
    chain = list(_linked(server, references))
    attributes: dict[str, str] = {}
    for link in chain:
        for name, value in link.attributes.items():
            if name in _COMMON or link.tag == server.tag:
                attributes.setdefault(name, value)
    holder = next((link for link in chain if _own_stops(link)), server)
    stops: list[Stop] = []
    for child in _own_stops(holder):
        place = max(_place(child), stops[-1].place if stops else 0.0)
        stops.append(Stop(place, _colour(child, references), _opacity(child)))
    node = Node(server.tag, attributes, server.line, style=server.style)
    return Gradient(node, tuple(stops))


def _linked(server: Node, references: References) -> Iterator[Node]:
    """A gradient and those that it takes from; loops were refused before."""
    while server.tag in _KINDS:
        yield server
        link = server.attributes.get("href", "").strip()
        if not link.startswith("#"):
            return
        server = references.get(link[1:], server)


def _own_stops(node: Node) -> list[Node]:
    return [child for child in node.children if child.tag == "stop"]


def _place(stop: Node) -> float:
    return _share(stop.attributes.get("offset", "0"), 0.0)


def _opacity(stop: Node) -> float:
    return _share(stop.style.get("stop-opacity", "1"), 1.0)


def _share(text: str, otherwise: float) -> float:
    """A share; what cannot be read is as if it were not there, as renderers have it."""
    try:
        return share(text)
    except ValueError:
        return otherwise


def _colour(stop: Node, references: References) -> str:
    """A stop's colour, with what it takes from the elements around it."""
    found = stop.style.get("stop-color", "black").strip().lower()
    if found == "inherit":
        parent = references.parents.get(id(stop))
        return _colour(parent, references) if parent is not None else "black"
    if found != "currentcolor":
        return found
    for node in reversed(references.line_of(stop)):
        own = node.style.get("color", "inherit").strip().lower()
        if own not in ("inherit", "unset", "currentcolor"):
            return own
    return "currentcolor"
