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
