"""Placed PDFs as a whole: what is taken along of each, and why others are refused."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests import goldens
from tests.entries import shown
from tests.fonts import TEXT
from tests.unit.draw.helpers import prepare
from tests.unit.draw.test_draw_placed import axial, grey_picture, letters, made, pdf, spot, stripes

from samenspel.errors import ContentError
from samenspel.model.art import PlacedArt

LONG = 4000
Content = tuple[bytes, Dictionary]
FLAT = b"0 0 0 1 k 20 30 60 40 re f"


def told(data: bytes) -> str:
    """What is placed of a file, or what is said of it."""
    try:
        art = prepare(data, "art.pdf")
    except ContentError as error:
        return "".join(f"refused: {one}\n" for one in error.diagnostics)
    assert isinstance(art, PlacedArt)
    spots = [(name, look.decode("latin-1")) for name, look in art.spots]
    head = (
        f"{art.width} × {art.height} fonts {art.fonts} modern {art.modern} "
        f"overprints {art.overprints}\nspots {spots}\nnotes {art.notes}\n"
    )
    with pikepdf.open(io.BytesIO(art.data)) as kept:
        return head + shown(kept.pages[0].Resources.XObject.Art, long=LONG) + "\n"


def font(**descriptor: object) -> Dictionary:
    about = Dictionary(Type=Name.FontDescriptor, FontName=Name.Snijder, Flags=4, **descriptor)
    return Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Snijder, FirstChar=65,
                      LastChar=66, Widths=[600, 600], Encoding=Name.WinAnsiEncoding,
                      FontDescriptor=about)  # fmt: skip


def embedded(document: pikepdf.Pdf) -> Dictionary:
    return font(FontFile2=document.make_stream(TEXT, Length1=len(TEXT)))


def composite(document: pikepdf.Pdf, *, whole: bool) -> Dictionary:
    inner = embedded(document) if whole else font()
    inner.Subtype = Name.CIDFontType2
    return Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Snijder-H"),
                      Encoding=Name("/Identity-H"), DescendantFonts=[inner])  # fmt: skip


def layer(document: pikepdf.Pdf, *, on: bool) -> pikepdf.Object:
    made = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("laag")))
    document.Root.OCProperties = Dictionary(OCGs=[made], D=Dictionary(OFF=[] if on else [made]))
    return made


LAYERED = (
    b"0.5 0 0 0 k q /OC /L BDC 0 1 0 0 k 10 10 m 50 50 l S 60 30 30 60 re f /P gs "
    b"BT /F 9 Tf 20 30 Td (A) Tj 1 2 (B) \" (A) ' T* [(B)] TJ ET /I Do /Sh sh EMC Q "
    b"20 30 60 40 re f EMC EMC"
)
TEXTS = (
    b"BT /F 9 Tf 20 30 Td 3 Tr (A) Tj (A) ' 1 2 (B) \" 0 Tr 10 0 Td (B) Tj ET "
    b"q BT /F 9 Tf 3 Tr (A) Tj ET Q BT /F 9 Tf 20 60 Td (A) Tj ET"
)


def _everything(document: pikepdf.Pdf, *, on: bool) -> Dictionary:
    return Dictionary(
        Properties=Dictionary(L=layer(document, on=on)),
        ExtGState=Dictionary(P=Dictionary(OP=True, OPM=1)),
        Font=Dictionary(F=embedded(document)), Shading=Dictionary(Sh=axial()),
        XObject=Dictionary(I=grey_picture(document)),
    )  # fmt: skip


def state(**entries: object) -> Callable[[pikepdf.Pdf], Content]:
    def make(_: pikepdf.Pdf) -> Content:
        states = Dictionary(ExtGState=Dictionary(S=Dictionary(Type=Name.ExtGState, **entries)))
        return b"/S gs " + FLAT, states

    return make


def space(*parts: object, colour: bytes = b"0.5") -> Callable[[pikepdf.Pdf], Content]:
    def make(_: pikepdf.Pdf) -> Content:
        spaces = Dictionary(ColorSpace=Dictionary(C=Array(list(parts))))
        return b"/C cs " + colour + b" scn 20 30 60 40 re f", spaces

    return make


def profile(count: int) -> Callable[[pikepdf.Pdf], Content]:
    def make(document: pikepdf.Pdf) -> Content:
        tagged = Array([Name.ICCBased, document.make_stream(b"x", N=count)])
        content = b"/C cs " + b"0.5 " * count + b"scn 20 30 60 40 re f"
        return content, Dictionary(ColorSpace=Dictionary(C=tagged))

    return make


def picture(**entries: object) -> Callable[[pikepdf.Pdf], Content]:
    def make(document: pikepdf.Pdf) -> Content:
        pictures = Dictionary(XObject=Dictionary(I=grey_picture(document, **entries)))
        return b"1 0 0 0 k q 60 0 0 60 20 30 cm /I Do Q", pictures

    return make


def soft(document: pikepdf.Pdf) -> Content:
    form = document.make_stream(
        b"0.5 g 0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 90],
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
    )  # fmt: skip
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form, BC=[0])
    return state(SMask=mask)(document)


def pattern_of_shading(_: pikepdf.Pdf) -> Content:
    made = Dictionary(Type=Name.Pattern, PatternType=2, Shading=axial(), Matrix=[1, 0, 0, 1, 5, 5],
                      ExtGState=Dictionary(Type=Name.ExtGState, OP=True))  # fmt: skip
    content = b"/Pattern cs /P scn 20 30 70 50 re f /Pattern CS /P SCN 20 30 m 90 90 l S"
    return content, Dictionary(Pattern=Dictionary(P=made))


def forms_without_end(document: pikepdf.Pdf) -> Content:
    form = document.make_indirect(
        document.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    )
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    return b"/F Do " + FLAT, Dictionary(XObject=Dictionary(F=form))


def differences(document: pikepdf.Pdf) -> Content:
    """A picture of which each row says how it differs from the one above it (PNG's way)."""
    made = grey_picture(document)
    rows = b"".join(b"\2" + bytes([3] * 8) for _ in range(8))
    parms = Dictionary(Predictor=15, Columns=8)
    made.write(zlib.compress(rows), filter=Name.FlateDecode, decode_parms=parms)
    return b"q 60 0 0 60 20 30 cm /I Do Q", Dictionary(XObject=Dictionary(I=made))


LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82], Range=[-128, 127, -128, 127])])
MADE: dict[str, Callable[[pikepdf.Pdf], Content]] = {
    "a layer that shows": lambda one: (LAYERED, _everything(one, on=True)),
    "a layer that is away": lambda one: (LAYERED, _everything(one, on=False)),
    "text that shows and does not": lambda one: (
        TEXTS, Dictionary(Font=Dictionary(F=embedded(one)))),
    "text that goes on where none showed": lambda one: (
        b"BT /F 9 Tf 20 30 Td 3 Tr (A) Tj 0 Tr (B) Tj ET",
        Dictionary(Font=Dictionary(F=embedded(one)))),
    "a font": lambda one: (
        b"BT /F 9 Tf 20 30 Td (AB) Tj ET", Dictionary(Font=Dictionary(F=embedded(one)))),
    "a font that is not in it": lambda _: (
        b"BT /F 9 Tf 20 30 Td (AB) Tj ET", Dictionary(Font=Dictionary(F=font()))),
    "a composite font": lambda one: (
        b"BT /F 9 Tf 20 30 Td <0001> Tj ET",
        Dictionary(Font=Dictionary(F=composite(one, whole=True)))),
    "a composite font that is not in it": lambda one: (
        b"BT /F 9 Tf 20 30 Td <0001> Tj ET",
        Dictionary(Font=Dictionary(F=composite(one, whole=False)))),
    "drawn letters": lambda one: (
        b"0 1 0 0 k BT /T 20 Tf 20 40 Td (AB) Tj ET", Dictionary(Font=Dictionary(T=letters(one)))),
    "a tiling pattern": lambda one: (
        b"/Pattern cs /P scn 20 30 70 50 re f", Dictionary(Pattern=Dictionary(P=stripes(one)))),
    "a tiling pattern in a colour of its own": lambda one: (
        b"/C cs 1 0 .5 0 /P scn 20 30 70 50 re f",
        Dictionary(Pattern=Dictionary(P=stripes(one)),
                   ColorSpace=Dictionary(C=Array([Name.Pattern, Name.DeviceCMYK])))),
    "a pattern of a gradient": pattern_of_shading,
    "a soft mask": soft,
    "no soft mask": state(SMask=Name("/None")),
    "nearly full": state(ca=0.999), "full": state(ca=1, CA=1.0), "lines see through": state(CA=0.5),
    "multiplied": state(BM=Name.Multiply), "mixed as usual": state(BM=[Name.Normal, Name.Multiply]),
    "halftones": state(HT=Name.Default, TR=Dictionary(FunctionType=2, Domain=[0, 1], N=1)),
    "halftones as usual": state(HT=Name.Default, TR2=Name.Default, BG2=Name.Default),
    "a state with a font": lambda one: (
        b"/S gs BT 20 30 Td (A) Tj ET",
        Dictionary(ExtGState=Dictionary(S=Dictionary(Font=[embedded(one), 9])))),
    "overprint of fills": state(op=True), "no overprint": state(OP=False, op=False, OPM=1),
    "calibrated greys": space(Name.CalGray, Dictionary(WhitePoint=[1, 1, 1])),
    "a table of inks": space(Name.Indexed, Name.DeviceCMYK, 1, String("\0\0\0\0dddd"), colour=b"1"),
    "a table of RGB": space(Name.Indexed, Name.DeviceRGB, 1, String("\0\0\0ddd"), colour=b"1"),
    "a table of a table": space(
        Name.Indexed, Array([Name.I, Name.G, 1, String("ab")]), 1, String("ab"), colour=b"1"),
    "lab": space(*LAB, colour=b"50 0 0"),
    "an unknown space": space(Name.Onbekend, 1), "no space": space(),
    "a space by a short name": space(Name.CMYK, colour=b"0 1 0 0"),
    "greys with a profile": profile(1), "RGB with a profile": profile(3), "inks with a profile":
    profile(4), "two inks with a profile": profile(2),
    "a spot": space(*spot()), "all plates": space(*spot("All")), "one plate": space(*spot("Black")),
    "a spot by samples in Lab": lambda one: space(
        Name.Separation, Name.Huis, LAB,
        one.make_stream(bytes([255, 128, 128, 120, 200, 170]), FunctionType=0, Size=[2],
                        BitsPerSample=8, Domain=[0, 1], Range=[0, 100, -128, 127, -128, 127]))(one),
    "a picture": picture(), "a stencil": picture(ImageMask=True, BitsPerComponent=1),
    "a picture with a colour away": picture(Mask=[0, 3]),
    "a picture of 16 bits": picture(BitsPerComponent=16, Width=4),
    "a picture with a soft mask": lambda one: picture(SMask=grey_picture(one))(one),
    "a picture that says more": picture(Interpolate=True, Decode=[1, 0], Alternates=[], Metadata=1),
    "a picture of differences": differences,
    "forms without end": forms_without_end,
    "operators of no use": lambda _: (
        b"/Perceptual ri 0.5 i 0 0 5 5 re W n BX xx EX /M MP /M << /MCID 1 >> DP Q Q " + FLAT,
        Dictionary()),
    "a colour that waits": lambda _: (
        b"0.1 g 0.2 g 1 0 0 RG 0 1 1 0 K 10 10 m 20 20 l 0.3 G S 5 5 9 9 re 0 1 0 0 k B q 0.4 g Q "
        b"9 9 m 90 90 l 0 90 l h f* 20 20 5 5 re n 10 10 30 30 re b*", Dictionary()),
}  # fmt: skip
PAGES: dict[str, dict[str, object]] = {
    "turned": {"Rotate": 90}, "turned back": {"Rotate": -90}, "once round": {"Rotate": 450},
    "on its head": {"Rotate": 180}, "an art box": {"trim": None, "ArtBox": [10, 10, 50, 40]},
    "a crop box that is too large": {"trim": None, "CropBox": [-10, 20, 500, 60]},
    "a trim box of a point": {"trim": (10, 10, 11, 11)}, "one of less": {"trim": (9, 9, 9.9, 99)},
    "a trim box upside down": {"trim": (90, 80, 10, 20)},
    "a group that knocks out": {
        "Group": Dictionary(S=Name.Transparency, K=True, I=False, CS=Name.DeviceCMYK)},
    "a group in RGB": {"Group": Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)},
    "comments": {"Annots": [Dictionary(Subtype=Name.Link), Dictionary(Subtype=Name.Text)]},
}  # fmt: skip
AGAIN = ("overprint", "see-through", "two inks", "inline picture", "masked picture")


@pytest.mark.parametrize("name", MADE)
def test_of_what_a_page_holds_as_much_is_taken_as_was(name: str) -> None:
    document = pikepdf.new()
    content, resources = MADE[name](document)
    goldens.section("placed", name, told(pdf(content, resources, document)))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_placed_as_far_as_it_was(name: str) -> None:
    clear = Dictionary(ExtGState=Dictionary(S=Dictionary(ca=0.5)))
    content = b"/S gs " + FLAT if "group" in name else FLAT
    goldens.section("placed", name, told(pdf(content, clear, **PAGES[name])))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", AGAIN)
def test_what_is_easily_lost_is_taken_as_it_was(name: str) -> None:
    goldens.section("placed", name, told(made(name)))
