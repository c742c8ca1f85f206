"""A printed sheet as somebody finds it who has only the file: where pages lie, where marks stand.

Nothing of samenspel is asked. Pages are known by their content: a page of the cards file and a form
on a sheet that paint the same are the same page. Points are in mm from the sheet's top left corner.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Matrix
from tests.tools import require_tool

MM = 72 / 25.4
REGISTRATION = "/All"

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    """One page on a side of a sheet."""

    page: int
    """The first page of the cards file, from 0, that paints the same."""
    corners: Corners
    """Of its trim, clockwise from what is its top left for whoever reads it."""
    shown: Rect
    """What is seen of it: left, top, right, bottom."""


@dataclass(frozen=True)
class Mark:
    """A line in a spot colour, or in that of all plates."""

    ink: str
    points: tuple[Point, ...]
    """Of a curve a few, from its start to its end."""
    dashed: bool

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.points[0]

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.points[-1]


@dataclass(frozen=True)
class SheetSide:
    """One page of a file of sheets."""

    width: float
    height: float
    placed: tuple[Placed, ...]
    marks: tuple[Mark, ...]
    words: str


@dataclass
class _State:
    matrix: Matrix = field(default_factory=Matrix)
    space: str = ""
    dashed: bool = False
    clip: Rect | None = None


def known_pages(cards: Path) -> dict[bytes, tuple[int, Rect]]:
    """What each page of a cards file paints: its number, and its trim in its own points."""
    found: dict[bytes, tuple[int, Rect]] = {}
    with pikepdf.open(cards) as document:
        for number, page in enumerate(document.pages):
            left, bottom, right, top = map(float, page.trimbox)
            found.setdefault(painted(page.obj.Contents), (number, (left, bottom, right, top)))
    return found


def read_sheets(sheets: Path, cards: Path) -> list[SheetSide]:
    """All sides, in the order of the file."""
    known = known_pages(cards)
    with pikepdf.open(sheets) as document:
        said = words_on(sheets)
        return [_side(page, known, said[at]) for at, page in enumerate(document.pages)]


def lines_on(page: pikepdf.Page) -> list[Mark]:
    """All lines of a page in a spot colour."""
    height = float(page.mediabox[3])
    return [found for found in _drawn(page, height, {}) if isinstance(found, Mark)]


def words_on(pdf: Path) -> list[str]:
    """What poppler reads on each page."""
    command = [require_tool("pdftotext"), str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split("\f")


def painted(stream: pikepdf.Object) -> bytes:
    """What a page or form paints, without what is said of how it is read aloud."""
    return re.sub(rb"/\w+ (?:<<[^>]*>> BDC|BMC)|EMC|\s+", b" ", bytes(stream.read_bytes())).strip()


def _side(page: pikepdf.Page, known: dict[bytes, tuple[int, Rect]], words: str) -> SheetSide:
    left, bottom, right, top = map(float, page.trimbox)
    assert (left, bottom) == (0, 0)
    placed: list[Placed] = []
    marks: list[Mark] = []
    for found in _drawn(page, top, known):
        if isinstance(found, Placed):
            placed.append(found)
        elif found.ink == REGISTRATION:
            marks.append(found)
    return SheetSide(right / MM, top / MM, tuple(placed), tuple(marks), words)


def _drawn(
    holder: pikepdf.Page | pikepdf.Object,
    top: float,
    known: dict[bytes, tuple[int, Rect]],
    start: Matrix | None = None,
) -> Iterator[Placed | Mark]:
    """Follow the content: pages that are placed, and lines in spot colours; into forms too."""
    state, stack = _State(Matrix() if start is None else start), []
    resources = holder.get("/Resources", pikepdf.Dictionary())
    path: list[list[Point]] = []
    box: Rect | None = None

    def at(x: float, y: float) -> Point:
        moved = state.matrix.transform((x, y))
        return moved[0] / MM, (top - moved[1]) / MM

    for operands, operator in pikepdf.parse_content_stream(holder):
        match str(operator):
            case "q":
                stack.append(_State(state.matrix, state.space, state.dashed, state.clip))
            case "Q":
                state = stack.pop()
            case "cm":
                state.matrix = Matrix(*map(float, operands)) @ state.matrix
            case "CS":
                state.space = _colorant(resources, operands[0])
            case "K" | "G" | "RG":
                state.space = str(operator)
            case "d":
                state.dashed = bool(len(operands[0]))
            case "re":
                x, y, wide, high = map(float, operands)
                (x1, y1), (x2, y2) = at(x, y), at(x + wide, y + high)
                box = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
            case "W" | "W*":
                state.clip = box
            case "m":
                path.append([at(*map(float, operands))])
            case "l":
                path[-1].append(at(*map(float, operands)))
            case "c":
                path[-1] += _curve(path[-1][-1], *(at(*map(float, operands[n : n + 2]))
                                                  for n in (0, 2, 4)))  # fmt: skip
            case "S" | "s":
                if state.space not in ("K", "G", "RG"):
                    yield from (Mark(state.space, tuple(one), state.dashed) for one in path)
                path = []
            case "n" | "f" | "f*" | "B":
                path = []
            case "Do":
                form = resources.XObject[operands[0]]
                if form.Subtype != "/Form":
                    continue
                content = painted(form)
                if content not in known:
                    yield from _drawn(form, top, known, state.matrix)
                else:
                    number, (x1, y1, x2, y2) = known[content]
                    corners = at(x1, y2), at(x2, y2), at(x2, y1), at(x1, y1)
                    assert state.clip is not None
                    yield Placed(number, corners, state.clip)


def _curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    """Eight steps along a Bézier curve, its start left out."""
    for step in range(1, 9):
        t, u = step / 8, 1 - step / 8
        shares = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        places = start, one, two, end
        yield (
            sum(share * place[0] for share, place in zip(shares, places, strict=True)),
            sum(share * place[1] for share, place in zip(shares, places, strict=True)),
        )


def _colorant(resources: pikepdf.Object, name: pikepdf.Object) -> str:
    """The ink of a separation; of another space its name."""
    spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
    space = spaces.get(str(name))
    if isinstance(space, pikepdf.Array) and str(space[0]) == "/Separation":
        return str(space[1])
    return str(name)
