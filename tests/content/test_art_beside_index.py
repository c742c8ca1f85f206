"""The index in the corner of a reminder's front leaves its cartoon whole, in every format."""

from __future__ import annotations

from functools import cache

import pytest
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon
from tests.decks import FONT_BYTES
from tests.drawing.judging import painted
from tests.projects import builtin

from samenspel.layout import art_names, format_layout, layout_cards
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.frame import Frame, Placement, TextRun
from samenspel.presets import deck_theme, format_named, names, theme_named
from samenspel.project import first_pictures, with_pictures
from samenspel.questions import render

PROJECT = builtin()
THEME = theme_named(PROJECT, "samenspel")


@cache
def ink(art: str) -> MultiPolygon:
    parts = painted(art.removesuffix(".svg"))
    return shapely.union_all([shape for colour, shape in parts if colour == "ink"])


@cache
def fronts(format_name: str) -> list[Frame]:
    deck = with_pictures(PROJECT, render(select(PROJECT, "basis", "nl")))
    cartoons = first_pictures(PROJECT, deck)
    art = {n: ArtSize(n, 100, 100, False) for n in art_names(deck, cartoons)}
    theme, format_ = deck_theme(THEME, deck), format_named(PROJECT, format_name)
    layout = format_layout(deck, format_, theme, FONT_BYTES, art, cartoons)
    reminders = {card.id for card in deck.cards if card.kind == "reminder"}
    return [f for f in layout_cards(layout) if f.side == "front" and f.card in reminders]


@pytest.mark.parametrize("format_name", names(PROJECT, "formats"))
def test_no_line_of_a_cartoon_runs_under_the_index(format_name):
    assert len(fronts(format_name)) >= 10
    for frame in fronts(format_name):
        (cartoon,) = (i for i in frame.items if isinstance(i, Placement) and i.role == "cartoon")
        (small,) = (i for i in frame.items if isinstance(i, Placement) and i.role == "pictogram")
        (number,) = (i for i in frame.items if isinstance(i, TextRun) and i.text.isdigit())
        scale = cartoon.box.width / 1000
        lines = affinity.scale(ink(cartoon.art), scale, scale, origin=(0, 0))
        lines = affinity.translate(lines, cartoon.box.x, cartoon.box.y)
        end = max(number.x + number.width, small.box.right)
        index = shapely.box(0, 0, end, small.box.bottom)
        assert not lines.intersects(index), frame.card
