"""A paragraph about every message that samenspel can give.

The paragraphs stand in this folder's Markdown files, each under a heading with the message's code:
``## text-too-long``. A code has one paragraph, in one file. A folder named after a language holds
translations, in files of the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from samenspel.diagnostics import near_match
from samenspel.errors import UsageError
from samenspel.saying import say

_HEADING = re.compile(r"^## +`?([a-z0-9-]+)`?[ \t]*$", re.MULTILINE)


def explain(code: str, language: str = "") -> str:
    """The paragraph about ``code``, in ``language`` where it is translated, else in English.

    Raises UsageError (``code-unknown``).
    """
    known = explanations(language)
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
def explanations(language: str = "") -> Mapping[str, str]:
    """All codes, sorted, with their paragraphs: those of a language in place of the English ones.

    ValueError (a bug) when a code is there twice.
    """
    here = Path(__file__).parent
    english, folder = _in(here), here / language
    own = _in(folder) if language and folder.is_dir() else {}
    return dict(sorted((english | own).items()))


def _in(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.name.endswith(".md"):
            for code, text in parse(entry.read_text(encoding="utf-8")):
                if code in found:
                    raise ValueError(f"{entry.name} explains {code} again")
                found[code] = text
    return found


def parse(markdown: str) -> list[tuple[str, str]]:
    """Codes and paragraphs of one file; what stands before the first heading is not for users."""
    parts = _HEADING.split(markdown)
    return [(code, text.strip()) for code, text in zip(parts[1::2], parts[2::2], strict=True)]
