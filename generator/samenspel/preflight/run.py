"""One content stream on its way: resources, state, the path in hand and the text matrices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from samenspel.preflight import lexer
from samenspel.preflight.geometry import (
    EVERYWHERE,
    IDENTITY,
    Box,
    apply,
    around,
    contains,
    intersect,
    transform,
)
from samenspel.preflight.limits import MAX_SAVED, Budget, TooLargeError
from samenspel.preflight.marks import Look, Mark, Marks
from samenspel.preflight.state import State, Typeface, typeface
from samenspel.preflight.values import Resources, entry

FormReader = Callable[[pikepdf.Object, State, Resources, int], tuple[Mark, ...]]

NOTHING: Box = (0.0, 0.0, -1.0, -1.0)
"""A clip through which nothing shows."""


class Run:
    """What the operators of one content stream work on."""

    def __init__(
        self,
        read_form: FormReader,
        resources: Resources,
        state: State,
        depth: int = 0,
        *,
        exact: bool = True,
        budget: Budget | None = None,
    ) -> None:
        """``read_form`` gives what a form paints; ``depth`` counts forms inside forms.

        Unless ``exact``, a path that shows counts as filling its clip, which spares the reading of
        most coordinates.
        """
        self.exact = exact
        self.read_form = read_form
        self.resources = resources
        self.state = state
        self.depth = depth
        self.stack: list[State] = []
        self.budget = budget or Budget()
        self.marks = Marks()
        self.path: list[bytes | tuple[float, ...]] = []
        self.clipping = False
        self.typefaces: dict[bytes, Typeface] = {}
        self.settings: dict[bytes, dict[str, Any]] = {}
        self.text = IDENTITY
        self.line = IDENTITY

    def resource(self, group: str, operand: bytes) -> pikepdf.Object | None:
        """A named resource of one kind (``/Font``), or ``None`` when it is missing."""
        return entry(entry(self.resources, group), lexer.name(operand))

    def typeface(self, operand: bytes) -> Typeface:
        """A named font; looked up once, as pages change fonts in every line."""
        if operand not in self.typefaces:
            font = self.resource("/Font", operand)
            missing = Typeface(None, lexer.name(operand)[1:])
            self.typefaces[operand] = missing if font is None else typeface(font)
        return self.typefaces[operand]

    def graphics_state(self, operand: bytes) -> dict[str, Any]:
        """The entries of a named graphics state; looked up once, like fonts."""
        if operand not in self.settings:
            found = self.resource("/ExtGState", operand)
            self.settings[operand] = {} if found is None else dict(found.items())
        return self.settings[operand]

    def save(self) -> None:
        """Put a copy of the state aside. Raises TooLargeError."""
        if len(self.stack) >= MAX_SAVED:
            raise TooLargeError(f"q stands more than {MAX_SAVED:,} deep in q")
        self.stack.append(self.state.copy())

    def place(self, marks: tuple[Mark, ...]) -> None:
        """Take in what a form paints, where it is placed now. Raises TooLargeError."""
        self.budget.step(len(marks))
        self.marks.place(marks, self.state.ctm, self.state.clip)

    def path_box(self) -> Box:
        """The box around the path in hand, in the current space."""
        points: list[float] = []
        for piece in self.path:
            points += lexer.points(piece) if isinstance(piece, bytes) else piece
        return around(points) if points else NOTHING

    def add_path(self, kind: str, look: Look, width: float = 0.0) -> None:
        """A mark on the path in hand; a line reaches half its width beyond."""
        state = self.state
        way = Mark(kind, look, state.ctm, state.clip, state.clip, width)
        if not self.exact and state.clip != EVERYWHERE:
            if self.marks.widen(way):
                return
            if self._begins_in_clip():
                self.marks.add(way)
                return
        half = width / 2
        left, bottom, right, top = self.path_box()
        grown = (left - half, bottom - half, right + half, top + half)
        area = intersect(transform(grown, state.ctm), state.clip)
        if area is not None:
            self.marks.add(way.moved_to(area))

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
