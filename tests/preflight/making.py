"""What bad files are made of: objects, changes to a clean card, and the place where they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, changed, content, image

Maker = Callable[[], bytes]


@dataclass(frozen=True)
class Seed:
    """A file with one fault. ``at`` is where it is reported: mm from the trim's top left corner."""

    check: str
    name: str
    make: Maker
    page: int = 1
    at: tuple[float, float] | None = None
    expected: Mapping[str, Any] = field(default_factory=dict)
    thorough: bool = False

    def __str__(self) -> str:
        return f"{self.check}: {self.name}"


def mm(x: float, top: float) -> tuple[float, float]:
    """A place in points from the foot of the page, as findings tell it."""
    return x / 72 * 25.4 - pdfs.BLEED, pdfs.TRIM[1] + pdfs.BLEED - top / 72 * 25.4


AT = mm(60, 309)
"""Where most faults lie: a square of 9 points that stands on (60, 300)."""
BOX = "60 300 9 9 re f"
PICTURE = "q 72 0 0 72 60 300 cm /Im Do Q"
PICTURE_AT = mm(60, 372)


def word(size: float, colour: str, before: str = "") -> str:
    """A letter in the page's own font, which reportlab calls F1+0, on (60, 300)."""
    return f" {before} {colour} BT /F1+0 {size} Tf 60 300 Td (a) Tj ET"


def word_at(size: float) -> tuple[float, float]:
    """Where that is reported: at cap height."""
    return mm(60, 300 + 0.7 * size)


def drawn(operators: str, **resources: Mapping[str, Any]) -> Maker:
    """A clean card with something drawn on it."""
    return lambda: content(operators, resources)


def edited(change: Callable[[Pdf], Any], **options: Any) -> Maker:
    """A clean card after a change by hand."""

    def act(document: Pdf) -> None:
        change(document)

    return lambda: changed(card(), act, **options)


def page_set(**entries: Any) -> Maker:
    """A clean card with other entries in its page; ``None`` takes one away."""

    def change(document: Pdf) -> None:
        for key, value in entries.items():
            page = document.pages[0].obj
            if value is None:
                del page[f"/{key}"]
            else:
                page[f"/{key}"] = value(document) if callable(value) else value

    return edited(change)


def root_set(**entries: Any) -> Maker:
    """A clean card with other entries in its catalogue; ``None`` takes one away."""

    def change(document: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del document.Root[f"/{key}"]
            else:
                document.Root[f"/{key}"] = value(document) if callable(value) else value

    return edited(change)


def packet(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    """A change to the XMP, which must be possible."""

    def change(document: Pdf) -> None:
        found = document.Root.Metadata.read_bytes()
        assert old in found
        document.Root.Metadata.write(found.replace(old, new))

    return change


def form(data: bytes, **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a form XObject."""

    def make(document: Pdf) -> pikepdf.Object:
        stream = document.make_stream(data)
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, 1000, 1000])
        for key, value in entries.items():
            stream[f"/{key}"] = value(document) if callable(value) else value
        return stream

    return make


def resources(**groups: Mapping[str, Any]) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a resource dictionary, whose members may be makers."""

    def make(document: Pdf) -> pikepdf.Object:
        found = Dictionary()
        for group, members in groups.items():
            found[f"/{group}"] = Dictionary()
            for name, value in members.items():
                made = value(document) if callable(value) else value
                found[f"/{group}"][f"/{name}"] = made
        return found

    return make


def tint(document: Pdf, components: int, inks: int = 1, body: str = "") -> pikepdf.Object:
    """A tint transform; by default all components get the first tint."""
    code = body or "pop " * (inks - 1) + "dup " * (components - 1)
    return document.make_stream(
        b"{ " + code.encode() + b" }",
        FunctionType=4,
        Domain=Array([0, 1] * inks),
        Range=Array([0, 1] * components),
    )


def spot(
    alternate: Name = Name.DeviceCMYK, name: str = "CutContour", body: str = ""
) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a Separation space."""

    def make(document: Pdf) -> pikepdf.Object:
        components = {"/DeviceCMYK": 4, "/DeviceGray": 1}.get(str(alternate), 3)
        function = tint(document, components, body=body)
        return Array([Name.Separation, Name("/" + name), alternate, function])

    return make


def devicen(*names: str, alternate: Name = Name.DeviceCMYK) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a DeviceN space."""

    def make(document: Pdf) -> pikepdf.Object:
        components = 4 if alternate == Name.DeviceCMYK else 3
        function = tint(document, components, len(names))
        listed = Array([Name("/" + name) for name in names])
        return Array([Name.DeviceN, listed, alternate, function])

    return make


def icc(document: Pdf) -> pikepdf.Object:
    """CMYK with a profile of its own."""
    stream = document.make_stream(pdfs.profile())
    stream.N = 4
    return Array([Name.ICCBased, stream])


def indexed(base: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A palette of two over a base space, which may be a maker."""

    def make(document: Pdf) -> pikepdf.Object:
        found = base(document) if callable(base) else base
        return Array([Name.Indexed, found, 1, String("abcdefgh")])

    return make


def pattern(data: bytes, **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a tiling pattern with cells of 5 points."""

    def make(document: Pdf) -> pikepdf.Object:
        stream = document.make_stream(data)
        settings = {
            "Type": Name.Pattern, "PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 5,
            "YStep": 5, "BBox": Array([0, 0, 5, 5]), "Resources": Dictionary(),
        } | entries  # fmt: skip
        for key, value in settings.items():
            stream[f"/{key}"] = value(document) if callable(value) else value
        return stream

    return make


def shading(space: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of an axial shading; the space may be a maker."""

    def make(document: Pdf) -> pikepdf.Object:
        found = space(document) if callable(space) else space
        parts = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(found), 1)
        return Dictionary(
            ShadingType=2,
            ColorSpace=found,
            Coords=Array([0, 0, 100, 0]),
            Function=Dictionary(
                FunctionType=2, Domain=Array([0, 1]), N=1,
                C0=Array([0] * parts), C1=Array([1 if parts < 4 else 0.6] * parts),
            ),
        )  # fmt: skip

    return make


def helvetica(_: Pdf) -> Dictionary:
    """A font that is not embedded; a new one for each file, for an object belongs to one file."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def type3(glyph: bytes, **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A maker of a Type 3 font whose letter a is ``glyph``; its em is 1000."""

    def make(document: Pdf) -> pikepdf.Object:
        found = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=97,
            Widths=Array([600]), Resources=Dictionary(),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
            CharProcs=Dictionary(a=document.make_stream(glyph)),
        )  # fmt: skip
        for key, value in entries.items():
            found[f"/{key}"] = value(document) if callable(value) else value
        return found

    return make


def picture(width: int, height: int, space: Any, bits: int = 8, **entries: Any) -> Any:
    """An image XObject; the space may be a maker."""
    if callable(space):
        like = Name.DeviceCMYK if space is icc else Name.DeviceGray
        return image(width, height, like, bits, ColorSpace=space, **entries)
    return image(width, height, space, bits, **entries)


def state(**entries: Any) -> dict[str, Any]:
    """A graphics state called T."""
    return {"T": Dictionary(**entries)}


OVER = state(op=True, OP=True, OPM=1)
