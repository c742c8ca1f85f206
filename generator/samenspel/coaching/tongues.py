"""What each language's questions look like: the words that open one, and those that shut it.

Word lists rather than a parser: they are short, can be read and mended by a native speaker, and say
nothing about what they do not know. A question is only called closed when its first word shows it.
"""

from __future__ import annotations

from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language that a question is judged by.

    ``asking`` open a question, also after one of ``before`` (*aan wie*). ``verbs`` at its head ask
    for yes or no, and so does any word before one of ``subjects`` (*durf jij*). ``joining`` begin a
    clause that goes before the question; ``fillers`` may stand in front of all. ``which`` ask for
    one of a kind. ``either`` offers a choice, except after one of ``knowing`` (*weet je of*).
    ``ease`` holds the three numbers of a Flesch formula: ``a - b * words per sentence - c *
    syllables per word``.
    """

    asking: frozenset[str]
    before: frozenset[str]
    verbs: frozenset[str]
    subjects: frozenset[str]
    joining: frozenset[str]
    fillers: frozenset[str]
    knowing: frozenset[str]
    which: frozenset[str]
    either: str
    both: str
    ease: tuple[float, float, float]


DUTCH = Tongue(
    asking=_words(
        "wie wat waar wanneer waarom hoe hoeveel hoelang hoever hoezo welk welke wiens "
        "waaraan waarvoor waarmee waarover waarvan waarop waaruit waartoe waarin waarbij "
        "waardoor waarnaar waarheen waarachter waaronder waartegen"
    ),
    before=_words(
        "aan achter bij binnen boven buiten door in langs met na naar naast om onder op over "
        "per rond sinds te tegen tot tussen uit van vanaf voor vóór voorbij zonder"
    ),
    verbs=_words(
        "ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon "
        "konden mag mogen mocht mochten moet moeten moest moesten zal zul zult zullen zou "
        "zouden wil wilt willen wilde wilden durf durft durven durfde ga gaat gaan ging doe "
        "doet doen deed weet weten wist ken kent kennen kende voel voelt voelen geloof "
        "gelooft geloven vind vindt vinden vond denk denkt denken dacht zie ziet zien zag kom "
        "komt komen kwam lukt lukte helpt helpen werkt werken klopt staat staan ligt liggen "
        "speelt word wordt worden werd blijf blijft blijven bleef hoef hoeft hoeven laat "
        "laten liet maak maakt maken neem neemt nemen krijg krijgt krijgen past vertrouw "
        "vertrouwt vertrouwen herken herkent herkennen snap snapt luister luistert praat "
        "praten zeg zegt zeggen merk merkt merken bestaat geldt zit zitten telt tellen hoort "
        "horen"
    ),
    subjects=_words("ik je jij u jullie we wij hij zij ze het er dit dat men iemand iedereen"),
    joining=_words("als indien zodra terwijl omdat doordat nu nadat voordat sinds stel zolang"),
    fillers=_words("en maar dus want nou eigenlijk"),
    knowing=_words("weet weten wist vraag zie ziet snap snapt zeg zegt"),
    which=_words("welk welke"),
    either="of",
    both="en",
    ease=(206.84, 0.93, 77.0),
)

ENGLISH = Tongue(
    asking=_words("who whom whose what when where why how which"),
    before=_words(
        "about after against at before behind between beyond by during for from in into of on "
        "over to through towards under until with within without"
    ),
    verbs=_words(
        "am is are was were isn't aren't wasn't weren't do does did don't doesn't didn't have "
        "has had haven't hasn't hadn't can could can't couldn't will would won't wouldn't "
        "shall should shouldn't may might must mustn't dare need"
    ),
    subjects=_words("i you we he she it they this that there anyone everyone somebody"),
    joining=_words("if as once while because since after before although unless suppose"),
    fillers=_words("and but so well then"),
    knowing=_words("know see say"),
    which=_words("which"),
    either="or",
    both="and",
    ease=(206.835, 1.015, 84.6),
)

GERMAN = Tongue(
    asking=_words(
        "wer wen wem wessen was wann wo woher wohin warum wieso weshalb wozu wie wieviel "
        "wieviele welche welcher welches welchen welchem woran worauf woraus worin worum "
        "worüber worunter wovon wovor wofür wogegen womit wodurch wobei wonach"
    ),
    before=_words(
        "an auf aus bei bis durch für gegen hinter im in mit nach neben ohne seit über um "
        "unter von vor zu zum zur zwischen"
    ),
    verbs=_words(
        "bin bist ist sind seid war wart waren habe hast hat haben habt hatte hatten kann "
        "kannst können könnt konnte könnte könnten darf darfst dürfen dürft muss musst müssen "
        "müsst soll sollst sollen sollt sollte sollten will willst wollen wollt wollte würde "
        "würdest würden werde wirst wird werden werdet mag magst mögen möchte möchtest "
        "möchten traust traut trauen gibt geht gehst gehen gehört macht machst machen weißt "
        "wisst wissen glaubst glaubt glauben findest findet kennst kennt kennen siehst seht "
        "sehen lässt lassen stimmt hilft bleibt bleibst bleiben braucht brauchst brauchen "
        "kommt kommst kommen steht sitzt zählt fehlt reicht"
    ),
    subjects=_words("ich du ihr wir sie er es man das dies jemand jeder"),
    joining=_words("wenn falls sobald während weil da nachdem bevor seit angenommen solange"),
    fillers=_words("und aber also denn eigentlich"),
    knowing=_words("weißt wisst wissen siehst seht"),
    which=_words("welche welcher welches welchen welchem"),
    either="oder",
    both="und",
    ease=(180.0, 1.0, 58.5),
)

FRISIAN = Tongue(
    asking=_words(
        "wa wat wêr wannear wêrom hoe hoefolle hoelang hokker hokfoar watfoar waans wêroan "
        "wêrfoar wêrmei wêroer wêrfan wêrop wêrút wêrta wêryn wêrby wêrtroch wêrnei wêrhinne"
    ),
    before=_words(
        "oan efter by binnen boppe bûten troch yn lâns mei nei nêst om ûnder op oer per sûnt "
        "te tsjin oant tusken út fan foar sûnder"
    ),
    verbs=_words(
        "bin bist is binne wie wiene wiest ha haw hast hat hawwe hie hiene hasto hat kin "
        "kinst kinne koe koene kinsto mei meist meie moat moatst moatte moast moatsto sil "
        "silst sille soe soene silsto wol wolst wolle woe wolsto doar doarst doarre doarsto "
        "gean giest giet geane giesto doch dochst docht dogge dochsto wit witst witte witsto "
        "ken kenst kenne kensto fiel fielst fynst fynt fine fynsto tinkst tinkt tinke tinksto "
        "sjochst sjocht sjogge sjochsto komst komt komme komsto wurdt wurde bliuwst bliuwt "
        "bliuwe hoecht hoege litst lit litte makket meitsje bisto"
    ),
    subjects=_words("ik do jo jim jimme wy hy sy it dit dat der men ien elkenien"),
    joining=_words("as sadree wylst om't omdat no neidat foardat sûnt stel salang"),
    fillers=_words("en mar dus want eins"),
    knowing=_words("wit witst witte witsto sjochst sjocht"),
    which=_words("hokker hokfoar watfoar"),
    either="of",
    both="en",
    ease=(206.84, 0.93, 77.0),
)

TONGUES = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fy": FRISIAN}


def tongue_of(language: str) -> Tongue | None:
    """The words of a language, by the first part of its code (``nl-be``); None when unknown."""
    return TONGUES.get(language.split("-")[0])
