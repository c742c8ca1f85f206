"""Texts that remember their template and values."""

from __future__ import annotations

import errno
import json
import os
import pickle

import pytest

from samenspel.errors import SYSTEM, reason_of
from samenspel.saying import Said, counted, listed, packed, plain_values, say, together, unpacked
from samenspel.speaking import spoken


def test_a_text_is_an_english_string_like_any_other() -> None:
    said = say("{count} words too many", count=3)
    assert said == "3 words too many" and hash(said) == hash("3 words too many")
    assert (said.template, dict(said.values)) == ("{count} words too many", {"count": 3})


def test_a_name_without_a_value_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("{file} is empty")


@pytest.mark.parametrize(("count", "text"), [(0, "0 words"), (1, "1 word"), (2, "2 words")])
def test_the_form_follows_the_number(count: int, text: str) -> None:
    assert counted("1 word", "{count} words", count=count) == text


def test_what_is_put_together_keeps_its_parts() -> None:
    said = say("page {page}", page=2) + " (" + say("file {name}", name="a.pdf") + ")"
    assert isinstance(said, Said)
    assert said == "page 2 (file a.pdf)"
    assert "prefix " + say("page {page}", page=1) == "prefix page 1"
    assert isinstance("prefix " + say("page {page}", page=1), Said)


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_list_has_another_word_before_its_last(parts: list[str], text: str) -> None:
    assert listed(parts, last=say(" or ")) == text


SAMPLES = [
    "plain",
    say("{limit:g} %", limit=280.0),
    counted("1 text", "{count} texts", count=4),
    say("{what} in {file}", what=say("{count} words", count=2), file="a.yaml"),
    together("a ", say("b {c}", c=1)),
]


@pytest.mark.parametrize("said", SAMPLES)
def test_a_text_comes_whole_through_json_and_pickle(said: str) -> None:
    for again in (unpacked(json.loads(json.dumps(packed(said)))), pickle.loads(pickle.dumps(said))):
        assert again == said
        assert getattr(again, "template", "") == getattr(said, "template", "")


@pytest.mark.parametrize(
    "data",
    [
        None, [], {"template": "x"},
        {"template": "{a.__class__}", "plural": "", "values": {"a": 1}},
        {"template": "{a[0]}", "plural": "", "values": {"a": "x"}},
        {"template": "{a:{b}}", "plural": "", "values": {"a": 1, "b": 99}},
        {"template": "{a}", "plural": "", "values": {}},
        {"template": 3, "plural": "", "values": {}},
    ],
)  # fmt: skip
def test_data_from_elsewhere_asks_for_nothing_but_its_values(data: object) -> None:
    with pytest.raises(ValueError):
        unpacked(data)


def test_values_for_programs_are_numbers_and_english_texts() -> None:
    said = say("{what}: {count}", what=say("{n} words", n=2), count=3)
    assert plain_values(said) == {"what": "2 words", "count": 3}
    assert plain_values("nothing is filled in") == {}


def test_what_the_system_refuses_is_said_in_dutch_and_own_words_stay() -> None:
    for number, words in SYSTEM.items():
        error = OSError(number, os.strerror(number), "x")
        assert reason_of(error) == words
        said = spoken(say("cannot write here ({reason})", reason=reason_of(error)), "nl")
        assert words not in said
    assert reason_of(OSError(errno.EINVAL, "it is not a file")) == "it is not a file"
