"""What goes out of a YAML text or comes into a list: no other byte changes."""

from __future__ import annotations

import random

import pytest

from samenspel.yaml.editing import plain_of
from samenspel.yaml.rearranging import inserted, removed

FILE = """\
# mijn regio
name: Noord   # de naam
cards:
  drop: [leeg]
  change:
    luister-eerst:   # een kaart
      questions:
        # de tweede
        2: >-
          Wat horen wij
          hier?
      text: Kort.
    titel:
      core: "Een: kern"
  order:
    - a   # eerst
    - b

    # en dan
    - id: c
      after: b
words: {school: opleiding, docent: leraar}
"""


def test_a_value_goes_with_its_lines_and_nothing_else() -> None:
    after = removed(FILE, ("cards", "change", "luister-eerst", "text"))
    assert after == FILE.replace("      text: Kort.\n", "")


def test_what_holds_nothing_any_more_goes_too() -> None:
    after = removed(FILE, ("cards", "change", "titel", "core"))
    assert after == FILE.replace('    titel:\n      core: "Een: kern"\n', "")
    assert "questions" not in removed(FILE, ("cards", "change", "luister-eerst", "questions", "2"))


def test_an_item_goes_out_of_lines_and_out_of_brackets() -> None:
    assert removed(FILE, ("cards", "order", 0)) == FILE.replace("    - a   # eerst\n", "")
    assert plain_of(removed(FILE, ("words", "docent")))["words"] == {"school": "opleiding"}
    assert "drop" not in plain_of(removed(FILE, ("cards", "drop", 0)))["cards"]
    assert removed("- a\n- b", (1,)) == "- a\n"


def test_the_first_key_behind_a_dash_goes() -> None:
    after = removed(FILE, ("cards", "order", 2, "id"))
    assert plain_of(after)["cards"]["order"][2] == {"after": "b"}
    assert after.startswith(FILE[: FILE.index("  order:")])


def test_there_is_nothing_to_take_out_of_nothing() -> None:
    with pytest.raises(ValueError, match="nothing at"):
        removed(FILE, ("cards", "nergens"))


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_an_item_comes_between_the_others(place: int) -> None:
    after = inserted(FILE, ("cards", "order"), place, "nieuw")
    assert plain_of(after)["cards"]["order"][place] == "nieuw"
    assert after.replace("    - nieuw\n", "", 1) == FILE


def test_a_mapping_comes_as_an_item_and_a_list_that_is_not_there_is_made() -> None:
    card = {"id": "van-ons", "after": "b", "questions": ["Wat: nu?", "En dan?"]}
    after = inserted(FILE, ("cards", "order"), 3, card)
    assert plain_of(after)["cards"]["order"][3] == card
    made = inserted(FILE, ("cards", "add"), 0, card)
    assert plain_of(made)["cards"]["add"] == [card]
    assert inserted("a: [x]", ("a",), 1, "z") == "a: [x, z]"


def test_a_thousand_times_out_and_in_leaves_what_was_said() -> None:
    chance = random.Random(5)
    text = FILE
    for _ in range(1000):
        said = plain_of(text)
        path = chance.choice([("cards", "order"), ("cards", "drop")])
        held = said["cards"].get(path[1], [])
        if held and chance.random() < 0.5:
            text = removed(text, (*path, chance.randrange(len(held))))
        else:
            text = inserted(text, path, chance.randint(0, len(held)), f"k{chance.randrange(9)}")
        assert "# mijn regio" in text and plain_of(text)["name"] == "Noord"
