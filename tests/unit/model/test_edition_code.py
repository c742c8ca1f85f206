"""Edition codes: long enough, readable, and no slip of the pen goes unseen."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise

from samenspel.model.edition_code import ALPHABET, FINGERPRINT, edition_code, is_whole
from samenspel.model.fingerprint import fingerprint


def made(number: int) -> str:
    return edition_code("2026.1-noord-nl", hashlib.sha256(str(number).encode()).digest())


def test_what_a_code_looks_like() -> None:
    assert edition_code("1-noord-nl", bytes(8)) == "1-noord-nl-0000-0000-00000"
    assert edition_code("1-noord-nl", b"\xff" * 32)[:-1] == "1-noord-nl-ZZZZ-ZZZZ-ZZZZ"
    assert re.fullmatch(f"2026\\.1-noord-nl-{FINGERPRINT}", made(1))
    assert not set("ILOU") & set(ALPHABET) and len(ALPHABET) == 32


def test_each_of_sixty_bits_counts() -> None:
    codes = {edition_code("x", (1 << 63 - bit).to_bytes(8, "big")) for bit in range(60)}
    assert len(codes) == 60
    assert edition_code("x", bytes(7) + b"\x0f") == edition_code("x", bytes(8))


def test_a_code_read_out_and_written_down() -> None:
    assert all(is_whole(made(number)) for number in range(200))
    code = edition_code("x", bytes(8))
    assert is_whole(code.lower()) and is_whole(code.replace("0", "O"))
    assert not is_whole("2026.1-noord-nl-7f3a2c") and not is_whole("") and not is_whole("U" * 13)


def test_a_wrong_character_and_swapped_neighbours_are_seen() -> None:
    for number in range(20):
        *name, last = made(number).split("-")[-3:]
        code = "".join((*name, last))
        for place, right in enumerate(code):
            for wrong in set(ALPHABET) - {right}:
                assert not is_whole(_grouped(code[:place] + wrong + code[place + 1 :]))
        for place, (one, two) in enumerate(pairwise(code)):
            if one != two:
                assert not is_whole(_grouped(code[:place] + two + one + code[place + 2 :]))


def _grouped(code: str) -> str:
    return "-".join((code[:4], code[4:8], code[8:]))


def test_a_fingerprint_does_not_depend_on_order() -> None:
    assert fingerprint({"b": {"é", "a"}, "a": 1}) == fingerprint({"a": 1, "b": {"a", "é"}})
    assert fingerprint({"a": 1}) != fingerprint({"a": 1.5})
