"""Words drawn at random from finished files are led back to the maker's file, line and key.

The words and their places come from poppler, what the file says from PyYAML: none of it is ours.
"""

from __future__ import annotations

import html
import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from tests.decks import ROOT
from tests.tools import require_tool

from samenspel.diagnostics import Severity
from samenspel.impose.tiling import window
from samenspel.model.edition_code import read_card_code
from samenspel.model.finding import Finding
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.causes import Cause, cause
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import files_of, prepared
from samenspel.pipeline.made import Made
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.units import Point, to_mm

SEEDS, COUNT = (20261130, 7, 4231), 50
FOUND = re.compile(
    r'<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
FURTHEST = 40
"""A key and other marks may stand on a line before its value: so many letters."""
STEP = re.compile(r"(\w+)|\[(\d+)\]")


@dataclass(frozen=True)
class Printed:
    """A word on a finished page, and the middle of it in mm from the trim's top left corner."""

    file: Made
    page: int
    place: Point
    word: str


def edition_of(region: str) -> Edition:
    request = BuildRequest(
        output=Path("unused"), project=ROOT, regions=(region,), languages=("nl",),
        formats=("a6",), products=("all",),
    )  # fmt: skip
    return prepared(open_build(request), EditionName(region, "nl"))


def words_in(made: Made, tmp_path: Path) -> Iterator[Printed]:
    path = tmp_path / made.file.name
    path.write_bytes(made.pdf)
    told = subprocess.run(
        [require_tool("pdftotext"), "-bbox", str(path), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    with pikepdf.open(path) as pdf:
        corners = [
            (float(page.trimbox[0]) - float(page.mediabox[0]),
             float(page.mediabox[3]) - float(page.trimbox[3]))
            for page in pdf.pages
        ]  # fmt: skip
    page = 0
    for found in FOUND.finditer(told):
        if found[1] is None:
            page += 1
            continue
        left, top, right, bottom = map(float, found.groups()[:4])
        x, y = (left + right) / 2 - corners[page - 1][0], (top + bottom) / 2 - corners[page - 1][1]
        place = Point(to_mm(x), to_mm(y))
        if _is_seen(made, page, place):
            yield Printed(made, page, place, html.unescape(found[5]))


def _is_seen(made: Made, page: int, place: Point) -> bool:
    """False beside a tile's window: poppler also reads there what a clip hides of the poster."""
    plan = made.origin.plan
    if plan is None or plan.scheme != "tiles":
        return True
    seen = window(plan.sides[page - 1])
    return seen.x < place.x < seen.right and seen.y < place.y < seen.bottom


def led_back(edition: Edition, one: Printed) -> Cause | None:
    finding = Finding("text", Severity.ERROR, "", one.page, one.place)
    return cause(edition, one.file.origin, finding)


def values_at(data: Any, key: str) -> Iterator[str]:
    """The texts at a key of a file; a region's file has the keys of its cards further down."""
    found = data
    for name, number in STEP.findall(key):
        if isinstance(found, dict):  # of a list a region may change some items, by their numbers
            found = found.get(name or number)
        elif number and isinstance(found, list) and int(number) <= len(found):
            found = found[int(number) - 1]
        else:
            found = None
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):  # of a row that is counted, what stands in it
        yield from (value for value in found.values() if isinstance(value, str))
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from values_at(part, key)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def is_right(one: Printed, told: Cause | None) -> bool:
    """True when the word stands in the value at that key of that file, which is at that line.

    A number may be counted: that of a card among its kind, or of an item in its list. Where a text
    is a template, a region's facts are printed in it.
    The code in a card's foot follows from all that is on it; it leads to the deck's edition.
    """
    word = letters(one.word)
    if told and told.key == "edition" and read_card_code(one.word):
        return True
    if told is None or told.where is None:
        return not word  # what parts two texts, such as a middle dot, nobody wrote
    if word.isdigit() and not told.key and one.file.file.name.startswith(("leaflet", "handout")):
        return told.where.file.startswith("cards/")  # a page, or a place in its list, is counted
    if not told.key or told.where.line is None:
        return False
    source = (ROOT / told.where.file).read_text(encoding="utf-8")
    begins = letters("\n".join(source.splitlines()[told.where.line - 1 :]))
    return any(
        letters(value)[:12] in begins[: len(letters(value)) + FURTHEST]
        and (word.isdigit() or "{{" in value or word in letters(value) or letters(value) in word)
        for value in values_at(yaml.load(source, yaml.BaseLoader), told.key)
    )


@pytest.mark.parametrize("region", ["basis", "stroomdal"])
def test_words_of_finished_files_lead_back_to_file_line_and_key(
    region: str, tmp_path: Path
) -> None:
    edition = edition_of(region)
    made = files_of(edition, list(surveys(edition)))
    assert {one.file.name for one in made} >= {"cards.pdf", "sheets-a4.pdf", "poster.pdf"}
    found = [word for one in made for word in words_in(one, tmp_path)]
    drawn = [one for seed in SEEDS for one in random.Random(seed).sample(found, COUNT)]
    wrong = [
        (one.file.file.name, one.page, one.word, told)
        for one in drawn
        if not is_right(one, told := led_back(edition, one))
    ]
    assert not wrong


def test_a_word_that_leads_elsewhere_is_found_out(tmp_path: Path) -> None:
    edition = edition_of("basis")
    made = next(one for one in files_of(edition, list(surveys(edition)))
                if one.file.name == "cards.pdf")  # fmt: skip
    word = next(one for one in words_in(made, tmp_path) if letters(one.word) == "reminders")
    told = led_back(edition, word)
    assert is_right(word, told)
    assert told is not None
    assert not is_right(word, Cause(told.page, told.where, told.what, "kind"))
