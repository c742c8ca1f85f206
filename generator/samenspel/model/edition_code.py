"""Edition codes: what a deck is called, and a fingerprint that people can read out.

``2026.1-waddenrand-nl-7QK3-M9XT-4B2D4``. The fingerprint is twelve characters of five bits and one
that checks them, in Crockford's base 32: no I, L, O or U, so that nothing is taken for a digit, and
capitals are as good as small letters. The check is Damm's, over the field of 32 elements: it finds
every character that is wrong and every two neighbours that changed places.
"""

from __future__ import annotations

import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("ILO", "110")
"""Letters that people write for what they take for a digit."""

LENGTH = 12
"""Characters before the check: 60 bits, so that a billion editions hold hardly two alike."""

CARD_LENGTH = 6
"""Characters of a card's code before the check."""

BITS = 5
_FIELD = 0b100101
"""x⁵ + x² + 1, which makes 32 numbers a field."""

_GROUPS = ((0, 4), (4, 8), (8, LENGTH + 1))

FINGERPRINT = "-".join(f"[{ALPHABET}]{{{end - start}}}" for start, end in _GROUPS)
"""What a fingerprint looks like, as a regular expression."""


def edition_code(name: str, digest: bytes) -> str:
    """``name``, and the fingerprint of a ``digest`` of at least eight bytes."""
    number = int.from_bytes(digest[:8], "big") >> (64 - BITS * LENGTH)
    digits = [number >> BITS * place & 31 for place in reversed(range(LENGTH))]
    text = "".join(ALPHABET[one] for one in (*digits, _check(digits)))
    return "-".join((name, *(text[start:end] for start, end in _GROUPS)))


def card_code(digest: bytes) -> str:
    """``7QK-3M9T``: six characters of a ``digest`` and one that checks them.

    Thirty bits tell apart the cards that one maker ever prints: of a thousand with as many codes,
    two are alike in one case of two thousand.
    """
    number = int.from_bytes(digest[:8], "big") >> (64 - BITS * CARD_LENGTH)
    digits = [number >> BITS * place & 31 for place in reversed(range(CARD_LENGTH))]
    text = "".join(ALPHABET[one] for one in (*digits, _check(digits)))
    return f"{text[:3]}-{text[3:]}"


def read_card_code(text: str) -> str:
    """A card's code as it is printed, from what somebody wrote over; empty for one with a slip."""
    said = text.upper().replace("-", "").replace(" ", "").translate(ALIKE)
    digits = [ALPHABET.find(one) for one in said]
    whole = len(digits) == CARD_LENGTH + 1 and min(digits) >= 0 and _check(digits) == 0
    return f"{said[:3]}-{said[3:]}" if whole else ""


def is_edition(text: str) -> bool:
    """True for what is meant as an edition's code, with slips or without."""
    return re.fullmatch(r"\S+-\w{4}-\w{4}-\w{5}", text) is not None


def is_whole(code: str) -> bool:
    """True for a code that was written over without a slip."""
    said = "".join(code.upper().split("-")[-len(_GROUPS) :]).translate(ALIKE)
    digits = [ALPHABET.find(one) for one in said]
    return len(digits) == LENGTH + 1 and min(digits) >= 0 and _check(digits) == 0


def _check(digits: list[int]) -> int:
    """The digit that brings the sum to nought, and nought for digits with their check."""
    total = 0
    for digit in digits:
        total = (total ^ digit) << 1
        total ^= _FIELD if total > 31 else 0
    return total
