"""What a gradient states: its most ink, which tells the pages that must be measured, and the inks
that it prints at all.

Functions are looked at where they state their values, or at many places (``functions.values``). Of
meshes without a function the most that their data can say counts.
"""

from __future__ import annotations

import pikepdf

from samenspel.pdf.functions import values
from samenspel.pdf.limits import BAD
from samenspel.pdf.values import entry, numbers, whole
from samenspel.preflight.document import Document, Resource

_SHADED = 2
"""The type of a pattern that is a gradient."""


def heavy_pages(document: Document, limit: float) -> frozenset[int]:
    """Pages that lead to a gradient with more ink than ``limit``, in percent.

    Of a gradient that several pages share, all are taken.
    """
    heavy = {item.page for item in document.resources if _ink(item) > limit}
    if not heavy:
        return frozenset()
    first = min(heavy)
    return frozenset(page.number for page in document.pages if page.number >= first)


def _ink(item: Resource) -> float:
    """The most ink that a resource's gradient states; 0 for what is none."""
    try:
        shading = item.value if item.group == "Shading" else _of_pattern(item)
        if shading is None or not _press(entry(shading, "/ColorSpace")):
            return 0.0
        function = entry(shading, "/Function")
        if function is None:  # a mesh, whose colours stand in its data: as much as they may be
            return 100 * sum(numbers(entry(shading, "/Decode"))[5::2])
        return 100 * max(map(sum, values(function)), default=0.0)
    except BAD:
        return 0.0  # what is damaged is reported elsewhere


def _of_pattern(item: Resource) -> pikepdf.Object | None:
    if item.group != "Pattern" or whole(item.value, "/PatternType", 0) != _SHADED:
        return None
    return entry(item.value, "/Shading")


def _press(space: pikepdf.Object | None) -> bool:
    """Whether a colour's numbers are tints of inks, which add up."""
    if isinstance(space, pikepdf.Array) and len(space):
        return str(space[0]) == "/DeviceN"
    return str(space) == "/DeviceCMYK"
