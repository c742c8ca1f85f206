"""How each role of a text is set: its face, the format's type that it takes, how lines are broken.

A design names a role, and another style only where a card asks for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Align
from samenspel.layout.rich import PARAGRAPH, PLAIN, RICH, marked, marked_words, plain_words
from samenspel.layout.wording import Wording
from samenspel.markup import is_marked


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set texts."""

    face: str
    """The font role of the theme."""
    type: str
    """The type of the format that gives its sizes and leading."""
    hyphenate: bool = True
    """Whether words may be divided."""
    balanced: bool = False
    """Whether the last line counts when lines are broken: for titles and short sentences."""
    align: Align = "left"


def enriched(said: Wording, style: Style) -> tuple[Wording, Style]:
    """A text with its markup read, and the style whose face can set it.

    What is put together from several fields is one paragraph, with the bold and italic words of
    each.
    """
    if not is_marked(said.text):
        return said, style
    if len(said.parts) != 1 or style.face not in RICH:
        said, face = in_line(said, style.face)
        return said, replace(style, face=face)
    said = replace(said, text=marked(said.text))
    balanced = style.balanced and PARAGRAPH not in said.text
    return said, replace(style, face=_face_of(said, style.face), balanced=balanced)


def in_line(said: Wording, face: str) -> tuple[Wording, str]:
    """A text without paragraphs with its markup read, and the face that can set it.

    A title's face has one look: there the marks are left out.
    """
    if not is_marked(said.text):
        return said, face
    if face not in RICH:
        return said.changed(plain_words), face
    said = said.changed(marked_words)
    return said, _face_of(said, face)


def _face_of(said: Wording, face: str) -> str:
    return RICH[face] if PLAIN in said.text else face


STYLES: Mapping[str, Style] = {
    "title": Style("display", "title", hyphenate=False, balanced=True),
    "core": Style("text-semibold", "core", balanced=True),
    "question": Style("text-semibold", "question", balanced=True),
    "text": Style("text", "text"),
    "warning": Style("text-semibold", "core", balanced=True),
    "tip": Style("text-semibold", "text", balanced=True),
    "hint": Style("text", "label", balanced=True, align="centre"),
    "subtitle": Style("text-bold", "core"),
    "source": Style("text-semibold", "core", balanced=True),
    "colophon": Style("text", "label"),
    "contact": Style("text-semibold", "furniture", hyphenate=False),
    "label": Style("text-bold", "label", hyphenate=False, balanced=True, align="centre"),
}
"""The usual style of each role."""
