"""Sheets of every scheme, test sheets and office pages: each line and each mark where it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests import goldens
from tests.decks import FONT_BYTES, LABELS, THEME, layout_of

from samenspel.errors import UsageError
from samenspel.impose import as_text, plan
from samenspel.impose.schemes import scheme_names
from samenspel.layout.calibration import calibration_sheet
from samenspel.layout.faces import load_faces
from samenspel.layout.furniture import sheet_furniture
from samenspel.layout.paperwork import Heading, Paragraph, Row, ToFill, text_pages
from samenspel.layout.poster.plan import poster_plan
from samenspel.layout.wording import written
from samenspel.model.frame import Box, Frame, Shape
from samenspel.model.paths import bounds
from samenspel.model.sheet import Imposing, Paper, Printer, SheetPlan
from samenspel.units import Size

A4, A3 = Paper("a4", "A4", 210, 297), Paper("a3", "A3", 297, 420)
POKER, SMALL = Size(63, 88), Size(40, 60)
FACE = load_faces(FONT_BYTES, THEME.features, "nl")["text"]
JOBS = {
    "usual": (17, POKER, A3, Imposing()),
    "short edge": (5, POKER, A4, Imposing(flip="short-edge")),
    "a printer's margin": (9, POKER, A4, Imposing(printer=Printer("k", margin=4.2))),
    "a printer that is off": (
        4, POKER, A4, Imposing(printer=Printer("k", (0.4, -0.3), (-0.2, 0.1)))),
    "one cut between cards": (12, SMALL, A4, Imposing(gutter=0)),
    "read from the right": (9, SMALL, A4, Imposing(from_right=True, creep=0.3)),
    "nothing filled": (3, POKER, A4, Imposing(fill=False)),
    "three copies": (2, SMALL, A4, Imposing(copies=3)),
}  # fmt: skip


def planned(job: str, scheme: str) -> SheetPlan:
    count, trim, paper, imposing = JOBS[job]
    return plan(
        count, trim=trim, bleed=3, gutter=None, paper=paper, filler=(count - 1,),
        imposing=replace(imposing, scheme=scheme),
    )  # fmt: skip


def slots(sheets: SheetPlan) -> Iterable[str]:
    yield f"{sheets.paper} {goldens.numbers(sheets.width, sheets.height)}, "
    yield f"{sheets.columns} by {sheets.rows}\n"
    yield as_text(sheets) + "\n"
    yield f"cuts {goldens.numbers(*sheets.cuts_x)} and {goldens.numbers(*sheets.cuts_y)}\n"
    for side in (*sheets.sides[:2], *sheets.sides[2:][-2:]):
        yield f"sheet {side.number} {side.side} moved {goldens.numbers(*side.shift)}\n"
        for one in side.slots:
            box = one.box
            where = goldens.numbers(box.x, box.y, box.width, box.height)
            yield f"  {one.page} at {where} bleed {goldens.numbers(*one.bleed)}"
            yield " turned\n" if one.turned else "\n"


@pytest.mark.parametrize("scheme", scheme_names())
@pytest.mark.parametrize("job", JOBS)
def test_cards_lie_where_they_lay(job: str, scheme: str) -> None:
    try:
        text = "".join(slots(planned(job, scheme)))
    except UsageError as error:
        text = f"{error}\n"
    goldens.section("plans", f"{job}, {scheme}", text)


@pytest.mark.parametrize("scheme", scheme_names())
def test_marks_and_slugs_stand_where_they_stood(scheme: str) -> None:
    slug = written("Samenspel · proefstad", "@deck", "title")
    frames = sheet_furniture(planned("usual", scheme), FACE, slug, LABELS, 3)
    goldens.section("furniture", scheme, goldens.pages(frames[:2]))


def short(frame: Frame) -> str:
    """The page's texts and large lines; of the many strokes how many there are and their middle."""
    strokes = [bounds(one.path) for one in frame.items if isinstance(one, Shape)]
    middle = goldens.numbers(
        *(sum(axis) / len(strokes) for axis in zip(*((b.x, b.y, b.width, b.height)
                                                     for b in strokes), strict=True)),
        digits=4,
    )  # fmt: skip
    every = goldens.table(frame).splitlines()
    return "\n".join([f"{len(strokes)} strokes about {middle}", *every[:40], *every[-40:]]) + "\n"


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
def test_the_printers_test_sheet_is_as_it_was(landscape: bool, flip: str) -> None:
    pages = calibration_sheet(A4, landscape, flip, FACE, LABELS)  # type: ignore[arg-type]
    title = f"{'landscape' if landscape else 'portrait'}, {flip}"
    goldens.section("calibration", title, "".join(map(short, pages)))


@pytest.mark.parametrize("size", [(420, 297), (297, 420)])
@pytest.mark.parametrize("count", [3, 4, 5, 6, 8])
def test_a_poster_of_so_many_conditions_is_divided_as_it_was(
    count: int, size: tuple[int, int]
) -> None:
    lines = []
    for cells in (0, 3, 6):
        made = poster_plan(count, cells, *size, bleed=3)
        foot = goldens.outline(made.foot) if made.foot else 0
        lines.append(f"{cells} cells, scale {made.scale:g}, foot {foot}")
        lines += [f"  {boxed(made.emblem, made.title, made.logo, made.source)}"]
        for one in made.fields:
            lines.append(f"  {goldens.outline(one.area)}")
            lines.append(f"    {boxed(one.name, one.core, one.lines, one.question, *one.cells)}")
            lines.append(f"    {boxed(one.under(20).lines, one.under(20).question)}")
    goldens.section("poster-plans", f"{count} on {size[0]}", "\n".join(lines) + "\n")


def boxed(*boxes: Box) -> str:
    return "; ".join(goldens.numbers(one.x, one.y, one.width, one.height) for one in boxes)


def test_office_pages_are_as_they_were() -> None:
    entries = [
        Heading("Opdracht"), Row("Formaat", "a6"), Row("Oplage", "1.000 stuks " * 12),
        Paragraph("Een alinea die over meer dan één regel gaat. " * 6), ToFill("Naam"),
        ToFill("Handtekening", 24), *(Row(f"Regel {n}", "tekst") for n in range(45)),
        Heading("Aan het eind"), Paragraph("Kort."),
    ]  # fmt: skip
    pages = text_pages(entries, layout_of().setter, A4, "opdracht")
    goldens.compare("paperwork", goldens.pages(pages))
