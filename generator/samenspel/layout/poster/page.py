"""The poster's page: title on top, the conditions numbered in bands, the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.poster.bands import NAME, cores, names, texts
from samenspel.layout.poster.plan import GAP, PosterPlan, poster_plan
from samenspel.layout.poster.reminders import shown
from samenspel.layout.styles import Style
from samenspel.layout.wording import wording, written
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle
from samenspel.saying import say

SUBTITLE = Style("text-semibold", "text", balanced=True)
SOURCE = Style("text", "furniture", balanced=True)


def poster(layout: FormatLayout) -> Laid:
    """The poster as one page, about 420 × 297 mm or 297 × 420 mm."""
    page = Page(layout, "poster", "front")
    page.ground(layout.theme.paper_tint)
    reminders = shown(layout)
    most = max((len(own) for own in reminders.values()), default=0)
    plan = poster_plan(len(layout.model), most, page.width, page.height, page.bleed)
    cards = layout.condition_cards
    present = [(cards[name], field) for name, field in zip(layout.model, plan.fields, strict=True)
               if name in cards]  # fmt: skip
    for name, field in zip(layout.model, plan.fields, strict=True):
        page.paint(field.area, layout.style(name).tint, role="field")
    if plan.foot:
        page.paint(plan.foot, layout.theme.paper_tint, role="foot")
    _head(page, plan)
    names(page, present, plan.scale)
    tallest = cores(page, present, plan.scale)
    below = [(card, field.under(tallest)) for card, field in present]
    texts(page, below, reminders, plan.scale)
    return page.laid(*_gaps(layout, [name for name in layout.model if name not in cards]))


def whole_model(deck: Deck) -> bool:
    """True for a deck that has a card for each condition of its model: one to make a poster of."""
    if deck.model is None:
        return False
    named = {card.values[card.spec.stands_for] for card in deck.cards if card.spec.stands_for}
    return named >= set(deck.model.conditions)


def _gaps(layout: FormatLayout, missing: Sequence[str]) -> list[Diagnostic]:
    """The poster shows the whole model; a deck without one of its conditions gets none."""
    if layout.model and not missing:
        return []
    said = say(
        "all conditions, and this deck has no card for {missing}", missing=", ".join(missing)
    )
    what = said if layout.model else "a model, and this deck is about none"
    return [
        Diagnostic(
            "poster-incomplete",
            say(
                "the poster shows {what} (region {region})", what=what, region=layout.deck.region.id
            ),
            remedy="add the cards that are missing, or leave the poster out (--product)",
        )
    ]


def _head(page: Page, plan: PosterPlan) -> None:
    """The model's picture, title and core; at the right the region's logo, and the source."""
    layout = page.layout
    box = plan.emblem
    text = plan.title
    if layout.centre:
        page.paint(circle(*box.centre, box.width / 2), PAPER, role="centre")
        round_ = circle(*box.centre, box.width / 2)
        page.art(layout.centre, box, role="cartoon", clip=round_)
    else:
        text = Box(box.x, text.y, text.right - box.x, text.height)
    model = next((card for card in layout.deck.cards if "poster_title" in card.spec.fields), None)
    if model is not None:
        _title(page, plan, model, text)
    if layout.deck.region.logo:
        placed_logo(page, plan.logo, "right", ground=layout.theme.paper_tint)
    _source(page, plan)


def _title(page: Page, plan: PosterPlan, model: Card, room: Box) -> None:
    """The title on one line, and its sentence below it."""
    layout = page.layout
    size = replace(layout.type("title"), minimum=0.6 * layout.type("title").design)
    name = wording(model, "poster_title")
    entry = layout.styled("title", name, room.width, size=size, style=NAME)
    title = page.single(entry, room.height, max_lines=1, card=model.id)
    upright = page.height > page.width
    width = room.width - (plan.logo.width + GAP if upright else 0.0)
    core = layout.styled("subtitle", wording(model, "poster_core"), width,
                         size=layout.type("question"), style=SUBTITLE)  # fmt: skip
    block = page.single(core, room.height / 2, card=model.id)
    y = page.text(title, room.x, 9.0 if upright else 7.5)
    deeper = max(title.face.depth(line, title.size) for line in title.lines) - title.drop
    page.text(block, room.x, y + max(2.4, deeper + 2.0))


def _source(page: Page, plan: PosterPlan) -> None:
    """Where the model comes from, on the floor of its box."""
    layout, room = page.layout, plan.source
    said = layout.label("source") + ": " + written(layout.deck.source, "@deck", "source")
    upright = page.height > page.width
    style = SOURCE if upright else Style("text", "furniture", balanced=True, align="right")
    entry = layout.styled("source", said, room.width, style=style)
    block = page.single(entry, room.height, card="@deck")
    page.text(block, room.x, room.bottom - block.height + block.drop)
