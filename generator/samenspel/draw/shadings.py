"""Gradients in the document: axial and radial shadings in DeviceCMYK (ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from samenspel.draw.objects import Objects, array, dictionary, name
from samenspel.draw.ramps import Steps
from samenspel.model.art import Shading
from samenspel.model.ink import Ink
from samenspel.units import number

_AXIAL, _RADIAL = 2, 3
_PLACES = 6
"""Decimals of a place; two that are equal in them are one."""


def put_shading(objects: Objects, shading: Shading, ramps: dict[Steps, Any]) -> Any:
    """A gradient as a pattern; ``ramps`` holds the functions that are in the document already."""
    if shading.steps not in ramps:
        ramps[shading.steps] = objects.add(_function(shading.steps))
    gradient = {
        "ShadingType": _AXIAL if len(shading.coords) == 4 else _RADIAL,
        "ColorSpace": name("DeviceCMYK"),
        "Coords": array([number(value, 8) for value in shading.coords]),
        "Function": ramps[shading.steps],
        "Extend": array(["true", "true"]),
    }
    pattern = {
        "Type": name("Pattern"),
        "PatternType": 2,
        "Matrix": array([number(value, 10) for value in shading.matrix]),
        "Shading": dictionary(gradient),
    }
    return objects.add(dictionary(pattern))


def inked(shading: Shading, change: Callable[[Ink], Ink]) -> Shading:
    """A gradient with every ink of it changed."""
    return replace(shading, steps=tuple((place, change(ink)) for place, ink in shading.steps))


def _function(steps: Steps) -> Any:
    """Tints by place: straight lines that are stitched together (7.10.3, 7.10.4)."""
    placed = [(round(place, _PLACES), ink) for place, ink in steps]
    lines = [(one, other) for one, other in pairwise(placed) if one[0] < other[0]]
    parts = [_line(one[1], other[1]) for one, other in lines]
    if len(parts) == 1:
        return parts[0]
    bounds = [number(other[0], _PLACES) for _, other in lines[:-1]]
    return dictionary({
        "FunctionType": 3,
        "Domain": array([0, 1]),
        "Functions": array(parts),
        "Bounds": array(bounds),
        "Encode": array([0, 1] * len(parts)),
    })  # fmt: skip


def _line(one: Ink, other: Ink) -> Any:
    ends = (array([number(tint / 100) for tint in ink.tints]) for ink in (one, other))
    start, end = ends
    return dictionary(
        {"FunctionType": 2, "Domain": array([0, 1]), "C0": start, "C1": end, "N": 1}
    )
