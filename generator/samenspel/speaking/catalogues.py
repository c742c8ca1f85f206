"""The catalogues: PO files as translators edit them, read with Babel, looked up with gettext."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that can be said in one language."""

    locale: Locale
    """How the language writes numbers."""
    entries: Mapping[str, tuple[str, ...]]
    """By English template (of two forms the first), the translation in each of its forms."""
    homes: Mapping[str, str]
    """By English template, the file that translates it: ``project.po``."""
    lookup: GNUTranslations
    """gettext's own lookup, which knows the language's rule for forms."""

    def form(self, one: str, many: str = "", count: int | None = None) -> str | None:
        """The translation, in the form for that many; ``None`` for a text without one."""
        if one not in self.entries:
            return None
        return self.lookup.gettext(one) if count is None else self.lookup.ngettext(one, many, count)


@cache
def catalogue(language: str) -> Catalogue:
    """A language's texts. ValueError (a bug) for a text that two files translate."""
    whole = Catalog(locale=language)
    entries: dict[str, tuple[str, ...]] = {}
    homes: dict[str, str] = {}
    for name, part in parts(language).items():
        for message in part:
            said = message.string
            forms = (said,) if isinstance(said, str) else tuple(said or ())
            if not message.id or message.fuzzy or not all(forms):
                continue  # the header, or a text that is still to be translated
            one = message.id if isinstance(message.id, str) else message.id[0]
            if one in entries:
                raise ValueError(f"{name} translates again: {one}")
            entries[one], homes[one] = forms, name
            whole.add(message.id, said)
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return Catalogue(Locale.parse(language), entries, homes, GNUTranslations(compiled))


def parts(language: str) -> dict[str, Catalog]:
    """A language's catalogues by file name, as they stand."""
    found = [entry for entry in Path(__file__).with_name(language).iterdir()
             if entry.name.endswith(".po")]  # fmt: skip
    return {
        entry.name: read_po(BytesIO(entry.read_bytes()), locale=language)
        for entry in sorted(found, key=lambda one: one.name)
    }
