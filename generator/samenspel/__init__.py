"""samenspel: print-ready workshop card decks and posters from texts, cartoons and questions.

The public API. What stands here stays; all else may change.

>>> from pathlib import Path
>>> from samenspel import BuildRequest, build_deck
>>> report = build_deck(BuildRequest(output=Path("output"), regions=("waddenrand",)))
>>> [file.path.name for file in report.files]
['cards.pdf', 'sheets-a4.pdf', 'sheets-a3.pdf', 'poster.pdf']

Mistakes of a deck's maker are raised as ``SamenspelError``: each of its ``diagnostics`` has a code,
a place, a message and a remedy. Names are imported when they are first asked for, so that
``import samenspel`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from samenspel.version import __version__

if TYPE_CHECKING:
    from samenspel.builtin import builtin_deck
    from samenspel.checking import CheckReport, check_deck
    from samenspel.diagnostics import Diagnostic, Location, Severity
    from samenspel.errors import (
        ContentError,
        FileAccessError,
        PreflightError,
        SamenspelError,
        UsageError,
    )
    from samenspel.inspecting.inspection import PreflightWishes, preflight_files
    from samenspel.inspecting.report import PreflightReport
    from samenspel.pipeline import (
        BuildReport,
        BuildRequest,
        BuiltFile,
        Progress,
        build_deck,
    )
    from samenspel.proofing import ProofReport, ProofWishes, preview_deck, proof_deck, proof_files
    from samenspel.starter import Start, new_project
    from samenspel.texts import export_texts, import_texts


__all__ = [
    "BuildReport",
    "BuildRequest",
    "BuiltFile",
    "CheckReport",
    "ContentError",
    "Diagnostic",
    "FileAccessError",
    "Location",
    "PreflightError",
    "PreflightReport",
    "PreflightWishes",
    "Progress",
    "ProofReport",
    "ProofWishes",
    "SamenspelError",
    "Severity",
    "Start",
    "UsageError",
    "__version__",
    "build_deck",
    "builtin_deck",
    "check_deck",
    "export_texts",
    "import_texts",
    "new_project",
    "preflight_files",
    "preview_deck",
    "proof_deck",
    "proof_files",
]

_HOMES = {
    "samenspel.pipeline": ("BuildReport", "BuildRequest", "BuiltFile", "Progress", "build_deck"),
    "samenspel.builtin": ("builtin_deck",),
    "samenspel.checking": ("CheckReport", "check_deck"),
    "samenspel.diagnostics": ("Diagnostic", "Location", "Severity"),
    "samenspel.errors": (
        "ContentError", "FileAccessError", "PreflightError", "SamenspelError", "UsageError",
    ),
    "samenspel.inspecting.inspection": ("PreflightWishes", "preflight_files"),
    "samenspel.inspecting.report": ("PreflightReport",),
    "samenspel.proofing": (
        "ProofReport", "ProofWishes", "preview_deck", "proof_deck", "proof_files",
    ),
    "samenspel.starter": ("Start", "new_project"),
    "samenspel.texts": ("export_texts", "import_texts"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """The public name, from the module that it lives in."""
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
