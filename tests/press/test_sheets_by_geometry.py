"""Sheets of every scheme, printed, turned, cut, stacked and folded by a program that has only the
file: it reads how to print them, where lines are drawn and where pages lie.

The printer at hand puts backs 0.4 mm too far to the right and 0.3 mm too high, and cannot reach
5 mm along the edges. It was measured, so that nothing of that may be left.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.press.sheet_reading import Mark, Placed, Point, SheetSide, painted, read_sheets
from tests.projects import REMINDER, change, tiny_project, write
from tests.tools import require_tool

from samenspel import BuildRequest, build_deck
from samenspel.impose.schemes import scheme_names
from samenspel.model.sheet import Printer

CLOSE = 0.01
"""So near lines on both sides of a sheet must come to each other, in mm."""
OFFSET, MARGIN = (0.4, -0.3), 5.0
CREEP = 0.1
TRIM = (63.0, 88.0)
CARDS = 11
MANY = {"n-up": 1, "cut-and-stack": 2, "step-and-repeat": 3, "gutter-fold": 1,
        "work-and-turn": 2, "work-and-tumble": 4, "booklet": 1}  # fmt: skip
FLIPS = ("long-edge", "short-edge")
PILE = "snijd de stapel"
FOLD, TURN, TUMBLE = "vouw op de stippellijn", "als een bladzijde", "over de bovenkant"
LONG, SHORT = "over de lange zijde", "over de korte zijde"

Sheet = tuple[SheetSide, SheetSide]
"""What is on a sheet's front, and what is on the other side as it lies when it has been turned."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cover, eight reminders, two blanks."""
    folder = tiny_project(tmp_path_factory.mktemp("sheets") / "dek")
    more = [f"regel-{number}" for number in range(2, 9)]
    for one in more:
        write(folder, f"cards/nl/{one}.yaml", REMINDER.replace("Luister eerst", f"Dit is {one}"))
    change(folder, "cards/deck.yaml", "eerst, leeg", f"eerst, {', '.join(more)}, leeg")
    return folder


@pytest.fixture(scope="module")
def printed(project: Path) -> Callable[[str, str], list[SheetSide]]:
    """The sheets of a scheme for a flip; each is made once."""
    store = project.parent / "store"

    @cache
    def sheets(scheme: str, flip: str) -> list[SheetSide]:
        folder = project.parent / f"{scheme}-{flip}"
        copies = MANY[scheme] if scheme != "booklet" else None
        build_deck(BuildRequest(
            folder, project, ("noordkust",), formats=("poker",), papers=("a4",),
            products=("cards", "sheets"), scheme=scheme, flip=flip, copies=copies, cache=store,
            printer=Printer("kantoor", OFFSET, OFFSET, MARGIN), creep=CREEP,
        ))  # fmt: skip
        (pdf,) = folder.rglob("sheets-*.pdf")
        return read_sheets(pdf, pdf.with_name("cards.pdf"))

    return sheets


CASES = [
    pytest.param(scheme, flip, id=f"{scheme}-{flip}")
    for scheme in scheme_names()
    for flip in FLIPS[: 2 if scheme in ("n-up", "booklet") else 1]
]


# --- what somebody does who has the file -------------------------------------------------------


def sheets_of(sides: list[SheetSide]) -> list[Sheet]:
    """Print as the sheet says."""
    if two_sided(sides[0]):
        return list(zip(sides[::2], sides[1::2], strict=True))
    return [(side, side) for side in sides]


def two_sided(side: SheetSide) -> bool:
    """Whether a sheet is printed on two sides; each says it on its front."""
    ways = [way for way in (LONG, SHORT, FOLD, TURN, TUMBLE) if way in side.words]
    assert len(ways) == 1
    return ways[0] in (LONG, SHORT)


def behind(front: SheetSide, point: Point, twosided: bool) -> Point:
    """Where a hole that is pricked in the front comes out, on the page that lies behind."""
    x, y = point
    if FOLD in front.words:
        across, fold = fold_of(front)
        assert across
        return 2 * fold - x, y
    upright = TURN in front.words
    if twosided:
        upright = (LONG in front.words) == (front.height >= front.width)
    return (front.width - x, y) if upright else (x, front.height - y)


def on_paper(point: Point, back: bool) -> Point:
    """Where the printer puts a point of the page."""
    return (point[0] + OFFSET[0], point[1] + OFFSET[1]) if back else point


def fold_of(side: SheetSide) -> tuple[bool, float]:
    """Whether the sheet is folded across its width, and where: the dashed marks say it."""
    (across, place), = {
        (abs(mark.start[0] - mark.end[0]) < CLOSE, round(mark.start[0], 3))
        for mark in side.marks if mark.dashed
    }  # fmt: skip
    return across, place


def near(one: Point, other: Point) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < CLOSE


def twin(sheet: Sheet, placed: Placed) -> Placed:
    """The page whose trim lies behind this one's, corner on corner."""
    front, back = sheet
    twosided = front is not back
    a, b, c, d = (behind(front, corner, twosided) for corner in placed.corners)
    (found,) = [
        other
        for other in back.placed
        if all(
            near(on_paper(seen, twosided), hole)
            for seen, hole in zip(other.corners, (b, a, d, c), strict=True)
        )
    ]
    return found


def fronts(sheet: Sheet) -> list[Placed]:
    """The pages that are fronts of cards, row by row."""
    found = [placed for placed in sheet[0].placed if placed.page % 2 == 0]
    return sorted(found, key=lambda one: (round(one.corners[0][1]), one.corners[0][0]))


def across(mark: Mark) -> bool:
    """True for a line that says where to cut down the sheet."""
    return abs(mark.start[0] - mark.end[0]) < CLOSE


# --- what is to be shown ------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "flip"), CASES)
def test_each_back_lies_behind_its_front_to_the_hundredth_of_a_millimetre(
    printed: Callable[[str, str], list[SheetSide]], scheme: str, flip: str
) -> None:
    sheets = sheets_of(printed(scheme, flip))
    for sheet in sheets:
        for placed in fronts(sheet) if scheme != "booklet" else sheet[0].placed:
            other = twin(sheet, placed)
            if scheme != "booklet":
                assert other.page == placed.page + 1
    if scheme != "booklet":
        runs = 2 if scheme.startswith("work") else 1
        counts = Counter(placed.page for sheet in sheets for placed in fronts(sheet))
        blank = max(counts)
        assert {page: count * runs for page, count in counts.items() if page != blank} == {
            2 * card: MANY[scheme] for card in range(CARDS - 2)
        }
        assert counts[blank] * runs >= 2 * MANY[scheme]  # and those that fill the last sheet


@pytest.mark.parametrize(("scheme", "flip"), CASES)
def test_marks_stand_at_the_trims_of_cards_and_never_on_one(
    printed: Callable[[str, str], list[SheetSide]], scheme: str, flip: str
) -> None:
    sides = printed(scheme, flip)
    for number, side in enumerate(sides):
        turned = number % 2 == 1 and two_sided(sides[0])
        for axis in (0, 1):
            cuts = {one.start[axis] for one in side.marks
                    if across(one) == (axis == 0) and not one.dashed}  # fmt: skip
            edges = {corner[axis] for one in side.placed for corner in one.corners}
            middle = (side.width, side.height)[axis] / 2
            if scheme == "booklet" and axis == 0:
                edges = {*outer_edges(side)}
            missed = [e for e in edges if not any(abs(cut - e) < CLOSE for cut in cuts)]
            assert missed == [], (number, axis, sorted(cuts))
            for cut in cuts:  # all others say where the middle of the paper is
                back = OFFSET[axis] if turned else 0.0
                beside = min(abs(cut - edge) for edge in edges)
                assert min(beside, abs(cut - middle + back)) < CLOSE, (number, axis, cut)
                assert scheme != "booklet" or axis or beside < CLOSE  # no cut in the spine
        for mark in side.marks:
            assert not any(crosses(mark, one) for one in side.placed)


def outer_edges(side: SheetSide) -> Iterator[float]:
    """Where a booklet's pages end; in the spine they are not cut."""
    _, spine = fold_of(side)
    for one in side.placed:
        xs = [x for x, _ in one.corners]
        yield max(xs) if middle(one)[0] > spine else min(xs)


def crosses(mark: Mark, placed: Placed) -> bool:
    """Whether a mark stands on what is seen of a page."""
    left, top, right, bottom = placed.shown
    (x1, x2), (y1, y2) = (sorted(one) for one in zip(mark.start, mark.end, strict=True))
    return (
        x2 > left + CLOSE and x1 < right - CLOSE and y2 > top + CLOSE and y1 < bottom - CLOSE
    )


@pytest.mark.parametrize(("scheme", "flip"), CASES)
def test_nothing_stands_where_the_printer_cannot_reach(
    printed: Callable[[str, str], list[SheetSide]], project: Path, tmp_path: Path, scheme: str,
    flip: str,
) -> None:  # fmt: skip
    """By poppler's pixels: a paper of which 5 mm along each edge stay white."""
    printed(scheme, flip)
    (pdf,) = (project.parent / f"{scheme}-{flip}").rglob("sheets-*.pdf")
    dpi = 72
    subprocess.run(
        [require_tool("pdftoppm"), "-gray", "-r", str(dpi), str(pdf), str(tmp_path / "p")],
        check=True,
    )
    edge = int(MARGIN / 25.4 * dpi)
    pages = sorted(tmp_path.glob("p*.pgm"))
    assert pages
    for path in pages:
        with Image.open(path) as page:
            inner = Image.new("L", (page.width - 2 * edge, page.height - 2 * edge), 255)
            assert page.getextrema()[0] < 60
            page.paste(inner, (edge, edge))
            assert page.getextrema() == (255, 255), path.name


def test_the_pile_is_cut_and_stacked_and_the_deck_is_in_order(
    printed: Callable[[str, str], list[SheetSide]],
) -> None:
    sheets = sheets_of(printed("cut-and-stack", "long-edge"))
    assert len(sheets) > 1
    assert PILE in sheets[0][0].words
    places = range(len(fronts(sheets[0])))
    piles = [[fronts(sheet)[place].page for sheet in sheets] for place in places]
    deck = [page for pile in piles for page in pile]
    blank = 2 * (CARDS - 2)
    once = [*range(0, blank, 2), blank, blank]
    assert deck == once * MANY["cut-and-stack"] + [blank] * (len(deck) - 2 * len(once))


@pytest.mark.parametrize("flip", FLIPS)
def test_pages_of_a_booklet_end_at_one_cut_when_its_sheets_lie_in_each_other(
    printed: Callable[[str, str], list[SheetSide]], flip: str
) -> None:
    """Each sheet pushes out the next by its thickness; what is cut off then is the same for all."""
    for number, side in enumerate(printed("booklet", flip)):
        across, spine = fold_of(side)
        assert across
        out = [abs(edge - spine) + number // 2 * CREEP for edge in outer_edges(side)]
        assert out == pytest.approx([TRIM[0]] * len(out), abs=CLOSE)


@pytest.mark.parametrize("flip", FLIPS)
def test_a_booklet_is_folded_and_read(
    printed: Callable[[str, str], list[SheetSide]], project: Path, flip: str
) -> None:
    sheets = sheets_of(printed("booklet", flip))
    read = [placed.page if placed else None for placed in leafed(sheets)]
    known = pages_of(project.parent / f"booklet-{flip}")
    assert read[: len(known)] == known
    assert set(read[len(known) :]) <= {None}
    assert len(read) % 4 == 0 and len(read) - len(known) < 4


def leafed(sheets: list[Sheet]) -> Iterator[Placed | None]:
    """Fold each sheet at its dashed line, lay them into each other, and turn the pages."""
    for sheet in sheets:
        yield half(sheet[0], right=True)
        yield other_side(sheet, right=True)
    for sheet in reversed(sheets):
        yield other_side(sheet, right=False)
        yield half(sheet[0], right=False)


def half(side: SheetSide, *, right: bool) -> Placed | None:
    across, fold = fold_of(side)
    assert across
    return next((one for one in side.placed if (middle(one)[0] > fold) == right), None)


def other_side(sheet: Sheet, *, right: bool) -> Placed | None:
    """The page behind a half of the front; it must stand upright when the leaf is turned."""
    front, back = sheet
    _, fold = fold_of(front)
    for one in back.placed:
        seen = behind(front, on_paper(middle(one), True), True)
        if (seen[0] > fold) == right:
            top, bottom = (behind(front, one.corners[at], True)[1] for at in (0, 3))
            assert top < bottom
            return one
    return None


def middle(placed: Placed) -> Point:
    xs, ys = zip(*placed.corners, strict=True)
    return sum(xs) / 4, sum(ys) / 4


def pages_of(folder: Path) -> list[int]:
    """The pages of the cards file, each by the first one that paints the same."""
    (cards,) = folder.rglob("cards.pdf")
    with pikepdf.open(cards) as document:
        found = [painted(page.obj.Contents) for page in document.pages]
    return [found.index(one) for one in found]
