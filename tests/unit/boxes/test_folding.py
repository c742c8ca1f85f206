"""Boxes close: blanks are folded in numbers, and panels meet within a tenth of a millimetre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.boxes import Inside, folded, pictured, tuck, two_piece
from samenspel.boxes.folding import Standing
from samenspel.model.frame import Box, Path

MEETS = 0.1
"""So near panels must come to each other, in mm."""

ROOMS = st.builds(
    Inside,
    st.floats(50, 220),
    st.floats(70, 300),
    st.floats(2, 60),
)
BOARDS = st.floats(0.3, 0.8)


def gap(one: float, other: float) -> float:
    return abs(one - other)


def spans(standing: Standing, axis: int) -> tuple[float, float]:
    return standing.low[axis], standing.high[axis]


@given(ROOMS, BOARDS)
def test_a_tuck_box_becomes_a_tube_whose_last_side_lies_on_the_glue_flap(
    inside: Inside, board: float
) -> None:
    at = folded(tuck(inside, board))
    glue, last, back, front = at["glue"], at["side-2"], at["back"], at["front"]
    assert spans(glue, 0)[0] == pytest.approx(spans(glue, 0)[1])
    assert gap(last.low[0], glue.low[0] - board) < MEETS  # outside it, one board further out
    assert gap(last.low[2], back.low[2]) < MEETS  # its free edge meets the back
    assert gap(front.low[2], front.high[2]) < MEETS
    assert glue.low[1] >= last.low[1] - MEETS and glue.high[1] <= last.high[1] + MEETS
    assert glue.high[2] < front.low[2]  # it does not stand out of a low box


@given(ROOMS, BOARDS)
def test_the_lids_of_a_tuck_box_close_and_tuck_inside_the_front(
    inside: Inside, board: float
) -> None:
    at = folded(tuck(inside, board))
    front = at["front"]
    for end, level in (("top", front.low[1]), ("bottom", front.high[1])):
        lid, flap = at[f"lid-{end}"], at[f"tuck-{end}"]
        assert gap(lid.low[1], level) < MEETS and gap(lid.high[1], level) < MEETS
        assert gap(flap.low[2], front.low[2] - board) < MEETS
        assert at["side-2"].low[0] + board / 2 < lid.low[0] < lid.high[0] < at["side"].low[0]
        for side in ("side", "side-2"):
            dust = at[f"dust-{end}-{side}"]
            assert gap(gap(dust.low[1], level), board) < MEETS  # under the lid
            assert dust.high[2] <= front.low[2] + MEETS
        flaps = [at[f"dust-{end}-{side}"] for side in ("side", "side-2")]
        assert flaps[0].low[0] > flaps[1].high[0]  # they do not lie on each other


@given(ROOMS, BOARDS)
def test_the_room_that_was_asked_for_is_there(inside: Inside, board: float) -> None:
    at = folded(tuck(inside, board))
    across = at["side"].low[0] - at["glue"].low[0] - board
    deep = at["tuck-top"].low[2] - at["back"].low[2] - board
    up = (at["front"].high[1] - at["front"].low[1]) - 2 * board - board
    assert across == pytest.approx(inside.width)
    assert deep == pytest.approx(inside.depth)
    assert up == pytest.approx(inside.height)


@given(ROOMS, BOARDS)
def test_the_walls_of_a_tray_meet_and_its_lid_goes_over_it(inside: Inside, board: float) -> None:
    tray, lid = two_piece(inside, board)
    for half in (tray, lid):
        at = folded(half)
        for name in ("left", "right"):
            for end in ("top", "bottom"):
                tab, wall = at[f"tab-{name}-{end}"], at[f"wall-{end}"]
                assert gap(gap(tab.low[1], wall.low[1]), board) < MEETS
                assert tab.high[2] <= wall.high[2] + MEETS
    outer, inner = folded(lid), folded(tray)
    lies = (0, ("left", "right"), "wall"), (1, ("top", "bottom"), "tab-left")
    for axis, ends, within in lies:
        room, held = (
            half[f"{within}-{ends[1]}"].low[axis] - half[f"{within}-{ends[0]}"].low[axis] - board
            for half in (outer, inner)
        )
        assert held == pytest.approx((inside.width, inside.height)[axis])
        body = inner[f"wall-{ends[1]}"].low[axis] - inner[f"wall-{ends[0]}"].low[axis] + board
        assert room - body == pytest.approx(1.0)
    assert outer["wall-top"].high[2] - board >= inner["wall-top"].high[2] - MEETS


@given(ROOMS, BOARDS)
def test_no_two_panels_of_a_blank_lie_on_each_other(inside: Inside, board: float) -> None:
    for blank in (tuck(inside, board), *two_piece(inside, board)):
        for one, other in combinations(blank.panels, 2):
            assert not one.box.overlaps(other.box), (one.name, other.name)
        width, height = blank.size
        sheet = Box(0, 0, width, height)
        assert all(sheet.contains(panel.box) for panel in blank.panels)


@given(ROOMS, BOARDS)
def test_the_sides_that_are_seen_of_a_box_meet_at_its_edges(inside: Inside, board: float) -> None:
    for blank, shared in ((tuck(inside, board), 3), (two_piece(inside, board)[1], 3)):
        seen, (width, height) = pictured(blank)
        edges = Counter(
            frozenset((round(x, 6), round(y, 6)) for x, y in edge)
            for one in seen
            for edge in zip(one.corners, one.corners[1:] + one.corners[:1], strict=True)
        )
        assert sorted(edges.values()).count(2) == shared
        xs, ys = zip(*(corner for one in seen for corner in one.corners), strict=True)
        assert (min(xs), min(ys)) == (0, 0)
        assert (max(xs), max(ys)) == pytest.approx((width, height))


def length(paths: Iterable[Path]) -> float:
    total = 0.0
    for (_, a), (kind, b) in paths:
        total += 0.0 if kind == "C" else ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
    return total


def test_every_fold_is_a_crease_and_every_other_edge_a_cut() -> None:
    blank = tuck(Inside(106, 149, 12.5), 0.4)
    folds = [panel for panel in blank.panels if panel.parent]
    assert len(blank.creases) == len(folds)
    along = {"left": "height", "right": "height", "top": "width", "bottom": "width"}
    shared = 0.0
    for panel in folds:
        parent = blank.panel(panel.parent)
        side = along[panel.edge]
        shared += min(getattr(panel.box, side), getattr(parent.box, side))
    assert length(blank.creases) == pytest.approx(shared, abs=0.01)


@given(ROOMS, BOARDS)
def test_a_lid_has_half_round_notches_in_its_two_long_walls(inside: Inside, board: float) -> None:
    tray, lid = two_piece(inside, board)
    assert not any(panel.notch for panel in tray.panels)
    at, base = folded(lid), lid.panel("base").box
    long = ("left", "right") if base.height >= base.width else ("top", "bottom")
    notched = [panel for panel in lid.panels if panel.notch]
    assert {panel.name for panel in notched} == {f"wall-{edge}" for edge in long}
    for panel in notched:
        (_, start), (_, first), (_, second) = panel.hole
        (x, y), end = first[4:], second[4:]
        assert max(gap(start[0], end[0]), gap(start[1], end[1])) == pytest.approx(2 * panel.notch)
        deep = at[panel.name].high[2] - panel.notch  # from the base, when it is folded
        away = {"left": base.x - x, "right": x - base.right, "top": base.y - y,
                "bottom": y - base.bottom}[panel.edge]  # fmt: skip
        assert away == pytest.approx(deep)
        assert deep > panel.notch  # more than half of a low wall stays, for its words
        flat = [path for path in lid.cuts if ("C", first) in path or ("C", second) in path]
        assert len(flat) == 2
