"""The judge of a page sees what a reader sees: what covers, what touches, what is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decks import deck_of

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.verify import verify
from samenspel.model.frame import Box, Frame, Glyph, Item, Path, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, line, rectangle
from samenspel.speaking import spoken

RED = Ink(0, 90, 80, 0)
DECK = replace(
    deck_of(),
    sources={
        ("proef", "title"): Location("cards/nl/proef.yaml", 7),
        ("proef", "cartoon"): Location("cards/nl/proef.yaml", 3),
        ("@region", "logo"): Location("cards/regions/stad.yaml", 5),
    },
)


def run(x: float = 30, y: float = 50, size: float = 20, text: str = "Titel") -> TextRun:
    return TextRun("display", size, x, y, 25, text, (), source=("proef", "title"))


def found(*items: Item) -> list[Diagnostic]:
    return verify(Frame("proef-front", 105, 148, 3, 4, items, "proef", "front"), DECK)


def codes(*items: Item) -> list[str]:
    return [one.code for one in found(*items)]


def judged(painted: tuple[Path, ...], *items: Item) -> list[str]:
    page = Frame("proef-front", 105, 148, 3, 4, items, "proef", "front")
    return [one.code for one in verify(page, DECK, {"a.svg": painted}.get)]


def art(box: Box, **more: object) -> Placement:
    return Placement("a.svg", box, source=("proef", "cartoon"), **more)  # type: ignore[arg-type]


def test_a_text_by_itself_is_well() -> None:
    assert found(run()) == []


@pytest.mark.parametrize(
    "later",
    [
        art(Box(40, 40, 20, 20)),
        Shape(circle(55, 48, 6), fill=RED, role="disc"),
        Shape(rectangle(Box(20, 40, 60, 20)), fill=PAPER, role="panel"),
    ],
)
def test_a_text_under_what_is_painted_later_is_covered(later: Item) -> None:
    (problem,) = found(run(), later)
    assert problem.code == "layout-covered"
    assert (problem.location, problem.key) == (Location("cards/nl/proef.yaml", 7), "title")
    assert "'Titel'" in problem.message
    assert found(later, run()) == []


def test_a_line_through_a_text_is_seen_whenever_it_is_drawn() -> None:
    strike = Shape(line(20, 48, 90, 48), stroke=RED, line_width=0.3, role="writing-line")
    assert codes(run(), strike) == codes(strike, run()) == ["layout-covered"]
    slanting = replace(strike, path=line(30, 60, 60, 40))
    assert codes(run(), slanting) == ["layout-covered"]


def test_a_line_under_a_text_is_no_line_through_it() -> None:
    assert codes(run(), Shape(line(20, 50.5, 90, 50.5), stroke=RED, line_width=0.3)) == []
    assert codes(run(), Shape(line(20, 50.1, 90, 50.1), stroke=RED, line_width=0.5)) != []
    assert codes(run(), Shape(line(60, 40, 90, 60), stroke=RED, line_width=0.3)) == []


def test_only_what_is_seen_of_a_picture_covers() -> None:
    canvas = Box(20, 40, 60, 60)
    assert codes(run(), art(canvas)) == ["layout-covered"]
    assert codes(run(), art(canvas, seen=Box(20, 60, 60, 40))) == []
    assert codes(run(), art(canvas, clip=rectangle(Box(20, 60, 60, 40)))) == []


def test_what_a_drawing_paints_decides_where_its_outlines_are_known() -> None:
    """A frame of colour round an open middle: its box is full, its middle is not."""
    outer, inner = rectangle(Box(0, 0, 1, 1)), rectangle(Box(0.1, 0.1, 0.8, 0.8))
    ring = (outer + inner,)  # even-odd: the inner one is the hole
    page = Box(20, 30, 60, 60)
    assert codes(run(), art(page)) == ["layout-covered"]
    assert judged(ring, run(), art(page)) == []
    assert judged((outer,), run(), art(page)) == ["layout-covered"]
    assert judged(ring, run(x=22), art(page)) == ["layout-covered"]
    cut = rectangle(Box(30, 40, 40, 20))  # of what is painted nothing is left
    assert judged(ring, run(x=22), art(page, clip=cut)) == []
    assert judged(ring, run(), art(page, turn=90)) == ["layout-covered"]  # taken as its box


def test_what_a_drawing_paints_decides_how_near_the_cut_it_ends() -> None:
    middle = (rectangle(Box(0.25, 0.25, 0.5, 0.5)),)
    assert codes(art(Box(1, 20, 20, 20))) == ["layout-near-cut"]
    assert judged(middle, art(Box(1, 20, 20, 20))) == []
    assert judged(middle, art(Box(-2, 20, 20, 20))) == ["layout-near-cut"]
    for edge in (Box(20, 120, 20, 26), Box(80, 20, 23, 20)):  # the lower edge, the right one
        assert codes(art(edge)) == ["layout-near-cut"]
        assert judged(middle, art(edge)) == []


def test_the_hole_of_a_ring_and_the_corner_of_a_disc_cover_nothing() -> None:
    ring = Shape(circle(42, 48, 30), stroke=RED, line_width=1)
    assert codes(run(), ring) == []
    assert codes(run(), Shape(circle(70, 65, 15), fill=RED, role="disc")) == []


def test_texts_that_touch_collide_and_those_that_only_come_near_do_not() -> None:
    high = 0.92 * 20 * 25.4 / 72
    assert codes(run(), run(y=50 + high - 0.26)) == ["layout-collision"]
    assert codes(run(), run(y=50 + high - 0.24)) == []


@pytest.mark.parametrize(
    ("box", "well"),
    [
        (Box(4, 4, 20, 20), True),
        (Box(2, 20, 20, 20), False),
        (Box(20, 1, 20, 20), False),
        (Box(85, 20, 18, 20), False),
        (Box(20, 130, 20, 18), False),
        (Box(-3, -3, 111, 40), True),
        (Box(-1, 20, 40, 20), False),
        (Box(20, 130, 20, 21), True),
    ],
)
def test_art_and_badges_stay_in_the_safe_zone_or_run_into_the_bleed(box: Box, well: bool) -> None:
    wanted = [] if well else ["layout-near-cut"]
    assert codes(art(box)) == wanted
    assert codes(Shape(rectangle(box), fill=RED, role="badge")) == wanted
    if not well:
        (problem,) = found(art(box))
        assert (problem.location, problem.key) == (Location("cards/nl/proef.yaml", 3), "cartoon")


def test_of_a_drawing_only_what_is_seen_may_not_be_near_the_cut() -> None:
    assert codes(art(Box(1, 1, 40, 40), seen=Box(5, 5, 30, 30))) == []
    assert codes(art(Box(5, 5, 40, 40), seen=Box(3, 5, 30, 30))) == ["layout-near-cut"]


def test_a_text_outside_the_safe_zone_too_small_or_on_a_logo_is_led_back() -> None:
    logo = Placement("l.svg", Box(30, 48, 20, 8), role="logo", source=("@region", "logo"))
    for item, code in [
        ((run(x=2),), "layout-outside-safe"),
        ((run(size=6.5),), "layout-type-too-small"),
        ((run(), logo), "layout-collision"),
    ]:
        (problem,) = found(*item)
        assert problem.code == code
        assert problem.location == Location("cards/nl/proef.yaml", 7)


def test_a_text_of_the_base_is_shortened_in_the_regions_file() -> None:
    based = {("proef", "title"): Location("samenspel-2026.1/cards/nl/proef.yaml", 7)}
    page = Frame("proef-front", 105, 148, 3, 4, (run(x=2),), "proef", "front")
    (problem,) = verify(page, replace(DECK, sources=based))
    assert "in cards/regions/proefstad.yaml (cards: change: proef: title:)" in problem.remedy
    (own,) = found(run(x=2))
    assert own.remedy == "shorten the text, or choose a larger format"


def test_a_codes_quiet_zone_is_for_the_code_alone() -> None:
    zone = Shape(rectangle(Box(20, 40, 30, 30)), fill=PAPER, role="qr-ground")
    modules = rectangle(Box(25, 45, 5, 5)) + rectangle(Box(35, 55, 5, 5))
    code = Shape(modules, fill=BLACK, role="qr")
    assert codes(zone, code) == []
    assert codes(zone, code, run()) == ["layout-collision"]
    assert codes(zone, code, art(Box(48, 60, 20, 20))) == ["layout-collision"]
    assert codes(zone, code, art(Box(52, 60, 20, 20))) == []
    frame = Shape(line(21, 41, 21, 69), stroke=RED, line_width=0.3)
    assert codes(zone, code, frame) == ["layout-collision"]
    for x, far in ((47, ["layout-collision"]), (53, [])):
        panel = Shape(rectangle(Box(x, 60, 20, 20)), fill=RED, role="panel")
        assert codes(zone, code, panel) == far


def test_between_the_parts_of_a_path_nothing_is_covered() -> None:
    beside = rectangle(Box(20, 40, 8, 20)) + rectangle(Box(60, 40, 8, 20))
    assert codes(run(), Shape(beside, fill=RED, role="bars")) == []
    over = rectangle(Box(20, 40, 8, 20)) + rectangle(Box(50, 40, 8, 20))
    assert codes(run(), Shape(over, fill=RED, role="bars")) == ["layout-covered"]


def test_a_pattern_and_the_ground_may_be_cut_anywhere() -> None:
    assert codes(art(Box(1, 1, 10, 10), role="pattern")) == []


def test_a_letter_that_no_font_has_is_led_back_to_its_field() -> None:
    glyphs = (Glyph(7, 0, 0, "T"), Glyph(0, 5, 0, "➜"))
    (problem,) = found(replace(run(), text="T➜", glyphs=glyphs))
    assert (problem.code, problem.subject, problem.key) == ("glyph-missing", "➜", "title")


@pytest.mark.parametrize("items", [(run(x=2),), (run(size=10), run(x=31, size=10))])
def test_what_is_wrong_with_a_text_is_said_in_the_readers_language(items: tuple[Item, ...]) -> None:
    said = spoken(found(*items)[0].message, "nl")
    assert said in {
        "pagina proef-front: 'Titel' komt buiten de veiligheidsmarge",
        "pagina proef-front: 'Titel' raakt 'Titel'",
    }
