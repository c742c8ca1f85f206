"""A deck's texts in spreadsheets: out, and back in."""

from samenspel.texts.exporting import Exported, csv_files, export_texts, free_name
from samenspel.texts.importing import Change, Import, import_texts

__all__ = [
    "Change",
    "Exported",
    "Import",
    "csv_files",
    "export_texts",
    "free_name",
    "import_texts",
]
