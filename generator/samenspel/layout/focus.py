"""What of a photograph stays in sight where it fills an area."""

from __future__ import annotations

import re

_POINTS = {"left": 0.0, "top": 0.0, "right": 1.0, "bottom": 1.0}
_SHARES = re.compile(r"(\d{1,3})% (\d{1,3})%")


def focus_point(words: str) -> tuple[float, float] | None:
    """Where to look, as shares from left and from above, of ``left top`` or ``30% 0%``."""
    if not words:
        return None
    if shares := _SHARES.fullmatch(words):
        return float(shares[1]) / 100, float(shares[2]) / 100
    across = next((_POINTS[word] for word in words.split() if word in ("left", "right")), 0.5)
    down = next((_POINTS[word] for word in words.split() if word in ("top", "bottom")), 0.5)
    return across, down


def is_focus(words: str) -> bool:
    """True for what says where to look."""
    return bool(_SHARES.fullmatch(words)) or set(words.split()) <= {*_POINTS, "centre"}
