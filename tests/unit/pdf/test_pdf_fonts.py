"""CMaps, font programs and names, by themselves."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.preflight.seeds_reading import cmap, otf, page_font, pfa

from samenspel.pdf.cmaps import characters, cmap_of
from samenspel.pdf.opening import opened
from samenspel.pdf.programs import BrokenProgramError, program
from samenspel.pdf.values import listed, named, numbers

PDF = pikepdf.new()


@pytest.mark.parametrize(
    ("encoding", "text", "cids"),
    [
        (pikepdf.Name("/Identity-H"), b"\0\1\2\3", [1, 0x203]),
        (pikepdf.Name("/Identity-V"), b"\0\1\2", [1, 0]),
        (cmap("<00> <ff>", "<00> <ff> 0"), b"\1\2", [1, 2]),
        (cmap("<00> <ff>", "<20> <2f> 7"), b"\x20\x2f\x30", [7, 22, 0]),
        (cmap("<00> <7f>,<8000> <ffff>", "<00> <7f> 0,<8001> <8005> 1"), b"\5\x80\3\7", [5, 3, 7]),
        (cmap("<000000> <0000ff>", "<000001> <000009> 1"), b"\0\0\4", [4]),
        (cmap("<8140> <9ffc>", "<8140> <8140> 3"), b"\x81\x40\x20\x81", [3, 0, 0]),
        (b"/Identity-H usecmap", b"\0\1", [1]),
        (b"1 begincidchar <61> 9 endcidchar 1 begincodespacerange <00> <ff> endcodespacerange",
         b"ab", [9, 0]),
        (pikepdf.Name("/90ms-RKSJ-H"), b"a\x81\x40\xb1", [-1 - 97, -1 - 0x8140, -1 - 0xB1]),
        (pikepdf.Name("/UniJIS-UTF16-H"), b"\0A\xd8\x42\xdf\xb7", [-1 - 65, -1 - 0xD842DFB7]),
        (pikepdf.Name("/UniGB-UTF8-H"), b"A\xe3\x81\x82", [-1 - 65, -1 - 0xE38182]),
    ],
)  # fmt: skip
def test_codes_become_cids(encoding: pikepdf.Name | bytes, text: bytes, cids: list[int]) -> None:
    held = encoding if isinstance(encoding, pikepdf.Name) else PDF.make_stream(encoding)
    assert cmap_of(held).cids(text) == cids


def test_word_spacing_applies_to_one_byte_codes_alone() -> None:
    mixed = PDF.make_stream(cmap("<00> <7f>,<8000> <ffff>", "<00> <7f> 0"))
    assert cmap_of(mixed).spaces_in(b" \x80 a ") == 2
    assert cmap_of(pikepdf.Name("/Identity-H")).spaces_in(b"\0 \0 ") == 0


def test_what_codes_mean() -> None:
    table = PDF.make_stream(
        b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar 1 beginbfrange <10> <12> <0061> "
        b"endbfrange"
    )
    assert characters(table) == {1: "A", 2: "fi", 16: "a", 17: "b", 18: "c"}


def test_what_codes_mean_by_a_list() -> None:
    table = PDF.make_stream(
        b"2 beginbfrange\n<0000> <0003> [<0000> <0057> <00660069> <0020>]\n<0010> <0011> <0061>\n"
        b"endbfrange"
    )
    assert characters(table) == {0: "\0", 1: "W", 2: "fi", 3: " ", 16: "a", 17: "b"}


def test_programs_are_read_for_what_they_are() -> None:
    plain, bare, old = program(page_font()), program(otf()), program(pfa()[0])
    assert (plain.kind, bare.kind, old.kind) == ("truetype", "cff", "type1")
    assert bare.glyphs == 3 and bare.names["a"] == 1
    assert bare.width(1) == pytest.approx(0.6)
    assert old.width(old.names["a"]) == pytest.approx(0.6)
    assert 0.2 < (plain.width(1) or 0) < 1 and plain.width(plain.glyphs) is None
    assert plain.whole(1) and not plain.whole(plain.glyphs)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (bytes(99), "is empty"),
        (b"hello world, this is no font", "is no font program"),
        (page_font()[:900], "is cut off"),
        (page_font().replace(b"loca", b"locx"), "has no table loca"),
        (page_font().replace(b"\x5f\x0f\x3c\xf5", b"\1\2\3\4"), "table head is none"),
        (otf()[:-9], "is cut off"),
        (pfa()[0][: pfa()[1]], "no glyph can be read"),
    ],
)
def test_programs_that_nobody_can_draw_with(data: bytes, words: str) -> None:
    with pytest.raises(BrokenProgramError, match=words):
        program(data)


def test_names_in_latin_1_are_renamed_to_what_they_mean() -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.Root.Spots = pikepdf.Object.parse(b"<< /Gr#fcn [ /Gr#fcn << /#e9 1 >> ] /Plain 1 >>")
        out = io.BytesIO()
        made.save(out)
    with opened(out.getvalue()) as document:
        spots = document.Root.Spots
        assert set(spots.keys()) == {"/Grün", "/Plain"}
        assert str(spots["/Grün"][0]) == "/Grün"
        assert spots["/Grün"][1]["/é"] == 1
    assert (named(b"Gr\xfcn"), named("Grün".encode())) == ("Grün", "Grün")


def test_nulls_are_nothing() -> None:
    array = pikepdf.Array([None, 1, None, pikepdf.Name.X])
    assert len(listed(array)) == 2
    assert numbers(array) == [0.0, 1.0, 0.0, 0.0]
    assert listed(pikepdf.Dictionary()) == [] and numbers(None) == []
