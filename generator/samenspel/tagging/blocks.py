"""A page's items as blocks: what is read at once, with the field that it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from samenspel.model.frame import Frame, Item, Placement, TextRun, Turn
from samenspel.model.places import TextPath
from samenspel.tagging.marks import continues, is_number, is_read, outside

_LETTERS = attrgetter("text")


@dataclass(slots=True)
class Block:
    """Items that are read as one: a text, or a picture."""

    items: list[int]
    """The numbers of its items on the page."""
    picture: Placement | None = None
    """What is to be seen, for a figure."""
    paths: tuple[TextPath, ...] = ()
    """The fields that a text comes from, each once, without what only stands before them."""
    path: TextPath = ()
    """The field that it begins with, or that names the picture; empty for a text of no field."""
    label: TextPath = ()
    """The path of what says what follows, in the same block: *Let op als*; empty for none."""
    role: str = ""
    """What its text is on the page."""
    number: bool = False
    """Whether it counts what follows."""
    turn: Turn = 0
    """How it stands on the page."""
    printed: str = ""
    """Its letters as they are drawn, with a space between lines."""
    words: str = ""
    """The same in the order of reading, which another writing is not drawn in."""
    marks: list[int] = field(default_factory=list)
    """The numbers of its marked sequences, once these are known."""


def paths_of(run: TextRun) -> tuple[TextPath, ...]:
    """The fields that a run's words come from."""
    if not run.others:
        return (run.source,) if run.source else ()
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
    found = [_block(frame, places) for places in _together(frame)]
    pictures = [item for item in frame.items if isinstance(item, Placement)]
    if not found and pictures:
        return [_picture(range(len(frame.items)), pictures[0])]
    return found


def _together(frame: Frame) -> Iterator[list[int]]:
    """The numbers of the items that are read, those of one text together."""
    places: list[int] = []
    last: Item | None = None
    for place, item in enumerate(frame.items):
        if not is_read(item):
            continue
        if last is not None and not continues(last, item):
            yield places
            places = []
        places.append(place)
        last = item
    if places:
        yield places


def _block(frame: Frame, places: Sequence[int]) -> Block:
    first = frame.items[places[0]]
    if isinstance(first, Placement):
        return _picture(places, first)
    return _text(places, [item for at in places if isinstance(item := frame.items[at], TextRun)])


def _picture(places: Sequence[int], picture: Placement) -> Block:
    return Block(list(places), picture, path=picture.source, turn=picture.turn)


def _text(places: Sequence[int], runs: Sequence[TextRun]) -> Block:
    first = runs[0]
    paths = tuple(dict.fromkeys(path for run in runs for path in paths_of(run)))
    own = tuple(path for path in paths if not outside(path)) or paths
    named = [path for path in own if path[:1] != ("@labels",)] or own
    return Block(
        list(places),
        paths=own,
        path=named[0] if named else (),
        label=first.source if first.source[:1] == ("@labels",) else (),
        role=runs[-1].role,
        number=len(runs) == 1 and is_number(first),
        turn=first.turn,
        printed=_joined(runs, lambda run: map(_LETTERS, run.glyphs)),
        words=_joined(runs, lambda run: (run.text,)),
    )


def _joined(runs: Sequence[TextRun], parts: Callable[[TextRun], Iterable[str]]) -> str:
    """Lines one after another, with a space where a word ends."""
    found: list[str] = []
    for run, after in zip(runs, (*runs[1:], None), strict=True):
        found += parts(run)
        if needs_space(run, after):
            found.append(" ")
    return "".join(found)
