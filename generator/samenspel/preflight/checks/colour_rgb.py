"""All colour is the press's own: no RGB, no calibrated or ICC colour."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        told: set[str] = set()
        for mark in page.marks:
            space = mark.look.paint.space
            if not space.press_colour and str(space) not in told:
                told.add(str(space))
                position = page.position(mark)
                yield Problem(f"{mark.kind} in {space}", page.number, position)
    yield from _defaults(document)


def _defaults(document: Document) -> Iterator[Problem]:
    """``DefaultCMYK`` and its like silently turn device colour into ICC colour (8.6.5.6)."""
    for item in document.resources:
        if item.group == "ColorSpace" and item.name.startswith("Default"):
            yield Problem(f"{item.name} replaces the press's own colour", item.page)
    for page in document.pages:
        space = entry(entry(page.obj, "/Group"), "/CS")
        if isinstance(space, pikepdf.Name) and str(space) == "/DeviceRGB":
            yield Problem("the page is blended in DeviceRGB", page.number)


CHECK = Check(
    id="colour-rgb",
    title="All colour is the press's own: no RGB, no calibrated or ICC colour",
    rationale=(
        "Colour that still has to be converted comes out differently in every program, "
        "and black text turns into four inks."
    ),
    remedy="give the colour as CMYK, and pictures converted with the press's profile",
    source="GWG 2022 R0027; PDF/X-4",
    run=_run,
)
