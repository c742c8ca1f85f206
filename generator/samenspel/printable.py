"""How texts and numbers are shown to people.

Text from elsewhere is shown so that nothing in it moves a terminal's cursor or hides a word.

YAML and workbooks decode escapes, so a key, a text or a file's name may hold what a terminal obeys
(ECMA-48), and marks that turn words round or that nobody sees. Each is shown by its number.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

SHOWN = frozenset("\n\t")
"""Control characters that only lay a text out."""

_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
"""Categories of characters that are not seen as themselves (Unicode 16, 4.5)."""


_BLANK = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, 0xFFA0,
              *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)  # fmt: skip
"""Letters and marks that are seen no more than those (Default_Ignorable_Code_Point, DerivedCore-
Properties 16): fillers, and selectors of another form of the character before them."""


def is_hidden(char: str) -> bool:
    """True for a character that is not seen as itself; breaks and tabs are seen."""
    return char not in SHOWN and (unicodedata.category(char) in _HIDDEN or char in _BLANK)


def json_text(data: Any, indent: int | None = None) -> str:
    """Data as JSON that may be shown: letters as they are, and what is not seen as ``\\u202e``.

    A control character of one byte (C1) or a mark that turns words round stands in a text as any
    other, and a terminal on which the file is shown would obey it.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    hidden = filter(is_hidden, () if text.isascii() else set(text))
    return text.translate({ord(char): json.dumps(char)[1:-1] for char in hidden})


def printable(text: str) -> str:
    """The text with every character that is not seen as ``<U+001B>``; breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(char):04X}>" if is_hidden(char) else char for char in text)


def html_text(text: str) -> str:
    """The text as HTML, also in an attribute, shown as ``printable`` shows it.

    A mark that turns words round would turn those of a page round too, and hide what differs.
    """
    from html import escape  # its table of named letters is long

    return escape(printable(text))


def sentence(text: str) -> str:
    """A message as a sentence: with a capital and a full stop; nothing for an empty text."""
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers, those that follow each other drawn together: ``1–4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)


_WHOLE = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "d",
        "ŋ": "n",
    }
)
"""Letters that Unicode does not take apart into a plain one and a mark."""


def plain_word(text: str) -> str:
    """A name in what every file system and every form takes: ``Ruïnezicht & Zn.`` is
    ``ruinezicht-zn``; empty for a name without any such letter or digit.
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_WHOLE))
    letters = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", letters)).strip("-")
