"""What streams paint, between runs: marks as JSON in the store, by all that they depend on.

The digests that a key is made of are of content alone; what cannot be told apart by content
carries a name that no other process gives (``Fingerprints.file``), and so is never found again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Sequence
from typing import Any

from samenspel import saying
from samenspel.pdf.colours import Paint, Space
from samenspel.preflight.marks import Look, Mark
from samenspel.store import Store, program

KIND = "marks"

Marks = tuple[Mark, ...]


class Keeper:
    """Marks in a store."""

    def __init__(self, store: Store) -> None:
        """One without a folder keeps nothing."""
        self._store = store

    def get(self, key: Hashable) -> Marks | None:
        """The marks under a key; ``None`` when there are none, or anything is wrong with them."""
        entry = self._store.get(KIND, _name(key))
        try:
            return None if entry is None else unpacked(entry)
        except (ValueError, KeyError, TypeError, IndexError):
            return None

    def keep(self, key: Hashable, marks: Marks) -> None:
        """Keep marks."""
        self._store.put(KIND, _name(key), packed(marks))


def _name(key: Hashable) -> str:
    return hashlib.sha256(f"{program()}|{key!r}".encode()).hexdigest()


def packed(marks: Marks) -> bytes:
    """Marks as JSON; each way of painting and each space stands in it once."""
    looks: dict[Look, int] = {}
    rows = [
        [
            one.kind, looks.setdefault(one.look, len(looks)), one.matrix, one.box, one.extent,
            one.width, saying.packed(one.name), one.pixels, one.bits, one.art, one.sure, one.core,
            one.tiled, one.open_sides, one.dashed,
        ]
        for one in marks
    ]  # fmt: skip
    return json.dumps({"looks": [_look(look) for look in looks], "marks": rows}).encode()


def unpacked(entry: bytes) -> Marks:
    """The marks of an entry. Raises ValueError, KeyError, TypeError or IndexError."""
    said = json.loads(entry)
    looks = [_made_look(row) for row in said["looks"]]
    return tuple(
        Mark(
            kind, looks[look], tuple(matrix), tuple(box), tuple(extent), width,
            saying.unpacked(name), tuple(pixels), bits, art, sure,
            None if core is None else tuple(core), *rest,
        )
        for kind, look, matrix, box, extent, width, name, pixels, bits, art, sure, core, *rest
        in said["marks"]
    )  # fmt: skip


def _look(look: Look) -> list[Any]:
    paint = look.paint
    changes = None if paint.changes is None else sorted(paint.changes)
    return [
        _space(paint.space), paint.tints, paint.pattern.hex(), changes, paint.most, look.overprint,
        look.overprint_mode, look.alpha, look.blend, look.soft_mask, look.intent,
    ]  # fmt: skip


def _made_look(row: Sequence[Any]) -> Look:
    space, tints, pattern, changes, most, *state = row
    changed = None if changes is None else frozenset(changes)
    return Look(
        Paint(_made_space(space), tuple(tints), bytes.fromhex(pattern), changed, tuple(most)),
        *state,
    )


def _space(space: Space | None) -> list[Any] | None:
    if space is None:
        return None
    behind = _space(space.base), _space(space.alternate)
    return [space.family, space.count, space.channels, space.colorants, *behind, space.table.hex()]


def _made_space(row: Sequence[Any]) -> Space:
    family, count, channels, colorants, base, alternate, table = row
    below, other = (None if one is None else _made_space(one) for one in (base, alternate))
    inks = tuple(channels), tuple(colorants)
    return Space(family, count, *inks, below, other, bytes.fromhex(table))
