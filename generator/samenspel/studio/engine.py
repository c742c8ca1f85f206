"""A project held open: its cards are laid out and drawn as somebody looks at them.

All is read again as soon as a file of the project changes, whoever changed it. One thing is made at
a time: the stages share what they measured before. Pages are known by what is seen on them, so that
a browser asks for a picture only when it looks different.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import TypeVar

from samenspel.bounds import MAKING
from samenspel.builtin import builtin_deck
from samenspel.checking.spelt import speller_for
from samenspel.coaching.avoiding import Avoided
from samenspel.diagnostics import Diagnostic
from samenspel.draw import draw
from samenspel.errors import ContentError
from samenspel.fence import allow
from samenspel.gate import file_exists, read_bytes
from samenspel.layers.shapes import BASE
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame, TextRun
from samenspel.model.waiving import REGION
from samenspel.offer import EditionName
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.reopening import open_again
from samenspel.pipeline.request import ALL, BuildRequest
from samenspel.pipeline.survey import Survey, surveyed
from samenspel.pipeline.watching import state_of
from samenspel.products.product import Piece
from samenspel.project import Project
from samenspel.proofing.live import PressView
from samenspel.proofing.redrawing import Redrawing
from samenspel.spelling.words import Speller
from samenspel.staging import finish_abandoned
from samenspel.studio.drafts import Draft, drafted
from samenspel.upkeep import avoided_words, own_words
from samenspel.upkeep.passages import Passage, passages
from samenspel.upkeep.reviews import answers

K = TypeVar("K")
V = TypeVar("V")

PRODUCT = "cards"
SIZES = {"small": 72.0, "large": 150.0}
"""Dots per inch of a page in the overview, and of one that is worked on."""
BENCHES = 4
"""Editions that are held open; each holds its fonts and drawings."""
PAGES, PICTURES = 2_000, 600
"""Pages that are known, and pictures that are kept; some 50 kB each."""
TYPED = 40
"""Pages of drafts that are known: each letter gives one, with a deck of its own behind it."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One edition held open, or the mistakes that keep it from being made."""

    build: Build
    edition: Edition | None
    problems: tuple[Diagnostic, ...]
    pages: Redrawing
    """Its pages as the press prints them."""
    passages: tuple[Passage, ...]
    """All its texts, as its files have them."""
    base: tuple[Passage, ...]
    """Those of the deck without a region, in the same language."""
    avoided: Avoided
    """The words that the deck avoids in this language."""
    speller: Speller
    """Judges the spelling of its cards."""
    region_speller: Speller
    """Judges that of what the region says of itself."""

    @property
    def parts(self) -> dict[str, str]:
        """What people call each card, by its id, in the order of the deck; whatever is wrong."""
        titles: dict[str, str] = {}
        for one in self.passages:
            if not one.part.startswith("@"):
                said = one.text or one.source if one.field == ("title",) else ""
                titles[one.part] = titles.get(one.part) or said
        if self.edition is None:
            return {part: title or part for part, title in titles.items()}
        return {card.id: card.name for card in self.edition.deck.cards}

    def card_of(self, part: str) -> str:
        """The card that is shown for a part: itself, and for the region the first."""
        return next(iter(self.parts)) if part == REGION else part

    @property
    def title(self) -> str:
        """The deck's title with the region's name."""
        return self.edition.title if self.edition else self.build.project.title

    def piece(self, shape: str, card: str) -> Piece:
        """The cards product in a format, for one card alone."""
        pieces = (one for one in self.build.pieces if one.shape.name == shape)
        return replace(next(pieces), cards=(card,))


@dataclass(frozen=True, slots=True)
class Shown:
    """A card laid out: its pages with all that was found, and the deck whose texts they hold."""

    survey: Survey
    deck: Deck


class Engine:
    """One project, in all its editions."""

    def __init__(self, root: Path, cache: Path | None) -> None:
        """``cache`` is the store's folder, as for a build."""
        self.root = root
        self.lock = RLock()
        """Held while something is made or written."""
        self._cache = cache
        finish_abandoned(root)
        self._state = self._now()
        self._project: Project | None = None
        self._benches: OrderedDict[EditionName, Bench] = OrderedDict()
        self._pages: OrderedDict[str, tuple[Bench, Edition, Frame]] = OrderedDict()
        self._typed: OrderedDict[str, tuple[Bench, Edition, Frame]] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def project(self) -> Project:
        """The project as its files are now. Raises ContentError and FileAccessError."""
        with self.lock:
            self._look()
            if self._project is None:
                allow(MAKING)
                self._project = open_again(self.root, builtin_deck())
            return self._project

    def _look(self) -> None:
        """Forget all that was read when a file is not what it was."""
        finish_abandoned(self.root)  # another studio may have been killed while it wrote
        state = self._now()
        if state != self._state:
            self._state, self._project = state, None
            self._benches.clear()

    def _now(self) -> tuple[object, ...]:
        """What tells the files from what they will be: those of the deck, and who approved it."""
        held = [one for one in answers(self.root) if one.freezes]
        return (*state_of(self.root), *held)

    def read(self, file: str) -> bytes | None:
        """A file of the project as it is now; ``None`` for one that is not there."""
        return read_bytes(self.root, file) if file_exists(self.root, file) else None

    def bench(self, name: EditionName) -> Bench:
        """An edition as its files are now. Raises ContentError when it cannot be read at all."""
        with self.lock:
            self._look()
            if name not in self._benches:
                self._benches[name] = self._opened(name)
            return _used(self._benches, name, BENCHES)

    def _opened(self, name: EditionName) -> Bench:
        project = self.project()  # whole, so that the build finds it open
        build = open_build(
            BuildRequest(
                output=self.root / "output",
                project=self.root,
                regions=(name.region,),
                languages=(name.language,),
                formats=(ALL,),
                products=(PRODUCT,),
                drafts=True,
                cache=self._cache,
            )
        )
        texts = passages(project, name.region, name.language)
        base = passages(project, BASE, name.language)
        avoided = Avoided(avoided_words(project, name.language))
        plain = Speller(name.language, own_words(project, name.language))
        pages = Redrawing(PressView(build.profile))
        bench = Bench(build, None, (), pages, texts, base, avoided, plain, plain)
        try:
            edition = prepared(build, name)
        except ContentError as error:
            return replace(bench, problems=error.diagnostics)
        return replace(
            bench, edition=edition, speller=speller_for(project, edition.deck),
            region_speller=speller_for(project, edition.deck, with_region=False),
        )  # fmt: skip

    def shown(self, bench: Bench, shape: str, card: str, draft: Draft | None = None) -> Shown:
        """A card as it is printed; ``draft`` is a text that stands in no file yet.

        Raises ContentError for a draft of which no page can be made.
        """
        assert bench.edition is not None
        with self.lock:
            allow(MAKING)
            piece, edition = bench.piece(shape, card), bench.edition
            if draft is not None:
                edition = drafted(edition, piece.shape, draft)
            found = surveyed(edition, piece)
            known, most = (self._pages, PAGES) if draft is None else (self._typed, TYPED)
            for frame in found.frames:
                name = name_of(frame)
                known[name] = bench, edition, frame
                known.move_to_end(name)
            while len(known) > most:
                known.popitem(last=False)
            return Shown(found, edition.in_format(piece.shape).deck)

    def picture(self, name: str, size: str) -> bytes | None:
        """A page as JPEG; ``None`` for one that was never laid out, or too long ago."""
        key = name, size
        with self.lock:
            if key not in self._pictures:
                page = self._pages.get(name) or self._typed.get(name)
                if page is None or size not in SIZES:
                    return None
                allow(MAKING)
                self._pictures[key] = self._drawn(*page, SIZES[size])
            return _used(self._pictures, key, PICTURES)

    def _drawn(self, bench: Bench, edition: Edition, frame: Frame, dpi: float) -> bytes:
        def pdf(frame: Frame) -> bytes:
            return draw(
                [frame],
                fonts=bench.build.fonts(edition.deck.language),
                arts=edition.arts,
                press=bench.build.press,
                colours=bench.build.colour_space(edition.theme),
            )

        picture = bench.pages.picture(frame, edition.arts, dpi, pdf)
        return PressView.cut(picture, frame.bleed, dpi)


def name_of(frame: Frame) -> str:
    """The name by which a page's picture is asked for: it tells all that look different apart."""
    plain = frame.code.replace("-", "")
    texts = (item.text.replace("-", "") for item in frame.items if isinstance(item, TextRun))
    code = plain if plain in texts else ""  # it stands on one face of a card
    return hashlib.sha256(f"{frame.fingerprint} {code}".encode()).hexdigest()[:32]


def _used(kept: OrderedDict[K, V], key: K, most: int) -> V:
    """What is kept by a key; what was used longest ago goes."""
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
    return kept[key]
