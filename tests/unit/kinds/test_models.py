"""Models of three to eight conditions: cards, ring and poster follow them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import DECK, ROOT, write

from samenspel.errors import ContentError
from samenspel.loading import open_project
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys

NAMES = ("Richting", "Ruimte", "Ritme", "Rust", "Moed", "Humor", "Geduld", "Toewijding")
CONDITION = """\
kind: condition
condition: {key}
title: {name}
core: We weten waar we heen gaan en wat we laten liggen.
text: Een plan met twaalf doelen wijst twaalf kanten op.
questions: [Wat laten we dit jaar liggen?, Wie merkt het als we er zijn?]
warning: iedereen knikt en ieder iets anders gaat doen.
"""
REMINDER = """\
kind: reminder
title: Over {name} praten we later
core: Wie luistert, hoort meer.
text: De eerste regel staat hier.
conditions: [{key}]
questions: [Wat hoor jij?, Wat horen wij?, Wat hoort een ander?]
"""
MODEL = """\
kind: model
title: Het model in beeld
core: De kern van het geheel in één zin.
centre: samen
poster_title: Een model van eigen makelij
poster_core: Zoveel condities om één midden.
"""


def deck_of(folder: Path, count: int, left_out: int = 0) -> Path:
    """A deck with a model of so many conditions, some of them without their card."""
    names = {name.lower(): name for name in NAMES[:count]}
    pictures = ("ambitie", "belangen", "relatie", "organisatie", "proces")
    choices = ""
    for place, (key, name) in enumerate(names.items()):
        art = pictures[place % 5]
        choices += (
            f"  {key}:\n    name: {name}\n    inks: {{strong: [{10 * place}, 20, 60, 0]}}\n"
            f"    large: pictograms/{art}.svg\n    small: pictograms/{art}-klein.svg\n"
            f"    reversed: pictograms/{art}-klein-wit.svg\n"
        )
    write(folder, "sets/conditions.yaml", f"title: Krachten\nchoices:\n{choices}")
    listed = ["model"]
    write(folder, "cards/nl/00-model.yaml", MODEL)
    for key, name in names.items():
        write(folder, f"cards/nl/10-{key}.yaml", CONDITION.format(key=key, name=name))
        write(folder, f"cards/nl/20-over-{key}.yaml", REMINDER.format(key=key, name=name))
        listed += [key, f"over-{key}"]
    kept = [one for one in listed if one not in list(names)[:left_out]]
    deck = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[" + ", ".join(kept) + "]")
    write(folder, "cards/deck.yaml", deck.replace("[cards]", "[cards, poster]"))
    return folder


def test_a_deck_on_the_built_in_one_keeps_its_model(tmp_path: Path) -> None:
    shipped = ROOT / "generator/samenspel/presets/sets/conditions.yaml"
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(tmp_path, "sets/conditions.yaml", shipped.read_text("utf-8").replace("49, 0", "59, 0"))
    with pytest.raises(ContentError) as caught:
        open_project(tmp_path, ROOT)
    found = {(one.code, one.location.file if one.location else "") for one in
             caught.value.diagnostics}  # fmt: skip
    assert found == {("field-locked", "sets/conditions.yaml")}


def problems_of(folder: Path, *products: str) -> list[str]:
    request = BuildRequest(
        output=folder / "out", project=folder, products=products, orientations=("all",)
    )
    edition = prepared(open_build(request), EditionName("basis", "nl"))
    return [str(one) for survey in surveys(edition) for one in survey.problems]


@pytest.mark.parametrize("count", range(3, 9))
def test_cards_ring_and_both_posters_hold_every_model(tmp_path: Path, count: int) -> None:
    assert problems_of(deck_of(tmp_path, count), "cards", "poster") == []


def test_a_deck_without_its_whole_model_is_made_without_a_poster(tmp_path: Path) -> None:
    folder = deck_of(tmp_path, 4, left_out=1)
    request = BuildRequest(output=folder / "out", project=folder)
    edition = prepared(open_build(request), EditionName("basis", "nl"))
    assert {survey.piece.product.name for survey in surveys(edition)} == {"cards"}
    assert "product-left-out" in [one.code for one in edition.notes]
    assert any("poster-incomplete" in one for one in problems_of(folder, "poster"))
