"""A text in another language than its deck says so: in press files, on the page and on slides."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pptx
import pytest
from tests.press.walking import walk
from tests.projects import change, tiny_project, write

from samenspel.cli.main import run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Dutch deck with a German line, a French card, and an English version of one card."""
    folder = tmp_path_factory.mktemp("parts")
    project = tiny_project(
        folder / "deck",
        deck=("languages: [nl]", "languages: [nl, en]"),
        reminder=("title: Luister", "lang: {core: de}\ntitle: Luister"),
        blank=("title: Schrijf", "lang: fr\ntitle: Schrijf"),
        region=("kind: onderwijsregio", "kind: onderwijsregio\nlanguages: [nl, en]"),
    )
    change(project, "cards/nl/01-luister-eerst.yaml", "Wie luistert", "Wer zuhört")
    write(project, "cards/en/labels.yaml", (project / "cards/nl/labels.yaml").read_bytes())
    write(project, "cards/en/01-luister-eerst.yaml", "title: Listen first\ntext: One line.\n")
    asked = ["-r", "noordkust", "-p", "cards", "-p", "web", "-p", "slides", "-o", str(folder)]
    assert run(["build", str(project), *asked]) == 0
    return folder / "noordkust"


def test_elements_of_a_press_file_say_their_language(made: Path) -> None:
    said = {one.text: one.language for one in walk(made / "nl" / "a6" / "cards.pdf")}
    assert said["Luister eerst"] == said["Wat hoor jij?"] == "nl"
    assert said["Wer zuhört, hoort meer."] == "de"
    assert said["Schrijf zelf"] == said["Over jou:"] == "fr"


def test_what_is_not_translated_is_in_the_language_of_its_source(made: Path) -> None:
    said = {one.text: one.language for one in walk(made / "en" / "a6" / "cards.pdf")}
    assert said["Listen first"] == said["One line."] == "en"
    assert said["Wer zuhört, hoort meer. [nl]"] == "de"
    assert said["Wat hoor jij?"] == "nl"


def test_texts_of_the_page_say_their_language(made: Path) -> None:
    page = (made / "noordkust.html").read_text("utf-8")
    assert '<div class="f-core" lang="de" dir="ltr"><p>Wer zuhört' in page
    assert '<h2 lang="fr" dir="ltr">Schrijf zelf</h2>' in page
    assert re.search(r'<ol class="f-questions" lang="nl" dir="ltr"><li>Wat hoor jij', page)
    assert "<h2>Listen first</h2>" in page


def test_paragraphs_of_slides_say_their_language(made: Path) -> None:
    deck = pptx.Presentation(io.BytesIO((made / "noordkust-nl.pptx").read_bytes()))
    said = {
        run.text: run._r.rPr.get("lang")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert said["Wer zuhört, hoort meer."] == "de"
    assert said["Luister eerst"] == "nl"
    assert said["Schrijf zelf"] == "fr"
