"""That a maker has seen what changed under own texts, written down; needs none of the checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import BuildRequest
from samenspel.upkeep.history import NOTE, change_files
from samenspel.upkeep.overrides import Outdated, accepted_overrides, outdated_overrides
from samenspel.upkeep.translated import accepted_translations


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting would write down."""

    root: Path
    """The project's folder."""
    outdated: tuple[Outdated, ...]
    """The texts that no longer fit the base or the source language."""
    files: Mapping[str, bytes | None]
    """The new records, by path; ``None`` for a record that goes."""
    command: str
    """What the history calls the step: ``accept`` or ``note``."""

    def write(self) -> list[Path]:
        """Write the records as one step that can be undone. Raises FileAccessError."""
        return change_files(self.root, self.command, self.files)


def acceptance(request: BuildRequest, *, only_new: bool = False) -> Acceptance:
    """That outdated texts have been seen, for what ``request`` asks; nothing is written yet.

    With ``only_new`` just the overrides of which nothing is recorded. Raises what ``check_deck``
    raises.
    """
    build = open_build(replace(request, drafts=True))
    project = build.project
    files: dict[str, bytes | None] = {}
    outdated: dict[Outdated, None] = {}
    for region in dict.fromkeys(name.region for name in build.editions):
        files |= accepted_overrides(project, region, only_new=only_new)
        outdated |= dict.fromkeys(() if only_new else outdated_overrides(project, region))
    for language in dict.fromkeys(() if only_new else (name.language for name in build.editions)):
        files |= accepted_translations(project, language)
    command = NOTE if only_new else "accept"
    return Acceptance(project.root, tuple(outdated), files, command)
