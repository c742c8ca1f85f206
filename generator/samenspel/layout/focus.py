"""What of a photograph stays in sight where it fills an area."""

from __future__ import annotations

_POINTS = {"left": 0.0, "top": 0.0, "right": 1.0, "bottom": 1.0}


def focus_point(words: str | None) -> tuple[float, float] | None:
    """What a card says of where to look (``left top``) as shares from left and from above."""
    if not words:
        return None
    across = next((_POINTS[word] for word in words.split() if word in ("left", "right")), 0.5)
    down = next((_POINTS[word] for word in words.split() if word in ("top", "bottom")), 0.5)
    return across, down
