"""What the conditions share: the centre between them, and the strip at the foot."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.blocks import Copy
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.poster.areas import PosterPlan
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import wording, written
from samenspel.model.cards import Card
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle, rectangle
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

TITLE = replace(STYLES["title"], balanced=False)
CORE = Style("text-semibold", "core")


def centre(page: Page, plan: PosterPlan) -> None:
    """The shared centre: the drawn picture when the deck has one, else the word for it."""
    layout = page.layout
    cx, cy = plan.centre
    page.paint(circle(cx, cy, plan.radius + 2.5), layout.theme.paper_tint, role="centre")
    page.paint(circle(cx, cy, plan.radius), PAPER, role="centre")
    if layout.centre:
        side = 2 * plan.radius * 1.045
        page.art(
            layout.centre,
            Box(cx - side / 2, cy - side / 2, side, side),
            role="cartoon",
            clip=circle(cx, cy, plan.radius),
        )
        return
    model = _model(layout)
    if model is not None:
        widest = layout.face("display").width(model.centre, 1)
        size = min(1.3 * plan.radius, 1.6 * plan.radius / widest)
        cap = layout.face("display").cap_height * size * MM_PER_POINT
        text = wording(model, "centre")
        page.word(text, size, cx, cy + cap / 2, align="centre", face="display")


def foot(page: Page, plan: PosterPlan) -> None:
    """The strip at the foot: title and core at the left, logo and source at the right."""
    layout = page.layout
    b = page.bleed
    top = page.height - plan.foot
    strip = Box(-b, top, page.width + 2 * b, plan.foot + b)
    page.paint(rectangle(strip), layout.theme.paper_tint, role="foot")
    model = _model(layout)
    if model is not None:
        size = TypeSize(40, 22, 1.0)
        text = wording(model, "poster_title")
        title = layout.styled("title", text, plan.title_width, size=size, style=TITLE)
        block = page.single(title, 16, max_lines=1, card=model.id)
        page.text(block, page.margin, top + 13 - block.cap / 2)
        core = layout.styled(
            "core",
            wording(model, "poster_core"),
            plan.core_width,
            size=TypeSize(15, 11, 1.2),
            style=CORE,
        )
        block = page.single(core, 9, max_lines=1, card=model.id)
        page.text(block, page.margin, top + 22.5)
    _sender(page, top, plan.logo_width)


def _sender(page: Page, top: float, logo_width: float) -> None:
    """Logo over source and edition, flush right."""
    layout = page.layout
    right = page.width - page.margin
    copy = Copy(
        layout.label("source") + ": " + written(layout.deck.source, "@deck", "source"),
        "text",
        leading=1.25,
        align="right",
        balanced=True,
        role="source",
    )
    block = layout.setter.set(copy, layout.type("furniture").design, 110)
    more = 0.0
    if block is not None:
        more = block.height * (1 - 1 / len(block.lines))  # a second line lifts the logo
        page.text(block, right - 110, page.height - 8.5 - block.height)
    if layout.deck.region.logo:
        box = Box(right - logo_width, top + 6 - more, logo_width, 14)
        placed_logo(page, box, "right", ground=layout.theme.paper_tint)


def _model(layout: FormatLayout) -> Card | None:
    return next((card for card in layout.deck.cards if "poster_title" in card.spec.fields), None)
