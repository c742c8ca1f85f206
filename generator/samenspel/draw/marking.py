"""Marked content around a page's items (ISO 32000-1, 14.6): what is read, and artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenspel.model.frame import Item, Placement, TextRun
from samenspel.tagging import Marks
from samenspel.tagging.blocks import needs_space

ARTIFACT = " ".join(("/Artifact", "BMC"))
END = "EMC"


class Around(NamedTuple):
    """What stands around the operators of one item."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    spaced: bool = False
    """Whether the line is followed by another one of the same text."""


PLAIN = Around()
ENDS = (END,)
NOT_YET = -1
"""No item has this mark."""


def marked(items: Sequence[Item], marks: Marks | None) -> Iterator[tuple[Item, Around]]:
    """Each item with what stands around it; equal marks that follow one another are one sequence.

    Without ``marks`` nothing does.
    """
    if marks is None:
        yield from ((item, PLAIN) for item in items)
        return
    last = len(items) - 1
    before: int | None = NOT_YET
    for place, (item, mark) in enumerate(zip(items, marks, strict=True)):
        ends = place == last or marks[place + 1] != mark
        begin = () if mark == before else (_begin(item, mark),)
        before = mark
        if ends:
            yield item, Around(begin, ENDS)
        elif mark is not None and isinstance(item, TextRun) and needs_space(item, items[place + 1]):
            yield item, Around(begin, spaced=True)
        else:
            yield item, Around(begin) if begin else PLAIN


def _begin(item: Item, mark: int | None) -> str:
    if mark is None:
        return ARTIFACT
    return f"/{'Figure' if isinstance(item, Placement) else 'P'} <</MCID {mark}>> BDC"
