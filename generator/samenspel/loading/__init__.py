"""Stages 1 and 2: a folder becomes a checked project; a project becomes one deck.

``open_project`` reads and checks everything; ``select`` overlays language and region.
"""

from samenspel.loading.models import sets_of
from samenspel.loading.opening import open_presets, open_project
from samenspel.loading.selecting import select

__all__ = ["open_presets", "open_project", "select", "sets_of"]
