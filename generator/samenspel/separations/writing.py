"""Writes programs for a group of plates as ordinary pages in grey or RGB, where light is no ink."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.pdf import limits
from samenspel.pdf.colours import Space
from samenspel.saying import say
from samenspel.separations import images
from samenspel.separations.images import Group, device
from samenspel.separations.program import Note, Program, missing
from samenspel.separations.shadings import selecting
from samenspel.separations.slots import SlotWriter

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

    def copied(self, item: pikepdf.Object) -> pikepdf.Object:
        """An object of the source in the target."""
        if not isinstance(item, pikepdf.Object):
            return item
        if not item.is_indirect:
            if not isinstance(item, (pikepdf.Array, pikepdf.Dictionary)):
                return item
            item = self.source.make_indirect(item)
        return self.target.copy_foreign(item)

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
        stream = SlotWriter(self, program, group)
        parts = [
            item if isinstance(item, bytes) else stream.written(item) for item in program.items
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
            except limits.BAD as error:
                why = limits.reason(error)
                note = missing(say("a picture cannot be separated: {why}", why=why))
                self.notes[note] = None
                self._pictures[key] = self._blank(image)
        return self._pictures[key]

    def _separated(self, image: pikepdf.Object, space: Space, group: Group) -> pikepdf.Object:
        if space.foreign:
            return self._blank(image)
        limits.check_picture(image)
        if images.keeps_data(image, space):
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
        made.ColorSpace = selecting(self.target, space, group)
        return self.target.make_indirect(made)
