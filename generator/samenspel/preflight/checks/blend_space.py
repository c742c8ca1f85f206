"""What is transparent is mixed in the press colours."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.spaces import Spaces
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        if found := _foreign(entry(page.obj, "/Group"), gray=True):
            message = say("the page is blended in {space}", space=found)
            yield page.problem(message, subject=found)
    for item in document.resources:
        mask = item.group == "ExtGState"
        held = entry(entry(item.value, "/SMask"), "/G") if mask else item.value
        found = _foreign(entry(held, "/Group"), gray=mask)
        if found and (mask or item.group == "XObject"):
            message = say("{name} is blended in {space}", name=item.name, space=found)
            yield Problem(message, item.page, subject=found)


def _foreign(group: pikepdf.Object | None, *, gray: bool = False) -> str:
    """The blend space of a group when it is not the press's own.

    That of a soft mask may be grey, and that of a page on which all is; a group that is placed
    loses its colour in grey.
    """
    space = entry(group, "/CS")
    if space is None:
        return ""
    found = Spaces().find(space, None)
    allowed = ("DeviceCMYK", "DeviceGray") if gray else ("DeviceCMYK",)
    return "" if found.family in allowed else str(found)


CHECK = Check(
    id="blend-space",
    title="What is transparent is mixed in the press colours",
    rationale=(
        "Mixed in RGB, every colour below goes to RGB and back, and black text is printed in four "
        "inks."
    ),
    remedy="set the blend space of the page to CMYK",
    source="GWG 2022 R0030",
    run=_run,
)
