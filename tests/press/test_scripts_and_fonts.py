"""Decks in Arabic and Ukrainian, with fonts that they bring: built whole, and read by poppler."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from tests.decks import ROOT
from tests.tools import require_tool

from samenspel import BuildRequest, build_deck
from samenspel.loading import open_project, select
from samenspel.questions import render

DECKS = {"ar": "arabic", "uk": "ukrainian"}


@pytest.fixture(scope="module", params=sorted(DECKS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with one deck's files; its name is the language."""
    output = tmp_path_factory.mktemp("languages")
    folder = ROOT / "tests" / "languages" / DECKS[request.param]
    report = build_deck(BuildRequest(output=output, project=folder, formats=("a6", "poker")))
    assert report.warnings == ()
    return output / "basis" / request.param


def run(program: str, *arguments: str) -> str:
    command = [require_tool(program), *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def bare(text: str) -> str:
    """Letters and digits alone: without vowel signs, direction marks, spaces and points."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LN")


def texts(language: str) -> list[str]:
    """Titles, cores and questions of the deck, as they are to be read."""
    folder = ROOT / "tests" / "languages" / DECKS[language]
    deck = render(select(open_project(folder, ROOT), "basis", language))
    return [
        text
        for card in deck.cards
        for text in (card.title, getattr(card, "text", ""), *getattr(card, "questions", []))
        if isinstance(text, str)
    ]


def test_poppler_reads_every_text_in_the_order_of_reading(made: Path) -> None:
    order = [] if made.name == "ar" else ["-raw"]  # raw is the order of drawing
    read = run("pdftotext", *order, str(made / "a6" / "cards.pdf"), "-")
    found = bare(read)
    for text in texts(made.name):
        backward = re.search(r"[\u0590-\u08ff]", text)
        if backward and re.search(r"[0-9A-Za-z]", text):
            continue  # pdftotext guesses a paragraph's direction line by line
        assert bare(text) in found, text


def test_all_fonts_are_embedded_subsets_with_text(made: Path) -> None:
    rows = run("pdffonts", str(made / "a6" / "cards.pdf")).splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    brought = {"ar": "NotoNaskhArabic-Regular", "uk": "NotoSans-Regular"}[made.name]
    assert brought in names
    assert any(name.startswith("Atkinson") for name in names)  # what the brought font lacks
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_pages_are_mirrored_for_a_language_from_right_to_left(made: Path) -> None:
    """The big numerals of the questions stand at the side where lines begin."""
    with pikepdf.open(made / "a6" / "cards.pdf") as pdf:
        page = next(
            page for page in pdf.pages if page.Contents.read_bytes().count(b" 26.3 Tf") == 3
        )
        lines = page.Contents.read_bytes().decode("ascii").splitlines()
        width = float(page.MediaBox[2])
    places = [
        float(lines[at + 1].split()[0])
        for at, line in enumerate(lines)
        if line.endswith(" 26.3 Tf")
    ]
    assert len(places) == 3
    if made.name == "ar":
        assert min(places) > 0.8 * width
    else:
        assert max(places) < 0.2 * width
