"""Content streams read fast give what pikepdf's parser gives; shared art is read once."""

from __future__ import annotations

import contextlib
import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.preflight.bad import form
from tests.unit.preflight.pdfs import card, changed, clean

from samenspel.preflight import lexer
from samenspel.preflight.document import Document
from samenspel.preflight.interpreter import Interpreter
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


@given(st.lists(TOKENS, max_size=12), st.sampled_from([b" ", b"\n", b"\r\n", b"  \t"]))
def test_both_ways_of_reading_agree(tokens: list[bytes], gap: bytes) -> None:
    data = gap.join(tokens)
    stream = PDF.make_stream(data)
    fast, slow = lexer.instructions(stream, data), list(lexer._parsed(stream))
    operators = [operator for _, operator in fast if operator != lexer.PATH]
    assert operators == [operator for _, operator in slow if operator != lexer.PATH]
    runs = b" ".join(operands for operands, operator in fast if operator == lexer.PATH)
    others = b" ".join(operands for operands, operator in slow if operator == lexer.PATH)
    assert lexer.points(runs) == lexer.points(others)


@pytest.mark.parametrize(
    ("data", "fast"),
    [
        (b"q 1 2 m 3 4 l h S Q", True),
        (b"BT (a) Tj ET", True),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", False),
        (b"q % remark\nQ", False),
    ],
)
def test_only_odd_streams_go_the_long_way(data: bytes, fast: bool, monkeypatch) -> None:
    called = []
    monkeypatch.setattr(lexer, "_parsed", lambda source: called.append(source) or [])
    lexer.instructions(PDF.make_stream(data), data)
    assert bool(called) is not fast


def test_hostile_content_takes_no_time() -> None:
    """Nothing in the pattern may go back over what it has read."""
    for data in (b"1 " * 50_000, b"1" * 100_000, b"(" * 3000, b"[" * 3000 + b"1 " * 3000):
        with contextlib.suppress(pikepdf.PdfError):
            lexer.instructions(PDF.make_stream(data), data)


def test_names() -> None:
    assert lexer.name(b" /A#20b ") == "/A b"
    assert lexer.name(b"/Plain") == "/Plain"


def test_shared_art_is_read_once(monkeypatch) -> None:
    read = []
    instructions = lexer.instructions
    monkeypatch.setattr(
        lexer, "instructions", lambda source, data: read.append(1) or instructions(source, data)
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
