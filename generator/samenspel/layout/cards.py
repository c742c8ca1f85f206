"""Laying out a deck: every card becomes a front and a back."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.layout.blocks import Typesetter
from samenspel.layout.designs import DESIGNS
from samenspel.layout.desk import PICTOGRAM, REVERSED_PICTOGRAM, SMALL_PICTOGRAM, Desk
from samenspel.layout.faces import load_faces
from samenspel.layout.poster import POSTER_FORMAT, poster
from samenspel.layout.verify import verify
from samenspel.model.art import ArtSize
from samenspel.model.cards import CONDITIONS, Card, HowTo, Way
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.model.style import Format, Theme


def art_names(deck: Deck, cartoons: Mapping[str, str]) -> list[str]:
    """The assets that the deck's pages place. ``cartoons`` maps card ids to asset names."""
    kinds = (PICTOGRAM, SMALL_PICTOGRAM, REVERSED_PICTOGRAM)
    names = [kind.format(name) for kind in kinds for name in CONDITIONS]
    names += [cartoons[card.id] for card in deck.cards if card.id in cartoons]
    names += [way.picture for card in deck.cards for way in ways_of(card) if way.picture]
    if deck.region.logo:
        names.append(deck.region.logo)
    return sorted(set(names))


def ways_of(card: Card) -> list[Way]:
    """The ways to use the deck that a how-to card tells; other cards tell none."""
    return list(card.ways) if isinstance(card, HowTo) else []


def make_desk(
    deck: Deck,
    format_: Format,
    theme: Theme,
    fonts: Mapping[str, bytes],
    art: Mapping[str, ArtSize],
    cartoons: Mapping[str, str],
) -> Desk:
    """A desk on which the deck's pages can be made. ``fonts`` maps roles to TrueType bytes."""
    setter = Typesetter(load_faces(fonts, theme.features, deck.language), deck.language)
    return Desk(deck, format_, theme, setter, art, cartoons)


def layout_cards(desk: Desk) -> list[Frame]:
    """All pages of the cards: front, back, front, back …

    Raises ContentError with every text that does not fit and every missing glyph; nothing is
    clipped or shrunk below its minimum.
    """
    return _accepted(*survey_cards(desk))


def layout_poster(desk: Desk) -> list[Frame]:
    """The A3 poster of the model (one page). Raises ContentError as ``layout_cards`` does."""
    return _accepted(*survey_poster(desk))


def survey_cards(desk: Desk) -> tuple[list[Frame], list[Diagnostic]]:
    """The pages of the cards and all that is wrong with them; ``desk.fits`` tells how each fits.

    A text that is too long stands on its page shortened. A card that stands in the deck several
    times (a blank) is laid out once.
    """
    made: dict[str, tuple[Frame, Frame]] = {}
    for card in desk.deck.cards:
        if card.id not in made:
            front, back = DESIGNS[card.kind]
            desk.side = "front"
            first = front(desk, card)
            desk.side = "back"
            made[card.id] = first, back(desk, card)
    frames = [frame for card in desk.deck.cards for frame in made[card.id]]
    return frames, _problems(desk, frames)


def survey_poster(desk: Desk) -> tuple[list[Frame], list[Diagnostic]]:
    """The poster's page and all that is wrong with it, as ``survey_cards``."""
    frames = [poster(desk)]
    return frames, _problems(desk, frames)


def _accepted(frames: list[Frame], problems: list[Diagnostic]) -> list[Frame]:
    if problems:
        raise ContentError(problems)
    return frames


def poster_format() -> Format:
    """The poster's size and type, for its own desk."""
    return POSTER_FORMAT


def _problems(desk: Desk, frames: list[Frame]) -> list[Diagnostic]:
    """Each mistake once. Without any, what a design let go wrong: collisions, texts too far out."""
    unique: dict[tuple[object, ...], Diagnostic] = {}
    for problem in desk.problems:
        unique.setdefault((problem.code, problem.location, problem.key, problem.message), problem)
    pages = {id(frame): frame for frame in frames}.values()
    return list(unique.values()) or [problem for page in pages for problem in verify(page)]
