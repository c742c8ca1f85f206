"""What is reported of a text that cannot be set: it is too long, or no font has its letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.blocks import Copy
from samenspel.layout.faces import Face
from samenspel.layout.fitting import Excess
from samenspel.layout.rich import unmarked
from samenspel.layout.word_parts import ADDRESS, address_parts
from samenspel.model.deck import Deck
from samenspel.model.places import TextPath
from samenspel.model.waiving import REGION
from samenspel.saying import counted, say

FEW = 2
"""Where so few words are too many, and an address is among them, that has no room."""
OF_ONE_WORD = float("inf")
"""The amount of a text of which not even one word fits: worse than any number of words."""


def too_long(deck: Deck, shape: str, face: Face, card: str, excess: Excess) -> Diagnostic:
    """A text of a card that is too long; where one of its words has no room on any line, that word.

    ``amount`` is how many words are too many.
    """
    words, path = excess.words, excess.copy.path or (card,)
    what: str = counted(
        "the text is about {count} word too long",
        "the text is about {count} words too long",
        count=words,
    )
    remedy: str = counted("shorten it by {count} word", "shorten it by {count} words", count=words)
    amount = float(words)
    every = excess.copy.text.split()
    if excess.too_wide:
        what = say(
            'the word "{word}" is wider than a line and has no place to break',
            word=unmarked(excess.too_wide),
        )
        remedy = say("shorten the word, or choose another")
    elif words >= len(every):
        widest = max(every, key=lambda word: face.width(word, 1), default="")
        what = say('the word "{word}" is too wide', word=unmarked(widest))
        remedy = say("shorten the word, or choose another")
        amount = OF_ONE_WORD
    address = next((word for word in every[-words:] if ADDRESS.search(word)), "")
    if address and words <= FEW:
        what, remedy, over = _address(face, unmarked(address), excess)
        amount = words + over / 1000
        contact = deck.region.contact
        if contact and unmarked(address) in contact.line:
            path = (REGION, "contact", "address" if contact.address else "function")
    place = deck.where(*path)
    return Diagnostic(
        "text-too-long",
        say(
            "{what} for card {card!r} in format {shape} (region {region}, language {language})",
            what=what,
            card=card,
            shape=shape,
            region=deck.region.id,
            language=deck.language,
        ),
        place,
        deck.key(*path),
        say(
            "{remedy}{mended_in}, or leave this format out",
            remedy=remedy,
            mended_in=mended_in(deck, path, place),
        ),
        amount=amount,
    )


def _address(face: Face, address: str, excess: Excess) -> tuple[str, str, int]:
    """What is wrong with an address that has no room, what helps, and letters too many on a line.

    It has no words to cut.
    """
    longest = max((part for part, _, _ in address_parts(address)), key=partial(face.width, size=1))
    fits = sum(face.width(longest[: n + 1], 1) <= excess.room for n in range(len(longest)))
    if fits < len(longest):
        return (
            say('of the address "{address}" {count} letters stand without a place to break, and a '
                'line has room for {fits}', address=address, count=len(longest), fits=fits),
            say("name a shorter address, or write \\u200B within double quotes where it may break"),
            len(longest) - fits,
        )  # fmt: skip
    return (
        say('there is no room for the address "{address}", of {count} letters',
            address=address, count=len(address)),
        say("name a shorter address, or shorten the text beside it"),
        0,
    )  # fmt: skip


def of_the_base(place: Location | None) -> bool:
    """True for a text of the deck that a project builds on, which a maker cannot change there."""
    return place is not None and not place.file.startswith("cards/")


def mended_in(deck: Deck, path: TextPath, place: Location | None) -> str:
    """Where a region says a text of the base otherwise; nothing for a project's own texts.

    Nothing either for what is no card's, such as the words of the deck's furniture.
    """
    region = deck.region.id
    if not of_the_base(place) or region == "basis" or len(path) < 2 or str(path[0])[:1] == "@":
        return ""
    where = say("cards: change: {card}: {field}:", card=path[0], field=path[1])
    return say(" in cards/regions/{region}.yaml ({where})", region=region, where=where)


def missing_glyphs(deck: Deck, face: Face, copy: Copy) -> Iterator[Diagnostic]:
    """The characters that no font has, for each of the fields that a text is made of.

    ``subject`` holds the characters.
    """
    for path, text in copy.wording.spoken:
        missing = "".join(
            dict.fromkeys(c for word in text.split() for c in face.word(word).missing)
        )
        if missing:
            yield Diagnostic(
                "glyph-missing",
                say(
                    "the font for {role} has no glyph for {named}",
                    role=copy.role,
                    named=named(missing),
                ),
                deck.where(*path),
                deck.key(*path),
                REMEDY_FOR_GLYPHS,
                subject=missing,
            )


def named(characters: str) -> str:
    """Characters with their numbers, as messages name them."""
    return ", ".join(f"{c} (U+{ord(c):04X})" for c in characters)


REMEDY_FOR_GLYPHS = (
    "write it with other characters, or put a font that has them in assets/fonts and name it in "
    "cards/deck.yaml: fallback: [its-name.ttf]"
)
"""What to do about characters that no font has."""
