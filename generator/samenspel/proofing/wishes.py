"""What is asked of a proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.bounds import PROOF_PAGES
from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.pipeline import BuildRequest, BuiltFile
from samenspel.pipeline.other_presses import folder_for
from samenspel.products import previewed
from samenspel.saying import say
from samenspel.speaking import ENGLISH

INK_LIMIT = 300.0
"""Percent, for a file of which nothing better is known."""
SAFE = 4.0
"""Millimetres inside the trim, likewise."""


@dataclass(frozen=True, slots=True)
class ProofWishes:
    """Which pages to show, and how."""

    pages: str = ""
    """A list such as ``1,3-5``; empty for all."""
    dpi: float = 150
    """Pixels an inch."""
    paper: bool = True
    """Show the paper's own colour (absolute colorimetric), not the screen's white (relative)."""
    plates: bool = True
    """Make a picture of each ink."""
    ink: bool = True
    """Make a picture of how much ink there is."""
    overlay: bool = True
    """Make a picture with the cut, the bleed and the safe zone."""
    without: tuple[str, ...] = ()
    """Plates that are no ink, such as a die line."""
    ink_limit: float | None = None
    """In percent; ``None`` for the press's."""
    safe: float | None = None
    """In mm; ``None`` for the format's."""
    language: str = ENGLISH
    """In which the legends are."""


def shown_products(request: BuildRequest) -> tuple[str, ...]:
    """The products to show: those asked for, else what is worth a look; of single cards, these."""
    return request.products or (() if request.cards else previewed())


def pictures_of(file: BuiltFile, request: BuildRequest, kind: str) -> str:
    """The folder beside a built file that its pictures go in: ``preview``, ``proof-meinspiel``."""
    return folder_for(kind, file.press, apart=len(dict.fromkeys(request.presses)) > 1)


def chosen_pages(wanted: str, count: int) -> list[int]:
    """The pages of a file of ``count`` pages that a list asks for, in the file's order.

    Raises UsageError ``pages-invalid``. Pages beyond the end are kept, to be reported.
    """
    found: set[int] = set()
    for part in wanted.split(",") if wanted.strip() else ["1-"]:
        match = re.fullmatch(r"\s*(\d{1,6})\s*(-?)\s*(\d{0,6})\s*", part)
        first, dash, end = match.groups() if match else ("0", "", "")
        if not int(first) or (end and (not dash or int(end) < int(first))):
            raise UsageError.of(
                "pages-invalid",
                say('"{wanted}" is no list of pages', wanted=wanted),
                remedy="write numbers with commas and hyphens, such as 1,3-5",
            )
        last = int(end or (count if dash else first))
        found.update(range(int(first), min(last, count) + 1))
        found.update({max(last, int(first))} - set(range(count + 1)))
    return sorted(found)


def check_count(file: str, pages: Sequence[int]) -> None:
    """Raise UsageError (``pages-too-many``) for a file of which too many pictures would be made."""
    if len(pages) > PROOF_PAGES:
        raise UsageError.of(
            "pages-too-many",
            say(
                "{count} pages are asked for, and of one file {proof_pages} are shown at most",
                count=len(pages),
                proof_pages=PROOF_PAGES,
            ),
            Location(file),
            remedy="choose some with --pages, such as --pages 1-50",
        )
