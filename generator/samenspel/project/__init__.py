"""Stages 1 and 2: a folder becomes a checked project; a project becomes one deck.

``open_project`` reads and checks everything; ``select`` overlays language and region.
"""

from samenspel.project.alts import alts_of_other_pictures
from samenspel.project.avoiding import avoided_words
from samenspel.project.layers import fallbacks
from samenspel.project.loading import open_presets, open_project
from samenspel.project.overrides import accept_overrides, stale_overrides
from samenspel.project.presets import (
    format_named,
    names,
    press_named,
    region_theme,
    theme_named,
)
from samenspel.project.project import Project, missing_art
from samenspel.project.schemas import json_schemas, write_schemas
from samenspel.project.selecting import edition_code, select

__all__ = [
    "Project",
    "accept_overrides",
    "alts_of_other_pictures",
    "avoided_words",
    "edition_code",
    "fallbacks",
    "format_named",
    "json_schemas",
    "missing_art",
    "names",
    "open_presets",
    "open_project",
    "press_named",
    "region_theme",
    "select",
    "stale_overrides",
    "theme_named",
    "write_schemas",
]
