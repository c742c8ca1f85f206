"""The poster: the model's conditions around one shared centre, to be read from three metres."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.diagnostics import Diagnostic
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.poster.areas import PosterPlan, poster_plan
from samenspel.layout.poster.conditions import NAME_HEIGHT, condition, condition_names
from samenspel.layout.poster.grid import made_plan
from samenspel.layout.poster.surroundings import centre, foot
from samenspel.model.deck import Deck


def poster(layout: FormatLayout) -> Laid:
    """The poster as one page, about 420 × 297 mm or 297 × 420 mm."""
    page = Page(layout, "poster", "front")
    page.ground(layout.theme.paper_tint)
    plan = _plan(page)
    fields = plan.fields
    for name, field in fields.items():
        page.paint(field.area, layout.style(name).tint, role="field")
    cards = layout.condition_cards
    present = [(cards[name], field) for name, field in fields.items() if name in cards]
    names = condition_names(layout, present, plan)
    for (card, field), (entry, fit) in zip(present, names, strict=True):
        page.record([entry], fit, NAME_HEIGHT, 1, card.id)
        condition(page, card, field, fit)
    centre(page, plan)
    foot(page, plan)
    return page.laid(*_gaps(layout, [name for name in fields if name not in cards]))


def _plan(page: Page) -> PosterPlan:
    """The drawn fields of the five built-in conditions; for any other model, made ones."""
    layout = page.layout
    names = tuple(layout.model)
    drawn = poster_plan(page.width, page.height, page.bleed)
    if set(names) == set(drawn.fields):
        return drawn
    return made_plan(names, page.width, page.height, page.bleed)


def _gaps(layout: FormatLayout, missing: Sequence[str]) -> list[Diagnostic]:
    """The poster shows the whole model; a deck without one of its conditions gets none."""
    if layout.model and not missing:
        return []
    said = f"all conditions, and this deck has no card for {', '.join(missing)}"
    what = said if layout.model else "a model, and this deck is about none"
    return [
        Diagnostic(
            "poster-incomplete",
            f"the poster shows {what} (region {layout.deck.region.id})",
            remedy="add the cards that are missing, or leave the poster out (--product)",
        )
    ]


def whole_model(deck: Deck) -> bool:
    """True for a deck that has a card for each condition of its model: one to make a poster of."""
    if deck.model is None:
        return False
    named = {card.values[card.spec.stands_for] for card in deck.cards if card.spec.stands_for}
    return named >= set(deck.model.conditions)
