"""What pages set colour with: overprint states and the spaces of spot colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samenspel.draw.content import OVERPRINT
from samenspel.draw.objects import Objects, array, dictionary, name, string
from samenspel.model.frame import Frame, Item, Shape, TextRun
from samenspel.model.ink import Ink
from samenspel.units import number


def put_overprint(objects: Objects) -> None:
    """The graphics states by which things overprint or knock out."""
    for (strokes, fills), called in OVERPRINT.items():
        objects.register(called, "ExtGState", objects.add(_state(strokes, fills)))


def put_spots(objects: Objects, frames: Sequence[Frame]) -> dict[str, str]:
    """One Separation space a spot colour (ISO 32000-1, 8.6.6.4), by the spot's name.

    ValueError (a bug in the caller) when one name stands for two inks.
    """
    looks: dict[str, Ink] = {}
    for item in (item for frame in frames for item in frame.items):
        spot, ink = _spot(item)
        if spot and ink is not None and looks.setdefault(spot, ink) != ink:
            raise ValueError(f"the spot colour {spot} has two looks")
    names: dict[str, str] = {}
    for spot, ink in looks.items():
        names[spot] = f"S{len(names) + 1}"
        objects.register(names[spot], "ColorSpace", objects.add(_separation(spot, ink)))
    return names


def _spot(item: Item) -> tuple[str, Ink | None]:
    """The spot that an item is painted with, and what stands for it."""
    match item:
        case Shape():
            return item.spot, item.stroke
        case TextRun():
            return item.spot, item.ink
    return "", None


def put_layers(objects: Objects, frames: Sequence[Frame]) -> dict[str, str]:
    """One group of optional content (ISO 32000-1, 8.11.2) a layer, by the layer's name."""
    shapes = (item for frame in frames for item in frame.items if isinstance(item, Shape))
    names: dict[str, str] = {}
    for layer in dict.fromkeys(shape.layer for shape in shapes if shape.layer):
        names[layer] = f"L{len(names) + 1}"
        group = dictionary({"Type": name("OCG"), "Name": string(layer)})
        objects.register(names[layer], "Properties", objects.add(group))
    return names


def _state(strokes: bool, fills: bool) -> Any:
    """An overprint state (ISO 32000-1, 8.6.7); mode 1 leaves inks of tint 0 alone."""
    words = {True: "true", False: "false"}
    entries = {"Type": name("ExtGState"), "OP": words[strokes], "op": words[fills]}
    if strokes or fills:
        entries["OPM"] = "1"
    return dictionary(entries)


def _separation(spot: str, ink: Ink) -> Any:
    """A spot colour with the inks that stand for it: none at tint 0, ``ink`` when solid."""
    solid = [number(tint / 100) for tint in (ink.c, ink.m, ink.y, ink.k)]
    tint = {
        "FunctionType": 2,
        "Domain": array([0, 1]),
        "C0": array([0, 0, 0, 0]),
        "C1": array(solid),
        "N": 1,
    }
    return array([name("Separation"), name(spot), name("DeviceCMYK"), dictionary(tint)])
