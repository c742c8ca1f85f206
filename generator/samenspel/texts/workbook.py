"""Tables of texts as one workbook, made for an editor: locked where it must be, open where it may.

The same tables give the same bytes: no moment of writing is in the file.
"""

from __future__ import annotations

import io
import shlex
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from samenspel.cells.rich_cells import as_rich
from samenspel.texts import columns as c
from samenspel.texts.looks import (
    BORDER,
    FACE,
    HEAD,
    HEAD_SIDES,
    LINE_HEIGHT,
    NAVY,
    NEARLY,
    TEXT_SIZE,
    TOO_LONG,
    TOP,
    WIDTHS,
    dress,
    font,
    lines_of,
    row_lines,
)
from samenspel.texts.readme_sheet import LINES, TITLE, variable_rows
from samenspel.texts.rows import Row, Table
from samenspel.texts.timeless import timeless

VARIABLE_HINT = (
    "Hier mag {{ regio.naam }}, {{ regio.kort }}, {{ regio.plek }} of {{ woord.school }} staan; "
    "samenspel vult het in. Alle namen staan op het blad ‘Lees mij’."
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the first sheet says of the deck; ``names`` and ``words`` are those of ``example``."""

    title: str
    edition: str
    languages: Sequence[str]
    regions: Sequence[str]
    example: str
    names: Sequence[tuple[str, str]]
    words: Sequence[tuple[str, str]]


def workbook(tables: Sequence[Table], front: Front, file: str) -> bytes:
    """The workbook's bytes; ``file`` is the name that it will have."""
    book = Workbook()
    book.properties.creator = "samenspel"
    book.properties.title = f"Teksten van {front.title}"
    sheet = book.worksheets[0]
    sheet.title = TITLE
    _read_me(sheet, front, file)
    for table in tables:
        _sheet(book.create_sheet(table.language), table)
    stream = io.BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())


def _read_me(sheet: Worksheet, front: Front, file: str) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 44
    sheet.column_dimensions["C"].width = 40
    number = 1
    for kind, line in LINES:
        said = line.format(
            title=front.title, edition=front.edition, file=shlex.quote(file), example=front.example,
            languages=", ".join(front.languages), regions=", ".join(front.regions),
        )  # fmt: skip
        cell = _text(sheet, number, 1, said)
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=3)
        size = {"kop": 18, "tussenkop": 12}.get(kind, 11)
        cell.font = font(size, bold=bool(kind), color=NAVY if kind else "000000")
        # A row of merged cells does not grow by itself.
        height = 30 if kind == "kop" else 26 if kind else LINE_HEIGHT * lines_of(said, 118)
        sheet.row_dimensions[number].height = height
        cell.alignment = Alignment(vertical="bottom" if kind else "top", wrap_text=True)
        number += 1
    for row in variable_rows(front.names, front.words):
        for column, said in enumerate(row, 1):
            cell = _text(sheet, number, column, said)
            cell.font = font(11, name="Consolas" if column == 1 else FACE)
            cell.border, cell.alignment = BORDER, TOP
        number += 1
    sheet.protection.sheet = True
    _printed(sheet, landscape=False)


def _sheet(sheet: Worksheet, table: Table) -> None:
    heads = [name for name in WIDTHS if name != c.SOURCE or not table.is_source]
    at = {name: column for column, name in enumerate(heads, 1)}
    for name, column in at.items():
        head = _text(sheet, 1, column, name)
        head.fill, head.font = HEAD, font(11, bold=True, color="FFFFFF")
        side = HEAD_SIDES.get(name)
        head.alignment = Alignment(vertical="center", horizontal=side, wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[name]
    sheet.column_dimensions[get_column_letter(at[c.MARK])].hidden = True
    sheet.row_dimensions[1].height = 32
    before: Row | None = None
    looks: Looks = {}
    for number, row in enumerate(table.rows, 2):
        _row(sheet, number, row, at, looks, _begins(before, row))
        before = row
    last = len(table.rows) + 1
    _judged(sheet, at, last)
    _validated(sheet, table, at)
    first = c.SOURCE if c.SOURCE in at else c.TEXT
    sheet.freeze_panes = f"{get_column_letter(at[first])}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(at[c.KEY])}{last}"
    _protected(sheet)
    _printed(sheet, landscape=True)


Looks = dict[tuple[str, bool, bool], Any]


def _begins(before: Row | None, row: Row) -> bool:
    """True where another card begins."""
    if before is None:
        return True
    was, now = before.passage, row.passage
    return (was.region, was.part) != (now.region, now.part)


def _row(
    sheet: Worksheet, number: int, row: Row, at: dict[str, int], looks: Looks, begins: bool
) -> None:
    passage = row.passage
    text = get_column_letter(at[c.TEXT])
    said = {
        c.REGION: passage.region, c.CARD: row.card, c.FIELD: row.name, c.SOURCE: passage.source,
        c.TEXT: passage.text, c.TIGHTEST: row.tightest, c.NOTE: row.note, c.KEY: passage.key,
        c.MARK: row.mark,
    }  # fmt: skip
    locked = passage.lock is not None
    for name, column in at.items():
        cell: Any = sheet.cell(number, column)
        look = (name, begins, locked)
        if look not in looks:
            dress(cell, *look)
            looks[look] = cell._style  # setting each part anew takes most of the time
        cell._style = copy(looks[look])
        if name in said:
            _text(sheet, number, column, said[name], rich_too=name in (c.TEXT, c.SOURCE))
    shown = {name: text for name, text in said.items() if name in at}
    sheet.row_dimensions[number].height = LINE_HEIGHT * row_lines(shown) + 3
    open_ = sheet.cell(number, at[c.TEXT])
    used, budget = sheet.cell(number, at[c.USED]), sheet.cell(number, at[c.BUDGET])
    used.value = f"=LEN({text}{number})"
    if row.budget is not None:
        budget.value = row.budget
        sheet.cell(number, at[c.LEFT]).value = f"={budget.coordinate}-{used.coordinate}"
    if row.shown and not locked:
        open_.comment = _comment(f"Nu staat er op de kaart:\n{row.shown}\n\n{VARIABLE_HINT}")


def _text(
    sheet: Worksheet, row: int, column: int, said: str, *, rich_too: bool = False
) -> Cell:
    """A cell that holds text, whatever it begins with; bold and italic where it says so."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # merged cells are made afterwards
    cell.number_format = "@"
    if said:
        cell.value = c.escaped(said)
        cell.data_type = "s"  # also when it begins as a formula does
        cell.quotePrefix = c.begins_formula(said)
        rich = as_rich(c.escaped(said), FACE, TEXT_SIZE) if rich_too else None
        if rich is not None:
            cell.value = rich
    return cell


def _comment(said: str) -> Comment:
    comment = Comment(said, "samenspel")
    comment.width, comment.height = 340, 60 + 18 * (len(said) // 44)
    return comment


def _judged(sheet: Worksheet, at: dict[str, int], last: int) -> None:
    """Red where a text is too long, yellow where hardly anything is left."""
    left, budget = get_column_letter(at[c.LEFT]), get_column_letter(at[c.BUDGET])
    area = f"{left}2:{left}{last}"
    too_long = f'AND({left}2<>"",{left}2<0)'
    nearly = f'AND({left}2<>"",{left}2<{budget}2*0.1)'
    for formula, fill in ((too_long, TOO_LONG), (nearly, NEARLY)):
        look = DifferentialStyle(fill=fill)
        rule = Rule(type="expression", formula=[formula], dxf=look, stopIfTrue=True)
        sheet.conditional_formatting.add(area, rule)


def _validated(sheet: Worksheet, table: Table, at: dict[str, int]) -> None:
    """Lists to choose from, and a hint on each cell in which variables may stand."""
    column = get_column_letter(at[c.TEXT])
    hint = DataValidation(
        type=None, allow_blank=True, showInputMessage=True, showErrorMessage=False,
        promptTitle="Invullen laten", prompt=VARIABLE_HINT,
    )  # fmt: skip
    choices: dict[tuple[tuple[str, ...], bool], DataValidation] = {}
    for number, row in enumerate(table.rows, 2):
        passage = row.passage
        if passage.lock is not None:
            continue
        if passage.choices:
            kind = (passage.choices, passage.optional)
            if kind not in choices:
                choices[kind] = _choice(*kind)
            choices[kind].add(f"{column}{number}")
        elif row.templated:
            hint.add(f"{column}{number}")
    for rule in (hint, *choices.values()):
        if rule.sqref:
            sheet.add_data_validation(rule)


def _choice(choices: Sequence[str], optional: bool) -> DataValidation:
    return DataValidation(
        type="list", formula1=f'"{",".join(choices)}"', allow_blank=optional,
        showErrorMessage=True, errorTitle="Kies uit de lijst",
        error="Een van deze: " + ", ".join(choices) + ".",
    )  # fmt: skip


def _protected(sheet: Worksheet) -> None:
    """Locked without a password; columns and rows may be widened, rows filtered."""
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(sheet.protection, allowed, False)  # the attribute says what is kept out


def _printed(sheet: Worksheet, *, landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if landscape:
        sheet.print_title_rows = "1:1"
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&A, &P van &N"))
