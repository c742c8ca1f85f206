"""Every picture has all of its data, in the form that it is said to be in."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import SPOILED
from samenspel.preflight.page import PageView
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    yield from _inline(document)
    shown = _shown(document)
    for item in document.resources:
        if item.group != "XObject" or item.name not in shown:
            continue
        if not isinstance(item.value, pikepdf.Stream) or kind(item.value) != "Image":
            continue
        page = shown[item.name]
        for what, image in _parts(item.value):
            if fault := document.picture_fault(image):
                mark = page.first_picture(item.name)
                message = say("the {what} {name}: {fault}", what=what, name=item.name, fault=fault)
                yield page.problem(message, mark, subject=item.name)


def _inline(document: Document) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.unseen:
            if mark.kind == SPOILED:
                message = say("a picture in the content: {fault}", fault=mark.name)
                yield page.problem(message, mark)


def _shown(document: Document) -> dict[str, PageView]:
    """The names of all pictures that show, with the first page of each."""
    found: dict[str, PageView] = {}
    for page in document.pages:
        for name in page.pictures:
            found.setdefault(name, page)
    return found


def _parts(image: pikepdf.Stream) -> Iterator[tuple[str, pikepdf.Object]]:
    """The picture, and what masks it."""
    yield say("picture"), image
    for key in ("/SMask", "/Mask"):
        mask = entry(image, key)
        if isinstance(mask, pikepdf.Stream):
            yield "mask of the picture", mask


CHECK = Check(
    id="image-data",
    title="Every picture has all of its data, in the form that it is said to be in",
    rationale=(
        "A picture that is cut off or mislabelled prints white, grey or skewed, or stops the RIP; "
        "screens often show what they can."
    ),
    remedy="place the picture anew from its source, and export the page again",
    source="PDF/X; ISO 32000-1, 8.9.5",
    run=_run,
)
