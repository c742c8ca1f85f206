"""Names of the line of the cut."""

from __future__ import annotations

import re

DIE_LINE = re.compile(
    r"(cut|thru|kiss)[-_ ]?(contour|cut|line)|die[-_ ]?(line|cut)?|stans\w*|stanz\w*|snij\w*",
    re.IGNORECASE,
)
"""Names that print shops use for the line of the cut."""


def is_die_line(name: str, asked: str = "") -> bool:
    """True for the name that was asked for, and for those in use at print shops."""
    return name == asked or DIE_LINE.fullmatch(name.strip()) is not None
