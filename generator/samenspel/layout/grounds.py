"""What lies under the texts and logos of a page: the pairs of colours that people really read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel.layout.outlines import inside, shows
from samenspel.layout.verify import run_box
from samenspel.model.frame import Box, Frame, Item, Placement, Shape, TextRun
from samenspel.model.ink import PAPER, Ink
from samenspel.model.places import TextPath

LOGO_CLEAR = 0.2
"""Room around a logo, as a share of its height."""


@dataclass(frozen=True, slots=True)
class TextGround:
    """A text's ink on the ink below it."""

    ink: Ink
    """The text's."""
    ground: Ink
    """What lies below it."""
    size: float
    """In points."""
    font: str
    """The font's name, which tells bold from regular."""
    text: str
    """What it says."""
    page: str
    """The frame's name."""
    source: TextPath = ()
    """The field that the text comes from."""


@dataclass(frozen=True, slots=True)
class LogoGround:
    """Where a logo is printed, and on what."""

    name: str
    """The logo's file below ``assets/``."""
    box: Box
    """Where it stands."""
    ground: Ink
    """The ink below it."""
    space: float
    """How far it stands from what is next, in mm."""
    page: str
    """The frame's name."""


@dataclass(frozen=True, slots=True)
class TextOnPicture:
    """A text that stands on a picture which fills an area."""

    run: TextRun
    """The text."""
    box: Box
    """Where it stands."""
    picture: Placement
    """What lies below it."""
    page: str
    """The frame's name."""


def texts_on_pictures(frame: Frame) -> Iterator[TextOnPicture]:
    """Every text on a picture that fills an area, once for each such picture below it."""
    for place, item in enumerate(frame.items):
        if isinstance(item, TextRun) and item.text.strip():
            box = run_box(item)
            below = {_topmost(frame.items[:place], point) for point in _points(box)}
            for picture in (one for one in below if isinstance(one, Placement)):
                yield TextOnPicture(item, box, picture, frame.name)


def text_grounds(frame: Frame) -> Iterator[TextGround]:
    """Every text on every ink that it stands on; for those on pictures, ``texts_on_pictures``."""
    for place, item in enumerate(frame.items):
        if isinstance(item, TextRun) and item.text.strip():
            below = {ground_at(frame.items[:place], point) for point in _points(run_box(item))}
            for ground in sorted(ink for ink in below if ink is not None):
                yield TextGround(
                    item.ink, ground, item.size, item.font, item.text, frame.name, item.source
                )


def logo_grounds(frame: Frame) -> Iterator[LogoGround]:
    """Every logo of a page, with its ground and the clear space around it."""
    for place, item in enumerate(frame.items):
        if isinstance(item, Placement) and item.role == "logo":
            ground = ground_at(frame.items[:place], item.box.centre)
            others = [_box(other) for other in frame.items if other is not item]
            space = min((apart(item.box, box) for box in others if box), default=frame.width)
            yield LogoGround(item.art, item.box, ground or PAPER, space, frame.name)


def _box(item: Item) -> Box | None:
    """The box of what must keep away from a logo; panels and grounds need not."""
    if isinstance(item, TextRun):
        return run_box(item) if item.text.strip() else None
    return item.box if isinstance(item, Placement) and item.clip is None else None


def apart(first: Box, second: Box) -> float:
    """The distance between two boxes in mm; 0 when they touch or overlap."""
    across = max(second.x - first.right, first.x - second.right, 0.0)
    down = max(second.y - first.bottom, first.y - second.bottom, 0.0)
    return float((across**2 + down**2) ** 0.5)


def _points(box: Box) -> list[tuple[float, float]]:
    """Where a text is looked at: halfway its height, at both ends and in the middle."""
    y = box.y + box.height / 2
    return [(x, y) for x in (box.x, box.x + box.width / 2, box.right)]


def ground_at(below: Sequence[Item], point: tuple[float, float]) -> Ink | None:
    """The ink of the topmost shape at a point: paper without one, None on a photograph."""
    found = _topmost(below, point)
    return found.fill if isinstance(found, Shape) else None if found else PAPER


def _topmost(below: Sequence[Item], point: tuple[float, float]) -> Shape | Placement | None:
    """The topmost shape, or picture that fills an area, at a point.

    Drawings that stand there whole let their ground show, and no design sets a text on one.
    """
    for item in reversed(below):
        if isinstance(item, TextRun) or not shows(item, point):
            continue
        if isinstance(item, Shape) and item.fill is not None and inside(item.path, point):
            return item
        if isinstance(item, Placement) and item.clip is not None:
            return item
    return None
