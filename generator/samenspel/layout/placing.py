"""Where art stands in its box, how far it reaches there, and what items become when turned."""

from __future__ import annotations

from dataclasses import replace

from samenspel.model.art import ArtSize
from samenspel.model.frame import Box, Item, Shape, TextRun, Turn, turned_box, turned_point
from samenspel.model.paths import turned as turned_path


def turned(item: Item, turn: Turn, about: tuple[float, float]) -> Item:
    """An item turned about a point."""
    if isinstance(item, Shape):
        clips = tuple(turned_path(clip, turn, about) for clip in item.clips)
        return replace(item, path=turned_path(item.path, turn, about), clips=clips)
    if isinstance(item, TextRun):
        x, y = turned_point(item.x, item.y, turn, about)
        return replace(item, x=x, y=y, turn=_sum(item.turn, turn))
    return replace(
        item,
        box=turned_box(item.box, turn, about),
        clip=turned_path(item.clip, turn, about) if item.clip else None,
        seen=turned_box(item.seen, turn, about) if item.seen else None,
        turn=_sum(item.turn, turn),
        veils=tuple(
            replace(veil, path=turned_path(veil.path, turn, about)) for veil in item.veils
        ),
    )


def _sum(one: Turn, other: Turn) -> Turn:
    whole: tuple[Turn, ...] = (0, 90, 180, 270)
    return whole[(one + other) % 360 // 90]


def centred(size: ArtSize, scale: float, box: Box) -> Box:
    """Where art of this scale stands in the middle of a box."""
    width, height = size.width * scale, size.height * scale
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def kept(size: ArtSize, place: Box, safe: Box) -> Box:
    """The place of art, moved and made smaller until all that is seen of it stands in ``safe``."""
    seen = reach(size, place) or place
    share = min(1.0, safe.width / seen.width, safe.height / seen.height)
    if share < 1:
        place = centred(size, place.width / size.width * share, place)
        seen = reach(size, place) or place
    x = min(max(seen.x, safe.x), safe.right - seen.width)
    y = min(max(seen.y, safe.y), safe.bottom - seen.height)
    return replace(place, x=place.x + x - seen.x, y=place.y + y - seen.y)


def reach(size: ArtSize, box: Box) -> Box | None:
    """How far art that is placed in ``box`` reaches there."""
    if size.seen is None:
        return None
    across, down = box.width / size.width, box.height / size.height
    seen = size.seen
    return Box(
        box.x + seen.x * across, box.y + seen.y * down, seen.width * across, seen.height * down
    )
