"""What a project offers to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.layers.applying import region_nodes
from samenspel.layers.shapes import BASE
from samenspel.project import Project


@dataclass(frozen=True, slots=True, order=True)
class EditionName:
    """One region in one language."""

    region: str
    """The region's name; ``basis`` for none."""
    language: str
    """A language of the deck."""

    def __str__(self) -> str:
        return f"{self.region}/{self.language}"


def languages_of(project: Project, region: str) -> tuple[str, ...]:
    """The languages in which a region's deck can be made, in the deck's order.

    For a region that does not exist: all of the project's, so that choosing it says what is wrong.
    """
    if region not in project.regions:
        return project.languages
    named = region_nodes(project.sources, project.source_language, region).info.get("languages")
    offered = [node.text for node in named.items] if named else []
    return tuple(name for name in project.languages if name in offered)


def usual_languages(project: Project, region: str) -> tuple[str, ...]:
    """The languages of a deck that is made without choosing any.

    For a region all of its own; for the deck without a region the language it was written in.
    """
    return (project.source_language,) if region == BASE else languages_of(project, region)


def usual_regions(project: Project) -> tuple[str, ...]:
    """The regions of a deck that is made without naming any; none when a maker must choose.

    The built-in deck is made without a region, and so is a project that has none of its own. A
    project with one region is that region's. A region whose file is broken counts.
    """
    own = (*project.own_regions, *project.broken)
    if not own or project.root == project.builtin:
        return (BASE,)
    return own if len(own) == 1 else ()
