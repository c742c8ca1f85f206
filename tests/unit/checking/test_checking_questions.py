"""Questions told apart: those that open a conversation, and those that yes or no would end."""

from __future__ import annotations

import pytest
from tests.decks import ROOT

from samenspel.checking.reading import HARD, reading_ease, syllables
from samenspel.coaching.questions import count_words, ends_as_question, is_closed, is_double
from samenspel.coaching.tongues import TONGUES, tongue_of
from samenspel.loading import open_project, select
from samenspel.questions import render

CLOSED = {
    "nl": [
        "Durf jij dat te zeggen?",
        "Weet je of hij komt?",
        "Is er iemand die dit nog niet weet?",
        "Luister je echt?",
        "En heb je dat al eens gevraagd?",
        "Als het spannend wordt, blijf je dan zitten?",
        "Stel je voor: morgen valt het besluit. Ga je akkoord?",
        "Zouden wij dit zonder subsidie ook doen?",
        "Schrappen we morgen een overleg?",
        "Kun je uitleggen wat je bedoelt?",
        "Zit de juiste persoon aan tafel?",
    ],
    "en": [
        "Do you dare to say so?",
        "Would we do this without a grant?",
        "If it gets tense, do you stay?",
        "Is there anyone who does not know yet?",
        "And have you ever asked?",
        "Can you explain what you mean?",
    ],
    "de": [
        "Traust du dich, das zu sagen?",
        "Würden wir das auch ohne Fördermittel tun?",
        "Wenn es eng wird, bleibst du dann sitzen?",
        "Hörst du wirklich zu?",
        "Gibt es jemanden, der das noch nicht weiß?",
        "Hast du das schon einmal gefragt?",
    ],
    "fy": [
        "Doarst do dat te sizzen?",
        "Hasto dat al ris frege?",
        "Soene wy dit sûnder subsydzje ek dwaan?",
        "As it spannend wurdt, bliuwst dan sitten?",
        "Is der ien dy't dit noch net wit?",
    ],
}
OPEN = {
    "nl": [
        "Wat durf jij niet te zeggen?",
        "Aan wie heb jij dat nog niet verteld?",
        "Bij welke school ligt goud dat we kunnen ophalen?",
        "Waaraan merkt een leerling dat wij hebben getekend?",
        "Als het spannend wordt, wie staat er dan naast je?",
        "Kies je voor snel of voor samen?",
        "In welk woord uit onze ambitie geloof jij zelf niet?",
        "‘Druk’, zeg je. Waar ren jij voor weg?",
        "Hoeveel kost het als we niets doen?",
        "Op een gewone dinsdag, wat doe jij dan anders?",
        "Jouw achterban, wat krijgt die terug?",
        "Ten koste van wie gaat dit door?",
        "Ben jij hier om te halen of om te brengen?",
    ],
    "en": [
        "What do you not dare to say?",
        "To whom have you not told this yet?",
        "If it gets tense, who stands beside you?",
        "Do we choose fast or together?",
        "In which word of our ambition do you not believe?",
        "How will a student notice on Tuesday?",
    ],
    "de": [
        "Was traust du dich nicht zu sagen?",
        "Wem hast du das noch nicht erzählt?",
        "Wenn es eng wird, wer steht dann neben dir?",
        "Woran merkt eine Schülerin, dass wir unterschrieben haben?",
        "Wollen wir es schnell oder gemeinsam?",
        "Für wen tun wir das eigentlich?",
        "Worauf verzichten wir gemeinsam?",
    ],
    "fy": [
        "Wat doarst do net te sizzen?",
        "Oan wa hasto dat noch net ferteld?",
        "As it spannend wurdt, wa stiet der dan neist dy?",
        "Wêroan fernimt in learling dat wy tekene hawwe?",
        "Hokker petear moatte wy earst fiere?",
    ],
}
DOUBLE = {
    "nl": [
        "Welke hoek hangt nog los, en wie pakt die vast?",
        "Wat kom je halen? En wat breng je mee?",
        "Wie doet het en wanneer?",
    ],
    "en": ["Which corner is loose, and who takes hold of it?", "What is it? And why?"],
    "de": ["Welche Ecke hängt lose, und wer fasst sie an?"],
    "fy": ["Hokker hoeke hinget los, en wa pakt dy beet?"],
}
SINGLE = {
    "nl": [
        "Wie en wat heb je nodig?",
        "Welk doel en welk middel kies je?",
        "Wat zeggen jij en wij thuis anders?",
    ],
    "en": ["Who and what do you need?", "What do you and we say at home?"],
    "de": ["Was sagen du und wir zu Hause?"],
    "fy": ["Wat sizze do en wy thús oars?"],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, question) for language, all_ in table.items() for question in all_]


@pytest.mark.parametrize(("language", "question"), cases(CLOSED))
def test_what_yes_or_no_would_answer_is_found(language: str, question: str) -> None:
    assert is_closed(question, TONGUES[language])


@pytest.mark.parametrize(("language", "question"), cases(OPEN))
def test_an_open_question_is_let_through(language: str, question: str) -> None:
    assert not is_closed(question, TONGUES[language])
    assert not is_double(question, TONGUES[language])


@pytest.mark.parametrize(("language", "question"), cases(DOUBLE))
def test_two_questions_in_one_are_found(language: str, question: str) -> None:
    assert is_double(question, TONGUES[language])


@pytest.mark.parametrize(("language", "question"), cases(SINGLE))
def test_one_question_with_an_and_is_let_through(language: str, question: str) -> None:
    assert not is_double(question, TONGUES[language])


def test_no_false_alarm_on_any_question_of_the_built_in_deck() -> None:
    project = open_project(ROOT, ROOT)
    editions = [(region, "nl") for region in project.regions]
    editions += [("basis", language) for language in project.languages]
    seen: set[tuple[str, str]] = set()
    for region, language in editions:
        for card in render(select(project, region, language)).cards:
            if card.kind in ("reminder", "condition"):
                seen.update((language, question) for question in card.questions)
    assert len(seen) >= 150
    for language, question in seen:
        tongue = TONGUES[language]
        assert not is_closed(question, tongue), question
        assert not is_double(question, tongue), question
        assert ends_as_question(question), question


def test_a_language_is_known_by_its_first_part_and_others_are_left_alone() -> None:
    assert tongue_of("nl-be") is TONGUES["nl"]
    assert tongue_of("pap") is None


def test_words_are_counted_as_people_do() -> None:
    assert count_words("Zo – dat is ‘er’ één, hè?") == 6


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("nl", "samenwerken", 4), ("nl", "ideeën", 3), ("nl", "eeuw", 1), ("nl", "reünie", 3),
        ("nl", "medezeggenschap", 5), ("nl", "bijeenkomst", 3), ("nl", "hm", 1),
        ("en", "time", 1), ("en", "table", 2), ("en", "wanted", 2), ("en", "asked", 1),
        ("de", "Verantwortung", 4), ("de", "Bäume", 2), ("fy", "mienskip", 2),
    ],
)  # fmt: skip
def test_syllables(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count


def test_reading_ease_is_the_formula_of_the_language() -> None:
    """Thirty words of one syllable in three sentences: ten words a sentence."""
    text = "de kat zit op de mat en ziet de muis. " * 3
    assert reading_ease(text, "nl", TONGUES["nl"]) == pytest.approx(206.84 - 9.3 - 77)
    assert reading_ease(text, "de", TONGUES["de"]) == pytest.approx(180 - 10 - 58.5)
    assert reading_ease("Te kort.", "nl", TONGUES["nl"]) is None


def test_office_prose_is_hard_and_speech_is_not() -> None:
    prose = (
        "De implementatie van het samenwerkingsverband veronderstelt een gemeenschappelijke "
        "verantwoordelijkheid ten aanzien van de organisatorische voorwaarden waaronder de "
        "onderwijsinhoudelijke doelstellingen gerealiseerd kunnen worden binnen de begroting van "
        "alle deelnemende schoolbesturen en gemeentelijke instellingen gezamenlijk."
    )
    speech = "Je roert in je koffie. Hij wacht. Leg hem eens voor waar jij niet uitkomt. " * 2
    hard, easy = (reading_ease(text, "nl", TONGUES["nl"]) for text in (prose, speech))
    assert hard is not None
    assert easy is not None
    assert hard < HARD < easy
