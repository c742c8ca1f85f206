"""A page's items as blocks: what is read at once, with the field that it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from samenspel.model.frame import Frame, Item, Placement, TextRun, Turn
from samenspel.model.places import TextPath
from samenspel.tagging.marks import continues, is_number, is_read, outside


@dataclass(slots=True)
class Block:
    """Items that are read as one: a text, or a picture."""

    items: list[int]
    """The numbers of its items on the page."""
    runs: list[TextRun]
    """The lines of a text, or parts of lines; none of a picture."""
    picture: Placement | None = None
    """What is to be seen, for a figure."""
    marks: list[int] = field(default_factory=list)
    """The numbers of its marked sequences, once these are known."""

    @property
    def paths(self) -> list[TextPath]:
        """The fields that it comes from, each once, without what only stands before them."""
        found = dict.fromkeys(path for run in self.runs for path in paths_of(run))
        own = [path for path in found if not outside(path)]
        return own or list(found)

    @property
    def path(self) -> TextPath:
        """The field that it begins with; empty for a text of no field."""
        if self.picture is not None:
            return self.picture.source
        named = [path for path in self.paths if path[:1] != ("@labels",)] or self.paths
        return named[0] if named else ()

    @property
    def role(self) -> str:
        """What its text is on the page."""
        return self.runs[-1].role if self.runs else ""

    @property
    def number(self) -> bool:
        """Whether it counts what follows."""
        return len(self.runs) == 1 and is_number(self.runs[0])

    @property
    def turn(self) -> Turn:
        """How it stands on the page."""
        return self.runs[0].turn if self.runs else (self.picture.turn if self.picture else 0)

    @property
    def printed(self) -> str:
        """Its letters as they are drawn, with a space between lines."""
        text = ""
        for run, after in zip(self.runs, [*self.runs[1:], None], strict=True):
            text += "".join(glyph.text for glyph in run.glyphs)
            text += " " if needs_space(run, after) else ""
        return text


def paths_of(run: TextRun) -> tuple[TextPath, ...]:
    """The fields that a run's words come from."""
    return tuple(path for path in (run.source, *(path for _, path in run.others)) if path)


def needs_space(run: TextRun, after: Item | None) -> bool:
    """Whether a line ends between two words, so that a space belongs there which nobody sees."""
    if not isinstance(after, TextRun) or not run.text or not after.text:
        return False
    same_line = (run.x if run.turn in (90, 270) else run.y) == (
        after.x if after.turn in (90, 270) else after.y
    )
    divided = run.text.endswith(("-", "\u00ad", "\u2010", "/"))
    return not (same_line or divided or run.text[-1].isspace() or after.text[0].isspace())


def blocks_of(frame: Frame) -> list[Block]:
    """The blocks of a page, in the order of painting.

    A page of pictures alone, none of which says anything in words, is one picture as a whole.
    """
    blocks: list[Block] = []
    last: Item | None = None
    for place, item in enumerate(frame.items):
        if not is_read(item):
            continue
        if last is None or not continues(last, item):
            blocks.append(Block([], [], item if isinstance(item, Placement) else None))
        blocks[-1].items.append(place)
        if isinstance(item, TextRun):
            blocks[-1].runs.append(item)
        last = item
    pictures = [item for item in frame.items if isinstance(item, Placement)]
    if not blocks and pictures:
        return [Block(list(range(len(frame.items))), [], pictures[0])]
    return blocks
