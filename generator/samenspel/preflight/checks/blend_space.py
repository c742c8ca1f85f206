"""What is transparent is mixed in the press colours."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.colour import space_of
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        if found := _foreign(entry(page.obj, "/Group")):
            yield page.problem(f"the page is blended in {found}", subject=found)
    for item in document.resources:
        held = item.value if item.group == "XObject" else entry(entry(item.value, "/SMask"), "/G")
        if item.group in ("XObject", "ExtGState") and (found := _foreign(entry(held, "/Group"))):
            yield Problem(f"{item.name} is blended in {found}", item.page, subject=found)


def _foreign(group: pikepdf.Object | None) -> str:
    """The blend space of a group when it is not the press's own; a soft mask's may be grey."""
    space = entry(group, "/CS")
    if space is None:
        return ""
    found = space_of(space, None)
    return "" if found.family in ("DeviceCMYK", "DeviceGray") else str(found)


CHECK = Check(
    id="blend-space",
    title="What is transparent is mixed in the press colours",
    rationale=(
        "Mixed in RGB, every colour below goes to RGB and back, and black text comes out in four "
        "inks."
    ),
    remedy="set the blend space of the page to CMYK",
    source="GWG 2022 R0030",
    run=_run,
)
