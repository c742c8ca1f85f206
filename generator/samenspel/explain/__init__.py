"""A paragraph about every message that samenspel can give.

The paragraphs stand in this folder's Markdown files, each under a heading with the message's code:
``## text-too-long``. A code has one paragraph, in one file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from samenspel.diagnostics import near_match
from samenspel.errors import UsageError
from samenspel.saying import say

_HEADING = re.compile(r"^## +`?([a-z0-9-]+)`?[ \t]*$", re.MULTILINE)


def explain(code: str) -> str:
    """The paragraph about ``code``. Raises UsageError (``code-unknown``)."""
    known = explanations()
    if code not in known:
        raise UsageError.of(
            "code-unknown",
            say('there is no message with the code "{code}"', code=code),
            remedy=_hint(code, known),
        )
    return known[code]


def _hint(code: str, known: Mapping[str, str]) -> str:
    hint = near_match(code, known)
    return hint if hint.startswith("did") else "see all codes with: samenspel explain"


@cache
def explanations() -> Mapping[str, str]:
    """All codes, sorted, with their paragraphs. ValueError (a bug) when a code is there twice."""
    found: dict[str, str] = {}
    for entry in files(__package__).iterdir():
        if entry.name.endswith(".md"):
            for code, text in parse(entry.read_text(encoding="utf-8")):
                if code in found:
                    raise ValueError(f"{entry.name} explains {code} again")
                found[code] = text
    return dict(sorted(found.items()))


def parse(markdown: str) -> list[tuple[str, str]]:
    """Codes and paragraphs of one file; what stands before the first heading is not for users."""
    parts = _HEADING.split(markdown)
    return [(code, text.strip()) for code, text in zip(parts[1::2], parts[2::2], strict=True)]
