"""A check's report as JSON, for other programs. ``docs/checking.md`` describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samenspel.checking.report import CheckReport, FitRow
from samenspel.diagnostics import Diagnostic
from samenspel.offer import EditionName
from samenspel.printable import json_text
from samenspel.saying import plain_values
from samenspel.version import __version__

VERSION = 1
"""Goes up when a key changes its meaning or goes away; new keys may come at any time."""


def as_json(report: CheckReport) -> str:
    """The whole report. Lengths are in mm, type sizes in points."""
    data = {
        "schema": f"samenspel-check/{VERSION}",
        "made_by": f"samenspel {__version__}",
        "deck": {"title": report.title, "edition": report.edition_number},
        "editions": _edition_names(report.editions),
        "formats": list(report.formats),
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "findings": [
            {**_message(one.diagnostic), "editions": _edition_names(one.editions)}
            for one in report.found
        ],
        "waived": [
            {
                **_message(one.diagnostic),
                "editions": _edition_names(one.editions),
                "reason": one.waiver.reason,
            }
            for one in report.excused
        ],
        "accents": [
            {
                "region": region,
                "accent": one.accent,
                "ink": [one.ink.c, one.ink.m, one.ink.y, one.ink.k],
                "used": one.used,
                "sight": one.sight,
                "nearest": one.condition,
                "ciede2000": round(one.distance, 1),
            }
            for region, rows in report.accents.items()
            for one in rows
        ],
        "fit": [_row(row) for row in report.rows],
    }
    return json_text(data, 1)


def _edition_names(editions: Sequence[EditionName]) -> list[str]:
    return [str(edition) for edition in editions]


def _message(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "file": one.location.file if one.location else None,
        "line": one.location.line if one.location else None,
        "key": one.key,
        "message": one.message,
        "remedy": one.remedy,
        "values": plain_values(one.message),
    }


def _row(row: FitRow) -> dict[str, Any]:
    fit = row.fit
    return {
        "region": row.edition.region,
        "language": row.edition.language,
        "format": row.format,
        "card": fit.card,
        "side": fit.side,
        "field": row.field,
        "verdict": row.verdict,
        "size": fit.size,
        "design": fit.design,
        "minimum": fit.minimum,
        "lines": fit.lines,
        "room_mm": round(fit.room, 1),
        "left_mm": round(fit.left, 1),
        "left_lines": fit.free_lines,
        "hyphenations": fit.hyphens,
        "words_too_many": fit.cut,
    }
