"""No transfer functions, PostScript, LZW or images with alternates."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document, Resource
from samenspel.preflight.expectation import Expectation

SETTINGS = {"TR": "Identity", "TR2": "Default", "HTP": ""}
"""Entries of graphics states that are forbidden, and the one value that is harmless."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for item in document.resources:
        for what in _features(item):
            yield Problem(f"{what} in {item.name}", item.page)


def _features(item: Resource) -> Iterator[str]:
    value = item.value
    if item.group == "ExtGState":
        for key, harmless in SETTINGS.items():
            if f"/{key}" in value and str(value[f"/{key}"]) != f"/{harmless}":
                yield f"a graphics state with {key}"
    if item.group != "XObject" or not isinstance(value, pikepdf.Stream):
        return
    if str(value.get("/Subtype", "")) == "/PS" or str(value.get("/Subtype2", "")) == "/PS":
        yield "PostScript"
    for key in ("OPI", "Alternates", "Ref", "F"):
        if f"/{key}" in value:
            yield f"an object with {key}"
    if "LZWDecode" in str(value.get("/Filter", "")):
        yield "LZW compression"


CHECK = Check(
    id="forbidden-feature",
    title="No transfer functions, PostScript, LZW or images with alternates",
    rationale=(
        "Each of these leaves to the device what the file should settle, and PDF/X forbids it."
    ),
    remedy="write the file without the feature named",
    source="PDF/X-4",
    run=_run,
)
