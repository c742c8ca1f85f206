"""What an editor reads for a field, in Dutch: ``questions.2`` is *Vraag 2*."""

from __future__ import annotations

from samenspel.layers.shapes import LABELS
from samenspel.model.deck import TextPath
from samenspel.upkeep.passages import Passage

PARTS = {"@deck": "Het dek", "@region": "De regio", "@labels": "Kleine woorden"}

_FIELDS = {
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
    "licence": "Licentie",
    "makers": "Makers",
    "name": "Naam",
    "short": "Korte naam",
    "place": "Hoe je ‘in …’ zegt",
    "kind": "Soort samenwerking",
    "contact": "Contact",
    "contact.function": "Contact: functie",
    "contact.address": "Contact: adres",
    "facts.issue": "Vraagstuk dat nu brandt",
    "facts.example": "Plaatselijk voorbeeld",
    "facts.territory": "Gebied",
    "schools": "Scholen",
    "boards": "Besturen",
    "students": "Leerlingen",
    "companies": "Bedrijven",
    "about": "Onderwerp",
    "label": "woord bij de lijn",
}
_ON_CARDS = {"short": "Tekst in het kort"}
"""Fields that are named otherwise on a card than in a region."""

_LISTS = {
    "text": "Alinea",
    "colophon": "Colofon, regel",
    "questions": "Vraag",
    "questions_hint": "Begin van vraag",
    "conditions": "Conditie",
    "ways": "Manier",
    "steps": "stap",
    "rhythm": "Tel",
    "fields": "Lijn",
    "partners": "Partner",
    "tables": "Tafel",
}
_ADVICE = {
    "core": "Eén zin, liefst hoogstens 20 woorden.",
    "questions": "Liefst hoogstens 100 tekens, nooit meer dan 30 woorden.",
    "alt": "Wordt niet gedrukt; voor wie de tekening niet ziet.",
    "words": "Zonder hoofdletter.",
}
_BY_KIND = {
    ("reminder", "text"): "40 tot 60 woorden.",
    ("reminder", "short"): "15 tot 30 woorden; staat in plaats van de tekst op kleine kaarten.",
    ("condition", "short"): "15 tot 30 woorden; staat in plaats van de tekst op kleine kaarten.",
    ("condition", "text"): "Hoogstens 40 woorden.",
    ("condition", "warning"): "Volgt op ‘Let op als’, dus zonder hoofdletter.",
    ("cover", "text"): "Hoogstens 60 woorden.",
    ("background", "text"): "Alle alinea’s samen hoogstens 110 woorden.",
}


def field_name(field: TextPath, part: str = "@region") -> str:
    """A field of a part (a card's id, ``@region``) in words."""
    dotted = ".".join(map(str, field))
    if dotted in _ON_CARDS and not part.startswith("@"):
        return _ON_CARDS[dotted]
    if dotted in _FIELDS:
        return _FIELDS[dotted]
    if field[0] == "words":
        return f"Woord ‘{field[1]}’"
    if field[0] == "questions" and len(field) == 2:
        name = str(field[1])
        return f"Vraag {name}" if name.isdigit() else f"Vraag ‘{name}’"
    words = [
        _part(part, field[place + 1 : place + 2])
        for place, part in enumerate(field)
        if part not in ("facts", "counts")
    ]
    name = ", ".join(_numbered(words))
    return name[:1].upper() + name[1:]


def _part(part: str | int, then: TextPath) -> str | int:
    if isinstance(part, int):
        return part + 1
    listed = _LISTS.get(part) if then and isinstance(then[0], int) else None
    return listed or _FIELDS.get(part, part).lower()


def _numbered(words: list[str | int]) -> list[str]:
    """Names with the numbers that follow them: *Manier 1*, *stap 2*."""
    made: list[str] = []
    for word in words:
        if isinstance(word, int) and made:
            made[-1] += f" {word}"
        else:
            made.append(str(word))
    return made


def advice(passage: Passage) -> str:
    """What an editor should know of a field; empty when there is nothing to say."""
    if passage.part == "@labels":
        return LABELS.get(str(passage.field[0]), "")
    if passage.choices:
        first = passage.field[1] == 0
        return "Geeft de kleur. Kies uit de lijst." if first else "Mag leeg. Kies uit de lijst."
    top = str(passage.field[0])
    return _BY_KIND.get((passage.kind, top), _ADVICE.get(top, ""))
