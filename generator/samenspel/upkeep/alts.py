"""Alt texts that describe another picture than the one that is printed."""

from __future__ import annotations

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.layers.applying import chain
from samenspel.layers.shapes import REGIONS
from samenspel.layers.sources import Sources
from samenspel.model.deck import Deck
from samenspel.saying import say


def alts_of_other_pictures(sources: Sources, deck: Deck) -> tuple[tuple[str, Diagnostic], ...]:
    """Warnings, each with its card, for pictures that a layer replaces without new words.

    The text below was written for the picture below; one from the picture's own layer or from one
    above it was not.
    """
    regions = {f"{REGIONS}/{name}.yaml": n for n, name in enumerate(chain(sources, deck.region.id))}
    base = sources.base.deck.location.file.partition("/")[0] if sources.base else None

    def height(file: str) -> int:
        """0 and up for regions, -1 for the project's own cards, -2 for those of its base."""
        return regions.get(file, -2 if file.partition("/")[0] == base else -1)

    found = []
    pairs = [(card, field) for card in deck.every for field in card.spec.pictures]
    for card, field in pairs:
        picture, text = deck.where(card.id, field.name), deck.where(card.id, field.alt)
        if not card.values.get(field.alt) or picture is None or text is None:
            continue
        if height(picture.file) > height(text.file):
            message = say(
                "the alt text of {id} still tells of the picture that this one replaces", id=card.id
            )
            remedy = say(
                "say beside it, under {alt}:, what it shows (now: {text})", alt=field.alt, text=text
            )
            found.append(
                (card.id, Diagnostic("alt-of-other-picture", message, picture, field.name, remedy,
                                     Severity.WARNING))
            )  # fmt: skip
    return tuple(found)
