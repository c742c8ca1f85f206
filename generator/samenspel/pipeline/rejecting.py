"""What preflight found, told to the maker: which card, what in the maker's files, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samenspel.diagnostics import Diagnostic, Location
from samenspel.model.finding import Finding
from samenspel.pipeline.causes import Cause, Origin, cause
from samenspel.pipeline.edition import Edition


def rejected_name(name: str) -> str:
    """What a file is called when preflight stops it: ``cards.rejected.pdf``."""
    return name.removesuffix(".pdf") + ".rejected.pdf"


def diagnostics(
    edition: Edition, name: str, origin: Origin, findings: Iterable[Finding]
) -> list[Diagnostic]:
    """The findings on the file called ``name``, as messages.

    The same rule broken by the same picture or text, or by whole pages, is told once, at its first
    place, with how many there are.
    """
    groups: dict[tuple[object, ...], list[tuple[Finding, Cause | None]]] = {}
    for finding in findings:
        found = cause(edition, origin, finding)
        kind = re.sub(r"\d+([.,]\d+)*", "#", finding.message)
        key = finding.check, finding.severity, kind, found and found.what and found.where
        groups.setdefault(key, []).append((finding, found))
    return [_diagnostic(name, *same[0], len(same) - 1) for same in groups.values()]


def _diagnostic(name: str, finding: Finding, found: Cause | None, more: int) -> Diagnostic:
    """The maker's file first, where it is known; else the file that was made."""
    told = finding.message
    if found and found.what:
        told += f" ({found.what})"
    where = found.where if found and found.where else None
    place = _place(finding, found, more)
    if where is not None:
        place = f"{name} {place}"
    return Diagnostic(
        finding.check, told, where or Location(name), place, finding.remedy, finding.severity
    )


def _place(finding: Finding, found: Cause | None, more: int) -> str:
    """``page 3 (blijf-balanceren front) at 12.0, 40.0 mm and 2 more places``."""
    place = f"page {finding.page}" if finding.page else "file"
    if found:
        place += f" ({found.page})"
    if finding.position is not None:
        place += f" at {finding.position[0]:.1f}, {finding.position[1]:.1f} mm"
    if more:
        place += f" and {more} more " + ("place" if more == 1 else "places")
    return place
