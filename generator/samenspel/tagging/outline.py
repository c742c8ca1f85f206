"""A file as a tree of what is read: sections of cards with headings, paragraphs, lists, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenspel.model.frame import Box


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the structure tree (ISO 32000-1, 14.8.4), by the name of its type."""

    kind: str
    """``H1`` … ``H6``, ``P``, ``L``, ``LI``, ``Lbl``, ``LBody`` or ``Figure``."""
    marks: tuple[int, ...] = ()
    """The marks on its page that it consists of."""
    children: tuple[Element, ...] = ()
    """The elements inside it."""
    text: str = ""
    """What it says."""
    plain: bool = True
    """Whether the drawn letters say the same, one after another."""
    alt: str = ""
    """What a figure shows, in words."""
    language: str = ""
    """The language of its words, where that is not the deck's; else empty."""
    box: Box | None = None
    """Where a figure is seen, in mm from the top left corner of its page's trim."""
    title: bool = False
    """Whether it is the title of the card whose page it stands on."""
    echoes: tuple[tuple[int, int], ...] = ()
    """Where a later page says the same again: the numbers of the pages, and the marks on them."""

    def texts(self) -> Iterator[str]:
        """All that is read of it, in order: texts, and figures in words."""
        if self.text or self.alt:
            yield self.text or self.alt
        for child in self.children:
            yield from child.texts()


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs to one card."""

    name: str
    """What a bookmark calls it."""
    language: str
    """Its language, where that is not the file's; else empty."""
    pages: tuple[tuple[int, tuple[Element, ...]], ...]
    """The numbers of its pages, from 0, the front first, and what is read on each."""

    @property
    def places(self) -> frozenset[int]:
        """The numbers of all pages on which it has marks."""
        found = [place for place, _ in self.pages]
        found += [place for _, row in self.pages for one in row for place, _ in one.echoes]
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is read of a whole file."""

    sections: tuple[Section, ...]
    """In the order of reading."""

    @property
    def owners(self) -> Mapping[int, int]:
        """By the number of a page on which something is read, that of its section, from 0."""
        return {
            place: number for number, one in enumerate(self.sections) for place in one.places
        }
