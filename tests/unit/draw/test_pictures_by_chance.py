"""TIFF and PNG files by chance: kinds of samples, packing, order and tags in every company."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image
from tests.chances import Chance, hold
from tests.unit.draw.helpers import prepare
from tests.unit.draw.test_pictures_whole import known

from samenspel.draw.bands.png import png_bands
from samenspel.draw.bands.tiff import tiff_bands
from samenspel.draw.headers import BROKEN
from samenspel.draw.png import read_colours
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt

KINDS = {"grey": (1, 1), "negative": (0, 1), "rgb": (2, 3), "cmyk": (5, 4), "lab": (8, 3),
         "ycc": (6, 3)}
"""What samples mean (TIFF 6.0, PhotometricInterpretation), and how many there are."""


def samples(chance: Chance, count: int) -> bytes:
    start, step = int(chance.number(0, 255)), chance.of((0, 3, 7, 41))
    return bytes((start + step * n) % 256 for n in range(count))


def tiff(chance: Chance) -> bytes:
    order = chance.of("<>")
    meaning, channels = KINDS[chance.of([*KINDS])]
    more = chance.of((0, 0, 0, 1, 2))
    channels += more
    bits = chance.of((8, 8, 8, 16, 1)) if channels == 1 else chance.of((8, 8, 8, 16))
    width, height = int(chance.number(3, 20)), int(chance.number(2, 20))
    separate = channels > 1 and chance.maybe(0.25)
    packing, planes = chance.of((1, 1, 8, 32946)), channels if separate else 1
    tags: dict[int, Sequence[int] | bytes] = {
        256: [width], 257: [height], 258: [bits] * channels, 259: [packing], 262: [meaning],
        277: [channels], 284: [2 if separate else 1],
    }
    across = width * bits * (1 if separate else channels)
    if chance.maybe(0.25):
        wide, deep = 16, 16
        tags |= {322: [wide], 323: [deep]}
        parts = -(-width // wide) * -(-height // deep)
        size, names = (wide * deep * bits * (1 if separate else channels) + 7) // 8, (324, 325)
        sizes = [size] * parts * planes
    else:
        deep = chance.of((height, 3, 5, 8))
        tags[278] = [deep]
        rows = [min(deep, height - top) for top in range(0, height, deep)] * planes
        sizes, names = [(across + 7) // 8 * count for count in rows], (273, 279)
    if more:
        tags[338] = [chance.of((0, 1, 2))] * more
    if chance.maybe(0.2):
        tags[274] = [int(chance.number(1, 8.9))]
    if packing != 1 and bits == 8 and chance.maybe(0.5):
        tags[317] = [2]
    if meaning == 5 and chance.maybe(0.3):
        tags |= {332: [chance.of((1, 2))], 333: b"C\0M\0Y\0K\0Goud\0"}
    if meaning == 6:
        tags[530] = chance.of(([1, 1], [2, 2]))
    data = [samples(chance, size) for size in sizes]
    if packing != 1:
        data = [zlib.compress(one) for one in data]
    if chance.maybe(0.1):
        data = data[:-1] or data
    if chance.maybe(0.1):
        data[-1] = data[-1][: len(data[-1]) // 2]
    return written(order, tags, names, data)


def written(order: str, tags: dict[int, Sequence[int] | bytes], names: tuple[int, int],
            data: list[bytes]) -> bytes:
    """A file with one directory, its values behind it, and then its strips or tiles."""
    tags = {**tags, names[0]: [0] * len(data), names[1]: [len(one) for one in data]}
    behind = 8 + 2 + 12 * len(tags) + 4
    loose = sum(_room(value) for value in tags.values())
    places, at = [], behind + loose
    for one in data:
        places.append(at)
        at += len(one)
    tags[names[0]] = places
    rows, values, at = b"", b"", behind
    for tag in sorted(tags):
        value = tags[tag]
        kind = 2 if isinstance(value, bytes) else 4 if tag in names else 3
        packed = value if isinstance(value,
            bytes) else struct.pack(f"{order}{len(value)}{'HI'[kind == 4]}", *value)
        rows += struct.pack(f"{order}HHI", tag, kind, len(value))
        if len(packed) > 4:
            rows += struct.pack(f"{order}I", at)
            values += packed
            at += len(packed)
        else:
            rows += packed.ljust(4, b"\0")
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    body = struct.pack(f"{order}H", len(tags)) + rows + bytes(4)
    return head + body + values.ljust(loose, b"\0") + b"".join(data)


def _room(value: Sequence[int] | bytes) -> int:
    return 4 * len(value) + 4


def png(chance: Chance) -> bytes:
    kind = chance.of((0, 2, 2, 3, 4, 6, 6))
    depth = chance.of((1, 2, 4, 8, 16)) if kind == 0 else chance.of((8, 8, 16)) if kind != 3 else 8
    width, height = int(chance.number(1, 18)), int(chance.number(1, 14))
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    row = (width * channels * depth + 7) // 8
    lines = b"".join(bytes([chance.of((0, 0, 1, 2, 3, 4))]) + samples(chance,
                                                                      row) for _ in range(height))
    said = [(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))]
    if chance.maybe(0.3):
        said.append((b"gAMA", struct.pack(">I", chance.of((45455, 46455, 46456, 44455, 100000,
                                                           0)))))
    if chance.maybe(0.3):
        off = chance.of((0, 1000, -1000, 1001))
        said.append((b"cHRM", struct.pack(">8I", 31270, 32900 + off, 64000, 33000, 30000, 60000,
                                          15000, 6000)))
    if chance.maybe(0.2):
        said.append((b"sRGB", b"\0"))
    if chance.maybe(0.2):
        said.append((b"cICP", bytes(chance.of(((1, 13, 0, 1), (9, 16, 0, 1), (1, 13, 0, 0), (1, 13,
                                                                                             0))))))
    if kind == 3:
        said.append((b"PLTE", samples(chance, 768)))
    if kind in (0, 2, 3) and chance.maybe(0.4):
        said.append((b"tRNS", samples(chance, {0: 2, 2: 6, 3: 9}[kind])))
    data = zlib.compress(lines)
    if chance.maybe(0.1):
        data = data[: len(data) * 2 // 3]
    cut = len(data) // 2 if chance.maybe(0.4) else len(data)
    said += [(b"IDAT", part) for part in (data[:cut], data[cut:]) if part]
    said.append((b"IEND", b""))
    parts = (struct.pack(">I", len(body)) + name + body + struct.pack(">I",
        zlib.crc32(name + body)) for name, body in said)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def told(data: bytes) -> str:
    try:
        art = prepare(data, "beeld")
    except ContentError as error:
        # What Pillow says of broken data differs with what it read before.
        said = (str(one).partition("cannot be read: ")[0] for one in error.diagnostics)
        return "".join(f"refused: {one}\n" for one in said)
    assert isinstance(art, PictureArt)
    return "".join(known(art))


def in_bands(data: bytes) -> str:
    """The picture as it comes some rows at a time."""
    said = []
    for rows in (1, 4, 50):
        try:
            found = (png_bands if data[1:4] == b"PNG" else tiff_bands)(data, rows)
            bands = [f"{one.mode} {one.size} {one.tobytes().hex()}" for one in found or ()]
            said += ["whole"] if found is None else bands
        except BROKEN as error:
            said.append(type(error).__name__)
    return "\n".join(said)


@pytest.mark.parametrize("kind", ["png", "tiff"])
def test_pictures_by_chance_become_what_they_did(kind: str) -> None:
    maker = {"png": png, "tiff": tiff}[kind]

    def both(chance: Chance) -> str:
        data = maker(chance)
        colours = str(read_colours(data)) if kind == "png" else ""
        return told(data) + in_bands(data) + colours

    hold("chance-pictures", kind, 120, both)


def test_what_is_made_here_is_a_picture() -> None:
    tags: dict[int, Sequence[int] | bytes] = {256: [2], 257: [2], 258: [8], 259: [1], 262: [1],
                                              277: [1], 278: [1]}
    with Image.open(BytesIO(written(">", tags, (273, 279), [b"\1\2", b"\3\4"]))) as image:
        assert image.tobytes() == b"\1\2\3\4"
