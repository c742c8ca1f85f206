"""Preflight of files of any origin: each is read in a process of its own, and all are reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location, cannot_read
from samenspel.errors import reason_of
from samenspel.inspecting import isolation
from samenspel.inspecting.isolation import BrokenDownError
from samenspel.inspecting.report import FileReport, PreflightReport
from samenspel.inspecting.wire import overview_in, picture_in
from samenspel.loading import open_presets
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS, Expectation, profile_for, profile_named
from samenspel.presets import press_named
from samenspel.saying import Said, say, unpacked

DEFAULT_PROFILE = "gwg2022-sheetcmyk"
MAX_PICTURES = 60
"""Pages of one file that a report shows."""

FRONT = re.compile(r"(?<![a-z])(fronts?|voorkant(en)?|vorderseiten?)(?![a-z])", re.IGNORECASE)
BACK = re.compile(r"(?<![a-z])(backs?|achterkant(en)?|rückseiten?)(?![a-z])", re.IGNORECASE)
"""Words for sides in the names of files."""

Progress = Callable[[int, int, str], None]
"""Given how many files are done, of how many, and the one in hand."""


@dataclass(frozen=True, slots=True)
class PreflightWishes:
    """What files are held against, and how. Lengths are in mm; ``None`` asks nothing."""

    profile: str = DEFAULT_PROFILE
    """One of the profiles of the Ghent Workgroup, or ``digital``."""
    press: str | None = None
    """A preset; it wins over ``profile``."""
    trim: tuple[float, float] | None = None
    """Width and height."""
    bleed: float | None = None
    """How much there must be."""
    safe: float | None = None
    """How far from the cut text and logos must stay."""
    pages: int | None = None
    """How many there must be."""
    spots: tuple[str, ...] = ()
    """Inks that the job has beside the process inks."""
    thorough: bool = False
    """Ink is measured on the drawn pages."""
    pictures: bool = False
    """Pages that have findings are drawn."""
    project: Path | None = None
    """Where presets are looked up first."""


def expectation(wishes: PreflightWishes) -> Expectation:
    """The profile with what is asked for beside it.

    Raises UsageError (``profile-unknown``, ``press-unknown``), ContentError (``press-override``).
    """
    if wishes.press is None:
        found = profile_named(wishes.profile).expected
    else:
        presets = open_presets(wishes.project or builtin_deck(), builtin_deck())
        found = profile_for(press_named(presets, wishes.press)).expected
    asked: dict[str, Any] = {
        "trim": wishes.trim, "bleed": wishes.bleed, "safe": wishes.safe, "pages": wishes.pages,
    }  # fmt: skip
    asked = {name: value for name, value in asked.items() if value is not None}
    return replace(found, **asked, spots=found.spots | set(wishes.spots))


def preflight_files(
    files: Sequence[Path], wishes: PreflightWishes, progress: Progress | None = None
) -> PreflightReport:
    """Read every file as a stranger would, one after another, each in a process of its own.

    Raises what ``expectation`` raises; all else, also that a file cannot be read, is in the report.
    """
    expected = expectation(wishes)
    found: list[FileReport] = []
    for path in files:
        if progress:
            progress(len(found), len(files), str(path))
        found.append(_file(path, expected, wishes))
    found = pairs_compared(found)
    against = wishes.profile if wishes.press is None else say("press {press}", press=wishes.press)
    return PreflightReport(tuple(found), against, expected)


def pairs_compared(reports: Sequence[FileReport]) -> list[FileReport]:
    """The reports; where files of fronts and of backs differ in pages, the backs' says so.

    Two files belong together when their names differ in such a word alone, as the ``fronts`` and
    ``backs`` of a build with separate pages do.
    """
    fronts = {_unsided(FRONT, one.file): one for one in reports if _unsided(FRONT, one.file)}
    return [_compared(fronts.get(_unsided(BACK, one.file)), one) for one in reports]


def _unsided(side: re.Pattern[str], file: str) -> str:
    """The file's path without the word for its side, or an empty text."""
    path = Path(file)
    name, count = side.subn("*", path.stem, count=1)
    return str(path.with_name(f"{name}.pdf")) if count else ""


def _compared(fronts: FileReport | None, backs: FileReport) -> FileReport:
    if fronts is None or fronts.overview is None or backs.overview is None:
        return backs
    front, back = fronts.overview.pages, backs.overview.pages
    check = next(check for check in CHECKS if check.id == "page-sides")
    if front == back or check.id in {one.check for one in backs.findings}:
        return backs
    message = say(
        "{front} fronts in {file} and {back} backs here",
        front=front, file=Path(fronts.file).name, back=back,
    )  # fmt: skip
    finding = Finding(check.id, check.severity, message, remedy=check.remedy)
    return replace(backs, findings=(*backs.findings, finding))


def _file(path: Path, expected: Expectation, wishes: PreflightWishes) -> FileReport:
    place = Location(str(path))
    try:
        answer = isolation.read(path, expected, thorough=wishes.thorough)
    except OSError as error:
        return FileReport(str(path), unreadable=cannot_read(place, reason_of(error)))
    except BrokenDownError:
        return FileReport(str(path), unreadable=_heavy(place))
    if "unreadable" in answer:
        why = unpacked(answer["unreadable"])
        found = _locked(place) if answer["locked"] else _unreadable(place, why)
        return FileReport(str(path), unreadable=found)
    report = FileReport(
        str(path),
        tuple(map(Finding.of_plain, answer["findings"])),
        overview_in(answer["overview"]),
        more=answer["more"],
    )
    return _pictured(path, report) if wishes.pictures else report


def _pictured(path: Path, report: FileReport) -> FileReport:
    """The report with pictures of pages that have findings; without, where none can be made."""
    pages = sorted({finding.page for finding in report.findings if finding.page})[:MAX_PICTURES]
    found = {}
    for batch in [pages[start : start + 20] for start in range(0, len(pages), 20)]:
        try:
            made = isolation.draw(path, tuple(batch))["pictures"]
        except (BrokenDownError, OSError):
            continue
        found.update({int(number): picture_in(data) for number, data in made.items()})
    return replace(report, pictures=found)


def _locked(place: Location) -> Diagnostic:
    return Diagnostic(
        "pdf-locked",
        "the file opens with a password only",
        place,
        remedy="save it without a password",
    )


def _unreadable(place: Location, why: str) -> Diagnostic:
    if not isinstance(why, Said):  # qpdf's place in the file means nothing to a maker
        why = re.sub(r"^\([^)]*\): ", "", why)
    return Diagnostic(
        "pdf-unreadable",
        say("this cannot be read as a PDF file ({why})", why=why),
        place,
        remedy="make the file anew, or choose another one",
    )


def _heavy(place: Location) -> Diagnostic:
    return Diagnostic(
        "pdf-too-heavy",
        say(
            "reading this file takes more than {size} MB or {seconds} seconds of processor time, "
            "or breaks the reader",
            size=isolation.MEMORY // 2**20,
            seconds=isolation.SECONDS,
        ),
        place,
        remedy="save it again from the program that made it",
    )
