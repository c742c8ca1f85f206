"""The widths that fonts state (ISO 32000-1, 9.2.4 and 9.7.4.3), in ems by code.

With them comes the width of all codes that none is stated for.
"""

from __future__ import annotations

import pikepdf

from samenspel.pdf.cmaps import half_width
from samenspel.pdf.limits import MAX_CODES
from samenspel.pdf.values import entry, listed, number, numbers, real, whole

USUAL_WIDTH = 0.5
"""Ems: a letter's width where a font states none."""


def simple_widths(font: pikepdf.Object, scale: float) -> tuple[dict[int, float], float]:
    """``/Widths`` of a font of single bytes; ``scale`` is ems for one unit of its text space."""
    first = whole(font, "/FirstChar", 0)
    stated = numbers(entry(font, "/Widths"))
    widths = {first + n: width * scale / 1000 for n, width in enumerate(stated)}
    descriptor = entry(font, "/FontDescriptor")
    other = number(entry(descriptor, "/MissingWidth")) / 1000
    return widths, other if widths else USUAL_WIDTH


def composite_widths(font: pikepdf.Object) -> tuple[dict[int, float], float]:
    """``/W`` and ``/DW`` of a CIDFont; what is half as wide as usual is so without being stated."""
    halves = dict.fromkeys(filter(half_width, range(-256, 0)), USUAL_WIDTH)
    return halves | _listed_widths(font), real(font, "/DW", 1000) / 1000


def _listed_widths(holder: pikepdf.Object) -> dict[int, float]:
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
