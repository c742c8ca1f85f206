from __future__ import annotations

import uharfbuzz as hb
from tests.fonts import TEXT

from samenspel.draw.alphabets import whole_alphabets

DATA = TEXT


def glyph(letter: str) -> tuple[int, str]:
    return hb.Font(hb.Face(DATA)).get_nominal_glyph(ord(letter)) or 0, letter


def test_one_letter_brings_its_alphabet_and_no_other() -> None:
    found = whole_alphabets(DATA, [glyph("k"), glyph("é")])
    assert "".join(sorted(text for _, text in found)) == "abcdefghijklmnopqrstuvwxyzé"


def test_digits_and_capitals_are_sets_too() -> None:
    found = whole_alphabets(DATA, [glyph("7"), glyph("Q")])
    assert "".join(sorted(text for _, text in found)) == "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_a_letter_in_another_shape_brings_nothing() -> None:
    other = glyph("q")[0], "k"
    assert whole_alphabets(DATA, [other, glyph(",")]) == {other, glyph(",")}
