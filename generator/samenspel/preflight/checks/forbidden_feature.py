"""No transfer functions, PostScript, LZW or images with alternates."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document, Resource
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry, kind

SETTINGS = {"TR": "Identity", "TR2": "Default", "HTP": ""}
"""Entries of graphics states that are forbidden, and the one value that is harmless."""
TOLD = ("OPI", "Alternates", "Ref")
"""Entries of forms and pictures that lead to something else than what is shown."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for item in document.resources:
        for what in _features(item):
            yield Problem(f"{what} in {item.name}", item.page, subject=item.name)
    pages = _pages(document)
    for stream in document.streams:
        page = pages.get(stream.objgen, 0)
        if "LZW" in str(stream.get("/Filter", "")):
            yield Problem("LZW compression", page, subject=kind(stream) or kind(stream, "/Type"))
        if "/F" in stream:
            yield Problem("a stream that lies in another file", page, subject=str(stream.F))


def _pages(document: Document) -> dict[tuple[int, int], int]:
    """The first page that a stream serves, as content or as a resource."""
    found: dict[tuple[int, int], int] = {}
    for page in document.pages:
        contents = entry(page.obj, "/Contents")
        for part in list(contents) if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(part, pikepdf.Stream):
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
                yield f"a graphics state with {key}"
        if entry(entry(value, "/HT"), "/TransferFunction") is not None:
            yield "a halftone with a transfer function"
    if item.group != "XObject" or not isinstance(value, pikepdf.Stream):
        return
    if kind(value) == "PS" or kind(value, "/Subtype2") == "PS":
        yield "PostScript"
    for key in TOLD:
        if f"/{key}" in value:
            yield f"an object with {key}"


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
