"""What the backs of a deck tell: of each card its story, or nothing, so that one draws blind."""

from __future__ import annotations

from typing import Literal, get_args

Backs = Literal["own", "shared", "suit"]
"""``own``: each card has a back of its own. ``shared``: all cards have the same. ``suit``: cards of
one colour have the same, and so have all cards without a colour."""

BACKS: tuple[Backs, ...] = get_args(Backs)
