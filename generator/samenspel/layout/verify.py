"""What must hold for every laid-out page: texts stay in the safe zone and do not touch."""

from __future__ import annotations

from itertools import combinations

from samenspel.diagnostics import Diagnostic
from samenspel.model.frame import Box, Frame, Placement, TextRun
from samenspel.units import MM_PER_POINT

SMALLEST_TYPE = 7.0
"""No type is smaller than this, in points."""


def run_box(run: TextRun) -> Box:
    """The box around a run, in mm: ascenders to descenders of an ordinary face."""
    em = run.size * MM_PER_POINT
    return Box(run.x, run.y - 0.72 * em, run.width, 0.92 * em)


def verify(frame: Frame) -> list[Diagnostic]:
    """Problems of a page; empty when all is well."""
    problems: list[Diagnostic] = []
    runs = [item for item in frame.items if isinstance(item, TextRun) and item.text.strip()]
    boxes = [(run, run_box(run)) for run in runs]
    for run, box in boxes:
        if not frame.safe_box.contains(box, slack=0.05):
            problems.append(
                _problem("layout-outside-safe", frame, run.text, "leaves the safe zone")
            )
        if run.size < SMALLEST_TYPE - 1e-6:
            problems.append(_problem("layout-type-too-small", frame, run.text, "is under 7 pt"))
    problems += _unseen(frame)
    for (first, a), (second, b) in combinations(boxes, 2):
        if a.overlaps(b, slack=0.25):
            what = f"touches {second.text!r}"
            problems.append(_problem("layout-collision", frame, first.text, what))
    pictures = [item for item in frame.items if isinstance(item, Placement) and item.role == "logo"]
    for picture in pictures:
        if not frame.safe_box.contains(picture.box, slack=0.05):
            problems.append(
                _problem("layout-outside-safe", frame, picture.art, "leaves the safe zone")
            )
        for run, box in boxes:
            if box.overlaps(picture.box, slack=0.1):
                what = f"touches {picture.art}"
                problems.append(_problem("layout-collision", frame, run.text, what))
    return problems


def _unseen(frame: Frame) -> list[Diagnostic]:
    """Characters that no font has, in small texts that are set without fitting (labels)."""
    runs = [item for item in frame.items if isinstance(item, TextRun)]
    missing = {
        glyph.text: run.text for run in runs for glyph in run.glyphs if not glyph.gid and glyph.text
    }
    return [
        Diagnostic(
            "glyph-missing",
            f"page {frame.name}: no font has a glyph for {char} (U+{ord(char[0]):04X}) in {text!r}",
            remedy="write it with other characters, or name a font that has them",
        )
        for char, text in missing.items()
    ]


def _problem(code: str, frame: Frame, text: str, what: str) -> Diagnostic:
    return Diagnostic(
        code,
        f"page {frame.name}: {text!r} {what}",
        remedy="shorten the text, or choose a larger format",
    )
