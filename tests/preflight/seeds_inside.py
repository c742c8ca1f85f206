"""Faults inside something else: a pattern, a letter of a Type 3 font, a form in a form, a mesh; and
those that come by a way that few programs go.
"""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.preflight.making import (
    AT,
    BOX,
    OVER,
    PICTURE,
    PICTURE_AT,
    Maker,
    Seed,
    devicen,
    drawn,
    edited,
    form,
    helvetica,
    mm,
    pattern,
    picture,
    resources,
    root_set,
    shading,
    spot,
    state,
    tint,
    type3,
    word,
    word_at,
)
from tests.preflight.seeds_page import MM, SAFE, WIDE
from tests.preflight.seeds_press import ANNA
from tests.unit.preflight.pdfs import card, changed, clean

FONT = "/F1+0"
PANEL = "/Pattern cs /P scn 60 300 50 50 re f"
PANEL_AT = mm(60, 350)
LETTER = "1 0 0 0 k BT /T3 20 Tf 60 300 Td (a) Tj ET"
LETTER_AT = mm(60, 314)
BOTH = "1 0 0 0 k 1 0 0 0 K .1 w"
TWO = {"pages": 2}
CELL = {"XStep": 50, "YStep": 50, "BBox": Array([0, 0, 50, 50])}


def small(operators: str) -> Maker:
    """Text of 5 points on (60, 300) by another operator."""
    return drawn(f"1 0 0 0 k BT {FONT} 5 Tf 10 TL 60 310 Td {operators} ET")


def own_font(document: Pdf) -> Dictionary:
    fonts = document.pages[0].obj.Resources.Font
    return Dictionary(Font=Dictionary({FONT: fonts[FONT]}))


def letter(glyph: bytes, **entries: Any) -> Maker:
    return drawn(LETTER, Font={"T3": type3(b"600 0 d0 " + glyph, **entries)})


def tiled(cell: bytes, **entries: Any) -> Maker:
    return drawn(PANEL, Pattern={"P": pattern(cell, **entries)})


def nested(document: Pdf) -> pikepdf.Object:
    """A form that scales a form that scales a text of 11 points: 5.4 in all."""
    text = f"1 0 0 0 k BT {FONT} 11 Tf 122 612 Td (a) Tj ET".encode()
    inner = form(text, Resources=own_font)(document)
    outer = form(b"q .7 0 0 .7 0 0 cm /B Do Q", Resources=Dictionary(XObject=Dictionary(B=inner)))
    return outer(document)


def mesh(document: Pdf) -> pikepdf.Object:
    """A triangle of type 4 in RGB between (60, 300) and (90, 330)."""
    corners = ((0, 0), (255, 0), (0, 255))
    data = b"".join(bytes([0, x, y, 255, 0, 0]) for x, y in corners)
    return document.make_stream(
        data, ShadingType=4, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=8, BitsPerComponent=8,
        BitsPerFlag=8, Decode=Array([60, 90, 300, 330, 0, 1, 0, 1, 0, 1]),
    )  # fmt: skip


def unembedded(_: Pdf) -> Dictionary:
    """A composite font of which only the name is there."""
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    described = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Arial, Flags=4, ItalicAngle=0, Ascent=900,
        FontBBox=Array([0, 0, 1000, 1000]), Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Arial, CIDSystemInfo=system,
        FontDescriptor=described,
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Arial,
        Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]),
    )  # fmt: skip


def one_row_short(document: Pdf) -> pikepdf.Object:
    stream = picture(300, 300, Name.DeviceCMYK)(document)
    stream.write(bytes(300 * 4 * 299))
    return stream


def clipped_ground(document: Pdf) -> None:
    """The page cut off 0 mm left of the trim, so that nothing is in the bleed there."""
    page = document.pages[0].obj
    clip = f"q {3 * MM:.3f} 0 400 500 re W n ".encode()
    page.Contents = document.make_stream(clip + page.Contents.read_bytes() + b" Q")


def clipped_away(document: Pdf) -> None:
    data = b"q 0 0 0 0 re W n 1 0 0 0 k 0 0 400 500 re f Q"
    document.pages[0].obj.Contents = document.make_stream(data)


def membership(document: Pdf) -> None:
    """A square in a layer that is off, named by a membership (OCMD)."""
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Los")))
    off = Dictionary(Name=String("x"), OFF=Array([group]), Order=Array([group]))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=off)
    page = document.pages[0].obj
    member = Dictionary(Type=Name.OCMD, OCGs=group, P=Name.AllOn)
    page.Resources.Properties = Dictionary(M=member)
    square = f" Q /OC /M BDC 0 1 0 0 k {BOX} EMC".encode()
    page.Contents = document.make_stream(b"q " + page.Contents.read_bytes() + square)


def contrary(document: Pdf) -> None:
    """A square that shows while a layer does not, and no layer is off (VE)."""
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Los")))
    default = Dictionary(Name=String("x"), Order=Array([group]))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=default)
    page = document.pages[0].obj
    member = Dictionary(Type=Name.OCMD, VE=Array([Name.Not, group]))
    page.Resources.Properties = Dictionary(M=member)
    square = f" Q /OC /M BDC 0 1 0 0 k {BOX} EMC".encode()
    page.Contents = document.make_stream(b"q " + page.Contents.read_bytes() + square)


def smaller_form() -> bytes:
    """Text of 10 points in a form, which the second page places at half its size."""

    def change(document: Pdf) -> None:
        inner = form(word(10, "1 0 0 0 k").encode(), Resources=own_font)(document)
        for page, scale in zip(document.pages, ("1", ".5"), strict=True):
            page.obj.Resources.XObject = Dictionary(Fm=document.make_indirect(inner))
            data = f" Q q {scale} 0 0 {scale} 0 0 cm /Fm Do Q".encode()
            content = b"q " + page.obj.Contents.read_bytes() + data
            page.obj.Contents = document.make_stream(content)

    return changed(card(clean, ANNA), change)


def note(document: Pdf) -> None:
    document.pages[1].obj.Annots = Array([Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([60, 300, 90, 320]), Contents=String("x")
    )])  # fmt: skip


PICTURES = {"Im": picture(60, 60, Name.DeviceCMYK)}
VIVID = {"Im": picture(300, 300, Name.DeviceCMYK, Intent=Name.Vivid)}
BLACK = {"ColorSpace": {"C": spot(name="Black")}}
UPRIGHT = f"1 0 0 0 k BT {FONT} 10 Tf 0 1 -1 0 {WIDE - 3 * MM - 3:.2f} 200 Tm (abc) Tj ET"
FOOT = f"q 20 0 0 20 100 {3 * MM + 4:.2f} cm /Im Do Q"
INLINE = "q 60 0 0 40 50 290 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 /F /AHx ID 00ff00ff> EI Q"

SEEDS = [
    Seed("text-size", "quote", small("(a) '"), 1, word_at(5)),
    Seed("text-size", "double quote", small('0 0 (a) "'), 1, word_at(5)),
    Seed("text-size", "a form in a form", drawn(
        "q .7 0 0 .7 0 0 cm /A Do Q", XObject={"A": nested}), 1, (18.1, 43.9)),
    Seed("text-size", "in a pattern", tiled(
        f"1 0 0 0 k BT {FONT} 5 Tf 10 10 Td (a) Tj ET".encode(), **CELL, Resources=own_font,
    ), 1, PANEL_AT),
    Seed("line-width", "in a pattern", tiled(b"1 0 0 0 K .1 w 0 2 m 5 2 l S"), 1, PANEL_AT),
    Seed("line-width", "letters filled and outlined", drawn(
        f"{BOTH} BT 2 Tr {FONT} 20 Tf 60 300 Td (a) Tj ET"), 1, LETTER_AT),
    Seed("line-width", "in a Type 3 letter", letter(
        b"1 0 0 0 K 5 w 0 300 m 500 300 l S"), 1, mm(60, 306)),
    Seed("line-width", "b*", drawn(f"{BOTH} 60 300 m 90 300 l 90 330 l b*"), 1, mm(60, 330)),
    Seed("colour-rgb", "a mesh", drawn("/Sh sh", Shading={"Sh": mesh}), 1, mm(60, 330)),
    Seed("colour-rgb", "a pattern that gets its colour", drawn(
        "/C cs 1 0 0 /P scn " + BOX, ColorSpace={"C": Array([Name.Pattern, Name.DeviceRGB])},
        Pattern={"P": pattern(b"0 0 3 3 re f", PaintType=2)}), 1, AT),
    Seed("colour-rgb", "in a Type 3 letter", letter(b"1 0 0 rg 0 0 500 700 re f"), 1, LETTER_AT),
    Seed("transparency", "the outlines of letters", drawn(
        f"/T gs 1 0 0 0 K 1 w BT 1 Tr {FONT} 20 Tf 60 300 Td (a) Tj ET",
        ExtGState=state(CA=0.4)), 1, LETTER_AT),
    Seed("transparency", "in a Type 3 letter", letter(
        b"/T gs 1 0 0 0 k 0 0 500 700 re f", Resources=resources(ExtGState=state(ca=0.5)),
    ), 1, LETTER_AT),
    Seed("transparency", "a picture that multiplies", drawn(
        "/T gs " + PICTURE, ExtGState=state(BM=Name.Multiply),
        XObject={"Im": picture(300, 300, Name.DeviceCMYK)}), 1, PICTURE_AT),
    Seed("font-embedded", "a composite font", drawn(
        "1 0 0 0 k BT /X 20 Tf 60 300 Td <0001> Tj ET", Font={"X": unembedded}), 1, LETTER_AT),
    Seed("font-embedded", "in a Type 3 letter", letter(
        b"BT /H 1000 Tf (a) Tj ET", Resources=resources(Font={"H": helvetica})), 1, LETTER_AT),
    Seed("image-resolution", "sheared", drawn(
        "q 72 0 40 72 60 300 cm /Im Do Q", XObject=PICTURES), 1, PICTURE_AT),
    Seed("image-resolution", "stretched", drawn(
        "q 144 0 0 30 60 300 cm /Im Do Q", XObject={"Im": picture(120, 120, Name.DeviceCMYK)},
    ), 1, mm(60, 330)),
    Seed("image-data", "one row short", drawn(
        PICTURE, XObject={"Im": one_row_short}), 1, PICTURE_AT),
    Seed("safe-zone", "upright text", drawn(UPRIGHT), 1, (101.5, 74.9), SAFE),
    Seed("safe-zone", "a small picture", drawn(
        FOOT, XObject={"Im": picture(100, 100, Name.DeviceCMYK)}), 1, (32.3, 139.5), SAFE),
    Seed("bleed-filled", "a ground that a clip cuts off", edited(clipped_ground), 1, (-3.0, 0.0)),
    Seed("annotations", "a note on the second page",
         lambda: changed(card(clean, ANNA), note), 2, mm(60, 320), TWO),
    Seed("layers", "hidden by a membership", edited(membership), 1, AT),
    Seed("javascript", "before printing", root_set(AA=Dictionary(
        WP=Dictionary(S=Name.JavaScript, JS=String("app.beep()")))), 0),
    Seed("version", "2.0", edited(lambda _: None, force_version="2.0"), 0),
    Seed("spot-case", "in a DeviceN and alone", drawn(
        "/C cs 1 scn 60 300 9 9 re f /D cs 1 0 scn 80 300 9 9 re f",
        ColorSpace={"C": spot(name="Goud"), "D": devicen("GOUD", "Black")}), 1, mm(80, 309),
        {"spots": frozenset({"Goud", "GOUD"})}),
    Seed("spot-all", "a gradient", drawn(
        "q 60 300 30 30 re W n /Sh sh Q", Shading={"Sh": shading(spot(name="All"))}),
        1, mm(60, 330)),
    Seed("white-text-overprint", "no tint of the black plate", drawn(
        word(20, "/T gs /C cs 0 scn"), ExtGState=OVER, **BLACK), 1, word_at(20)),
    Seed("white-path-overprint", "a line", drawn(
        "/T gs 0 0 0 0 K 3 w 60 300 m 90 300 l S", ExtGState=OVER), 1, mm(58.5, 301.5)),
    Seed("text-covered", "an inline picture", drawn(
        f"{word(20, '0 1 1 0 k')} {INLINE}"), 1, word_at(20)),
    Seed("text-light", "a tint of the black plate", drawn(
        word(8, "/C cs .2 scn"), **BLACK), 1, word_at(8)),
    Seed("ink-coverage", "in a pattern", tiled(b"1 1 1 1 K 2 w 0 2 m 5 2 l S"), 1, PANEL_AT),
    Seed("ink-point", "a gradient between functions of numbers", drawn(
        "q 60 300 30 30 re W n /Sh sh Q", Shading={"Sh": lambda d: Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 100, 0]),
            Function=tint(d, 4))}), 1, thorough=True),
    Seed("rendering-intent", "a picture in a form", drawn("/Fm Do", XObject={"Fm": form(
        b"q 72 0 0 72 60 300 cm /Im Do Q", Resources=resources(XObject=VIVID))}), 1),
    Seed("state-balance", "in a pattern", tiled(b"1 0 0 0 k 0 0 3 3 re f Q"), 1),
    Seed("missing-resource", "a state in a pattern", tiled(b"/No gs 1 0 0 0 k 0 0 3 3 re f"), 1),
    Seed("page-empty", "all of it clipped away", edited(clipped_away), 1),
    Seed("gray-line", "in a form", drawn("/Fm Do", XObject={
        "Fm": form(b"0 G 1 w 60 300 m 120 300 l S")}), 1, mm(59.5, 300.5)),
    Seed("gray-overprint", "a line", drawn(
        "/T gs .5 G 3 w 60 300 m 90 300 l S", ExtGState=OVER), 1, mm(58.5, 301.5)),
    Seed("text-size", "letters that are outlines alone", drawn(
        f"1 0 0 0 K .5 w BT 1 Tr {FONT} 5 Tf 60 300 Td (a) Tj ET"), 1, word_at(5)),
    Seed("text-size", "turned a quarter", drawn(
        f"1 0 0 0 k BT {FONT} 5 Tf 0 1 -1 0 63.5 300 Tm (a) Tj ET"), 1, mm(60, 303)),
    Seed("text-size", "a form that another page has larger", smaller_form, 2, (7.6, 96.8), TWO),
    Seed("ink-coverage", "a stencil", drawn(f"1 1 1 .6 k {PICTURE}", XObject={
        "Im": picture(900, 900, None, 1)}), 1, PICTURE_AT),
    Seed("line-width", "a slit in a form that is placed small", drawn(
        "q .05 0 0 .05 0 0 cm /Fm Do Q", XObject={"Fm": form(
            b"1 0 0 0 k 1200 6000 m 1800 6200 l 1801 6198 l 1201 5998 l h f",
            BBox=Array([0, 0, 9000, 9000]))}), 1, mm(60, 310)),
    Seed("rendering-intent", "an inline picture", drawn(
        "q 9 0 0 9 60 300 cm BI /W 1 /H 1 /BPC 8 /CS /G /Intent /Bright ID a EI Q"), 1, AT),
    Seed("layers", "hidden where another shows", edited(contrary), 1, AT),
    Seed("trapped-key", "not known", edited(
        lambda document: document.trailer.Info.__setitem__("/Trapped", Name.Unknown)), 0),
]  # fmt: skip
