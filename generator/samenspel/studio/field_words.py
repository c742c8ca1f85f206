"""What fields are called and advised in English: kinds and spreadsheets speak Dutch of them.

A name that a deck's own kind gives stays as its maker wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from samenspel.studio.kind_words import KIND_WORDS

ENGLISH: Mapping[str, str] = {
    "titel": "title", "ondertitel": "subtitle", "kern": "core", "tekst": "text",
    "let op als …": "watch out when …", "tekening in woorden": "drawing in words", "raad": "advice",
    "woord in het midden": "word in the middle", "titel van de poster": "title of the poster",
    "zin op de poster": "sentence on the poster", "kop boven de tellen": "heading above the beats",
    "bron": "source", "woord bij de lijn": "word beside the line", "vraag": "question",
    "tekening": "drawing", "plaatje": "picture", "link": "link", "conditie": "condition",
    "alinea": "paragraph", "colofon, regel": "colophon, line", "colofon": "colophon",
    "regel": "line", "begin van vraag": "beginning of question", "manier": "way", "stap": "step",
    "tel": "beat", "lijn": "line", "partner": "partner", "tafel": "table", "licentie": "licence",
    "makers": "makers", "naam": "name", "korte naam": "short name",
    "hoe je ‘in …’ zegt": "how you say ‘in …’", "soort samenwerking": "kind of network",
    "contact": "contact", "contact: functie": "contact: function",
    "contact: adres": "contact: address", "vraagstuk dat nu brandt": "issue that burns now",
    "plaatselijk voorbeeld": "example from nearby", "gebied": "area", "scholen": "schools",
    "besturen": "boards", "leerlingen": "students", "bedrijven": "companies",
    "hoek": "corner", "kop van de achterkant": "heading of the back",
    "kop van de tweede bladzijde": "heading of the second page",
    "kop van het slot": "heading of the end", "punt": "point",
    "regel boven de naam": "line above the name", "regel op de poster": "line on the poster",
    "tekst in het kort": "text in short", "wat je nodig hebt": "what you need",
    "wiens lezing": "whose reading", "zin op de achterkant": "sentence on the back", "hoe": "how",
    "tijd": "time", "wat": "what",
    "15 tot 30 woorden; staat in plaats van de tekst op kleine kaarten.":
        "15 to 30 words; stands in place of the text on small cards.",
    "alle alinea’s samen hoogstens 110 woorden.": "At most 110 words in all paragraphs together.",
    "twee zinnen van hoogstens 75 tekens.": "Two sentences of at most 75 characters.",
    "volgt op ‘let op als’, dus zonder hoofdletter.":
        "Comes after ‘watch out when’, so without a capital.",
    "onderwerp": "subject", "talen": "languages", "logo": "logo",
    "wit in het logo": "white in the logo", "woord": "word",
    "eén zin, liefst hoogstens 20 woorden.": "One sentence, of 20 words at most if you can.",
    "liefst hoogstens 100 tekens, nooit meer dan 30 woorden.":
        "At most 100 characters if you can, never more than 30 words.",
    "wordt niet gedrukt; voor wie de tekening niet ziet.":
        "Is not printed; for who does not see the drawing.",
    "zonder hoofdletter.": "Without a capital.",
    "mag leeg. kies uit de lijst.": "May be empty. Choose from the list.",
    "geeft de kleur. kies uit de lijst.": "Gives the colour. Choose from the list.",
}  # fmt: skip
"""By the Dutch in small letters."""
MEASURES = (
    (re.compile(r"Hoogstens (\d+) woorden\."), r"At most \1 words."),
    (re.compile(r"(\d+) tot (\d+) woorden\."), r"\1 to \2 words."),
)
PART = re.compile(r"(?P<name>.+?)(?P<which> \d+| ‘[^’]*’)?")
"""A name, and which one of its kind."""


def in_english(said: str) -> str:
    """A field's name or advice in English, as far as it is one of samenspel's own."""
    if said in KIND_WORDS:
        return KIND_WORDS[said]
    if said.lower() in ENGLISH:
        return _as(said, ENGLISH[said.lower()])
    for pattern, english in MEASURES:
        if pattern.fullmatch(said):
            return pattern.sub(english, said)
    return ", ".join(map(_part, said.split(", ")))


def _part(said: str) -> str:
    found = PART.fullmatch(said)
    if found is None or found["name"].lower() not in ENGLISH:
        return said
    return _as(said, ENGLISH[found["name"].lower()]) + (found["which"] or "")


def _as(dutch: str, english: str) -> str:
    """The English with a capital where the Dutch has one."""
    return english[:1].upper() + english[1:] if dutch[:1].isupper() else english
