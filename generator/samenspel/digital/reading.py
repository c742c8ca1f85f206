"""What is read on a card, as blocks in the order of reading: the front first, then the back.

Which fields are printed on which side the pages themselves say; what stands beside the texts
(numbers, the deck's name, labels of a corner) is furniture and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame, Placement, TextRun
from samenspel.model.kind import FieldPath
from samenspel.model.places import TextPath
from samenspel.model.tongues import Tongues

LEAST_PICTURE = 14.0
"""What is smaller on the card, in mm, is an icon beside a text that says the same."""

LARGE_PICTURE = 30.0
"""What is at least this large on the card, in mm, is what the card shows."""
PARAGRAPH = 110
"""Texts of a list that are longer than this, in characters, are paragraphs."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to read."""

    name: str
    """The field that it comes from: ``questions``."""
    texts: tuple[str, ...]
    """One text, or the items of a list; with the small markup of texts."""
    listed: bool = False
    """Whether they are the items of a list."""
    numbered: bool = False
    """Whether their order counts."""
    title: str = ""
    """The heading above them, for a part of a card."""
    label: str = ""
    """What the card says before the text: *Let op*."""
    language: str = ""
    """The language of its texts, where that is not the deck's; else empty."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a card."""

    art: str
    """Its file below ``assets/``."""
    alt: str
    """What it shows, in words; empty for a decoration."""
    large: bool
    """Whether the card is about it; small ones stand beside a text."""
    language: str = ""
    """The language of its words, where that is not the deck's; else empty."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card."""

    blocks: tuple[Block, ...]
    """In the order of reading."""
    pictures: tuple[Picture, ...] = ()
    """What there is to look at."""


@dataclass(frozen=True, slots=True)
class ReadCard:
    """One card as it is read, in one language."""

    id: str
    """From the card's file."""
    kind: str
    """The name of its kind."""
    name: str
    """Its title, or else the first text on it."""
    front: Side
    """What is read first."""
    back: Side
    """What is read then, without what the front said."""
    conditions: tuple[str, ...] = ()
    """The ids of the conditions that it is about."""
    standing: bool = False
    """Whether it is still in the deck's source language."""
    language: str = ""
    """The language of its name, where that is not the deck's; else empty."""
    labels: tuple[str, ...] = ()
    """What is to be written on it, line by line."""


def read_cards(deck: Deck, frames: Iterable[Frame]) -> tuple[ReadCard, ...]:
    """All cards of a deck, each once, from its pages in the order of the deck."""
    sides: dict[str, list[Frame]] = {}
    for frame in frames:
        sides.setdefault(frame.card, []).append(frame)
    cards = {card.id: card for card in reversed(deck.cards)}
    row = dict.fromkeys(card.id for card in deck.cards)
    tongues = Tongues(deck)
    return tuple(_read(deck, cards[name], sides[name], tongues) for name in row if name in sides)


def _read(deck: Deck, card: Card, pages: Sequence[Frame], tongues: Tongues) -> ReadCard:
    front, *rest = (_side(deck, card, page, tongues) for page in pages)
    said = set(front.blocks)
    back = Side(
        tuple(b for side in rest for b in side.blocks if b not in said),
        tuple(p for side in rest for p in side.pictures if p not in front.pictures),
    )
    name, language = card.values.get("title"), tongues.other((card.id, "title"))
    if not name and front.blocks and len(front.blocks[0].texts) == 1:
        first, *others = front.blocks
        name, language = first.texts[0], first.language
        front = replace(front, blocks=tuple(others))
    return ReadCard(
        id=card.id,
        kind=card.kind,
        name=name or card.id,
        front=front,
        back=back,
        conditions=conditions_of(deck, card),
        standing=card.id in deck.standing,
        language=language,
        labels=tuple(_to_write(card)),
    )


def conditions_of(deck: Deck, card: Card) -> tuple[str, ...]:
    """The ids of the conditions that a card is about; none in a deck without a model."""
    model = deck.model.conditions if deck.model else {}
    named: list[str] = []
    for key in (card.spec.touches, card.spec.stands_for):
        value = card.values.get(key) if key else None
        named += value if isinstance(value, list) else [value] if value else []
    return tuple(dict.fromkeys(str(one) for one in named if str(one) in model))


def _to_write(card: Card) -> Iterator[str]:
    """The labels of the lines that a card leaves open."""
    for name, one in card.spec.fields.items():
        if "label" in one.columns and "lines" in one.columns:
            for row in card.values.get(name) or ():
                yield row["label"]


def _side(deck: Deck, card: Card, page: Frame, tongues: Tongues) -> Side:
    """What one page says, beside the card's title."""
    runs = [item for item in page.items if isinstance(item, TextRun)]
    paths, labels = _paths(deck, card, runs)
    mine = [path[1:] for path in paths if path[0] == card.id]
    foreign = [path for path in paths if path[0] != card.id]
    own = sorted(mine, key=card.spec.place_in_reading)
    blocks = [*_own(card, own, labels, tongues), *_foreign(deck, foreign)]
    return Side(tuple(blocks), tuple(_pictures(deck, card, page, tongues)))


def _paths(
    deck: Deck, card: Card, runs: Iterable[TextRun]
) -> tuple[list[TextPath], dict[FieldPath, str]]:
    """The fields that are printed, each once, and the labels that stand before some of them."""
    found: dict[TextPath, None] = {}
    labels: dict[FieldPath, str] = {}
    label = ""
    for run in runs:
        for path in (run.source, *(other for _, other in run.others)):
            if run.role == "label" and path[:1] == ("@labels",):
                label = deck.labels[str(path[1])]
            elif path and not str(path[0]).startswith("@") and _is_text(deck, path):
                if label and path[0] == card.id:
                    labels[path[1:]] = label
                label = ""
                found.setdefault(path)
    return list(found), labels


def _is_text(deck: Deck, path: TextPath) -> bool:
    """Whether a text stands there; places of numbers and icons lead to rows or to the kind."""
    card = next((one for one in deck.cards if one.id == path[0]), None)
    return card is not None and len(path) > 1 and isinstance(card.at(path[1:]), str)


def _own(
    card: Card, paths: Sequence[FieldPath], labels: dict[FieldPath, str], tongues: Tongues
) -> Iterator[Block]:
    """Blocks of a card's own fields: a text, the items of a list, or a row with its heading."""
    for part, group in groupby(paths, key=lambda path: _part(card, path)):
        leaves = list(group)
        name = str(part[0])
        declared = card.spec.fields[name]
        tongue = tongues.other((card.id, *leaves[-1]))
        if len(part) > 1:
            yield from (replace(one, language=tongue) for one in _row(card, name, leaves))
        elif declared.count is not None:
            items = tuple(str(card.at(leaf)) for leaf in leaves)
            numbered = declared.type == "question"
            listed = numbered or _short(items)
            yield Block(name, items, listed=listed, numbered=numbered, language=tongue)
        elif name.endswith("_title"):
            yield Block(name, (), title=str(card.at(leaves[0])), language=tongue)
        elif name != "title":
            (leaf,) = leaves
            text, label = str(card.at(leaf)), labels.get(leaf, "")
            yield Block(name, (text,), label=label, language=tongue)


def _short(items: Sequence[str]) -> bool:
    """Whether texts are the items of a list, and no paragraphs."""
    return sum(map(len, items)) <= PARAGRAPH * len(items)


def _part(card: Card, path: FieldPath) -> FieldPath:
    """The row that a field stands in, or else the field."""
    return path[:2] if card.spec.fields[str(path[0])].columns and len(path) > 1 else path[:1]


def _row(card: Card, name: str, leaves: Sequence[FieldPath]) -> Iterator[Block]:
    """A row of texts: its first text is the heading of the others."""
    columns = card.spec.fields[name].columns
    heading, *rest = leaves
    title = str(card.at(heading))
    if "label" in columns and "lines" in columns:
        return  # lines to write on, see ReadCard.labels
    if not rest:
        yield Block(name, (title,))
    for column, group in groupby(rest, key=lambda leaf: leaf[2]):
        texts = tuple(str(card.at(leaf)) for leaf in group)
        listed = columns[str(column)].count is not None
        yield Block(str(column), texts, listed=listed, title=title)
        title = ""


def _foreign(deck: Deck, paths: Sequence[TextPath]) -> Iterator[Block]:
    """Texts of other cards, as the card of the model shows them: a heading with what follows it.

    Names that stand alone are one list.
    """
    cards = {card.id: card for card in deck.cards}
    alone: list[str] = []
    for name, group in groupby(paths, key=lambda path: path[0]):
        texts = [str(cards[str(name)].at(path[1:])) for path in group]
        if len(texts) > 1:
            yield Block("other", tuple(texts[1:]), title=texts[0])
        else:
            alone += texts
    if len(alone) > 2:  # one or two are the conditions in a card's foot
        yield Block("names", tuple(alone), listed=True)


def _pictures(deck: Deck, card: Card, page: Frame, tongues: Tongues) -> Iterator[Picture]:
    """Pictures that are large enough to look at, and no signs of conditions that a text names."""
    model = deck.model.conditions.values() if deck.model else ()
    signs = {sign for one in model for sign in (one.small, one.reversed)}
    words = {
        card.values.get(one.name): (card.alt_of(one), tongues.other((card.id, one.alt)))
        for one in card.spec.fields.values()
        if one.type == "picture" and card.values.get(one.name)
    }
    for item in page.items:
        if isinstance(item, Placement) and item.art not in signs:
            size = min(item.box.width, item.box.height)
            said = words.get(item.art) or words.get(_stem(item.art)) or ("", "")
            if size >= LEAST_PICTURE:
                yield Picture(item.art, said[0], size >= LARGE_PICTURE, said[1])


def _stem(name: str) -> str:
    """A cartoon may be named without folder and ending."""
    return name.rpartition("/")[2].rpartition(".")[0]
