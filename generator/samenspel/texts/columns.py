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
_FORMULA = re.compile(r"(?:^|(?<=[\n\r\t,;|]))([^\S\n\r\t]*)('*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet may begin to read a formula: at the start of a cell, after a line break, and
after anything that parts cells in some locale. Marks before it are what ``guarded`` put there."""


def escaped(text: str) -> str:
    """A text as a workbook holds it: what XML cannot hold is ``_xHHHH_`` (ECMA-376, ST_Xstring)."""
    return _UNHOLDABLE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text of a workbook's cell."""
    said = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a sign is none


def guarded(text: str) -> str:
    """A text as CSV holds it, with an apostrophe before what a spreadsheet may read as a formula.

    A file with semicolons that is opened where commas part cells falls apart in other cells, and
    a line break inside quotes may begin a row; so each of these places is guarded.
    """
    return _FORMULA.sub(lambda found: f"{found[1]}'{found[2]}", text)


def unguarded(text: str) -> str:
    """The text of a CSV cell."""
    return _FORMULA.sub(lambda found: found[1] + found[2][1:], text)


def begins_formula(text: str) -> bool:
    """True for a text that a spreadsheet may read as a formula when somebody edits its cell."""
    return _FORMULA.match(text) is not None


def tidy(text: str) -> str:
    """A text as the deck's files hold it: one kind of line end, no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
