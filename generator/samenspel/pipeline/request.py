"""What is asked of a build, what it tells on its way, and what it made."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import UsageError
from samenspel.model.sheet import Flip
from samenspel.model.style import PageOrder, StandardName, TextAs

PRODUCTS = ("cards", "sheets", "poster")
"""What a build can make. ``sheets`` are two files, one for each paper size."""

PAPERS = ("a4", "a3")
"""The papers that sheets are made for."""

CARD_FILES = tuple(
    f"cards{faces}{variant}.pdf"
    for faces in ("", "-fronts", "-backs")
    for variant in ("", "-dieline")
)
"""The files that the product cards may come in: whole or by side, without or with a die line."""

ALL = "all"
"""Stands for every region, format or language that there is."""

FALLBACK_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build, and where to put it.

    ``project`` is the deck project's folder; ``None`` stands for the built-in deck. ``regions``,
    ``languages`` and ``formats`` may hold ``all``; no languages means every language that a region
    offers, and for ``basis`` the one that the deck was written in; no products means those that the
    deck names. ``created`` is the moment that the files carry; ``None`` takes it from
    ``SOURCE_DATE_EPOCH``, or else from the deck's edition, never from the clock, so that the same
    input gives the same bytes. ``cache`` is a folder for art made ready for the press, kept between
    builds and safe to delete; ``None`` keeps nothing. ``standard``, ``text`` and ``pages`` are what
    the press asks for, unless they are given here; without ``die_lines`` there are no files with a
    die line, whatever the press asks. ``thorough`` lets preflight draw every page and measure its
    ink; ``keep_rejected`` writes the files that preflight stops as ``*.rejected.pdf``, to be looked
    at.
    """

    output: Path
    project: Path | None = None
    regions: tuple[str, ...] = ("basis",)
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("a6",)
    products: tuple[str, ...] = ()
    press: str = "coated"
    standard: StandardName | None = None
    text: TextAs | None = None
    pages: PageOrder | None = None
    die_lines: bool = True
    theme: str = "samenspel"
    flip: Flip = "long-edge"
    created: datetime | None = None
    cache: Path | None = None
    thorough: bool = False
    keep_rejected: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``done`` of ``total`` files, and the file that it works on now."""

    done: int
    total: int
    doing: str


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One finished file.

    ``trim`` is its trim size (width, height), ``bleed`` what lies around it and ``radius`` that of
    its corners, all in mm; ``page_names`` names each page (``blijf-balanceren-front``);
    ``die_line`` is the plate of the die line, if the file has one.
    """

    path: Path
    product: str
    region: str
    language: str
    format: str
    pages: int
    trim: tuple[float, float]
    bleed: float
    bytes: int
    sha256: str
    title: str
    edition_code: str
    radius: float = 0.0
    page_names: tuple[str, ...] = ()
    die_line: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """All that a build made, and what its maker should know although it stopped nothing."""

    output: Path
    files: tuple[BuiltFile, ...]
    manifests: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...] = ()


def moment_of(edition: str, environment: Mapping[str, str] = os.environ) -> datetime:
    """The moment that a deck's files carry, in UTC.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, see reproducible-builds.org) wins; else the first of
    January of the year with which the edition begins (``2026.1``); else 1 January 2000. Raises
    UsageError (``epoch-invalid``).
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _from_epoch(epoch)
    year = re.match(r"(19[89]\d|2\d{3})(?!\d)", edition)
    return datetime(int(year[1]), 1, 1, tzinfo=UTC) if year else FALLBACK_MOMENT


def _from_epoch(epoch: str) -> datetime:
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
        if not 1980 <= moment.year <= 9999:
            raise ValueError(epoch)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError.of(
            "epoch-invalid",
            f'SOURCE_DATE_EPOCH is "{epoch}", which is no moment since 1980',
            remedy="give whole seconds since 1 January 1970, or unset it",
        ) from error
    return moment
