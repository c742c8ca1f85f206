"""Reads SVG files and their curves without the kit's own code, so that each judges the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

if TYPE_CHECKING:
    from samenspel_drawing.plates import Layer

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
FOLDERS = ("cartoons", "pictograms", "logos")
FILES = {
    f"{folder}/{path.stem}": path
    for folder in FOLDERS
    for path in sorted((ASSETS / folder).glob("*.svg"))
}
"""All art that the kit draws: ``folder/name`` -> file."""

_TOKEN = re.compile(r"([MLCZmlcz])|(-?(?:\d+\.?\d*|\.\d+))")
_CHORD = (
    1.5  # length of the chords that stand for a curve: less than 0.03 u from it at a radius of 10
)


@dataclass(frozen=True)
class Drawing:
    """A drawing's own polygons (none of a logo, which is drawn as paths) and the SVG of them.

    A pickle names its module, and of modules named conftest the tests have several.
    """

    layers: list[Layer]
    svg: str


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def filled(text: str) -> list[tuple[str, str]]:
    """The paths in painting order: (fill, path data)."""
    return re.findall(r'<path fill="([^"]*)" d="([^"]*)"/>', text)


def _curve(a: complex, b: complex, c: complex, d: complex) -> list[complex]:
    """The points after ``a`` along a cubic."""
    count = 3 + int((abs(b - a) + abs(c - b) + abs(d - c)) / _CHORD)
    t = np.arange(1, count + 1) / count
    s = 1 - t
    points = s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d
    return list(points)


def rings(data: str) -> list[np.ndarray]:
    """The closed rings of path data as dense points, arrays of shape (n, 2)."""
    tokens = [letter or float(number) for letter, number in _TOKEN.findall(data)]
    found: list[list[complex]] = []
    at, place, command = 0j, 0, ""
    while place < len(tokens):
        if isinstance(tokens[place], str):
            command = str(tokens[place])
            place += 1
        if command in "zZ":
            at = found[-1][0]
            continue
        count = {"m": 1, "l": 1, "c": 3}[command.lower()]
        numbers = [float(n) for n in tokens[place : place + 2 * count]]
        origin = at if command.islower() else 0j
        points = [origin + complex(*numbers[i : i + 2]) for i in range(0, 2 * count, 2)]
        place += 2 * count
        if command in "mM":
            found.append(points)
        elif command in "lL":
            found[-1] += points
        else:
            found[-1] += _curve(at, *points)
        at = points[-1]
    return [np.column_stack([np.real(ring), np.imag(ring)]) for ring in found]


def _area(ring: np.ndarray) -> float:
    x, y = ring.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2


@cache
def region(data: str) -> MultiPolygon:
    """What path data fills: each outline with the holes that follow it (they run the other way)."""
    outlines = [ring for ring in rings(data) if len(ring) > 2]
    outside = np.sign(_area(outlines[0]))
    groups: list[list[np.ndarray]] = []
    for ring in outlines:
        if np.sign(_area(ring)) == outside:
            groups.append([ring])
        else:
            groups[-1].append(ring)
    parts = [Polygon(group[0], group[1:]) for group in groups]
    whole = shapely.union_all([part if part.is_valid else part.buffer(0) for part in parts])
    return MultiPolygon([part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"])
