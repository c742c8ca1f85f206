"""Damaged CSV files, as tables of texts and as tables of cards."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.damage import WORDS, damaged
from tests.fuzz.harness import Target
from tests.projects import tiny_project

from samenspel.builtin import builtin_deck
from samenspel.cells import read_cells
from samenspel.errors import SamenspelError
from samenspel.kinds import Library
from samenspel.kinds.tables import cards_of
from samenspel.pipeline.request import BuildRequest
from samenspel.texts import export_texts, import_texts

CARDS = (
    b"id;titel;kern;tekst;condities;vraag 1;vraag 2;vraag 3\r\n"
    b'een;Een;"Kern; een";"Tekst\r\nverder";relatie;Wat?;Hoe?;Wie?\r\n'
    b"twee;Twee;Kern;'=1+1;proces, relatie;a?;b?;c?\r\n"
)


@cache
def exported() -> tuple[bytes, bytes]:
    """The texts of a small deck as CSV and as a workbook."""
    with tempfile.TemporaryDirectory() as place:
        folder = tiny_project(Path(place))
        made = export_texts(BuildRequest(project=folder, output=folder, regions=("all",)), "x.xlsx")
    return made.csv["nl"], made.workbook


def made(number: int, seed: int) -> bytes:
    """A damaged table."""
    return damaged([exported()[0], CARDS], Random(f"{seed}/{number}"), WORDS)


def judged(data: bytes, ending: str = ".csv") -> str:
    """Import it into the small deck, and read it as cards."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place) / "deck")
        file = Path(place) / f"nl{ending}"
        file.write_bytes(data)
        try:
            found = import_texts(file, folder)
            said = "imported" if found.changes else "nothing new"
        except SamenspelError as error:
            said = error.diagnostics[0].code
        problems = []
        table = read_cells(Path(place), file.name, problems)
        if table is not None:
            cards_of(table, "reminder", Library((builtin_deck(),)), problems)
        return said


TARGET = Target("csv", ".csv", made, judged)
