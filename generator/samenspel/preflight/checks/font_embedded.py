"""Every font is embedded."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry, kind

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for item in document.resources:
        if item.group == "Font" and not _embedded(item.value):
            name = kind(item.value, "/BaseFont") or item.name
            yield Problem(f"the font {name} is not embedded", item.page)


def _embedded(font: pikepdf.Object) -> bool:
    """A Type 3 font is its own program; a composite font's lies with its descendant."""
    if kind(font) == "Type3":
        return True
    children = entry(font, "/DescendantFonts")
    holder = children[0] if children is not None else font
    descriptor = entry(holder, "/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in PROGRAMS)


CHECK = Check(
    id="font-embedded",
    title="Every font is embedded",
    rationale=(
        "A font that is missing at the press is replaced by another, and lines break elsewhere."
    ),
    remedy="embed the font, or draw with one of the deck's own",
    source="PDF/X-4",
    run=_run,
)
