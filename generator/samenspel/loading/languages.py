"""A deck in another language: translations over the source texts, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import Field

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.layers.applying import layers, tongue_of
from samenspel.layers.shapes import REGIONS
from samenspel.layers.sources import Sources
from samenspel.layers.translating import texts_of
from samenspel.model.content import Content
from samenspel.model.deck import Deck, TextPath, Translation
from samenspel.model.style import NamedFont
from samenspel.presets.files import EMPHASIS, ROLES, FontChain
from samenspel.presets.looking_up import font_chain
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

UNSEEN = frozenset({"alt"})
"""Texts that are not printed, and so bear no mark when they are not translated."""

_NEAREST = {
    "text-italic": "text",
    "text-bold": "text",
    "text-semibold": "text-bold",
    "heading": "text-bold",
    "display": "heading",
    **EMPHASIS,
}
"""The role whose font stands in for one that a language does not name."""


class LanguageFonts(Content):
    """The fonts of a language; only ``text`` must be there."""

    text: FontChain
    """Running text."""
    text_italic: FontChain | None = Field(default=None, alias="text-italic")
    """The same, in italic."""
    text_semibold: FontChain | None = Field(default=None, alias="text-semibold")
    """The same, a little heavier."""
    text_bold: FontChain | None = Field(default=None, alias="text-bold")
    """The same, in bold."""
    text_extrabold: FontChain | None = Field(default=None, alias="text-extrabold")
    """Bold words among semi-bold ones."""
    text_semibold_italic: FontChain | None = Field(default=None, alias="text-semibold-italic")
    """Italic words among semi-bold ones."""
    text_bold_italic: FontChain | None = Field(default=None, alias="text-bold-italic")
    """Words that are bold and italic."""
    heading: FontChain | None = None
    """Names and headings."""
    display: FontChain | None = None
    """Titles."""


class LanguageFile(Content):
    """What ``cards/<language>/deck.yaml`` says of the language itself, beside the deck's texts."""

    draft: Annotated[bool, Field(description="Moet een moedertaalspreker dit nog lezen?")] = False
    """Whether a native speaker has yet to read it."""
    fonts: LanguageFonts | None = None
    """Fonts in place of the theme's."""


def language_file(sources: Sources, language: str, problems: list[Diagnostic]) -> LanguageFile:
    """The language's own settings; what is wrong in them goes to ``problems``."""
    node = sources.decks.get(language)
    if node is None:
        return LanguageFile()
    own = {key: value for key, value in node.entries.items() if key in LanguageFile.model_fields}
    settings = Node(own, node.location, node.path, node.keys)
    return check(LanguageFile, settings, problems) or LanguageFile()


def drafts_of(sources: Sources) -> tuple[str, ...]:
    """The languages that are drafts; the one that the deck was written in never is."""
    others = (name for name in sources.decks if name != sources.source_language)
    return tuple(name for name in others if language_file(sources, name, []).draft)


def named_fonts(project: Project, language: str) -> dict[str, tuple[NamedFont, ...]]:
    """The fonts of each role that a language brings, before those of the theme; or none."""
    deck = project.sources.decks.get(language)
    if deck is None or language_file(project.sources, language, []).fonts is None:
        return {}
    named = {role: font_chain(deck.get("fonts", role)) for role in (*ROLES, *EMPHASIS)}
    return {role: _chain(named, role) for role in named}


def _chain(named: Mapping[str, tuple[NamedFont, ...]], role: str) -> tuple[NamedFont, ...]:
    return named[role] or _chain(named, _NEAREST[role])


def translation_of(
    sources: Sources, language: str, region: str, parts: Mapping[str, Node | None]
) -> Translation | None:
    """Which texts of a deck are still in the source language, and whether the rest is a draft."""
    source = sources.source_language
    if language == source:
        return None
    foreign = foreign_in(sources, language, region)
    left = {
        (name, *path)
        for name, card in parts.items()
        if card is not None
        for path, node in texts_of(card, sources.kind_of(card))
        if foreign(node) and not UNSEEN.intersection(path)
    }
    draft = language_file(sources, language, []).draft
    return Translation(source, draft, frozenset(path for path in left if _ends(path, left)))


def foreign_in(sources: Sources, language: str, region: str) -> Callable[[Node], bool]:
    """Tells of a text in a deck whether it is still in the source language, for want of another."""
    source = sources.source_language
    regions = {
        f"{REGIONS}/{layer.name}.yaml"
        for layer in layers(sources, region, language)
        if tongue_of(sources, layer.name) == source
    }

    def foreign(node: Node) -> bool:
        file = node.location.file
        spoken = file in regions and node.path[:1] == ("texts",)
        return f"cards/{source}/" in file or (file in regions and not spoken)

    return foreign


def _ends(path: TextPath, left: set[TextPath]) -> bool:
    """True for a text that stands alone, and for the last of a list."""
    last = path[-1]
    return not isinstance(last, int) or (*path[:-1], last + 1) not in left


def translation_notes(deck: Deck) -> list[Diagnostic]:
    """What a maker should know of a deck whose language is not finished; none stops a build."""
    made = deck.translation
    if made is None:
        return []
    place = Location(f"cards/{deck.language}")
    notes = []
    if made.untranslated:
        cards = len({path[0] for path in made.untranslated})
        notes.append(
            Diagnostic(
                "translation-incomplete",
                say(
                    "{cards} cards hold texts that are not translated; they are printed in "
                    "{source}, and marked [{source}]",
                    cards=cards,
                    source=made.source,
                ),
                place,
                remedy="translate them, or leave this language out",
                severity=Severity.WARNING,
            )
        )
    if made.draft:
        notes.append(
            Diagnostic(
                "translation-draft",
                say(
                    "the language {language} is a draft, and its colophon says so",
                    language=deck.language,
                ),
                place,
                remedy="let a native speaker read it, then take draft: out of its deck.yaml",
                severity=Severity.WARNING,
            )
        )
    return notes
