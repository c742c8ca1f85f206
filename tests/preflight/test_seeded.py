"""Each bad file has one fault, and exactly its check tells it, at its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.preflight import (
    seeds_colour,
    seeds_file,
    seeds_page,
    seeds_press,
    seeds_reading,
    seeds_text,
)
from tests.preflight.making import Seed
from tests.unit.preflight.pdfs import EXPECTED, card, clean

from samenspel.diagnostics import Severity
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS, inspect

ROOMS = (seeds_file, seeds_page, seeds_colour, seeds_text, seeds_reading, seeds_press)
SEEDS = [seed for room in ROOMS for seed in room.SEEDS]


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_fault_is_told_by_its_check_at_its_place(seed: Seed) -> None:
    expected = replace(EXPECTED, **seed.expected)
    found = counted(inspect(seed.make(), expected, seed.thorough))
    assert {finding.check for finding in found} == {seed.check}, [str(f) for f in found]
    first = found[0]
    assert first.page == seed.page
    assert first.message and first.remedy
    if seed.at is not None:
        assert first.position == pytest.approx(seed.at, abs=1.0)
        assert first.extent is not None and min(first.extent) >= 0


def counted(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


def test_the_clean_card_is_clean() -> None:
    strict = replace(EXPECTED, safe=4.0, radius=4.0)
    assert inspect(card(), strict, thorough=True) == []
    assert inspect(card(clean, clean), replace(strict, pages=2, duplex=True)) == []


GOOD = {name: (make, {}) for name, make in seeds_reading.GOOD.items()} | seeds_press.GOOD


@pytest.mark.parametrize("name", GOOD)
def test_good_files_of_the_same_kinds_are_clean(name: str) -> None:
    make, wanted = GOOD[name]
    found = inspect(make(), replace(EXPECTED, **wanted))
    assert [str(one) for one in counted(found)] == []


def test_every_check_has_a_seeded_fault() -> None:
    assert {check.id for check in CHECKS} - {seed.check for seed in SEEDS} == set()
    assert len(SEEDS) >= 60
    assert len({str(seed) for seed in SEEDS}) == len(SEEDS)
