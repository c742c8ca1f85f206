"""The check: every edition is laid out in every format, without drawing, and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from samenspel.checking.brand import AccentDistance, Brand
from samenspel.checking.designs import design_findings
from samenspel.checking.gathering import Gathering
from samenspel.checking.logos import logo_remedies
from samenspel.checking.pictures import pictures_of
from samenspel.checking.report import CheckReport, FitRow, PageName
from samenspel.checking.sources import (
    EDITION_SOURCES,
    LANGUAGE_SOURCES,
    REGION_SOURCES,
)
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.layers.shapes import BASE
from samenspel.model.deck import Deck
from samenspel.model.places import TextPath, field_key
from samenspel.model.waiving import OwnedMessage
from samenspel.offer import EditionName
from samenspel.pipeline.build import Build
from samenspel.pipeline.coarse import coarse_pictures
from samenspel.pipeline.line import deck_of, prepared
from samenspel.pipeline.opening import USUAL_FORMATS, open_build
from samenspel.pipeline.request import ALL, DECKS_OWN, BuildRequest, Progress
from samenspel.pipeline.serving import Skipped, served
from samenspel.pipeline.survey import surveys
from samenspel.project import Project

Tell = Callable[[Progress], None]


def check_deck(
    request: BuildRequest,
    on_progress: Tell | None = None,
    *,
    pictures: bool = False,
    designs: bool = False,
) -> CheckReport:
    """Lay out and judge all that ``request`` asks for; nothing is written.

    What would stop a build is among the findings of the report. Raises UsageError for names that do
    not exist, and ContentError only when the project cannot be read at all. ``pictures`` adds small
    pictures of the cards: of all in the first format, of those that are tight in the others.
    ``designs`` tries the pages of the deck's kinds too, with short, usual and long texts.
    """
    check = _Check(open_build(_with_drafts(request)), request, on_progress, pictures, designs)
    return check.done()


def _with_drafts(request: BuildRequest) -> BuildRequest:
    """A draft that is named is checked: that is how it stops being one."""
    named = bool(request.languages) and ALL not in request.languages
    return replace(request, drafts=request.drafts or named)


def _base_prefix(project: Project) -> str:
    """What the names of the base's files begin with."""
    line = project.sources.deck.get("base")
    return f"{line.text.replace(' ', '-')}/" if line else ""


def _ordered(project: Project, request: BuildRequest) -> tuple[str, ...]:
    """The formats that the deck is made in: those asked for or named, or all."""
    if request.formats not in ((), (DECKS_OWN,)) or project.formats or not project.base:
        return ()
    return USUAL_FORMATS


def _is_own(deck: Deck, path: TextPath) -> bool:
    place = deck.where(*path) if path else None
    return place is None or place.file.startswith("cards/")


def _quotes(deck: Deck) -> Mapping[tuple[Location, str], str]:
    """The cards' texts by where they stand."""
    return {
        (place, field_key(deck.written((card.id, *path)))): text
        for card in deck.every
        for path, text in card.texts()
        if (place := deck.where(card.id, *path))
    }


class _Check:
    """One check in progress."""

    def __init__(
        self,
        build: Build,
        request: BuildRequest,
        tell: Tell | None,
        pictures: bool,
        designs: bool,
    ) -> None:
        self.build, self.request, self.tell = build, request, tell
        self.with_pictures = pictures
        self.untried = {name.language for name in build.editions} if designs else set()
        """The languages in which designs are still to be tried."""
        self.rows: list[FitRow] = []
        self.accents: dict[str, Sequence[AccentDistance]] = {}
        self.pictures: dict[PageName, bytes] = {}
        self.gathering = Gathering()
        self.quotes: dict[tuple[Location, str], str] = {}
        self.skipped = Skipped()

    def done(self) -> CheckReport:
        """Every edition, then what concerns the project as a whole."""
        editions = self.build.editions
        for place, name in enumerate(editions):
            if self.tell:
                self.tell(Progress(place, len(editions), str(name)))
            self._edition(name)
        self._project(editions)
        project = self.build.project
        return CheckReport(
            title=project.title,
            edition_number=project.edition,
            editions=editions,
            formats=tuple(shape.name for shape in self.build.formats),
            rows=tuple(self.rows),
            found=self.gathering.found(),
            excused=self.gathering.excused(),
            accents=self.accents,
            pictures=self.pictures,
            base=_base_prefix(project),
            ordered=_ordered(project, self.request),
            quotes=self.quotes,
        )

    def _edition(self, name: EditionName) -> None:
        try:
            edition = prepared(self.build, name)
        except ContentError as error:
            self.gathering.add(name, self._proposed(name, error.diagnostics))
            return
        self.gathering.set_waivers(name, edition.deck.waivers)
        found = served(edition, list(surveys(edition)))
        laid = found.laid
        self.skipped.add(name, found.skipped)
        self.gathering.add(name, coarse_pictures(edition, laid))
        for survey in laid:
            problems = Brand(self.build, edition.deck).with_proposals(survey.problems)
            self.gathering.add(name, logo_remedies(edition, problems))
            self.gathering.add_region_findings(name, survey.waived)
            self.rows += [
                FitRow(name, survey.piece.shape.name, fit, path, _is_own(edition.deck, fit.path))
                for fit in survey.fits
                for path in [edition.deck.written(fit.path)]
            ]
        self.quotes |= _quotes(edition.deck)
        for source in EDITION_SOURCES:
            found_here = source(edition, laid)
            self.gathering.add_waivable(name, (one for one in found_here if self._concerns(one)))
        if name.region not in self.accents:
            self.accents[name.region] = Brand(self.build, edition.deck).distances()
        if name.language in self.untried:
            self.untried.remove(name.language)
            self.gathering.add(name, design_findings(edition))
        if self.with_pictures:
            self.pictures |= pictures_of(edition, name, laid)

    def _concerns(self, found: OwnedMessage) -> bool:
        """False for a message about other cards than those that are asked for."""
        return not self.build.cards or found[0] in self.build.cards

    def _proposed(self, name: EditionName, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
        """Messages about accents with the nearest colour that passes, when the deck can be read."""
        try:
            deck = deck_of(self.build, name)
        except ContentError:
            return found
        return Brand(self.build, deck).with_proposals(found)

    def _project(self, editions: Sequence[EditionName]) -> None:
        project = self.build.project
        for found in (project.warnings, self.build.notes, *self.build.broken.values()):
            self.gathering.add(None, found)
        if not self.build.cards:
            self.gathering.add(None, self.skipped.reported(self.build.press.name, editions))
        for source in REGION_SOURCES:
            for region in dict.fromkeys(name.region for name in editions):
                self.gathering.add(None, source(project, region, self.build.cards))
        if self.build.cards:
            return
        for ask in LANGUAGE_SOURCES:
            for language in dict.fromkeys(name.language for name in editions):
                self.gathering.add(None, ask(project, language))
        everything = {name.region for name in self.build.editions}
        ready = set(project.ready) - ({BASE} if project.base else set())
        if everything >= ready and not self.request.languages:
            self.gathering.warn_of_unused(_base_prefix(project))
