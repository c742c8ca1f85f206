"""Waivers: what a maker has looked at and lets stand, with the reason in the file itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Location
from samenspel.saying import say

REGION = "@region"
"""Stands for the region's own file in place of a card's id."""

WAIVABLE = {
    "words-too-many": "a text has more words than its place on the card is meant for",
    "words-too-few": "a text has fewer words than its place on the card is meant for",
    "question-mark": "a question does not end with a question mark",
    "question-yes-no": "a question can be answered with yes or no",
    "question-too-long": "a question has more than thirty words",
    "question-double": "a question asks two things",
    "question-blaming": "a question tells somebody off",
    "question-suggestive": "a question has its answer in it",
    "question-abstract": "a question speaks of nothing that can be seen or heard",
    "question-alike": "a question asks nearly the same as another card's",
    "reading-level": "a card is hard to read",
    "word-avoided": "a text uses a word that the deck avoids",
    "word-misspelt": "a text has a word that no list of words has",
    "brand-contrast": "a text or a logo stands out too little from its ground",
    "contrast-on-picture": "a text stands out too little from the photograph below it",
    "brand-accent-near": "the accent looks like one of the five conditions",
    "brand-logo-coarse": "a logo has less than 300 pixels per inch at its printed size",
    "brand-logo-rgb": "a logo's colours change on their way to print",
    "brand-logo-thin": "a logo has lines that are too thin for its printed size",
    "brand-logo-white": "a logo brings a white ground of its own",
    "brand-logo-space": "something stands close to a logo",
    "brand-logo-ink": "a logo has more ink than the press can take",
}
"""The codes that a card or a region may waive, with what each is about."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver."""

    owner: str
    """A card's id, or ``@region`` for the region itself."""
    code: str
    """What is waived."""
    reason: str
    """Why, in the maker's words."""
    location: Location | None = None
    """Where it stands."""


def waived(waivers: Iterable[Waiver], owner: str, code: str) -> Waiver | None:
    """The waiver for a code on a card or a region, if there is one."""
    return next((one for one in waivers if (one.owner, one.code) == (owner, code)), None)


def unused(waiver: Waiver) -> str:
    """What to say of a waiver that waives nothing."""
    return say('nothing is found any more that "{code}" waives', code=waiver.code)


OwnedMessage = tuple[str, Diagnostic]
"""A message and whose it is: a card's id, or ``@region``."""
