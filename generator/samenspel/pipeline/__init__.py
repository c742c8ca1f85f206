"""The whole line, from a project's folder to finished files. Only this package knows the order.

``line`` is the order, and reads in one screen; the others hold what it needs: ``request`` what is
asked and answered, ``workshop`` what is made once, ``mistakes`` that all are told together,
``staging`` that a build is all or nothing, ``manifest`` what a folder holds.
"""

from samenspel.pipeline.line import build_deck
from samenspel.pipeline.request import (
    ALL,
    PAPERS,
    PRODUCTS,
    BuildReport,
    BuildRequest,
    BuiltFile,
    Progress,
)

__all__ = [
    "ALL",
    "PAPERS",
    "PRODUCTS",
    "BuildReport",
    "BuildRequest",
    "BuiltFile",
    "Progress",
    "build_deck",
]
