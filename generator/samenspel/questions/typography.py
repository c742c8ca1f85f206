"""Straight typing to typographer's marks. ``clean(clean(text)) == clean(text)``."""

from __future__ import annotations

import re
import unicodedata

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


def clean(text: str, language: str = "nl") -> str:
    """The text as it is printed, on one line.

    Composed characters (Unicode NFC); single spaces; ``...`` as one ellipsis; a hyphen between
    spaces as an en dash; straight quotes as the language's own; a space that does not break between
    a number and its unit, before ? ! : ; » and inside German abbreviations (z. B.).
    """
    row = tongue(language)
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    text = re.sub(r"\.\.\.", "…", text)
    text = re.sub(r"(?<= )--?(?= )", "–", text)
    text = _quoted(text, row)
    text = _CLOSED.sub(NO_BREAK, text)
    text = _ABBREVIATED.sub(NO_BREAK, text) if row.locale == "de" else text
    return _CURRENCY.sub(NO_BREAK, _UNIT.sub(NO_BREAK, text))


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
