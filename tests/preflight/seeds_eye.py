"""Faults that an operator sees at once: turned backs, doubles, edges, overprint, covered text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import (
    AT,
    BOX,
    OVER,
    Maker,
    Seed,
    devicen,
    drawn,
    edited,
    form,
    mm,
    picture,
    shading,
    spot,
    state,
    word,
    word_at,
)
from tests.preflight.seeds_page import HIGH, MM, WIDE
from tests.preflight.seeds_press import ANNA, BEP, COR
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, changed, clean, finished, pages, text

BLUE = "1 .6 0 0 k 40 280 120 120 re f"
"""A dark square below what is drawn on it."""
LINE = "60 300 m 120 300 l S"
LETTER = "60 300 m 63 307 l 66 300 l h f "
THREE = {"pages": 3, "duplex": False}


def turned(painter: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """The same page on its head."""

    def act(canvas: Canvas) -> None:
        canvas.translate(WIDE, HIGH)
        canvas.rotate(180)
        painter(canvas)

    return act


def stopping(left: float, then: str = "") -> Maker:
    """A panel that ends so many mm left of the trim, on a ground that runs on."""
    x = (3 - left) * MM
    panel = f"0 .8 1 0 k {x:.3f} 262 90 110 re f"
    return drawn(f"{panel} {then}")


def photo_at_the_cut() -> bytes:
    place = f"q {40 * MM:.3f} 0 0 {40 * MM:.3f} {WIDE - 43 * MM:.3f} 150 cm /Im Do Q"
    return drawn(place, XObject={"Im": picture(400, 400, Name.DeviceCMYK)})()


def with_marks(offset: float, length: float = 5.0) -> bytes:
    """Crop marks at the corners, so many mm from the trim, around a page with 3 mm bleed."""

    def painter(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0.2, 0.1, 0, 0)
        room = 10 * MM
        canvas.rect(room - 3 * MM, room - 3 * MM, WIDE, HIGH, stroke=0, fill=1)
        canvas.setStrokeOverprint(True)
        canvas.setOverprintMask(1)
        canvas.setStrokeColorCMYK(0, 0, 0, 1)
        canvas.setLineWidth(0.5)
        left, bottom = room, room
        right, top = room + pdfs.TRIM[0] * MM, room + pdfs.TRIM[1] * MM
        out, far = offset * MM, (offset + length) * MM
        for y in (bottom, top):
            canvas.line(left - out, y, left - far, y)
            canvas.line(right + out, y, right + far, y)
        for x in (left, right):
            canvas.line(x, bottom - out, x, bottom - far)
            canvas.line(x, top + out, x, top + far)

    size = (pdfs.TRIM[0] + 20, pdfs.TRIM[1] + 20)
    return finished(pages(painter, size=size), trim_inset=10, bleed_inset=7)


def under(shape: str, **entries: Any) -> Maker:
    return drawn(word(20, "0 1 1 0 k") + f" {shape}", **entries)


def _writing(canvas: Canvas) -> None:
    """A card to write on."""
    clean(canvas)
    canvas.setStrokeColorCMYK(1, 0, 0, 0)
    for y in range(280, 360, 20):
        canvas.line(40, y, 260, y)


def _lined(*lines: tuple[float, float, float, float]) -> Callable[[Canvas], None]:
    """A card with lines on it, but none to write on: too short, or too steep."""

    def painter(canvas: Canvas) -> None:
        clean(canvas)
        canvas.setStrokeColorCMYK(1, 0, 0, 0)
        for line in lines:
            canvas.line(*line)

    return painter


SHORT = _lined(*[(200, y, 260, y) for y in range(280, 360, 20)])
STEEP = _lined(*[(x, 200, x + 120, 340) for x in range(80, 120, 10)])


def both_ways(canvas: Canvas) -> None:
    """A card with its name at both ends, as playing cards have it."""
    ANNA(canvas)
    canvas.translate(WIDE, HIGH)
    canvas.rotate(180)
    for y in (60, 150):
        text(canvas, "Anna", size=20, cmyk=(0, 1, 0.5, 0), y=y)


def both_ways_too(canvas: Canvas) -> None:
    both_ways(canvas)
    text(canvas, "Bep", size=20, cmyk=(0, 1, 0.5, 0), y=250)


def twice_in_one(document: Pdf) -> None:
    """A page's text twice, the second time on top of a panel over the first."""
    page = document.pages[0].obj
    data = word(20, "0 1 1 0 k") + " 0 0 0 0 k 55 290 60 40 re f " + word(20, "1 1 0 0 k")
    page.Contents = document.make_stream(b"q " + page.Contents.read_bytes() + b" Q" + data.encode())


def edited_pages(change: Callable[[Pdf], None]) -> Maker:
    """Three pages, the first and the last of which are the same but for a change."""
    return lambda: changed(card(ANNA, BEP, ANNA), change)


def _renamed(document: Pdf) -> None:
    page = document.pages[2].obj
    data, named = page.Contents.read_bytes(), Dictionary()
    for key, font in page.Resources.Font.items():
        named["/Q" + key[1:]] = font
        data = data.replace(key.encode() + b" ", b"/Q" + key[1:].encode() + b"  ")
    page.Resources = Dictionary(dict(page.Resources.items()) | {"/Font": named})
    page.Contents = document.make_stream(data)


def _in_a_form(document: Pdf) -> None:
    page = document.pages[2].obj
    inner = form(page.Contents.read_bytes(), Resources=page.Resources, BBox=page.MediaBox)
    page.Resources = Dictionary(XObject=Dictionary(F=document.make_indirect(inner(document))))
    page.Contents = document.make_stream(b"q /F Do Q")


def _split(document: Pdf) -> None:
    page = document.pages[2].obj
    data = page.Contents.read_bytes()
    middle = data.index(b"\n", len(data) // 2)
    halves = data[:middle], data[middle:]
    page.Contents = Array([document.make_stream(half) for half in halves])


def _endless(document: Pdf) -> pikepdf.Object:
    """A gradient that goes on beyond both its ends."""
    found = shading(Name.DeviceCMYK)(document)
    found.Extend = Array([True, True])
    return found


def _on_paper(document: Pdf) -> None:
    """A sheet with a panel, and a mark on all plates beside it."""
    page = document.pages[0].obj
    page.Resources.ColorSpace = Dictionary(A=spot(name="All")(document))
    data = b".2 .1 0 0 k 60 60 150 300 re f /A CS 1 SCN .3 w 45 60 m 57 60 l S"
    page.Contents = document.make_stream(data)


def _slug(y: int) -> Callable[[Pdf], None]:
    """A sheet with crop marks on all plates around a panel, and a line on all plates ``y`` up."""

    def change(document: Pdf) -> None:
        page = document.pages[0].obj
        page.Resources.ColorSpace = Dictionary(A=spot(name="All")(document))
        marks = "".join(
            f"{across} {up} m {across} {up + 12} l S " for across in (60, 210) for up in (72, 396)
        ) + "".join(
            f"{across} {up} m {across + 12} {up} l S " for across in (42, 216) for up in (90, 390)
        )
        data = f".2 .1 0 0 k 60 90 150 200 re f /A CS 1 SCN .3 w {marks} /A cs 1 scn"
        data += f" BT /F1+0 7 Tf 66 {y} Td (a) Tj ET"
        page.Contents = document.make_stream(data.encode())

    return change


ON_PAPER = {"severities": {"bleed-filled": None, "outside-bleed": None, "colour-rgb": None}}
NO_EDGE = {"severities": {"outside-bleed": None, "safe-zone": None}}

SEEDS = [
    Seed("page-turned", "a back on its head", lambda: card(ANNA, turned(BEP)), 2,
         expected={"pages": 2}),
    Seed("page-turned", "one of four", lambda: card(ANNA, BEP, turned(COR), clean), 3,
         expected={"pages": 4}),
    Seed("page-twice", "a front", lambda: card(ANNA, BEP, ANNA), 3, expected=THREE),
    Seed("page-twice", "with short lines", lambda: card(SHORT, BEP, SHORT), 3, expected=THREE),
    Seed("page-twice", "with steep lines", lambda: card(STEEP, BEP, STEEP), 3, expected=THREE),
    Seed("page-twice", "front and back", lambda: card(ANNA, BEP, ANNA, BEP), 3,
         expected={"pages": 4}),
    Seed("page-twice", "among others with one back",
         lambda: card(ANNA, clean, BEP, clean, ANNA, clean), 5, expected={"pages": 6}),
    Seed("page-twice", "with other names in its content", edited_pages(_renamed), 3,
         expected=THREE),
    Seed("page-twice", "once in a form", edited_pages(_in_a_form), 3, expected=THREE),
    Seed("page-twice", "in two streams", edited_pages(_split), 3, expected=THREE),
    Seed("bleed-filled", "a photograph that stops at the cut", photo_at_the_cut, 1),
    Seed("bleed-filled", "a panel that stops at the cut", stopping(0), 1),
    Seed("bleed-filled", "a panel that stops 0.3 mm behind the cut", stopping(0.3), 1),
    Seed("bleed-filled", "a panel of four lines that stops", drawn(
        f"0 .3 .9 0 k {WIDE - 3 * MM - 80:.3f} 262 m {WIDE - 3 * MM:.3f} 262 l "
        f"{WIDE - 3 * MM:.3f} 350 l {WIDE - 3 * MM - 80:.3f} 350 l h f"), 1),
    Seed("marks-in-bleed", "from the cut", lambda: with_marks(0), 1, expected=NO_EDGE),
    Seed("marks-in-bleed", "1 mm off", lambda: with_marks(1), 1, expected=NO_EDGE),
    Seed("colour-overprint", "yellow on blue", drawn(
        f"{BLUE} /T gs 0 0 1 0 k {BOX}", ExtGState=OVER), 1, AT),
    Seed("colour-overprint", "large text", drawn(
        f"{BLUE} /T gs" + word(20, "0 0 1 0 k"), ExtGState=OVER), 1, word_at(20)),
    Seed("colour-overprint", "two inks of a DeviceN", drawn(
        f"{BLUE} /T gs /C cs 1 1 scn {BOX}", ExtGState=OVER,
        ColorSpace={"C": devicen("Yellow", "Black")}), 1, AT),
    Seed("colour-overprint", "a thick line", drawn(
        f"{BLUE} /T gs 0 0 1 0 K 8 w {LINE}", ExtGState=OVER), 1, mm(56, 304)),
    Seed("colour-overprint", "in a form", drawn(
        f"{BLUE} /T gs /Fm Do", ExtGState=OVER, XObject={
            "Fm": form(b"0 0 1 0 k 60 300 9 9 re f")}), 1, AT),
    Seed("black-outline-overprint", "a line of 3 pt", drawn(f"{BLUE} 0 0 0 1 K 3 w {LINE}"), 1,
         mm(58.5, 301.5)),
    Seed("black-outline-overprint", "a rectangle that stands for a line", drawn(
        f"{BLUE} 0 0 0 1 k 60 300 60 .4 re f"), 1, mm(60, 300)),
    Seed("spot-all", "text on paper between the crop marks", edited(_slug(340)), 1,
         mm(66, 340 + 0.7 * 7), ON_PAPER),
    Seed("black-outline-overprint", "letters in outlines", drawn(
        f"{BLUE} 0 0 0 1 k " + "".join(
            f"q 1 0 0 1 {9 * n} 0 cm {LETTER} Q " for n in range(9))), 1, mm(60, 307)),
    Seed("text-light", "grey", drawn(word(8, "0 0 0 .3 k")), 1, word_at(8)),
    Seed("text-light", "DeviceGray", drawn(word(8.5, ".7 g")), 1, word_at(8.5),
         {"severities": {"gray-text": None}}),
    Seed("text-light", "a tint of a spot", drawn(word(8, "/C cs .2 scn"), ColorSpace={
        "C": spot(name="Gold")}), 1, word_at(8), {"spots": frozenset({"Gold"})}),
    Seed("text-covered", "white", under("0 0 0 0 k 50 290 60 40 re f"), 1, word_at(20)),
    Seed("text-covered", "a panel of lines", under(
        "1 0 0 0 k 50 290 m 120 290 l 120 330 l 50 330 l h f"), 1, word_at(20)),
    Seed("text-covered", "a disc", under(
        "1 0 0 0 k 107 305 m 107 332.6 84.6 355 57 355 c 29.4 355 7 332.6 7 305 c "
        "7 277.4 29.4 255 57 255 c 84.6 255 107 277.4 107 305 c h f"), 1, word_at(20)),
    Seed("text-covered", "a disc that the page's edge cuts", drawn(
        word(8, "0 1 1 0 k") + " 1 0 0 0 k 160 300 m 160 355 115 400 60 400 c 5 400 -40 355 -40 "
        "300 c -40 245 5 200 60 200 c 115 200 160 245 160 300 c h f"), 1, None,
        {"severities": {"bleed-filled": None, "safe-zone": None}}),
    Seed("text-covered", "a photograph", under(
        "q 72 0 0 72 40 280 cm /Im Do Q",
        XObject={"Im": picture(300, 300, Name.DeviceCMYK)}), 1, word_at(20)),
    Seed("text-covered", "two panels side by side", under(
        "1 0 0 0 k 50 290 15 40 re f 65 290 45 40 re f"), 1, word_at(20)),
    Seed("text-covered", "a gradient", under(
        "q 50 290 60 40 re W n /Sh sh Q", Shading={"Sh": _endless}), 1, word_at(20)),
    Seed("text-covered", "in a form", drawn("/Fm Do 1 0 0 0 k 50 290 60 40 re f", XObject={
        "Fm": lambda d: form(word(20, "0 1 1 0 k").encode(), Resources=d.pages[0].obj.Resources)(
            d)}), 1, word_at(20)),
    Seed("text-covered", "the first of two", edited(twice_in_one), 1, word_at(20)),
]  # fmt: skip


GOOD: dict[str, tuple[Maker, dict[str, Any]]] = {
    "a card for both sides of the table": (
        lambda: card(both_ways, both_ways_too),
        {"pages": 2},
    ),
    "a crop mark on all plates, on paper": (
        edited(_on_paper),
        ON_PAPER,
    ),
    "a line on all plates below the crop marks": (edited(_slug(70)), ON_PAPER),
    "one back for all": (lambda: card(ANNA, clean, BEP, clean), {"pages": 4}),
    "a card to write on, twice": (lambda: card(_writing, BEP, _writing), THREE),
    "two cards to write on": (lambda: card(_writing, ANNA, _writing, BEP), {"pages": 4}),
    "crop marks outside the bleed": (lambda: with_marks(3.2), NO_EDGE),
    "a panel that runs on": (stopping(3), {}),
    "a panel beside the cut": (stopping(-4), {}),
    "yellow on paper": (
        drawn(f"0 0 0 0 k 50 290 40 40 re f /T gs 0 0 1 0 k {BOX}", ExtGState=OVER),
        {},
    ),
    "all inks anew": (drawn(f"{BLUE} /T gs .1 .1 1 .1 k {BOX}", ExtGState=OVER), {}),
    "mode 0 knocks out": (
        drawn(f"{BLUE} /T gs 0 0 1 0 k {BOX}", ExtGState=state(op=True, OPM=0)),
        {},
    ),
    "black dots in a drawing": (
        drawn(f"{BLUE} 0 0 0 1 k " + "".join(
            f"q 1 0 0 1 {9 * n} {n * n} cm {LETTER} Q " for n in range(9))),
        {},
    ),
    "black signs of a pattern": (
        drawn(f"{BLUE} 0 0 0 1 k " + "".join(
            f"q .4 0 0 .4 {36 + 11 * n} 190 cm {LETTER} Q " for n in range(7))),
        {},
    ),
    "a black line on paper": (
        drawn(f"0 0 0 0 k 40 280 120 120 re f 0 0 0 1 K 3 w {LINE}"),
        {},
    ),
    "a black line that overprints": (
        drawn(f"{BLUE} /T gs 0 0 0 1 K 3 w {LINE}", ExtGState=OVER),
        {},
    ),
    "large grey text": (drawn(word(9, "0 0 0 .3 k")), {}),
    "small grey text": (drawn(word(8, "0 0 0 .6 k")), {}),
    "text on a panel": (drawn("1 0 0 0 k 50 290 60 40 re f" + word(20, "0 1 1 0 k")), {}),
    "text beside a panel": (under("1 0 0 0 k 66 290 60 40 re f"), {}),
    "text of which the feet are under a panel": (under("1 0 0 0 k 50 290 60 14 re f"), {}),
    "text of which the heads are under a panel": (under("1 0 0 0 k 50 305 60 14 re f"), {}),
    "text of which the left half is under a panel": (under("1 0 0 0 k 50 290 14.5 40 re f"), {}),
    "text between two panels": (
        under("1 0 0 0 k 50 290 12 40 re f 69 290 45 40 re f"),
        {},
    ),
    "text in a frame": (
        under("1 0 0 0 k 40 280 90 60 re 50 290 70 40 re f*"),
        {},
    ),
    "text under a window": (
        under("q 60 280 m 75 300 l 60 330 l h W n 1 0 0 0 k 50 290 60 40 re f Q"),
        {},
    ),
    "text in the corner of a triangle": (
        under("1 0 0 0 k 50 290 m 120 290 l 120 330 l h f"),
        {},
    ),
    "text under glass": (
        under("/T gs 1 0 0 0 k 50 290 60 40 re f", ExtGState=state(ca=0.5)),
        {"transparency": True},
    ),
    "text under a mask": (
        under(
            "q 72 0 0 72 40 280 cm /Im Do Q",
            XObject={
                "Im": picture(
                    300, 300, Name.DeviceCMYK, SMask=picture(300, 300, Name.DeviceGray)
                )
            },
        ),
        {"transparency": True},
    ),
    "a rotated panel over text": (
        under("q .7 .7 -.7 .7 60 300 cm 1 0 0 0 k 9 -9 20 9 re f Q"),
        {},
    ),
}
"""Files of the same kinds in which nothing is wrong."""
