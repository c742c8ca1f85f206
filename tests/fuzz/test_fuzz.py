"""A few damaged files of every kind; ``make fuzz`` tries ten thousand of each."""

from __future__ import annotations

import sys
from random import Random

import pytest
from tests.fuzz import target_fonts as fonts
from tests.fuzz.__main__ import KINDS, target
from tests.fuzz.damage import BYTES, damaged
from tests.fuzz.harness import Target, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bounds are set by Linux")

TRIES = {"preflight": 0, "fonts": 80, "profiles": 20, "store": 20}
"""How many here, where it is not the usual number; PDF files have a test of their own."""
USUAL = 8


@pytest.mark.parametrize("name", [name for name in KINDS if TRIES.get(name) != 0])
def test_a_few_of_every_kind(name: str) -> None:
    tries = TRIES.get(name, USUAL)
    tally = run(target(name), tries, seed=2026)
    assert tally.failures == []
    assert sum(tally.outcomes.values()) == tries


def test_a_failure_would_be_seen() -> None:
    def broken(data: bytes) -> str:
        if len(data) % 2:
            raise KeyError("a bug")
        return "clean"

    tally = run(Target("x", ".x", lambda number, _: bytes(number), broken), 20, seed=1)
    assert len(tally.failures) == 10
    assert "a bug" in tally.failures[0][1]


def test_of_three_hundred_damaged_fonts_none_looks_wrong_in_silence() -> None:
    """Whoever damages a font by accident does not put its checksums right again."""
    known = {fonts.looks(data) for data in fonts._seeds()}
    ended = []
    for number in range(300):
        data = damaged(fonts._seeds(), Random(number), BYTES)
        ended.append(fonts.judged(data))
    assert set(ended) <= {"font-damaged", "font-unreadable", "font-no-embedding", "told",
                          "as it was"}  # fmt: skip
    assert known and ended.count("font-damaged") > 50


def test_the_damage_can_be_seen() -> None:
    """Else the test above would prove nothing: with its checksums right, such a font is set."""
    seen = [fonts.judged(fonts.checked(damaged(fonts._seeds(), Random(n), BYTES)))
            for n in range(120)]  # fmt: skip
    assert seen.count("another font") > 3
