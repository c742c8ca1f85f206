"""From a place on a finished page back to what a maker can mend: a card, a text, a picture.

Preflight reads the file as a stranger and knows no cards; the frames that the file was drawn from
do. Places are millimetres from the top left corner of the trim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.diagnostics import Location
from samenspel.layout import inside
from samenspel.model.finding import Finding
from samenspel.model.frame import Box, Frame, Placement, TextRun, turned_box
from samenspel.model.sheet import SheetPlan, Slot
from samenspel.pipeline.edition import Edition
from samenspel.saying import say
from samenspel.units import to_mm

BELOW_BASELINE = 0.3
"""How far a text may reach below its baseline, in ems."""
SLACK = 0.6
"""Millimetres that a place may lie beside what is there: lines have a width, letters overhang."""
LONGEST_QUOTE = 40
"""So many characters of a text are shown, to recognise it by."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What stands at a place."""

    page: str
    """The page's name."""
    where: Location | None = None
    """The maker's file, and the line of a text in it."""
    what: str = ""
    """A word on what it is: where a picture is named, how a text begins."""
    key: str = ""
    """The key of a text in its file."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was drawn from: its pages, and for sheets the plan and the cards on them."""

    frames: Sequence[Frame]
    plan: SheetPlan | None = None
    cards: Sequence[Frame] = ()


def cause(edition: Edition, origin: Origin, finding: Finding) -> Cause | None:
    """Whose page a finding is on, and what stands at its place; ``None`` for the whole file."""
    if not 1 <= finding.page <= len(origin.frames):
        return None
    frame = origin.frames[finding.page - 1]
    place = _middle(finding)
    if place is None:
        return Cause(_page_name(frame), _card_file(edition, frame))
    if origin.plan is not None:
        for slot in origin.plan.sides[finding.page - 1].slots:
            inside = _in_slot(slot, place)
            if inside is not None:
                return _on_card(
                    edition,
                    origin.cards[slot.page],
                    inside,
                    say(" on {page_name}", page_name=_page_name(frame)),
                )
    return _on_card(edition, frame, place, "")


def _middle(finding: Finding) -> tuple[float, float] | None:
    """The middle of what was found; its corner where its size is not known."""
    if finding.position is None:
        return None
    wide, high = finding.extent or (0.0, 0.0)
    return finding.position.x + wide / 2, finding.position.y + high / 2


def _in_slot(slot: Slot, place: tuple[float, float]) -> tuple[float, float] | None:
    """The place as it is on the card that lies in the slot, if it lies there."""
    box, (left, top, right, bottom) = slot.box, slot.bleed
    if not _holds(box.inset(-left, -top, -right, -bottom), place):
        return None
    x, y = place[0] - box.x, place[1] - box.y
    return (box.width - x, box.height - y) if slot.turned else (x, y)


def _on_card(edition: Edition, frame: Frame, place: tuple[float, float], beside: str) -> Cause:
    """The topmost picture or text at a place of a page; of texts at one place the smallest, for
    the room over a large letter reaches into the line above it.
    """
    name = _page_name(frame) + beside
    texts: list[TextRun] = []
    for item in reversed(frame.items):
        if isinstance(item, TextRun) and _holds(_around(item), place):
            texts.append(item)
        elif isinstance(item, Placement) and not texts and _shows(item, place):
            named = edition.art_places.get(item.art, "")
            return Cause(name, Location(f"assets/{item.art}"), named.strip(" ()"))
    if not texts:
        return Cause(name, _card_file(edition, frame))
    text = min(texts, key=lambda run: run.size)
    source = text.source_at(_along(text, place))
    where = edition.deck.where(*source) or _card_file(edition, frame)
    quote = text.text.strip()[:LONGEST_QUOTE]
    return Cause(name, where, f"“{quote}”", edition.deck.key(*source))


def _page_name(frame: Frame) -> str:
    return f"{frame.card} {frame.side}".strip() if frame.card else frame.name


def _card_file(edition: Edition, frame: Frame) -> Location | None:
    return edition.deck.where(frame.card) if frame.card else None


def _shows(item: Placement, place: tuple[float, float]) -> bool:
    """True where something of the art may be seen: its reach, within what it is cut to."""
    return _holds(item.visible, place) and all(inside(clip, place) for clip in item.clips)


def _around(run: TextRun) -> Box:
    high = to_mm(run.size)
    box = Box(run.x, run.y - high, run.width, high * (1 + BELOW_BASELINE))
    return turned_box(box, run.turn, (run.x, run.y))


def _along(run: TextRun, place: tuple[float, float]) -> float:
    """How far from a run's beginning a place lies, along its baseline."""
    x, y = place[0] - run.x, place[1] - run.y
    return {0: x, 90: y, 180: -x, 270: -y}[run.turn]


def _holds(box: Box, place: tuple[float, float]) -> bool:
    x, y = place
    return box.x - SLACK <= x <= box.right + SLACK and box.y - SLACK <= y <= box.bottom + SLACK
