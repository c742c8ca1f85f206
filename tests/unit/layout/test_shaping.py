"""Fonts in a chain, scripts and directions: what HarfBuzz says of a whole line is what is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decks import A6, FONT_BYTES, LABELS, REMINDER, ROOT, THEME, deck_of

from samenspel.errors import ContentError
from samenspel.layout import art_names, format_layout, layout_cards
from samenspel.layout.blocks import Copy, Typesetter
from samenspel.layout.breaking import break_lines
from samenspel.layout.faces import SHAPED, Face, Line, load_faces
from samenspel.layout.icons import faces_with
from samenspel.layout.wording import Wording
from samenspel.model.art import ArtSize
from samenspel.units import MM_PER_POINT

LANGUAGES = ROOT / "tests" / "languages"
ARABIC = (LANGUAGES / "arabic/assets/fonts/NotoNaskhArabic-Regular.ttf").read_bytes()
CYRILLIC = (LANGUAGES / "ukrainian/assets/fonts/NotoSans-Regular.ttf").read_bytes()
EM = 10 * MM_PER_POINT
BACKWARD = Face({"text": ARABIC, "text/2": FONT_BYTES["text"]}, {}, "ar")
FORWARD = Face({"text": FONT_BYTES["text"], "text/2": CYRILLIC, "text/3": ARABIC}, {}, "nl")

SENTENCES = [
    "بعد الاجتماع تقف قليلًا في موقف السيارات مع زميل.",
    "في أربع مجموعات تحدث مديرو مدارس هولندية عن العمل المشترك في منطقتهم،",
    "أي سلوك نشكو منه ونُبقيه معًا حيًّا؟",
]


def flat(line: Line) -> list[tuple[int, float, float]]:
    """Glyphs with their places from the line's left edge, in mm."""
    return [(g.gid, span.x + g.x, g.y) for span in line.spans for g in span.glyphs]


def read_back(line: Line) -> str:
    """The text that the glyphs stand for, in the order of reading."""
    return "".join(
        "".join(g.text for g in (reversed(span.glyphs) if backward(span.text) else span.glyphs))
        for span in reversed(line.spans)
    )


def backward(text: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in text)


def harfbuzz(text: str, data: bytes, language: str) -> list[tuple[int, float, float]]:
    """HarfBuzz's own outcome for a whole line in one font from right to left."""
    font = hb.Font(hb.Face(data))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", language
    hb.shape(font, buffer)
    scale, x, made = EM / font.face.upem, 0, []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        made.append((info.codepoint, (x + at.x_offset) * scale, at.y_offset * scale))
        x += at.x_advance
    return made


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_arabic_line_is_what_harfbuzz_makes_of_it_whole(sentence: str) -> None:
    ours, whole = flat(BACKWARD.line(sentence, 10)), harfbuzz(sentence, ARABIC, "ar")
    assert [gid for gid, *_ in ours] == [gid for gid, *_ in whole]
    for (_, x, y), (_, want_x, want_y) in zip(ours, whole, strict=True):
        assert (x, y) == pytest.approx((want_x, want_y), abs=0.02 * EM)


def test_letters_join_and_the_first_word_stands_at_the_right() -> None:
    line = BACKWARD.line("ابدأ بنفسك", 10)
    [span] = line.spans
    assert read_back(line) == "ابدأ بنفسك"
    assert span.glyphs[-1].text == "ا"
    alone = [BACKWARD.word(char, True).strips[0].glyphs[0][0] for char in "بنفسك"]
    assert [g.gid for g in reversed(span.glyphs)][5:] != alone  # joined forms, not separate ones


def test_latin_words_in_arabic_come_from_the_next_font_and_run_forward() -> None:
    line = BACKWARD.line("ومدرسة Lyceum Bakenrif. الآن", 10)
    assert [span.font for span in line.spans] == ["text", "text/2", "text", "text/2", "text"]
    assert [span.text.strip() for span in line.spans if span.font == "text/2"] == [
        "Lyceum",
        "Bakenrif",
    ]
    for before, after in pairwise(line.spans):
        assert after.x == pytest.approx(before.x + before.width)
    assert line.width == pytest.approx(BACKWARD.width("ومدرسة Lyceum Bakenrif. الآن", 10))


def test_a_latin_sentence_in_arabic_keeps_its_stop_at_its_end() -> None:
    line = BACKWARD.line("Leren samenwerken (2026).", 10)
    last = max((x, gid) for gid, x, _ in flat(line))
    assert last[1] == BACKWARD.line("a.", 10).spans[-1].glyphs[-1].gid


def test_brackets_turn_with_the_text() -> None:
    one, other = (BACKWARD.word(char, True).strips[0].glyphs[0][0] for char in "()")
    plain = BACKWARD.word("()").strips[0].glyphs
    assert (one, other) == (plain[1][0], plain[0][0])


def test_glyphs_come_from_the_first_font_that_has_them() -> None:
    line = FORWARD.line("Kyiv, Київ – مدرسة", 10)
    assert [(span.font, span.text.strip()) for span in line.spans] == [
        ("text", "Kyiv,"),
        ("text/2", "Київ"),
        ("text", "–"),
        ("text/3", "مدرسة"),
    ]
    assert FORWARD.word("Київ").missing == ""
    assert FORWARD.word("Київ漢").missing == "漢"


def test_a_mark_stays_in_the_font_of_its_letter() -> None:
    [strip] = FORWARD.word("за́мок").strips
    assert strip.font == "text/2"
    assert "".join(text for *_, text in strip.glyphs) == "за́мок"


def test_lines_break_in_reading_order_and_are_then_put_in_order() -> None:
    text = " ".join(SENTENCES)
    lines = break_lines(text, BACKWARD, 10, 60, language="ar")
    assert lines is not None
    assert " ".join(lines) == text
    for line, made in zip(lines, BACKWARD.lines(lines, 10), strict=True):
        assert read_back(made) == line
        assert made.width <= 60 + 1e-6


def test_directions_are_those_of_the_whole_paragraph() -> None:
    """Numbers after an Arabic word are ordered with it, also on the next line (UAX #9, W2)."""

    def shown(line: Line) -> str:
        return "".join(glyph.text for span in line.spans for glyph in span.glyphs)

    assert shown(FORWARD.line("4–5 x", 10)) == "4–5 x"
    assert shown(FORWARD.lines(["x مدرسة", "4–5 x"], 10)[1]) == "5–4 x"


def test_backward_text_begins_at_the_right_edge() -> None:
    setter = Typesetter(load_faces({"text": ARABIC}, {}, "ar"), "ar")
    block = setter.set(Copy(Wording("ابدأ بنفسك"), "text"), 10, 60)
    assert block is not None
    [run] = block.at(5, 5)
    assert run.x + run.width == pytest.approx(65)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abK жїـبمل12.,()«»–", min_size=1, max_size=30))
def test_no_character_is_lost_or_doubled(text: str) -> None:
    for face in (FORWARD, BACKWARD):
        line = face.line(text, 10)
        got = sorted(char for span in line.spans for g in span.glyphs for char in g.text)
        assert got == sorted(text)
        assert sum(span.width for span in line.spans) == pytest.approx(line.width)


def test_a_character_that_no_font_has_is_an_error_in_small_words_too() -> None:
    deck = replace(deck_of(REMINDER), labels={**LABELS, "of": "з漢"})
    art = {name: ArtSize(name, 100, 100, True) for name in art_names(deck, {})}
    second = {f"{role}/2": CYRILLIC for role in FONT_BYTES}
    layout = format_layout(deck, A6, THEME, {**FONT_BYTES, **second}, art, {})
    with pytest.raises(ContentError) as caught:
        layout_cards(layout)
    assert {one.code for one in caught.value.diagnostics} == {"glyph-missing"}
    assert all("漢 (U+6F22)" in one.message for one in caught.value.diagnostics)
    assert not any("U+0437" in one.message for one in caught.value.diagnostics)


def test_a_day_of_typing_fills_no_memory() -> None:
    for face in (FORWARD, faces_with({"text": FORWARD}, ())["text"]):
        words, widths = face.word, face.advance
        assert words.cache_info().maxsize == widths.cache_info().maxsize == SHAPED < 10_000
