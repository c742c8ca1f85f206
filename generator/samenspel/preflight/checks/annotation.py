"""No notes, links or form fields where the page prints."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.geometry import Box, intersect, transform
from samenspel.pdf.values import box, entry, kind, listed, whole
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.page import PageView
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        for note in listed(entry(page.obj, "/Annots")):
            yield from _note(page, note)
    if _asks(entry(document.root, "/AcroForm")):
        signed = whole(document.root.AcroForm, "/SigFlags", 0) & 1
        what = "a digital signature, which is a form field" if signed else "a form with fields"
        message = say("the file has {what}", what=what)
        yield Problem(message, subject="AcroForm", subject_named=False)


def _asks(form: pikepdf.Object | None) -> bool:
    """True for a form that has anything; programs leave an empty one behind."""
    if not isinstance(form, pikepdf.Dictionary):
        return False
    rest = "/XFA" in form or whole(form, "/SigFlags", 0) != 0
    return rest or bool(listed(entry(form, "/Fields")))


def _note(page: PageView, note: pikepdf.Object) -> Iterator[Problem]:
    """One annotation; printers' marks and traps may stand outside the bleed, as may all others."""
    name = kind(note)
    if lies_inside(page, note):
        message = say("an annotation ({name})", name=name)
        yield page.problem(message, _area(page, note), subject=name)


def lies_inside(page: PageView, note: pikepdf.Object) -> bool:
    """True when an annotation touches what is printed."""
    return intersect(_area(page, note), page.bleed) is not None


def _area(page: PageView, note: pikepdf.Object) -> Box:
    unit = page.user_unit
    return transform(box(note, "/Rect") or page.media, (unit, 0.0, 0.0, unit, 0.0, 0.0))


CHECK = Check(
    id="annotations",
    title="No notes, links or form fields where the page prints",
    rationale=(
        "Notes, links and fields may or may not print; PDF/X forbids them where the page prints."
    ),
    remedy="remove annotations, links and form fields",
    source="PDF/X",
    run=_run,
)
