"""How to print a sheet, in the words of an office printer's window, in the deck's language."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.model.sheet import SheetPlan

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "long-edge": "dubbelzijdig, omslaan over de lange zijde",
        "short-edge": "dubbelzijdig, omslaan over de korte zijde",
        "cut-and-stack": "snijd de stapel, leg de stapeltjes op volgorde op elkaar",
        "gutter-fold": "enkelzijdig; vouw op de stippellijn, plak en snijd dan",
        "work-and-turn": "zelfde vorm op beide zijden: draai het vel om als een bladzijde",
        "work-and-tumble": "zelfde vorm op beide zijden: kantel het vel over de bovenkant",
        "booklet": "vouw de vellen in elkaar, zet nietjes in de rug, snijd dan schoon",
        "tiles": "snijd links en boven af, lijm op de strook van de buur, op ware grootte (100 %)",
        "scale": "op ware grootte (100 %)",
    },
    "en": {
        "long-edge": "two-sided, flip on long edge",
        "short-edge": "two-sided, flip on short edge",
        "cut-and-stack": "cut the pile, then stack the piles in reading order",
        "gutter-fold": "one-sided; fold on the dashed line, glue, then cut",
        "work-and-turn": "same form on both sides: turn the sheet like a page",
        "work-and-tumble": "same form on both sides: tumble the sheet over its top edge",
        "booklet": "fold the sheets into each other, staple the spine, then trim",
        "tiles": "cut left and top, glue onto the strip of the next one, at actual size (100 %)",
        "scale": "at actual size (100 %)",
    },
    "de": {
        "long-edge": "beidseitig, über lange Kante spiegeln",
        "short-edge": "beidseitig, über kurze Kante spiegeln",
        "cut-and-stack": "Stapel schneiden, Teilstapel der Reihe nach aufeinanderlegen",
        "gutter-fold": "einseitig; an der gestrichelten Linie falten, kleben, dann schneiden",
        "work-and-turn": "gleiche Form auf beiden Seiten: Bogen wie eine Buchseite wenden",
        "work-and-tumble": "gleiche Form auf beiden Seiten: Bogen über die Oberkante stürzen",
        "booklet": "Bogen ineinanderfalten, im Rücken heften, dann beschneiden",
        "tiles": "links und oben abschneiden, auf den Nachbarn kleben, in Originalgröße (100 %)",
        "scale": "in Originalgröße (100 %)",
    },
    "fy": {
        "long-edge": "twasidich, omslaan oer de lange kant",
        "short-edge": "twasidich, omslaan oer de koarte kant",
        "cut-and-stack": "snij de stapel, lis de stapeltsjes op folchoarder op elkoar",
        "gutter-fold": "iensidich; tear op de stippelline, plak en snij dan",
        "work-and-turn": "deselde foarm op beide kanten: draai it fel om as in blêdside",
        "work-and-tumble": "deselde foarm op beide kanten: kantelje it fel oer de boppekant",
        "booklet": "tear de fellen yn elkoar, set nytsjes yn 'e rêch, snij dan skjin",
        "tiles": "snij links en boppe ôf, lym op ’e stripe fan de buorman, op wiere grutte (100 %)",
        "scale": "op wiere grutte (100 %)",
    },
}
"""Languages that are not here say it in English."""

HOW = ("cut-and-stack", "gutter-fold", "work-and-turn", "work-and-tumble", "booklet")
"""Schemes that ask for something beside printing."""


def how_to_print(plan: SheetPlan, language: str) -> list[str]:
    """What to choose in the printer's window, and what to do with the sheets afterwards.

    The first is what goes wrong most often.
    """
    words = WORDS.get(language.partition("-")[0], WORDS["en"])
    duplex = any(side.side == "back" for side in plan.sides)
    parts = [words[plan.flip]] if duplex else []
    parts += [words[plan.scheme]] if plan.scheme in HOW else []
    return [*parts, words["scale"]]


def tile_words(language: str) -> str:
    """How the tiles of a large page are joined."""
    return WORDS.get(language.partition("-")[0], WORDS["en"])["tiles"]


CALIBRATION: Mapping[str, tuple[str, ...]] = {
    "nl": (
        "Druk dit vel op ware grootte (100 %) af, {flip}, en houd het tegen het licht.",
        "Boven: bij welk getal lopen de staande streepjes van voor- en achterkant in elkaar door?",
        "Onder: bij welk getal lopen de liggende door?",
        "Randen: wat is het laagste getal waarvan je aan alle vier de zijden het streepje ziet?",
        "samenspel printer add NAAM {option} boven,onder --margin rand",
    ),
    "en": (
        "Print this sheet at actual size (100 %), {flip}, and hold it against the light.",
        "Above: at which number does the upright line of the front run on into that of the back?",
        "Below: at which number do the lying ones?",
        "Edges: which is the lowest number whose line you see on all four sides?",
        "samenspel printer add NAME {option} above,below --margin edge",
    ),
    "de": (
        "Dieses Blatt in Originalgröße (100 %) drucken, {flip}, und gegen das Licht halten.",
        "Oben: Bei welcher Zahl setzt sich der stehende Strich der Vorderseite hinten fort?",
        "Unten: bei welcher der liegende?",
        "Ränder: Welches ist die kleinste Zahl, deren Strich an allen vier Seiten zu sehen ist?",
        "samenspel printer add NAME {option} oben,unten --margin Rand",
    ),
    "fy": (
        "Druk dit fel op wiere grutte (100 %) ôf, {flip}, en hâld it tsjin it ljocht.",
        "Boppe: by hokker getal rinne de steande streekjes fan foar- en efterkant yn elkoar troch?",
        "Under: by hokker getal de lizzende?",
        "Rânen: fan hokker leechste getal sjochst it streekje oan alle fjouwer de kanten?",
        "samenspel printer add NAMME {option} boppe,ûnder --margin râne",
    ),
}  # fmt: skip
"""What stands on the test sheet of a printer."""


def calibration_words(language: str, flip: str, landscape: bool = False) -> tuple[str, ...]:
    """The lines of a printer's test sheet; one on its side is kept by an option of its own."""
    known = language if language in CALIBRATION else "en"
    option = "--landscape-offset" if landscape else "--back-offset"
    return tuple(
        text.format(flip=WORDS[known][flip], option=option) for text in CALIBRATION[known]
    )
