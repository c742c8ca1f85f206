"""The report as JSON, for programs. ``preflight`` is the version of this form.

Keys are added without a new version; one that goes, or means something else, raises it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from samenspel.diagnostics import Severity
from samenspel.inspecting.report import FileReport, PreflightReport
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS, Expectation
from samenspel.printable import json_text
from samenspel.saying import plain_values
from samenspel.version import __version__

FORM = 1


def as_json(report: PreflightReport, *, strict: bool = False) -> str:
    """The report as a JSON document."""
    reported = {finding.check for file in report.files for finding in file.findings}
    data = {
        "preflight": FORM,
        "samenspel": __version__,
        "against": report.against,
        "expected": _expected(report.expected),
        "exit_code": report.exit_code(strict=strict),
        "files": [_file(file) for file in report.files],
        "checks": {
            check.id: {
                "title": check.title,
                "rationale": check.rationale,
                "remedy": check.remedy,
                "source": check.source,
            }
            for check in CHECKS
            if check.id in reported
        },
    }
    return json_text(data, 2) + "\n"


def _expected(expected: Expectation) -> dict[str, Any]:
    found = {field.name: getattr(expected, field.name) for field in fields(expected)}
    return {name: _plain(value) for name, value in found.items()}


def _plain(value: object) -> object:
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, (list, tuple)):
        return list(map(_plain, value))
    return (
        {str(key): _plain(item) for key, item in value.items()}
        if hasattr(value, "items")
        else str(value)
    )


def _file(file: FileReport) -> dict[str, Any]:
    known, why = file.overview, file.unreadable
    return {
        "file": file.file,
        "verdict": file.verdict.value,
        "unreadable": why and {"code": why.code, "message": why.message, "remedy": why.remedy},
        "overview": known
        and {
            "pages": known.pages,
            "sizes": [
                {"trim_mm": [size.width, size.height], "bleed_mm": size.bleed, "pages": size.pages}
                for size in known.sizes
            ],
            "pdf_version": known.version,
            "output_condition": known.condition,
            "title": known.title,
            "maker": known.maker,
        },
        "counts": {severity.value: file.count(severity) for severity in Severity},
        "findings": [_finding(finding) for finding in file.findings],
        "findings_left_out": file.more,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "values": plain_values(finding.message),
        "page": finding.page or None,
        "position_mm": _rounded(finding.position),
        "size_mm": _rounded(finding.extent),
        "object": finding.subject or None,
        "remedy": finding.remedy,
    }


def _rounded(pair: tuple[float, float] | None) -> list[float] | None:
    return [round(length, 2) for length in pair] if pair else None
