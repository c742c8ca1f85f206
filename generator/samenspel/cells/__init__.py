"""Tables of cells: CSV files and workbooks, read with the place of every cell."""

from samenspel.cells.reading import Cell, CellRow, CellTable, read_cells

__all__ = ["Cell", "CellRow", "CellTable", "read_cells"]
