"""What a product is: all that building, checking, proofing, listing and budgeting ask of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from samenspel.diagnostics import Diagnostic
from samenspel.layout import (
    Face,
    FormatLayout,
    PrintedPicture,
    TextFit,
    Wording,
    extras_of,
)
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.model.kind import PagesOf
from samenspel.model.ordering import Making
from samenspel.model.sheet import Imposing, Paper, SheetPlan, Sides
from samenspel.model.style import Format, Press
from samenspel.saying import say

USUAL = Imposing()
"""How cards are put on sheets when nothing is said."""
USUAL_MAKING = Making()
"""What cards and boxes are made of when nothing is said."""


NO_MODEL = "it is about no model"
"""Why a deck without a model has nothing that shows one: its maker knows, so it is no finding."""


class Material(Protocol):
    """What products are made from: one deck in one region and language (an ``Edition``)."""

    @property
    def deck(self) -> Deck:
        """The deck with its final texts."""

    @property
    def face(self) -> Face:
        """The face of what stands beside the cards."""

    @property
    def slug(self) -> Wording:
        """What a sheet says of itself, before its number."""

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of profile, fonts and art, by their files below ``assets/``."""

    def layout(self, shape: Format) -> FormatLayout:
        """Where pages of this size are laid out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was asked for, as far as it decides which pieces there are."""

    formats: tuple[Format, ...]
    """The cards' formats, fitted to the press."""
    fitted: Callable[[Format], Format]
    """Any other format, with the bleed and safe zone that the press asks for."""
    paper: Callable[[str], Paper]
    """A paper by name. Raises UsageError for one that does not exist."""
    papers: tuple[str, ...] = ()
    """Papers to impose on; none means the product's own choice."""
    one_paper: bool = False
    """Whether that choice is one paper: a shop prints what lies on two papers twice."""
    sizes: tuple[str, ...] = ()
    """Sizes of what is not made in the cards' format; none means the product's own choice."""
    orientations: tuple[str, ...] = ()
    """``landscape``, ``portrait`` or both, likewise."""
    imposing: Imposing = USUAL
    """How cards are put on sheets."""
    cards: tuple[str, ...] = ()
    """The ids of the cards that are wanted; none means the whole deck."""
    making: Making = USUAL_MAKING
    """What cards and boxes are made of."""

    def papers_of(self, product: Product) -> tuple[str, ...]:
        """The names of those that a product is made on; the last of its own is the largest."""
        return self.papers or (product.papers[-1:] if self.one_paper else product.papers)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One thing to lay out: a product in one size."""

    product: Product
    shape: Format
    """The size of its pages and of their type, fitted to the press."""
    folder: str = ""
    """The format in whose folder its files stand; empty for what stands in every one."""
    paper: Paper | None = None
    made_of: Piece | None = None
    """The piece whose pages lie on this one's sheets."""
    imposing: Imposing = USUAL
    cards: tuple[str, ...] = ()
    """The ids of the cards that are wanted; none means the whole deck."""
    making: Making = USUAL_MAKING
    part: str = ""
    """Which part of its product it is, of one that consists of several things."""
    card: Format | None = None
    """The cards' format, where it depends on that and is of another size."""

    @property
    def name(self) -> str:
        """What it is called: as its product, or ``kit-canvas``."""
        return "-".join(filter(None, (self.product.name, self.part)))

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all other pieces of a build."""
        return self.product.name, self.shape.name, self.paper.name if self.paper else ""


@dataclass(frozen=True, slots=True)
class Pages:
    """A piece as laid out, with all that is wrong with it and how each text came to fit."""

    frames: list[Frame]
    problems: Sequence[Diagnostic] = ()
    fits: Sequence[TextFit] = ()
    pictures: Sequence[PrintedPicture] = ()
    plan: SheetPlan | None = None
    places: Mapping[str, int] = field(default_factory=dict)
    """Where each card stands in the deck, from 1."""
    different: Sequence[Frame] = ()
    """Each page once, where some stand in ``frames`` several times; none when all differ."""
    note: str = ""
    """What a maker wants to know of it in a line."""


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file to make: its pages, and what they are cut to."""

    name: str
    frames: Sequence[Frame]
    radius: float = 0.0
    """Of the corners, in mm."""
    die_line: str = ""
    """The plate of the die line, if the file has one."""
    lines: tuple[str, ...] = ()
    """Plates that hold lines for a die maker, on a page that is larger than what is cut out."""
    plan: SheetPlan | None = None
    """How ``faces`` lie on the pages, for sheets."""
    faces: Sequence[Frame] = ()
    note: str = ""
    """What a maker wants to know of it in a line."""
    one_back: bool = False
    """Whether it holds once the back that all cards share."""
    card: str = ""
    """The id of its only card, when it was asked for by itself; ``place`` is where that stands."""
    place: int = 1
    pictured: bool = False
    """Whether a picture of the box that it becomes is made beside it."""

    def sides(self, product: Product) -> Sides:
        """How it is printed; sheets as they are planned, all else as its product says."""
        return self.plan.printed if self.plan else product.sides


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """One product. Its functions are pure; what they raise is ``UsageError`` for what was asked."""

    name: str
    order: int
    """Its place among the products, low numbers first."""
    summary: str
    """What it is, in a few words, for ``samenspel list products``."""
    pieces: Callable[[Product, Choices], Iterable[Piece]]
    """All that it lays out for one edition."""
    lay_out: Callable[[Material, Piece], Pages]
    """The pages of a piece."""
    files: Callable[[Piece, Pages, Pages | None, Press], Iterable[PrintFile]]
    """The files of a piece, from its pages and those of the piece that it is made of."""
    file_names: Callable[[Piece, Press], Iterable[str]]
    """The names of those files, known before anything is laid out."""
    lacking: Callable[[Deck, Piece], str] | None = None
    """Why a deck cannot have a piece, in words (without a whole model there is no poster); empty
    when it can. ``None`` for every deck."""
    previewed: bool = True
    """Whether preview and proof show it when no product is chosen."""
    paired: bool = False
    """Whether its pages are fronts and backs in turn, so that a contact sheet shows them."""
    single: bool = False
    """Whether it can be made of some cards alone."""
    thumbnail: int = 480
    """How wide its pages stand in a check's report, in pixels."""
    papers: tuple[str, ...] = ()
    """The papers that it is made on when none is chosen, the largest last; none for what lies on no
    paper."""
    schemed: bool = False
    """Whether one chooses by which scheme it is imposed, how often, and with which gaps."""
    sides: Sides = "one"
    """How its pages are printed, where they do not lie on sheets: of these the plan says it."""
    sizes: tuple[str, ...] = ()
    """The sizes that it comes in, its own choice first; none for what takes the cards' format."""


def no_cards(deck: Deck, piece: Piece) -> str:
    """Why nothing that cards lie in, or on, is made of a deck of other pages alone."""
    del piece
    return "" if deck.cards else say("it has no cards")


def lacks_pages(deck: Deck, what: PagesOf) -> str:
    """Why a deck has no such pages beside its cards; empty when it has some."""
    return "" if extras_of(deck, what) else say("it has no pages for it")


def refused(piece: Piece, deck: Deck, why: str) -> Pages:
    """No pages, and the reason: of what is asked for by itself, and cannot be made of a deck."""
    problem = Diagnostic(
        "product-impossible",
        say(
            "no {name} is made of this deck: {why} (region {region})",
            name=piece.name,
            why=why,
            region=deck.region.id,
        ),
        deck.where("@deck", "cards"),
        "cards",
        "add the cards that are missing, or leave this product out (--product)",
    )
    return Pages([], [problem])
