"""Runs content streams and sums up what they paint.

A form's marks are kept by its object number and the state it takes over, so shared art is read once
however many cards show it. With a memory they are also kept by what they depend on, so that another
file with the same art, or sheets of the same cards, need not read it again.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.fonts import Typeface
from samenspel.pdf.geometry import EVERYWHERE, Box, transform
from samenspel.pdf.layers import Layer
from samenspel.pdf.limits import BAD, MAX_DAMAGE, MAX_FORMS, Budget, content, reason
from samenspel.pdf.spaces import Spaces
from samenspel.pdf.values import Resources, box, entry, inherited, matrix, parts
from samenspel.preflight.marks import Mark, Marks
from samenspel.preflight.memory import Memory
from samenspel.preflight.operators import ACTIONS
from samenspel.preflight.run import Run
from samenspel.preflight.state import State
from samenspel.saying import say

IDLE = frozenset(b"i j J M ET MP DP d0 h".split())
"""Operators that change nothing that is judged here; all others of PDF have an action."""

FormKey = tuple[tuple[int, int], tuple[object, ...]]

SMALL = 3000
"""Compressed bytes of content that are read exactly even in a quick reading: art is larger."""

WORTH = 350
"""Compressed bytes; smaller content is read again as fast as its marks are taken from the store."""


class Interpreter:
    """Reads pages of one document; keeps what forms paint from page to page."""

    def __init__(
        self,
        *,
        exact: bool = False,
        fingerprints: Fingerprints | None = None,
        memory: Memory | None = None,
        off: frozenset[Layer] = frozenset(),
    ) -> None:
        """Start with nothing known but ``memory``. ``exact`` reads every coordinate.

        ``off`` are the layers that are switched off.
        """
        self._off = off
        self._fonts: dict[tuple[int, int], Typeface] = {}
        self.spaces = Spaces()
        self._exact = exact
        self._fingerprints = fingerprints
        self._memory = memory
        self.damage: list[str] = []
        self._noted = 0
        self._budget = Budget()
        self._forms: dict[FormKey, tuple[Mark, ...]] = {}

    def page(self, page: pikepdf.Page, visible: Box, unit: float = 1.0) -> tuple[Mark, ...]:
        """Everything that the page paints inside ``visible`` (points); ``unit`` is its UserUnit.

        Raises TooLargeError when that is more than can be read in bounded memory and time.
        """
        start = State((unit, 0.0, 0.0, unit, 0.0, 0.0), visible)
        run = self._run(inherited(page.obj, "/Resources"), start)
        return self._marks(run, parts(page))

    def form(
        self, form: pikepdf.Object, state: State, resources: Resources, depth: int
    ) -> tuple[Mark, ...]:
        """What a form paints, in the space that its Matrix leads to."""
        key = (form.objgen, state.inherited)
        if form.is_indirect:
            if key in self._forms:
                return self._forms[key]
            self._forms[key] = ()  # what a form that contains itself finds
        if depth >= MAX_FORMS:
            self.note(say("forms lie more than {count} deep in each other", count=MAX_FORMS))
            return ()
        start = state.copy()
        start.ctm = matrix(form, "/Matrix")
        bounds = box(form, "/BBox")
        start.clip = transform(bounds, start.ctm) if bounds else EVERYWHERE
        start.window = EVERYWHERE
        run = self._run(entry(form, "/Resources") or resources, start, depth + 1)
        marks = self._marks(run, [form])
        if form.is_indirect:
            self._forms[key] = marks
        return marks

    def _run(self, resources: Resources, start: State, depth: int = 0) -> Run:
        top = depth == 0
        return Run(
            self.form, resources, start, depth,
            exact=self._exact or top, apart=self._exact or top, off=self._off, fonts=self._fonts,
            budget=self._budget, spaces=self.spaces,
        )  # fmt: skip

    def _marks(self, run: Run, parts: Sequence[pikepdf.Object]) -> tuple[Mark, ...]:
        """What a run through the content in ``parts`` paints. Only sound content is remembered."""
        noted = self._noted
        key: Hashable = None
        size = 0
        try:
            size = sum(len(part.get_raw_stream_buffer()) for part in parts)
            if not run.exact and size < SMALL:
                run.exact, run.marks = True, Marks(apart=True)
            key = self._key(run, parts)
            known = self._memory.marks.get(key) if self._memory else None
            if known is not None:
                return known
            self._carry_out(run, lexer.instructions(b"\n".join(map(content, parts))))
            run.finish()
        except BAD as error:
            self.note(reason(error))
        marks = run.marks.all()
        self._budget.keep(len(marks))
        if self._memory and self._noted == noted:
            # Of a whole page it is kept whether it is sound (``sound``), which is mostly all.
            self._memory.marks.keep(key, marks, lasting=run.depth > 0 and size > WORTH)
        return marks

    def _key(self, run: Run, parts: Sequence[pikepdf.Object]) -> Hashable:
        """All that the marks of a run that has not begun depend on."""
        prints, state = self._fingerprints, run.state
        if prints is None:
            return None
        means = prints.digest_of(run.resources), prints.digest_of(state.font.font)
        content = tuple(prints.content(part) for part in parts)
        odd = (prints.file, self._off) if self._off else None
        return content, means, state.ctm, state.clip, state.inherited, run.exact, self._exact, odd

    def _carry_out(self, run: Run, instructions: Iterable[lexer.Instruction]) -> None:
        """Run one stream. What cannot be carried out is noted in ``damage`` and passed over."""
        for operands, operator in instructions:
            self._budget.step()
            action = ACTIONS.get(operator)
            try:
                if action is not None:
                    action(run, operands)
                elif operator not in IDLE and not run.lenient:
                    name = operator[:20].decode("ascii", "replace")
                    run.missing(say("operator {name}", name=name))
            except BAD as error:
                words = f"{operands[:40]!r} {operator[:20].decode('ascii', 'replace')}"
                why = reason(error)
                self.note(say("{words} cannot be carried out: {why}", words=words, why=why))

    def note(self, message: str) -> None:
        """Tell of damage."""
        self._noted += 1
        if len(self.damage) < MAX_DAMAGE:
            self.damage.append(message)
