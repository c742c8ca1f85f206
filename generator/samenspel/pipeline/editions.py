"""Which regions and languages a request asks for, and which are left out of ``all``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Severity, near_match
from samenspel.errors import UsageError
from samenspel.layers.applying import overlaid
from samenspel.layers.shapes import BASE
from samenspel.offer import EditionName, languages_of, usual_languages, usual_regions
from samenspel.pipeline.request import ALL, DECKS_OWN, BuildRequest
from samenspel.project import Project
from samenspel.saying import say


def each(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names that are asked for, each once, with ``all`` written out.

    Capitals are forgiven: ``A6`` is ``a6`` when there is no other.
    """
    names = list(known)
    plain = {name.lower(): name for name in names}
    asked = (name if name in names else plain.get(name.lower(), name) for name in wanted)
    return list(
        dict.fromkeys(n for name in asked for n in (names if name.lower() == ALL else (name,)))
    )


def wanted_editions(
    project: Project, request: BuildRequest, regions: Iterable[str]
) -> tuple[tuple[EditionName, ...], tuple[Diagnostic, ...]]:
    """Every region with each of its languages, as asked for, and a line for what is left out.

    Where all regions are asked for, those that are not made in a language are left out of it; one
    that no region has yet is made of the deck without a region. Languages that are drafts are made
    when ``request.drafts`` says so. Otherwise they are left out; UsageError (``language-draft``)
    when one is asked for by name, or when nothing else is left.
    """
    editions = [
        EditionName(region, language)
        for region in regions
        for language in each(
            request.languages or usual_languages(project, region), languages_of(project, region)
        )
    ]
    lacking: list[EditionName] = []
    asked = AskedRegions(request.regions)
    if asked.all or asked.own:
        editions, lacking = _spoken(project, editions)
    drafts = () if request.drafts else project.drafts
    named = [name for name in drafts if name in map(str.lower, request.languages)]
    made = tuple(one for one in editions if one.language not in drafts)
    left = [one for one in editions if one.language in drafts]
    if named or (left and not made):
        language = next(iter(named or [left[0].language]))
        raise UsageError.of(
            "language-draft",
            say(
                'the language "{language}" is a draft: no native speaker has read it yet',
                language=language,
            ),
            remedy="make it all the same with --drafts; its colophon says that it is a draft",
        )
    notes = [_left_out(name, left) for name in dict.fromkeys(one.language for one in left)]
    notes += [_not_made_in(name, lacking) for name in dict.fromkeys(e.language for e in lacking)]
    return made, tuple(notes)


def _spoken(
    project: Project, editions: Iterable[EditionName]
) -> tuple[list[EditionName], list[EditionName]]:
    """The editions of regions that are made in their language, and those of regions that are not.

    A language that the deck has and none of the regions comes with the deck without a region.
    """
    made: list[EditionName] = []
    lacking: list[EditionName] = []
    for one in editions:
        theirs = one.language in languages_of(project, one.region)
        known = one.language in project.languages
        (made if theirs or not known else lacking).append(one)
    nowhere = {one.language for one in lacking} - {one.language for one in made}
    made += [EditionName(BASE, name) for name in project.languages if name in nowhere]
    return made, [one for one in lacking if one.language not in nowhere]


def wanted_cards(
    project: Project, wanted: Iterable[str], editions: tuple[EditionName, ...]
) -> tuple[tuple[str, ...], tuple[EditionName, ...]]:
    """The ids of single cards that are asked for, and the editions that have any of them.

    The name of a card's file will do too (``07-my-card.yaml``). Raises UsageError
    (``card-unknown``) for cards that none of the decks has.
    """
    names = tuple(dict.fromkeys(map(_card_id, wanted)))
    if not names:
        return (), editions
    rows = {one: overlaid(project.sources, one.language, one.region, []).order for one in editions}
    known = dict.fromkeys(name for row in rows.values() for name in row)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(_no_card(project, name, known) for name in unknown)
    return names, tuple(one for one, row in rows.items() if set(names) & set(row))


def _card_id(name: str) -> str:
    stem = re.sub(r"\.ya?ml$", "", name.strip().lower())
    return re.sub(r"^\d+-", "", stem)


def _no_card(project: Project, name: str, known: Iterable[str]) -> Diagnostic:
    if name in project.cards.get(project.source_language, ()):
        message, remedy = (
            say('the card "{name}" is left out of this deck', name=name),
            "ask for another region",
        )
        return Diagnostic("card-unknown", message, remedy=remedy)
    return Diagnostic(
        "card-unknown", say('there is no card "{name}"', name=name), remedy=near_match(name, known)
    )


def _regions(editions: Iterable[EditionName], language: str) -> str:
    """The regions of the editions in a language, as a message names them."""
    return ", ".join(one.region for one in editions if one.language == language)


def _left_out(language: str, left: Iterable[EditionName]) -> Diagnostic:
    regions = _regions(left, language)
    return Diagnostic(
        "language-draft",
        say(
            'the language "{language}" is a draft and is left out ({regions})',
            language=language,
            regions=regions,
        ),
        remedy="make it with --drafts",
        severity=Severity.INFO,
    )


def _not_made_in(language: str, lacking: Iterable[EditionName]) -> Diagnostic:
    regions = _regions(lacking, language)
    return Diagnostic(
        "language-of-no-region",
        say(
            'regions that are not made in the language "{language}" are left out ({regions})',
            language=language,
            regions=regions,
        ),
        remedy="name the language in the region's file (languages:), or ask for another",
        severity=Severity.INFO,
    )


@dataclass(frozen=True, slots=True)
class AskedRegions:
    """The regions that somebody asks for: ``--region`` and ``regions:`` are read here alone."""

    words: tuple[str, ...] = ()
    """As they were written: names, ``all``, or ``deck`` alone for those of the deck's own."""

    @property
    def all(self) -> bool:
        """Whether every region is asked for that is ready."""
        return ALL in map(str.lower, self.words)

    @property
    def own(self) -> bool:
        """Whether the regions of the deck's own are asked for."""
        return tuple(map(str.lower, self.words)) == (DECKS_OWN,)

    @property
    def named(self) -> tuple[str, ...] | None:
        """The names, sorted, in lower case; ``None`` when only the project can tell them."""
        if not self.words or self.all or self.own:
            return None
        return tuple(sorted({name.lower() for name in self.words}))


def wanted_regions(project: Project, asked: AskedRegions) -> list[str]:
    """The regions to make: those asked for, or the one that the project is for.

    Raises UsageError (``region-missing``) when a project has several and none is named.
    """
    asked = asked if asked.words else AskedRegions(usual_regions(project))
    if asked.own:
        theirs = (*project.own_regions, *project.broken) if project.base else ()
        ready = tuple(name for name in theirs if name not in project.unready)
        asked = AskedRegions(ready or (ALL,))
    if not asked.words:
        own = ", ".join((*project.own_regions, *project.broken))
        raise UsageError.of(
            "region-missing",
            say("this deck is made for several regions: {own}", own=own),
            remedy="name one with --region, or all of them with --region all; --region basis is "
            "the deck without a region",
        )
    everywhere = [*project.regions, *project.broken]
    return each(asked.words, project.ready if asked.all else everywhere)
