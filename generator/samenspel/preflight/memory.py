"""What was read before, in this file or another: cards and their sheets hold the same art."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from samenspel.preflight.icc import ProfileFacts
from samenspel.preflight.marks import Mark

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Values by key; when there is no more room, the one that was kept first is forgotten."""

    def __init__(self, room: int) -> None:
        """Start with none; ``room`` is the most that it holds."""
        self._room = room
        self._values: dict[Hashable, Value] = {}

    def get(self, key: Hashable) -> Value | None:
        """What was kept under the key, if it is still there."""
        return self._values.get(key)

    def keep(self, key: Hashable, value: Value) -> None:
        """Keep a value."""
        if len(self._values) >= self._room:
            del self._values[next(iter(self._values))]
        self._values[key] = value


class Memory:
    """What streams paint, whether pictures are whole and what profiles do.

    Each is kept by all that it depends on.
    """

    def __init__(self) -> None:
        """Start with nothing. A card's marks take some 20 kB."""
        self.marks: Recent[tuple[Mark, ...]] = Recent(1000)
        self.pictures: Recent[str] = Recent(1000)
        self.profiles: Recent[ProfileFacts] = Recent(10)
