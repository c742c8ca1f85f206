"""No page prints a picture smaller than the drawing kit believes, so no line gets too thin."""

from __future__ import annotations

from tests.decks import FONT_BYTES
from tests.drawing.catalogue import DRAWN
from tests.drawing.judging import printed_mm
from tests.projects import builtin

from samenspel.layers.names import BASE
from samenspel.layout import art_names, format_layout, layout_cards, layout_poster, poster_format
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.frame import Placement
from samenspel.offer import languages_of
from samenspel.presets import deck_theme, format_named, names, theme_named
from samenspel.project import first_pictures, with_pictures
from samenspel.questions import render

PROJECT = builtin()
THEME = theme_named(PROJECT, "samenspel")


def _smallest() -> dict[str, float]:
    """The smallest width of all art in every format of the built-in deck: the deck's own in all its
    languages, and each region in its first.
    """
    smallest: dict[str, float] = {}
    for region_id in PROJECT.regions:
        languages = languages_of(PROJECT, region_id)
        for language in languages if region_id == BASE else languages[:1]:
            deck = with_pictures(PROJECT, render(select(PROJECT, region_id, language)))
            cartoons, theme = first_pictures(PROJECT, deck), deck_theme(THEME, deck)
            used = [*art_names(deck, cartoons), "cartoons/poster-midden.svg"]
            art = {n: ArtSize(n, 100, 22 if n.startswith("logos") else 100, True) for n in used}
            shapes = [format_named(PROJECT, name) for name in names(PROJECT, "formats")]
            layouts = [format_layout(deck, s, theme, FONT_BYTES, art, cartoons) for s in shapes]
            poster = format_layout(deck, poster_format(), theme, FONT_BYTES, art, cartoons)
            pages = [page for one in layouts for page in layout_cards(one)]
            for item in (i for page in [*pages, *layout_poster(poster)] for i in page.items):
                if isinstance(item, Placement):
                    name = item.art.removesuffix(".svg")
                    smallest[name] = min(item.box.width, smallest.get(name, 1000))
    return smallest


def test_nothing_is_printed_smaller_than_the_kit_believes():
    found = {n: w for n, w in _smallest().items() if not n.startswith("logos/")}
    assert set(found) >= set(DRAWN) - {"cartoons/patroon"}  # the pattern is on no card
    assert {n: w for n, w in found.items() if w < printed_mm(n)} == {}
