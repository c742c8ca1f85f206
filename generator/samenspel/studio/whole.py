"""A change of a deck's files that must leave a deck: else nothing of it stays."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.layers.shapes import BASE
from samenspel.studio.engine import Engine
from samenspel.studio.saving import COMMAND, refuse_built_in
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.history import NOTE, change_files, undo


def change_whole(engine: Engine, region: str, files: Mapping[str, bytes | None], what: str) -> None:
    """Write files as one step; a deck or region that then has a mistake more stays as it was.

    ``what`` is kept in the history as it is, in the reader's language.

    Raises ContentError with those mistakes, UsageError for the built-in deck, and FileAccessError.
    """
    with engine.lock:
        project = engine.project()
        refuse_built_in(project)
        before = set(project.broken)
        if not change_files(project.root, COMMAND, files, what):
            return
        if found := _new_mistakes(engine, before):
            undo(project.root)
            raise ContentError(found)
        if region in engine.project().regions or region == BASE:
            records = accepted_overrides(engine.project(), region, only_new=True)
            change_files(project.root, NOTE, records)


def _new_mistakes(engine: Engine, before: set[str]) -> tuple[Diagnostic, ...]:
    try:
        broken = engine.project().broken
    except ContentError as error:
        return error.diagnostics
    return tuple(one for name, found in broken.items() if name not in before for one in found)
