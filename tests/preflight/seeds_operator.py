"""What an operator sees at once: words that do not show, mirrors, frames, knocked-out die lines."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import (
    OVER,
    Maker,
    Seed,
    drawn,
    edited,
    mm,
    pattern,
    picture,
    root_set,
    spot,
    word,
    word_at,
)
from tests.preflight.seeds_edges import HEXAGON, LEFT, LOW, RIGHT, SIDE, TOP
from tests.preflight.seeds_eye import THREE, edited_pages, under
from tests.preflight.seeds_file import X1A, x1a
from tests.preflight.seeds_mixed import GOLD, MIXED, stencil
from tests.preflight.seeds_page import HIGH, WIDE
from tests.preflight.seeds_press import ANNA, CUT, DIE, SPOT
from tests.preflight.seeds_reading import add
from tests.unit.preflight.pdfs import card, changed

PANEL = "1 .5 0 0 k 50 290 60 40 re f"
WHITE_PANEL = "0 0 0 0 k 50 290 60 40 re f"
FRAME = "60 300 80 60 re 60.1 300.1 79.8 59.8 re"
WITHIN = "60.1 300.1 m 60.1 359.9 l 139.9 359.9 l 139.9 300.1 l h"
BAND = "60 300 m 140 300 l 140 300.1 l 60.1 300.1 l 60.1 360 l 60 360 l h f"
ELL = "50 290 m 110 290 l 110 380 l 90 380 l 90 330 l 50 330 l h f"
UPRIGHT_ELL = "50 290 m 58 290 l 58 372 l 110 372 l 110 380 l 50 380 l h f"
RING = (
    "100 330 m 100 341.05 91.05 350 80 350 c 68.95 350 60 341.05 60 330 c 60 318.95 68.95 310 80 "
    "310 c 91.05 310 100 318.95 100 330 c h {0} 330 m {0} 341 91 {1} 80 {1} c 69 {1} {2} 341 {2} "
    "330 c {2} 319 69 {3} 80 {3} c 91 {3} {0} 319 {0} 330 c h f*"
)
BESIDE = {"severities": {"safe-zone": None, "outside-bleed": None}}


def mirrored(canvas: Canvas) -> None:
    canvas.translate(WIDE, 0)
    canvas.scale(-1, 1)
    ANNA(canvas)


def layers(*ordered: int) -> Maker:
    """Two layers, of which the list of layers has some."""

    def made(document: Pdf) -> Dictionary:
        groups = [
            document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
            for name in ("Tekst", "Stans")
        ]
        order = Array([Array([String("Groep"), *(groups[n] for n in ordered)])])
        usual = Dictionary(Name=String("Gewoon"), Order=order)
        return Dictionary(OCGs=Array(groups), D=usual)

    return root_set(OCProperties=made)


def _with_marks(document: Pdf) -> None:
    page = document.pages[2].obj
    data = b"/P <</MCID 7>> BDC " + page.Contents.read_bytes() + b" EMC"
    page.Contents = document.make_stream(data)


def _with_a_path(document: Pdf) -> None:
    page = document.pages[2].obj
    page.Contents = document.make_stream(page.Contents.read_bytes() + b" 10 10 m 20 20 l n")


def _clipped(document: Pdf) -> None:
    page = document.pages[2].obj
    clip = b"q 30 30 200 60 re W n " + page.Contents.read_bytes() + b" Q"
    page.Contents = document.make_stream(clip)


def _open_type(document: Pdf) -> None:
    for _, font in document.pages[0].obj.Resources.Font.items():
        described = font.FontDescriptor
        program = described.FontFile2.read_bytes()
        del described["/FontFile2"]
        described.FontFile3 = document.make_stream(program, Subtype=Name.OpenType)


def die_under(ground: str) -> Maker:
    """A die line, and what is painted after it."""
    states: dict[str, Any] = OVER | {"U": Dictionary(op=False, OP=False, OPM=0)}
    return drawn(
        f"/T gs /S CS 1 SCN .3 w {CUT} {ground}", ColorSpace={"S": spot()}, ExtGState=states
    )


def _patches(*colours: str) -> str:
    return " ".join(f"{c} k {100 + 12 * n} 1 8 5 re f" for n, c in enumerate(colours))


def _seen_through(document: Pdf) -> None:
    page = document.pages[0].obj
    page.Resources.ExtGState = Dictionary(T=Dictionary(ca=0))
    page.Contents = document.make_stream(b"/T gs 1 0 0 0 k 0 0 400 500 re f")


def frame(shape: str) -> Maker:
    return drawn(f"1 0 0 0 k {shape}")


def mesh(*ink: int) -> Maker:
    """A triangle whose corners have these inks, of 255."""

    def made(document: Pdf) -> pikepdf.Object:
        corners = ((0, 0), (255, 0), (0, 255))
        data = b"".join(bytes([0, x, y, *ink]) for x, y in corners)
        return document.make_stream(
            data, ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8,
            BitsPerComponent=8, BitsPerFlag=8, Decode=Array([60, 120, 300, 360, *[0, 1] * 4]),
        )  # fmt: skip

    return drawn("/Sh sh", Shading={"Sh": made})


def in_one_path(offset: float) -> Maker:
    """Crop marks that are one path, so many points from the cut."""

    def change(document: Pdf) -> None:
        page = document.pages[0].obj
        _, _, wide, high = map(float, page.MediaBox)
        page.MediaBox = Array([-40, -40, wide + 40, high + 40])
        far = offset + 20
        lines = [
            f"{x:.2f} {LOW - far:.2f} m {x:.2f} {LOW - offset:.2f} l "
            f"{x:.2f} {TOP + offset:.2f} m {x:.2f} {TOP + far:.2f} l" for x in (LEFT, RIGHT)
        ]  # fmt: skip
        add(document, b"0 0 0 1 K .5 w " + " ".join(lines).encode() + b" S")

    return edited(change)


GROUND = f"/U gs .2 0 0 0 k 0 0 {WIDE:.2f} {HIGH:.2f} re f"
ON_TOP = {"severities": {"text-covered": None}}
SEEDS = [
    Seed("text-covered", "white on white", drawn(f"{WHITE_PANEL} {word(20, '0 0 0 0 k')}"),
         1, word_at(20)),
    Seed("text-covered", "in the colour of its panel", drawn(f"{PANEL} {word(20, '1 .5 0 0 k')}"),
         1, word_at(20)),
    Seed("text-covered", "by an L", under(f"1 0 0 0 k {ELL}"), 1, word_at(20)),
    Seed("text-light", "yellow on paper", drawn(f"{WHITE_PANEL} {word(8, '0 .05 1 0 k')}"),
         1, word_at(8)),
    Seed("page-turned", "in a mirror", lambda: card(mirrored), 1, (0.0, 0.0)),
    Seed("die-line", "with gaps", drawn(f"/T gs /S CS 1 SCN .3 w [6 3] 0 d {CUT}", **DIE),
         1, None, SPOT),
    Seed("die-line", "with gaps by a graphics state", drawn(
        f"/G gs /T gs /S CS 1 SCN .3 w {CUT}", ColorSpace={"S": spot()},
        ExtGState=OVER | {"G": Dictionary(D=Array([Array([6, 3]), 0]))}), 1, None, SPOT),
    Seed("die-line", "knocked out by a ground", die_under(GROUND), 1, None, SPOT | ON_TOP),
    Seed("line-width", "a frame between two rectangles", frame(f"{FRAME} f*"), 1, mm(60, 360)),
    Seed("line-width", "a frame whose inside turns the other way",
         frame(f"60 300 80 60 re {WITHIN} f"), 1, mm(60, 360)),
    Seed("line-width", "a ring", frame(RING.format(99.9, 349.9, 60.1, 310.1)), 1, mm(60, 350)),
    Seed("line-width", "a band in an L", frame(BAND), 1, mm(60, 360)),
    Seed("line-width", "a stencil of one pixel", drawn(
        "1 0 0 0 k q 100 0 0 .1 60 300 cm /Im Do Q", XObject={"Im": lambda d: _pixel(d)}),
        1, mm(60, 300.1)),
    Seed("layers", "one that their list leaves out", layers(0), 0),
    Seed("page-twice", "with marked content", edited_pages(_with_marks), 3, None, THREE),
    Seed("page-twice", "with a path that paints nothing", edited_pages(_with_a_path), 3, None,
         THREE),
    Seed("marks-in-bleed", "a bar of colours", drawn(
        _patches("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1")), 1, mm(100, 6), BESIDE),
    Seed("marks-in-bleed", "a line of text", drawn(
        "/T gs 0 0 0 1 k BT /F1+0 7 Tf 60 1 Td (aaaaaaaa) Tj ET", ExtGState=OVER), 1, mm(60, 5.9),
        BESIDE),
    Seed("page-empty", "all of it see-through", edited(_seen_through), 1, None,
         {"transparency": True}),
    Seed("text-multi-ink", "in a pattern", drawn(
        "/Pattern cs /P scn BT /F1+0 7.5 Tf 60 300 Td (a) Tj ET",
        Pattern={"P": pattern(b"1 1 0 0 k 0 0 5 5 re f")}), 1, word_at(7.5)),
    Seed("ink-point", "a mesh without --thorough", mesh(255, 255, 255, 128), 1),
    Seed("line-width", "a sliver", frame("60 300 m 160 300 l 160 300.2 l h f"), 1, mm(60, 300.2)),
    Seed("marks-in-bleed", "all in one path", in_one_path(4), 1, None, SIDE),
    Seed("old-syntax", "an OpenType font", lambda: changed(
        x1a()(), _open_type, force_version="1.4"), 0, None, X1A),
]  # fmt: skip


def _pixel(document: Pdf) -> pikepdf.Object:
    made = stencil([0])(document)
    made.Width = 1
    return made


def in_lab(document: Pdf, *names: Name) -> pikepdf.Object:
    """A space of spots that are described in Lab, in a mixture a unit lighter."""
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    lightness = 40 + len(names)
    function = document.make_stream(
        f"{{ {'pop ' * len(names)} {lightness} 10 20 }}".encode(), FunctionType=4,
        Domain=Array([0, 1] * len(names)), Range=Array([0, 100, -128, 127, -128, 127]),
    )  # fmt: skip
    if len(names) == 1:
        return Array([Name.Separation, names[0], lab, function])
    return Array([Name.DeviceN, Array(names), lab, function])


GOOD: dict[str, tuple[Maker, dict[str, Any]]] = {
    "white text on a photograph": (drawn(
        f"q 72 0 0 72 50 290 cm /Im Do Q {word(20, '0 0 0 0 k')}",
        XObject={"Im": picture(300, 300, Name.DeviceCMYK)}), {}),
    "text half on a panel of its colour": (drawn(
        f"{PANEL} {word(20, '1 .5 0 0 k 1 0 0 1 45 0 cm')}"), {}),
    "small yellow text on a dark panel": (drawn(f"{PANEL} {word(8, '0 0 1 0 k')}"), {}),
    "large yellow text": (drawn(word(14, "0 0 1 0 k")), {}),
    "a die line above its ground": (drawn(
        f"{GROUND[6:]} /T gs /S CS 1 SCN .3 w [] 0 d {CUT}", **DIE), SPOT | ON_TOP),
    "a die line under a picture in the middle": (die_under("/U gs 1 0 0 0 k 90 200 60 60 re f"),
                                                 SPOT),
    "a thick frame": (frame("60 300 80 60 re 61 301 78 58 re f*"), {}),
    "two rectangles in each other that fill both": (frame(f"{FRAME} f"), {}),
    "a thick ring": (frame(RING.format(98, 348, 62, 312)), {}),
    "a panel in an L": (frame(UPRIGHT_ELL), {}),
    "text in the corner of an L": (under(f"1 0 0 0 k {UPRIGHT_ELL}"), {}),
    "text beside a hexagon's corner": (
        drawn(word(20, "0 1 1 0 k") + f" 1 0 0 0 k 1 0 0 1 42 0 cm {HEXAGON}"), {}),
    "a mesh under the limit": (mesh(255, 128, 0, 0), {}),
    "a wedge": (frame("60 300 m 160 300 l 160 302 l h f"), {}),
    "crop marks in one path outside the bleed": (in_one_path(10), SIDE),
    "a spot in Lab that is rounded in a mixture": (drawn(MIXED, ColorSpace={
        "C": lambda d: in_lab(d, Name.Gold), "D": lambda d: in_lab(d, Name.Black, Name.Gold)}),
        GOLD | {"severities": {"colour-rgb": None}}),
    "layers that are all listed": (layers(0, 1), {}),
    "a page that shows less of another": (edited_pages(_clipped), THREE),
    "two patches beside the cut": (drawn(_patches("1 0 0 0", "0 1 0 0")), BESIDE),
    "text that runs over the cut as a pattern": (edited(lambda document: add(
        document, b"1 0 0 0 k BT /F1+0 10 Tf 60 -4 Td (aaaa) Tj 0 8 Td (aaaa) Tj ET")), BESIDE),
    "large text in a pattern": (drawn(
        "/Pattern cs /P scn BT /F1+0 20 Tf 60 300 Td (a) Tj ET",
        Pattern={"P": pattern(b"1 1 0 0 k 0 0 5 5 re f")}), {}),
}  # fmt: skip
"""Files of the same kinds in which nothing is wrong."""
