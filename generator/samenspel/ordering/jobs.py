"""Jobs: what one shop is to make of one deck, with the files that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.ordering import Making, writable
from samenspel.model.sheet import Sides
from samenspel.model.style import Press
from samenspel.model.writing import is_right_to_left
from samenspel.pipeline import BuiltFile
from samenspel.printable import plain_word
from samenspel.products import products
from samenspel.products.box import room_in
from samenspel.products.cards import ONCE, WHITE_PAGES
from samenspel.products.leaflet import boxed
from samenspel.units import Size


@dataclass(frozen=True, slots=True)
class OrderedFile:
    """One PDF of a job under the name that it has in the order."""

    name: str
    built: BuiltFile
    data: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One product of one deck: a region, a language, a size."""

    id: str
    """A word that no other job of the order has."""
    deck: Deck
    product: str
    part: str
    """What it is called: as its product, or as its file, of a product that is several things."""
    size: str
    """The format of cards; of anything else the size of its pages."""
    card: Size
    """The cards' size in mm, of the format that it goes with."""
    copies: int
    files: tuple[OrderedFile, ...]
    press: Press
    making: Making
    with_leaflet: bool = False
    """Whether the order has the leaflet of the same deck too."""
    box_files: tuple[str, ...] = ()
    """The files of the same deck's box, in the order; none for one that is not printed."""

    @property
    def first(self) -> BuiltFile:
        """The file that says how large the pages are."""
        return self.files[0].built

    @property
    def cards(self) -> int:
        """Cards in one deck; 0 for what is no deck of cards."""
        return len(self.printed) if self.product == "cards" else 0

    @property
    def sides(self) -> Sides:
        """How it is printed, as its first file says."""
        return self.first.sides

    @property
    def on_sheets(self) -> bool:
        """Whether it is cards that lie together on sheets of paper."""
        return products()[self.product].schemed

    @property
    def sheets(self) -> int:
        """Sheets of paper in one copy, of what is no deck of cards and no booklet."""
        return self.pages if self.sides == "one" else -(-self.pages // 2)

    @property
    def printed(self) -> tuple[Card, ...]:
        """The cards as they are counted: those of a pair are two."""
        return self.deck.printed_in(self.first.format)

    @property
    def white(self) -> int:
        """White cards of a deck that are pages of the file, as the shop counts them."""
        return self.making.spares if self.press.order.spares == WHITE_PAGES else 0

    @property
    def writable(self) -> int:
        """How many of the cards are to be written on: blanks, and those with writing lines."""
        return writable(self.printed) if self.cards or self.on_sheets else 0

    @property
    def leaflet(self) -> bool:
        """Whether the deck's leaflet goes into the box with the cards."""
        return boxed(self.deck, self.card)

    @property
    def right_bound(self) -> bool:
        """Whether a booklet has its spine on the right."""
        return is_right_to_left(self.deck.language)

    @property
    def room(self) -> tuple[float, float, float]:
        """The least inner size of a box for a deck, in mm: width, height, depth."""
        return room_in(self.deck, self.first.format, self.card, self.making)

    @property
    def shared_back(self) -> bool:
        """Whether all cards have the same back."""
        return any(one.built.one_back for one in self.art)

    @property
    def lines(self) -> tuple[str, ...]:
        """The plates with lines for a die maker."""
        return self.first.lines

    @property
    def back_once(self) -> bool:
        """Whether that back is in the files once, as the shop takes it, and not behind each."""
        return self.shared_back and self.press.order.one_back in ONCE

    @property
    def die_lines(self) -> list[OrderedFile]:
        """The files with a die line."""
        return [one for one in self.files if one.built.die_line]

    @property
    def art(self) -> list[OrderedFile]:
        """The files without a die line: what is printed."""
        return [one for one in self.files if not one.built.die_line]

    @property
    def runs(self) -> Sequence[OrderedFile]:
        """The files that hold each page once; all others hold the same in another way."""
        return self.files[:1] if self.sides == "booklet" else self.art

    @property
    def pages(self) -> int:
        """Pages of all files that are printed; of a booklet those that are read."""
        return sum(one.built.pages for one in self.runs)


@dataclass(frozen=True, slots=True)
class Lot:
    """The built files of one job."""

    part: str
    size: str
    files: tuple[BuiltFile, ...]

    def file_names(self, deck: str) -> list[str]:
        """What its files are called in the order of a deck."""
        art = [one for one in self.files if not one.die_line]
        single = len(art) == 1 and self.part == self.files[0].product
        return [file_name(deck, one, self.size, single) for one in self.files]

    def goes_with(self, other: Lot) -> bool:
        """Whether both are of one deck in one format of cards."""
        one, first = self.files[0], other.files[0]
        return (one.region, one.language, one.format) == (
            first.region, first.language, first.format
        )  # fmt: skip


ISO_SIZES = {
    (105, 148): "a6", (148, 210): "a5", (210, 297): "a4", (297, 420): "a3", (420, 594): "a2",
}  # fmt: skip
"""By width and height of an upright page in mm."""


def lots(files: Iterable[BuiltFile]) -> list[Lot]:
    """The files by job, in the order in which they were built.

    What is the same beside cards of every format stands once. Faces of cards in their formats are
    one job a format, with all their files; a booklet is one with its sheets; any other file is a
    job by itself, because it is printed by itself.
    """
    once: dict[tuple[str, str, str, str, str], BuiltFile] = {}
    for file in files:
        key = file.region, file.language, file.product, file.path.name, file.sha256
        once.setdefault(key, file)
    groups: dict[tuple[str, str, str, str], list[BuiltFile]] = {}
    for file in once.values():
        product = products()[file.product]
        part = file.product if product.paired or product.sides == "booklet" else file.path.stem
        size = file.format if product.paired or product.single else ""
        twin = any(other is not file and _same_name(other, file) for other in once.values())
        if not size and twin and product.sides != "booklet":
            size = file.format
        groups.setdefault((file.region, file.language, part, size), []).append(file)
    return [
        Lot(part, size or _size(found[0]), tuple(found))
        for (_, _, part, size), found in groups.items()
    ]


def _same_name(one: BuiltFile, other: BuiltFile) -> bool:
    """Whether two files differ although they are called the same: each is for its own format."""
    return (one.region, one.language, one.path.name) == (
        other.region, other.language, other.path.name
    )  # fmt: skip


def _size(file: BuiltFile) -> str:
    """The name of a page's size; of one that has none the cards' format, for which it is made."""
    across, up = (round(side) for side in sorted(file.trim))
    return ISO_SIZES.get((across, up), file.format)


def file_name(deck: str, built: BuiltFile, size: str, single: bool) -> str:
    """``deck-region-language-size-press-product.pdf``; ``single`` when the product has one file.

    Parts of a product (fronts, backs, the die line) keep their own word at the end.
    """
    stem = built.path.stem
    product = built.product if single and not built.die_line else stem
    product = product if built.product in product.split("-") else f"{built.product}-{product}"
    parts = (deck, built.region, built.language, size, built.press, product)
    return "-".join(map(word_for, parts)) + ".pdf"


def word_for(name: str) -> str:
    """A name as a part of a file's name, or as an id; a name without a letter is ``deck``."""
    return plain_word(name) or "deck"
