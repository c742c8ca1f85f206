"""Faults that take another way into the file: other operators, other entries, other places."""

from __future__ import annotations

import re
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
    icc,
    mm,
    packet,
    page_set,
    picture,
    resources,
    root_set,
    spot,
    state,
    type3,
    word,
    word_at,
)
from tests.preflight.seeds_eye import BLUE, LINE, THREE, edited_pages, under
from tests.preflight.seeds_file import X1A, x1a
from tests.preflight.seeds_inside import CELL, letter, tiled
from tests.preflight.seeds_page import HIGH, MM, WIDE
from tests.preflight.seeds_press import ANNA, BEP, COR, CUT, SPOT, die, order
from tests.preflight.seeds_reading import SMALL, add, cmap, composite, fonts
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, changed, clean

FONT = "/F1+0"
TWO = {"pages": 2}
ANY = {"transparency": True}
GOLD = {"spots": frozenset({"Gold"})}
LETTER_AT = mm(60, 314)
ALERT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
BESIDE = Array([-90, -90, -80, -80])
BLUE_PICTURE = b"\x80\x80\x00\x00" * 90_000


def text(operators: str, size: float = 5) -> Maker:
    """Cyan text of 5 points by other operators."""
    return drawn(f"1 0 0 0 k BT {FONT} {size} Tf {operators} ET")


def descendant(**entries: Any) -> Maker:
    """Large text in a composite font whose descendant has other entries."""

    def change(document: Pdf) -> None:
        composite(Name("/Identity-H"), "<00030009>", 20)(document)
        child = document.pages[0].obj.Resources.Font.C.DescendantFonts[0]
        for key, value in entries.items():
            child[f"/{key}"] = value(document) if callable(value) else value

    return edited(change)


def without_widths(document: Pdf) -> None:
    font = document.make_indirect(Dictionary(dict(fonts(document)[0].items())))
    font.Widths, font.FirstChar, font.LastChar = Array([]), 0, -1
    document.pages[0].obj.Resources.Font.Z = font
    add(document, b"1 0 0 0 k BT /Z 20 Tf 60 300 Td (abc) Tj ET")


def raw(data: bytes, **entries: Any) -> Any:
    """A picture with data of its own."""

    def make(document: Pdf) -> pikepdf.Object:
        stream = document.make_stream(data)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        for key, value in entries.items():
            stream[f"/{key}"] = value
        return stream

    return make


def blue() -> Any:
    return raw(BLUE_PICTURE, Width=300, Height=300, ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)


def calibrated(_: Pdf) -> pikepdf.Object:
    return Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]), Gamma=2.2)])


def in_the_tree(document: Pdf) -> None:
    page = document.pages[0].obj
    page.Parent.TrimBox = page.TrimBox
    del page["/TrimBox"]


def layered(operators: str, **default: Any) -> Maker:
    """A layer with settings of its own, and what is drawn in it."""

    def change(document: Pdf) -> None:
        group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Los")))
        settings = {"Name": String("x"), "Order": Array([group])} | {
            key: Array([group]) if value is ... else value for key, value in default.items()
        }
        document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(**settings))
        page = document.pages[0].obj
        page.Resources.Properties = Dictionary(M=group)
        inner = form(b"0 1 0 0 k 60 300 9 9 re f", OC=group)(document)
        outer = form(b"/A Do", Resources=Dictionary(XObject=Dictionary(A=inner)))
        page.Resources.XObject = Dictionary(Fm=outer(document))
        data = b"q " + page.Contents.read_bytes() + f" Q {operators}".encode()
        page.Contents = document.make_stream(data)

    return edited(change)


def turned_form(document: Pdf) -> None:
    """The second page as a form whose matrix sets it on its head."""
    page = document.pages[1].obj
    matrix = Array([-1, 0, 0, -1, WIDE, HIGH])
    data = page.Contents.read_bytes()
    inner = form(data, Resources=page.Resources, BBox=page.MediaBox, Matrix=matrix)
    page.Resources = Dictionary(XObject=Dictionary(F=document.make_indirect(inner(document))))
    page.Contents = document.make_stream(b"q /F Do Q")


def other_numbers(document: Pdf) -> None:
    page = document.pages[2].obj
    data = re.sub(rb"\b0 0 k", b"0.0 .00 k", page.Contents.read_bytes())
    page.Contents = document.make_stream(data.replace(b"\n", b"\r\n"))


def foot(document: Pdf) -> None:
    """White all along the foot of the second page."""
    page = document.pages[1].obj
    strip = f" Q 0 0 0 0 k 0 0 {WIDE:.2f} {3 * MM:.2f} re f".encode()
    page.Contents = document.make_stream(b"q " + page.Contents.read_bytes() + strip)


def linked(*rect: float) -> Maker:
    return page_set(Annots=Array([
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(list(rect)))
    ]))  # fmt: skip


def beside(**entries: Any) -> Maker:
    """An annotation beside the page."""
    return page_set(Annots=Array([Dictionary(Type=Name.Annot, Rect=BESIDE, **entries)]))


def intent(change: Any) -> Maker:
    return edited(lambda document: change(document, document.Root.OutputIntents[0]))


def rounded(x: float, y: float, wide: float, high: float, r: float) -> str:
    """A rectangle with round corners."""
    k, right, top = 0.4477 * r, x + wide, y + high
    return (
        f"{x + r} {y} m {right - r} {y} l {right - k} {y} {right} {y + k} {right} {y + r} c "
        f"{right} {top - r} l {right} {top - k} {right - k} {top} {right - r} {top} c "
        f"{x + r} {top} l {x + k} {top} {x} {top - k} {x} {top - r} c "
        f"{x} {y + r} l {x} {y + k} {x + k} {y} {x + r} {y} c h f"
    )


SINGLE = b"1 begincodespacerange <00> <ff> endcodespacerange 1 begincidchar <41> 3 endcidchar"

SEEDS = [
    Seed("text-size", "single CIDs of a CMap", edited(composite(SINGLE, "<41>")), 1, SMALL),
    Seed("text-size", "codes of three bytes", edited(composite(
        cmap("<000000> <ffffff>", "<010000> <0100ff> 1"), "<010002010003>")), 1, SMALL),
    Seed("text-size", "raised", text("50 Ts 60 250 Td (a) Tj"), 1, SMALL),
    Seed("text-size", "moved inside TJ", text("10 300 Td [-10000 (a)] TJ"), 1, SMALL),
    Seed("text-size", "leading by TD", text("60 340 Td 0 -20 TD T* (a) Tj"), 1, SMALL),
    Seed("text-size", "mirrored", text("5 0 0 -5 60 303.5 Tm (a) Tj", 1), 1, SMALL),
    Seed("font-glyph", "a map that is too short", descendant(CIDToGIDMap=lambda d: d.make_stream(
        bytes(10))), 1, LETTER_AT),
    Seed("font-width", "a range of a composite font", descendant(W=Array([1, 60, 250])), 1,
         LETTER_AT),
    Seed("font-width", "none at all", edited(without_widths), 1, LETTER_AT),
    Seed("font-width", "Type 3", drawn("1 0 0 0 k BT /T3 20 Tf 60 300 Td (a) Tj ET", Font={
        "T3": type3(b"300 0 d0 0 0 500 500 re f")}), 1, LETTER_AT),
    Seed("font-embedded", "in a pattern", tiled(
        b"1 0 0 0 k BT /H 12 Tf (a) Tj ET", **CELL, Resources=resources(Font={"H": helvetica})),
        1, mm(60, 350)),
    Seed("font-embedded", "the font of a graphics state", drawn(
        "/T gs 1 0 0 0 k BT 60 300 Td (a) Tj ET", ExtGState={"T": lambda d: Dictionary(
            Font=Array([d.make_indirect(helvetica(d)), 12]))}), 1, word_at(12)),
    Seed("image-data", "a palette that is too short", drawn(PICTURE, XObject={"Im": picture(
        300, 300, Array([Name.Indexed, Name.DeviceCMYK, 9, String("abcdefgh")]))}), 1, PICTURE_AT),
    Seed("image-data", "a mask that is too short", drawn(PICTURE, XObject={"Im": picture(
        300, 300, Name.DeviceCMYK, SMask=raw(
            bytes(50), Width=300, Height=300, ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        ))}), 1, PICTURE_AT, ANY),
    Seed("image-data", "half a stencil", drawn("1 0 0 0 k " + PICTURE, XObject={"Im": raw(
        bytes(50_000), Width=900, Height=900, ImageMask=True, BitsPerComponent=1)}), 1, PICTURE_AT),
    Seed("image-data", "runs that end too early", drawn(PICTURE, XObject={"Im": raw(
        b"\x81\x00" * 100 + b"\x80", Width=300, Height=300, ColorSpace=Name.DeviceCMYK,
        BitsPerComponent=8, Filter=Name.RunLengthDecode)}), 1, PICTURE_AT),
    Seed("image-resolution", "a stencil in a Type 3 letter", letter(
        b"500 0 0 500 0 0 cm BI /W 40 /H 40 /IM true /BPC 1 /F /AHx ID " + b"00" * 200 + b"> EI"),
        1, mm(60, 310)),
    Seed("bleed-filled", "white at the foot of a back", lambda: changed(card(clean, ANNA), foot),
         2, (0.0, 148.0), TWO),
    Seed("bleed-filled", "a panel that stops at the top", drawn(
        f"0 .8 1 0 k 60 {HIGH - 3 * MM - 80:.3f} 90 80 re f"), 1),
    Seed("die-line", "see-through", drawn(
        f"/T gs /S CS 1 SCN .3 w {CUT}", ColorSpace={"S": spot()},
        ExtGState=state(op=True, OP=True, OPM=1, CA=0.5)), 1, expected={**SPOT, **ANY}),
    Seed("die-line", "1 mm inside the cut", die(
        f"{4 * MM:.3f} {4 * MM:.3f} {WIDE - 8 * MM:.3f} {HIGH - 8 * MM:.3f} re S"), 1,
        expected=SPOT),
    Seed("multi-ink-line", "three inks of a DeviceN", drawn(
        f"/C CS 1 1 1 SCN .2 w {LINE}", ColorSpace={"C": devicen("Cyan", "Magenta", "Yellow")}), 1,
        mm(60, 300)),
    Seed("white-line", "no tint of a DeviceN", drawn(
        f"/C CS 0 0 SCN .2 w {LINE}", ColorSpace={"C": devicen("Cyan", "Black")}), 1, mm(60, 300)),
    Seed("white-line", "gray", drawn(f"1 G .2 w {LINE}"), 1, mm(60, 300)),
    Seed("line-width", "squashed", drawn("1 0 0 0 K q 1 0 0 .02 0 300 cm 4 w 60 0 m 120 0 l S Q"),
         1, mm(60, 300)),
    Seed("line-width", "a squashed outline", drawn(
        "1 0 0 0 K q .02 0 0 1 0 0 cm 4 w 3000 300 m 4500 300 l 3750 330 l s Q"), 1, mm(60, 332)),
    Seed("line-width", "a squashed rectangle", drawn(
        "1 0 0 0 k q 10 0 0 .1 0 300 cm 6 0 9 1 re f Q"), 1, mm(60, 300)),
    Seed("line-width", "two rectangles of one path", drawn(
        "1 0 0 0 k 60 310 60 .1 re 60 300 60 .1 re f"), 1, mm(60, 310)),
    Seed("line-width", "two slits of one path", drawn(
        "1 0 0 0 k 60 300 m 60 300.1 l 120 300.1 l 120 300 l h "
        "60 310 m 60 310.1 l 120 310.1 l 120 310 l h f"), 1, mm(60, 310)),
    Seed("ink-coverage", "text", drawn(word(20, "1 1 1 .5 k")), 1, word_at(20)),
    Seed("page-order", "a back among the fronts",
         lambda: card(ANNA, clean, BEP, COR, clean, clean), 0, expected=order("front-back")),
    Seed("page-sides", "a fifth page", lambda: card(ANNA, clean, BEP, clean, COR), 5,
         expected={"pages": 5, "duplex": True}),
    Seed("version", "in the catalogue", root_set(Version=Name("/1.7")), 0),
    Seed("old-syntax", "a picture of 16 bits", x1a(
        lambda d: d.pages[0].obj.Resources.__setitem__("/XObject", Dictionary(
            Im=picture(30, 30, Name.DeviceCMYK, 16)(d)))), 0, expected=X1A),
    Seed("transparency", "a group in a form in a form in PDF/X-1a", x1a(
        lambda d: d.pages[0].obj.Resources.__setitem__("/XObject", Dictionary(Fm=form(
            b"/A Do", Resources=resources(XObject={"A": form(b"", Group=Dictionary(
                S=Name.Transparency, CS=Name.DeviceCMYK))}))(d)))), 1, expected=X1A),
    Seed("output-intent", "for PDF/A alone",
         intent(lambda _, one: one.__setitem__("/S", Name.GTS_PDFA1)), 0),
    Seed("output-intent", "an empty profile", intent(lambda d, one: one.__setitem__(
        "/DestOutputProfile", d.make_stream(b"", N=4))), 0),
    Seed("output-intent", "for three inks", intent(lambda d, one: one.__setitem__(
        "/DestOutputProfile", d.make_stream(pdfs.profile(), N=3))), 0),
    Seed("metadata", "other author", edited(lambda d: (
        d.trailer.Info.__setitem__("/Author", String("een")),
        packet(b"</dc:title>", b"</dc:title><dc:creator><rdf:Seq><rdf:li>twee</rdf:li></rdf:Seq>"
               b"</dc:creator>")(d))), 0),
    Seed("trapped-key", "another in the XMP", edited(packet(b"Trapped>False", b"Trapped>True")), 0),
    Seed("forbidden-feature", "a transfer in a form", drawn("/Fm Do", XObject={"Fm": form(
        b"/T gs", Resources=resources(ExtGState=state(TR=Name.Identity)))})),
    Seed("forbidden-feature", "a transfer in a pattern", tiled(
        b"/T gs 1 0 0 0 k 0 0 3 3 re f",
        Resources=resources(ExtGState=state(TR2=Name.Identity)))),
    Seed("view-area", "the art is clipped",
         root_set(ViewerPreferences=Dictionary(ViewClip=Name.ArtBox)), 0),
    Seed("state-balance", "in a Type 3 letter", letter(b"q 1 0 0 0 k 0 0 500 700 re f"), 1),
    Seed("state-balance", "marked content without an end", drawn("/Span BMC 1 0 0 0 k " + BOX), 1),
    Seed("state-balance", "an end of no marked content", drawn("1 0 0 0 k EMC " + BOX), 1),
    Seed("state-balance", "text without an end", drawn(
        f"1 0 0 0 k BT {FONT} 20 Tf 60 300 Td (a) Tj"), 1),
    Seed("state-balance", "text in text", drawn(
        f"1 0 0 0 k BT {FONT} 20 Tf BT 60 300 Td (a) Tj ET"), 1),
    Seed("state-balance", "an end of no text", drawn("1 0 0 0 k ET " + BOX), 1),
    Seed("spot-conflict", "the colorants of a DeviceN", drawn(
        "/C cs 1 scn 60 300 9 9 re f /D cs 1 1 scn 80 300 9 9 re f", ColorSpace={
            "C": spot(name="Gold", body="0 0 0"),
            "D": lambda d: Array([*devicen("Gold", "Black")(d), Dictionary(Colorants=Dictionary(
                Gold=spot(name="Gold")(d)))])}), 1, AT, GOLD),
    Seed("spot-conflict", "two looks in two forms", drawn("/A Do /B Do", XObject={
        "A": form(b"/C cs 1 scn 60 300 9 9 re f", Resources=resources(
            ColorSpace={"C": spot(name="Gold", body="0 0 0")})),
        "B": form(b"/C cs 1 scn 80 300 9 9 re f", Resources=resources(
            ColorSpace={"C": spot(name="Gold", body="0 exch 0 0")}))}), 1, AT, GOLD),
    Seed("spot-suffix", "in a DeviceN", drawn("/C cs 1 1 scn " + BOX, ColorSpace={
        "C": devicen("PANTONE 300 U", "Gold")}), 1, AT,
        {"spots": frozenset({"PANTONE 300 U", "Gold"})}),
    Seed("blend-space", "a page's group with a profile", page_set(Group=lambda d: Dictionary(
        S=Name.Transparency, CS=icc(d)))),
    Seed("blend-space", "a form's group in calibrated grey", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k 60 300 9 9 re f", Group=lambda d: Dictionary(
            S=Name.Transparency, CS=calibrated(d)))}), expected=ANY),
    Seed("colour-rgb", "calibrated grey", drawn(
        "/G cs .5 scn " + BOX, ColorSpace={"G": calibrated}), 1, AT),
    Seed("box-missing", "a trim in the page tree", edited(in_the_tree), 1,
         expected={"trim": None, "bleed": 0.0}),
    Seed("annotations", "in the bleed alone", linked(0, 0, 6, 6), 1, mm(0, 6)),
    Seed("annotations", "with its corners turned", linked(69, 309, 60, 300), 1, AT),
    Seed("javascript", "a trigger beside the page",
         beside(Subtype=Name.Link, AA=Dictionary(E=ALERT))),
    Seed("javascript", "a second action", root_set(OpenAction=Dictionary(
        S=Name.GoTo, D=Array([]), Next=Array([ALERT]))), 0),
    Seed("javascript", "an attachment beside the page",
         beside(Subtype=Name.FileAttachment, FS=Dictionary(F=String("a.exe")))),
    Seed("layers", "all off", layered(f"/OC /M BDC 0 1 0 0 k {BOX} EMC", BaseState=Name.OFF), 1,
         AT),
    Seed("layers", "a form in a form", layered("/Fm Do", OFF=...), 1, AT),
    Seed("page-turned", "by a form's matrix", lambda: changed(card(ANNA, BEP), turned_form), 2,
         expected=TWO),
    Seed("page-twice", "with its numbers written otherwise", edited_pages(other_numbers), 3,
         expected=THREE),
    Seed("colour-overprint", "on a photograph", drawn(
        f"{PICTURE} /T gs 0 0 1 0 k 70 310 9 9 re f", ExtGState=OVER, XObject={"Im": blue()}), 1,
        mm(70, 319)),
    Seed("colour-overprint", "a stencil", drawn(
        f"{BLUE} /T gs 0 0 1 0 k q 9 0 0 9 60 300 cm /Im Do Q", ExtGState=OVER,
        XObject={"Im": picture(150, 150, None, 1)}), 1, AT),
    Seed("gray-overprint", "a stencil", drawn(
        "/T gs .5 g q 9 0 0 9 60 300 cm /Im Do Q", ExtGState=OVER,
        XObject={"Im": picture(150, 150, None, 1)}), 1, AT),
    Seed("black-outline-overprint", "on a photograph", drawn(
        f"{PICTURE} 0 0 0 1 K 3 w 70 310 m 110 310 l S", XObject={"Im": blue()}), 1,
        mm(68.5, 311.5)),
    Seed("text-light", "see-through black", drawn(
        "/T gs" + word(8, "0 0 0 1 k"), ExtGState=state(ca=0.3, op=True, OPM=1)), 1, word_at(8),
        ANY),
    Seed("text-covered", "a panel with round corners", under(
        f"1 0 0 0 k {rounded(50, 290, 60, 40, 6)}"), 1, word_at(20)),
    Seed("text-covered", "a panel that is turned", under(
        "q 0 1 -1 0 110 290 cm 1 0 0 0 k 0 0 40 60 re f Q"), 1, word_at(20)),
    Seed("text-covered", "a thick line", under("1 0 0 0 K 40 w 50 310 m 110 310 l S"), 1,
         word_at(20)),
    Seed("text-covered", "one of two panels", under(
        "1 0 0 0 k 50 290 60 40 re 200 290 30 40 re f"), 1, word_at(20)),
    Seed("page-empty", "a tint of nothing", edited(lambda d: (
        d.pages[0].obj.Resources.__setitem__("/ColorSpace", Dictionary(C=spot(name="Black")(d))),
        d.pages[0].obj.__setitem__("/Contents", d.make_stream(
            b"/C cs 0 scn 0 0 400 500 re f"))))),
]  # fmt: skip


def not_scaled(operators: str) -> tuple[Maker, dict[str, Any]]:
    return drawn(operators), {}


GOOD: dict[str, tuple[Maker, dict[str, Any]]] = {
    "a line along the squashed direction": not_scaled(
        "1 0 0 0 K q .1 0 0 4 0 300 cm .2 w 600 0 m 1200 0 l S Q"
    ),
    "a rectangle along the stretched direction": not_scaled(
        "1 0 0 0 k q .1 0 0 4 0 300 cm 600 0 600 .2 re f Q"
    ),
    "a bar code's module that is no line": not_scaled("1 0 0 0 k 60 300 1 30 re 63 300 2 30 re f"),
    "dots of a drawing": not_scaled("1 .5 0 0 k 60 300 .1 .1 re f 60.3 300 .2 .1 re f"),
    "text between a thick line and the foot": (
        under("1 0 0 0 K 10 w 50 285 m 110 285 l S"),
        {},
    ),
    "text in a thick round": (under("1 0 0 0 K 20 w 30 260 100 100 re S"), {}),
    "text beside both panels of one path": (
        under("1 0 0 0 k 10 290 40 40 re 200 290 30 40 re f"),
        {},
    ),
    "text in a frame of two rectangles": (
        under("1 0 0 0 k 40 280 90 60 re 50 290 70 40 re f*"),
        {},
    ),
    "a shared back whose last is not there yet": (
        lambda: card(ANNA, clean, BEP, clean, COR),
        {"pages": 5},
    ),
    "two authors": (
        edited(lambda d: (
            d.trailer.Info.__setitem__("/Author", String("een, twee")),
            packet(b"</dc:title>", b"</dc:title><dc:creator><rdf:Seq><rdf:li>een</rdf:li>"
                   b"<rdf:li>twee</rdf:li></rdf:Seq></dc:creator>")(d))),
        {},
    ),
    "an action that goes to a page": (
        root_set(OpenAction=Dictionary(
            S=Name.GoTo, D=Array([]), Next=Dictionary(S=Name.GoTo, D=Array([])))),
        {},
    ),
    "marked content in marked content": (
        drawn(f"/P BMC /Span BMC 1 0 0 0 k {BOX} EMC EMC"),
        {},
    ),
    "a stencil on paper": (
        drawn("0 0 0 0 k 50 290 30 30 re f /T gs 0 0 1 0 k q 9 0 0 9 60 300 cm /Im Do Q",
              ExtGState=OVER, XObject={"Im": picture(150, 150, None, 1)}),
        {},
    ),
}  # fmt: skip
"""Files of the same kinds in which nothing is wrong."""
