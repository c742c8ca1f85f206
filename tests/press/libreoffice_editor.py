"""Edits cells in a real LibreOffice, as an editor would, and saves the workbook.

Run by the system's Python, which has the module ``uno`` (Debian: python3-uno):
``python3 libreoffice_editor.py SOFFICE WORKBOOK SAVED CELLS``, where CELLS is JSON such as
``{"nl": {"E14": "new text"}}``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "samenspel-editor"


def setting(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop():
    """LibreOffice's desktop, once it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(240):
        try:
            there = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def main() -> None:
    soffice, workbook, saved, cells = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
             "--norestore", f"--accept=pipe,name={PIPE};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            desk = desktop()
            book = desk.loadComponentFromURL(
                Path(workbook).as_uri(), "_blank", 0, (setting("Hidden", True),)
            )
            for sheet, edits in json.loads(cells).items():
                for cell, text in edits.items():
                    book.Sheets.getByName(sheet).getCellRangeByName(cell).setString(text)
            kind = setting("FilterName", "Calc MS Excel 2007 XML")
            book.storeToURL(Path(saved).as_uri(), (kind,))
            book.close(True)
            desk.terminate()
        finally:
            office.wait(60)


if __name__ == "__main__":
    main()
