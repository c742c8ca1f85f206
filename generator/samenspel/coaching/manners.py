"""How a question steers, tells off or floats: patterns of one language, to be read and mended.

Only what shows in the words themselves is found. A language without patterns is not judged so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Manners:
    """The patterns of one language, all for texts in small letters."""

    suggestive: re.Pattern[str]
    """The answer stands in the question."""
    blaming: re.Pattern[str]
    """Somebody is told off, with a question mark behind it."""
    abstract: re.Pattern[str]
    """Fits a whole word that nobody can see or hear."""
    people: frozenset[str]
    """Words for somebody in the room; with one of them, one abstract word does no harm."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


DUTCH = Manners(
    suggestive=_any(
        r"\btoch (?:allemaal|niet|wel|mee|zeker|dat|geen)\b.*\?", r",? toch\?", r"\bdaar toch\b",
        r"^\W*(?:iedereen|jij|je|wij|we|jullie) (?:\w+ ){1,2}toch\b",
        r"\bniet ?waar\?", r", hè\?", r"\bof (?:wel|niet) soms\?",
        r"^(?:zou|zouden|moet|moeten|kun|kunnen|kan|wil|willen|is|vind|vinden) "
        r"(?:\w+ ){1,2}(?:ook |soms )?niet\b",
        r"\bwaarom zou(?:den)? (?:\w+ ){1,2}niet\b", r"\beens (?:met ons )?dat\b",
        r"^(?:ben|bent|zijn) (?:\w+ ){1,2}(?:het )?met (?:ons|mij|me) eens\b",
        r"\b(?:natuurlijk|uiteraard|vanzelfsprekend|logischerwijs)\b",
        r"^hoe (?:belangrijk|fijn|mooi|erg|goed|slecht|geweldig|jammer|leuk|prettig|nuttig|"
        r"vervelend|zonde|waardevol|bijzonder|knap|handig|nodig) "
        r"(?:is|was|zou|vind|vinden|vond|vonden|voelt)\b",
        r"\bwie \w+ (?:er )?nu (?:niet|geen)\b",
        r"\b(?:prachtig|geweldig|fantastisch|uitstekend|mooi)e (?:voorstel|plan|idee|kans)\b",
        r"\bwat is er zo \w+ aan\b", r"\bom gewoon\b", r"\bniet gewoon\b",
    ),
    blaming=_any(
        r"\bschuld(?:ig|ige)?\b", r"\bwie (?:\w+ ){0,4}verpest\b", r"\bte danken\b",
        r"^waarom (?:\w+ ){1,3}(?:nooit|altijd|steeds|weer|alweer)\b",
        r"^waarom (?:\w+ ){0,2}(?:jij|je|jullie|u) (?:\w+ ){0,3}(?:niet|niets|geen|alleen|pas)\b",
        r"^waarom (?:weiger|negeer|saboteer|klaag|zeur)\w* (?:jij|je|jullie|u)\b",
        r"^waarom (?:begrijpt|luistert|snapt|doet|helpt|weet) niemand (?:van|bij)\b",
        r"\bhoe (?:komt het|kan het|kun je|kunnen jullie) (?:\w+ ){0,3}"
        r"(?:jij|je|jullie|jouw|zo weinig)\b.*\b(?:nooit|altijd|steeds|weer|alweer|nergens|niets|"
        r"niet|geen|weinig)\b",
        r"\baan wie ligt het\b", r"\bverantwoordelijk voor (?:deze|dit|die) (?:\w+ )?"
        r"(?:fout|ellende|puinhoop|mislukking|chaos)\b",
        r"\bnu weer verkeerd\b", r"\bmis met (?:jou|jullie|je)\b", r"\beens op met\b",
        r"\bwie (?:heeft|hebben) (?:\w+ ){0,3}"
        r"(?:niet gedaan|laten mislukken|laten liggen|vergeten)",
        r"\bwie (?:\w+ ){0,4}(?:steeds tegen|tegenwerkt|dwarsligt|de boel)\b",
    ),
    abstract=_any(
        r"\w+iteit(?:en)?", r"\w+isering(?:en)?", r"(?:\w+)?(?:structuur|structuren)",
        r"(?:\w+)?processen", r"\w+proces", r"(?:\w+)?visies?", r"missies?",
        r"(?:\w+)?strateg\w+", r"(?:\w+)?beleids?\w*",
        r"(?:rand)?voorwaarden", r"innovaties?", r"transitie\w*", r"transformaties?", r"factoren",
        r"aspecten", r"dimensies", r"perspectief", r"perspectieven", r"contexte?n?",
        r"doelstelling(?:en)?", r"(?:kern)?waarden", r"samenhang", r"afstemming", r"meerwaarde",
        r"(?:door)?ontwikkeling(?:en)?", r"effectiviteit", r"efficiëntie", r"kaders?",
        r"governance", r"systemen?", r"systeem", r"implicaties", r"impact", r"interventies",
        r"actoren", r"betrokkenheid", r"competenties", r"dialoog", r"mechanismen",
        r"besluitvorming", r"implementatie\w*", r"uitvoering", r"integratie", r"integrale?",
        r"synergie\w*", r"expertise", r"problematiek", r"benadering", r"leiderschap", r"verdieping",
        r"cultuur", r"wendbaarheid", r"kennisdeling", r"bedrijfsvoering", r"dienstverlening",
        r"optimalis\w+", r"faciliteer\w*", r"faciliteren", r"realiseren", r"waarborg\w*",
        r"gewaarborgd", r"borg(?:en|t|ing)", r"stimuleren", r"bevorderen", r"creëren", r"duurzame?",
        r"essentieel", r"relevante?", r"organisatie", r"netwerk", r"keten", r"prioriteiten",
        r"aanpak", r"ambities?", r"opgaven?", r"professionele?", r"resultaten", r"vaardigheden",
        r"activiteiten", r"reguliere?", r"bundeling", r"vereist", r"legitimiteit",
    ),
    people=frozenset(
        ("ik", "jij", "je", "jou", "jouw", "jullie", "jezelf", "iemand", "wie", "leerling",
         "leerlingen", "docent", "docenten", "ouder", "ouders", "collega", "collega's", "kind",
         "kinderen", "student", "studenten")
    ),
)

MANNERS = {"nl": DUTCH}


def manners_of(language: str) -> Manners | None:
    """The patterns of a language, by the first part of its code; ``None`` when there are none."""
    return MANNERS.get(language.split("-")[0])


def is_suggestive(question: str, manners: Manners) -> bool:
    """True when the answer stands in the question."""
    return manners.suggestive.search(_plain(question)) is not None


def is_blaming(question: str, manners: Manners) -> bool:
    """True when the question tells somebody off."""
    return manners.blaming.search(_plain(question)) is not None


def is_abstract(question: str, manners: Manners) -> bool:
    """True when too few of its words can be seen or heard: two that cannot, and nobody there."""
    words = WORD.findall(_plain(question))
    vague = sum(1 for word in words if manners.abstract.fullmatch(word))
    return vague >= (3 if manners.people.intersection(words) else 2)


def _plain(question: str) -> str:
    return " ".join(question.lower().replace("’", "'").split())
