"""Fitting: what is accepted fits; what is not is refused with a number of words that helps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decks import A6, BLANK, FONT_BYTES, REMINDER, layout_of

from samenspel.errors import ContentError
from samenspel.layout import blocks
from samenspel.layout.blocks import Copy, Typesetter
from samenspel.layout.breaking import break_lines
from samenspel.layout.cards import laid_cards, layout_cards
from samenspel.layout.faces import load_faces
from samenspel.layout.fitting import Entry, Stack, fit_group, fit_stack
from samenspel.layout.verify import run_box, verify
from samenspel.layout.wording import Wording
from samenspel.model.frame import TextRun
from samenspel.model.style import TypeSize

SETTER = Typesetter(load_faces(FONT_BYTES, {}, "nl"), "nl")
WORDS = st.lists(
    st.sampled_from(["wij", "samen", "de", "regio", "verantwoordelijkheid", "afspraak", "om"]),
    min_size=1,
    max_size=70,
)


@settings(deadline=None, max_examples=80)
@given(WORDS, st.floats(8, 60), st.floats(35, 100))
def test_accepted_text_fits_its_box(words, height, measure):
    entry = Entry(Copy(Wording(" ".join(words)), "text"), TypeSize(12, 9, 1.3), measure)
    fit = fit_stack(SETTER, [entry], height)
    block = fit.blocks[0]
    assert block.height <= height + 1e-6 or fit.excess
    assert block.width <= measure + 1e-6
    assert 9 <= block.size <= 12
    if fit.excess:
        cut = fit.excess[0].words
        shorter = replace(entry, copy=replace(entry.copy, wording=Wording(" ".join(words[:-cut]))))
        again = fit_stack(SETTER, [shorter], height)
        assert not again.excess or len(words) == cut


def test_sizes_step_down_by_quarters_of_a_point_and_no_further_than_needed():
    words = "een afspraak is pas een afspraak als iemand hem opschrijft " * 2
    copy = Copy(Wording(words), "text")
    entry = Entry(copy, TypeSize(12, 9, 1.3), 60)
    roomy = fit_stack(SETTER, [entry], 60).blocks[0]
    tight = fit_stack(SETTER, [entry], roomy.height - 0.1).blocks[0]
    assert roomy.size == 12
    assert tight.size < 12
    assert tight.size * 4 == int(tight.size * 4)


def test_texts_of_one_stack_shrink_together():
    entries = [
        Entry(
            Copy(Wording("wat kom jij hier halen en wat durf je te geven " * 2), "text"),
            TypeSize(14, 10),
            70,
        )
        for _ in range(3)
    ]
    fit = fit_stack(SETTER, entries, 42)
    assert len({block.size for block in fit.blocks}) == 1
    assert fit.blocks[0].size < 14


def test_a_text_that_is_too_long_names_card_field_words_format_and_region():
    long = REMINDER.with_values(text="samen werken aan de regio " * 40)
    with pytest.raises(ContentError) as caught:
        layout_cards(layout_of(long))
    (problem,) = caught.value.diagnostics
    assert problem.code == "text-too-long"
    assert problem.key == "text"
    assert str(problem.location) == "cards/nl/proef.yaml:1"
    for part in ("words too long", "'proef'", "a6", "proefstad"):
        assert part in problem.message


def test_a_word_that_no_line_can_hold_is_named_whatever_stands_before_it():
    word = "#" + "samenwerken" * 9
    with pytest.raises(ContentError) as caught:
        layout_cards(layout_of(REMINDER.with_values(text=f"Kijk eens bij {word} voor meer.")))
    (problem,) = caught.value.diagnostics
    assert f'the word "{word}" is wider than a line and has no place to break' in problem.message
    assert problem.remedy.startswith("shorten the word") and problem.key == "text"


def test_cutting_the_number_of_words_that_the_message_names_is_enough():
    words = ("samen werken aan de regio " * 60).split()
    with pytest.raises(ContentError) as caught:
        layout_cards(layout_of(REMINDER.with_values(text=" ".join(words))))
    cut = int(caught.value.diagnostics[0].amount)
    assert cut > 0
    assert f"about {cut} words too long" in caught.value.diagnostics[0].message
    kept = REMINDER.with_values(text=" ".join(words[:-cut]))
    assert layout_cards(layout_of(kept))


def test_all_texts_that_are_too_long_are_told_at_once():
    long = REMINDER.with_values(title="Een titel die maar niet ophoudt " * 6, text="te lang " * 150)
    with pytest.raises(ContentError) as caught:
        layout_cards(layout_of(long))
    assert {problem.key for problem in caught.value.diagnostics} >= {"title", "text"}


def test_a_character_without_a_glyph_is_refused_by_name():
    odd = REMINDER.with_values(core="Dit is een pijl ➜ en een lach 😀.")
    with pytest.raises(ContentError) as caught:
        layout_cards(layout_of(odd))
    (problem,) = [p for p in caught.value.diagnostics if p.code == "glyph-missing"]
    assert "U+279C" in problem.message
    assert "U+1F600" in problem.message
    assert problem.key == "core"


@settings(deadline=None, max_examples=25)
@given(WORDS, WORDS, WORDS, st.sampled_from([(105, 148), (63, 88), (100, 100), (70, 120)]))
def test_no_card_that_is_accepted_overflows_or_collides(title, core, question, size):
    card = REMINDER.with_values(
        title=" ".join(title[:9]).capitalize(),
        core=" ".join(core[:25]),
        questions=[" ".join(question[:30]) + "?"] * 3,
    )
    layout = layout_of(card, BLANK, format_=replace(A6, width=size[0], height=size[1]))
    try:
        frames = layout_cards(layout)
    except ContentError as error:
        assert all(p.code in {"text-too-long", "layout-collision"} for p in error.diagnostics)
        return
    for frame in frames:
        assert verify(frame, layout.deck) == []
        for run in (item for item in frame.items if isinstance(item, TextRun)):
            assert frame.safe_box.contains(run_box(run), slack=0.05)


ARTICLE = ["samen", "verantwoordelijkheid", "de", "regio", "werkt", "aan", "onderwijs"] * 572


@pytest.mark.parametrize(
    "text",
    [
        " ".join(ARTICLE),
        "\u00a0".join(ARTICLE),
        " ".join(word.replace("e", "e\u00ad") for word in ARTICLE),
        " ".join(f"‘{word}’" for word in ARTICLE),
        " ".join(f"\u2067{word}\u2069" for word in ARTICLE),
        "-".join(ARTICLE),
    ],
    ids=["words", "no-break", "soft-hyphens", "quotes", "isolates", "hyphens"],
)
@pytest.mark.parametrize("field", ["text", "title", "core"])
def test_a_whole_article_in_a_field_is_refused_after_a_few_tries(text, field, monkeypatch):
    tried = []

    def broken(copy: str, *args: object, **more: object) -> list[str] | None:
        tried.append(len(copy))
        return break_lines(copy, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(blocks, "break_lines", broken)
    laid = laid_cards(layout_of(REMINDER.with_values(**{field: text})))
    assert {problem.code for problem in laid.problems} == {"text-too-long"}
    assert {problem.key for problem in laid.problems} == {field}
    assert len(tried) < 250
    assert sum(tried) < 12 * len(text)


def test_what_is_left_of_a_text_that_is_too_long_could_not_be_a_word_longer():
    words = ("samen werken aan de regio " * 40).split()
    entry = Entry(Copy(Wording(" ".join(words)), "text"), TypeSize(12, 9, 1.3), 60)
    fit = fit_stack(SETTER, [entry], 40)
    kept = len(words) - fit.excess[0].words
    assert fit.blocks[0].height <= 40
    more = replace(entry, copy=replace(entry.copy, wording=Wording(" ".join(words[: kept + 1]))))
    assert fit_stack(SETTER, [more], 40).excess


def test_of_two_texts_that_are_too_long_the_longer_one_loses_more():
    entries = [
        Entry(Copy(Wording("samen werken " * count), "text"), TypeSize(9, 9, 1.3), 60)
        for count in (60, 30)
    ]
    first, second = fit_stack(SETTER, entries, 50).excess
    assert abs((120 - first.words) - (60 - second.words)) <= 1


def test_stacks_of_one_group_take_the_same_step():
    short = Entry(Copy(Wording("samen"), "text"), TypeSize(14, 8), 60)
    long = Entry(Copy(Wording("samen werken aan de regio " * 6), "text"), TypeSize(14, 8), 60)
    apart = [fit_stack(SETTER, [entry], 30).blocks[0].size for entry in (short, long)]
    group = fit_group(SETTER, [Stack([short], 30), Stack([long], 30)])
    assert apart[0] == 14 > apart[1]
    assert [fit.blocks[0].size for fit in group] == [apart[1], apart[1]]
    none = fit_group(SETTER, [Stack([short], 30), Stack([long], 5)])
    assert [bool(fit.excess) for fit in none] == [False, True]


def test_a_title_is_set_smaller_rather_than_with_one_short_word_on_its_last_line():
    title = Copy(Wording("Gesprekstafels en"), "display", hyphenate=False, balanced=True)
    entry = Entry(title, TypeSize(20, 14, 1.05), 60)
    (block,) = fit_stack(SETTER, [entry], 60).blocks
    assert (block.size, block.lines) == (18.75, ("Gesprekstafels en",))
    (only,) = fit_stack(SETTER, [replace(entry, type=TypeSize(20, 20, 1.05))], 60).blocks
    assert only.lines == ("Gesprekstafels", "en")  # where nothing smaller is allowed, it stays
    (loose,) = fit_stack(SETTER, [replace(entry, copy=replace(title, balanced=False))], 60).blocks
    assert loose.size == 20
