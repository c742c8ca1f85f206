"""The filters that templates may use, all of them harmless on any value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context

from samenspel.bounds import PRINTED
from samenspel.questions.steps import counting
from samenspel.questions.tongues import Tongue, locale_of
from samenspel.questions.typography import NO_BREAK
from samenspel.saying import say

_PLAIN = ("count", "d", "default", "first", "last", "length", "lower", "trim", "upper")


class RefusedError(Exception):
    """A filter cannot work with its value; the message is for the maker."""


def make_filters(row: Tongue) -> dict[str, Callable[..., Any]]:
    """The filters for one language, by name."""

    def opsomming(items: Any) -> str:
        return enumeration(_listed("opsomming", items), row)

    @pass_context
    def aantal(context: Context, number: Any, one: str, many: str, **forms: str) -> str:
        words: Mapping[str, str] = context.get("woord", {})
        nouns = {"one": one, "other": many, **forms}
        return counted(number, {form: _word(words, noun) for form, noun in nouns.items()}, row)

    def hoofdletter(text: Any) -> str:
        return capitalised(str(text), row)

    def datum(count: Any) -> str:
        day = _known(count, "datum", "day")
        return date_text(day, row) if day else ""

    def voluit(number: Any) -> str:
        return spelled("voluit", number, row)

    def join(items: Any, separator: str = "") -> str:
        return _short(str(separator).join(_listed("join", items)))

    plain = {name: FILTERS[name] for name in _PLAIN}
    own = (opsomming, aantal, hoofdletter, datum, voluit, join, met_rol, leden, bron)
    every = plain | {"round": rounded} | {function.__name__: function for function in own}
    return {name: counting(function) for name, function in every.items()}


def rounded(number: Any, places: int = 0, method: str = "common") -> float:
    """A number with so many places behind the point: ``| round``, as Jinja has it."""
    if isinstance(number, Undefined):
        str(number)  # raises: the region does not give this number
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        raise RefusedError("round needs a number, such as regio.scholen")
    if isinstance(places, bool) or not isinstance(places, int) or not -9 <= places <= 9:
        raise RefusedError("round takes from -9 to 9 places")
    if method not in ("common", "ceil", "floor"):
        raise RefusedError("round takes common, ceil or floor")
    return cast(float, FILTERS["round"](number, places, method))


def met_rol(partners: Any, role: str) -> tuple[str, ...]:
    """The partners with a role: ``regio.partners | met_rol("gemeente")``."""
    _listed("met_rol", partners)
    wanted = str(role).casefold()
    return tuple(one for one in partners if str(getattr(one, "role", "")).casefold() == wanted)


def leden(table: Any) -> tuple[str, ...]:
    """Who sits at a table: ``regio.tafels[0] | leden``."""
    if isinstance(table, Undefined):
        str(table)  # raises: the region names no such table
    if not hasattr(table, "seats"):
        raise RefusedError("leden needs a table, such as regio.tafels[0]")
    return tuple(table.seats)


def bron(count: Any) -> str:
    """Where a count comes from: ``regio.scholen | bron``."""
    return str(_known(count, "bron", "source"))


def _known(count: Any, name: str, attribute: str) -> Any:
    """What a count knows about itself, for the filter ``name``."""
    if isinstance(count, Undefined):
        str(count)  # raises: the region does not give this number
    if not hasattr(count, attribute):
        raise RefusedError(say("{name} needs a count, such as regio.scholen", name=name))
    return getattr(count, attribute)


def enumeration(items: Sequence[str], row: Tongue) -> str:
    """``a``, ``a en b``, ``a, b en c``, as the language joins them (CLDR, list patterns)."""
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list

    return _short(format_list(list(items), locale=locale_of(row)))


def counted(number: Any, nouns: Mapping[str, str], row: Tongue) -> str:
    """A number with its noun on one line: ``12 scholen``, ``één school``, ``23.640 leerlingen``.

    ``nouns`` are the noun's forms by the plural categories of CLDR (one, two, few, many, other);
    what is not there is ``other``.
    """
    number = _number("aantal", number)
    noun = nouns.get(locale_of(row).plural_form(number), nouns["other"])
    return f"{row.one if number == 1 else number_text(number, row)}{NO_BREAK}{noun}"


def spelled(name: str, number: Any, row: Tongue) -> str:
    """A number to twenty in words (*dertien*), as print sets it; a larger one in digits."""
    number = _number(name, number)
    words = {1: row.one, **dict(enumerate(row.numbers, start=2))}
    return words.get(number) or number_text(number, row)


def _number(name: str, number: Any) -> int:
    if isinstance(number, Undefined):
        str(number)  # raises: the region does not give this number
    if isinstance(number, bool) or not isinstance(number, int):
        raise RefusedError(say("{name} needs a number, such as regio.scholen", name=name))
    return int(number)


def number_text(number: int, row: Tongue) -> str:
    """Digits, in groups of three from 10 000 (four digits read as they are: 4870, 2026)."""
    if abs(number) < 10_000:
        return str(number)
    from babel.numbers import get_group_symbol

    return f"{number:,}".replace(",", _unbroken(get_group_symbol(locale_of(row))))


def date_text(day: date, row: Tongue) -> str:
    """A date as the language writes it: ``1 oktober 2026``, ``1. Oktober 2026``."""
    from babel.dates import format_date

    return _unbroken(format_date(day, "long", locale=locale_of(row)))


def _unbroken(text: str) -> str:
    """Its spaces not to be broken; narrow ones, which few fonts have, as wide as others."""
    return text.replace(" ", NO_BREAK).replace("\u202f", NO_BREAK)


def capitalised(text: str, row: Tongue) -> str:
    """The first letter as a capital: IJs, and ’s Avonds (a clitic keeps its small letter)."""
    start = next((i for i, char in enumerate(text) if char.isalnum()), None)
    if start is None:
        return text
    word_end = next((i for i in range(start, len(text)) if not text[i].isalnum()), len(text))
    if start and text[start - 1] in "’'" and text[start:word_end] in row.clitics:
        return text[:word_end] + capitalised(text[word_end:], row)
    width = 2 if row.digraph and text[start : start + 2] == row.digraph else 1
    first = text[start : start + width]
    capital = "İ" if row.dotted and first == "i" else first.upper()
    return text[:start] + capital + text[start + width :]


def _word(words: Mapping[str, str], word: str) -> str:
    return words.get(str(word), str(word))


def _listed(name: str, items: Any) -> list[str]:
    if isinstance(items, Undefined):
        str(items)  # raises
    if isinstance(items, str) or not isinstance(items, Sequence):
        raise RefusedError(say("{name} needs a list, such as regio.partners", name=name))
    return [str(item) for item in items]


def _short(text: str) -> str:
    if len(text) > PRINTED:
        raise RefusedError(
            say("the text becomes longer than {printed} characters", printed=PRINTED)
        )
    return text
