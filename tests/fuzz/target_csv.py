"""Damaged CSV files: as texts that an editor sends back, as cards, and as an order's copies."""

from __future__ import annotations

import csv
import io
import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.commands import ended
from tests.fuzz.damage import ODD_WORDS, WORDS, damaged
from tests.fuzz.harness import Target
from tests.projects import tiny_project, write

from samenspel.errors import ExitCode, SamenspelError
from samenspel.ordering import OrderRequest
from samenspel.ordering.amounts import read_amounts
from samenspel.pipeline.request import BuildRequest
from samenspel.texts import export_texts

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


AMOUNTS = b"regio;taal;oplage\r\nnoordkust;nl;250\r\nbasis;;100\r\n"


def sound() -> bytes:
    """A table as it is."""
    return exported()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged table; of one in three only the texts are odd, as an editor may write them."""
    dice = Random(f"{seed}/{number}")
    if dice.random() < 0.33:
        return edited(dice)
    return damaged([exported()[0], CARDS, AMOUNTS], dice, WORDS)


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
    """Take it for texts of the small deck, for a table of its cards, and for an order's copies."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place) / "deck")
        file = Path(place) / f"nl{ending}"
        file.write_bytes(data)
        ends = [ended("texts", "import", str(file), str(folder), "--yes")]
        if ends == [ExitCode.DONE]:
            ends.append(ended("build", str(folder), "-f", "a6", "-o", f"{place}/out"))
        folder = tiny_project(Path(place) / "other", deck=("[titel", "[titel, reminder"))
        write(folder, f"cards/nl/30-reminder{ending}", data)
        ends.append(ended("build", str(folder), "-f", "a6", "-o", f"{place}/out"))
        try:
            amounts(file)
        except SamenspelError as error:
            ends.append(error.exit_code)
    return ", ".join(sorted({code.name.lower() for code in ends}))


def amounts(file: Path) -> None:
    """The table as copies that are ordered. Raises SamenspelError."""
    read_amounts(OrderRequest(file.parent, file.parent, quantities=file)).check(("noordkust",))


TARGET = Target("csv", ".csv", made, judged, sound)
