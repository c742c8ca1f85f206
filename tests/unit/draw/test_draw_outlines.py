"""Text as outlines: no font in the file, each glyph once, at the places that layout gave."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import uharfbuzz as hb
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.draw.helpers import CORAL, FONTS, HEADING, REGULAR, Plates, filled, frame, run
from tests.unit.preflight.pdfs import PRESS

from samenspel.draw import draw
from samenspel.draw.outlines import outline
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import PAPER, Ink
from samenspel.units import MM_PER_POINT, POINTS_PER_MM

OUTLINED = replace(PRESS, text="outlined")
WORDS = "Één gesprek over fijne affiches"


def drawn(*frames: Frame, press: object = OUTLINED) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(draw(frames, fonts=FONTS, arts={}, press=press)))  # type: ignore[arg-type]


def glyphs(page: pikepdf.Page) -> list[tuple[str, float, float, float]]:
    """Every form that a page calls: its name, its origin and its scale, in points."""
    found, stack = [], [(1.0, 0.0, 0.0)]
    for operands, operator in pikepdf.parse_content_stream(page):
        scale, x, y = stack[-1]
        if str(operator) == "q":
            stack.append(stack[-1])
        elif str(operator) == "Q":
            stack.pop()
        elif str(operator) == "cm":
            a, b, c, d, e, f = map(float, operands)
            assert (b, c) == (0, 0) and a == d
            stack[-1] = (scale * a, x + scale * e, y + scale * f)
        elif str(operator) == "Do":
            found.append((str(operands[0]), x, y, scale))
    return found


def test_there_is_no_font_and_no_text() -> None:
    with drawn(frame(run(WORDS), run("Kop", "heading"))) as pdf:
        kinds = {str(item.get("/Type")) for item in pdf.objects if isinstance(item, pikepdf.Object)
                 and isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))}  # fmt: skip
        assert not kinds & {"/Font", "/FontDescriptor"}
        operators = {str(op) for _, op in pikepdf.parse_content_stream(pdf.pages[0])}
        assert not operators & {"BT", "Tj", "TJ", "Tf"}
        assert "/Font" not in pdf.pages[0].obj.Resources


def test_each_glyph_is_kept_once_for_all_pages() -> None:
    one, two = frame(run("anna")), frame(run("naan", size=20, x=12))
    with drawn(one, two) as pdf:
        forms = [
            item.objgen
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Form
        ]
        assert len(forms) == 2
        called = {
            pdf.pages[page].obj.Resources.XObject[name].objgen
            for page in (0, 1)
            for name, *_ in glyphs(pdf.pages[page])
        }
        assert called == set(forms)


@settings(deadline=None, max_examples=30)
@given(st.text("abcdefghijABCéëß -.", min_size=1, max_size=60), st.floats(5, 60))
def test_glyphs_stand_where_layout_put_them(text: str, size: float) -> None:
    """Within a thousandth of the size, however long the line: rounding never adds up."""
    text_run = run(text, size=size)
    with drawn(frame(text_run)) as pdf:
        found = glyphs(pdf.pages[0])
    inked = [glyph for glyph in text_run.glyphs if outline(REGULAR, glyph.gid)]
    assert len(found) == len(inked)
    for (_, x, y, scale), glyph in zip(found, inked, strict=True):
        assert scale == pytest.approx(size, abs=0.001)
        assert x == pytest.approx((text_run.x + glyph.x + 3) * POINTS_PER_MM, abs=size / 1000)
        assert y == pytest.approx((40 + 3 - text_run.y + glyph.y) * POINTS_PER_MM, abs=size / 1000)


@pytest.mark.parametrize("data", [REGULAR, HEADING])
@pytest.mark.parametrize("char", "ijxOé&@8")
def test_an_outline_is_the_fonts_own(data: bytes, char: str) -> None:
    """Its box is HarfBuzz's extents of the same glyph, but for the handles of curves."""
    font = hb.Font(hb.Face(data))
    gid = font.get_nominal_glyph(ord(char))
    assert gid is not None
    drawn_glyph = outline(data, gid)
    extents = font.get_glyph_extents(gid)
    assert drawn_glyph is not None and extents is not None
    operators, (left, bottom, right, top) = drawn_glyph
    em = font.face.upem
    box = (extents.x_bearing, extents.y_bearing + extents.height,
           extents.x_bearing + extents.width, extents.y_bearing)  # fmt: skip
    assert (left, bottom, right, top) == pytest.approx([side / em for side in box], abs=0.02)
    assert re.fullmatch(rb"(-?[\d. -]+ [mlc]\n|h\n)+f", operators)
    assert operators.count(b"m\n") == operators.count(b"h\n")


def test_a_space_draws_nothing() -> None:
    gid = hb.Font(hb.Face(REGULAR)).get_nominal_glyph(0x20)
    assert gid is not None and outline(REGULAR, gid) is None


def test_outlines_print_as_the_text_does(tmp_path: Path) -> None:
    """Same words, live and outlined, on a coloured ground: the same plates, and both overprint."""
    page = frame(filled(Box(0, 0, 60, 40), CORAL), run("Ijs", size=60, y=25))
    plates = {}
    for name, press in (("live", PRESS), ("outlined", OUTLINED)):
        folder = tmp_path / name
        folder.mkdir()
        plates[name] = Plates(draw([page], fonts=FONTS, arts={}, press=press), folder)
    stem = run("I", size=60)
    x = 3 + 5 + stem.width / 2
    y = 3 + 25 - 60 * MM_PER_POINT * 0.3
    live, outlined = plates["live"].at(x, y), plates["outlined"].at(x, y)
    assert live == outlined
    assert outlined[3] == 100 and outlined[1] == pytest.approx(72, abs=1)
    assert plates["outlined"].at(55, 5) == plates["live"].at(55, 5)


def test_coloured_and_white_letters_knock_out() -> None:
    page = frame(run("a", ink=PAPER), run("b", ink=Ink(0, 50, 0, 50)), run("c"))
    with drawn(page) as pdf:
        states = [str(operands[0]) for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
                  if str(op) == "gs"]  # fmt: skip
        held = pdf.pages[0].obj.Resources.ExtGState
        assert [bool(held[name].op) for name in states] == [False, True]


def test_a_shop_that_wants_no_overprint_gets_none() -> None:
    with drawn(frame(run("a")), press=replace(PRESS, overprint=False)) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        assert all(state.op is False and state.OP is False for _, state in states.items())


def test_glyphs_that_stand_off_the_baseline_do_so_as_outlines_too() -> None:
    flat = run("Hoog")
    rises = [0.7 * place for place, _ in enumerate(flat.glyphs)]
    raised = tuple(replace(one, y=up) for one, up in zip(flat.glyphs, rises, strict=True))
    with drawn(frame(flat), frame(replace(flat, glyphs=raised))) as pdf:
        low, high = (glyphs(page) for page in pdf.pages)
    assert len(low) == len(rises)
    for (_, x, y, _), (_, across, up, _), rise in zip(low, high, rises, strict=True):
        assert across == pytest.approx(x, abs=0.02)
        assert up - y == pytest.approx(rise * POINTS_PER_MM, abs=0.02)


@pytest.mark.parametrize("char", "Oé&@8Ss")
def test_an_outline_holds_as_much_ink_as_the_fonts_own(char: str) -> None:
    """Its area, which fontTools measures along the font's own curves."""
    font = TTFont(io.BytesIO(REGULAR))
    glyphs, gid = font.getGlyphSet(), font.getGlyphID(font.getBestCmap()[ord(char)])
    theirs = AreaPen(glyphs)
    glyphs[font.getGlyphName(gid)].draw(theirs)
    drawn_glyph, ours = outline(REGULAR, gid), AreaPen()
    assert drawn_glyph is not None
    for line in drawn_glyph[0].decode().split("\n")[:-1]:
        *numbers, word = line.split()
        points = list(zip(*[map(float, numbers)] * 2, strict=True))
        {"m": ours.moveTo, "l": ours.lineTo, "c": ours.curveTo, "h": ours.closePath}[word](*points)
    em = font["head"].unitsPerEm
    assert ours.value * em * em == pytest.approx(theirs.value, rel=1e-3)
