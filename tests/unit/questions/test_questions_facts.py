"""What a region really is, as templates read it: roles, tables, counts of any name, contact."""

from __future__ import annotations

from typing import Any

import pytest

from samenspel.model.deck import Deck
from samenspel.model.region import Contact, Facts, RegionInfo
from samenspel.questions.context import context_of
from samenspel.questions.sandbox import TemplateMistakesError, fill_in

FACTS = {
    "partners": [
        "Zilt",
        {"name": "gemeente Slik", "role": "gemeente"},
        {"name": "gemeente Duin", "role": "Gemeente"},
        {"name": "Werf", "role": "bedrijf"},
    ],
    "tables": [
        {"name": "bestuurlijke tafel", "seats": ["po", "vo", "gemeente"]},
        {"name": "werktafel", "seats": ["ouders"]},
    ],
    "example": "de boot van kwart over zes",
    "territory": "de kust",
    "counts": {
        "eilanden": {"value": 4, "date": "2026-10-01", "source": "de kaart"},
        "besturen": {"value": 12000},
    },
}


def fill(text: str, facts: dict[str, Any] = FACTS, **said: Any) -> str:
    names = {"name": "Kust", "short": "Kust", "place": "aan de kust", "kind": "eiland"}
    region = RegionInfo.model_validate({**names, "facts": facts, **said})
    deck = Deck(
        title="Dek", subtitle="", source="", licence="", makers="", edition="1", edition_code="1",
        language="nl", region=region, cards=(), labels={},
    )  # fmt: skip
    return fill_in(text, "nl", context_of(deck)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ regio.partners | opsomming }}", "Zilt, gemeente Slik, gemeente Duin en Werf"),
        ('{{ regio.partners | met_rol("gemeente") | opsomming }}',
         "gemeente Slik en gemeente Duin"),
        ('{{ regio.partners | met_rol("zorg") | length }}', "0"),
        ("{{ regio.tafels | opsomming }}", "bestuurlijke tafel en werktafel"),
        ("{{ regio.tafels[0] | leden | opsomming }}", "po, vo en gemeente"),
        ("{% for tafel in regio.tafels %}{{ tafel }}: {{ tafel | leden | length }}. {% endfor %}",
         "bestuurlijke tafel: 3. werktafel: 1. "),
        ('{{ regio.eilanden | aantal("eiland", "eilanden") }} ({{ regio.eilanden | bron }})',
         "4 eilanden (de kaart)"),
        ("{{ regio.eilanden | datum }}", "1 oktober 2026"),
        ("{{ regio.eilanden | voluit }}, {{ regio.besturen | voluit }}", "vier, 12.000"),
        ("{{ reminders | voluit }}", "0"),
        ("{% if regio.besturen | datum %}x{% else %}geen dag{% endif %}", "geen dag"),
        ("{{ regio.besturen }}", "12.000"),
        ("{% if regio.scholen %}x{% else %}geen{% endif %}", "geen"),
        ("{{ regio.voorbeeld }} {{ regio.gebied }}", "de boot van kwart over zes de kust"),
    ],
)  # fmt: skip
def test_what_templates_read(text: str, result: str) -> None:
    assert fill(text) == result


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ regio.eilandn }}", "template-unknown-attribute"),
        ("{{ regio.gebied }}", "template-absent-fact"),
        ("{{ regio.tafels[0] | leden }}", "template-failed"),
        ("{{ regio.naam | leden | opsomming }}", "template-failed"),
        ("{{ regio.naam | bron }}", "template-failed"),
        ("{{ regio.naam | datum }}", "template-failed"),
        ("{{ regio.naam | voluit }}", "template-failed"),
        ("{{ regio.scholen | datum }}", "template-absent-fact"),
        ('{{ regio.naam | met_rol("po") }}', "template-failed"),
        ("{% for p in regio.partners %}{{ p.role }}{% endfor %}", "template-unknown-attribute"),
    ],
)
def test_what_templates_are_refused(text: str, code: str) -> None:
    facts = {**FACTS, "territory": None}
    with pytest.raises(TemplateMistakesError) as caught:
        fill(text, facts)
    assert [mistake.code for mistake in caught.value.found] == [code]


def test_contact_is_a_function_and_an_address_or_both_in_one() -> None:
    apart = {"function": "Coördinator", "address": "bureau@kust.example"}
    for contact in (apart, "Coördinator, bureau@kust.example"):
        assert fill("{{ regio.contact }}", contact=contact) == "Coördinator, bureau@kust.example"
    assert Contact(function="Bureau").line == "Bureau"


def test_facts_stand_up_to_being_written_and_read_again() -> None:
    facts = Facts.model_validate(FACTS)
    assert Facts.model_validate(facts.model_dump(by_alias=True)) == facts
