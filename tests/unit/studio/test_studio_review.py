"""A page to send, the answer that comes back, and what a yes freezes."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from tests.projects import change
from tests.unit.studio.test_studio_look import sent
from tests.unit.studio.test_studio_making import ended
from tests.visiting import Visitor

from samenspel.cli.main import run

REVIEW = "/review/noordkust/nl/a6"
CARD = "/deck/noordkust/nl/a6/luister-eerst"
REGION = "cards/regions/noordkust.yaml"


def about(studio: Visitor) -> dict[str, str]:
    """What the page that is sent says of itself."""
    page = studio.ask(f"{REVIEW}/page.html?press=coated")
    assert page.status == 200 and "attachment" in page.headers["content-disposition"]
    assert page.text.count("data:image/jpeg;base64,") >= 6
    found = re.search(r'id="data">(.*?)</script>', page.text, re.S)
    assert found
    told: dict[str, str] = json.loads(unescape(found[1]))["about"]
    return told


def answer(told: dict[str, str], **others: Any) -> bytes:
    remarks = [{"card": "luister-eerst", "text": "Mooi.\nNiets meer aan doen."}]
    said = {"samenspel": "review", **told, "name": "Jan Tak", "date": "2026-11-30",
            "approved": True, "remarks": remarks}  # fmt: skip
    return json.dumps({**said, **others}).encode()


def typed(studio: Visitor, text: str) -> dict[str, Any]:
    """What comes of typing in the region's own question."""
    page = studio.ask(CARD).text
    key, seen = re.findall(r'data-key="([^"]*questions\.2)" data-seen="(\w+)"', page)[0]
    answer = studio.send(f"{CARD}/save", key=key, seen=seen, text=text)
    told: dict[str, Any] = json.loads(answer.text)
    return told


def test_a_yes_freezes_and_the_order_says_whose_it_is(studio: Visitor, deck: Path) -> None:
    told = about(studio)
    before = (deck / REGION).read_bytes()
    assert sent(studio, f"{REVIEW}/in", "x/antwoord.json", answer(told)).status == 303
    page = studio.ask(REVIEW).text
    assert "Jan Tak" in page and "Niets meer aan doen." in page and "Weer vrijgeven" in page
    card = studio.ask(CARD).text
    assert card.count("readonly") >= 4 and "goedgekeurd op 2026-11-30" in card
    assert f'href="{REVIEW}"' in card.split("<h1>")[1] and f'action="{CARD}/picture"' not in card
    typed(studio, "Wat nu?")
    look = studio.send("/look/noordkust/nl/a6/colour", name="coral", value="#112233")
    assert look.status == 409 and "Jan Tak" in look.text
    assert studio.send("/row/noordkust/nl/a6/drop", card="luister-eerst").status == 409
    assert studio.send("/undo/noordkust/nl/a6/deck").status == 303  # takes nothing back
    assert (deck / REGION).read_bytes() == before and list((deck / "reviews").iterdir())
    studio.send("/make/noordkust/nl/a6/order", press="coated", copies="25")
    assert ended(studio).headers["x-state"] == "made"
    (ticket,) = deck.rglob("opdrachtbon.pdf")
    with pdfium.PdfDocument(ticket) as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    assert any("Jan Tak" in page for page in pages)
    assert run(["review", str(deck), "--answers"]) == 0


def test_who_opens_it_again_and_why_is_kept(studio: Visitor, deck: Path) -> None:
    sent(studio, f"{REVIEW}/in", "a.json", answer(about(studio)))
    assert studio.send(f"{REVIEW}/again", by=" ", why="x").status == 409
    assert studio.send(f"{REVIEW}/again", by="Piet", why="nieuwe partner").status == 303
    assert "weer vrijgegeven door Piet" in studio.ask(REVIEW).text
    typed(studio, "Wat nu?")
    assert "Wat nu?" in (deck / REGION).read_text()


def test_a_no_is_kept_with_its_remarks_and_freezes_nothing(studio: Visitor, deck: Path) -> None:
    data = answer(about(studio), approved=False, remarks=[{"card": "*", "text": "<b>Nee</b>"}])
    assert sent(studio, f"{REVIEW}/in", "a.json", data).status == 303
    page = studio.ask(REVIEW).text
    assert "Nog niet goedgekeurd" in page and "&lt;b&gt;Nee" in page
    assert "Weer vrijgeven" not in page
    typed(studio, "Wat nu?")
    assert "Wat nu?" in (deck / REGION).read_text()


def test_a_yes_to_other_pages_is_not_taken(studio: Visitor, deck: Path) -> None:
    told = about(studio)
    change(deck, REGION, "Wat horen wij", "Wat hoorden wij")
    page = sent(studio, f"{REVIEW}/in", "a.json", answer(told))
    assert page.status == 409 and "keek naar andere pagina’s" in page.text
    assert not (deck / "reviews").exists()


@pytest.mark.parametrize(
    "others",
    [
        {"samenspel": "x"}, {"edition": "../../x"}, {"edition": "a/b"}, {"region": 5},
        {"format": "../a6"}, {"press": "nope"}, {"region": "zuid"}, {"language": "../nl"},
        {"name": ""}, {"name": "a\u202eb"}, {"name": "a\nb"}, {"name": "x" * 121},
        {"date": "gisteren"}, {"date": "20261130"}, {"approved": "ja"},
        {"remarks": [{"card": "a", "text": "x" * 4001}]},
        {"remarks": [{"card": "a", "text": "x"}] * 501}, {"remarks": "x"}, {"remarks": [1]},
        {"remarks": [{"card": "a", "text": "\x1b[2J"}]},
        {"reopened": ["Piet", "2026-11-30", "omdat"]},
    ],
)  # fmt: skip
def test_nothing_is_kept_of_what_is_no_answer(
    studio: Visitor, deck: Path, others: dict[str, Any]
) -> None:
    told = {"edition": "1.0-x", "region": "noordkust", "language": "nl", "format": "a6",
            "press": "coated"}  # fmt: skip
    page = sent(studio, f"{REVIEW}/in", "a.json", answer(told, **others))
    assert page.status == 409 and 'role="alert"' in page.text
    assert not (deck / "reviews").exists()


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b'"x"', b"[" * 100_000, b"\xff\xfe", b"{}"])
def test_rubbish_is_told(studio: Visitor, deck: Path, data: bytes) -> None:
    assert sent(studio, f"{REVIEW}/in", "a.json", data).status == 409
    assert not (deck / "reviews").exists()


def test_a_page_is_made_for_a_press_that_there_is(studio: Visitor) -> None:
    for press in ("", "nope", "../coated"):
        assert studio.ask(f"{REVIEW}/page.html?press={press}").status == 404
