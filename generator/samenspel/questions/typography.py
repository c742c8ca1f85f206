"""Straight typing to typographer's marks. ``clean(clean(text)) == clean(text)``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from samenspel.questions.tongues import Tongue, tongue

NO_BREAK = "\u00a0"
APOSTROPHE = "’"

_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_BEFORE_QUOTE = r"(?:^|(?<=[\s\u00a0([{–—/“‘„‚¿¡]))"
_DOUBLE_OPEN = re.compile(_BEFORE_QUOTE + '"(?=\\S)')
_SINGLE_OPEN = re.compile(_BEFORE_QUOTE + r"'(?=\S)")
_UNITS = (
    "minuten minuut seconden seconde uur uren dag dagen week weken maand maanden jaar keer procent "
    "euro km m cm mm kg "
    "minutes minute seconds second hours hour days day weeks week months month years year times "
    "percent euros Minuten Minute Stunden Stunde Tage Tag Wochen Woche Monate Monat Jahre Jahr Mal "
    "Prozent Euro minút minuten oere oeren dei dagen wike wiken moanne moannen jier"
)
_UNIT = re.compile(rf"(?<=\d) (?=(?:{'|'.join(sorted(set(_UNITS.split())))})\b|%|‰|°|€)")
_CLOSED = re.compile(r" (?=[?!:;»](?:\s|$))|(?<=«) ")
_ABBREVIATED = re.compile(r"(?<=\b[zduoi]\.) (?=[BhaäTdR]\.)")
_CURRENCY = re.compile(r"(?<=[€$£]) (?=\d)")


_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december "
    "January February March April May June July August September October November December "
    "Januar Februar März Mai Juni Juli Oktober Dezember "
    "jannewaris febrewaris maaie juny july augustus septimber novimber desimber"
)
_DAY = re.compile(rf"(?<!\d)(\d{{1,2}}) (?=(?:{'|'.join(sorted(set(_MONTHS.split())))})\b)")
_INITIAL = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z])")
_TITLES = "dr drs mr ir ing prof ds Dr Drs Mr Mrs Ms Ir Ing Prof Ds St Hr Fr"
_TITLE = re.compile(rf"\b({'|'.join(_TITLES.split())})\. (?=[A-Z])")
_APOSTROPHE = re.compile("(?<=[A-Za-zÀ-ɏ])[´`ʹʼˈ＇](?=[A-Za-zÀ-ɏ])")
"""What stands between letters for an apostrophe: an accent, a prime, another alphabet's."""
_KEPT = frozenset("…")
"""Compatibility characters that are typography and no accident."""
_FOLDED = ("<compat>", "<wide>", "<narrow>", "<small>", "<font>", "<vertical>", "<initial>",
           "<medial>", "<final>", "<isolated>")  # fmt: skip
"""Kinds of compatibility characters that only say the same in another shape (UAX 15, table 6)."""


def folded(text: str) -> str:
    """The text with ligatures, wide letters and other shapes as plain letters.

    What a superscript, a fraction or a no-break space says stays; so do ``…`` and marks that stand
    on a space of their own. Hyphens are those of the keyboard; a hyphen that does not break
    (U+2011) is followed by a word joiner.
    """
    if text.isascii():
        return text
    text = text.replace("\u2011", "-\u2060").replace("\u2010", "-")
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    kind, _, rest = unicodedata.decomposition(char).partition(" ")
    if kind not in _FOLDED or char in _KEPT:
        return char
    letters = "".join(chr(int(code, 16)) for code in rest.split())
    if letters[:1] == " ":
        return " " if letters == " " else char
    return "".join(map(_plain, letters))


@lru_cache(maxsize=4096)
def clean(text: str, language: str = "nl") -> str:
    """The text as it is printed, on one line.

    Composed characters (Unicode NFC), compatibility shapes folded; single spaces; ``...`` as one
    ellipsis; a hyphen between spaces as an en dash; straight quotes as the language's own; an
    accent between letters as an apostrophe (*baby´s*); a space
    that does not break between a number and its unit or month, between initials, behind a title,
    before ? ! : ; » and inside German abbreviations (z. B.).
    """
    row = tongue(language)
    text = unicodedata.normalize("NFC", folded(text))
    text = _SPACES.sub(" ", text).strip(" ")
    text = re.sub(r"\.\.\.", "…", text)
    text = re.sub(r"(?<= )--?(?= )", "–", text)
    text = _quoted(_APOSTROPHE.sub(APOSTROPHE, text), row)
    text = _CLOSED.sub(NO_BREAK, text)
    text = _ABBREVIATED.sub(NO_BREAK, text) if row.locale == "de" else text
    text = _TITLE.sub(rf"\1.{NO_BREAK}", _INITIAL.sub(NO_BREAK, text))
    return _CURRENCY.sub(NO_BREAK, _DAY.sub(rf"\1{NO_BREAK}", _UNIT.sub(NO_BREAK, text)))


@lru_cache(maxsize=4096)  # one text is cleaned for each format it is printed in
def clean_lines(text: str, language: str = "nl") -> str:
    """The text as it is printed, each of its lines by itself; empty lines are left out."""
    if "\n" not in text:
        return clean(text, language)
    lines = (clean(line, language) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def _quoted(text: str, row: Tongue) -> str:
    if '"' not in text and "'" not in text:
        return text
    double_open, double_close, single_open, _ = row.quotes
    text = _DOUBLE_OPEN.sub(double_open, text).replace('"', double_close)
    text = _clitics(text, row)
    text = _SINGLE_OPEN.sub(lambda found: _opening(text, found, single_open), text)
    return _closing(text, row)


def _clitics(text: str, row: Tongue) -> str:
    """Apostrophes that begin a word: ’s avonds, ’t, and years (’90)."""
    words = "|".join(sorted(row.clitics, key=len, reverse=True))
    return re.sub(rf"(?<![\w’'])'(?=(?:(?:{words})\b(?!')|\d\d\b))", APOSTROPHE, text)


def _opening(text: str, found: re.Match[str], mark: str) -> str:
    """An opening quote when a closing one follows somewhere, else an apostrophe."""
    return mark if re.search(r"\S'(?!\w)", text[found.end() :]) else APOSTROPHE


def _closing(text: str, row: Tongue) -> str:
    """What is left: the quote that closes the latest open one, or an apostrophe."""
    _, _, single_open, single_close = row.quotes
    made: list[str] = []
    is_open = False
    for index, char in enumerate(text):
        is_open = is_open or char == single_open
        if char != "'":
            made.append(char)
            continue
        ends_word = not text[index + 1 : index + 2].isalnum()
        made.append(single_close if is_open and ends_word else APOSTROPHE)
        is_open = is_open and not ends_word
    return "".join(made)
