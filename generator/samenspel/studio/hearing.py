"""What the coach says of a text while somebody types it: one thing, the first that matters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samenspel.checking.spelt import WRITTEN
from samenspel.coaching.avoiding import Avoided
from samenspel.coaching.likeness import alike
from samenspel.coaching.remarks import Remark, misspelt, remarks_on
from samenspel.model.deck import Deck
from samenspel.saying import say
from samenspel.spelling.words import Speller
from samenspel.upkeep.passages import Passage
from samenspel.upkeep.vocabulary import words_file

SWAP = 2
"""So many words may stand in the place of one."""
ADVISES = ("zeg", "noem", "schrijf", "laat", "say", "name", "write", "leave", "sag", "nenne")
"""With these a list says what to do, not what to write."""


@dataclass(frozen=True, slots=True)
class Ears:
    """What the coach hears in texts beside how they ask."""

    avoided: Avoided
    """Words that the deck avoids."""
    speller: Speller
    """Judges the spelling, by what was looked up before: a page does not wait for more."""
    typing: str
    """A word that is not finished yet."""

    def misspelt(self, passage: Passage, text: str, language: str) -> Remark | None:
        """The first word that is spelt wrong; buttons do what the file's name says elsewhere."""
        for word in self.speller.misspelt(text) if _is_written(passage) else ():
            if word != self.typing:
                found = misspelt(word, self.speller.better(word), words_file(language))
                return replace(found, remedy=say("mend it, or say that it is right"))
        return None

    def waits(self, passage: Passage, text: str) -> str:
        """The word for which others are to be looked up now; empty for none."""
        return self.speller.waits_for(text, self.typing) if _is_written(passage) else ""


def _is_written(passage: Passage) -> bool:
    return passage.declared is None or passage.declared.type in WRITTEN


def heard(passage: Passage, text: str, deck: Deck, ears: Ears) -> Remark | None:
    """The first thing to say of a text as it is printed."""
    if (wrong := ears.misspelt(passage, text, deck.language)) is not None:
        return wrong
    declared = passage.declared
    if declared is not None and declared.type == "question":
        for found in remarks_on(text, deck.language):
            return found
        others = {
            f"{card.id}{path}": other
            for card in deck.cards
            if card.id != passage.part
            for path, one, other in card.leaves()
            if one.type == "question"
        }
        if (name := alike(text, others)) is not None:
            return Remark(
                "question-alike", say("asks nearly the same as “{other}”", other=others[name]),
                "ask something else, or leave one of the two out",
            )  # fmt: skip
    for word, instead in ears.avoided.found(text):
        return Remark(
            "word-avoided", say("“{word}” is a word that this deck avoids", word=word),
            say("write instead: {instead}", instead=instead), word, swaps_of(word, instead),
        )  # fmt: skip
    return None


def swaps_of(word: str, instead: str) -> tuple[str, ...]:
    """The first words for a word's place, in the same capitals; none for advice in words."""
    first = instead.partition(",")[0].strip()
    if not 0 < len(first.split()) <= SWAP or not first.replace(" ", "").isalpha():
        return ()
    if first.split()[0].lower() in ADVISES:
        return ()
    return (first[:1].upper() + first[1:] if word[:1].isupper() else first,)
