"""One deck of a build, in one region and language, with all that its pages are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.draw import LogoLook, art_size, filled_outlines, qr_modules, silhouette
from samenspel.errors import ContentError
from samenspel.finish import Metadata
from samenspel.layers.shapes import BASE
from samenspel.layout import FormatLayout, Wording, art_names, shape_names, written
from samenspel.layout.faces import Face
from samenspel.layout.format_layout import Shelf
from samenspel.loading.languages import translation_notes
from samenspel.model.art import Art
from samenspel.model.deck import Deck
from samenspel.model.ink import Ink
from samenspel.model.places import key_of
from samenspel.model.style import Format, Theme
from samenspel.model.waiving import REGION
from samenspel.model.writing import forward
from samenspel.pipeline.build import Build
from samenspel.pipeline.coding import code_of
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.placed import check_placed, placed_notes
from samenspel.pipeline.screen_colours import colour_notes
from samenspel.presets import deck_theme
from samenspel.presets.files import EMPHASIS
from samenspel.products.product import NO_MODEL, Piece
from samenspel.project import first_pictures, missing_art, with_pictures
from samenspel.questions import differs_by_format, odd_texts, render
from samenspel.saying import say
from samenspel.version import __version__

REMINDER = "reminder"
"""The kind of the cards that one draws."""
LOGO_WIDTH = 40.0
"""How wide a logo is drawn, in mm, to see how it stands out."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One deck of a build with its theme and art."""

    build: Build
    """The build that it is part of."""
    deck: Deck
    """The deck, in one language and for one region."""
    theme: Theme
    """Colours and fonts."""
    cartoons: Mapping[str, str]
    """The picture of each card that has one, by the card's id."""
    arts: Mapping[str, Art]
    """The art made ready for the press, by its file below ``assets/``."""
    templates: Deck
    """The deck before its texts were filled in."""
    looks: dict[tuple[str, Ink], LogoLook] = field(default_factory=dict)
    """How logos look on their grounds, once measured."""
    printed: dict[tuple[str, float, float], Edition] = field(default_factory=dict)
    """The edition as it is printed, by name and size of the format."""

    def in_format(self, shape: Format) -> Edition:
        """The edition as it is printed in one format: with its code, also in texts that name it."""
        key = shape.name, shape.width, shape.height
        if key not in self.printed:
            code = self.code_in(shape)
            pairs = _in_pairs(self.deck, shape)
            deck = replace(self.deck, edition_code=code, pairs=pairs)
            if differs_by_format(self.templates):
                deck = render(replace(self.templates, edition_code=code, pairs=pairs))
                deck = with_pictures(self.build.project, deck)
            self.printed[key] = replace(self, deck=deck)
        return self.printed[key]

    def code_in(self, shape: Format) -> str:
        """The code of the edition as it is printed in one format."""
        fonts = self.build.font_names(self.deck.language)
        digests = self.digests
        if not any("*" in text for card in self.templates.cards for _, text in card.texts()):
            # the faces of bold words in a bold text print nothing on cards without such words
            spare = {name for name in fonts if name.partition("/")[0] in EMPHASIS}
            fonts = {name: file for name, file in fonts.items() if name not in spare}
            used = {*fonts.values(), f"icc/{self.build.press.profile}", *self.arts}
            digests = {name: digest for name, digest in digests.items() if name in used}
        return code_of(self.templates, shape, self.build.press, self.theme, fonts, digests)

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of the files below ``assets/`` that it is made with: profile, fonts and art."""
        build = self.build
        build.fonts(self.deck.language)
        fonts = build.font_names(self.deck.language).values()
        profile = f"icc/{build.press.profile}"
        if profile not in build.digests:
            build.digests[profile] = hashlib.sha256(build.profile).hexdigest()
        return {name: build.digests[name] for name in (profile, *fonts, *self.arts)}

    def logo_look(self, name: str, ground: Ink) -> LogoLook:
        """How a logo looks on its ground, measured once."""
        if (name, ground) not in self.looks:
            made_of = f"{self.build.digests[name]} {self.build.colour_space(self.theme).key}"
            self.looks[name, ground] = self.build.cache.logo_look(
                self.arts[name], made_of, ground, LOGO_WIDTH, self.build.colours
            )
        return self.looks[name, ground]

    def layout(self, shape: Format) -> FormatLayout:
        """Where pages of this size are laid out."""
        sizes = {name: art_size(art) for name, art in self.arts.items()}
        setter = self.build.setter(self.deck.language)
        links = [value for card in self.deck.every for _, field, value in card.leaves()
                 if field.type == "link"]  # fmt: skip
        codes = {text: qr_modules(text) for text in (*links, self.deck.edition_code)}
        shapes = ((name, silhouette(self.arts[name])) for name in shape_names(self.deck))
        cuts = {name: outline for name, outline in shapes if outline is not None}
        painted = cache(
            lambda name: filled_outlines(self.arts[name]) if name in self.arts else None
        )
        return FormatLayout(
            self.deck, shape, self.theme, setter, sizes, self.cartoons, codes, cuts,
            painted=painted, shelf=self._shelf,
        )  # fmt: skip

    @property
    def _shelf(self) -> Shelf:
        """Where its cards are kept, with what they are made of beside their texts."""
        build = self.build
        fonts = sorted(build.font_names(self.deck.language).items())
        return Shelf(build.store, self.digests, repr((build.press.ink_limit, fonts)))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that is made of the deck; what it cannot have is left out, unless it is all."""
        every = self.build.pieces
        made = tuple(one for one in every if one not in self._unsuited)
        return made or every

    @property
    def _unsuited(self) -> list[Piece]:
        """The pieces that this deck cannot have."""
        return [one for one in self.build.pieces if self._lacking(one)]

    def _lacking(self, piece: Piece) -> str:
        """Why this deck cannot have a piece; empty when it can."""
        lacking = piece.product.lacking
        return lacking(self.deck, piece) if lacking else ""

    @property
    def art_places(self) -> dict[str, str]:
        """Where the deck names each piece of art that a maker may have put there, in words."""
        return _art_places(self.deck)

    @property
    def notes(self) -> list[Diagnostic]:
        """What stops nothing: mended art, a language that is not ready, accidents in texts."""
        places = self.art_places
        placed = placed_notes(self.arts, self.build.press, places)
        fonts = self.build.font_notes(self.deck.language)
        found = (*translation_notes(self.deck), *self._left_out, *odd_texts(self.deck), *placed)
        colours = colour_notes(self.deck, self.build.theme.printed, self.build.press.name)
        return [*found, *self.build.letter_problems(self.deck), *fonts, *colours] + [
            Diagnostic(
                "art-note",
                say("{name} {said}{place}", name=name, said=note, place=places.get(name, "")),
                Location(f"assets/{name}"),
                remedy="look whether it prints as you wish",
                severity=Severity.WARNING,
            )
            for name, art in self.arts.items()
            for note in art.notes
        ]

    @property
    def _left_out(self) -> list[Diagnostic]:
        """What is not made of the deck; nothing is said of a poster of a model that it has not."""
        if self.pieces == self.build.pieces:
            return []
        left = {one.name: self._lacking(one) for one in self._unsuited}
        return [
            Diagnostic(
                "product-left-out",
                say("no {name} is made of this deck: {why}", name=name, why=why),
                self.deck.where("@deck", "cards"),
                "cards",
                "add the cards that are missing, or take the product away under products:",
                Severity.WARNING,
            )
            for name, why in left.items()
            if why != NO_MODEL
        ]

    @property
    def face(self) -> Face:
        """The face of the text on sheets, beside the cards."""
        return self.build.setter(self.deck.language).faces["text"]

    @property
    def title(self) -> str:
        """The deck's title, with the region's short name when there is a region."""
        region = self.deck.region
        return self.deck.title if region.id == BASE else f"{self.deck.title} · {region.short}"

    @property
    def slug(self) -> Wording:
        """What a sheet says of itself, before its number."""
        deck = self.deck
        title = written(deck.title, "@deck", "title")
        if deck.region.id != BASE:
            title += " · " + written(deck.region.short, "@region", "short")
        code = forward(deck.edition_code, deck.language)
        return title + " · " + written(code, "@deck", "edition")

    def metadata(self, file: str) -> Metadata:
        """What a file says of itself."""
        return Metadata(
            title=f"{self.title} ({file.removesuffix('.pdf')})",
            created=self.build.moment,
            subject=self.deck.subtitle,
            creator=f"samenspel {__version__}",
            keywords=self.deck.edition_code,
            language=self.deck.language,
            author=self.deck.makers,
            producer=f"samenspel {__version__}",
        )


def _in_pairs(deck: Deck, shape: Format) -> bool:
    """Whether a reminder is two cards in a format."""
    printed = (card.printed(shape.name, deck.backs) for card in deck.cards
               if card.kind == REMINDER)  # fmt: skip
    return any(len(cards) > 1 for cards in printed)


def make_edition(build: Build, deck: Deck, templates: Deck) -> Edition:
    """The deck with its theme and art; ``templates`` is the deck before its texts were filled in.

    Raises ContentError with all that is wrong with the art.
    """
    missing = missing_art(build.project, deck)
    if missing:
        raise ContentError(missing)
    deck = with_pictures(build.project, deck)
    cartoons = first_pictures(build.project, deck)
    theme = deck_theme(build.theme, deck)
    return Edition(build, deck, theme, cartoons, _art(build, deck, theme, cartoons), templates)


def _art(build: Build, deck: Deck, theme: Theme, cartoons: Mapping[str, str]) -> dict[str, Art]:
    colour = build.colour_space(theme)
    places = _art_places(deck)
    centre = deck.model.centre if deck.model else ""
    extra = [centre] if centre and build.project.has_asset(centre) else []
    mistakes = Mistakes()
    arts: dict[str, Art] = {}
    for name in dict.fromkeys([*art_names(deck, cartoons), *extra]):
        with mistakes.gathered():
            art = build.art(name, colour, places.get(name, ""))
            blends = name == deck.region.logo and deck.region.logo_white == "ground"
            arts[name] = replace(art, white_is_ground=True) if blends else art
    with mistakes.gathered():
        check_placed(arts, build.press, places)
    mistakes.raise_all()
    return arts


def _art_places(deck: Deck) -> dict[str, str]:
    """Where the deck names each piece of art that a maker may have put there, in words."""
    places = {}
    for card in deck.every:
        for path, name in card.pictures():
            places[name] = _named_in(deck.where(card.id, *path), key_of(path))
    if deck.region.logo:
        places[deck.region.logo] = _named_in(deck.where(REGION, "logo"), "logo")
    return places


def _named_in(place: Location | None, key: str) -> str:
    return say(" (named in {place}, {key})", place=place, key=key) if place else ""
