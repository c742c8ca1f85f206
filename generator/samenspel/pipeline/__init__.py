"""The whole line, from a project's folder to finished files. Only this package knows the order.

``line`` is the order, and reads in one screen; the others hold what it needs: ``request`` what is
asked and answered, ``opening`` how that becomes a ``Build``, ``edition`` one deck of it with its
art, ``mistakes`` that all are reported together, ``manifest`` what a folder holds.
"""

from samenspel.pipeline.line import build_deck
from samenspel.pipeline.request import (
    ALL,
    BuildReport,
    BuildRequest,
    BuiltFile,
    Progress,
    Stopped,
)

__all__ = [
    "ALL",
    "BuildReport",
    "BuildRequest",
    "BuiltFile",
    "Progress",
    "Stopped",
    "build_deck",
]
