"""YAML as makers write it, and what they are told when it is not YAML."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.bounds import TEXT_FILE
from samenspel.diagnostics import Diagnostic, Location
from samenspel.gate import read_bytes
from samenspel.model.places import key_of
from samenspel.yaml import documents
from samenspel.yaml.nodes import Node, from_plain, places, plain
from samenspel.yaml.text import parse


def read(text: str) -> tuple[Node | None, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return parse(text, "f.yaml", problems), problems


def test_scalars_stay_what_was_typed() -> None:
    typed = ["no", "yes", "2026.10", "2026-10-01", "12:30", "0x1F", "1e3"]
    node, problems = read("a:\n" + "".join(f"  - {text}\n" for text in typed))
    assert not problems and node
    assert plain(node) == {"a": typed}


def test_nothing_is_none_and_quoted_nothing_is_text() -> None:
    node, _ = read('a:\nb: ~\nc: ""\nd: "null"\n')
    assert node and plain(node) == {"a": None, "b": None, "c": "", "d": "null"}


def test_positions_of_values_and_keys() -> None:
    node, _ = read("# comment\na: b\nlist:\n  - een\n  - {c: d}\n")
    assert node
    assert places(node) == {
        (): Location("f.yaml", 2, 1),
        ("a",): Location("f.yaml", 2, 4),
        ("list",): Location("f.yaml", 4, 3),
        ("list", 0): Location("f.yaml", 4, 5),
        ("list", 1): Location("f.yaml", 5, 5),
        ("list", 1, "c"): Location("f.yaml", 5, 9),
    }
    assert node.key_location("list") == Location("f.yaml", 3, 1)


@pytest.mark.parametrize(
    ("text", "value", "breaks"),
    [
        ("a: >-\n  een twee\n  drie\n", "een twee drie", (0, 0, 9)),
        ("a: |\n  een twee\n  drie\n", "een twee\ndrie", (0, 0, 9)),
        ("a: een\n  twee\n  drie\n", "een twee drie", (0, 4, 9)),
        ('a: "een\n  twee\n  drie"\n', "een twee drie", (0, 4, 9)),
        ("a: een twee drie\n", "een twee drie", ()),
    ],
)
def test_texts_remember_their_source_lines(text: str, value: str, breaks: tuple[int, ...]) -> None:
    node, _ = read(text)
    assert node
    child = node.entries["a"]
    assert child.text == value
    assert child.breaks[: len(breaks)] == breaks


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("core: De #enige aan tafel\n", 1, "core"),
        ("a: b\nq:\n  - één\n  - wat #nu\n", 4, "q[2]"),
        ("core: De\n  kern ##nu\n", 2, "core"),
        ("core: #enige\n", 1, "core"),
        ("q: [een, twee #drie\n  ]\n", 1, "q[2]"),
    ],
)
def test_a_text_is_not_lost_as_a_comment(text: str, line: int, key: str) -> None:
    _, problems = read(text)
    found = [(p.code, p.location.line if p.location else 0, p.key) for p in problems]
    assert found == [("yaml-comment-in-text", line, key)]
    assert "in quotes" in problems[0].remedy


@pytest.mark.parametrize(
    "text",
    [
        "a: b # nog nakijken\n",
        "a: b #\n",
        "#a\na: b\n#c\n",
        "a: b ## kop\n",
        'a: "b #c"\n',
        "a: b#c\n",
        "a: >-\n  b #c\n",
        "a: # toelichting\n  - b\n",
    ],
)
def test_comments_are_allowed(text: str) -> None:
    assert read(text)[1] == []


MISTAKES = [
    ("title: Tip: doe dit\n", "yaml-colon", 1),
    ("title: a\nq:\n  - b\n  - Over: ons: samen\n", "yaml-colon", 4),
    ("title: {{ regio.naam }} speelt\n", "yaml-braces", 1),
    ("title: {{ regio.naam }}\n", "yaml-braces", 1),
    ("a: b\nq:\n  - {% if x %}y{% endif %}\n  - b\n", "yaml-braces", 3),
    ("title: a\ncore: 's avonds is het stil\ntext: b\n", "yaml-quote", 2),
    ("title: a\nq:\n  - 's avonds is 't stil\n  - b\n", "yaml-quote", 3),
    ('title: "Ja" zegt hij\nb: c\n', "yaml-quote", 1),
    ('title: "Ja\nb: c\n', "yaml-quote", 1),
    ("title: @ons\n", "yaml-character", 1),
    ("title: `ons`\n", "yaml-character", 1),
    ("title: %x\n", "yaml-character", 1),
    ("title: - a\n", "yaml-character", 1),
    ("title: > a\n", "yaml-character", 1),
    ("title: *vet*\n", "yaml-anchor", 1),
    ("title: &b c\n", "yaml-anchor", 1),
    ("title: !let op\n", "yaml-tag", 1),
    ("t: !!python/object/apply:os.system [x]\n", "yaml-tag", 1),
    ("title: a\ncore\ntext: b\n", "yaml-syntax", 2),
    ("title: a\n  core: b\n", "yaml-indent", 2),
    ("a:\n  - x\n - y\n", "yaml-indent", 3),
    ("text: >-\n  een\n twee\nb: c\n", "yaml-indent", 3),
    ("a: [b, c\nd: e\n", "yaml-bracket", 2),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3),
    ("a:\n\tb: c\n", "yaml-tab", 2),
    ("- a\n", "yaml-not-a-mapping", 1),
    ("# niets\n", "yaml-not-a-mapping", 1),
    ("title:tekst\n", "yaml-not-a-mapping", 1),
    ("a: b\n---\nc: d\n", "yaml-several-documents", 2),
    ("[a]: b\n", "yaml-key", 1),
    ("a: " + "[" * 3000 + "]" * 3000, "yaml-too-deep", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), MISTAKES)
def test_mistakes_are_told_once_with_their_line(text: str, code: str, line: int) -> None:
    _, problems = read(text)
    assert [(p.code, p.location and p.location.line) for p in problems] == [(code, line)]
    assert problems[0].remedy


def test_an_entity_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    started = time.process_time()
    _, problems = read("\n".join(lines))
    assert time.process_time() - started < 1
    assert {p.code for p in problems} == {"yaml-anchor"}


@given(st.text(max_size=120))
def test_any_text_gives_nodes_or_problems_but_never_a_crash(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems


@given(st.text(alphabet="ab:-# \n\t'\"{}[]%&*!|>,?@`\\", max_size=60))
def test_punctuation_gives_nodes_or_problems_but_never_a_crash(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems
    assert all(p.location and p.location.file == "f.yaml" and p.message for p in problems)


def test_keys_count_from_one() -> None:
    assert key_of(("ways", 0, "steps", 2)) == "ways[1].steps[3]"


def test_plain_undoes_from_plain() -> None:
    data = {"a": ["b", {"c": None}], "d": "e"}
    assert plain(from_plain(data, Location("x"))) == data


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def noted(root: Path, name: str) -> bytes:
        opened.append(name)
        return read_bytes(root, name)

    monkeypatch.setattr(documents, "read_bytes", noted)
    (tmp_path / "a.yaml").write_text("a: b\n", encoding="utf-8")
    assert documents.read_document(tmp_path, "a.yaml", [])
    assert opened == ["a.yaml"]


def test_a_text_that_is_too_long_for_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: " + b"x" * TEXT_FILE)
    problems: list[Diagnostic] = []
    assert documents.read_document(tmp_path, "a.yaml", problems) is None
    assert [one.code for one in problems] == ["file-too-large"]
