"""Layers are all on, and each set of them has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.diagnostics import Severity
from samenspel.pdf.limits import MAX_FORMS
from samenspel.pdf.values import entry, listed
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import HIDDEN
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    properties = entry(document.root, "/OCProperties")
    sets = [entry(properties, "/D"), *listed(entry(properties, "/Configs"))]
    for one in sets if properties is not None else []:
        if not str(entry(one, "/Name") or ""):
            message = "a set of layers has no name"
            yield Problem(message, subject="OCProperties", subject_named=False)
        if entry(one, "/AS") is not None:
            yield Problem("layers switch themselves (AS)", subject="AS")
        ordered = {one.objgen for one in _flat(entry(one, "/Order"), 0)}
        for group in listed(entry(properties, "/OCGs")) if ordered else ():
            if group.objgen not in ordered:
                name = str(entry(group, "/Name") or "")
                message = say('the list of layers leaves out "{name}"', name=name)
                yield Problem(message, severity=Severity.WARNING, subject=name)
    names = [str(entry(one, "/Name") or "") for one in sets if properties is not None]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        yield Problem(say("two sets of layers are named {name}", name=name), subject=name)
    for page in document.doubtful:
        for mark in page.unseen:
            if mark.kind == HIDDEN:
                message = "something lies in a layer that is switched off"
                yield page.problem(message, mark, Severity.WARNING)
                break


def _flat(order: pikepdf.Object | None, depth: int) -> Iterator[pikepdf.Object]:
    """The layers of a list of layers, which may have lists in it (8.11.4.3)."""
    for one in listed(order) if depth <= MAX_FORMS else ():
        if isinstance(one, pikepdf.Array):
            yield from _flat(one, depth + 1)
        elif isinstance(one, pikepdf.Dictionary):
            yield one


CHECK = Check(
    id="layers",
    title="Layers are all on, and each set of them has a name",
    rationale=(
        "What is hidden on a screen may print, and the other way round: the file should settle it."
    ),
    remedy="merge the layers, or take out those that are not to be printed",
    source="PDF/X-4 (ISO 15930-7, second-hand)",
    run=_run,
)
