"""What of a project is looked at: a region, a language and a format that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspel.digital import words as digital_words
from samenspel.layers.shapes import BASE
from samenspel.model.style import Format
from samenspel.model.waiving import REGION
from samenspel.offer import EditionName, languages_of, usual_regions
from samenspel.presets import format_named, names
from samenspel.project import Project
from samenspel.studio.words import Words

USUAL_FORMAT = "a6"
OF_A_REGION = "region_title"
"""The page about a region itself, which the deck without one has not."""
WINGS: Mapping[str, Mapping[str, str]] = {
    "wing_cards": {
        "all_cards": "deck", "row_title": "row", "texts_title": "texts", "sheet_title": "sheet",
        "diff_title": "diff",
    },
    "wing_region": {OF_A_REGION: "deck", "look_title": "look", "facts_title": "facts"},
    "wing_try": {"try_title": "try", "review_title": "review"},
    "wing_make": {"make_title": "make", "preflight_title": "preflight"},
}  # fmt: skip
"""What can be done with an edition: rooms in a few wings, each by the words for it, with how its
address begins."""
ROOMS = {name for wing in WINGS.values() for name in wing.values()}


@dataclass(frozen=True, slots=True)
class Choice:
    """One edition in one format."""

    region: str
    language: str
    format: str

    @property
    def edition(self) -> EditionName:
        """Its region and language."""
        return EditionName(self.region, self.language)

    @property
    def path(self) -> str:
        """The address of its cards."""
        return self.room("deck")

    def room(self, name: str) -> str:
        """The address of what is done with it."""
        return f"/{name}/{self.region}/{self.language}/{self.format}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from; the languages are those of the chosen region."""

    regions: Sequence[str]
    languages: Sequence[str]
    formats: Sequence[Format]
    read_only: bool

    def named(self, region: str, words: Words) -> str:
        """What a region is called in the list."""
        return words.no_region if region == BASE else region


def offer_of(project: Project, region: str) -> Offer:
    """What a project offers to who looks at a region."""
    own = (*project.own_regions, BASE)
    shapes = [format_named(project, name) for name in names(project, "formats")]
    shapes.sort(key=lambda one: (one.name not in project.formats, one.name != USUAL_FORMAT))
    read_only = project.root == project.builtin
    return Offer(own, languages_of(project, region), shapes, read_only)


def usual_choice(project: Project) -> Choice:
    """What is looked at first: the project's own region, in its first language."""
    own = (*usual_regions(project), *project.own_regions, BASE)
    return near_choice(project, own[0], "", "")


def near_choice(project: Project, region: str, language: str, shape: str) -> Choice:
    """What was asked for, and what comes nearest where there is no such thing."""
    region = region if region in project.regions else BASE
    offer = offer_of(project, region)
    formats = [one.name for one in offer.formats]
    return Choice(
        region,
        language if language in offer.languages else offer.languages[0],
        shape if shape in formats else formats[0],
    )


def tongue(language: str) -> str:
    """What its speakers call a language; its code for one that nobody told us."""
    known = language in digital_words.languages()
    return digital_words.words_in(language)["own-name"] if known else language


def wings_of(choice: Choice) -> Mapping[str, Mapping[str, str]]:
    """The addresses of all that can be done with an edition, by the words for it, wing by wing."""
    found = {}
    for wing, rooms in WINGS.items():
        those = {words: choice.room(name) for words, name in rooms.items()}
        if OF_A_REGION in those:
            those[OF_A_REGION] = f"{choice.path}/{REGION}"
            if choice.region == BASE:
                del those[OF_A_REGION]
        found[wing] = those
    return found
