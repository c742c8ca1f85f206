"""An unchanged build recognises itself, and nothing else passes for one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import tiny_project

from samenspel import BuildReport, BuildRequest, build_deck
from samenspel.layout import keeping
from samenspel.pipeline.records import KIND, record_key, remembered
from samenspel.staging import Staging
from samenspel.store import Store


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    return BuildRequest(
        output=tmp_path / "out", project=tiny_project(tmp_path / "deck"), products=("cards",),
        cache=tmp_path / "store",
    )  # fmt: skip


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def told(report: BuildReport) -> BuildReport:
    return replace(report, unchanged=False)


def test_the_same_again_is_known_and_reported_as_it_was(request_: BuildRequest) -> None:
    first = build_deck(request_)
    made = bytes_of(request_.output)
    again = build_deck(request_)
    assert again.unchanged and not first.unchanged
    assert told(again) == first
    assert bytes_of(request_.output) == made


def _one_byte_less(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _linked(path: Path) -> None:
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved"))


@pytest.mark.parametrize("spoil", [_one_byte_less, Path.unlink, _linked])
@pytest.mark.parametrize("name", ["cards.pdf", "manifest.json"])
def test_a_file_that_is_not_what_was_written_is_made_again(
    request_: BuildRequest, spoil: Callable[[Path], None], name: str
) -> None:
    build_deck(request_)
    (path,) = request_.output.rglob(name)
    made = path.read_bytes()
    spoil(path)
    again = build_deck(request_)
    assert not again.unchanged
    assert path.read_bytes() == made and not path.is_symlink()
    assert build_deck(request_).unchanged


def test_whatever_it_is_made_with_counts(request_: BuildRequest, monkeypatch) -> None:
    keys = [record_key(request_)]
    keys.append(record_key(replace(request_, formats=("poker",))))
    keys.append(record_key(replace(request_, output=request_.output / "elsewhere")))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    keys.append(record_key(request_))
    assert request_.project is not None
    card = next((request_.project / "cards").rglob("*.yaml"))
    card.write_text(card.read_text() + "\n# a remark\n")
    keys.append(record_key(request_))
    assert all(keys) and len(set(keys)) == len(keys)


def _spoiled(store: Store, spoil: Callable[[Path], object]) -> int:
    assert store.folder is not None
    entries = [path for path in store.folder.rglob("*") if path.is_file()]
    for path in entries:
        spoil(path)
    return len(entries)


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("spoil", [lambda _: None, Path.unlink, _one_byte_less, _flipped])
def test_another_text_gives_the_same_bytes_with_any_store(
    request_: BuildRequest, spoil: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of the other cards come from the store, where it holds them as they were put there."""
    build_deck(request_)
    assert request_.project is not None
    card = next(path for path in (request_.project / "cards").rglob("*.yaml")
                if "core:" in path.read_text())  # fmt: skip
    card.write_text(re.sub(r"(?m)^core: .*", "core: Andere woorden.", card.read_text(), count=1))
    assert _spoiled(Store(request_.cache), spoil)
    monkeypatch.setattr(keeping, "_held", {})
    build_deck(request_)
    made = bytes_of(request_.output)
    bare = replace(request_, cache=None, output=request_.output.parent / "bare")
    monkeypatch.setattr(keeping, "_held", {})
    build_deck(bare)
    assert bytes_of(bare.output) == made


def test_nothing_is_known_without_a_store(request_: BuildRequest) -> None:
    bare = replace(request_, cache=None)
    assert record_key(bare) == "" and remembered(bare) is None
    assert not build_deck(bare).unchanged and not build_deck(bare).unchanged


def test_a_record_that_somebody_wrote_is_not_taken(request_: BuildRequest) -> None:
    """Not even one that says of other files that they stand as they should."""
    build_deck(request_)
    key = record_key(request_)
    path = Store(request_.cache).path(KIND, key)
    sealed = path.read_bytes()
    said = json.loads(sealed[32:])
    for entry in (b"", b"[]", b"{}", json.dumps({**said, "standing": {}}).encode()):
        path.write_bytes(sealed[:32] + entry)
        assert remembered(request_) is None
    assert not build_deck(request_).unchanged
    assert build_deck(request_).unchanged


def test_a_sealed_entry_of_another_form_only_costs_time(request_: BuildRequest) -> None:
    key = record_key(request_)
    for entry in (b"\xff", b"[]", b"{}", b'{"standing": {"../x": 3}}', b'{"standing": []}'):
        Store(request_.cache).put(KIND, key, entry)
        assert remembered(request_) is None


def test_a_rejected_file_of_an_earlier_build_is_cleared_away(request_: BuildRequest) -> None:
    build_deck(request_)
    (cards,) = request_.output.rglob("cards.pdf")
    rejected = cards.with_name("cards.rejected.pdf")
    with Staging(request_.output, kept=[].append) as staging:
        staging.write(rejected.relative_to(request_.output).as_posix(), b"%PDF")
        staging.commit()
    assert not build_deck(request_).unchanged
    assert not rejected.exists()


def test_files_of_other_builds_in_the_folder_count_too(request_: BuildRequest) -> None:
    poster = replace(request_, products=("sheets",))
    build_deck(poster)
    build_deck(request_)
    assert build_deck(request_).unchanged
    for path in request_.output.rglob("sheets-*.pdf"):
        path.unlink()
    assert not build_deck(request_).unchanged


def test_a_region_that_is_not_asked_for_is_not_checked(tmp_path: Path) -> None:
    """It is when it is asked for, by whatever capitals, and when the deck itself has mistakes."""
    from tests.projects import REGION, change, write

    from samenspel.errors import ContentError
    from samenspel.loading import open_project
    from samenspel.pipeline.opening import open_build

    deck = tiny_project(tmp_path / "deck")
    write(deck, "cards/regions/zuidkust.yaml", REGION.replace("accents:", "akcents:"))
    assert open_project(deck, deck, ("noordkust",)).broken == {}
    assert list(open_project(deck, deck).broken) == ["zuidkust"]
    asked = BuildRequest(tmp_path / "out", deck, products=("cards",))
    assert open_build(replace(asked, regions=("noordkust",))).broken == {}
    with pytest.raises(ContentError, match="akcents"):
        open_build(replace(asked, regions=("Zuidkust",)))
    change(deck, "cards/nl/00-titel.yaml", "kind: cover", "kind: kover")
    with pytest.raises(ContentError) as found:
        open_project(deck, deck, ("noordkust",))
    assert {"kover" in str(found.value), "akcents" in str(found.value)} == {True}


def test_messages_of_a_known_build_are_still_said_in_the_readers_language() -> None:
    from samenspel.diagnostics import Diagnostic, Location, Severity
    from samenspel.pipeline.records import _diagnostic, _plain
    from samenspel.saying import Said, say

    found = Diagnostic(
        "file-outdated", say("made for {press}", press="coated"), Location("a.pdf", 3), "key",
        "build it again", Severity.WARNING, "subject", 1.5,
    )  # fmt: skip
    again = _diagnostic(json.loads(json.dumps(_plain(found))))
    assert again == found
    assert isinstance(again.message, Said) and again.message.values == {"press": "coated"}
