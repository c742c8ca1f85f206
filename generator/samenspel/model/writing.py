"""How texts are written: which way, and what begins a template in them."""

from __future__ import annotations

_BACKWARD = "ar arc azb ckb dv fa he ks lrc mzn ps sd syr ug ur yi"
"""Languages that are written from right to left (CLDR, layout/orientation)."""

MARKS = ("{{", "{%", "{#")
"""What begins a template in a text."""


def is_right_to_left(language: str) -> bool:
    """True for a language that begins its lines at the right."""
    return language.split("-")[0] in _BACKWARD.split()


def forward(code: str, language: str) -> str:
    """A code that is read from left to right, kept so in a sentence that is not."""
    return f"\u200e{code}\u200f" if is_right_to_left(language) else code
