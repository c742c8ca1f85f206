"""What a check found, as data: the fit of every text, the findings, what is waived, the brand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from samenspel.checking.brand import AccentDistance
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.layout import TextFit
from samenspel.model.places import TextPath, field_key
from samenspel.model.waiving import Waiver
from samenspel.offer import EditionName
from samenspel.saying import say


@dataclass(frozen=True, slots=True)
class FitRow:
    """One text in one edition and format."""

    edition: EditionName
    """The region and language that it is printed for."""
    format: str
    """The cards' format; ``poster`` for the poster."""
    fit: TextFit
    """How it was set."""
    path: TextPath
    """The path of the text in its maker's file."""
    own: bool = True
    """Whether it stands in the project's own files, and not in those of the base deck."""

    @property
    def field(self) -> str:
        """The text's field as people count: ``questions[2]``; its role when it has none.

        A text of another card than its page's begins with that card: ``ambitie.core``.
        """
        if not self.path:
            return self.fit.role
        return field_key(self.path if self.path[0] == self.fit.card else ("", *self.path))

    @property
    def verdict(self) -> str:
        """``fails``, ``tight`` or ``fits``."""
        return "fails" if self.fit.cut else "tight" if self.fit.tight else "fits"


@dataclass(frozen=True, slots=True)
class Found:
    """A message, and where it holds."""

    diagnostic: Diagnostic
    """The message."""
    editions: tuple[EditionName, ...] = ()
    """The editions in which it holds; none for the project as a whole."""


@dataclass(frozen=True, slots=True)
class Excused:
    """A message that a waiver lets stand."""

    waiver: Waiver
    """The waiver, with its reason."""
    diagnostic: Diagnostic
    """What it lets stand."""
    editions: tuple[EditionName, ...] = ()
    """The editions in which it does."""


@dataclass(frozen=True, slots=True)
class PageName:
    """Which page a picture shows."""

    edition: EditionName
    """The region and language."""
    format: str
    """The cards' format."""
    page: str
    """The page's name: ``blijf-balanceren-front``."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All that a check found."""

    title: str
    """The deck's title."""
    edition_number: str
    """The edition that the deck's maker gives, such as ``2026.1``."""
    editions: tuple[EditionName, ...]
    """The regions and languages that were looked at."""
    formats: tuple[str, ...]
    """The formats that were looked at."""
    rows: tuple[FitRow, ...]
    """How each text fits, in every edition and format."""
    found: tuple[Found, ...]
    """The messages that hold."""
    excused: tuple[Excused, ...] = ()
    """The messages that a waiver lets stand."""
    accents: Mapping[str, Sequence[AccentDistance]] = field(default_factory=dict)
    """By region: how far its accents are from the conditions' colours."""
    pictures: Mapping[PageName, bytes] = field(default_factory=dict, repr=False)
    """A JPEG file of each page, when they were asked for."""
    base: str = ""
    """What the names of the base deck's files begin with, for a project on a base."""
    ordered: tuple[str, ...] = ()
    """The formats that a build makes when none is named; none stands for all."""
    quotes: Mapping[tuple[Location, str], str] = field(default_factory=dict, repr=False)
    """Texts by the place and the key to which messages point."""

    @property
    def heading(self) -> str:
        """The deck's name with its regions: ``Samenspel 2026.1 · duinvoet``."""
        regions = dict.fromkeys(one.region for one in self.editions)
        named = (
            ", ".join(regions) if len(regions) <= 3 else say("{count} regions", count=len(regions))
        )
        return say(
            "{title} {edition} · {regions}",
            title=self.title,
            edition=self.edition_number,
            regions=named,
        )

    def is_ordered(self, shape: str) -> bool:
        """Whether a page size is one of those ordered; the poster and sheets always are."""
        return not self.ordered or shape in self.ordered or shape not in self.formats

    def is_of_base(self, one: Diagnostic) -> bool:
        """Whether a message is about a file of the base deck."""
        return bool(self.base and one.location and one.location.file.startswith(self.base))

    def quote(self, one: Diagnostic) -> str:
        """The text that a message is about; empty when it is about none."""
        return self.quotes.get((one.location, one.key), "") if one.location else ""

    @property
    def brief(self) -> tuple[Found, ...]:
        """The messages for people: of a text that is too long in several formats, the worst."""
        groups: dict[object, list[Found]] = {}
        for one in self.found:
            diagnostic = one.diagnostic
            too_long = diagnostic.code == "text-too-long"
            same = (diagnostic.location, diagnostic.key) if too_long else diagnostic
            groups.setdefault(same, []).append(one)
        return tuple(_merged(same) for same in groups.values())

    def of_severity(self, severity: Severity) -> tuple[Found, ...]:
        """The messages for people of one severity."""
        return tuple(one for one in self.brief if one.diagnostic.severity is severity)

    @property
    def errors(self) -> tuple[Found, ...]:
        """What would stop a build."""
        return tuple(one for one in self.found if one.diagnostic.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Found, ...]:
        """What a maker should look at."""
        return tuple(one for one in self.found if one.diagnostic.severity is Severity.WARNING)


def _merged(same: Sequence[Found]) -> Found:
    """The message with the largest number of words to cut, saying how many are like it."""
    if len(same) == 1:
        return same[0]
    first = max(same, key=lambda one: one.diagnostic.amount)
    message = say(
        "{message}, and less so in {count} more",
        message=first.diagnostic.message,
        count=len(same) - 1,
    )
    editions = dict.fromkeys(edition for one in same for edition in one.editions)
    return Found(replace(first.diagnostic, message=message), tuple(editions))


RANK = {"fails": 0, "tight": 1, "fits": 2}
"""The order in which texts are shown."""


@dataclass(frozen=True, slots=True)
class Group:
    """A text in one format, with all editions that judge it alike."""

    row: FitRow
    """The worst of them."""
    editions: tuple[EditionName, ...]
    """Those editions."""


def grouped(rows: Sequence[FitRow], wanted: Sequence[str] = ("fails", "tight")) -> list[Group]:
    """Rows of these verdicts, the worst first, each text once for all editions."""
    groups: dict[tuple[str, ...], list[FitRow]] = {}
    for row in rows:
        if row.verdict in wanted:
            key = (row.format, row.fit.card, row.fit.side, row.field, row.fit.role, row.verdict)
            groups.setdefault(key, []).append(row)
    found = [
        Group(min(same, key=_room), tuple(dict.fromkeys(row.edition for row in same)))
        for same in groups.values()
    ]
    return sorted(found, key=lambda group: (RANK[group.row.verdict], -group.row.fit.cut))


def _room(row: FitRow) -> tuple[int, float, float]:
    return -row.fit.cut, row.fit.size, row.fit.left


def worst(rows: Sequence[FitRow]) -> Iterator[tuple[str, dict[str, FitRow]]]:
    """For each card the row of each format that fits worst, over all editions and fields."""
    cards: dict[str, dict[str, FitRow]] = {}
    for row in rows:
        formats = cards.setdefault(row.fit.card, {})
        known = formats.get(row.format)
        if known is None or _badness(row) > _badness(known):
            formats[row.format] = row
    yield from cards.items()


def _badness(row: FitRow) -> tuple[int, int, float]:
    fit = row.fit
    return fit.cut, -RANK[row.verdict], fit.design - fit.size
