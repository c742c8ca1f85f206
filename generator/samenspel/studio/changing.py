"""The one way in which the studio changes a deck: from files as they are, by who saw them so.

Whoever saves says what the page showed (its mark). While that is held against the files, and until
the change is written, no other process writes in the deck's folder: what it saved before is seen,
what it saves after is made of this. So nobody's change is written over unseen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, SamenspelError, UsageError
from samenspel.layers.shapes import BASE
from samenspel.project import Project
from samenspel.staging import held, output_busy
from samenspel.studio.engine import Engine
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.history import NOTE, change_files, undo

COMMAND = "studio"
"""What the history calls a change by the studio."""
ANY = "*"
"""The mark of who changes something whatever it is now."""
ADDS = ANY
"""The mark of what takes nothing's place: a new card, a word more."""
PATIENCE = 3.0
"""Seconds that another process which writes in the deck is waited for."""
Files = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Change:
    """A deck that is held to be changed."""

    engine: Engine
    """Which reads the deck again afterwards."""
    project: Project
    """As its files are."""

    def write(self, files: Files, what: str, languages: Collection[str] = ()) -> bool:
        """Write files as one step, called ``what`` in the history; False when nothing is new.

        Raises UsageError (``approved-frozen``) and FileAccessError, ``output-busy`` also where an
        editor wrote in the deck meanwhile; then nothing has changed.
        """
        if self.engine.project() is not self.project:
            raise output_busy(self.project.root)
        return bool(change_files(self.project.root, COMMAND, files, what, languages))

    def note(self, region: str) -> None:
        """Record what the base says under the texts that are new."""
        records = accepted_overrides(self.engine.project(), region, only_new=True)
        self.keep(records)

    def keep(self, records: Files) -> None:
        """Write records that belong to the step before."""
        change_files(self.project.root, NOTE, records)

    def write_whole(self, region: str, files: Files, what: str) -> None:
        """Write files that must leave a deck: with a mistake more than it had it stays as it was.

        Raises ContentError with those mistakes, and what ``write`` raises.
        """
        before = set(self.project.broken)
        if not self.write(files, what):
            return
        if found := self._new_mistakes(before):
            undo(self.project.root)
            raise ContentError(found)
        if region in self.engine.project().regions or region == BASE:
            self.note(region)

    def _new_mistakes(self, before: set[str]) -> tuple[Diagnostic, ...]:
        try:
            broken = self.engine.project().broken
        except ContentError as error:
            return error.diagnostics
        return tuple(one for name, found in broken.items() if name not in before for one in found)


@contextmanager
def changing(
    engine: Engine, seen: str, shown: Callable[[Project], object] = lambda _: None
) -> Iterator[Change]:
    """The deck, held to be changed by who saw it with a mark; ``shown`` tells what it shows now.

    Raises UsageError ``changed-meanwhile`` when that is something else, ``text-locked`` for the
    built-in deck, and FileAccessError (``output-busy``).
    """
    refuse_built_in(engine.project())
    with engine.lock, held(engine.root, PATIENCE):
        project = engine.project()
        if seen not in (ANY, mark_of(shown(project))):
            raise changed_meanwhile()
        yield Change(engine, project)


def changed_meanwhile() -> SamenspelError:
    """The UsageError for who saw something else than there is."""
    return UsageError.of(
        "changed-meanwhile",
        "somebody else changed this meanwhile, so nothing was saved",
        remedy="look at what it is now, and do it once more if you still want it",
    )


def mark_of(shown: object) -> str:
    """The mark of what a page shows: plain data, in any order of its keys."""
    said = json.dumps(shown, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def file_mark(engine: Engine, asset: str) -> str:
    """The mark of a picture's bytes; empty for a drawing by name and for what is not there."""
    path = Path("assets") / asset
    data = engine.read(path.as_posix()) if asset and path.suffix else None
    return hashlib.sha256(data).hexdigest() if data else ""


def refuse_built_in(project: Project) -> None:
    """Raise UsageError ``text-locked`` for samenspel's own deck."""
    if project.root == project.builtin:
        raise UsageError.of("text-locked", "the built-in deck is not changed here")
