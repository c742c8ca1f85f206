"""Faults of text and lines: fonts, glyphs, sizes, black that knocks out, white that vanishes."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import (
    OVER,
    Seed,
    drawn,
    edited,
    form,
    helvetica,
    mm,
    resources,
    spot,
    state,
    type3,
    word,
    word_at,
)
from tests.unit.preflight.pdfs import card, clean, text

from samenspel.pdf.programs import program

SPOT = {"spots": frozenset({"Gold"})}
LINE, LINE_AT = "60 300 m 90 300 l S", mm(60, 300)


def _unembedded(font: str) -> bytes:
    def painter(canvas: Canvas) -> None:
        clean(canvas)
        text(canvas, "Hallo", size=14, cmyk=(1, 0, 0, 0), font=font, y=280)

    return card(painter)


def _fonts(document: Pdf) -> list[pikepdf.Object]:
    return [font for _, font in document.pages[0].obj.Resources.Font.items()]


def _whole_font(document: Pdf) -> None:
    for font in _fonts(document):
        name = Name("/" + str(font.BaseFont).split("+")[1])
        font.BaseFont = font.FontDescriptor.FontName = name


def _clashing_subsets(document: Pdf) -> None:
    font = _fonts(document)[0]
    twin = document.make_indirect(Dictionary(dict(font.items())))
    twin.FontDescriptor = document.make_indirect(Dictionary(dict(font.FontDescriptor.items())))
    program = font.FontDescriptor.FontFile2.read_bytes() + b"\0"
    twin.FontDescriptor.FontFile2 = document.make_stream(program)
    document.pages[0].obj.Resources.Font["/Twin"] = twin


def _courier(document: Pdf) -> None:
    for font in _fonts(document):
        font.BaseFont = font.FontDescriptor.FontName = Name("/ABCDEF+CourierNewPSMT")


def _no_glyph() -> bytes:
    """A letter of Georgian, which the font does not have, after one that it has."""

    def painter(canvas: Canvas) -> None:
        clean(canvas)
        text(canvas, "aა", size=20, cmyk=(1, 0, 0, 0), y=300)

    return card(painter)


def _composite(document: Pdf) -> None:
    """Text in a composite font, with a code for glyph 0."""
    page = document.pages[0].obj
    descriptor = _fonts(document)[0].FontDescriptor
    wide = program(descriptor.FontFile2.read_bytes()).width(1)
    child = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=descriptor.FontName,
        DW=round(1000 * wide),
        CIDToGIDMap=Name.Identity, FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
    )  # fmt: skip
    page.Resources.Font.C = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=descriptor.FontName,
        Encoding=Name("/Identity-H"), DescendantFonts=Array([child]),
    )  # fmt: skip
    data = page.Contents.read_bytes() + b" 1 0 0 0 k BT /C 20 Tf 60 300 Td <00010000> Tj ET"
    page.Contents = document.make_stream(data)


def _first_letter_clipped(colour: str) -> str:
    """Text whose beginning is clipped away, and whose end shows."""
    return (
        f"q 100 290 90 40 re W n {colour} BT /F1+0 5 Tf 60 300 Td "
        "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET Q"
    )


def _in_a_form(size: float, colour: str) -> object:
    """A letter in a form with the page's own font."""

    def make(document: Pdf) -> object:
        fonts = document.pages[0].obj.Resources.Font
        named = {name[1:]: font for name, font in fonts.items()}
        return form(word(size, colour).encode(), Resources=resources(Font=named))(document)

    return make


SEEDS = [
    Seed("font-embedded", "Helvetica", lambda: _unembedded("Helvetica"), 1, mm(60, 289.8)),
    Seed("font-embedded", "in a form", drawn("/Fm Do", XObject={"Fm": form(
        b"1 0 0 0 k BT /F 12 Tf 60 300 Td (a) Tj ET",
        Resources=resources(Font={"F": helvetica}))}), 1, word_at(12)),
    Seed("font-subset", "whole", edited(_whole_font)),
    Seed("font-tags", "two under one name", edited(_clashing_subsets)),
    Seed("font-courier", "Courier New", edited(_courier), 1, mm(60, 107)),
    Seed("font-glyph", "simple font", _no_glyph, 1, mm(70.8, 314)),
    Seed("font-glyph", "composite font", edited(_composite), 1, mm(65.6, 314)),
    Seed("font-glyph", "Type 3", drawn("1 0 0 0 k BT /T3 12 Tf 60 300 Td (ab) Tj ET",
         Font={"T3": type3(b"600 0 d0 0 0 500 500 re f")}), 1, mm(67.2, 308.4)),
    Seed("text-size", "small", drawn(word(6.5, "1 0 0 0 k")), 1, word_at(6.5)),
    Seed("text-size", "scaled", drawn(word(13, "1 0 0 0 k", "q .5 0 0 .5 30 150 cm") + " Q"), 1,
         word_at(6.5)),
    Seed("text-size", "text matrix", drawn(
        "1 0 0 0 k BT /F1+0 1 Tf 6 0 0 6 60 300 Tm (a) Tj ET"), 1, word_at(6)),
    Seed("text-size", "in a scaled form", drawn(
        "q .5 0 0 .5 30 150 cm /Fm Do Q", XObject={"Fm": _in_a_form(10, "1 0 0 0 k")}),
        1, word_at(5)),
    Seed("text-size", "only its end shows", drawn(_first_letter_clipped("1 0 0 0 k")), 1,
         mm(100, 303.5)),
    Seed("text-size", "later on the line", drawn(
        "1 0 0 0 k BT /F1+0 10 Tf 60 300 Td (aaaaaaaaaa) Tj /F1+0 5 Tf (a) Tj ET"), 1,
        mm(114.1, 303.5)),
    Seed("text-size", "the font of a graphics state", edited(lambda d: (
        d.pages[0].obj.Resources.ExtGState.__setitem__("/T", Dictionary(
            Font=Array([d.make_indirect(_fonts(d)[0]), 5]))),
        d.pages[0].obj.__setitem__("/Contents", d.make_stream(
            d.pages[0].obj.Contents.read_bytes()
            + b" /T gs 1 0 0 0 k BT 60 300 Td (a) Tj ET")))), 1, word_at(5)),
    Seed("text-size", "Type 3", drawn("1 0 0 0 k BT /T3 5 Tf 60 300 Td (a) Tj ET",
         Font={"T3": type3(b"600 0 0 0 500 500 d1 0 0 500 500 re f")}), 1, word_at(5)),
    Seed("text-multi-ink", "small", drawn(word(7.5, "1 .5 0 0 k")), 1, word_at(7.5)),
    Seed("white-text-small", "small", drawn(word(7.5, "0 0 0 0 k")), 1, word_at(7.5)),
    Seed("rich-black-text", "four inks", drawn(word(20, ".8 .8 .8 .9 k")), 1, word_at(20),
         {"ink_limit": 400.0}),
    Seed("black-text-overprint", "knocks out", drawn(word(10, "0 0 0 1 k")), 1, word_at(10)),
    Seed("black-text-overprint", "mode 0", drawn(
        "/T gs" + word(10, "0 0 0 1 k"), ExtGState=state(op=True, OPM=0)), 1, word_at(10)),
    Seed("black-text-overprint", "in a form", drawn(
        "/Fm Do", XObject={"Fm": _in_a_form(10, "0 0 0 1 k")}), 1, word_at(10)),
    Seed("black-text-overprint", "the spot Black", drawn(
        word(10, "/B cs 1 scn"), ColorSpace={"B": spot(name="Black", body="0 0 0 4 -1 roll")}),
        1, word_at(10)),
    Seed("black-text-overprint", "the black that DeviceCMYK begins with", drawn(
        word(10, "/DeviceCMYK cs")), 1, word_at(10)),
    Seed("gray-text", "gray", drawn(word(10, "0 g")), 1, word_at(10)),
    Seed("gray-text", "initial colour", drawn(word(10, "")), 1, word_at(10)),
    Seed("white-text-overprint", "overprints", drawn(
        "/T gs" + word(20, "0 0 0 0 k"), ExtGState=OVER), 1, word_at(20)),
    Seed("white-text-overprint", "no tint of a spot", drawn(
        "/T gs" + word(20, "/C cs 0 scn"), ExtGState=OVER, ColorSpace={"C": spot(name="Gold")}),
        1, word_at(20), SPOT),
    Seed("white-text-overprint", "white of gray", drawn(
        "/T gs" + word(20, "1 g"), ExtGState=OVER), 1, word_at(20)),
    Seed("white-text-overprint", "outlines", drawn(
        "/T gs 0 0 0 0 K 2 w BT 1 Tr /F1+0 20 Tf 60 300 Td (a) Tj ET", ExtGState=OVER), 1,
        word_at(20)),
    Seed("line-width", "a slit of four corners", drawn(
        "1 0 0 0 k 60 300 m 90 310 l 90 310.1 l 60 300.1 l h f"), 1, mm(60, 310)),
    Seed("line-width", "thin", drawn(f"/T gs 0 0 0 1 K .2 w {LINE}", ExtGState=OVER), 1, LINE_AT),
    Seed("line-width", "hairline", drawn(f"1 0 0 0 K 0 w {LINE}"), 1, LINE_AT),
    Seed("line-width", "scaled", drawn(
        "1 0 0 0 K q .1 0 0 .1 0 0 cm 1 w 600 3000 m 900 3000 l S Q"), 1, LINE_AT),
    Seed("line-width", "graphics state", drawn(
        f"/T gs 1 0 0 0 K {LINE}", ExtGState=state(LW=0.1)), 1, LINE_AT),
    Seed("line-width", "outlined text", drawn(
        "1 0 0 0 K .1 w BT 1 Tr /F1+0 20 Tf 60 300 Td (a) Tj ET"), 1, word_at(20)),
    Seed("line-width", "a rectangle that stands for a line", drawn(
        "1 0 0 0 k 60 300 90 .1 re f"), 1, LINE_AT),
    Seed("white-line", "thin", drawn(f"0 0 0 0 K .2 w {LINE}"), 1, LINE_AT),
    Seed("multi-ink-line", "thin", drawn(f"1 .5 0 0 K .2 w {LINE}"), 1, LINE_AT),
    Seed("black-line-overprint", "knocks out", drawn(f"0 0 0 1 K 1 w {LINE}"), 1,
         mm(59.5, 300.5)),
    Seed("gray-line", "initial colour", drawn(f"1 w {LINE}"), 1, mm(59.5, 300.5)),
    Seed("gray-line", "gray", drawn(f"0 G 1 w {LINE}"), 1, mm(59.5, 300.5)),
]  # fmt: skip
