"""What a page in the making puts where: furniture that is mirrored, and the front of a flat box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decks import A6, REMINDER, layout_of

from samenspel.layout.canvas import _dots
from samenspel.layout.packaging import FlatBox, Side, laid_box
from samenspel.layout.page import Page
from samenspel.layout.placing import kept
from samenspel.layout.wording import Wording
from samenspel.model.art import ArtSize
from samenspel.model.frame import Box, Placement, Shape, TextRun
from samenspel.model.paths import bounds


def test_a_word_is_mirrored_as_wide_as_it_is() -> None:
    layout = layout_of(REMINDER)
    page = Page(replace(layout, setter=replace(layout.setter, language="he")), "proef", "front")
    width = page.word(Wording("samenspel"), 8, 20, 30)
    (run,) = page.laid().frame.items
    assert isinstance(run, TextRun)
    assert run.x == pytest.approx(105 - 20 - width, abs=0.02)


def test_the_picture_on_a_box_stands_between_the_title_and_the_strip() -> None:
    layout = layout_of(REMINDER)
    art = {**layout.art, "a.svg": ArtSize("a.svg", 100, 100, True)}
    layout = replace(layout, art=art, cartoons={REMINDER.id: "a.svg"})
    flat = FlatBox("doos", Side(Box(10, 10, 85, 120)), None, (), (), (), (), (), ())
    items = laid_box(layout, flat).frame.items
    (place,) = [one.box for one in items if isinstance(one, Placement)]
    strip = bounds(next(one for one in items if isinstance(one, Shape)).path)
    titles = [one.y for one in items if isinstance(one, TextRun) and one.y < strip.y]
    assert max(titles) < place.y and place.bottom <= strip.y - 4 + 0.01


def test_art_that_is_larger_than_the_safe_zone_becomes_smaller_and_stands_in_it() -> None:
    safe = Box(4, 4, 50, 80)
    for place in (Box(0, 0, 100, 100), Box(30, 10, 60, 60), Box(-5, 40, 40, 40)):
        found = kept(ArtSize("a.svg", 100, 100, True), place, safe)
        assert safe.contains(found)
        assert found.width == pytest.approx(min(place.width, 50)) == pytest.approx(found.height)


def test_dots_lie_in_the_middle_of_their_sheet() -> None:
    layout = layout_of(REMINDER, format_=replace(A6, width=297, height=420))
    places = list(_dots(layout))
    assert min(y for _, _, y in places) + max(y for _, _, y in places) == pytest.approx(420)
    assert min(x for _, x, _ in places) + max(x for _, x, _ in places) == pytest.approx(297)


def test_what_a_deck_is_for_takes_at_most_three_fifths_of_the_back_of_its_box() -> None:
    """Of what the margins leave, 42 mm; below it stand the deck's name and edition."""
    long = REMINDER.with_values(core="Wat doen wij morgen anders met elkaar? " * 3)
    box = Box(10, 10, 60, 50)
    flat = FlatBox("doos", Side(box, 0), Side(box, 0), (), (), (), (), (), ())
    fits = [one for one in laid_box(layout_of(long), flat).fits if one.role == "core"]
    assert [one.room for one in fits] == [25.2]
