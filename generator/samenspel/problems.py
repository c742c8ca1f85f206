"""A list of mistakes that ends: nobody mends thousands at once, and a file may hold millions."""

from __future__ import annotations

from collections.abc import Iterable

from samenspel.bounds import MESSAGES
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.saying import say


class Problems(list[Diagnostic]):
    """Mistakes as they are found. One too many ends the search: it raises ContentError."""

    def append(self, problem: Diagnostic) -> None:
        """Keep a mistake. Raises ContentError with all of them when there are too many."""
        if len(self) >= MESSAGES:
            raise ContentError([*self, _more()])
        super().append(problem)

    def extend(self, problems: Iterable[Diagnostic]) -> None:
        """Keep several; as ``append``."""
        for one in problems:
            self.append(one)


def _more() -> Diagnostic:
    return Diagnostic(
        "mistakes-too-many",
        say(
            "there are more than {messages} mistakes; what comes after was not looked at",
            messages=MESSAGES,
        ),
        remedy="mend the first ones, and try again",
    )
