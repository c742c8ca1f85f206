"""Numbers in titles that the deck itself does not bear out: ten reminders in a deck of nine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.deck import Deck
from samenspel.model.places import TextPath, field_key
from samenspel.questions.tongues import tongue
from samenspel.saying import say

TITLES = ("title", "subtitle")
"""The fields that say what a deck is; a story may count other things, such as what came before."""
_STEM = 8
"""Letters by which a noun is known in its other forms: Denkanstoß, Denkanstöße."""


def miscounted(deck: Deck, texts: Iterable[tuple[TextPath, str]]) -> Iterator[Diagnostic]:
    """A warning for each title among the ``texts`` that counts the deck's reminders wrong."""
    count = len({card.id for card in deck.cards if card.kind == "reminder"})
    row, noun = tongue(deck.language), str(deck.labels.get("reminder", ""))
    words = {word: number for number, word in enumerate((row.one, *row.numbers), start=1)}
    if not noun:
        return
    number = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    counted = re.compile(rf"(?i)\b({number}|\d{{1,3}})\s+({re.escape(noun[:_STEM])}\w*)")
    reported = set()
    for path, text in texts:
        for found in counted.finditer(text) if path[-1] in TITLES else ():
            said = words.get(found[1].lower()) or int(found[1])
            place = deck.where(*path)
            if said != count and place not in reported:
                reported.add(place)  # a title card has the texts of the deck
                yield Diagnostic(
                    "text-count",
                    say('"{found}", and the deck has {count}', found=found[0], count=count),
                    place,
                    field_key(path),
                    say(
                        "let it count by itself: {{{{ reminders | voluit }}}} {noun}", noun=found[2]
                    ),
                    Severity.WARNING,
                )
