"""Each bad file has one fault, and exactly its check tells it, at its place."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from pikepdf import Name
from tests import goldens
from tests.preflight import (
    seeds_colour,
    seeds_edges,
    seeds_eye,
    seeds_file,
    seeds_inside,
    seeds_mixed,
    seeds_operator,
    seeds_page,
    seeds_press,
    seeds_read_aloud,
    seeds_reading,
    seeds_text,
    seeds_ways,
)
from tests.preflight.making import BOX, Seed, drawn, state
from tests.unit.preflight.pdfs import EXPECTED, card, clean

from samenspel.diagnostics import Severity
from samenspel.errors import SamenspelError
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS, inspect
from samenspel.preflight.document import Document
from samenspel.preflight.marks import Mark
from samenspel.store import Store

ROOMS = (
    seeds_file, seeds_page, seeds_colour, seeds_text, seeds_reading, seeds_press, seeds_eye,
    seeds_inside, seeds_read_aloud, seeds_ways, seeds_edges, seeds_mixed,
    seeds_operator,
)  # fmt: skip
READ = (
    seeds_colour, seeds_text, seeds_eye, seeds_inside, seeds_ways, seeds_mixed, seeds_operator
)  # fmt: skip
"""Those whose faults are in what pages paint."""
SEEDS = [seed for room in ROOMS for seed in room.SEEDS]


MADE: dict[str, bytes] = {}


def made(seed: Seed) -> bytes:
    """The file of a seed, made once for all that reads it."""
    if str(seed) not in MADE:
        MADE[str(seed)] = seed.make()
    return MADE[str(seed)]


def told(one: Finding) -> str:
    """A finding with all that it says."""
    extent = goldens.numbers(*one.extent, digits=1) if one.extent else "-"
    return f"{one.severity.value} {one} | {extent} | {one.subject}"


def shown(mark: Mark) -> str:
    """What a page paints, to a hundredth of a point."""
    look, paint = mark.look, mark.look.paint
    core = goldens.numbers(*mark.core) if mark.core else "-"
    state = (
        f"{look.overprint:d}{look.overprint_mode} {look.alpha:g} {look.blend} {look.soft_mask:d}"
    )
    place = f"{goldens.numbers(*mark.box)} of {goldens.numbers(*mark.extent)} surely {core}"
    size = goldens.numbers(mark.text_size, mark.line_width, digits=3)
    more = f"{mark.name} {mark.pixels} {mark.bits} art {mark.art} {look.intent} {mark.sure:d}"
    return f"{mark.kind} {paint} {paint.total:g} {state} at {place} size {size} {more}\n"


@pytest.mark.parametrize("room", READ, ids=lambda room: room.__name__.rpartition("_")[2])
def test_what_a_page_paints_is_read_as_it_was(room: ModuleType) -> None:
    """Colour, state, place and size of all that each bad file adds to the clean card."""
    usual = set(_read(card()))
    parts = [
        f"{seed}\n" + "".join(f"  {line}" for line in _read(made(seed)) if line not in usual)
        for seed in room.SEEDS
    ]
    goldens.compare(f"marks-{room.__name__.rpartition('_')[2]}", "".join(parts))


def _read(pdf: bytes) -> list[str]:
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            pages = Document(opened, exact=True).pages
            return [shown(mark) for page in pages for mark in (*page.marks, *page.unseen)]
    except (pikepdf.PdfError, SamenspelError) as error:
        return [f"{type(error).__name__}\n"]


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_fault_is_told_by_its_check_at_its_place(seed: Seed) -> None:
    expected = replace(EXPECTED, **seed.expected)
    every = inspect(made(seed), expected, seed.thorough)
    goldens.section("findings", str(seed), "".join(f"{told(one)}\n" for one in every))
    found = counted(every)
    assert {finding.check for finding in found} == {seed.check}, [str(f) for f in found]
    first = found[0]
    assert first.page == seed.page
    assert first.message and first.remedy
    for one in found:
        named = not one.subject or one.subject in one.message
        assert named or not one.subject_named, (
            f'say subject_named=False: subject "{one.subject}" is not in "{one.message}"'
        )
        assert one.subject_named or not one.subject or not named, (
            f'leave subject_named out: subject "{one.subject}" is in "{one.message}"'
        )
    if seed.at is not None:
        assert first.position == pytest.approx(seed.at, abs=1.0)
        assert first.extent is not None and min(first.extent) >= 0


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_what_a_store_remembers_changes_no_finding(seed: Seed, tmp_path: Path) -> None:
    """Pages that were found sound are not read again, and all that is told stays the same."""
    expected, pdf = replace(EXPECTED, **seed.expected), made(seed)
    first = inspect(pdf, expected, seed.thorough)
    for _ in range(2):
        assert inspect(pdf, expected, seed.thorough, Store(tmp_path / "store")) == first


def counted(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


def test_the_clean_card_is_clean() -> None:
    strict = replace(EXPECTED, safe=4.0, radius=4.0)
    assert inspect(card(), strict, thorough=True) == []
    assert inspect(card(clean, seeds_press.ANNA), replace(strict, pages=2, duplex=True)) == []


GOOD = {name: (make, {}) for name, make in seeds_reading.GOOD.items()} | seeds_press.GOOD
GOOD |= seeds_eye.GOOD | seeds_read_aloud.GOOD | seeds_ways.GOOD | seeds_edges.GOOD
GOOD |= seeds_mixed.GOOD | seeds_operator.GOOD


@pytest.mark.parametrize("name", GOOD)
def test_good_files_of_the_same_kinds_are_clean(name: str) -> None:
    make, wanted = GOOD[name]
    found = inspect(make(), replace(EXPECTED, **wanted))
    assert [str(one) for one in counted(found)] == []


def test_every_check_has_a_seeded_fault() -> None:
    remarks = {check.id for check in CHECKS if check.severity is Severity.INFO}
    unseeded = {check.id for check in CHECKS} - {seed.check for seed in SEEDS}
    assert unseeded == remarks, (
        f"add a Seed to a tests/preflight/seeds_*.py for {sorted(unseeded - remarks)}; "
        f"a check of severity info has none: {sorted(remarks - unseeded)}"
    )
    assert len(SEEDS) >= 60
    assert len({str(seed) for seed in SEEDS}) == len(SEEDS)


def test_ink_that_cannot_be_measured_is_said() -> None:
    file = drawn("/T gs 1 0 0 0 k " + BOX, ExtGState=state(BM=Name.Luminosity))()
    found = inspect(file, replace(EXPECTED, transparency=True), thorough=True)
    assert [(one.check, one.severity, one.page) for one in found] == [
        ("ink-measured", Severity.INFO, 1)
    ]
    assert "Luminosity" in found[0].message
