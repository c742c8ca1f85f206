"""Locks: what is kept, who is warned, and locks of things that there are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import REMINDER, ROOT, change, opened, tiny_project, write

from samenspel.errors import ContentError
from samenspel.loading import open_project, select

REGION = "cards/regions/noordkust.yaml"
LOCKS = """\
locks:
  - fields: [{fields}]
    by: de makers
    why: dat hoort zo
region:
"""


def locked(folder: Path, *fields: str) -> Path:
    lines = LOCKS.format(fields=", ".join(f'"{field}"' for field in fields))
    return tiny_project(folder, deck=("region:\n", lines))


def messages(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        opened(folder)
    return [str(problem) for problem in caught.value.diagnostics]


def test_a_locked_field_says_who_locked_it_where_and_why(tmp_path: Path) -> None:
    folder = locked(tmp_path, "reminder.core")
    change(folder, REGION, "      questions:", "      core: Anders.\n      questions:")
    assert messages(folder) == [
        f'{REGION}:19: cards.change.luister-eerst.core: "core" of "luister-eerst" is locked by '
        "de makers (cards/deck.yaml:12): dat hoort zo; take this out of the file [field-locked]"
    ]


CHANGES = [
    # lock, what is in the region, what the region says instead, line, key
    ("luister-eerst.questions", "", "", 20, "cards.change.luister-eerst.questions.2"),
    ("*.title", "      questions:", "      title: Anders\n      questions:", 19,
     "cards.change.luister-eerst.title"),
    ("cover.subtitle", "", "", 15, "cover.subtitle"),
    ("reminder.drop", "  change:\n    luister-eerst:\n      questions:\n        2:",
     "  drop: [luister-eerst]\nx:", 17, "cards.drop[1]"),
    ("reminder.drop", "  change:\n    luister-eerst:\n      questions:\n        2:",
     "  only: [titel, leeg]\nx:", 17, "cards.only"),
    ("*.order", "  change:", "  order: [leeg, titel]\n  change:", 17, "cards.order"),
    ("cover.add", "  change:", "  add:\n    - {id: x, after: titel, kind: cover, title: X, "
     "subtitle: X, core: X, text: X}\n  change:", 18, ""),
    ("region.accents", "", "", 13, "accents"),
]  # fmt: skip


@pytest.mark.parametrize(("lock", "old", "new", "line", "key"), CHANGES)
def test_each_kind_of_lock(
    tmp_path: Path, lock: str, old: str, new: str, line: int, key: str
) -> None:
    folder = locked(tmp_path, lock)
    if old:
        change(folder, REGION, old, new.removesuffix("x:"))
        text = (folder / REGION).read_text(encoding="utf-8")
        write(folder, REGION, text.split(" Wat horen wij {{")[0] + "\n" if "x:" in new else text)
    with pytest.raises(ContentError) as caught:
        opened(folder)
    found = [(p.code, str(p.location), p.key) for p in caught.value.diagnostics]
    assert found == [("field-locked", f"{REGION}:{line}", key)]


def test_what_a_layer_adds_is_its_own_and_the_same_text_is_no_change(tmp_path: Path) -> None:
    folder = locked(tmp_path, "reminder.title", "reminder.core")
    card = "    - id: eigen\n      after: titel\n" + "".join(
        f"      {line}\n" for line in REMINDER.splitlines()
    )
    change(folder, REGION, "  change:", f"  add:\n{card}  change:\n    eigen: {{title: Toch}}")
    change(folder, REGION, "      questions:\n        2:",
           "      title: Luister eerst\n      questions:\n        2:")  # fmt: skip
    cards = {card.id: card.title for card in select(opened(folder), "noordkust", "nl").cards}
    assert (cards["eigen"], cards["luister-eerst"]) == ("Toch", "Luister eerst")


@pytest.mark.parametrize(
    ("lock", "near"),
    [
        ("remindr.title", 'did you mean "reminder"'),
        ("luister-erst.title", 'did you mean "luister-eerst"?'),
        ("reminder.titel", 'did you mean "title"?'),
        ("luister-eerst.order", 'has no field "order"'),
        ("deck.sources", 'did you mean "source"?'),
        ("reminder", "known:"),
    ],
)
def test_a_lock_of_nothing_is_told(tmp_path: Path, lock: str, near: str) -> None:
    (problem,) = messages(locked(tmp_path, lock))
    assert "cards/deck.yaml:12: locks[1].fields[1]" in problem
    assert near in problem and "[lock-unknown]" in problem


def test_the_built_in_deck_locks_what_its_source_says(tmp_path: Path) -> None:
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(
        tmp_path,
        "cards/regions/ons.yaml",
        """\
name: Ons
short: Ons
place: bij ons
kind: eiland
cards:
  drop: [relatie]
  order: [proces, ambitie]
  change:
    start-bij-jezelf: {title: Begin bij jezelf}
    achtergrond: {source: Iets anders}
""")
    broken = open_project(tmp_path, ROOT).broken
    assert [(p.code, p.key) for p in broken["ons"]] == [
        ("field-locked", "cards.drop[1]"),
        ("field-locked", "cards.order"),
        ("field-locked", "cards.change.start-bij-jezelf.title"),
        ("field-locked", "cards.change.achtergrond.source"),
    ]
    said = "de makers van Samenspel (samenspel-2026.1/"
    assert all(said in p.message for p in broken["ons"])
