"""Fitting: design size first, then smaller steps to the format's minimum, then a clear refusal.

Texts that share a space shrink together, so that a card keeps its proportions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block, Copy, Typesetter, words_in
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT, ROUNDING

WIDOW_SHARE = 0.3
"""A title's last word on a line of its own looks lost when it takes less of the measure."""
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
    """A text that does not fit: which one, and how many of its words are too many.

    ``too_wide`` is the word at which it stops, where that is wider than a line and cannot break.
    """

    copy: Copy
    words: int
    too_wide: str = ""
    room: float = 0.0
    """How long its lines are, in mm for each point of its smallest size."""


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


def _blocks_at(
    setter: Typesetter, stack: Stack, entries: Sequence[Entry], sizes: Sequence[float]
) -> tuple[Block, ...] | None:
    """The blocks at these sizes; None when a word is too wide, or the text is much too long."""
    blocks = []
    for entry, size in zip(entries, sizes, strict=True):
        most = _lines_that_fit(stack, entry, size)
        if setter.least_lines(entry.copy, size, entry.measure, most) > most:
            return None  # it need not be broken into lines to see that
        block = setter.set(entry.copy, size, entry.measure)
        if block is None:
            return None
        blocks.append(block)
    return tuple(blocks)


def _lines_that_fit(stack: Stack, entry: Entry, size: float) -> int:
    """How many lines of a text there is room for, were it alone."""
    step = size * entry.copy.leading * MM_PER_POINT
    most = int(stack.height / step) + 2
    return most if stack.max_lines is None else min(most, stack.max_lines)


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
        fits = _fits_at(setter, stacks, row)
        if fits is None:
            continue
        if not any(_widowed(block) for fit in fits for block in fit.blocks):
            return fits
        fitting = fitting or fits
    if fitting:
        return fitting
    least = _sizes_by_stack(stacks, rows[-1])
    return [
        _shortened_to_fit(setter, stack, sizes) for stack, sizes in zip(stacks, least, strict=True)
    ]


def _fits_at(setter: Typesetter, stacks: Sequence[Stack], row: Sequence[float]) -> list[Fit] | None:
    """Every stack at these sizes; None when one of them does not fit."""
    fits = []
    for stack, sizes in zip(stacks, _sizes_by_stack(stacks, row), strict=True):
        blocks = _blocks_at(setter, stack, stack.entries, sizes)
        if blocks is None or not _fits(stack, stack.entries, blocks):
            return None
        fits.append(Fit(blocks, stack_height(stack.entries, blocks)))
    return fits


def _sizes_by_stack(stacks: Sequence[Stack], row: Sequence[float]) -> list[list[float]]:
    """A row of sizes as each stack's own."""
    sizes = iter(row)
    return [[next(sizes) for _ in stack.entries] for stack in stacks]


def _widowed(block: Block) -> bool:
    """True when a display text ends in a line of one short word; a smaller size may mend that."""
    if not block.copy.balanced or len(block.lines) < 2:
        return False
    last = block.lines[-1]
    return " " not in last and block.face.width(last, block.size) < WIDOW_SHARE * block.measure


def _fits(stack: Stack, entries: Sequence[Entry], blocks: Sequence[Block]) -> bool:
    most = stack.max_lines
    if most is not None and any(len(block.lines) > most for block in blocks):
        return False
    return stack_height(entries, blocks) <= stack.height + ROUNDING


def _shortened_to_fit(setter: Typesetter, stack: Stack, sizes: Sequence[float]) -> Fit:
    """Take words from the longest text until all fits at minimum size; say how many.

    How much each text may keep is found by halving, so that a text may be as long as it likes.
    """
    kept = [_most_words_alone(setter, stack, place, size) for place, size in enumerate(sizes)]
    level = _largest_that_fits(
        max(kept, default=0), lambda n: _fits_at_level(setter, stack, sizes, kept, n)
    )
    counts = [min(own, level) for own in kept]
    if _blocks_if_fitting(setter, stack, sizes, counts) is None:
        return _without_words(setter, stack)
    for place, own in enumerate(kept):  # the last of the longest texts may keep one word more
        later = [one + (at >= place and kept[at] > level) for at, one in enumerate(counts)]
        if own > level and _blocks_if_fitting(setter, stack, sizes, later) is not None:
            counts = later
            break
    blocks = _blocks_if_fitting(setter, stack, sizes, counts)
    assert blocks is not None
    entries = [_shortened(setter, entry, n) for entry, n in zip(stack.entries, counts, strict=True)]
    cut = [len(words_in(one.copy)) - n for one, n in zip(stack.entries, counts, strict=True)]
    wide = [
        _too_wide(setter, entry, n, size)
        for entry, n, size in zip(stack.entries, counts, sizes, strict=True)
    ]
    return Fit(blocks, stack_height(entries, blocks), _excess(stack.entries, cut, wide))


def _too_wide(setter: Typesetter, entry: Entry, kept: int, size: float) -> str:
    """The word after those that are kept, when no line can hold it; empty for any other reason."""
    words = words_in(entry.copy)
    if kept >= len(words):
        return ""
    longer = _shortened(setter, entry, kept + 1).copy
    return words[kept] if setter.set(longer, size, entry.measure) is None else ""


def _largest_that_fits(limit: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to ``limit`` that fits; 0 when none does.

    It is sought from above in growing steps, and then by halving: it is mostly not far below.
    """
    low, high, step = limit, limit, max(1, limit // FIRST_STEP)
    while low > 0 and not fits(low):
        low, high, step = max(0, low - step), low - 1, 2 * step
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


FIRST_STEP = 16
"""The first step down is this part of a text."""


def _most_words_alone(setter: Typesetter, stack: Stack, place: int, size: float) -> int:
    """How many of its words a text may keep, were the others not there."""
    entry = stack.entries[place]
    alone = Stack([replace(entry, gap=0.0)], stack.height, stack.max_lines)
    lines = _lines_that_fit(stack, entry, size)

    def may_fit(words: int) -> bool:
        copy = _shortened(setter, entry, words).copy
        return setter.least_lines(copy, size, entry.measure, lines) <= lines

    hopeful = _largest_that_fits(len(words_in(entry.copy)), may_fit)
    return _largest_that_fits(
        hopeful, lambda n: _blocks_if_fitting(setter, alone, [size], [n]) is not None
    )


def _fits_at_level(
    setter: Typesetter, stack: Stack, sizes: Sequence[float], kept: Sequence[int], level: int
) -> bool:
    counts = [min(own, level) for own in kept]
    return _blocks_if_fitting(setter, stack, sizes, counts) is not None


def _blocks_if_fitting(
    setter: Typesetter, stack: Stack, sizes: Sequence[float], counts: Sequence[int]
) -> tuple[Block, ...] | None:
    """The texts with so many words each, when they fit."""
    entries = [_shortened(setter, one, n) for one, n in zip(stack.entries, counts, strict=True)]
    blocks = _blocks_at(setter, stack, entries, sizes)
    return blocks if blocks is not None and _fits(stack, entries, blocks) else None


def _shortened(setter: Typesetter, entry: Entry, words: int) -> Entry:
    """The entry with so many of its words."""
    cut = len(words_in(entry.copy)) - words
    return replace(entry, copy=setter.shortened(entry.copy, cut)) if cut else entry


def _without_words(setter: Typesetter, stack: Stack) -> Fit:
    """No text at all: not even one word of each fits."""
    cut = [max(1, len(words_in(entry.copy))) for entry in stack.entries]
    empty = [_shortened(setter, entry, 0) for entry in stack.entries]
    blocks = [setter.set(entry.copy, entry.type.minimum, 1) for entry in empty]
    found = tuple(block for block in blocks if block is not None)
    return Fit(found, 0.0, _excess(stack.entries, cut))


def _excess(
    entries: Sequence[Entry], cut: Sequence[int], wide: Sequence[str] = ()
) -> tuple[Excess, ...]:
    found = zip(entries, cut, wide or [""] * len(cut), strict=True)
    return tuple(
        Excess(entry.copy, n, word, entry.measure / entry.type.minimum)
        for entry, n, word in found
        if n
    )
