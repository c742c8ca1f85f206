"""Gradients that are none: one stop, or stops that are all alike, as Inkscape writes swatches."""

from __future__ import annotations

from typing import NamedTuple

from samenspel.draw.svg.reading import Node
from samenspel.draw.svg.references import References
from samenspel.draw.svg.values import share

_GRADIENTS = ("linearGradient", "radialGradient")


class Flat(NamedTuple):
    """An even colour as a stop says it, and how solid it is."""

    colour: str
    opacity: float


def flat_colour(server: Node, references: References) -> Flat | None:
    """The one colour that a gradient paints, with its opacity; None when it changes.

    A gradient without stops paints nothing (SVG 2, 14.2.4).
    """
    if server.tag not in _GRADIENTS:
        return None
    stops = _stops(server, references, frozenset())
    found = {_colour(stop) for stop in stops}
    if not found:
        return Flat("none", 1.0)
    return found.pop() if len(found) == 1 else None


def _stops(server: Node, references: References, seen: frozenset[int]) -> list[Node]:
    own = [child for child in server.children if child.tag == "stop"]
    link = server.attributes.get("href", "").strip()
    if own or not link.startswith("#") or id(server) in seen:
        return own
    target = references.get(link[1:], server)
    return _stops(target, references, seen | {id(server)}) if target.tag in _GRADIENTS else []


def _colour(stop: Node) -> Flat:
    colour = stop.style.get("stop-color", "black").strip().lower()
    if colour == "currentcolor":
        colour = stop.style.get("color", "currentcolor").strip().lower()
    try:
        return Flat(colour, share(stop.style.get("stop-opacity", "1")))
    except ValueError:
        return Flat(colour, 1.0)
