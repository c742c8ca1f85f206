"""What fields are called in Dutch, in spreadsheets, where their kind says nothing else."""

from __future__ import annotations

FIELD_NAMES = {
    "title": "Titel",
    "subtitle": "Ondertitel",
    "core": "Kern",
    "text": "Tekst",
    "warning": "Let op als …",
    "alt": "Tekening in woorden",
    "tip": "Raad",
    "hint": "Raad",
    "centre": "Woord in het midden",
    "poster_title": "Titel van de poster",
    "poster_core": "Zin op de poster",
    "rhythm_title": "Kop boven de tellen",
    "source": "Bron",
    "label": "woord bij de lijn",
    "question": "Vraag",
    "cartoon": "Tekening",
    "picture": "Plaatje",
    "link": "Link",
    "condition": "Conditie",
}
"""The names of single fields."""

ITEM_NAMES = {
    "text": "Alinea",
    "colophon": "Colofon, regel",
    "questions": "Vraag",
    "questions_hint": "Begin van vraag",
    "conditions": "Conditie",
    "ways": "Manier",
    "steps": "stap",
    "rhythm": "Tel",
    "fields": "Lijn",
}
"""What one item of a list is called."""

COMMON_NAMES = {
    "id": ("id",),
    "kind": ("kind", "soort"),
    "copies": ("copies", "aantal"),
    "after": ("after", "na"),
}
"""The heads of a table for what every card may have."""
