"""All that one HTML file is made of, and how what is shown in one language only is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from samenspel.digital.looks import Looks
from samenspel.digital.reading import ReadCard
from samenspel.model.writing import is_right_to_left


@dataclass(frozen=True, slots=True)
class Tongue:
    """A deck in one language."""

    language: str
    """Its code."""
    title: str
    """The deck's title."""
    subtitle: str
    """The line below it."""
    cards: tuple[ReadCard, ...]
    """All cards, in the order of the deck."""
    conditions: Mapping[str, str]
    """Names of the conditions by id, in the order of the model."""
    colophon: tuple[str, ...]
    """Where the deck comes from: source, licence, makers, edition."""


@dataclass(frozen=True, slots=True)
class Website:
    """All that one file is made of."""

    region: str
    """The region's name."""
    source_language: str
    """The language of cards that are not translated."""
    tongues: Sequence[Tongue]
    """The first one is what readers see first."""
    looks: Looks
    """Colours and fonts."""
    logo: str = ""
    """The region's logo as an address; empty for none."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the pictures by their name."""


def shown_in(one: Tongue, site: Website, language: str = "") -> str:
    """The attributes of what is shown in one language only."""
    language = language or one.language
    hidden = "" if one is site.tongues[0] else " hidden"
    shown = f'data-lang="{escape(one.language)}" lang="{escape(language)}"'
    return f"{shown}{direction(language)}{hidden}"


def direction(language: str) -> str:
    """The attribute for the way in which a language is written."""
    return ' dir="rtl"' if is_right_to_left(language) else ' dir="ltr"'


def other(language: str) -> str:
    """The attributes of a text in another language than what is around it; none for ``""``."""
    return f' lang="{escape(language)}"{direction(language)}' if language else ""
