"""Texts that are typed in the studio: on the pages at once, in their file when they are saved."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.projects import tiny_project
from tests.visiting import Visitor, opened

from samenspel.builtin import builtin_deck
from samenspel.upkeep.history import steps

CARD = "/deck/basis/nl/a6/luister-eerst"
BOX = re.compile(r'data-key="([^"]+)" data-seen="(\w+)"')


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "klein")


@pytest.fixture
def studio(deck: Path) -> Iterator[Visitor]:
    yield from opened(deck.parent, deck)


def seen_of(studio: Visitor, card: str = CARD) -> dict[str, str]:
    """The keys of the texts on a card's page, with the fingerprint of each."""
    return dict(BOX.findall(studio.ask(card).text))


def sent(studio: Visitor, what: str, card: str = CARD, **values: str) -> dict[str, Any]:
    answer = studio.send(f"{card}/{what}", **values)
    assert answer.status == 200, answer.text
    found: dict[str, Any] = json.loads(answer.text)
    return found


def files_of(deck: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (deck / "cards").rglob("*") if path.is_file()}


def note_at(answer: dict[str, Any], key: str, studio: Visitor) -> str:
    place = list(seen_of(studio)).index(key)
    return str(answer["notes"][f"f{place}"])


def test_the_page_follows_while_nothing_is_written(studio: Visitor, deck: Path) -> None:
    before = files_of(deck)
    key = next(key for key in seen_of(studio) if "questions" in key)
    first = sent(studio, "try", key=key, text="Wat hoor jij?")
    second = sent(studio, "try", key=key, text="Wat hoor jij hier vandaag?")
    assert first["faces"][0]["picture"] == second["faces"][0]["picture"]  # its front
    assert first["faces"][1]["picture"] != second["faces"][1]["picture"]
    assert "Wat hoor jij hier vandaag?" in second["faces"][1]["alt"]
    assert studio.ask(f"/picture/large/{second['faces'][1]['picture']}.jpg").status == 200
    assert 'data-field="f' in second["faces"][1]["spots"]
    assert files_of(deck) == before


def test_a_text_that_is_too_long_says_by_how_much_at_its_field(studio: Visitor) -> None:
    key = next(key for key in seen_of(studio) if "questions" in key)
    short = sent(studio, "try", key=key, text="Wat hoor jij?")
    assert "Ruimte voor ongeveer" in note_at(short, key, studio)
    long = sent(studio, "try", key=key, text="Waarom luister je " * 40)
    note = note_at(long, key, studio)
    assert re.search(r"\d+ woorden te veel", note) and 'class="wrong"' in note


@pytest.mark.parametrize(
    "text", ["{{ regio.onbekend }}", "{{ regio.", "{% for %}", "{{ 9**9**9 }}"]
)
def test_a_mistake_in_a_template_stands_at_its_field(studio: Visitor, text: str) -> None:
    key = next(key for key in seen_of(studio) if "questions" in key)
    answer = sent(studio, "try", key=key, text=text)
    assert 'class="wrong"' in note_at(answer, key, studio)
    assert len(answer["faces"]) == 2  # the pages stay as they were


def test_what_is_typed_is_text_and_no_page(studio: Visitor) -> None:
    key = next(key for key in seen_of(studio) if "questions" in key)
    answer = sent(studio, "try", key=key, text="<script>alert(1)</script>")
    assert "<script" not in json.dumps([answer["notes"], answer["rest"]])
    assert "<script" not in answer["faces"][1]["spots"]


def test_saving_changes_one_value_and_no_other_byte(studio: Visitor, deck: Path) -> None:
    file = next((deck / "cards" / "nl").glob("*luister-eerst.yaml"))
    file.write_text(
        "# van ons\n" + file.read_text().replace("  - Wat hoor jij?", "  - Wat hoor jij? # let op")
    )
    before = file.read_text()
    key, seen = next((k, s) for k, s in seen_of(studio).items() if "questions" in k)
    answer = sent(studio, "save", key=key, seen=seen, text="Wat hoorde jij?\r\n")
    assert answer["theirs"] is None and "Wat hoorde jij?" in answer["faces"][1]["alt"]
    assert file.read_text() == before.replace("Wat hoor jij?", "Wat hoorde jij?")
    last = steps(deck)[-1]
    assert (last.command, last.what) == ("studio", "Luister eerst: Vraag 1")


def test_undo_gives_back_every_byte(studio: Visitor, deck: Path) -> None:
    chance, before = random.Random(3), files_of(deck)
    states = []
    for count in range(12):
        key, seen = chance.choice([one for one in seen_of(studio).items() if "luister" in one[0]])
        states.append(files_of(deck))
        words = " ".join(chance.choices(["luister", "één", "'t", "wat: nu", "#", "ja?"], k=4))
        answer = sent(studio, "save", key=key, seen=seen, text=f"{words} {count}")
        assert answer["theirs"] is None and "refused" not in answer
    for state in reversed(states):
        assert 'id="undo"' in studio.ask(CARD).text
        assert studio.send(f"{CARD}/undo").status == 303
        assert files_of(deck) == state
    assert files_of(deck) == before


def test_a_text_that_somebody_changed_meanwhile_is_shown_and_kept(
    studio: Visitor, deck: Path
) -> None:
    key, seen = next((k, s) for k, s in seen_of(studio).items() if "questions" in k)
    file = next((deck / "cards" / "nl").glob("*luister-eerst.yaml"))
    file.write_text(file.read_text().replace("Wat hoor jij?", "Wat hoor je zelf?"))
    before = files_of(deck)
    answer = sent(studio, "save", key=key, seen=seen, text="Wat hoorde jij?")
    assert answer["theirs"] == "Wat hoor je zelf?"
    assert files_of(deck) == before
    again = sent(studio, "save", key=key, seen=answer["seen"], text="Wat hoorde jij?")
    assert again["theirs"] is None and "Wat hoorde jij?" in file.read_text()


def test_two_windows_lose_nothing_unseen(studio: Visitor, deck: Path) -> None:
    chance = random.Random(11)
    keys = [key for key in seen_of(studio) if "questions" in key]
    windows = [dict(seen_of(studio)), dict(seen_of(studio))]
    texts: dict[str, str] = {}
    for count in range(40):
        window, key = chance.choice(windows), chance.choice(keys)
        text = f"Vraag {count}?"
        answer = sent(studio, "save", key=key, seen=window[key], text=text)
        if answer["theirs"] is None:
            texts[key] = text
        else:
            assert answer["theirs"] == texts[key]  # what the other wrote is shown
        window[key] = answer["seen"]
    read = next((deck / "cards" / "nl").glob("*luister-eerst.yaml")).read_text()
    assert texts and all(text in read for text in texts.values())


def test_a_mistake_can_be_kept_and_is_mended_where_it_stands(studio: Visitor) -> None:
    key, seen = next((k, s) for k, s in seen_of(studio).items() if "questions" in k)
    answer = sent(studio, "save", key=key, seen=seen, text="Wat hoort {{ regio.onbekend }}?")
    assert answer["theirs"] is None and answer["faces"] == []
    assert 'class="wrong"' in note_at(answer, key, studio)
    page = studio.ask(CARD).text
    assert "/picture/" not in page and "regio.onbekend" in page
    assert "Luister eerst" in studio.ask("/deck/basis/nl/a6").text
    mended = sent(studio, "save", key=key, seen=answer["seen"], text="Wat hoor jij?")
    assert len(mended["faces"]) == 2
    assert "/picture/" in studio.ask(CARD).text


def test_a_text_of_the_region_is_seen_on_the_cards_and_saved_in_its_file(
    studio: Visitor, deck: Path
) -> None:
    card = "/deck/noordkust/nl/a6/@region"
    key, seen = next((k, s) for k, s in seen_of(studio, card).items() if k.endswith(".name"))
    typed = sent(studio, "try", card, key=key, text="Regio Zuidkust")
    assert "Regio Zuidkust" in typed["faces"][1]["alt"]
    file = deck / "cards" / "regions" / "noordkust.yaml"
    before = file.read_text()
    answer = sent(studio, "save", card, key=key, seen=seen, text="Regio Zuidkust")
    assert answer["theirs"] is None
    assert file.read_text() == before.replace("Regio Noordkust", "Regio Zuidkust")
    assert studio.ask("/deck/basis/nl/a6/@region").status == 404  # which has no region


def test_a_text_that_is_needed_is_not_emptied(studio: Visitor, deck: Path) -> None:
    before = files_of(deck)
    key, seen = next((k, s) for k, s in seen_of(studio).items() if k.endswith(".core"))
    answer = sent(studio, "save", key=key, seen=seen, text="  ")
    assert "kan niet leeg blijven" in answer["refused"]
    assert files_of(deck) == before


def test_a_text_that_is_not_there_is_refused(studio: Visitor, deck: Path) -> None:
    before = files_of(deck)
    assert studio.send(f"{CARD}/try", key="basis:x.y", text="a").status == 404
    for key in ("", "basis:x.y", "../../x", "basis:luister-eerst.conditions.0"):
        assert "refused" in sent(studio, "save", key=key, seen="", text="a")
    assert files_of(deck) == before


def test_the_built_in_deck_is_looked_at_and_not_changed(tmp_path: Path) -> None:
    card = "/deck/basis/nl/a6/wees-druk-met-rust"
    for visitor in opened(tmp_path, builtin_deck()):
        page = visitor.ask(card).text
        assert page.count("<textarea") == page.count(" readonly")
        key, seen = next((k, s) for k, s in BOX.findall(page) if k.endswith(".core"))
        answer = sent(visitor, "save", card, key=key, seen=seen, text="Anders.")
        assert "verander je hier niet" in answer["refused"]
    assert not (builtin_deck() / ".samenspel").exists()


def test_the_coach_says_one_thing_of_a_question_with_two_that_do_better(studio: Visitor) -> None:
    key = next(key for key in seen_of(studio) if "questions" in key)
    told = note_at(sent(studio, "try", key=key, text="Waarom kom jij altijd te laat? En wie nog?"),
                   key, studio)  # fmt: skip
    assert told.count('class="coach"') == 1 and told.count("<li>") == 2
    assert "Is een verwijt." in told and "twee dingen" not in told
    again = note_at(sent(studio, "try", key=key, text="Wat horen wij, als het stil is?"),
                    key, studio)  # fmt: skip
    assert "coach" not in again
    double = note_at(sent(studio, "try", key=key, text="Vind jij dat ook niet?"), key, studio)
    assert "antwoord al in zich" in double
