"""The places of a deck's texts, as data: which card, which field, which item."""

from __future__ import annotations

from collections.abc import Sequence

TextPath = tuple[str | int, ...]
"""Where a text stands: the card's id, then fields and positions (from 0).

Texts outside the cards have ``@deck``, ``@labels`` or ``@region`` in place of a card's id.
"""


def key_of(path: Sequence[str | int]) -> str:
    """A path as people count: ``("questions", 1)`` is ``questions[2]``."""
    key = ""
    for part in path:
        if isinstance(part, int):
            key += f"[{part + 1}]"
        else:
            key += f".{part}" if key else part
    return key


def field_key(path: TextPath) -> str:
    """The key of a text within its card: ``("proces", "questions", 1)`` is ``questions[2]``."""
    return key_of(path[1:])
