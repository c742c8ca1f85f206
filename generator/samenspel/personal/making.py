"""A card of a deck for each row of a table: laid out one by one, drawn, judged and written."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from samenspel.bounds import MAKING, MESSAGES
from samenspel.diagnostics import Diagnostic
from samenspel.draw.series import Needs, Series
from samenspel.errors import ContentError
from samenspel.fence import allow, hold
from samenspel.finish import Mould, MouldedFile, finish
from samenspel.layout import FormatLayout, forget, laid_card, verify
from samenspel.model.cards import Card
from samenspel.model.frame import Frame
from samenspel.model.style import Format
from samenspel.offer import EditionName
from samenspel.personal.judging import Judge
from samenspel.personal.people import Person, people_of
from samenspel.personal.spool import Spool, Stored
from samenspel.pipeline import BuildRequest, Progress
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.leftovers import old_row, old_rows
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_builds
from samenspel.pipeline.other_presses import folder_for
from samenspel.products.cards import ordered
from samenspel.staging import Staging

PART = 50
"""So many cards are judged at once."""
FORGOTTEN = 1000
"""So many cards are laid out before their words are let go of."""
LEVEL = 6

Reporting = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class PersonalRequest:
    """What to make."""

    build: BuildRequest
    """The deck, its regions, languages, formats and presses, where it goes, and the one card."""
    rows: Path
    """The table: a CSV file or a workbook."""
    each: bool = False
    """Whether every row gets a file of its own."""


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """A file that was made."""

    path: Path
    """Where it stands."""
    pages: int
    """How many it has."""
    bytes: int
    """How large it is."""


def make_personal(
    request: PersonalRequest,
    on_progress: Reporting | None = None,
    on_kept: Callable[[Diagnostic], object] | None = None,
    on_removed: Callable[[Path], object] | None = None,
) -> list[PersonalFile]:
    """The card that ``request.build`` names, for each row of a table, in every edition and format.

    Nothing is written unless everything is sound. A file in the way that somebody changed since it
    was made is kept beside the new one; ``on_kept`` is told where, and of files of rows that are
    gone. With ``request.build.clean`` these go, and ``on_removed`` is told. Raises ContentError for
    a text that does not fit or letters that no font has, with the cell; PreflightError for what a
    press would refuse; and as ``build_deck``.
    """
    builds = open_builds(replace(request.build, die_lines=False))
    made: list[PersonalFile] = []
    with Staging(request.build.output, kept=on_kept or _ignored) as staging:
        for build in builds:
            for name in build.editions:
                for file in _edition(request, build, name, staging, on_progress or _ignored):
                    made.append(file)
        hold()
        old = old_rows(request.build.output, [one.path for one in made]) if request.each else []
        places = [request.build.output / name for name in old]
        staging.discard(old if request.build.clean else ())
        staging.commit()
    for path in places:
        if request.build.clean:
            (on_removed or _ignored)(path)
        else:
            (on_kept or _ignored)(old_row(path))
    return made


def _edition(
    request: PersonalRequest,
    build: Build,
    name: EditionName,
    staging: Staging,
    on_progress: Reporting,
) -> Iterator[PersonalFile]:
    edition = prepared(build, name)
    (wanted,) = build.cards
    card = next(one for one in edition.deck.cards if one.id == wanted)
    people = people_of(request.rows, card.spec)
    for shape in map(build.fitted, build.formats):
        place = folder_for("personal", build.press.name, apart=bool(build.folder))
        home = f"{build.folder}{name.region}/{name.language}/{shape.name}/{place}"
        with closing(Spool()) as spool:
            work = _Work(edition.in_format(shape), shape, card, people, spool, on_progress)
            work.lay_out()
            yield from work.write(staging, home, each=request.each)


class _Work:
    """The personal cards of one edition in one format."""

    def __init__(
        self,
        edition: Edition,
        shape: Format,
        card: Card,
        people: list[Person],
        spool: Spool,
        on_progress: Reporting,
    ) -> None:
        self._edition, self._shape = edition, shape
        self._card = next(one for one in edition.deck.cards if one.id == card.id)
        self._people, self._spool, self._on_progress = people, spool, on_progress
        self._needs = Needs()
        self._first: list[Frame] = []
        self._last: dict[int, tuple[bytes, bytes]] = {}

    def lay_out(self) -> None:
        """All cards, one after another. Raises ContentError with all that is wrong with them."""
        layout = replace(self._edition.layout(self._shape), shelf=None)
        problems: dict[Diagnostic, None] = {}
        for place, person in enumerate(self._people):
            if not place % PART:
                self._progress(place / 2)
            if not place % FORGOTTEN:
                forget(layout)
            frames = _laid(layout, self._card, person, problems)
            if len(problems) > MESSAGES:
                break
            if not problems:
                self._first = self._first or frames
                for frame in frames:
                    self._needs.see(frame)
                self._spool.put(frames)
        if problems:
            raise ContentError(problems)

    def write(self, staging: Staging, home: str, *, each: bool) -> Iterator[PersonalFile]:
        """Draw, judge and write. Raises PreflightError with what is wrong with the first part."""
        edition, press = self._edition, self._edition.build.press
        files = ordered(self._first[:2], press.pages)
        places = {name.replace("cards", self._card.id): [self._first.index(one) for one in frames]
                  for name, frames in files.items()}  # fmt: skip
        series = self._series()
        mould = self._mould(series)
        judge = Judge(edition, self._shape, len(self._first))
        output = staging.destination
        with ExitStack() as open_files:
            whole: dict[str, tuple[BinaryIO, MouldedFile]] = {}
            for name in () if each else places:
                file = open_files.enter_context(staging.opened(f"{home}/{name}.pdf"))
                whole[name] = file, MouldedFile(mould, file)
            for first, part in self._parts(series):
                people = self._people[first : first + len(part)]
                judge.judge(_moulded(mould, [one for card in part for one in card]), people)
                gc.collect(1)  # what judging leaves goes in circles, and nobody else looks for it
                for person, contents in zip(people, part, strict=True):
                    for name, wanted in places.items():
                        row = [contents[place] for place in wanted]
                        if each:
                            pdf = _moulded(mould, row)
                            called = f"{home}/{name}/{person.name}.pdf"
                            staging.write(called, pdf)
                            yield PersonalFile(output / called, len(row), len(pdf))
                        else:
                            for content in row:
                                whole[name][1].add(content)
            for name, (file, written) in whole.items():
                written.close()
                yield PersonalFile(output / f"{home}/{name}.pdf", written.pages, file.tell())

    def _parts(self, series: Series) -> Iterator[tuple[int, list[list[bytes]]]]:
        """The packed operators of each card's pages, some cards at a time."""
        part: list[list[bytes]] = []
        for place, card in enumerate(self._spool.cards(), 1):
            part.append([self._content(series, side, page) for side, page in enumerate(card)])
            if len(part) == PART or place == len(self._people):
                self._progress((len(self._people) + place) / 2)
                allow(MAKING)
                yield place - len(part), part
                part = []

    def _content(self, series: Series, side: int, page: Stored) -> bytes:
        """A page's operators; most backs are the one before."""
        known = self._last.get(side)
        if known is None or known[0] != page.data:
            known = page.data, zlib.compress(series.content(page.frame), LEVEL)
            self._last[side] = known
        return known[1]

    def _series(self) -> Series:
        build, edition = self._edition.build, self._edition
        return Series(
            self._needs,
            fonts=build.fonts(edition.deck.language),
            arts=edition.arts,
            press=build.press,
            colours=build.colour_space(edition.theme),
        )

    def _mould(self, series: Series) -> Mould:
        """What all files share; its identifiers are of all that stands in the table too."""
        build, frame = self._edition.build, self._first[0]
        pdf = series.shared(frame).pdf() + b"%" + self._spool.digest.encode() + b"\n"
        done = finish(
            pdf,
            press=build.press,
            profile=build.profile,
            trim_inset=frame.bleed,
            metadata=self._edition.metadata(f"{self._card.id}.pdf"),
        )
        return Mould(done)

    def _progress(self, done: float) -> None:
        self._on_progress(Progress(int(done), len(self._people), self._card.id))


def _laid(
    layout: FormatLayout, card: Card, person: Person, problems: dict[Diagnostic, None]
) -> list[Frame]:
    """The pages of one person's card; what is wrong with them is added to ``problems``."""
    deck = replace(layout.deck, sources=person.deck(layout.deck, card))
    layout = replace(layout, deck=deck)
    pages = laid_card(layout, person.card(card))
    found = [problem for page in pages for problem in page.problems]
    if not found:
        found = [one for page in pages for one in verify(page.frame, deck, layout.painted)]
    problems.update(dict.fromkeys(found))
    return [page.frame for page in pages]


def _moulded(mould: Mould, contents: list[bytes]) -> bytes:
    file = BytesIO()
    made = MouldedFile(mould, file)
    for content in contents:
        made.add(content)
    made.close()
    return file.getvalue()


def _ignored(progress: object) -> None:
    del progress
