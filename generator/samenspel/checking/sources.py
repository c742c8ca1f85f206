"""Where a check's findings come from: one list, to which anything that finds something is added.

An edition's sources get it and its pages as laid out; the others get the project.
All yield messages; what stops a build is found by the build's own survey and stands in
no list here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from samenspel.checking.alike import alike_findings
from samenspel.checking.brand import Brand, accent_findings
from samenspel.checking.content import content_findings
from samenspel.checking.emphasis import emphasis_findings
from samenspel.checking.logos import logo_findings
from samenspel.checking.on_pictures import picture_findings
from samenspel.checking.sentences import fact_sentences
from samenspel.checking.spelt import spelling_absent, spelling_findings
from samenspel.diagnostics import Diagnostic
from samenspel.layers import fallbacks
from samenspel.model.waiving import REGION, OwnedMessage
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.project import Project
from samenspel.upkeep import (
    alts_of_other_pictures,
    avoided_words,
    stale_overrides,
)
from samenspel.upkeep.gaps import language_gaps

EditionSource = Callable[[Edition, Sequence[Survey]], Iterable[OwnedMessage]]
RegionSource = Callable[[Project, str, Collection[str]], Iterable[Diagnostic]]
LanguageSource = Callable[[Project, str], Iterable[Diagnostic]]


def _content(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    avoided = avoided_words(edition.build.project, edition.deck.language)
    yield from content_findings(edition.deck, avoided)


def _spelling(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    return spelling_findings(edition.build.project, edition.deck)


def _accents(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    for found in accent_findings(Brand(edition.build, edition.deck)):
        yield REGION, found


def _alike(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    for found in alike_findings(edition):
        yield REGION, found


def _logo(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    for found in logo_findings(edition, surveys):
        yield REGION, found


def _notes(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    for found in edition.notes:
        yield REGION, found


def _fallbacks(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    del surveys
    sources, deck = edition.build.project.sources, edition.deck
    for found in fallbacks(sources, deck.region.id, deck.language):
        yield REGION, found


def _sentences(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    """For each region by itself, as each has facts of its own."""
    del surveys
    for found in fact_sentences(edition.deck):
        yield REGION, found


def _alts(edition: Edition, surveys: Sequence[Survey]) -> Iterable[OwnedMessage]:
    del surveys
    return alts_of_other_pictures(edition.build.project.sources, edition.deck)


EDITION_SOURCES: tuple[EditionSource, ...] = (
    _content,
    _spelling,
    _accents,
    _alike,
    _logo,
    _notes,
    _fallbacks,
    _sentences,
    _alts,
    picture_findings,
    emphasis_findings,
)
"""Asked for every region and language."""

REGION_SOURCES: tuple[RegionSource, ...] = (stale_overrides,)
"""Asked once for every region: ``(project, region, cards)``; no cards means all."""

LANGUAGE_SOURCES: tuple[LanguageSource, ...] = (language_gaps, spelling_absent)
"""Asked once for every language: ``(project, language)``."""
