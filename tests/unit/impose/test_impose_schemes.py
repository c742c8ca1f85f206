"""Every scheme on every paper, by what a cutter and a folder would find who know only the sheet."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from samenspel.errors import UsageError
from samenspel.impose import place, plan
from samenspel.impose import schemes as table
from samenspel.impose.schemes import scheme_names, schemes
from samenspel.model.frame import Box
from samenspel.model.sheet import Imposing, Paper, Printer, SheetPlan, SheetSide, Slot
from samenspel.pdf.taking import taken
from samenspel.units import Size, to_mm, to_points

PLACED = re.compile(r"n ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) cm /Card")
A4, A3 = Paper("a4", "A4", 210, 297), Paper("a3", "A3", 297, 420)
PAPERS = [A4, A3, Paper("sra3", "", 320, 450), Paper("letter", "", 215.9, 279.4)]
OWN = st.builds(Paper, st.just("own"), st.just(""), st.floats(200, 400), st.floats(300, 700))
OFFSET = st.sampled_from([(0.0, 0.0), (0.4, -0.3)])
BLANK = 1000
"""The number of a card that fills places; no deck here is so large."""


@st.composite
def plans(
    draw: st.DrawFn, names: tuple[str, ...] = scheme_names(), right: bool | None = False
) -> SheetPlan:
    name = draw(st.sampled_from(names))
    scheme = schemes()[name]
    times = draw(st.none() | st.integers(1, 3)) if scheme.most_copies != 1 else None
    imposing = Imposing(
        scheme=name,
        flip=draw(st.sampled_from(["long-edge", "short-edge"])),
        copies=None if times is None else times * max(scheme.copies, 1),
        fill=draw(st.booleans()),
        gutter=draw(st.none() | st.sampled_from([0.0, 2.0])),
        creep=draw(st.sampled_from([0.0, 0.12])),
        from_right=draw(st.booleans()) if right is None else right,
        printer=draw(
            st.none()
            | st.builds(Printer, st.just("kantoor"), OFFSET, st.none() | OFFSET, st.floats(0, 6))
        ),
    )
    try:
        return plan(
            draw(st.integers(1, 40)),
            trim=draw(st.builds(Size, st.floats(40, 150), st.floats(40, 150))),
            bleed=draw(st.sampled_from([0.0, 3.0, 5.0])),
            gutter=draw(st.none() | st.floats(0, 12)),
            paper=draw(st.sampled_from(PAPERS) | OWN),
            filler=[BLANK],
            imposing=imposing,
        )
    except UsageError:
        reject()


@dataclass(frozen=True)
class Leaf:
    """A card in the hand: where it was on its sheet, and what its two sides show."""

    sheet: int
    place: tuple[float, float]
    front: int
    back: int


def corner(slot: Slot, side: SheetSide, across: float, down: float) -> tuple[float, float]:
    """Where a page's point (mm from its trim's top left) is printed by the printer at hand."""
    x, y = slot.box.x - side.shift[0], slot.box.y - side.shift[1]  # the printer undoes the shift
    if slot.turned:
        return x + slot.box.width - across, y + slot.box.height - down
    return x + across, y + down


def sides_of(made: SheetPlan) -> list[tuple[SheetSide, SheetSide]]:
    """Each sheet's front and what is printed on the other side, or folded behind it."""
    sheets: dict[int, list[SheetSide]] = {}
    for side in made.sides:
        sheets.setdefault(side.number, []).append(side)
    return [(one[0], one[-1]) for one in sheets.values()]


def seen_behind(made: SheetPlan, point: tuple[float, float]) -> tuple[float, float]:
    """A hole pricked through the sheet: where is it on the page that is printed behind?"""
    about_vertical = (made.flip == "long-edge") == (made.height >= made.width)
    if made.fold_x is not None or made.fold_y is not None:
        about_vertical = made.fold_x is not None if made.scheme != "booklet" else about_vertical
    x, y = point
    return (made.width - x, y) if about_vertical else (x, made.height - y)


def leaves(made: SheetPlan) -> list[Leaf]:
    """All cards, fronts being those pages that are one (even numbers); backs by pricking holes."""
    found = []
    for front, behind in sides_of(made):
        for slot in front.slots:
            if slot.page % 2:
                continue  # a back, in the half that is folded or turned behind
            width, height = slot.box.width, slot.box.height
            holes = [(0.0, 0.0), (width / 3, height / 4), (width, height)]
            twins = [
                twin
                for twin in behind.slots
                if all(
                    seen_behind(made, corner(slot, front, across, down))
                    == pytest.approx(corner(twin, behind, width - across, down), abs=0.01)
                    for across, down in holes
                )
            ]
            assert len(twins) == 1, (slot, made.scheme)
            place = (slot.box.y, slot.box.x)
            found.append(Leaf(front.number, place, slot.page, twins[0].page))
    return found


CARD_SCHEMES = tuple(name for name in scheme_names() if name != "booklet")


@settings(deadline=None, max_examples=120)
@given(plans(CARD_SCHEMES, right=None))
def test_every_card_exactly_as_often_as_asked_and_its_own_back_behind_it(made: SheetPlan) -> None:
    found = leaves(made)
    assert all(leaf.back == leaf.front + 1 for leaf in found)
    counts = Counter(leaf.front for leaf in found if leaf.front != 2 * BLANK)
    runs = 2 if made.scheme.startswith("work") else 1  # printed on both sides, a form gives two
    assert set(counts) == set(range(0, 2 * len(counts), 2))
    assert {count * runs for count in counts.values()} == {made.copies}


@settings(deadline=None, max_examples=120)
@given(plans())
def test_nothing_overlaps_or_stands_where_the_printer_cannot_reach(made: SheetPlan) -> None:
    edge = made.unprintable + 1.5  # a shift for the printer's sake may take from the 2 mm
    inside = Box(0, 0, made.width, made.height).inset(edge, edge, edge, edge)
    for side in made.sides:
        shown = [slot.box.inset(*(-bleed for bleed in slot.bleed)) for slot in side.slots]
        for count, box in enumerate(shown):
            assert inside.contains(box)
            assert not any(box.overlaps(other) for other in shown[count + 1 :])


@settings(deadline=None, max_examples=60)
@given(
    st.booleans().flatmap(
        lambda right: st.tuples(plans(("cut-and-stack",), right=right), st.just(right))
    )
)
def test_a_pile_cut_and_stacked_is_the_deck_in_order(drawn: tuple[SheetPlan, bool]) -> None:
    """Cut through the pile, first sheet on top; lay the piles on each other in reading order."""
    made, right = drawn
    piles: dict[tuple[float, float], list[int]] = {}
    for leaf in sorted(leaves(made), key=lambda leaf: leaf.sheet):
        down, across = leaf.place
        place = (round(down, 3), round(-across if right else across, 3))
        piles.setdefault(place, []).append(leaf.front)
    deck = [front for place in sorted(piles) for front in piles[place]]
    own = [front for front in deck if front != 2 * BLANK]
    cards = max(own) // 2 + 1
    assert own == [2 * card for _ in range(made.copies) for card in range(cards)]
    assert deck[: len(own)] == own  # what fills the sheets lies below the deck


FOLDED = tuple(name for name, scheme in schemes().items() if scheme.fold)


@settings(deadline=None, max_examples=40)
@given(plans(FOLDED))
def test_a_sheet_is_folded_along_its_middle_one_way(made: SheetPlan) -> None:
    folds = (made.fold_x, made.fold_y)
    assert folds in ((made.width / 2, None), (None, made.height / 2))
    assert (made.fold_x is not None) == (schemes()[made.scheme].columns == 2)


@settings(deadline=None, max_examples=60)
@given(plans(("booklet",)))
def test_a_booklet_folded_reads_in_order(made: SheetPlan) -> None:
    pages = leafed(made, right=True)
    count = sum(page is not None for page in pages)
    assert pages == [*range(count), *[None] * (len(pages) - count)]
    assert len(pages) % 4 == 0 and len(pages) - count < 4


@settings(deadline=None, max_examples=30)
@given(plans(("booklet",), right=True))
def test_a_booklet_bound_on_the_right_reads_in_order_from_there(made: SheetPlan) -> None:
    pages = leafed(made, right=False)
    count = sum(page is not None for page in pages)
    assert pages == [*range(count), *[None] * (len(pages) - count)]


def leafed(made: SheetPlan, right: bool) -> list[int | None]:
    """Fold each sheet at its spine, lay them into each other, and turn the pages.

    The first page lies right of the spine, or left of it where the booklet is bound on the right.
    """
    assert made.fold_x is not None
    middle = made.fold_x

    def half(side: SheetSide, right: bool) -> Slot | None:
        return next(
            (s for s in side.slots if (s.box.centre[0] - side.shift[0] > middle) == right), None
        )

    sheets = sides_of(made)
    about_vertical = (made.flip == "long-edge") == (made.height >= made.width)
    read: list[Slot | None] = []
    behind = right != about_vertical
    for front, back in sheets:  # inwards: the first half of each, then what is printed behind it
        read += [half(front, right), half(back, behind)]
    for front, back in reversed(sheets):  # outwards: behind the other half, then that half
        read += [half(back, not behind), half(front, not right)]
    return [slot.page if slot else None for slot in read]


def test_who_reads_from_the_right_finds_the_first_card_there() -> None:
    for right in (False, True):
        imposing = Imposing(from_right=right)
        made = plan(4, trim=Size(63, 88), bleed=3, gutter=None, paper=A3, imposing=imposing)
        ordered = sorted(made.sides[0].slots, key=lambda slot: (slot.box.y, slot.box.x))
        top = [slot.page for slot in ordered if slot.box.y == ordered[0].box.y]
        assert top == sorted(top, reverse=right) and len(top) > 1


def test_inner_sheets_of_a_booklet_move_to_the_spine() -> None:
    """So that all pages end at one cut when the folded sheets lie around each other."""
    imposing = Imposing(scheme="booklet", creep=0.1)
    made = plan(24, trim=Size(105, 148), bleed=3, gutter=None, paper=A3, imposing=imposing)
    edges = [
        max(slot.box.right for slot in side.slots) + 0.1 * (side.number - 1) for side in made.sides
    ]
    assert edges == pytest.approx([made.width / 2 + 105] * len(edges))
    inner = max(made.sides[-2].slots, key=lambda slot: slot.box.x)
    assert inner.bleed == pytest.approx((-1.1, 3, 3, 3))
    assert inner.box.x + 1.1 == pytest.approx(made.width / 2)


def test_the_back_is_moved_against_what_the_printer_does() -> None:
    printer = Printer("kantoor", (1.0, 1.0), (0.4, -0.3))  # poker lies on its side
    plain, moved = (
        plan(2, trim=Size(63, 88), bleed=3, gutter=None, paper=A4, imposing=Imposing(printer=one))
        for one in (None, printer)
    )
    assert moved.sides[0] == plain.sides[0]
    for before, after in zip(plain.sides[1].slots, moved.sides[1].slots, strict=True):
        assert after.box.x - before.box.x == pytest.approx(-0.4)
        assert after.box.y - before.box.y == pytest.approx(0.3)


def test_a_margin_that_cannot_be_printed_takes_room() -> None:
    wide = Imposing(printer=Printer("kantoor", margin=5))
    usual = plan(1, trim=Size(100, 140), bleed=3, gutter=0, paper=A4)
    narrower = plan(1, trim=Size(100, 140), bleed=3, gutter=0, paper=A4, imposing=wide)
    assert (usual.columns * usual.rows, narrower.columns * narrower.rows) == (4, 2)


@pytest.mark.parametrize(
    ("scheme", "copies"),
    [("n-up", 0), ("work-and-turn", 3), ("work-and-tumble", 1), ("booklet", 2)],
)
def test_copies_that_cannot_be_made(scheme: str, copies: int) -> None:
    with pytest.raises(UsageError, match="impose-copies"):
        plan(
            1, trim=Size(63, 88), bleed=3, gutter=None, paper=A3,
            imposing=Imposing(scheme=scheme, copies=copies),
        )  # fmt: skip


def test_a_scheme_that_does_not_exist() -> None:
    with pytest.raises(UsageError) as caught:
        plan(
            1, trim=Size(63, 88), bleed=3, gutter=None, paper=A3,
            imposing=Imposing(scheme="cut-stack"),
        )
    assert "cut-and-stack" in caught.value.diagnostics[0].remedy


def test_schemes_are_one_file_each() -> None:
    assert set(scheme_names()) == set(schemes()) == {scheme.name for scheme in schemes().values()}
    assert scheme_names()[0] == "n-up"


REVERSED = '''
"""The last card first."""

from samenspel.impose.scheme import Scheme, chunks, duplex, order_of, padded


def _forms(job):
    order = padded(order_of(job, 1)[::-1], job.places, job.filler)
    return tuple(duplex(cards, job.columns) for cards in chunks(order, job.places))


SCHEME = Scheme("last-first", "the last card first", _forms)
'''


def test_a_scheme_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "last_first.py").write_text(REVERSED)
    monkeypatch.setattr(table, "__path__", [*table.__path__, str(tmp_path)])
    schemes.cache_clear()
    try:
        made = plan(
            3, trim=Size(100, 140), bleed=3, gutter=0, paper=A4,
            imposing=Imposing(scheme="last-first"),
        )
        assert [leaf.front for leaf in leaves(made)] == [4, 2, 0]
    finally:
        schemes.cache_clear()
        sys.modules.pop("samenspel.impose.schemes.last_first", None)


@pytest.mark.parametrize("scheme", scheme_names())
def test_on_the_drawn_sheet_every_page_lies_in_its_slot(scheme: str) -> None:
    """The vectors of the file itself: each form's four corners, clipped to trim and bleed."""
    imposing = Imposing(scheme=scheme, printer=Printer("kantoor", (0.4, -0.3), (0.4, -0.3)))
    made = plan(9, trim=Size(63, 88), bleed=3, gutter=None, paper=A3, imposing=imposing)
    cards, sheets = blank_pages(18, 69, 94), blank_pages(len(made.sides), made.width, made.height)
    pages = taken(cards)
    pdf = place(made, pages, taken(sheets, pages), bleed=3).pdf()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page, side in zip(opened.pages, made.sides, strict=True):
            drawn = PLACED.findall(page.Contents.read_bytes().decode())
            assert len(drawn) == len(side.slots)
            placed = []
            for numbers in drawn:  # in the order in which they are read
                a, _, _, d, x, y = map(float, numbers)
                middle = to_mm(x) + a * 69 / 2, made.height - to_mm(y) - d * 94 / 2
                placed.append((a, d, *(round(length, 1) for length in middle)))
            assert sorted(placed) == sorted(
                (sign, sign, *(round(length, 1) for length in slot.box.centre))
                for slot in side.slots
                for sign in ((-1.0,) if slot.turned else (1.0,))
            )


def blank_pages(count: int, width: float, height: float) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(count):
            document.add_blank_page(page_size=(to_points(width), to_points(height)))
        document.save(out)
    return out.getvalue()
