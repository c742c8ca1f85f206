"""Cards left out, moved, copied and added in the studio, by forms made from their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.projects import change, tiny_project, write
from tests.visiting import Visitor, opened

from samenspel.kinds import Library
from samenspel.loading import open_project
from samenspel.studio.card_forms import inputs_of, values_of
from samenspel.upkeep.passages import stack_of

ROW = "/row/noordkust/nl/a6"
KIND = """\
title: Recept
fields:
  title: {about: Hoe het heet.}
  soort: {one_of: [soep, taart], name: Soort gerecht}
  minuten: {type: number, from: 1, to: 90}
  stappen:
    count: 1-3
    list:
      wat: {about: Wat je doet.}
  tip: {optional: true}
front:
  - ground: paper
  - stack: [title, soort, tip]
back:
  - ground: white
  - stack: [title]
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tiny_project(tmp_path / "klein")
    write(folder, "kinds/recept.yaml", KIND)
    return folder


@pytest.fixture
def studio(deck: Path) -> Iterator[Visitor]:
    yield from opened(deck.parent, deck)


def order(deck: Path) -> list[str]:
    sources = open_project(deck, deck).sources
    return list(dict.fromkeys(stack_of(sources, "noordkust", "nl").order))


def test_cards_go_out_come_back_and_change_places(studio: Visitor, deck: Path) -> None:
    page = studio.ask(ROW).text
    assert "1. Klein dek" in page and "Kaarten kiezen" in page
    assert studio.send(f"{ROW}/drop", card="leeg").status == 303
    assert order(deck) == ["titel", "luister-eerst"]
    assert "Terugzetten" in studio.ask(ROW).text
    studio.send(f"{ROW}/back", card="leeg")
    studio.send(f"{ROW}/up", card="leeg")
    assert order(deck) == ["titel", "leeg", "luister-eerst"]
    studio.send(f"{ROW}/after", card="titel", after="leeg")
    assert order(deck) == ["leeg", "titel", "luister-eerst"]
    studio.send(f"{ROW}/copy", card="luister-eerst")
    assert order(deck)[-1] == "luister-eerst-2"


def test_each_step_is_taken_back_where_it_was_made(studio: Visitor, deck: Path) -> None:
    before = (deck / "cards/regions/noordkust.yaml").read_bytes()
    assert "/undo/" not in studio.ask(ROW).text
    studio.send(f"{ROW}/drop", card="leeg")
    studio.send(f"{ROW}/up", card="luister-eerst")
    page = studio.ask(ROW).text
    assert "/undo/noordkust/nl/a6/row" in page and "Luister eerst: verplaatst" in page
    for _ in range(2):
        answer = studio.send("/undo/noordkust/nl/a6/row")
        assert (answer.status, answer.headers["location"]) == (303, ROW)
    assert (deck / "cards/regions/noordkust.yaml").read_bytes() == before
    assert studio.send("/undo/noordkust/nl/a6/elders").status == 404


def test_a_card_of_the_decks_own_kind_is_made_by_its_fields(studio: Visitor, deck: Path) -> None:
    asked = f"{ROW}/new?kind=recept&after=titel"
    page = studio.ask(asked).text
    names = re.findall(r'name="([\w.]+)"', page)
    assert {"title", "soort", "minuten", "stappen.0.wat", "stappen.2.wat", "tip"} <= set(names)
    assert "Soort gerecht" in page and '<option value="taart"' in page and 'max="90' in page
    values = {"@kind": "recept", "@after": "titel", "title": "Soep voor twaalf", "soort": "soep",
              "minuten": "40", "stappen.0.wat": "Snij de ui.", "stappen.1.wat": ""}  # fmt: skip
    answer = studio.send(f"{ROW}/new", **values)
    assert answer.headers["location"] == "/deck/noordkust/nl/a6/soep-voor-twaalf", answer.text
    text = (deck / "cards/regions/noordkust.yaml").read_text()
    assert "- id: soep-voor-twaalf\n" in text and "- wat: Snij de ui." in text
    assert "tip" not in text and order(deck)[1] == "soep-voor-twaalf"


def test_a_card_that_cannot_be_says_why_and_leaves_nothing(studio: Visitor, deck: Path) -> None:
    before = (deck / "cards/regions/noordkust.yaml").read_bytes()
    values = {"@kind": "recept", "@after": "titel", "title": "Een <b>titel</b>", "minuten": "400"}
    answer = studio.send(f"{ROW}/new", **values)
    assert answer.status == 409 and 'role="alert"' in answer.text
    assert 'value="Een &lt;b&gt;titel&lt;/b&gt;"' in answer.text  # what was typed stays
    assert (deck / "cards/regions/noordkust.yaml").read_bytes() == before


def test_what_the_deck_keeps_stays(studio: Visitor, deck: Path) -> None:
    lock = "region:\n"
    change(deck, "cards/deck.yaml", lock, "locks:\n  - fields: [reminder.drop, blank.add]\n"
           "    by: de makers\n    why: zo hoort het\n" + lock)  # fmt: skip
    page = studio.ask(ROW).text
    assert "Blijft in het dek door de makers: zo hoort het" in page
    assert '<option value="blank"' not in page and '<option value="reminder"' in page
    answer = studio.send(f"{ROW}/drop", card="luister-eerst")
    assert answer.status == 409 and "zo hoort het" in answer.text
    assert "luister-eerst" in order(deck)


@pytest.mark.parametrize(
    ("act", "card"),
    [("drop", "elders"), ("back", "titel"), ("x", "titel"), ("up", "titel"), ("down", "leeg"),
     ("after", "titel"), ("count", "leeg"), ("drop", "../../x")],
)  # fmt: skip
def test_nothing_is_done_to_what_there_is_not(
    studio: Visitor, deck: Path, act: str, card: str
) -> None:
    before = (deck / "cards/regions/noordkust.yaml").read_bytes()
    assert studio.send(f"{ROW}/{act}", card=card, copies="3").status in (400, 404)
    assert studio.ask(f"{ROW}/new?kind={quote('../x')}&after=titel").status == 404
    assert (deck / "cards/regions/noordkust.yaml").read_bytes() == before


def test_every_kind_that_there_is_has_a_form_that_asks_for_all_its_fields() -> None:
    library = Library(())
    for kind in library.kinds:
        sets = {name: one for name in kind.sets if (one := library.set(name))}
        inputs = list(inputs_of(kind, sets, ["cartoons/titel.svg"]))
        assert {one.name.split(".")[0] for one in inputs} == set(kind.fields)
        given = {one.name: one.options[0].value if one.options else "3" for one in inputs
                 if one.needed}  # fmt: skip
        asked = {name for name, one in kind.fields.items() if not one.optional}
        assert set(values_of(kind, given)) == asked
