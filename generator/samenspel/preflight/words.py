"""Words that several checks say."""

from __future__ import annotations

AT = {
    "left": "at the left",
    "right": "at the right",
    "top": "at the top",
    "bottom": "at the bottom",
}
"""Where something is, by the name of a side."""
