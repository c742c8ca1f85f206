"""The order of the stages: one deck after another, from the project's folder to finished files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from samenspel.bounds import MAKING
from samenspel.diagnostics import Diagnostic
from samenspel.draw import drawn
from samenspel.fence import allow, hold, time_for
from samenspel.finish import STANDARDS, finish
from samenspel.impose import on_sheets, place
from samenspel.layers import fallbacks
from samenspel.layout import marks_and_slugs
from samenspel.loading import select
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.model.sheet import SheetPlan
from samenspel.offer import EditionName
from samenspel.pdf.drawing import Drawing
from samenspel.pipeline.brand import check_accents
from samenspel.pipeline.build import Build
from samenspel.pipeline.causes import Origin
from samenspel.pipeline.coarse import coarse_pictures
from samenspel.pipeline.dispatch import Dispatch
from samenspel.pipeline.edition import Edition, make_edition
from samenspel.pipeline.made import Made
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.opening import open_builds
from samenspel.pipeline.page_keys import page_keys
from samenspel.pipeline.records import record, record_key, remembered
from samenspel.pipeline.request import BuildReport, BuildRequest, Progress, stopped_error
from samenspel.pipeline.screen_colours import printed_deck
from samenspel.pipeline.serving import served
from samenspel.pipeline.survey import Survey, surveys
from samenspel.products.product import PrintFile
from samenspel.questions import render
from samenspel.staging import Staging
from samenspel.tagging import Element, Marks, Outline, Section, read
from samenspel.upkeep import alts_of_other_pictures

AtHand = Callable[[str], bool]


def build_deck(
    request: BuildRequest, on_progress: Callable[[Progress], None] | None = None
) -> BuildReport:
    """Make all that ``request`` asks for, each region whole or not at all.

    A mistake in one region stops that region; the report names those that were ``stopped``. When
    no region can be made, it raises ContentError (with the mistakes of all regions and formats
    together) or PreflightError (with what is wrong with all files together). Raises also UsageError
    and FileAccessError. Then ``request.output`` is as it was before, but for rejected files that
    were asked for. With a store (``request.cache``) a build that would change nothing is known for
    one, and only the report is given.
    """
    return build_part(request, "", partial(record_key, request), on_progress)


def build_part(
    request: BuildRequest,
    part: str,
    key_now: Callable[[], str],
    on_progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """As :func:`build_deck`, for what is written below a ``part`` of the output folder.

    Others may build the rest of it meanwhile. ``key_now`` is the key of the build's record.
    """
    key = key_now()
    known = remembered(request, key)
    if known is not None:
        return known
    builds = open_builds(request)  # 1 load
    mistakes = {name.region: Mistakes() for name in builds[0].editions}
    kept: list[Diagnostic] = []
    with Staging(request.output, part, kept=kept.append) as staging:
        dispatch = Dispatch(builds, request, staging, on_progress)
        for build in builds:
            for name in build.editions:
                dispatch.starts(f"{build.folder}{name}")
                wrong = mistakes[name.region]
                with wrong.gathered():
                    _make(build, name, dispatch, wrong)
            for region in mistakes if not (part and request.clean) else ():
                dispatch.dropped(build, region)
            if not part:  # whoever makes all parts looks at the whole folder, and cleans it
                dispatch.dropped_regions(build)
        for region, wrong in mistakes.items():
            dispatch.stop(region, wrong.error)
        hold()
        staging.commit()
    report = dispatch.report()
    if report.stopped and not report.files:
        raise stopped_error(report.stopped)
    record(request.cache, key, key_now, report)
    return replace(report, warnings=(*report.warnings, *kept))  # reported once, where it happened


def deck_of(build: Build, name: EditionName) -> Deck:
    """One deck with its texts as templates, the backs asked for, and colours in press inks."""
    deck = select(build.project, name.region, name.language)
    deck = replace(deck, backs=build.backs or deck.backs)
    return printed_deck(deck, build.theme.printed)


def prepared(build: Build, name: EditionName) -> Edition:
    """One deck with its final texts and its art. Raises ContentError with the mistakes of both."""
    allow(MAKING * len(build.pieces))
    deck = deck_of(build, name)  # 2 overlay
    allow(time_for(2 * len(deck.cards)) * len(build.pieces))
    mistakes = Mistakes()
    with mistakes.gathered():
        check_accents(build, deck)
    with mistakes.gathered():
        build.fonts(deck.language)
    with mistakes.gathered():
        make_edition(build, deck, deck)
    with mistakes.gathered():
        final = render(deck)  # 3 render
    mistakes.raise_all()
    mistakes.warnings_of(build.letter_problems(final))
    mistakes.raise_all()
    return make_edition(build, final, deck)


def _make(build: Build, name: EditionName, dispatch: Dispatch, mistakes: Mistakes) -> None:
    """All pieces of one edition. Once there are mistakes, nothing more is drawn."""
    sources = build.project.sources
    dispatch.warn(fallbacks(sources, name.region, name.language))
    edition = prepared(build, name)
    dispatch.warn(edition.notes)
    dispatch.warn(warning for _, warning in alts_of_other_pictures(sources, edition.deck))
    found = served(edition, list(surveys(edition)))  # 4 lay out
    laid = found.laid
    dispatch.skips(build, name, found.skipped)
    dispatch.warn(mistakes.warnings_of(coarse_pictures(edition, laid)))
    for survey in laid:
        with mistakes.gathered():
            survey.accepted()
    if mistakes:
        return
    wanted = [survey for survey in laid if survey.piece in edition.pieces]
    at_hand = dispatch.at_hand
    everywhere = files_of(edition, [one for one in wanted if not one.piece.folder], at_hand)
    for shape in (one for one in build.formats if one.name not in found.skipped):
        pieces = [survey for survey in wanted if survey.piece.folder == shape.name]
        made = [*files_of(edition, pieces, at_hand), *everywhere]
        dispatch.folder(edition, build.fitted(shape), made)


def files_of(
    edition: Edition, wanted: Sequence[Survey], at_hand: AtHand | None = None
) -> list[Made]:
    """The finished files of some pieces of an edition, none of them written or judged yet."""
    return _Made(edition, wanted, at_hand).files()


class _Made:
    """The files of some pieces; pages that several need are drawn once."""

    def __init__(self, edition: Edition, wanted: Sequence[Survey], at_hand: AtHand | None) -> None:
        self._edition, self._wanted, self._at_hand = edition, wanted, at_hand
        self._tagged = STANDARDS[edition.build.press.standard].tagged
        self._drawn: dict[tuple[int, ...], _Drawn] = {}

    def files(self) -> list[Made]:
        """All files, in the order of the pieces."""
        press = self._edition.build.press
        return [
            self._file(survey, file)
            for survey in self._wanted
            for file in survey.piece.product.files(survey.piece, survey.laid, survey.faces, press)
        ]

    def _file(self, survey: Survey, file: PrintFile) -> Made:
        edition = self._edition.in_format(survey.piece.shape)
        if self._at_hand and file.plan is None:
            return self._for_a_screen(survey, file, self._at_hand)
        shown = self._pages(file.frames if file.plan is None else file.faces, edition.deck)
        pages, outline = shown.pages, shown.outline
        if file.plan is not None:  # 6 impose
            pages, outline = self._imposed(survey, file, shown, edition.deck)
        done = finish(  # 7 finish
            pages.pdf(),
            press=self._edition.build.press,
            profile=self._edition.build.profile,
            trim_inset=file.frames[0].bleed,
            metadata=edition.metadata(file.name),
            outline=outline,
        )
        origin = Origin(file.frames, file.plan, file.faces)
        return Made(survey.piece, file, done, origin)

    def _imposed(
        self, survey: Survey, file: PrintFile, shown: _Drawn, deck: Deck
    ) -> tuple[Drawing, Outline | None]:
        """Sheets of the pages that are ``shown``, and what is read on them."""
        assert file.plan is not None
        cards, bleed = shown.pages, survey.piece.shape.bleed
        frames = marks_and_slugs(file.frames)
        if shown.outline is None:
            furniture = self._page_drawing(frames, after=cards)
            return place(file.plan, cards, furniture, bleed=bleed, slugs=True), None
        beside = read(frames, deck)
        owners = beside.outline.owners
        marks = [one if at in owners else None for at, one in enumerate(beside.marks)]
        furniture = self._page_drawing(beside.frames, after=cards, marks=marks)
        sheets = place(
            file.plan, cards, furniture, bleed=bleed, slugs=True, read=shown.outline.owners
        )
        called = partial(_sheet_called, file.plan, deck.labels)
        first, sides = len(cards.pages), file.plan.sides
        laid = on_sheets(shown.outline, file.plan, first + len(frames), called)
        said: dict[int, list[tuple[int, tuple[Element, ...]]]] = {}
        for section in beside.outline.sections:
            for at, row in section.pages:
                said.setdefault(sides[at % len(sides)].number, []).append((first + at, row))
        slugs = (Section(called(number), "", tuple(rows)) for number, rows in said.items())
        return sheets, Outline((*laid.sections, *slugs))

    def _for_a_screen(self, survey: Survey, file: PrintFile, at_hand: AtHand) -> Made:
        """The pages of which there is no picture at hand; no bytes when there are none."""
        keys = page_keys(self._edition, file)
        frames = [one for one, key in zip(file.frames, keys, strict=True) if not at_hand(key)]
        pdf = self._page_drawing(frames).pdf() if frames else b""
        return Made(survey.piece, file, pdf, Origin(file.frames, None, file.faces), keys)

    def _pages(self, frames: Sequence[Frame], deck: Deck) -> _Drawn:
        """Pages; those of the cards file serve for the sheets too."""
        key = tuple(map(id, frames))
        if key not in self._drawn:
            if self._tagged:
                reading = read(frames, deck)
                pages = self._page_drawing(reading.frames, marks=reading.marks)
                self._drawn[key] = _Drawn(frames, pages, reading.outline)
            else:
                self._drawn[key] = _Drawn(frames, self._page_drawing(frames), None)
        return self._drawn[key]

    def _page_drawing(
        self,
        frames: Sequence[Frame],
        after: Drawing | None = None,
        marks: Sequence[Marks | None] | None = None,
    ) -> Drawing:
        build, edition = self._edition.build, self._edition
        return drawn(  # 5 draw
            list(frames),
            fonts=build.fonts(edition.deck.language),
            arts=edition.arts,
            press=build.press,
            colours=build.colour_space(edition.theme),
            after=after,
            marks=marks,
        )


def _sheet_called(plan: SheetPlan, labels: Mapping[str, str], number: int) -> str:
    """What a sheet is called: *vel 2 van 6*."""
    return f"{labels['sheet']} {number} {labels['of']} {plan.sheets}"


class _Drawn(NamedTuple):
    """Pages that are drawn."""

    frames: Sequence[Frame]
    """As they were laid out; held, or the ids that are keys may be used again."""
    pages: Drawing
    outline: Outline | None
    """What is read on them, where the press's standard knows tags."""
