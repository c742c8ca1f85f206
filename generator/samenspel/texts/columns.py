"""The columns of a table of texts, in a workbook and in CSV alike, and how texts stand in cells."""

from __future__ import annotations

import re

REGION, CARD, FIELD = "Regio", "Kaart", "Onderdeel"
SOURCE, TEXT = "Brontekst", "Tekst"
USED, BUDGET, LEFT, TIGHTEST = "Tekens", "Past", "Nog over", "Krapste formaat"
NOTE, KEY, MARK = "Let op", "Kenmerk", "Controle"
LANGUAGE = "Taal"
NEEDED = (TEXT, KEY, MARK)
"""The columns that an import reads; it finds them by these names."""

CELL_LIMIT = 32_767
"""Characters that a cell can hold, in Excel and in LibreOffice."""

_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_DANGEROUS = ("=", "+", "-", "@", "\t", "'")


def escaped(text: str) -> str:
    """A text as a workbook holds it: what XML cannot hold is ``_xHHHH_`` (ECMA-376, ST_Xstring)."""
    return _UNHOLDABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text of a workbook's cell."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def guarded(text: str) -> str:
    """A text as CSV holds it: one that a spreadsheet would read as a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """The text of a CSV cell."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_DANGEROUS) else text


def tidy(text: str) -> str:
    """A text as the deck's files hold it: one kind of line end, no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
