"""Typographer's marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.questions import clean
from samenspel.questions.filters import capitalised, enumeration
from samenspel.questions.tongues import TONGUES, tongue

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("  een   twee\n drie\t", "een twee drie"),
        ("Wacht...", "Wacht…"),
        ("ja - nee", "ja – nee"),
        ("ja -- nee", "ja – nee"),
        ("ad-hoc, 3-4, -1", "ad-hoc, 3-4, -1"),
        ('Zeg "ja" en "nee".', "Zeg “ja” en “nee”."),
        ('("ja")', "(“ja”)"),
        ("zeg 'ja'.", "zeg ‘ja’."),
        ("zeg 'ja, en nee'!", "zeg ‘ja, en nee’!"),
        ("'s avonds en 's ochtends", "’s avonds en ’s ochtends"),
        ("in 't Gooi, zo'n huis, foto's", "in ’t Gooi, zo’n huis, foto’s"),
        ("hij zei: 'dat is zo'n dag'", "hij zei: ‘dat is zo’n dag’"),
        ("in de jaren '90", "in de jaren ’90"),
        ("de scholen' plein", "de scholen’ plein"),
        ("‘al goed’ en ’s avonds", "‘al goed’ en ’s avonds"),
        ("15 minuten, 1 uur, 5 %, 20 jaar", f"15{NB}minuten, 1{NB}uur, 5{NB}%, 20{NB}jaar"),
        ("€ 5 en 5 €", f"€{NB}5 en 5{NB}€"),
        ("4 kaarten", "4 kaarten"),
        ("5 maandenlang", "5 maandenlang"),
        ("cafe\u0301", "café"),
        ("mail naar a@b.example", "mail naar a@b.example"),
    ],
)
def test_dutch(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_other_languages() -> None:
    assert clean("say \"yes\" to 'us'", "en") == "say “yes” to ‘us’"
    assert clean("don't", "en") == "don’t"
    assert clean("sag \"ja\" zu 'uns'", "de") == "sag „ja“ zu ‚uns‘"
    assert clean("it is 'wier'", "fy") == "it is ‘wier’"
    assert clean('Школа "Ґанок"', "uk") == "Школа «Ґанок»"
    assert clean("z. B. so, d. h. anders", "de") == f"z.{NB}B. so, d.{NB}h. anders"
    assert clean("Pourquoi ? « Oui »", "fr") == f"Pourquoi{NB}? «{NB}Oui{NB}»"


typing = st.text(alphabet="ab1 sn't\"'.-–…’‘“”„‚\n\u00a0€%é", max_size=30)


@given(typing, st.sampled_from(sorted(TONGUES)))
def test_cleaning_twice_is_cleaning_once(text: str, language: str) -> None:
    once = clean(text, language)
    assert clean(once, language) == once


@given(st.text(max_size=40))
def test_cleaned_texts_are_composed_and_on_one_line(text: str) -> None:
    made = clean(text)
    assert unicodedata.is_normalized("NFC", made)
    assert not set(made) & set("\n\r\t\"'\u2028\u2029")
    assert "  " not in made and "..." not in made


@given(st.lists(st.text(alphabet="abc", min_size=1), max_size=6))
def test_an_enumeration_holds_every_item(items: list[str]) -> None:
    made = enumeration(items, tongue("nl"))
    assert made.replace(" en ", ", ") == ", ".join(items)


@pytest.mark.parametrize(
    ("language", "typed", "made"),
    [
        ("nl", "ijs", "IJs"),
        ("tr", "izmir", "İzmir"),
        ("en", "ijs", "Ijs"),
        ("nl", "‘stil’", "‘Stil’"),
        ("nl", "’t is zo", "’t Is zo"),
        ("nl", "épée", "Épée"),
        ("nl", "", ""),
        ("nl", "…", "…"),
        ("nl", "3 dagen", "3 dagen"),
    ],
)
def test_capitals(language: str, typed: str, made: str) -> None:
    assert capitalised(typed, tongue(language)) == made


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("baby´s", "baby’s"), ("foto`s", "foto’s"), ("Zo\u02bcn", "Zo’n"), ("zo\u02b9n", "zo’n"),
        ("п\u02bcять", "п\u02bcять"),
    ],
)  # fmt: skip
def test_an_accent_between_letters_is_an_apostrophe(typed: str, printed: str) -> None:
    assert clean(typed) == printed
