"""Edits in YAML: the file says what it should, and every other line is as it was."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import FILES, ROOT

from samenspel.yaml.editing import Edit, edited, plain_of
from samenspel.yaml.scalars import folded, in_flow, plain_or_quoted

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400).filter(
    lambda text: text.strip() != ""
)
STYLED = """\
# Bovenaan.
plain: Een kern.   # ernaast
'single': 'Het ''is'' zo'
double: "Met: dubbele"

folded: >-
  De eerste regel
  en de tweede.

  # geen commentaar maar tekst
# Wel commentaar.
literal: |
  Regel een
  regel twee
flow: {a: een, "b": [twee, drie]}
list:
  - eerste
  # tussendoor
  - {id: gezin, text: tweede}
  - - genest
nothing:
  # words:
last: einde   # het laatste
# Onderaan.
"""


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in parts:
        if isinstance(value, (dict, list)):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("# ")]


PATHS = sorted(leaves(plain_of(STYLED)), key=str)


@given(st.sampled_from(PATHS), TEXTS)
def test_any_text_comes_in_any_style_of_value(path: tuple[str | int, ...], text: str) -> None:
    after = edited(STYLED, [Edit(path, text)])  # checks itself what the file says afterwards
    gone = ["  # geen commentaar maar tekst"] if path == ("folded",) else []
    if "\n" not in text and not text.startswith("#"):
        kept = [line for line in comments(STYLED) if line not in gone]
        assert [line for line in kept if line in comments(after)] == kept


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_only_the_lines_of_the_value_change(path: tuple[str | int, ...]) -> None:
    old, new = STYLED.splitlines(), edited(STYLED, [Edit(path, "Iets anders")]).splitlines()
    head = next(n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    tail = next(n for n in range(1, len(old)) if old[-n] != new[-n])
    assert len(old) - tail - head <= 4  # the folded text is four lines, all others are fewer
    assert "ernaast" in "\n".join(new)


def test_windows_line_ends_stay() -> None:
    after = edited(STYLED.replace("\n", "\r\n"), [Edit(("folded",), "woord " * 60 + "eind")])
    assert "\n" not in after.replace("\r\n", "")


def test_what_is_missing_is_made() -> None:
    text = FILES["cards/regions/noordkust.yaml"]
    path = ("texts", "de", "cards", "change", "luister-eerst", "questions", "3")
    after = edited(text, [Edit(path, "Was hören wir?"), Edit(("cover", "core"), "Neu")])
    assert after.startswith(text[: text.index("  subtitle: Aan zee")])
    said = plain_of(after)
    assert said["cover"] == {"subtitle": "Aan zee", "core": "Neu"}
    assert said["texts"]["de"]["cards"]["change"]["luister-eerst"]["questions"]["3"]


def test_a_list_comes_along_once() -> None:
    whole = ((("ways",), [{"title": "a", "steps": ["b", "c"]}, None]),)
    edits = [Edit(("ways", 0, "title"), "A", whole), Edit(("ways", 0, "steps", 1), "C", whole)]
    assert plain_of(edited("", edits)) == {"ways": [{"title": "A", "steps": ["b", "C"]}, None]}


def test_texts_are_written_as_a_person_would() -> None:
    assert plain_or_quoted("Wie luistert, hoort meer.") == "Wie luistert, hoort meer."
    assert plain_or_quoted("Let op: zo") == '"Let op: zo"'
    assert plain_or_quoted("no") == '"no"'
    assert plain_or_quoted("2026.1") == '"2026.1"'
    assert plain_or_quoted("{{ regio.naam }}") == '"{{ regio.naam }}"'
    assert folded("een twee", 2) == ">-\n  een twee"
    assert folded("een  twee", 2) is None


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_deck_s_own_files_take_any_text(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(ROOT.glob("cards/[a-z]*/*.yaml"))))
    text = file.read_text(encoding="utf-8")
    path = data.draw(st.sampled_from(list(leaves(plain_of(text)))))
    after = edited(text, [Edit(path, data.draw(TEXTS))])
    kept = comments(text)
    assert [line for line in comments(after) if line in kept] == kept


def test_every_text_between_brackets_is_read_back() -> None:
    """libyaml refuses some signs there that it takes elsewhere, such as ``:?``."""
    for signs in itertools.product("a:?- ,#[", repeat=3):
        text = "b" + "".join(signs)
        for value in ([text], {"k": text}):
            assert yaml.load(in_flow(value), Loader=yaml.CBaseLoader) == value, text
