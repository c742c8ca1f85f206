"""The pages of a kind as its file describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.icons import faces_with, icons_of
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.parts import painted
from samenspel.layout.parts.stacks import finish_groups
from samenspel.layout.scene import Carried, scene_of
from samenspel.model.cards import Card
from samenspel.model.design import Design, Found, Item

Side = Literal["front", "back"]


def laid_sides(layout: FormatLayout, card: Card, printed: Sequence[Design]) -> list[Laid]:
    """The front and the back of each card that a card is printed as.

    A text may run on from a card's front to its back, and from one card of a pair to the other.
    """
    layout = kind_layout(layout, card)
    carried = Carried()
    laid = []
    for place, one in enumerate(printed, 1):
        name = card.id if place == 1 else f"{card.id}-{place}"
        for side in ("front", "back"):
            made = laid_side(layout, card, one.side(side), side, carried)
            laid.append(replace(made, frame=replace(made.frame, name=f"{name}-{side}")))
    return laid


def kind_layout(layout: FormatLayout, card: Card) -> FormatLayout:
    """The layout with the roles of type and the drawings that a card's kind brings."""
    if card.spec.types:
        shape = replace(layout.format, type={**layout.format.type, **card.spec.types})
        layout = replace(layout, format=shape)
    icons = icons_of(card.spec, layout.deck.sets)
    drawn = {name: layout.art[art] for name, art in icons.items() if art in layout.art}
    if drawn:
        names = {name: icons[name] for name in drawn}
        faces = faces_with(layout.setter.faces, list(drawn.values()))
        layout = replace(layout, icons=names, setter=replace(layout.setter, faces=faces))
    return layout


def laid_side(
    layout: FormatLayout,
    card: Card,
    items: Sequence[Item],
    side: Side,
    carried: Carried,
    more: Mapping[str, Found] | None = None,
) -> Laid:
    """One page. ``more`` is what it knows beside, or instead of, what every page of a card does."""
    page = Page(layout, card.id, side)
    scene = scene_of(page, card, carried)
    scene.known |= more or {}
    painted(scene, items)
    finish_groups(scene)
    return page.laid(*scene.problems)
