"""Damaged fonts: refused, or set and built with as a project's own; none looks wrong in silence."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from random import Random

import uharfbuzz as hb
from tests.fuzz.damage import BYTES, damaged
from tests.fuzz.deck_files import built_with
from tests.fuzz.harness import Target

from samenspel.diagnostics import Diagnostic
from samenspel.draw import font_notes, printable
from samenspel.draw.fonts import make_subset
from samenspel.errors import ContentError
from samenspel.layout.faces import load_faces

FONTS = Path(__file__).parents[2] / "assets/fonts"
TEXT = "Dubbele loyaliteit is realiteit: 1081 euro, ‘ja’ – of 4682? Ruïne, façade; AVATAR fi ffl."


@cache
def _seeds() -> list[bytes]:
    names = ("AtkinsonHyperlegibleNext-Regular.ttf", "BricolageGrotesque-Bold.ttf")
    return [(FONTS / name).read_bytes() for name in names]


@cache
def _known() -> frozenset[object]:
    return frozenset(looks(data) for data in _seeds())


def sound() -> bytes:
    """A font as it is."""
    return _seeds()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged font; one in three by somebody who puts all checksums right again."""
    dice = Random(f"{seed}/{number}")
    data = damaged(_seeds(), dice, BYTES)
    return checked(data) if dice.random() < 0.33 else data


def checked(data: bytes) -> bytes:
    """The font with the checksums of its tables and of the file put right."""
    try:
        return _checked(data)
    except (struct.error, IndexError):
        return data


def _checked(data: bytes) -> bytes:
    font = bytearray(data)
    count = struct.unpack_from(">H", font, 4)[0]
    head = None
    for place in range(12, 12 + 16 * min(count, 64), 16):
        tag, _, start, length = struct.unpack_from(">4sIII", font, place)
        if tag == b"head":
            head = start
            struct.pack_into(">I", font, start + 8, 0)
        struct.pack_into(">I", font, place + 4, _sum(font[start : start + length]))
    if head is not None:
        struct.pack_into(">I", font, head + 8, (0xB1B0AFBA - _sum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _sum(data: bytes | bytearray) -> int:
    whole = bytes(data) + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(whole) // 4}I", whole)) & 0xFFFFFFFF


def looks(data: bytes) -> tuple[object, ...]:
    """How the text looks: each glyph's outline, and where it stands."""
    face = hb.Face(data)
    font = hb.Font(face)
    buffer = hb.Buffer()
    buffer.add_str(TEXT)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    drawn = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        path: list[object] = []
        font.draw_glyph_with_pen(info.codepoint, _Pen(path))
        drawn.append((tuple(path), place.position))
    return (face.upem, *drawn)


class _Pen:
    """Takes an outline down, as fontTools' pens do."""

    def __init__(self, path: list[object]) -> None:
        self._path = path

    def __getattr__(self, name: str) -> object:
        return lambda *points: self._path.append((name, points))


def judged(data: bytes) -> str:
    """Set and cut down as a build does it, and, when that can be done, by a build."""
    try:
        font = printable(data)
        notes: list[Diagnostic] = font_notes(data)
        faces = load_faces({"text": font}, {}, "nl")
        line = faces["text"].line(TEXT, 9)
        uses = [(glyph.gid, glyph.text) for span in line.spans for glyph in span.glyphs]
        make_subset(font, uses)
    except ContentError as error:
        return error.diagnostics[0].code
    built_with("fonts/AtkinsonHyperlegibleNext-Regular.ttf", data)
    if notes:
        return "told"
    return "as it was" if looks(font) in _known() else "another font"


TARGET = Target("fonts", ".ttf", made, judged, sound)
