"""Small decks made in code, for tests that need no files but fonts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from samenspel.diagnostics import Location
from samenspel.kinds import Library
from samenspel.layers.shapes import SHEET_WORDS
from samenspel.layout.cards import art_names, format_layout
from samenspel.layout.format_layout import FormatLayout
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.kind import ConditionModel
from samenspel.model.region import RegionInfo
from samenspel.model.shape import card_of
from samenspel.model.style import ConditionStyle, Format, Theme, TypeSize

ROOT = Path(__file__).resolve().parent.parent
FONTS = {
    "display": "BricolageGrotesque-ExtraBold.ttf",
    "heading": "BricolageGrotesque-Bold.ttf",
    "text": "AtkinsonHyperlegibleNext-Regular.ttf",
    "text-italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "text-semibold": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "text-bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "text-extrabold": "AtkinsonHyperlegibleNext-ExtraBold.ttf",
    "text-semibold-italic": "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
    "text-bold-italic": "AtkinsonHyperlegibleNext-BoldItalic.ttf",
}
FONT_BYTES = {role: (ROOT / "assets" / "fonts" / name).read_bytes() for role, name in FONTS.items()}
LABELS = {
    "reminder": "Reminder",
    "condition": "Conditie",
    "conditions": "Condities",
    "warning": "Let op als",
    "of": "van",
    "sheet": "vel",
    "front": "voorkant",
    "back": "achterkant",
    "source": "Bron",
}


def sheet_words(language: str) -> dict[str, str]:
    """What the built-in deck says in a language to who prints its sheets."""
    said = yaml.safe_load((ROOT / "cards" / language / "labels.yaml").read_text("utf-8"))
    return {key: said[key] for key in SHEET_WORDS}


LABELS |= sheet_words("nl")
LIBRARY = Library()
CONDITION_SET = LIBRARY.set("conditions")
assert CONDITION_SET is not None
CONDITIONS = tuple(CONDITION_SET.choices)
STYLE = ConditionStyle(Ink(0, 24, 95, 0), Ink(0, 10, 38, 0), Ink(8, 64, 100, 34), BLACK)
THEME = Theme(
    name="test",
    paper_tint=Ink(0, 1, 4, 0),
    accent=Ink(0, 72, 68, 2),
    conditions={
        name: STYLE if name != "organisatie" else ConditionStyle(*([Ink(96, 76, 0, 0)] * 3), PAPER)
        for name in CONDITIONS
    },
    palette={},
    screen={},
    fonts=FONTS,
)
A6 = Format(
    name="a6",
    title="A6",
    width=105,
    height=148,
    bleed=3,
    safe=4,
    radius=4,
    margin=8,
    type={
        "title": TypeSize(25, 18, 1.02),
        "core": TypeSize(12.5, 10.5, 1.26),
        "question": TypeSize(13.5, 11.5, 1.2),
        "text": TypeSize(10, 9, 1.35),
        "label": TypeSize(8.5, 8, 1.2),
        "furniture": TypeSize(7.5, 7, 1.2),
    },
)


def made_card(kind: str, **values: Any) -> Card:
    """A card of a built-in kind."""
    spec = LIBRARY.kind(kind)
    assert spec is not None
    return card_of(spec, values)


REMINDER = made_card(
    "reminder",
    id="proef",
    title="Blijf bij de proef",
    core="Een zin die laat zien waar het over gaat.",
    text="Dinsdagavond in de aula is de koffie al koud als iemand vraagt wat we hier doen.",
    conditions=["belangen", "organisatie"],
    questions=[
        "Wat kom jij hier halen?",
        "Wat laten wij samen liggen?",
        "Wie belt morgen de overburen?",
    ],
)
BLANK = made_card(
    "blank",
    id="leeg",
    title="Schrijf zelf",
    core="Wat moeten jullie elkaar zeggen?",
    hint="Kort genoeg om te onthouden.",
    fields=[{"label": "Onze reminder", "lines": 2}],
    questions_hint=["Over jou:", "Over ons:", "Over morgen:"],
)


def condition_cards() -> list[Card]:
    """The five conditions with short texts."""
    return [
        made_card(
            "condition",
            id=name,
            condition=name,
            title=name.capitalize(),
            core="We weten waarvoor we komen en zeggen dat ook.",
            text="Een ambitie aan de muur heeft nog niemand in beweging gebracht.",
            questions=["Waarvoor doen we dit echt?", "Wat levert het op?"],
            warning="iedereen voor is en niemand begint.",
        )
        for name in CONDITIONS
    ]


def deck_of(*cards: Card, logo: str | None = None) -> Deck:
    """A Dutch deck of these cards and the five conditions."""
    region = RegionInfo(
        id="proefstad",
        name="Proefstad",
        short="Proefstad",
        place="in Proefstad",
        kind="onderwijsregio",
        logo=logo,
    )
    everything = (*cards, *condition_cards())
    sources = {(card.id,): Location(f"cards/nl/{card.id}.yaml", 1) for card in everything}
    sources[("proef", "title")] = Location("cards/nl/proef.yaml", 7)
    return Deck(
        title="Samenspel",
        subtitle="Een proefdek",
        edition="2026.1",
        edition_code="2026.1-proefstad-nl-abcdef",
        language="nl",
        source="Een boek",
        licence="CC BY 4.0",
        makers="de makers",
        region=region,
        cards=everything,
        labels=LABELS,
        sources=sources,
        sets={"conditions": CONDITION_SET},
        model=ConditionModel(CONDITION_SET, "cartoons/poster-midden.svg"),
    )


def layout_of(
    *cards: Card, format_: Format = A6, theme: Theme = THEME, logo: str | None = None
) -> FormatLayout:
    """A layout of these cards, with square art of 100 units."""
    deck = deck_of(*cards, logo=logo)
    art = {name: ArtSize(name, 100, 100, True) for name in art_names(deck, {})}
    if logo:
        art[logo] = ArtSize(logo, 400, 100, True)
    return format_layout(deck, format_, theme, FONT_BYTES, art, {})
