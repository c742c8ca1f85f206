"""How a workbook of texts looks: widths of columns, colours, type, and what may be typed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from samenspel.texts import columns as c

WIDTHS = {
    c.REGION: 13, c.CARD: 25, c.FIELD: 22, c.SOURCE: 56, c.TEXT: 64, c.USED: 8, c.BUDGET: 8,
    c.LEFT: 10, c.TIGHTEST: 12, c.NOTE: 44, c.KEY: 46, c.MARK: 10,
}  # fmt: skip
"""In characters, as spreadsheets count."""

NAVY, _PAPER, _GREY, _RULE = "1F3A5F", "FFFBEA", "F1F1EE", "C9C9C2"
FACE = "Calibri"
TEXT_SIZE = 11.0
"""Of the texts, in points."""
LINE_HEIGHT = 15.5
"""Points, for 11-point text."""
HEAD = PatternFill("solid", fgColor=NAVY)
_OPEN = PatternFill("solid", fgColor=_PAPER)
_SHUT = PatternFill("solid", fgColor=_GREY)
_LINE = Side(style="thin", color=_RULE)
BORDER, CARD_BORDER = Border(bottom=_LINE), Border(bottom=_LINE, top=Side("medium", NAVY))
TOO_LONG = PatternFill("solid", bgColor="F4B6A6")
NEARLY = PatternFill("solid", bgColor="FBE3A1")
TOP = Alignment(vertical="top", wrap_text=True)
TOP_RIGHT = Alignment(vertical="top", horizontal="right")
_ALIGNED = {
    c.USED: TOP_RIGHT, c.BUDGET: TOP_RIGHT, c.LEFT: TOP_RIGHT,
    c.TIGHTEST: Alignment(vertical="top", horizontal="center"),
    c.KEY: Alignment(vertical="top"), c.MARK: Alignment(vertical="top"),
}  # fmt: skip
HEAD_SIDES: dict[str, Literal["right", "center"]] = {
    c.USED: "right", c.BUDGET: "right", c.LEFT: "right", c.TIGHTEST: "center",
}  # fmt: skip
_ASIDE = (c.CARD, c.REGION, c.KEY, c.NOTE, c.TIGHTEST)
"""Set small and grey."""
WRAPPED = (c.CARD, c.FIELD, c.SOURCE, c.TEXT, c.NOTE)
_CHARACTERS = 1.1
"""Characters of running text in the width of one digit, by which columns are measured."""


def font(size: float, *, bold: bool = False, color: str = "000000", name: str = FACE) -> Font:
    """A font; ``size`` in points, ``color`` as RGB in hex."""
    return Font(name=name, size=size, bold=bold, color=color)


def lines_of(said: str, width: float) -> int:
    """About how many lines a text of 11 points takes; a spreadsheet need not make rows grow."""
    return sum(1 + int(len(line) / (width * _CHARACTERS)) for line in said.split("\n"))


def row_lines(said: Mapping[str, str]) -> int:
    """About how many lines the longest text of a row takes in its column."""
    return max(
        lines_of(said[name], WIDTHS[name] * (11 / 9 if name in _ASIDE else 1))
        for name in WRAPPED
        if name in said
    )


def dress(cell: Cell | MergedCell, name: str, begins: bool, locked: bool) -> None:
    """The look of a column's cell; ``begins`` for a card's first row."""
    cell.border = CARD_BORDER if begins else BORDER
    cell.alignment = _ALIGNED.get(name, TOP)
    cell.fill, cell.font = _SHUT, font(TEXT_SIZE)
    if name in _ASIDE:
        cell.font = font(9, color="55554F", bold=begins and name == c.CARD)
    if name == c.TEXT and not locked:
        cell.protection, cell.fill = Protection(locked=False), _OPEN
