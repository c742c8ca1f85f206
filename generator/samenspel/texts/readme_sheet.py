"""The first sheet: how to use the workbook, in Dutch, for its editor."""

from __future__ import annotations

from collections.abc import Iterable

TITLE = "Lees mij"

LINES = (
    ("kop", "De teksten van {title}"),
    ("", "Editie {edition}. Talen: {languages}. Regio’s: {regions}."),
    ("tussenkop", "Zo werkt het"),
    ("", "1. Elke taal heeft een eigen blad. Verander alleen de lichte cellen onder ‘Tekst’."),
    ("", "2. Bewaar het bestand als .xlsx en zet de teksten terug met: "
         "samenspel texts import {file}"),
    ("", "3. Je ziet dan eerst wat er verandert. Pas als je ja zegt, wordt er iets geschreven."),
    ("tussenkop", "Wat staat waar"),
    ("", "Regio: ‘basis’ is het gewone dek. Wat bij een regio staat, geldt alleen daar."),
    ("", "Kaart en Onderdeel: waar de tekst op de kaart staat."),
    ("", "Brontekst: dezelfde tekst in de taal waarin het dek geschreven is. Een lege cel ernaast "
         "is nog niet vertaald."),
    ("", "Tekens, Past en Nog over: hoeveel tekens er staan en hoeveel er ongeveer passen, op het "
         "formaat waar de minste ruimte is. Gerekend met de kleinste letter, als de andere teksten "
         "op de kaart blijven zoals ze zijn. Het is een schatting; samenspel check meet het na."),
    ("", "Grijze cellen en de laatste kolommen zijn op slot: daaraan herkent samenspel de tekst. "
         "Er zit geen wachtwoord op."),
    ("tussenkop", "Houd het heel"),
    ("", "Laat alle rijen staan, ook die je niet verandert. Sorteren en filteren mag."),
    ("", "Maak een cel niet leeg; een tekst weghalen kan alleen in het bestand van de kaart."),
    ("", "Een nieuwe regel in een cel wordt op de kaart een spatie."),
    ("", "Verander de teksten niet tegelijk hier en in de bestanden. Gebeurt dat toch, dan "
         "zegt samenspel welke tekst op twee plaatsen veranderd is en schrijft niets."),
    ("tussenkop", "Wat samenspel zelf invult"),
    ("", "In de teksten van de kaarten mag staan wat hieronder links staat, met de accolades erbij."
         " Rechts staat wat het wordt in {example}."),
)  # fmt: skip

VARIABLES = (
    ("regio.naam", "de volle naam", "name"),
    ("regio.kort", "de korte naam, midden in een zin", "short"),
    ("regio.plek", "hoe je ‘in …’ zegt", "place"),
    ("regio.soort", "wat voor samenwerking het is", "kind"),
)


def variable_rows(
    names: Iterable[tuple[str, str]], words: Iterable[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """Each variable as it is written, what it is, and what it becomes."""
    values = dict(names)
    rows = [
        (f"{{{{ {name} }}}}", said, values.get(key, "")) for name, said, key in VARIABLES
    ]
    rows += [
        (f"{{{{ woord.{name} }}}}", f"het woord voor ‘{name}’", text) for name, text in words
    ]
    return rows
