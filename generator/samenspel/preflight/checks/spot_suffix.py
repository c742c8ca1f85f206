"""Spot colours have no suffix for a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import spots
from samenspel.saying import say

SUFFIX = re.compile(r"\b(pantone|hks)\b.*\s(CV|CVC|CVU|CVP|U|M|CP|UP|EC)$", re.IGNORECASE)
"""Suffixes of older libraries; a plain C is the usual name of today."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for name, (page, mark) in spots(document).items():
        if found := SUFFIX.search(name):
            message = say(
                'the spot colour "{name}" has the suffix {suffix}', name=name, suffix=found[2]
            )
            yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="spot-suffix",
    title="Spot colours have no suffix for a paper",
    rationale=(
        "C, U or CVC after a number says on which paper it was looked at; as a name it makes a "
        "plate of its own."
    ),
    remedy="name the spot as the print shop does",
    source="GWG 2022 R0021",
    run=_run,
    severity=Severity.WARNING,
)
