"""How each role of a text is set: its face, the format's type that it takes, how lines are broken.

A design names a role, and another style only where a card asks for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Align
from samenspel.layout.rich import BOLD, ITALIC, PARAGRAPH, RICH, marked
from samenspel.layout.wording import Wording
from samenspel.markup import is_marked, paragraphs


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

    A title has no bold words in it, and a text that is put together from several fields stands as
    it was typed.
    """
    if len(said.parts) != 1 or not is_marked(said.text):
        return said, style
    if style.face not in RICH:
        return replace(said, text=" ".join(one.text for one in paragraphs(said.text))), style
    text = marked(said.text)
    face = RICH[style.face] if BOLD in text or ITALIC in text else style.face
    balanced = style.balanced and PARAGRAPH not in text
    return replace(said, text=text), replace(style, face=face, balanced=balanced)


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
