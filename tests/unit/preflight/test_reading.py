"""Content streams read fast give what pikepdf's parser gives; what is known is not read again."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.preflight.making import form
from tests.unit.preflight.pdfs import card, changed, clean

from samenspel.preflight import lexer
from samenspel.preflight.document import Document
from samenspel.preflight.fingerprints import Fingerprints
from samenspel.preflight.geometry import inside
from samenspel.preflight.interpreter import Interpreter
from samenspel.preflight.memory import Memory, Recent
from samenspel.preflight.state import State

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
        (b"BI /W 3 /H 1 /BPC 8 /CS /G ID EI EI Q", [(b"3 1 8 - /G", b"INLINE IMAGE"), (b"", b"Q")]),
        (b"BI /Width 9/Height 8/IM true/F/Fl ID \x00 EI \x01 EI\nQ",
         [(b"9 8 1 - /ImageMask", b"INLINE IMAGE"), (b"", b"Q")]),
        (b"BI /W 1 /H 1 /CS [/Indexed /DeviceRGB 1 <000000FFFFFF>] ID 0 EI",
         [(b"1 1 8 - [ /Indexed /DeviceRGB 1 <000000FFFFFF> ]", b"INLINE IMAGE")]),
    ],
)  # fmt: skip
def test_what_the_pattern_does_not_cover(data: bytes, read: list[tuple[bytes, bytes]]) -> None:
    assert list(lexer.instructions(data)) == read


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


def test_shared_art_is_read_once(monkeypatch) -> None:
    read = []
    instructions = lexer.instructions
    monkeypatch.setattr(
        lexer, "instructions", lambda data: read.append(1) or instructions(data)
    )

    def add(document: pikepdf.Pdf) -> None:
        art = document.make_indirect(form(b"0 1 0 0 k 60 300 9 9 re f")(document))
        for page in document.pages:
            page.obj.Resources.XObject = pikepdf.Dictionary(Art=art)
            data = page.obj.Contents.read_bytes()
            page.obj.Contents = document.make_stream(b"/Art Do " + data + b" q /Art Do Q")

    file = changed(card(*[clean] * 5), add)
    with pikepdf.open(io.BytesIO(file)) as document:
        for page in Document(document).pages:
            assert page.marks
    # Five pages, the art as pages begin, and the art in the state in which pages end.
    assert len(read) == 5 + 2


def test_forms_inside_themselves_come_to_an_end() -> None:
    stream = form(b"/Me Do 1 0 0 RG 0 0 9 9 re S", Resources=pikepdf.Dictionary())(PDF)
    me = PDF.make_indirect(stream)
    me.Resources.XObject = pikepdf.Dictionary(Me=me)
    assert len(Interpreter().form(me, State(), None, 0)) == 1


PATHS = st.lists(
    st.sampled_from(
        [
            b"1 0 0 rg",
            b"0 0 0 1 k",
            b"q",
            b"Q",
            b"q 20 20 30 30 re W n",
            b"25 25 m 40 40 l h",
            b"60 60 m 90 90 l",
            b"0 0 m 90 20 30 90 45 25 c",
            b"+5 .5 m 7. 9 l",
            b"30 30 9 9 re",
            b"f",
            b"S",
            b".5 0 0 .5 3 3 cm",
        ]
    ),
    max_size=15,
)


@given(PATHS)
def test_a_quick_reading_leaves_nothing_out(operators: list[bytes]) -> None:
    bounds = pikepdf.Array([0, 0, 50, 50])
    stream = PDF.make_indirect(form(b"\n".join(operators), BBox=bounds)(PDF))
    exact = Interpreter(exact=True).form(stream, State(), None, 0)
    quick = Interpreter().form(stream, State(), None, 0)
    assert [mark._way for mark in quick] == [mark._way for mark in exact]
    for large, small in zip(quick, exact, strict=True):
        assert inside(small.extent, large.extent, 1e-9)


@pytest.mark.parametrize("number", [b"1.2.3", b"--4", b"5-3", b"."])
def test_a_number_in_a_path_is_damaged_even_where_nobody_needs_it(number: bytes) -> None:
    data = b"0 0 m 9 9 l f 0 0 m 9 " + number + b" l 5 5 l f"
    stream = PDF.make_indirect(form(data, BBox=pikepdf.Array([0, 0, 9, 9]))(PDF))
    reader = Interpreter()
    reader.form(stream, State(), None, 0)
    assert reader.damage


def read_with(memory: Memory, data: bytes, **resources: object) -> tuple[int, list[str]]:
    """How many marks a file's only form has, and what is damaged; each time a file of its own."""
    pdf = pikepdf.new()
    settings = pikepdf.Dictionary(**resources)
    stream = pdf.make_indirect(form(data, Resources=settings)(pdf))
    reader = Interpreter(fingerprints=Fingerprints(pdf), memory=memory)
    return len(reader.form(stream, State(), None, 0)), reader.damage


def test_what_another_file_held_is_not_read_again(monkeypatch) -> None:
    memory = Memory()
    art = b"1 0 0 rg 0 0 9 9 re f 0 1 0 rg 0 0 9 9 re f"
    assert read_with(memory, art) == (2, [])
    monkeypatch.setattr(lexer, "instructions", None)
    assert read_with(memory, art) == (2, [])


def test_the_same_content_with_other_resources_is_read_again() -> None:
    memory = Memory()
    data = b"/Inner Do"
    one, two = b"0 0 9 9 re f", b"0 0 9 9 re f 1 0 0 rg 0 0 9 9 re f"
    for inner, marks in ((one, 1), (two, 2), (one, 1)):
        pdf = pikepdf.new()
        objects = pikepdf.Dictionary(Inner=pdf.make_indirect(form(inner)(pdf)))
        resources = pikepdf.Dictionary(XObject=pdf.make_indirect(objects))
        stream = pdf.make_indirect(form(data, Resources=resources)(pdf))
        reader = Interpreter(fingerprints=Fingerprints(pdf), memory=memory)
        assert len(reader.form(stream, State(), None, 0)) == marks


def test_damage_is_told_for_every_file() -> None:
    memory = Memory()
    first, again = (read_with(memory, b"0 0 9 9 re f 1 k x w") for _ in range(2))
    assert first == again
    assert first[1]


def test_what_leads_to_itself_equals_nothing_elsewhere() -> None:
    def print_of_a_loop() -> bytes:
        pdf = pikepdf.new()
        loop = pdf.make_indirect(pikepdf.Dictionary())
        loop.Again = loop
        return Fingerprints(pdf).of(loop)

    assert print_of_a_loop() != print_of_a_loop()


def test_forms_too_deep_to_read_are_told() -> None:
    inner = PDF.make_indirect(form(b"0 0 9 9 re f")(PDF))
    for _ in range(25):
        objects = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=inner))
        inner = PDF.make_indirect(form(b"/Fm Do", Resources=objects)(PDF))
    reader = Interpreter()
    reader.form(inner, State(), None, 0)
    assert any("deep" in message for message in reader.damage)


def test_a_memory_forgets_what_came_first() -> None:
    recent: Recent[int] = Recent(2)
    for value in range(3):
        recent.keep(value, value)
    assert [recent.get(value) for value in range(3)] == [None, 1, 2]
