"""Furniture measures what it really says: many cards, long names, long labels, long addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decks import LABELS, REMINDER, layout_of, made_card
from tests.projects import builtin

from samenspel.layout.cards import laid_card, laid_cards
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.furniture import Margins
from samenspel.layout.parts.ring import _Ring
from samenspel.layout.verify import verify
from samenspel.layout.wording import Wording
from samenspel.model.cards import Card
from samenspel.model.frame import Box, Placement, TextRun
from samenspel.model.region import Contact
from samenspel.model.sheet import SheetPlan, SheetSide, Slot
from samenspel.presets import format_named, names

PROJECT = builtin()
FORMATS = [format_named(PROJECT, name) for name in names(PROJECT, "formats")]
WORDS = st.lists(
    st.sampled_from(["samen", "verantwoordelijkheid", "onderwijsregio", "en", "groei", "Noord"]),
    min_size=1,
    max_size=6,
).map(" ".join)
COVER = made_card(
    "cover", id="titel", title="Samenspel", subtitle="Dek", core="Kern", text="Welkom."
)
AGREEMENT = made_card(
    "agreement",
    id="afspraak",
    title="Afspraak",
    core="Wat spreken we af?",
    fields=[{"label": "Wie", "lines": 1}, {"label": "Wat", "lines": 3}],
    tip="Schrijf het op.",
)

MODEL = made_card(
    "model",
    id="model",
    title="Het model",
    core="Zo hangt het samen.",
    centre="Samen",
    poster_title="Poster",
    poster_core="Kern",
)


def problems_on(layout: FormatLayout, card: Card) -> list[str]:
    laid = laid_card(layout, card)
    found = [one for page in laid for one in page.problems]
    found += [one for page in laid for one in verify(page.frame, layout.deck)]
    return [str(one) for one in found]


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 300), st.sampled_from(FORMATS), st.booleans())
def test_any_number_of_reminders_is_counted_in_place(number, shape, logo) -> None:
    cards = [replace(REMINDER, id=f"r{n}") for n in range(1, number + 1)]
    layout = layout_of(*cards, format_=shape, logo="logos/x.svg" if logo else None)
    assert problems_on(layout, cards[-1]) == []


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(FORMATS), WORDS, WORDS, WORDS, st.booleans())
def test_long_furniture_stays_on_the_page(shape, title, label, other, logo) -> None:
    layout = layout_of(
        REMINDER, COVER, AGREEMENT, format_=shape, logo="logos/x.svg" if logo else None
    )
    labels = {**LABELS, "reminder": label, "of": other, "conditions": label, "warning": other}
    deck = replace(layout.deck, title=title, labels=labels)
    layout = replace(layout, deck=deck)
    for card in (REMINDER, COVER, AGREEMENT, deck.cards[-1]):
        # Questions stand at a fixed place: where a label of many lines leaves the story above them
        # no room, that is reported, and nothing lies on anything.
        found = [one for one in problems_on(layout, card) if "design-area-empty" not in one]
        assert found == []


ADDRESSES = [
    "coordinator@onderwijsregio-zuidwest-veluwe-en-omstreken.nl",
    "https://www.onderwijsregio-zuidwest.nl/samenspel/contact?kaart=samen-aan-zet&deel=3",
    "post@stad.nl",
]


@pytest.mark.parametrize("shape", FORMATS, ids=lambda shape: shape.name)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_long_address_breaks_where_nobody_types_a_hyphen(address, shape) -> None:
    layout = layout_of(COVER, format_=shape)
    contact = Contact(function="Coördinator van de onderwijsregio", address=address)
    region = layout.deck.region.model_copy(update={"contact": contact})
    layout = replace(layout, deck=replace(layout.deck, region=region))
    assert problems_on(layout, COVER) == []
    back = laid_cards(layout).pages[1].frame
    runs = [item for item in back.items if isinstance(item, TextRun) and item.role == "contact"]
    assert "".join(run.text for run in runs).replace(" ", "").endswith(address)
    assert {run.source[:2] for run in runs} == {("@region", "contact")}


@pytest.mark.parametrize("shape", FORMATS, ids=lambda shape: shape.name)
@pytest.mark.parametrize("count", range(3, 9))
def test_the_ring_leaves_every_name_its_room(count, shape) -> None:
    layout = layout_of(MODEL, format_=shape)
    five = list(layout.deck.cards[1:])
    more = [*five, *(replace(five[n], id=f"meer-{n}") for n in range(3))][:count]
    layout = replace(layout, deck=replace(layout.deck, cards=(MODEL, *more)))
    front = laid_card(layout, MODEL)[0]
    assert [str(one) for one in verify(front.frame, layout.deck)] == []


def test_furniture_that_has_just_its_room_is_not_made_smaller() -> None:
    layout, words = layout_of(REMINDER), Wording("Samenspel voor de onderwijsregio")
    sizes = layout.type("furniture")
    for size in (sizes.design, sizes.minimum):
        room = layout.face("text-semibold").width(words.text, size)
        block = layout.small(words, room)
        assert (block.size, len(block.lines)) == (size, 1)
    assert len(layout.small(words, room - 0.01).lines) == 2


@pytest.mark.parametrize("letters", [4, 16, 60])
def test_the_logo_stands_at_the_right_and_the_left_text_beside_it(letters: int) -> None:
    layout = layout_of(AGREEMENT, logo="logos/x.svg")
    layout = replace(layout, deck=replace(layout.deck, title="n" * letters))
    back = laid_card(layout, AGREEMENT)[1].frame
    (logo,) = [item for item in back.items if isinstance(item, Placement) and item.role == "logo"]
    assert logo.box.right == pytest.approx(layout.format.width - layout.format.margin)
    assert logo.box.width >= 13
    titles = [item for item in back.items if isinstance(item, TextRun) and "nnn" in item.text]
    assert titles
    assert all(one.x + one.width < logo.box.x for one in titles)


def test_the_rings_panel_keeps_to_a_wide_safe_zone() -> None:
    """Some shops ask for 5 mm; a tarot card's margin is 6."""
    tarot = next(shape for shape in FORMATS if shape.name == "tarot")
    layout = layout_of(MODEL, format_=replace(tarot, safe=5))
    assert problems_on(layout, MODEL) == []


@pytest.mark.parametrize(
    ("count", "orbit", "crowded"),
    [(2, 10.2, False), (2, 9.8, True), (3, 13.6, False), (3, 13.0, True)],
)
def test_discs_of_a_ring_are_crowded_only_when_they_touch(
    count: int, orbit: float, crowded: bool
) -> None:
    """Discs of 10 mm radius: two stand 2 × orbit apart, of three the highest 1.5 × orbit above."""
    ring = _Ring((50, 50), orbit, 10, label=0.1)
    assert ring.crowded([0.1] * count) is crowded


def test_a_side_that_is_shifted_for_the_printer_keeps_its_marks_at_the_cuts_of_the_plan() -> None:
    for shift in ((0.0, 0.0), (1.5, 0.0), (0.0, -0.7), (1.5, -0.7)):
        slot = Slot(0, Box(40.5 + shift[0], 31 + shift[1], 105, 148), (3, 3, 3, 3))
        side = SheetSide(1, "back", (slot,), shift)
        cuts = ((40.5, 145.5, 151.5, 256.5), (31.0, 179.0))
        plan = SheetPlan("a4", 297, 210, 2, 1, "long-edge", (side,), *cuts)
        margins = Margins(plan, side, 3, (), 1.5)
        assert margins.cuts_x == [40.5, 145.5]  # the place beside it is empty
        assert margins.cuts_y == [31.0, 179.0]


@pytest.mark.parametrize(("width", "least"), [(38.0, 13.0), (105.0, 24.0)])
def test_a_logo_at_the_foot_is_never_too_narrow_to_be_read(width: float, least: float) -> None:
    shape = replace(FORMATS[0], width=width)
    layout = layout_of(REMINDER, format_=shape, logo="logos/x.svg")
    found = [
        item for one in laid_cards(layout).pages for item in one.frame.items
        if isinstance(item, Placement) and item.role == "logo"
    ]  # fmt: skip
    assert found and min(item.box.width for item in found) >= least
