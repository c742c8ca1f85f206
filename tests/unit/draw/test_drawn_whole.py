"""A drawn file as a whole: what stands in it for each kind of item, as people read it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
import uharfbuzz as hb
from PIL import Image
from tests import goldens
from tests.entries import shown
from tests.fonts import LETTERS, cut, postscript, saved
from tests.unit.draw.helpers import (
    COLOURS,
    CORAL,
    FONTS,
    SAND,
    TEAL,
    encoded,
    frame,
    prepare,
    run,
    svg,
)
from tests.unit.preflight.pdfs import PRESS

from samenspel.draw import drawn
from samenspel.draw.fonts import make_subset, to_cids, to_unicode
from samenspel.model.frame import Box, Glyph, Item, Placement, Shape, TextRun, Veil
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, line, rectangle
from samenspel.model.style import Press

LONG = 4000
POSTSCRIPT = postscript()
FILES = {**FONTS, "light": saved(cut(LETTERS)), "ps": POSTSCRIPT}
DRAWING = prepare(
    svg(
        '<rect width="100" height="50" fill="#fff"/><circle cx="50" cy="75" r="20" fill="#e9674d"/>'
    )
)
GREYS = Image.new("L", (40, 30))
GREYS.putdata([(x * 5 + y * 3) % 256 for y in range(30) for x in range(40)])
PHOTO = prepare(encoded(GREYS.convert("RGB"), "JPEG", quality=90), "foto.jpg")
SEEN_THROUGH = Image.merge("RGBA", (*GREYS.convert("RGB").split(), GREYS.point(lambda v: v // 2)))
CLEAR = prepare(encoded(SEEN_THROUGH, "PNG"), "glas.png")
STOPS = (
    '<stop offset="0" stop-color="#e9674d"/><stop offset=".6" stop-color="#2f8a8f"/>'
    '<stop offset="1" stop-color="#1d1d1b"/>'
)
BLEND = prepare(
    svg(
        f'<linearGradient id="a">{STOPS}</linearGradient>'
        f'<radialGradient id="b" cx=".4" r=".4">{STOPS}</radialGradient>'
        '<rect width="50" height="100" fill="url(#a)"/>'
        '<rect x="50" width="50" height="100" fill="url(#b)"/>'
    )
)
ARTS = {"verloop.svg": BLEND, "tekening.svg": DRAWING, "foto.jpg": PHOTO, "glas.png": CLEAR}


def lifted(one: TextRun) -> TextRun:
    """A line of which one glyph stands higher than the others."""
    first, *others = one.glyphs
    return replace(one, glyphs=(replace(first, y=-0.5), *others))


def in_postscript(text: str) -> TextRun:
    """A line in a font with PostScript outlines, each letter an em of 4 mm on."""
    face = hb.Font(hb.Face(POSTSCRIPT))
    glyphs = [
        Glyph(int(face.get_nominal_glyph(ord(char)) or 0), place * 4.0, 0, char)
        for place, char in enumerate(text)
    ]
    return TextRun("ps", 12, 5, 30, 4.0 * len(text), text, tuple(glyphs))


WHOLE = ("faces", "two meanings", "postscript", "on a plate of its own")
"""Of these the fonts are shown too."""
TEXTS: dict[str, list[Item]] = {
    "plain": [run("Één fijne ijsberg"), run("en nog iets", y=15)],
    "sizes and inks": [run("groot", size=30, ink=CORAL), run("klein", size=7.25, y=20, ink=PAPER)],
    "faces": [run("vet", "heading"), run("gewoon", y=20)],
    "postscript": [in_postscript("Snijder"), run("a-b")],
    "kerned": [run("AVATAR To Wa", size=20)],
    "ligatures": [run("fiets affuit", features={"liga": True})],
    "turned": [replace(run("opzij", x=30, y=20), turn=turn) for turn in (90, 180, 270)],
    "on a plate of its own": [replace(run("snij"), spot="Huiskleur"), run("zwart", y=20)],
    "lifted": [lifted(run("hoog"))],
    "two meanings": [
        run("a-b"),
        replace(run("c-d", y=20), glyphs=tuple(
            Glyph(one.gid, one.x, one.y, "\u2011" if one.text == "-" else one.text)
            for one in run("c-d").glyphs)),
    ],
    "without glyphs": [TextRun("text", 12, 5, 10, 0, "", ())],
}  # fmt: skip
ROUND, SQUARE = circle(20, 20, 8), rectangle(Box(5, 5, 20, 10))
SHAPES: dict[str, list[Item]] = {
    "filled": [Shape(SQUARE, fill=CORAL), Shape(ROUND, fill=CORAL), Shape(ROUND, fill=TEAL)],
    "drawn": [
        Shape(SQUARE, stroke=BLACK, line_width=0.25),
        Shape(ROUND, stroke=TEAL, line_width=1),
    ],
    "both": [Shape(ROUND, fill=SAND, stroke=BLACK, line_width=0.5)],
    "of no width": [Shape(SQUARE, stroke=BLACK, line_width=0), Shape((), fill=BLACK)],
    "nearly thick": [
        Shape(line(5, 5, 40, y), stroke=BLACK, line_width=width)
        for y, width in ((5, 0.7055), (10, 0.7056), (15, 0.706))
    ],
    "dashed": [Shape(line(5, 5, 40, 5), stroke=BLACK, line_width=0.5, dash=(2, 1.5))],
    "with a hole": [Shape((*SQUARE, *circle(15, 10, 3)), fill=TEAL, even_odd=True)],
    "clipped": [Shape(SQUARE, fill=TEAL, clips=(ROUND, rectangle(Box(0, 0, 22, 22)))),
                Shape(SQUARE, fill=TEAL)],
    "on a plate of its own": [Shape(SQUARE, stroke=BLACK, line_width=0.3, spot="All"),
                              Shape(ROUND, stroke=BLACK, line_width=0.3)],
    "in a layer": [Shape(SQUARE, stroke=BLACK, line_width=0.3, spot="Stans", layer="Stans")],
}  # fmt: skip
BOX = Box(10, 5, 30, 15)
ART: dict[str, list[Item]] = {
    "drawing": [Placement("tekening.svg", BOX, ground=PAPER)],
    "on a ground": [Placement("tekening.svg", BOX, ground=SAND)],
    "turned": [Placement("tekening.svg", BOX, ground=PAPER, turn=turn) for turn in (90, 180, 270)],
    "clipped": [Placement("tekening.svg", BOX, clip=ROUND, ground=PAPER)],
    "under a veil": [
        Placement("tekening.svg", BOX, ground=PAPER, veils=(Veil(SQUARE, TEAL, 0.4),)),
        Placement("foto.jpg", BOX, ground=PAPER, veils=(Veil(SQUARE, CORAL, 0.25),)),
    ],
    "gradients": [Placement("verloop.svg", BOX, ground=PAPER)],
    "gradients under a veil": [
        Placement("verloop.svg", BOX, ground=PAPER, veils=(Veil(SQUARE, TEAL, 0.4),))
    ],
    "photograph": [Placement("foto.jpg", BOX, ground=PAPER)],
    "see-through": [Placement("glas.png", BOX, ground=SAND)],
}  # fmt: skip
OUTLINED = replace(PRESS, text="outlined")
NO_OVERPRINT = replace(PRESS, overprint=False)


def told(
    items: list[Item],
    press: Press | None = None,
    marks: tuple[int | None, ...] = (),
    *,
    whole: bool = True,
) -> str:
    """The page with its resources; without ``whole`` its operators alone."""
    page = frame(*items, width=60, height=40)
    made = drawn(
        [page], fonts=FILES, arts=ARTS, press=press, colours=COLOURS,
        marks=[marks] if marks else None,
    ).pdf()  # fmt: skip
    with pikepdf.open(io.BytesIO(made)) as pdf:
        first = pdf.pages[0].obj
        if not whole:
            return shown(first.Contents, long=LONG) + "\n"
        text = shown(first, long=LONG) + "\n" + shown(pdf.Root.get("/OCProperties"), long=LONG)
    return re.sub(r"[A-Z]{6}\+", "SUBSET+", text) + "\n"


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_written_as_they_were(name: str) -> None:
    items, whole = TEXTS[name], name in WHOLE
    marks: tuple[int | None, ...] = (0,) * len(items)
    for how, text in (
        ("", told(items, PRESS, whole=whole)),
        (", outlined", told(items, OUTLINED, whole=whole)),
        (", tagged", told(items, NO_OVERPRINT, marks, whole=False)),
    ):
        goldens.section("drawn-texts", name + how, text)


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_written_as_they_were(name: str) -> None:
    marks = (*range(len(SHAPES[name]) - 1), None)
    goldens.section("drawn-shapes", name, told(SHAPES[name], PRESS))
    goldens.section(
        "drawn-shapes", f"{name}, tagged", told(SHAPES[name], NO_OVERPRINT, marks, whole=False)
    )


@pytest.mark.parametrize("name", ART)
def test_art_is_written_as_it_was(name: str) -> None:
    goldens.section("drawn-art", name, told(ART[name], PRESS))


@pytest.mark.parametrize("font", FILES)
def test_a_subset_measures_and_means_what_it_did(font: str) -> None:
    face = hb.Font(hb.Face(FILES[font]))
    uses = {(int(face.get_nominal_glyph(ord(char)) or 0), char) for char in "Één berg, 12 × AVA"}
    uses |= {(min(uses)[0], "x")}
    subset = make_subset(FILES[font], uses)
    metrics = subset.metrics
    text = (
        f"{subset.postscript} {subset.identity} {subset.space} {metrics}\n"
        f"widths {subset.widths}\ncodes {sorted(subset.codes.items())}\n"
        f"{to_unicode(subset).decode()}\n{to_cids(subset).decode()}\n"
    )
    goldens.section("subsets", font, text)


def test_every_ink_is_written_to_a_tenth_of_a_percent() -> None:
    inks = [Ink(c, 33.3, 66.67, k) for c in (0, 0.05, 12.5, 99.96, 100) for k in (0, 1)]
    goldens.section("drawn-shapes", "inks", told([Shape(SQUARE, fill=ink) for ink in inks]))
