"""Damaged CSV files: as texts that an editor sends back, as cards, and as an order's copies."""

from __future__ import annotations

import csv
import io
import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.commands import ended, refused
from tests.fuzz.damage import CELLS, ODD_WORDS, WORDS, damaged
from tests.fuzz.deck_files import built
from tests.fuzz.harness import Target
from tests.projects import tiny_project, write

from samenspel.errors import SamenspelError
from samenspel.ordering import OrderRequest
from samenspel.ordering.amounts import read_amounts
from samenspel.pipeline.request import BuildRequest
from samenspel.texts import export_texts

CARDS = (
    b"id;titel;kern;tekst;conditions;vraag 1;vraag 2;vraag 3\r\n"
    b'een;Een;"Kern; een";"Tekst\r\nverder";relatie;Wat?;Hoe?;Wie?\r\n'
    b"twee;Twee;Kern;'=1+1;relatie;a?;b?;c?\r\n"
)


@cache
def exported() -> tuple[bytes, bytes]:
    """The texts of a small deck as CSV and as a workbook."""
    with tempfile.TemporaryDirectory() as place:
        folder = tiny_project(Path(place))
        made = export_texts(BuildRequest(project=folder, output=folder, regions=("all",)), "x.xlsx")
    return made.csv["nl"], made.workbook


DOORS = TEXTS, ROWS, COPIES = (b"t", b"r", b"c")
"""Before each table: what it is taken for."""
NAMES = {TEXTS: "texts", ROWS: "cards", COPIES: "copies"}
AMOUNTS = b"regio;taal;oplage\r\nnoordkust;nl;250\r\nbasis;;100\r\n"


def sound() -> bytes:
    """A table as it is."""
    return TEXTS + exported()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged table with its door before it; of one in three only the texts are odd."""
    dice = Random(f"{seed}/{number}")
    if dice.random() < 0.33:
        return TEXTS + edited(dice)
    tables = (exported()[0], CARDS, AMOUNTS)
    place = dice.randrange(3)
    data = damaged(tables, dice, dice.choice((WORDS, CELLS)), place)
    return DOORS[place if dice.random() < 0.9 else dice.randrange(3)] + data


def edited(dice: Random) -> bytes:
    """The table of texts with a few odd ones."""
    rows = list(csv.reader(io.StringIO(exported()[0].decode("utf-8-sig")), delimiter=";"))
    place = rows[0].index("Tekst")
    for row in dice.sample(rows[1:], dice.choice((1, 1, 3))):
        row[place] = odd_text(row[place], dice)
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def odd_text(text: str, dice: Random) -> str:
    """A text as somebody may type it who means no good, or nothing."""
    odd = dice.choice(ODD_WORDS).decode()
    return dice.choice((odd, text + odd, odd + text, f"{text}\n{odd}", "", text * 30))


def judged(data: bytes, ending: str = ".csv") -> str:
    """Take it for texts of the small deck, for a table of its cards, or for an order's copies."""
    doors = dict(zip(DOORS, (_as_texts, _as_cards, _as_copies), strict=True))
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        ended_as = doors[data[:1]](Path(place), data[1:], ending)
    return f"{NAMES[data[:1]]}: {ended_as}"


def _as_texts(place: Path, data: bytes, ending: str) -> str:
    folder = tiny_project(place / "deck")
    file = place / f"nl{ending}"
    file.write_bytes(data)
    ended_as = ended("texts", "import", str(file), str(folder), "--yes").name.lower()
    return built(folder, data) if ended_as == "done" else ended_as


def _as_cards(place: Path, data: bytes, ending: str) -> str:
    folder = tiny_project(place / "deck", deck=("[titel", "[titel, reminder"))
    write(folder, f"cards/nl/30-reminder{ending}", data)
    return built(folder, data)


def _as_copies(place: Path, data: bytes, ending: str) -> str:
    file = place / f"oplage{ending}"
    file.write_bytes(data)
    try:
        read_amounts(OrderRequest(place, place, quantities=file)).check(("basis", "noordkust"))
    except SamenspelError as error:
        refused(error)
        return error.exit_code.name.lower()
    return "taken"


TARGET = Target("csv", ".csv", made, judged, sound)
