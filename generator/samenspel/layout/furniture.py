"""What stands on a sheet beside the cards: crop marks and the slug line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspel.layout.faces import Face
from samenspel.model.frame import Frame, Item, Shape, TextRun
from samenspel.model.ink import BLACK
from samenspel.model.paths import line
from samenspel.model.sheet import SheetPlan, SheetSide
from samenspel.units import MM_PER_POINT

MARK_WIDTH = 0.09
"""Width of a crop mark in mm: 0.255 pt, as GWG 2022 asks for at least 0.25."""
MARK_LENGTH = 5.0
SLUG_SIZE = 7.0
SLUG_MARGIN = 1.2
CLEAR = 0.8
"""Between the slug and a crop mark, in mm."""


def sheet_furniture(
    plan: SheetPlan, face: Face, slug: str, labels: Mapping[str, str], bleed: float
) -> list[Frame]:
    """One frame a side, in the plan's order, as large as the paper, without bleed.

    Crop marks begin outside the bleed (``bleed`` mm from the trim) and are at most 5 mm long. The
    slug names deck, region and edition, then the sheet's number and side; marks above it are
    shorter where the paper leaves no room for both.
    """
    lines = [_slug(plan, side, face, slug, labels, bleed) for side in plan.sides]
    return [
        Frame(
            name=f"sheet-{plan.paper}-{side.number}-{side.side}",
            width=plan.width,
            height=plan.height,
            bleed=0.0,
            safe=0.0,
            items=(*_marks(plan, bleed, runs, face), *runs),
            card=f"sheet-{side.number}",
            side=side.side,
        )
        for side, runs in zip(plan.sides, lines, strict=True)
    ]


def _marks(plan: SheetPlan, bleed: float, slug: Sequence[TextRun], face: Face) -> list[Item]:
    """Short lines in the margins at every cut; none runs into the slug."""
    start = min(run.x for run in slug) - CLEAR
    end = max(run.x + run.width for run in slug) + CLEAR
    ceiling = slug[0].y - _cap(face) - CLEAR
    left, right = min(plan.cuts_x), max(plan.cuts_x)
    top, bottom = min(plan.cuts_y), max(plan.cuts_y)
    items: list[Item] = []
    ends_y = _ends(top, bottom, plan.height, bleed)
    ends_x = _ends(left, right, plan.width, bleed)
    for x in plan.cuts_x:
        low = ceiling if start < x < end else plan.height
        items += [_mark(x, a, x, min(b, low)) for a, b in ends_y]
    for y in plan.cuts_y:
        items += [_mark(a, y, b, y) for a, b in ends_x]
    return items


def _ends(low: float, high: float, size: float, bleed: float) -> list[tuple[float, float]]:
    """From where to where marks run before the first and after the last cut of one direction."""
    before, after = low - bleed, high + bleed
    return [
        (max(0.0, before - MARK_LENGTH), before),
        (after, min(size, after + MARK_LENGTH)),
    ]


def _cap(face: Face) -> float:
    """Height of the slug's capitals in mm."""
    return face.cap_height * SLUG_SIZE * MM_PER_POINT


def _slug_baseline(plan: SheetPlan, face: Face, bleed: float) -> float:
    """Halfway the margin; below the marks where office printers still reach that low."""
    edge = max(plan.cuts_y) + bleed
    halfway = (edge + plan.height) / 2 + 0.9
    below = min(edge + MARK_LENGTH + CLEAR + _cap(face), plan.height - 3.0)
    return min(max(halfway, below), plan.height - SLUG_MARGIN - 0.7)


def _mark(x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape(line(x1, y1, x2, y2), stroke=BLACK, line_width=MARK_WIDTH, role="crop-mark")


def _slug(
    plan: SheetPlan, side: SheetSide, face: Face, slug: str, labels: Mapping[str, str], bleed: float
) -> list[TextRun]:
    """The slug line, at the foot of the sheet between the outer marks."""
    number = f"{labels['sheet']} {side.number} {labels['of']} {plan.sheets}"
    text = f"{slug} · {number} · {labels[side.side]}"
    x = min(plan.cuts_x) + SLUG_MARGIN
    y = _slug_baseline(plan, face, bleed)
    return [
        TextRun(
            font=span.font,
            size=SLUG_SIZE,
            x=x + span.x,
            y=y,
            width=span.width,
            text=span.text,
            glyphs=span.glyphs,
            role="slug",
            source=("@deck", "title"),
        )
        for span in face.line(text, SLUG_SIZE).spans
    ]
