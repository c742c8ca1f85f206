"""A blank: panels that hang together, flat. What two panels share is a crease, the rest is cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from samenspel.model.frame import Box, Path, Segment
from samenspel.units import ROUNDING

Edge = Literal["left", "right", "top", "bottom"]
Point = tuple[float, float]

NOTCH = 9.0
"""Radius in mm of the half circles that a box is opened by."""
KAPPA = 0.5523
"""Handle of a cubic curve that stands for a quarter of a circle, as a share of its radius."""


@dataclass(frozen=True, slots=True)
class Inside:
    """The room that a box has to have inside, as its front stands before one."""

    width: float
    """In mm."""
    height: float
    """In mm."""
    depth: float
    """In mm, from front to back."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a blank, y down."""

    name: str
    """As drawings and messages call it."""
    box: Box
    """Where it lies on the flat blank, in mm."""
    parent: str = ""
    """The panel that it hangs on; empty for the one that stays where it is."""
    edge: Edge = "right"
    """The edge of the parent that it hangs on; there it is folded by 90°, towards the inside."""
    slope: float = 0.0
    """How far each free corner moves in along the crease, so that a flap slips in easily."""
    round: float = 0.0
    """Radius of the free corners."""
    notch: float = 0.0
    """Radius of a half circle that is taken out of the middle of one edge, to open the box by."""
    notched: Edge = "top"
    """The edge that the half circle is taken out of."""
    printed: bool = True
    """False for what is glued or never seen."""

    @property
    def outline(self) -> list[list[Point] | Point]:
        """Corners clockwise from the top left; a list of four points is a curve from the last."""
        b = self.box
        corners = {
            "top": [(b.x, b.bottom), (b.x + self.slope, b.y), (b.right - self.slope, b.y),
                    (b.right, b.bottom)],
            "bottom": [(b.right, b.y), (b.right - self.slope, b.bottom),
                       (b.x + self.slope, b.bottom), (b.x, b.y)],
            "left": [(b.right, b.bottom), (b.x, b.bottom - self.slope), (b.x, b.y + self.slope),
                     (b.right, b.y)],
            "right": [(b.x, b.y), (b.right, b.y + self.slope), (b.right, b.bottom - self.slope),
                      (b.x, b.bottom)],
        }[self.edge if self.parent else "right"]  # fmt: skip
        if self.notch:
            first, curves, rest = _notched(b, self.notch, self.notched)
            return [first, curves[0][0], *curves, *rest]
        if not self.round:
            return list(corners)
        return _rounded(corners, self.round)

    @property
    def hole(self) -> Path:
        """The half circle that is taken out, open along the edge; empty where there is none."""
        if not self.notch:
            return ()
        _, curves, _ = _notched(self.box, self.notch, self.notched)
        start: Segment = ("M", curves[0][0])
        return (start, *(("C", (*a, *b, *c)) for _, a, b, c in curves))


def _notched(box: Box, radius: float, edge: Edge) -> tuple[Point, list[list[Point]], list[Point]]:
    """The corner before a half circle out of the middle of an edge, its curves, and the others."""
    around: list[Point] = [
        (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
    ]  # fmt: skip
    first = ("top", "right", "bottom", "left").index(edge)
    start, end, *rest = around[first:] + around[:first]
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    long = abs(end[0] - start[0]) + abs(end[1] - start[1])
    along = (end[0] - start[0]) / long, (end[1] - start[1]) / long

    def at(on: float, inwards: float) -> Point:
        return (
            middle[0] + radius * (on * along[0] - inwards * along[1]),
            middle[1] + radius * (on * along[1] + inwards * along[0]),
        )

    curves = [
        [at(-1, 0), at(-1, KAPPA), at(-KAPPA, 1), at(0, 1)],
        [at(0, 1), at(KAPPA, 1), at(1, KAPPA), at(1, 0)],
    ]
    return start, curves, [end, *rest]


def _rounded(corners: list[Point], radius: float) -> list[list[Point] | Point]:
    """The two middle corners rounded; the first and the last lie on the crease."""
    first, one, two, last = corners
    found: list[list[Point] | Point] = [first]
    for before, corner, after in ((first, one, two), (one, two, last)):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        found.append(start)
        near = _towards(corner, before, radius * (1 - KAPPA))
        far = _towards(corner, after, radius * (1 - KAPPA))
        found.append([start, near, far, end])
    return [*found, last]


def _towards(start: Point, end: Point, length: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = length / (dx * dx + dy * dy) ** 0.5
    return start[0] + dx * share, start[1] + dy * share


@dataclass(frozen=True, slots=True)
class Blank:
    """A box or one half of it, flat, its top left corner at 0, 0; seen from the printed side."""

    name: str
    """As files call it."""
    panels: tuple[Panel, ...]
    """From the one that stays where it is to those that hang on others."""
    board: float
    """Thickness of the board in mm."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the flat blank in mm."""
        return (
            max(panel.box.right for panel in self.panels),
            max(panel.box.bottom for panel in self.panels),
        )

    def panel(self, name: str) -> Panel:
        """A panel by its name."""
        return next(panel for panel in self.panels if panel.name == name)

    @property
    def creases(self) -> list[Path]:
        """Lines that are creased: straight edges that two panels share."""
        return [_line(axis, at, *span) for axis, at, span in self._spans(2)]

    @property
    def cuts(self) -> list[Path]:
        """Lines that are cut: edges that belong to one panel only, and all curves and slopes."""
        straight = [_line(axis, at, *span) for axis, at, span in self._spans(1)]
        return [*straight, *self._others()]

    def _spans(self, count: int) -> Iterator[tuple[int, float, tuple[float, float]]]:
        """Parts of upright (axis 0) and lying (axis 1) edges on which so many panels end."""
        found: dict[tuple[int, float], list[tuple[float, float]]] = defaultdict(list)
        for a, b in self._edges():
            for axis in (0, 1):
                if abs(a[axis] - b[axis]) < ROUNDING:
                    span = sorted((a[1 - axis], b[1 - axis]))
                    found[axis, round(a[axis], 4)].append((span[0], span[1]))
        for (axis, at), spans in sorted(found.items()):
            stops = sorted({round(stop, 4) for span in spans for stop in span})
            for start, end in _merged(
                (start, end)
                for start, end in pairwise(stops)
                if sum(
                    a - ROUNDING <= start and end <= b + ROUNDING
                    for a, b in _rounded_spans(spans)
                )
                == count
            ):
                yield axis, at, (start, end)

    def _edges(self) -> Iterator[tuple[Point, Point]]:
        for panel in self.panels:
            yield from (
                (a, b) for a, b, curve in _sides(panel) if curve is None and _straight(a, b)
            )

    def _others(self) -> Iterator[Path]:
        for panel in self.panels:
            for a, b, curve in _sides(panel):
                if curve is not None:
                    yield (("M", a), ("C", (*curve[1], *curve[2], *curve[3])))
                elif not _straight(a, b):
                    yield (("M", a), ("L", b))


def _sides(panel: Panel) -> Iterator[tuple[Point, Point, list[Point] | None]]:
    """The sides of a panel's outline: from, to, and the curve between where it is one."""
    outline = panel.outline
    first = outline[0]
    assert isinstance(first, tuple)
    last: Point = first
    for step in outline[1:]:
        if isinstance(step, list):
            yield last, step[3], step
            last = step[3]
        else:
            yield last, step, None
            last = step
    yield last, first, None


def _straight(a: Point, b: Point) -> bool:
    """True for an edge along one of the axes that has a length."""
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    return (across < ROUNDING) != (down < ROUNDING)


def _rounded_spans(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(round(a, 4), round(b, 4)) for a, b in spans]


def _merged(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans that touch as one."""
    held: tuple[float, float] | None = None
    for start, end in spans:
        if held and abs(held[1] - start) < ROUNDING:
            held = held[0], end
        else:
            if held:
                yield held
            held = start, end
    if held:
        yield held


def _line(axis: int, at: float, start: float, end: float) -> Path:
    a, b = ((at, start), (at, end)) if axis == 0 else ((start, at), (end, at))
    first: Segment = ("M", a)
    return (first, ("L", b))
