"""Writes programs for a group of plates as ordinary pages in grey or RGB, where light is no ink.

What overprints and leaves the group's plates alone is not written: paths end in ``n``, text is
shown invisibly, so that what follows stands where it stood.
"""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.separations import images, limits
from samenspel.separations.images import Group, UndecodableError, device, lights
from samenspel.separations.program import (
    INCOMPLETE,
    Blend,
    Colour,
    Form,
    Glyphs,
    Note,
    Painting,
    Pattern,
    Picture,
    Program,
    Settings,
    Shade,
    Stencil,
    Text,
    Tile,
    Touched,
)
from samenspel.separations.spaces import PATTERN, Paint, Space

NOT_KEPT = ("/OP", "/op", "/OPM", "/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")
"""Graphics state entries that are carried out already, or that are the press's business."""
PACKING = ("/Filter", "/DecodeParms")


class Writer:
    """Writes the pages of one document into another; objects are copied once."""

    def __init__(self, source: pikepdf.Pdf, target: pikepdf.Pdf) -> None:
        """``source`` stays open for as long as ``target`` is in use."""
        self.source, self.target = source, target
        self.notes: dict[Note, None] = {}
        self._streams: dict[tuple[int, Group], pikepdf.Object] = {}
        self._pictures: dict[tuple[object, ...], pikepdf.Object] = {}
        self._planes: dict[tuple[int, int], images.Planes] = {}

    def copied(self, thing: pikepdf.Object) -> pikepdf.Object:
        """An object of the source in the target."""
        if not isinstance(thing, pikepdf.Object):
            return thing
        if not thing.is_indirect:
            if not isinstance(thing, (pikepdf.Array, pikepdf.Dictionary)):
                return thing
            thing = self.source.make_indirect(thing)
        return self.target.copy_foreign(thing)

    def duplicate(
        self, original: pikepdf.Object, without: tuple[str, ...] = (), data: bytes | None = None
    ) -> pikepdf.Object:
        """A dictionary or stream of the source as a new one in the target, some entries left out.

        A stream gets ``data``, or else its own data as it is packed.
        """
        made: pikepdf.Object = Dictionary()
        if isinstance(original, pikepdf.Stream):
            made = pikepdf.Stream(self.target, original.read_raw_bytes() if data is None else data)
        for name, value in original.items():
            if name != "/Length" and name not in without:
                made[name] = self.copied(value)
        return made

    def page(self, program: Program, group: Group, box: list[float]) -> None:
        """One more page of the target: what the group's plates print."""
        content, resources = self.written(program, group)
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(box),
            Resources=resources,
            Contents=self.target.make_stream(content),
        )
        self.target.pages.append(pikepdf.Page(self.target.make_indirect(page)))

    def written(self, program: Program, group: Group) -> tuple[bytes, pikepdf.Dictionary]:
        """A program's content and resources for a group."""
        stream = _Stream(self, program, group)
        parts = [
            item if isinstance(item, bytes) else WRITERS[type(item)](stream, item)
            for item in program.items
        ]
        return b"".join(parts), stream.resources

    def stream(self, original: pikepdf.Object, program: Program, group: Group) -> pikepdf.Object:
        """A form, pattern cell or glyph with the program's content."""
        key = id(program), group
        if key not in self._streams:
            content, resources = self.written(program, group)
            made = self.duplicate(original, (*PACKING, "/Resources", "/Group"), content)
            if "/Group" in original:
                made.Group = self.duplicate(original.Group, ("/CS",))
            made.Resources = resources
            self._streams[key] = made
        return self._streams[key]

    def picture(self, image: pikepdf.Object, space: Space, group: Group) -> pikepdf.Object:
        """A picture as a group's plates show it."""
        key = (*image.objgen, group) if image.is_indirect else (id(image), group)
        if key not in self._pictures:
            try:
                self._pictures[key] = self._separated(image, space, group)
            except (UndecodableError, ValueError, TypeError, pikepdf.PdfError) as error:
                self.notes[Note(INCOMPLETE, f"a picture cannot be separated: {error}")] = None
                self._pictures[key] = self._blank(image)
        return self._pictures[key]

    def _separated(self, image: pikepdf.Object, space: Space, group: Group) -> pikepdf.Object:
        if space.foreign:
            return self._blank(image)
        if images.keeps_data(image, space):
            limits.check_stream(image)
            made = self.duplicate(image, ("/ColorSpace", "/Decode"))
            made.ColorSpace = images.lookup_space(image, space, group)
            return made
        if image.objgen not in self._planes or not image.is_indirect:
            self._planes[image.objgen] = images.Planes(image, space)
        planes = self._planes[image.objgen]
        made = self._raster(planes.grouped(group), planes.size, device(group))
        self._keep_mask(image, made)
        opaque = planes.opaque()
        if opaque is not None:
            made.SMask = self._raster(opaque, planes.size, Name.DeviceGray)
        return made

    def _blank(self, image: pikepdf.Object) -> pikepdf.Object:
        """Paper in place of a picture."""
        made = self._raster(b"\xff", (1, 1), Name.DeviceGray)
        self._keep_mask(image, made)
        return made

    def _keep_mask(self, image: pikepdf.Object, made: pikepdf.Object) -> None:
        for name in images.KEPT:
            if name in image:
                made[name] = self.copied(image[name])
        if isinstance(image.get("/Mask"), pikepdf.Stream):
            made.Mask = self.copied(image.Mask)

    def _raster(self, data: bytes, size: tuple[int, int], space: Name) -> pikepdf.Stream:
        return pikepdf.Stream(
            self.target,
            data,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size[0],
            Height=size[1],
            BitsPerComponent=8,
            ColorSpace=space,
        )

    def shading(self, shading: pikepdf.Object, space: Space, group: Group) -> pikepdf.Object:
        """A shading in a space whose tint transform leads to the group's lights."""
        made = self.duplicate(shading, ("/ColorSpace",))
        made.ColorSpace = self._selecting(space, group)
        return self.target.make_indirect(made)

    def _selecting(self, space: Space, group: Group) -> pikepdf.Object:
        """DeviceN with as many components as ``space`` that picks the group's."""
        if space.base is not None:
            last = len(space.table) // max(space.base.count, 1) - 1
            lookup = pikepdf.String(images.table(space, group, last + 1, (0, last)))
            return Array([Name.Indexed, device(group), last, lookup])
        count = max(space.count, 1)
        function = pikepdf.Stream(
            self.target,
            _selector(space, group, count),
            FunctionType=4,
            Domain=Array([0, 1] * count),
            Range=Array([0, 1] * (1 if len(group) == 1 else 3)),
        )
        names = Array([Name(f"/C{index}") for index in range(count)])
        return Array([Name.DeviceN, names, device(group), self.target.make_indirect(function)])


def _selector(space: Space, group: Group, count: int) -> bytes:
    """A calculator function (7.10.5) from a colour to the lights of the group's plates."""
    inks: list[str | None] = [*group] if len(group) == 1 else [*group, None, None][:3]
    code = []
    for place, ink in enumerate(inks):
        index = space.channel(ink) if ink else None
        if index is None:
            code.append("1")
        else:
            depth = count - 1 - index + place
            code.append(f"{depth} index" if space.inverted else f"1 {depth + 1} index sub")
    code.append(f"{count + len(inks)} {len(inks)} roll")
    code += ["pop"] * count
    return ("{ " + " ".join(code) + " }").encode()


class _Stream:
    """One stream being written: its resources under names of their own."""

    def __init__(self, writer: Writer, program: Program, group: Group) -> None:
        self.writer, self.program, self.group = writer, program, group
        self.resources = Dictionary()
        for name in ("/Font", "/Properties"):
            if program.resources is not None and name in program.resources:
                self.resources[name] = writer.duplicate(program.resources[name])
        self._names: dict[tuple[str, object], bytes] = {}

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
        paint = slot.paint
        if paint.pattern and paint.pattern in self.program.patterns:
            return self.pattern(paint, stroke=slot.stroke)
        operator = b"g" if len(self.group) == 1 else b"rg"
        values = b" ".join(b"%.5g" % light for light in lights(self.group, paint.tint))
        return values + b" " + (operator.upper() if slot.stroke else operator) + b"\n"

    def pattern(self, paint: Paint, *, stroke: bool) -> bytes:
        found = self.program.patterns[paint.pattern]
        name = self.name("/Pattern", paint.pattern, lambda: self.made_pattern(found))
        choose, use = (b"CS", b"SCN") if stroke else (b"cs", b"scn")
        if paint.space.kind != PATTERN or paint.space.base is None:
            return b"/Pattern %s %s %s\n" % (choose, name, use)
        base = Array([Name.Pattern, device(self.group)])
        space = self.name("/ColorSpace", "uncoloured", lambda: base)
        values = b" ".join(b"%.5g" % light for light in lights(self.group, paint.tint))
        return b"%s %s %s %s %s\n" % (space, choose, values, name, use)

    def made_pattern(self, pattern: Pattern) -> pikepdf.Object:
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
        if not self.shown(slot.touched):
            return b""
        limits.check_stream(slot.image)
        copy = self.writer.copied
        return self.name("/XObject", slot.image.objgen, lambda: copy(slot.image)) + b" Do\n"

    def picture(self, slot: Picture) -> bytes:
        if not self.shown(slot.touched):
            return b""
        make = self.writer.picture
        key = slot.image.objgen if slot.image.is_indirect else id(slot.image)
        name = self.name("/XObject", key, lambda: make(slot.image, slot.space, self.group))
        return name + b" Do\n"

    def shade(self, slot: Shade) -> bytes:
        if not self.shown(slot.touched):
            return b""
        make = self.writer.shading
        key = slot.shading.objgen if slot.shading.is_indirect else id(slot.shading)
        name = self.name("/Shading", key, lambda: make(slot.shading, slot.space, self.group))
        return name + b" sh\n"

    def form(self, slot: Form) -> bytes:
        make = self.writer.stream
        key = id(slot.program)
        name = self.name("/XObject", key, lambda: make(slot.form, slot.program, self.group))
        return name + b" Do\n"

    def settings(self, slot: Settings) -> bytes:
        key = slot.settings.objgen if slot.settings.is_indirect else id(slot.settings)
        return self.name("/ExtGState", key, lambda: self.made_settings(slot)) + b" gs\n"

    def made_settings(self, slot: Settings) -> pikepdf.Object:
        return self.writer.duplicate(slot.settings, NOT_KEPT)

    def glyphs(self, slot: Glyphs) -> bytes:
        name = self.name("/Font", id(slot.font), lambda: self.made_font(slot))
        return name + b" " + slot.size + b" Tf\n"

    def made_font(self, slot: Glyphs) -> pikepdf.Object:
        made = self.writer.duplicate(slot.font, ("/Resources", "/CharProcs"))
        made.CharProcs = Dictionary(
            {
                name: self.writer.stream(slot.font.CharProcs[name], program, self.group)
                for name, program in slot.programs.items()
            }
        )
        return self.writer.target.make_indirect(made)


WRITERS: dict[type, Callable[[_Stream, object], bytes]] = {
    Colour: _Stream.colour,
    Painting: _Stream.painting,
    Text: _Stream.text,
    Stencil: _Stream.stencil,
    Picture: _Stream.picture,
    Shade: _Stream.shade,
    Form: _Stream.form,
    Settings: _Stream.settings,
    Glyphs: _Stream.glyphs,
}
