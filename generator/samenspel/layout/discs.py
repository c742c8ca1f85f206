"""Small pictures on discs, as cards and the poster have them."""

from __future__ import annotations

from samenspel.layout.page import Page
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER, Ink
from samenspel.model.kind import Choice
from samenspel.model.paths import circle
from samenspel.model.style import ConditionStyle

IN_DISC = 1.34
"""The side of a small picture in a disc, for a radius of 1."""


def disc(page: Page, art: str, cx: float, cy: float, radius: float, ground: Ink) -> None:
    """Small art on a disc of ``ground``."""
    page.paint(circle(cx, cy, radius), ground, role="disc")
    side = radius * IN_DISC
    box = Box(cx - side / 2, cy - side / 2, side, side)
    page.art(art, box, ground=ground, role="pictogram")


def small_picture(choice: Choice, style: ConditionStyle | None, ground: Ink) -> str:
    """A choice's small picture on a ground: black, or white on its own dark colour."""
    white = style is not None and ground == style.strong and style.on_strong == PAPER
    return choice.reversed if white and choice.reversed else choice.small
