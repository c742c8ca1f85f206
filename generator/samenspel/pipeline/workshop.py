"""What a build needs beside the decks themselves, each thing made once: presets, fonts, art."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import get_args

from samenspel import __version__
from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location, Severity, near_match
from samenspel.draw import ArtCache, ColourSpace, LogoLook, art_size, logo_look
from samenspel.errors import ContentError, UsageError
from samenspel.finish import Metadata
from samenspel.layout import CENTRE_PICTURE, Desk, art_names
from samenspel.layout.blocks import Typesetter
from samenspel.layout.faces import Face, load_faces
from samenspel.loading import open_project
from samenspel.loading.languages import language_fonts, translation_notes
from samenspel.model.art import Art
from samenspel.model.cards import HowTo
from samenspel.model.deck import Deck
from samenspel.model.ink import Ink
from samenspel.model.sheet import Flip
from samenspel.model.style import Format, Press, Theme
from samenspel.offer import languages_of, usual_languages
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.request import ALL, PRODUCTS, BuildRequest, moment_of
from samenspel.pipeline.wishes import OVERRIDABLE, wished
from samenspel.presets import format_named, names, press_named, region_theme, theme_named
from samenspel.presets.looking_up import chained
from samenspel.project import Project, missing_art
from samenspel.yaml.nodes import key_of

FLIPS = get_args(Flip)
DEFAULT_PRESS = "coated"
LOGO_WIDTH = 40.0
"""How wide a logo is drawn, in mm, to see how it stands out."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that the decks of one build share."""

    project: Project
    press: Press
    profile: bytes
    theme: Theme
    formats: tuple[Format, ...]
    products: tuple[str, ...]
    editions: tuple[tuple[str, str], ...]
    moment: datetime
    cache: ArtCache
    colours: ColourSpace
    arts: dict[tuple[str, str], Art] = field(default_factory=dict)
    setters: dict[str, Typesetter] = field(default_factory=dict)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def setter(self, language: str) -> Typesetter:
        """What sets texts in a language; all decks share it, and so the words that it shaped."""
        if language not in self.setters:
            faces = load_faces(self.fonts(language), self.theme.features, language)
            self.setters[language] = Typesetter(faces, language)
        return self.setters[language]

    def fonts(self, language: str) -> dict[str, bytes]:
        """The font files of a language by role: its own first, then those of the theme."""
        if language not in self.files:
            own = chained(language_fonts(self.project, language))
            roles: dict[str, list[str]] = {}
            for name, file in (*own.items(), *self.theme.fonts.items()):
                roles.setdefault(name.partition("/")[0], []).append(file)
            named = chained(roles)
            data = {file: self.project.asset(f"fonts/{file}") for file in set(named.values())}
            self.files[language] = {role: data[file] for role, file in named.items()}
        return self.files[language]

    def fitted(self, shape: Format) -> Format:
        """The format with the bleed and safe zone that the press asks for, if it does."""
        bleed = shape.bleed if self.press.bleed is None else self.press.bleed
        safe = shape.safe if self.press.safe is None else self.press.safe
        return replace(shape, bleed=bleed, safe=safe)

    def check_art(self, deck: Deck) -> None:
        """Raise ContentError with everything that is wrong with the art that a deck names."""
        missing = missing_art(self.project, deck)
        if missing:
            raise ContentError(missing)
        self.bench(deck)

    def bench(self, deck: Deck) -> Bench:
        """The deck with all that its pages are made of. Raises ContentError, as ``check_art``."""
        found = {card.id: self.project.find_cartoon(card) for card in deck.cards}
        cartoons = {card: name for card, name in found.items() if name}
        theme = region_theme(self.theme, deck.region)
        return Bench(self, deck, theme, cartoons, self._art(deck, theme, cartoons))

    def colour_space(self, theme: Theme) -> ColourSpace:
        """The press with the theme's own builds for its palette."""
        palette = {theme.screen[name]: ink for name, ink in theme.palette.items()}
        return ColourSpace(self.profile, palette, self.press.ink_limit)

    def _art(self, deck: Deck, theme: Theme, cartoons: Mapping[str, str]) -> dict[str, Art]:
        colour = self.colour_space(theme)
        places = _places(deck, cartoons)
        mistakes = Mistakes()
        arts: dict[str, Art] = {}
        for name in self._names(deck, cartoons):
            with mistakes.gathered():
                arts[name] = self._prepared(name, colour, places.get(name, ""))
        mistakes.raise_all()
        return arts

    def _names(self, deck: Deck, cartoons: Mapping[str, str]) -> list[str]:
        extra = [CENTRE_PICTURE] if self.project.has_asset(CENTRE_PICTURE) else []
        return list(dict.fromkeys([*art_names(deck, cartoons), *extra]))

    def _prepared(self, name: str, colour: ColourSpace, named: str) -> Art:
        """Art made ready for the press, once for all decks with the same colours."""
        key = name, colour.key
        if key not in self.arts:
            place = Location(f"assets/{name}")
            try:
                data = self.project.asset(name)
                self.arts[key] = self.cache.prepare(name, data, colour=colour, location=place)
            except ContentError as error:
                raise ContentError(
                    replace(
                        one,
                        message=one.message + named,
                        location=one.location if _same_file(one, place) else place,
                    )
                    for one in error.diagnostics
                ) from error
        return self.arts[key]


@dataclass(frozen=True, slots=True)
class Bench:
    """One deck of the build with its theme and art."""

    shop: Workshop
    deck: Deck
    theme: Theme
    cartoons: Mapping[str, str]
    arts: Mapping[str, Art]
    looks: dict[tuple[str, Ink], LogoLook] = field(default_factory=dict)

    def logo_look(self, name: str, ground: Ink) -> LogoLook:
        """How a logo looks on its ground, measured once."""
        if (name, ground) not in self.looks:
            look = logo_look(self.arts[name], ground, LOGO_WIDTH, self.shop.colours)
            self.looks[name, ground] = look
        return self.looks[name, ground]

    def desk(self, shape: Format) -> Desk:
        """Where pages of this size are laid out."""
        sizes = {name: art_size(art) for name, art in self.arts.items()}
        setter = self.shop.setter(self.deck.language)
        return Desk(self.deck, shape, self.theme, setter, sizes, self.cartoons)

    @property
    def art_places(self) -> dict[str, str]:
        """Where the deck names each piece of art that a maker may have put there, in words."""
        return _places(self.deck, self.cartoons)

    @property
    def notes(self) -> list[Diagnostic]:
        """What stops nothing: art that was mended for the press, a language that is not ready."""
        places = self.art_places
        return translation_notes(self.deck) + [
            Diagnostic(
                "art-note",
                f"{name} {note}" + places.get(name, ""),
                Location(f"assets/{name}"),
                remedy="look whether it prints as you wish",
                severity=Severity.WARNING,
            )
            for name, art in self.arts.items()
            for note in art.notes
        ]

    @property
    def face(self) -> Face:
        """The face of the text on sheets, beside the cards."""
        return self.shop.setter(self.deck.language).faces["text"]

    @property
    def title(self) -> str:
        """The deck's title, with the region's short name when there is a region."""
        region = self.deck.region
        return self.deck.title if region.id == "basis" else f"{self.deck.title} · {region.short}"

    @property
    def slug(self) -> str:
        """What a sheet says of itself, before its number."""
        return f"{self.title} · {self.deck.edition_code}"

    @property
    def blanks(self) -> list[int]:
        """The places in the deck of cards to write on, which fill the last sheet."""
        return [place for place, card in enumerate(self.deck.cards) if card.kind == "blank"]

    def metadata(self, file: str) -> Metadata:
        """What a file says of itself."""
        return Metadata(
            title=f"{self.title} ({file.removesuffix('.pdf')})",
            created=self.shop.moment,
            subject=self.deck.subtitle,
            creator=f"samenspel {__version__}",
            keywords=self.deck.edition_code,
            language=self.deck.language,
            author=self.deck.makers,
            producer=f"samenspel {__version__}",
        )


def _same_file(told: Diagnostic, place: Location) -> bool:
    return told.location is not None and told.location.file == place.file


def _places(deck: Deck, cartoons: Mapping[str, str]) -> dict[str, str]:
    """Where the deck names each piece of art that a maker may have put there, in words."""
    places = {
        name: _named_in(deck.where(card, "cartoon"), "cartoon") for card, name in cartoons.items()
    }
    for card in deck.cards:
        for index, way in enumerate(card.ways if isinstance(card, HowTo) else ()):
            if way.picture:
                place = deck.where(card.id, "ways", index, "picture")
                places[way.picture] = _named_in(place, key_of(("ways", index, "picture")))
    if deck.region.logo:
        places[deck.region.logo] = _named_in(deck.where("@region", "logo"), "logo")
    return places


def _named_in(place: Location | None, key: str) -> str:
    return f" (named in {place}, {key})" if place else ""


def open_workshop(request: BuildRequest) -> Workshop:
    """Read and check the project and everything that the request names.

    Raises UsageError for names that do not exist, ContentError for mistakes in the project.
    """
    if request.flip not in FLIPS:
        raise UsageError.of(
            "flip-unknown",
            f'there is no flip "{request.flip}"',
            remedy=near_match(request.flip, FLIPS),
        )
    builtin = builtin_deck()
    project = open_project(request.project or builtin, builtin)
    press = wished(press_named(project, request.press, OVERRIDABLE), request)
    profile = project.asset(f"icc/{press.profile}")
    theme = theme_named(project, request.theme)
    known = names(project, "formats")
    return Workshop(
        project=project,
        press=press,
        profile=profile,
        theme=theme,
        formats=tuple(format_named(project, name) for name in _each(request.formats, known)),
        products=_products(request.products or project.products),
        editions=tuple(_editions(project, request)),
        moment=request.created or moment_of(project.edition),
        cache=ArtCache(request.cache),
        colours=_judged_on(project),
    )


def _judged_on(project: Project) -> ColourSpace:
    """The stock on which colours are told apart and contrasts measured: coated.

    Named builds are made for it. On uncoated paper black itself is grey (L* 31), so that every
    contrast is lower, whatever colours a brand may choose.
    """
    return ColourSpace(project.asset(f"icc/{press_named(project, DEFAULT_PRESS).profile}"))


def _each(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names that are asked for, each once, with ``all`` written out."""
    return list(dict.fromkeys(n for name in wanted for n in (known if name == ALL else (name,))))


def _products(wanted: Iterable[str]) -> tuple[str, ...]:
    named = _each(wanted, PRODUCTS)
    unknown = [name for name in named if name not in PRODUCTS]
    if unknown:
        raise UsageError(
            Diagnostic(
                "product-unknown",
                f'there is no product "{name}"',
                remedy=near_match(name, PRODUCTS),
            )
            for name in unknown
        )
    return tuple(name for name in PRODUCTS if name in named)


def _editions(project: Project, request: BuildRequest) -> list[tuple[str, str]]:
    """Every region with each of its languages, as asked for."""
    return [
        (region, language)
        for region in _each(request.regions, project.ready)
        for language in _each(
            request.languages or usual_languages(project, region), languages_of(project, region)
        )
    ]
