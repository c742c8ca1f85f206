"""Ratios as bars, in a drawing of its own: names, bars on a logarithmic scale, and figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

WIDE, STEP, NAMES, FIGURES = 760, 26, 250, 70
"""The drawing's width, what a bar takes in height, and the room for names and figures."""
OURS, OTHERS, LINE, INK = "#14539c", "#9db2c4", "#c9c9c9", "#222222"
Bar = tuple[str, float, bool]
"""A name, a ratio, and whether it is ours."""


def bars(title: str, rows: Sequence[Bar]) -> str:
    """The drawing as SVG; equal figures give equal bytes."""
    lowest = math.floor(math.log10(min(value for _, value, _ in rows)))
    highest = math.ceil(math.log10(max(value for _, value, _ in rows)))
    room = WIDE - NAMES - FIGURES
    high = STEP * (len(rows) + 2)

    def across(value: float) -> float:
        return NAMES + room * (math.log10(value) - lowest) / (highest - lowest)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" width="{WIDE}" '
        f'height="{high}" font-family="sans-serif" font-size="13" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDE}" height="{high}" fill="#ffffff"/>',
    ]
    for power in range(lowest, highest + 1):
        x = across(10.0**power)
        parts.append(f'<path d="M{x:.1f} 8V{high - STEP}" stroke="{LINE}"/>')
        said = f'<text x="{x:.1f}" y="{high - 8}" text-anchor="middle">{10.0**power:g}</text>'
        parts.append(said)
    for place, (name, value, ours) in enumerate(rows):
        top, end = 10 + STEP * place, across(value)
        start, width = min(end, across(1)), abs(end - across(1))
        parts += [
            f'<text x="{NAMES - 10}" y="{top + 13}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{start:.1f}" y="{top}" width="{max(width, 1.5):.1f}" height="{STEP - 9}" '
            f'fill="{OURS if ours else OTHERS}"/>',
            f'<text x="{max(end, across(1)) + 6:.1f}" y="{top + 13}">{value:.2f}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])
