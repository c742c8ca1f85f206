"""Colours written as a screen's hex: inks of the press, told as such; slips are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.projects import change, opened, tiny_project, write

from samenspel import BuildRequest, build_deck
from samenspel.errors import ContentError
from samenspel.model.design.parts.values import Ink_
from samenspel.model.ink import Ink, screen_colour
from samenspel.model.region import Tints
from samenspel.model.shape import Tinted
from samenspel.offer import EditionName
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build

REGION = "cards/regions/noordkust.yaml"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    root = tiny_project(tmp_path / "deck")
    text = (root / REGION).read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(("accents", "  coral"))]
    (root / REGION).write_text("\n".join(lines), "utf-8")
    return root


def accents(deck: Path, said: str) -> None:
    path = deck / REGION
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\naccents:\n{said}\n", "utf-8")


def edition(deck: Path, press: str = "coated") -> Edition:
    request = BuildRequest(deck / "out", deck, regions=("noordkust",), press=press)
    return prepared(open_build(request), EditionName("noordkust", "nl"))


@pytest.mark.parametrize(
    ("said", "hex_"),
    [("#e4572e", "#e4572e"), ("e4572e", "#e4572e"), (" #E45 ", "#ee4455"), ("445566", "#445566"),
     ("#e4572eff", None), ("#e4572", None), ("roodachtig", None), ("", None), ("#", None),
     ("#ggg", None), ("rood", "#ff0000"), (" DarkGrey", "#a9a9a9"), ("donkerblauw", "#00008b"),
     ("rgb(228, 87, 46)", "#e4572e"), ("RGBA(228 87 46 / 100%)", "#e4572e"),
     ("rgb(100%, 50%, 0%)", "#ff8000"), ("hsl(13, 77%, 54%)", "#e4572f"),
     ("hsl(373deg 77% 54%)", "#e4572f"), ("rgb(228, 87, 46, 0.5)", None),
     ("rgb(256, 0, 0)", None), ("rgb(1, 2)", None), ("hsl(13, 77, 54)", None),
     ("hsl(13, 177%, 54%)", None), ("rgb(1.2.3, 0, 0)", None)],
)  # fmt: skip
def test_what_is_a_screen_colour(said: str, hex_: str | None) -> None:
    assert screen_colour(said) == hex_


def test_a_hex_is_what_its_press_prints_and_is_told(deck: Path) -> None:
    accents(deck, '  teal: "#e4572e"\n  coral: "#3a5"\n  navy: zwart\n  mustard: [0, 20, 90, 0]')
    coated, uncoated = edition(deck), edition(deck, "uncoated")
    assert coated.theme.palette["teal"] == coated.theme.accent == Ink(5, 76, 84, 0)
    assert coated.theme.palette["navy"] == Ink(0, 0, 0, 100)
    assert uncoated.theme.palette["teal"] != coated.theme.palette["teal"]
    assert uncoated.deck.edition_code == coated.deck.edition_code
    told = {one.key: one.message for one in coated.notes if one.code == "colour-from-screen"}
    assert set(told) == {"accents.teal", "accents.coral", "accents.navy"}
    assert told["accents.teal"] == (
        "#e4572e prints as cyan 5, magenta 76, yellow 84, black 0 % on the press coated"
    )


def test_a_build_of_two_presses_converts_for_each(deck: Path) -> None:
    accents(deck, '  teal: "#e4572e"')
    made = build_deck(
        BuildRequest(deck.parent / "out", deck, regions=("noordkust",), products=("cards",),
                     presses=("coated", "uncoated"))
    )  # fmt: skip
    told = [one.message for one in made.warnings if one.code == "colour-from-screen"]
    assert len(told) == len(set(told)) == 2


def test_a_set_takes_hex_and_what_follows_from_it_follows_its_ink(deck: Path) -> None:
    choices = '  relatie:\n    inks: {strong: "#b22"}\n  proces:\n  ambitie:\n'
    write(deck, "sets/condities.yaml", f"title: Condities\nchoices:\n{choices}")
    change(deck, "cards/deck.yaml", "cards: [", "model: {set: condities}\ncards: [")
    style = edition(deck).theme.conditions["relatie"]
    assert style.strong == edition(deck).build.theme.printed("#bb2222")
    assert style.tint == style.strong.tint(0.3) and style.deep.lightness <= style.strong.lightness


@pytest.mark.parametrize(
    ("said", "told", "remedy"),
    [
        ("[0.05, 0.76, 0.84, 0]", "between 0 and 1", "write [5, 76, 84, 0]"),
        ("[0, 0, 0, 1]", "between 0 and 1", "[0, 0, 0, 100]"),
        ("[0.4, 0.2, 0.9, 0.1]", "between 0 and 1", "[40, 20, 90, 10]"),
        ("[229, 87, 46]", "red, green and blue", '"#e5572e"'),
        ('"#e4572"', '"#e4572" is no colour', '"#e4572e"'),
        ("roodachtig", '"roodachtig" is no colour', "percents"),
        ("5,76,84,0", "is no colour", "[5, 76, 84, 0]"),
        ("cmyk(78, 24, 40, 6)", "is no colour", "[78, 24, 40, 6]"),
        ("78/24/40/6", "is no colour", "[78, 24, 40, 6]"),
        ("Pantone 300 C", "is no colour", "a fan"),
        ("RAL 5015", "is no colour", "a fan"),
        ("rgba(0, 90, 156, 0.5)", "is no colour", "percents"),
    ],
)
def test_slips_are_named_with_their_place(deck: Path, said: str, told: str, remedy: str) -> None:
    accents(deck, f"  teal: {said}")
    with pytest.raises(ContentError) as caught:
        opened(deck)
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.key) == ("colour-form", "accents.teal")
    assert problem.location is not None and problem.location.file == REGION
    assert told in problem.message and remedy in problem.remedy


@pytest.mark.parametrize(
    "said",
    ["#e4572e", "e4572e", "#e45", "rgb(228, 87, 46)", "RGB(10%,20%,30%)", "hsl(205, 100%, 31%)",
     "red", "rood", "DarkBlue"],
)  # fmt: skip
def test_editors_know_every_way_to_write_a_screen_s_colour(said: str) -> None:
    accepted = TypeAdapter(Tints)
    assert len(accepted.validate_python(said)) == 4
    [pattern] = [one["pattern"] for one in accepted.json_schema()["anyOf"] if "pattern" in one]
    assert re.search(pattern, said) and not re.search(pattern, "78/24/40/6")


def test_white_and_whole_numbers_of_one_are_no_slip_beside_others(deck: Path) -> None:
    accents(deck, "  teal: [0, 0, 0, 0]\n  coral: [1, 1, 2, 0]")
    assert edition(deck).theme.palette["coral"] == Ink(1, 1, 2, 0)


def test_kinds_and_cards_take_hex_with_its_sign() -> None:
    ref = TypeAdapter(Ink_).validate_python("on #E45 30%")
    assert (ref.screen, ref.share, ref.on) == ("#ee4455", 0.3, True)
    assert TypeAdapter(Tinted).validate_python("#e4572e") == "#e4572e"
    assert TypeAdapter(Tinted).validate_python("navy") == "navy"
    for wrong in ("#e4572", "#rood"):
        with pytest.raises(ValidationError, match="is no colour"):
            TypeAdapter(Tinted).validate_python(wrong)
        with pytest.raises(ValidationError, match="is no colour"):
            TypeAdapter(Ink_).validate_python(wrong)
