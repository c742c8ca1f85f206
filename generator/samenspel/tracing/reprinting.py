"""The cards that changed since an earlier build, made again, and a list of what to swap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from samenspel.diagnostics import Diagnostic
from samenspel.errors import UsageError
from samenspel.model.ordering import Making
from samenspel.offer import EditionName
from samenspel.pipeline import BuildReport, BuildRequest, Progress, build_deck
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.products import products
from samenspel.saying import say
from samenspel.staging import Staging
from samenspel.tracing.manifests import Made, read_manifest
from samenspel.tracing.swapping import Changed, Swap, list_name, list_text

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class ReprintRequest:
    """What to print again."""

    since: Path
    """The manifest of the build that was printed."""
    output: Path
    """The folder that files are put in."""
    project: Path | None = None
    """The deck project's folder; ``None`` stands for the built-in deck."""
    products: tuple[str, ...] = ("cards", "sheets")
    """Cards one a page, sheets with several, or both."""
    papers: tuple[str, ...] = ()
    """Those of sheets; none means the product's own choice."""
    press: str = ""
    """Another press than that of the earlier build; empty for the same."""
    cache: Path | None = None
    """A folder for art made ready for the press, kept between builds."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """What was made."""

    swaps: tuple[Swap, ...]
    """What differs, card by card; none when the printed deck is as it would be now."""
    report: BuildReport | None
    """The files of the cards to print; ``None`` when there are none."""
    list: Path | None
    """What to swap, for whoever leads the conversation."""
    warnings: tuple[Diagnostic, ...] = ()
    """What their maker should know of the list."""
    pages: tuple[Changed, ...] = ()
    """What goes with the cards and is not as it was printed."""


def reprint(request: ReprintRequest, on_progress: OnProgress | None = None) -> Reprint:
    """Make the cards whose faces changed since a build, those that are new, and a list.

    Raises what ``build_deck`` raises, and for the manifest what ``read_manifest`` raises;
    UsageError (``manifest-without-faces``) when it names no card's faces.
    """
    before = _cards_file(request.since)
    wanted = BuildRequest(
        request.output, request.project, (before[0].region,), (before[0].language,),
        (before[0].format,), ("cards",), press=request.press or before[0].press,
        backs=before[0].backs, drafts=True, cache=request.cache,
    )  # fmt: skip
    now = faces_now(wanted)
    old = {face.page: face.sha256 for made in before for face in made.faces}
    codes = {face.card: face.code for made in before for face in made.faces}
    swaps = swaps_of(old, codes, now, before[0])
    pages = changed_pages(wanted, _manifest(request.since))
    again = tuple(dict.fromkeys(one.id for one in swaps if one.new))
    report = None
    if again:
        wanted = replace(wanted, products=request.products, cards=again, papers=request.papers)
        report = build_deck(wanted, on_progress)
    if not swaps and not pages:
        return Reprint((), None, None)
    name = f"{before[0].region}/{before[0].language}/{before[0].format}/"
    name += list_name(before[0].language)
    kept: list[Diagnostic] = []
    with Staging(request.output, kept=kept.append) as staging:
        staging.write(name, list_text(before[0], swaps, pages).encode())
        staging.commit()
    return Reprint(swaps, report, request.output / name, tuple(kept), pages)


def _manifest(path: Path) -> list[Made]:
    return read_manifest(path / "manifest.json" if path.is_dir() else path)


def _cards_file(path: Path) -> list[Made]:
    """The files with whole decks that a manifest names: all those of the first one's press."""
    made = [one for one in _manifest(path) if one.faces]
    if not made:
        raise UsageError.of(
            "manifest-without-faces",
            say("{path} names no file whose cards can be compared", path=path),
            remedy="name the manifest of a build with the product cards",
        )
    return [one for one in made if one.press == made[0].press]


@dataclass(frozen=True, slots=True)
class FaceNow:
    """One face as it would be printed now."""

    id: str
    """The card's id."""
    title: str
    """The card's title."""
    code: str
    """The card's code."""
    sha256: str
    """The face's fingerprint."""


def faces_now(request: BuildRequest) -> dict[str, FaceNow]:
    """All faces of a deck's cards as they are laid out now, by the names of their pages."""
    build = open_build(request)
    edition = prepared(build, EditionName(request.regions[0], request.languages[0]))
    (survey,) = surveys(edition)
    titles = {card.id: card.name for card in edition.deck.cards}
    survey.accepted()
    return {
        frame.name: FaceNow(frame.card, titles[frame.card], frame.code, frame.fingerprint)
        for frame in survey.pages
    }


def changed_pages(request: BuildRequest, made: Sequence[Made]) -> tuple[Changed, ...]:
    """The files beside the cards of which pages are not as they were, or are more or fewer.

    Of sheets of cards the cards themselves tell what changed.
    """
    known = {name for name, one in products().items() if not one.single}
    beside = [one for one in made if one.looks and one.product in known]
    if not beside:
        return ()
    build = open_build(replace(request, **_as_made(beside)))
    edition = prepared(build, EditionName(request.regions[0], request.languages[0]))
    now = {
        file.name: [frame.fingerprint for frame in file.frames]
        for survey in surveys(edition)
        for file in survey.piece.product.files(survey.piece, survey.laid, survey.faces, build.press)
    }
    found = []
    for one in beside:
        was = [look for _, look in one.looks]
        pairs = enumerate(zip_longest(was, now.get(one.path.name, ())), 1)
        pages = tuple(number for number, (before, after) in pairs if before != after)
        if pages:
            found.append(Changed(one.path.name, one.product, pages))
    return tuple(found)


def _as_made(beside: Sequence[Made]) -> dict[str, Any]:
    """What asks for the same files again: their products, sizes, ways up and making."""
    words = {word for one in beside for word in one.path.stem.split("-")}
    sizes: set[str] = set()
    for one in beside:
        offered = products()[one.product].sizes
        named = {*one.path.stem.split("-")} & {*offered}
        sizes |= named or {*offered[:1]}
    papers = {
        one.path.stem.rpartition(f"{one.product}-")[2]
        for one in beside
        if products()[one.product].papers and one.path.stem != one.product
    }
    boxes = [one.making for one in beside if one.making != Making()]
    return {
        "products": tuple(dict.fromkeys(one.product for one in beside)),
        "sizes": tuple(sorted(sizes)),
        "papers": tuple(sorted(papers)),
        "orientations": ("landscape", "portrait") if "portrait" in words else (),
        **({"making": boxes[0]} if boxes else {}),
    }


def swaps_of(
    old: Mapping[str, str], codes: Mapping[str, str], now: Mapping[str, FaceNow], made: Made
) -> tuple[Swap, ...]:
    """What to do with each card that is not as it was, in the order of the deck as it is now.

    ``old`` are fingerprints by page, ``codes`` the earlier codes by card.
    """
    found: dict[str, Swap] = {}
    for page, face in now.items():
        card = page.rpartition("-")[0]
        if old.get(page) != face.sha256:
            found[card] = Swap(face.id, face.title, codes.get(card, ""), face.code)
    kept = {page.rpartition("-")[0] for page in now}
    gone = [card for card in codes if card not in kept]
    return (*found.values(), *(Swap(card, made.title(card), codes[card], "") for card in gone))


__all__: Sequence[str] = ("Reprint", "ReprintRequest", "faces_now", "reprint", "swaps_of")
