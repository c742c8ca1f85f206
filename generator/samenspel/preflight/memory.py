"""What was read before, in this file or another: cards and their sheets hold the same art."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from samenspel.preflight.icc import ProfileFacts
from samenspel.preflight.keeping import Keeper
from samenspel.preflight.marks import Mark
from samenspel.store import Store

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


class KeptMarks:
    """Marks of streams: those of this process, and those that earlier ones put in the store."""

    def __init__(self, room: int) -> None:
        """``room`` is the most that is held in memory."""
        self._recent: Recent[tuple[Mark, ...]] = Recent(room)
        self.keeper = Keeper(Store(None))

    def get(self, key: Hashable) -> tuple[Mark, ...] | None:
        """The marks that were kept under a key, if they are still there."""
        found = self._recent.get(key)
        if found is None:
            found = self.keeper.get(key)
            if found is not None:
                self._recent.keep(key, found)
        return found

    def keep(self, key: Hashable, marks: tuple[Mark, ...], *, lasting: bool) -> None:
        """Keep marks in memory, and in the store when they are to last."""
        self._recent.keep(key, marks)
        if lasting:
            self.keeper.keep(key, marks)


class Memory:
    """What streams paint, whether pictures are whole and what profiles do.

    Each is kept by all that it depends on.
    """

    def __init__(self) -> None:
        """Start with nothing. A card's marks take some 20 kB."""
        self.marks = KeptMarks(1000)
        self.pictures: Recent[str] = Recent(1000)
        self.profiles: Recent[ProfileFacts] = Recent(10)
