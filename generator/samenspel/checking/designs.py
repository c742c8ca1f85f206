"""What the pages of a deck's kinds hold: laid out with short, usual and long texts of no card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError
from samenspel.kinds.library import SHIPPED
from samenspel.kinds.samples import DRAWING, PHOTO, Length, Stock, sample
from samenspel.layout import FormatLayout, Laid, laid_card, verify
from samenspel.layout.mistakes import OF_ONE_WORD
from samenspel.loading import sets_of
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card, Values
from samenspel.model.deck import Deck
from samenspel.model.kind import Kind
from samenspel.model.places import TextPath
from samenspel.pipeline.edition import Edition, make_edition
from samenspel.saying import counted, say

LENGTHS: tuple[Length, ...] = ("shortest", "typical", "longest")


PICTURES = {
    PHOTO: ArtSize(PHOTO, 1600, 1200, vector=False, photo=True, pixels=1600),
    DRAWING: ArtSize(DRAWING, 100, 100, vector=True),
}
"""What is known of the pictures of samples, which are laid out and never drawn."""


def design_findings(edition: Edition) -> Iterator[Diagnostic]:
    """What does not fit, or goes wrong, on the pages of the deck's kinds, all as warnings.

    The kinds are those of its cards, and those in its own folder. Each message names the kind's
    file, and the field where it is about a text.
    """
    kinds = tuple(_kinds(edition))
    sets = sets_of(edition.build.project.sources, kinds)
    stock = Stock(edition.deck.cards, sets)
    deck = replace(edition.deck, sets={**sets, **edition.deck.sets})
    try:  # with the pictures that the kinds' pages name
        bare = (Card(kind.name, kind, Values({})) for kind in kinds)
        named = replace(deck, cards=(*deck.cards, *bare))
        tried = make_edition(edition.build, named, edition.templates)
    except ContentError as error:
        yield from (replace(one, severity=Severity.WARNING) for one in error.diagnostics)
        return
    samples = [sample(kind, length, stock) for kind in kinds for length in LENGTHS]
    tried = replace(tried, deck=_with(deck, samples))
    for shape in edition.build.formats:
        layout = tried.layout(edition.build.fitted(shape))
        layout = replace(layout, art={**layout.art, **PICTURES})
        for card in samples:
            for one in dict.fromkeys(_problems(laid_card(layout, card), layout)):
                yield _about_design(one, card, shape.name)


def _kinds(edition: Edition) -> Iterator[Kind]:
    """The kinds of the deck's cards in order, then the others in its project's folder."""
    library = edition.build.project.sources.library
    used = dict.fromkeys(card.spec for card in edition.deck.cards)
    yield from used
    for name, root in library.files("kinds").items():
        kind = library.kind(name) if root != SHIPPED else None
        if kind is not None and kind not in used and not kind.pages_of:
            yield kind


def _with(deck: Deck, samples: Sequence[Card]) -> Deck:
    """The deck with samples behind its own cards; their fields stand in their kinds' files."""
    places: dict[TextPath, Location] = {}
    keys: dict[TextPath, TextPath] = {}
    for card in samples:
        fields = card.spec.fields
        if card.spec.place:
            places[(card.id,)] = card.spec.place
        places |= {(card.id, name): one.place for name, one in fields.items() if one.place}
        keys |= {(card.id, name): (card.id, "fields", name) for name in fields}
    return replace(
        deck,
        cards=(*deck.cards, *samples),
        sources={**deck.sources, **places},
        moved={**deck.moved, **keys},
    )


def _problems(laid: Sequence[Laid], layout: FormatLayout) -> list[Diagnostic]:
    """What stops a build, else what a design let go wrong."""
    found = [one for page in laid for one in page.problems]
    return found or [
        one for page in laid for one in verify(page.frame, layout.deck, layout.painted)
    ]


def _about_design(problem: Diagnostic, card: Card, shape: str) -> Diagnostic:
    """A problem of a sample as one of its kind in one format."""
    length = card.id.rpartition("-")[2]
    tried = say(
        "{kind} with its {length} texts in format {shape}",
        kind=card.kind,
        length=length,
        shape=shape,
    )
    if problem.code != "text-too-long":
        about = say("{tried}: {message}", tried=tried, message=problem.message)
        return replace(problem, message=about, severity=Severity.WARNING)
    words = int(problem.amount) if problem.amount < OF_ONE_WORD else 0
    said = (
        say("is about {words} too long", words=_count(words))
        if words
        else "has no room for one word"
    )
    fewer = say("ask for {words} fewer (words:), or ", words=_count(words)) if words else ""
    return Diagnostic(
        "design-text-too-long",
        say("{tried}: this text {said}", tried=tried, said=said),
        problem.location,
        problem.key,
        say("{fewer}give it more room under formats: {shape}:", fewer=fewer, shape=shape),
        Severity.WARNING,
        amount=problem.amount,
    )


def _count(words: int) -> str:
    return counted("{count} word", "{count} words", count=words)
