"""Alt texts that tell of another picture than the one that is printed."""

from __future__ import annotations

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.deck import Deck
from samenspel.project.files import REGIONS
from samenspel.project.layers import chain
from samenspel.project.sources import Sources


def alts_of_other_pictures(sources: Sources, deck: Deck) -> tuple[tuple[str, Diagnostic], ...]:
    """Warnings, each with its card, for pictures replaced by a layer that does not describe them.

    The text below was written for the picture below; one from the picture's own layer or from one
    above it was not.
    """
    height = {f"{REGIONS}/{name}.yaml": n for n, name in enumerate(chain(sources, deck.region.id))}
    found = []
    for card in deck.cards:
        picture, text = deck.where(card.id, "cartoon"), deck.where(card.id, "alt")
        if not getattr(card, "alt", None) or picture is None or text is None:
            continue
        if height.get(picture.file, -1) > height.get(text.file, -1):
            message = f"the alt text of {card.id} still tells of the picture that this one replaces"
            remedy = f"say beside it, under alt:, what it shows (now: {text})"
            found.append(
                (card.id, Diagnostic("alt-of-other-picture", message, picture, "cartoon", remedy,
                                     Severity.WARNING))
            )  # fmt: skip
    return tuple(found)
