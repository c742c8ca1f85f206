"""A batch on a real cluster of two processes: the same bytes, also when one is killed halfway."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.unit.batch.decks import deck, standing, wanted

from samenspel.batch import BatchProgress, batch_deck
from samenspel.batch.parcel import packed, unpacked
from samenspel.errors import UsageError
from samenspel.pipeline import build_deck

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
        worker_dashboard_address=None, silence_logs=50,
    ) as found:  # fmt: skip
        yield found


def test_it_makes_the_same_bytes_as_one_process(cluster: Any, tmp_path: Path) -> None:
    request = wanted(tmp_path)
    report = batch_deck(request, scheduler=cluster.scheduler_address)
    assert report.count("made") == 3 and report.workers == 2
    build_deck(replace(request, output=tmp_path / "built", cache=None))
    assert standing(request.output) == standing(tmp_path / "built")
    for outcome in report.outcomes:
        assert outcome.report and all(file.path.is_file() for file in outcome.report.files)
    again = batch_deck(request, scheduler=cluster.scheduler_address)
    assert again.count("unchanged") == 3


def test_files_of_earlier_builds_stay_in_the_manifest(cluster: Any, tmp_path: Path) -> None:
    request = replace(wanted(tmp_path), regions=("basis",), formats=("a6",))
    sheets = replace(request, products=("sheets",))
    for output in ("out", "built"):
        build_deck(replace(sheets, output=tmp_path / output))
    batch_deck(request, scheduler=cluster.scheduler_address)
    build_deck(replace(request, output=tmp_path / "built"))
    assert standing(request.output) == standing(tmp_path / "built")


def test_a_worker_killed_halfway_loses_nothing_and_makes_nothing_twice(
    cluster: Any, tmp_path: Path
) -> None:
    request = wanted(tmp_path)
    killed: list[int] = []

    def tell(progress: BatchProgress) -> None:
        if progress.done == 1 and not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    report = batch_deck(request, tell, scheduler=cluster.scheduler_address)
    assert killed and [one.state for one in report.outcomes] == ["made"] * 3
    build_deck(replace(request, output=tmp_path / "built", cache=None))
    assert standing(request.output) == standing(tmp_path / "built")


def test_a_mistake_comes_home_with_its_place(cluster: Any, tmp_path: Path) -> None:
    deck(tmp_path / "deck")
    region = tmp_path / "deck/cards/regions/zuidkust.yaml"
    region.write_text(region.read_text().replace("Aan zee", "Onmogelijklangwoord" * 20))
    report = batch_deck(wanted(tmp_path), scheduler=cluster.scheduler_address)
    assert [one.state for one in report.outcomes] == ["made", "made", "stopped"]
    places = [one.location.file for one in report.mistakes if one.location]
    assert "cards/regions/zuidkust.yaml" in places


def test_an_address_where_nobody_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenspel.batch import cluster

    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(UsageError, match="cluster-unreachable"):
        batch_deck(wanted(tmp_path), scheduler="tcp://127.0.0.1:9")
    assert not (tmp_path / "out").exists()


def test_workers_with_another_samenspel_are_refused(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenspel.batch import cluster as module

    kit = module.kit_of(wanted(tmp_path))
    monkeypatch.setattr(module, "kit_of", lambda _: replace(kit, program="another"))
    with pytest.raises(UsageError, match="cluster-differs"):
        batch_deck(wanted(tmp_path), scheduler=cluster.scheduler_address)


def test_names_in_a_parcel_stay_in_their_folder() -> None:
    assert unpacked(packed({"a/b.txt": b"x", "c": b""})) == {"a/b.txt": b"x", "c": b""}
    for name in ("../x", "/x", "a/../../x", "a\\b"):
        with pytest.raises(ValueError):
            unpacked(packed({name: b"x"}))


def test_a_link_travels_as_what_it_leads_to_unless_that_is_elsewhere(tmp_path: Path) -> None:
    from samenspel.batch.parcel import files_of

    (tmp_path / "deck/assets").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"mine")
    (tmp_path / "deck/logo.svg").write_bytes(b"<svg/>")
    (tmp_path / "deck/assets/inside.svg").symlink_to("../logo.svg")
    (tmp_path / "deck/assets/outside.svg").symlink_to(tmp_path / "secret")
    assert files_of(tmp_path / "deck", ["assets"]) == {"assets/inside.svg": b"<svg/>"}
