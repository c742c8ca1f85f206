"""A deck with one card, and tables of people: what the rows on personal cards are made of."""

from __future__ import annotations

import re
from itertools import cycle, islice
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "personal.md"
FILE = re.compile(r"^```\w+ file=(\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DECK = """\
title: Welkom op de werkdag
subtitle: Een kaart voor iedereen
edition: "1"
source_language: nl
languages: [nl]
formats: [a6]
products: [cards]
cards: [welkom]
source: Onze werkdag
licence: Licentie CC BY 4.0
makers: de makers
region: {name: onze school, short: onze school, place: op onze school, kind: school}
"""
NAMES = ("Anna de Vries", "Bram Ögel", "Zoë Çelik", "Fatima El Amrani", "Wout van Leeuwen")
ROLES = ("docent", "schoolleider", "opleider")
ASKS = ("Wat wil jij weten?", "Wie neem jij mee?", "Waar begin jij morgen mee?", "Wat laat je?")


def people_deck(folder: Path) -> Path:
    """The deck of the page on personal cards."""
    page = PAGE.read_text(encoding="utf-8")
    for name, text in [("cards/deck.yaml", DECK), *FILE.findall(page)]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def people(path: Path, count: int) -> Path:
    """A table of so many rows, no two of them alike."""
    rows = zip(range(count), cycle(NAMES), cycle(ROLES), cycle(ASKS), strict=False)
    lines = (f"{name} {place};{role};De Brug;{asked}" for place, name, role, asked in rows)
    text = "\n".join(("naam;rol;organisatie;vraag", *islice(lines, count)))
    path.write_text(text, encoding="utf-8")
    return path
