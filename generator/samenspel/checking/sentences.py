"""The deck's sentences with a region's facts in them: only a reader hears whether they go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.layers.phrases import PHRASES
from samenspel.model.deck import Deck
from samenspel.model.waiving import REGION

_ENDS = re.compile(r"(?<=[.!?…])[”’“]?\s+")
CODE = "fact-sentences"


def fact_sentences(deck: Deck) -> Iterator[Diagnostic]:
    """For each fact that stands in sentences, where it is said, all sentences of the deck with it.

    ``deck`` has its final texts.
    """
    texts = [text for card in deck.every for _, text in card.texts()]
    for name in PHRASES:
        said = getattr(deck.region.facts, name)
        found = dict.fromkeys(_with(texts, said)) if said else {}
        if found:
            yield Diagnostic(
                CODE,
                f"{deck.language}: " + " | ".join(found),
                deck.where(REGION, "facts", name),
                f"facts.{name}",
                "read whether it goes",
                Severity.INFO,
            )


def _with(texts: Iterable[str], said: str) -> Iterator[str]:
    """The sentences in which a fact stands, each up to its end."""
    for text in texts:
        for sentence in _ENDS.split(text):
            if said in sentence:
                yield sentence
