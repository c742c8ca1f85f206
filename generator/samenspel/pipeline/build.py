"""What all editions of one build share, each thing made once: presets, fonts, art."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw import ArtCache, ColourSpace
from samenspel.errors import ContentError
from samenspel.layout.blocks import Typesetter
from samenspel.layout.faces import load_faces
from samenspel.layout.rich import with_rich
from samenspel.model.art import Art
from samenspel.model.backs import Backs
from samenspel.model.deck import Deck
from samenspel.model.style import Format, Press, Theme
from samenspel.offer import EditionName
from samenspel.pipeline.typefaces import changed_fonts, font_files, letter_problems, role_fonts
from samenspel.products.product import Piece
from samenspel.project import Project
from samenspel.store import Store


@dataclass(frozen=True, slots=True)
class Build:
    """What one build makes, and what all its editions share."""

    project: Project
    press: Press
    profile: bytes
    theme: Theme
    formats: tuple[Format, ...]
    products: tuple[str, ...]
    pieces: tuple[Piece, ...]
    """All that is made of each edition: what stands in every format's folder, then by format."""
    editions: tuple[EditionName, ...]
    cards: tuple[str, ...]
    """The ids of the cards that are wanted; none means the whole deck."""
    broken: Mapping[str, tuple[Diagnostic, ...]]
    """The mistakes in the files of regions that are asked for; they have no editions."""
    folder: str
    """Of all that is made, with a slash after it; empty when only one press is built for."""
    notes: tuple[Diagnostic, ...]
    """What was left out of all that is asked for, each in a line."""
    moment: datetime
    optional: frozenset[str]
    """The formats that were not asked for by name, but as some of all."""
    cache: ArtCache
    colours: ColourSpace
    arts: dict[tuple[str, str], Art] = field(default_factory=dict)
    setters: dict[str, Typesetter] = field(default_factory=dict)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    """SHA-256 in hex of each asset that was read, by its name."""
    backs: Backs | None = None
    """What the backs of all its decks tell; ``None`` leaves that to each deck."""
    store: Store = field(default_factory=lambda: Store(None))
    """Where pages are kept that were laid out."""
    elsewhere: tuple[Format, ...] = ()
    """The sizes of what stands in every format's folder, also of what is not made now."""
    usual: Mapping[str, Format] = field(default_factory=dict)
    """The sizes of all that is made, by name, as they are without the press."""

    def setter(self, language: str) -> Typesetter:
        """What sets texts in a language; all decks share it, and so the words that it shaped."""
        if language not in self.setters:
            fonts = self.fonts(language)
            faces = with_rich(load_faces(fonts, self.theme.features, language), fonts)
            self.setters[language] = Typesetter(faces, language)
        return self.setters[language]

    def fonts(self, language: str) -> dict[str, bytes]:
        """The font files of a language by role. Raises ContentError for those of no use."""
        if language not in self.files:
            named = role_fonts(self.project, self.theme, language)
            self.files[language] = font_files(self.read, named)
        return self.files[language]

    def font_names(self, language: str) -> dict[str, str]:
        """The names of those files below ``assets/`` by role."""
        named = role_fonts(self.project, self.theme, language)
        return {one.name: f"fonts/{one.font.file}" for one in named}

    def font_notes(self, language: str) -> list[Diagnostic]:
        """What a maker should know of the fonts of a language although it stops nothing."""
        return changed_fonts(self.read, role_fonts(self.project, self.theme, language))

    def letter_problems(self, deck: Deck) -> list[Diagnostic]:
        """The fonts that lack letters of a deck's texts; an error when they lack most."""
        named = role_fonts(self.project, self.theme, deck.language)
        return letter_problems(deck, named, self.setter(deck.language).faces)

    def read(self, name: str) -> bytes:
        """An asset's bytes; their digest is kept. Raises ContentError as ``Project.asset``."""
        data = self.project.asset(name)
        self.digests[name] = hashlib.sha256(data).hexdigest()
        return data

    def fitted(self, shape: Format) -> Format:
        """The format with the bleed and safe zone that the press asks for, if it does."""
        return fitted(self.press, shape)

    def colour_space(self, theme: Theme) -> ColourSpace:
        """The press with the theme's own builds for its palette."""
        palette = {theme.screen[name]: ink for name, ink in theme.palette.items()}
        return ColourSpace(self.profile, palette, self.press.ink_limit)

    def art(self, name: str, colour: ColourSpace, named: str) -> Art:
        """Art made ready for the press, once for all editions with the same colours.

        ``named`` says in words where the deck names it, for messages. Raises ContentError.
        """
        key = name, colour.key
        if key not in self.arts:
            place = Location(f"assets/{name}")
            try:
                data = self.read(name)
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


def fitted(press: Press, shape: Format) -> Format:
    """The format with the bleed and safe zone that a press asks for, if it does.

    Its margin is no narrower than that zone.
    """
    bleed = shape.bleed if press.bleed is None else press.bleed
    if press.safe is None:
        return replace(shape, bleed=bleed)
    return replace(shape, bleed=bleed, safe=press.safe, margin=max(shape.margin, press.safe))


def _same_file(problem: Diagnostic, place: Location) -> bool:
    return problem.location is not None and problem.location.file == place.file
