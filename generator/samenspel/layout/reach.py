"""How far placed art reaches: the box in which it is seen, and what it really paints there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from samenspel.layout.outlines import corners, fills
from samenspel.model.frame import Box, Path, Placement

Painted = Callable[[str], tuple[Path, ...] | None]
"""All that a drawing fills, by its name: outlines in shares of its canvas from the upper left
corner. ``None`` where only its box is known."""


def box_alone(name: str) -> None:
    """Of no drawing more is known than its box."""
    del name


def reaches(item: Placement, box: Box, slack: float, painted: Painted) -> bool:
    """True when something that is seen of the art comes farther than ``slack`` mm into a box."""
    if not box.overlaps(item.visible, slack=slack):
        return False
    drawn = _drawn(item, painted)
    inner = box.inset(slack, slack, slack, slack).shared(item.visible)
    return drawn is None or any(
        all(fills(path, inner) for path in (one, *item.clips)) for one in drawn
    )


def reach_of(item: Placement, painted: Painted) -> Box:
    """The box around all that is seen of the art."""
    drawn = _drawn(item, painted)
    if drawn is None:
        return item.visible
    points = [point for path in drawn for part in corners(path) for point in part]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return item.visible.shared(Box(left, top, right - left, bottom - top))


def _drawn(item: Placement, painted: Painted) -> tuple[Path, ...] | None:
    """The outlines on the page in mm; ``None`` for what stands turned in its box, or is unknown."""
    shares = None if item.turn else painted(item.art)
    return None if shares is None else _on_page(shares, item.box)


@lru_cache(maxsize=64)
def _on_page(shares: tuple[Path, ...], box: Box) -> tuple[Path, ...]:
    return tuple(
        tuple(
            (
                step,
                tuple(
                    box.y + box.height * one if place % 2 else box.x + box.width * one
                    for place, one in enumerate(numbers)
                ),
            )
            for step, numbers in path
        )
        for path in shares
    )
