"""Large pictures are read some rows at a time, and come out as if they were read at once."""

from __future__ import annotations

import io
import struct
import zlib
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image, ImageOps
from tests.unit.draw.helpers import COLOURS, codes, encoded

from samenspel.diagnostics import Location
from samenspel.draw import bands, pictures, pixels
from samenspel.draw.bands import bands_of, regrouped
from samenspel.draw.headers import BROKEN
from samenspel.draw.jpeg import read_header
from samenspel.errors import ContentError

WIDTH, HEIGHT = 60, 84
PLACE = Location("art")


def photo(mode: str) -> Image.Image:
    """Noise over a slope: each row is filtered in its own way."""
    bands_ = [
        Image.effect_noise((WIDTH, HEIGHT), 30 + 9 * place).rotate(90 * place, expand=False)
        for place in range(len(Image.new(mode, (1, 1)).getbands()))
    ]
    return Image.merge(mode, bands_)


def joined(data: bytes) -> Image.Image:
    found = bands_of(data)
    assert found is not None
    parts: list[Any] = list(found)
    whole = Image.new(parts[0].mode, (WIDTH, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


@pytest.fixture(autouse=True)
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "ROWS", 16)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA"])
def test_a_png_in_bands_is_the_same_picture(mode: str) -> None:
    picture = photo(mode)
    assert joined(encoded(picture, "PNG")).tobytes() == picture.tobytes()


def test_of_16_bits_a_channel_the_upper_8_are_taken() -> None:
    picture = photo("RGB")
    rows = []
    above = bytes(WIDTH * 6)
    for y in range(HEIGHT):  # every other row is filtered by the one above it (Up)
        line = picture.crop((0, y, WIDTH, y + 1)).tobytes()
        wide = bytes(byte for level in line for byte in (level, (level * 7) % 256))
        up = bytes((one - other) % 256 for one, other in zip(wide, above, strict=True))
        rows.append(b"\2" + up if y % 2 else b"\0" + wide)
        above = wide
    body = zlib.compress(b"".join(rows))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )
    assert joined(data).tobytes() == picture.tobytes()
    assert Image.open(io.BytesIO(data)).convert("RGB").tobytes() == picture.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("compression", [None, "tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_a_tiff_in_bands_is_the_same_picture(mode: str, compression: str | None) -> None:
    picture = photo(mode)
    options: dict[str, Any] = {"tiffinfo": {278: 7}} if compression else {}
    data = encoded(picture, "TIFF", compression=compression, **options)
    assert joined(data).tobytes() == picture.tobytes()


def test_what_cannot_be_cut_is_read_as_a_whole() -> None:
    assert bands_of(encoded(photo("RGB"), "JPEG")) is None
    assert bands_of(encoded(photo("RGB").convert("P"), "PNG")) is None
    whole = {"tiffinfo": {278: HEIGHT}}
    assert bands_of(encoded(photo("RGB"), "TIFF", compression="tiff_lzw", **whole)) is None


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("predictor", [1, 2])
def test_one_deflated_strip_is_inflated_some_rows_at_a_time(mode: str, predictor: int) -> None:
    picture = photo(mode)
    data = encoded(
        picture, "TIFF", compression="tiff_adobe_deflate",
        tiffinfo={278: HEIGHT, 317: predictor},
    )  # fmt: skip
    assert joined(data).tobytes() == picture.tobytes()
    found = bands_of(data)
    assert found is not None and len(list(found)) == -(-HEIGHT // 16)
    start = Image.open(io.BytesIO(data)).tag_v2[273][0]  # type: ignore[attr-defined]
    spoiled = data[:start] + bytes(byte ^ 85 for byte in data[start : start + 90])
    with pytest.raises(BROKEN):
        joined(spoiled + data[start + 90 :])


def test_greys_of_16_bits_in_bands_are_those_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = photo("L").convert("I").point(lambda level: level * 257).convert("I;16")
    for options in ({}, {"compression": "tiff_adobe_deflate", "tiffinfo": {278: HEIGHT}}):
        data = encoded(wide, "TIFF", **options)
        at_once = pictures.decoded(data, PLACE, [])
        monkeypatch.setattr(pictures, "MAX_KEPT", 900)
        in_bands = pictures.decoded(data, PLACE, [])
        monkeypatch.undo()
        assert in_bands.tobytes() == at_once.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_half_a_picture_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(photo("RGB"), kind)
    half = data[: len(data) // 2]
    if kind == "PNG":
        with pytest.raises(BROKEN):
            joined(half)
        spoiled = bytearray(data)
        spoiled[len(data) // 2] ^= 1
        with pytest.raises(BROKEN):
            joined(bytes(spoiled))
    monkeypatch.setattr(pictures, "MAX_KEPT", 900)
    monkeypatch.setattr(pixels, "MAX_KEPT", 900)
    with pytest.raises(ContentError) as raised:
        pictures.prepare_picture("art", half, COLOURS, PLACE)
    assert codes(raised.value) == ["picture-unreadable"]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
@pytest.mark.parametrize("turn", [1, 3, 6])
def test_sampled_down_in_bands_as_at_once(
    kind: str, turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = photo("RGB")
    exif = Image.Exif()
    exif[274] = turn
    data = encoded(picture, kind, exif=exif)
    monkeypatch.setattr(pictures, "MAX_KEPT", 900)
    monkeypatch.setattr(pixels, "MAX_KEPT", 900)
    in_bands = pictures.decoded(data, PLACE, [])
    monkeypatch.setattr(pictures, "bands_of", lambda _: None)
    at_once = pictures.decoded(data, PLACE, [])
    assert in_bands.size == at_once.size and in_bands.width < WIDTH
    assert (in_bands.width < in_bands.height) == (turn != 6)
    assert in_bands.tobytes() == at_once.tobytes()
    shown = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert shown.reduce(3).tobytes() == in_bands.tobytes()


def test_a_turned_tiff_is_turned_once_whatever_its_pixels_are() -> None:
    picture = photo("RGB").convert("P")
    data = encoded(picture, "TIFF", tiffinfo={274: 6})
    turned = pictures.decoded(data, PLACE, [])
    shown = Image.open(io.BytesIO(data))
    shown.load()
    assert turned.tobytes() == shown.convert("RGB").tobytes()


def test_bands_are_regrouped_without_losing_a_row() -> None:
    picture = photo("RGB")
    cuts = [0, 5, 6, 30, HEIGHT]
    parts = (picture.crop((0, top, WIDTH, low)) for top, low in pairwise(cuts))
    found = list(regrouped(iter(parts), 4))
    assert all(part.height % 4 == 0 for part in found[:-1])
    assert b"".join(part.tobytes() for part in found) == picture.tobytes()


def test_a_progressive_jpeg_says_what_it_holds() -> None:
    picture = photo("RGB").resize((160, 160))
    held = {}
    for sampling in (0, 2):
        header = read_header(encoded(picture, "JPEG", progressive=True, subsampling=sampling))
        assert header is not None
        held[sampling] = header.held
    assert held == {0: 160 * 160 * 6, 2: 160 * 160 * 3}
    baseline = read_header(encoded(picture, "JPEG"))
    assert baseline is not None and baseline.held == 0
