"""Writes the slots of one stream for one group of plates.

What overprints and leaves the group's plates alone is not written: paths end in ``n``, text is
shown invisibly, so that what follows stands where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.pdf import limits
from samenspel.pdf.colours import Paint
from samenspel.separations.images import Group, device, lights
from samenspel.separations.program import (
    Blend,
    Colour,
    Form,
    Glyphs,
    Painting,
    Pattern,
    Picture,
    Program,
    Settings,
    Shade,
    Slot,
    Stencil,
    Text,
    Tile,
    Touched,
)

if TYPE_CHECKING:
    from samenspel.separations.writing import Writer

NOT_KEPT = ("/OP", "/op", "/OPM", "/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")
"""Graphics state entries that are carried out already, or that are the press's business."""


class SlotWriter:
    """One stream being written: its resources under names of their own."""

    def __init__(self, writer: Writer, program: Program, group: Group) -> None:
        """``writer`` makes what the stream refers to."""
        self.writer, self.program, self.group = writer, program, group
        self.resources = Dictionary()
        for name in ("/Font", "/Properties"):
            if program.resources is not None and name in program.resources:
                self.resources[name] = writer.duplicate(program.resources[name])
        self._names: dict[tuple[str, object], bytes] = {}

    def written(self, slot: Slot) -> bytes:
        """What stands in the slot's place for this group."""
        match slot:
            case Colour():
                return self.colour(slot)
            case Painting():
                return self.painting(slot)
            case Text():
                return self.text(slot)
            case Form():
                return self.form(slot)
            case Settings():
                return self.settings(slot)
            case Glyphs():
                return self.glyphs(slot)
        if not self.shown(slot.touched):
            return b""
        match slot:
            case Stencil():
                return self.stencil(slot)
            case Picture():
                return self.picture(slot)
            case Shade():
                return self.shade(slot)

    def shown(self, touched: Touched) -> bool:
        """True when something leaves a mark on the group's plates, be it an empty place."""
        return touched is None or self.group[0] in touched

    def name(self, kind: str, key: object, make: Callable[[], pikepdf.Object]) -> bytes:
        """The name of a resource, made when it is first asked for."""
        if (kind, key) not in self._names:
            number = len(self._names)
            if kind not in self.resources:
                self.resources[kind] = Dictionary()
            self.resources[kind][f"/S{number}"] = make()
            self._names[kind, key] = b"/S%d" % number
        return self._names[kind, key]

    def colour(self, slot: Colour) -> bytes:
        """A colour as light."""
        paint = slot.paint
        if paint.pattern and paint.pattern in self.program.patterns:
            return self.pattern(paint, stroke=slot.stroke)
        operator = b"g" if len(self.group) == 1 else b"rg"
        values = b" ".join(b"%.5g" % light for light in lights(self.group, paint.tint))
        return values + b" " + (operator.upper() if slot.stroke else operator) + b"\n"

    def pattern(self, paint: Paint, *, stroke: bool) -> bytes:
        """A pattern as the colour."""
        found = self.program.patterns[paint.pattern]
        name = self.name("/Pattern", paint.pattern, lambda: self.made_pattern(found))
        choose, use = (b"CS", b"SCN") if stroke else (b"cs", b"scn")
        if paint.space.family != "Pattern" or paint.space.base is None:
            return b"/Pattern %s %s %s\n" % (choose, name, use)
        base = Array([Name.Pattern, device(self.group)])
        space = self.name("/ColorSpace", "uncoloured", lambda: base)
        values = b" ".join(b"%.5g" % light for light in lights(self.group, paint.tint))
        return b"%s %s %s %s %s\n" % (space, choose, values, name, use)

    def made_pattern(self, pattern: Pattern) -> pikepdf.Object:
        """The pattern itself."""
        writer = self.writer
        if isinstance(pattern, Tile):
            return writer.stream(pattern.pattern, pattern.program, self.group)
        if isinstance(pattern, Blend):
            made = Dictionary(PatternType=2)
            if "/Matrix" in pattern.pattern:
                made.Matrix = writer.copied(pattern.pattern.Matrix)
            made.Shading = writer.shading(pattern.pattern.Shading, pattern.space, self.group)
            return writer.target.make_indirect(made)
        return writer.copied(pattern)

    def painting(self, slot: Painting) -> bytes:
        """A path with what is left of its fill and its line."""
        operator = slot.operator
        fills, strokes = operator[:1] in b"fFbB", operator[:1] in b"sSbB"
        fills, strokes = fills and self.shown(slot.filled), strokes and self.shown(slot.stroked)
        even, close = operator.endswith(b"*"), operator[:1] in b"sb"
        if fills and strokes:
            return operator + b"\n"
        if fills:
            return (b"h " if close else b"") + (b"f*\n" if even else b"f\n")
        return (b"s\n" if close else b"S\n") if strokes else b"n\n"

    def text(self, slot: Text) -> bytes:
        """Modes: 0 fills, 1 strokes, 2 does both, 3 neither; 4 more also clips (table 106)."""
        mode, clips = slot.mode % 4, slot.mode >= 4
        fills = mode in (0, 2) and self.shown(slot.filled)
        strokes = mode in (1, 2) and self.shown(slot.stroked)
        wanted = {(True, True): 2, (True, False): 0, (False, True): 1, (False, False): 3}
        shown = wanted[fills, strokes] + (4 if clips else 0)
        if shown == slot.mode:
            return slot.text
        return b"%d Tr %s%d Tr\n" % (shown, slot.text, slot.mode)

    def stencil(self, slot: Stencil) -> bytes:
        """A mask, as it is."""
        limits.check_picture(slot.image)
        copy = self.writer.copied
        return self.name("/XObject", slot.image.objgen, lambda: copy(slot.image)) + b" Do\n"

    def picture(self, slot: Picture) -> bytes:
        """A picture as the group shows it."""
        make = self.writer.picture
        key = slot.image.objgen if slot.image.is_indirect else id(slot.image)
        name = self.name("/XObject", key, lambda: make(slot.image, slot.space, self.group))
        return name + b" Do\n"

    def shade(self, slot: Shade) -> bytes:
        """A shading as the group shows it."""
        make = self.writer.shading
        key = slot.shading.objgen if slot.shading.is_indirect else id(slot.shading)
        name = self.name("/Shading", key, lambda: make(slot.shading, slot.space, self.group))
        return name + b" sh\n"

    def form(self, slot: Form) -> bytes:
        """A form as the group shows it."""
        make = self.writer.stream
        key = id(slot.program)
        name = self.name("/XObject", key, lambda: make(slot.form, slot.program, self.group))
        return name + b" Do\n"

    def settings(self, slot: Settings) -> bytes:
        """A graphics state without what is carried out already."""
        key = slot.settings.objgen if slot.settings.is_indirect else id(slot.settings)
        make = self.writer.duplicate
        return self.name("/ExtGState", key, lambda: make(slot.settings, NOT_KEPT)) + b" gs\n"

    def glyphs(self, slot: Glyphs) -> bytes:
        """A font of drawings as the group shows them."""
        name = self.name("/Font", id(slot.font), lambda: self.made_font(slot))
        return name + b" " + slot.size + b" Tf\n"

    def made_font(self, slot: Glyphs) -> pikepdf.Object:
        """The font itself."""
        made = self.writer.duplicate(slot.font, ("/Resources", "/CharProcs"))
        made.CharProcs = Dictionary(
            {
                name: self.writer.stream(slot.font.CharProcs[name], program, self.group)
                for name, program in slot.programs.items()
            }
        )
        return self.writer.target.make_indirect(made)
