"""Blocks of a page as elements: headings, paragraphs, lists and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from samenspel.markup import plain
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame
from samenspel.model.places import TextPath
from samenspel.model.tongues import Tongues
from samenspel.tagging.blocks import Block
from samenspel.tagging.outline import Element

HEADINGS = frozenset({"title", "subtitle"})
"""Roles of texts that stand above others."""
PARAGRAPH = 110
"""Texts of a row that are longer than this on average, in characters, are paragraphs."""
DEEPEST = 6


class Elements:
    """Makes elements of what pages of one deck say."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._cards = {card.id: card for card in reversed(deck.every)}
        self._tongues = Tongues(deck)

    def elements_of(
        self, group: Sequence[Block], levels: Levels, frame: Frame
    ) -> Iterator[Element]:
        """The elements of what one card says on a page, in the order in which they come."""
        for _, field in groupby(group, key=lambda one: one.path[:2]):
            blocks = list(field)
            if len(blocks) > 1 and all(len(b.path) > 2 for b in blocks):
                yield from self._rows(blocks, levels, frame)
            else:
                yield from self._plain(blocks, levels, frame)

    def _plain(self, blocks: Sequence[Block], levels: Levels, frame: Frame) -> Iterator[Element]:
        """Headings, figures and paragraphs; a number belongs to what it stands before."""
        number: list[Block] = []
        for block in blocks:
            if block.number:
                number.append(block)
                continue
            yield self._element([*number, block], levels, frame)
            number = []
        for block in number:
            yield self._element([block], levels, frame)

    def _rows(self, blocks: Sequence[Block], levels: Levels, frame: Frame) -> Iterator[Element]:
        """Rows with headings of their own, or the items of a list."""
        rows = [list(row) for _, row in groupby(blocks, key=lambda one: one.path[:3])]
        if any(_heads(block, frame) for block in blocks):
            for row in rows:
                yield from self._plain(row, levels.below(), frame)
        elif len(rows) > 1 and _listed(rows):
            yield Element("L", children=tuple(self._item(row, levels, frame) for row in rows))
        else:
            for row in rows:
                yield from self._plain(row, levels, frame)

    def _item(self, row: Sequence[Block], levels: Levels, frame: Frame) -> Element:
        parts: list[Element] = []
        rest = list(row)
        if len(rest) > 1 and rest[0].number:
            label = rest.pop(0)
            parts.append(Element("Lbl", tuple(label.marks), text=label.words.strip()))
        if len(rest) == 1:
            body = self._element(rest, levels, frame)
            parts.append(replace(body, kind="LBody"))
        else:
            parts.append(Element("LBody", children=tuple(self._plain(rest, levels, frame))))
        return Element("LI", children=tuple(parts))

    def _element(self, blocks: Sequence[Block], levels: Levels, frame: Frame) -> Element:
        """One element of a block and the number before it."""
        block = blocks[-1]
        marks = tuple(mark for one in blocks for mark in one.marks)
        if block.picture is not None:
            alt = block.picture.alt or self._shown(frame)
            language = self._tongues.other(self._described(block.path))
            return Element("Figure", marks, alt=alt, language=language, box=_seen(block, frame))
        printed = " ".join(one.printed for one in blocks).strip()
        said = self._said(block) or block.words
        text = " ".join([*(one.words for one in blocks[:-1]), said]).strip()
        plain = len(marks) == 1 and _same(printed, text)  # nothing parts one mark from the next
        kind = levels.heading(text) if _heads(block, frame) else "P"
        language = self._tongues.other(block.path)
        title = block.path == (frame.card, "title")
        return Element(kind, marks, (), text, plain, language=language, title=title)

    def _said(self, block: Block) -> str:
        """The deck's own words for a text, of which a page may show letters in another order."""
        label = f"{self._deck.labels[str(block.label[1])]} " if block.label else ""
        found = [self._text(path) for path in block.paths]
        if len({path[:1] for path in block.paths}) > 1:
            return ""  # names of cards, with signs between them
        return label + " ".join(found) if found and all(found) else ""

    def _text(self, path: TextPath) -> str:
        card: Card | None = self._cards.get(str(path[0]))
        text = card.at(path[1:]) if card is not None and len(path) > 1 else None
        return plain(text) if isinstance(text, str) else ""

    def _described(self, path: TextPath) -> TextPath:
        """The field that has the words for a picture."""
        card = self._cards.get(str(path[0])) if len(path) > 1 else None
        field = card.spec.fields.get(str(path[1])) if card is not None else None
        return (*path[:1], field.alt) if field is not None and field.alt else path

    def _shown(self, frame: Frame) -> str:
        """A page of signs alone, in words."""
        return f"{self._deck.title}: {frame.name}"


class Levels:
    """The levels of headings in a section: the first is 1, and none is skipped."""

    def __init__(self, base: int = 0, top: Levels | None = None) -> None:
        self._base, self._top = base, top
        self.first = ""

    def heading(self, text: str) -> str:
        """The type of the next heading."""
        if self._top is not None:
            return f"H{min(self._base + 1, DEEPEST)}"
        level = 2 if self.first else 1
        self.first = self.first or text
        self._base = level
        return f"H{level}"

    def below(self) -> Levels:
        """For headings of rows."""
        return Levels(self._base, self) if self.first else self


def _heads(block: Block, frame: Frame) -> bool:
    """Whether a text is a heading: a title, by its field and by how it is set."""
    if block.path == (frame.card, "title") and not block.number:
        return True
    name = str(block.path[-1]) if block.path else ""
    return block.role in HEADINGS and (name == "title" or name.endswith("_title"))


def _seen(block: Block, frame: Frame) -> Box:
    """Where a picture is seen; a page of signs alone is one picture."""
    if block.picture is None or len(block.items) > 1:
        return frame.trim
    return block.picture.visible.shared(frame.bleed_box)


def _listed(rows: Sequence[Sequence[Block]]) -> bool:
    """Whether rows are the items of a list, and no paragraphs."""
    if any(block.number for row in rows for block in row):
        return True
    return sum(len(b.printed) for row in rows for b in row) <= PARAGRAPH * len(rows)


def _same(printed: str, text: str) -> bool:
    """Whether letters say a text, without regard for the kind and the number of its spaces."""
    if "\u00ad" in printed:
        return False
    return printed == text or printed.split() == text.split()
