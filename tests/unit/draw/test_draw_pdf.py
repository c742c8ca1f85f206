"""Frames as PDF: what readers and the separations of Ghostscript say of it."""

from __future__ import annotations

import re
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image
from tests.tools import require_tool
from tests.unit.draw.helpers import (
    CORAL,
    FONTS,
    SAND,
    TEAL,
    Plates,
    encoded,
    filled,
    frame,
    near,
    prepare,
    run,
    svg,
)

from samenspel.draw import draw
from samenspel.draw.fonts import NO_TEXT
from samenspel.model.art import VectorArt
from samenspel.model.frame import Box, Item, Placement, Shape
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, line, rectangle

PAGE = Box(-3, -3, 66, 46)
GROUND = filled(PAGE, TEAL)


def made(*items, **options) -> bytes:  # type: ignore[no-untyped-def]
    return draw([frame(*items, **options)], fonts=FONTS, arts={})


def contents(pdf: bytes) -> list[str]:
    """All deflated streams of a PDF that are text."""
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(part).decode("ascii"))
        except (zlib.error, UnicodeDecodeError):
            continue
    return found


def tool(name: str, *arguments: str, pdf: bytes, folder: Path) -> str:
    source = folder / "in.pdf"
    source.write_bytes(pdf)
    done = subprocess.run(
        [require_tool(name), *arguments, str(source), *(["-"] if name == "pdftotext" else [])],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


# -- pages -------------------------------------------------------------------------------------


def test_a_page_is_as_large_as_the_bleed_box(tmp_path: Path) -> None:
    pdf = draw([frame(GROUND), frame(width=105, height=148)], fonts=FONTS, arts={})
    output = tool("pdfinfo", "-l", "2", "-box", pdf=pdf, folder=tmp_path)
    sizes = re.findall(r"Page\s+\d size:\s+([\d.]+) x ([\d.]+)", output)
    points = [round(float(side) * 25.4 / 72, 2) for size in sizes for side in size]
    assert points == [66, 46, 111, 154]
    assert "PDF version:     1.6" in output


def test_readers_find_nothing_wrong(tmp_path: Path) -> None:
    pdf = everything()
    assert "No syntax or stream encoding errors" in tool(
        "qpdf", "--check", pdf=pdf, folder=tmp_path
    )


def everything() -> bytes:
    """A deck of two pages with every kind of item."""
    picture = Image.new("RGBA", (8, 8), (200, 30, 60, 128))
    arts = {
        "drawing": prepare(svg('<circle cx="50" cy="50" r="40" fill="#e9674d"/>')),
        "photo": prepare(encoded(picture, "PNG")),
        "jpeg": prepare(encoded(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), "JPEG")),
    }
    items: list[Item] = [
        GROUND,
        run("Één ijverige fjord, coördinatie", "heading", 10),
        run("wit", ink=PAPER, y=20),
        Shape(circle(40, 20, 8), fill=CORAL, stroke=BLACK, line_width=0.3, dash=(1, 0.5)),
        Placement("drawing", Box(2, 22, 15, 15), clip=circle(9, 29, 6)),
        Placement("photo", Box(20, 22, 15, 15), ground=TEAL),
        Placement("jpeg", Box(40, 30, 5, 5)),
    ]
    return draw([frame(*items), frame(*items)], fonts=FONTS, arts=arts)


def test_equal_input_gives_equal_bytes() -> None:
    assert everything() == everything()


def test_different_pages_give_different_ids() -> None:
    ids = {re.findall(rb"/ID\s*\[(.*?)\]", made(run(text)), re.DOTALL)[0] for text in "ab"}
    assert len(ids) == 2


def test_nothing_but_device_cmyk_is_used() -> None:
    pdf = everything()
    for name in (b"DeviceRGB", b"DeviceGray", b"ICCBased", b"Helvetica", b"ASCII85", b"ProcSet",
                 b"SMask", b"/ca ", b"/CA "):  # fmt: skip
        assert name not in pdf
    for text in contents(pdf):
        words = set(re.findall(r"(?<![/\w])(?:rg|RG|g|G|cs|CS|sc|scn|SC|SCN|sh|BI)(?!\w)", text))
        assert not words or "begincmap" in text


def test_pages_name_only_resources_that_exist() -> None:
    """Ghostscript says "Couldn't find named resource" when one is missing (PRINT, traps)."""
    pdf = everything()
    called = set()
    for text in contents(pdf):
        if "begincmap" not in text:
            called |= set(re.findall(r"/(\w+)", text))
    assert called == {"A1", "F1", "F2", "O0", "O1", "O2", "P2", "P3"} - {"F2"} | (called & {"F2"})
    for name in called:
        assert f"/{name} ".encode() in pdf


# -- colour and overprint ----------------------------------------------------------------------


def test_palette_builds_are_exact_on_each_plate(tmp_path: Path) -> None:
    art = prepare(svg('<rect width="100" height="100" fill="#e9674d"/>'))
    items: list[Item] = [filled(Box(0, 0, 20, 40), SAND), Placement("a", Box(30, 0, 30, 40))]
    plates = Plates(draw([frame(*items)], fonts=FONTS, arts={"a": art}), tmp_path)
    assert near(plates.at(13, 20), SAND)
    assert near(plates.at(48, 20), CORAL)
    assert near(plates.at(28, 20), PAPER)


def test_black_text_prints_on_the_black_plate_only(tmp_path: Path) -> None:
    plates = Plates(made(run("Hoofdletters HHHH", size=20)), tmp_path)
    assert plates.extremes("Black")[1] > 99
    for plate in ("Cyan", "Magenta", "Yellow"):
        assert plates.extremes(plate) == (0, 0)


def test_black_text_overprints_and_a_control_does_not(tmp_path: Path) -> None:
    """Under the black letters the ground stays whole; knocked out it would be paper."""
    text = run("HHHH", size=20)
    (tmp_path / "over").mkdir()
    over = Plates(made(GROUND, text), tmp_path / "over")
    assert over.extremes("Cyan") == pytest.approx((78, 78), abs=0.6)
    assert over.extremes("Black")[1] > 99
    control = made(GROUND, text)
    (tmp_path / "control").mkdir()
    knocked = Plates(control.replace(b"/OPM 1", b"/OPM 0"), tmp_path / "control")
    assert knocked.extremes("Cyan")[0] < 1


def test_white_text_knocks_out(tmp_path: Path) -> None:
    plates = Plates(made(GROUND, run("HHHH", size=30, y=15, ink=PAPER)), tmp_path)
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        assert plates.extremes(plate)[0] < 1


def test_white_text_after_black_text_knocks_out_too(tmp_path: Path) -> None:
    items = [GROUND, run("HHHH", y=35), run("HHHH", size=30, y=15, ink=PAPER)]
    assert Plates(made(*items), tmp_path).extremes("Cyan")[0] < 1


def test_coloured_text_knocks_out(tmp_path: Path) -> None:
    plates = Plates(made(GROUND, run("HHHH", size=30, y=15, ink=CORAL)), tmp_path)
    assert plates.extremes("Cyan")[0] < 1
    assert plates.extremes("Magenta")[1] == pytest.approx(72, abs=0.6)


@pytest.mark.parametrize(
    ("shape", "stays"),
    [
        (Shape(line(0, 20, 60, 20), stroke=BLACK, line_width=0.6), True),
        (Shape(line(0, 20, 60, 20), stroke=BLACK, line_width=2), False),
        (Shape(line(0, 20, 60, 20), stroke=CORAL, line_width=0.6), False),
        (Shape(line(0, 20, 60, 20), stroke=PAPER, line_width=0.6), False),
        (Shape(rectangle(Box(10, 10, 30, 20)), fill=BLACK), False),
        (Shape(rectangle(Box(10, 10, 30, 20)), fill=PAPER, stroke=BLACK, line_width=0.3), False),
    ],
)
def test_thin_black_lines_overprint_and_other_shapes_do_not(
    shape: Shape, stays: bool, tmp_path: Path
) -> None:
    lightest = Plates(made(GROUND, run("x", y=5), shape), tmp_path).extremes("Cyan")[0]
    assert (lightest > 70) is stays


def test_art_after_black_text_knocks_out(tmp_path: Path) -> None:
    art = prepare(svg('<rect width="100" height="100" fill="#000"/>'))
    items: list[Item] = [GROUND, run("x", y=5), Placement("a", Box(20, 10, 20, 20))]
    plates = Plates(draw([frame(*items)], fonts=FONTS, arts={"a": art}), tmp_path)
    assert near(plates.at(33, 23), BLACK)


# -- places ------------------------------------------------------------------------------------


def test_millimetres_run_down_from_the_trim(tmp_path: Path) -> None:
    plates = Plates(made(filled(Box(10, 5, 20, 4), CORAL)), tmp_path)
    assert near(plates.at(13.3, 8.3), CORAL) and near(plates.at(32.7, 11.7), CORAL)
    for x, y in ((12.7, 10), (33.3, 10), (20, 7.7), (20, 12.3)):
        assert near(plates.at(x, y), PAPER)


def test_art_fills_its_box_the_right_way_up(tmp_path: Path) -> None:
    body = '<rect x="10" y="20" width="50" height="100" fill="#e9674d"/>'
    art = prepare(svg(body, "10 20 100 200"))
    assert isinstance(art, VectorArt)
    data = encoded(Image.new("RGB", (2, 2), (255, 255, 255)), "PNG")
    image = Image.new("CMYK", (2, 2))
    image.putpixel((0, 0), (0, 184, 173, 5))
    photo = prepare(encoded(image, "TIFF"))
    assert data
    items = [Placement("a", Box(5, 5, 20, 10)), Placement("p", Box(30, 5, 20, 10))]
    plates = Plates(draw([frame(*items)], fonts=FONTS, arts={"a": art, "p": photo}), tmp_path)
    for left in (8, 33):
        assert near(plates.at(left + 0.5, 8.5), CORAL) and near(plates.at(left + 9, 12.5), CORAL)
        assert near(plates.at(left + 11, 8.5), PAPER) and near(plates.at(left + 1, 13.5), PAPER)


def test_art_is_cut_by_its_canvas_and_its_clip(tmp_path: Path) -> None:
    art = prepare(svg('<rect x="-99" y="-99" width="400" height="400" fill="#e9674d"/>'))
    items = [
        Placement("a", Box(5, 5, 20, 20)),
        Placement("a", Box(30, 5, 20, 20), clip=circle(40, 15, 8)),
    ]
    plates = Plates(draw([frame(*items)], fonts=FONTS, arts={"a": art}), tmp_path)
    assert near(plates.at(8.5, 8.5), CORAL) and near(plates.at(7.5, 18), PAPER)
    assert near(plates.at(43, 18), CORAL) and near(plates.at(34, 9), PAPER)


def test_even_odd_and_dashes(tmp_path: Path) -> None:
    ring = Shape(circle(15, 15, 10) + circle(15, 15, 5), fill=CORAL, even_odd=True)
    dashed = Shape(line(35, 10, 55, 10), stroke=CORAL, line_width=1, dash=(4, 6))
    plates = Plates(made(ring, dashed), tmp_path)
    assert near(plates.at(18, 18), PAPER) and near(plates.at(18, 10.5), CORAL)
    assert near(plates.at(40, 13), CORAL) and near(plates.at(45, 13), PAPER)


def test_lines_without_width_and_shapes_without_paint_are_nothing() -> None:
    page = contents(
        made(
            Shape(line(0, 0, 9, 9), stroke=BLACK),
            Shape(rectangle(Box(0, 0, 9, 9))),
            Shape((), fill=BLACK),
        )
    )
    assert [text.strip() for text in page] == [""]


def test_equal_art_is_stored_once_on_all_pages() -> None:
    art = prepare(svg('<circle cx="50" cy="50" r="40" fill="#e9674d"/>'))
    here, there = Placement("a", Box(0, 0, 5, 5)), Placement("a", Box(9, 9, 9, 9))
    pdf = draw([frame(here, there), frame(there)], fonts=FONTS, arts={"a": art})
    assert pdf.count(b"/Subtype /Form") == 1


def test_grounds_part_see_through_pictures_and_no_others() -> None:
    clear = prepare(encoded(Image.new("RGBA", (8, 8), (200, 30, 60, 128)), "PNG"))
    solid = prepare(encoded(Image.new("RGB", (8, 8), (200, 30, 60)), "PNG"))
    for art, count in ((clear, 2), (solid, 1)):
        boxes = [Placement("a", Box(0, 0, 9, 9), ground=ink) for ink in (CORAL, TEAL, CORAL)]
        pdf = draw([frame(*boxes)], fonts=FONTS, arts={"a": art})
        assert pdf.count(b"/Subtype /Image") == count


def test_art_out_of_the_cache_gives_the_same_pdf(tmp_path: Path) -> None:
    from tests.unit.draw.helpers import COLOURS

    from samenspel.draw import ArtCache

    data = svg('<circle cx="50" cy="50" r="40" fill="#e9674d"/>')
    arts = [ArtCache(tmp_path).prepare("a", data, colour=COLOURS) for _ in range(2)]
    assert isinstance(arts[1], VectorArt) and arts[1].packed
    page = frame(Placement("a", Box(0, 0, 9, 9)))
    one, two = (draw([page], fonts=FONTS, arts={"a": art}) for art in arts)
    assert one == two


# -- text --------------------------------------------------------------------------------------

WORDS = "Één idee: financiële ijsberg, coördinatie, “fjord” – ĳ"


def test_text_can_be_copied_with_diacritics_ligatures_and_ij(tmp_path: Path) -> None:
    pdf = made(run(WORDS, size=7), run("affiche fluit IJssel", "heading", 9, y=20))
    output = tool("pdftotext", "-raw", pdf=pdf, folder=tmp_path)
    assert output.split("\n")[:2] == [WORDS, "affiche fluit IJssel"]


def test_several_glyphs_for_one_text_give_it_once(tmp_path: Path) -> None:
    """A mark that the font sets over its letter stands for nothing; the letter has all the text.

    In a tagged file each glyph means something: this one a joiner that nobody sees or reads.
    """
    text = run("vóór q\u0308uerela j\u0301a", size=8)
    assert [glyph.text for glyph in text.glyphs].count("") >= 1
    output = tool("pdftotext", "-raw", pdf=made(text), folder=tmp_path)
    assert output.strip().replace(NO_TEXT, "") == "vóór q\u0308uerela j\u0301a"


def test_all_fonts_are_embedded_subsets_with_unicode(tmp_path: Path) -> None:
    pdf = everything()
    rows = tool("pdffonts", pdf=pdf, folder=tmp_path).strip().split("\n")[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+", row)
        assert "CID TrueType" in row and "Identity-H" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def test_two_names_for_one_file_share_a_subset() -> None:
    fonts = {"text": FONTS["text"], "heading": FONTS["text"]}
    text = run("abc")
    import dataclasses

    other = dataclasses.replace(text, font="heading", y=20)
    pdf = draw([frame(text, other)], fonts=fonts, arts={})
    assert pdf.count(b"/FontFile2") == 1


def test_two_documents_have_different_tags_for_different_subsets() -> None:
    tags = [re.findall(rb"/([A-Z]{6})\+", made(run(text)))[0] for text in ("abc", "ab1", "cba")]
    assert tags[0] != tags[1] and tags[0] == tags[2]


def test_unused_fonts_are_not_embedded() -> None:
    assert b"/Font" not in made(GROUND).replace(b"/FontDescriptor", b"")
    assert b"Bricolage" not in made(run("abc"))


def test_text_is_drawn_where_it_stands(tmp_path: Path) -> None:
    """An H of 20 pt at (10, 30): its foot on the baseline, its left side near x."""
    plates = Plates(made(run("H", size=20, x=10, y=30)), tmp_path, dpi=254)
    box = plates.images["Black"].point([255] * 128 + [0] * 128).getbbox()
    assert box is not None
    left, top, right, bottom = (side / 10 for side in box)
    assert bottom == pytest.approx(33, abs=0.15)
    assert bottom - top == pytest.approx(20 * 25.4 / 72 * 0.66, abs=0.5)
    assert 13 < left < 14.5 and right - left < 6


def test_a_font_or_art_that_was_not_handed_over_is_a_bug() -> None:
    with pytest.raises(KeyError):
        draw([frame(run("a"))], fonts={}, arts={})
    with pytest.raises(KeyError):
        draw([frame(Placement("a", Box(0, 0, 9, 9)))], fonts={}, arts={})


def test_no_frames_give_no_pages() -> None:
    assert draw([], fonts={}, arts={}).startswith(b"%PDF-1.6")


def test_inks_are_written_as_tints() -> None:
    page = contents(made(filled(Box(0, 0, 9, 9), Ink(0, 33.3, 100, 0.5))))[0]
    assert "0 0.333 1 0.005 k" in page
