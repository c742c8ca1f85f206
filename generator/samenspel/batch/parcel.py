"""What travels: files as one block of bytes, and what a job made with the place it came from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from samenspel.diagnostics import Diagnostic, Location
from samenspel.pipeline.request import BuildReport

Files = Mapping[str, bytes]
"""Names below some folder, with slashes, and what the files hold."""


def files_of(root: Path, folders: Iterable[str]) -> dict[str, bytes]:
    """All files in some folders below ``root``, hidden ones too.

    A link to a file is what it leads to, as long as that stays below ``root``: no other is read.
    """
    found: dict[str, bytes] = {}
    base = root.resolve()
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(base)):
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def packed(files: Files) -> bytes:
    """Files as one block of bytes."""
    block = io.BytesIO()
    with zipfile.ZipFile(block, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return block.getvalue()


def unpacked(block: bytes) -> dict[str, bytes]:
    """The files of a block. ``ValueError`` for a name that leads out of its folder."""
    with zipfile.ZipFile(io.BytesIO(block)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for name in found:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise ValueError(name)
    return found


def laid_out(files: Files, folder: Path) -> None:
    """Write files below a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def brought_home(report: BuildReport, there: Path, here: Path) -> BuildReport:
    """A report of what was made below ``there``, as if it had been made below ``here``."""

    def home(path: Path) -> Path:
        return here / path.relative_to(there)

    return replace(
        report,
        output=here,
        files=tuple(replace(file, path=home(file.path)) for file in report.files),
        manifests=tuple(map(home, report.manifests)),
        removed=tuple(map(home, report.removed)),
        warnings=tuple(told_from(one, there, here) for one in report.warnings),
    )


def told_from(found: Diagnostic, there: Path, here: Path) -> Diagnostic:
    """A message about a file below ``there``, about the one below ``here``."""
    place = found.location
    if place is None or not Path(place.file).is_relative_to(there):
        return found
    file = str(here / Path(place.file).relative_to(there))
    return replace(found, location=Location(file, place.line, place.column))
