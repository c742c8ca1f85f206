"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from samenspel.diagnostics import Severity
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.problem import Problem

__all__ = ["Check", "Problem"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule. ``id`` is permanent; ``rationale`` says what goes wrong at the press without it.

    ``source`` names where the rule comes from, ``remedy`` is one sentence in the imperative.
    ``severity`` is how bad a breach is where the profile says nothing else; checks with two levels
    name the worse one. ``thresholds`` are the fields of Expectation that it looks at. A
    ``thorough`` check takes the page's plates, which takes a moment a page.
    """

    id: str
    title: str
    rationale: str
    remedy: str
    source: str
    run: Callable[[Document, Expectation], Iterable[Problem]]
    severity: Severity = Severity.ERROR
    thresholds: tuple[str, ...] = ()
    thorough: bool = False

    def problems(self, document: Document, expected: Expectation) -> Iterator[Problem]:
        """What ``run`` finds, as bad as the profile says, with the reason for its threshold."""
        severity = expected.severities.get(self.id)
        if self.id in expected.severities and severity is None:
            return
        reasons = [expected.reasons[key] for key in self.reasoned if key in expected.reasons]
        for problem in self.run(document, expected):
            words = "; ".join((problem.message, *reasons))
            yield replace(problem, message=words, severity=severity or problem.severity)

    @property
    def reasoned(self) -> tuple[str, ...]:
        """The names under which a profile may give reasons for this check."""
        return (self.id, *self.thresholds)
