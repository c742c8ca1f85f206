"""Reads content streams into programs: who paints what, in which colours, and what overprints."""

from __future__ import annotations

import pikepdf

from samenspel.pdf import lexer, limits
from samenspel.pdf.limits import BAD
from samenspel.pdf.spaces import Spaces
from samenspel.pdf.values import Resources, entry, parts
from samenspel.saying import say
from samenspel.separations.program import INCOMPLETE, Item, Program, State
from samenspel.separations.reading import ACTIONS, Reader

INITIAL = b"0 g 0 G\n"
"""The colours that a page begins with (table 52), said aloud: a plate is only painted by what was
set."""


class Compiler:
    """Reads pages of one document; a form is read once for each state that it takes over."""

    def __init__(self, source: pikepdf.Pdf, spaces: Spaces) -> None:
        """``spaces`` finds the colour spaces of ``source``."""
        self.source, self.spaces = source, spaces
        self._forms: dict[tuple[object, ...], Program] = {}
        self._busy: set[tuple[int, int]] = set()

    def page(self, page: pikepdf.Page) -> Program:
        """The whole page. Raises TooLargeError."""
        data = INITIAL + b"\n".join(map(limits.content, parts(page)))
        program = self.read(data, page.resources, State(), 0)
        Reader(self, program, State(), 0).judge_group(page.obj)
        if entry(page.obj, "/Annots"):
            program.note(INCOMPLETE, "annotations (comments, form fields) are left out")
        return program

    def cell(self, cell: pikepdf.Object, resources: Resources, depth: int) -> Program:
        """A coloured pattern's cell, which begins as a page does (ISO 32000-1, 8.7.3.1)."""
        return self.stream(cell, resources, State(), depth, INITIAL)

    def stream(
        self,
        stream: pikepdf.Object,
        resources: Resources,
        state: State,
        depth: int,
        before: bytes = b"",
    ) -> Program:
        """A form, a pattern's cell or a glyph, with what goes before its content."""
        key = (stream.objgen, *state.key)
        own = entry(stream, "/Resources")
        if stream.is_indirect and own is not None and key in self._forms:
            return self._forms[key]
        if depth > limits.MAX_FORMS or (stream.is_indirect and stream.objgen in self._busy):
            program = Program(own)
            program.note(INCOMPLETE, "forms that contain themselves are left out")
            return program
        self._busy.add(stream.objgen)
        try:
            data = before + limits.content(stream)
            program = self.read(data, own or resources, state, depth)
        finally:
            self._busy.discard(stream.objgen)
        if stream.is_indirect and own is not None:
            self._forms[key] = program
        return program

    def read(self, data: bytes, resources: Resources, state: State, depth: int) -> Program:
        """One stream. What cannot be read is noted and left out."""
        program = Program(resources)
        reader = Reader(self, program, state, depth)
        try:
            for operands, operator in lexer.instructions(data):
                _carry_out(reader, operands, operator)
                program.cost += 1
                if program.cost > limits.MAX_PIECES:
                    raise limits.TooLargeError("its content is too complicated")
        except limits.DamagedError as error:
            reader.note(
                INCOMPLETE,
                say("a content stream cannot be read further: {why}", why=limits.reason(error)),
            )
        program.items = _joined(program.items)
        return program


def _carry_out(reader: Reader, operands: bytes, operator: bytes) -> None:
    action = ACTIONS.get(operator)
    try:
        if action is None:
            reader.keep(operands, operator)
        else:
            action(reader, operands, operator)
    except BAD as error:
        name, why = operator.decode("ascii", "replace"), limits.reason(error)
        message = say('an operator "{name}" cannot be carried out: {why}', name=name, why=why)
        reader.note(INCOMPLETE, message)


def _joined(items: list[Item]) -> list[Item]:
    """The same with neighbouring texts made one."""
    found: list[Item] = []
    texts: list[bytes] = []
    for item in items:
        if isinstance(item, bytes):
            texts.append(item)
            continue
        if texts:
            found.append(b"".join(texts))
            texts = []
        found.append(item)
    return [*found, b"".join(texts)] if texts else found
