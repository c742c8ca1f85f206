"""What a check hands back."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach, before it is given its check's id and remedy; see ``Finding`` for the units."""

    message: str
    page: int = 0
    position: tuple[float, float] | None = None
    severity: Severity = Severity.ERROR
    subject: str = ""
    extent: tuple[float, float] | None = None
    subject_named: bool = True
