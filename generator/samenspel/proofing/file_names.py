"""What proofs' folders and pictures are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from samenspel.pipeline import BuiltFile
from samenspel.products import products


def page_names(file: BuiltFile) -> list[str]:
    """What each page's pictures begin with."""
    if products()[file.product].paired:
        numbers = (file.place + index // 2 for index in range(file.pages))
        return [f"{n:02d}-{name}" for n, name in zip(numbers, file.page_names, strict=True)]
    if file.pages == 1:
        return [file.path.stem]
    return [f"{file.path.stem}-{number:02d}" for number in range(1, file.pages + 1)]


def folders(files: Sequence[Path]) -> list[str]:
    """A folder's name for each file; files of one name are numbered."""
    found: list[str] = []
    for path in files:
        stem, number = path.stem, 2
        while stem.casefold() in (name.casefold() for name in found):
            stem, number = f"{path.stem}-{number}", number + 1
        found.append(stem)
    return found


def numbered(number: int, count: int) -> str:
    """A page's number, with as many digits as the last of ``count`` pages has, two at least."""
    return f"{number:0{max(len(str(count)), 2)}d}"


def slug(ink: str) -> str:
    """An ink's name as a part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", ink.lower()).strip("-") or "unnamed"
