"""A font is whole, or refused: nothing is drawn from one that would lose a letter."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.fuzz.target_fonts import checked

from samenspel.diagnostics import Severity
from samenspel.draw import font_notes, printable
from samenspel.draw.whole_fonts import check_font
from samenspel.errors import ContentError

FONTS = Path(__file__).parents[3] / "assets/fonts"
FONT = (FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()


def table(tag: str, data: bytes = FONT) -> int:
    """Where a table begins."""
    for place in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        found, _, start, _ = struct.unpack_from(">4sIII", data, place)
        if found == tag.encode():
            return int(start)
    raise KeyError(tag)


def patched(place: int, new: bytes, data: bytes = FONT) -> bytes:
    """The font with some bytes changed, and its checksums right."""
    return checked(data[:place] + new + data[place + len(new) :])


def glyph_of(char: str) -> tuple[int, int]:
    """A character's glyph: its number, and where its outline stands."""
    import uharfbuzz as hb

    gid = int(hb.Font(hb.Face(FONT)).get_nominal_glyph(ord(char)) or 0)
    long = struct.unpack_from(">h", FONT, table("head") + 50)[0]
    size, step = (4, 1) if long else (2, 2)
    at = table("loca") + gid * size
    return gid, table("glyf") + step * int.from_bytes(FONT[at : at + size], "big")


def overlapping() -> bytes:
    """A font of which the first table runs on into the second."""
    rows = range(12, 12 + 16 * struct.unpack_from(">H", FONT, 4)[0], 16)
    first = min(rows, key=lambda row: struct.unpack_from(">I", FONT, row + 8)[0])
    length = struct.unpack_from(">I", FONT, first + 12)[0]
    return patched(first + 12, struct.pack(">I", length + 16))


def cyclic() -> bytes:
    """A font whose *a* is made of itself."""
    gid, place = glyph_of("a")
    composite = struct.pack(">hhhhhHHhh", -1, 0, 0, 500, 500, 0x0003, gid, 0, 0)
    return patched(place, composite)


CRAFTED = {
    "two tables lie over each other": overlapping,
    "a glyph is made of itself": cyclic,
    "one that is not there": lambda: patched(
        glyph_of("a")[1], struct.pack(">hhhhhHHhh", -1, 0, 0, 500, 500, 0x0003, 65000, 0, 0)
    ),
    "nothing to see of a": lambda: patched(glyph_of("a")[1], struct.pack(">hhhhh", 0, 0, 0, 0, 0)),
    "its em has 3 units": lambda: patched(table("head") + 18, struct.pack(">H", 3)),
    "its lines are": lambda: patched(table("hhea") + 4, struct.pack(">hh", 30000, -30000)),
    "without a width": lambda: patched(table("hhea") + 34, struct.pack(">H", 0)),
    "there is no width to": lambda: patched(table("hmtx") + 4 * glyph_of("a")[0], bytes(2)),
    "outside their table": lambda: patched(table("loca") + 2, b"\xff\xff\xff\xff"),
    "checksum of its table glyf": lambda: (
        FONT[: table("glyf") + 90] + b"\x55" + FONT[table("glyf") + 91 :]
    ),
    "outside the file": lambda: FONT[:-2000],
    "a table twice": lambda: FONT[:28] + FONT[12:16] + FONT[32:],
}


@pytest.mark.parametrize("what", CRAFTED)
def test_a_font_that_would_lose_something_is_refused(what: str) -> None:
    (problem, *_) = check_font(CRAFTED[what]())
    assert (problem.code, problem.severity) == ("font-damaged", Severity.ERROR)
    assert what in problem.message
    with pytest.raises(ContentError):
        printable(CRAFTED[what]())


def test_samenspels_own_fonts_are_whole() -> None:
    every = sorted(FONTS.glob("*.ttf"))
    assert len(every) > 7
    assert [path.name for path in every if check_font(path.read_bytes())] == []


def test_a_font_that_was_changed_as_a_whole_is_told() -> None:
    """Some converters leave the file's own checksum wrong; each table is as it was."""
    place = table("head") + 8
    changed = FONT[:place] + bytes(4) + FONT[place + 4 :]
    (note,) = font_notes(changed)
    assert (note.code, note.severity) == ("font-changed", Severity.WARNING)
    assert printable(changed) == changed


def test_a_sound_font_with_blank_rare_signs_is_taken() -> None:
    """Such as a long s that is listed and not drawn, in fonts that many systems carry."""
    assert check_font(patched(glyph_of("ž")[1], struct.pack(">hhhhh", 0, 0, 0, 0, 0))) == ()


def test_a_table_name_that_is_no_text() -> None:
    with pytest.raises(ContentError) as caught:
        printable(FONT[:12] + b"\xff\xd3\xf2\xff" + FONT[16:])
    assert caught.value.diagnostics[0].code == "font-unreadable"
