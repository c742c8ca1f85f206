"""What samenspel's own kinds of cards say of themselves in Dutch, in English, for the studio."""

from __future__ import annotations

from collections.abc import Mapping

KIND_WORDS: Mapping[str, str] = {
    "Achtergrondkaart": "Background card",
    "Afspraakkaart": "Agreement card",
    "Modelkaart": "Model card",
    "Reminder": "Reminder",
    "Schrijfkaart": "Card to write on",
    "Titelkaart": "Title card",
    "Uitlegkaart": "Card that explains",
    "Conditie": "Condition",
    "Titel van de kaart.": "The card’s title.",
    "Een tot vier alinea’s, samen hoogstens 110 woorden.":
        "One to four paragraphs, at most 110 words together.",
    "Het boek waar het model uit komt.": "The book that the model comes from.",
    "De regels onderaan; {{ editie }} wordt de code van de uitgave.":
        "The lines at the foot; {{ editie }} becomes the edition’s code.",
    "De zin bovenaan.": "The sentence at the top.",
    "Het woord bij de lijn.": "The word beside the line.",
    "Hoeveel lijnen.": "How many lines.",
    "De raad onderaan.": "The advice at the foot.",
    "Welke conditie van het model; geeft de kleur.":
        "Which condition of the model; gives the colour.",
    "De kern in één zin; staat ook op de poster.":
        "The core in one sentence; stands on the poster too.",
    "De tekst, hoogstens 40 woorden.": "The text, at most 40 words.",
    "Dezelfde tekst in 15 tot 30 woorden, voor kaarten die te klein zijn voor de hele.":
        "The same text in 15 to 30 words, for cards that are too small for the whole.",
    "Twee vragen; de eerste staat ook op de poster.":
        "Two questions; the first stands on the poster too.",
    "Wat de conditie vraagt, in twee regels voor de poster.":
        "What the condition asks, in two lines for the poster.",
    "Het sein dat deze conditie ontbreekt; volgt op ‘Let op als’.":
        "The sign that this condition is missing; comes after ‘Watch out when’.",
    "De kern in één zin.": "The core in one sentence.",
    "Het woord in het midden van de tekening.": "The word in the middle of the drawing.",
    "De titel van de poster.": "The poster’s title.",
    "De zin op de poster.": "The sentence on the poster.",
    "De kern in één zin, hoogstens 20 woorden.": "The core in one sentence, at most 20 words.",
    "De tekst op de achterkant, 40 tot 60 woorden.": "The text on the back, 40 to 60 words.",
    "Een of twee condities; de eerste geeft de kleur.":
        "One or two conditions; the first gives the colour.",
    "Naam of pad van de tekening onder assets/ (svg, jpg, png, tif).":
        "The name or path of the drawing below assets/ (svg, jpg, png, tif).",
    "De tekening in woorden, voor wie niet ziet.": "The drawing in words, for who does not see it.",
    "Wat in beeld blijft van een foto, die haar vlak vult en dus wordt afgesneden.":
        "What stays in sight of a photograph, which fills its area and so is cut.",
    "Of het plaatje zijn vlak vult (fill) of helemaal te zien is (whole); vanzelf vult een foto "
    "en staat een tekening heel.":
        "Whether the picture fills its area or stands whole; by itself a photograph fills and a "
        "drawing stands whole.",
    "Precies drie vragen: over jou, ons samen, de regio.":
        "Exactly three questions: about you, us together, the region.",
    "De zin die de schrijver op gang zet.": "The sentence that gets the writer going.",
    "Een raad.": "An advice.",
    "Drie korte beginnetjes voor de vragen.": "Three short beginnings for the questions.",
    "De regel onder de titel.": "The line below the title.",
    "De zin daaronder.": "The sentence below that.",
    "Het welkom op de achterkant, hoogstens 60 woorden.":
        "The welcome on the back, at most 60 words.",
    "Naam of pad van de tekening onder assets/.":
        "The name or path of the drawing below assets/.",
    "Hoe lang deze manier duurt.": "How long this way takes.",
    "Wanneer deze manier past.": "When this way fits.",
    "Twee tot vier korte zinnen.": "Two to four short sentences.",
    "Een klein plaatje: pad onder assets/, met .svg erbij.":
        "A small picture: its path below assets/, with .svg.",
    "De kop boven de tellen.": "The heading above the beats.",
    "Eén woord.": "One word.",
    "Wat er in deze tel gebeurt.": "What happens in this beat.",
    "Een laatste raad.": "A last advice.",
}  # fmt: skip
"""Titles of kinds, and what their fields are for; a kind of one's own speaks as its maker wrote."""
