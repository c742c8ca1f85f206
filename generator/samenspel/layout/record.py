"""How each text came to fit: what can be said of a layout without looking at its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from samenspel.layout.blocks import Block
from samenspel.layout.fitting import STEP, Entry, Fit
from samenspel.layout.rich import unmarked
from samenspel.layout.word_parts import words_of
from samenspel.model.places import TextPath
from samenspel.units import ROUNDING


@dataclass(frozen=True, slots=True)
class TextFit:
    """One text as it was fitted on one side of a card."""

    card: str
    """Whose page it stands on; on the poster, whose text it is."""
    path: TextPath
    """Leads to its field. It may begin with another card: the model's back lists the conditions."""
    role: str
    """The role of type in which it is set."""
    design: float
    """The size that it is designed at, in points."""
    minimum: float
    """The least that it may shrink to, in points."""
    size: float
    """The size at which it stands, in points."""
    lines: int
    """How many lines it takes."""
    hyphens: int
    """How many of them end in a hyphen."""
    room: float
    """The height in mm that it shares with the others of its stack."""
    left: float
    """What the stack leaves of that height, in mm."""
    free_lines: int
    """How many more lines of this text would fit."""
    cut: int
    """How many words are too many; 0 for a text that fits."""
    side: str = ""
    """``front`` or ``back``."""
    measure: float = 0.0
    """The width of its lines in mm."""
    step: float = 0.0
    """The distance of its baselines at ``size``, in mm."""
    advance: float = 0.0
    """The mean width of its characters at ``size``, in mm."""
    most_lines: int | None = None
    """What the design allows; ``None`` without such a limit."""

    @property
    def smaller(self) -> float:
        """Points taken off the design size, in whole steps; 0 for what is only rounded to one."""
        return int((self.design - self.size) / STEP + ROUNDING) * STEP

    @property
    def tight(self) -> bool:
        """True for a text at its smallest size, or at its only size with no line to spare."""
        if self.cut or self.size > self.minimum + ROUNDING:
            return False
        return self.design > self.minimum or not self.free_lines


def record(
    card: str,
    side: str,
    entries: Sequence[Entry],
    fit: Fit,
    room: float,
    max_lines: int | None,
) -> list[TextFit]:
    """The report on a stack of texts that was fitted in ``room`` mm."""
    cuts = {id(excess.copy): excess.words for excess in fit.excess}
    left = 0.0 if fit.excess else max(0.0, room - fit.height)
    return [
        TextFit(
            card=card,
            path=entry.copy.path,
            role=entry.copy.role,
            design=entry.type.design,
            minimum=entry.type.minimum,
            size=block.size,
            lines=len(block.lines),
            hyphens=hyphens(entry.copy.text, block.lines),
            room=round(room, 3),
            left=round(left, 3),
            free_lines=_free(block, left, max_lines),
            cut=cuts.get(id(entry.copy), 0),
            side=side,
            measure=round(entry.measure, 3),
            step=round(block.step, 4),
            advance=_advance(block),
            most_lines=max_lines,
        )
        for entry, block in zip_longest(entries, fit.blocks)
    ]


def _advance(block: Block) -> float:
    """Mean width in mm of a character of the longest line."""
    longest = max(block.lines, key=len, default="")
    return round(block.face.width(longest, block.size) / len(longest), 4) if longest else 0.0


def hyphens(text: str, lines: Sequence[str]) -> int:
    """How many lines end inside a word, with a hyphen that the text itself does not have."""
    own = {word for word in words_of(unmarked(text)) if word.endswith("-")}
    ends = (unmarked(line).rsplit(" ", 1)[-1] for line in lines[:-1])
    return sum(1 for word in ends if word.endswith("-") and word not in own)


def _free(block: Block, left: float, max_lines: int | None) -> int:
    """Lines of this text that would still go in ``left`` mm."""
    free = int(left / block.step + ROUNDING)
    return free if max_lines is None else max(0, min(free, max_lines - len(block.lines)))
