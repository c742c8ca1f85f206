"""What came of a batch: each job's outcome, one summary, and the same as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from samenspel.batch.jobs import Job
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ExitCode
from samenspel.pipeline.request import BuildReport
from samenspel.saying import plain_values
from samenspel.version import __version__

State = Literal["made", "unchanged", "stopped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job."""

    job: Job
    """What was to be made."""
    report: BuildReport | None
    """What was made; ``None`` when it was stopped."""
    mistakes: tuple[Diagnostic, ...] = ()
    """Why it was stopped."""
    exit_code: int = ExitCode.DONE
    """How a build of this job alone would have ended."""
    seconds: float = 0.0
    """Of processor time."""

    @property
    def state(self) -> State:
        """In a word."""
        if self.report is None:
            return "stopped"
        return "unchanged" if self.report.unchanged else "made"


@dataclass(frozen=True, slots=True)
class BatchReport:
    """All outcomes, in the order of the jobs, whoever made them and when."""

    output: Path
    """The folder that files were put in."""
    outcomes: tuple[Outcome, ...]
    """One for each press, region and language."""
    broken: tuple[tuple[str, tuple[Diagnostic, ...]], ...] = ()
    """The regions whose own files have mistakes, so that there was no job for them."""
    workers: int = 1
    """How many processes made it."""
    notes: tuple[Diagnostic, ...] = ()
    """What concerns the whole folder: regions that the project no longer has."""
    swept: tuple[Path, ...] = ()
    """What went of regions and languages that the project no longer has."""

    def count(self, state: State) -> int:
        """How many jobs ended so."""
        return sum(outcome.state == state for outcome in self.outcomes)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What stopped nothing, the same once."""
        reports = [one.report for one in self.outcomes if one.report]
        made = (found for report in reports for found in report.warnings)
        return tuple(dict.fromkeys((*made, *self.notes)))

    @property
    def removed(self) -> tuple[Path, ...]:
        """What no longer belonged to the deck, and went because that was asked for."""
        reports = (one.report for one in self.outcomes if one.report)
        return (*(path for report in reports for path in report.removed), *self.swept)

    @property
    def mistakes(self) -> tuple[Diagnostic, ...]:
        """All that stopped something, the same once."""
        jobs = (one.mistakes for one in self.outcomes)
        broken = (found for _, found in self.broken)
        return tuple(dict.fromkeys(found for part in (*broken, *jobs) for found in part))

    @property
    def exit_code(self) -> int:
        """0 when all was made; else that of the worst: a bug, then content, preflight, access."""
        codes = {outcome.exit_code for outcome in self.outcomes} - {ExitCode.DONE}
        if self.broken:
            codes.add(ExitCode.CONTENT)
        return min(codes, default=ExitCode.DONE)


def as_data(report: BatchReport) -> dict[str, Any]:
    """The report as plain data, for JSON; paths are relative to the output folder."""
    return {
        "samenspel": __version__,
        "output": str(report.output),
        "workers": report.workers,
        "exit_code": int(report.exit_code),
        "totals": {state: report.count(state) for state in ("made", "unchanged", "stopped")},
        "editions": [_edition(one, report.output) for one in report.outcomes],
        "warnings": _listed(report.notes),
        "removed": [path.relative_to(report.output).as_posix() for path in report.removed],
        "broken_regions": [
            {"region": region, "mistakes": _listed(found)} for region, found in report.broken
        ],
    }


def _edition(outcome: Outcome, output: Path) -> dict[str, Any]:
    report = outcome.report
    job = outcome.job
    return {
        "press": job.press,
        "region": job.region,
        "language": job.language,
        "state": outcome.state,
        "cpu_seconds": round(outcome.seconds, 3),
        "files": [
            {
                "path": file.path.relative_to(output).as_posix(),
                "format": file.format,
                "product": file.product,
                "pages": file.pages,
                "bytes": file.bytes,
                "sha256": file.sha256,
                "edition_code": file.edition_code,
            }
            for file in (report.files if report else ())
        ],
        "warnings": _listed(report.warnings if report else ()),
        "mistakes": _listed(outcome.mistakes),
    }


def _listed(found: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "file": one.location.file if one.location else "",
            "line": one.location.line if one.location else 0,
            "key": one.key,
            "remedy": one.remedy,
            "values": plain_values(one.message),
        }
        for one in found
    ]
