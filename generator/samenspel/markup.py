"""The small markup of texts: ``**bold**``, ``*italic*``, paragraphs and lists.

Every line of a text is a paragraph, or an item when it begins with ``- `` (also ``+ ``, ``* `` or a
bullet) or a number with a full stop or bracket. A backslash before an asterisk prints the asterisk.
Read by markdown-it, of which no more than this is switched on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "•"
_BULLETS = re.compile(r"^[•●▪‣◦·–—*+-] +(?=\S)")
_NUMBER = re.compile(r"^\(?(\d{1,2})[.)] +(?=\S)")
ICON = re.compile(r"<([a-z][a-z0-9_-]{0,39})>")
"""A small drawing in a line of text, by the name that its kind, or a set, gives it."""
_LOW = "\ue00f"
"""Stands for a low line while a text is read: it is a letter here, and no markup."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that are set alike."""

    text: str
    """The letters."""
    bold: bool = False
    """Whether they are bold."""
    italic: bool = False
    """Whether they are italic."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: tuple[Run, ...]
    """In the order of reading."""
    label: str = ""
    """What stands before an item of a list (``•``, ``2.``); empty for other paragraphs."""

    @property
    def text(self) -> str:
        """Its letters without marks."""
        return "".join(run.text for run in self.runs)


def is_marked(text: str) -> bool:
    """True for a text that is more than one plain paragraph."""
    return "*" in text or "\n" in text or bool(_BULLETS.match(text) or _NUMBER.match(text))


def is_list(text: str) -> bool:
    """True for a text with more lines than one, of which some are items."""
    lines = _lines(text)
    return len(lines) > 1 and any(_BULLETS.match(one) or _NUMBER.match(one) for one in lines)


@lru_cache(maxsize=4096)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A text taken apart. A single line is never a list: a dash may well begin a sentence."""
    lines = _lines(text)
    if len(lines) < 2:
        return tuple(Paragraph(_runs(line)) for line in lines)
    return tuple(map(_paragraph, lines))


def runs_in_line(text: str) -> tuple[Run, ...]:
    """A text as one line; its paragraphs are parted by spaces."""
    made: list[Run] = []
    for one in paragraphs(text):
        made += [Run(" ")] if made else []
        made += one.runs
    return tuple(made)


def plain(text: str) -> str:
    """A text as one line without marks, for what has one look: titles, names, notes."""
    return "".join(run.text for run in runs_in_line(text)) if is_marked(text) else text


def unread_marks(line: str) -> str:
    """A line as it is printed: what is left of its marks meant nothing."""
    return "".join(run.text for run in _runs(line)) if "*" in line else line


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


def _paragraph(line: str) -> Paragraph:
    bullet, number = _BULLETS.match(line), _NUMBER.match(line)
    if bullet:
        return Paragraph(_runs(line[bullet.end() :]), BULLET)
    if number:
        return Paragraph(_runs(line[number.end() :]), f"{number[1]}.")
    return Paragraph(_runs(line))


def _runs(line: str) -> tuple[Run, ...]:
    if "*" not in line and "\\" not in line:
        return (Run(line),)
    [inline] = _reader().parseInline(line.replace("_", _LOW))
    return tuple(_merged(_styled(inline.children or ())))


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "escape"])


def _styled(tokens: Iterable[Token]) -> Iterator[Run]:
    bold = italic = 0
    for token in tokens:
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        italic += (token.type == "em_open") - (token.type == "em_close")
        if token.content and token.type in ("text", "text_special"):
            yield Run(token.content.replace(_LOW, "_"), bold > 0, italic > 0)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last is not None and (last.bold, last.italic) == (run.bold, run.italic):
            last = Run(last.text + run.text, run.bold, run.italic)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def unread(runs: Iterable[Run]) -> str:
    """One line as it is typed."""
    made = []
    for run in runs:
        mark = "*" * (2 * run.bold + run.italic)
        core = run.text.strip(" ")
        if not mark or not core:
            made.append(run.text)
            continue
        before, after = run.text.split(core)[0], run.text.rpartition(core)[2]
        made.append(f"{before}{mark}{core}{mark}{after}")
    return "".join(made)
