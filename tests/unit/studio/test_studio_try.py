"""The table on which a deck is tried: its own pages, with the script of the digital edition."""

from __future__ import annotations

import json
import re
from html import unescape

from tests.visiting import Visitor

from samenspel.digital.words import words_in

TRY = "/try/noordkust/nl/a6"


def test_the_pages_of_all_cards_lie_ready_with_the_words_of_the_table(studio: Visitor) -> None:
    page = studio.ask(TRY).text
    cards = re.findall(r'<article class="card[^"]*" id="k-([\w-]+)"', page)
    assert cards == ["titel", "luister-eerst", "leeg"]  # two blanks are one card here
    assert page.count('class="side front"') == len(cards)
    shown = re.findall(r"/picture/large/[0-9a-f]{32}\.jpg", page)
    assert len(shown) >= len(cards) and studio.ask(shown[0]).body[:2] == b"\xff\xd8"
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found and json.loads(unescape(found[1])) == dict(words_in("nl"))
    assert "<style" not in page and " style=" not in page


def test_the_script_is_that_of_the_digital_edition(studio: Visitor) -> None:
    script = studio.ask("/table.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "function playTable(" in script.text


def test_each_condition_has_a_pile_in_its_colour(studio: Visitor) -> None:
    piles = re.findall(r'data-pile="([\w-]+)"', studio.ask(TRY).text)
    colours = studio.ask(f"{TRY}/colours.css")
    assert colours.headers["content-type"].startswith("text/css")
    assert re.findall(r"^\.c-([\w-]+)\{--strong:#", colours.text, re.M) == piles and len(piles) == 5
