"""A file as a tree of what is read: sections of cards with headings, paragraphs, lists, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Outline:
    """What is read of a whole file."""

    sections: tuple[Section, ...]
    """In the order of reading."""
