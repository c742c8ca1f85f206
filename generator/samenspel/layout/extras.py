"""What is printed beside the cards: pages of the leaflet, the session plans, sheets and hand-outs.

Their kinds say of what they are pages (``pages_of:``), and are laid out as all kinds are, in a
format of their own. A kind with ``runs:`` comes as often as its list needs. One that fills comes as
often as a booklet lacks pages, and not at all where it lacks none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samenspel.layout.cards import LaidPages
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.knowing import known_of
from samenspel.layout.laid import Laid
from samenspel.layout.scene import Carried
from samenspel.layout.sides import Side, kind_layout, laid_side
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.design import Found, Item
from samenspel.model.frame import Frame
from samenspel.model.kind import PagesOf

SIDES: tuple[Side, Side] = ("front", "back")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page to come: whose it is, what stands on it, and its share of a list."""

    card: Card | None
    """``None`` for an empty page."""
    items: tuple[Item, ...] = ()
    share: tuple[str, list[object]] | None = None
    first: bool = True
    """Whether it is the first page of its card: texts do not run on to it from the one before."""


def extras_of(deck: Deck, what: PagesOf) -> tuple[Card, ...]:
    """The extras of a deck that are pages of something, in its order."""
    return tuple(card for card in deck.extras if what in card.spec.pages_of)


def laid_extras(layout: FormatLayout, what: PagesOf, multiple: int = 1) -> LaidPages:
    """The pages of something, with all that was found; their number is a multiple of ``multiple``.

    Pages that lack are those of kinds that fill, else empty ones, before the last.
    """
    leaves = _filled([*_leaves(layout, what)], multiple)
    pages: list[Laid] = []
    carried = Carried()
    for number, leaf in enumerate(leaves, 1):
        side = SIDES[(number - 1) % 2]
        if leaf.card is None:
            pages.append(Laid(_empty(layout, what, number, side)))
            continue
        carried = Carried() if leaf.first else carried
        known = {"n": Found(number), "total": Found(len(leaves)), "recto": Found(number % 2 == 1)}
        if leaf.share is not None:
            known[leaf.share[0]] = Found(leaf.share[1])
        own = kind_layout(layout, leaf.card)
        made = laid_side(own, leaf.card, leaf.items, side, carried, known)
        frame = replace(made.frame, name=f"{what}-{number}-{leaf.card.id}")
        pages.append(replace(made, frame=frame))
    return LaidPages(tuple(pages), tuple(range(len(pages))), layout.deck, layout.painted)


def _leaves(layout: FormatLayout, what: PagesOf) -> Iterator[_Leaf]:
    for card in extras_of(layout.deck, what):
        (design,) = card.printed(layout.format.name, "own")
        runs = card.spec.runs
        if runs is None:
            yield _Leaf(card, design.front)
            if design.back:
                yield _Leaf(card, design.back, first=False)
            continue
        whole = known_of(layout, card)[runs.over].value
        for share in runs.shares(whole) if whole else ():
            yield _Leaf(card, design.front, (runs.over, share))


def _filled(leaves: list[_Leaf], multiple: int) -> list[_Leaf]:
    """The pages with as many of those that fill as are needed."""
    if multiple == 1:
        return leaves
    filling = [leaf for leaf in leaves if leaf.card and leaf.card.spec.fills]
    kept = [leaf for leaf in leaves if leaf not in filling]
    lacking = -len(kept) % multiple
    if not filling:
        empty = [_Leaf(None)] * lacking
        return [*kept[:-1], *empty, *kept[-1:]]
    place = leaves.index(filling[0])
    return [*kept[:place], *(filling * lacking)[:lacking], *kept[place:]]


def _empty(layout: FormatLayout, what: PagesOf, number: int, side: Side) -> Frame:
    shape = layout.format
    return Frame(
        name=f"{what}-{number}", width=shape.width, height=shape.height, bleed=shape.bleed,
        safe=shape.safe, items=(), side=side,
    )  # fmt: skip
