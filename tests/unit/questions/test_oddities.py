"""What stands in a text by accident is reported, and what is meant is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import ROOT, change, opened, tiny_project

from samenspel.loading import open_project, select
from samenspel.offer import languages_of
from samenspel.questions import clean, odd_texts, render
from samenspel.questions.oddities import literal_marks, oddities


def codes(text: str, language: str = "nl", *, named: bool = False) -> list[str]:
    return [one.code for one in oddities(text, language, named=named)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zie <b>html</b> &amp; meer", "text-html"),
        ('<a href="x">daar</a>', "text-html"),
        ("in { regio.naam } en verder", "text-brace"),
        ("om\u202eekard", "text-invisible"),
        ("lees\ufeffmeer", "text-invisible"),
        ("naam\u200dloos", "text-invisible"),
        ("pas\u200bpoort", "text-invisible"),
        ("pas\u2060poort", "text-invisible"),
        ("pas\u034fpoort", "text-invisible"),
        ("pas\ufe0fpoort", "text-invisible"),
        ("pas\u3164poort", "text-invisible"),
        ("een\u2028regel", "text-invisible"),
        ("рaspoort", "text-look-alike"),
        ("Ооос is een rare naam", "text-look-alike"),
        ("cafÃ© De Brug", "text-garbled"),
        ("zij zei â€œjaâ€", "text-garbled"),
        ("caf\ufffd De Brug", "text-garbled"),
        ("# Een kop", "text-mark-literal"),
        ("zie [hier](https://x.example)", "text-mark-literal"),
        ("dit is __vet__ zo", "text-mark-literal"),
        ("dit is _schuin_.", "text-mark-literal"),
        ("dit is ~~weg~~", "text-mark-literal"),
        ("dit is `code`", "text-mark-literal"),
        ("dit is **niet dicht", "text-mark-literal"),
        ("dit is niet** open", "text-mark-literal"),
        ("**een** en **twee", "text-mark-literal"),
        ("> een citaat", "text-mark-literal"),
        ("| a | b |", "text-mark-literal"),
        ("- [ ] doen", "text-mark-literal"),
        ("van %naam% en meer", "text-placeholder"),
        ("[naam van de school] doet mee", "text-placeholder"),
        ("vraag het [datum]", "text-placeholder"),
        ("<naam> doet mee", "text-placeholder"),
        ("bel XXX of Jan", "text-placeholder"),
        ("in «Naam_school» en", "text-placeholder"),
        ("TODO: kern", "text-placeholder"),
        ("Lorem ipsum dolor", "text-placeholder"),
        ("\u0301een", "text-accent-lone"),
        ("caf \u0301e", "text-accent-lone"),
        ("(\u0308ie)", "text-accent-lone"),
    ],
)
def test_an_accident_has_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "dit is **dicht** en *schuin*", "2 ** 3 en a * b", r"\*\*zo\*\*", "**Let op:** zo",
        "3 < 4 en 5 > 2", "R&D & zo", "{{ x }}", "samen\u00adwerking", "een/\u200btwee",
        "kijk op www.mijn\u200bregio.example of mail naar info@mijn\u200bregio.example",
        "hart ❤\ufe0f", "{a, b}", "[x] is af", "leerling[e] en zo", "zo [sic] gezegd",
        "[nl] tekst", "20% van 30% is",
        "q\u0303 en m\u0304", "5 tot 10% meer of 3% minder", "Xander en XX",
        "#samen", "Señor Ångström",
        "naam ______ en datum ______",
        "een_naam_zo@x.example", "x.example/_map_/een", "сор en рост, niets anders: Привет",
        "Привет allemaal", "α en β", "“Zo is het.”", "AT&T; Jansen",
    ],
)  # fmt: skip
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_a_name_has_no_quotes() -> None:
    assert codes("‘Rijn’", named=True) == ["text-quoted"]
    assert codes("‘Rijn’") == []
    for name in ("„Rhein“", "”Rijn”", "«Rhin»", "»Rhein«", "`Rijn`", "“Foto’s”"):
        assert "text-quoted" in codes(name, named=True), name
    for name in ("’t Gooi", "‘Samen’ en ‘apart’", "het ‘Gooi’"):
        assert codes(name, named=True) == [], name


def test_titles_and_names_are_told_of_their_quotes(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "place: ", "place: ‘aan zee’ # ")
    change(folder, "cards/nl/01-luister-eerst.yaml", "title: ", "title: “Luister eerst” # ")
    deck = render(select(open_project(folder, folder), "noordkust", "nl"))
    told = {one.key for one in odd_texts(deck) if one.code == "text-quoted"}
    assert told == {"place", "title"}


def test_scripts_that_need_joiners_have_them_but_no_overrides() -> None:
    assert codes("می\u200cخواهم", "fa") == []
    assert codes("\u2067שלום\u2069", "he") == []
    assert codes("שלום\u202e", "he") == ["text-invisible"]
    assert codes("ภาษา\u200bไทย", "th") == []


def test_the_place_is_named(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, "cards/nl/01-luister-eerst.yaml", "Wat hoor jij?", "Wat hoor <i>jij</i>?")
    [found] = odd_texts(render(select(opened(folder), "basis", "nl")))
    assert (found.code, found.key) == ("text-html", "questions[1]")
    assert str(found.location) == "cards/nl/01-luister-eerst.yaml:10"


def test_the_built_in_deck_has_none() -> None:
    project = open_project(ROOT, ROOT)
    for region in project.regions:
        for language in languages_of(project, region):
            assert odd_texts(render(select(project, region, language))) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\ufb01jn en o\ufb03cieel", "fijn en officieel"),
        ("ＡＢＣ", "ABC"),
        ("t\u2010shirt", "t-shirt"),
        ("5\u2011jarig", "5-\u2060jarig"),
        ("x\u2009y", "x y"),
        ("H₂O en m²", "H₂O en m²"),
        ("½ taart…", "½ taart…"),
        ("J. P. Kok", "J.\u00a0P.\u00a0Kok"),
        ("dr. Kok en drs. Bos", "dr.\u00a0Kok en drs.\u00a0Bos"),
        ("12 maart", "12\u00a0maart"),
        ("12 maarten", "12 maarten"),
    ],
)
def test_shapes_are_folded_and_names_stay_together(typed: str, printed: str) -> None:
    assert clean(typed) == printed
    assert clean(clean(typed)) == clean(typed)


@pytest.mark.parametrize(
    "text", ["- Een streep", "• Een stip", "* Een ster"]
)
def test_a_mark_that_is_printed_as_typed_is_reported(text: str) -> None:
    assert [one.code for one in literal_marks(text)] == ["text-mark-literal"]


@pytest.mark.parametrize(
    "text", ["5 * 3 * 2", "–", "Wie – ooit – dat zei", "-10 graden", "een * voetnoot", "a*b*c",
             "Dit is **heel** vet", "- een\n- twee"]
)
def test_what_only_looks_like_a_mark_is_left_alone(text: str) -> None:
    assert not list(literal_marks(text))


def test_a_drawing_in_a_line_is_nothing_to_fill_in(tmp_path: Path) -> None:
    """And a name that stands for no drawing is."""
    folder = tiny_project(tmp_path)
    change(folder, "cards/nl/01-luister-eerst.yaml", "core: ", "core: Zo <relatie> en <naam>. # ")
    found = odd_texts(render(select(open_project(folder, ROOT), "basis", "nl")))
    assert [(one.code, "<naam>" in one.message) for one in found] == [("text-placeholder", True)]


def test_an_accident_in_a_fact_is_told_at_the_fact_alone(tmp_path: Path) -> None:
    """The cards that it is filled in are right; a text with an accident of its own is told too."""
    folder = tiny_project(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "place: aan de Noordkust",
           "place: aan { de } <b>kust</b>")  # fmt: skip
    change(folder, "cards/nl/01-luister-eerst.yaml", "core: Wie", "core: <i>Wie</i> hier")
    found = odd_texts(render(select(open_project(folder, ROOT), "noordkust", "nl")))
    assert [(one.code, one.location and one.location.file, one.key) for one in found] == [
        ("text-html", "cards/nl/01-luister-eerst.yaml", "core"),
        ("text-html", "cards/regions/noordkust.yaml", "place"),
        ("text-brace", "cards/regions/noordkust.yaml", "place"),
    ]


def test_quotes_around_a_word_that_is_filled_in_are_told(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "school: opleiding", "school: “opleiding”")
    change(folder, "cards/regions/noordkust.yaml", "[Zilt,", "['‘Zilt’',")
    found = odd_texts(render(select(open_project(folder, ROOT), "noordkust", "nl")))
    told = {(one.code, one.key) for one in found if one.location and "noord" in str(one.location)}
    assert told == {("text-quoted", "words.school"), ("text-quoted", "facts.partners[1].name")}
