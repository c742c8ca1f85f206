"""The places of a deck's texts, as data: which card, which field, which item."""

from __future__ import annotations

from collections.abc import Sequence

TextPath = tuple[str | int, ...]
"""Where a text stands: the card's id, then fields and positions (from 0).

Texts outside the cards have ``@deck``, ``@labels`` or ``@region`` in place of a card's id.
"""


def key_of(path: Sequence[str | int]) -> str:
    """A text's key as people count, without its card: ``questions[2]``."""
    key = ""
    for part in path[1:]:
        key += f"[{part + 1}]" if isinstance(part, int) else (f".{part}" if key else part)
    return key
