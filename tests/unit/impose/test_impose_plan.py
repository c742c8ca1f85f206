"""Plans as data: how many cards fit, where they lie, and that backs meet their fronts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.errors import UsageError
from samenspel.impose import as_text, plan
from samenspel.impose.arrangement import MARK_ROOM
from samenspel.model.frame import Box
from samenspel.model.sheet import Imposing, Paper, SheetPlan, SheetSide, Slot
from samenspel.units import Size

PAPERS = {"a4": Paper("a4", "A4", 210, 297), "a3": Paper("a3", "A3", 297, 420)}
FORMATS = {
    "a6": (Size(105.0, 148.0), None),
    "groot": (Size(100.0, 140.0), 0.0),
    "poker": (Size(63.0, 88.0), None),
    "tarot": (Size(70.0, 120.0), None),
    "square": (Size(100.0, 100.0), None),
}


def brute_force(trim: Size, bleed: float, gutter: float | None, paper: str) -> int:
    """Most cards, found by trying every grid on both ways of laying the paper."""
    gap = 2 * bleed if gutter is None else gutter
    width, height = PAPERS[paper].width, PAPERS[paper].height
    return max(
        columns * rows
        for across, down in ((width, height), (height, width))
        for columns in range(1, 20)
        for rows in range(1, 20)
        if columns * trim.width + (columns - 1) * gap + 2 * (bleed + MARK_ROOM) <= across + 1e-6
        and rows * trim.height + (rows - 1) * gap + 2 * (bleed + MARK_ROOM) <= down + 1e-6
    )


@pytest.mark.parametrize(
    ("name", "paper", "size", "grid"),
    [
        ("a6", "a4", (297, 210), (2, 1)),
        ("a6", "a3", (297, 420), (2, 2)),
        ("groot", "a4", (210, 297), (2, 2)),
        ("groot", "a3", (420, 297), (4, 2)),
        ("poker", "a4", (297, 210), (4, 2)),
        ("poker", "a3", (420, 297), (6, 3)),
        ("tarot", "a4", (210, 297), (2, 2)),
        ("tarot", "a3", (420, 297), (5, 2)),
        ("square", "a4", (210, 297), (1, 2)),
        ("square", "a3", (297, 420), (2, 3)),
    ],
)
def test_formats_on_papers(
    name: str, paper: str, size: tuple[float, float], grid: tuple[int, int]
) -> None:
    trim, gutter = FORMATS[name]
    made = plan(1, trim=trim, bleed=3, gutter=gutter, paper=PAPERS[paper])
    assert (made.width, made.height) == size
    assert (made.columns, made.rows) == grid
    assert grid[0] * grid[1] == brute_force(trim, 3, gutter, paper)


def test_shared_cuts_bleed_only_outwards() -> None:
    made = plan(4, trim=Size(100, 140), bleed=3, gutter=0, paper=PAPERS["a4"])
    assert [slot.bleed for slot in made.sides[0].slots] == [
        (3, 3, 0, 0),
        (0, 3, 3, 0),
        (3, 0, 0, 3),
        (0, 0, 3, 3),
    ]
    assert made.cuts_x == pytest.approx((5, 105, 205))
    assert made.cuts_y == pytest.approx((8.5, 148.5, 288.5))


def test_a_gutter_shows_each_its_full_bleed() -> None:
    made = plan(2, trim=Size(105, 148), bleed=3, gutter=None, paper=PAPERS["a4"])
    assert {slot.bleed for side in made.sides for slot in side.slots} == {(3, 3, 3, 3)}
    assert made.cuts_x == pytest.approx((40.5, 145.5, 151.5, 256.5))


def test_a_narrow_gutter_is_halved() -> None:
    made = plan(2, trim=Size(105, 148), bleed=3, gutter=2, paper=PAPERS["a4"])
    assert [slot.bleed for slot in made.sides[0].slots] == [(3, 3, 1, 3), (1, 3, 3, 3)]


def test_matrices_for_the_long_edge() -> None:
    """An upright A4: turned about a vertical edge, backs run from right to left."""
    made = plan(5, trim=Size(100, 140), bleed=3, gutter=0, paper=PAPERS["a4"], filler=[5, 6])
    assert as_text(made) == (
        "a4 210 x 297 mm, 2 x 2, long-edge\n"
        "sheet 1 front\n    0    2\n    4    6\n"
        "sheet 1 back\n    3    1\n    7    5\n"
        "sheet 2 front\n    8   10\n   12   10\n"
        "sheet 2 back\n   11    9\n   11   13\n"
    )


def test_matrices_for_the_short_edge() -> None:
    """Turned about a horizontal edge, backs run from below and are turned; no filler, no card."""
    made = plan(
        5,
        trim=Size(100, 140),
        bleed=3,
        gutter=0,
        paper=PAPERS["a4"],
        imposing=Imposing(flip="short-edge"),
    )
    assert as_text(made) == (
        "a4 210 x 297 mm, 2 x 2, short-edge\n"
        "sheet 1 front\n    0    2\n    4    6\n"
        "sheet 1 back\n   5*   7*\n   1*   3*\n"
        "sheet 2 front\n    8\n"
        "sheet 2 back\n   9*\n"
    )


def test_paper_on_its_side_changes_the_axis() -> None:
    """An A4 on its side: the long edge is horizontal now, so it is that flip that turns backs."""
    long = plan(
        2,
        trim=Size(105, 148),
        bleed=3,
        gutter=None,
        paper=PAPERS["a4"],
        imposing=Imposing(flip="long-edge"),
    )
    short = plan(
        2,
        trim=Size(105, 148),
        bleed=3,
        gutter=None,
        paper=PAPERS["a4"],
        imposing=Imposing(flip="short-edge"),
    )
    assert as_text(long).splitlines()[-1] == "   1*   3*"
    assert as_text(short).splitlines()[-1] == "    3    1"


def test_what_does_not_fit_or_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="impose-too-large"):
        plan(1, trim=Size(300, 400), bleed=3, gutter=None, paper=PAPERS["a4"])
    with pytest.raises(ValueError, match="0 cards"):
        plan(0, trim=Size(105, 148), bleed=3, gutter=None, paper=PAPERS["a4"])


MANY = 100
PLANS = st.builds(
    plan,
    st.integers(1, 30),
    trim=st.builds(Size, st.floats(45, 190), st.floats(45, 190)),
    bleed=st.floats(0, 5),
    gutter=st.none() | st.floats(0, 12),
    paper=st.sampled_from([*PAPERS.values()]),
    imposing=st.builds(Imposing, flip=st.sampled_from(["long-edge", "short-edge"])),
    filler=st.just([1000, 1001]),
)


@settings(deadline=None, max_examples=MANY)
@given(PLANS)
def test_every_pair_lies_on_exactly_one_sheet(made: SheetPlan) -> None:
    fronts = [slot.page for side in made.sides if side.side == "front" for slot in side.slots]
    backs = [slot.page for side in made.sides if side.side == "back" for slot in side.slots]
    assert sorted(page + 1 for page in fronts) == sorted(backs)
    own = [page for page in fronts if page < 2000]
    assert own == list(range(0, 2 * len(own), 2))
    assert len(fronts) == made.sheets * made.columns * made.rows
    fillers = fronts[len(own) :]
    assert fillers == [2000 + 2 * (count % 2) for count in range(len(fillers))]
    assert len(fillers) < made.columns * made.rows


@settings(deadline=None, max_examples=MANY)
@given(PLANS)
def test_cards_keep_their_distance(made: SheetPlan) -> None:
    paper = Box(0, 0, made.width, made.height)
    for side in made.sides:
        shown = [slot.box.inset(*(-bleed for bleed in slot.bleed)) for slot in side.slots]
        for count, box in enumerate(shown):
            assert paper.inset(2, 2, 2, 2).contains(box)
            assert not any(box.overlaps(other) for other in shown[count + 1 :])
        for slot in side.slots:
            assert any(abs(slot.box.x - cut) < 1e-6 for cut in made.cuts_x)
            assert any(abs(slot.box.bottom - cut) < 1e-6 for cut in made.cuts_y)


def point(slot: Slot, across: float, down: float) -> tuple[float, float]:
    """Where a page's point (mm from its own trim's top left) lies on the paper."""
    if slot.turned:
        return slot.box.right - across, slot.box.bottom - down
    return slot.box.x + across, slot.box.y + down


def through(made: SheetPlan, x: float, y: float) -> tuple[float, float]:
    """Where a hole through the front at (x, y) is seen on the back **page**.

    The sheet is turned in space about its long or short edge: rotate the point (x, y, 0) by 180°
    about that edge, and look at the back from where the front was looked at.
    """
    long_is_vertical = made.height > made.width
    about_vertical = long_is_vertical if made.flip == "long-edge" else not long_is_vertical
    if about_vertical:  # rotation about the line x = width: (x, y, z) -> (2 width - x, y, -z)
        return 2 * made.width - x - made.width, y
    return x, 2 * made.height - y - made.height


def pairs_of(made: SheetPlan) -> list[tuple[SheetSide, SheetSide]]:
    return list(zip(made.sides[0::2], made.sides[1::2], strict=True))


@settings(deadline=None, max_examples=MANY)
@given(PLANS)
def test_backs_lie_behind_their_fronts_the_right_way_up(made: SheetPlan) -> None:
    """Prick holes through each front and find them on the back, as one who turns the card sees it.

    A card is turned by hand about its vertical axis: what is `across` from the left of the front
    is `across` from the right of the back, and up stays up.
    """
    width, height = made.sides[0].slots[0].box.width, made.sides[0].slots[0].box.height
    holes = [(0.0, 0.0), (width / 3, height / 4), (width, height)]
    for front, back in pairs_of(made):
        assert (front.number, front.side, back.side) == (back.number, "front", "back")
        behind = {slot.page: [] for slot in back.slots}
        for slot in back.slots:
            behind[slot.page].append(slot)
        for slot in front.slots:
            found = [
                twin
                for twin in behind[slot.page + 1]
                if all(
                    through(made, *point(slot, across, down))
                    == pytest.approx(point(twin, width - across, down), abs=1e-9)
                    for across, down in holes
                )
            ]
            assert len(found) == 1
            left, top, right, bottom = slot.bleed
            seen = (bottom, left) if found[0].turned else (top, right)
            assert (found[0].bleed[1], found[0].bleed[0]) == pytest.approx(seen)
