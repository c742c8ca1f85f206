"""A poster's fields for a model of three to eight conditions: rows around one shared centre.

The five built-in conditions have fields that were drawn for them (``areas``); these are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from samenspel.layout.poster.areas import Field, PosterPlan
from samenspel.model.frame import Box
from samenspel.model.paths import rectangle

MARGIN = 10.0
"""From a field's edges to its texts, in mm."""
RADIUS, SMALL_RADIUS = 48.0, 24.0
"""Of the centre, in mm; the smaller one where three rows or more stand on an upright poster."""
AIR = 4.0
"""Around the centre, in mm."""
FOOT = {True: 42.0, False: 36.0}
"""The strip at the foot, upright or not."""
LOGO = 90.0
NAME_ROOM, QUESTION_ROOM = 42.0, 25.0
"""The height of name and core, and of the question, in mm."""
LEAST_NAME = 26.0
"""The smallest size of a condition's name, in points, where eight share the page."""
LEAST_REMINDERS = 34.0
"""Small cartoons with their titles need so much height, in mm."""
NARROWEST = 88.0
"""A field's texts are not set narrower than this, in mm, while there is a choice."""


def made_plan(names: Sequence[str], width: float, height: float, bleed: float) -> PosterPlan:
    """Where everything stands on a poster for these conditions, clockwise from the top left."""
    upright = height > width
    foot = FOOT[upright]
    floor = height - foot
    centre = width / 2, floor / 2
    rows = _rows(list(names), 2 if upright else ceil(len(names) / 2))
    high = floor / len(rows)
    radius = SMALL_RADIUS if len(rows) > 2 else RADIUS
    fields: dict[str, Field] = {}
    for row, members in enumerate(rows):
        wide = width / len(members)
        for column, name in enumerate(members):
            cell = Box(column * wide, row * high, wide, high)
            fields[name] = _field(cell, Box(0, 0, width, floor), _hole(centre, radius), bleed)
    inner = width - 2 * MARGIN
    return PosterPlan({name: fields[name] for name in names}, centre, foot, inner - LOGO - 20,
                      inner - LOGO - 20, LOGO, radius, LEAST_NAME)  # fmt: skip


def _rows(names: list[str], across: int) -> list[list[str]]:
    """The conditions in rows, read clockwise: the last row runs from right to left."""
    rows = [names[start : start + across] for start in range(0, len(names), across)]
    if len(rows) == 2:
        return [rows[0], rows[1][::-1]]
    return rows


def _hole(centre: tuple[float, float], radius: float) -> Box:
    """What the centre and the air around it keep free."""
    side = 2 * (radius + AIR)
    return Box(centre[0] - side / 2, centre[1] - side / 2, side, side)


def _field(cell: Box, whole: Box, hole: Box, bleed: float) -> Field:
    """A field: its area up to the bleed, and its texts clear of the centre."""
    area = cell.inset(
        -bleed if cell.x <= 0 else 0.0,
        -bleed if cell.y <= 0 else 0.0,
        -bleed if cell.right >= whole.right - 0.01 else 0.0,
        0.0,
    )
    room = _clear(cell.inset(MARGIN, MARGIN + 1, MARGIN, MARGIN - 2), hole)
    text = Box(room.x, room.y, room.width, min(NAME_ROOM, room.height * 0.62))
    top = text.bottom + 2
    question = Box(room.x, top, room.width, min(QUESTION_ROOM, room.bottom - top))
    low = question.bottom + 2
    left = room.bottom - low
    width = room.width if left >= LEAST_REMINDERS else 0.0
    return Field(rectangle(area), text, question, Box(room.x, low, width, max(0.0, left)))


def _clear(room: Box, hole: Box) -> Box:
    """The largest part of a room beside, above or below the centre."""
    if not room.overlaps(hole):
        return room
    parts = [
        Box(room.x, room.y, hole.x - room.x, room.height),
        Box(hole.right, room.y, room.right - hole.right, room.height),
        Box(room.x, room.y, room.width, hole.y - room.y),
        Box(room.x, hole.bottom, room.width, room.bottom - hole.bottom),
    ]
    roomy = [one for one in parts if one.width >= NARROWEST and one.height > 0]
    return max(roomy or parts, key=lambda one: max(one.width, 0) * max(one.height, 0))
