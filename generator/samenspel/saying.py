"""Messages that remember what they were made of, so that they can be said in another language.

A message is written in English where it arises, as a template with named values::

    say("{count} words too many", count=3)

The result is a string like any other, in English; it also keeps the template and the values.
Whoever shows it asks ``samenspel.speaking`` for the reader's language. A text without values needs
no ``say``: it is its own template. Neither do such texts as values, when they are several words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any


class Said(str):
    """A text in English that knows its template and values. Compares and hashes as its text."""

    __slots__ = ("plural", "template", "values")

    template: str
    """As it was written, with names in braces; of a text in two forms the one for one."""
    plural: str
    """The form for several, chosen by the value ``count``; empty for a text in one form."""
    values: Mapping[str, Any]
    """What the names stand for; a ``Said`` among them is said in the reader's language too."""

    def __new__(cls, template: str, plural: str, values: Mapping[str, Any]) -> Said:
        """The text; KeyError (a bug) for a name in the template that has no value."""
        form = plural if plural and values["count"] != 1 else template
        said = super().__new__(cls, form.format_map(values))
        said.template, said.plural, said.values = template, plural, values
        return said

    def __reduce__(self) -> tuple[Any, ...]:
        return Said, (self.template, self.plural, dict(self.values))

    def __add__(self, more: str) -> Said:
        return together(self, more)

    def __radd__(self, before: str) -> Said:
        return together(before, self)


def say(template: str, /, **values: Any) -> Said:
    """A text with values: ``say("{file} is empty", file=name)``."""
    return Said(template, "", values)


def counted(one: str, many: str, /, *, count: int, **values: Any) -> Said:
    """A text in the form that its number asks for: ``counted("1 word", "{count} words", count=n)``.

    Both forms may name ``count`` and every other value.
    """
    return Said(one, many, {"count": count, **values})


def together(*parts: object) -> Said:
    """Texts one after the other, each of which is translated for itself."""
    names = {f"part{number}": part for number, part in enumerate(parts)}
    return Said("".join(f"{{{name}}}" for name in names), "", names)


def listed(parts: Iterable[object], separator: str = ", ", last: str | None = None) -> Said:
    """Texts with something between them, and ``last`` before the last one."""
    items = list(parts)
    pieces: list[object] = items[:1]
    for number, item in enumerate(items[1:], 2):
        pieces += [last if last is not None and number == len(items) else separator, item]
    return together(*pieces)


def packed(text: str) -> Any:
    """The text as plain data that JSON can hold; ``unpacked`` makes it a text again."""
    if not isinstance(text, Said):
        return text
    values = {name: _plain(value) for name, value in text.values.items()}
    return {"template": text.template, "plural": text.plural, "values": values}


def unpacked(data: Any) -> str:
    """The text that ``packed`` made data of. ValueError for data that it cannot have made."""
    if isinstance(data, str):
        return data
    try:
        values = {
            name: unpacked(value) if isinstance(value, dict) else value
            for name, value in data["values"].items()
        }
        forms = (data["template"], data["plural"])
        if not all(_is_plain(form) for form in forms):
            raise ValueError("a packed text asks for more than its values")
        return Said(*forms, values)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("this is no packed text") from error


def _is_plain(template: str) -> bool:
    """Whether a template that comes from elsewhere asks for values, and nothing inside them."""
    return all(
        name is None or (name.isidentifier() and "{" not in (spec or ""))
        for _, name, spec, _ in Formatter().parse(template)
    )


def plain_values(text: str) -> dict[str, Any]:
    """The values of a text for another program: numbers, and all else as texts in English."""
    if not isinstance(text, Said):
        return {}
    return {
        name: value if isinstance(value, int | float) else str(value)
        for name, value in text.values.items()
    }


def _plain(value: object) -> Any:
    if isinstance(value, Said):
        return packed(value)
    return value if isinstance(value, int | float | str) else str(value)
