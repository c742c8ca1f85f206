"""The kit: places as large as cards, lines where they belong, and words of the deck."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import ROOT, tiny_project

from samenspel import BuildRequest, ContentError, build_deck
from samenspel.layout import canvas_plan
from samenspel.layout.extra_formats import CANVAS_FORMAT, CANVAS_SIZES
from samenspel.layout.packaging import CREASE, CUT
from samenspel.model.frame import Box, Frame, Shape, TextRun
from samenspel.model.paths import bounds
from samenspel.model.style import Format
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys
from samenspel.units import Size

CARDS = {
    "a6": Size(105, 148), "groot": Size(100, 140), "tarot": Size(70, 120), "poker": Size(63, 88),
    "square": Size(100, 100),
}  # fmt: skip


@pytest.fixture(scope="module")
def kit() -> dict[str, Survey]:
    request = BuildRequest(
        Path("out"), ROOT, products=("kit",), formats=("a6", "poker"), languages=("nl",)
    )
    build = open_build(request)
    edition = prepared(build, EditionName("basis", "nl"))
    return {one.piece.shape.name: one for one in surveys(edition)}


def canvas(size: tuple[float, float]) -> Format:
    return replace(CANVAS_FORMAT, width=size[0], height=size[1])


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_places_are_as_large_as_cards_and_lie_apart(
    count: int, card: Size
) -> None:
    made = ((size, canvas_plan(count, card, canvas(size))) for size in CANVAS_SIZES)
    size, plan = next((size, plan) for size, plan in made if plan)
    assert len(plan.fields) == count
    within = Box(0, 0, *size).inset(*[CANVAS_FORMAT.margin - 1e-6] * 4)
    for field, place in plan.fields:
        assert sorted((place.width, place.height)) == sorted(card)
        assert within.contains(field) and field.contains(place)
        assert place.y - field.y >= 10
    boxes = [plan.centre, *(field for field, _ in plan.fields)]
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


def test_five_cards_of_every_format_lie_on_an_a3() -> None:
    for card in CARDS.values():
        assert canvas_plan(5, card, canvas(CANVAS_SIZES[0])) is not None


def test_a_canvas_is_refused_rather_than_made_too_small() -> None:
    assert canvas_plan(8, Size(210, 297), canvas(CANVAS_SIZES[1])) is None


def lines(frame: Frame, plate: str) -> list[Box]:
    return [
        bounds(item.path) for item in frame.items
        if isinstance(item, Shape) and item.spot == plate
    ]  # fmt: skip


def test_all_files_are_there_and_sound(kit: dict[str, Survey]) -> None:
    assert set(kit) == {"canvas-a6", "canvas-poker", "plans", "agreements", "tents", "dots"}
    assert [key for key, one in kit.items() if one.problems] == []
    assert {one.trim.width for key in kit if "canvas" in key for one in kit[key].frames} == {420}
    assert len(kit["plans"].frames) == 3
    assert len(kit["tents"].frames) == 5


def test_names_on_a_canvas_stand_in_one_size(kit: dict[str, Survey]) -> None:
    """Beside small places the longest has less room; the others follow it."""
    for name in ("canvas-a6", "canvas-poker"):
        (frame,) = kit[name].frames
        names = {item.source[0]: item.size for item in frame.items
                 if isinstance(item, TextRun) and item.source and item.source[1] == "title"
                 and not str(item.source[0]).startswith("@")}  # fmt: skip
        assert len(names) == 5 and len(set(names.values())) == 1, names


def test_a_tent_says_the_same_on_both_sides(kit: dict[str, Survey]) -> None:
    for frame in kit["tents"].frames:
        (fold,) = lines(frame, CREASE)
        assert (fold.y, fold.height, fold.width) == (frame.height / 2, 0, frame.width)
        runs = [item for item in frame.items if isinstance(item, TextRun)]
        below = sorted((r.text, round(r.x, 3), round(r.y, 3)) for r in runs if r.y > fold.y)
        above = sorted(
            (r.text, round(frame.width - r.x, 3), round(frame.height - r.y, 3))
            for r in runs if r.y < fold.y
        )  # fmt: skip
        assert below and above == below


def test_dots_are_cut_round_and_apart(kit: dict[str, Survey]) -> None:
    (frame,) = kit["dots"].frames
    cuts = lines(frame, CUT)
    assert len(cuts) == 80
    assert all(cut.width == pytest.approx(13) == cut.height for cut in cuts)
    assert all(frame.trim.inset(3, 3, 3, 3).contains(cut) for cut in cuts)
    middles = [cut.centre for cut in cuts]
    assert min(
        abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in itertools.combinations(middles, 2)
    ) == pytest.approx(17)


def test_a_deck_without_a_model_has_no_kit(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(tmp_path / "out", project, products=("kit",)))
    assert {one.code for one in caught.value.diagnostics} == {"product-impossible"}
    assert not (tmp_path / "out").exists()
