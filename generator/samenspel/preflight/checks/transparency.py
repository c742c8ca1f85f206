"""Nothing is transparent where the standard or the shop forbids it."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import OPAQUE, Look
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    live = document.rules(expected).live
    if expected.transparency and live:
        return
    if not live:
        yield from _groups(document)
    for page in document.doubtful:
        reported: set[str] = set()
        for mark in page.marks:
            for what in _effects(mark.look):
                if what not in reported:
                    message = say("{kind} with {what}", kind=say(mark.kind), what=what)
                    yield page.problem(message, mark, subject=what)
                reported.add(what)


def _groups(document: Document) -> Iterator[Problem]:
    """Groups that blend by themselves, which came with PDF 1.4 (11.6.6)."""
    for page in document.pages:
        if _blends(page.obj):
            yield page.problem("the page is a transparency group", subject="Group", named=False)
    for item in document.resources:
        if item.group == "XObject" and _blends(item.value):
            message = say("{name} is a transparency group", name=item.name)
            yield Problem(message, item.page, subject=item.name)


def _blends(holder: pikepdf.Object) -> bool:
    group = entry(holder, "/Group")
    return group is not None and kind(group, "/S") == "Transparency"


def _effects(look: Look) -> Iterator[str]:
    if look.soft_mask:
        yield "a soft mask"
    if look.alpha < 1:
        yield say("an opacity of {opacity:g}", opacity=look.alpha)
    if look.blend not in OPAQUE:
        yield say("the blend mode {mode}", mode=look.blend)


CHECK = Check(
    id="transparency",
    title="Nothing is transparent where the standard or the shop forbids it",
    rationale="Old devices flatten transparency in their own way, with seams and changed colour.",
    remedy="mix the colours before drawing, and give pictures a ground",
    source="PDF/X-1a and X-3; deck's own rule",
    run=_run,
    thresholds=("transparency",),
)
