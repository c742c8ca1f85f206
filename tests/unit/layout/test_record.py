"""What a layout tells of itself: how each text fits, and which ink lies under it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decks import FONT_BYTES, REMINDER, layout_of

from samenspel.layout import laid_cards, laid_poster, logo_grounds, text_grounds
from samenspel.layout.blocks import Copy, Typesetter
from samenspel.layout.faces import load_faces
from samenspel.layout.fitting import Entry, fit_stack
from samenspel.layout.poster import poster_format
from samenspel.layout.record import hyphens, record
from samenspel.layout.wording import Wording, written
from samenspel.model.frame import Box, Frame, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, rectangle
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

SETTER = Typesetter(load_faces(FONT_BYTES, {}, "nl"), "nl")
RED, BLUE = Ink(0, 90, 80, 0), Ink(90, 60, 0, 0)


@pytest.mark.parametrize(
    ("text", "lines", "count"),
    [
        ("verantwoordelijkheid", ["verantwoor-", "delijkheid"], 1),
        ("boven- en onderbouw", ["boven-", "en onderbouw"], 0),
        ("po-vo samen", ["po-vo", "samen"], 0),
        ("een afspraak-", ["een", "afspraak-"], 0),
    ],
)
def test_only_hyphens_that_were_put_in_are_counted(text: str, lines: list[str], count: int) -> None:
    assert hyphens(text, lines) == count


def test_a_stack_tells_of_each_of_its_texts() -> None:
    entries = [
        Entry(Copy(text, "text"), size, 50)
        for text, size in (
            (written("wij komen samen " * 3, "p", "core"), TypeSize(12, 9)),
            (written("wat doen wij morgen?", "p", "questions", 0), TypeSize(14, 10)),
        )
    ]
    fit = fit_stack(SETTER, entries, 60)
    first, second = record("proef", "back", entries, fit, 60, None)
    assert (first.path, second.path) == (("p", "core"), ("p", "questions", 0))
    assert (first.size, first.design, first.smaller, first.tight) == (12, 12, 0, False)
    assert first.left == second.left == pytest.approx(60 - fit.height, abs=0.001)
    step = 12 * 1.25 * 25.4 / 72
    assert first.free_lines * step <= first.left < (first.free_lines + 1) * step


def test_a_text_at_its_smallest_size_is_tight_and_one_that_is_cut_fails() -> None:
    entry = Entry(Copy(Wording("een afspraak met elkaar " * 8), "text"), TypeSize(12, 9), 50)
    heights = [fit_stack(SETTER, [replace(entry, type=TypeSize(s, s))], 99).height for s in (9, 12)]
    (tight,) = record("p", "", [entry], fit_stack(SETTER, [entry], heights[0]), heights[0], None)
    assert (tight.size, tight.tight, tight.smaller, tight.cut) == (9, True, 3, 0)
    room = heights[0] - 5
    (cut,) = record("p", "", [entry], fit_stack(SETTER, [entry], room), room, None)
    assert cut.cut > 0
    assert (cut.tight, cut.left) == (False, 0)


def test_the_side_of_a_card_is_known_and_a_text_measured_twice_is_one_record() -> None:
    fits = laid_cards(layout_of(REMINDER)).fits
    sides = {(fit.side, fit.path) for fit in fits if fit.card == "proef"}
    assert ("front", ("proef", "core")) in sides
    assert ("back", ("proef", "questions", 2)) in sides
    assert ("back", ("proef", "core")) not in sides
    assert len(set(fits)) == len(fits)


def test_every_text_of_the_poster_is_told() -> None:
    laid = laid_poster(layout_of(REMINDER, format_=poster_format()))
    assert laid.problems == ()
    fields = {("title",), ("core",), ("text",), ("questions", 0)}
    assert {fit.path[1:] for fit in laid.fits if fit.card == "ambitie"} == fields
    assert {fit.path for fit in laid.fits if fit.card == "proef"} == {("proef", "title")}


def test_names_that_share_a_size_keep_their_own_range() -> None:
    laid = laid_poster(layout_of(REMINDER, format_=poster_format()))
    names = [fit for fit in laid.fits if fit.role == "title" and fit.path[1] == "title"]
    assert len(names) == 5
    assert {(fit.design, fit.minimum) for fit in names} == {(54, 40)}
    assert not any(fit.tight for fit in names)


def page(*items: Shape | TextRun | Placement) -> Frame:
    return Frame("proef-front", 100, 100, 3, 4, items)


def run(x: float, y: float, width: float = 10) -> TextRun:
    return TextRun("text", 10, x, y, width, "tekst", (), BLACK)


def test_the_topmost_shape_under_a_text_is_its_ground() -> None:
    ground = Shape(rectangle(Box(-3, -3, 106, 106)), fill=RED)
    disc = Shape(circle(50, 50, 20), fill=BLUE)
    over = Shape(rectangle(Box(0, 0, 100, 100)), fill=PAPER)
    found = list(text_grounds(page(ground, disc, run(45, 50), over)))
    assert [(one.ink, one.ground) for one in found] == [(BLACK, BLUE)]
    corner = list(text_grounds(page(ground, disc, run(30, 32, 4))))
    assert [one.ground for one in corner] == [RED]  # in the disc's box, outside the disc


def test_a_text_over_an_edge_stands_on_both_grounds() -> None:
    half = Shape(rectangle(Box(0, 0, 50, 100)), fill=RED)
    assert [one.ground for one in text_grounds(page(half, run(45, 50)))] == [PAPER, RED]


@pytest.mark.parametrize(("edge", "ground"), [(48.8, PAPER), (49.3, RED)])
def test_a_text_that_an_edge_runs_through_stands_on_what_is_at_half_its_height(
    edge: float, ground: Ink
) -> None:
    """The run's box goes from 47.46 to 50.71 mm."""
    panel = Shape(rectangle(Box(0, 0, 100, edge)), fill=RED)
    assert [one.ground for one in text_grounds(page(panel, run(45, 50)))] == [ground]


def test_a_text_on_a_photograph_is_left_to_the_eye() -> None:
    photo = Placement("foto.jpg", Box(0, 0, 90, 90), clip=rectangle(Box(0, 0, 90, 90)))
    assert list(text_grounds(page(photo, run(20, 20)))) == []


def test_a_logo_tells_its_ground_and_the_room_around_it() -> None:
    ground = Shape(rectangle(Box(-3, -3, 106, 106)), fill=RED)
    logo = Placement("logos/x.svg", Box(10, 80, 30, 8), role="logo")
    (found,) = logo_grounds(page(ground, run(45, 84), logo))
    assert (found.name, found.ground, found.box.width) == ("logos/x.svg", RED, 30)
    assert found.space == pytest.approx(5)
    for x, beside in ((12, 0.0), (44, 4.0)):  # above it, and slanting
        (found,) = logo_grounds(page(ground, run(x, 70), logo))
        above = 80 - (70 + 0.2 * 10 * MM_PER_POINT)
        assert found.space == pytest.approx((above**2 + beside**2) ** 0.5)
