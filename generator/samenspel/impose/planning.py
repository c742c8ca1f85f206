"""The plan of a job: every side of every sheet as slots. Pure data; no PDF is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from samenspel.diagnostics import near_match
from samenspel.errors import UsageError
from samenspel.impose.arrangement import Arrangement, Cards, arrange
from samenspel.impose.flip import mirrored, turned_over, turns_about_vertical
from samenspel.impose.scheme import Form, Job, Matrix, Scheme, from_right
from samenspel.impose.schemes import schemes
from samenspel.model.frame import Box
from samenspel.model.sheet import Imposing, Paper, Printer, SheetPlan, SheetSide, Slot
from samenspel.saying import counted, say
from samenspel.units import Size

USUAL = Imposing()


def plan(
    cards: int,
    *,
    trim: Size,
    bleed: float,
    gutter: float | None,
    paper: Paper,
    filler: Sequence[int] = (),
    imposing: Imposing = USUAL,
) -> SheetPlan:
    """Lay so many cards on sheets; all lengths in mm.

    Card i has its front on page 2i and its back on page 2i + 1 of the cards file. ``gutter`` is the
    format's space between trims: ``None`` asks for twice the bleed, so that each card shows its
    full bleed; with 0 neighbours share a cut. ``paper`` is laid on its side when more cards fit so.
    ``filler`` holds the numbers of blank cards, taken cyclically for the last sheet. ``UsageError``
    when nothing fits, or the scheme or the number of copies does not exist.
    """
    if cards < 1 or bleed < 0 or min(trim) <= 0 or (gutter is not None and gutter < 0):
        raise ValueError(f"no plan for {cards} cards of {trim} mm, bleed {bleed}, gutter {gutter}")
    scheme = scheme_named(imposing.scheme)
    printer = imposing.printer or Printer("")
    if imposing.gutter is not None:
        gutter = imposing.gutter
    stock = Cards(trim, bleed, 2 * bleed if gutter is None else gutter)
    chosen = arrange(stock, paper, scheme, printer.margin)
    block = chosen.arrangement
    job = Job(
        cards, block.columns, block.rows, _copies(scheme, imposing),
        filler if imposing.fill else (),
    )  # fmt: skip
    layer = _Layer(block, imposing, scheme, printer)
    cuts_x, cuts_y = block.cuts
    return SheetPlan(
        paper=paper.name,
        width=block.width,
        height=block.height,
        columns=block.columns,
        rows=block.rows,
        flip=imposing.flip,
        sides=tuple(layer.sides(scheme.forms(job))),
        cuts_x=cuts_x,
        cuts_y=cuts_y,
        scheme=scheme.name,
        fold_x=block.width / 2 if scheme.fold and scheme.columns == 2 else None,
        fold_y=block.height / 2 if scheme.fold and scheme.rows == 2 else None,
        folded=scheme.fold in ("gap", "spine"),
        unprintable=printer.margin,
        copies=job.copies or scheme.copies or job.places,
        other=chosen.other,
        unmeasured=bool(
            printer.name and block.width > block.height and printer.landscape_offset is None
        ),
    )


def scheme_named(name: str) -> Scheme:
    """The scheme of that name. Raises UsageError (``scheme-unknown``)."""
    if name not in schemes():
        raise UsageError.of(
            "scheme-unknown",
            say('there is no imposition scheme "{name}"', name=name),
            remedy=near_match(name, schemes()),
        )
    return schemes()[name]


def explained(plan: SheetPlan) -> str:
    """In a line: how the cards lie, on how many sheets, and why the paper lies so."""
    upright, sideways = say("upright"), say("on its side")
    lies, other = (upright, sideways) if plan.height >= plan.width else (sideways, upright)
    count = plan.columns * plan.rows
    if plan.other < count:
        why = say("{other} {count} would fit", other=other, count=plan.other)
    else:
        why = say("{other} it is the same", other=other)
    empty = say("; {count} places stay empty", count=plan.empty) if plan.empty else ""
    if plan.unmeasured:
        empty += say("; the printer was not measured for a sheet that lies so")
    return say(
        "{scheme}: {sheets} of {paper} {lies}, {columns} × {rows} on a side ({why}); each card "
        "{copies} ×{empty}",
        scheme=plan.scheme,
        sheets=counted("{count} sheet", "{count} sheets", count=plan.sheets),
        paper=plan.paper,
        lies=lies,
        columns=plan.columns,
        rows=plan.rows,
        why=why,
        copies=plan.copies,
        empty=empty,
    )


def as_text(sheets: SheetPlan) -> str:
    """The plan as matrices of page numbers, as seen on each side; ``*`` marks a turned page."""
    lines = [
        f"{sheets.paper} {sheets.width:g} x {sheets.height:g} mm, "
        f"{sheets.columns} x {sheets.rows}, {sheets.flip}"
    ]
    for side in sheets.sides:
        lines.append(f"sheet {side.number} {side.side}")
        tops = sorted({slot.box.y for slot in side.slots})
        for top in tops:
            row = sorted((s for s in side.slots if s.box.y == top), key=lambda s: s.box.x)
            lines.append("".join(f"{f'{s.page}*' if s.turned else s.page:>5}" for s in row))
    return "\n".join(lines) + "\n"


def _copies(scheme: Scheme, imposing: Imposing) -> int | None:
    """How often each card is wanted, when that can be done with the scheme."""
    copies, multiple = imposing.copies, max(scheme.copies, 1)
    most = scheme.most_copies
    if copies is None:
        return None
    if copies < 1 or copies % multiple or (most is not None and copies > most):
        can = say("a multiple of {multiple}", multiple=multiple) if multiple > 1 else "1 or more"
        raise UsageError.of(
            "impose-copies",
            say("{name} cannot make {copies} copies of each card", name=scheme.name, copies=copies),
            remedy="print the file so many times" if most == 1 else say("ask for {can}", can=can),
        )
    return copies


@dataclass(frozen=True, slots=True)
class _Layer:
    """Puts a scheme's matrices on the paper."""

    block: Arrangement
    imposing: Imposing
    scheme: Scheme
    printer: Printer
    known: dict[tuple[int, int], tuple[Box, tuple[float, float, float, float]]] = field(
        default_factory=dict
    )

    def sides(self, forms: Sequence[Form]) -> Iterator[SheetSide]:
        """Every side of every sheet, backs as they lie when the sheet has been turned."""
        upright = turns_about_vertical(self.imposing.flip, self.block.width, self.block.height)
        if self.imposing.from_right:
            forms = [from_right(form) for form in forms]
        for number, form in enumerate(forms, start=1):
            creep = form.depth * self.imposing.creep
            yield SheetSide(number, "front", self._slots(form.front, creep))
            if form.behind is not None:
                back = mirrored(form.behind, upright)
                matrix = back if upright else turned_over(back)
                shift = self._shift()
                yield SheetSide(number, "back", self._slots(matrix, creep, shift), shift)

    def _shift(self) -> tuple[float, float]:
        """Against what the printer does to the back of a sheet that lies like this one."""
        offset: tuple[float, float] | None = self.printer.back_offset
        if self.block.width > self.block.height:
            offset = self.printer.landscape_offset
        return (-offset[0], -offset[1]) if offset else (0.0, 0.0)

    def _slots(
        self, matrix: Matrix, creep: float, shift: tuple[float, float] = (0.0, 0.0)
    ) -> tuple[Slot, ...]:
        slots = (
            Slot(cell.page, *self._place(column, row), cell.turned)
            for row, cells in enumerate(matrix)
            for column, cell in enumerate(cells)
            if cell is not None
        )
        if self.scheme.fold == "spine":
            slots = (_crept(slot, creep, self.block.width / 2) for slot in slots)
        return tuple(_moved(slot, *shift) for slot in slots)


    def _place(self, column: int, row: int) -> tuple[Box, tuple[float, float, float, float]]:
        """The trim and the bleed of a place, the same on every sheet."""
        key = column, row
        if key not in self.known:
            self.known[key] = self.block.box(*key), self.block.bleed(*key)
        return self.known[key]


def _crept(slot: Slot, creep: float, spine: float) -> Slot:
    """The page moved so far to the spine, and cut off there; the booklet's edge stays in line."""
    left, top, right, bottom = slot.bleed
    if slot.box.centre.x < spine:
        return replace(_moved(slot, creep, 0.0), bleed=(left, top, right - creep, bottom))
    return replace(_moved(slot, -creep, 0.0), bleed=(left - creep, top, right, bottom))


def _moved(slot: Slot, right: float, down: float) -> Slot:
    if not right and not down:
        return slot
    return replace(slot, box=replace(slot.box, x=slot.box.x + right, y=slot.box.y + down))
