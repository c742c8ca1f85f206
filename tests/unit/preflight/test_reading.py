"""What is known is not read again, and a quick reading leaves nothing out."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.preflight.making import form
from tests.unit.preflight.pdfs import EXPECTED, card, changed, clean, content

from samenspel.pdf import lexer
from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.geometry import inside
from samenspel.preflight import alike, inspection
from samenspel.preflight.document import Document
from samenspel.preflight.interpreter import Interpreter
from samenspel.preflight.marks import TEXT
from samenspel.preflight.memory import Memory, Recent
from samenspel.preflight.state import State

PDF = pikepdf.new()


def test_shared_art_is_read_once(monkeypatch) -> None:
    read = []
    instructions = lexer.instructions
    monkeypatch.setattr(lexer, "instructions", lambda data: read.append(1) or instructions(data))

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


@pytest.mark.parametrize("state", ["", "7 Tw 1 Tc", "50 Tz -2 Tw"])
@pytest.mark.parametrize("shown", ["(   H H  ) Tj", "[(  ) -99 ( H) 50 ( H ) -400 ( )] TJ"])
def test_spaces_at_the_ends_of_a_text_take_no_place(state: str, shown: str) -> None:
    def place(shown: str) -> tuple[float, float]:
        page = content(f"1 0 0 0 k BT {state} /F1+0 20 Tf 60 300 Td {shown} ET")
        with pikepdf.open(io.BytesIO(page)) as document:
            marks = list(Document(document, exact=True).pages[0].of_kind(TEXT))
        (extent,) = [one.extent for one in marks if one.look.paint.tints == (1, 0, 0, 0)]
        return extent[0], extent[2]

    first, last = shown.index("H"), shown.rindex("H")
    close = ") Tj" if shown.startswith("(") else ")] TJ"
    until = place(shown[: last + 1] + close)  # ends in a letter
    behind = place(shown[: first + 1] + close)
    assert place(shown) == pytest.approx(until)
    assert behind[0] == until[0] > 60
    alone = place("(H) Tj")
    assert behind[1] - behind[0] == pytest.approx(alone[1] - alone[0])


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, True)])
def test_a_file_may_have_as_many_pages_as_the_limit_says(
    monkeypatch: pytest.MonkeyPatch, count: int, told: bool
) -> None:
    monkeypatch.setattr(inspection, "MAX_PAGES", 2)
    expected = replace(EXPECTED, pages=count)
    found = inspection.inspect(card(*[clean] * count), expected)
    assert any(f"the file has {count}" in one.message for one in found) is told


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
        return Fingerprints(pdf).digest_of(loop)

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


def test_marks_come_out_of_the_store_as_they_went_in(tmp_path: Path) -> None:
    from samenspel.pdf.colours import CMYK, GRAY, Paint, Space
    from samenspel.preflight.keeping import Keeper, packed, unpacked
    from samenspel.preflight.marks import FILL, Look, Mark
    from samenspel.store import Store

    spot = Space("DeviceN", 2, ("Goud", ""), ("Goud", "None"), alternate=CMYK)
    looks = [
        Look(Paint(CMYK, (0.1, 0.2, 1 / 3, 0.0)), True, 1, 0.5, "Multiply", True, "Perceptual"),
        Look(Paint(Space("Indexed", 1, base=GRAY, table=b"\x00\xff"), (1.0,))),
        Look(Paint(spot, (1.0, 0.0), b"/P1", frozenset({"Goud", "Black"}))),
    ]
    box = (0.1, 0.2, 1e-17, 841.8898)
    marks = tuple(
        Mark(FILL, looks[n % 3], (1.0, 0.0, 0.0, 1 / 7, 0.0, 0.0), box, box, 0.25, "F1", (3, 4), 1,
             n, n % 2 == 0, box if n % 2 else None)
        for n in range(6)
    )  # fmt: skip
    assert unpacked(packed(marks)) == marks
    store = Store(tmp_path / "store")
    key = (b"content", (1.0, 2.0), True)
    Keeper(store).keep(key, marks)
    assert Keeper(Store(tmp_path / "store")).get(key) == marks
    assert Keeper(store).get((b"other",)) is None


def test_an_entry_of_another_form_is_no_marks(tmp_path: Path) -> None:
    from samenspel.preflight import keeping
    from samenspel.store import Store

    store = Store(tmp_path / "store")
    for entry in (b"", b"{}", b"[]", b'{"looks": [], "marks": [[1]]}',
                  b'{"looks": [], "marks": [[1,0,[],[],[],1,"",[],1,1,true,null]]}'):  # fmt: skip
        store.put(keeping.KIND, keeping._name((1,)), entry)
        assert keeping.Keeper(store).get((1,)) is None


def test_pages_too_large_to_be_compared_closely_are_alike_in_the_same_bytes_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def put_aside(document: pikepdf.Pdf) -> None:
        page = document.pages[1].obj
        page.Contents = document.make_stream(b"q " + page.Contents.read_bytes() + b" Q")

    with pikepdf.open(io.BytesIO(changed(card(clean, clean, clean), put_aside))) as document:
        pages = Document(document).pages
        first, second, third = alike.page_prints(pages, Fingerprints(document))
        assert first == second == third
        monkeypatch.setattr(alike, "MAX_INSTRUCTIONS", 3)
        first, second, third = alike.page_prints(pages, Fingerprints(document))
        assert first == third != second
