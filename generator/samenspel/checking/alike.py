"""Colours of one set that people cannot tell apart, also those who see fewer colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from samenspel.checking.brand import NEAR
from samenspel.checking.colours import SIGHTS, distance
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.kind import Choice, ChoiceSet
from samenspel.pipeline.edition import Edition
from samenspel.saying import say


def alike_findings(edition: Edition) -> Iterator[Diagnostic]:
    """A warning for each two colours of a deck's own sets that lie too near each other.

    The model's colours are judged as the region's brand.
    """
    model = edition.deck.model.set.name if edition.deck.model else ""
    for name, one in edition.deck.sets.items():
        if name != model:
            yield from _of_set(edition, one)


def _of_set(edition: Edition, one: ChoiceSet) -> Iterator[Diagnostic]:
    coloured = [choice for choice in one.choices.values() if choice.style is not None]
    inks = [choice.style.strong for choice in coloured if choice.style is not None]
    labs = dict(zip((choice.id for choice in coloured), edition.build.colours.labs(inks),
                    strict=True))  # fmt: skip
    for first, second in combinations(coloured, 2):
        near = {sight: distance(labs[first.id], labs[second.id], sight) for sight in SIGHTS}
        worst = min(SIGHTS, key=lambda sight: near[sight] / NEAR[sight])
        if near[worst] < NEAR[worst]:
            yield _alike(edition, one, (first, second), worst, near[worst])


def _alike(
    edition: Edition, one: ChoiceSet, pair: tuple[Choice, Choice], sight: str, far: float
) -> Diagnostic:
    first, second = pair
    seen = "" if sight == "normal" else say(" for {sight} colour-blind eyes", sight=sight)
    return Diagnostic(
        "set-inks-alike",
        say(
            "{name} and {second_name} are hard to tell apart{seen}: {far:.1f} (CIEDE2000), and "
            "{near:g} is asked for",
            name=first.name,
            second_name=second.name,
            seen=seen,
            far=far,
            near=NEAR[sight],
        ),
        edition.deck.where("@labels", f"{one.name}.{second.id}") or one.place,
        f"{one.name}.{second.id}",
        "make one of the two lighter or darker, or give each a picture of its own",
        Severity.WARNING,
    )
