"""What differs between the languages of a deck: a small table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language joins, counts and quotes.

    ``one`` is the number 1 before a noun (German agrees with the noun, so keeps the digit);
    ``thousands`` separates groups of three digits in numbers from 10 000; ``quotes`` are double and
    single, opening and closing; ``digraph`` is a pair of letters that takes its capital together;
    ``clitics`` are the short words that begin with an apostrophe.
    """

    conjunction: str
    one: str
    thousands: str
    quotes: tuple[str, str, str, str]
    digraph: str = ""
    clitics: tuple[str, ...] = ()


_DUTCH_CLITICS = ("s", "t", "n", "k", "m", "r", "ns", "ie", "er", "tis", "tje")

TONGUES = {
    "nl": Tongue("en", "één", ".", ("“", "”", "‘", "’"), "ij", _DUTCH_CLITICS),
    "fy": Tongue("en", "ien", ".", ("“", "”", "‘", "’"), "ij", _DUTCH_CLITICS),
    "en": Tongue("and", "one", ",", ("“", "”", "‘", "’"), clitics=("tis", "twas", "em", "til")),
    "de": Tongue("und", "1", ".", ("„", "“", "‚", "‘"), clitics=("s", "n", "ne")),
}


def tongue(language: str) -> Tongue:
    """The language's row; Dutch for a language that has none (``nl-be`` is ``nl``)."""
    return TONGUES.get(language.split("-")[0], TONGUES["nl"])
