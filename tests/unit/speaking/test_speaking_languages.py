"""Texts in a reader's language, and which language that is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from samenspel.saying import counted, say
from samenspel.speaking import chosen_language, languages, spoken
from samenspel.speaking.choosing import VARIABLE, language_of, system_languages


def test_english_is_what_it_was() -> None:
    said = say('there is no card "{text}"', text="x")
    assert spoken(said, "en") is said


def test_a_text_is_said_in_dutch_with_its_values() -> None:
    assert spoken(say('there is no card "{text}"', text="x"), "nl") == 'er is geen kaart "x"'


def test_a_text_without_values_needs_no_say() -> None:
    assert spoken("nothing is filled in", "nl") == "er is niets ingevuld"


def test_values_that_are_texts_are_translated_and_names_are_not() -> None:
    near = say("did you mean {names}?", names="region")
    assert spoken(say("add it to languages: ({near})", near=near), "nl") == (
        "zet die taal bij languages: (bedoel je region?)"
    )
    assert spoken(say("the file {what}", what="is not a file"), "nl") == (
        "het bestand is geen bestand"
    )


@pytest.mark.parametrize(("count", "said"), [(1, "1 fout"), (2, "2 fouten"), (0, "0 fouten")])
def test_the_form_follows_the_language_s_own_rule(count: int, said: str) -> None:
    assert spoken(counted("1 mistake", "{count} mistakes", count=count), "nl") == said


def test_numbers_have_a_decimal_comma_in_dutch() -> None:
    said = say("the margin lies in the safe zone ({margin:g} < {safe:g} mm)", margin=2.5, safe=4.0)
    assert "(2,5 < 4 mm)" in spoken(said, "nl")


def test_what_has_no_translation_stays_english_with_its_parts_translated() -> None:
    said = say("{what} #{number}", what=say("page {page}", page=3), number=1)
    assert spoken(said, "nl") == "pagina 3 #1"


@pytest.mark.parametrize(
    ("name", "language"),
    [("nl_NL.UTF-8", "nl"), ("nl-BE", "nl"), ("C", "c"), ("en_GB@euro", "en"), ("", "")],
)
def test_a_locale_s_language(name: str, language: str) -> None:
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("environ", "wishes"),
    [
        ({"LANG": "nl_NL.UTF-8"}, ["nl_NL.UTF-8"]),
        ({"LANG": "nl_NL", "LC_ALL": "de_DE"}, ["de_DE"]),
        ({"LANG": "nl_NL", "LANGUAGE": "fy:nl"}, ["fy", "nl", "nl_NL"]),
        ({"LANG": "C", "LANGUAGE": "nl"}, ["C"]),
    ],
)
def test_the_system_s_languages(environ: Mapping[str, str], wishes: list[str]) -> None:
    assert list(system_languages(environ)) == wishes


def test_what_is_asked_goes_before_the_project_and_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv(VARIABLE)
    assert chosen_language() == "nl"
    assert chosen_language(project="en") == "en"
    monkeypatch.setenv(VARIABLE, "en")
    assert chosen_language(project="nl") == "en"
    assert chosen_language("nl", project="en") == "nl"
    assert chosen_language("xx", project="yy") == "en"


def test_samenspel_speaks_english_and_dutch() -> None:
    assert languages() == ("en", "nl")
