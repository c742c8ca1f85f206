"""The number badge of a reminder's front leaves its cartoon whole, in every format."""

from __future__ import annotations

from functools import cache

import pytest
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon
from tests.decks import FONT_BYTES
from tests.unit.cartoon.svgfiles import FILES, filled, region, text_of
from tests.unit.cartoon.test_art_in_print import NAMES, PROJECT, THEME

from samenspel.layout import art_names, layout_cards, make_desk
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.frame import Frame, Placement, Shape
from samenspel.presets import format_named, names
from samenspel.questions import render


@cache
def ink(art: str) -> MultiPolygon:
    paths = filled(text_of(FILES[art.removesuffix(".svg")]))
    return shapely.union_all([region(data) for fill, data in paths if NAMES[fill] == "ink"])


@cache
def fronts(format_name: str) -> list[Frame]:
    deck = render(select(PROJECT, "basis", "nl"))
    cartoons = {c.id: found for c in deck.cards if (found := PROJECT.find_cartoon(c))}
    art = {n: ArtSize(n, 100, 100, False) for n in art_names(deck, cartoons)}
    desk = make_desk(deck, format_named(PROJECT, format_name), THEME, FONT_BYTES, art, cartoons)
    reminders = {card.id for card in desk.reminders}
    return [f for f in layout_cards(desk) if f.side == "front" and f.card in reminders]


@pytest.mark.parametrize("format_name", names(PROJECT, "formats"))
def test_no_line_of_a_cartoon_runs_under_the_badge(format_name):
    assert len(fronts(format_name)) >= 10
    for frame in fronts(format_name):
        (cartoon,) = (i for i in frame.items if isinstance(i, Placement) and i.role == "cartoon")
        ring = next(i for i in frame.items if isinstance(i, Shape) and i.role == "badge")
        round_it = shapely.MultiPoint([values[-2:] for _, values in ring.path if values])
        scale = cartoon.box.width / 1000
        lines = affinity.scale(ink(cartoon.art), scale, scale, origin=(0, 0))
        lines = affinity.translate(lines, cartoon.box.x, cartoon.box.y)
        assert not lines.intersects(shapely.minimum_bounding_circle(round_it)), frame.card
