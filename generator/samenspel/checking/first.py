"""What people see of a check first: their own texts in the formats they order.

The rest (texts of the base deck, other formats, the same thing said for the fourth time) is one
line for each kind, until all is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samenspel.checking.report import CheckReport, FitRow, Found, Group, grouped
from samenspel.checking.sentences import CODE as SENTENCES
from samenspel.diagnostics import Severity
from samenspel.saying import counted, say

EACH = 3
"""So many messages of one code are shown; the others are counted."""

EACH_TO_READ = 20
"""So many are shown of those that each hold something else to read: the facts of three regions in
two languages.
"""

EVERY = ("fails", "tight", "fits")


@dataclass(frozen=True, slots=True)
class FirstToRead:
    """What is shown, in order."""

    texts: tuple[Group, ...]
    """Texts that fail, and the maker's own that are tight."""
    messages: tuple[Found, ...]
    """Errors, and the first few of each other kind."""
    rest: tuple[str, ...] = ()
    """One line for each kind of what is not shown."""


def first_to_read(report: CheckReport, everything: bool = False) -> FirstToRead:
    """What fails and what concerns a maker's own texts; all of it with ``everything``."""
    if everything:
        return FirstToRead(tuple(grouped(report.rows, EVERY)), report.brief)
    near = [row for row in report.rows if _is_near(report, row)]
    rest = [*_texts_left(report, near), *_messages_left(report)]
    return FirstToRead(tuple(grouped(near)), tuple(_first_messages(report)), tuple(rest))


def _is_near(report: CheckReport, row: FitRow) -> bool:
    """Whether a text is shown at once: it fails, or is the maker's own in an ordered format."""
    return row.verdict == "fails" or (row.own and report.is_ordered(row.format))


def _first_messages(report: CheckReport) -> Iterator[Found]:
    """Errors, then messages about a maker's own files, a few of each code."""
    seen: Counter[str] = Counter()
    for one in report.brief:
        diagnostic = one.diagnostic
        if diagnostic.severity is not Severity.ERROR:
            seen[diagnostic.code] += 1
            most = EACH_TO_READ if diagnostic.code == SENTENCES else EACH
            if report.is_of_base(diagnostic) or seen[diagnostic.code] > most:
                seen[diagnostic.code] -= report.is_of_base(diagnostic)
                continue
        yield one


def _texts_left(report: CheckReport, near: Sequence[FitRow]) -> Iterator[str]:
    shown = set(map(id, near))
    left = [row for row in report.rows if row.verdict == "tight" and id(row) not in shown]
    mine = grouped([row for row in left if row.own])
    if mine:
        texts = _by_format(mine)
        yield say("{texts} of your own tight in formats that you do not order", texts=texts)
    base = grouped([row for row in left if not row.own])
    if base:
        yield say("{texts} of the base deck tight", texts=_by_format(base))


def _by_format(groups: Sequence[Group]) -> str:
    """``22 texts (poker 20, tarot 2)``."""
    formats = Counter(group.row.format for group in groups)
    every = ", ".join(f"{name} {count}" for name, count in formats.items())
    texts = counted("{count} text", "{count} texts", count=len(groups))
    return say("{texts} ({formats})", texts=texts, formats=every)


def _messages_left(report: CheckReport) -> Iterator[str]:
    shown = set(map(id, (one.diagnostic for one in _first_messages(report))))
    left = [one for one in report.brief if id(one.diagnostic) not in shown]
    base = [one for one in left if report.is_of_base(one.diagnostic)]
    if base:
        yield say(
            "{messages} about the base deck ({codes})",
            messages=_messages(base),
            codes=_codes(base),
        )
    mine = [one for one in left if not report.is_of_base(one.diagnostic)]
    if mine:
        yield say(
            "{messages} more of the same kinds ({codes})",
            messages=_messages(mine),
            codes=_codes(mine),
        )


def _codes(found: Iterable[Found]) -> str:
    counts = Counter(one.diagnostic.code for one in found)
    return ", ".join(f"{code} {count}" for code, count in counts.items())


def _messages(found: Sequence[Found]) -> str:
    return counted("{count} message", "{count} messages", count=len(found))
