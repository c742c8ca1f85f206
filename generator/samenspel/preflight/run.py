"""One content stream on its way: resources, state, the path in hand and the text matrices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.colours import BLACK, GRAY, PATTERN, Paint, Space
from samenspel.pdf.content import Content
from samenspel.pdf.fonts import Typeface, typeface
from samenspel.pdf.functions import most
from samenspel.pdf.geometry import (
    EVERYWHERE,
    IDENTITY,
    Box,
    Matrix,
    apply,
    around,
    contains,
    intersect,
    transform,
)
from samenspel.pdf.layers import Layer, hides
from samenspel.pdf.limits import Budget
from samenspel.pdf.spaces import Spaces
from samenspel.pdf.values import Resources, entry, kind, whole
from samenspel.preflight.marks import HIDDEN, LOST, STROKE, UNBALANCED, Look, Mark, Marks
from samenspel.preflight.outlines import Path, core_of, core_of_line, open_sides, thinned
from samenspel.preflight.state import State
from samenspel.preflight.tiles import filling

FormReader = Callable[[pikepdf.Object, State, Resources, int], tuple[Mark, ...]]

NOTHING: Box = (0.0, 0.0, -1.0, -1.0)
"""A clip through which nothing shows."""
NO_LOOK = Look(BLACK)


@dataclass(slots=True)
class Called:
    """A form or an image as a stream calls it, and what it painted when it was called last.

    Outlined text calls the same few hundred forms thousands of times, mostly in one colour.
    """

    name: str
    kind: str
    value: pikepdf.Object
    layer: pikepdf.Object | None
    inherited: tuple[object, ...] | None = None
    marks: tuple[Mark, ...] = ()


class Run(Content[State]):
    """What the operators of one content stream work on, and the marks that come of it."""

    def __init__(
        self,
        read_form: FormReader,
        resources: Resources,
        state: State,
        depth: int = 0,
        *,
        exact: bool = True,
        apart: bool = True,
        off: frozenset[Layer] = frozenset(),
        fonts: dict[tuple[int, int], Typeface] | None = None,
        budget: Budget | None = None,
        spaces: Spaces | None = None,
    ) -> None:
        """``read_form`` gives what a form paints; ``depth`` counts forms inside forms.

        Unless ``exact``, a path that shows counts as filling its clip, which spares the reading of
        most coordinates. ``apart`` keeps places apart; ``off`` are layers that do not show;
        ``fonts`` and ``spaces`` are those that other streams of the file have met.
        """
        super().__init__(resources, state, spaces or Spaces())
        self.exact, self.off = exact, off
        self.fonts = {} if fonts is None else fonts
        self.base = state.ctm
        self.contents: list[bool] = []
        """For each level of marked content, whether it begins what does not show."""
        self.hidden_levels = 0
        """How many of these levels do not show."""
        self.forms = 0
        self.lenient = 0
        """How many ``BX`` wait for their ``EX``; in between operators may be unknown."""
        self.read_form = read_form
        self.depth = depth
        self.budget = budget or Budget()
        self.marks = Marks(apart=apart)
        self.path: Path = []
        self.clipping = False
        self.typefaces: dict[bytes, Typeface] = {}
        self._called: dict[bytes, Called | None] = {}
        self.text = self.line = IDENTITY
        self._text_open = False

    def typeface(self, operand: bytes) -> Typeface:
        """A named font; looked up once, as pages change fonts in every line."""
        if operand not in self.typefaces:
            font = self.resource("/Font", operand)
            if font is None:
                found = Typeface(None, lexer.name(operand)[1:])
            elif font.is_indirect:
                found = self.fonts.setdefault(font.objgen, typeface(font))
            else:
                found = typeface(font)
            self.typefaces[operand] = found
        return self.typefaces[operand]

    def called(self, operand: bytes) -> Called | None:
        """A named form or image, or ``None`` when it is missing; looked up once, like fonts."""
        if operand not in self._called:
            value = entry(entry(self.resources, "/XObject"), lexer.name(operand))
            self._called[operand] = (
                None
                if value is None
                else Called(lexer.name(operand)[1:], kind(value), value, entry(value, "/OC"))
            )
        return self._called[operand]

    def form(self, form: Called) -> tuple[Mark, ...]:
        """What a form paints in the state as it is now, in the space that its Matrix leads to."""
        now = self.state.inherited
        if form.inherited != now:
            form.marks = self.read_form(form.value, self.state, self.resources, self.depth)
            form.inherited = now
        return form.marks

    def paint(self, paint: Paint, *, stroke: bool) -> None:
        """A colour is set, which is no pattern."""
        self._paint(paint, (), stroke=stroke)

    def _paint(self, paint: Paint, cell: tuple[Mark, ...], *, stroke: bool) -> None:
        if self.state.colourless:
            return
        super().paint(paint, stroke=stroke)
        if stroke:
            self.state.stroke_cell = cell
        else:
            self.state.fill_cell = cell

    def choose_pattern(self, operand: bytes, under: Paint, *, stroke: bool) -> None:
        """A pattern to paint with, and what its cell paints in the space of the content's start."""
        pattern = self.resource("/Pattern", operand)
        if pattern is None or self.state.colourless:
            self._paint(Paint(PATTERN), (), stroke=stroke)
        elif "/Shading" in pattern:
            shading = Space("Pattern", base=self.space(pattern.Shading.ColorSpace))
            reach = most(entry(pattern.Shading, "/Function"))
            self._paint(Paint(shading, most=reach), (), stroke=stroke)
        else:
            start = State()
            start.fill_overprint = self.state.fill_overprint
            start.overprint_mode = self.state.overprint_mode
            made = PATTERN
            if whole(pattern, "/PaintType", 1) != 1:
                base = under.space.base or GRAY
                start.fill = start.stroke = Paint(base, under.tints)
                start.colourless, made = True, Space("Pattern", base=base)
            cell = self.read_form(pattern, start, self.resources, self.depth + 1)
            self._paint(Paint(made), filling(cell, pattern), stroke=stroke)

    def restore(self) -> bool:
        """``Q``: the state that was put aside last, if there is one."""
        found = super().restore()
        if not found:
            self._unbalanced("a graphics state is restored that was not saved (Q without q)")
        return found

    def finish(self) -> None:
        """The content ends here."""
        if self.stack:
            self._unbalanced("a graphics state is saved and never restored (q without Q)")
        if self._text_open:
            self._unbalanced("text begins and does not end (BT without ET)")
        if self.lenient:
            self._unbalanced("unknown operators begin and do not end (BX without EX)")
        if self.contents:
            self._unbalanced("marked content begins and does not end (BMC without EMC)")

    def in_text(self, *, begins: bool) -> None:
        """``BT`` or ``ET``, which stand in turn (9.4.1)."""
        if begins == self._text_open:
            self._unbalanced(
                "text begins inside text (BT in BT)"
                if begins
                else "text ends that is none (ET, no BT)"
            )
        self._text_open = begins

    def compatible(self, *, begins: bool) -> None:
        """``BX`` or ``EX``, which lie in each other like brackets (7.8.2)."""
        if not begins and not self.lenient:
            self._unbalanced("unknown operators end that did not begin (EX without BX)")
        self.lenient = max(self.lenient + (1 if begins else -1), 0)

    def _unbalanced(self, what: str) -> None:
        clip = self.state.clip
        self.marks.add(Mark(UNBALANCED, NO_LOOK, IDENTITY, clip, clip, name=what))

    def place(self, marks: tuple[Mark, ...], matrix: Matrix, art: int = 0) -> None:
        """Take in what a form or a glyph paints, where it is placed. Raises TooLargeError."""
        self.budget.step(len(marks))
        self.marks.place(marks, matrix, self.state.clip, art, self.state.window)

    def path_box(self) -> Box:
        """The box around the path in hand, in the current space."""
        points: list[float] = []
        for piece in self.path:
            points += lexer.points(piece) if isinstance(piece, bytes) else piece
        return around(points) if points else NOTHING

    def switched_off(self, holder: pikepdf.Object | None) -> bool:
        """True when a layer, or a membership of layers, does not show (8.11.2)."""
        return hides(holder, self.off)

    def enter(self, *, hidden: bool) -> None:
        """Begin marked content, or something else that may belong to a layer that is off."""
        self.contents.append(hidden)
        self.hidden_levels += hidden

    def leave(self) -> None:
        """End what was entered last."""
        if self.contents:
            self.hidden_levels -= self.contents.pop()
        else:
            self._unbalanced("marked content ends that did not begin (EMC without BMC)")

    def missing(self, what: str) -> None:
        """Take in that something is called for which is not there: a RIP omits it, or stops."""
        clip = self.state.clip
        self.put(Mark(LOST, NO_LOOK, self.state.ctm, clip, clip, name=what))

    def put(self, mark: Mark, cell: tuple[Mark, ...] = ()) -> None:
        """Take in a mark, with what the pattern's ``cell`` paints there."""
        if self.hidden_levels:
            mark, cell = Mark(HIDDEN, NO_LOOK, mark.matrix, mark.box, mark.extent), ()
        self.marks.add(mark)
        for part in cell:
            self.marks.add(part.scaled(self.base, mark))

    def add_path(
        self,
        kind: str,
        look: Look,
        width: float = 0.0,
        cell: tuple[Mark, ...] = (),
        thin: float = 0.0,
        *,
        close: bool = False,
    ) -> None:
        """A mark on the path in hand; a line reaches half its ``width`` beyond.

        ``thin`` is the thickness of a fill that stands for a line, ``close`` says that a line ends
        where it began.
        """
        state = self.state
        shown_width = width * thinned(self.path if self.exact else [], state.ctm) or thin
        spot = kind == STROKE and look.paint.space.colorants
        loose = spot and open_sides(self.path, close=close)
        way = Mark(
            kind, look, state.ctm, state.clip, state.clip, shown_width,
            tiled=bool(cell), open_sides=loose or "", dashed=bool(spot) and state.dashed,
        )  # fmt: skip
        if not self.exact and state.clip != EVERYWHERE:
            unsure = way.unsure()
            if not cell and not self.hidden_levels and self.marks.widen(unsure):
                return
            if self._begins_in_clip():
                self.put(unsure, cell)
                return
        half = width / 2
        left, bottom, right, top = self.path_box()
        grown = (left - half, bottom - half, right + half, top + half)
        whole = transform(grown, state.ctm)
        shown = intersect(whole, state.clip)
        if shown is not None:
            if kind == STROKE:
                core = core_of_line(self.path, state, width)
            else:
                core = core_of(self.path, state, whole)
            self.put(way.moved_to(shown).with_core(core), cell)

    def _begins_in_clip(self) -> bool:
        """True when the first point of the path in hand shows; then the path does."""
        piece = self.path[0]
        point = lexer.start(piece) if isinstance(piece, bytes) else piece
        if not point:
            return False
        x, y, *_ = point
        return contains(self.state.clip, apply(x, y, self.state.ctm))


Action = Callable[[Run, bytes], None]
"""What an operator does; its operands come as they are written."""
