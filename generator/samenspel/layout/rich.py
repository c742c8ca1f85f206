"""Bold and italic words inside a text, set by a face of three faces; its paragraphs and items.

Each word carries its own marks, from a private part of Unicode, so that a paragraph can be broken
anywhere between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from samenspel.layout.faces import SHAPED, Face
from samenspel.layout.shaping import Strip, Word
from samenspel.markup import Paragraph, Run, is_marked, paragraphs

PLAIN, BOLD, ITALIC = "\ue000", "\ue001", "\ue002"
"""Stand in a word where another face begins."""

PARAGRAPH, ITEM = "\u2029", "\u2028"
"""Stand between paragraphs, and before and after the label of an item."""

_PIECES = re.compile(f"([{PLAIN}{BOLD}{ITALIC}])")
_UNSEEN = re.compile(f"[{PLAIN}{BOLD}{ITALIC}\ue100-\ue1ff]")
"""What is no letter of a text: marks of its style, and drawings (``icons``)."""
RICH = {"text": "rich", "text-semibold": "rich-semibold"}
"""The faces that can set marked texts, by the one that sets their plain words."""


def marked(text: str) -> str:
    """The text with marks in place of its markup; a lone asterisk stays one."""
    if not is_marked(text):
        return text
    return PARAGRAPH.join(map(_paragraph, paragraphs(text)))


def _paragraph(one: Paragraph) -> str:
    label = f"{ITEM}{one.label}{ITEM}" if one.label else ""
    return label + "".join(map(_run, one.runs))


def _run(run: Run) -> str:
    if not (run.bold or run.italic):
        return run.text
    mark = BOLD if run.bold else ITALIC
    return " ".join(f"{mark}{word}{PLAIN}" if word else word for word in run.text.split(" "))


def labelled(paragraph: str) -> tuple[str, str]:
    """The label of an item and its text; a paragraph that is no item has none."""
    if not paragraph.startswith(ITEM):
        return "", paragraph
    _, label, text = paragraph.split(ITEM, 2)
    return label, text


def unmarked(text: str) -> str:
    """The text without marks, as people read it."""
    return _UNSEEN.sub("", text).replace(PARAGRAPH, " ").replace(ITEM, " ").strip()


class RichFace(Face):
    """A face whose words may go on in bold or italic. All measures are those of its plain face."""

    def __init__(self, plain: Face, bold: Face, italic: Face) -> None:
        """Shape with these three; nothing is loaded again."""
        self._fonts = plain._fonts
        self._faces: Mapping[str, Face] = {PLAIN: plain, BOLD: bold, ITALIC: italic}
        self.rtl = plain.rtl
        self.word = lru_cache(maxsize=SHAPED)(self._word)
        self.advance = lru_cache(maxsize=SHAPED)(self._advance)
        self.ascent, self.descent = plain.ascent, plain.descent
        self.cap_height, self.x_height = plain.cap_height, plain.x_height
        self.space = plain.space

    def _word(self, text: str, backward: bool = False) -> Word:
        strips: list[Strip] = []
        for start, face, part in self._parts(text):
            shaped = face.word(part, backward).strips
            moved = [replace(strip, start=strip.start + start) for strip in shaped]
            strips = [*moved, *strips] if backward else [*strips, *moved]
        return Word(sum(strip.advance for strip in strips), tuple(strips))

    def _parts(self, text: str) -> Iterator[tuple[int, Face, str]]:
        """The parts of a word with the face of each, and where they begin."""
        face, start = self._faces[PLAIN], 0
        for piece in _PIECES.split(text):
            if piece in self._faces:
                face = self._faces[piece]
            elif piece:
                yield start, face, piece
            start += len(piece)


def with_rich(faces: dict[str, Face]) -> dict[str, Face]:
    """The faces, and those that set marked texts beside them."""
    named = ("text-bold", "text-italic")
    if not all(name in faces for name in (*named, *RICH)):
        return faces
    bold, italic = (faces[name] for name in named)
    return {**faces, **{rich: _rich(faces[name], bold, italic) for name, rich in RICH.items()}}


@lru_cache(maxsize=64)
def _rich(plain: Face, bold: Face, italic: Face) -> RichFace:
    """As its three faces are the same for every build of a process, so is this."""
    return RichFace(plain, bold, italic)
