"""import(export(x)) = x, and only what was edited is different."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from tests.projects import change
from tests.unit.texts.sheets import (
    FRONT,
    book_of,
    csv_of,
    edit,
    every,
    exported,
    files_of,
    opened,
    texts_of,
    two_languages,
)

from samenspel.builtin import builtin_deck
from samenspel.starter import copy_project
from samenspel.texts import import_texts
from samenspel.texts.columns import escaped, guarded, tidy, unescaped, unguarded
from samenspel.texts.workbook import workbook
from samenspel.upkeep.rewording import reworded
from samenspel.yaml.editing import edited

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes where each try writes a workbook."""

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
WORDS = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), max_size=120)
    .map(tidy)
    .filter(bool)
)
"""Texts that no template can be found in."""

EDITABLE = (
    ("nl", "basis:luister-eerst.core"), ("nl", "basis:luister-eerst.questions.2"),
    ("nl", "basis:titel.text"), ("nl", "basis:leeg.fields[1].label"),
    ("nl", "basis:leeg.questions_hint[3]"), ("nl", "basis:@labels.warning"),
    ("nl", "basis:@deck.makers"), ("nl", "basis:@region.words.school"),
    ("nl", "noordkust:titel.subtitle"), ("nl", "noordkust:luister-eerst.questions.2"),
    ("nl", "noordkust:@region.facts.partners[2]"), ("nl", "noordkust:@region.contact"),
    ("en", "basis:luister-eerst.core"), ("en", "basis:luister-eerst.questions.3"),
    ("en", "basis:leeg.fields[1].label"), ("en", "basis:@labels.warning"),
    ("en", "basis:@deck.title"), ("en", "noordkust:titel.subtitle"),
    ("en", "noordkust:luister-eerst.questions.2"),
)  # fmt: skip


@contextmanager
def project() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield two_languages(Path(place) / "dek")


@given(ANY)
@example("_x0041_ is geen A")
@example("\x07bel\x1f")
@example("=1+1\n=2,=3; ＝4\t'=5")
def test_a_cell_holds_any_text(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert unguarded(guarded(text)) == text


SIGNS = "=+-@＝＋－＠"


@given(st.text(alphabet="=+-@＝＋－＠',;|\t\n\r \u00a0a\"", max_size=30))
@example("a\n=cmd|' /C calc'!A0")
@example("nee,=1+1")
@example("ja;\t =1+1")
def test_no_part_of_a_csv_cell_begins_as_a_formula(text: str) -> None:
    """Whatever parts cells and rows where the file is opened."""
    made = guarded(text)
    assert unguarded(made) == text
    for part in re.split(r"[\n\r\t,;|]", made):
        assert not part.strip().startswith(tuple(SIGNS)), made


@settings(max_examples=10, deadline=None, phases=QUICK)
@given(st.lists(WORDS, min_size=4, max_size=4))
@example(["=1+1", "+31 6", "-5", "@iemand"])
@example(["00123", "1-2-2026", "TRUE", "'s morgens"])
@example(["Regel één\nregel twee", 'Met "quotes"; en, komma’s', "🙂 👩🏽‍🏫", "_x000D_"])
@example(["{{ regio.naam }} hoort {% if regio.gebied %}veel{% endif %}", "#tag", "a\u2028b", "—"])
@example(["zeer lang " * 900, "a\tb", "\u00a0x", "null"])
def test_any_text_goes_out_and_comes_back(words: list[str]) -> None:
    with project() as folder:
        deck = opened(folder)
        rows = {(t.language, r.passage.key): r.passage for t in exported(folder) for r in t.rows}
        for (language, key), text in zip(EDITABLE, words, strict=False):
            place = reworded(deck, rows[language, key], tidy(text))
            path = folder / place.file
            new = edited(path.read_text(encoding="utf-8"), [place.edit])
            path.write_text(new, encoding="utf-8")
        before = files_of(folder)
        for source in (book_of(folder), csv_of(folder), csv_of(folder, ",")):
            found = import_texts(source, folder)
            assert (found.changes, found.files, found.warnings) == ((), {}, ())
        assert files_of(folder) == before


@settings(max_examples=10, deadline=None, phases=QUICK)
@given(st.dictionaries(st.sampled_from(EDITABLE), WORDS, min_size=1, max_size=5))
@example({("en", "basis:leeg.fields[1].label"): "=SOM(A1)", ("nl", "basis:titel.text"): "- x: 'y"})
def test_only_the_edited_texts_differ(edits: dict[tuple[str, str], str]) -> None:
    with project() as folder:
        before = texts_of(folder)
        file = book_of(folder)
        for language in ("nl", "en"):
            edit(file, language, {key: escaped(text) for (one, key), text in edits.items()
                                  if one == language})  # fmt: skip
        import_texts(file, folder).write()
        after = texts_of(folder)
        changed = {one for one in after if after[one] != before[one]}
        # A region shows the base's new text where it has none of its own.
        shown = {(language, key.partition(":")[2]) for language, key in changed}
        assert shown <= {(language, key.partition(":")[2]) for language, key in edits}
        assert all(after[one] == text for one, text in edits.items())
        again = import_texts(book_of(folder), folder)
        assert again.changes == ()


def test_csv_comes_back_with_commas_too(tmp_path: Path) -> None:
    folder = two_languages(tmp_path / "dek")
    files = csv_of(folder, ",")
    change(files, "nl.csv", "Wie luistert, hoort meer.", "Wie zwijgt, hoort; meer.")
    (found,) = import_texts(files, folder).changes
    assert (found.before, found.after) == ("Wie luistert, hoort meer.", "Wie zwijgt, hoort; meer.")


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = two_languages(tmp_path / "dek")
    first, second = (workbook(exported(folder), FRONT, "deck.xlsx") for _ in range(2))
    assert first == second


def test_the_whole_built_in_deck_comes_back_unchanged(tmp_path: Path) -> None:
    copy_project(tmp_path / "dek")
    deck = opened(tmp_path / "dek")
    file = book_of(tmp_path / "dek", *every(deck))
    found = import_texts(file, tmp_path / "dek")
    assert (found.changes, found.files, found.warnings) == ((), {}, ())
    assert deck.languages == opened(builtin_deck()).languages


@pytest.mark.parametrize("text", ["Wat hoor je?", "Wat: ‘hoor’ je?"])
def test_comments_and_order_stay(tmp_path: Path, text: str) -> None:
    folder = two_languages(tmp_path / "dek")
    name = "cards/regions/noordkust.yaml"
    change(folder, name, "cover:\n", "# Over de titelkaart.\ncover:   # zo\n")
    before = (folder / name).read_text(encoding="utf-8")
    file = edit(book_of(folder), "nl", {"noordkust:luister-eerst.questions.2": text})
    import_texts(file, folder).write()
    after = (folder / name).read_text(encoding="utf-8")
    old = "        2: Wat horen wij {{ regio.plek }}?"
    new = f'        2: "{text}"' if ": " in text else f"        2: {text}"
    assert after == before.replace(old, new)
