"""A check's report as one HTML page that needs nothing else: pictures, style, filters inside.

What the page looks like is in ``page.html``; here is what its template asks for.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined

from samenspel.checking.brand import NEAR, AccentDistance
from samenspel.checking.colours import SIGHTS
from samenspel.checking.first import EACH
from samenspel.checking.report import CheckReport, FitRow, Found, PageName, worst
from samenspel.diagnostics import Severity
from samenspel.layout import TextFit
from samenspel.offer import EditionName
from samenspel.printable import printable
from samenspel.saying import Said, counted, say
from samenspel.speaking import ENGLISH, spoken
from samenspel.version import __version__

MEASURES = ("size", "design", "least", "lines", "space left", "hyphens")
"""What is measured of each text: the headings of the columns with numbers."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number at the head of the page."""

    name: str
    """What is counted."""
    count: int
    kind: str = ""
    """How it is coloured when it is not nought: ``bad``, ``warn`` or not at all."""


@dataclass(frozen=True, slots=True)
class SameCode:
    """The messages of one code."""

    first: Sequence[Found]
    """Those that are seen at once."""
    more: Sequence[Found]
    """Those that are folded up."""
    rest: str
    """How many these are, in words."""


@dataclass(frozen=True, slots=True)
class AccentRow:
    """One accent of a region's colours."""

    region: str
    name: str
    ink: str
    used: str
    """Where it is used: in cards, or only in drawings."""
    distances: Sequence[AccentDistance]
    """How far it is from the nearest condition's colour, in each kind of sight."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Front and back of a card, or another page, in one edition and format."""

    edition: EditionName
    format: str
    card: str
    pages: Sequence[PageName]
    """The pages of which there is a picture: two of a card, else one."""
    short: Sequence[FitRow]
    """The card's texts that are tight or too long."""


def as_html(report: CheckReport, language: str = ENGLISH) -> str:
    """The whole page, in the reader's language."""
    own = [one for one in report.brief if not report.is_of_base(one.diagnostic)]
    base = [one for one in report.brief if report.is_of_base(one.diagnostic)]
    return _environment(language).from_string(_file("page.html")).render(
        report=report, own=own, base=base, tiles=_tiles(report),
        looked_at=f"{', '.join(map(str, report.editions))} · {', '.join(report.formats)}",
        title=say("Check of {title}", title=report.heading),
        about_base=say("About the base deck ({count})", count=len(base)),
        waived=say("Waived ({count})", count=len(report.excused)),
        formats=list(dict.fromkeys(row.format for row in report.rows)),
        regions=dict.fromkeys(one.region for one in report.editions),
        languages=dict.fromkeys(one.language for one in report.editions),
        worst=worst(report.rows), accents=list(_accents(report.accents)),
        figures=list(_figures(report)),
        place=lambda one: _place(report, one, language),
        made=say("Made by samenspel {version}.", version=__version__),
    )  # fmt: skip


def _environment(language: str) -> Environment:
    """Templates in which every text is shown as ``printable`` shows it, and escaped."""
    made = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["w"] = lambda text: spoken(text, language)
    made.filters["base64"] = lambda data: b64encode(data).decode("ascii")
    made.globals |= {
        "language": language, "sights": list(SIGHTS), "measures": list(MEASURES),
        "file": _file, "by_code": _by_code, "in_short": _in_short,
        "is_near": _is_near, "measured": _measured, "cut": _cut_in_words,
    }  # fmt: skip
    return made


def _shown(value: Any) -> Any:
    """A value as it is shown; what is HTML already stays (``__html__``)."""
    return value if hasattr(value, "__html__") else printable(str(value))


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _tiles(report: CheckReport) -> Sequence[Tile]:
    verdicts = [row.verdict for row in report.rows]
    return (
        Tile("texts", len(verdicts)),
        Tile("do not fit", verdicts.count("fails"), "bad"),
        Tile("tight", verdicts.count("tight"), "warn"),
        Tile("errors", len(report.of_severity(Severity.ERROR)), "bad"),
        Tile("warnings", len(report.of_severity(Severity.WARNING)), "warn"),
        Tile("waived", len(report.excused)),
    )


def _by_code(found: Sequence[Found]) -> Iterator[SameCode]:
    """The messages by code: the first of each in full sight, many alike folded up."""
    by_code: dict[str, list[Found]] = {}
    for one in found:
        by_code.setdefault(one.diagnostic.code, []).append(one)
    for code, same in by_code.items():
        rest = say("{count} more {code}", count=len(same) - EACH, code=code)
        yield SameCode(same[:EACH], same[EACH:], rest)


def _place(report: CheckReport, one: Found, language: str) -> str:
    """File, key and editions; only what samenspel says of them is translated."""
    parts = (str(one.diagnostic.location or ""), one.diagnostic.key, _where(report, one))
    shown = (spoken(part, language) if isinstance(part, Said) else part for part in parts)
    return " · ".join(filter(None, shown))


def _where(report: CheckReport, one: Found) -> str:
    """The editions in which it holds, when it is not all of them."""
    if not one.editions or len(one.editions) == len(report.editions):
        return ""
    names = list(map(str, one.editions))
    return ", ".join(names[:3]) + (
        say(" and {count} more", count=len(names) - 3) if names[3:] else ""
    )


def _in_short(row: FitRow) -> str:
    """How a text fits, in a cell: the points taken off its size, or what is wrong."""
    if row.verdict != "fits":
        return say("cut {cut}", cut=row.fit.cut) if row.fit.cut else "tight"
    return f"−{row.fit.smaller:g}" if row.fit.smaller else "✓"


def _cut_in_words(fit: TextFit) -> str:
    """What stands behind the name of a text that is tight or too long."""
    return say(", cut {cut}", cut=fit.cut) if fit.cut else ""


def _measured(fit: TextFit) -> Iterator[str]:
    """A text's numbers, in the order of ``MEASURES``."""
    for size in (fit.size, fit.design, fit.minimum):
        yield say("{points:.4g}", points=size)
    yield str(fit.lines)
    lines = counted("1 line", "{count} lines", count=fit.free_lines)
    if fit.cut:
        yield say("cut {cut}", cut=fit.cut)
    else:
        yield say("{left:.1f} mm, {lines}", left=fit.left, lines=lines)
    yield str(fit.hyphens or "")


def _accents(of_regions: Mapping[str, Sequence[AccentDistance]]) -> Iterator[AccentRow]:
    for region, distances in of_regions.items():
        for name in dict.fromkeys(one.accent for one in distances):
            of_it = {one.sight: one for one in distances if one.accent == name}
            first = of_it["normal"]
            yield AccentRow(region, name, str(first.ink), first.used, list(of_it.values()))


def _is_near(one: AccentDistance) -> bool:
    """Whether an accent that means something is too near to a condition's colour."""
    return one.used == "cards" and one.distance < NEAR[one.sight]


def _figures(report: CheckReport) -> Iterator[Figure]:
    """Each card that has a picture, with what is tight on it."""
    pages: dict[tuple[EditionName, str, str], list[PageName]] = {}
    for name in report.pictures:
        card = name.page.rpartition("-")[0]
        pages.setdefault((name.edition, name.format, card), []).append(name)
    short: dict[tuple[EditionName, str, str], list[FitRow]] = {}
    for row in report.rows:
        if row.verdict != "fits":
            short.setdefault((row.edition, row.format, row.fit.card), []).append(row)
    for key, names in pages.items():
        yield Figure(*key, names, short.get(key, ()))
