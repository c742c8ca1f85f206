"""Where the parts of a page stand, in millimetres: what a kind's file asks for is what is drawn.

On A6 (105 × 148 mm, margin 8, safe zone 4) a bare number is a millimetre.
"""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from tests.projects import DECK, write
from tests.unit.kinds.test_pages import frames_of

from samenspel.errors import ContentError
from samenspel.layout.outlines import fills
from samenspel.layout.parts.stacks import MOST_SPREAD
from samenspel.model.frame import Box, Frame, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, Ink
from samenspel.model.paths import bounds, rectangle
from samenspel.units import MM_PER_POINT

FIELDS = """\
title: Proef
fields:
  title: {}
  core: {optional: true}
  ways: {list: text, optional: true}
  rows: {list: {what: text, much: text}, optional: true}
  link: {type: link, optional: true}
  power: {type: number, optional: true}
  foto: {type: picture, optional: true}
front:
  - ground: paper
"""
CARD = "kind: proef\ntitle: Proef\n"
LEFT, TOP, RIGHT, BOTTOM = 8.0, 8.0, 97.0, 140.0
"""The area within the margins."""
DRAWING = "pictograms/belangen.svg"


def front(tmp_path: Path, items: str, card: str = "", shape: str = "a6") -> Frame:
    """The front of a card of a kind with these items on paper."""
    write(tmp_path, "kinds/proef.yaml", FIELDS + items + "back:\n  - ground: paper\n")
    write(tmp_path, "cards/nl/01-proef.yaml", CARD + card)
    write(
        tmp_path, "cards/deck.yaml", DECK.replace("[titel, luister-eerst, leeg, leeg]", "[proef]")
    )
    return frames_of(tmp_path, shape)[0]


def runs(frame: Frame) -> list[TextRun]:
    return [one for one in frame.items if isinstance(one, TextRun)]


def shapes(frame: Frame, role: str) -> list[Shape]:
    return [one for one in frame.items if isinstance(one, Shape) and one.role == role]


def art(frame: Frame, role: str) -> list[Placement]:
    return [one for one in frame.items if isinstance(one, Placement) and one.role == role]


def cap(run: TextRun) -> float:
    """About the height of a run's capitals, in mm."""
    return 0.7 * run.size * MM_PER_POINT


# -- loops ------------------------------------------------------------------------------------


def test_a_loop_knows_its_place_its_count_and_its_last_item(tmp_path: Path) -> None:
    items = (
        '  - stack: [{for: way in ways, say: "{{ at }} van {{ count }}", when: not last},'
        ' {for: way in ways, say: "slot {{ way }}", when: last}]\n'
    )
    found = front(tmp_path, items, "ways: [een, twee, drie]\n")
    assert [run.text for run in runs(found)] == ["1 van 3", "2 van 3", "slot drie"]


def _baselines(tmp_path: Path, how: str) -> list[float]:
    """Where two texts of a stack stand that is placed in a way."""
    items = f"  - stack: [{{text: core, type: text}}, {{text: title, type: text}}]\n{how}"
    return [run.y for run in runs(front(tmp_path, items, "core: Eerst.\n"))]


# -- stacks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("valign", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0), ("25%", 0.25)]
)
def test_a_stack_stands_where_its_share_of_what_is_over_says(
    tmp_path: Path, valign: str, share: float
) -> None:
    ways = (valign, "top", "bottom")
    lines, top, end = (_baselines(tmp_path, f"    valign: {one}\n") for one in ways)
    assert lines[0] == pytest.approx(top[0] + share * (end[0] - top[0]))
    assert top[0] < TOP + 6 and BOTTOM - 6 < end[1] < BOTTOM
    assert lines[1] - lines[0] == pytest.approx(top[1] - top[0])


def test_what_is_spread_goes_between_the_texts_up_to_a_limit(tmp_path: Path) -> None:
    plain = "  - stack: [{text: core, type: text}, {text: title, type: text}]\n    height: 40\n"
    usual = [run.y for run in runs(front(tmp_path, plain, "core: Eerst.\n"))]
    half = [run.y for run in runs(front(tmp_path, plain + "    spread: 50%\n", "core: Eerst.\n"))]
    whole = [
        run.y for run in runs(front(tmp_path, plain + "    valign: spread\n", "core: Eerst.\n"))
    ]
    assert half[0] == whole[0] == pytest.approx(usual[0])  # the first stays on top
    grown = whole[1] - usual[1]
    assert 20 < grown < 32 and half[1] - usual[1] == pytest.approx(
        min(grown, MOST_SPREAD) / 2, abs=2
    )
    roomy = plain.replace("height: 40", "height: 120") + "    valign: spread\n"
    far = [run.y for run in runs(front(tmp_path, roomy, "core: Eerst.\n"))]
    assert far[0] == pytest.approx(usual[0])
    assert far[1] - usual[1] == pytest.approx(MOST_SPREAD)


def test_a_panel_under_texts_is_as_much_larger_as_its_padding_on_every_side(tmp_path: Path) -> None:
    items = "  - stack: [core]\n    fill: navy\n    pad: 5\n    ink: white\n"
    found = front(tmp_path, items, "core: Een regel.\n")
    [panel] = shapes(found, "panel")
    [run] = runs(found)
    box = bounds(panel.path)
    assert (box.x, box.y, box.right) == pytest.approx((LEFT, TOP, RIGHT))
    assert run.x == pytest.approx(LEFT + 5, abs=0.3)
    assert run.y - cap(run) == pytest.approx(TOP + 5, abs=0.5)
    assert box.bottom == pytest.approx(run.y + 0.22 * run.size * MM_PER_POINT + 5, abs=0.01)


def test_a_numeral_and_a_text_of_one_line_share_their_middle(tmp_path: Path) -> None:
    items = "  - stack: [{numbered: ways, type: text}]\n"
    found = front(tmp_path, items, f"ways: [Kort, {'lang ' * 40}]\n")
    by_text = {run.text: run for run in runs(found)}
    numeral, short = by_text["1"], by_text["Kort"]
    assert numeral.y - cap(numeral) / 2 == pytest.approx(short.y - cap(short) / 2, abs=0.5)
    second = by_text["2"]
    first_line = min((run for run in runs(found) if "lang" in run.text), key=lambda run: run.y)
    tops = second.y - cap(second), first_line.y - cap(first_line)
    assert tops[0] == pytest.approx(tops[1], abs=0.5)
    assert min(run.x for run in runs(found) if "lang" in run.text) == pytest.approx(short.x)


def test_bullets_stand_at_half_the_capitals_before_their_texts(tmp_path: Path) -> None:
    found = front(tmp_path, "  - stack: [{bullets: ways, mark: navy}]\n", "ways: [een, twee]\n")
    dots, lines = shapes(found, "bullet"), runs(found)
    for dot, run in zip(dots, lines, strict=True):
        box = bounds(dot.path)
        assert box.x == pytest.approx(LEFT) and run.x == pytest.approx(LEFT + 3.6)
        assert box.y + box.height / 2 == pytest.approx(run.y - cap(run) / 2, abs=0.2)
        assert box.right < run.x


@pytest.mark.parametrize(("second", "width"), [("", 16.0), (", second: 30", 30.0)])
def test_the_second_column_of_a_table_ends_at_the_right_and_the_first_before_it(
    tmp_path: Path, second: str, width: float
) -> None:
    items = f"  - stack: [{{table: rows, columns: [what, much], rule: true{second}}}]\n"
    words = "woord " * 60
    found = front(
        tmp_path, items, f"rows:\n- {{what: {words}, much: '12'}}\n- {{what: Kort, much: '7'}}\n"
    )
    cells = [run for run in runs(found) if run.text in ("12", "7")]
    assert [run.x + run.width for run in cells] == pytest.approx([RIGHT, RIGHT])
    widest = max(run.x + run.width for run in runs(found) if "woord" in run.text)
    assert RIGHT - width - 9 < widest <= RIGHT - width + 0.01
    [rule] = shapes(found, "rule")  # between the rows, and not above the first
    box = bounds(rule.path)
    assert (box.x, box.right) == pytest.approx((LEFT, RIGHT))
    last = max(run.y for run in runs(found) if "woord" in run.text)
    assert last < box.y < cells[1].y - cap(cells[1])


# -- rows, bars, patterns ---------------------------------------------------------------------


@pytest.mark.parametrize(("align", "start"), [("left", 8.0), ("centre", 39.0), ("right", 70.0)])
def test_dots_are_full_as_far_as_the_number_says(tmp_path: Path, align: str, start: float) -> None:
    items = (
        f"  - row: {{dots: power, of: 5, size: 4, between: 1.75, align: {align}}}\n    top: 50\n"
    )
    dots = shapes(front(tmp_path, items, "power: 3\n"), "dot")
    assert [dot.fill is not None for dot in dots] == [True] * 3 + [False] * 2
    boxes = [bounds(dot.path) for dot in dots]
    assert boxes[0].x == pytest.approx(start)
    middles = [box.x + box.width / 2 for box in boxes]
    assert [b - a for a, b in pairwise(middles)] == pytest.approx([5.75] * 4)
    assert boxes[0].width == pytest.approx(4)
    assert boxes[4].width + dots[4].line_width == pytest.approx(4)  # an open one is as large


def test_without_a_whole_there_are_five_dots(tmp_path: Path) -> None:
    assert len(shapes(front(tmp_path, "  - row: {dots: power}\n", "power: 2\n"), "dot")) == 5


def test_pictures_in_a_row_never_leave_their_area_and_may_be_spread_over_it(tmp_path: Path) -> None:
    pictures = ", ".join([f"'{DRAWING}'"] * 4)
    items = f"  - row: {{icons: [{pictures}], size: 10, between: 2}}\n    width: 30\n"
    places = [one.box for one in art(front(tmp_path, items), "pictogram")]
    assert max(box.right for box in places) <= LEFT + 30 + 0.01
    assert places[0].width == pytest.approx(6)  # (30 - 3 × 2) / 4
    spread = f"  - row: {{icons: [{pictures}], size: 10, spread: true}}\n    bottom: 100\n"
    boxes = [one.box for one in art(front(tmp_path, spread), "pictogram")]
    assert (boxes[0].x, boxes[-1].right) == pytest.approx((LEFT, RIGHT), abs=0.01)
    assert boxes[0].bottom == pytest.approx(100)  # on the edge that is said


def test_tags_go_on_on_a_next_line_where_there_is_no_room(tmp_path: Path) -> None:
    words = ", ".join(["verantwoordelijkheid"] * 5)
    found = front(tmp_path, "  - row: {tags: ways, size: 6, between: 2}\n", f"ways: [{words}]\n")
    boxes = [bounds(one.path) for one in shapes(found, "tag")]
    assert len({round(box.y, 2) for box in boxes}) > 1
    assert max(box.right for box in boxes) <= RIGHT + 0.01
    lines = sorted({round(box.y, 3) for box in boxes})
    assert lines[1] - lines[0] == pytest.approx(8)
    for box, run in zip(boxes, runs(found), strict=True):
        assert run.x + run.width / 2 == pytest.approx(box.x + box.width / 2)
        assert run.y - cap(run) / 2 == pytest.approx(box.y + box.height / 2, abs=0.3)


def test_at_the_foot_both_texts_have_room_and_the_right_one_half_of_it(tmp_path: Path) -> None:
    items = '  - foot: {left: "{{ title }}", right: "{{ core }}"}\n'
    frame = front(tmp_path, items, f"core: {'een lang adres ' * 8}\n")
    (left,) = [one for one in runs(frame) if one.text == "Proef"]
    right = [one for one in runs(frame) if "adres" in one.text]
    width = max(one.width for one in right)
    assert (RIGHT - LEFT) * 0.4 < width < (RIGHT - LEFT) / 2
    assert len(right) > 1 and left.x == pytest.approx(LEFT)
    assert max(one.x + one.width for one in right) <= RIGHT + 0.01


def test_words_are_divided_unless_the_kind_forbids_it(tmp_path: Path) -> None:
    items = "  - stack: [{{text: core, type: text{said}}}]\n    width: 30\n"
    card = "core: verantwoordelijkheidsgevoel\n"
    assert len(runs(front(tmp_path, items.format(said=""), card))) == 2
    with pytest.raises(ContentError, match="wider than a line"):
        front(tmp_path, items.format(said=", hyphenate: false"), card)


@pytest.mark.parametrize(("power", "share"), [(0, 0.0), (30, 0.75), (40, 1.0), (90, 1.0)])
def test_a_bar_is_filled_for_its_share_and_no_further(
    tmp_path: Path, power: int, share: float
) -> None:
    items = "  - bar: {share: power, of: 40, ink: navy}\n    height: 4\n    width: 60\n"
    found = [bounds(one.path) for one in shapes(front(tmp_path, items, f"power: {power}\n"), "bar")]
    assert found[0].width == pytest.approx(60)
    assert [box.width for box in found[1:]] == pytest.approx([60 * share] if share else [])


@pytest.mark.parametrize("said", ["share: 5, of: power", "share: power, of: 5"])
@pytest.mark.parametrize("card", ["power: 0\n", ""])
def test_a_bar_of_nothing_is_empty(tmp_path: Path, said: str, card: str) -> None:
    frame = front(tmp_path, f"  - bar: {{{said}, ink: navy}}\n    height: 4\n", card)
    assert len(shapes(frame, "bar")) == 1


def test_a_pattern_fills_its_area_and_stays_in_it(tmp_path: Path) -> None:
    items = (
        f"  - pattern: {{art: {DRAWING}, step: 10, size: 6}}\n"
        "    left: 20\n    width: 40\n    top: 30\n    height: 30\n"
    )
    boxes = [one.box for one in art(front(tmp_path, items), "pattern")]
    rows = sorted({round(box.y, 3) for box in boxes})
    assert rows == pytest.approx([32, 42, 52])
    assert all(box.x >= 20 and box.right <= 60.001 for box in boxes)
    across = [sorted(round(box.x, 3) for box in boxes if round(box.y, 3) == row) for row in rows]
    assert across[0] == across[2] == pytest.approx([22, 32, 42, 52])
    assert across[1] == pytest.approx([27, 37, 47])  # every other row is shifted by half a step


def test_a_pattern_leaves_its_middle_free_and_begins_as_it_ends(tmp_path: Path) -> None:
    items = (
        f"  - pattern: {{art: {DRAWING}, step: 10, size: 6, hole: 24}}\n"
        "    left: 20\n    width: 40\n    top: 30\n    height: 60\n"
    )
    boxes = [one.box for one in art(front(tmp_path, items), "pattern")]
    rows = sorted({round(box.y, 3) for box in boxes})
    assert rows == pytest.approx([30, 43.5, 57, 70.5, 84])  # six would not end as they begin
    assert all(math.dist(box.centre, (40, 60)) - 3 >= 12 for box in boxes)
    mirrored = {(round(box.x, 3), round(114 - box.y, 3)) for box in boxes}
    assert mirrored == {(round(box.x, 3), round(box.y, 3)) for box in boxes}


def test_a_rule_runs_along_the_edge_that_is_asked_for(tmp_path: Path) -> None:
    place = "    left: 20\n    width: 40\n    top: 30\n    height: 25\n"
    [across] = shapes(front(tmp_path, f"  - rule: {{ink: navy, line: 0.7}}\n{place}"), "rule")
    [down] = shapes(front(tmp_path, f"  - rule: {{ink: navy, down: true}}\n{place}"), "rule")
    assert across.path == (("M", (20.0, 30.0)), ("L", (60.0, 30.0)))
    assert down.path == (("M", (20.0, 30.0)), ("L", (20.0, 55.0)))
    assert (across.line_width, down.line_width) == (0.7, 0.3)


# -- corners, discs, codes --------------------------------------------------------------------


@pytest.mark.parametrize("corner", ["top left", "top right", "bottom left", "bottom right"])
def test_an_index_stands_as_far_from_each_corner(tmp_path: Path, corner: str) -> None:
    items = f"  - index: {{text: '7', icon: {DRAWING}, corner: {corner}}}\n"
    found = front(tmp_path, items)
    [run], [icon] = runs(found), art(found, "pictogram")
    middle = icon.box.x + icon.box.width / 2
    assert run.x + run.width / 2 == pytest.approx(middle, abs=0.3)
    from_side = middle if "left" in corner else found.width - middle
    assert from_side == pytest.approx(4 + 0.3 + 5.6 / 2)  # the picture is wider than the figure
    top, bottom = run.y - cap(run), icon.box.bottom
    from_edge = top if "top" in corner else found.height - bottom
    assert from_edge == pytest.approx(4 + 1.4, abs=0.5)
    assert icon.box.y == pytest.approx(run.y + 1.6, abs=0.01)
    assert icon.box.width == pytest.approx(5.6)


def test_a_chip_lies_under_an_index_within_the_safe_zone(tmp_path: Path) -> None:
    items = f"  - index: {{text: '7', icon: {DRAWING}, chip: '1 == 1', ground: white}}\n"
    found = front(tmp_path, items)
    [chip], [run], [icon] = shapes(found, "chip"), runs(found), art(found, "pictogram")
    box = bounds(chip.path)
    assert (box.x, box.y) == pytest.approx((4, 4))
    assert box.contains(Box(run.x, run.y - cap(run), run.width, cap(run)))
    assert box.contains(icon.box)
    assert box.x + box.width / 2 == pytest.approx(run.x + run.width / 2)
    assert found.items.index(chip) < found.items.index(run)


def test_the_ring_of_a_badge_lies_under_its_disc(tmp_path: Path) -> None:
    items = f"  - badge: {{icon: {DRAWING}, x: 50, y: 60, radius: 9, ring: 2, ink: navy}}\n"
    found = front(tmp_path, items)
    ring, disc = (bounds(one.path) for one in shapes(found, "badge"))
    assert (ring.x, ring.width) == pytest.approx((39, 22))
    assert (disc.x, disc.width) == pytest.approx((41, 18))
    [icon] = art(found, "pictogram")
    assert icon.box.centre == pytest.approx((50, 60))
    assert icon.box.width < 18 / 2**0.5 + 0.5  # its corners stay on the disc


@pytest.mark.parametrize("words", ["7", "12"])
def test_the_word_of_a_badge_stands_in_the_middle_of_its_disc(tmp_path: Path, words: str) -> None:
    items = f"  - badge: {{text: '{words}', x: 50, y: 60, radius: 9, ink: navy}}\n"
    [run] = runs(front(tmp_path, items))
    assert run.x + run.width / 2 == pytest.approx(50, abs=0.1)
    assert run.y - cap(run) / 2 == pytest.approx(60, abs=0.3)
    assert cap(run) > 5


def test_a_code_keeps_four_modules_of_white_around_it(tmp_path: Path) -> None:
    items = "  - qr: link\n    top: 40\n    width: 40\n    height: 60\n"
    found = front(tmp_path, items, "link: https://voorbeeld.nl/kaart\n")
    [quiet], [code] = shapes(found, "qr-ground"), shapes(found, "qr")
    white, black = bounds(quiet.path), bounds(code.path)
    assert (white.x, white.y, white.width, white.height) == pytest.approx((8, 40, 40, 40))
    module = (white.width - black.width) / 8
    assert black.x - white.x == pytest.approx(4 * module)
    assert black.y - white.y == pytest.approx(4 * module)
    assert black.width / module == pytest.approx(round(black.width / module))
    assert code.fill == BLACK and quiet.fill == Ink(0, 0, 0, 0)


# -- areas ------------------------------------------------------------------------------------


def test_rows_and_columns_share_what_is_left(tmp_path: Path) -> None:
    items = """\
  - rows: {kop: 20, een: rest, twee: rest}
    gap: 4
    top: 10
    height: 60
  - columns: {links: 25%, midden: rest}
    in: twee
    gap: 3
  - {panel: navy, in: een}
  - {panel: navy, in: twee}
  - {panel: navy, in: links}
  - {panel: navy, in: midden}
"""
    boxes = [bounds(one.path) for one in shapes(front(tmp_path, items), "panel")]
    assert [(box.y, box.height) for box in boxes[:2]] == [
        pytest.approx((34, 16)), pytest.approx((54, 16))
    ]  # fmt: skip
    left, middle = boxes[2:]
    assert left.width == pytest.approx(105 / 4)
    assert (middle.x, middle.right) == pytest.approx((left.right + 3, RIGHT))
    assert (left.y, left.height) == pytest.approx((54, 16))


def test_the_cells_of_a_grid_are_equal_and_in_the_order_of_the_list(tmp_path: Path) -> None:
    items = """\
  - grid:
      for: way in ways
      columns: 2
      gap: 5
      items:
        - {panel: navy, in: cell}
        - {word: "{{ way }}", in: cell}
    top: 20
    height: 65
"""
    found = front(tmp_path, items, "ways: [a, b, c]\n")
    boxes = [bounds(one.path) for one in shapes(found, "panel")]
    assert {(round(box.width, 3), round(box.height, 3)) for box in boxes} == {(42.0, 30.0)}
    assert [(box.x, box.y) for box in boxes] == [
        pytest.approx((8, 20)), pytest.approx((55, 20)), pytest.approx((8, 55))
    ]  # fmt: skip
    assert [run.text for run in runs(found)] == ["a", "b", "c"]


@pytest.mark.parametrize(("align", "edge"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_a_word_stands_at_its_side_of_the_area_with_its_capitals_at_the_top(
    tmp_path: Path, align: str, edge: float
) -> None:
    items = f"  - word: {{text: HOEK, align: {align}}}\n    left: 20\n    width: 50\n    top: 70\n"
    found = front(tmp_path, items)
    [run] = runs(found)
    assert run.x + edge * run.width == pytest.approx(20 + edge * 50, abs=0.05)
    assert run.y - cap(run) == pytest.approx(70, abs=0.3)


def test_lines_to_write_on_are_as_many_as_are_asked_for_and_evenly_spread(tmp_path: Path) -> None:
    items = """\
  - lines: [{label: Wie, lines: 2}, {label: "", lines: 1}]
    top: 40
    height: 60
"""
    found = front(tmp_path, items)
    lines = [bounds(one.path) for one in shapes(found, "writing-line")]
    assert len(lines) == 3
    assert {(line.x, line.right) for line in lines} == {(LEFT, RIGHT)}
    assert lines[-1].y == pytest.approx(100)
    [label] = runs(found)
    assert 6 < lines[0].y - label.y < lines[1].y - lines[0].y and label.y > 40


def test_a_box_to_tick_stands_before_each_text_at_half_its_capitals(tmp_path: Path) -> None:
    found = front(tmp_path, "  - boxes: {texts: ways, size: 5}\n", "ways: [een, twee, drie]\n")
    ticks = [bounds(one.path) for one in shapes(found, "tick")]
    for box, run in zip(ticks, runs(found), strict=True):
        assert (box.x, box.width, box.height) == pytest.approx((LEFT, 5, 5))
        assert run.x == pytest.approx(LEFT + 8)
        assert run.y - cap(run) / 2 == pytest.approx(box.y + 2.5, abs=0.3)
    assert [b.y - a.bottom for a, b in pairwise(ticks)] == pytest.approx([2.75, 2.75])


def test_a_picture_has_the_words_that_its_card_gives_it(tmp_path: Path) -> None:
    items = "  - picture: foto\n    height: 40\n"
    words = f"foto: {DRAWING}\nfoto_alt: Een berg in het water.\n"
    [picture] = art(front(tmp_path, items, words), "cartoon")
    assert picture.alt == "Een berg in het water."
    [silent] = art(front(tmp_path, f"  - picture: {DRAWING}\n    height: 40\n"), "cartoon")
    assert silent.alt == ""


# -- what the judge of pages goes by ------------------------------------------------------------


def test_a_sliver_that_passes_through_a_large_box_reaches_into_it() -> None:
    """None of its corners lies in the box, and it is thinner than a stem of large type is wide."""
    large = Box(0, 0, 60, 40)
    assert fills(rectangle(Box(-10, 17.2, 80, 0.45)), large)
    assert fills(rectangle(Box(33.3, -10, 0.45, 60)), large)
    assert not fills(rectangle(Box(-10, 41, 80, 0.45)), large)
    ring = (*rectangle(Box(-5, -5, 70, 50)), *rectangle(Box(-1, -1, 62, 42)))
    assert not fills(ring, large)  # the box stands in the hole
