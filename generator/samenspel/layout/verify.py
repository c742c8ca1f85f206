"""What must hold for every laid-out page: texts stay in the safe zone and do not touch."""

from __future__ import annotations

from itertools import combinations

from samenspel.diagnostics import Diagnostic
from samenspel.layout.mistakes import named, remedy_for_glyphs
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame, Placement, TextRun
from samenspel.model.places import TextPath, key_of
from samenspel.units import MM_PER_POINT

SMALLEST_TYPE = 7.0
"""No type is smaller than this, in points."""


def run_box(run: TextRun) -> Box:
    """The box around a run, in mm: ascenders to descenders of an ordinary face."""
    em = run.size * MM_PER_POINT
    return Box(run.x, run.y - 0.72 * em, run.width, 0.92 * em)


def verify(frame: Frame, deck: Deck) -> list[Diagnostic]:
    """Problems of a page, each with the place of its text; empty when all is well."""
    problems: list[Diagnostic] = []
    runs = [item for item in frame.items if isinstance(item, TextRun) and item.text.strip()]
    boxes = [(run, run_box(run)) for run in runs]
    for run, box in boxes:
        if not frame.safe_box.contains(box, slack=0.05):
            problems.append(_of_text("layout-outside-safe", frame, deck, run, OUTSIDE))
        if run.size < SMALLEST_TYPE - 1e-6:
            problems.append(_of_text("layout-type-too-small", frame, deck, run, "is under 7 pt"))
    problems += _unseen(frame, deck)
    for (first, a), (second, b) in combinations(boxes, 2):
        if a.overlaps(b, slack=0.25):
            what = f"touches {second.text!r}"
            problems.append(_of_text("layout-collision", frame, deck, first, what))
    pictures = [item for item in frame.items if isinstance(item, Placement) and item.role == "logo"]
    for picture in pictures:
        if not frame.safe_box.contains(picture.box, slack=0.05):
            problems.append(
                _problem(
                    "layout-outside-safe", frame, deck, picture.art, OUTSIDE, ("@region", "logo")
                )
            )
        for run, box in boxes:
            if box.overlaps(picture.box, slack=0.1):
                what = f"touches {picture.art}"
                problems.append(_of_text("layout-collision", frame, deck, run, what))
    return problems


OUTSIDE = "leaves the safe zone"


def _unseen(frame: Frame, deck: Deck) -> list[Diagnostic]:
    """Characters that no font has, in small texts that are set without fitting (a sheet's slug)."""
    runs = [item for item in frame.items if isinstance(item, TextRun)]
    missing = {
        glyph.text: run for run in runs for glyph in run.glyphs if not glyph.gid and glyph.text
    }
    return [
        Diagnostic(
            "glyph-missing",
            f"page {frame.name}: no font has a glyph for {named(chars)} in {run.text!r}",
            deck.where(*run.source),
            key_of(run.source),
            remedy_for_glyphs(deck.language),
            subject=chars,
        )
        for chars, run in missing.items()
    ]


def _of_text(code: str, frame: Frame, deck: Deck, run: TextRun, what: str) -> Diagnostic:
    return _problem(code, frame, deck, run.text, what, run.source)


def _problem(
    code: str, frame: Frame, deck: Deck, name: str, what: str, source: TextPath
) -> Diagnostic:
    return Diagnostic(
        code,
        f"page {frame.name}: {name!r} {what}",
        deck.where(*source),
        key_of(source),
        "shorten the text, or choose a larger format",
    )
