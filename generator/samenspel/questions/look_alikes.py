"""Words in which letters of another alphabet stand that look like Latin ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TWINS = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
"""Letters of Cyrillic and Greek that look like a Latin one."""
_OTHER_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def disguised(text: str) -> Iterator[tuple[str, str]]:
    """Words with letters of a script that has them in the same shape as Latin ones, and those.

    They mix both; or they hold such twins alone, in a Latin text with nothing else of that script.
    """
    foreign = {char for char in set(text) if _is_foreign(char)}
    if not foreign:
        return
    latin_text = bool(re.search("[A-Za-z]{2}", text)) and foreign <= _TWINS
    for word in re.findall(r"[^\W\d_]+", text):
        names = [unicodedata.name(char, "") for char in word]
        latin = any(name.startswith("LATIN") for name in names)
        strange = [char for char in word if char in foreign and len(word) > 1]
        twins = latin_text and len(word) > 1 and set(word) <= _TWINS
        if (latin and strange) or twins:
            yield word, "".join(dict.fromkeys(strange))


@lru_cache(maxsize=4096)
def _is_foreign(char: str) -> bool:
    return unicodedata.name(char, "").startswith(_OTHER_SCRIPTS)
