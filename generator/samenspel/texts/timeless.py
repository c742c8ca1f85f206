"""Workbooks without the moments at which they were made."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from samenspel.bounds import RECORD

_DATE = (1980, 1, 1, 0, 0, 0)

CORE = "docProps/core.xml"
"""The part of a workbook that says who made it, and when it was last saved."""

_MOMENT = b"2000-01-01T00:00:00Z"


def is_fresh(path: Path) -> bool:
    """True for a workbook that nobody saved since it was made here.

    Every program that saves one writes the moment into it, also when only a remark, a colour or a
    sheet was added.
    """
    try:
        with zipfile.ZipFile(path) as book:
            core = book.getinfo(CORE)
            return core.file_size < RECORD and _MOMENT in _moments(book)
    except (OSError, KeyError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return False


def _moments(book: zipfile.ZipFile) -> list[bytes]:
    """The last moment of writing that a workbook names."""
    return re.findall(rb"<dcterms:modified[^>]*>([^<]*)", book.read(CORE))


def timeless(data: bytes) -> bytes:
    """The same workbook without the moments at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == CORE:
                part = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + _MOMENT, part)
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return stream.getvalue()
