"""A maker's own fonts: every kind prints, and what cannot be used is refused by name."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from tests import fonts
from tests.projects import change, tiny_project, write
from tests.tools import require_tool

from samenspel import BuildRequest, build_deck
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError

CARD = "cards/nl/01-luister-eerst.yaml"
SETTINGS = "cards/nl/deck.yaml"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "deck")


def put(deck: Path, data: bytes, name: str) -> None:
    write(deck, f"assets/fonts/{name}", data)
    write(deck, SETTINGS, f"fonts:\n  text: {name}\n")


def built(deck: Path, **wanted: object) -> tuple[bytes, tuple[Diagnostic, ...]]:
    made = build_deck(
        BuildRequest(deck.parent / "out", deck, products=("cards",), regions=("basis",), **wanted)
    )
    return next((deck.parent / "out").rglob("cards.pdf")).read_bytes(), made.warnings


def refused(deck: Path) -> Diagnostic:
    with pytest.raises(ContentError) as caught:
        built(deck)
    (problem,) = caught.value.diagnostics
    assert not (deck.parent / "out").exists()
    return problem


def read_by_poppler(pdf: bytes, folder: Path) -> str:
    (folder / "read.pdf").write_bytes(pdf)
    command = [require_tool("pdftotext"), "-raw", str(folder / "read.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def embedded(pdf: bytes) -> dict[str, pikepdf.Object]:
    """The descendant fonts of a file, by name without tag."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return {
            str(one.BaseFont).rpartition("+")[2].lstrip("/"): str(one.DescendantFonts[0].Subtype)
            for page in file.pages
            for one in page.Resources.get("/Font", {}).values()
        }


KINDS = {
    "letter.ttf": (lambda: fonts.TEXT, "AtkinsonHyperlegibleNext-Regular", "/CIDFontType2"),
    "letter.woff": (lambda: fonts.packed("woff"), "AtkinsonHyperlegibleNext-Regular",
                    "/CIDFontType2"),
    "letter.woff2": (lambda: fonts.packed("woff2"), "AtkinsonHyperlegibleNext-Regular",
                     "/CIDFontType2"),
    "letter.otf": (fonts.postscript, "Snijder-Regular", "/CIDFontType0"),
    "letter-vf.otf": (fonts.variable_postscript, "Golf-Regular", "/CIDFontType0"),
    "letter-vf.ttf": (fonts.variable, "AtkinsonHyperlegibleNext-Regular_700wght", "/CIDFontType2"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_font_prints_and_its_text_can_be_read(deck: Path, name: str) -> None:
    made, called, subtype = KINDS[name]
    put(deck, made(), name)
    pdf, _ = built(deck)
    assert embedded(pdf)[called] == subtype
    assert "Wat horen wij?" in read_by_poppler(pdf, deck.parent)
    again, _ = built(deck)
    assert again == pdf


def test_postscript_outlines_print_what_truetype_s_do(deck: Path, tmp_path: Path) -> None:
    """The same outlines in both kinds of font, through Ghostscript."""
    seen = []
    for name, data in (
        ("a.ttf", fonts.saved(fonts.cut(fonts.LETTERS))),
        ("b.otf", fonts.postscript()),
    ):
        put(deck, data, name)
        (tmp_path / "page.pdf").write_bytes(built(deck)[0])
        command = [
            require_tool("gs"),
            "-q",
            "-dSAFER",
            "-sDEVICE=tiffgray",
            "-r72",
            "-dTextAlphaBits=1",
            "-dLastPage=4",
            "-o",
            "-",
            str(tmp_path / "page.pdf"),
        ]
        seen.append(subprocess.run(command, check=True, capture_output=True).stdout)
    one, other = seen
    assert len(one) == len(other)
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    assert differing < len(one) / 500


def test_a_postscript_font_goes_into_every_standard(deck: Path) -> None:
    put(deck, fonts.postscript(), "letter.otf")
    for standard in ("PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"):
        assert built(deck, standard=standard)
    assert not embedded(built(deck, text="outlined")[0])


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("letter.ttf", "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 20, "is no font"),
        (b"Dit is geen lettertype.\n", "is a text"),
        (b"\n<!DOCTYPE html><html></html>", "is a web page"),
        (archive(), "is a zip archive"),
        (b"ttcf" + bytes(40), "is a collection"),
        (fonts.collection(), "is a collection"),
        (b"%!PS-AdobeFont-1.0: Oud", "Type 1"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git’s pointer"),
        (fonts.TEXT[:200], "is a damaged font"),
        (fonts.TEXT[:9000], "is cut off"),
        (fonts.packed("woff2")[:3000], "damaged web font"),
        (fonts.TEXT.replace(b"glyf", b"CBDT", 1), "no outlines"),
        (fonts.with_rights(0x0002), "forbids embedding"),
        (fonts.with_rights(0x0200), "forbids embedding"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(deck: Path, data: bytes, told: str) -> None:
    put(deck, data, "letter.ttf")
    problem = refused(deck)
    assert problem.code in ("font-unreadable", "font-no-embedding")
    assert (
        problem.message.startswith("the font assets/fonts/letter.ttf ") and told in problem.message
    )
    assert (str(problem.location), problem.key) == (f"{SETTINGS}:2", "fonts.text")
    assert problem.remedy


@pytest.mark.parametrize(
    "data",
    [
        fonts.saved(
            fonts.cut(range(0x0391, 0x03CA), (fonts.FONTS / "SamenspelSymbols.ttf").read_bytes())
        ),
        fonts.saved(fonts.cut(range(32, 96))),
    ],
    ids=["Greek alone", "capitals alone"],
)
def test_a_font_without_the_letters_is_not_replaced_in_silence(deck: Path, data: bytes) -> None:
    put(deck, data, "letter.ttf")
    problem = refused(deck)
    assert (problem.code, problem.key) == ("font-without-letters", "fonts.text")
    assert "letter.ttf lacks the letters of the language nl: " in problem.message


def test_a_font_that_draws_none_of_its_letters_is_refused(deck: Path) -> None:
    put(deck, fonts.blank(), "letter.ttf")
    problem = refused(deck)
    assert (problem.code, problem.key) == ("font-damaged", "fonts.text")
    assert "letter.ttf is damaged" in problem.message


def test_a_few_letters_of_another_font_are_told(deck: Path) -> None:
    few = [code for code in fonts.LETTERS if chr(code) not in "aW"]
    put(deck, fonts.saved(fonts.cut(few)), "letter.ttf")
    pdf, warnings = built(deck)
    (told,) = [one for one in warnings if one.code == "font-letters-borrowed"]
    assert "lacks W, a; they are taken" in told.message
    assert "Wat horen wij?" in read_by_poppler(pdf, deck.parent).replace("\n", "")


def test_a_font_that_must_not_be_cut_is_embedded_whole(deck: Path) -> None:
    put(deck, fonts.with_rights(0x0100), "letter.ttf")
    with pikepdf.open(io.BytesIO(built(deck)[0])) as file:
        faces = [one for page in file.pages for one in page.Resources.Font.values()]
    assert "/AtkinsonHyperlegibleNext-Regular" in {str(one.BaseFont) for one in faces}


def test_common_signs_print_without_any_font_of_one_s_own(deck: Path) -> None:
    change(deck, CARD, "Wat horen wij?", "Wat → horen ✓ wij ☐ bij ≥ 3 en CO₂?")
    text = read_by_poppler(built(deck)[0], deck.parent)
    assert all(sign in text for sign in "→✓☐≥₂")


def test_the_remedy_for_a_missing_glyph_works(deck: Path) -> None:
    """Done as the message says: a font in assets/fonts, a line fallback: in cards/deck.yaml."""
    change(deck, CARD, "Wat horen wij?", "Wat horen wij bij ㊗?")
    problem = refused(deck)
    assert problem.code == "glyph-missing" and "fallback: [its-name.ttf]" in problem.remedy
    assert "assets/fonts" in problem.remedy and "cards/deck.yaml" in problem.remedy
    font = fonts.opened((fonts.FONTS / "SamenspelSymbols.ttf").read_bytes())
    for table in font["cmap"].tables:
        table.cmap[0x3297] = table.cmap[ord("★")]
    write(deck, "assets/fonts/its-name.ttf", fonts.saved(font))
    settings = deck / "cards/deck.yaml"
    settings.write_text(settings.read_text("utf-8") + "fallback: [its-name.ttf]\n", "utf-8")
    assert "㊗" in read_by_poppler(built(deck)[0], deck.parent)


def test_mistakes_in_fallback_name_their_line(deck: Path) -> None:
    settings = deck / "cards/deck.yaml"
    before = settings.read_text("utf-8")
    settings.write_text(before + "fallback: [weg.ttf, ook.ttf]\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        built(deck)
    line = before.count("\n") + 1
    assert {(str(one.location), one.key, one.code) for one in caught.value.diagnostics} == {
        (f"cards/deck.yaml:{line}", "fallback[1]", "asset-missing"),
        (f"cards/deck.yaml:{line}", "fallback[2]", "asset-missing"),
    }
