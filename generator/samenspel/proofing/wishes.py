"""What is asked of a proof."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspel.errors import UsageError
from samenspel.pipeline import BuildRequest
from samenspel.products import previewed

INK_LIMIT = 300.0
"""Percent, for a file of which nothing better is known."""
SAFE = 4.0
"""Millimetres inside the trim, likewise."""


@dataclass(frozen=True, slots=True)
class ProofWishes:
    """Which pages to show, and how.

    ``pages`` is a list such as ``1,3-5`` (empty: all); ``paper`` shows the paper's own colour
    (absolute colorimetric), else white is the screen's white (relative, with black point
    compensation); ``without`` names plates that are no ink, such as a die line. ``ink_limit``
    (percent) and ``safe`` (mm) are the press's and the format's when ``None``. ``plates``, ``ink``
    and ``overlay`` say which pictures are made beside the proof itself.
    """

    pages: str = ""
    dpi: float = 150
    paper: bool = True
    plates: bool = True
    ink: bool = True
    overlay: bool = True
    without: tuple[str, ...] = ()
    ink_limit: float | None = None
    safe: float | None = None


def shown_products(request: BuildRequest) -> tuple[str, ...]:
    """The products to show: those asked for, else what is worth a look; of single cards, these."""
    return request.products or (() if request.cards else previewed())


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
                f'"{wanted}" is no list of pages',
                remedy="write numbers with commas and hyphens, such as 1,3-5",
            )
        last = int(end or (count if dash else first))
        found.update(range(int(first), min(last, count) + 1))
        found.update({max(last, int(first))} - set(range(count + 1)))
    return sorted(found)
