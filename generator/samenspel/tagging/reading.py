"""All that is read of a file, and in which order.

Within a card the order is that in which its kind declares the fields, wherever a design paints
them; what else stands on its page follows, card by card, as it is painted. The front comes before
the back. A title that a card says again on a later page is one heading with that on the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.tagging.arranging import arranged
from samenspel.tagging.blocks import Block, blocks_of
from samenspel.tagging.elements import Elements, Levels
from samenspel.tagging.outline import Element, Outline, Section

Marks = tuple[int | None, ...]
"""By item of a page: the number of its marked sequence; ``None`` for an artifact."""

Echo = tuple[int, int]
"""Where a text stands again: the number of its page, and its mark there."""
Read = tuple[int, tuple[Element, ...]]
"""The number of a page, and what is read on it."""

NAMES = "label"
"""The role of what stands below the texts of another card: the conditions that it is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages as they are to be drawn, so that they can be read."""

    frames: tuple[Frame, ...]
    """The same pages, painted in the order of reading where nothing lies over anything."""
    marks: tuple[Marks, ...]
    """The marks of each page, counted from 0 on each."""
    outline: Outline
    """What the marks are."""


def read(frames: Sequence[Frame], deck: Deck) -> Reading:
    """How these pages are read, which are drawn in this order, of a deck with final texts."""
    reader = _Reader(deck, frames)
    pages = list(enumerate(frames))
    if [frame.side for frame in frames[:2]] == ["back", "front"]:  # as some presses want them
        pages = [pages[one] for pair in range(0, len(pages) - 1, 2) for one in (pair + 1, pair)]
    sections = [reader.section(group) for group in _by_card(pages)]
    outline = Outline(tuple(one for one in sections if one.pages))
    return Reading(tuple(reader.frames), tuple(reader.marks), outline)


def _by_card(pages: Iterable[tuple[int, Frame]]) -> Iterator[list[tuple[int, Frame]]]:
    """The pages of a card that follow one another, together."""
    group: list[tuple[int, Frame]] = []
    for place, frame in pages:
        if group and (not frame.card or frame.card != group[0][1].card):
            yield group
            group = []
        group.append((place, frame))
    if group:
        yield group


class _Reader:
    """Reads pages of one deck."""

    def __init__(self, deck: Deck, frames: Sequence[Frame]) -> None:
        self._deck = deck
        self._cards = {card.id: card for card in reversed(deck.every)}
        self._elements = Elements(deck)
        self.frames = list(frames)
        self.marks: list[Marks] = [(None,) * len(frame.items) for frame in frames]

    def section(self, pages: Sequence[tuple[int, Frame]]) -> Section:
        """One card's pages."""
        levels = Levels()
        said: set[object] = set()
        read: list[Read] = []
        first = 0
        for place, frame in pages:
            if frame.name in said:  # another copy of the card
                levels, said, first = Levels(), set(), len(read)
            elements, echoes = self._page(place, frame, levels, said)
            read.append((place, elements))
            if echoes:
                _echo(read, first, echoes)
            said.add(frame.name)
        card = self._cards.get(pages[0][1].card)
        name = card.name if card else levels.first or pages[0][1].name
        standing = card is not None and card.id in self._deck.standing and self._deck.stand_ins
        language = standing.language if standing else ""
        return Section(name, language, tuple((place, page) for place, page in read if page))

    def _page(
        self, place: int, frame: Frame, levels: Levels, said: set[object]
    ) -> tuple[tuple[Element, ...], list[Echo]]:
        """What is read on a page, and where it says its card's title again."""
        title = (frame.card, "title")
        blocks, again = blocks_of(frame), []
        named = [one for one in blocks if one.paths == (title,) and not one.number]
        if named and title in said:
            blocks = [one for one in blocks if not any(one is other for other in named)]
            again = named if frame.side == "back" else []  # elsewhere it is a running head
        elif named:
            said.add(title)
        groups = list(self._grouped(blocks, frame))
        wanted = [item for group in (again, *groups) for block in group for item in block.items]
        order = arranged(frame, wanted)
        if order != list(range(len(order))):
            self.frames[place] = replace(frame, items=tuple(frame.items[item] for item in order))
        self.marks[place] = _marked([*again, *blocks], order)
        elements = [
            one for group in groups for one in self._elements.elements_of(group, levels, frame)
        ]
        echoes = [(place, mark) for block in again for mark in block.marks]
        return tuple(elements), echoes

    def _grouped(self, blocks: Iterable[Block], frame: Frame) -> Iterator[list[Block]]:
        """What is read on a page: what its own card says, then all else."""
        groups: dict[tuple[int, str], list[Block]] = {}
        last = ""
        for block in blocks:
            owner = str(block.path[0]) if block.path else ""
            if block.role == NAMES and last not in ("", frame.card):
                owner = last
            groups.setdefault((block.turn, owner), []).append(block)
            last = owner
        for key in sorted(groups, key=lambda key: key[1] != frame.card):
            card = self._cards.get(key[1])
            if card is not None and key[1] == frame.card:
                groups[key].sort(key=lambda block: card.spec.place_in_reading(block.path[1:]))
            yield groups[key]


def _echo(read: list[Read], first: int, echoes: Sequence[Echo]) -> None:
    """Makes what a page says again a part of the title that was ``read`` before, at ``first`` or
    later.
    """
    for at, (place, elements) in enumerate(read[first:], first):
        for number, one in enumerate(elements):
            if one.title:
                said = replace(one, plain=False, echoes=(*one.echoes, *echoes))
                read[at] = place, (*elements[:number], said, *elements[number + 1 :])
                return


def _marked(blocks: Sequence[Block], order: Sequence[int]) -> Marks:
    """The marks of a page's items in the order of painting; blocks learn theirs."""
    owners = {item: block for block in blocks for item in block.items}
    marks: list[int | None] = []
    last: Block | None = None
    count = 0
    for item in order:
        block = owners.get(item)
        if block is not None and block is not last:
            block.marks.append(count)
            count += 1
        marks.append(None if block is None else count - 1)
        last = block
    return tuple(marks)
