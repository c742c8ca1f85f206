"""The file says whether it is trapped."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Name

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    stated = document.claims.entry("Trapped").lstrip("/")
    if stated in ("True", "False") and not isinstance(document.claims.info["/Trapped"], Name):
        yield Problem(
            say("Trapped is the text ({stated}); it must be the name /{stated}", stated=stated)
        )
    if stated not in ("True", "False"):
        message = "Trapped is missing; it must be True or False"
        if stated:
            message = say("Trapped is {stated}; it must be True or False", stated=stated)
        yield Problem(message)
        return
    in_xmp = document.claims.xmp("pdf:Trapped")
    if in_xmp and in_xmp != stated:
        yield Problem(say("Trapped is {info} in Info and {xmp} in XMP", info=stated, xmp=in_xmp))


CHECK = Check(
    id="trapped-key",
    title="The file says whether it is trapped",
    rationale=(
        "A press that traps a trapped file again, or does not trap one that it should, prints "
        "slits of light."
    ),
    remedy="set Trapped to False when finishing the file",
    source="PDF/X",
    run=_run,
)
