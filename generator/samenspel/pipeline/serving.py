"""Formats that a press cannot serve: texts that the deck locks have no room in them.

A press may ask for a wider safe zone than a format has. Where a locked title then no longer fits,
nothing can be shortened; the format is left out of ``all``, or refused when it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.layers.locks import Locked, lock_on
from samenspel.layout import TextFit
from samenspel.model.style import Format
from samenspel.offer import EditionName
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.saying import counted, say

CODE = "format-unserved"
OUTSIDE = ("layout-outside-safe", "layout-near-cut")
PUSHED = (*OUTSIDE, "layout-covered", "layout-collision")
"""What else a wide safe zone does to a page, once something leaves it."""
REMEDY = (
    "choose a larger format, or another press (samenspel list presses); with --format all this "
    "format is left out"
)
REMEDY_ALONE = (
    "choose another press (samenspel list presses), or leave this out: name the products that you "
    "want with --product"
)
"""For what is not made in the formats of the cards."""


Unfit = tuple[TextFit, Locked]
"""A locked text and who locked it."""


@dataclass(frozen=True, slots=True)
class Served:
    """The pieces that go on, and the formats that were left out of ``all``."""

    laid: list[Survey]
    skipped: tuple[str, ...] = ()


@dataclass(slots=True)
class Skipped:
    """What was left out of several editions, to be reported in one line a format."""

    found: dict[str, list[EditionName]] = field(default_factory=dict)

    def add(self, edition: EditionName, names: Iterable[str]) -> None:
        """Formats that were left out of an edition."""
        for name in names:
            self.found.setdefault(name, []).append(edition)

    def reported(self, press: str, editions: Sequence[EditionName]) -> list[Diagnostic]:
        """A line for each format, with the editions when it was left out of some only."""
        return [
            Diagnostic(
                CODE,
                say(
                    "the format {name} is left out{only_in}: with the press {press} what the "
                    "deck locks has no room on it",
                    name=name,
                    only_in=_only_in(found, editions),
                    press=press,
                ),
                remedy=say("ask for it by name to see which: --format {name}", name=name),
                severity=Severity.INFO,
            )
            for name, found in self.found.items()
        ]


def _only_in(found: Sequence[EditionName], editions: Sequence[EditionName]) -> str:
    return (
        "" if len(found) == len(editions) else say(" of {found}", found=", ".join(map(str, found)))
    )


def served(edition: Edition, laid: Sequence[Survey]) -> Served:
    """The pieces as the press can serve them: what it cannot is left out, or its error says so."""
    judged = [_judged(edition, one) for one in laid]
    every = {one.piece.folder for one in laid if one.piece.folder}
    broken = {
        one.piece.folder
        for one in judged
        if one.piece.folder and any(problem.code == CODE for problem in one.problems)
    }
    if broken and broken == every and broken <= set(edition.build.optional):
        return Served(_none_served(edition, judged))
    skipped = broken & set(edition.build.optional) if broken != every else set()
    return Served(
        [one for one in judged if one.piece.folder not in skipped], tuple(sorted(skipped))
    )


def _none_served(edition: Edition, judged: Sequence[Survey]) -> list[Survey]:
    """With one error for all formats, none of which was asked for by name.

    What else is wrong on them has the same cause, or is reported with another press.
    """
    first = next(one for one in judged if one.piece.folder)
    names = dict.fromkeys(one.piece.folder for one in judged if one.piece.folder)
    error = Diagnostic(
        CODE,
        say(
            "{press}, and what the deck locks has no room on any of its formats: {names}",
            press=_press(edition, first),
            names=", ".join(names),
        ),
        edition.deck.where("@deck", "formats"),
        "formats",
        say("choose another press (samenspel list presses), or ask for one format by name to see "
            "what has no room: --format {name}", name=first.piece.folder),
    )  # fmt: skip
    return [
        replace(one, problems=(error,) if one is first else ()) if one.piece.folder else one
        for one in judged
    ]


def _judged(edition: Edition, survey: Survey) -> Survey:
    """A piece with one error for what has no room, in place of an advice to shorten each."""
    unfit = _locked(edition, survey)
    theirs = [one for one in survey.problems if _is_theirs(edition, survey, one, unfit)]
    if not unfit and not theirs:
        return survey
    rest = [one for one in survey.problems if one not in theirs]
    error = _locked_error(edition, survey, unfit) if unfit else _outside(edition, survey, theirs)
    return replace(survey, problems=(*rest, error))


def _is_theirs(
    edition: Edition, survey: Survey, problem: Diagnostic, locked: Sequence[Unfit]
) -> bool:
    """True for what no text of the maker's can mend; with a locked text too long that is all."""
    if problem.code in PUSHED and any(one.code in OUTSIDE for one in survey.problems):
        return survey.piece.shape.safe > _usual(edition, survey).safe
    return problem.code == "text-too-long" and bool(locked)


def _locked(edition: Edition, survey: Survey) -> list[Unfit]:
    """The texts of a piece that do not fit and that nobody may shorten."""
    sources = edition.build.project.sources
    kinds = {card.id: card.kind for card in edition.deck.every}
    found: dict[tuple[object, ...], Unfit] = {}
    for fit in survey.fits:
        path = fit.path
        if fit.cut and len(path) > 1 and path[0] in kinds:
            lock = lock_on(sources, str(path[0]), kinds[str(path[0])], str(path[1]))
            if lock is not None:
                found.setdefault(path, (fit, lock))
    return list(found.values())


def _locked_error(edition: Edition, survey: Survey, unfit: Sequence[Unfit]) -> Diagnostic:
    (first, lock), shape = unfit[0], survey.piece.shape
    texts = counted("a text", "{count} texts", count=len(unfit))
    cards = ", ".join(dict.fromkeys(str(fit.path[0]) for fit, _ in unfit))
    return Diagnostic(
        CODE,
        say(
            "{press}, and {texts} on the format {name} cannot fit, locked by {by} "
            "({location}): {cards}",
            press=_press(edition, survey),
            texts=texts,
            name=shape.name,
            by=lock.by,
            location=lock.node.location,
            cards=cards,
        ),
        edition.deck.where(*first.path),
        edition.deck.key(*first.path),
        _remedy(survey),
    )


def _outside(edition: Edition, survey: Survey, found: Sequence[Diagnostic]) -> Diagnostic:
    things = counted("something", "{count} things", count=len(found))
    return Diagnostic(
        CODE,
        say(
            "{press}, and {things} on the format {name} cannot stay inside it: {message}",
            press=_press(edition, survey),
            things=things,
            name=survey.piece.shape.name,
            message=found[0].message,
        ),
        found[0].location,
        found[0].key,
        _remedy(survey),
    )


def _remedy(survey: Survey) -> str:
    return REMEDY if survey.piece.folder else REMEDY_ALONE


def _press(edition: Edition, survey: Survey) -> str:
    name, safe = edition.build.press.name, survey.piece.shape.safe
    usual = _usual(edition, survey).safe
    wider = say(" where the format has {usual:g}", usual=usual) if safe > usual else ""
    return say(
        "the press {name} asks for a safe zone of {safe:g} mm{wider}",
        name=name,
        safe=safe,
        wider=wider,
    )


def _usual(edition: Edition, survey: Survey) -> Format:
    """The format as it is without the press."""
    shape = survey.piece.shape
    known = {one.name: one for one in edition.build.formats}
    return known.get(shape.name) or edition.build.usual.get(shape.name, shape)
