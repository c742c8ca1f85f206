"""All pages are cut to one size."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import TRIM
from samenspel.saying import say
from samenspel.units import Size


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    sizes = [page.place(page.trim).size for page in document.pages]
    usual = max(sizes, key=sizes.count, default=Size(0.0, 0.0))
    for page, size in zip(document.pages, sizes, strict=True):
        if max(abs(size.width - usual.width), abs(size.height - usual.height)) > TRIM:
            found, other = (say("{w:.2f} × {h:.2f} mm", w=w, h=h) for w, h in (size, usual))
            message = say(
                "the trim is {found}, that of most pages {other}", found=found, other=other
            )
            yield page.problem(message, page.trim, subject="TrimBox", named=False)


CHECK = Check(
    id="box-equal",
    title="All pages are cut to one size",
    rationale="A sheet is cut in one go: a card of another size is cut wrong, or the others are.",
    remedy="bring all pages to the same trim size",
    source="GWG 2022 R0004",
    run=_run,
    severity=Severity.WARNING,
)
