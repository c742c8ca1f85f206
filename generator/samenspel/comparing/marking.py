"""Two wordings of a text side by side, with the words marked that differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from samenspel.printable import html_text

MOSTLY_THE_SAME = 0.5
"""Texts more alike than this have their changed words marked; others stand side by side."""


def marked(before: str, after: str) -> tuple[str, str]:
    """Both as HTML: what went in ``del``, what came in ``ins``; nothing for nothing."""
    if not before or not after:
        return html_text(before), f"<ins>{html_text(after)}</ins>" if after else ""
    old, new = (re.findall(r"\s+|\S+", text) for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < MOSTLY_THE_SAME:
        return html_text(before), f"<ins>{html_text(after)}</ins>"
    gone, come = "", ""
    for kind, a, b, c, d in matcher.get_opcodes():
        one, two = html_text("".join(old[a:b])), html_text("".join(new[c:d]))
        gone += one if kind == "equal" or not one else f"<del>{one}</del>"
        come += two if kind == "equal" or not two else f"<ins>{two}</ins>"
    return gone, come
