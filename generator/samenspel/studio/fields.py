"""The texts of a card as they may be typed: each with its place, its room and its lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samenspel.coaching.neighbours import neighbours
from samenspel.coaching.remarks import Remark
from samenspel.diagnostics import Diagnostic
from samenspel.layers.locks import Locked
from samenspel.layers.shapes import BASE
from samenspel.layout import TextFit
from samenspel.model.deck import Deck, TextPath
from samenspel.model.frame import Box, Frame, TextRun, turned_box
from samenspel.model.waiving import REGION
from samenspel.pipeline.survey import Survey
from samenspel.saying import counted, say
from samenspel.studio.hearing import Ears, heard
from samenspel.texts.budget import capacity, printed
from samenspel.texts.naming import advice, field_name
from samenspel.texts.rows import fingerprint, model_path
from samenspel.units import MM_PER_POINT
from samenspel.upkeep.passages import Passage

ASCENT, DESCENT = 0.85, 0.3
"""Of a line that somebody points at, in ems: a little more than its letters take."""


@dataclass(frozen=True, slots=True)
class TextField:
    """One text of a card."""

    id: str
    """In the page: ``f3``."""
    passage: Passage
    path: TextPath
    """Leads to it in the deck; empty where the deck has no such text."""
    below: str
    """What the deck without a region says there, where this text stands in its place."""
    room: str = ""
    """How much more fits, in words; empty for what is not printed."""
    problems: tuple[Diagnostic, ...] = ()
    remark: Remark | None = None
    """What the coach says of a question, or of a word that is avoided: one thing at a time."""
    waits: str = ""
    """A word that is spelt wrong, or may be: what to write in its place was not looked up yet."""

    @property
    def neighbours(self) -> Sequence[str]:
        """Two good questions beside the remark."""
        return neighbours(self.remark.code, self.passage.language) if self.remark else ()

    @property
    def is_misspelt(self) -> bool:
        """Whether the remark is about a word that no list has."""
        return self.remark is not None and self.remark.code == "word-misspelt"

    @property
    def key(self) -> str:
        """What tells it from all other texts of its language."""
        return self.passage.key

    @property
    def name(self) -> str:
        """What people call it."""
        return field_name(self.passage.field, self.passage.declared)

    @property
    def note(self) -> str:
        """What a writer should know of it."""
        return advice(self.passage)

    @property
    def text(self) -> str:
        """The text as it stands in its file."""
        return self.passage.text

    @property
    def seen(self) -> str:
        """A fingerprint of that text, by which a change by somebody else is noticed."""
        return fingerprint(self.passage.text)

    @property
    def lock(self) -> Locked | None:
        """Who keeps it as it is."""
        return self.passage.lock

    @property
    def needed(self) -> bool:
        """Whether it may not be empty."""
        declared = self.passage.declared
        return declared is None or not declared.optional

    @property
    def rows(self) -> int:
        """How many lines its box begins with."""
        return min(8, 1 + len(self.passage.text or self.passage.source) // 48)


def fields_of(part: str, passages: Sequence[Passage], templates: Deck | None) -> list[TextField]:
    """The texts of a card (or of ``@region``), in their order; choices from a set are none."""
    mine = [one for one in passages if one.part == part and not one.choices]
    return [
        TextField(f"f{place}", one, _path(one, templates), "") for place, one in enumerate(mine)
    ]


def over_base(fields: Iterable[TextField], base: Sequence[Passage]) -> list[TextField]:
    """The fields of a region, with what the deck without it says under each of its own."""
    said = {(one.part, one.field): one.text for one in base}
    return [
        replace(one, below=said.get((one.passage.part, one.passage.field), ""))
        if one.passage.own and one.passage.region != BASE
        else one
        for one in fields
    ]


def _path(passage: Passage, templates: Deck | None) -> TextPath:
    return (passage.part, *model_path(passage, templates)) if templates else ()


def judged(fields: Iterable[TextField], survey: Survey, deck: Deck, ears: Ears) -> list[TextField]:
    """The fields with their room on these pages, what is wrong, and the coach's remark."""
    tight: dict[TextPath, TextFit] = {}
    for fit in survey.fits:
        path = deck.written(fit.path)
        tight[path] = min(tight.get(path, fit), fit, key=_room)
    made = [_judged(one, tight.get(one.path), survey.problems, deck) for one in fields]
    return [_heard(one, _said(one, deck), deck, ears) for one in made]


def _heard(field: TextField, text: str, deck: Deck, ears: Ears) -> TextField:
    """A field with what there is to say of it as it is printed; nothing of one that is locked."""
    if not text or field.lock is not None:
        return field
    remark = heard(field.passage, text, deck, ears)
    return replace(field, remark=remark, waits=ears.waits(field.passage, text))


def _said(field: TextField, deck: Deck) -> str:
    """A text as it is printed; of what a region says of itself, as it is written."""
    part, *path = field.path or ("",)
    if part == REGION:
        return dict(deck.region.printed_texts()).get(tuple(path), "")
    return printed(deck, str(part), tuple(path)) if path else ""


def _judged(
    field: TextField, fit: TextFit | None, problems: Sequence[Diagnostic], deck: Deck
) -> TextField:
    now = deck.moved_to(field.path) if field.path else None
    place = (deck.where(*now), deck.key(*now)) if now else None
    mine = tuple(one for one in problems if (one.location, one.key) == place)
    text = printed(deck, str(field.path[0]), field.path[1:]) if field.path else ""
    return replace(field, room=room_of(fit, text) if fit and text else "", problems=mine)


def at_their_lines(fields: Iterable[TextField], problems: Sequence[Diagnostic]) -> list[TextField]:
    """The fields with the mistakes in their own lines, where no page could be made."""
    listed = sorted(fields, key=lambda one: (one.passage.file, one.passage.line))
    ends = {
        one.id: later.passage.line
        for one, later in pairwise(listed)
        if later.passage.file == one.passage.file
    }
    return [
        replace(one, problems=tuple(problem for problem in problems if _stands(one, ends, problem)))
        for one in sorted(listed, key=lambda one: int(one.id[1:]))
    ]


def _stands(field: TextField, ends: Mapping[str, int], problem: Diagnostic) -> bool:
    place, passage = problem.location, field.passage
    if place is None or place.file != passage.file:
        return False
    last = ends.get(field.id, passage.line + 1 + len(passage.text) // 40)
    return passage.line <= place.line < max(last, passage.line + 1)


def _room(fit: TextFit) -> tuple[int, float]:
    return -fit.cut, fit.left


def room_of(fit: TextFit, text: str) -> str:
    """How much more fits, in words."""
    if fit.cut:
        return counted("1 word too many", "{count} words too many", count=fit.cut)
    left = capacity(fit, text) - len(text)
    smaller = (
        say("set smaller: {size:g} instead of {design:g} points", size=fit.size, design=fit.design)
        if fit.smaller
        else ""
    )
    if left < 1:
        return say("it just fits; {smaller}", smaller=smaller) if smaller else say("it just fits")
    more = counted(
        "room for about 1 more character", "room for about {count} more characters", count=left
    )
    return say("{more}; {smaller}", more=more, smaller=smaller) if smaller else more


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands on a page, in mm from the trim's top left corner."""

    field: str
    box: Box


def spots(frame: Frame, fields: Sequence[TextField], deck: Deck) -> list[Spot]:
    """The places on a page where the words of fields stand."""
    ids = {one.path: one.id for one in fields if one.path}
    found = []
    for item in frame.items:
        if isinstance(item, TextRun) and item.text.strip():
            for path, box in _parts(item):
                field = ids.get(deck.written(path))
                if field is not None:
                    found.append(Spot(field, box))
    return found


def _parts(run: TextRun) -> Iterator[tuple[TextPath, Box]]:
    """A run field by field: several may stand on one line."""
    em = run.size * MM_PER_POINT
    starts = [(0.0, run.source), *run.others]
    ends = [start for start, _ in starts[1:]] + [run.width]
    for (start, path), end in zip(starts, ends, strict=True):
        box = Box(run.x + start, run.y - ASCENT * em, end - start, (ASCENT + DESCENT) * em)
        yield path, turned_box(box, run.turn, (run.x, run.y))


def loose(problems: Sequence[Diagnostic], fields: Iterable[TextField]) -> list[Diagnostic]:
    """The problems that belong to none of the fields."""
    shown = {one for field in fields for one in field.problems}
    return [one for one in problems if one not in shown]
