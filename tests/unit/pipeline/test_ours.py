"""Results that somebody changed are kept; what no longer belongs is named, and goes when asked."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from samenspel.diagnostics import Diagnostic
from samenspel.locking import hidden_name
from samenspel.moving import write_journal
from samenspel.pipeline.leftovers import dropped_languages, old_pictures
from samenspel.staging import Staging, finish_abandoned


def made(folder: Path, *gone: str, **files: bytes) -> list[str]:
    """Write results, named ``a__b`` for a/b; returns the names of the files that were kept."""
    told: list[Diagnostic] = []
    with Staging(folder, kept=told.append) as staging:
        for name, data in files.items():
            staging.write(name.replace("__", "/"), data)
        staging.discard(gone)
        staging.commit()
    assert {one.code for one in told} <= {"file-kept"}
    return [Path(one.location.file).name for one in told if one.location]


def standing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != ".samenspel"
    }


def test_what_was_made_is_replaced_and_what_was_changed_since_is_kept(tmp_path: Path) -> None:
    assert made(tmp_path, a__cards=b"1", a__sheets=b"1") == []
    (tmp_path / "a/sheets").write_bytes(b"1 and a remark")
    assert made(tmp_path, a__cards=b"2", a__sheets=b"2") == ["sheets"]
    assert standing(tmp_path) == {
        "a/cards": b"2", "a/sheets": b"2", "a/sheets-kept": b"1 and a remark",
    }  # fmt: skip
    (tmp_path / "a/sheets").write_bytes(b"a second remark")
    assert made(tmp_path, a__sheets=b"3") == ["sheets"]
    assert standing(tmp_path)["a/sheets-kept-2"] == b"a second remark"


def test_a_strangers_file_and_a_link_are_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (out / "page.html").write_bytes(b"<h1>my own</h1>")
    (out / "cards").symlink_to(tmp_path / "elsewhere")
    assert sorted(made(out, **{"page.html": b"new", "cards": b"new"})) == ["cards", "page.html"]
    assert (out / "page-kept.html").read_bytes() == b"<h1>my own</h1>"
    assert (out / "cards-kept").read_bytes() == b"mine"
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"


def test_the_same_bytes_need_not_be_kept(tmp_path: Path) -> None:
    (tmp_path / "cards").write_bytes(b"1")
    assert made(tmp_path, cards=b"1") == []
    assert standing(tmp_path) == {"cards": b"1"}


def test_what_was_changed_is_not_removed(tmp_path: Path) -> None:
    made(tmp_path, one=b"1", two=b"2")
    (tmp_path / "two").write_bytes(b"2 and more")
    made(tmp_path, "one", "two", three=b"3")
    assert standing(tmp_path) == {"two": b"2 and more", "three": b"3"}


def test_it_is_known_from_a_folder_above_and_a_folder_below(tmp_path: Path) -> None:
    made(tmp_path, coated__cards=b"1")
    assert made(tmp_path / "coated", cards=b"2") == []
    assert made(tmp_path, coated__cards=b"3") == []


@pytest.mark.parametrize("record", [b"", b"[]", b'{"cards": 1}', b"\xff", b"[" * 9000])
def test_without_a_sound_record_all_is_kept(tmp_path: Path, record: bytes) -> None:
    made(tmp_path, cards=b"1")
    (tmp_path / ".samenspel/made.json").write_bytes(record)
    assert made(tmp_path, cards=b"2") == ["cards"]
    assert standing(tmp_path) == {"cards": b"2", "cards-kept": b"1"}


@pytest.mark.parametrize("moved", ["nothing", "aside", "all"])
def test_who_is_killed_while_keeping_loses_nothing(tmp_path: Path, moved: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "cards").write_bytes(b"mine")
    folder = out / hidden_name(out.resolve())
    (folder / "new").mkdir(parents=True)
    (folder / "new/cards").write_bytes(b"new")
    name = PurePosixPath("cards")
    write_journal(folder, [name], [], {name: PurePosixPath("cards-kept")})
    if moved != "nothing":
        (out / "cards").replace(out / "cards-kept")
    if moved == "all":
        (folder / "new/cards").replace(out / "cards")
    finish_abandoned(out)
    assert standing(out) == {"cards": b"new", "cards-kept": b"mine"}


def test_a_dropped_language_is_found_but_for_what_was_changed(tmp_path: Path) -> None:
    made(tmp_path, duin__nl__a6__cards=b"1", duin__en__a6__cards=b"1", duin__en__a6__more=b"1",
         duinen__en__a6__cards=b"1", **{"duin/duin.html": b"1"})  # fmt: skip
    (tmp_path / "duin/en/a6/more").write_bytes(b"mine")
    assert dropped_languages(tmp_path, "duin/", ["nl"], tmp_path) == {"en": ["duin/en/a6/cards"]}
    assert dropped_languages(tmp_path, "duin/", ["nl", "en"], tmp_path) == {}


def test_old_pictures_are_those_of_cards_that_were_not_made_again(tmp_path: Path) -> None:
    home = "duin/nl/a6/preview/"
    names = ["01-titel-front.jpg", "02-oud-front.jpg", "poster-front.jpg", "contact-sheet.png"]
    made(tmp_path, **{home + name: b"1" for name in names})
    (tmp_path / home / "03-mijn-front.jpg").write_bytes(b"drawn by hand")
    found = old_pictures(tmp_path, home, [home + "01-titel-front.jpg"])
    assert sorted(found) == [home + "02-oud-front.jpg", home + "contact-sheet.png"]


def test_the_record_names_each_file_with_its_digest(tmp_path: Path) -> None:
    made(tmp_path, one=b"1", two=b"2")
    made(tmp_path, "one", two=b"3")
    said = json.loads((tmp_path / ".samenspel/made.json").read_bytes())
    assert list(said) == ["two"]
    assert said["two"].startswith("4e07408562bedb8b60ce05c1decfe3ad")
