"""The inspection itself: finished bytes in, findings out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeVar

import pikepdf

from samenspel.diagnostics import Severity, near_match
from samenspel.model.finding import Finding
from samenspel.pdf.limits import (
    BAD,
    MAX_DAMAGE,
    MAX_PAGES,
    TooLargeError,
    bounded,
    plain,
    reason,
)
from samenspel.pdf.opening import opened
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.keeping import Keeper
from samenspel.preflight.memory import Memory
from samenspel.preflight.registry import BY_ID, CHECKS
from samenspel.saying import say
from samenspel.store import Store
from samenspel.units import Point, Size

_Pair = TypeVar("_Pair", Point, Size)

DAMAGED = "damaged"
"""The id of what is found before any check can run."""

EMPTY = "page-empty"
"""The id of what cannot be said of a file that could not be read to its end."""

TOO_COMPLEX = "too-complex"
"""The id of what asks for more memory or time than a reader should give."""

UNREADABLE = -1
"""Stands for all pages of a file that a check could not read."""

ERROR = Severity.ERROR
HARMLESS = re.compile(
    r"reported number of objects|duplicated key|expected endobj|carriage return only"
    r"|extraneous whitespace|proper line terminator|/Type key should be|stray #"
    r"|bad indirect reference \(0 0 R\)|supplied file ID|ignoring.* trailing"
)
"""What qpdf remarks on and reads all the same, as every other program does."""

_MEMORY = Memory()
"""What files inspected earlier in this process held."""


def inspect(
    pdf: bytes, expected: Expectation, thorough: bool = False, store: Store | None = None
) -> list[Finding]:
    """All findings on a finished file, in the order of the checks. An empty list is a clean file.

    Reads the bytes alone and knows nothing of how they were made; memory and time are bounded by
    ``limits``. ``thorough`` also takes the
    plates of every page. What streams paint is read once: in this process, and with a ``store`` in
    all. ``ValueError`` when ``expected.waived`` names a check that does not exist
    (a bug in the caller).
    """
    for name in expected.waived:
        if name not in BY_ID:
            raise ValueError(f'no check "{name}" to waive: {near_match(name, BY_ID)}')
    store = store or Store(None)
    _MEMORY.marks.keeper = Keeper(store)
    with bounded(pictures=thorough):
        try:
            document = opened(pdf)
        except pikepdf.PasswordError:
            locked = Problem("the file opens with a password only")
            return [_finding(BY_ID["encryption"], locked, expected)]
        except BAD as error:
            return [_damaged(reason(error))]
        with document:
            found = _inspected(document, pdf, expected, store, thorough=thorough)
            return list(dict.fromkeys(found))


def _inspected(
    document: pikepdf.Pdf, source: bytes, expected: Expectation, store: Store, *, thorough: bool
) -> Iterator[Finding]:
    for warning in document.get_warnings()[:MAX_DAMAGE]:
        yield _damaged(str(warning), Severity.INFO if HARMLESS.search(str(warning)) else ERROR)
    try:
        count = len(document.pages)
    except BAD as error:
        yield _damaged(reason(error))
        return
    if count > MAX_PAGES:
        yield _too_complex(say("the file has {count:,} pages", count=count))
        return
    quick = Document(document, memory=_MEMORY, source=source, judged=(store, expected))
    exact = Document(document, memory=_MEMORY, exact=True, source=source, quick=quick)
    found: set[int] = set()
    for check in CHECKS:
        plates = check.thorough and not thorough
        exact.suspected = _suspected(check, quick, expected) if plates else None
        if exact.suspected is None or exact.suspected:
            yield from _checked(check, quick, exact, expected, found)
    for message in quick.interpreter.damage + exact.interpreter.damage:
        yield _damaged(message)
    for page, message in sorted((quick.excess | exact.excess).items()):
        yield _too_complex(message, page)
    if not exact.interpreter.damage and not exact.excess and UNREADABLE not in found:
        quick.keep_sound(found)


def _suspected(check: Check, quick: Document, expected: Expectation) -> frozenset[int]:
    """The pages that a thorough check looks at in any case; others report what is damaged."""
    try:
        return check.suspects(quick, expected) if check.suspects else frozenset()
    except (TooLargeError, *BAD):
        return frozenset()


def _checked(
    check: Check, quick: Document, exact: Document, expected: Expectation, found: set[int]
) -> Iterator[Finding]:
    """What one check finds; the pages of it are added to ``found``.

    What is too damaged for it to judge is reported, never passed over.
    """
    try:
        first = check.problems(quick, expected) if not check.thorough else ()
        pages = frozenset(problem.page for problem in first)
        found |= pages
        exact.focus = pages if pages and 0 not in pages else None
        if check.thorough or pages:
            for problem in check.problems(exact, expected):
                if check.id != EMPTY or not (exact.excess or exact.interpreter.damage):
                    yield _finding(check, problem, expected)
    except TooLargeError as error:
        found.add(UNREADABLE)
        yield _too_complex(reason(error))
    except BAD as error:
        found.add(UNREADABLE)
        why = reason(error)
        yield _damaged(say("the check {check} cannot be made: {why}", check=check.id, why=why))


def _finding(check: Check, problem: Problem, expected: Expectation) -> Finding:
    reason = expected.waived.get(check.id)
    severity = problem.severity or check.severity
    message = plain(problem.message)
    if reason is not None:
        message = say("{message} (waived: {reason})", message=message, reason=reason)
    return Finding(
        check=check.id,
        severity=severity if reason is None else Severity.INFO,
        message=message,
        page=problem.page,
        position=_finite(problem.position),
        remedy=check.remedy,
        subject=plain(problem.subject),
        extent=_finite(problem.extent),
        subject_named=problem.subject_named,
    )


def _finite(pair: _Pair | None) -> _Pair | None:
    """A place, unless a damaged file puts it nowhere."""
    return pair if pair is not None and all(map(math.isfinite, pair)) else None


def _damaged(message: str, severity: Severity = ERROR) -> Finding:
    return Finding(DAMAGED, severity, plain(message), remedy="write the file anew")


def _too_complex(message: str, page: int = 0) -> Finding:
    remedy = "simplify it in the program that made it"
    return Finding(TOO_COMPLEX, Severity.ERROR, message, page, remedy=remedy)
