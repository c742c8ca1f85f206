"""Faults that no reader may stumble over: odd CMaps and names, nulls, broken fonts and pictures."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from tests.preflight.making import (
    AT,
    BOX,
    PICTURE,
    PICTURE_AT,
    Maker,
    Seed,
    drawn,
    edited,
    form,
    mm,
    word,
    word_at,
)
from tests.unit.preflight.pdfs import card, changed

from samenspel.pdf.programs import program

SMALL = mm(60, 300 + 0.7 * 5)
"""Where text of 5 pt is reported."""


def fonts(document: Pdf) -> list[pikepdf.Object]:
    return [font for _, font in document.pages[0].obj.Resources.Font.items()]


def add(document: Pdf, data: bytes) -> None:
    page = document.pages[0].obj
    page.Contents = document.make_stream(page.Contents.read_bytes() + b" " + data)


def cmap(spaces: str, ranges: str) -> bytes:
    """A CMap with these code spaces and CIDs."""
    lines = [f"{len(spaces.split(','))} begincodespacerange", *spaces.split(","),
             "endcodespacerange", f"{len(ranges.split(','))} begincidrange",
             *ranges.split(","), "endcidrange"]  # fmt: skip
    return "\n".join(lines).encode()


def composite(
    encoding: bytes | Name, shown: str, size: float = 5, **entries: Any
) -> Callable[[Pdf], None]:
    """Cyan text of ``size`` points in a composite font whose CIDs are the page's own glyphs."""

    def change(document: Pdf) -> None:
        descriptor = fonts(document)[0].FontDescriptor
        measured = program(descriptor.FontFile2.read_bytes())
        widths = [round(1000 * (measured.width(n) or 0)) for n in range(measured.glyphs)]
        child = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=descriptor.FontName,
            CIDToGIDMap=Name.Identity, FontDescriptor=descriptor, W=Array([0, Array(widths)]),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        )  # fmt: skip
        for key, value in entries.items():
            child[f"/{key}"] = value
        made = encoding if isinstance(encoding, Name) else document.make_stream(encoding)
        document.pages[0].obj.Resources.Font.C = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=descriptor.FontName,
            Encoding=made, DescendantFonts=Array([child]),
        )  # fmt: skip
        add(document, f"1 0 0 0 k BT /C {size} Tf 60 300 Td {shown} Tj ET".encode())

    return change


def loose(document: Pdf, **options: Any) -> bytes:
    """Written so that all names can be seen."""
    out = io.BytesIO()
    document.save(out, force_version="1.6", fix_metadata_version=False, compress_streams=False,
                  object_stream_mode=pikepdf.ObjectStreamMode.disable,
                  stream_decode_level=pikepdf.StreamDecodeLevel.generalized, **options)  # fmt: skip
    return out.getvalue()


def _spot_in_latin1() -> bytes:
    """A spot Grün, as a program of the nineties writes it, in dictionary and content."""
    with pikepdf.open(io.BytesIO(card())) as document:
        page = document.pages[0].obj
        function = document.make_stream(
            b"{ dup dup dup }", FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1] * 4)
        )
        page.Resources.ColorSpace = Dictionary(
            GrXXXn=Array([Name.Separation, Name.GrXXXn, Name.DeviceCMYK, function])
        )
        add(document, b"/GrXXXn cs 1 scn 60 300 9 9 re f")
        return loose(document).replace(b"GrXXXn", b"Gr#fcn")


def _font_in_latin1() -> bytes:
    """Text of 5 pt in a font whose name and whose resource are no UTF-8."""
    with pikepdf.open(io.BytesIO(card())) as document:
        font = fonts(document)[0]
        font.BaseFont = font.FontDescriptor.FontName = Name("/AAAAAA+FrXXXtze")
        document.pages[0].obj.Resources.Font["/FrXXXt"] = font
        add(document, b"1 0 0 0 k BT /FrXXXt 5 Tf 60 300 Td (a) Tj ET")
        return loose(document).replace(b"FrXXXt", b"Fr#fcht"[:6])


def widths_of(null_at: int) -> Callable[[Pdf], None]:
    """One of the page font's widths is nothing."""

    def change(document: Pdf) -> None:
        font = fonts(document)[0]
        values = list(font.Widths)
        values[null_at] = None
        font.Widths = Array(values)
        add(document, word(5, "1 0 0 0 k").encode())

    return change


def otf() -> bytes:
    """A CFF font with the letters a and b, bare of its OpenType wrapping."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a", "b"])
    builder.setupCharacterMap({97: "a", 98: "b"})
    strings = {}
    for name in (".notdef", "a", "b"):
        pen = T2CharStringPen(600, None)
        pen.moveTo((50, 0))
        pen.lineTo((500, 0))
        pen.lineTo((500, 500))
        pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF("Toets", {"FullName": "Toets"}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(strings, (600, 50)))
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return builder.font.getTableData("CFF ")


def charstring(*operands: int, end: bytes) -> bytes:
    """A Type 1 charstring, encrypted."""
    coded = b"".join(
        bytes([value + 139]) if -107 <= value <= 107
        else bytes([247 + (value - 108) // 256, (value - 108) % 256])
        for value in operands
    )  # fmt: skip
    return eexec.encrypt(b"0000" + coded + end, 4330)[0]


def pfa() -> tuple[bytes, int]:
    """A Type 1 font with the letter a, 600 units wide, and how long its clear part is."""
    glyph = charstring(0, 600, end=b"\x0d\x0e")
    private = (
        b"0000dup /Private 5 dict dup begin /lenIV 4 def 2 index /CharStrings 2 dict dup begin\n"
        + b"/.notdef %d RD %b ND\n/a %d RD %b ND\nend" % (len(glyph), glyph, len(glyph), glyph)
    )
    clear = b"%!PS-AdobeFont-1.0: Toets\n/FontMatrix [0.001 0 0 0.001 0 0] def\ncurrentfile eexec\n"
    return clear + eexec.encrypt(private, 55665)[0], len(clear)


def embedded(
    data: bytes, key: str = "FontFile2", width: int = 600, font: str = "Type1", **entries: Any
) -> Maker:
    """Cyan text of 20 pt in a simple font with a program of its own."""

    def change(document: Pdf) -> None:
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Toets"), Flags=32, ItalicAngle=0,
            FontBBox=Array([0, 0, 600, 700]), Ascent=700, Descent=0, CapHeight=700, StemV=80,
        )  # fmt: skip
        descriptor[f"/{key}"] = document.make_indirect(document.make_stream(data, **entries))
        document.pages[0].obj.Resources.Font.P = Dictionary(
            Type=Name.Font, Subtype=Name(f"/{font}"), BaseFont=Name("/ABCDEF+Toets"),
            FirstChar=97, LastChar=97, Widths=Array([width]), Encoding=Name.WinAnsiEncoding,
            FontDescriptor=document.make_indirect(descriptor),
        )  # fmt: skip
        add(document, b"1 0 0 0 k BT /P 20 Tf 60 300 Td (a) Tj ET")

    return edited(change)


def symbols() -> bytes:
    """A font of signs: its code for b is the sign a, as its own encoding has it."""

    def change(document: Pdf) -> None:
        font = document.pages[0].obj.Resources.Font.P
        del font["/Encoding"]
        font.FontDescriptor.Flags = 4
        data = document.pages[0].obj.Contents.read_bytes()
        document.pages[0].obj.Contents = document.make_stream(data.replace(b"(a)", b"(b)"))
        font.FirstChar = font.LastChar = 98

    return changed(embedded(pfa()[0], "FontFile", Length1=pfa()[1])(), change)


def page_font() -> bytes:
    """The program of the page's own font."""
    with pikepdf.open(io.BytesIO(card())) as document:
        return bytes(fonts(document)[0].FontDescriptor.FontFile2.read_bytes())


def bare_cff(**options: Any) -> Maker:
    return embedded(options.pop("data", None) or otf(), "FontFile3", Subtype=Name.Type1C, **options)


def wide(document: Pdf) -> None:
    """All letters of the page's font are stated too wide by a third."""
    font = fonts(document)[0]
    font.Widths = Array([round(float(value) * 1.3) for value in list(font.Widths)])


def _emptied(document: Pdf) -> None:
    """The letters of the page's font have no outlines any more."""
    descriptor = fonts(document)[0].FontDescriptor
    font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    for name in font.getGlyphOrder():
        font["glyf"][name] = Glyph()
    out = io.BytesIO()
    font.save(out)
    descriptor.FontFile2 = document.make_stream(out.getvalue())


def jpeg(mode: str = "CMYK", side: int = 300) -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((side, side)).convert(mode).save(out, "JPEG")
    return out.getvalue()


def photo(data: bytes, space: Name = Name.DeviceCMYK, side: int = 300, **entries: Any) -> Maker:
    """A photograph with this data."""

    def make(document: Pdf) -> pikepdf.Object:
        found = pikepdf.Stream(document, data)
        settings = {
            "Type": Name.XObject, "Subtype": Name.Image, "Width": side, "Height": side,
            "BitsPerComponent": 8, "ColorSpace": space, "Filter": Name.DCTDecode,
        } | entries  # fmt: skip
        for key, value in settings.items():
            if value is not None:
                found[f"/{key}"] = value
        return found

    options = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
    return edited(lambda document: _placed(document, make(document)), **options)


def _placed(document: Pdf, image: pikepdf.Object) -> None:
    document.pages[0].obj.Resources.XObject = Dictionary(Im=document.make_indirect(image))
    add(document, PICTURE.encode())


BILEVEL = 900
"""Pixels on a side of pictures of black and white: 900 an inch."""


def bilevel(data: bytes, coding: Name, **entries: Any) -> Maker:
    """A picture of black and white with this data."""
    return photo(
        data, Name.DeviceGray, BILEVEL, Filter=coding, BitsPerComponent=1, **entries
    )


def fax() -> bytes:
    """A picture as a fax packs it (group 4)."""
    out = io.BytesIO()
    picture = Image.radial_gradient("L").resize((BILEVEL, BILEVEL)).convert("1")
    picture.save(out, "TIFF", compression="group4", tiffinfo={278: BILEVEL})
    tags = Image.open(io.BytesIO(out.getvalue())).tag_v2  # type: ignore[attr-defined]
    return out.getvalue()[tags[273][0] : tags[273][0] + tags[279][0]]


def faxed(data: bytes) -> Maker:
    settings = Dictionary(K=-1, Columns=BILEVEL, Rows=BILEVEL)
    return bilevel(data, Name.CCITTFaxDecode, DecodeParms=settings)


def segments(side: int = BILEVEL) -> bytes:
    """The segments of a JBIG2 picture: its page, a region, and the page's end."""
    page = struct.pack(">IIIIBH", side, side, 0, 0, 0, 0)
    parts = ((48, page), (38, bytes(40)), (49, b""))
    return b"".join(
        struct.pack(">IBBBI", number, kind, 0, 1, len(body)) + body
        for number, (kind, body) in enumerate(parts)
    )


def endless() -> bytes:
    """Segments of which the first says that it refers to 16 million others."""
    first = struct.pack(">IBIB", 0, 48, 0xE1000005, 0) + bytes(6)
    return first + struct.pack(">I", 19) + segments()[11:]


def flat(share: float) -> bytes:
    """A part of the deflated samples of a picture of 300 × 300 pixels in four inks."""
    return zlib.compress(bytes(int(300 * 300 * 4 * share)))


def _picture(name: str, make: Maker) -> Seed:
    return Seed("image-data", name, make, 1, PICTURE_AT)


ONE = cmap("<00> <ff>", "<00> <ff> 0")
MIXED = cmap("<00> <7f>,<8000> <ffff>", "<00> <7f> 0,<8001> <8005> 1")


SEEDS = [
    Seed("text-size", "one-byte CMap", edited(composite(ONE, "<010203>")), 1, SMALL),
    Seed("text-size", "one letter in a one-byte CMap", edited(composite(ONE, "<02>")), 1, SMALL),
    Seed("text-size", "mixed CMap", edited(composite(MIXED, "<01800102>")), 1, SMALL),
    Seed("text-size", "CMap that uses another", edited(composite(
        b"/Identity-H usecmap", "<00010002>")), 1, SMALL),
    Seed("text-size", "standard CMap of one and two bytes", edited(composite(
        Name("/90ms-RKSJ-H"), "(abc)")), 1, SMALL),
    Seed("text-size", "standard CMap of surrogates", edited(composite(
        Name("/UniJIS-UTF16-H"), "<D842DFB7>")), 1, SMALL),
    Seed("text-size", "after a long text in one bytes", edited(composite(
        ONE, "<" + "02" * 20 + ">", 6)), 1, mm(60, 304.2)),
    Seed("font-glyph", "half a code", edited(composite(Name("/Identity-H"), "<000102>", 20)), 1),
    Seed("font-glyph", "a code of no CID", edited(composite(
        cmap("<00> <ff>", "<00> <05> 0"), "<0109>", 20)), 1),
    Seed("spot-colour", "a name in Latin 1", _spot_in_latin1, 1, AT),
    Seed("text-size", "a font named in Latin 1", _font_in_latin1, 1, SMALL),
    Seed("text-size", "null among widths", edited(widths_of(0)), 1, SMALL),
    Seed("text-size", "null in a composite font's widths", edited(composite(
        Name("/Identity-H"), "<0002>", W=Array([None, 1, Array([None, 500])]))), 1, SMALL,
        {"severities": {"font-width": None}}),
    Seed("annotations", "behind a null", edited(lambda d: d.pages[0].obj.__setitem__(
        "/Annots", Array([None, Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 300, 69, 309]))]))), 1, AT),
    Seed("transparency", "a blend mode behind a null", drawn(
        "/T gs 1 0 0 0 k " + BOX, ExtGState={"T": Dictionary(
            BM=Array([None, Name.Multiply]))}), 1, AT),
    Seed("font-program", "empty", embedded(b""), 1, word_at(20)),
    Seed("font-program", "zeros", embedded(bytes(4000)), 1, word_at(20)),
    Seed("font-program", "garbage", embedded(b"no font at all " * 99), 1, word_at(20)),
    Seed("font-program", "half a TrueType", embedded(
        page_font()[: len(page_font()) // 2], font="TrueType"), 1, word_at(20)),
    Seed("font-program", "no outlines", embedded(
        page_font().replace(b"glyf", b"glyx"), font="TrueType"), 1, word_at(20)),
    Seed("font-program", "a TrueType called Type 1", embedded(
        page_font(), "FontFile", round(1000 * (program(page_font()).width(1) or 0)),
        Length1=99), 1, word_at(20), {"severities": {"font-width": None}}),
    Seed("font-program", "half a CFF", bare_cff(data=otf()[:-30]), 1, word_at(20)),
    Seed("font-program", "half a Type 1", embedded(
        pfa()[0][: pfa()[1] + 20], "FontFile", Length1=pfa()[1], Length2=20, Length3=0), 1,
        word_at(20)),
    Seed("font-program", "cut deflate", edited(lambda d: fonts(d)[0].FontDescriptor.__setitem__(
        "/FontFile2", d.make_indirect(pikepdf.Stream(
            d, zlib.compress(page_font())[:200], Filter=Name.FlateDecode)))),
        1, mm(60, 107)),
    Seed("font-width", "TrueType", edited(wide), 1, mm(60, 107)),
    Seed("font-width", "CFF", bare_cff(width=400), 1, word_at(20)),
    Seed("font-width", "Type 1", embedded(pfa()[0], "FontFile", 900, Length1=pfa()[1]), 1,
         word_at(20)),
    Seed("font-width", "composite", edited(composite(
        Name("/Identity-H"), "<00010002>", 20, W=Array([]), DW=1000)), 1, word_at(20)),
    _picture("half a JPEG", photo(jpeg()[: len(jpeg()) // 2])),
    _picture("a JPEG's head alone", photo(jpeg()[:325])),
    _picture("a JPEG without its end", photo(jpeg()[:-200])),
    _picture("an empty JPEG", photo(b"")),
    _picture("no JPEG", photo(flat(1))),
    _picture("PNG called JPEG", photo(b"\x89PNG\r\n\x1a\n" + bytes(99))),
    _picture("RGB called CMYK", photo(jpeg("RGB"))),
    _picture("another size", photo(jpeg(side=200))),
    _picture("half the samples", photo(flat(0.5), Filter=Name.FlateDecode)),
    _picture("a row too few", photo(flat(299 / 300), Filter=Name.FlateDecode)),
    _picture("JPEG called deflate", photo(jpeg(), Filter=Name.FlateDecode)),
    _picture("no packing named", photo(flat(1)[:99], Filter=None)),
    _picture("another width of rows", photo(
        zlib.compress(bytes(300 * 1201)), Filter=Name.FlateDecode,
        DecodeParms=Dictionary(Predictor=15, Colors=4, Columns=30))),
    _picture("two samples for each", photo(flat(2), Filter=Name.FlateDecode)),
    _picture("a fax that is cut off", faxed(fax()[:-40])),
    _picture("noise called a fax", faxed(bytes(range(1, 200)))),
    _picture("segments that are cut off", bilevel(segments()[:-20], Name.JBIG2Decode)),
    _picture("segments of another size", bilevel(segments(640), Name.JBIG2Decode)),
    _picture("segments without end", bilevel(endless(), Name.JBIG2Decode)),
    _picture("noise called JBIG2", bilevel(bytes(range(1, 200)), Name.JBIG2Decode)),
    Seed("font-program", "a TrueType whose last table is cut", embedded(
        page_font()[:-400], font="TrueType"), 1, word_at(20)),
    Seed("font-glyph", "a letter without an outline", edited(_emptied), 1),
    Seed("image-data", "an inline picture that is cut off", drawn(
        "q 72 0 0 72 60 300 cm BI /W 300 /H 300 /BPC 8 /CS /G /F /AHx ID 00ff00> EI Q"), 1,
        PICTURE_AT),
    Seed("state-balance", "Q without q", drawn("1 0 0 0 k " + BOX + " Q"), 1),
    Seed("state-balance", "q without Q", drawn("q 1 0 0 0 k " + BOX), 1),
    Seed("state-balance", "in a form", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k 60 300 9 9 re f Q")}), 1),
]  # fmt: skip


GOOD: dict[str, Maker] = {
    "fax": faxed(fax()),
    "fax without an end mark": bilevel(fax()[:-40], Name.CCITTFaxDecode, DecodeParms=Dictionary(
        K=-1, Columns=BILEVEL, Rows=BILEVEL, EndOfBlock=False)),
    "segments": bilevel(segments(), Name.JBIG2Decode),
    "identity": edited(composite(Name("/Identity-H"), "<00010002>", 20)),
    "one byte": edited(composite(ONE, "<010203>", 20)),
    "mixed": edited(composite(MIXED, "<01800102>", 20)),
    "CFF": bare_cff(),
    "Type 1": embedded(pfa()[0], "FontFile", Length1=pfa()[1]),
    "Type 1 whose codes mean what it likes": symbols,
    "Type 1 in hexadecimal": embedded(
        pfa()[0][: pfa()[1]] + pfa()[0][pfa()[1]:].hex().encode(), "FontFile", Length1=pfa()[1]),
    "JPEG": photo(jpeg()),
    "JPEG in deflate": photo(zlib.compress(jpeg()), Filter=Array(
        [Name.FlateDecode, Name.DCTDecode])),
    "deflate": photo(flat(1), Filter=Name.FlateDecode),
    "a line feed behind the samples": photo(bytes(300 * 300 * 4) + b"\n", Filter=None),
    "predictor": photo(
        zlib.compress(bytes(300 * 1201)), Filter=Name.FlateDecode,
        DecodeParms=Dictionary(Predictor=15, Colors=4, Columns=300)),
}  # fmt: skip
"""Files of the same kinds in which nothing is wrong."""
