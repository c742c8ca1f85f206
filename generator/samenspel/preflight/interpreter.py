"""Runs content streams and sums up what they paint.

A form's marks are kept by its object number and the state it takes over, so shared art is read once
however many cards show it.
"""

from __future__ import annotations

from collections.abc import Callable

import pikepdf

from samenspel.preflight import lexer
from samenspel.preflight.geometry import EVERYWHERE, Box, transform
from samenspel.preflight.marks import Mark
from samenspel.preflight.operators import ACTIONS
from samenspel.preflight.run import Run
from samenspel.preflight.state import State
from samenspel.preflight.values import Resources, box, entry, matrix

FormKey = tuple[tuple[int, int], tuple[object, ...]]

MAX_DEPTH = 20
"""Forms inside forms; what lies deeper is not read."""


class Interpreter:
    """Reads pages of one document; keeps what forms paint from page to page."""

    def __init__(self, *, exact: bool = False) -> None:
        """Start with nothing known. ``exact`` reads every coordinate inside forms, too."""
        self._exact = exact
        self.damage: list[str] = []
        self._forms: dict[FormKey, tuple[Mark, ...]] = {}

    def page(self, page: pikepdf.Page, visible: Box) -> tuple[Mark, ...]:
        """Everything that the page paints inside ``visible`` (points)."""
        run = Run(self.form, entry(page.obj, "/Resources"), State(clip=visible))
        return self._marks(run, page.obj, lambda: _content(page))

    def form(
        self, form: pikepdf.Object, state: State, resources: Resources, depth: int
    ) -> tuple[Mark, ...]:
        """What a form paints, in the space that its Matrix leads to."""
        key = (form.objgen, state.inherited)
        if form.is_indirect:
            if key in self._forms:
                return self._forms[key]
            self._forms[key] = ()  # what a form that contains itself finds
        if depth >= MAX_DEPTH:
            return ()
        start = state.copy()
        start.ctm = matrix(form, "/Matrix")
        bounds = box(form, "/BBox")
        start.clip = transform(bounds, start.ctm) if bounds else EVERYWHERE
        own = entry(form, "/Resources") or resources
        run = Run(self.form, own, start, depth + 1, exact=self._exact)
        marks = self._marks(run, form, form.read_bytes)
        if form.is_indirect:
            self._forms[key] = marks
        return marks

    def _marks(
        self, run: Run, source: pikepdf.Object, content: Callable[[], bytes]
    ) -> tuple[Mark, ...]:
        """Run one stream. What cannot be read is noted in ``damage`` and passed over."""
        try:
            instructions = lexer.instructions(source, content())
        except pikepdf.PdfError as error:
            self.damage.append(str(error))
            return ()
        for operands, operator in instructions:
            action = ACTIONS.get(operator)
            try:
                if action is not None:
                    action(run, operands)
            except (ValueError, IndexError, TypeError, AttributeError, pikepdf.PdfError) as error:
                words = f"{operands[:40]!r} {operator.decode('ascii', 'replace')}"
                self.damage.append(f"{words} cannot be carried out: {error}")
        return run.marks.all()


def _content(page: pikepdf.Page) -> bytes:
    contents = entry(page.obj, "/Contents")
    if contents is None:
        return b""
    if isinstance(contents, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in list(contents))
    return contents.read_bytes()
