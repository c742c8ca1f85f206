"""Frames to one PDF, with reportlab's document objects as the writer.

reportlab's Canvas opens every page with a font of its own, drops resources of forms and
recompresses what it is given. Its lower layer, ``pdfdoc``, has none of these:
objects go in as they are and come out numbered, cross-referenced and in order.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from samenspel.draw.content import OVERPRINT, ArtName, Names, write_frame
from samenspel.draw.fonts import Subset, make_subset, to_unicode
from samenspel.draw.manner import PLAIN, Manner
from samenspel.draw.outlines import outline
from samenspel.draw.richblack import enriched, enriched_operators
from samenspel.model.art import Art, PictureArt, VectorArt
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.model.ink import PAPER, Ink
from samenspel.units import POINTS_PER_MM, number

LEVEL = 6
_NAME = pdfdoc.PDFName


def write(
    frames: Sequence[Frame],
    *,
    fonts: Mapping[str, bytes],
    arts: Mapping[str, Art],
    manner: Manner = PLAIN,
) -> bytes:
    """A PDF with one page a Frame, as large as its bleed box; equal input gives equal bytes.

    ``fonts`` holds TrueType files by the names that text runs use, ``arts`` prepared art by the
    names that placements use. DeviceCMYK only; boxes, output intent and metadata are for finish.
    """
    document = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 6))
    document.info.creator = document.info.title = "samenspel"
    document.info.producer = "samenspel"
    document.Outlines = document._catalog.Outlines = None
    builder = _Builder(document, arts, manner)
    if manner.rich_black:
        frames = [enriched(frame, manner.rich_black) for frame in frames]
    names = Names(
        {} if manner.outlined else builder.fonts(frames, fonts),
        builder.art(frames),
        builder.outlines(frames, fonts) if manner.outlined else {},
        builder.spots(frames),
        manner.overprint,
    )
    for frame in frames:
        content, used = write_frame(frame, names)
        builder.page(frame, content, used)
    return _bytes(document)


def _bytes(document: Any) -> bytes:
    document.info.invariant = 1
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    return bytes(document.format())


class _Builder:
    """Puts objects in the document, each once, and remembers what pages call them."""

    def __init__(self, document: Any, arts: Mapping[str, Art], manner: Manner) -> None:
        self._document = document
        self._arts = arts
        self._manner = manner
        self._objects: dict[str, tuple[str, Any]] = {}
        self._scales: dict[str, float] = {}
        for (strokes, fills), name in OVERPRINT.items():
            self._objects[name] = ("ExtGState", self._add(_state(strokes, fills)))

    def _add(self, thing: Any) -> Any:
        """The reference to an object of the document."""
        return self._document.Reference(thing)

    def _stream(self, entries: Mapping[str, Any], packed: bytes, coding: str) -> Any:
        facts = {**entries, "Filter": _NAME(coding)}
        self._document.updateSignature(packed)
        return self._add(pdfdoc.PDFStream(pdfdoc.PDFDictionary(facts), packed))

    # -- pages --------------------------------------------------------------------------------

    def page(self, frame: Frame, content: bytes, used: set[str]) -> None:
        """A page with the resources that it uses, and no others."""
        page = pdfdoc.PDFPage()
        box = frame.bleed_box
        sides = (box.width * POINTS_PER_MM, box.height * POINTS_PER_MM)
        page.MediaBox = pdfdoc.PDFArray(["0", "0", *(number(side) for side in sides)])
        groups: dict[str, Any] = {}
        for name in sorted(used):
            kind, reference = self._objects[name]
            groups.setdefault(kind, {})[name] = reference
        page.Resources = pdfdoc.PDFDictionary(
            {kind: pdfdoc.PDFDictionary(entries) for kind, entries in groups.items()}
        )
        page.Contents = self._stream({}, zlib.compress(content, LEVEL), "FlateDecode")
        self._document.inPage()
        self._document.addPage(page)

    # -- fonts --------------------------------------------------------------------------------

    def fonts(
        self, frames: Sequence[Frame], files: Mapping[str, bytes]
    ) -> dict[str, tuple[str, Subset]]:
        """One subset a font file, with all glyphs that the frames use of it."""
        uses: dict[bytes, set[tuple[int, str]]] = {}
        wanted: dict[str, None] = {}
        for frame in frames:
            for item in frame.items:
                if isinstance(item, TextRun) and item.glyphs:
                    wanted[item.font] = None
                    glyphs = uses.setdefault(files[item.font], set())
                    glyphs.update((glyph.gid, glyph.text) for glyph in item.glyphs)
        made: dict[bytes, tuple[str, Subset]] = {}
        for name in wanted:
            data = files[name]
            if data not in made:
                subset = make_subset(data, uses[data])
                made[data] = (f"F{len(made) + 1}", subset)
                self._objects[made[data][0]] = ("Font", self._font(subset))
        return {name: made[files[name]] for name in wanted}

    def _font(self, subset: Subset) -> Any:
        """A Type 0 font with its descendant, descriptor, program and ToUnicode."""
        name = _NAME(f"{subset.tag}+{subset.metrics.name}")
        unicode = self._stream({}, zlib.compress(to_unicode(subset), LEVEL), "FlateDecode")
        descendant = self._add(pdfdoc.PDFDictionary(self._descendant(subset, name)))
        return self._add(
            pdfdoc.PDFDictionary(
                {
                    "Type": _NAME("Font"),
                    "Subtype": _NAME("Type0"),
                    "BaseFont": name,
                    "Encoding": _NAME("Identity-H"),
                    "DescendantFonts": pdfdoc.PDFArray([descendant]),
                    "ToUnicode": unicode,
                }
            )
        )

    def _descendant(self, subset: Subset, name: str) -> dict[str, Any]:
        mapping: Any = _NAME("Identity")
        if not subset.identity:
            table = b"".join(glyph.to_bytes(2, "big") for glyph in subset.glyphs)
            mapping = self._stream({}, zlib.compress(table, LEVEL), "FlateDecode")
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return {
            "Type": _NAME("Font"),
            "Subtype": _NAME("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": self._descriptor(subset, name),
            "DW": 1000,
            "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(subset.widths)]),
            "CIDToGIDMap": mapping,
        }

    def _descriptor(self, subset: Subset, name: str) -> Any:
        metrics = subset.metrics
        program = self._stream(
            {"Length1": len(subset.program)}, zlib.compress(subset.program, LEVEL), "FlateDecode"
        )
        return self._add(
            pdfdoc.PDFDictionary(
                {
                    "Type": _NAME("FontDescriptor"),
                    "FontName": name,
                    "Flags": metrics.flags,
                    "FontBBox": pdfdoc.PDFArray(metrics.bbox),
                    "ItalicAngle": metrics.italic_angle,
                    "Ascent": metrics.ascent,
                    "Descent": metrics.descent,
                    "CapHeight": metrics.cap_height,
                    "StemV": metrics.stem,
                    "FontFile2": program,
                }
            )
        )

    def outlines(
        self, frames: Sequence[Frame], files: Mapping[str, bytes]
    ) -> dict[str, dict[int, str]]:
        """One form a glyph of a font file, for all glyphs that the frames use."""
        uses: dict[bytes, set[int]] = {}
        wanted: dict[str, None] = {}
        for frame in frames:
            for item in frame.items:
                if isinstance(item, TextRun) and item.glyphs:
                    wanted[item.font] = None
                    uses.setdefault(files[item.font], set()).update(g.gid for g in item.glyphs)
        made: dict[bytes, dict[int, str]] = {}
        for name in wanted:
            data = files[name]
            if data not in made:
                made[data] = self._glyphs(data, sorted(uses[data]), len(made) + 1)
        return {name: made[files[name]] for name in wanted}

    def _glyphs(self, data: bytes, gids: Sequence[int], count: int) -> dict[int, str]:
        forms: dict[int, str] = {}
        for gid in gids:
            drawn = outline(data, gid)
            if drawn is not None:
                forms[gid] = f"G{count}.{gid}"
                box = [number(side, 5) for side in drawn[1]]
                packed = zlib.compress(drawn[0], LEVEL)
                self._objects[forms[gid]] = ("XObject", self._form(box, packed))
        return forms

    # -- spot colours -------------------------------------------------------------------------

    def spots(self, frames: Sequence[Frame]) -> dict[str, str]:
        """One Separation space a spot colour (ISO 32000-1, 8.6.6.4).

        ValueError (a bug in the caller) when one name stands for two inks.
        """
        looks: dict[str, Ink] = {}
        shapes = (item for frame in frames for item in frame.items if isinstance(item, Shape))
        for shape in shapes:
            if not shape.spot or shape.stroke is None:
                continue
            if looks.setdefault(shape.spot, shape.stroke) != shape.stroke:
                raise ValueError(f"the spot colour {shape.spot} has two looks")
        names: dict[str, str] = {}
        for spot, ink in looks.items():
            names[spot] = f"S{len(names) + 1}"
            self._objects[names[spot]] = ("ColorSpace", self._add(_separation(spot, ink)))
        return names

    # -- art ----------------------------------------------------------------------------------

    def art(self, frames: Sequence[Frame]) -> dict[tuple[str, Ink], ArtName]:
        """One form an art, and one image a picture (and ground, where it is see-through)."""
        self._scales = _scales(frames, self._arts)
        found: dict[tuple[str, Ink], ArtName] = {}
        made: dict[tuple[str, Ink], ArtName] = {}
        for frame in frames:
            for item in frame.items:
                if not isinstance(item, Placement) or (item.art, item.ground) in found:
                    continue
                art = self._arts[item.art]
                clear = isinstance(art, PictureArt) and art.alpha is not None
                key = item.art, item.ground if clear else PAPER
                if key not in made:
                    made[key] = self._placed(art, item.ground, len(made) + 1)
                found[item.art, item.ground] = made[key]
        return found

    def _placed(self, art: Art, ground: Ink, count: int) -> ArtName:
        if isinstance(art, VectorArt):
            name = ArtName(f"A{count}", art.width, art.height)
            reference = self._drawing(art)
        else:
            name = ArtName(f"P{count}", 1, 1)
            reference = self._image(art, ground)
        self._objects[name.resource] = ("XObject", reference)
        return name

    def _drawing(self, art: VectorArt) -> Any:
        """A drawing's form; with rich black where the press wants it and an area is large."""
        box = ["0", "0", number(art.width, 6), number(art.height, 6)]
        packed = art.packed or _deflated(art.operators)
        rich = self._manner.rich_black
        if rich:
            packed = _deflated(enriched_operators(art.operators, rich, self._scales[art.name]))
        return self._form(box, packed)

    def _form(self, box: Sequence[str], packed: bytes) -> Any:
        """A form XObject; its operators are DeviceCMYK's own, so its resources are truly none."""
        entries = {
            "Type": _NAME("XObject"),
            "Subtype": _NAME("Form"),
            "BBox": pdfdoc.PDFArray(box),
            "Resources": pdfdoc.PDFDictionary({}),
        }
        return self._stream(entries, packed, "FlateDecode")

    def _image(self, art: PictureArt, ground: Ink) -> Any:
        """An image XObject in untagged DeviceCMYK."""
        entries: dict[str, Any] = {
            "Type": _NAME("XObject"),
            "Subtype": _NAME("Image"),
            "Width": art.width,
            "Height": art.height,
            "ColorSpace": _NAME("DeviceCMYK"),
            "BitsPerComponent": 8,
        }
        if art.inverted:
            entries["Decode"] = pdfdoc.PDFArray([1, 0] * 4)
        data = art.data
        if art.alpha is not None:
            data = _laid_on(data, art.alpha, (art.width, art.height), ground)
        return self._stream(entries, data, art.encoding)


def _scales(frames: Sequence[Frame], arts: Mapping[str, Art]) -> dict[str, float]:
    """The smallest size that each art is placed in, as mm a unit of its own."""
    scales: dict[str, float] = {}
    for frame in frames:
        for item in frame.items:
            if isinstance(item, Placement):
                art = arts[item.art]
                scale = min(item.box.width / art.width, item.box.height / art.height)
                scales[art.name] = min(scale, scales.get(art.name, scale))
    return scales


def _separation(spot: str, ink: Ink) -> Any:
    """A spot colour with the inks that stand for it: none at tint 0, ``ink`` when solid."""
    solid = [number(tint / 100) for tint in (ink.c, ink.m, ink.y, ink.k)]
    tint = pdfdoc.PDFDictionary(
        {
            "FunctionType": 2,
            "Domain": pdfdoc.PDFArray([0, 1]),
            "C0": pdfdoc.PDFArray([0, 0, 0, 0]),
            "C1": pdfdoc.PDFArray(solid),
            "N": 1,
        }
    )
    return pdfdoc.PDFArray([_NAME("Separation"), _NAME(spot), _NAME("DeviceCMYK"), tint])


def _state(strokes: bool, fills: bool) -> Any:
    """An overprint state (ISO 32000-1, 8.6.7); mode 1 leaves inks of tint 0 alone."""
    words = {True: "true", False: "false"}
    entries = {"Type": _NAME("ExtGState"), "OP": words[strokes], "op": words[fills]}
    if strokes or fills:
        entries["OPM"] = "1"
    return pdfdoc.PDFDictionary(entries)


@lru_cache(maxsize=128)
def _deflated(operators: bytes) -> bytes:
    return zlib.compress(operators, LEVEL)


@lru_cache(maxsize=16)
def _laid_on(samples: bytes, alpha: bytes, size: tuple[int, int], ground: Ink) -> bytes:
    """Deflated CMYK samples laid over an even ground."""
    from PIL import Image

    picture = Image.frombytes("CMYK", size, zlib.decompress(samples))
    mask = Image.frombytes("L", size, zlib.decompress(alpha))
    tints = tuple(round(tint * 255 / 100) for tint in (ground.c, ground.m, ground.y, ground.k))
    under = Image.new("CMYK", size, tints)
    under.paste(picture, mask=mask)
    return zlib.compress(under.tobytes(), LEVEL)
