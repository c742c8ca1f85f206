"""What the poster promises: it is read in order from any side, and from as far as its rule says."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.decks import REMINDER

from samenspel import BuildRequest
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.poster.formats import DISTANCES, NEAR, X_HEIGHT
from samenspel.layout.poster.reminders import _way, touched
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.units import MM_PER_POINT

EDITIONS = [("basis", one) for one in ("nl", "en", "de", "fy")]
EDITIONS += [("eilanden", "en"), ("grensland", "de"), ("stroomdal", "nl")]
CONDITIONS = ("ambitie", "belangen", "relatie", "organisatie", "proces")


@cache
def posters(region: str, language: str) -> list[tuple[FormatLayout, Frame]]:
    """The poster on its side and upright, with what each was laid out with."""
    request = BuildRequest(
        Path("out"), products=("poster",), orientations=("all",), regions=(region,),
        languages=(language,), drafts=True,
    )  # fmt: skip
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    made = list(surveys(edition))
    assert [problem for one in made for problem in one.problems] == []
    return [(edition.layout(one.piece.shape), one.frames[0]) for one in made]


def runs(frame: Frame) -> list[TextRun]:
    return [item for item in frame.items if isinstance(item, TextRun)]


def starts(frame: Frame, field: str) -> dict[str, tuple[float, float]]:
    """Where a field of each condition begins."""
    found: dict[str, tuple[float, float]] = {}
    for run in runs(frame):
        if run.source[:1] and run.source[0] in CONDITIONS and run.source[1] == field:
            found.setdefault(str(run.source[0]), (run.x, run.y))
    return found


@pytest.mark.parametrize(("region", "language"), EDITIONS)
def test_every_text_can_be_read_from_its_distance(region: str, language: str) -> None:
    """The height of a small x decides: so much of it for each metre (``X_HEIGHT``)."""
    made = posters(region, language)
    for layout, frame in made:
        heights = {name: face.x_height for name, face in layout.setter.faces.items()}
        for run in runs(frame):
            wall = run.source[1:2] == ("poster_title",)  # a title above the names
            distance = NEAR if wall else DISTANCES.get(run.role, NEAR)
            x_height = heights[run.font.partition("/")[0]] * run.size * MM_PER_POINT
            assert x_height >= X_HEIGHT * distance, (run.text, run.size)


@pytest.mark.parametrize(("region", "language"), EDITIONS)
def test_conditions_are_read_in_their_order_by_rows_and_by_columns(
    region: str, language: str
) -> None:
    made = posters(region, language)
    for _, frame in made:
        names = starts(frame, "title")
        by_rows = sorted(names, key=lambda name: (names[name][1], names[name][0]))
        by_columns = sorted(names, key=lambda name: (round(names[name][0]), names[name][1]))
        numbered = [run.text for run in sorted(runs(frame), key=lambda run: run.y)
                    if run.text in "12345" and run.size > 30]  # fmt: skip
        assert tuple(by_rows) == tuple(by_columns) == CONDITIONS
        assert numbered == list("12345")


@pytest.mark.parametrize(("region", "language"), EDITIONS)
def test_each_condition_has_core_two_lines_and_a_question_in_a_bubble(
    region: str, language: str
) -> None:
    made = posters(region, language)
    for _, frame in made:
        bubbles = [bounds(one.path) for one in frame.items
                   if isinstance(one, Shape) and one.role == "bubble"]  # fmt: skip
        sources = {run.source for run in runs(frame)}
        for name in CONDITIONS:
            assert {(name, "core"), (name, "poster", 0), (name, "poster", 1)} <= sources
        asked = [run for run in runs(frame) if run.source[1:] == ("questions", 0)]
        assert {run.source[0] for run in asked} == set(CONDITIONS)
        for run in asked:
            assert any(
                box.x < run.x and run.x + run.width < box.right and box.y < run.y < box.bottom
                for box in bubbles
            )


@pytest.mark.parametrize(("region", "language"), [*EDITIONS, ("stroomdal", "nl")])
def test_every_reminder_stands_once_at_a_condition_that_it_is_about(
    region: str, language: str
) -> None:
    made = posters(region, language)
    for layout, frame in made:
        bands = list(starts(frame, "title").items())
        pictures = [one for one in frame.items if isinstance(one, Placement)]
        for card in layout.touching:
            (picture,) = [one for one in pictures if one.art == layout.cartoons[card.id]]
            above = [name for name, (_, y) in bands if y < picture.box.bottom + 2]
            assert above[-1] in touched(card), card.id
            assert card.title in " ".join(
                run.text for run in runs(frame) if run.source == (card.id, "title")
            )
    assert len(layout.touching) == (13 if region == "stroomdal" else 10)


def test_no_more_than_four_sizes_of_type_stand_on_the_poster_and_its_foot_is_used() -> None:
    made = posters("basis", "nl")
    for _, frame in made:
        told = {run.size for run in runs(frame) if run.role != "furniture"}
        assert told == {54, 27, 16, 13}
        assert max(run.y for run in runs(frame)) > frame.height - 12


def test_a_reminder_moves_on_to_a_condition_of_the_model_alone() -> None:
    """The way from one condition to another leads past no condition that the model lacks."""
    cards = [
        replace(REMINDER, id=other, values={**REMINDER.values, "conditions": ["proces", other]})
        for other in ("elders", "relatie")
    ]
    placed = {"proces": cards, "relatie": []}
    assert _way(placed, "proces", 1) == [(cards[1], "proces", "relatie")]
    assert _way({"proces": cards[:1], "relatie": []}, "proces", 0) is None
