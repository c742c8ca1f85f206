"""Which items of a page are read, and which of them together.

All else is an artifact: grounds, signs, the slug of a sheet, and furniture such as the deck's name
on each back (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from samenspel.model.frame import Item, Placement, TextRun
from samenspel.model.places import TextPath

OUTSIDE = "@"
"""What begins the path of a text that is no card's."""
CREDIT = "source"
"""The last part of the paths of lines that name a source, which are read however small they are."""


def is_read(item: Item) -> bool:
    """Whether a screen reader says an item: a text, or a picture with words for what it shows."""
    if isinstance(item, Placement):
        return bool(item.alt)
    return isinstance(item, TextRun) and bool(item.glyphs) and not _beside(item)


def _beside(run: TextRun) -> bool:
    """What stands beside the texts: slugs, page numbers, the deck's name, the number of a card."""
    if run.role == "slug":
        return True
    path = run.source
    if run.role != "furniture" or path[-1:] == (CREDIT,):
        return False
    return len(path) < 2 or outside(path) or path[1] == "kind"


def outside(path: TextPath) -> bool:
    """Whether a text belongs to no card: a label, or what the deck or the region says."""
    return bool(path) and str(path[0]).startswith(OUTSIDE)


def continues(last: Item, item: Item) -> bool:
    """Whether an item goes on with the text before it: the same field, or the next in a line."""
    if not isinstance(last, TextRun) or not isinstance(item, TextRun):
        return False
    if last.turn != item.turn:
        return False
    if is_label(last):
        return bool(item.source) and not outside(item.source)
    return ends_in(last) == item.source and is_number(last) == is_number(item)


def ends_in(run: TextRun) -> TextPath:
    """The field of a run's last words."""
    return run.others[-1][1] if run.others else run.source


def is_label(run: TextRun) -> bool:
    """Whether it says what follows: *Let op als*."""
    return run.role == "label" and run.source[:1] == ("@labels",)


def is_number(run: TextRun) -> bool:
    """Whether it counts what follows: the number of a question or a condition."""
    return run.role == "furniture" and run.text.strip().rstrip(".").isdecimal()
