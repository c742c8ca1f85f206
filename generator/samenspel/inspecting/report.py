"""What preflight found in files, as data that every kind of report is written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import ExitCode
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS, Expectation, Overview
from samenspel.printable import ranges
from samenspel.saying import counted, listed, say

if TYPE_CHECKING:
    from samenspel.proofing import PagePicture

ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
MAX_OBJECTS = 3
"""Objects that are named where many have the same fault."""
TITLES = {check.id: check.title for check in CHECKS} | {
    "damaged": "The file can be read as it was written",
    "too-complex": "The file can be read in bounded memory and time",
}


class Verdict(Enum):
    """What becomes of a file."""

    PASSED = "passed"
    WARNINGS = "warnings"
    REJECTED = "rejected"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one check that are equally bad, in the file's order."""

    check: str
    severity: Severity
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The rule, in words."""
        return TITLES.get(self.check, self.check)

    @property
    def remedy(self) -> str:
        """How to mend it."""
        return self.findings[0].remedy

    @property
    def messages(self) -> list[tuple[str, list[Finding]]]:
        """Each message once, with all findings that say the same."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.message, []).append(finding)
        return list(found.items())


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file."""

    file: str
    findings: tuple[Finding, ...] = ()
    overview: Overview | None = None
    unreadable: Diagnostic | None = None
    """Why nothing is known of it."""
    pictures: Mapping[int, PagePicture] = field(default_factory=dict)
    """By page, from 1."""
    more: int = 0
    """Findings beyond those that are kept."""

    def count(self, severity: Severity) -> int:
        """How many findings are so bad."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def faults(self, severity: Severity) -> int:
        """How many different faults are so bad, at however many places."""
        same = {(one.check, one.message) for one in self.findings if one.severity is severity}
        return len(same)

    @property
    def verdict(self) -> Verdict:
        """The worst that was found."""
        if self.unreadable is not None:
            return Verdict.UNREADABLE
        if self.count(Severity.ERROR):
            return Verdict.REJECTED
        return Verdict.WARNINGS if self.count(Severity.WARNING) else Verdict.PASSED

    @property
    def groups(self) -> list[Group]:
        """Findings by check, errors first, else in the order of the checks."""
        found: dict[tuple[int, str], list[Finding]] = {}
        for finding in self.findings:
            key = ORDER.index(finding.severity), finding.check
            found.setdefault(key, []).append(finding)
        ordered = sorted(found.items(), key=lambda item: item[0][0])
        return [Group(check, ORDER[rank], tuple(same)) for (rank, check), same in ordered]


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """All files, and what they were held against."""

    files: tuple[FileReport, ...]
    """In the order in which they were named."""
    against: str
    """The name of the profile or press."""
    expected: Expectation
    """Its numbers."""

    def exit_code(self, *, strict: bool = False) -> ExitCode:
        """``ACCESS`` when a file could not be read, else ``PREFLIGHT`` when one has an error.

        ``strict`` counts warnings as errors.
        """
        verdicts = {file.verdict for file in self.files}
        if Verdict.UNREADABLE in verdicts:
            return ExitCode.ACCESS
        bad = {Verdict.REJECTED, Verdict.WARNINGS} if strict else {Verdict.REJECTED}
        return ExitCode.PREFLIGHT if verdicts & bad else ExitCode.DONE


def verdict_line(file: FileReport) -> str:
    """The verdict on a file in one sentence."""
    errors = counted("1 error", "{count} errors", count=file.faults(Severity.ERROR))
    warned = file.faults(Severity.WARNING)
    warnings = counted("1 warning", "{count} warnings", count=warned)
    if file.verdict is Verdict.REJECTED:
        faults = say("{errors} and {warnings}", errors=errors, warnings=warnings)
        return say(
            "{faults}: a print shop may refuse this file or print it badly",
            faults=faults if warned else errors,
        )
    if file.verdict is Verdict.WARNINGS:
        return say("{warnings}, no error: look before you print", warnings=warnings)
    unread = file.verdict is Verdict.UNREADABLE
    return "cannot be read" if unread else "no error and no warning"


def facts(file: FileReport) -> list[str]:
    """What the file says of itself, piece by piece."""
    known = file.overview
    if known is None:
        return []
    first, *others = known.sizes
    size = say("{width:g} × {height:g} mm", width=first.width, height=first.height)
    if others:
        more = counted("1 other size", "{count} other sizes", count=len(others))
        size = say("{size} and {more}", size=size, more=more)
    found = [
        counted("1 page", "{count} pages", count=known.pages),
        size,
        say("{bleed:g} mm bleed", bleed=first.bleed) if first.bleed else "no bleed",
        f"PDF {known.version}",
        known.condition or "no printing condition",
    ]
    return [*found, known.maker] if known.maker else found


def places(findings: Sequence[Finding]) -> str:
    """Where findings that say the same are: ``pages 1–4, 7``, with a place and the objects."""
    return listed([_where(findings), *_objects(findings)], "; ")


def _objects(findings: Sequence[Finding]) -> list[str]:
    """The objects in the file, where the message does not name them."""
    named = (one.subject for one in findings if one.subject and not one.subject_named)
    found = list(dict.fromkeys(named))
    over = len(found) - MAX_OBJECTS
    return found[:MAX_OBJECTS] + ([say("{count} more", count=over)] if over > 0 else [])


def _where(findings: Sequence[Finding]) -> str:
    pages = sorted({finding.page for finding in findings if finding.page})
    if not pages:
        return "the file"
    text = counted("page {pages}", "pages {pages}", count=len(pages), pages=ranges(pages))
    placed = [finding.position for finding in findings if finding.position is not None]
    if not placed:
        return text
    x, y = placed[0]
    if len(findings) == 1:
        return say("{pages}, at {x:.1f} × {y:.1f} mm", pages=text, x=x, y=y)
    return say(
        "{pages}; {count} places, the first at {x:.1f} × {y:.1f} mm",
        pages=text, count=len(findings), x=x, y=y,
    )  # fmt: skip
