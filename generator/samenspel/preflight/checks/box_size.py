"""The trim has the size that was asked for, with enough bleed around it."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.geometry import Box
from samenspel.units import to_mm

SLACK = 0.01
"""Millimetres: a hundredth is far below any cutter's tolerance."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        trim, bleed = page.box("TrimBox"), page.box("BleedBox")
        if trim is None:
            continue
        width, height = to_mm(trim[2] - trim[0]), to_mm(trim[3] - trim[1])
        wanted = expected.trim or (width, height)
        if abs(width - wanted[0]) > SLACK or abs(height - wanted[1]) > SLACK:
            yield Problem(
                f"the trim is {width:.2f} × {height:.2f} mm, not {wanted[0]:g} × {wanted[1]:g} mm",
                page.number,
            )
        if bleed is not None and (least := _least(trim, bleed)) < expected.bleed - SLACK:
            yield Problem(f"{least:.2f} mm bleed, not {expected.bleed:g} mm", page.number)


def _least(trim: Box, bleed: Box) -> float:
    """The smallest of the four distances, in mm."""
    sides = trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]
    return to_mm(min(sides))


CHECK = Check(
    id="box-size",
    title="The trim has the size that was asked for, with enough bleed around it",
    rationale=(
        "A card that is a millimetre too large jams the box, and too little bleed leaves "
        "white edges."
    ),
    remedy="build with the right format, or with the bleed that the print shop asks for",
    source="deck's own rule; GWG 2022 R0004",
    run=_run,
)
