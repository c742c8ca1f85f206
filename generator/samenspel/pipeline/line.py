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
from samenspel.pipeline.brand import check_accents
from samenspel.pipeline.causes import Origin
from samenspel.pipeline.coarse import coarse_pictures
from samenspel.pipeline.dispatch import Dispatch, Made
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.request import PAPERS, BuildReport, BuildRequest, Progress
from samenspel.pipeline.survey import cards_surveyed, poster_surveyed, sheets_surveyed
from samenspel.pipeline.variants import Variant, variants
from samenspel.pipeline.workshop import Bench, Workshop, open_workshop
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
    shop = open_workshop(request)  # 1 load
    mistakes = Mistakes()
    with Staging(request.output) as staging:
        dispatch = Dispatch(shop, request, staging, on_progress)
        for region, language in shop.editions:
            dispatch.tell(f"{region}/{language}")
            dispatch.warn(fallbacks(shop.project.sources, region, language))
            with mistakes.gathered():
                bench = prepared(shop, region, language)
                dispatch.warn(bench.notes)
                dispatch.warn(
                    told for _, told in alts_of_other_pictures(shop.project.sources, bench.deck)
                )
                dispatch.warn(mistakes.kept(coarse_pictures(bench)))
                _make(bench, request, dispatch, mistakes)
        mistakes.raise_all()
        dispatch.raise_rejected()
        staging.commit()
    return dispatch.report()


def prepared(shop: Workshop, region: str, language: str) -> Bench:
    """One deck with its final texts and its art. Raises ContentError with the mistakes of both."""
    deck = select(shop.project, region, language)  # 2 overlay
    mistakes = Mistakes()
    with mistakes.gathered():
        check_accents(shop, deck)
    with mistakes.gathered():
        shop.check_art(deck)
    with mistakes.gathered():
        deck = render(deck)  # 3 render
    mistakes.raise_all()
    return shop.bench(deck)


def _make(bench: Bench, request: BuildRequest, dispatch: Dispatch, mistakes: Mistakes) -> None:
    """All products of one deck. Once there are mistakes, the rest is only searched for more."""
    posters: list[Made] = []
    if "poster" in bench.shop.products:
        with mistakes.gathered():
            posters = list(_poster(bench, mistakes))
    for shape in map(bench.shop.fitted, bench.shop.formats):
        with mistakes.gathered():
            made = [*_cards_and_sheets(bench, shape, request, mistakes), *posters]
            if not mistakes:
                dispatch.folder(bench, shape, made)


def _poster(bench: Bench, mistakes: Mistakes) -> Iterator[Made]:
    survey = poster_surveyed(bench)  # 4 lay out
    frames = survey.accepted()
    if not mistakes:
        drawn = _drawn(bench, frames)
        yield _finished(bench, survey.shape, "poster", "poster.pdf", drawn, frames)


def _cards_and_sheets(
    bench: Bench, shape: Format, request: BuildRequest, mistakes: Mistakes
) -> Iterator[Made]:
    products = bench.shop.products
    if not {"cards", "sheets"} & set(products):
        return
    frames = cards_surveyed(bench, shape).accepted()  # 4 lay out
    if mistakes:
        return
    drawn = _drawn(bench, frames)
    if "cards" in products:
        for variant in variants(frames, bench.shop.press, shape.radius):
            pages = list(variant.frames)
            same = pages == frames  # the file that sheets are made of serves as it is
            yield _cards(bench, shape, variant, drawn if same else _drawn(bench, pages))
    for paper in PAPERS if "sheets" in products else ():
        yield _sheets(bench, shape, paper, request, drawn, frames)


def _cards(bench: Bench, shape: Format, variant: Variant, drawn: bytes) -> Made:
    """Card faces in the order and with the die line of one variant."""
    made = _finished(bench, shape, "cards", variant.file, drawn, list(variant.frames))
    return replace(made, radius=variant.radius, die_line=variant.die_line)


def _sheets(
    bench: Bench,
    shape: Format,
    paper: str,
    request: BuildRequest,
    cards: bytes,
    faces: list[Frame],
) -> Made:
    """Several cards on a sheet, backs behind fronts, with crop marks and a slug."""
    sheets, survey = sheets_surveyed(bench, shape, paper, request.flip)  # 6 impose
    frames = survey.accepted()
    drawn = place(sheets, cards, _drawn(bench, frames), bleed=shape.bleed)
    made = _finished(bench, None, "sheets", f"sheets-{paper}.pdf", drawn, frames)
    return replace(made, origin=Origin(frames, sheets, faces))


def _drawn(bench: Bench, frames: list[Frame]) -> bytes:
    shop = bench.shop
    fonts = shop.fonts(bench.deck.language)
    return draw(frames, fonts=fonts, arts=bench.arts, press=shop.press)  # 5 draw


def _finished(
    bench: Bench, shape: Format | None, product: str, name: str, pdf: bytes, frames: list[Frame]
) -> Made:
    """The file as it goes to the press; ``shape`` is ``None`` for sheets, which have no bleed."""
    done = finish(  # 7 finish
        pdf,
        press=bench.shop.press,
        profile=bench.shop.profile,
        trim_inset=frames[0].bleed,
        metadata=bench.metadata(name),
    )
    return Made(product, name, done, Origin(frames), radius=shape.radius if shape else 0.0)
