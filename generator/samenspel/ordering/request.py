"""What is asked of an order, and what it made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.model.backs import Backs
from samenspel.model.ordering import Making


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """What to order, and where to put the folder for the shop."""

    output: Path
    """The folder that the order is put in."""
    project: Path | None = None
    """The deck project's folder; ``None`` stands for the built-in deck."""
    presses: tuple[str, ...] = ("coated",)
    """The shops, by the name of their press."""
    regions: tuple[str, ...] = ()
    """The regions whose decks are ordered; none means the deck's own."""
    languages: tuple[str, ...] = ()
    """The languages that are ordered; none means those of the region."""
    formats: tuple[str, ...] = ()
    """The cards' formats; none means the deck's own choice."""
    products: tuple[str, ...] = ()
    """None means the cards."""
    papers: tuple[str, ...] = ()
    """Those of sheets; none means one, the largest that is usual."""
    cards: tuple[str, ...] = ()
    """The ids of cards, to order these alone; none means the whole deck."""
    drafts: bool = False
    """Whether drafts of languages are ordered too."""
    sizes: tuple[str, ...] = ()
    """Of what is not made as cards; none means the product's own choice, as for orientations."""
    orientations: tuple[str, ...] = ()
    """``landscape`` or ``portrait``."""
    backs: Backs | None = None
    """What the backs of the cards tell; ``None`` is what each deck says."""
    copies: int | None = None
    """Of each deck; ``None`` when ``quantities`` says it for every one."""
    quantities: Path | None = None
    """A table (CSV, XLSX) with copies by region, and by language or product where it has them."""
    making: Making = field(default_factory=Making)
    """How the decks are made."""
    approvals: Path | None = None
    """A table (CSV, XLSX) of who approved which edition, and when."""
    words: str = ""
    """The language of the papers; empty: the deck's own."""
    reference: str = ""
    """How the maker calls the order."""
    contact: str = ""
    """Whom the shop asks: a name with an address or number."""
    delivery: str = ""
    """Where and when it is to be delivered."""
    zipped: bool = False
    """One zip for each press instead of a folder."""
    cache: Path | None = None
    """A folder for art made ready for the press, kept between builds."""


@dataclass(frozen=True, slots=True)
class OrderReport:
    """What was made: a folder or a zip for each press."""

    places: tuple[Path, ...]
    """A folder or a zip for each press."""
    files: tuple[Path, ...]
    """All files of the orders."""
    warnings: tuple[Diagnostic, ...] = ()
    """What stopped nothing."""
