"""Fitting: design size first, then smaller steps to the format's minimum, then a clear refusal.

Texts that share a space shrink together, so that a card keeps its proportions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block, Copy, Typesetter
from samenspel.model.style import TypeSize

STEP = 0.25
"""Sizes are whole quarters of a point."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a stack: its type, its measure in mm, and the space above it in mm.

    ``floor`` is the least height in mm that the entry takes (a numeral beside it, a picture).
    """

    copy: Copy
    type: TypeSize
    measure: float
    gap: float = 0.0
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Excess:
    """A text that does not fit: which one, and how many of its words are too many."""

    copy: Copy
    words: int


@dataclass(frozen=True, slots=True)
class Fit:
    """The outcome: the blocks, their height in mm, and what is in excess (empty if all fits)."""

    blocks: tuple[Block, ...]
    height: float
    excess: tuple[Excess, ...] = ()


def _sizes(entries: Sequence[Entry]) -> list[tuple[float, ...]]:
    """The ladder of sizes, from design to minimum, a row for each step."""
    widest = max((entry.type.design - entry.type.minimum for entry in entries), default=0.0)
    steps = max(1, round(widest / STEP))
    rows = []
    for step in range(steps + 1):
        share = step / steps
        row = tuple(
            max(
                entry.type.minimum,
                round((entry.type.design - share * (entry.type.design - entry.type.minimum)) / STEP)
                * STEP,
            )
            for entry in entries
        )
        if row not in rows:
            rows.append(row)
    return rows


def _set(
    setter: Typesetter, entries: Sequence[Entry], sizes: Sequence[float]
) -> tuple[Block, ...] | None:
    blocks = []
    for entry, size in zip(entries, sizes, strict=True):
        block = setter.set(entry.copy, size, entry.measure)
        if block is None:
            return None
        blocks.append(block)
    return tuple(blocks)


def stack_height(entries: Sequence[Entry], blocks: Sequence[Block]) -> float:
    """Height in mm of blocks under each other with their gaps (the first gap is not counted)."""
    total = 0.0
    for index, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
        total += max(block.height, entry.floor) + (entry.gap if index else 0.0)
    return total


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts under each other in a room of ``height`` mm, each on ``max_lines`` lines at most."""

    entries: Sequence[Entry]
    height: float
    max_lines: int | None = None


def fit_stack(
    setter: Typesetter, entries: Sequence[Entry], height: float, max_lines: int | None = None
) -> Fit:
    """Set all entries in ``height`` mm at the largest sizes that fit.

    ``max_lines`` limits the lines of every entry. What cannot fit at the minimum sizes is returned
    in ``excess`` together with blocks of the shortened texts.
    """
    return fit_group(setter, [Stack(entries, height, max_lines)])[0]


def fit_group(setter: Typesetter, stacks: Sequence[Stack]) -> list[Fit]:
    """Set the entries of all stacks, which shrink together: one step for all of them.

    Each stack must fit in its own room. Where that cannot be at the minimum sizes, what is too long
    is shortened as ``fit_stack`` does.
    """
    entries = [entry for stack in stacks for entry in stack.entries]
    rows = _sizes(entries)
    fitting: list[Fit] | None = None
    for row in rows:
        fits = _at(setter, stacks, row)
        if fits is None:
            continue
        if not any(_widowed(block) for fit in fits for block in fit.blocks):
            return fits
        fitting = fitting or fits
    if fitting:
        return fitting
    least = _parted(stacks, rows[-1])
    return [_cut(setter, stack, sizes) for stack, sizes in zip(stacks, least, strict=True)]


def _at(setter: Typesetter, stacks: Sequence[Stack], row: Sequence[float]) -> list[Fit] | None:
    """Every stack at these sizes; None when one of them does not fit."""
    fits = []
    for stack, sizes in zip(stacks, _parted(stacks, row), strict=True):
        blocks = _set(setter, stack.entries, sizes)
        if blocks is None or not _fits(stack, stack.entries, blocks):
            return None
        fits.append(Fit(blocks, stack_height(stack.entries, blocks)))
    return fits


def _parted(stacks: Sequence[Stack], row: Sequence[float]) -> list[list[float]]:
    """A row of sizes as each stack's own."""
    sizes = iter(row)
    return [[next(sizes) for _ in stack.entries] for stack in stacks]


def _widowed(block: Block) -> bool:
    """True when a display text ends in a line of one short word; a smaller size may mend that."""
    if not block.copy.balanced or len(block.lines) < 2:
        return False
    last = block.lines[-1]
    return " " not in last and block.face.width(last, block.size) < 0.3 * block.measure


def _fits(stack: Stack, entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    most = stack.max_lines
    if most is not None and any(len(block.lines) > most for block in blocks):
        return False
    return stack_height(entries, blocks) <= stack.height + 1e-6


def _cut(setter: Typesetter, stack: Stack, sizes: Sequence[float]) -> Fit:
    """Take words from the longest text until all fits at minimum size; say how many."""
    entries, most = stack.entries, stack.max_lines
    current = list(entries)
    cut = [0] * len(entries)
    for _ in range(sum(len(entry.copy.text.split()) for entry in entries) + 1):
        blocks = [
            setter.set(entry.copy, size, entry.measure)
            for entry, size in zip(current, sizes, strict=True)
        ]
        wrong = [i for i, block in enumerate(blocks) if block is None]
        done = [block for block in blocks if block is not None]
        if not wrong and _fits(stack, current, done):
            return Fit(tuple(done), stack_height(current, done), _excess(entries, cut))
        if not wrong and most is not None:
            wrong = [i for i, block in enumerate(done) if len(block.lines) > most]
        longest = wrong[0] if wrong else _longest(current)
        cut[longest] += 1
        kept = setter.shortened(entries[longest].copy, cut[longest])
        current[longest] = replace(current[longest], copy=kept)
    empty = [
        setter.set(setter.shortened(entry.copy, len(entry.copy.text)), entry.type.minimum, 1)
        for entry in entries
    ]
    blocks_left = tuple(block for block in empty if block is not None)
    return Fit(blocks_left, 0.0, _excess(entries, [max(1, n) for n in cut]))


def _longest(entries: Sequence[Entry]) -> int:
    return max(range(len(entries)), key=lambda i: len(entries[i].copy.text.split()))


def _excess(entries: Sequence[Entry], cut: Sequence[int]) -> tuple[Excess, ...]:
    return tuple(Excess(entry.copy, n) for entry, n in zip(entries, cut, strict=True) if n)
