"""What stands on a sheet beside the cards: marks and the slug line in the colour of all plates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from samenspel.layout.blocks import Block, Copy
from samenspel.layout.faces import Face
from samenspel.layout.sheet_words import how_to_print
from samenspel.layout.wording import Wording, written
from samenspel.model.frame import Box, Frame, Item, Shape, TextRun
from samenspel.model.ink import Ink
from samenspel.model.paths import line, moved, rectangle
from samenspel.model.sheet import SheetPlan, SheetSide
from samenspel.units import MM_PER_POINT, ROUNDING

MARK_WIDTH = 0.09
"""Width of a crop mark in mm: 0.255 pt, as GWG 2022 asks for at least 0.25."""
MARK_LENGTH = 5.0
ALL_PLATES = "All"
"""The colour that prints on every plate, so that each can be laid on the others (ISO 32000-1,
8.6.6.4)."""
REGISTRATION = Ink(100, 100, 100, 100)
"""What stands for it where there are no plates."""
SLUG_SIZE = 7.0
HOW_TO = "how-to"
"""The role of what says how a sheet is printed or a tile joined: it is read, as no slug is."""
RUNNING = 6
"""Sides from which on each slug, of a front or a back, comes back three times."""
SLUG_MARGIN = 1.2
CLEAR = 0.8
"""Between the slug and a crop mark, in mm."""
CUTS_NEAR = 8.0
"""A centre mark so near a cut, in mm, would be taken for one."""
PATCH = 3.0
"""Side of a patch of the colour bar, in mm."""
PATCHES = tuple(
    Ink(*(tint if plate == place else 0 for place in range(4)))
    for tint in (100, 50)
    for plate in range(4)
)
"""Each ink solid and at half its strength: what an operator looks at first."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The room that marks have on one side of a sheet. Lengths in mm."""

    plan: SheetPlan
    side: SheetSide
    bleed: float
    slug: tuple[TextRun, ...]
    cap: float
    """Height of the slug's capitals."""

    @property
    def cuts_x(self) -> list[float]:
        """The cuts beside which a card lies on this side; a place that is empty has no marks."""
        plan = self.plan
        edges = {edge for slot in self.side.slots for edge in (slot.box.x, slot.box.right)}
        return _needed(edges, plan.cuts_x, plan.fold_x, self.side.shift[0])

    @property
    def cuts_y(self) -> list[float]:
        """The same down the paper."""
        plan = self.plan
        edges = {edge for slot in self.side.slots for edge in (slot.box.y, slot.box.bottom)}
        return _needed(edges, plan.cuts_y, plan.fold_y, self.side.shift[1])

    def ends(self, cuts: tuple[float, ...], size: float) -> list[tuple[float, float]]:
        """From where to where marks run before the first and after the last cut of a direction."""
        before, after = min(cuts) - self.bleed, max(cuts) + self.bleed
        edge = self.plan.unprintable
        return [
            (max(edge, before - MARK_LENGTH), before),
            (after, min(size - edge, after + MARK_LENGTH)),
        ]

    def lowest(self, x: float) -> float:
        """How far down a mark may run at this place without running into the slug."""
        start = min(run.x for run in self.slug) - CLEAR
        end = max(run.x + run.width for run in self.slug) + CLEAR
        ceiling = self.slug[0].y - self.cap - CLEAR
        return ceiling if start < x < end else self.plan.height


def _needed(
    edges: Iterable[float], cuts: Sequence[float], fold: float | None, shift: float
) -> list[float]:
    """Where cuts go on a side, of which the trims' edges are given: none in a booklet's spine.

    The inner pages of a booklet are cut nearer to its spine, at edges of their own.
    """
    needed = set()
    for edge in edges:
        own = edge - shift
        cut = min(cuts, key=lambda one: abs(one - own))
        if fold is None or abs(cut - fold) > ROUNDING:
            needed.add(cut if abs(cut - own) < ROUNDING else round(own, 4))
    return sorted(needed)


def sheet_furniture(
    plan: SheetPlan,
    face: Face,
    slug: Wording,
    labels: Mapping[str, str],
    bleed: float,
) -> list[Frame]:
    """One frame a side, in the plan's order, as large as the paper, without bleed.

    Marks begin outside the bleed (``bleed`` mm from the trim), are at most 5 mm long and stand only
    where a card lies. The slug names deck, region and edition, then the sheet's number and side, on
    the front how to print it; marks above it are shorter where the paper leaves no room for both.
    """
    return [
        Frame(
            name=f"sheet-{plan.paper}-{side.number}-{side.side}",
            width=plan.width,
            height=plan.height,
            bleed=0.0,
            safe=0.0,
            items=tuple(_items(Margins(plan, side, bleed, runs, _cap(face)))),
            card=f"sheet-{side.number}",
            side=side.side,
        )
        for side in plan.sides
        for runs in [_slug(plan, side, face, slug, labels, bleed)]
    ]


def marks_and_slugs(sheets: Sequence[Frame]) -> list[Frame]:
    """All sheets with their marks alone, then all with the slugs that lie over these.

    Marks are the same on many sheets, and in the next edition; a slug is on one sheet of one.
    """
    slugs = [
        tuple(takewhile(lambda item: isinstance(item, TextRun), reversed(sheet.items)))[::-1]
        for sheet in sheets
    ]
    return [
        *(
            replace(sheet, items=sheet.items[: len(sheet.items) - len(slug)])
            for sheet, slug in zip(sheets, slugs, strict=True)
        ),
        *(replace(sheet, items=slug) for sheet, slug in zip(sheets, slugs, strict=True)),
    ]


def _items(room: Margins) -> Iterator[Item]:
    shift = room.side.shift
    for shape in (*_crop_marks(room), *_centre_marks(room), *_fold_marks(room), *_bar(room)):
        yield replace(shape, path=moved(shape.path, *shift)) if any(shift) else shape
    yield from room.slug


def _crop_marks(room: Margins) -> Iterator[Shape]:
    """Short lines in the margins at every cut; none runs into the slug."""
    plan = room.plan
    for x in room.cuts_x:
        for start, end in room.ends(plan.cuts_y, plan.height):
            yield mark(x, start, x, min(end, room.lowest(x)))
    for y in room.cuts_y:
        for start, end in room.ends(plan.cuts_x, plan.width):
            yield mark(start, y, end, y)


def _centre_marks(room: Margins) -> Iterator[Shape]:
    """The middle of each edge, where no cut or fold is near, to lay the back on the front."""
    plan = room.plan
    x, y = plan.width / 2, plan.height / 2
    if plan.fold_x is None and _apart(x, plan.cuts_x):
        for start, end in room.ends(plan.cuts_y, plan.height):
            yield mark(x, start, x, min(end, room.lowest(x)), "centre-mark")
    if plan.fold_y is None and _apart(y, plan.cuts_y):
        for start, end in room.ends(plan.cuts_x, plan.width):
            yield mark(start, y, end, y, "centre-mark")


def _apart(place: float, cuts: Iterable[float]) -> bool:
    """True where a mark cannot be taken for one of the cuts."""
    return all(abs(place - cut) > CUTS_NEAR for cut in cuts)


def _fold_marks(room: Margins) -> Iterator[Shape]:
    """Dashed where the sheet is folded; where it is turned about, a line like a cut's."""
    plan = room.plan
    dash = (1.0, 1.0) if plan.folded else ()
    if plan.fold_x is not None:
        for start, end in room.ends(plan.cuts_y, plan.height):
            low = min(end, room.lowest(plan.fold_x))
            yield replace(mark(plan.fold_x, start, plan.fold_x, low, "fold-mark"), dash=dash)
    if plan.fold_y is not None:
        for start, end in room.ends(plan.cuts_x, plan.width):
            yield replace(mark(start, plan.fold_y, end, plan.fold_y, "fold-mark"), dash=dash)


def _bar(room: Margins) -> Iterator[Shape]:
    """The colour bar above the first card, where the paper has room for it."""
    plan = room.plan
    bottom = min(plan.cuts_y) - room.bleed - CLEAR
    left = plan.cuts_x[0] + 2.0
    if bottom - PATCH < plan.unprintable + CLEAR or not room.side.slots:
        return
    if left + len(PATCHES) * PATCH > plan.cuts_x[1] - 2.0 or len(plan.cuts_x) < 2:
        return
    for place, ink in enumerate(PATCHES):
        box = Box(left + place * PATCH, bottom - PATCH, PATCH, PATCH)
        yield Shape(rectangle(box), fill=ink, role="colour-bar")


def _cap(face: Face) -> float:
    """Height of the slug's capitals in mm."""
    return face.cap_height * SLUG_SIZE * MM_PER_POINT


def _alone(plan: SheetPlan) -> bool:
    """Whether the slugs of so few sides are lines of their own; those of more are a running foot,
    which is read once.
    """
    return len(plan.sides) < RUNNING and len({side.side for side in plan.sides}) > 1


def _slug_baseline(plan: SheetPlan, face: Face, bleed: float) -> float:
    """Halfway the margin; below the marks where office printers still reach that low."""
    edge = max(plan.cuts_y) + bleed
    floor = plan.height - plan.unprintable
    halfway = (edge + floor) / 2 + 0.9
    below = min(edge + MARK_LENGTH + CLEAR + _cap(face), plan.height - 3.0)
    return min(max(halfway, below), floor - SLUG_MARGIN - 0.7)


def mark(x1: float, y1: float, x2: float, y2: float, role: str = "crop-mark") -> Shape:
    """A line on all plates, between two points in mm."""
    return Shape(
        line(x1, y1, x2, y2),
        stroke=REGISTRATION,
        line_width=MARK_WIDTH,
        role=role,
        spot=ALL_PLATES,
    )


def on_all_plates(run: TextRun) -> TextRun:
    """The line on each plate, so that whoever holds one plate knows which sheet it belongs to."""
    return replace(run, ink=REGISTRATION, spot=ALL_PLATES)


def _slug(
    plan: SheetPlan,
    side: SheetSide,
    face: Face,
    slug: Wording,
    labels: Mapping[str, str],
    bleed: float,
) -> tuple[TextRun, ...]:
    """The slug line, at the foot of the sheet between the outer marks, where lines begin.

    How to print stands on fronts; where the paper is too narrow for all, instead of the deck's
    name, which every back has.
    """
    number = (
        written(labels["sheet"], "@labels", "sheet")
        + written(f" {side.number} {labels['of']} {plan.sheets}", "@labels", "of")
        + " · "
        + written(labels[side.side], "@labels", side.side)
    )
    left, right = min(plan.cuts_x) + SLUG_MARGIN, max(plan.cuts_x) - SLUG_MARGIN
    first, *rest = how_to_print(plan, labels)
    least = how = written(" · ") + first
    for more in rest:
        how += written("; ") + more
    texts = [slug + " · " + number]
    if side.side == "front":
        texts = [texts[0] + how, number + how, number + least, *texts]
    edge = plan.unprintable + SLUG_MARGIN
    room = right - edge if face.rtl else plan.width - edge - left
    said = next((one for one in texts if face.width(one.text, SLUG_SIZE) <= room), texts[-1])
    role = HOW_TO if side is plan.sides[0] or _alone(plan) else "slug"
    copy = Copy(said, "text", role=role)
    width = face.width(said.text, SLUG_SIZE)
    block = Block(copy, face, SLUG_SIZE, (said.text,), width)
    x = right - width if face.rtl else left
    y = _slug_baseline(plan, face, bleed)
    items = block.at(x + side.shift[0], y - block.cap + side.shift[1])
    return tuple(on_all_plates(item) for item in items if isinstance(item, TextRun))
