"""Damaged PDF files through preflight: findings or "cannot be read", and every report written."""

from __future__ import annotations

import json
from functools import cache

from tests.fuzz.harness import Target
from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import seeds

from samenspel.inspecting.data import as_json
from samenspel.inspecting.markdown import as_markdown
from samenspel.inspecting.report import FileReport, PreflightReport
from samenspel.preflight import Expectation, UnreadableError, inspect
from samenspel.preflight.overview import overview

EXPECTED = Expectation(pages=1, trim=(105, 148), bleed=3, output_condition="FOGRA39")


@cache
def _seeds() -> list[bytes]:
    return seeds()


def sound() -> bytes:
    """A file as it is."""
    return _seeds()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged PDF file."""
    return mutated(_seeds(), number, seed)


def judged(pdf: bytes) -> str:
    """Read one file in all ways and say how it ended. What nobody foresaw is raised."""
    try:
        known = overview(pdf)
    except UnreadableError:
        return "unreadable"
    found = inspect(pdf, EXPECTED)
    report = PreflightReport((FileReport("x.pdf", tuple(found), known),), "x", EXPECTED)
    json.loads(as_json(report), parse_constant=_no_number)
    as_json(report).encode()
    as_markdown(report).encode()
    return "findings" if found else "clean"


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


TARGET = Target("preflight", ".pdf", made, judged, sound)
