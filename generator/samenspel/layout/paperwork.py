"""Pages of plain text on office paper: job tickets, approval pages, captions under cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from samenspel.layout.blocks import Block, Copy, Typesetter
from samenspel.layout.inks import GREY
from samenspel.layout.wording import Wording, written
from samenspel.model.frame import Frame, Item, Shape
from samenspel.model.ink import BLACK
from samenspel.model.paths import line
from samenspel.model.sheet import Paper

MARGIN = 18.0
"""Along each edge of the paper, in mm."""
LABELS = 46.0
"""Width of the column in which labels stand, in mm."""
TITLE, HEADING, TEXT = 20.0, 12.5, 9.5
"""Sizes of type in points."""
GAP = 1.6
"""Between rows, in mm."""
HAIRLINE = 0.15
PAPER = "@paper"
"""What begins the paths of texts on a paper; the entry follows, by its number, and what it is."""
BREAKS_AT = frozenset("/-_@.,:")
"""Where a word that is wider than its column is divided, without a hyphen."""


@dataclass(frozen=True, slots=True)
class Title:
    """The page's own name, at the top of a new page."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text over the whole width."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A label with what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ToFill:
    """A label with a line to write on."""

    label: str
    height: float = 11.0


Entry = Title | Heading | Paragraph | Row | ToFill


@dataclass(slots=True)
class _Pages:
    """Pages as they fill up."""

    setter: Typesetter
    paper: Paper
    pages: list[list[Item]] = field(default_factory=list)
    y: float = 0.0
    count: int = 0

    @property
    def measure(self) -> float:
        return self.paper.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        return self.paper.height - MARGIN

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = MARGIN

    def room(self, height: float) -> None:
        """Turn the page when less than ``height`` mm is left on this one."""
        if not self.pages or self.y + height > self.bottom:
            self.turn()

    def put(self, block: Block, x: float) -> None:
        self.pages[-1].extend(block.at(x, self.y))

    def rule(self, y: float, x: float = MARGIN) -> None:
        ends = line(x, y, self.paper.width - MARGIN, y)
        self.pages[-1].append(Shape(ends, stroke=GREY, line_width=HAIRLINE, role="rule"))

    def add(self, entry: Entry) -> None:
        self.count += 1
        match entry:
            case Title(text):
                self.turn()
                for block in self.blocks(text, "display", TITLE, self.measure, 1.1, "title"):
                    self.put(block, MARGIN)
                    self.y += block.height + 4
            case Heading(text):
                (block, *_) = self.blocks(text, "heading", HEADING, self.measure, 1.15, "title")
                self.y += 4 if self.pages and self.y > MARGIN else 0
                self.room(block.height + 14)
                self.put(block, MARGIN)
                self.y += block.height + 1.2
                self.rule(self.y)
                self.y += 2.2
            case Paragraph(text):
                for block in self.blocks(text, "text", TEXT, self.measure, 1.35):
                    self.room(block.height)
                    self.put(block, MARGIN)
                    self.y += block.height + GAP
                self.y += GAP
            case Row(label, text):
                self._row(label, text)
            case ToFill(label, height):
                (block, *_) = self.blocks(label, "text-semibold", TEXT, LABELS - 3, 1.3, "name")
                self.room(height)
                self.y += height - block.height
                self.put(block, MARGIN)
                self.rule(self.y + block.cap + 1.2, MARGIN + LABELS)
                self.y += block.height + GAP

    def _row(self, label: str, text: str) -> None:
        labels = self.blocks(label, "text-semibold", TEXT, LABELS - 3, 1.3, "name")
        texts = self.blocks(text, "text", TEXT, self.measure - LABELS, 1.3)
        self.room(min(labels[0].height, texts[0].height))
        self.put(labels[0], MARGIN)
        for block in texts:
            self.room(block.height)
            self.put(block, MARGIN + LABELS)
            self.y += block.height + GAP
        self.y = max(self.y, GAP + MARGIN)

    def blocks(
        self, text: str, face: str, size: float, measure: float, leading: float, what: str = "text"
    ) -> list[Block]:
        """One block for each line of a text, so that a long one may run on over the page."""
        found = []
        for part in text.split("\n"):
            said = written(part or " ", PAPER, f"{self.count}_{what}")
            copy = Copy(said, face, BLACK, leading=leading, hyphenate=False, role=what)
            found.append(_block_of(self.setter, copy, size, measure))
        return found


def text_pages(
    entries: Iterable[Entry], setter: Typesetter, paper: Paper, name: str
) -> list[Frame]:
    """Frames of ``paper``'s size with the entries one below another; a title begins a new page.

    Lines to fill stand together, so that nobody signs a page that says nothing.
    """
    pages = _Pages(setter, paper)
    for filled, group in groupby(entries, lambda entry: isinstance(entry, ToFill)):
        together = list(group)
        if filled:
            pages.room(sum(one.height + GAP for one in together if isinstance(one, ToFill)))
        for entry in together:
            pages.add(entry)
    return [
        Frame(f"{name}-{number}", paper.width, paper.height, 0.0, 0.0, tuple(items), name, "front")
        for number, items in enumerate(pages.pages, 1)
    ]


def caption(
    setter: Typesetter, text: str, x: float, y: float, measure: float, size: float = 7.5
) -> Sequence[Item]:
    """One line under a page that is shown, its capitals' top at ``y``; a long one ends in an …."""
    copy = Copy(Wording(text), "text", BLACK, hyphenate=False)
    for end in range(len(text), 0, -1):
        short = text if end == len(text) else text[:end].rstrip() + "…"
        one = replace(copy, wording=Wording(short.replace(" ", "\u00a0")))
        block = setter.set(one, size, measure)
        if block is not None:
            return block.at(x, y)
    return []


def _block_of(setter: Typesetter, copy: Copy, size: float, measure: float) -> Block:
    """The copy in lines; a word that is wider than the measure is divided where it may be."""
    block = setter.set(copy, size, measure)
    for share in (1.0, 0.9, 0.7):  # less where a dash goes with the end of what was divided
        if block is None:
            said = Wording(_divided(setter, copy, size, share * measure), copy.wording.parts)
            block = setter.set(replace(copy, wording=said), size, measure)
    if block is None:
        raise ValueError(f"a measure of {measure} mm takes no letter")
    return block


def _divided(setter: Typesetter, copy: Copy, size: float, measure: float) -> str:
    """A text with spaces in words that are wider than the measure."""
    face = setter.faces[copy.face]
    parts: list[str] = []
    for word in copy.text.split(" "):
        start = 0
        for end in range(1, len(word) + 1):
            if face.width(word[start:end], size) > measure:
                last = max((i for i in range(start + 1, end) if word[i - 1] in BREAKS_AT),
                           default=end - 1)  # fmt: skip
                parts.append(word[start:last])
                start = last
        parts.append(word[start:])
    return " ".join(parts)
