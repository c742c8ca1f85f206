"""What stands in folders that came from somebody: plain files are read, and nothing else is.

A pipe would hold a command up, a device has no end, a link leads elsewhere, and a record that only
samenspel writes may have been written by a stranger.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import change, opened, tiny_project, write

from samenspel import gate
from samenspel.batch import batch_deck
from samenspel.cells import read_cells
from samenspel.cli.main import run
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, FileAccessError, UsageError
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.leftovers import kept_files
from samenspel.pipeline.manifest import NAME
from samenspel.plain_json import parsed
from samenspel.presets import press_named
from samenspel.printable import html_text
from samenspel.proofing import proof_files
from samenspel.proofing.wishes import ProofWishes
from samenspel.staging import Staging, finish_abandoned
from samenspel.texts.reading import read_tables
from samenspel.upkeep import history

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links are of POSIX")

ENDLESS = "[" * 200_000
"""JSON that is deeper than Python reads."""


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def test_a_file_that_is_named_may_stand_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1234")
    (tmp_path / "b").symlink_to("a")
    assert gate.read_given(tmp_path / "b", 4) == b"1234"
    with pytest.raises(OSError, match="larger than"):
        gate.read_given(tmp_path / "b", 3)


@pytest.mark.parametrize("put", [pipe, device])
def test_what_is_no_file_holds_no_command_up(tmp_path: Path, put: Callable[[Path], None]) -> None:
    for name in ("x.csv", "x.xlsx", "x.pdf"):
        put(tmp_path / name)
    tasks: tuple[Callable[[], object], ...] = (
        lambda: gate.read_given(tmp_path / "x.pdf", 9),
        lambda: read_tables(tmp_path / "x.csv"),
        lambda: read_tables(tmp_path / "x.xlsx"),
        lambda: read_tables(tmp_path),
        lambda: proof_files([tmp_path / "x.pdf"], tmp_path, ProofWishes()),
    )
    for work in tasks:
        with pytest.raises((OSError, FileAccessError, ContentError, UsageError)):
            work()


@pytest.mark.parametrize("put", [pipe, device, lambda path: path.write_text(ENDLESS)])
def test_a_manifest_that_is_none(tmp_path: Path, put: Callable[[Path], None]) -> None:
    project = opened(tiny_project(tmp_path / "deck"))
    put(tmp_path / NAME)
    assert kept_files(tmp_path, (), ["x"], press_named(project, "coated")).entries == []


def test_a_file_that_a_manifest_names_is_a_pipe(tmp_path: Path) -> None:
    project = opened(tiny_project(tmp_path / "deck"))
    pipe(tmp_path / "x.pdf")
    said = {
        "deck": {"edition_code": "x"}, "press": {"name": "x", "page_order": "x"},
        "files": [{"name": "x.pdf", "sha256": "0"}],
    }  # fmt: skip
    (tmp_path / NAME).write_text(json.dumps(said))
    assert kept_files(tmp_path, (), ["x"], press_named(project, "coated")).entries == []


def test_records_deeper_than_anything() -> None:
    with pytest.raises(ValueError, match="without end"):
        parsed(ENDLESS)


def test_a_step_that_nobody_wrote_is_no_step(tmp_path: Path) -> None:
    write(tmp_path, ".samenspel/history/0001/step.json", ENDLESS)
    assert history.steps(tmp_path) == []


@pytest.mark.parametrize("part", ["", "/cartoons"])
def test_assets_that_are_a_link_lead_nowhere(tmp_path: Path, part: str) -> None:
    write(tmp_path, "elsewhere/cartoons/x.svg", "geheim")
    write(tmp_path, "elsewhere/x.svg", "geheim")
    folder = tiny_project(tmp_path / "deck")
    (folder / f"assets{part}").parent.mkdir(exist_ok=True)
    (folder / f"assets{part}").symlink_to(tmp_path / "elsewhere")
    project = opened(folder)
    tasks: tuple[Callable[[], object], ...] = (
        lambda: project.asset("cartoons/x.svg"),
        lambda: project.find_picture("x"),
        lambda: project.has_asset("cartoons/x.svg"),
    )
    for work in tasks:
        with pytest.raises(ContentError, match="path-outside"):
            work()


def test_assets_may_be_a_link_to_another_folder_of_the_deck(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, "art/cartoons/x.svg", "eigen")
    (folder / "assets").symlink_to("art")
    assert opened(folder).asset("cartoons/x.svg") == b"eigen"


# -- what a killed process seems to have left -----------------------------------------------------


def abandoned(folder: Path, new: list[str], old: list[str]) -> Path:
    """A staging folder as a stranger makes it who knows where the deck will stand."""
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:12]
    made = folder / f".samenspel-{name}"
    made.mkdir()
    (made / "journal.json").write_text(json.dumps({"new": new, "old": old}))
    return made


@pytest.mark.parametrize("part", ["new", "new/deep", "new/deep/key"])
def test_nothing_is_taken_from_elsewhere(tmp_path: Path, part: str) -> None:
    write(tmp_path, "mine/deep/key", "secret")
    folder = tmp_path / "deck"
    folder.mkdir()
    made = abandoned(folder, ["deep/key"], [])
    (made / part).parent.mkdir(parents=True, exist_ok=True)
    (made / part).symlink_to(tmp_path / part.replace("new", "mine"))
    finish_abandoned(folder)
    assert (tmp_path / "mine/deep/key").read_text() == "secret"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("part", ["old", "old/deep"])
def test_nothing_is_put_elsewhere(tmp_path: Path, part: str) -> None:
    write(tmp_path, "mine/deep/key", "secret")
    write(tmp_path, "deck/deep/key", "another")
    made = abandoned(tmp_path / "deck", [], ["deep/key"])
    (made / part).parent.mkdir(parents=True, exist_ok=True)
    (made / part).symlink_to(tmp_path / part.replace("old", "mine"))
    finish_abandoned(tmp_path / "deck")
    assert (tmp_path / "mine/deep/key").read_text() == "secret"
    assert (tmp_path / "deck/deep/key").read_text() == "another"


def test_a_journal_that_nobody_wrote(tmp_path: Path) -> None:
    made = abandoned(tmp_path, [], [])
    (made / "journal.json").write_text(ENDLESS)
    finish_abandoned(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_another_user_put_in_a_shared_folder_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = abandoned(tmp_path, ["x"], [])
    write(made, "new/x", "of another")
    uid = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: uid + 1)
    finish_abandoned(tmp_path)
    assert made.is_dir() and not (tmp_path / "x").exists()


def test_a_report_is_not_written_through_a_link(tmp_path: Path) -> None:
    from tests.unit.preflight.pdfs import card, clean

    (tmp_path / "x.pdf").write_bytes(card(clean, clean))
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/x.html").symlink_to(tmp_path / "mine")
    run(["preflight", str(tmp_path / "x.pdf"), "--html", "--output", str(tmp_path / "out/x.html")])
    assert (tmp_path / "mine").read_text() == "mine"
    assert (tmp_path / "out/x.html").read_text().startswith("<!doctype html>")


# -- what is shown --------------------------------------------------------------------------------


def test_html_turns_no_word_round() -> None:
    assert html_text('<b>\u202e"\x1b') == "&lt;b&gt;&lt;U+202E&gt;&quot;&lt;U+001B&gt;"


def test_pages_of_html_show_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny_project(tmp_path / "deck")
    change(folder, "cards/regions/noordkust.yaml", "Regio Noordkust", '"Regio \\u202eNoord"')
    monkeypatch.chdir(tmp_path)
    run(["diff", "noordkust", "deck", "--html", "x.html"])
    text = (tmp_path / "x.html").read_text()
    assert "\u202e" not in text and "&lt;U+202E&gt;Noord" in text


def test_a_table_of_nothing_but_lines_takes_no_room(tmp_path: Path) -> None:
    import resource

    (tmp_path / "x.csv").write_text("id;titel\n" + "\n" * 10_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    problems: list[Diagnostic] = []
    read_cells(tmp_path, "x.csv", problems)
    assert [one.code for one in problems] == ["table-empty"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_a_staging_folder_of_our_own_is_still_finished(tmp_path: Path) -> None:
    made = abandoned(tmp_path, ["deep/x"], ["y"])
    write(made, "new/deep/x", "new")
    write(tmp_path, "y", "old")
    with Staging(tmp_path):
        pass
    assert (tmp_path / "deep/x").read_text() == "new" and not (tmp_path / "y").exists()


@pytest.mark.parametrize("link", ["noordkust", "noordkust/nl", "coated"])
def test_batch_writes_through_no_link(tmp_path: Path, link: str) -> None:
    folder, out = tiny_project(tmp_path / "deck"), tmp_path / "out"
    (tmp_path / "mine").mkdir()
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(tmp_path / "mine")
    presses = ("coated", "meinspiel") if link == "coated" else ("coated",)
    wanted = BuildRequest(out, folder, regions=("noordkust",), formats=("a6",), presses=presses)
    try:
        report = batch_deck(wanted, workers=1)
    except FileAccessError as error:
        assert error.diagnostics[0].code == "folder-is-link"
    else:
        assert [one.code for one in report.outcomes[0].mistakes] == ["folder-is-link"]
    assert list((tmp_path / "mine").iterdir()) == []
