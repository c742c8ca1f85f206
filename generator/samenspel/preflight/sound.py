"""Pages that were judged before and found sound: no check finds anything on them again.

A page is known by all that it holds and leads to, by what it is held against and by the program.
Of a sound page a few facts are kept, for the checks that look at all pages of a file together;
only they ask what a sound page paints, and mostly these facts answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

import pikepdf

from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.values import inherited
from samenspel.preflight.expectation import Expectation
from samenspel.store import Store, program

KIND = "page"

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page takes from the tree above it where it does not say so itself (ISO 32000-1, 7.7.3.4).
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a sound page. It has no spot colours, and nothing on it is see-through."""

    print: bytes
    """What tells it from pages that paint at other places."""
    turned: bool | None
    """Whether it stands on its head; ``None`` for a page that has no way up."""
    fonts: tuple[str, ...]
    """The names of the fonts that it shows, in their order."""
    pictures: tuple[str, ...]
    """Likewise those of its pictures."""


class SoundPages:
    """The pages of one file that were found sound before, under one expectation."""

    def __init__(self, store: Store, expected: Expectation, prints: Fingerprints) -> None:
        """One with a store without a folder knows none."""
        self._store, self._prints = store, prints
        self._against = f"{program()}|{_said(expected)}"
        self._keys: dict[int, str] = {}

    def facts(self, number: int, page: pikepdf.Page) -> Facts | None:
        """What is known of a page; ``None`` unless it was found sound."""
        if self._store.folder is None:
            return None
        entry = self._store.get(KIND, self._key(number, page))
        try:
            return None if entry is None else _unpacked(entry)
        except (ValueError, TypeError):
            return None

    def keep(self, number: int, page: pikepdf.Page, facts: Facts) -> None:
        """Note that a page is sound."""
        said = [facts.print.hex(), facts.turned, facts.fonts, facts.pictures]
        self._store.put(KIND, self._key(number, page), json.dumps(said).encode())

    def _key(self, number: int, page: pikepdf.Page) -> str:
        """Of all that a page holds but its place among the others."""
        if number not in self._keys:
            above = {name: inherited(page.obj, name) for name in INHERITED}
            own = {name: value for name, value in page.obj.items() if name != "/Parent"}
            held = {name: value for name, value in (above | own).items() if value is not None}
            digest = hashlib.sha256(self._against.encode())
            digest.update(self._prints.digest_of(pikepdf.Dictionary(held)))
            self._keys[number] = digest.hexdigest()
        return self._keys[number]


def _unpacked(entry: bytes) -> Facts:
    digest, turned, *names = json.loads(entry)
    if turned not in (True, False, None):
        raise ValueError(turned)
    fonts, pictures = (tuple(map(str, each)) for each in names)
    return Facts(bytes.fromhex(digest), turned, fonts, pictures)


def _said(expected: Expectation) -> str:
    """An expectation in words, the same in every process."""
    names = (field.name for field in fields(expected))
    return repr([(name, _sorted(getattr(expected, name))) for name in names])


def _sorted(value: object) -> object:
    if isinstance(value, Mapping):
        return sorted((str(key), str(one)) for key, one in value.items())
    return sorted(map(str, value)) if isinstance(value, frozenset) else value
