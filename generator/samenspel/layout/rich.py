"""Bold and italic words inside a text, set by a face of four faces; its paragraphs and items.

Each word carries its own marks, from a private part of Unicode, so that a paragraph can be broken
anywhere between words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from samenspel.layout.faces import SHAPED, Face
from samenspel.layout.shaping import Strip, Word
from samenspel.markup import Paragraph, Run, is_marked, paragraphs

PLAIN, BOLD, ITALIC, BOTH = "\ue000", "\ue001", "\ue002", "\ue003"
"""Stand in a word where another face begins."""
STYLES = PLAIN + BOLD + ITALIC + BOTH
"""All of these."""

PARAGRAPH, ITEM = "\u2029", "\u2028"
"""Stand between paragraphs, and before and after the label of an item."""

_PIECES = re.compile(f"([{STYLES}])")
_UNSEEN = re.compile(f"[{STYLES}\ue100-\ue1ff]")
"""What is no letter of a text: marks of its style, and drawings (``icons``)."""
_EMPHASIS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "text": {
        BOLD: ("text-bold", "text-extrabold"),
        ITALIC: ("text-italic", "text-bold"),
        BOTH: ("text-bold-italic", "text-bold", "text-italic"),
    },
    "text-semibold": {
        BOLD: ("text-extrabold", "text-bold"),
        ITALIC: ("text-semibold-italic", "text-bold-italic", "text-italic", "text-extrabold"),
        BOTH: ("text-bold-italic", "text-extrabold", "text-italic"),
    },
    "text-bold": {
        BOLD: ("text-extrabold",),
        ITALIC: ("text-bold-italic", "text-italic", "text-extrabold"),
        BOTH: ("text-bold-italic", "text-extrabold", "text-italic"),
    },
    "text-italic": {
        BOLD: ("text-bold-italic", "text-bold"),
        ITALIC: ("text", "text-bold"),
        BOTH: ("text-bold", "text-bold-italic"),
    },
}
"""The faces for emphasis among the words of a face, the best first.

One that looks as the words around it is passed over. Among semi-bold words bold is hardly seen, so
bold is extra bold there. Where a family has no italic, as in Arabic, italic words are bold.
"""
RICH = {face: f"rich-{face}" for face in _EMPHASIS}
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
    mark = BOTH if run.bold and run.italic else BOLD if run.bold else ITALIC
    return " ".join(f"{mark}{word}{PLAIN}" if word else word for word in run.text.split(" "))


def marked_words(text: str) -> str:
    """As ``marked``, for a piece of a longer text: it has no paragraphs, and keeps its spaces."""
    return _in_line(text, lambda one: "".join(map(_run, one.runs)))


def plain_words(text: str) -> str:
    """A piece of a text without its markup, for what is set in one look."""
    return _in_line(text, lambda one: one.text)


def _in_line(text: str, said: Callable[[Paragraph], str]) -> str:
    if not ("*" in text or "\n" in text):
        return text
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return before + " ".join(map(said, paragraphs(core))) + after


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

    def __init__(self, plain: Face, bold: Face, italic: Face, both: Face) -> None:
        """Shape with these four; nothing is loaded again."""
        self._fonts = plain._fonts
        self._faces: Mapping[str, Face] = {PLAIN: plain, BOLD: bold, ITALIC: italic, BOTH: both}
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


def with_rich(faces: dict[str, Face], fonts: Mapping[str, bytes]) -> dict[str, Face]:
    """The faces, and those that set marked texts beside them. ``fonts`` are the files by role."""
    made = {
        rich: _rich(faces[plain], *(faces[role] for role in _roles(plain, fonts)))
        for plain, rich in RICH.items()
        if plain in faces
    }
    return {**faces, **made}


def _roles(plain: str, fonts: Mapping[str, bytes]) -> list[str]:
    """The roles of bold, italic and both among words of a role; it itself where none differs."""
    return [
        next((role for role in wanted if fonts.get(role, fonts[plain]) != fonts[plain]), plain)
        for wanted in _EMPHASIS[plain].values()
    ]


@lru_cache(maxsize=64)
def _rich(plain: Face, bold: Face, italic: Face, both: Face) -> RichFace:
    """As its faces are the same for every build of a process, so is this."""
    return RichFace(plain, bold, italic, both)
