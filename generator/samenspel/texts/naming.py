"""What an editor reads for a field, in Dutch: ``questions.2`` is *Vraag 2*."""

from __future__ import annotations

from samenspel.kinds.names import FIELD_NAMES, ITEM_NAMES
from samenspel.layers.shapes import LABELS, SHEET_WORDS
from samenspel.model.deck import TextPath
from samenspel.model.kind import Field
from samenspel.upkeep.passages import Passage

PARTS = {"@deck": "Het dek", "@region": "De regio", "@labels": "Kleine woorden"}

_FIELDS = {
    **FIELD_NAMES,
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
    "languages": "Talen",
    "logo": "Logo",
    "logo_white": "Wit in het logo",
    "accents.teal": "Kleur van titelkaart en banden",
    "accents.coral": "Rood in de tekeningen",
    "accents.mustard": "Geel in de tekeningen",
    "accents.navy": "Donkerblauw in de tekeningen",
}
_LISTS = {
    **ITEM_NAMES,
    "partners": "Partner",
    "tables": "Tafel",
}
CORE_WORDS = 20
"""The measure of a core, which its general advice names."""
_ADVICE = {
    "core": "Eén zin, liefst hoogstens 20 woorden.",
    "questions": "Liefst hoogstens 100 tekens, nooit meer dan 30 woorden.",
    "alt": "Wordt niet gedrukt; voor wie de tekening niet ziet.",
    "words": "Zonder hoofdletter.",
}


def field_name(field: TextPath, declared: Field | None = None) -> str:
    """A field in words, as its kind calls it where it does."""
    if declared and declared.called:
        return _called(declared.called, field)
    dotted = ".".join(map(str, field))
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


def _called(name: str, field: TextPath) -> str:
    """A kind's own name for a field, with the places in it that people count."""
    rest = [part + 1 if isinstance(part, int) else _FIELDS.get(part, part) for part in field[1:]]
    return ", ".join(_numbered([name, *rest]))


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
        return {**LABELS, **SHEET_WORDS}.get(str(passage.field[0]), "")
    if passage.choices:
        empty = "Mag leeg. Kies uit de lijst."
        return empty if passage.optional else "Geeft de kleur. Kies uit de lijst."
    top = str(passage.field[0])
    declared = passage.declared
    if declared is None:
        return _ADVICE.get(top, "")
    return declared.advice or _measured(declared, top) or _ADVICE.get(top, "")


def _measured(declared: Field, top: str) -> str:
    """A measure in words; a core's comes with its general advice."""
    words = declared.words
    if words is None or (top in _ADVICE and words.most == CORE_WORDS):
        return ""
    return (
        f"{words.least} tot {words.most} woorden."
        if words.least > 1
        else (f"Hoogstens {words.most} woorden.")
    )
