"""Reads content streams into programs: who paints what, in which colours, and what overprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from samenspel.separations import limits, scanning
from samenspel.separations.program import (
    APPROXIMATE,
    INCOMPLETE,
    Blend,
    Colour,
    Form,
    Glyphs,
    Note,
    Painting,
    Picture,
    Program,
    Settings,
    Shade,
    State,
    Stencil,
    Text,
    Tile,
)
from samenspel.separations.spaces import (
    DEVICE_CMYK,
    DEVICE_GRAY,
    FOREIGN,
    PATTERN,
    UNKNOWN,
    Paint,
    Space,
    Spaces,
    initial,
)

Resources = pikepdf.Object | None

NOT_BY_PLATE = {"Hue", "Saturation", "Color", "Luminosity"}
"""Blend modes that mix the plates (11.3.5.3)."""

DEVICE_RGB = Space(FOREIGN, "DeviceRGB", 3)
BAD = (ValueError, IndexError, TypeError, AttributeError, KeyError, pikepdf.PdfError)


def entry(holder: Resources, key: str) -> Resources:
    """What a dictionary has under ``key``, or ``None``."""
    if not isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        return None
    return holder.get(key)


class Compiler:
    """Reads pages of one document; a form is read once for each state that it takes over."""

    def __init__(self, source: pikepdf.Pdf, spaces: Spaces) -> None:
        """``spaces`` finds the colour spaces of ``source``."""
        self.source, self.spaces = source, spaces
        self._forms: dict[tuple[object, ...], Program] = {}
        self._busy: set[tuple[int, int]] = set()

    def page(self, page: pikepdf.Page) -> Program:
        """The whole page. Raises TooLargeError."""
        contents = entry(page.obj, "/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join(limits.content(p) for p in parts if isinstance(p, pikepdf.Stream))
        program = self.read(page.obj, data, page.resources, State(), 0)
        if entry(page.obj, "/Annots"):
            program.notes[Note(INCOMPLETE, "annotations (comments, form fields) are left out")] = None
        return program

    def stream(
        self, stream: pikepdf.Object, resources: Resources, state: State, depth: int
    ) -> Program:
        """A form, a pattern's cell or a glyph."""
        key = (stream.objgen, *state.key)
        own = entry(stream, "/Resources")
        if stream.is_indirect and own is not None and key in self._forms:
            return self._forms[key]
        if depth > limits.MAX_DEPTH or (stream.is_indirect and stream.objgen in self._busy):
            program = Program(own)
            program.notes[Note(INCOMPLETE, "forms that contain themselves are left out")] = None
            return program
        self._busy.add(stream.objgen)
        try:
            data = limits.content(stream)
            program = self.read(stream, data, own or resources, state, depth)
        finally:
            self._busy.discard(stream.objgen)
        if stream.is_indirect and own is not None:
            self._forms[key] = program
        return program

    def read(
        self, source: pikepdf.Object, data: bytes, resources: Resources, state: State, depth: int
    ) -> Program:
        """One stream. What cannot be read is noted and left out."""
        program = Program(resources)
        try:
            found = scanning.pieces(source, data)
        except pikepdf.PdfError as error:
            program.notes[Note(INCOMPLETE, f"a content stream cannot be read: {error}")] = None
            return program
        program.cost += len(found)
        reader = _Reader(self, program, state, depth)
        for operands, operator in found:
            action = ACTIONS.get(operator)
            try:
                if action is None:
                    program.add(operands + operator + b"\n")
                else:
                    action(reader, operands, operator)
            except BAD as error:
                name = operator.decode("ascii", "replace")
                reader.note(INCOMPLETE, f'an operator "{name}" cannot be carried out: {error}')
            if program.cost > limits.MAX_PIECES:
                raise limits.TooLargeError("its content is too complicated")
        program.items = _joined(program.items)
        return program


def _joined(items: list[Any]) -> list[Any]:
    """The same with neighbouring texts made one."""
    found: list[Any] = []
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


class _Reader:
    """One stream on its way."""

    def __init__(self, compiler: Compiler, program: Program, state: State, depth: int) -> None:
        self.compiler, self.program, self.depth = compiler, program, depth
        self.resources = program.resources
        self.state = state.copy()
        self.stack: list[State] = []

    def note(self, code: str, message: str) -> None:
        self.program.notes[Note(code, message)] = None

    def resource(self, group: str, name: str) -> Resources:
        found = entry(entry(self.resources, group), name)
        if found is None:
            self.note(INCOMPLETE, f"{group[1:]} {name} is not among the page's resources")
        return found

    def space(self, value: pikepdf.Object | str) -> Space:
        return self.compiler.spaces.find(value, self.resources)

    def paint(self, paint: Paint, *, stroke: bool) -> None:
        """A colour is set."""
        if stroke:
            self.state.stroke = paint
        else:
            self.state.fill = paint
        self.use(paint.space, paint)
        self.program.add(Colour(paint, stroke))

    def use(self, space: Space, paint: Paint | None = None) -> None:
        """Remember the plates that may get ink, and tell what cannot be separated."""
        if space.foreign:
            self.note(INCOMPLETE, f"{space.foreign} cannot be separated; paper shows in its place")
        names = space.plates | ({"All"} & set(space.colorants))
        if paint is not None and space.kind != PATTERN:
            names = frozenset(name for name in names if name == "All" or paint.tint(name) > 0)
        self.program.use(names)

    # -- colours

    def device(self, space: Space, operands: bytes, *, stroke: bool) -> None:
        values = tuple(map(float, operands.split()))
        names = {DEVICE_GRAY: "DeviceGray", DEVICE_CMYK: "DeviceCMYK", DEVICE_RGB: "DeviceRGB"}
        self.paint(Paint(self.space(names[space]), values), stroke=stroke)

    def choose_space(self, operands: bytes, *, stroke: bool) -> None:
        self.paint(initial(self.space(scanning.name(operands))), stroke=stroke)

    def choose_colour(self, operands: bytes, *, stroke: bool) -> None:
        space = (self.state.stroke if stroke else self.state.fill).space
        words = operands.split()
        if not words or not words[-1].startswith(b"/"):
            self.paint(Paint(space, tuple(map(float, words))), stroke=stroke)
            return
        pattern = self.resource("/Pattern", scanning.name(words[-1]))
        if pattern is None:
            self.paint(Paint(UNKNOWN), stroke=stroke)
            return
        values = tuple(map(float, words[:-1]))
        self.paint(self.pattern(pattern, words[-1], space, values), stroke=stroke)

    def pattern(
        self, pattern: pikepdf.Object, name: bytes, space: Space, values: tuple[float, ...]
    ) -> Paint:
        """A pattern as a paint; what it is made of is kept in the program."""
        patterns = self.program.patterns
        if "/Shading" in pattern:
            shading = self.space(pattern.Shading.ColorSpace)
            patterns[name] = Blend(pattern, shading)
            self.use(shading)
            return Paint(Space(PATTERN, "Pattern"), (), name, shading.painted)
        if int(pattern.get("/PaintType", 1)) == 2:
            patterns[name] = pattern
            if space.base is not None:
                self.use(space.base, Paint(space.base, values))
                changes = Paint(space.base, values).touched(self.state.over_mode)
                return Paint(space, values, name, changes)
            return Paint(UNKNOWN)
        if name not in patterns:
            inner = self.compiler.stream(pattern, self.resources, State(), self.depth + 1)
            self.program.take_in(inner)
            patterns[name] = Tile(pattern, inner)
        return Paint(Space(PATTERN, "Pattern"), (), name)

    # -- state

    def settings(self, operands: bytes) -> None:
        found = self.resource("/ExtGState", scanning.name(operands))
        if found is None:
            return
        state = self.state
        if "/OP" in found:
            state.stroke_over = state.fill_over = bool(found["/OP"])
        if "/op" in found:
            state.fill_over = bool(found["/op"])
        if "/OPM" in found:
            state.over_mode = int(found["/OPM"])
        self.judge_blending(found)
        self.program.add(Settings(found))

    def judge_blending(self, settings: pikepdf.Object) -> None:
        modes = settings.get("/BM", "/Normal")
        mode = str(modes[0] if isinstance(modes, pikepdf.Array) else modes).lstrip("/")
        if mode in NOT_BY_PLATE:
            self.note(APPROXIMATE, f"blend mode {mode} mixes the plates and is shown as Normal")
        mask = settings.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and str(mask.get("/S")) == "/Luminosity":
            self.note(APPROXIMATE, "a soft mask by luminosity is shown as a screen would show it")

    def font(self, operands: bytes) -> None:
        words = operands.split()
        found = self.resource("/Font", scanning.name(words[0]))
        if found is None or str(found.get("/Subtype")) != "/Type3":
            self.program.add(operands + b"Tf\n")
            return
        glyphs = {}
        resources = entry(found, "/Resources") or self.resources
        for name, glyph in found.CharProcs.items():
            inner = self.compiler.stream(glyph, resources, State(), self.depth + 1)
            self.program.take_in(inner)
            glyphs[name] = inner
        self.program.add(Glyphs(found, words[1], glyphs))

    # -- objects

    def place(self, operands: bytes) -> None:
        found = self.resource("/XObject", scanning.name(operands))
        if found is None:
            return
        kind = str(found.get("/Subtype"))
        if kind == "/Image":
            self.image(found)
        elif kind == "/Form":
            inner = self.compiler.stream(found, self.resources, self.state, self.depth + 1)
            self.program.take_in(inner)
            self.judge_group(found)
            self.program.add(Form(found, inner))
        else:
            self.note(INCOMPLETE, f"an object of type {kind[1:]} is left out")

    def judge_group(self, form: pikepdf.Object) -> None:
        space = entry(entry(form, "/Group"), "/CS")
        if space is not None and self.space(space).foreign:
            self.note(APPROXIMATE, "a group that blends in RGB is shown as if it blended in CMYK")

    def image(self, image: pikepdf.Object) -> None:
        if bool(image.get("/ImageMask", False)):
            self.program.add(Stencil(image, self.state.filled))
            return
        value = entry(image, "/ColorSpace")
        space = self.space(value) if value is not None else UNKNOWN
        self.use(space)
        self.program.add(Picture(image, space, self.state.placed(space)))

    def inline(self, image: pikepdf.PdfInlineImage) -> None:
        self.image(scanning.outlined(self.compiler.source, image))

    def shade(self, operands: bytes) -> None:
        found = self.resource("/Shading", scanning.name(operands))
        if found is not None:
            space = self.space(found.ColorSpace)
            self.use(space)
            self.program.add(Shade(found, space, self.state.placed(space)))


Action = Callable[[_Reader, Any, bytes], None]


def _save(reader: _Reader, _: bytes, operator: bytes) -> None:
    reader.stack.append(reader.state.copy())
    reader.program.add(operator + b"\n")


def _restore(reader: _Reader, _: bytes, operator: bytes) -> None:
    if reader.stack:
        reader.state = reader.stack.pop()
        reader.program.add(operator + b"\n")


def _mode(reader: _Reader, operands: bytes, operator: bytes) -> None:
    reader.state.mode = int(float(operands))
    reader.program.add(operands + operator + b"\n")


def _show(reader: _Reader, operands: bytes, operator: bytes) -> None:
    state = reader.state
    text = operands + operator + b"\n"
    reader.program.add(Text(text, state.mode, state.filled, state.stroked))


def _path(reader: _Reader, _: bytes, operator: bytes) -> None:
    fills, strokes = operator[:1] in b"fFbB", operator[:1] in b"sSbB"
    state = reader.state
    filled = state.filled if fills else None
    reader.program.add(Painting(operator, filled, state.stroked if strokes else None))


def _actions() -> Iterator[tuple[bytes, Action]]:
    for space, lower in ((DEVICE_GRAY, b"g"), (DEVICE_RGB, b"rg"), (DEVICE_CMYK, b"k")):
        for stroke in (False, True):
            operator = lower.upper() if stroke else lower
            yield operator, lambda r, o, _, s=space, k=stroke: r.device(s, o, stroke=k)
    for stroke in (False, True):
        yield (
            b"CS" if stroke else b"cs",
            lambda r, o, _, k=stroke: r.choose_space(o, stroke=k),
        )
        for operator in (b"SC", b"SCN") if stroke else (b"sc", b"scn"):
            yield operator, lambda r, o, _, k=stroke: r.choose_colour(o, stroke=k)
    for operator in (b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"):
        yield operator, _path
    for operator in (b"Tj", b"TJ", b"'", b'"'):
        yield operator, _show


ACTIONS: dict[bytes, Action] = {
    **dict(_actions()),
    b"q": _save,
    b"Q": _restore,
    b"Tr": _mode,
    b"gs": lambda reader, operands, _: reader.settings(operands),
    b"Tf": lambda reader, operands, _: reader.font(operands),
    b"Do": lambda reader, operands, _: reader.place(operands),
    b"sh": lambda reader, operands, _: reader.shade(operands),
    scanning.INLINE_IMAGE: lambda reader, image, _: reader.inline(image),
}
