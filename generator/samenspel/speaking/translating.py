"""One text in one language: its template from the catalogue, its values as that language writes."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

from babel.numbers import get_decimal_symbol

from samenspel.saying import Said
from samenspel.speaking.catalogues import Catalogue, catalogue
from samenspel.speaking.choosing import ENGLISH


def spoken(text: str, language: str) -> str:
    """A text of samenspel in a language; what the catalogue does not have stays English."""
    return text if language == ENGLISH or not text else _in(catalogue(language), text)


def _in(words: Catalogue, text: str) -> str:
    if not isinstance(text, Said):
        return words.form(text) or text
    count = text.values["count"] if text.plural else None
    form = words.form(text.template, text.plural, count)
    if form is None:
        form = text.plural if text.plural and count != 1 else text.template
    return _Writing(words).vformat(form, (), text.values)


class _Writing(Formatter):
    """Values in a template: texts of samenspel translated, numbers with the language's comma."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words
        self._decimal = get_decimal_symbol(words.locale)

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        """A value, in the reader's language.

        Words of samenspel's own are values too (``is empty``). They need no ``say`` when they are
        several: no maker's name or file is one of these.
        """
        value = super().get_value(key, args, kwargs)
        own = isinstance(value, Said) or (isinstance(value, str) and " " in value)
        return _in(self._words, value) if own else value

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as it is written."""
        written: str = super().format_field(value, format_spec)
        return written.replace(".", self._decimal) if isinstance(value, float) else written
