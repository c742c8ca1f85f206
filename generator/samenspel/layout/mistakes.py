"""What is told of a text that cannot be set: it is too long, or no font has its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.blocks import Copy
from samenspel.layout.faces import Face
from samenspel.model.cards import CardBase
from samenspel.model.deck import Deck


def too_long(
    deck: Deck, shape: str, face: Face, card: CardBase, copy: Copy, words: int
) -> Diagnostic:
    """A text that is ``words`` too long; when not even one of its words fits, that word."""
    plural = "word" if words == 1 else "words"
    what, remedy = f"the text is about {words} {plural} too long", f"it by {words} {plural}"
    every = copy.text.split()
    if words >= len(every):
        widest = max(every, key=lambda word: face.width(word, 1))
        what, remedy = f'the word "{widest}" is too wide', "the word, or choose another"
    place = deck.where(card.id, *copy.field)
    return Diagnostic(
        "text-too-long",
        f"{what} for card {card.id!r} in format {shape} (region {deck.region.id}, language "
        f"{deck.language})",
        place,
        key_of(copy.field),
        f"shorten {remedy}{_mended_in(deck, card, copy, place)}, or leave this format out",
    )


def _mended_in(deck: Deck, card: CardBase, copy: Copy, place: Location | None) -> str:
    """Where a region says a text of the base otherwise; nothing for a project's own texts."""
    region = deck.region.id
    if place is None or place.file.startswith("cards/") or region == "basis":
        return ""
    where = f"cards: change: {card.id}: {copy.field[0]}:"
    return f" in cards/regions/{region}.yaml ({where})"


def missing_glyphs(deck: Deck, face: Face, card: CardBase, copy: Copy) -> Iterator[Diagnostic]:
    """The characters of a text that no font has, if there are any."""
    missing = "".join(
        dict.fromkeys(c for word in copy.text.split() for c in face.word(word).missing)
    )
    if missing:
        names = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing)
        yield Diagnostic(
            "glyph-missing",
            f"the font for {copy.role} has no glyph for {names}",
            deck.where(card.id, *copy.field),
            key_of(copy.field),
            "write it with other characters, or name a font that has them under fonts: in "
            f"cards/{deck.language}/deck.yaml",
        )


def key_of(path: Sequence[str | int]) -> str:
    """A field's path as people count: ``("questions", 1)`` is ``questions[2]``."""
    key = ""
    for part in path:
        key += f"[{part + 1}]" if isinstance(part, int) else (f".{part}" if key else part)
    return key
