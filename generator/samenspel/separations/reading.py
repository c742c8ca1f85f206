"""What each operator of a content stream means for plates; all others are kept verbatim."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pikepdf

from samenspel.separations import scanning
from samenspel.separations.program import (
    APPROXIMATE,
    INCOMPLETE,
    Blend,
    Colour,
    Form,
    Glyphs,
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
    ALL_PLATES,
    DEVICE_CMYK,
    DEVICE_GRAY,
    FOREIGN,
    PATTERN,
    UNKNOWN,
    Paint,
    Space,
    entry,
    initial,
)

if TYPE_CHECKING:
    from samenspel.separations.compiling import Compiler

NOT_BY_PLATE = {"Hue", "Saturation", "Color", "Luminosity"}
"""Blend modes that mix the plates (11.3.5.3)."""

DEVICE_RGB = Space(FOREIGN, "DeviceRGB", 3)


class Reader:
    """One stream on its way into a program."""

    def __init__(self, compiler: Compiler, program: Program, state: State, depth: int) -> None:
        """``compiler`` reads what the stream refers to; ``state`` is taken over."""
        self.compiler, self.program, self.depth = compiler, program, depth
        self.resources = program.resources
        self.state = state.copy()
        self.stack: list[State] = []

    def note(self, code: str, message: str) -> None:
        """Tell what the plates do not show, or not exactly."""
        self.program.tell(code, message)

    def resource(self, group: str, name: str) -> pikepdf.Object | None:
        """A named resource; it is noted when it is missing."""
        found = entry(entry(self.resources, group), name)
        if found is None:
            self.note(INCOMPLETE, f"{group[1:]} {name} is not among the page's resources")
        return found

    def space(self, value: pikepdf.Object | str) -> Space:
        """A colour space as the stream names it."""
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
        names = space.plates | ({ALL_PLATES} & set(space.colorants))
        if paint is not None and space.kind != PATTERN:
            names = frozenset(name for name in names if name == ALL_PLATES or paint.tint(name) > 0)
        self.program.use(names)

    # -- colours

    def device(self, space: Space, operands: bytes, *, stroke: bool) -> None:
        """A device space and a colour in one operator."""
        values = tuple(map(float, operands.split()))
        names = {DEVICE_GRAY: "DeviceGray", DEVICE_CMYK: "DeviceCMYK", DEVICE_RGB: "DeviceRGB"}
        self.paint(Paint(self.space(names[space]), values), stroke=stroke)

    def choose_space(self, operands: bytes, *, stroke: bool) -> None:
        """A space and with it the colour that it begins with."""
        self.paint(initial(self.space(scanning.name(operands))), stroke=stroke)

    def choose_colour(self, operands: bytes, *, stroke: bool) -> None:
        """A colour in the space that is set, or a pattern."""
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
        """A graphics state dictionary (8.4.5): ``OP`` alone sets both overprints."""
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
        """Tell of blending that cannot be done plate by plate."""
        modes = settings.get("/BM", "/Normal")
        mode = str(modes[0] if isinstance(modes, pikepdf.Array) else modes).lstrip("/")
        if mode in NOT_BY_PLATE:
            self.note(APPROXIMATE, f"blend mode {mode} mixes the plates and is shown as Normal")
        mask = settings.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and str(mask.get("/S")) == "/Luminosity":
            self.note(APPROXIMATE, "a soft mask by luminosity is shown as a screen would show it")

    def font(self, operands: bytes) -> None:
        """A font; the glyphs of Type 3 are streams of their own."""
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
        """An image or a form."""
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
        """Tell of a group that blends in another space."""
        space = entry(entry(form, "/Group"), "/CS")
        if space is not None and self.space(space).foreign:
            self.note(APPROXIMATE, "a group that blends in RGB is shown as if it blended in CMYK")

    def image(self, image: pikepdf.Object) -> None:
        """An image, or a mask for the colour that is set."""
        if bool(image.get("/ImageMask", False)):
            self.program.add(Stencil(image, self.state.filled))
            return
        value = entry(image, "/ColorSpace")
        space = self.space(value) if value is not None else UNKNOWN
        self.use(space)
        self.program.add(Picture(image, space, self.state.placed(space)))

    def inline(self, image: pikepdf.PdfInlineImage) -> None:
        """An image that stands in the stream itself."""
        self.image(scanning.outlined(self.compiler.source, image))

    def shade(self, operands: bytes) -> None:
        """A shading that fills the clip."""
        found = self.resource("/Shading", scanning.name(operands))
        if found is not None:
            space = self.space(found.ColorSpace)
            self.use(space)
            self.program.add(Shade(found, space, self.state.placed(space)))


Action = Callable[[Reader, Any, bytes], None]


def _save(reader: Reader, _: bytes, operator: bytes) -> None:
    reader.stack.append(reader.state.copy())
    reader.program.add(operator + b"\n")


def _restore(reader: Reader, _: bytes, operator: bytes) -> None:
    if reader.stack:
        reader.state = reader.stack.pop()
        reader.program.add(operator + b"\n")


def _mode(reader: Reader, operands: bytes, operator: bytes) -> None:
    reader.state.mode = int(float(operands))
    reader.program.add(operands + operator + b"\n")


def _show(reader: Reader, operands: bytes, operator: bytes) -> None:
    state = reader.state
    text = operands + operator + b"\n"
    reader.program.add(Text(text, state.mode, state.filled, state.stroked))


def _path(reader: Reader, _: bytes, operator: bytes) -> None:
    fills, strokes = operator[:1] in b"fFbB", operator[:1] in b"sSbB"
    state = reader.state
    filled = state.filled if fills else None
    reader.program.add(Painting(operator, filled, state.stroked if strokes else None))


def _device(space: Space, *, stroke: bool) -> Action:
    return lambda reader, operands, _: reader.device(space, operands, stroke=stroke)


def _space(*, stroke: bool) -> Action:
    return lambda reader, operands, _: reader.choose_space(operands, stroke=stroke)


def _colour(*, stroke: bool) -> Action:
    return lambda reader, operands, _: reader.choose_colour(operands, stroke=stroke)


ACTIONS: dict[bytes, Action] = {
    b"g": _device(DEVICE_GRAY, stroke=False),
    b"G": _device(DEVICE_GRAY, stroke=True),
    b"rg": _device(DEVICE_RGB, stroke=False),
    b"RG": _device(DEVICE_RGB, stroke=True),
    b"k": _device(DEVICE_CMYK, stroke=False),
    b"K": _device(DEVICE_CMYK, stroke=True),
    b"cs": _space(stroke=False),
    b"CS": _space(stroke=True),
    **dict.fromkeys((b"sc", b"scn"), _colour(stroke=False)),
    **dict.fromkeys((b"SC", b"SCN"), _colour(stroke=True)),
    **dict.fromkeys((b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"), _path),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), _show),
    b"q": _save,
    b"Q": _restore,
    b"Tr": _mode,
    b"gs": lambda reader, operands, _: reader.settings(operands),
    b"Tf": lambda reader, operands, _: reader.font(operands),
    b"Do": lambda reader, operands, _: reader.place(operands),
    b"sh": lambda reader, operands, _: reader.shade(operands),
    scanning.INLINE_IMAGE: lambda reader, image, _: reader.inline(image),
}
