"""Figures say in words what they show."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.diagnostics import Severity
from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry, listed
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation

SHOWN = ("Figure", "Formula")


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    tree = entry(document.root, "/StructTreeRoot")
    if not expected.tagged or tree is None:
        return
    numbers = {page.obj.objgen: page.number for page in document.pages}
    for kind, one in elements(tree):
        if kind not in SHOWN:
            continue
        page = entry(one, "/Pg")
        number = numbers.get(page.objgen, 0) if page is not None else 0
        words = (entry(one, "/Alt"), entry(one, "/ActualText"))
        if not any(str(word).strip() for word in words if word is not None):
            yield Problem("a figure has no words for what it shows", number)
        if kind == "Figure" and _on_one_page(one) and not _says_where(tree, one):
            message = "a figure does not say where on its page it lies (BBox)"
            yield Problem(message, number, severity=Severity.WARNING)


def _on_one_page(figure: pikepdf.Object) -> bool:
    """Whether it is made of marks of its own page alone; of others it need not say a place."""
    marks = _listed(entry(figure, "/K"))
    return bool(marks) and all(isinstance(one, int) for one in marks)


def _says_where(tree: pikepdf.Object, figure: pikepdf.Object) -> bool:
    """In attributes of its own, or of a class that it names (ISO 32000-1, 14.7.5)."""
    classes = entry(tree, "/ClassMap")
    found = _listed(entry(figure, "/A"))
    for name in _listed(entry(figure, "/C")):
        if isinstance(name, pikepdf.Name):
            found += _listed(entry(classes, str(name)))
    return any(entry(one, "/BBox") is not None for one in found
               if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)))  # fmt: skip


def _listed(held: pikepdf.Object | None) -> list[object]:
    """An array's entries, or what stands there alone."""
    if held is None:
        return []
    return list(listed(held)) if isinstance(held, pikepdf.Array) else [held]


CHECK = Check(
    id="tagged-alt",
    title="Figures say in words what they show",
    rationale="A screen reader says “image” and nothing more.",
    remedy="give each figure an alternative text and its place, or make it an artifact",
    source="ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3",
    run=_run,
    thresholds=("tagged",),
)
