"""What differs between the languages of a deck, as far as the locale data of CLDR do not say it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

Quotes = tuple[str, str, str, str]

_HIGH: Quotes = ("“", "”", "‘", "’")
_ANGLED: Quotes = ("«", "»", "“", "”")


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language counts one, quotes and takes capitals.

    ``locale`` is its name in CLDR; ``one`` the number 1 before a noun (German agrees with the noun,
    so keeps the digit); ``numbers`` the words for 2 to 20, which print sets in letters; ``quotes``
    are double and single, opening and closing; ``digraph`` is a pair of letters that takes its
    capital together; ``clitics`` are the short words that begin with an apostrophe; ``dotted`` says
    that the capital of i keeps its dot.
    """

    locale: str
    one: str = "1"
    numbers: tuple[str, ...] = ()
    quotes: Quotes = _HIGH
    digraph: str = ""
    clitics: tuple[str, ...] = ()
    dotted: bool = False


def _spelled(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_DUTCH_NUMBERS = (
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
)
_FRISIAN_NUMBERS = (
    "twa trije fjouwer fiif seis sân acht njoggen tsien alve tolve trettjin fjirtjin fyftjin "
    "sechstjin santjin achttjin njoggentjin tweintich"
)
_ENGLISH_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_GERMAN_NUMBERS = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig"
)
_DUTCH_CLITICS = ("s", "t", "n", "k", "m", "r", "ns", "ie", "er", "tis", "tje")

TONGUES = {
    "nl": Tongue("nl", "één", _spelled(_DUTCH_NUMBERS), digraph="ij", clitics=_DUTCH_CLITICS),
    "fy": Tongue("fy", "ien", _spelled(_FRISIAN_NUMBERS), digraph="ij", clitics=_DUTCH_CLITICS),
    "en": Tongue("en_GB", "one", _spelled(_ENGLISH_NUMBERS), clitics=("tis", "twas", "em", "til")),
    "de": Tongue(
        "de",
        numbers=_spelled(_GERMAN_NUMBERS),
        quotes=("„", "“", "‚", "‘"),
        clitics=("s", "n", "ne"),
    ),
    "ar": Tongue("ar", quotes=_ANGLED),
    "es": Tongue("es", quotes=_ANGLED),
    "fr": Tongue("fr", quotes=_ANGLED),
    "it": Tongue("it", quotes=_ANGLED),
    "pl": Tongue("pl", quotes=("„", "”", "«", "»")),
    "pt": Tongue("pt", quotes=_ANGLED),
    "tr": Tongue("tr", dotted=True),
    "uk": Tongue("uk", quotes=("«", "»", "„", "“")),
}


@lru_cache(maxsize=32)
def tongue(language: str) -> Tongue:
    """The language's row (``nl-be`` has that of ``nl``); a plain one for a language without."""
    name = language.split("-")[0]
    return TONGUES.get(name) or Tongue(name)


@lru_cache(maxsize=32)
def locale_of(row: Tongue) -> Locale:
    """The language's data in CLDR; English ones for a language that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(row.locale)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
