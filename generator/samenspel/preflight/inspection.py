"""The inspection itself: finished bytes in, findings out."""

from __future__ import annotations

import io

import pikepdf

from samenspel.diagnostics import Severity, near_match
from samenspel.model.finding import Finding
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.memory import Memory
from samenspel.preflight.registry import BY_ID, CHECKS

DAMAGED = "damaged"
"""The id of what is found before any check can run."""

_MEMORY = Memory()
"""What files inspected earlier in this process held."""


def inspect(pdf: bytes, expected: Expectation, thorough: bool = False) -> list[Finding]:
    """All findings on a finished file, in the order of the checks. An empty list is a clean file.

    Reads the bytes alone and knows nothing of how they were made. ``thorough`` also takes the
    plates of every page. ``ValueError`` when ``expected.waived`` names a check that does not exist
    (a bug in the caller).
    """
    for name in expected.waived:
        if name not in BY_ID:
            raise ValueError(f'no check "{name}" to waive: {near_match(name, BY_ID)}')
    try:
        document = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PasswordError:
        return [
            _finding(BY_ID["encryption"], Problem("the file opens with a password only"), expected)
        ]
    except pikepdf.PdfError as error:
        return [_damaged(str(error))]
    with document:
        findings = [_damaged(str(warning)) for warning in document.get_warnings()]
        quick = Document(document, memory=_MEMORY)
        exact = Document(document, memory=_MEMORY, exact=True, source=pdf)
        for check in CHECKS:
            if check.thorough and not thorough:
                continue
            if check.thorough or any(True for _ in check.problems(quick, expected)):
                problems = check.problems(exact, expected)
                findings += [_finding(check, problem, expected) for problem in problems]
        damage = dict.fromkeys(quick.interpreter.damage + exact.interpreter.damage)
        return findings + [_damaged(message) for message in damage]


def _finding(check: Check, problem: Problem, expected: Expectation) -> Finding:
    reason = expected.waived.get(check.id)
    return Finding(
        check=check.id,
        severity=problem.severity if reason is None else Severity.INFO,
        message=problem.message if reason is None else f"{problem.message} (waived: {reason})",
        page=problem.page,
        position=problem.position,
        remedy=check.remedy,
        subject=problem.subject,
        extent=problem.extent,
    )


def _damaged(message: str) -> Finding:
    return Finding(DAMAGED, Severity.ERROR, message, remedy="write the file anew")
