"""What is asked of a build, what it reports on its way, and what it made."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, SamenspelError, UsageError
from samenspel.model.ordering import Making
from samenspel.model.sheet import Sides
from samenspel.saying import say
from samenspel.units import Size

if TYPE_CHECKING:  # a build that knows itself needs none of these
    from samenspel.model.backs import Backs
    from samenspel.model.finding import Finding
    from samenspel.model.sheet import Flip, Printer
    from samenspel.model.style import PageOrder, StandardName, TextAs

ALL = "all"
"""Stands for every region, format or language that there is."""
DECKS_OWN = "deck"
"""What a check looks at: the formats that a deck names, or else all; a project's own regions, and
with no base below it the deck without a region too."""

FALLBACK_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build, and where to put it."""

    output: Path
    """The folder that files are put in."""
    project: Path | None = None
    """The deck project's folder; ``None`` stands for the built-in deck."""
    regions: tuple[str, ...] = ("basis",)
    """Names, or ``all``; so too for languages, formats and products."""
    languages: tuple[str, ...] = ()
    """None means every one that a region offers, for ``basis`` the one the deck was written in."""
    formats: tuple[str, ...] = ()
    """Sizes of cards; none means the deck's own choice, or else A6."""
    products: tuple[str, ...] = ()
    """None means those that the deck names."""
    cards: tuple[str, ...] = ()
    """The ids of cards, to make these alone; none means the whole deck."""
    papers: tuple[str, ...] = ()
    """Those of sheets; none means the product's own choice, as for sizes and orientations."""
    one_paper: bool = False
    """Whether that own choice is one paper, the largest: a shop prints the cards once."""
    sizes: tuple[str, ...] = ()
    """Those of what is not made in the cards' format."""
    orientations: tuple[str, ...] = ()
    """``landscape``, ``portrait``, or ``all``, likewise."""
    press: str = "coated"
    """The name of a press."""
    standard: StandardName | None = None
    """Instead of what the press asks for; so too for text and pages."""
    text: TextAs | None = None
    """Text in fonts or as outlines."""
    pages: PageOrder | None = None
    """How the cards' faces follow each other."""
    die_lines: bool = True
    """Without them there are no files with a die line, whatever the press asks."""
    theme: str = "samenspel"
    """The name of a theme."""
    scheme: str = "n-up"
    """How cards are put on sheets, as are flip, copies, fill, gutter, creep and printer."""
    flip: Flip = "long-edge"
    """Over which edge the printer turns a sheet."""
    copies: int | None = None
    """How often each card is wanted; ``None`` is what comes naturally to the scheme."""
    fill: bool = True
    """Whether places that are left over on sheets are filled with cards to write on."""
    gutter: float | None = None
    """Between trims in mm, 0 for common cuts; ``None`` leaves it to the format."""
    creep: float = 0.1
    """Thickness in mm of a sheet of a booklet."""
    printer: Printer | None = None
    """A printer that was measured."""
    created: datetime | None = None
    """The moment that the files carry. ``None`` takes it from ``SOURCE_DATE_EPOCH``, or else from
    the deck's edition, never from the clock, so that the same input gives the same bytes."""
    cache: Path | None = None
    """The store's folder: art made ready for the press, and what earlier builds made. It is safe to
    delete at any moment; what is built never depends on it."""
    inspected: bool = True
    """Whether finished files pass preflight; pictures for a screen are made without."""
    at_hand: Callable[[str], bool] | None = None
    """For a screen only: whether a page's picture is at hand, by its ``page_keys``. Then files hold
    only the other pages, as they are drawn: not finished, and without tags."""
    thorough: bool = False
    """Whether preflight draws every page and measures its ink."""
    keep_rejected: bool = False
    """Whether files that preflight stops are written as ``*.rejected.pdf``, to be looked at."""
    backs: Backs | None = None
    """What the backs of the cards tell; ``None`` is what each deck says."""
    presses: tuple[str, ...] = ()
    """Several presses in one build, each in a folder of its own name; none means ``press``."""
    drafts: bool = False
    """Whether drafts of languages are made; otherwise they are left out, or refused by name."""
    making: Making = field(default_factory=Making)
    """What cards and boxes are made of; a box is as deep as its deck is high."""
    clean: bool = False
    """Whether files go that an earlier build made of another edition or for another press."""


def rejected_name(name: str) -> str:
    """What a file is called when preflight stops it: ``cards.rejected.pdf``."""
    return name.removesuffix(".pdf") + ".rejected.pdf"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    done: int
    """How many files are made."""
    total: int
    """How many there will be."""
    doing: str
    """The file that it works on now."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One finished file. Lengths are in mm."""

    path: Path
    """Where it stands."""
    product: str
    """The name of its product."""
    region: str
    """The region it is for."""
    language: str
    """The language of its texts."""
    format: str
    """The cards' format."""
    press: str
    """The press it is for."""
    pages: int
    """How many it has."""
    trim: Size
    """Width and height of its pages when they are cut."""
    bleed: float
    """How far its pages are painted beyond the trim."""
    bytes: int
    """Its size."""
    sha256: str
    """Its fingerprint, in hexadecimal."""
    title: str
    """The title in its metadata."""
    edition_code: str
    """The fingerprint of the deck's content."""
    safe: float = 0.0
    """How far inside the trim nothing important stands."""
    margin: float = 0.0
    """How far inside the trim texts stand."""
    radius: float = 0.0
    """Of the corners."""
    page_names: tuple[str, ...] = ()
    """A name for each page (``blijf-balanceren-front``)."""
    making: Making = field(default_factory=Making)
    """How what it holds is made, of a file that differs by it."""
    page_prints: tuple[str, ...] = ()
    """The fingerprint of each page that is a card's face, in hexadecimal; else empty texts."""
    page_codes: tuple[str, ...] = ()
    """The code of the card of each page; empty texts for pages of no card."""
    page_keys: tuple[str, ...] = ()
    """For a screen only: a digest of all that each page is drawn from, in hexadecimal."""
    die_line: str = ""
    """The plate of the die line, if the file has one."""
    lines: tuple[str, ...] = ()
    """Plates that hold lines for a die maker, of a page that is cut along them."""
    card: str = ""
    """The id of its only card, when that was asked for by itself."""
    place: int = 1
    """Where its first card stands in the deck."""
    note: str = ""
    """What a maker wants to know of it in a line: how the cards of sheets lie."""
    sides: Sides = "one"
    """How it is printed."""
    one_back: bool = False
    """Whether it has several backs that are all drawn alike."""
    picture: tuple[str, ...] = ()
    """The name and SHA-256 of the picture that stands beside it: of the box that it becomes."""
    findings: tuple[Finding, ...] = ()
    """What preflight found in it; nothing stops it."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A region of which nothing was made."""

    region: str
    """Its name."""
    error: SamenspelError
    """Why: all mistakes that were found."""


def stopped_error(stopped: Sequence[Stopped]) -> SamenspelError:
    """The mistakes of some regions, at least one, together.

    A ContentError when there are mistakes in content, else a PreflightError.
    """
    errors = [one.error for one in stopped]
    kind = next((type(one) for one in errors if isinstance(one, ContentError)), type(errors[0]))
    return kind(dict.fromkeys(found for one in errors for found in one.diagnostics))


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """One file that something was made with; ``name`` is its place in the folder of a deck."""

    name: str
    sha256: str
    own: bool
    """Whether it is the project's own, and not samenspel's."""
    replaces: bool = False
    """Whether samenspel has another file of this name, which the project's own goes before."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """All that a build made, and what its maker should know although it stopped nothing."""

    output: Path
    """The folder that files were put in."""
    files: tuple[BuiltFile, ...]
    """All that were made."""
    manifests: tuple[Path, ...]
    """The lists of files, one for each folder."""
    warnings: tuple[Diagnostic, ...] = ()
    """What stopped nothing."""
    removed: tuple[Path, ...] = ()
    """Files of earlier builds that no longer belonged; only when that was asked for."""
    stopped: tuple[Stopped, ...] = ()
    """The regions of which nothing was made, beside those that were."""
    inputs: tuple[Input, ...] = ()
    """What it was made with beside its texts, by name."""
    unchanged: bool = False
    """Whether all of it stood there already, so that nothing was made."""

    @property
    def replaced(self) -> tuple[Input, ...]:
        """What of the project's own was used in the place of something of samenspel."""
        return tuple(one for one in self.inputs if one.replaces)


def moment_of(edition: str, environment: Mapping[str, str] = os.environ) -> datetime:
    """The moment that a deck's files carry, in UTC.

    ``SOURCE_DATE_EPOCH`` (seconds since 1970, see reproducible-builds.org) wins; else the first of
    January of the year with which the edition begins (``2026.1``); else 1 January 2000. Raises
    UsageError (``epoch-invalid``).
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _from_epoch(epoch)
    year = re.match(r"(19[89]\d|2\d{3})(?!\d)", edition)
    return datetime(int(year[1]), 1, 1, tzinfo=UTC) if year else FALLBACK_MOMENT


def _from_epoch(epoch: str) -> datetime:
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
        if not 1980 <= moment.year <= 9999:
            raise ValueError(epoch)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError.of(
            "epoch-invalid",
            say('SOURCE_DATE_EPOCH is "{epoch}", which is no moment since 1980', epoch=epoch),
            remedy="give whole seconds since 1 January 1970, or unset it",
        ) from error
    return moment
