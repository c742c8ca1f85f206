"""The disk cache of prepared art."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.draw.helpers import COLOURS, PROFILE, encoded, prepare, svg

from samenspel.draw import ArtCache, ColourSpace, cache
from samenspel.draw.entries import packed, unpacked
from samenspel.errors import ContentError
from samenspel.model.art import Art, VectorArt

DRAWING = svg('<rect width="9" height="9" fill="#e9674d"/>')


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def some_pictures() -> list[Art]:
    from PIL import Image

    return [
        prepare(encoded(Image.new("RGB", (4, 4), "red"), "PNG")),
        prepare(encoded(Image.new("RGBA", (4, 4), (255, 0, 0, 9)), "PNG")),
        prepare(encoded(Image.new("CMYK", (8, 8)), "JPEG")),
        prepare(DRAWING),
    ]


@pytest.mark.parametrize("place", range(4))
def test_art_comes_back_as_it_went_in(place: int, tmp_path: Path) -> None:
    art = some_pictures()[place]
    store = ArtCache(tmp_path / "art")
    store.store("abcdef", art)
    back = store.load("abcdef")
    assert back is not None
    assert packed(back) == packed(art)
    if isinstance(art, VectorArt):
        assert isinstance(back, VectorArt) and back.operators == art.operators


def test_the_second_time_nothing_is_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ArtCache(tmp_path)
    first = store.prepare("a.svg", DRAWING, colour=COLOURS)

    def never(*_: object, **__: object) -> Art:
        raise AssertionError("prepared again")

    monkeypatch.setattr(cache, "prepare_art", never)
    assert store.prepare("a.svg", DRAWING, colour=COLOURS) == first
    assert store.prepare("other.svg", DRAWING, colour=COLOURS).name == "other.svg"


def test_content_palette_profile_and_version_part_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {
        ArtCache.key(DRAWING, COLOURS),
        ArtCache.key(DRAWING + b" ", COLOURS),
        ArtCache.key(DRAWING, ColourSpace(PROFILE)),
        ArtCache.key(DRAWING, ColourSpace(PROFILE + b" ")),
    }
    monkeypatch.setattr(cache, "VERSION", "next")
    keys.add(ArtCache.key(DRAWING, COLOURS))
    assert len(keys) == 5


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"x" + data,
        lambda data: bytes(reversed(data)),
    ],
)
def test_spoilt_entries_are_made_again(spoil, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    store = ArtCache(tmp_path)
    first = store.prepare("a.svg", DRAWING, colour=COLOURS)
    (entry,) = entries(tmp_path)
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))
    assert store.load(ArtCache.key(DRAWING, COLOURS)) is None
    assert store.prepare("a.svg", DRAWING, colour=COLOURS) == first
    assert entry.read_bytes() == good


def test_an_entry_of_another_store_or_another_place_is_made_again(tmp_path: Path) -> None:
    """Each is whole, and printed something else once."""
    mine, theirs = ArtCache(tmp_path / "mine/art"), ArtCache(tmp_path / "theirs/art")
    first = mine.prepare("a.svg", DRAWING, colour=COLOURS)
    other = DRAWING.replace(b"e9674d", b"101010")
    theirs.prepare("a.svg", DRAWING, colour=COLOURS)
    mine.prepare("b.svg", other, colour=COLOURS)
    entry = mine._path(ArtCache.key(DRAWING, COLOURS))
    for stranger in (
        theirs._path(ArtCache.key(DRAWING, COLOURS)), mine._path(ArtCache.key(other, COLOURS)),
    ):  # fmt: skip
        entry.write_bytes(stranger.read_bytes())
        assert mine.load(ArtCache.key(DRAWING, COLOURS)) is None
        assert mine.prepare("a.svg", DRAWING, colour=COLOURS) == first
    (tmp_path / "mine/.art-key").unlink()
    assert ArtCache(tmp_path / "mine/art").load(ArtCache.key(DRAWING, COLOURS)) is None


def test_a_crafted_entry_prints_nothing(tmp_path: Path) -> None:
    import hashlib

    other = prepare(svg('<rect width="9" height="9" fill="#101010"/>'))
    store = ArtCache(tmp_path / "art")
    first = store.prepare("a.svg", DRAWING, colour=COLOURS)
    entry = store._path(ArtCache.key(DRAWING, COLOURS))
    for data in (packed(other), hashlib.sha256(packed(other)).digest() + packed(other)):
        entry.write_bytes(data)
        assert store.prepare("a.svg", DRAWING, colour=COLOURS) == first


def test_a_pipe_a_link_and_a_folder_in_the_place_of_an_entry_hold_nothing_up(
    tmp_path: Path,
) -> None:
    import os

    store = ArtCache(tmp_path / "art")
    first = store.prepare("a.svg", DRAWING, colour=COLOURS)
    entry = store._path(ArtCache.key(DRAWING, COLOURS))
    whole = entry.read_bytes()
    (tmp_path / "whole").write_bytes(whole)
    for put in (os.mkfifo, os.mkdir, lambda at: at.symlink_to(tmp_path / "whole")):
        entry.unlink()
        put(entry)
        assert store.load(ArtCache.key(DRAWING, COLOURS)) is None
        assert store.prepare("a.svg", DRAWING, colour=COLOURS) == first
        if entry.is_dir():
            entry.rmdir()
            entry.touch()


def test_the_secret_is_its_makers_alone(tmp_path: Path) -> None:
    ArtCache(tmp_path / "art").prepare("a.svg", DRAWING, colour=COLOURS)
    (secret,) = tmp_path.glob(".art-key")
    assert secret.stat().st_mode & 0o077 == 0 and len(secret.read_bytes()) == 32


def test_an_entry_with_a_right_checksum_and_wrong_facts_is_ignored(tmp_path: Path) -> None:
    import hashlib

    for body in (b"[]\n", b"{}\n", b'{"parts": [3], "notes": [], "kind": "vector"}\nabc', b"\xff"):
        with pytest.raises((ValueError, KeyError, TypeError, Exception)):
            unpacked(hashlib.sha256(body).digest() + body)
        store = ArtCache(tmp_path)
        path = tmp_path / "ab" / "cd.art"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(hashlib.sha256(body).digest() + body)
        assert store.load("abcd") is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = ArtCache(blocked / "art")
    assert store.prepare("a.svg", DRAWING, colour=COLOURS) == prepare(DRAWING, "a.svg")


def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store = ArtCache(tmp_path)
    assert store.prepare("a.svg", DRAWING, colour=COLOURS).name == "a.svg"
    assert entries(tmp_path) == []


def test_without_a_folder_nothing_is_kept() -> None:
    store = ArtCache(None)
    assert store.prepare("a.svg", DRAWING, colour=COLOURS) == prepare(DRAWING, "a.svg")
    assert store.load("abcd") is None
    store.store("abcd", prepare(DRAWING))


def test_mistakes_are_not_kept(tmp_path: Path) -> None:
    store = ArtCache(tmp_path)
    for _ in range(2):
        with pytest.raises(ContentError):
            store.prepare("a.svg", b"<svg/>", colour=COLOURS)
    assert entries(tmp_path) == []
