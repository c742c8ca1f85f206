"""The whole line, from a project's folder to finished files. Only this package knows the order.

``line`` is the order, and reads in one screen; the others hold what it needs: ``request`` what is
asked and answered, ``opening`` how that becomes a ``Build``, ``edition`` one deck of it with its
art, ``mistakes`` that all are reported together, ``manifest`` what a folder holds, ``records`` how
a build that would change nothing is known for one. The stages are imported when a build is asked
for, so that a build that is known costs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from samenspel.pipeline.request import (
    ALL,
    BuildReport,
    BuildRequest,
    BuiltFile,
    Progress,
    Stopped,
)

if TYPE_CHECKING:
    from samenspel.pipeline.line import build_deck

__all__ = [
    "ALL",
    "BuildReport",
    "BuildRequest",
    "BuiltFile",
    "Progress",
    "Stopped",
    "build_deck",
]


def __getattr__(name: str) -> Any:
    """``build_deck``, with all that it needs, when it is first asked for."""
    if name == "build_deck":
        return import_module("samenspel.pipeline.line").build_deck
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
