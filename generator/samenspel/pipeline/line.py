"""The order of the stages: one deck after another, from the project's folder to finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from samenspel.draw import draw
from samenspel.finish import finish
from samenspel.impose import place
from samenspel.layers import fallbacks
from samenspel.loading import select
from samenspel.model.frame import Frame
from samenspel.model.style import Format
from samenspel.offer import EditionName
from samenspel.pipeline.brand import check_accents
from samenspel.pipeline.build import Build
from samenspel.pipeline.causes import Origin
from samenspel.pipeline.coarse import coarse_pictures
from samenspel.pipeline.dispatch import Dispatch, Made
from samenspel.pipeline.edition import Edition, make_edition
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import PAPERS, BuildReport, BuildRequest, Progress
from samenspel.pipeline.survey import Survey, cards_surveyed, poster_surveyed, sheets_surveyed
from samenspel.pipeline.variants import Variant, variants
from samenspel.questions import render
from samenspel.staging import Staging
from samenspel.upkeep import alts_of_other_pictures


def build_deck(
    request: BuildRequest, on_progress: Callable[[Progress], None] | None = None
) -> BuildReport:
    """Make all that ``request`` asks for, or nothing.

    Raises UsageError, ContentError (with the mistakes of all regions and formats together),
    PreflightError (with what is wrong with all files together) and FileAccessError; then
    ``request.output`` is as it was before, but for rejected files that were asked for.
    """
    build = open_build(request)  # 1 load
    mistakes = Mistakes()
    with Staging(request.output) as staging:
        dispatch = Dispatch(build, request, staging, on_progress)
        for name in build.editions:
            dispatch.tell(str(name))
            dispatch.warn(fallbacks(build.project.sources, name.region, name.language))
            with mistakes.gathered():
                edition = prepared(build, name)
                dispatch.warn(edition.notes)
                dispatch.warn(
                    told for _, told in alts_of_other_pictures(build.project.sources, edition.deck)
                )
                _make(edition, request, dispatch, mistakes)
        mistakes.raise_all()
        dispatch.raise_rejected()
        staging.commit()
    return dispatch.report()


def prepared(build: Build, name: EditionName) -> Edition:
    """One deck with its final texts and its art. Raises ContentError with the mistakes of both."""
    deck = select(build.project, name.region, name.language)  # 2 overlay
    mistakes = Mistakes()
    with mistakes.gathered():
        check_accents(build, deck)
    with mistakes.gathered():
        make_edition(build, deck)
    with mistakes.gathered():
        deck = render(deck)  # 3 render
    mistakes.raise_all()
    return make_edition(build, deck)


def _make(edition: Edition, request: BuildRequest, dispatch: Dispatch, mistakes: Mistakes) -> None:
    """All products of one deck. Once there are mistakes, nothing more is drawn."""
    products = edition.build.products
    shapes = list(map(edition.build.fitted, edition.build.formats))
    cards = {"cards", "sheets"} & set(products)
    laid = [cards_surveyed(edition, shape) for shape in shapes if cards]  # 4 lay out
    poster = poster_surveyed(edition) if "poster" in products else None
    surveys = [poster, *laid] if poster else laid
    dispatch.warn(mistakes.kept(coarse_pictures(edition, surveys)))
    for survey in surveys:
        with mistakes.gathered():
            survey.accepted()
    if mistakes:
        return
    posters = [_poster(edition, poster)] if poster else []
    for number, shape in enumerate(shapes):
        with mistakes.gathered():
            made = list(_cards_and_sheets(edition, laid[number], request)) if cards else []
            dispatch.folder(edition, shape, [*made, *posters])


def _poster(edition: Edition, survey: Survey) -> Made:
    drawn = _drawn(edition, survey.frames)
    return _finished(edition, survey.shape, "poster", "poster.pdf", drawn, survey.frames)


def _cards_and_sheets(edition: Edition, survey: Survey, request: BuildRequest) -> Iterator[Made]:
    products, frames, shape = edition.build.products, survey.frames, survey.shape
    drawn = _drawn(edition, frames)
    if "cards" in products:
        for variant in variants(frames, edition.build.press, shape.radius):
            pages = list(variant.frames)
            same = pages == frames  # the file that sheets are made of serves as it is
            yield _cards(edition, shape, variant, drawn if same else _drawn(edition, pages))
    for paper in PAPERS if "sheets" in products else ():
        yield _sheets(edition, shape, paper, request, drawn, frames)


def _cards(edition: Edition, shape: Format, variant: Variant, drawn: bytes) -> Made:
    """Card faces in the order and with the die line of one variant."""
    made = _finished(edition, shape, "cards", variant.file, drawn, list(variant.frames))
    return replace(made, radius=variant.radius, die_line=variant.die_line)


def _sheets(
    edition: Edition,
    shape: Format,
    paper: str,
    request: BuildRequest,
    cards: bytes,
    faces: list[Frame],
) -> Made:
    """Several cards on a sheet, backs behind fronts, with crop marks and a slug."""
    sheets, survey = sheets_surveyed(edition, shape, paper, request.flip)  # 6 impose
    frames = survey.accepted()
    drawn = place(sheets, cards, _drawn(edition, frames), bleed=shape.bleed)
    made = _finished(edition, None, "sheets", f"sheets-{paper}.pdf", drawn, frames)
    return replace(made, origin=Origin(frames, sheets, faces))


def _drawn(edition: Edition, frames: list[Frame]) -> bytes:
    build = edition.build
    fonts = build.fonts(edition.deck.language)
    colours = build.colour_space(edition.theme)
    return draw(  # 5 draw
        frames, fonts=fonts, arts=edition.arts, press=build.press, colours=colours
    )


def _finished(
    edition: Edition, shape: Format | None, product: str, name: str, pdf: bytes, frames: list[Frame]
) -> Made:
    """The file as it goes to the press; ``shape`` is ``None`` for sheets, which have no bleed."""
    done = finish(  # 7 finish
        pdf,
        press=edition.build.press,
        profile=edition.build.profile,
        trim_inset=frames[0].bleed,
        metadata=edition.metadata(name),
    )
    return Made(product, name, done, Origin(frames), radius=shape.radius if shape else 0.0)
