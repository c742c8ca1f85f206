"""What a check hands back."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Severity
from samenspel.units import Point, Size


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach, before it is given its check's id and remedy; see ``Finding`` for the units."""

    message: str
    page: int = 0
    position: Point | None = None
    severity: Severity | None = None
    """How bad it is, where that is not what its check says."""
    subject: str = ""
    extent: Size | None = None
    subject_named: bool = True
