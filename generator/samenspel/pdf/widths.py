"""The widths that composite fonts state (ISO 32000-1, 9.7.4.3)."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.limits import MAX_CODES
from samenspel.pdf.values import entry, listed, number, numbers

USUAL_WIDTH = 0.5
"""Ems: a letter's width where a font states none."""


def composite_widths(holder: pikepdf.Object) -> dict[int, float]:
    """``/W`` of a CIDFont (9.7.4.3): ``c [w …]`` and ``first last w``."""
    found: dict[int, float] = {}
    items = listed(entry(holder, "/W"))
    n, left = 0, MAX_CODES
    while n + 1 < len(items):
        first = int(number(items[n]))
        if isinstance(items[n + 1], pikepdf.Array):
            widths = [width / 1000 for width in numbers(items[n + 1])]
            found.update(enumerate(widths, first))
            n += 2
        else:
            last = min(int(number(items[n + 1])), 0xFFFF)
            left -= max(last - first, 0) + 1
            if left < 0:
                return found
            width = number(items[n + 2]) / 1000 if n + 2 < len(items) else USUAL_WIDTH
            found.update(dict.fromkeys(range(first, last + 1), width))
            n += 3
    return found
