"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from samenspel.diagnostics import Severity
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.problem import Problem
from samenspel.saying import listed

__all__ = ["Check", "Problem"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule."""

    id: str
    """Permanent: presses and waivers name it."""
    title: str
    """The rule in a sentence."""
    rationale: str
    """What goes wrong at the press without it."""
    remedy: str
    """One sentence in the imperative."""
    source: str
    """Where the rule comes from."""
    run: Callable[[Document, Expectation], Iterable[Problem]]
    """Finds its breaches in a document."""
    severity: Severity = Severity.ERROR
    """How bad a breach is where the profile and the problem do not say; of two the worse one."""
    thresholds: tuple[str, ...] = ()
    """The fields of Expectation that it looks at."""
    thorough: bool = False
    """It takes the page's plates, which takes a moment a page."""
    suspects: Callable[[Document, Expectation], frozenset[int]] | None = None
    """Of a thorough check, the pages that are looked at in any case."""

    def problems(self, document: Document, expected: Expectation) -> Iterator[Problem]:
        """What ``run`` finds, as bad as the profile says, with the reason for its threshold."""
        severity = expected.severities.get(self.id)
        if self.id in expected.severities and severity is None:
            return
        reasons = [expected.reasons[key] for key in self.reasoned if key in expected.reasons]
        for problem in self.run(document, expected):
            words = listed((problem.message, *reasons), "; ") if reasons else problem.message
            yield replace(problem, message=words, severity=severity or problem.severity)

    @property
    def reasoned(self) -> tuple[str, ...]:
        """The names under which a profile may give reasons for this check."""
        return (self.id, *self.thresholds)
