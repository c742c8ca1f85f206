"""Where a check's findings come from: one list, to which anything that finds something is added.

An edition's sources get its bench and the pages as laid out; the others get the project. All yield
messages; what stops a build is found by the build's own survey and stands in no list here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from samenspel.checking.brand import Brand, accent_findings, logo_findings
from samenspel.checking.content import content_findings
from samenspel.diagnostics import Diagnostic
from samenspel.layers import fallbacks
from samenspel.model.waiving import REGION, Told
from samenspel.pipeline.survey import Survey
from samenspel.pipeline.workshop import Bench
from samenspel.project import Project
from samenspel.upkeep import (
    alts_of_other_pictures,
    avoided_words,
    stale_overrides,
)
from samenspel.upkeep.gaps import language_gaps

EditionSource = Callable[[Bench, Sequence[Survey]], Iterable[Told]]
RegionSource = Callable[[Project, str], Iterable[Diagnostic]]
LanguageSource = Callable[[Project, str], Iterable[Diagnostic]]


def _content(bench: Bench, surveys: Sequence[Survey]) -> Iterator[Told]:
    del surveys
    avoided = avoided_words(bench.shop.project, bench.deck.language)
    yield from content_findings(bench.deck, avoided)


def _accents(bench: Bench, surveys: Sequence[Survey]) -> Iterator[Told]:
    del surveys
    for found in accent_findings(Brand(bench.shop, bench.deck)):
        yield REGION, found


def _logo(bench: Bench, surveys: Sequence[Survey]) -> Iterator[Told]:
    for found in logo_findings(bench, surveys):
        yield REGION, found


def _notes(bench: Bench, surveys: Sequence[Survey]) -> Iterator[Told]:
    del surveys
    for found in bench.notes:
        yield REGION, found


def _fallbacks(bench: Bench, surveys: Sequence[Survey]) -> Iterator[Told]:
    del surveys
    sources, deck = bench.shop.project.sources, bench.deck
    for found in fallbacks(sources, deck.region.id, deck.language):
        yield REGION, found


def _alts(bench: Bench, surveys: Sequence[Survey]) -> Iterable[Told]:
    del surveys
    return alts_of_other_pictures(bench.shop.project.sources, bench.deck)


EDITION_SOURCES: tuple[EditionSource, ...] = (
    _content,
    _accents,
    _logo,
    _notes,
    _fallbacks,
    _alts,
)
"""Asked for every region and language."""

REGION_SOURCES: tuple[RegionSource, ...] = (stale_overrides,)
"""Asked once for every region: ``(project, region)``."""

LANGUAGE_SOURCES: tuple[LanguageSource, ...] = (language_gaps,)
"""Asked once for every language: ``(project, language)``."""
