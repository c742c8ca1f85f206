"""How each text came to fit: what is told of a layout without looking at its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from samenspel.layout.blocks import Block
from samenspel.layout.breaking import words_of
from samenspel.layout.fitting import STEP, Entry, Fit
from samenspel.layout.rich import unmarked
from samenspel.model.places import TextPath


@dataclass(frozen=True, slots=True)
class TextFit:
    """One text as it was fitted on one side of a card. Sizes are in points, lengths in mm.

    ``card`` is whose page it stands on, or on the poster whose text it is; ``path`` leads to its
    field, and may begin with another card (the model's back lists the conditions).
    ``room`` is the height that the text shares with those of its stack, ``left`` what the stack
    leaves of it; ``free_lines`` says how many lines of this text that is. ``cut`` is the number of
    words that are too many: 0 for a text that fits. ``measure`` is the width of its lines and
    ``step`` the distance of their baselines at ``size``; ``advance`` is the mean width of its
    characters there, all in mm. ``most_lines`` is what the design allows, ``None`` without such a
    limit.
    """

    card: str
    path: TextPath
    role: str
    design: float
    minimum: float
    size: float
    lines: int
    hyphens: int
    room: float
    left: float
    free_lines: int
    cut: int
    side: str = ""
    measure: float = 0.0
    step: float = 0.0
    advance: float = 0.0
    most_lines: int | None = None

    @property
    def smaller(self) -> float:
        """Points taken off the design size, in whole steps; 0 for what is only rounded to one."""
        return int((self.design - self.size) / STEP + 1e-6) * STEP

    @property
    def tight(self) -> bool:
        """True for a text at its smallest size, or at its only size with no line to spare."""
        if self.cut or self.size > self.minimum + 1e-6:
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
    """What to tell of a stack of texts that was fitted in ``room`` mm."""
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
    free = int(left / block.step + 1e-6)
    return free if max_lines is None else max(0, min(free, max_lines - len(block.lines)))
