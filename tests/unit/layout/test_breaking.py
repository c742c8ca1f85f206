"""Breaking paragraphs: nothing lost, nothing wider than the measure, hyphens as the last resort."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decks import FONT_BYTES, ROOT

from samenspel.layout import breaking
from samenspel.layout.breaking import break_lines
from samenspel.layout.faces import Face
from samenspel.layout.rich import BOLD, ITALIC, PLAIN, RichFace, marked
from samenspel.layout.word_parts import NO_BREAK_SPACE, SOFT_HYPHEN, pieces_of
from samenspel.loading import open_project, select
from samenspel.questions import render

FACE = Face({"text": FONT_BYTES["text"]}, {}, "nl")
RICH_FACE = RichFace(
    FACE,
    Face({"text": FONT_BYTES["text-bold"]}, {}, "nl"),
    Face({"text": FONT_BYTES["text-italic"]}, {}, "nl"),
    Face({"text": FONT_BYTES["text-bold-italic"]}, {}, "nl"),
)
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëïöü", min_size=1, max_size=14)
TEXT = st.lists(WORD, min_size=1, max_size=60).map(" ".join)


@settings(deadline=None, max_examples=80)
@given(TEXT, st.floats(30, 120), st.booleans())
def test_lines_keep_every_word_and_stay_within_the_measure(text, measure, balanced):
    lines = break_lines(text, FACE, 10, measure, hyphenate=False, balanced=balanced)
    if lines is None:
        assert any(FACE.width(word, 10) > measure for word in text.split())
        return
    assert " ".join(lines) == text
    assert all(FACE.width(line, 10) <= measure + 1e-6 for line in lines)


@settings(deadline=None, max_examples=60)
@given(TEXT, st.floats(30, 90))
def test_hyphenation_loses_no_letter(text, measure):
    lines = break_lines(text, FACE, 10, measure)
    if lines is not None:
        letters = "".join(line[:-1] if line.endswith("-") else line for line in lines)
        assert letters.replace(" ", "") == text.replace(" ", "")
        assert all(FACE.width(line, 10) <= measure + 1e-6 for line in lines)


def test_a_word_wider_than_the_measure_is_divided_where_dutch_divides_it():
    lines = break_lines("verantwoordelijkheid", FACE, 12, 25)
    assert lines is not None
    assert len(lines) == 2
    assert lines[0] in {"verantwoor-", "verant-", "verantwoorde-"}


def test_titles_are_never_divided():
    assert break_lines("verantwoordelijkheid", FACE, 12, 25, hyphenate=False) is None


def test_a_soft_hyphen_of_the_author_is_used_first_and_not_printed_elsewhere():
    text = f"samenwerkings{SOFT_HYPHEN}verband"
    assert break_lines(text, FACE, 10, 80, hyphenate=False) == ["samenwerkingsverband"]
    assert break_lines(text, FACE, 10, 30, hyphenate=False) == ["samenwerkings-", "verband"]


def test_no_break_space_keeps_a_number_with_its_noun():
    text = f"wij tellen samen al {31}{NO_BREAK_SPACE}scholen in de regio"
    for measure in range(20, 80, 3):
        lines = break_lines(text, FACE, 10, measure, hyphenate=False) or []
        assert not any(line.endswith("31") for line in lines)


def test_a_dash_never_begins_a_line():
    text = "eerst een wat langere zin – en dan nog iets anders – en klaar"
    for measure in range(20, 90, 2):
        assert not any(line.startswith("–") for line in break_lines(text, FACE, 10, measure) or [])


def test_balanced_lines_are_of_like_length():
    text = "Dubbele loyaliteit is realiteit"
    lines = break_lines(text, FACE, 20, 75, hyphenate=False, balanced=True)
    assert lines == ["Dubbele loyaliteit", "is realiteit"]


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_text_has_no_lines(text):
    assert break_lines(text, FACE, 10, 50) == []


@pytest.mark.parametrize(
    ("measure", "size", "lines"),
    [
        (52, 8, ["Tien reminders voor samenwerken in", "de regio"]),
        (52, 8, ["Hoeveel tijd heb je? Kies er een", "manier bij."]),
        (52, 8, ["de structuur groeit en het", "resultaat uitblijft."]),
        (89, 10, ["afspraken na de vergadering stilletjes", "worden teruggedraaid."]),
        (89, 10, ["Welke oplossing helpt ook degene die er het minst", "bij wint?"]),
        (
            89,
            10,
            [
                "Ook een goed gesprek mislukt als het te vroeg komt.",
                "Spreek af hoe je besluit, wie welke rol heeft en wie",
                "er stuurt.",
            ],
        ),
    ],
)
def test_no_short_word_stands_alone_on_a_last_line(measure, size, lines):
    assert break_lines(" ".join(lines), FACE, size, measure) == lines


def test_in_the_dutch_deck_few_paragraphs_end_in_one_short_word(monkeypatch):
    project = open_project(ROOT, ROOT)
    deck = render(select(project, "basis", "nl"))
    texts = [text for card in deck.cards for _, text in card.texts()]

    def widows() -> int:
        breaking._broken.cache_clear()
        broken = (break_lines(text, FACE, size, measure) for text in texts for size, measure in
                  ((8, 52), (10, 89)))  # fmt: skip
        last = [lines[-1] for lines in broken if lines and len(lines) > 1]
        return sum(1 for line in last if " " not in line and FACE.width(line, 10) < 0.33 * 52)

    with_rule = widows()
    monkeypatch.setattr(breaking, "WIDOW_COST", 0.0)
    assert with_rule < widows() / 4


def test_an_address_is_never_divided_with_a_hyphen_and_only_after_its_signs():
    address = "coordinator@onderwijsregio-zuidwest-veluwe.nl"
    for measure in range(30, 80, 5):
        text = f"Schrijf naar {address} voor meer"
        lines = break_lines(text, FACE, 10, measure)
        assert lines is not None
        assert address in "".join(lines).replace(" ", "")
        for line in lines[:-1]:
            word = line.split()[-1]
            assert word[-1] in "/.@?&=-" or address.endswith(word) or word in text.split()
    assert break_lines(address, FACE, 10, 20) is None


def test_soft_hyphens_at_a_words_ends_are_nothing():
    text = f"{SOFT_HYPHEN}samen{SOFT_HYPHEN}{SOFT_HYPHEN}spel{SOFT_HYPHEN} {SOFT_HYPHEN} kaart"
    assert break_lines(text, FACE, 10, 80) == ["samenspel kaart"]


def test_an_edition_code_is_broken_before_its_fingerprint_and_nowhere_in_it():
    code = "2026.1-waddenrand-nl-HZ36-QMXJ-NFXZB"
    text = f"Editie {code} · Regiocoördinator, regio@waddenrand.example"
    assert break_lines(text, FACE, 8, 76) == [
        f"Editie {code} ·".replace(" ·", "\u00a0·"),
        "Regiocoördinator, regio@waddenrand.example",
    ]
    lines = break_lines(text, FACE, 8, 50)
    assert lines is not None
    assert lines[:2] == ["Editie 2026.1-waddenrand-nl-", "HZ36-QMXJ-NFXZB\u00a0· Regiocoördinator,"]
    lines = break_lines(f"Editie {code}", FACE, 8, 28)
    assert lines == ["Editie 2026.1-", "waddenrand-nl-", "HZ36-QMXJ-NFXZB"]


def test_a_tag_is_kept_whole_and_so_is_what_is_no_address():
    assert break_lines("#samenwerkingsverband", FACE, 10, 20) is None
    assert break_lines("samenwerkingsverband.", FACE, 10, 25) is not None


ADDRESSES = [
    "www.onderwijsregiomiddenland.example/samenwerkingsovereenkomst",
    "(www.onderwijsregiomiddenland.nl).",
    "‘https://onderwijs.example/pad?plaats=samenwerking&taal=nederlands’",
    "WWW.ONDERWIJSREGIO.NL",
    "regiocoordinatoronderwijsregio@samenwerkingsverband.example,",
    "mail:regiocoordinator@onderwijsregio.nl",
    "onderwijsregiomiddenland.nl/samenwerkingsovereenkomst",
    "mijnsamenwerkingsplatform.online/inloggen?",
    "onderwijsregio-zuidwest-veluwe.example",
    "#samenwerkingsovereenkomst",
    "(#samenwerkingsovereenkomst)",
    "‘@onderwijsregiomiddenland’",
    "“@onderwijsregiomiddenland”:",
    "ftp://samenwerking.onderwijs.example/bestanden",
    "samenwerkings\u00adovereenkomst@onderwijs.example",
    "https://onderwijs.example/regio_samenwerking#inschrijving",
]


@pytest.mark.parametrize("address", ADDRESSES)
@settings(deadline=None, max_examples=25)
@given(st.floats(8, 60), st.sampled_from(["nl", "en", "de", "fy"]))
def test_no_address_gets_a_hyphen_that_a_reader_would_type(address, measure, language):
    printed = address.replace("\u00ad", "")
    lines = break_lines(f"Kijk voor voorbeelden op {address} of vraag het ons", FACE, 9, measure,
                        language=language)  # fmt: skip
    if lines is None:
        return
    text = " ".join(lines)
    assert "\u00ad" not in text
    spot = re.search(" ?".join(map(re.escape, printed)), text)  # where lines end, nothing is added
    assert spot is not None
    for broken in re.finditer(r"(.) ", spot[0]):
        assert broken[1] in "/.@?&=-"
        assert re.search(r"\w", spot[0][: broken.start() + 1])  # never a sign by itself


@settings(deadline=None, max_examples=40)
@given(st.floats(8, 60), st.booleans())
def test_a_zero_width_space_is_a_break_without_a_mark(measure, balanced):
    text = "De onderwijs\u200bregio\u200bmiddenland en po/vo/gemeenteraad"
    lines = break_lines(text, FACE, 9, measure, hyphenate=False, balanced=balanced)
    if lines is not None:
        joined = "".join(lines).replace(" ", "")
        assert joined == text.replace("\u200b", "").replace(" ", "")


def test_a_line_ends_at_a_zero_width_space_before_it_ends_inside_a_word():
    lines = break_lines("Onderwijs\u200bregio", FACE, 10, FACE.width("Onderwijs", 10) + 1)
    assert lines == ["Onderwijs", "regio"]


def test_an_address_with_a_zero_width_space_never_gets_a_hyphen():
    pieces = pieces_of("samenwerkings\u200bverband@kust.example", "nl", True, True)
    assert [one.text for one in pieces] == ["samenwerkings", "verband@", "kust.", "example"]
    assert not any(one.hyphen for one in pieces)


def test_a_slash_between_words_gets_no_hyphen():
    text = "gemeenteraad/schoolbesturen"
    assert break_lines(text, FACE, 10, FACE.width("gemeenteraad/", 10) + 1) == [
        "gemeenteraad/",
        "schoolbesturen",
    ]


@settings(deadline=None, max_examples=40)
@given(st.floats(12, 70))
def test_a_bold_word_stays_bold_over_the_end_of_a_line(measure):
    """Each part carries its own marks, and together they say what the text says."""
    text = marked("Een **samenwerkingsovereenkomst** of *bestuursvergadering* en gewoon")
    lines = break_lines(text, RICH_FACE, 9, measure)
    if lines is None:
        return
    found = "".join(letters for line in lines for mark, letters in _by_style(line) if mark == BOLD)
    assert found.replace("-", "") == "samenwerkingsovereenkomst"
    found = "".join(x for line in lines for mark, x in _by_style(line) if mark == ITALIC)
    assert found.replace("-", "") == "bestuursvergadering"
    for line in lines:
        assert line.count(BOLD) + line.count(ITALIC) <= line.count(PLAIN)


def _by_style(text):
    mark, found = PLAIN, []
    for part in re.split(f"([{PLAIN}{BOLD}{ITALIC}])", text):
        if part in (PLAIN, BOLD, ITALIC):
            mark = part
        elif part:
            found.append((mark, part))
    return found


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Wat weten wij van elkaar dat op geen visitekaartje staat?", "Wat weten wij van elkaar"),
        ("Ook wie met één erwt aankomt, maakt de soep beter.", "Ook wie met één erwt aankomt,"),
        ("Was verlierst du, wenn das hier gelingt?", "Was verlierst du,"),
    ],
)
def test_a_sentence_is_broken_where_one_breathes(said: str, first: str) -> None:
    """Rather after a comma, and not after a word that leans on the next."""
    measure = 0.66 * FACE.width(said, 13)
    assert break_lines(said, FACE, 13, measure, balanced=True) == [first, said[len(first) + 1 :]]
