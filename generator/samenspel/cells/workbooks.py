"""Workbooks opened with care: unpacked sizes first, then sheet by sheet and row by row.

A cell in the last column of the last row makes a sheet of a thousand million cells; read by rows,
with columns and rows bounded, it costs what its file costs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from samenspel.bounds import SHEETS, UNPACKED


class TooLargeError(Exception):
    """A workbook that unpacks to more than a real one."""


@contextmanager
def opened_workbook(data: bytes, *, styled: bool = False) -> Iterator[Any]:
    """A workbook to read (``openpyxl``), closed afterwards.

    It is read row by row, and of letters that look otherwise than their cell nothing is kept;
    ``styled`` keeps them, and with them all cells that are there.

    Raises TooLargeError, and whatever a broken part of the file leads openpyxl to.
    """
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED:
            raise TooLargeError("it unpacks to far more than a deck's texts")
        if sum("sheet" in part.filename.lower() for part in archive.infolist()) > 4 * SHEETS:
            raise TooLargeError("it has far more sheets than a deck has languages")
    book = load_workbook(io.BytesIO(data), read_only=not styled, rich_text=styled)
    try:
        yield book
    finally:
        book.close()


def reason(error: Exception) -> str:
    """Why a workbook cannot be read, in words; a library's own name its objects and its files."""
    if isinstance(error, TooLargeError):
        return str(error)
    return "it is no .xlsx file" if isinstance(error, zipfile.BadZipFile) else "it is damaged"
