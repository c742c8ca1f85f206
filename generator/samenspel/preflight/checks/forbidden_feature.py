"""No transfer functions, PostScript, LZW or images with alternates."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind, parts, whole
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document, Resource
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import IMAGE
from samenspel.preflight.operators.objects import PACKED_LZW
from samenspel.saying import say

SETTINGS = {"TR": "", "TR2": "Default", "HTP": ""}
"""Entries of graphics states that are forbidden, and the one value that is harmless."""
HALFTONES = (1, 5)
"""Types of halftones that leave the screen to the press (ISO 15930-7, second-hand)."""
TOLD = ("OPI", "Alternates", "Ref")
"""Entries of forms and pictures that lead to something else than what is shown."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for item in document.resources:
        for what in _features(item):
            feature = say("{what} in {name}", what=what, name=item.name)
            yield Problem(feature, item.page, subject=item.name)
    for page in document.doubtful:
        for mark in page.of_kind(IMAGE):
            if mark.name == PACKED_LZW:
                yield page.problem("LZW compression", mark, subject=mark.name, named=False)
    pages = _pages(document)
    for stream in document.streams:
        number = pages.get(stream.objgen, 0)
        if "LZW" in str(stream.get("/Filter", "")):
            subject = kind(stream) or kind(stream, "/Type")
            yield Problem("LZW compression", number, subject=subject, subject_named=False)
        if "/F" in stream:
            message, other = "a stream that lies in another file", str(stream.F)
            yield Problem(message, number, subject=other, subject_named=False)


def _pages(document: Document) -> dict[tuple[int, int], int]:
    """The first page that a stream serves, as content or as a resource."""
    found: dict[tuple[int, int], int] = {}
    for page in document.pages:
        for part in parts(page.page):
            found.setdefault(part.objgen, page.number)
    for item in document.resources:
        if isinstance(item.value, pikepdf.Stream):
            found.setdefault(item.value.objgen, item.page)
    return found


def _features(item: Resource) -> Iterator[str]:
    value = item.value
    if item.group == "ExtGState":
        for key, harmless in SETTINGS.items():
            if f"/{key}" in value and str(value[f"/{key}"]) != f"/{harmless}":
                yield say("a graphics state with {key}", key=key)
        yield from _halftone(entry(value, "/HT"))
    if item.group != "XObject" or not isinstance(value, pikepdf.Stream):
        return
    if kind(value) == "PS" or kind(value, "/Subtype2") == "PS":
        yield "PostScript"
    for key in TOLD:
        if f"/{key}" in value:
            yield say("an object with {key}", key=key)


def _halftone(halftone: pikepdf.Object | None) -> Iterator[str]:
    """What is wrong with a halftone; only the press's own may be named."""
    if isinstance(halftone, pikepdf.Name) and str(halftone) != "/Default":
        yield say("the halftone {name}", name=str(halftone)[1:])
    for screen in _screens(halftone):
        if "/TransferFunction" in screen:
            yield "a halftone with a transfer function"
        if "/HalftoneName" in screen:
            yield "a halftone with a name"
        if (number := whole(screen, "/HalftoneType", 1)) not in HALFTONES:
            yield say("a halftone of type {number}", number=number)


def _screens(halftone: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """A halftone, and those of single plates that one of type 5 is made of (10.6.5.6)."""
    if not isinstance(halftone, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    yield halftone
    if isinstance(halftone, pikepdf.Dictionary):
        parts = (value for _, value in halftone.items())
        yield from (p for p in parts if isinstance(p, (pikepdf.Dictionary, pikepdf.Stream)))


CHECK = Check(
    id="forbidden-feature",
    title="No transfer functions, PostScript, LZW or images with alternates",
    rationale=(
        "Each of these leaves to the device what the file should settle, and PDF/X forbids it."
    ),
    remedy="write the file without the feature named",
    source="PDF/X",
    run=_run,
)
