"""Subsets, codes and ToUnicode."""

from __future__ import annotations

import re
import struct

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.draw.helpers import HEADING, REGULAR, codes, frame, run

from samenspel.draw import fontfiles, fonts
from samenspel.draw.content import write_frame
from samenspel.draw.fonts import make_subset, to_unicode
from samenspel.errors import ContentError
from samenspel.model.frame import Glyph, TextRun
from samenspel.saying import say
from samenspel.speaking import spoken


def uses(text: str, font: str = "text") -> set[tuple[int, str]]:
    return {(glyph.gid, glyph.text) for glyph in run(text, font).glyphs}


def changed(tag: str, change) -> bytes:  # type: ignore[no-untyped-def]
    """The text font with one table changed in place."""
    data = bytearray(REGULAR)
    for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        if data[at : at + 4] == tag.encode():
            start, size = struct.unpack_from(">II", data, at + 8)
            table = bytearray(data[start : start + size])
            change(table)
            data[start : start + size] = table
    return bytes(data)


def test_the_subset_draws_the_same_glyphs() -> None:
    wanted = uses("Één fijne ijsberg")
    subset = make_subset(REGULAR, wanted)
    whole, cut = hb.Font(hb.Face(REGULAR)), hb.Font(hb.Face(subset.program))
    for use, code in subset.codes.items():
        glyph = subset.glyphs[code]
        assert cut.get_glyph_extents(glyph) == whole.get_glyph_extents(use[0])
        assert subset.widths[code] == whole.get_glyph_h_advance(use[0])
    assert len(subset.program) < len(REGULAR) / 5


def test_equal_subsets_have_equal_tags_and_others_not() -> None:
    one, two = make_subset(REGULAR, uses("Zij")), make_subset(REGULAR, uses("jiZ"))
    assert one.tag == two.tag
    assert re.fullmatch("[A-Z]{6}", one.tag)
    assert make_subset(REGULAR, uses("Zijn")).tag != one.tag
    assert make_subset(HEADING, uses("Zij", "heading")).tag != one.tag
    changed_text = {(gid, text.upper()) for gid, text in uses("Zij")}
    assert make_subset(REGULAR, changed_text).tag != one.tag


def test_subsetting_is_deterministic() -> None:
    first = make_subset(REGULAR, uses("Hallo wereld"))
    fonts._subset.cache_clear()
    fontfiles.face_of.cache_clear()
    again = make_subset(REGULAR, uses("Hallo wereld"))
    assert again is not first and again == first


def test_codes_are_glyphs_when_each_glyph_means_one_thing() -> None:
    subset = make_subset(REGULAR, uses("Zij zijn vrij"))
    assert subset.identity
    assert set(subset.texts.values()) >= set("Zijnvr ")


def test_a_glyph_with_two_meanings_has_two_codes() -> None:
    (gid,) = {glyph.gid for glyph in run("-").glyphs}
    subset = make_subset(REGULAR, {(gid, "-"), (gid, "\u2011"), (gid, "")})
    found = [subset.codes[gid, text] for text in ("-", "\u2011", "")]
    assert len(set(found)) == 3
    assert {subset.glyphs[code] for code in found} == {subset.glyphs[found[0]]}
    assert not subset.identity
    assert subset.texts == {found[0]: "-", found[1]: "\u2011"}


def test_meaning_comes_before_continuing() -> None:
    (gid,) = {glyph.gid for glyph in run("a").glyphs}
    subset = make_subset(REGULAR, {(gid, ""), (gid, "a")})
    assert subset.codes[gid, "a"] == subset.glyphs[subset.codes[gid, "a"]]


def test_to_unicode_has_ligatures_and_characters_beyond_the_first_plane() -> None:
    gids = [glyph.gid for glyph in run("abc").glyphs]
    subset = make_subset(REGULAR, {(gids[0], "ffi"), (gids[1], "𝔸"), (gids[2], "")})
    cmap = to_unicode(subset).decode()
    assert "<006600660069>" in cmap and "<D835DD38>" in cmap
    assert cmap.count("2 beginbfchar") == 1


def test_to_unicode_comes_in_blocks_of_a_hundred() -> None:
    subset = make_subset(REGULAR, {(gid, chr(0x4E00 + gid)) for gid in range(1, 251)})
    counts = re.findall(r"(\d+) beginbfchar", to_unicode(subset).decode())
    assert [int(count) for count in counts] == [100, 100, 50]


def test_the_descriptor_s_numbers() -> None:
    metrics = make_subset(REGULAR, uses("a")).metrics
    assert metrics.name == "AtkinsonHyperlegibleNext-Regular"
    assert metrics.bbox[0] < metrics.bbox[2] and metrics.bbox[1] < metrics.bbox[3]
    assert metrics.descent < 0 < metrics.cap_height < metrics.ascent
    assert (metrics.italic_angle, metrics.flags) == (0, 4)
    assert 60 < metrics.stem < 120


def test_italics_are_flagged() -> None:
    def slant(post: bytearray) -> None:
        struct.pack_into(">i", post, 4, -12 * 65536)
        struct.pack_into(">I", post, 12, 1)

    metrics = make_subset(changed("post", slant), uses("a")).metrics
    assert (metrics.italic_angle, metrics.flags) == (-12, 4 | 64 | 1)


@pytest.mark.parametrize("data", [b"", b"nonsense", REGULAR[:200]])
def test_broken_fonts_are_refused(data: bytes) -> None:
    with pytest.raises(ContentError) as raised:
        make_subset(data, {(1, "a")})
    assert codes(raised.value) == ["font-unreadable"]


@pytest.mark.parametrize("permission", [0x0002, 0x0200, 0x0202])
def test_fonts_that_forbid_embedding_are_refused(permission: int) -> None:
    def forbid(os2: bytearray) -> None:
        struct.pack_into(">H", os2, 8, permission)

    with pytest.raises(ContentError) as raised:
        make_subset(changed("OS/2", forbid), uses("a"))
    assert codes(raised.value) == ["font-no-embedding"]


@pytest.mark.parametrize("permission", [0x0000, 0x0004, 0x0008, 0x0100])
def test_fonts_that_allow_embedding_are_not(permission: int) -> None:
    def allow(os2: bytearray) -> None:
        struct.pack_into(">H", os2, 8, permission)

    assert make_subset(changed("OS/2", allow), uses("a"))


def test_a_glyph_outside_the_font_is_a_bug() -> None:
    with pytest.raises(ValueError, match="not in the font"):
        make_subset(REGULAR, {(60_000, "a")})


# -- where glyphs come -------------------------------------------------------------------------

ADVANCE = st.integers(-3000, 3000).map(lambda value: value / 1000)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcW. "), ADVANCE, st.sampled_from([0, 0, 0.5])),
                min_size=1, max_size=30), st.sampled_from([5.5, 6.5, 12, 40]))  # fmt: skip
def test_glyphs_come_where_they_should_and_rounding_never_adds_up(
    steps: list[tuple[str, float, float]], size: float
) -> None:
    gids = {char: run(char).glyphs[0].gid for char in "abcW. "}
    glyphs, x = [], 0.0
    for char, step, y in steps:
        glyphs.append(Glyph(gids[char], x, y, char))
        x += step
    text = TextRun("text", size, 0, 0, x, "", tuple(glyphs))
    from samenspel.draw.content import Names

    subset = make_subset(REGULAR, {(glyph.gid, glyph.text) for glyph in glyphs})
    page, _ = write_frame(frame(text), Names({"text": ("F1", subset)}, {}))
    em = size * 25.4 / 72
    seen = shown(page.decode(), subset.widths)
    assert len(seen) == len(glyphs)
    for glyph, (code, place, rise) in zip(glyphs, seen, strict=True):
        assert code == subset.codes[glyph.gid, glyph.text]
        assert place * em / 1000 == pytest.approx(glyph.x, abs=em * 0.00051)
        assert rise == pytest.approx(glyph.y * 72 / 25.4, abs=0.001)


def shown(page: str, widths: tuple[int, ...]) -> list[tuple[int, int, float]]:
    """Read TJ arrays as a viewer does: code, place in thousandths of the size, and rise."""
    pen, rise = 0, 0.0
    found = []
    for line in page.split("\n"):
        if line.endswith(" Ts"):
            rise = float(line.split()[0])
        if not line.endswith(" TJ"):
            continue
        for word in re.findall(r"<[0-9A-F]+>|-?\d+", line):
            if word[0] != "<":
                pen -= int(word)
                continue
            for at in range(1, len(word) - 1, 4):
                code = int(word[at : at + 4], 16)
                found.append((code, pen, rise))
                pen += widths[code]
    return found


@pytest.mark.parametrize("what", sorted({what for _, what, _ in fontfiles._LOOKS_LIKE}))
def test_what_stands_in_the_place_of_a_font_is_said_in_dutch(what: str) -> None:
    told = spoken(say("is {what}, not a font", what=what), "nl")
    assert told.endswith("geen lettertype") and what not in told
