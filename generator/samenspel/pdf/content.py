"""One content stream on its way: its resources, its graphics state, and what changes them.

What a stream paints is the business of those who read it: they extend ``Content`` and add actions
of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.colours import PATTERN, Paint, Space, initial
from samenspel.pdf.limits import MAX_SAVED, TooLargeError
from samenspel.pdf.spaces import DEVICES, Spaces
from samenspel.pdf.state import State
from samenspel.pdf.values import Resources, entry
from samenspel.saying import say

Level = TypeVar("Level", bound=State)

WORDS = {
    "/ColorSpace": "colour space",
    "/ExtGState": "graphics state",
    "/Font": "font",
    "/Pattern": "pattern",
    "/Properties": "layer",
    "/Shading": "shading",
    "/XObject": "form or picture",
}
"""What the groups of resources hold, for messages."""


class Content(Generic[Level]):
    """What the operators of one content stream work on."""

    def __init__(self, resources: Resources, state: Level, spaces: Spaces) -> None:
        """``state`` is taken over as it is; ``spaces`` are the document's."""
        self.resources, self.state, self.spaces = resources, state, spaces
        self.stack: list[Level] = []
        self._settings: dict[bytes, dict[str, Any]] = {}
        self._devices: dict[str, Space] = {}

    def missing(self, what: str) -> None:
        """Called when something is called for that is not there (``font F1``)."""

    def resource(self, group: str, operand: bytes) -> pikepdf.Object | None:
        """A named resource of a group (``/Font``); what is not there is reported as ``missing``."""
        name = lexer.name(operand)
        found = entry(entry(self.resources, group), name)
        if found is None:
            self.missing(say("{kind} {name}", kind=say(WORDS[group]), name=name[1:]))
        return found

    def save(self) -> None:
        """``q``: put a copy of the state aside. Raises TooLargeError."""
        if len(self.stack) >= MAX_SAVED:
            raise TooLargeError(say("q stands more than {count} deep in q", count=MAX_SAVED))
        self.stack.append(self.state.copy())

    def restore(self) -> bool:
        """``Q``: take the state that was put aside last; whether there was one."""
        if not self.stack:
            return False
        self.state = self.stack.pop()
        return True

    def settings(self, operand: bytes) -> dict[str, Any]:
        """The entries of a named graphics state; looked up once, as pages call them very often."""
        if operand not in self._settings:
            found = self.resource("/ExtGState", operand)
            self._settings[operand] = {} if found is None else dict(found.items())
        return self._settings[operand]

    def space(self, value: pikepdf.Object | str) -> Space:
        """A colour space as the stream names it or writes it out."""
        return self.spaces.find(value, self.resources)

    def device(self, family: str) -> Space:
        """A device's space, or what the resources put in its place; looked up once."""
        if family not in self._devices:
            self._devices[family] = self.space(family)
        return self._devices[family]

    def paint(self, paint: Paint, *, stroke: bool) -> None:
        """A colour is set. Glyphs and cells without colours of their own have none (9.6.5)."""
        if self.state.colourless:
            return
        if stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def choose_space(self, operand: bytes, *, stroke: bool) -> None:
        """``cs``: a space, and with it the colour that it begins with."""
        name = lexer.name(operand)
        if name[1:] not in DEVICES and self.resource("/ColorSpace", operand) is None:
            self.paint(Paint(PATTERN), stroke=stroke)  # no colour that could be judged
            return
        self.paint(initial(self.space(name)), stroke=stroke)

    def choose_colour(self, operands: bytes, *, stroke: bool) -> None:
        """``scn``: a colour in the space that is set, or a pattern."""
        words = operands.split()
        paint = self.state.stroke if stroke else self.state.fill
        if not words or not words[-1].startswith(b"/"):
            self.paint(Paint(paint.space, tuple(map(float, words))), stroke=stroke)
            return
        under = Paint(paint.space, tuple(map(float, words[:-1])))
        self.choose_pattern(words[-1], under, stroke=stroke)

    def choose_pattern(self, operand: bytes, under: Paint, *, stroke: bool) -> None:
        """A pattern; ``under`` is the Pattern space, with the tints of one without own colours."""
        raise NotImplementedError


Action = Callable[[Content[Any], bytes], None]
"""What an operator does; its operands come as they are written."""


def _device(family: str, *, stroke: bool) -> Action:
    """``g rg k`` and their like: a device space and a colour in one operator."""

    def act(content: Content[Any], operands: bytes) -> None:
        space = content.device(family)
        content.paint(Paint(space, lexer.tints(operands)), stroke=stroke)

    return act


def _chosen_space(*, stroke: bool) -> Action:
    """``cs`` or ``CS``."""
    return lambda content, operands: content.choose_space(operands, stroke=stroke)


def _chosen_colour(*, stroke: bool) -> Action:
    """``sc``, ``scn`` or their capitals."""
    return lambda content, operands: content.choose_colour(operands, stroke=stroke)


def _save(content: Content[Any], _: bytes) -> None:
    content.save()


def _restore(content: Content[Any], _: bytes) -> None:
    content.restore()


def _settings(content: Content[Any], operands: bytes) -> None:
    content.state.apply(content.settings(operands))


def _mode(content: Content[Any], operands: bytes) -> None:
    content.state.mode = int(float(operands))


COLOURS: dict[bytes, Action] = {
    b"g": _device("DeviceGray", stroke=False),
    b"G": _device("DeviceGray", stroke=True),
    b"rg": _device("DeviceRGB", stroke=False),
    b"RG": _device("DeviceRGB", stroke=True),
    b"k": _device("DeviceCMYK", stroke=False),
    b"K": _device("DeviceCMYK", stroke=True),
    b"cs": _chosen_space(stroke=False),
    b"CS": _chosen_space(stroke=True),
    **dict.fromkeys((b"sc", b"scn"), _chosen_colour(stroke=False)),
    **dict.fromkeys((b"SC", b"SCN"), _chosen_colour(stroke=True)),
}
"""``g rg k cs sc scn`` and their capitals for strokes (8.6.8)."""

ACTIONS: dict[bytes, Action] = {
    **COLOURS,
    b"q": _save,
    b"Q": _restore,
    b"gs": _settings,
    b"Tr": _mode,
}
"""Operators that mean the same to every reader."""
