"""Words that remember where a maker wrote them, also when several texts are put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from samenspel.layout.rich import STYLES
from samenspel.layout.word_parts import BREAK, SOFT_HYPHEN
from samenspel.model.cards import Card
from samenspel.model.places import TextPath

_NOT_COUNTED = str.maketrans("", "", f" \n\u00a0-{SOFT_HYPHEN}{BREAK}{STYLES}")
"""What lines may gain or lose beside the text that they are broken from."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text to be set, and the fields that it is made of."""

    text: str
    """What it says."""
    parts: tuple[tuple[int, TextPath], ...] = ()
    """From which character on it comes from which field; none for a text that nobody wrote."""

    @property
    def path(self) -> TextPath:
        """The field that the text stands in: for several texts in one, what their paths share."""
        shared = takewhile(lambda step: len(set(step)) == 1, zip(*self._paths, strict=False))
        return tuple(step[0] for step in shared)

    @property
    def _paths(self) -> list[TextPath]:
        return [path for _, path in self.parts]

    @property
    def spoken(self) -> Iterator[tuple[TextPath, str]]:
        """Each field with the characters that come from it; nothing of what nobody wrote."""
        if not self.parts:
            return
        ends = [start for start, _ in self.parts[1:]] + [len(self.text)]
        for (start, path), end in zip(self.parts, ends, strict=True):
            yield path, self.text[start:end]

    def changed(self, change: Callable[[str], str]) -> Wording:
        """The same with each field's words, and those between them, changed."""
        ends = [*(start for start, _ in self.parts), len(self.text)]
        starts = ends if self.parts and ends[0] == 0 else [0, *ends]
        text, parts, paths = "", [], dict(self.parts)
        for start, end in pairwise(starts):
            if start in paths:
                parts.append((len(text), paths[start]))
            text += change(self.text[start:end])
        return Wording(text, tuple(parts))

    def __add__(self, other: Wording | str) -> Wording:
        if isinstance(other, str):
            return Wording(self.text + other, self.parts)
        moved = ((start + len(self.text), path) for start, path in other.parts)
        return Wording(self.text + other.text, (*self.parts, *moved))

    def __radd__(self, other: str) -> Wording:
        return Wording(other) + self

    def sources(self, lines: Iterable[str]) -> list[list[tuple[int, TextPath]]]:
        """For each of the text's lines, which field it begins with, and where others go on in it.

        A place is the number of characters from the beginning of the line; the first is 0.
        """
        lines = list(lines)
        if len(self.parts) < 2:
            return [[(0, self.path)] for _ in lines]
        starts = [len(_counted(self.text[:start])) for start, _ in self.parts]
        found, seen = [], 0
        for line in lines:
            first = max(0, bisect_right(starts, seen) - 1)
            here = [(0, self.parts[first][1])]
            long = len(_counted(line))
            for start, (_, path) in zip(starts[first + 1 :], self.parts[first + 1 :], strict=True):
                if seen < start < seen + long:
                    here.append((_place(line, start - seen), path))
            found.append(here)
            seen += long
        return found


def _counted(text: str) -> str:
    return text.translate(_NOT_COUNTED)


def _place(line: str, counted: int) -> int:
    """Where in a line stands the character that comes after so many counted ones."""
    found = [place for place, char in enumerate(line) if _counted(char)]
    return found[counted]


def written(text: str, *path: str | int) -> Wording:
    """A text that stands at one path, or that is counted from what stands there."""
    return Wording(text, ((0, path),))


def wording(card: Card, *field: str | int) -> Wording:
    """The text in a field of a card: ``wording(card, "questions", 0)``."""
    return written(card.at(field), card.id, *field)


def joined(texts: Iterable[Wording], between: str) -> Wording:
    """Texts in one, with the same words between each two."""
    whole = Wording("")
    for number, text in enumerate(texts):
        whole = whole + (between if number else "") + text
    return whole
