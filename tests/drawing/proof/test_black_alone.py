"""The black plate alone still draws the picture: copied in grey, or with one drum empty, it reads.

What is measured: of all edges at which a colour meets something clearly lighter or darker, the
share that runs beside ink. The colours lie out of register by up to 8 units, so beside is within
12 (0.6 mm at 50 mm). Pale grounds, paper and spots under 900 square units need no outline.
"""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import MultiPolygon, box
from tests.drawing.catalogue import DRAWN
from tests.drawing.judging import lightness, painted

from samenspel_drawing.palette import PALETTE

LEAST = 0.7
"""Share of the edges that ink carries; stripes and panels in one outline have none of their own."""

BESIDE, SPOT, UNLIKE = 12, 900, 20
LIGHT = {name: lightness(colour.screen) for name, colour in PALETTE.items()}


def seen(layers: list[tuple[str, MultiPolygon]]) -> dict[str, MultiPolygon]:
    """What is seen of each colour: later ones cover earlier ones."""
    above, found = MultiPolygon(), {}
    for colour, shape in reversed(layers):
        found.setdefault(colour, []).append(shape.difference(above))
        above = above.union(shape)
    return {colour: shapely.union_all(parts) for colour, parts in found.items()}


def share_beside_ink(layers: list[tuple[str, MultiPolygon]]) -> float:
    """The share (0 to 1) of edges between unlike colours that run beside ink."""
    visible = seen(layers)
    ink = visible.pop("ink", MultiPolygon())
    beside, whole, carried = ink.buffer(BESIDE, quad_segs=3), 0.0, 0.0
    for colour, shape in visible.items():
        if LIGHT["white"] - LIGHT[colour] < UNLIKE:
            continue
        alike = [s for c, s in visible.items() if c != colour and _alike(c, colour)]
        spots = [part for part in shapely.get_parts(shape) if part.area > SPOT]
        edges = shapely.union_all(spots).boundary if spots else MultiPolygon()
        if alike:
            edges = edges.difference(shapely.union_all(alike).buffer(3, quad_segs=2))
        whole += edges.length
        carried += edges.intersection(beside).length
    return carried / whole if whole else 1.0


def _alike(one: str, two: str) -> bool:
    return abs(LIGHT[one] - LIGHT[two]) < UNLIKE


@pytest.mark.parametrize("name", DRAWN)
def test_the_black_plate_alone_draws_the_picture(name):
    layers = [(colour, shape.simplify(1)) for colour, shape in painted(name)]
    ink = shapely.union_all([shape for colour, shape in layers if colour == "ink"])
    assert 0.05 <= ink.area / 1e6 <= 0.25
    assert share_beside_ink(layers) >= LEAST


def test_a_picture_without_outlines_would_be_noticed():
    square, inner = box(100, 100, 500, 500), box(250, 250, 350, 350)
    line = MultiPolygon([square.buffer(6).difference(square)])
    bare = [("navy", MultiPolygon([square])), ("mustard", MultiPolygon([inner]))]
    assert share_beside_ink(bare) == 0
    assert share_beside_ink([*bare, ("ink", line)]) == pytest.approx(1600 / 2400, abs=0.01)
    print_only = [("sand", MultiPolygon([square])), ("navy", MultiPolygon([inner]))]
    assert share_beside_ink([*print_only, ("ink", line)]) == 0
