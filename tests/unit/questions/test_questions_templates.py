"""Templates: what they give, what they are refused, and where a mistake is said to be."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.model.deck import Deck
from samenspel.model.region import Count, Facts, RegionInfo
from samenspel.questions.context import context_of
from samenspel.questions.sandbox import TemplateMistakesError, fill_in


def deck(**facts: object) -> Deck:
    region = RegionInfo(
        name="Regio Noordkust",
        short="Noordkust",
        place="aan de Noordkust",
        kind="onderwijsregio",
        facts=Facts.model_validate(facts),
        words={"school": "opleiding", "scholen": "opleidingen"},
    )
    return Deck(
        title="Dek", subtitle="Onder", source="Boek", licence="CC", makers="Wij",
        edition="1", edition_code="1-noordkust-nl-abc123", language="nl",
        region=region, cards=(), labels={},
    )  # fmt: skip


def count(number: int) -> Count:
    return Count(value=number)


def fill(text: str, language: str = "nl", /, **facts: object) -> str:
    return fill_in(text, language, context_of(deck(**facts)))


def refused(text: str, **facts: object) -> list[tuple[str, str]]:
    with pytest.raises(TemplateMistakesError) as caught:
        fill(text, "nl", **facts)
    return [(mistake.code, mistake.remedy) for mistake in caught.value.found]


@pytest.mark.parametrize(
    ("text", "told", "remedy"),
    [
        ("{% if regio.gebied %}Wij", "{% if %}", "{% endif %}"),
        ("{% for p in regio.partners %}Wij", "{% for %}", "{% endfor %}"),
        ("{% einde %}", "{% einde %}", "{% endif %}"),
        ("{{ regio.kort", "{{ is opened", "}}"),
    ],
)
def test_what_is_not_closed_is_named_in_words_of_our_own(
    text: str, told: str, remedy: str
) -> None:
    with pytest.raises(TemplateMistakesError) as caught:
        fill(text)
    [mistake] = caught.value.found
    assert mistake.code == "template-syntax"
    assert told in mistake.message and "Jinja" not in mistake.message
    assert remedy in mistake.remedy


NB = "\u00a0"


@pytest.mark.parametrize(
    ("text", "facts", "result"),
    [
        ("niets", {}, "niets"),
        ("{{ regio.naam }} {{ regio.kort }} {{ regio.plek }}", {},
         "Regio Noordkust Noordkust aan de Noordkust"),
        ("{{ regio.vraagstuk }}", {"issue": "krimp"}, "krimp"),
        ("een {{ woord.school }}", {}, "een opleiding"),
        ("{{ editie }} {{ dek }}", {}, "1-noordkust-nl-abc123 Dek"),
        ("{{ regio.partners | opsomming }}", {"partners": ["a", "b", "c"]}, "a, b en c"),
        ("{{ regio.partners | opsomming }}", {"partners": ["a", "b"]}, "a en b"),
        ("{{ regio.partners | opsomming }}", {"partners": ["a"]}, "a"),
        ("[{{ regio.partners | opsomming }}]", {}, "[]"),
        ("{{ regio.partners | join(' · ') }}", {"partners": ["a", "b"]}, "a · b"),
        ("{{ regio.partners | length }}", {"partners": ["a", "b"]}, "2"),
        ("{{ regio.partners[1] }}", {"partners": ["a", "b"]}, "b"),
        ("{% for p in regio.partners %}{{ p }}{% if not loop.last %}; {% endif %}{% endfor %}",
         {"partners": ["a", "b"]}, "a; b"),
        ('{{ regio.scholen | aantal("school", "scholen") }}', {"schools": count(12)},
         f"12{NB}opleidingen"),
        ('{{ regio.scholen | aantal("school", "scholen") }}', {"schools": count(1)},
         f"één{NB}opleiding"),
        ('{{ regio.scholen | aantal("vak", "vakken") }}', {"schools": count(0)}, f"0{NB}vakken"),
        ('{{ regio.leerlingen | aantal("l", "ll") }}', {"students": count(23640)}, f"23.640{NB}ll"),
        ("{{ regio.leerlingen }} {{ regio.leerlingen - 1 }}", {"students": count(4870)},
         "4870 4869"),
        ("{% if regio.scholen %}ja{% else %}nee{% endif %}", {}, "nee"),
        ("{% if regio.scholen %}ja{% else %}nee{% endif %}", {"schools": count(3)}, "ja"),
        ("{{ 'ja' if regio.contact else 'nee' }}", {}, "nee"),
        ("{{ regio.scholen | default('veel') }}", {}, "veel"),
        ("{% if regio.scholen is defined and regio.scholen > 2 %}x{% endif %}", {}, ""),
        ("{{ woord.school | hoofdletter }}", {}, "Opleiding"),
        ("{{ 'ijsland' | hoofdletter }} {{ '’s avonds' | hoofdletter }}", {}, "IJsland ’s Avonds"),
        ("a{# uitleg #}b", {}, "ab"),
    ],
)  # fmt: skip
def test_what_templates_give(text: str, facts: dict[str, object], result: str) -> None:
    assert fill(text, "nl", **facts) == result


@pytest.mark.parametrize(
    ("language", "list_", "one", "many"),
    [
        ("nl", "a, b en c", f"één{NB}x", f"12.000{NB}y"),
        ("fy", "a, b en c", f"ien{NB}x", f"12.000{NB}y"),
        ("en", "a, b and c", f"one{NB}x", f"12,000{NB}y"),
        ("de", "a, b und c", f"1{NB}x", f"12.000{NB}y"),
        ("nl-be", "a, b en c", f"één{NB}x", f"12.000{NB}y"),
    ],
)
def test_filters_know_the_language(language: str, list_: str, one: str, many: str) -> None:
    assert fill("{{ regio.partners | opsomming }}", language, partners=["a", "b", "c"]) == list_
    text = '{{ regio.scholen | aantal("x", "y") }}'
    assert fill(text, language, schools=count(1)) == one
    assert fill(text, language, schools=count(12000)) == many


MISTAKES = [
    ("{{ regoi.naam }}", "template-unknown-variable", 'did you mean "regio"?'),
    ("{{ regio.schoolen }}", "template-unknown-attribute", 'did you mean "scholen"'),
    ("{{ woord.schol }}", "template-unknown-attribute", 'did you mean "school"'),
    ("{% if false %}{{ regoi }}{% endif %}", "template-unknown-variable", '"regio"'),
    ("{% if regio.scholen %}{{ regio.schoolen }}{% endif %}", "template-unknown-attribute",
     '"scholen"'),
    ("{{ regio.naam | hoofdleter }}", "template-unknown-filter", '"hoofdletter"'),
    ("{% if false %}{{ 1 | hoofdleter }}{% endif %}", "template-unknown-filter", '"hoofdletter"'),
    ("{% if regio.naam is gedefinieerd %}x{% endif %}", "template-unknown-test", "defined"),
    ("{{ regio.naam", "template-syntax", "close it with"),
    ("{% if regio.naam %}x", "template-syntax", "{% endif %}"),
    ("{% als %}", "template-syntax", "{% endif %}"),
    ("{{ }}", "template-syntax", "look for"),
    ("{ regio.naam }}", "template-left-over", "two braces"),
    ("{% raw %}{{ x }}{% endraw %}", "template-left-over", "two braces"),
    ("{{ regio.__class__ }}", "template-private-name", "attributes"),
    ("{{ ''.__class__.__mro__ }}", "template-private-name", "attributes"),
    ("{{ regio._values }}", "template-private-name", "attributes"),
    ("{{ regio['__class__'] }}", "template-not-allowed", "regio.naam"),
    ("{{ regio['naam'] }}", "template-not-allowed", "regio.naam"),
    ("{{ regio.naam.upper }}", "template-unknown-attribute", "only regio"),
    ("{{ regio.items }}", "template-unknown-attribute", "known"),
    ("{{ regio.naam | attr('__class__') }}", "template-unknown-filter", "known"),
    ("{{ cycler }}", "template-unknown-variable", "known"),
    ("{{ namespace }}", "template-unknown-variable", "known"),
    ("{{ self }}", "template-unknown-variable", "known"),
    ("{{ loop }}", "template-unknown-variable", "known"),
    ("{{ cycler('a') }}", "template-not-allowed", "filters"),
    ("{% for i in range(10**9) %}x{% endfor %}", "template-not-allowed", "filters"),
    ('{{ "a" * 10**9 }}', "template-not-allowed", "filters"),
    ("{{ 9**9**9 }}", "template-not-allowed", "filters"),
    ('{{ "%1000000000d" % 1 }}', "template-not-allowed", "filters"),
    ('{{ "%1000000000d" | format(1) }}', "template-unknown-filter", "known"),
    ('{{ "a" | center(1000000000) }}', "template-unknown-filter", "known"),
    ('{{ "a" | indent(1000000000) }}', "template-unknown-filter", "known"),
    ("{% set x = 1 %}", "template-not-allowed", "filters"),
    ("{% include 'x' %}", "template-not-allowed", "filters"),
    ("{% extends 'x' %}", "template-not-allowed", "filters"),
    ("{% import 'x' as y %}", "template-not-allowed", "filters"),
    ("{% macro x() %}{% endmacro %}", "template-not-allowed", "filters"),
    ("{% filter upper %}x{% endfilter %}", "template-not-allowed", "filters"),
    ("{{ [1, 2] }}", "template-not-allowed", "filters"),
    ("{% for a in regio.partners %}{% for b in regio.partners %}x{% endfor %}{% endfor %}",
     "template-not-allowed", "filters"),
    ("{% for a in regio.partners recursive %}{{ a }}{% endfor %}", "template-not-allowed",
     "filters"),
    ("{{ regio }}", "template-failed", "value"),
    ("{{ 'a' ~ regio }}", "template-failed", "value"),
    ("{{ regio.partners }}", "template-failed", "value"),
    ("{{ 'a' ~ regio.partners }}", "template-failed", "value"),
    ("{{ none }}", "template-failed", "value"),
    ("{{ true }}", "template-failed", "value"),
    ("{{ regio.naam | opsomming }}", "template-failed", "value"),
    ('{{ regio.naam | aantal("a", "b") }}', "template-failed", "value"),
    ("{{ regio.naam | aantal }}", "template-failed", "compare"),
    ("{{ regio.naam - 1 }}", "template-failed", "compare"),
    ("{{ regio.partners[5] }}", "template-failed", "check"),
    ("{{ 1 if 1 is divisibleby(0) else 2 }}", "template-failed", "compare"),
    ("{{ regio.scholen }}", "template-absent-fact", "{% if regio.scholen %}"),
    ('{{ regio.scholen | aantal("a", "b") }}', "template-absent-fact", "{% if regio.scholen %}"),
    ("{% if regio.scholen > 3 %}x{% endif %}", "template-absent-fact", "regio.scholen"),
    ("{{ regio.contact }}", "template-absent-fact", "{% if regio.contact %}"),
    ("{{ " + "(" * 1500 + "1" + ")" * 1500 + " }}", "template-too-complex", "simpler"),
    ("{{ " + "1+(" * 100 + "1" + ")" * 100 + " }}", "template-too-complex", ""),
    ("{{ 1" + "+1" * 900 + " }}", "template-too-complex", ""),
    ("{{ x }}" + "a" * 5000, "template-too-long", "shorten"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "remedy"), MISTAKES)
def test_each_mistake_is_told_once_and_at_once(text: str, code: str, remedy: str) -> None:
    started = time.process_time()
    found = refused(text)
    assert time.process_time() - started < 2
    assert [got for got, _ in found] == [code]
    assert remedy in found[0][1]


def test_output_is_bounded() -> None:
    partners = ["a" * 100] * 100
    loop = "{% for p in regio.partners %}{{ p }}{% endfor %}"
    assert refused(loop, partners=partners)[0][0] == "template-failed"
    joined = "{{ regio.partners | opsomming }}"
    assert refused(joined, partners=partners)[0][0] == "template-failed"
    blown = "{{ 'aaaa' | upper ~ regio.partners | join('b' * 3) }}"
    assert refused(blown, partners=partners)[0][0] == "template-not-allowed"


def test_all_mistakes_of_a_text_are_told() -> None:
    codes = [code for code, _ in refused("{{ regoi }} {{ regio.nam }} {{ 1 | x }}")]
    assert sorted(codes) == [
        "template-unknown-attribute",
        "template-unknown-filter",
        "template-unknown-variable",
    ]


pieces = st.sampled_from(
    ["{{ ", " }}", "{% if ", " %}", "{% endif %}", "{% for p in ", "{% endfor %}", "regio", ".naam",
     "regio.partners", "woord", ".school", " | ", "opsomming", "join", "(", ")", "'x'", "1", " + ",
     " ~ ", " * ", "__class__", ".", "[", "]", "loop", "not ", " in ", " is ", "defined", "x", "\n"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(pieces, max_size=12).map("".join))
def test_any_template_gives_a_text_or_a_mistake(text: str) -> None:
    try:
        made = fill(text, partners=["a", "b"])
    except TemplateMistakesError as error:
        assert error.found and all(m.code.startswith("template-") for m in error.found)
    else:
        assert isinstance(made, str)


def test_the_context_cannot_be_changed() -> None:
    regio = context_of(deck())["regio"]
    with pytest.raises(AttributeError):
        regio.naam = "anders"
    with pytest.raises(TypeError):
        regio["naam"] = "anders"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 школа"), (3, "3 школи"), (5, "5 шкіл"), (21, "21 школа"), (23640, "23 640 шкіл")],
)
def test_nouns_take_the_forms_that_a_language_has(number: int, said: str) -> None:
    text = '{{ regio.scholen | aantal("школа", "шкіл", few="школи") }}'
    assert fill(text, "uk", schools=count(number)).replace(NB, " ") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "1 oktober 2026"),
        ("en", "1 October 2026"),
        ("de", "1. Oktober 2026"),
        ("fy", "1 Oktober 2026"),
        ("uk", "1 жовтня 2026 р."),
        ("xx", "1 October 2026"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    facts = {
        "schools": Count(value=1, date="2026-10-01"),
        "boards": Count(value=1, date="2026-08-31"),
    }
    made = fill("{{ regio.peildatum }}", language, **facts)
    assert made == said.replace(" ", NB)  # on one line


def test_a_region_that_did_not_count_gives_no_day() -> None:
    assert refused("{{ regio.peildatum }}", schools=count(3))[0][0] == "template-absent-fact"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ 0x" + "f" * 3900 + " }}", "template-not-allowed"),
        ("{{ 1e999 }}", "template-not-allowed"),
        ("{{ 5 | round(999999999, 'ceil') }}", "template-failed"),
        ("{% for loop in regio.partners %}{{ loop }}{% endfor %}", "template-not-allowed"),
        ("{% for c in '" + "a" * 3500 + "' %}" + "{% if c is in 'b' %}x{% endif %}" * 8
         + "{% endfor %}", "template-too-complex"),
        ("{{ regio.naam | upper(3) }}", "template-failed"),
        ("{{ 3 | steps of a loop }}", "template-syntax"),
    ],
)  # fmt: skip
def test_numbers_without_end_and_work_without_end_are_refused(text: str, code: str) -> None:
    started = time.process_time()
    with pytest.raises(TemplateMistakesError) as caught:
        fill(text, "nl")
    assert time.process_time() - started < 2
    assert [mistake.code for mistake in caught.value.found] == [code]
    for odd in ("object", "0x7", "<", "make_filters", "samenspel."):
        assert odd not in str(caught.value)
