"""All editions at once: the same bytes with any number of workers, and nothing half."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import REGION, change, write
from tests.unit.batch.decks import Bytes, deck, standing, wanted

from samenspel.batch import BatchProgress, as_data, batch_deck
from samenspel.cli.main import run
from samenspel.errors import ExitCode, FileAccessError, UsageError
from samenspel.locking import FolderLock
from samenspel.pipeline import build_deck


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bytes]:
    """What one process makes of it, and where the deck is."""
    folder = tmp_path_factory.mktemp("batch")
    report = batch_deck(wanted(folder), workers=1)
    assert [one.state for one in report.outcomes] == ["made"] * 3
    return folder, standing(folder / "out")


def test_it_makes_what_a_build_makes(made: tuple[Path, Bytes]) -> None:
    folder, files = made
    assert len(files) == 3 * 2 * 2  # editions, formats, a PDF with its manifest
    build_deck(wanted(folder, "built"))
    assert standing(folder / "built") == files


def test_two_workers_make_the_same_bytes_and_report(made: tuple[Path, Bytes]) -> None:
    folder, files = made
    told: list[BatchProgress] = []
    report = batch_deck(wanted(folder, "two"), told.append, workers=2)
    assert standing(folder / "two") == files
    assert report.workers == 2 and report.exit_code == ExitCode.DONE
    assert [one.job.region for one in report.outcomes] == ["basis", "noordkust", "zuidkust"]
    assert [one.done for one in told] == [0, 1, 2, 3]
    assert told[0].left is None and told[-1].left == 0


def test_without_a_store_the_bytes_are_the_same(made: tuple[Path, Bytes]) -> None:
    folder, files = made
    batch_deck(replace(wanted(folder, "bare"), cache=None), workers=2)
    assert standing(folder / "bare") == files


def test_a_second_run_makes_only_what_is_missing_or_changed(tmp_path: Path) -> None:
    request = wanted(tmp_path)
    batch_deck(request, workers=1)
    first = standing(request.output)
    again = batch_deck(request, workers=2)
    assert again.count("unchanged") == 3
    (gone,) = request.output.glob("noordkust/nl/a6/cards.pdf")
    gone.unlink()
    third = batch_deck(request, workers=2)
    assert [one.state for one in third.outcomes] == ["unchanged", "made", "unchanged"]
    assert standing(request.output) == first
    change(tmp_path / "deck", "cards/regions/zuidkust.yaml", "Aan zee", "Bij de zee")
    fourth = batch_deck(request, workers=2)
    assert [one.state for one in fourth.outcomes] == ["unchanged", "unchanged", "made"]
    changed = {name for name, data in standing(request.output).items() if data != first[name]}
    assert {name.split("/")[0] for name in changed} == {"zuidkust"}


def test_what_all_regions_share_makes_all_of_them_again(tmp_path: Path) -> None:
    request = wanted(tmp_path)
    batch_deck(request, workers=1)
    change(tmp_path / "deck", "cards/nl/00-titel.yaml", "Een kern.", "Een andere kern.")
    assert batch_deck(request, workers=1).count("made") == 3


def test_one_bad_edition_stops_no_other(tmp_path: Path) -> None:
    """A mistake in a file of one region, and one that only shows when it is laid out."""
    request = wanted(tmp_path)
    change(tmp_path / "deck", "cards/regions/noordkust.yaml", "name: Regio", "naam: Regio")
    write(
        tmp_path / "deck", "cards/regions/zuidkust.yaml",
        REGION.replace("Aan zee", "Onmogelijklangwoord" * 20),
    )  # fmt: skip
    report = batch_deck(request, workers=2)
    assert [(one.job.region, one.state) for one in report.outcomes] == [
        ("basis", "made"), ("zuidkust", "stopped"),
    ]  # fmt: skip
    assert [region for region, _ in report.broken] == ["noordkust"]
    assert report.exit_code == ExitCode.CONTENT
    assert {name.split("/")[0] for name in standing(request.output)} == {"basis"}
    said = json.loads(json.dumps(as_data(report)))
    assert said["totals"] == {"made": 1, "unchanged": 0, "stopped": 1}
    assert said["editions"][1]["mistakes"][0]["code"]
    assert said["broken_regions"][0]["region"] == "noordkust"
    files = said["editions"][0]["files"]
    assert {one["path"] for one in files} == {"basis/nl/a6/cards.pdf", "basis/nl/poker/cards.pdf"}


def test_a_slip_in_what_is_asked_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        batch_deck(wanted(tmp_path, presses=("coatd",)))
    assert not (tmp_path / "out").exists()


def test_each_press_has_its_folder(tmp_path: Path) -> None:
    from dataclasses import replace

    request = replace(
        wanted(tmp_path, presses=("coated", "uncoated")), regions=("basis",), formats=("a6",)
    )
    report = batch_deck(request, workers=2)
    assert [one.job.press for one in report.outcomes] == ["coated", "uncoated"]
    build_deck(replace(request, output=tmp_path / "built"))
    assert standing(request.output) == standing(tmp_path / "built")


def test_one_batch_at_a_time_in_a_folder(tmp_path: Path) -> None:
    request = wanted(tmp_path)
    lock = FolderLock(request.output.resolve(), tmp_path.resolve())
    assert lock.acquire()
    with pytest.raises(FileAccessError, match="output-busy"):
        batch_deck(request)
    lock.release()


# -- how it is stopped ----------------------------------------------------------------------------


def started(tmp_path: Path, *more: str) -> subprocess.Popen[str]:
    """A batch of which one edition is done."""
    deck(tmp_path / "deck")
    command = [sys.executable, "-m", "samenspel", "batch", "deck", "-o", "out", "-f", "a6,poker",
               "-p", "cards", "-j", "2", *more]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "SAMENSPEL_CACHE": str(tmp_path / "store")}, start_new_session=True,
    )  # fmt: skip
    end = time.monotonic() + 120
    while not list(tmp_path.glob("store/*/*.build")):
        assert time.monotonic() < end and process.poll() is None
        time.sleep(0.01)
    return process


@pytest.mark.parametrize(
    ("sign", "whole_group"),
    [(signal.SIGINT, True), (signal.SIGTERM, False), (signal.SIGKILL, False)],
)
def test_stopped_halfway_each_folder_is_whole_or_not_there(
    tmp_path: Path, made: tuple[Path, Bytes], sign: signal.Signals, whole_group: bool
) -> None:
    process = started(tmp_path)
    if whole_group:
        os.killpg(process.pid, sign)
    else:
        process.send_signal(sign)
    process.communicate(timeout=120)
    end = time.monotonic() + 120
    while _members(process.pid):  # those that saw their batch die finish what they do
        assert time.monotonic() < end
        time.sleep(0.05)
    _, files = made
    found = {name: data for name, data in standing(tmp_path / "out").items() if name in files}
    for name, data in found.items():
        assert data == files[name]
    again = subprocess.run(
        [sys.executable, "-m", "samenspel", "batch", "deck", "-o", "out", "-f", "a6,poker", "-p",
         "cards", "--json"],
        cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "SAMENSPEL_CACHE": str(tmp_path / "store")},
    )  # fmt: skip
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["totals"]["unchanged"] >= 1
    assert standing(tmp_path / "out") == files
    assert not list(tmp_path.rglob(".samenspel-*"))


def _members(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, made: tuple[Path, Bytes]) -> None:
    process = started(tmp_path)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.is_file():
        process.kill()
        pytest.skip("this system does not tell a process's children")
    for child in children.read_text().split()[:1]:
        os.kill(int(child), signal.SIGKILL)
    _, error = process.communicate(timeout=240)
    assert process.returncode == 0, error
    assert standing(tmp_path / "out") == made[1]


def test_the_command_ends_as_its_worst_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    monkeypatch.chdir(tmp_path)
    deck(tmp_path / "deck")
    change(tmp_path / "deck", "cards/regions/noordkust.yaml", "name: Regio", "naam: Regio")
    assert run(["batch", "deck", "-f", "a6", "-p", "cards", "-j", "2"]) == ExitCode.CONTENT
    out, err = capsys.readouterr()
    assert "2 editions made, 0 unchanged, 0 stopped" in out
    assert "noordkust: nothing was made" in out
    assert "field-unknown" in err


@pytest.mark.parametrize("presses", [(), ("coated", "drivethrucards")])
def test_a_region_that_the_deck_no_longer_has_is_named_and_goes_with_clean(
    tmp_path: Path, presses: tuple[str, ...]
) -> None:
    """By a batch, each time, and by a build; never what somebody changed or another deck made."""
    request = replace(wanted(tmp_path, presses=presses), formats=("poker",))
    batch_deck(request, workers=1)
    home = request.output / (presses[0] if presses else "")
    other = deck(tmp_path / "other")
    (other / "cards/regions/zuidkust.yaml").rename(other / "cards/regions/oostkust.yaml")
    theirs = replace(request, project=other, regions=("oostkust",), presses=())
    batch_deck(replace(theirs, output=home), workers=1)
    (tmp_path / "deck/cards/regions/zuidkust.yaml").unlink()
    gone = [str(request.output / press / "zuidkust") for press in (presses or ("",))]
    for _ in range(2):
        report = batch_deck(request, workers=1)
        assert [str(one.location) for one in report.warnings] == gone
        assert [one["file"] for one in as_data(report)["warnings"]] == gone
    alone = replace(request, regions=("noordkust",))
    assert [str(one.location) for one in build_deck(alone).warnings] == gone
    assert (home / "zuidkust/nl/poker/cards.pdf").is_file()
    (home / "zuidkust/nl/poker/cards.pdf").write_bytes(b"with remarks")
    report = build_deck(replace(alone, clean=True))
    removed = {path.relative_to(home).as_posix() for path in report.removed
               if path.is_relative_to(home)}  # fmt: skip
    assert removed == {"zuidkust/nl/poker/manifest.json"}
    assert list(standing(home / "zuidkust")) == ["nl/poker/cards.pdf"]
    assert (home / "oostkust/nl/poker/cards.pdf").is_file()
    for path in gone[1:]:
        assert not Path(path).exists()
    assert not batch_deck(request, workers=1).warnings


def test_a_batch_cleans_what_an_earlier_one_made_also_before_records_named_their_maker(
    tmp_path: Path,
) -> None:
    request = replace(wanted(tmp_path), formats=("poker",))
    batch_deck(request, workers=1)
    record = request.output / "zuidkust/nl/.samenspel/made.json"
    said = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps({k: v for k, v in said.items() if k != "./"}), encoding="utf-8")
    (tmp_path / "deck/cards/regions/zuidkust.yaml").unlink()
    (request.output / "zuidkust/notities.txt").write_text("bellen", encoding="utf-8")
    assert len(batch_deck(request, workers=1).warnings) == 1
    report = batch_deck(replace(request, clean=True), workers=1)
    assert as_data(report)["removed"] == [
        "zuidkust/nl/poker/cards.pdf", "zuidkust/nl/poker/manifest.json",
    ]  # fmt: skip
    assert [path.name for path in (request.output / "zuidkust").rglob("*")] == ["notities.txt"]
    assert not report.warnings
    assert not batch_deck(replace(request, clean=True), workers=1).removed
