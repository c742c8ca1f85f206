"""Every text on every page is led back to the line where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel import BuildRequest
from samenspel.model.deck import Deck
from samenspel.model.frame import TextRun
from samenspel.model.places import TextPath
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys

COUNTED = {"furniture"}
"""Roles whose texts may be numbers, which stand nowhere."""


def value_at(deck: Deck, path: TextPath) -> str:
    """What a deck prints at a path, as one text."""
    owners = {card.id: card for card in deck.cards}
    parts = {"@deck": deck, "@labels": deck.labels, "@region": deck.region}
    found: object = parts.get(str(path[0])) or owners[str(path[0])]
    for part in path[1:]:
        if isinstance(part, int):
            found = found[part]  # type: ignore[index]
        else:
            found = found[part] if isinstance(found, dict) else getattr(found, part)
    return str(found)


def bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("name", [("basis", "nl"), ("waddenrand", "fy"), ("grensland", "de")])
def test_each_run_comes_from_the_field_that_it_names(name: tuple[str, str], tmp_path: Path) -> None:
    request = BuildRequest(
        output=tmp_path,
        regions=(name[0],),
        languages=(name[1],),
        drafts=True,
        products=("cards", "poster"),
    )
    build = open_build(request)
    edition = prepared(build, EditionName(*name))
    deck = edition.deck
    for frame in (page for survey in surveys(edition) for page in survey.pages):
        for run in (item for item in frame.items if isinstance(item, TextRun)):
            place = deck.where(*run.source)
            assert place is not None and place.line, (frame.name, run.text, run.source)
            if run.role in COUNTED or run.text.startswith("+"):
                continue
            said = bare(value_at(deck, run.source))
            first = next((word for word in map(bare, run.text.split()) if not word.isdigit()), "")
            assert first in said, (frame.name, run.text, run.source)
