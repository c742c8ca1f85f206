"""Bold words print bold in every kind of card, in every text that has room for two looks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.decks import FONT_BYTES, layout_of
from tests.projects import tiny_project, write
from tests.real_cards import CARDS, CONDITION

from samenspel import BuildRequest
from samenspel.checking import check_deck
from samenspel.coaching.remarks import remarks_on
from samenspel.layout.cards import laid_card
from samenspel.layout.faces import load_faces
from samenspel.layout.rich import BOLD, BOTH, ITALIC, with_rich
from samenspel.layout.styles import in_line
from samenspel.layout.wording import written
from samenspel.model.cards import Card
from samenspel.model.frame import TextRun

BOLD_FACES = {"text-bold", "text-extrabold", "text-bold-italic"}
ONE_LOOK = {"display", "heading"}
"""Titles have one look."""


def bolder(value: Any) -> Any:
    """The value with the first word of each text in it bold."""
    if isinstance(value, dict):
        return {key: bolder(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [bolder(part) for part in value]
    if not isinstance(value, str) or " " not in value:
        return value
    first, _, rest = value.partition(" ")
    return f"**{first}** {rest}"


def runs_of(card: Card) -> list[TextRun]:
    pages = laid_card(layout_of(card), card)
    assert not [problem for page in pages for problem in page.problems]
    return [item for page in pages for item in page.frame.items if isinstance(item, TextRun)]


@pytest.mark.parametrize("card", [*CARDS, CONDITION], ids=lambda card: card.kind)
def test_the_first_word_of_every_text_is_bold(card: Card) -> None:
    names = {path[0] for path, _ in card.texts()}
    marked = card.with_values(**{str(name): bolder(card.values[str(name)]) for name in names})
    runs = runs_of(marked)
    assert not [run.text for run in runs if "*" in run.text]
    for path, text in marked.texts():
        said = {run.font for run in runs if run.source == (card.id, *path)}
        others = {run.font for run in runs for _, source in run.others
                  if source == (card.id, *path)}  # fmt: skip
        if "*" in text and (said | others) - ONE_LOOK:
            assert (said | others) & BOLD_FACES, (path, said, others)


def test_among_semi_bold_words_bold_is_heavier_than_bold() -> None:
    question = "Wat **nu** en *toen*, ***echt*** waar?"
    card = next(one for one in CARDS if one.kind == "reminder")
    marked = card.with_values(questions=[question, "Twee?", "Drie?"])
    found = {
        run.text.strip(): run.font for run in runs_of(marked) if run.source[1:] == ("questions", 0)
    }
    assert found["nu"] == "text-extrabold"
    assert found["toen"] == "text-semibold-italic"
    assert found["echt"] == "text-bold-italic"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Kies *een*. ", "Kies een. "), ("**a**\n- b", "a b"), ("  * ", "  * "), ("3 * 4", "3 * 4")],
)
def test_what_has_one_look_loses_its_marks_and_no_letter(text: str, plain: str) -> None:
    assert in_line(written(text, "kaart", "title"), "display")[0].text == plain


def test_a_family_without_italic_has_bold_for_it_and_one_without_bold_has_itself() -> None:
    regular, bold = FONT_BYTES["text"], FONT_BYTES["text-bold"]
    two = {role: bold if "bold" in role else regular for role in FONT_BYTES}
    text = with_rich(load_faces(two, {}, "nl"), two)["rich-text"]
    for mark in (BOLD, ITALIC, BOTH):
        assert "bold" in text.word(f"{mark}vet").strips[0].font
    one = dict.fromkeys(FONT_BYTES, regular)
    [strip] = with_rich(load_faces(one, {}, "nl"), one)["rich-text"].word(f"{BOLD}x").strips
    assert strip.font == "text"


def test_check_names_words_whose_marks_nobody_sees(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "dek")
    card = "cards/nl/01-luister-eerst.yaml"
    said = (folder / card).read_text(encoding="utf-8")
    said = said.replace("title: Luister eerst", "title: Luister **eerst**")
    write(folder, card, said.replace("core: Wie", "core: '**Wie**'#").replace("'#", "'  #"))
    request = BuildRequest(tmp_path, folder, regions=("basis",), formats=("a6",))
    every = [one.diagnostic for one in check_deck(request).found]
    found = [one for one in every if one.code.startswith("text-mark")]
    assert [(one.code, one.key) for one in found] == [("text-mark-unseen", "title")]
    assert str(found[0].location).startswith(card)


def test_a_question_in_bold_is_judged_as_a_question() -> None:
    assert not remarks_on("**Wie belt er morgen?**", "nl")
    assert remarks_on("**Wie belt er morgen**", "nl")[0].code == "question-mark"
