"""The check: every edition in every format laid out without drawing, and all that is found told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samenspel.checking.brand import AccentDistance, Brand, logo_remedies
from samenspel.checking.gathering import Gathering
from samenspel.checking.pictures import pictures_of
from samenspel.checking.report import CheckReport, Edition, FitRow, PageName
from samenspel.checking.sources import (
    EDITION_SOURCES,
    LANGUAGE_SOURCES,
    REGION_SOURCES,
)
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.loading import select
from samenspel.pipeline.coarse import coarse_pictures
from samenspel.pipeline.line import prepared
from samenspel.pipeline.request import PAPERS, BuildRequest, Progress
from samenspel.pipeline.survey import Survey, cards_surveyed, poster_surveyed, sheets_surveyed
from samenspel.pipeline.workshop import Bench, Workshop, open_workshop
from samenspel.upkeep import accepted_overrides, outdated_overrides
from samenspel.upkeep.gaps import accepted_translations
from samenspel.upkeep.history import change_files
from samenspel.upkeep.overrides import Outdated

Tell = Callable[[Progress], None]


def check_deck(
    request: BuildRequest, on_progress: Tell | None = None, *, pictures: bool = False
) -> CheckReport:
    """Lay out and judge all that ``request`` asks for; nothing is written.

    What would stop a build is among the findings of the report. Raises UsageError for names that do
    not exist, and ContentError only when the project cannot be read at all. ``pictures`` adds small
    pictures of the cards: of all in the first format, of those that are tight in the others.
    """
    return _Check(open_workshop(request), request, on_progress, pictures).done()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting would write down: the outdated texts, and the files with their new records."""

    root: Path
    outdated: tuple[Outdated, ...]
    files: Mapping[str, bytes | None]

    def write(self) -> list[Path]:
        """Write the records as one step that can be undone. Raises FileAccessError."""
        return change_files(self.root, "accept", self.files)


def acceptance(request: BuildRequest, *, only_new: bool = False) -> Acceptance:
    """That outdated texts have been seen, for what ``request`` asks; nothing is written yet.

    With ``only_new`` just the overrides of which nothing is recorded. Raises what ``check_deck``
    raises.
    """
    shop = open_workshop(request)
    project = shop.project
    files: dict[str, bytes | None] = {}
    outdated: dict[Outdated, None] = {}
    for region in dict.fromkeys(region for region, _ in shop.editions):
        files |= accepted_overrides(project, region, only_new=only_new)
        outdated |= dict.fromkeys(() if only_new else outdated_overrides(project, region))
    for language in dict.fromkeys(() if only_new else (name for _, name in shop.editions)):
        files |= accepted_translations(project, language)
    return Acceptance(project.root, tuple(outdated), files)


class _Check:
    """One check in progress."""

    def __init__(
        self, shop: Workshop, request: BuildRequest, tell: Tell | None, pictures: bool
    ) -> None:
        self.shop, self.request, self.tell = shop, request, tell
        self.with_pictures = pictures
        self.rows: list[FitRow] = []
        self.accents: dict[str, Sequence[AccentDistance]] = {}
        self.pictures: dict[PageName, bytes] = {}
        self.gathering = Gathering()

    def done(self) -> CheckReport:
        """Every edition, then what concerns the project as a whole."""
        editions = [Edition(*names) for names in self.shop.editions]
        for place, edition in enumerate(editions):
            if self.tell:
                self.tell(Progress(place, len(editions), str(edition)))
            self._edition(edition)
        self._project(editions)
        project = self.shop.project
        return CheckReport(
            title=project.title,
            edition_number=project.edition,
            editions=tuple(editions),
            formats=tuple(shape.name for shape in self.shop.formats),
            rows=tuple(self.rows),
            found=self.gathering.found(),
            excused=self.gathering.excused(),
            accents=self.accents,
            pictures=self.pictures,
        )

    def _edition(self, edition: Edition) -> None:
        try:
            bench = prepared(self.shop, edition.region, edition.language)
        except ContentError as error:
            self.gathering.stops(edition, self._proposed(edition, error.diagnostics))
            return
        self.gathering.waivers(edition, bench.deck.waivers)
        self.gathering.stops(edition, coarse_pictures(bench))
        surveys = []
        for survey in self._surveys(bench):
            surveys.append(survey)
            problems = Brand(self.shop, bench.deck).with_proposals(survey.problems)
            self.gathering.stops(edition, logo_remedies(bench, problems))
            self.gathering.waived(edition, survey.waived)
            self.rows += [FitRow(edition, survey.shape.name, fit) for fit in survey.fits]
        for source in EDITION_SOURCES:
            self.gathering.told(edition, source(bench, surveys))
        if edition.region not in self.accents:
            self.accents[edition.region] = Brand(self.shop, bench.deck).distances()
        if self.with_pictures:
            self.pictures |= pictures_of(bench, edition, surveys)

    def _surveys(self, bench: Bench) -> Iterator[Survey]:
        """The pages of all products, as a build would make them."""
        products = self.shop.products
        for shape in map(self.shop.fitted, self.shop.formats):
            if {"cards", "sheets"} & set(products):
                yield cards_surveyed(bench, shape)
            for paper in PAPERS if "sheets" in products else ():
                yield sheets_surveyed(bench, shape, paper, self.request.flip)[1]
        if "poster" in products:
            yield poster_surveyed(bench)

    def _proposed(self, edition: Edition, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
        """Messages about accents with the nearest colour that passes, when the deck can be read."""
        try:
            deck = select(self.shop.project, edition.region, edition.language)
        except ContentError:
            return found
        return Brand(self.shop, deck).with_proposals(found)

    def _project(self, editions: Sequence[Edition]) -> None:
        project = self.shop.project
        for warning in project.warnings:
            self.gathering.stops(None, [warning])
        for source in REGION_SOURCES:
            for region in dict.fromkeys(edition.region for edition in editions):
                self.gathering.stops(None, source(project, region))
        for ask in LANGUAGE_SOURCES:
            for language in dict.fromkeys(edition.language for edition in editions):
                self.gathering.stops(None, ask(project, language))
        everything = {region for region, _ in self.shop.editions} >= set(project.ready)
        if everything and not self.request.languages:
            self.gathering.tell_unused()
