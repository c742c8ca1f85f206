"""Laying out a deck: every card becomes a front and a back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.layout.blocks import Typesetter
from samenspel.layout.breaking import forget_lines
from samenspel.layout.faces import load_faces
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.keeping import Recall
from samenspel.layout.laid import Laid, PrintedPicture
from samenspel.layout.poster import poster
from samenspel.layout.reach import Painted, box_alone
from samenspel.layout.record import TextFit
from samenspel.layout.rich import with_rich
from samenspel.layout.sides import laid_sides
from samenspel.layout.verify import verify
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame
from samenspel.model.style import Format, Theme


@dataclass(frozen=True, slots=True)
class LaidPages:
    """The pages of a product: those that differ, and in which order they are printed."""

    pages: tuple[Laid, ...]
    """Each page once."""
    order: tuple[int, ...]
    """The places of pages as they are printed: a blank stands in the deck several times."""
    deck: Deck
    """The deck that they are of."""
    painted: Painted = box_alone
    """What a drawing on them paints, where that is known."""

    @property
    def frames(self) -> list[Frame]:
        """All pages in the order of printing."""
        return [self.pages[place].frame for place in self.order]

    @property
    def fits(self) -> tuple[TextFit, ...]:
        """How each text came to fit."""
        return tuple(fit for page in self.pages for fit in page.fits)

    @property
    def pictures(self) -> tuple[PrintedPicture, ...]:
        """The pictures of pixels, each as often as it is placed."""
        return tuple(one for page in self.pages for one in page.pictures)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What stops a build; without any, what a design let go wrong (``verify``)."""
        found = tuple(one for page in self.pages for one in page.problems)
        return found or tuple(
            one
            for page in self.pages
            if not page.sound
            for one in verify(page.frame, self.deck, self.painted)
        )

    def accepted(self) -> list[Frame]:
        """All pages. Raises ContentError with all that is wrong with them."""
        problems = self.problems
        if problems:
            raise ContentError(problems)
        return self.frames


def art_names(deck: Deck, cartoons: Mapping[str, str]) -> list[str]:
    """The assets that the deck's pages place. ``cartoons`` maps card ids to asset names."""
    sets = [*deck.sets.values(), *((deck.model.set,) if deck.model else ())]
    choices = [one for each in sets for one in each.choices.values()]
    names = [name for one in choices for name in (one.large, one.small, one.reversed)]
    names += [cartoons[card.id] for card in deck.every if card.id in cartoons]
    names += [name for card in deck.every for _, name in card.pictures()]
    names += [name for card in deck.every for name in card.spec.icons.values()]
    pages = dict.fromkeys(card.pages or card.spec.design for card in deck.every)
    names += [name for one in pages if one is not None for name in one.art(deck.backs)]
    if deck.region.logo:
        names.append(deck.region.logo)
    return sorted({name for name in names if name})


def shape_names(deck: Deck) -> list[str]:
    """The drawings that panels on the deck's pages are cut by."""
    pages = dict.fromkeys(card.pages or card.spec.design for card in deck.every)
    return sorted({name for one in pages if one is not None for name in one.shapes(deck.backs)})


def format_layout(
    deck: Deck,
    format_: Format,
    theme: Theme,
    fonts: Mapping[str, bytes],
    art: Mapping[str, ArtSize],
    cartoons: Mapping[str, str],
) -> FormatLayout:
    """All that the deck's pages are made with. ``fonts`` maps roles to TrueType bytes."""
    faces = with_rich(load_faces(fonts, theme.features, deck.language), fonts)
    setter = Typesetter(faces, deck.language)
    return FormatLayout(deck, format_, theme, setter, art, cartoons)


def layout_cards(layout: FormatLayout) -> list[Frame]:
    """All pages of the cards: front, back, front, back …

    Raises ContentError with every text that does not fit and every missing glyph; nothing is
    clipped or shrunk below its minimum.
    """
    return laid_cards(layout).accepted()


def layout_poster(layout: FormatLayout) -> list[Frame]:
    """The A3 poster of the model (one page). Raises ContentError as ``layout_cards`` does."""
    return laid_poster(layout).accepted()


def laid_cards(layout: FormatLayout, only: Collection[str] = ()) -> LaidPages:
    """The pages of the cards with all that was found; a text that is too long stands shortened.

    A card that stands in the deck several times is laid out once. ``only`` are the ids of the cards
    that are wanted, each once; none means all.
    """
    pages: list[Laid] = []
    places: dict[str, range] = {}
    recall = Recall(layout)
    for card in layout.deck.cards:
        if card.id not in places and (not only or card.id in only):
            made = recall.pages(card) or recall.keep(card, laid_card(layout, card))
            places[card.id] = range(len(pages), len(pages) + len(made))
            pages += made
    row = places if only else [card.id for card in layout.deck.cards]
    order = [place for name in row for place in places[name]]
    return LaidPages(tuple(pages), tuple(order), layout.deck, layout.painted)


def laid_card(layout: FormatLayout, card: Card) -> list[Laid]:
    """Front and back of a card, or of each card of the pair that it is printed as."""
    return laid_sides(layout, card, card.printed(layout.format.name, layout.deck.backs))


def forget(layout: FormatLayout) -> None:
    """Let go of the words and lines that were set: other texts will come, and never these again."""
    forget_lines()
    for face in layout.setter.faces.values():
        face.word.cache_clear()
        face.advance.cache_clear()


def laid_poster(layout: FormatLayout) -> LaidPages:
    """The poster's page with all that was found, as ``laid_cards``."""
    return LaidPages((poster(layout),), (0,), layout.deck, layout.painted)
