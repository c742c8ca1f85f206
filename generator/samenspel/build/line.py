"""The order of the stages: one deck after another, from the project's folder to finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samenspel.build.coarse import coarse_pictures
from samenspel.build.dispatch import Dispatch, Made
from samenspel.build.mistakes import Mistakes
from samenspel.build.request import PAPERS, BuildReport, BuildRequest, Progress
from samenspel.build.workshop import Bench, Workshop, open_workshop
from samenspel.draw import draw
from samenspel.finish import finish
from samenspel.impose import place, plan
from samenspel.layout import layout_cards, layout_poster, poster_format, sheet_furniture
from samenspel.model.frame import Frame
from samenspel.model.style import Format
from samenspel.project import select
from samenspel.questions import render
from samenspel.staging import Staging


def build_deck(
    request: BuildRequest, on_progress: Callable[[Progress], None] | None = None
) -> BuildReport:
    """Make all that ``request`` asks for, or nothing.

    Raises UsageError, ContentError (with the mistakes of all regions and formats together),
    PreflightError and FileAccessError; then ``request.output`` is as it was before.
    """
    shop = open_workshop(request)  # 1 load
    mistakes = Mistakes()
    with Staging(request.output) as staging:
        dispatch = Dispatch(shop, request.output, staging, on_progress)
        for region, language in shop.editions:
            dispatch.tell(f"{region}/{language}")
            with mistakes.gathered():
                bench = _prepared(shop, region, language)
                dispatch.warn(bench.notes)
                dispatch.warn(mistakes.kept(coarse_pictures(bench)))
                _make(bench, request, dispatch, mistakes)
        mistakes.raise_all()
        staging.commit()
    return dispatch.report()


def _prepared(shop: Workshop, region: str, language: str) -> Bench:
    """One deck with its final texts and its art; the mistakes of both are told together."""
    deck = select(shop.project, region, language)  # 2 overlay
    mistakes = Mistakes()
    with mistakes.gathered():
        shop.check_accents(deck)
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
    shape = bench.shop.fitted(poster_format())
    frames = layout_poster(bench.desk(shape))  # 4 lay out
    if not mistakes:
        drawn = _drawn(bench, frames)
        yield _finished(bench, shape, "poster", "poster.pdf", drawn, frames)


def _cards_and_sheets(
    bench: Bench, shape: Format, request: BuildRequest, mistakes: Mistakes
) -> Iterator[Made]:
    products = bench.shop.products
    if not {"cards", "sheets"} & set(products):
        return
    frames = layout_cards(bench.desk(shape))  # 4 lay out
    if mistakes:
        return
    drawn = _drawn(bench, frames)
    if "cards" in products:
        yield _finished(bench, shape, "cards", "cards.pdf", drawn, frames)
    for paper in PAPERS if "sheets" in products else ():
        yield _sheets(bench, shape, paper, request, drawn)


def _sheets(bench: Bench, shape: Format, paper: str, request: BuildRequest, cards: bytes) -> Made:
    """Several cards on a sheet, backs behind fronts, with crop marks and a slug."""
    sheets = plan(  # 6 impose
        len(bench.deck.cards),
        trim=(shape.width, shape.height),
        bleed=shape.bleed,
        gutter=shape.gutter,
        paper=paper,
        flip=request.flip,
        filler=bench.blanks,
    )
    frames = sheet_furniture(sheets, bench.face, bench.slug, bench.deck.labels, shape.bleed)
    drawn = place(sheets, cards, _drawn(bench, frames), bleed=shape.bleed)
    return _finished(bench, None, "sheets", f"sheets-{paper}.pdf", drawn, frames)


def _drawn(bench: Bench, frames: list[Frame]) -> bytes:
    return draw(frames, fonts=bench.shop.fonts, arts=bench.arts)  # 5 draw


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
    return Made(product, name, done, frames, radius=shape.radius if shape else 0.0)
