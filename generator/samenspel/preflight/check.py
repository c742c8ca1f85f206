"""What a check is, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samenspel.diagnostics import Severity
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach, before it is given its check's id and remedy; see ``Finding`` for the units."""

    message: str
    page: int = 0
    position: tuple[float, float] | None = None
    severity: Severity = Severity.ERROR
    subject: str = ""
    extent: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One rule. ``id`` is permanent; ``rationale`` says what goes wrong at the press without it.

    ``source`` names where the rule comes from, ``remedy`` is one sentence in the imperative.
    """

    id: str
    title: str
    rationale: str
    remedy: str
    source: str
    run: Callable[[Document, Expectation], Iterable[Problem]]
