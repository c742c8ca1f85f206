"""What a file says of itself, before anything is judged."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import pikepdf

from samenspel.pdf.geometry import distances
from samenspel.pdf.limits import BAD, bounded, plain, reason
from samenspel.pdf.opening import opened
from samenspel.pdf.values import entry, listed
from samenspel.preflight.document import Document
from samenspel.preflight.page import PageView
from samenspel.units import to_mm

MAX_SIZES = 20


class UnreadableError(Exception):
    """The file cannot be read at all; ``locked`` when it only wants a password."""

    def __init__(self, why: str, *, locked: bool = False) -> None:
        """``why`` is the reader's own message."""
        super().__init__(why)
        self.locked = locked


@dataclass(frozen=True, slots=True)
class PageSize:
    """Pages of one size."""

    width: float
    """Of the trim, else of the page, in mm."""
    height: float
    """Likewise."""
    bleed: float
    """The least around the trim, in mm."""
    pages: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A file's pages and origin; texts are empty where the file says nothing."""

    pages: int
    """How many it has."""
    sizes: tuple[PageSize, ...]
    """Of the pages, in the order in which they come."""
    version: str
    """Of PDF."""
    title: str = ""
    """That of the document."""
    maker: str = ""
    """The program that made it."""
    condition: str = ""
    """The output condition that it names."""


def overview(pdf: bytes) -> Overview:
    """What the file says of itself. Raises UnreadableError."""
    with bounded():
        try:
            document = opened(pdf)
        except pikepdf.PasswordError as error:
            raise UnreadableError(str(error), locked=True) from error
        except BAD as error:
            raise UnreadableError(reason(error)) from error
        with document:
            try:
                pages = Document(document).pages
                sizes = Counter(map(_size, pages))
            except BAD as error:
                raise UnreadableError(reason(error)) from error
            if not pages:
                raise UnreadableError("it has no pages")
            return Overview(
                pages=len(pages),
                sizes=tuple(PageSize(*size, n) for size, n in sizes.most_common(MAX_SIZES)),
                version=document.pdf_version,
                title=_info(document, "/Title"),
                maker=_info(document, "/Producer") or _info(document, "/Creator"),
                condition=_condition(document),
            )


def _size(page: PageView) -> tuple[float, float, float]:
    try:
        trim = page.box("TrimBox") or page.media
        bleed = page.box("BleedBox") or trim
    except BAD:
        return 0.0, 0.0, 0.0
    left, bottom, right, top = trim
    size = right - left, top - bottom, max(min(distances(trim, bleed).values()), 0.0)
    if not all(map(math.isfinite, size)):
        return 0.0, 0.0, 0.0
    width, height, least = (round(to_mm(length), 2) for length in size)
    return width, height, least


def _info(document: pikepdf.Pdf, key: str) -> str:
    """An entry of Info on one line."""
    try:
        text = str(document.docinfo.get(key, ""))
    except BAD:
        return ""
    return plain(" ".join(text.split()))[:120]


def _condition(document: pikepdf.Pdf) -> str:
    """The printing condition of the first output intent."""
    try:
        first = next(iter(listed(entry(document.Root, "/OutputIntents"))), None)
        name = entry(first, "/OutputConditionIdentifier")
    except BAD:
        return ""
    return "" if name is None else plain(str(name))[:60]
