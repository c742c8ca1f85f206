"""Office pages: where labels, texts and lines to write on stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.decks import layout_of

from samenspel.layout.paperwork import (
    LABELS,
    MARGIN,
    Entry,
    Heading,
    Paragraph,
    Row,
    Title,
    ToFill,
    text_pages,
)
from samenspel.model.frame import Frame, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.model.sheet import Paper

PAPER = Paper("a4", "A4", 210, 297)
SETTER = layout_of().setter


def pages(*entries: Entry) -> list[Frame]:
    return text_pages(entries, SETTER, PAPER, "opdracht")


def runs(frame: Frame) -> list[TextRun]:
    return [item for item in frame.items if isinstance(item, TextRun)]


def lines(frame: Frame) -> list[tuple[float, float, float]]:
    """Left end, right end and height of each line."""
    found = (bounds(item.path) for item in frame.items if isinstance(item, Shape))
    return [(box.x, box.right, box.y) for box in found]


def test_a_line_to_write_on_begins_beside_its_label_and_lies_just_under_its_letters() -> None:
    [page] = pages(ToFill("Naam"), ToFill("Datum"), ToFill("Handtekening", 24))
    for run, (left, right, y) in zip(runs(page), lines(page), strict=True):
        assert run.x == MARGIN
        assert (left, right) == pytest.approx((MARGIN + LABELS, PAPER.width - MARGIN))
        assert 0.8 < y - run.y < 1.6
    heights = [y for _, _, y in lines(page)]
    assert [b - a > 10 for a, b in pairwise(heights)] == [True, True]
    assert heights[2] - heights[1] > 2 * (heights[1] - heights[0]) - 4  # there is more to write


def test_a_heading_is_ruled_off_over_the_whole_width_under_its_letters() -> None:
    [page] = pages(Heading("Kaarten"), Row("Formaat", "a6"))
    heading, label, text = runs(page)
    [(left, right, y)] = lines(page)
    assert (left, right) == pytest.approx((MARGIN, PAPER.width - MARGIN))
    assert heading.y < y < label.y
    assert label.y == pytest.approx(text.y)
    assert (label.x, text.x) == pytest.approx((MARGIN, MARGIN + LABELS))


def test_what_does_not_fit_goes_on_on_a_next_page_and_nothing_leaves_the_margins() -> None:
    made = pages(*[Paragraph("Een regel die er staat.") for _ in range(60)], ToFill("Naam"))
    assert len(made) > 1
    inside = made[0].trim.inset(MARGIN - 0.01, MARGIN - 0.01, MARGIN - 0.01, MARGIN - 2)
    for frame in made:
        assert all(inside.y <= run.y <= inside.bottom for run in runs(frame))
    assert sum(len(runs(frame)) for frame in made) == 61


def test_a_word_that_is_divided_before_a_dash_keeps_its_page() -> None:
    """The dash goes with what stands before it, which then is wider than its line."""
    [page] = pages(Title(f"{'W' * 46} — en wat erna komt"))
    assert "".join(run.text for run in runs(page)).count("W") == 46
    assert max(run.x + run.width for run in runs(page)) <= PAPER.width - MARGIN + 0.01


def test_lines_to_write_on_stand_together() -> None:
    first, last = pages(*[Row("Formaat", "a6")] * 51, ToFill("Naam"), ToFill("Handtekening", 18))
    assert {run.text for run in runs(first)} == {"Formaat", "a6"}
    assert [run.text for run in runs(last)] == ["Naam", "Handtekening"]
