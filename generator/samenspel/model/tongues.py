"""In which language each text of a deck is: not all are in the deck's."""

from __future__ import annotations

from samenspel.model.cards import ALL
from samenspel.model.deck import Deck
from samenspel.model.places import TextPath


class Tongues:
    """The languages of one deck's texts."""

    def __init__(self, deck: Deck) -> None:
        """What its cards say of their language, and what of it is not translated."""
        made = deck.translation
        self._own, self._source = deck.language, made.source if made else deck.language
        self._said = {card.id: card.lang for card in deck.every if card.lang}
        left = made.untranslated if made else frozenset[TextPath]()
        self._left = left | {path[:-1] for path in left if isinstance(path[-1], int)}
        self._standing = deck.standing if deck.stand_ins else frozenset[str]()
        self._plain = not self._said and not self._left

    def language_at(self, path: TextPath) -> str:
        """The language of the text at a path: the deck's, but for what is not translated, and for
        what its card says is in another one.

        What a card says of its language counts for its own file, and not for translations of it.
        """
        if self._plain or not path:
            return self._own
        if self._source != self._own and not self._is_left(path):
            return self._own
        said = self._said.get(str(path[0]), {})
        field = str(path[1]) if len(path) > 1 else ALL
        return said.get(field) or said.get(ALL) or self._source

    def other(self, path: TextPath) -> str:
        """The same; empty where it is the deck's."""
        found = self.language_at(path)
        return "" if found == self._own else found

    def _is_left(self, path: TextPath) -> bool:
        """Whether a text is as the source has it; of a list its last item stands for all."""
        if path in self._left or path[0] in self._standing:
            return True
        return isinstance(path[-1], int) and path[:-1] in self._left
