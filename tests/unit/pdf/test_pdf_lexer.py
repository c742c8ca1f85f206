"""Content streams read fast give what pikepdf's parser gives."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.pdf import lexer

PDF = pikepdf.new()

TOKENS = st.sampled_from(
    [
        b"q",
        b"Q",
        b"1 0 0 1 3.5 -2 cm",
        b"0 .5 0 1 k",
        b"1 2 m",
        b"3 4 l",
        b"1 2 3 4 5 6 c",
        b"1 2 3 4 v",
        b"h",
        b"f*",
        b"S",
        b"W n",
        b"/GS0 gs",
        b"/N#20x Do",
        b"BT /F1 9 Tf (a\\)b (c) d) Tj ET",
        b"[(x) -30 <4142> (y)] TJ",
        b"(line\\\nbreak) '",
        b"[3 1] 0 d",
        b"/P <</MCID 0>> BDC",
        b"EMC",
        b"/Span <</A [1 2] /B <</C (x)>>>> BDC",
        b"true false null xx",
        b"% a remark\n",
        b"((((deep)))) Tj",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    ]
)


def by_pikepdf(data: bytes) -> list[tuple[bytes, bytes]]:
    """The same by another parser: operands without white space, and operators."""
    found = []
    for instruction in pikepdf.parse_content_stream(PDF.make_stream(data)):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            found.append((b"", lexer.INLINE_IMAGE))
            continue
        operator = bytes(instruction.operator)
        text = pikepdf.unparse_content_stream([instruction]).strip()
        found.append((text[: -len(operator)].strip(), operator))
    return found


def operators(instructions: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
    """The operators, with those of paths one by one."""
    found = []
    for operands, operator in instructions:
        found += re.findall(rb"[mlcvyh]", operands) if operator == lexer.PATH else [operator]
    return found


def coordinates(instructions: Iterable[tuple[bytes, bytes]]) -> list[float]:
    """The operands of all path segments."""
    kinds = (lexer.PATH, b"m", b"l", b"c", b"v", b"y")
    return [n for words, kind in instructions if kind in kinds for n in lexer.points(words)]


@given(st.lists(TOKENS, max_size=12), st.sampled_from([b" ", b"\n", b"\r\n", b"  \t"]))
def test_another_parser_reads_the_same(tokens: list[bytes], gap: bytes) -> None:
    data = gap.join(tokens)
    ours, theirs = list(lexer.instructions(data)), by_pikepdf(data)
    assert operators(ours) == operators(theirs)
    assert coordinates(ours) == coordinates(theirs)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"1 % one\n2 3 4 k", [(b"1 2 3 4 ", b"k")]),
        (b"[[(a)] <</B [1 2]>>] TJ q", [(b"[ [ (a) ] << /B [ 1 2 ] >> ] ", b"TJ"), (b"", b"q")]),
        (b"(a(b(c\\))))Tj", [(b"(a(b(c\\)))) ", b"Tj")]),
    ],
)  # fmt: skip
def test_what_the_pattern_does_not_cover(data: bytes, read: list[tuple[bytes, bytes]]) -> None:
    assert list(lexer.instructions(data)) == read


@pytest.mark.parametrize(
    ("data", "entries", "samples"),
    [
        (b"/W 3 /H 1 /BPC 8 /CS /G ID EI EI",
         {b"W": b"3", b"H": b"1", b"BPC": b"8", b"CS": b"/G"}, b"EI "),
        (b"/Width 9/Height 8/IM true/F/Fl ID \x00 EI \x01 EI\n",
         {b"W": b"9", b"H": b"8", b"IM": b"true", b"F": b"/Fl"}, b"\x00 EI \x01 "),
        (b"/W 1 /H 1 /CS [/Indexed /DeviceRGB 1 <000000FFFFFF>] ID 0 EI",
         {b"W": b"1", b"H": b"1", b"CS": b"[ /Indexed /DeviceRGB 1 <000000FFFFFF> ]"}, b"0 "),
    ],
)  # fmt: skip
def test_an_inline_image_is_found_with_its_data(
    data: bytes, entries: dict[bytes, bytes], samples: bytes
) -> None:
    image, after = lexer.instructions(b"BI " + data + b" Q")
    assert (image[1], after) == (lexer.INLINE_IMAGE, (b"", b"Q"))
    found = lexer.inline_image(image[0])
    assert (found.entries, found.data) == (entries, samples)
    assert found.stencil == (b"IM" in entries)
    assert found.number(b"BPC", 8) == 8


@pytest.mark.parametrize(
    "data", [b"1 2", b"(a", b"q ) Q", b"BI /W 1 ID x", b"BI q", b"[1 2 k", b"]"]
)
def test_what_is_no_instruction_is_damage(data: bytes) -> None:
    with pytest.raises(lexer.DamagedError):
        list(lexer.instructions(data))


def test_hostile_content_takes_no_time() -> None:
    """Nothing may go back over what it has read."""
    for piece in (b"1 ", b"1", b"(", b"[", b"[1 ", b"<<", b"BI ID ", b"(\\", b"% ", b"/a ", b"h"):
        with contextlib.suppress(lexer.DamagedError, ValueError):
            for _ in lexer.instructions(piece * 100_000):
                pass


def test_names() -> None:
    assert lexer.name(b" /A#20b ") == "/A b"
    assert lexer.name(b"/Plain") == "/Plain"
