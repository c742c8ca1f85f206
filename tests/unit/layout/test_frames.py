"""Golden frames: what stands where, as text. Rewrite them with ``SAMENSPEL_GOLDEN=write``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decks import BLANK, LABELS, REMINDER, condition_cards, layout_of, sheet_words
from tests.goldens import compare, laid
from tests.projects import builtin
from tests.real_cards import CARDS, CONDITION

from samenspel.impose import plan as plan_sheets
from samenspel.impose.schemes import scheme_names
from samenspel.impose.tiling import OVERLAP, tiled, window
from samenspel.layout.cards import laid_cards, laid_poster, layout_cards
from samenspel.layout.enlarging import enlarged, enlarged_fit, enlarged_picture
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.furniture import REGISTRATION, sheet_furniture
from samenspel.layout.laid import Laid, PrintedPicture
from samenspel.layout.poster import poster_format
from samenspel.layout.tile_marks import tile_furniture
from samenspel.layout.wording import Wording, written
from samenspel.model.cards import Card, Values
from samenspel.model.frame import Box, Placement, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.model.sheet import Imposing, Paper, Printer, SheetPlan, SheetSide, Slot
from samenspel.model.style import Format
from samenspel.presets import format_named
from samenspel.units import Size

PROJECT = builtin()


def of_real_length(shape: Format) -> FormatLayout:
    """One card of each kind and the five conditions, one of them with texts of real length."""
    layout = layout_of(*CARDS, format_=shape, logo="logos/x.svg")
    cards = [CONDITION if card.id == CONDITION.id else card for card in layout.deck.cards]
    return replace(layout, deck=replace(layout.deck, cards=tuple(cards)))


SHOWN = {card.id: card.kind for card in (*CARDS, CONDITION)}


@pytest.mark.parametrize("shape", ["a6", "poker", "square", "tarot"])
def test_every_kind_is_laid_out_as_it_was(shape: str) -> None:
    pages = laid_cards(of_real_length(format_named(PROJECT, shape))).pages
    for card, kind in SHOWN.items():
        compare(f"{kind}-{shape}", "\n".join(laid(one) for one in pages if one.frame.card == card))


def test_the_poster_is_laid_out_as_it_was() -> None:
    (page,) = laid_poster(of_real_length(poster_format())).pages
    compare("poster", laid(page))


def test_texts_of_three_times_the_length_are_told_and_shortened_as_they_were() -> None:
    layout = of_real_length(format_named(PROJECT, "poker"))
    cards = [longer(card) if card.id in SHOWN else card for card in layout.deck.cards]
    pages = laid_cards(replace(layout, deck=replace(layout.deck, cards=tuple(cards)))).pages
    compare("too-long", "\n".join(laid(one) for one in pages if one.frame.card in SHOWN))


def longer(card: Card) -> Card:
    """The card with every text of more than one sentence's length three times over."""
    values = {name: tripled(value) for name, value in card.values.items()}
    return replace(card, values=Values(values))


def tripled(value: object) -> object:
    if isinstance(value, str):
        return " ".join([value] * 3) if " " in value else value
    return [tripled(one) for one in value] if isinstance(value, list) else value


def test_a_page_made_larger_is_the_page_by_one_factor() -> None:
    shape = poster_format()
    (page,) = laid_poster(of_real_length(shape)).pages
    by = 1.37
    picture = PrintedPicture("a.png", "p", "a3", 80, 50, 300, True, None, "cartoon", 0.25)
    larger = Laid(
        enlarged(page.frame, by, replace(shape, width=shape.width * by, height=shape.height * by)),
        tuple(enlarged_fit(one, by) for one in page.fits),
        pictures=(enlarged_picture(picture, by),),
    )
    compare("poster-larger", laid(larger))


def test_fronts_and_backs_alternate_in_deck_order():
    frames = layout_cards(layout_of(REMINDER, BLANK, BLANK))
    assert [frame.side for frame in frames] == ["front", "back"] * (len(frames) // 2)
    assert [frame.card for frame in frames[:6:2]] == ["proef", "leeg", "leeg"]
    assert len(frames) == 2 * (3 + len(condition_cards()))


def test_backgrounds_cover_the_whole_bleed_on_every_page():
    for frame in layout_cards(layout_of(REMINDER, BLANK)):
        ground = frame.items[0]
        assert isinstance(ground, Shape)
        assert ground.role == "ground"
        numbers = [value for _, values in ground.path for value in values]
        assert (min(numbers), max(numbers)) == (-3, max(frame.width, frame.height) + 3)


def test_running_text_is_black_only():
    reading = {"question", "text", "warning", "furniture", "hint"}
    for frame in layout_cards(layout_of(REMINDER, BLANK)):
        for run in (item for item in frame.items if isinstance(item, TextRun)):
            if run.role in reading and run.font.startswith("text"):
                assert run.ink.black_only or run.ink.total == 0


def test_a_reminder_without_a_cartoon_gets_its_pictogram_large():
    front = layout_cards(layout_of(REMINDER))[0]
    arts = [item for item in front.items if isinstance(item, Placement)]
    large = [item for item in arts if item.art == "pictograms/belangen.svg"]
    assert len(large) == 1
    assert large[0].box.width > 0.3 * front.width


def test_the_regions_logo_stands_on_the_back_in_the_safe_zone():
    frames = layout_cards(layout_of(REMINDER, logo="logos/x.svg"))
    logos = [i for i in frames[1].items if isinstance(i, Placement) and i.role == "logo"]
    assert len(logos) == 1
    assert frames[1].safe_box.contains(logos[0].box)
    assert logos[0].box.width / logos[0].box.height == pytest.approx(4)


def small_plan() -> SheetPlan:
    slots = (
        Slot(0, Box(40.5, 31, 105, 148), (3, 3, 3, 3)),
        Slot(2, Box(151.5, 31, 105, 148), (3, 3, 3, 3)),
    )
    sides = (SheetSide(1, "front", slots), SheetSide(1, "back", slots))
    cuts = ((40.5, 145.5, 151.5, 256.5), (31.0, 179.0))
    return SheetPlan("a4", 297, 210, 2, 1, "long-edge", sides, *cuts)


def test_crop_marks_stay_outside_the_bleed_and_the_slug_says_which_sheet():
    plan = small_plan()
    face = layout_of(REMINDER).setter.faces["text"]
    slug = written("Samenspel · proefstad · 2026.1-x", "@deck", "title")
    frames = sheet_furniture(plan, face, slug, LABELS, 3)
    assert [frame.side for frame in frames] == ["front", "back"]
    bleeds = [slot.box.inset(-3, -3, -3, -3) for slot in plan.sides[0].slots]
    shapes = [item for item in frames[0].items if isinstance(item, Shape)]
    assert {item.role for item in shapes} == {"crop-mark", "centre-mark", "colour-bar"}
    assert {item.spot for item in shapes if item.stroke} == {"All"}
    assert not any(bounds(item.path).overlaps(bleed) for item in shapes for bleed in bleeds)
    marks = [item for item in shapes if item.role == "crop-mark"]
    assert len(marks) == 2 * (len(plan.cuts_x) + len(plan.cuts_y))
    for mark in marks:
        (_, (x1, y1)), (_, (x2, y2)) = mark.path
        drawn = Box(min(x1, x2), min(y1, y2), abs(x1 - x2) + 1e-9, abs(y1 - y2) + 1e-9)
        assert mark.stroke == REGISTRATION
        assert not any(drawn.overlaps(bleed) for bleed in bleeds)
        assert drawn.x >= 0 and drawn.right <= plan.width + 1e-6
        assert drawn.y >= 0 and drawn.bottom <= plan.height + 1e-6
    slug = next(item for item in frames[1].items if isinstance(item, TextRun))
    assert slug.text == "Samenspel · proefstad · 2026.1-x · vel 1 van 1 · achterkant"
    assert slug.y > 182 + 2


@pytest.mark.parametrize(
    ("line", "upright"),
    [
        ({"fold_x": 148.5}, True),
        ({"fold_y": 105.0}, False),
        ({"cuts_x": (20.5, 148.5, 276.5)}, True),
        ({"cuts_y": (31.0, 105.0, 179.0)}, False),
    ],
)
def test_no_centre_mark_stands_where_a_cut_or_a_fold_is(line, upright):
    face = layout_of(REMINDER).setter.faces["text"]
    plan = replace(small_plan(), cuts_x=(20.5, 125.5, 171.5, 276.5))
    frame = sheet_furniture(replace(plan, **line), face, Wording("x"), LABELS, 3)[0]
    marks = [bounds(item.path) for item in frame.items if item.role == "centre-mark"]
    assert marks and all((box.height == 0) == upright for box in marks)


@pytest.mark.parametrize("scheme", scheme_names())
@pytest.mark.parametrize(
    ("paper", "trim"), [("a4", Size(63, 88)), ("a3", Size(63, 88)), ("a4", Size(93, 130))]
)
def test_nothing_stands_where_the_printer_cannot_reach(scheme, paper, trim):
    """Cards of 93 mm leave hardly any room for marks beside them on an A4."""
    printer = Printer("kantoor", margin=4.2)
    sheets = plan_sheets(
        9, trim=trim, bleed=3, gutter=None, paper=PAPERS[paper],
        imposing=Imposing(scheme=scheme, printer=printer),
    )  # fmt: skip
    face = layout_of(REMINDER).setter.faces["text"]
    for frame in sheet_furniture(sheets, face, Wording("Samenspel"), LABELS, 3):
        inside = frame.trim.inset(4.2, 4.2, 4.2, 4.2)
        for item in frame.items:
            if isinstance(item, TextRun):
                box = Box(item.x, item.y - 1.8, item.width, 1.8 + 0.5)
            else:
                box = bounds(item.path)
            assert inside.contains(box), item.role


def test_an_empty_place_has_no_marks():
    """Of eight places one is taken: its four cuts are marked, and no other."""
    sheets = plan_sheets(1, trim=Size(63, 88), bleed=3, gutter=None, paper=PAPERS["a4"])
    face = layout_of(REMINDER).setter.faces["text"]
    frame = sheet_furniture(sheets, face, Wording("Samenspel"), LABELS, 3)[0]
    marks = [item for item in frame.items if isinstance(item, Shape) and item.role == "crop-mark"]
    assert len(marks) == 2 * (2 + 2)


@pytest.mark.parametrize("language", ["nl", "en", "de", "fy"])
@pytest.mark.parametrize("scheme", scheme_names())
def test_a_sheet_says_how_to_print_it(language, scheme):
    sheets = plan_sheets(
        8, trim=Size(63, 88), bleed=3, gutter=None, paper=PAPERS["a3"],
        imposing=Imposing(scheme=scheme, flip="short-edge"),
    )  # fmt: skip
    face, known = layout_of(REMINDER).setter.faces["text"], sheet_words(language)
    frame = sheet_furniture(sheets, face, Wording("Samenspel"), {**LABELS, **known}, 3)[0]
    text = "".join(item.text for item in frame.items if isinstance(item, TextRun))
    assert (known["print_short_edge"] in text) == any(side.side == "back" for side in sheets.sides)
    assert known["print_scale"] in text
    assert known.get("print_" + scheme.replace("-", "_"), "") in text


PAPERS = {"a4": Paper("a4", "A4", 210, 297), "a3": Paper("a3", "A3", 297, 420)}


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("trim", [Size(63, 88), Size(70, 120), Size(105, 148)])
def test_no_crop_mark_runs_into_the_slug(trim, paper):
    """Poker leaves 7.5 mm below the bleed of an A3: a full mark and a slug do not fit there."""
    sheets = plan_sheets(24, trim=trim, bleed=3, gutter=None, paper=PAPERS[paper])
    face = layout_of(REMINDER).setter.faces["text"]
    name = "Samenspel · Zeven Bergen · 2026.1-zevenbergen-nl-ef1638"
    items = sheet_furniture(sheets, face, Wording(name), LABELS, 3)[0].items
    runs = [item for item in items if isinstance(item, TextRun)]
    left, right = runs[0].x, runs[-1].x + runs[-1].width
    for mark in (item for item in items if isinstance(item, Shape) and item.spot):
        (_, (x1, y1)), (_, (x2, y2)) = mark.path
        low = max(y1, y2)
        assert abs(x1 - x2) + abs(y1 - y2) >= 2
        assert max(x1, x2) < left or min(x1, x2) > right or low < runs[0].y - 1.7


def test_what_a_tile_says_ends_before_the_mark_of_the_next_tile():
    face = layout_of(REMINDER).setter.faces["text"]
    for width in range(150, 420, 3):
        plan = tiled(Size(width, 140), Paper("a4", "A4", 210, 297))
        windows = [window(side) for side in plan.sides]
        slug = written("Samenspel · proefstad · 2026.1-basis-de-MTPS-YX2H-P45ZF", "@deck", "title")
        for frame in tile_furniture(plan, windows, OVERLAP, face, slug, LABELS | sheet_words("de")):
            [said] = [item for item in frame.items if isinstance(item, TextRun)]
            ends = said.x + said.width
            for mark in (item for item in frame.items if isinstance(item, Shape)):
                box = bounds(mark.path)
                assert not said.x < box.x < ends or box.bottom < said.y - 3, (width, said.text)
