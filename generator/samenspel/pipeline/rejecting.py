"""What preflight found, in a maker's terms: which card, which file, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from samenspel.diagnostics import Diagnostic, Location
from samenspel.model.finding import Finding
from samenspel.pipeline.causes import Cause, Origin, cause
from samenspel.pipeline.edition import Edition
from samenspel.saying import counted, say


def diagnostics(
    edition: Edition, name: str, origin: Origin, findings: Iterable[Finding]
) -> list[Diagnostic]:
    """The findings on the file called ``name``, as messages.

    The same rule broken by the same object, picture or text, or by whole pages, is reported once,
    at its first place, with how many there are.
    """
    groups: dict[tuple[object, ...], list[tuple[Finding, Cause | None]]] = {}
    for finding in findings:
        found = cause(edition, origin, finding)
        on_page = found and (found.what and (found.where, found.key))
        words = "" if found else finding.message  # of the whole file each thing is wrong once
        key = finding.check, finding.severity, finding.subject, on_page, words
        groups.setdefault(key, []).append((finding, found))
    return [_diagnostic(name, *same[0], len(same) - 1) for same in groups.values()]


def _diagnostic(name: str, finding: Finding, found: Cause | None, more: int) -> Diagnostic:
    """The maker's file first, where it is known; else the file that was made."""
    message = finding.message
    if found and found.what:
        message += say(" ({what})", what=found.what)
    key = _place(finding, found, more)
    where = found.where if found else None
    if where is not None:
        key = say("{name} {key}", name=name, key=key)
    if where is not None and found is not None and found.key:
        message, key = say("{message}, in {key}", message=message, key=key), found.key
    return Diagnostic(
        finding.check, message, where or Location(name), key, finding.remedy, finding.severity
    )


def _place(finding: Finding, found: Cause | None, more: int) -> str:
    """``page 3 (blijf-balanceren front) at 12.0, 40.0 mm and 2 more places``."""
    place = say("page {page}", page=finding.page) if finding.page else say("file")
    if found:
        place += say(" ({page})", page=found.page)
    if finding.position is not None:
        place += say(" at {x:.1f}, {y:.1f} mm", x=finding.position.x, y=finding.position.y)
    if more:
        place += counted(" and {count} more place", " and {count} more places", count=more)
    return place
