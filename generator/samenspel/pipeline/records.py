"""An unchanged build recognises itself: what a build made, by all that it was made with.

The key is the digest of the request, of every file of the project and of the built-in deck, of the
program and of the moment that files carry. A record serves only while each file that it names still
holds what was written; otherwise the build is made as if there were none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.model.finding import Finding
from samenspel.model.ordering import Making
from samenspel.pipeline.request import (
    BuildReport,
    BuildRequest,
    BuiltFile,
    Input,
    rejected_name,
)
from samenspel.saying import packed, unpacked
from samenspel.staging import finish_abandoned
from samenspel.store import Store, digest_of

KIND = "build"
_ROW = tuple(field.name for field in fields(BuiltFile) if field.name != "path")


def record_key(request: BuildRequest) -> str:
    """The digest of all that a build is made with; empty when it is not kept, or unknown.

    What is not inspected is made to be looked at, in a folder that goes, and not kept.
    """
    if request.cache is None or request.keep_rejected or not request.inspected:
        return ""
    builtin = builtin_deck()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return digest_of(
        (request.project or builtin, builtin), epoch, repr(replace(request, cache=None))
    )


def remembered(request: BuildRequest, key: str | None = None) -> BuildReport | None:
    """The report of a build that would write what stands there already; else ``None``.

    ``key`` is the request's, when that is known.
    """
    key = record_key(request) if key is None else key
    entry = Store(request.cache).get(KIND, key) if key else None
    if entry is None:
        return None
    finish_abandoned(request.output)
    try:
        said = json.loads(entry)
        standing = said["standing"]
        if not all(map(_stands, map(request.output.joinpath, standing), standing.values())):
            return None
        if any((request.output / rejected_name(name)).exists() for name in standing):
            return None
        return _report(request.output, said)
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return None


def record(cache: Path | None, key: str, now: Callable[[], str], report: BuildReport) -> None:
    """Keep what a build made, when the same build would make the same again.

    ``now`` is the key as it is afterwards.
    """
    if not key or report.stopped or report.removed:
        return
    try:
        standing = _standing(report)
        said = {
            "standing": standing,
            "files": [_row(file, report.output) for file in report.files],
            "manifests": [_name(path, report.output) for path in report.manifests],
            "warnings": [_plain(one) for one in report.warnings],
            "inputs": [asdict(one) for one in report.inputs],
        }
    except (OSError, ValueError, KeyError):
        return
    if now() == key:  # nobody wrote in the project meanwhile
        Store(cache).put(KIND, key, json.dumps(said).encode())


def _standing(report: BuildReport) -> dict[str, str]:
    """Every file that a manifest names, also of earlier builds, and the manifests: their SHA-256.

    Raises OSError, ValueError and KeyError for a manifest that is not what was written.
    """
    found: dict[str, str] = {}
    for path in report.manifests:
        data = path.read_bytes()
        found[_name(path, report.output)] = hashlib.sha256(data).hexdigest()
        for entry in json.loads(data)["files"]:
            for one in (entry, entry.get("picture")):
                if one:
                    found[_name(path.parent / one["name"], report.output)] = one["sha256"]
    return found


def _stands(path: Path, digest: str) -> bool:
    """Whether a plain file holds what was written."""
    if path.is_symlink():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest


def _name(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix()


def _row(file: BuiltFile, output: Path) -> dict[str, Any]:
    said = {key: getattr(file, key) for key in _ROW}
    found = [finding.plain for finding in file.findings]
    return {
        **said,
        "path": _name(file.path, output),
        "making": asdict(file.making),
        "note": packed(file.note),
        "findings": found,
    }


def _plain(one: Diagnostic) -> dict[str, Any]:
    said = {"message": packed(one.message), "remedy": packed(one.remedy)}
    return {**asdict(one), **said, "severity": one.severity.value}


def _report(output: Path, said: Mapping[str, Any]) -> BuildReport:
    return BuildReport(
        output,
        tuple(_file(output, row) for row in said["files"]),
        tuple(output / name for name in said["manifests"]),
        tuple(map(_diagnostic, said["warnings"])),
        inputs=tuple(Input(**row) for row in said["inputs"]),
        unchanged=True,
    )


def _file(output: Path, row: Mapping[str, Any]) -> BuiltFile:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    found = tuple(map(Finding.of_plain, row["findings"]))
    said = {
        "path": output / row["path"],
        "making": Making(**row["making"]),
        "note": unpacked(row["note"]),
        "findings": found,
    }
    return BuiltFile(**{**row, **lists, **said})


def _diagnostic(row: Mapping[str, Any]) -> Diagnostic:
    place = Location(**row["location"]) if row["location"] else None
    said = {key: unpacked(row[key]) for key in ("message", "remedy")}
    kept = {**row, **said, "location": place, "severity": Severity(row["severity"])}
    return Diagnostic(**kept)
