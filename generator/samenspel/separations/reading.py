"""What each operator of a content stream means for plates; all others are kept verbatim."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf

from samenspel.pdf import content, lexer
from samenspel.pdf.colours import ALL_PLATES, CMYK, PROCESS, UNKNOWN, Paint, Space
from samenspel.pdf.content import Content
from samenspel.pdf.inline import outlined
from samenspel.pdf.state import blend_mode
from samenspel.pdf.values import entry, listed, whole
from samenspel.saying import say
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

if TYPE_CHECKING:
    from samenspel.separations.compiling import Compiler

BY_FUNCTION, SAMPLED = 1, 0
"""Types of shadings and functions (tables 78, 38)."""
NOT_BY_PLATE = {"Hue", "Saturation", "Color", "Luminosity"}
"""Blend modes that mix the plates (11.3.5.3)."""


class Reader(Content[State]):
    """One stream on its way into a program."""

    def __init__(self, compiler: Compiler, program: Program, state: State, depth: int) -> None:
        """``compiler`` reads what the stream refers to; ``state`` is taken over."""
        super().__init__(program.resources, state.copy(), compiler.spaces)
        self.compiler, self.program, self.depth = compiler, program, depth

    def note(self, code: str, message: str) -> None:
        """Say what the plates do not show, or not exactly."""
        self.program.note(code, message)

    def missing(self, what: str) -> None:
        """What is called for and is not there."""
        self.note(INCOMPLETE, say("the {what} is not among the page's resources", what=what))

    def keep(self, operands: bytes, operator: bytes) -> None:
        """Take an instruction over as it is written."""
        self.program.add(operands + operator + b"\n")

    def paint(self, paint: Paint, *, stroke: bool) -> None:
        """A colour is set."""
        super().paint(paint, stroke=stroke)
        self.use(paint.space, paint)
        self.program.add(Colour(paint, stroke))

    def use(self, space: Space, paint: Paint | None = None) -> None:
        """Remember the plates that may get ink, and note what cannot be separated."""
        if space.foreign:
            message = say(
                "{space} cannot be separated; paper shows in its place", space=space.foreign
            )
            self.note(INCOMPLETE, message)
        names = space.plates | ({ALL_PLATES} & set(space.channels))
        if paint is not None and space.family != "Pattern":
            names = frozenset(name for name in names if name == ALL_PLATES or paint.tint(name) > 0)
        self.program.use(names)

    def choose_pattern(self, operand: bytes, under: Paint, *, stroke: bool) -> None:
        """A pattern."""
        pattern = self.resource("/Pattern", operand)
        paint = Paint(UNKNOWN) if pattern is None else self.pattern(pattern, operand, under)
        self.paint(paint, stroke=stroke)

    def pattern(self, pattern: pikepdf.Object, name: bytes, under: Paint) -> Paint:
        """A pattern as a paint; what it is made of is kept in the program."""
        patterns = self.program.patterns
        if "/Shading" in pattern:
            shading = self.space(pattern.Shading.ColorSpace)
            self.judge_shading(pattern.Shading)
            patterns[name] = Blend(pattern, shading)
            self.use(shading)
            return Paint(Space("Pattern"), (), name, shading.painted)
        if int(pattern.get("/PaintType", 1)) == 2:
            patterns[name] = pattern
            if under.space.base is not None:
                base = Paint(under.space.base, under.tints)
                self.use(base.space, base)
                changes = base.touched(self.state.overprint_mode)
                return Paint(under.space, under.tints, name, changes)
            return Paint(UNKNOWN)
        if name not in patterns:
            inner = self.compiler.cell(pattern, self.resources, self.depth + 1)
            self.program.take_in(inner)
            patterns[name] = Tile(pattern, inner)
        return Paint(Space("Pattern"), (), name)

    def change(self, operand: bytes) -> None:
        """A graphics state dictionary."""
        self.state.apply(self.settings(operand))
        found = self.resource("/ExtGState", operand)
        if found is not None:
            self.judge_blending(found)
            self.program.add(Settings(found))

    def judge_blending(self, settings: pikepdf.Object) -> None:
        """Note blending that cannot be done plate by plate."""
        mode = blend_mode(settings.BM) if "/BM" in settings else "Normal"
        if mode in NOT_BY_PLATE:
            message = say("blend mode {mode} mixes the plates and is shown as Normal", mode=mode)
            self.note(APPROXIMATE, message)
        mask = settings.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and str(mask.get("/S")) == "/Luminosity":
            self.note(APPROXIMATE, "a soft mask by luminosity is shown as a screen would show it")

    def font(self, operands: bytes) -> None:
        """A font; the glyphs of Type 3 are streams of their own."""
        words = operands.split()
        found = self.resource("/Font", words[0])
        if found is None or str(found.get("/Subtype")) != "/Type3":
            self.keep(operands, b"Tf")
            return
        glyphs = {}
        resources = entry(found, "/Resources") or self.resources
        for name, glyph in found.CharProcs.items():
            inner = self.compiler.stream(glyph, resources, State(), self.depth + 1)
            self.program.take_in(inner)
            glyphs[name] = inner
        self.program.add(Glyphs(found, words[1], glyphs))

    def place(self, operands: bytes) -> None:
        """An image or a form."""
        found = self.resource("/XObject", operands)
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
            self.note(INCOMPLETE, say("an object of type {kind} is left out", kind=kind[1:]))

    def judge_group(self, holder: pikepdf.Object) -> None:
        """Note a group, of a form or of the page, that is not blended as plates are."""
        group = entry(holder, "/Group")
        if group is None:
            return
        space = entry(group, "/CS")
        found = self.space(space) if space is not None else CMYK
        if found.channels != PROCESS:
            name = say("gray") if found.inverted else "RGB"
            message = say(
                "a group that blends in {name} is shown as if it blended in CMYK", name=name
            )
            self.note(APPROXIMATE, message)
        if whole(group, "/K", 0):
            self.note(APPROXIMATE, "a knock-out group is shown as an ordinary one")

    def judge_shading(self, shading: pikepdf.Object) -> None:
        """Note a shading that PDFium draws by a rough rule: between samples in two directions."""
        if whole(shading, "/ShadingType", 0) != BY_FUNCTION:
            return
        found = entry(shading, "/Function")
        functions = listed(found) if isinstance(found, pikepdf.Array) else [found]
        if any(one is not None and whole(one, "/FunctionType", 0) == SAMPLED for one in functions):
            self.note(APPROXIMATE, "a shading by a sampled function is shown roughly")

    def image(self, image: pikepdf.Object) -> None:
        """An image, or a mask for the colour that is set."""
        if bool(image.get("/ImageMask", False)):
            self.program.add(Stencil(image, self.state.filled))
            return
        value = entry(image, "/ColorSpace")
        space = self.space(value) if value is not None else UNKNOWN
        self.use(space)
        self.program.add(Picture(image, space, self.state.placed(space)))

    def inline(self, operands: bytes) -> None:
        """An image that stands in the stream itself."""
        self.image(outlined(self.compiler.source, lexer.inline_image(operands)))

    def shade(self, operands: bytes) -> None:
        """A shading that fills the clip."""
        found = self.resource("/Shading", operands)
        if found is not None:
            space = self.space(found.ColorSpace)
            self.judge_shading(found)
            self.use(space)
            self.program.add(Shade(found, space, self.state.placed(space)))


Action = Callable[[Reader, bytes, bytes], None]
"""What an operator does; its operands and the operator itself come as they are written."""


def _save(reader: Reader, operands: bytes, operator: bytes) -> None:
    reader.save()
    reader.keep(operands, operator)


def _restore(reader: Reader, operands: bytes, operator: bytes) -> None:
    if reader.restore():
        reader.keep(operands, operator)


def _path(reader: Reader, operands: bytes, _: bytes) -> None:
    """A run of segments carries its operators itself."""
    reader.program.add(operands)


def _mode(reader: Reader, operands: bytes, operator: bytes) -> None:
    reader.state.mode = int(float(operands))
    reader.keep(operands, operator)


def _show(reader: Reader, operands: bytes, operator: bytes) -> None:
    state = reader.state
    text = operands + operator + b"\n"
    reader.program.add(Text(text, state.mode, state.filled, state.stroked))


def _paint(reader: Reader, _: bytes, operator: bytes) -> None:
    fills, strokes = operator[:1] in b"fFbB", operator[:1] in b"sSbB"
    state = reader.state
    filled = state.filled if fills else None
    reader.program.add(Painting(operator, filled, state.stroked if strokes else None))


def _shared(action: content.Action) -> Action:
    return lambda reader, operands, _: action(reader, operands)


ACTIONS: dict[bytes, Action] = {
    **{operator: _shared(action) for operator, action in content.COLOURS.items()},
    **dict.fromkeys((b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"), _paint),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), _show),
    lexer.PATH: _path,
    b"q": _save,
    b"Q": _restore,
    b"Tr": _mode,
    b"gs": lambda reader, operands, _: reader.change(operands),
    b"Tf": lambda reader, operands, _: reader.font(operands),
    b"Do": lambda reader, operands, _: reader.place(operands),
    b"sh": lambda reader, operands, _: reader.shade(operands),
    lexer.INLINE_IMAGE: lambda reader, operands, _: reader.inline(operands),
}
"""All other operators mean nothing to plates and are kept as they are written."""
