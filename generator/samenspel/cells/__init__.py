"""Tables of cells: CSV files and workbooks, read with the place of every cell."""

from samenspel.cells.reading import Cell, CellRow, CellTable, read_cells
from samenspel.cells.workbooks import opened_workbook, reason

__all__ = ["Cell", "CellRow", "CellTable", "opened_workbook", "read_cells", "reason"]
